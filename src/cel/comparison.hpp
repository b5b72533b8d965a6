// How two numbers compare.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "cel/function.hpp"

namespace allot::cel {

// By operator, from == on: bit 0 says whether it holds for what is less, bit 1 of what is equal,
// bit 2 of what is greater.
inline constexpr std::array<std::uint8_t, 6> comparison_holds_for{0b010, 0b101, 0b001,
                                                                  0b011, 0b100, 0b110};
static_assert(static_cast<int>(Function::greater_equals) - static_cast<int>(Function::equals) == 5);

// Without a jump, since nobody can tell ahead how numbers compare.
constexpr std::int64_t comparison_holds(bool less, bool greater, std::uint8_t function) noexcept {
  const unsigned order = 1U + static_cast<unsigned>(greater) - static_cast<unsigned>(less);
  const std::size_t row = function - static_cast<std::size_t>(Function::equals);
  return (comparison_holds_for[row] >> order) & 1U;
}

}  // namespace allot::cel
