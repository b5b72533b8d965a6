// What the events of the group after_sale say, by name. How one lies in an Event: event.hpp.
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

// A customer has a time for sending goods back.
struct ReturnRequested {
  static constexpr EventType type = EventType::return_requested;

  OrderKey order_key{};                   // of which order
  ReturnReason why{ReturnReason::other};  // why the customer does not want it
  SkuId sku{};                            // what; absent when it is all SKUs of the order
  std::uint32_t units{};                  // how many; units
  Token return_key{};                     // by which the host knows the return
  TimeNs until{};                         // the end of the window; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"why", EventSlot::line}, self.why);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"return_key", EventSlot::amount}, self.return_key);
    visit(EventField{"until", EventSlot::time, Presence::always, FieldForm::time}, self.until);
  }

  friend bool operator==(const ReturnRequested&, const ReturnRequested&) noexcept = default;
};

// Units came back.
template <EventType of = EventType{}>
struct Returned {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::return_restocked, EventType::return_quarantined,
                                    EventType::return_scrapped, EventType::return_forwarded};

  OrderKey order_key{};   // of which order; absent where nobody knows
  SkuId sku{};            // of what
  NodeId node{};          // where
  std::uint32_t units{};  // how many; units
  // the lot that they went into; absent where it has no number, or they went into none
  std::uint64_t lot{};
  Token return_key{};  // the return that was requested; absent when none was

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"lot", EventSlot::amount, Presence::not_zero}, self.lot);
    visit(EventField{"return_key", EventSlot::time, Presence::not_zero}, self.return_key);
  }

  friend bool operator==(const Returned&, const Returned&) noexcept = default;
};
// units that came back are for sale
using ReturnRestocked = Returned<EventType::return_restocked>;
// units that came back are stock, and not for sale
using ReturnQuarantined = Returned<EventType::return_quarantined>;
// units that came back are thrown away
using ReturnScrapped = Returned<EventType::return_scrapped>;
// units that came back go on to another node
using ReturnForwarded = Returned<EventType::return_forwarded>;

// What came back is not what was shipped or agreed on. It is recorded; somebody has to look.
struct ReturnException {
  static constexpr EventType type = EventType::return_exception;

  OrderKey order_key{};   // of which order; absent where nobody knows
  SkuId sku{};            // of what
  NodeId node{};          // where
  std::uint32_t units{};  // that it is about; units
  Token return_key{};     // the return, as the command says; absent when it says none
  Reason reason{};        // what is wrong

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"return_key", EventSlot::time, Presence::not_zero}, self.return_key);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const ReturnException&, const ReturnException&) noexcept = default;
};

// The window of a return is over, and not all of it has come back.
struct ReturnLapsed {
  static constexpr EventType type = EventType::return_lapsed;

  OrderKey order_key{};   // of which order
  SkuId sku{};            // what; absent when it is all SKUs of the order
  std::uint32_t units{};  // how many have not come back; units
  Token return_key{};     // by which the host knows the return
  TimeNs until{};         // the end of the window; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"return_key", EventSlot::amount}, self.return_key);
    visit(EventField{"until", EventSlot::time, Presence::always, FieldForm::time}, self.until);
  }

  friend bool operator==(const ReturnLapsed&, const ReturnLapsed&) noexcept = default;
};

// All that was to come back has.
struct ReturnCompleted {
  static constexpr EventType type = EventType::return_completed;

  OrderKey order_key{};   // of which order
  SkuId sku{};            // what; absent when it is all SKUs of the order
  std::uint32_t units{};  // how many came back; units
  Token return_key{};     // by which the host knows the return

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"sku", EventSlot::sku, Presence::not_zero}, self.sku);
    visit(EventField{"units", EventSlot::quantity}, self.units);
    visit(EventField{"return_key", EventSlot::amount}, self.return_key);
  }

  friend bool operator==(const ReturnCompleted&, const ReturnCompleted&) noexcept = default;
};

// An order was placed for goods that are to come back from another one; return_requested of the
// same return_key, before this, names that.
struct Exchanged {
  static constexpr EventType type = EventType::exchanged;

  OrderKey order_key{};                       // the new order
  CreditWhen counts{CreditWhen::on_receipt};  // when the credit counts
  // of what the old goods cost, what is for the new order once they are back; minor units
  MoneyMinor credit{};
  Token return_key{};  // by which the host knows the return

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"counts", EventSlot::line}, self.counts);
    visit(EventField{"credit", EventSlot::amount, Presence::always, FieldForm::money}, self.credit);
    visit(EventField{"return_key", EventSlot::time}, self.return_key);
  }

  friend bool operator==(const Exchanged&, const Exchanged&) noexcept = default;
};

// Goods came back in exchange: money of their order is the new order's from now on.
struct CreditMoved {
  static constexpr EventType type = EventType::credit_moved;

  OrderKey order_key{};  // the new order
  MoneyMinor amount{};   // how much; minor units
  Token return_key{};    // by which the host knows the return
  Reason reason{};       // ok, or that the new order is not known any more

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"amount", EventSlot::amount, Presence::always, FieldForm::money}, self.amount);
    visit(EventField{"return_key", EventSlot::time}, self.return_key);
    visit(EventField{"reason", EventSlot::reason}, self.reason);
  }

  friend bool operator==(const CreditMoved&, const CreditMoved&) noexcept = default;
};

// Of what was to be credited a part, or all, is not: the old goods did not come back in time, are
// worth less, or their money has gone. It is the customer's to pay.
struct CreditLapsed {
  static constexpr EventType type = EventType::credit_lapsed;

  OrderKey order_key{};  // the new order
  MoneyMinor amount{};   // how much; minor units
  Token return_key{};    // by which the host knows the return

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"order_key", EventSlot::order_key, Presence::not_zero}, self.order_key);
    visit(EventField{"amount", EventSlot::amount, Presence::always, FieldForm::money}, self.amount);
    visit(EventField{"return_key", EventSlot::time}, self.return_key);
  }

  friend bool operator==(const CreditLapsed&, const CreditLapsed&) noexcept = default;
};

}  // namespace allot::events
