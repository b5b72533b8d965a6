// The commands of the group catalogue, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<DefineSku> {
  using Struct = allot_sku;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
    visit("list_price", c.list_price, cpp.list_price);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<DefineNode> {
  using Struct = allot_node;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
    visit("priority", c.priority, cpp.priority);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<DefineZone> {
  using Struct = allot_zone;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<DefineChannel> {
  using Struct = allot_channel;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
    visit("hold_ttl_ns", c.hold_ttl_ns, cpp.hold_ttl_ns);
    visit("remind_before_ns", c.remind_before_ns, cpp.remind_before_ns);
    visit("pending_ttl_ns", c.pending_ttl_ns, cpp.pending_ttl_ns);
    visit("review_ttl_ns", c.review_ttl_ns, cpp.review_ttl_ns);
    visit("safety_stock", c.safety_stock, cpp.safety_stock);
    visit.choice("policy", c.policy, cpp.policy, 3);
    visit.choice("review_outcome", c.review_outcome, cpp.review_outcome, 2);
    visit("cash_on_delivery", c.cash_on_delivery, cpp.cash_on_delivery);
    visit("review_pauses_payment", c.review_pauses_payment, cpp.review_pauses_payment);
    visit("currency", c.currency, cpp.currency);
    visit("prices_include_tax", c.prices_include_tax, cpp.prices_include_tax);
    visit("pay_when_served", c.pay_when_served, cpp.pay_when_served);
    visit("payment_grace_ns", c.payment_grace_ns, cpp.payment_grace_ns);
    visit.choice("late_payment", c.late_payment, cpp.late_payment, 3);
    visit("grace_remind_before_ns", c.grace_remind_before_ns, cpp.grace_remind_before_ns);
    visit.choice("firm_when", c.firm_when, cpp.firm_when, 4);
    visit("authorisation_ttl_ns", c.authorisation_ttl_ns, cpp.authorisation_ttl_ns);
    visit("deposit_bp", c.deposit_bp, cpp.deposit_bp);
    visit("balance_ttl_ns", c.balance_ttl_ns, cpp.balance_ttl_ns);
    visit("balance_remind_before_ns", c.balance_remind_before_ns, cpp.balance_remind_before_ns);
    visit.choice("lapsed_deposit", c.lapsed_deposit, cpp.lapsed_deposit, 2);
    visit.choice("own_hold", c.own_hold, cpp.own_hold, 3);
    visit.choice("own_hold_per", c.own_hold_per, cpp.own_hold_per, 6);
    visit("own_hold_ttl_ns", c.own_hold_ttl_ns, cpp.own_hold_ttl_ns);
    visit("expiry_margin_ns", c.expiry_margin_ns, cpp.expiry_margin_ns);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<DefineNetwork> {
  using Struct = allot_network;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("channel", c.channel, cpp.channel);
    visit("node", c.node, cpp.node);
    visit("serves", c.serves, cpp.serves);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<DefineLane> {
  using Struct = allot_lane;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("node", c.node, cpp.node);
    visit("zone", c.zone, cpp.zone);
    visit("parcel_cost", c.parcel_cost, cpp.parcel_cost);
    visit("unit_cost", c.unit_cost, cpp.unit_cost);
    visit("transit_ns", c.transit_ns, cpp.transit_ns);
    visit("serviceable", c.serviceable, cpp.serviceable);
    visit("carrier", c.carrier, cpp.carrier);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<SetList> {
  using Struct = allot_list;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit.choice("list", c.list, cpp.list, 2);
    visit.choice("kind", c.kind, cpp.kind, 6);
    visit("token", c.token, cpp.token);
    visit("present", c.present, cpp.present);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<DefineCarrier> {
  using Struct = allot_carrier;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<DefineSkuSet> {
  using Struct = allot_sku_set;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
    visit.array(Array{"skus", "sku_count", &Limits::sku_set_skus_max}, c.skus, c.sku_count,
                cpp.skus);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<DefineCap> {
  using Struct = allot_cap;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("code", c.code, cpp.code);
    visit.choice("measure", c.measure, cpp.measure, 2);
    visit("at_most", c.at_most, cpp.at_most);
    visit.choice("per", c.per, cpp.per, 6);
    visit("sku_set", c.sku_set, cpp.sku_set);
    visit("window_ns", c.window_ns, cpp.window_ns);
    visit("origin", c.origin, cpp.origin);
    visit("token_required", c.token_required, cpp.token_required);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
    visit("reserved2", c.reserved2);
  }
};

}  // namespace allot::c
