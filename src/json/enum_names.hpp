// The names of enum values in JSON; position is the number. tests/schema compares them with the
// schema of record.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "allot/messages/command.hpp"

namespace allot::json {

template <class E>
inline constexpr std::array<std::string_view, 0> enum_names{};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<Shortage>{"by_order", "refuse_order",
                                                                      "refuse_line", "backorder"};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<SourcingPolicy>{
    "cheapest", "fewest_parcels", "node_priority"};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ListKind>{"block", "allow"};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ReviewOutcome>{"reject", "approve"};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<TokenKind>{
    "customer", "device", "card", "address", "phone", "recipient"};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<TimeSource>{"engine", "host"};

template <class E>
[[nodiscard]] constexpr std::optional<E> enum_value(std::string_view name) noexcept {
  for (std::size_t i = 0; i < enum_names<E>.size(); ++i) {
    if (enum_names<E>[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

// Returns: "block or allow", "a, b or c": the choices as a message names them.
template <class E>
[[nodiscard]] std::string enum_choices() {
  std::string text;
  constexpr std::size_t count = enum_names<E>.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == count ? " or " : ", ";
    text += enum_names<E>[i];
  }
  return text;
}

}  // namespace allot::json
