// What the events of the group control say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// The engine was started: always the first event.
struct Started {
  static constexpr EventType type = EventType::started;

  template <class Self, class V>
  static constexpr void fields(Self&, V&&) {}

  friend bool operator==(const Started&, const Started&) noexcept = default;
};

// The command was refused and changed nothing else.
struct Refused {
  static constexpr EventType type = EventType::refused;

  OrderKey order_key{};   // which order, if the command names one
  CommandType command{};  // the command that was refused
  Reason reason{};        // why
  // the line, or element of a list, at fault, from 0, when the cause lies in one
  std::uint16_t line{};
  SkuId sku{};           // its SKU
  CapId cap{};           // the purchase cap that refused the order
  std::uint32_t left{};  // what that cap leaves, in units or orders as it counts
  // when the next window of that cap begins; absent when it has one for ever; ns since 1970
  TimeNs next_window_at{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"command", EventSlot::amount}, self.command);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
    visit(EventField{"line", EventSlot::line, Presence::of_one_line}, self.line);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"cap", EventSlot::node, Presence::not_zero}, self.cap);
    visit(EventField{"left", EventSlot::quantity, Presence::of_one_cap}, self.left);
    visit(EventField{"next_window_at", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.next_window_at);
  }

  friend bool operator==(const Refused&, const Refused&) noexcept = default;
};

// The command_key was seen before with the same body; nothing was done again.
struct Duplicate {
  static constexpr EventType type = EventType::duplicate;

  OrderKey order_key{};       // which order, if the command names one
  Sequence first_sequence{};  // sequence of the first command with this key
  Reason reason{};            // what the first one was answered

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"first_sequence", EventSlot::amount}, self.first_sequence);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const Duplicate&, const Duplicate&) noexcept = default;
};

// Time has moved to here.
struct Ticked {
  static constexpr EventType type = EventType::ticked;

  TimeNs time{};  // the logical time; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"time", EventSlot::time, Presence::always, FieldForm::time}, self.time);
  }

  friend bool operator==(const Ticked&, const Ticked&) noexcept = default;
};

// A catalogue entry, list entry or limit was set.
struct Defined {
  static constexpr EventType type = EventType::defined;

  CommandType command{};  // the command that set it
  std::uint32_t id{};     // the id of what has a code; absent for others

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"command", EventSlot::amount}, self.command);
    visit(EventField{"id", EventSlot::quantity, Presence::not_zero, FieldForm::entry}, self.id);
  }

  friend bool operator==(const Defined&, const Defined&) noexcept = default;
};

// A command was left out by an operator.
struct Skipped {
  static constexpr EventType type = EventType::skipped;

  Sequence skipped{};  // sequence of the command that is left out

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"skipped", EventSlot::amount}, self.skipped);
  }

  friend bool operator==(const Skipped&, const Skipped&) noexcept = default;
};

// A fact is recorded at the time that stands: its stamp was more than max_step_ns ahead of that.
// What the fact did is told by the events that follow.
struct TimeKept {
  static constexpr EventType type = EventType::time_kept;

  OrderKey order_key{};   // which order, if the command names one
  CommandType command{};  // the command that reports the fact
  TimeNs time{};          // the logical time at which it is recorded; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"command", EventSlot::amount}, self.command);
    visit(EventField{"time", EventSlot::time, Presence::always, FieldForm::time}, self.time);
  }

  friend bool operator==(const TimeKept&, const TimeKept&) noexcept = default;
};

}  // namespace allot::events
