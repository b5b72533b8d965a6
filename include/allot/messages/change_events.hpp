// What the events of the group change say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// Units of a line were cancelled: the order has so many fewer.
struct LineCancelled {
  static constexpr EventType type = EventType::line_cancelled;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // as the command says; absent when it says none
  std::uint32_t quantity{};  // how many; units
  MoneyMinor value{};        // by so much less is due for the order; minor units
  std::int64_t gave_back{};  // of them, those that it held, and gave back; units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node, Presence::not_zero}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"gave_back", EventSlot::time}, self.gave_back);
  }

  friend bool operator==(const LineCancelled&, const LineCancelled&) noexcept = default;
};

// The order is another one than it was. What has become of its lines stands before this.
struct OrderChanged {
  static constexpr EventType type = EventType::order_changed;

  OrderKey order_key{};     // which order
  std::uint16_t lines{};    // that it has, those of which nothing is left included; lines
  std::uint32_t version{};  // of the order afterwards
  MoneyMinor value{};       // of the order afterwards; minor units
  TimeNs pay_by{};          // end of the payment window; absent when none runs; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"lines", EventSlot::line}, self.lines);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const OrderChanged&, const OrderChanged&) noexcept = default;
};

// A line is another one than it was, or new. What it has more is told by line_held or
// line_allocated behind order_changed.
struct LineChanged {
  static constexpr EventType type = EventType::line_changed;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // that it is to have now; units
  MoneyMinor value{};        // what is to be paid for it now; at most 2^63-1 is told; minor units
  std::int64_t gave_back{};  // units that it held, and gave back

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"gave_back", EventSlot::time}, self.gave_back);
  }

  friend bool operator==(const LineChanged&, const LineChanged&) noexcept = default;
};

// An unpaid order ended since the same shopper asked again for what it held: the order whose placed
// follows in the same step has that now. No money is due; what is paid for it later is due back.
struct TakenOver {
  static constexpr EventType type = EventType::taken_over;

  OrderKey order_key{};   // which order, the old one
  MoneyMinor value{};     // of the order; minor units
  std::uint32_t units{};  // units that it held

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"units", EventSlot::quantity}, self.units);
  }

  friend bool operator==(const TakenOver&, const TakenOver&) noexcept = default;
};

// What is refused next in the same step is held, or debited of the cap that refuses, by an order of
// the same shopper that is not paid: she may pay that one.
struct OwnHoldTold {
  static constexpr EventType type = EventType::own_hold_told;

  OrderKey order_key{};  // which order, the one that holds
  // the line that is refused, from 0, after merging; absent where a cap refuses
  std::uint16_t line{};
  SkuId sku{};  // its SKU
  CapId cap{};  // the purchase cap that refuses
  // units of the SKU that the order holds, or what it debited of the cap, as that counts
  std::uint32_t quantity{};
  MoneyMinor value{};  // of the order; minor units
  // until when it may be paid; absent when no payment window runs; ns since 1970
  TimeNs pay_by{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line, Presence::of_one_line}, self.line);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"cap", EventSlot::node, Presence::not_zero}, self.cap);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const OwnHoldTold&, const OwnHoldTold&) noexcept = default;
};

// The payment window of an order ends later than it did.
struct Extended {
  static constexpr EventType type = EventType::extended;

  OrderKey order_key{};     // which order
  std::uint32_t version{};  // of the order afterwards
  TimeNs pay_by{};          // the end of the payment window; ns since 1970
  TimeNs before{};          // when it ended before; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
    visit(EventField{"before", EventSlot::amount, Presence::always, FieldForm::time}, self.before);
  }

  friend bool operator==(const Extended&, const Extended&) noexcept = default;
};

// An order ended since it went into another one, whose line_merged and order_changed follow in the
// same step. What it held and was paid is that one's, and so is what is told of it later under its
// key; what is asked of it is refused.
struct OrderMerged {
  static constexpr EventType type = EventType::order_merged;

  OrderKey order_key{};      // which order, the one that ended
  MoneyMinor value{};        // of the order; by so much more is due for the other one; minor units
  std::uint32_t units{};     // units that it held
  Sequence into_sequence{};  // the sequence at which the order was placed into which it went

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"into_sequence", EventSlot::time}, self.into_sequence);
  }

  friend bool operator==(const OrderMerged&, const OrderMerged&) noexcept = default;
};

// A line has the units of a line of the order that was merged into its own: where they lie, or
// waiting in the place of its order.
struct LineMerged {
  static constexpr EventType type = EventType::line_merged;

  OrderKey order_key{};      // which order, the one that stays
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // that came; units
  // what is to be paid for all of the line now; at most 2^63-1 is told; minor units
  MoneyMinor value{};
  std::int64_t waiting{};  // of the units that came, those that wait

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"waiting", EventSlot::time}, self.waiting);
  }

  friend bool operator==(const LineMerged&, const LineMerged&) noexcept = default;
};

// A part of an order is this order from now on. Its lines, line_split, its payment and
// order_changed follow in the same step; then those of the order that it was a part of,
// line_changed and order_changed.
struct OrderSplit {
  static constexpr EventType type = EventType::order_split;

  OrderKey order_key{};  // which order, the new one
  // of the new order; by so much less is due for the other one; minor units
  MoneyMinor value{};
  std::uint32_t units{};     // units that went
  Sequence from_sequence{};  // the sequence at which the order was placed that it was a part of
  EventFlags flags{};        // to_be_paid when it has not been paid yet

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"from_sequence", EventSlot::time}, self.from_sequence);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const OrderSplit&, const OrderSplit&) noexcept = default;
};

// A line of an order that was split off another one has these units of one of its lines: where they
// lie, or waiting.
struct LineSplit {
  static constexpr EventType type = EventType::line_split;

  OrderKey order_key{};      // which order, the new one
  std::uint16_t line{};      // which line, from 0
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // that came; units
  MoneyMinor value{};        // what is to be paid for them; at most 2^63-1 is told; minor units
  std::int64_t waiting{};    // of the units that came, those that wait

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"waiting", EventSlot::time}, self.waiting);
  }

  friend bool operator==(const LineSplit&, const LineSplit&) noexcept = default;
};

// Units of a line are not held there any more: what it has in their place is told by line_held or
// line_allocated behind it.
struct LineMoved {
  static constexpr EventType type = EventType::line_moved;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where it held them
  std::uint32_t quantity{};  // how many; units
  std::uint64_t lot{};       // the first lot that they were held of
  EventFlags flags{};        // several_lots: of more than one

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount}, self.lot);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const LineMoved&, const LineMoved&) noexcept = default;
};

}  // namespace allot::events
