// Counts of goods. A number of units is its own type, so that it is never taken for an id, a slot
// or the number of a line.
#pragma once

#include <compare>
#include <cstdint>

namespace allot {

// The most units that one quantity can name.
inline constexpr std::uint32_t units_max = 0x7fffffffU;

// Units of one order's line, one lot, one node. Sums and differences are the caller's to bound.
struct Units {
  std::uint32_t value{};

  [[nodiscard]] constexpr bool present() const noexcept { return value != 0; }
  constexpr Units& operator+=(Units more) noexcept {
    value += more.value;
    return *this;
  }
  constexpr Units& operator-=(Units fewer) noexcept {
    value -= fewer.value;
    return *this;
  }
  friend constexpr Units operator+(Units a, Units b) noexcept { return a += b; }
  friend constexpr Units operator-(Units a, Units b) noexcept { return a -= b; }
  friend constexpr auto operator<=>(Units, Units) noexcept = default;
};

// A sum over lots, nodes or orders, which can pass 32 bits.
struct UnitSum {
  std::uint64_t value{};

  constexpr UnitSum() noexcept = default;
  constexpr explicit UnitSum(std::uint64_t sum) noexcept : value(sum) {}
  constexpr UnitSum(Units units) noexcept : value(units.value) {}  // NOLINT: a sum of one

  constexpr UnitSum& operator+=(UnitSum more) noexcept {
    value += more.value;
    return *this;
  }
  constexpr UnitSum& operator-=(UnitSum fewer) noexcept {
    value -= fewer.value;
    return *this;
  }
  friend constexpr UnitSum operator+(UnitSum a, UnitSum b) noexcept { return a += b; }
  friend constexpr UnitSum operator-(UnitSum a, UnitSum b) noexcept { return a -= b; }
  friend constexpr auto operator<=>(UnitSum, UnitSum) noexcept = default;

  // Returns: the sum, or `most` where it is greater.
  [[nodiscard]] constexpr Units at_most(Units most) const noexcept {
    return value < most.value ? Units{static_cast<std::uint32_t>(value)} : most;
  }
};

}  // namespace allot
