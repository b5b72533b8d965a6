// The commands of the group exceptions. What each does, in which order, and every reason:
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

// Whether exceptions of a kind are raised, and how soon each has to be looked after. A log begins
// with none: what happens is told by its own event all the same.
struct SetExceptionRule {
  static constexpr std::string_view name = "exception_rule";
  static constexpr CommandType type = CommandType::exception_rule;

  CommandKey command_key{};                // makes the command idempotent
  ExceptionKind kind{ExceptionKind::any};  // of which kind; any sets all of them
  bool kept{true};                         // false raises no more; those that are open stay
  // from raising to its deadline; 0 is without one; ns, 0 to 10^18
  std::int64_t within_ns{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "kind"}, self.kind);
    visit(Field{.name = "kept"}, self.kept);
    visit(Field{.name = "within_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.within_ns);
  }
};

// Somebody takes exceptions, or they are given to somebody.
struct AssignExceptions {
  static constexpr std::string_view name = "assign_exceptions";
  static constexpr CommandType type = CommandType::assign_exceptions;

  CommandKey command_key{};                   // makes the command idempotent
  std::span<const ExceptionId> exceptions{};  // which ones; 1 to lines_per_order_max
  Token owner{};                              // who looks after them; 0 is nobody

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "exceptions", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.exceptions);
    visit(Field{.name = "owner"}, self.owner);
  }
};

// Exceptions were looked after: they are closed.
struct ResolveExceptions {
  static constexpr std::string_view name = "resolve_exceptions";
  static constexpr CommandType type = CommandType::resolve_exceptions;

  CommandKey command_key{};                   // makes the command idempotent
  std::span<const ExceptionId> exceptions{};  // which ones; 1 to lines_per_order_max
  Resolution outcome{Resolution::settled};    // what came of them
  // token of a note or a document that says more; 0 is absent
  Token reference{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "exceptions", .needed = true, .at_most = &Limits::lines_per_order_max},
          self.exceptions);
    visit(Field{.name = "outcome"}, self.outcome);
    visit(Field{.name = "reference"}, self.reference);
  }
};

// Fact: somebody names an article by a code, and the catalogue may not have it: a sale made
// elsewhere, a parcel at the door. The code has an id from now on, by which facts can be recorded;
// an article that is only named waits to be defined by sku.
struct NameSku {
  static constexpr std::string_view name = "name_sku";
  static constexpr CommandType type = CommandType::name_sku;
  static constexpr bool is_fact = true;

  CommandKey command_key{};  // makes the command idempotent
  Code code{};               // 1 to 40 bytes without NUL

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "code", .needed = true}, self.code);
  }
};

}  // namespace allot
