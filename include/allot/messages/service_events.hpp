// What the events of the group service say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// A promise is to be kept by then, and nobody has yet: somebody should hurry. Told once.
struct ServiceWarning {
  static constexpr EventType type = EventType::service_warning;

  OrderKey order_key{};                       // of which order
  ServiceKind kind{ServiceKind::processing};  // what was promised
  // of a return what is to come back; absent when it is all SKUs of the order, and of other kinds
  SkuId sku{};
  ChannelId channel{};  // of which the order is
  TimeNs due_at{};      // until when it can be kept; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"due_at", EventSlot::time, Presence::always, FieldForm::time}, self.due_at);
  }

  friend bool operator==(const ServiceWarning&, const ServiceWarning&) noexcept = default;
};

// The time of a promise has come, and it was not kept. Told once.
struct ServiceBreached {
  static constexpr EventType type = EventType::service_breached;

  OrderKey order_key{};                       // of which order
  ServiceKind kind{ServiceKind::processing};  // what was promised
  // of a return what is to come back; absent when it is all SKUs of the order, and of other kinds
  SkuId sku{};
  ChannelId channel{};  // of which the order is
  TimeNs due_at{};      // until when it could be kept; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"due_at", EventSlot::time, Presence::always, FieldForm::time}, self.due_at);
  }

  friend bool operator==(const ServiceBreached&, const ServiceBreached&) noexcept = default;
};

// What was promised is done, and in time.
struct ServiceKept {
  static constexpr EventType type = EventType::service_kept;

  OrderKey order_key{};                       // of which order
  ServiceKind kind{ServiceKind::processing};  // what was promised
  // of a return what came back; absent when it is all SKUs of the order, and of other kinds
  SkuId sku{};
  ChannelId channel{};      // of which the order is
  std::int64_t taken_ns{};  // how long it took; ns
  TimeNs due_at{};          // until when it could be kept; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"taken_ns", EventSlot::amount, Presence::always, FieldForm::duration},
          self.taken_ns);
    visit(EventField{"due_at", EventSlot::time, Presence::always, FieldForm::time}, self.due_at);
  }

  friend bool operator==(const ServiceKept&, const ServiceKept&) noexcept = default;
};

// Goods left of an order for which a promise was running: all that left by one command is one
// parcel here.
template <EventType of = EventType{}>
struct ParcelLeft {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::parcel_in_time, EventType::parcel_late};

  OrderKey order_key{};  // of which order
  // what was promised: processing or ship_by, whichever was to be kept first
  ServiceKind kind{ServiceKind::processing};
  ChannelId channel{};    // of which the order is
  std::uint32_t units{};  // that left, of what was ordered; units
  Token tracking{};       // token of the parcel; absent when none was given
  TimeNs due_at{};        // until when it could leave in time; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"tracking", EventSlot::amount, Presence::not_zero}, self.tracking);
    visit(EventField{"due_at", EventSlot::time, Presence::always, FieldForm::time}, self.due_at);
  }

  friend bool operator==(const ParcelLeft&, const ParcelLeft&) noexcept = default;
};
// before the promise was to be kept
using ParcelInTime = ParcelLeft<EventType::parcel_in_time>;
// at that time, or later
using ParcelLate = ParcelLeft<EventType::parcel_late>;

// Promises that were to begin in this step found promises_max of them running: nobody is warned of
// them, and they are neither kept nor breached.
struct PromisesMissed {
  static constexpr EventType type = EventType::promises_missed;

  std::uint32_t missed{};      // promises of this step
  std::int64_t missed_ever{};  // of all steps until now

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"missed", EventSlot::quantity}, self.missed);
    visit(EventField{"missed_ever", EventSlot::amount}, self.missed_ever);
  }

  friend bool operator==(const PromisesMissed&, const PromisesMissed&) noexcept = default;
};

}  // namespace allot::events
