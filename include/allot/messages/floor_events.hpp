// What the events of the group floor say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// What a line has is to be picked, at one node or at several.
struct LineReleased {
  static constexpr EventType type = EventType::line_released;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where; the first node where there are several
  std::uint32_t quantity{};  // how many; units
  std::uint64_t lot{};       // the first lot to pick from; absent where it has no number
  EventFlags flags{};        // of several lots, or at several nodes

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const LineReleased&, const LineReleased&) noexcept = default;
};

// Units of a line were picked.
struct LinePicked {
  static constexpr EventType type = EventType::line_picked;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where
  std::uint32_t quantity{};  // how many; units
  // the first lot that they were picked from; absent where it has no number
  std::uint64_t lot{};
  EventFlags flags{};  // from several lots

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const LinePicked&, const LinePicked&) noexcept = default;
};

// Units of a line could not be picked; it waits for others.
struct LineShortPicked {
  static constexpr EventType type = EventType::line_short_picked;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where
  std::uint32_t quantity{};  // how many; units
  // the first lot that they should have been picked from; absent where it has no number
  std::uint64_t lot{};
  EventFlags flags{};  // of several lots
  Reason reason{};     // what is wrong with them

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const LineShortPicked&, const LineShortPicked&) noexcept = default;
};

// Units that were picked for a line are back on the shelf, and still its own.
struct LinePutBack {
  static constexpr EventType type = EventType::line_put_back;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where; the first node where there are several
  std::uint32_t quantity{};  // how many; units
  // the lot that they are in, the first of several; absent where it has no number
  std::uint64_t lot{};
  EventFlags flags{};  // into several lots, or at several nodes

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const LinePutBack&, const LinePutBack&) noexcept = default;
};

// An order is to end of which something is on the floor: the nodes have to say whether it can.
struct CancelRequested {
  static constexpr EventType type = EventType::cancel_requested;

  OrderKey order_key{};   // which order
  std::uint32_t units{};  // units that are to be picked, or were
  MoneyMinor value{};     // of the order; minor units
  Reason reason{};        // why it is to end; absent when it was cancelled

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const CancelRequested&, const CancelRequested&) noexcept = default;
};

// A node has answered for an order that was asked back.
template <EventType of = EventType{}>
struct CancelAnswered {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::cancel_agreed, EventType::cancel_refused};

  OrderKey order_key{};  // which order
  NodeId node{};         // which node; absent where it was all of them

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"node", EventSlot::node, Presence::not_zero}, self.node);
  }

  friend bool operator==(const CancelAnswered&, const CancelAnswered&) noexcept = default;
};
// its goods go back on the shelf
using CancelAgreed = CancelAnswered<EventType::cancel_agreed>;
// it is too late: the order goes on
using CancelRefused = CancelAnswered<EventType::cancel_refused>;

// Units of a line were put into a parcel.
struct LinePacked {
  static constexpr EventType type = EventType::line_packed;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where
  std::uint32_t quantity{};  // how many; units
  Token parcel_key{};        // of the parcel
  std::int64_t weight_g{};   // of the whole parcel; absent when it was not weighed

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"parcel_key", EventSlot::amount}, self.parcel_key);
    visit(EventField{"weight_g", EventSlot::time, Presence::not_zero}, self.weight_g);
  }

  friend bool operator==(const LinePacked&, const LinePacked&) noexcept = default;
};

// Orders for a wave are looked for.
struct WaveBegun {
  static constexpr EventType type = EventType::wave_begun;

  Token wave_key{};  // by which the host knows the wave

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"wave_key", EventSlot::amount}, self.wave_key);
  }

  friend bool operator==(const WaveBegun&, const WaveBegun&) noexcept = default;
};

// All orders of a wave are on the floor.
struct WaveReleased {
  static constexpr EventType type = EventType::wave_released;

  std::uint32_t orders{};  // orders of which anything was released by it
  // orders that fitted when they were looked at, and did not when it was their turn, or found the
  // floor full; absent when there are none
  std::int64_t passed_over{};
  Token wave_key{};  // by which the host knows the wave

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"orders", EventSlot::quantity}, self.orders);
    visit(EventField{"passed_over", EventSlot::time, Presence::not_zero}, self.passed_over);
    visit(EventField{"wave_key", EventSlot::amount}, self.wave_key);
  }

  friend bool operator==(const WaveReleased&, const WaveReleased&) noexcept = default;
};

// A parcel has left, with the last that lay in it.
struct ParcelShipped {
  static constexpr EventType type = EventType::parcel_shipped;

  Token parcel_key{};  // by which the host knows the parcel
  // of the whole parcel, as it was told last; absent when it was not weighed
  std::int64_t weight_g{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"parcel_key", EventSlot::amount}, self.parcel_key);
    visit(EventField{"weight_g", EventSlot::time, Presence::not_zero}, self.weight_g);
  }

  friend bool operator==(const ParcelShipped&, const ParcelShipped&) noexcept = default;
};

// A parcel has left of which nobody knows what lay in it.
struct ParcelUnassigned {
  static constexpr EventType type = EventType::parcel_unassigned;

  Token parcel_key{};  // by which the host knows the parcel
  Token tracking{};    // token of the carrier's number; absent when none was given
  Reason reason{};     // that nothing lies in a parcel of this key

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"parcel_key", EventSlot::amount}, self.parcel_key);
    visit(EventField{"tracking", EventSlot::time, Presence::not_zero}, self.tracking);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const ParcelUnassigned&, const ParcelUnassigned&) noexcept = default;
};

}  // namespace allot::events
