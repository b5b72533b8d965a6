// What the events of the group fulfilment say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// Units of a line left. They count for the line, wherever they were taken from.
struct LineShipped {
  static constexpr EventType type = EventType::line_shipped;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // from where; the first node where there are several
  std::uint32_t quantity{};  // how many; units
  // the first lot that they were taken from; absent where it has no number
  std::uint64_t lot{};
  Token tracking{};    // token of the parcel; absent when none was given
  EventFlags flags{};  // how they were taken

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"tracking", EventSlot::time, Presence::not_zero}, self.tracking);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const LineShipped&, const LineShipped&) noexcept = default;
};

// Nothing of the order is held, waits, or has to be shipped any more: it has ended.
struct OrderShipped {
  static constexpr EventType type = EventType::order_shipped;

  OrderKey order_key{};   // which order
  std::uint32_t units{};  // units of it that were shipped
  MoneyMinor value{};     // of the order; minor units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
  }

  friend bool operator==(const OrderShipped&, const OrderShipped&) noexcept = default;
};

// A shipment or a delivery is not what was promised. It is recorded; somebody has to look.
struct ShipmentException {
  static constexpr EventType type = EventType::shipment_exception;

  OrderKey order_key{};   // which order
  SkuId sku{};            // of what; absent when it is the order's matter
  NodeId node{};          // where; absent when it does not matter
  std::uint32_t units{};  // that it is about; units
  // of not_paid, where the deposit has come in: what is open; else absent; minor units
  MoneyMinor open{};
  Token tracking{};  // token of the parcel; absent when none was given
  Reason reason{};   // what is wrong

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"node", EventSlot::node, Presence::not_zero}, self.node);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"open", EventSlot::amount, Presence::not_zero, FieldForm::money}, self.open);
    visit(EventField{"tracking", EventSlot::time, Presence::not_zero}, self.tracking);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const ShipmentException&, const ShipmentException&) noexcept = default;
};

// Units of a line arrived.
struct LineDelivered {
  static constexpr EventType type = EventType::line_delivered;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // how many; units
  Token tracking{};          // token of the parcel; absent when none was given

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"tracking", EventSlot::time, Presence::not_zero}, self.tracking);
  }

  friend bool operator==(const LineDelivered&, const LineDelivered&) noexcept = default;
};

// An order ended of which a part was shipped: that part stays shipped, the rest is not owed.
struct PartShipped {
  static constexpr EventType type = EventType::part_shipped;

  OrderKey order_key{};   // which order
  std::uint32_t units{};  // units of it that were shipped
  MoneyMinor value{};     // of them, at their price; minor units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
  }

  friend bool operator==(const PartShipped&, const PartShipped&) noexcept = default;
};

// Units that were reported as shipped have not left. What the order has of them is told next, if it
// goes on.
struct LineUnshipped {
  static constexpr EventType type = EventType::line_unshipped;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where they are
  std::uint32_t quantity{};  // how many; units
  std::uint64_t lot{};       // the lot that they are in; absent where it has no number
  Token tracking{};          // token of the parcel; absent when none was given

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"tracking", EventSlot::time, Presence::not_zero}, self.tracking);
  }

  friend bool operator==(const LineUnshipped&, const LineUnshipped&) noexcept = default;
};

// An order that had ended since all of it was shipped goes on: not all of it was.
struct OrderReopened {
  static constexpr EventType type = EventType::order_reopened;

  OrderKey order_key{};  // which order
  // until when it may be paid; absent when that does not end, or it is paid; ns since 1970
  TimeNs pay_by{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const OrderReopened&, const OrderReopened&) noexcept = default;
};

// Units that left are late, damaged, refused at the door, or lost.
struct DeliveryException {
  static constexpr EventType type = EventType::delivery_exception;

  OrderKey order_key{};  // which order
  // which line, from 0, after merging; absent when it is all of the order that is late or damaged
  std::uint16_t line{};
  SkuId sku{};            // of what; absent alike
  std::uint32_t units{};  // how many; units
  Token tracking{};       // token of the parcel; absent when none was given
  TimeNs at{};            // when it was found out; ns since 1970
  Reason reason{};        // what is wrong

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line, Presence::of_one_line}, self.line);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"tracking", EventSlot::amount, Presence::not_zero}, self.tracking);
    visit(EventField{"at", EventSlot::time, Presence::always, FieldForm::time}, self.at);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const DeliveryException&, const DeliveryException&) noexcept = default;
};

}  // namespace allot::events
