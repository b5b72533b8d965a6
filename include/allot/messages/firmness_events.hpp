// What the events of the group firmness say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// Money is to come in now: of an authorised order for goods that left, of one that is paid on
// delivery for goods that arrived.
struct CaptureDue {
  static constexpr EventType type = EventType::capture_due;

  OrderKey order_key{};  // which order
  MoneyMinor value{};    // what is to be captured beyond what was told before; minor units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
  }

  friend bool operator==(const CaptureDue&, const CaptureDue&) noexcept = default;
};

// All that is due for the order was set aside or has come in, in a channel whose orders are firm
// then; or, of one that is authorised, that counts until another time now.
struct PaymentAuthorised {
  static constexpr EventType type = EventType::payment_authorised;

  OrderKey order_key{};     // which order
  MoneyMinor value{};       // of the order; minor units
  std::uint32_t version{};  // of the order afterwards
  // when what was set aside lapses; absent when it does not; ns since 1970
  TimeNs pay_by{};
  Reason reason{};  // paid_too_late where that is so; else absent

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"value", EventSlot::amount, Presence::always, FieldForm::money}, self.value);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const PaymentAuthorised&, const PaymentAuthorised&) noexcept = default;
};

// What was set aside for an order counts no more, and was not all captured. Unpaid follows.
struct AuthorisationLapsed {
  static constexpr EventType type = EventType::authorisation_lapsed;

  OrderKey order_key{};  // which order
  MoneyMinor amount{};   // what was set aside, and not captured; minor units
  TimeNs lapsed_at{};    // when it lapsed; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"amount", EventSlot::amount, Presence::always, FieldForm::money}, self.amount);
    visit(EventField{"lapsed_at", EventSlot::time, Presence::always, FieldForm::time},
          self.lapsed_at);
  }

  friend bool operator==(const AuthorisationLapsed&, const AuthorisationLapsed&) noexcept = default;
};

// The deposit of the order has come in: it is firm, and its balance window begins.
struct DepositPaid {
  static constexpr EventType type = EventType::deposit_paid;

  OrderKey order_key{};     // which order
  MoneyMinor deposit{};     // which had to come in; minor units
  std::uint32_t version{};  // of the order afterwards
  TimeNs pay_by{};          // end of the balance window; absent when none runs; ns since 1970
  Reason reason{};          // paid_too_late where that is so; else absent

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"deposit", EventSlot::amount, Presence::always, FieldForm::money},
          self.deposit);
    visit(EventField{"version", EventSlot::quantity}, self.version);
    visit(EventField{"pay_by", EventSlot::time, Presence::not_zero, FieldForm::time}, self.pay_by);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const DepositPaid&, const DepositPaid&) noexcept = default;
};

// The balance of an order was not paid in time. It ends: expired follows, or cancel_requested.
struct BalanceLapsed {
  static constexpr EventType type = EventType::balance_lapsed;

  OrderKey order_key{};  // which order
  // what of its deposit the shop keeps; absent when it is due back; minor units
  MoneyMinor kept{};
  TimeNs pay_by{};  // end of the balance window; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kept", EventSlot::amount, Presence::not_zero, FieldForm::money}, self.kept);
    visit(EventField{"pay_by", EventSlot::time, Presence::always, FieldForm::time}, self.pay_by);
  }

  friend bool operator==(const BalanceLapsed&, const BalanceLapsed&) noexcept = default;
};

}  // namespace allot::events
