// What the events of the group order say, by name. How one lies in an Event: event.hpp.
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

// An order was accepted. Its lines follow.
template <EventType of = EventType{}>
struct Accepted {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::placed, EventType::imported, EventType::retaken};

  OrderKey order_key{};     // which order
  std::uint16_t lines{};    // lines after merging those of the same SKU
  std::uint32_t parcels{};  // distinct nodes that the order takes from now; parcels
  MoneyMinor cost{};        // parcel and unit costs of the lanes chosen; minor units
  TimeNs pay_by{};          // end of the payment window; absent when none runs; ns since 1970
  EventFlags flags{};       // bounded, when the exact search was not used; to_be_paid

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"lines", EventSlot::line}, self.lines);
    visit(EventField{"parcels", EventSlot::quantity}, self.parcels);
    visit(EventField{"cost", EventSlot::amount, Presence::always, FieldForm::money}, self.cost);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
    visit(EventField{"flags", EventSlot::flags, Presence::not_zero}, self.flags);
  }

  friend bool operator==(const Accepted&, const Accepted&) noexcept = default;
};
// a place was accepted
using Placed = Accepted<EventType::placed>;
// an import was recorded; what it lacks is short
using Imported = Accepted<EventType::imported>;
// an expired order was paid in time, or the stock was still there: taken again
using Retaken = Accepted<EventType::retaken>;

// The order waits for a review_decision.
struct InReview {
  static constexpr EventType type = EventType::in_review;

  OrderKey order_key{};     // which order
  Reason reason{};          // why
  std::uint32_t version{};  // what a review_decision has to name
  TimeNs review_by{};       // deadline of the review; absent while it does not run; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"review_by", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.review_by);
  }

  friend bool operator==(const InReview&, const InReview&) noexcept = default;
};

// An imported order breaks a rule of risk, or a purchase cap: it is recorded, and must not ship
// before a review.
struct ShipStop {
  static constexpr EventType type = EventType::ship_stop;

  OrderKey order_key{};  // which order
  // why; absent when it was told before, and the order came back after it had expired
  Reason reason{};
  std::uint32_t version{};  // what a review_decision has to name

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
    visit(EventField{"version", EventSlot::quantity}, self.version);
  }

  friend bool operator==(const ShipStop&, const ShipStop&) noexcept = default;
};

// The order is paid and cleared: everything it holds is allocated.
struct Allocated {
  static constexpr EventType type = EventType::allocated;

  OrderKey order_key{};  // which order

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
  }

  friend bool operator==(const Allocated&, const Allocated&) noexcept = default;
};

// The order ended: cancelled by its owner, or review_rejected.
template <EventType of = EventType{}>
struct Ended {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::cancelled, EventType::review_rejected};

  OrderKey order_key{};   // which order
  MoneyMinor value{};     // of the order; minor units
  std::uint32_t units{};  // units that it held and gave back

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"units", EventSlot::quantity}, self.units);
  }

  friend bool operator==(const Ended&, const Ended&) noexcept = default;
};
// ended by a cancel
using Cancelled = Ended<EventType::cancelled>;
// ended by a review, or by its deadline
using ReviewRejected = Ended<EventType::review_rejected>;

// The order was not paid in time and ended.
struct Expired {
  static constexpr EventType type = EventType::expired;

  OrderKey order_key{};   // which order
  MoneyMinor value{};     // of the order; minor units
  std::uint32_t units{};  // units that it held and gave back
  TimeNs pay_by{};        // the deadline that it missed; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const Expired&, const Expired&) noexcept = default;
};

// The review let the order go on.
struct ReviewApproved {
  static constexpr EventType type = EventType::review_approved;

  OrderKey order_key{};     // which order
  std::uint32_t version{};  // of the order afterwards
  TimeNs pay_by{};          // end of the payment window; absent when none runs; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const ReviewApproved&, const ReviewApproved&) noexcept = default;
};

// An imported order goes beyond a purchase cap, or cannot be counted by it. It is recorded.
struct CapExceeded {
  static constexpr EventType type = EventType::cap_exceeded;

  OrderKey order_key{};    // which order
  CapId cap{};             // which cap
  std::uint32_t excess{};  // units or orders, as the cap counts, beyond it or not counted
  std::int64_t debited{};  // those within the cap: debited
  Reason reason{};         // cap_reached; or why they are not counted
  // when the next window of the cap begins; absent when it has one for ever; ns since 1970
  TimeNs next_window_at{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"cap", EventSlot::node}, self.cap);
    visit(EventField{"excess", EventSlot::quantity}, self.excess);
    visit(EventField{"debited", EventSlot::amount}, self.debited);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
    visit(EventField{"next_window_at", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.next_window_at);
  }

  friend bool operator==(const CapExceeded&, const CapExceeded&) noexcept = default;
};

// A sale was recorded that somebody else ships. It takes nothing, and has ended.
struct ShippedElsewhere {
  static constexpr EventType type = EventType::shipped_elsewhere;

  OrderKey order_key{};   // which order
  std::uint16_t lines{};  // lines after merging those of the same SKU
  std::uint32_t units{};  // of all lines; units
  MoneyMinor value{};     // of the order; minor units
  TimeNs sold_at{};       // when the sale was made; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"lines", EventSlot::line}, self.lines);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"sold_at", EventSlot::time, Presence::always, FieldForm::time}, self.sold_at);
  }

  friend bool operator==(const ShippedElsewhere&, const ShippedElsewhere&) noexcept = default;
};

// A sale was imported that was made no later than one of which nothing is known any more, not even
// that there was one: it may be that one, told again. It takes nothing, and no order has its key,
// until it is imported again with known_new and another command_key.
struct SaleMaybeKnown {
  static constexpr EventType type = EventType::sale_maybe_known;

  OrderKey order_key{};   // of the order that it would be
  std::uint16_t lines{};  // lines after merging those of the same SKU
  std::uint32_t units{};  // of all lines; units
  MoneyMinor value{};     // what would be due; minor units
  TimeNs sold_at{};       // when the sale was made; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"lines", EventSlot::line}, self.lines);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"sold_at", EventSlot::time, Presence::always, FieldForm::time}, self.sold_at);
  }

  friend bool operator==(const SaleMaybeKnown&, const SaleMaybeKnown&) noexcept = default;
};

}  // namespace allot::events
