// The commands of the group exceptions, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<SetExceptionRule> {
  using Struct = allot_exception_rule;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit.choice("kind", c.kind, cpp.kind, 12);
    visit("kept", c.kept, cpp.kept);
    visit("within_ns", c.within_ns, cpp.within_ns);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<AssignExceptions> {
  using Struct = allot_assign_exceptions;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit.array(Array{"exceptions", "exception_count", &Limits::lines_per_order_max}, c.exceptions,
                c.exception_count, cpp.exceptions);
    visit("owner", c.owner, cpp.owner);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<ResolveExceptions> {
  using Struct = allot_resolve_exceptions;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit.array(Array{"exceptions", "exception_count", &Limits::lines_per_order_max}, c.exceptions,
                c.exception_count, cpp.exceptions);
    visit.choice("outcome", c.outcome, cpp.outcome, 4);
    visit("reference", c.reference, cpp.reference);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<NameSku> {
  using Struct = allot_name_sku;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

}  // namespace allot::c
