// Of the commands of the group control: rules. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// A compiled rule set comes in, whole or in parts one after the other. The last part has it
// verified and kept; it judges nobody before activate_rules. The answer's id is its version: 1 for
// the first set of a log, then 2, 3, ...
struct LoadRules {
  static constexpr std::string_view name = "load_rules";
  static constexpr CommandType type = CommandType::load_rules;

  CommandKey command_key{};              // makes the command idempotent
  std::uint16_t part{1};                 // which part, from 1; from 1
  std::uint16_t parts{1};                // how many there are; from 1
  std::span<const std::uint8_t> body{};  // its bytes, as rule files are compiled to

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "part", .min = 1}, self.part);
    visit(Field{.name = "parts", .min = 1}, self.parts);
    visit(Field{.name = "body", .needed = true, .at_most = &Limits::rule_part_bytes_max},
          self.body);
  }
};

// A rule set judges, is tried without deciding, or is switched off. One judges and one is tried at
// one time: another one takes its place.
struct ActivateRules {
  static constexpr std::string_view name = "activate_rules";
  static constexpr CommandType type = CommandType::activate_rules;

  CommandKey command_key{};        // makes the command idempotent
  std::uint32_t version{};         // of which set, as load_rules answered; not 0
  RulesMode mode{RulesMode::off};  // what it does from now on

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "version", .needed = true, .not_zero = true}, self.version);
    visit(Field{.name = "mode", .needed = true}, self.mode);
  }
};

// A token is a member of a list that rule sets name, or is so no more.
struct SetListMember {
  static constexpr std::string_view name = "set_list_member";
  static constexpr CommandType type = CommandType::set_list_member;

  CommandKey command_key{};  // makes the command idempotent
  Code list{};               // the list's name; it is there as soon as it has a member
  Token token{};             // token of who is on it; not 0
  bool member{true};         // false takes it off

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "list", .needed = true}, self.list);
    visit(Field{.name = "token", .needed = true, .not_zero = true}, self.token);
    visit(Field{.name = "member"}, self.member);
  }
};

}  // namespace allot
