// The commands of the group stock, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<Receive> {
  using Struct = allot_receive;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit("expires_at", c.expires_at, cpp.expires_at);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Adjust> {
  using Struct = allot_adjust;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("delta", c.delta, cpp.delta);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<SetSafetyStock> {
  using Struct = allot_safety_stock;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("quantity", c.quantity, cpp.quantity);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<MovePromise> {
  using Struct = allot_move;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("from_node", c.from_node, cpp.from_node);
    visit("to_node", c.to_node, cpp.to_node);
    visit("quantity", c.quantity, cpp.quantity);
    visit("from_lot", c.from_lot, cpp.from_lot);
    visit("to_lot", c.to_lot, cpp.to_lot);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<SetFeed> {
  using Struct = allot_feed;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("channel", c.channel, cpp.channel);
    visit.choice("tells", c.tells, cpp.tells, 3);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

}  // namespace allot::c
