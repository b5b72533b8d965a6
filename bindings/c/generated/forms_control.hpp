// The commands of the group control, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<Tick> {
  using Struct = allot_tick;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("force", c.force, cpp.force);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<SetRiskLimits> {
  using Struct = allot_risk_limits;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_value_max", c.order_value_max, cpp.order_value_max);
    visit("line_quantity_max", c.line_quantity_max, cpp.line_quantity_max);
    visit("price_low_bp", c.price_low_bp, cpp.price_low_bp);
    visit("price_high_bp", c.price_high_bp, cpp.price_high_bp);
    visit("velocity_count", c.velocity_count, cpp.velocity_count);
    visit("velocity_window_ns", c.velocity_window_ns, cpp.velocity_window_ns);
    visit("review_value_min", c.review_value_min, cpp.review_value_min);
    visit("currency", c.currency, cpp.currency);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<LoadRules> {
  using Struct = allot_load_rules;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("part", c.part, cpp.part);
    visit("parts", c.parts, cpp.parts);
    visit.array(Array{"body", "body_count", &Limits::rule_part_bytes_max}, c.body, c.body_count,
                cpp.body);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ActivateRules> {
  using Struct = allot_activate_rules;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("version", c.version, cpp.version);
    visit.choice("mode", c.mode, cpp.mode, 3);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<SetListMember> {
  using Struct = allot_set_list_member;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("list", c.list, cpp.list);
    visit("token", c.token, cpp.token);
    visit("member", c.member, cpp.member);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

}  // namespace allot::c
