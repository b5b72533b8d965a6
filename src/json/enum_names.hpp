// Values of enums by the names that JSON writes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "allot/messages/enums.hpp"

namespace allot::json {

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
