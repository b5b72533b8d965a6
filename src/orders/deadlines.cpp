#include "orders/deadlines.hpp"

namespace allot {

bool Deadlines::offer(Order& order) const {
  const DefineChannel& channel = settings(order);
  if (order.payment == Payment::deposited) {
    begin_balance_window(order, channel, step_.now, true);
    if (order.pay_by == 0) return false;
  } else {
    // A review that has a deadline ends first, and its approval begins the window.
    if (order.reviewed() && order.review_by != 0) return false;
    begin_payment_window(order, channel, step_.now + channel.hold_ttl_ns, step_.now);
  }
  step_.out->tell(EventType::offered,
                  events::Offer<>{.order_key = order.key, .pay_by = order.pay_by});
  return true;
}

void Deadlines::withdraw_offer(Order& order) const {
  step_.out->tell(EventType::offer_withdrawn,
                  events::Offer<>{.order_key = order.key, .pay_by = order.pay_by});
  if (order.freeze == Freeze::active) end_freeze(order);
  order.pay_by = order.remind_at = 0;
}

void Deadlines::extend(Order& order, TimeNs pay_by) const {
  ALLOT_CHECK(awaits_payment(order.payment));
  const TimeNs before = order.pay_by;
  // What was granted is a part of the time that is asked for: a payment that fails takes none back.
  if (order.freeze == Freeze::active) end_freeze(order);
  begin_payment_window(order, settings(order), pay_by, step_.now);
  ++order.version;
  step_.out->tell(events::Extended{
      .order_key = order.key, .version = order.version, .pay_by = order.pay_by, .before = before});
}

Reason Deadlines::authorise(Order& order, TimeNs at, TimeNs lapses_at) const {
  ALLOT_CHECK(awaits_payment(order.payment));
  const bool late = order.status == OrderStatus::expired && too_late(order, at);
  const Reason note = late ? Reason::paid_too_late : Reason::ok;
  order.payment = Payment::authorised;
  ++order.version;
  if (order.open()) secure(order, lapses_at);
  tell_authorised(order, lapses_at, note);
  return note;
}

Reason Deadlines::take_deposit(Order& order, TimeNs at, MoneyMinor deposit, bool holds) const {
  ALLOT_CHECK(awaits_payment(order.payment));
  const bool late = order.status == OrderStatus::expired && too_late(order, at);
  const Reason note = late ? Reason::paid_too_late : Reason::ok;
  order.payment = Payment::deposited;
  ++order.version;
  if (order.open()) {
    secure(order, 0);
    begin_balance_window(order, settings(order), step_.now, holds);
  }
  step_.out->tell(events::DepositPaid{.order_key = order.key,
                                      .deposit = deposit,
                                      .version = order.version,
                                      .pay_by = order.open() ? order.pay_by : 0,
                                      .reason = note});
  return note;
}

void Deadlines::authorise_until(Order& order, TimeNs lapses_at) const {
  ALLOT_CHECK(order.open());
  ALLOT_CHECK(order.payment == Payment::authorised);
  order.pay_by = lapses_at;
  tell_authorised(order, lapses_at, Reason::ok);
}

void Deadlines::tell_authorised(const Order& order, TimeNs lapses_at, Reason note) const {
  step_.out->tell(events::PaymentAuthorised{.order_key = order.key,
                                            .value = order.value,
                                            .version = order.version,
                                            .pay_by = lapses_at,
                                            .reason = note});
}

bool Deadlines::begin_grace(Order& order) const {
  const DefineChannel& channel = settings(order);
  if (is_overdue(order) || channel.payment_grace_ns == 0) return false;
  end_freeze(order);
  order.granted = channel.payment_grace_ns;
  const TimeNs remind_at = let_go_at(order) - channel.grace_remind_before_ns;
  const bool reminds = channel.grace_remind_before_ns > 0 && remind_at > step_.now;
  order.remind_at = reminds ? remind_at : 0;
  tell(order, EventType::payment_overdue);
  return true;
}

void Deadlines::tell(const Order& order, EventType type) const {
  step_.out->tell(type,
                  events::Overdue<>{
                      .order_key = order.key, .value = order.value, .let_go_at = let_go_at(order)});
}

}  // namespace allot
