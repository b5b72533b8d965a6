// The commands of the group after_sale, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<RequestReturn> {
  using Struct = allot_request_return;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("return_key", c.return_key, cpp.return_key);
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit.choice("why", c.why, cpp.why, 6);
    visit("until", c.until, cpp.until);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ReceiveReturn> {
  using Struct = allot_receive_return;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("return_key", c.return_key, cpp.return_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit.choice("disposition", c.disposition, cpp.disposition, 4);
    visit("line_number", c.line_number, cpp.line_number);
    visit("deduct", c.deduct, cpp.deduct);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Exchange> {
  using Struct = allot_exchange;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("return_key", c.return_key, cpp.return_key);
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit("until", c.until, cpp.until);
    visit("customer", c.tokens.customer, cpp.tokens.customer);
    visit("device", c.tokens.device, cpp.tokens.device);
    visit("card", c.tokens.card, cpp.tokens.card);
    visit("address", c.tokens.address, cpp.tokens.address);
    visit("phone", c.tokens.phone, cpp.tokens.phone);
    visit("recipient", c.tokens.recipient, cpp.tokens.recipient);
    visit("ship_by", c.ship_by, cpp.ship_by);
    visit("zone", c.zone, cpp.zone);
    visit.choice("why", c.why, cpp.why, 6);
    visit.choice("credit", c.credit, cpp.credit, 2);
    visit("priority", c.priority, cpp.priority);
    visit("max_splits", c.max_splits, cpp.max_splits);
    visit.array(Array{"lines", "line_count", &Limits::lines_per_order_max}, c.lines, c.line_count,
                cpp.lines);
    visit("new_key", c.new_key, cpp.new_key);
    visit("new_number", c.new_number, cpp.new_number);
    visit("discount", c.discount, cpp.discount);
    visit("shipping", c.shipping, cpp.shipping);
    visit("shipping_tax", c.shipping_tax, cpp.shipping_tax);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

}  // namespace allot::c
