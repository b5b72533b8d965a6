// What the events of the group exceptions say, by name. How one lies in an Event: event.hpp.
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

// Somebody has to look after this. The event that says what happened comes before it in the same
// step.
struct ExceptionRaised {
  static constexpr EventType type = EventType::exception_raised;

  OrderKey order_key{};                    // of which order; absent where nobody knows
  ExceptionKind kind{ExceptionKind::any};  // what it is about
  SkuId sku{};                             // of which SKU; absent when it is of none, or of several
  ExceptionId exception{};                 // by which it is assigned and resolved
  // units that it is about; absent when it is about money alone
  std::uint32_t units{};
  // money that it is about; absent when it is about units alone, or nobody knows; minor units
  MoneyMinor amount{};
  TimeNs due_at{};  // its deadline; absent when it has none; ns since 1970
  // what is wrong, as the event before it says; absent when it says none
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"exception", EventSlot::node}, self.exception);
    visit(EventField{"units", EventSlot::quantity, Presence::not_zero}, self.units);
    visit(EventField{"amount", EventSlot::amount, Presence::not_zero, FieldForm::money},
          self.amount);
    visit(EventField{"due_at", EventSlot::time, Presence::not_zero, FieldForm::time}, self.due_at);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const ExceptionRaised&, const ExceptionRaised&) noexcept = default;
};

// An exception has another owner.
struct ExceptionAssigned {
  static constexpr EventType type = EventType::exception_assigned;

  OrderKey order_key{};                    // of which order
  ExceptionKind kind{ExceptionKind::any};  // what it is about; absent when it was closed before
  ExceptionId exception{};                 // which one
  Token owner{};                           // who looks after it; absent for nobody
  // absent, or that it was closed before and nothing was done
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line, Presence::not_zero}, self.kind);
    visit(EventField{"exception", EventSlot::node}, self.exception);
    visit(EventField{"owner", EventSlot::amount, Presence::not_zero}, self.owner);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const ExceptionAssigned&, const ExceptionAssigned&) noexcept = default;
};

// An exception was looked after: it is closed.
struct ExceptionResolved {
  static constexpr EventType type = EventType::exception_resolved;

  OrderKey order_key{};                     // of which order
  ExceptionKind kind{ExceptionKind::any};   // what it was about; absent when it was closed before
  ExceptionId exception{};                  // which one
  Resolution outcome{Resolution::settled};  // what came of it
  // token of a note or a document that says more; absent when none was given
  Token reference{};
  // absent, or that it was closed before and nothing was done
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line, Presence::not_zero}, self.kind);
    visit(EventField{"exception", EventSlot::node}, self.exception);
    visit(EventField{"outcome", EventSlot::quantity}, self.outcome);
    visit(EventField{"reference", EventSlot::amount, Presence::not_zero}, self.reference);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const ExceptionResolved&, const ExceptionResolved&) noexcept = default;
};

// What an exception was about is so no more: it is closed, whoever looked after it.
struct ExceptionSolved {
  static constexpr EventType type = EventType::exception_solved;

  OrderKey order_key{};                    // of which order
  ExceptionKind kind{ExceptionKind::any};  // what it was about
  ExceptionId exception{};                 // which one
  Token owner{};                           // who looked after it; absent for nobody

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"exception", EventSlot::node}, self.exception);
    visit(EventField{"owner", EventSlot::amount, Presence::not_zero}, self.owner);
  }

  friend bool operator==(const ExceptionSolved&, const ExceptionSolved&) noexcept = default;
};

// The deadline of an exception has come, and it is open. Told once.
struct ExceptionOverdue {
  static constexpr EventType type = EventType::exception_overdue;

  OrderKey order_key{};                    // of which order
  ExceptionKind kind{ExceptionKind::any};  // what it is about
  SkuId sku{};                             // of which SKU; absent when it is of none, or of several
  ExceptionId exception{};                 // which one
  Token owner{};                           // who looks after it; absent for nobody
  TimeNs due_at{};                         // its deadline; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"kind", EventSlot::line}, self.kind);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"exception", EventSlot::node}, self.exception);
    visit(EventField{"owner", EventSlot::amount, Presence::not_zero}, self.owner);
    visit(EventField{"due_at", EventSlot::time, Presence::always, FieldForm::time}, self.due_at);
  }

  friend bool operator==(const ExceptionOverdue&, const ExceptionOverdue&) noexcept = default;
};

// Exceptions of this step found exceptions_max of them open, and were not raised: what happened is
// told by its own events only.
struct ExceptionsMissed {
  static constexpr EventType type = EventType::exceptions_missed;

  std::uint32_t missed{};      // exceptions of this step
  std::int64_t missed_ever{};  // of all steps until now

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"missed", EventSlot::quantity}, self.missed);
    visit(EventField{"missed_ever", EventSlot::amount}, self.missed_ever);
  }

  friend bool operator==(const ExceptionsMissed&, const ExceptionsMissed&) noexcept = default;
};

// An article was named by its code.
struct SkuNamed {
  static constexpr EventType type = EventType::sku_named;

  SkuId sku{};  // by which facts name it from now on

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
  }

  friend bool operator==(const SkuNamed&, const SkuNamed&) noexcept = default;
};

}  // namespace allot::events
