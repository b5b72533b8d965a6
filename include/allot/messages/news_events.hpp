// What the events of the group news say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// News of an order that nobody knows yet waits for it.
struct NewsKept {
  static constexpr EventType type = EventType::news_kept;

  OrderKey order_key{};   // of which order
  CommandType command{};  // the command that brought the news, which is done when the order comes
  TimeNs paid_at{};       // of a payment, as the command says; absent of others; ns since 1970
  TimeNs until{};         // when it has waited in vain; ns since 1970
  // news_known when such news waited before, which is the one that is kept; absent when not
  Reason reason{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"command", EventSlot::quantity}, self.command);
    visit(EventField{"paid_at", EventSlot::amount, Presence::not_zero, FieldForm::time},
          self.paid_at);
    visit(EventField{"until", EventSlot::time, Presence::always, FieldForm::time}, self.until);
    visit(EventField{"reason", EventSlot::reason, Presence::not_zero}, self.reason);
  }

  friend bool operator==(const NewsKept&, const NewsKept&) noexcept = default;
};

// No order came for news that waited, or somebody else ships the sale that it was to cancel;
// nothing more is done with it. It is the host's to find out what the news was of.
struct NewsUnclaimed {
  static constexpr EventType type = EventType::news_unclaimed;

  OrderKey order_key{};   // of which order
  CommandType command{};  // the command that brought it
  TimeNs paid_at{};       // of a payment, as the command said; absent of others; ns since 1970
  MoneyMinor amount{};    // of a command payment; absent of others; minor units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"command", EventSlot::quantity}, self.command);
    visit(EventField{"paid_at", EventSlot::time, Presence::not_zero, FieldForm::time},
          self.paid_at);
    visit(EventField{"amount", EventSlot::amount, Presence::not_zero, FieldForm::money},
          self.amount);
  }

  friend bool operator==(const NewsUnclaimed&, const NewsUnclaimed&) noexcept = default;
};

}  // namespace allot::events
