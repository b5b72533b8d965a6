// Numbers and what they count, in words for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace allot::json {

// Returns: 1234567 as "1,234,567".
[[nodiscard]] std::string grouped(std::uint64_t number);

// Returns: "1 segment", "1,234 segments". `several`: where an s behind it does not make the plural.
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun,
                                  std::string_view several = {});

// Returns: the one of two words that goes with so many: "was" or "were".
[[nodiscard]] constexpr std::string_view of_count(std::uint64_t count, std::string_view one,
                                                  std::string_view several) noexcept {
  return count == 1 ? one : several;
}

// Durations in one unit, that all of one line or table may be told in it.
struct DurationUnit {
  std::string_view name;  // "ns", "us", "ms", "s"
  double ns{1};
};

// Returns: the greatest unit in which the least of them, but for zeros, is a tenth at least.
[[nodiscard]] DurationUnit unit_of(std::uint64_t least_ns) noexcept;

// Returns: "8,023 us", "0.85 us": whole numbers from 100 on, below that three digits.
[[nodiscard]] std::string duration_in(std::uint64_t ns, DurationUnit unit);

}  // namespace allot::json
