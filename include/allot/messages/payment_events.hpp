// What the events of the group payment say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// A payment was recorded.
struct Paid {
  static constexpr EventType type = EventType::paid;

  OrderKey order_key{};     // which order
  MoneyMinor value{};       // of the order; minor units
  std::uint32_t version{};  // of the order afterwards
  TimeNs paid_at{};         // as the command says; ns since 1970
  Reason reason{};          // already_paid or paid_too_late; absent when neither

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"paid_at", EventSlot::time, Presence::always, FieldForm::time}, self.paid_at);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const Paid&, const Paid&) noexcept = default;
};

// News of a payment was recorded.
template <EventType of = EventType{}>
struct PaymentChanged {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::payment_pending, EventType::payment_failed};

  OrderKey order_key{};     // which order
  std::uint32_t version{};  // of the order afterwards
  TimeNs pay_by{};          // end of the payment window; absent when none runs; ns since 1970
  // order_ended or already_paid: then nothing changed; absent when neither
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const PaymentChanged&, const PaymentChanged&) noexcept = default;
};
// the provider is working on it
using PaymentPending = PaymentChanged<EventType::payment_pending>;
// an attempt failed
using PaymentFailed = PaymentChanged<EventType::payment_failed>;

// The host owes money back.
struct RefundDue {
  static constexpr EventType type = EventType::refund_due;

  OrderKey order_key{};  // which order
  MoneyMinor value{};    // what is due back beyond what was told before; minor units
  // paid_too_late or order_forgotten when that is the cause, or what a purchase cap said
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const RefundDue&, const RefundDue&) noexcept = default;
};

// The order is still not paid, and pay_by is near.
struct Reminder {
  static constexpr EventType type = EventType::reminder;

  OrderKey order_key{};  // which order
  TimeNs pay_by{};       // end of the payment window; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const Reminder&, const Reminder&) noexcept = default;
};

// A payment is that of no order which is known whole: it was made before the one that has its
// order_key was placed, or that one ended so long ago that only a stub of it is left. It is
// recorded here; of a stub refund_due follows with the amount, unless it was paid before.
struct PaymentUnassigned {
  static constexpr EventType type = EventType::payment_unassigned;

  OrderKey order_key{};  // the key that the payment names
  TimeNs paid_at{};      // as the command says; ns since 1970
  // sequence at which the order that has the key now, or the stub, was placed
  Sequence placed_sequence{};
  // paid_before_placed; of a stub also order_forgotten, or already_paid
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"paid_at", EventSlot::time, Presence::always, FieldForm::time}, self.paid_at);
    visit(EventField{"placed_sequence", EventSlot::amount}, self.placed_sequence);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const PaymentUnassigned&, const PaymentUnassigned&) noexcept = default;
};

// A command payment was recorded.
template <EventType of = EventType{}>
struct PaymentRecorded {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::authorised,   EventType::captured,
                                    EventType::refunded,     EventType::reversed,
                                    EventType::charged_back, EventType::voided};

  OrderKey order_key{};  // which order
  MoneyMinor amount{};   // as the command says; minor units
  TimeNs at{};           // as the command says, or when that came; ns since 1970
  // payment_known, or payment_conflict where the amount was another: nothing changed, it was
  // recorded before; paid_before_placed or order_forgotten: it counts for no order that is known
  // whole; authorisation_lapsed: it counts for nothing, since it ended before it came;
  // beyond_captured: more has gone back than came in; absent when none of these
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"amount", EventSlot::amount, Presence::always, FieldForm::money}, self.amount);
    visit(EventField{"at", EventSlot::time, Presence::always, FieldForm::time}, self.at);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const PaymentRecorded&, const PaymentRecorded&) noexcept = default;
};
// the provider has set the amount aside
using Authorised = PaymentRecorded<EventType::authorised>;
// the money has come in
using Captured = PaymentRecorded<EventType::captured>;
// the shop has given it back
using Refunded = PaymentRecorded<EventType::refunded>;
// the bank has taken it back
using Reversed = PaymentRecorded<EventType::reversed>;
// the cardholder has had it taken back
using ChargedBack = PaymentRecorded<EventType::charged_back>;
// the provider has let go of what was set aside
using Voided = PaymentRecorded<EventType::voided>;

// How the money of an order stands, of which a command payment was recorded: told behind each, and
// whenever it may have changed since.
struct Balance {
  static constexpr EventType type = EventType::balance;

  OrderKey order_key{};  // which order
  // what is due and has not come in, or went back again; at most 2^63-1 is told; minor units
  MoneyMinor open{};
  // what has come in and is not due, or no more: it is to be refunded; minor units
  MoneyMinor refund_due{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"open", EventSlot::amount, Presence::always, FieldForm::money}, self.open);
    visit(EventField{"refund_due", EventSlot::time, Presence::always, FieldForm::money},
          self.refund_due);
  }

  friend bool operator==(const Balance&, const Balance&) noexcept = default;
};

// The order is not paid any more, nor deposited, since money went back that had come in or more is
// due, or not authorised, since that lapsed or does not suffice. What was allocated is held again
// until it is paid or authorised. Where it is paid when the goods arrive, allocated follows.
struct Unpaid {
  static constexpr EventType type = EventType::unpaid;

  OrderKey order_key{};     // which order
  std::uint32_t version{};  // of the order afterwards
  // end of the payment window; absent when none runs, as of an order that has ended; ns since 1970
  TimeNs pay_by{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const Unpaid&, const Unpaid&) noexcept = default;
};

// An order that waited holds something, and may be paid: the payment window of its offer.
template <EventType of = EventType{}>
struct Offer {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::offered, EventType::offer_withdrawn};

  OrderKey order_key{};  // which order
  TimeNs pay_by{};       // end of the payment window; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const Offer&, const Offer&) noexcept = default;
};
// what waited is there: the payment window begins
using Offered = Offer<EventType::offered>;
// what was offered is not there any more: the window is over, and begins anew when it is served
using OfferWithdrawn = Offer<EventType::offer_withdrawn>;

// The order was not paid by pay_by, and keeps what it holds for a grace.
template <EventType of = EventType{}>
struct Overdue {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::payment_overdue, EventType::overdue_reminder};

  OrderKey order_key{};  // which order
  MoneyMinor value{};    // of the order; minor units
  TimeNs let_go_at{};    // when it lets go of what it holds, and ends; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"let_go_at", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.let_go_at);
  }

  friend bool operator==(const Overdue&, const Overdue&) noexcept = default;
};
// the payment window is over, and the grace begins
using PaymentOverdue = Overdue<EventType::payment_overdue>;
// the grace is nearly over
using OverdueReminder = Overdue<EventType::overdue_reminder>;

}  // namespace allot::events
