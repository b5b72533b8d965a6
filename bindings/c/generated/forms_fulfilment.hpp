// The commands of the group fulfilment, member by member.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "../form.hpp"
#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

template <>
struct Form<ReleaseWave> {
  using Struct = allot_release_wave;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("wave_key", c.wave_key, cpp.wave_key);
    visit("node", c.node, cpp.node);
    visit("zone", c.zone, cpp.zone);
    visit("channel", c.channel, cpp.channel);
    visit("cutoff", c.cutoff, cpp.cutoff);
    visit("orders_max", c.orders_max, cpp.orders_max);
    visit("carrier", c.carrier, cpp.carrier);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Pick> {
  using Struct = allot_pick;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ShortPick> {
  using Struct = allot_short_pick;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit.choice("why", c.why, cpp.why, 2);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Ship> {
  using Struct = allot_ship;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit("tracking", c.tracking, cpp.tracking);
    visit("parcel_key", c.parcel_key, cpp.parcel_key);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Deliver> {
  using Struct = allot_deliver;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit("tracking", c.tracking, cpp.tracking);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ReportDelivery> {
  using Struct = allot_delivery_exception;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit.choice("kind", c.kind, cpp.kind, 4);
    visit("sku", c.sku, cpp.sku);
    visit("quantity", c.quantity, cpp.quantity);
    visit("tracking", c.tracking, cpp.tracking);
    visit("at", c.at, cpp.at);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
    visit("reserved2", c.reserved2);
  }
};

template <>
struct Form<AnswerCancel> {
  using Struct = allot_answer_cancel;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("node", c.node, cpp.node);
    visit.choice("answer", c.answer, cpp.answer, 2);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ShipUndone> {
  using Struct = allot_ship_undone;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit.choice("to", c.to, cpp.to, 2);
    visit("tracking", c.tracking, cpp.tracking);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ReleaseOrder> {
  using Struct = allot_release_order;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("node", c.node, cpp.node);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<Pack> {
  using Struct = allot_pack;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("order_key", c.order_key, cpp.order_key);
    visit("parcel_key", c.parcel_key, cpp.parcel_key);
    visit("sku", c.sku, cpp.sku);
    visit("node", c.node, cpp.node);
    visit("lot", c.lot, cpp.lot);
    visit("quantity", c.quantity, cpp.quantity);
    visit("weight_g", c.weight_g, cpp.weight_g);
    visit("line_number", c.line_number, cpp.line_number);
  }
  template <class C, class Visitor>
  static void reserved(C& c, Visitor&& visit) {
    visit("reserved", c.reserved);
  }
};

template <>
struct Form<ShipParcel> {
  using Struct = allot_ship_parcel;

  template <class C, class Cpp, class Visitor>
  static void fields(C& c, Cpp& cpp, Visitor&& visit) {
    visit("command_key", c.command_key, cpp.command_key);
    visit("parcel_key", c.parcel_key, cpp.parcel_key);
    visit("tracking", c.tracking, cpp.tracking);
  }
  template <class C, class Visitor>
  static void reserved(C&, Visitor&&) {}
};

}  // namespace allot::c
