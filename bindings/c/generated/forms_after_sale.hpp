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
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

}  // namespace allot::c
