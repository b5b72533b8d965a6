#include "orders/life.hpp"

#include <algorithm>

namespace allot {
namespace {

// What a fact about payment notes of an order that no longer waits for one.
Reason payment_note(const Order& order) noexcept {
  if (!order.open()) return Reason::order_ended;
  return awaits_payment(order.payment) ? Reason::ok : Reason::already_paid;
}

}  // namespace

void Life::end_elsewhere(Order& order, TimeNs said, UnitSum units) const {
  ALLOT_CHECK(order.open());
  order.status = OrderStatus::elsewhere;
  step_.out->tell(events::ShippedElsewhere{.order_key = order.key,
                                           .lines = order.line_count,
                                           .units = static_cast<std::uint32_t>(units.value),
                                           .value = order.value,
                                           .sold_at = time_of_sale(said, step_.now)});
}

void Life::pay_nothing(Order& order) const {
  if (semantics_.pays_nothing_at_once()) order.payment = Payment::paid;
}

void Life::tell_nothing_paid(const Order& order) const {
  step_.out->tell(events::Paid{.order_key = order.key,
                               .value = order.value,
                               .version = order.version,
                               .paid_at = step_.now});
}

void Life::tell_named(const Order& order, const Line& line, LineNumber number,
                      TimeNs wanted_at) const {
  if (line.own_number == 0 && wanted_at == 0) return;
  step_.out->tell(events::LineNamed{.order_key = order.key,
                                    .line = static_cast<std::uint16_t>(number.value),
                                    .sku = line.sku,
                                    .quantity = line.ordered.value,
                                    .line_number = line.own_number,
                                    .wanted_at = wanted_at});
}

void Life::tell_in_review(const Order& order, Reason why) const {
  if (order.ship_stop) {
    step_.out->tell(events::ShipStop{.order_key = order.key, .version = order.version});
    return;
  }
  step_.out->tell(events::InReview{.order_key = order.key,
                                   .reason = why,
                                   .version = order.version,
                                   .review_by = order.review_by});
}

Reason Life::pay(Order& order, TimeNs paid_at) const {
  Reason note = Reason::ok;
  if (order.payment == Payment::paid) {
    note = Reason::already_paid;
  } else if (order.status == OrderStatus::expired &&
             Deadlines(catalogue_, step_).too_late(order, paid_at)) {
    note = Reason::paid_too_late;
  }
  if (note != Reason::already_paid) {
    order.payment = Payment::paid;
    ++order.version;
    if (order.open()) Deadlines(catalogue_, step_).secure(order, 0);
  }
  step_.out->tell(events::Paid{.order_key = order.key,
                               .value = order.value,
                               .version = order.version,
                               .paid_at = paid_at,
                               .reason = note});
  return note;
}

void Life::pay(Stub& stub, TimeNs paid_at) const {
  if (allot::was_paid_before(stub, paid_at)) {
    return leave_unassigned(stub, paid_at, Reason::paid_before_placed);
  }
  if (stub.payment == Payment::paid) {
    return leave_unassigned(stub, paid_at, Reason::already_paid);
  }
  stub.payment = Payment::paid;
  if (stub.status == OrderStatus::shipped) {
    // Its goods have left, so the money is not due back.
    step_.out->tell(events::Paid{.order_key = stub.key,
                                 .value = stub.value,
                                 .paid_at = paid_at,
                                 .reason = Reason::order_forgotten});
    return;
  }
  leave_unassigned(stub, paid_at, Reason::order_forgotten);
  step_.out->tell(events::RefundDue{
      .order_key = stub.key, .value = stub.value, .reason = Reason::order_forgotten});
}

void Life::lose_payment(Order& order, bool pays_now) const {
  ALLOT_CHECK(order.payment == Payment::paid || order.payment == Payment::deposited ||
              order.payment == Payment::authorised);
  const DefineChannel& channel = settings(order);
  // What was set aside, or the balance, had its time; a window that does not begin now is none.
  if (order.payment != Payment::paid && order.open()) order.pay_by = order.remind_at = 0;
  order.payment = Payment::unpaid;
  ++order.version;
  if (order.open() && channel.cash_on_delivery) {
    order.payment = Payment::on_delivery;
  } else if (order.open()) {
    if (order.freeze == Freeze::active) end_freeze(order);
    const bool pauses = order.reviewed() && !order.ship_stop && channel.review_pauses_payment;
    if (!pauses && pays_now) {
      begin_payment_window(order, channel, step_.now + channel.hold_ttl_ns, step_.now);
    }
  }
  step_.out->tell(events::Unpaid{
      .order_key = order.key, .version = order.version, .pay_by = order.open() ? order.pay_by : 0});
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
  step_.out->tell(type, events::PaymentChanged<>{.order_key = order.key,
                                                 .version = order.version,
                                                 .pay_by = order.pay_by,
                                                 .reason = note});
}

void Life::approve(Order& order, bool pays_now) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(order.reviewed());
  order.review = Review::clear;
  order.review_by = 0;
  ++order.version;
  if (awaits_payment(order.payment)) {
    const DefineChannel& channel = settings(order);
    TimeNs pay_by = step_.now + channel.hold_ttl_ns;
    bool waits_on = false;
    if (semantics_.keeps_later_windows()) {
      // A payment that is on its way keeps the time that was left to it.
      const TimeNs stood = window_end(order, step_.now);
      waits_on = pays_now && order.freeze == Freeze::active;
      pay_by = std::max(stood, pay_by) + (waits_on ? order.pay_by - stood : 0);
    }
    if ((order.freeze == Freeze::active && !waits_on) || is_overdue(order)) end_freeze(order);
    order.pay_by = order.remind_at = 0;
    if (pays_now) begin_payment_window(order, channel, pay_by, step_.now);
  } else if (order.payment == Payment::deposited && order.pay_by == 0) {
    begin_balance_window(order, settings(order), step_.now, pays_now);
  }
  step_.out->tell(events::ReviewApproved{
      .order_key = order.key, .version = order.version, .pay_by = order.pay_by});
}

