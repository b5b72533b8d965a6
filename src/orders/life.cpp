#include "orders/life.hpp"

#include <algorithm>

namespace allot {
namespace {

// What a fact about payment notes of an order that no longer waits for one.
Reason payment_note(const Order& order) noexcept {
  if (!order.open()) return Reason::order_ended;
  return order.awaits_payment() ? Reason::ok : Reason::already_paid;
}

EventType event_of_end(OrderStatus status) noexcept {
  switch (status) {
    case OrderStatus::expired: return EventType::expired;
    case OrderStatus::rejected: return EventType::review_rejected;
    default: return EventType::cancelled;
  }
}

}  // namespace

void Life::tell_in_review(const Order& order) const {
  Event& event = tell(order, EventType::in_review);
  event.reason = Reason::value_review;
  event.quantity = order.version;
  event.time = order.review_by;
}

Reason Life::pay(Order& order, TimeNs paid_at) const {
  Reason note = Reason::ok;
  if (order.payment == Payment::paid) {
    note = Reason::already_paid;
  } else if (order.status == OrderStatus::expired && paid_at >= order.pay_by) {
    note = Reason::paid_too_late;
  }
  if (note != Reason::already_paid) {
    order.payment = Payment::paid;
    ++order.version;
    if (order.open()) {
      order.pay_by = order.remind_at = 0;
      if (order.reviewed() && order.review_by == 0 && !order.ship_stop) {
        order.review_by = step_.now + settings(order).review_ttl_ns;
      }
    }
  }
  Event& event = tell(order, EventType::paid);
  event.amount = order.value;
  event.time = paid_at;
  event.quantity = order.version;
  event.reason = note;
  return note;
}

void Life::wait_for_payment(Order& order) const {
  const Reason note = payment_note(order);
  if (note == Reason::ok && order.payment == Payment::unpaid) {
    order.payment = Payment::pending;
    ++order.version;
    if (order.freeze == Freeze::unused) {
      order.freeze = Freeze::used;
      if (order.pay_by != 0) {
        order.freeze = Freeze::active;
        order.frozen_at = step_.now;
        order.granted = settings(order).pending_ttl_ns;
        order.pay_by += order.granted;
        if (order.remind_at != 0) order.remind_at += order.granted;
      }
    }
  }
  tell_payment(order, EventType::payment_pending, note);
}

void Life::fail_payment(Order& order) const {
  const Reason note = payment_note(order);
  if (note == Reason::ok && order.payment == Payment::pending) {
    order.payment = Payment::unpaid;
    ++order.version;
    if (order.freeze == Freeze::active) {
      // The clock stood still only while the payment was pending; the rest of the grant goes back.
      const std::int64_t back =
          std::max<std::int64_t>(0, order.granted - (step_.now - order.frozen_at));
      if (order.pay_by != 0) order.pay_by -= back;
      if (order.remind_at != 0) order.remind_at -= back;
      end_freeze(order);
    }
  }
  tell_payment(order, EventType::payment_failed, note);
}

void Life::tell_payment(const Order& order, EventType type, Reason note) const {
  Event& event = tell(order, type);
  event.reason = note;
  event.quantity = order.version;
  event.time = order.pay_by;
}

void Life::approve(Order& order) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(order.reviewed());
  order.review = Review::clear;
  order.review_by = 0;
  ++order.version;
  if (order.awaits_payment()) {
    begin_payment_window(order, settings(order));
    if (order.freeze == Freeze::active) end_freeze(order);
  }
  Event& event = tell(order, EventType::review_approved);
  event.quantity = order.version;
  event.time = order.pay_by;
}

void Life::remind(Order& order) const {
  ALLOT_CHECK(order.open());
  tell(order, EventType::reminder).time = order.pay_by;
  order.remind_at = 0;
}

void Life::end(Order& order, OrderStatus as, UnitSum units) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(as != OrderStatus::open);
  order.status = as;
  order.remind_at = order.review_by = 0;
  if (as == OrderStatus::rejected) order.review = Review::clear;
  Event& event = tell(order, event_of_end(as));
  event.amount = order.value;
  event.set_quantity(static_cast<std::uint32_t>(units.value), 0);
  if (as == OrderStatus::expired) {
    ALLOT_CHECK(order.awaits_payment());
    event.time = order.pay_by;
  }
  if (order.payment == Payment::paid) refund(order, Reason::ok);
}

void Life::reopen(Order& order) const {
  ALLOT_CHECK(order.status == OrderStatus::expired);
  ALLOT_CHECK(order.payment == Payment::paid);
  order.status = OrderStatus::open;
  order.pay_by = order.remind_at = 0;
  order.review_by = order.reviewed() ? step_.now + settings(order).review_ttl_ns : 0;
}

void Life::refund(const Order& order, Reason note) const {
  Event& event = tell(order, EventType::refund_due);
  event.amount = order.value;
  event.reason = note;
}

}  // namespace allot
