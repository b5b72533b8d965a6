// The commands of the group order, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<Place> {
  using Struct = allot_place;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("channel", c.channel, cpp.channel);
    visit("zone", c.zone, cpp.zone);
    visit("customer", c.tokens.customer, cpp.tokens.customer);
    visit("device", c.tokens.device, cpp.tokens.device);
    visit("card", c.tokens.card, cpp.tokens.card);
    visit("address", c.tokens.address, cpp.tokens.address);
    visit("phone", c.tokens.phone, cpp.tokens.phone);
    visit("recipient", c.tokens.recipient, cpp.tokens.recipient);
    visit("ship_by", c.ship_by, cpp.ship_by);
    visit("priority", c.priority, cpp.priority);
    visit("max_splits", c.max_splits, cpp.max_splits);
    visit.choice("shortage", c.shortage, cpp.shortage, 4);
    visit("ship_complete", c.ship_complete, cpp.ship_complete);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
    visit("order_number", c.order_number, cpp.order_number);
    visit("discount", c.discount, cpp.discount);
    visit("shipping", c.shipping, cpp.shipping);
    visit("shipping_tax", c.shipping_tax, cpp.shipping_tax);
    visit("deposit", c.deposit, cpp.deposit);
    visit.array(Array{"attributes", "attribute_count", &Limits::attributes_max}, c.attributes,
                c.attribute_count, cpp.attributes);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Import> {
  using Struct = allot_import;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("channel", c.channel, cpp.channel);
    visit("zone", c.zone, cpp.zone);
    visit("customer", c.tokens.customer, cpp.tokens.customer);
    visit("device", c.tokens.device, cpp.tokens.device);
    visit("card", c.tokens.card, cpp.tokens.card);
    visit("address", c.tokens.address, cpp.tokens.address);
    visit("phone", c.tokens.phone, cpp.tokens.phone);
    visit("recipient", c.tokens.recipient, cpp.tokens.recipient);
    visit("ship_by", c.ship_by, cpp.ship_by);
    visit("priority", c.priority, cpp.priority);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
    visit("order_number", c.order_number, cpp.order_number);
    visit.choice("state", c.state, cpp.state, 4);
    visit("pay_by", c.pay_by, cpp.pay_by);
    visit("sold_at", c.sold_at, cpp.sold_at);
    visit("discount", c.discount, cpp.discount);
    visit("shipping", c.shipping, cpp.shipping);
    visit("shipping_tax", c.shipping_tax, cpp.shipping_tax);
    visit("deposit", c.deposit, cpp.deposit);
    visit("known_new", c.known_new, cpp.known_new);
    visit.array(Array{"attributes", "attribute_count", &Limits::attributes_max}, c.attributes,
                c.attribute_count, cpp.attributes);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Cancel> {
  using Struct = allot_cancel;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<ConfirmPayment> {
  using Struct = allot_confirm_payment;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("paid_at", c.paid_at, cpp.paid_at);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<PaymentPending> {
  using Struct = allot_payment_pending;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<FailPayment> {
  using Struct = allot_fail_payment;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<ReviewDecision> {
  using Struct = allot_review_decision;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("version", c.version, cpp.version);
    visit.choice("outcome", c.outcome, cpp.outcome, 2);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Modify> {
  using Struct = allot_modify;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("version", c.version, cpp.version);
    visit("zone", c.zone, cpp.zone);
    visit("customer", c.tokens.customer, cpp.tokens.customer);
    visit("device", c.tokens.device, cpp.tokens.device);
    visit("card", c.tokens.card, cpp.tokens.card);
    visit("address", c.tokens.address, cpp.tokens.address);
    visit("phone", c.tokens.phone, cpp.tokens.phone);
    visit("recipient", c.tokens.recipient, cpp.tokens.recipient);
    visit("ship_by", c.ship_by, cpp.ship_by);
    visit("priority", c.priority, cpp.priority);
    visit("max_splits", c.max_splits, cpp.max_splits);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
    visit("discount", c.discount, cpp.discount);
    visit("shipping", c.shipping, cpp.shipping);
    visit("shipping_tax", c.shipping_tax, cpp.shipping_tax);
    visit("deposit", c.deposit, cpp.deposit);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Extend> {
  using Struct = allot_extend;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("pay_by", c.pay_by, cpp.pay_by);
    visit("version", c.version, cpp.version);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ConfirmPart> {
  using Struct = allot_confirm_part;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("paid_at", c.paid_at, cpp.paid_at);
    visit("version", c.version, cpp.version);
    visit.choice("rest", c.rest, cpp.rest, 2);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<RecordPayment> {
  using Struct = allot_payment;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("payment_key", c.payment_key, cpp.payment_key);
    visit("amount", c.amount, cpp.amount);
    visit.choice("kind", c.kind, cpp.kind, 6);
    visit("at", c.at, cpp.at);
    visit("until", c.until, cpp.until);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<CancelLine> {
  using Struct = allot_cancel_line;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit("node", c.node, cpp.node);
    visit("version", c.version, cpp.version);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Trim> {
  using Struct = allot_trim;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("version", c.version, cpp.version);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Merge> {
  using Struct = allot_merge;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("other_key", c.other_key, cpp.other_key);
    visit("version", c.version, cpp.version);
    visit("other_version", c.other_version, cpp.other_version);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

template <>
struct Form<Split> {
  using Struct = allot_split;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("version", c.version, cpp.version);
    visit("discount", c.discount, cpp.discount);
    visit("shipping", c.shipping, cpp.shipping);
    visit("shipping_tax", c.shipping_tax, cpp.shipping_tax);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
    visit("new_key", c.new_key, cpp.new_key);
    visit("new_number", c.new_number, cpp.new_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

}  // namespace allot::c