void Life::remind(Order& order) const {
  ALLOT_CHECK(order.open());
  order.remind_at = 0;
  if (is_overdue(order)) {
    Deadlines(catalogue_, step_).remind_overdue(order);
    return;
  }
  step_.out->tell(events::Reminder{.order_key = order.key, .pay_by = order.pay_by});
}

// Flattened, since orders that end are half of what is decided.
[[gnu::flatten]] void Life::end(Order& order, OrderStatus as, UnitSum units,
                                const KeptShipped& kept) const {
  end_owing(order, as, units, kept);
  const bool owes = order.value != 0 || !semantics_.pays_nothing_at_once();
  if (order.payment == Payment::paid && owes) refund(order, Reason::ok, kept);
}

void Life::end_owing(Order& order, OrderStatus as, UnitSum units, const KeptShipped& kept) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(as != OrderStatus::open);
  order.status = as;
  order.remind_at = order.review_by = 0;
  if (as == OrderStatus::rejected) order.review = Review::clear;
  const auto gave_back = static_cast<std::uint32_t>(units.value);
  if (as == OrderStatus::expired) {
    ALLOT_CHECK(owes_before_leaving(order.payment));
    step_.out->tell(events::Expired{
        .order_key = order.key, .value = order.value, .units = gave_back, .pay_by = order.pay_by});
  } else {
    const bool cancelled = as == OrderStatus::cancelled;
    step_.out->tell(
        cancelled ? EventType::cancelled : EventType::review_rejected,
        events::Ended<>{.order_key = order.key, .value = order.value, .units = gave_back});
  }
  if (kept.any()) [[unlikely]] {
    step_.out->tell(events::PartShipped{.order_key = order.key,
                                        .units = static_cast<std::uint32_t>(kept.units.value),
                                        .value = kept.value});
  }
}

void Life::end_taken_over(Order& order, UnitSum units) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(order.payment == Payment::unpaid);
  order.status = OrderStatus::cancelled;
  order.remind_at = order.review_by = 0;
  step_.out->tell(events::TakenOver{.order_key = order.key,
                                    .value = order.value,
                                    .units = static_cast<std::uint32_t>(units.value)});
}

void Life::end_shipped(Order& order, UnitSum units) const {
  ALLOT_CHECK(order.open());
  order.status = OrderStatus::shipped;
  order.remind_at = order.review_by = 0;
  step_.out->tell(events::OrderShipped{.order_key = order.key,
                                       .units = static_cast<std::uint32_t>(units.value),
                                       .value = order.value});
}

void Life::reopen(Order& order, TimeNs lapses_at, bool holds) const {
  ALLOT_CHECK(order.status == OrderStatus::expired);
  const bool authorised = order.payment == Payment::authorised;
  const bool deposited = order.payment == Payment::deposited;
  ALLOT_CHECK(authorised || deposited || order.payment == Payment::paid);
  order.status = OrderStatus::open;
  if (is_overdue(order)) end_freeze(order);
  order.pay_by = authorised ? lapses_at : 0;
  order.remind_at = 0;
  if (deposited) begin_balance_window(order, settings(order), step_.now, holds);
  // A ship-stop has no deadline, before and after.
  const bool runs = order.reviewed() && !order.ship_stop;
  order.review_by = runs ? step_.now + settings(order).review_ttl_ns : 0;
}

void Life::reopen_shipped(Order& order, TimeNs lapses_at) const {
  ALLOT_CHECK(order.status == OrderStatus::shipped);
  const DefineChannel& channel = settings(order);
  order.status = OrderStatus::open;
  if (is_overdue(order)) end_freeze(order);
  order.pay_by = order.payment == Payment::authorised ? lapses_at : 0;
  order.remind_at = 0;
  if (awaits_payment(order.payment)) {
    begin_payment_window(order, channel, step_.now + channel.hold_ttl_ns, step_.now);
    if (order.freeze == Freeze::active) end_freeze(order);
  } else if (order.payment == Payment::deposited) {
    begin_balance_window(order, channel, step_.now, true);
  }
  const bool runs = order.reviewed() && !order.ship_stop;
  order.review_by = runs ? step_.now + channel.review_ttl_ns : 0;
  step_.out->tell(events::OrderReopened{.order_key = order.key, .pay_by = order.pay_by});
}

void Life::refund(const Order& order, Reason note, const KeptShipped& kept) const {
  if (kept.any() && kept.value == order.value) return;
  step_.out->tell(
      events::RefundDue{.order_key = order.key, .value = order.value - kept.value, .reason = note});
}

}  // namespace allot
