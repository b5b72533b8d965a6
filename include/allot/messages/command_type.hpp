// What commands of any type have in common: their number, their keys, whether they report a fact.
// The numbers of commands that come later are reserved in docs/commands.md.
#pragma once

#include <cstddef>
#include <optional>
#include <type_traits>
#include <variant>

#include "allot/messages/command.hpp"

namespace allot {

template <class C>
inline constexpr CommandType command_type_of = C::type;

// Reports what has happened: refused only when malformed.
template <class C>
inline constexpr bool is_fact = requires { C::is_fact; };

// The kind of the catalogue's entry that a command defines, or names, by its code; nothing when it
// does not.
[[nodiscard]] constexpr std::optional<IdKind> defined_kind(CommandType type) noexcept {
  if (type == CommandType::name_sku) return IdKind::sku;
  for (std::size_t kind = 0; kind < enum_names<IdKind>.size(); ++kind) {
    if (enum_names<IdKind>[kind] == command_name(type)) return static_cast<IdKind>(kind);
  }
  return std::nullopt;
}

// Hosts may submit it.
template <class C>
inline constexpr bool is_from_hosts = !requires { C::from_hosts; };

[[nodiscard]] inline CommandType command_type(const Command& command) noexcept {
  return std::visit([](const auto& c) { return c.type; }, command);
}

// The key that makes a command idempotent. Absent for tick, advance, start and skip.
[[nodiscard]] inline CommandKey command_key_of(const Command& command) noexcept {
  return std::visit(
      [](const auto& c) -> CommandKey {
        if constexpr (requires { c.command_key; }) {
          return c.command_key;
        } else {
          return {};
        }
      },
      command);
}

}  // namespace allot
