// What the events of the group line say, by name. How one lies in an Event: event.hpp.
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

// Units of a line were taken at one node: held until paid and cleared, or allocated at once.
template <EventType of = EventType{}>
struct LineTaken {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::line_held, EventType::line_allocated};

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where
  std::uint32_t quantity{};  // how many; units
  std::uint64_t lot{};       // the first lot that they were taken from
  EventFlags flags{};        // how they were taken

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

  friend bool operator==(const LineTaken&, const LineTaken&) noexcept = default;
};
// held until the order is paid and cleared
using LineHeld = LineTaken<EventType::line_held>;
// firm at once, for the order is paid and cleared
using LineAllocated = LineTaken<EventType::line_allocated>;

// Units of a line wait for stock. line_short: those of an imported order, which is owed them.
template <EventType of = EventType{}>
struct LineNotTaken {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::line_waiting, EventType::line_short};

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // how many; units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
  }

  friend bool operator==(const LineNotTaken&, const LineNotTaken&) noexcept = default;
};
// waits for stock
using LineWaiting = LineNotTaken<EventType::line_waiting>;
// owed to an imported order, and waits
using LineShort = LineNotTaken<EventType::line_short>;

// A line was dropped; the order goes on, unless refused follows.
struct LineRefused {
  static constexpr EventType type = EventType::line_refused;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  std::uint32_t quantity{};  // how many; units
  Reason reason{};           // why

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const LineRefused&, const LineRefused&) noexcept = default;
};

// Units that were promised to a line cannot be had: it does not hold them any more, and waits for
// them at the rank that it had. line_waiting or line_short follows; of an order that is shipped
// whole, for each of its lines, since it holds nothing then.
struct LineLost {
  static constexpr EventType type = EventType::line_lost;

  OrderKey order_key{};      // which order
  std::uint16_t line{};      // which line, from 0, after merging
  SkuId sku{};               // of what
  NodeId node{};             // where it held them
  std::uint32_t quantity{};  // how many; units
  std::uint64_t lot{};       // the lot that it held them from
  Reason reason{};           // why

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"lot", EventSlot::amount}, self.lot);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const LineLost&, const LineLost&) noexcept = default;
};

// A line has a number of its own, or a date on which it is wanted.
struct LineNamed {
  static constexpr EventType type = EventType::line_named;

  OrderKey order_key{};  // which order
  // which line, from 0, after merging: all that is told of it names it by this
  std::uint16_t line{};
  SkuId sku{};                 // of what
  std::uint32_t quantity{};    // that it is to have; units
  std::int64_t line_number{};  // the line's number as the shop has it; absent when it has none
  // when the customer wants it; absent when no date was said; ns since 1970
  TimeNs wanted_at{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"line", EventSlot::line}, self.line);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"quantity", EventSlot::quantity}, self.quantity);
    visit(EventField{"line_number", EventSlot::amount, Presence::not_zero}, self.line_number);
    visit(EventField{"wanted_at", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.wanted_at);
  }

  friend bool operator==(const LineNamed&, const LineNamed&) noexcept = default;
};

}  // namespace allot::events
