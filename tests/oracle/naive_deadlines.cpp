// Until when an order may be paid, and for how long it keeps what it holds (rules, section 17).
#include "naive_engine.hpp"

namespace allot::oracle {

// Whether anything is there for it, or has left.
bool NaiveEngine::holds(const Order& order) {
  return order.taken() > 0 || order.shipped() > 0 || order.on_floor();
}

// Whether its payment window begins when it is served, if it holds nothing until then.
bool NaiveEngine::pays_when_served(const Order& order) const {
  if (order.imported || holds(order)) return false;
  return channel_of(order.channel).settings.pay_when_served;
}

void NaiveEngine::begin_window(Order& order) const {
  order.pay_by = state_.now + channel_of(order.channel).settings.hold_ttl_ns;
  order.remind_at = reminder_for(order);
}

TimeNs NaiveEngine::reminder_for(const Order& order) const {
  const std::int64_t before = channel_of(order.channel).settings.remind_before_ns;
  if (order.pay_by == 0 || before == 0 || order.pay_by - before <= state_.now) return 0;
  return order.pay_by - before;
}

// It holds something now.
void NaiveEngine::offer(Order& order) {
  if (order.payment == Payment::deposited && order.pay_by == 0) {
    begin_balance(order, true);
    if (order.pay_by == 0) return;
    ++state_.gone.balances_offered;
    emit(EventType::offered, order).time = order.pay_by;
    return;
  }
  if (!order.awaits_payment() || order.pay_by != 0) return;
  if (order.review == Review::in_review && order.review_by != 0) {
    ++state_.gone.offers_reviewed;
    return;
  }
  begin_window(order);
  state_.gone.offers_pending += order.payment == Payment::pending ? 1 : 0;
  emit(EventType::offered, order).time = order.pay_by;
}

// It has lost something.
void NaiveEngine::withdraw_offer(Order& order) {
  const bool deposited = order.payment == Payment::deposited;
  if (!order.owes_first() || order.pay_by <= state_.now) return;
  if (deposited ? holds(order) : !pays_when_served(order)) return;
  state_.gone.balances_withdrawn += deposited ? 1 : 0;
  emit(EventType::offer_withdrawn, order).time = order.pay_by;
  state_.gone.withdrawn_frozen += order.freeze == Freeze::active ? 1 : 0;
  if (order.freeze == Freeze::active) order.end_freeze();
  order.pay_by = order.remind_at = 0;
}

// Its pay_by has come. Returns: false when it has no grace, or that is over too.
bool NaiveEngine::begin_grace(Order& order) {
  const DefineChannel& channel = channel_of(order.channel).settings;
  if (order.grace > 0 || channel.payment_grace_ns == 0) return false;
  state_.gone.grace_frozen += order.freeze == Freeze::active ? 1 : 0;
  order.end_freeze();
  order.grace = channel.payment_grace_ns;
  order.remind_at = 0;
  const std::int64_t before = channel.grace_remind_before_ns;
  const TimeNs let_go_at = order.pay_by + order.grace;
  if (before > 0 && let_go_at - before > state_.now) order.remind_at = let_go_at - before;
  tell_overdue(EventType::payment_overdue, order);
  return true;
}

void NaiveEngine::tell_overdue(EventType type, const Order& order) {
  Event& event = emit(type, order);
  event.amount = order.value;
  event.time = order.pay_by + order.grace;
}

// It goes on after its grace: where it was passed over it has its turn.
void NaiveEngine::end_grace(Order& order) {
  if (order.grace == 0) return;
  order.grace = 0;
  for (const Line& line : order.lines) {
    state_.gone.served_after_grace += line.queued ? 1 : 0;
    if (line.queued) trigger(line.sku);
  }
}

bool NaiveEngine::takes_late(const Order& order) const {
  return channel_of(order.channel).settings.late_payment == LatePayment::take_again;
}

// Whether a payment of then missed the deadline of an order that waits for it, or did.
bool NaiveEngine::is_late(const Order& order, TimeNs paid_at) const {
  const bool grace = channel_of(order.channel).settings.late_payment == LatePayment::in_grace;
  return paid_at >= order.pay_by + (grace ? order.grace : 0);
}

// Returns: the order, which has ended if money of then is refused.
Order& NaiveEngine::refuse_late(Order& order, TimeNs paid_at) {
  const bool overdue = order.status == OrderStatus::open && order.grace > 0;
  if (!overdue || takes_late(order) || !is_late(order, paid_at)) return order;
  ++state_.gone.refused_late;
  const OrderKey key = order.key;
  stop(order, OrderStatus::expired);
  return *find(key);
}

}  // namespace allot::oracle
