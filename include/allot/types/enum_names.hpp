// The names of enums: name(x) for every one that commands, events and options have.
//
// The names themselves are made from src/messages beside each enum. Names are those of JSON, C and
// Python.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace allot {

// Of an enum's values; the position is the number.
template <class E>
inline constexpr std::array<std::string_view, 0> enum_names{};

template <class E>
inline constexpr std::uint32_t enum_count = enum_names<E>.size();

// Returns: the name of a value; empty when the number is not one of ours.
template <class E>
  requires(enum_count<E> != 0)
[[nodiscard]] constexpr std::string_view name(E value) noexcept {
  const auto number = static_cast<std::size_t>(value);
  return number < enum_names<E>.size() ? enum_names<E>[number] : std::string_view{};
}

}  // namespace allot
