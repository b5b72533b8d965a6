// What is told under the key of an order that went into another (rules, section 27).
//
// Where each order went is never forgotten here; whether it says anything follows from whether the
// order is known, whole or as a stub.
#include <algorithm>
#include <limits>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {

using ranges::second;

std::vector<Went*> NaiveEngine::way_of(const OrderKey& key) {
  std::vector<Went*> way;
  for (OrderKey at = key;;) {
    const Sequence sequence = whose(at);
    const auto found = std::ranges::find_if(
        state_.went, [&](const Went& went) { return sequence != 0 && went.sequence == sequence; });
    if (found == state_.went.end()) return way;
    way.push_back(&*found);
    at = found->into;
  }
}

void NaiveEngine::come_in(const std::vector<Went*>& way, MoneyMinor amount) {
  for (Went* const went : way) went->open = std::max<MoneyMinor>(0, went->open - amount);
}

// What the order that went wanted still has come in, as far as nobody said so before.
NaiveEngine::Verdict NaiveEngine::follow(const ConfirmPayment& command,
                                         const std::vector<Went*>& way) {
  const auto least = std::ranges::min_element(way, {}, &Went::open);
  const MoneyMinor open = (*least)->open;
  const bool before = state_.version >= 3 && command.paid_at / second < way.front()->since / second;
  Order* const order = settled(way.back()->into);
  Stub* const stub = order == nullptr ? find_stub(way.back()->into) : nullptr;
  ++state_.gone.told_confirmed;
  const bool again = stub != nullptr && (open == 0 || stub->payment == Payment::paid);
  if (before || again) {
    Event& event = emit(EventType::payment_unassigned);
    event.order_key = way.back()->into;
    event.time = command.paid_at;
    event.amount = static_cast<std::int64_t>(way.back()->into_sequence);
    event.reason = before ? Reason::paid_before_placed : Reason::already_paid;
    return {};
  }
  if (stub != nullptr) {
    come_in(way, open);
    Event& event = emit(EventType::captured);
    event.order_key = stub->key;
    event.amount = open;
    event.time = command.paid_at;
    event.reason = Reason::order_forgotten;
    settle_stub(*stub, open, command.paid_at);
    return {};
  }
  if (order->payment == Payment::paid) {
    pay_order(*order, command.paid_at);
    return {};
  }
  if (open == 0) {
    ++state_.gone.told_again;
    Event& event = emit(EventType::captured, *order);
    event.time = command.paid_at;
    event.reason = Reason::already_paid;
    return {};
  }
  come_in(way, open);
  capture_unnamed(*order, open, command.paid_at);
  return {};
}

// So much of what is missing has come in, of which nobody says a payment_key.
void NaiveEngine::capture_unnamed(Order& heard, MoneyMinor amount, TimeNs paid_at) {
  Order& order = refuse_late(heard, paid_at);
  const OrderKey key = order.key;
  const Wide before = refund_due_of(order, order.status);
  disown(order);
  Sums sums = sums_of(order);
  std::int64_t& captured = sums.by_kind[PaymentKind::captured];
  const Wide room = std::numeric_limits<std::int64_t>::max() - captured;
  const auto more = static_cast<std::int64_t>(std::min(Wide{amount}, room));
  captured += more;
  sums.unnamed += more;
  sums.aside -= std::min(sums.aside, more);
  order.sums = sums;
  Event& event = emit(EventType::captured, order);
  event.amount = more;
  event.time = paid_at;
  const bool enough = sums.stayed() >= order.asked();
  state_.gone.told_part += enough ? 0 : 1;
  const Reason why = enough ? become_paid(order, paid_at) : see_aside(order, paid_at);
  const Order& after = *find(key);
  tell_change(after, after.status, before, why);
}

NaiveEngine::Verdict NaiveEngine::follow(const RecordPayment& command,
                                         const std::vector<Went*>& way) {
  RecordPayment told = command;
  told.order_key = way.back()->into;
  const TimeNs since = state_.version >= 3 ? way.front()->since : 0;
  const auto is_known = [&] {
    return std::ranges::any_of(state_.payments, [&](const KnownPayment& known) {
      return known.order_sequence == way.back()->into_sequence && known.key == told.payment_key &&
             known.kind == told.kind;
    });
  };
  Order* const order = settled(told.order_key);
  const bool again = is_known();
  state_.gone.told_known += again ? 1 : 0;
  const Verdict no = order != nullptr ? record(*order, told, since)
                                      : record(*find_stub(told.order_key), told, since);
  if (!again && is_known()) {
    ++state_.gone.told_payments;
    if (told.kind == PaymentKind::captured) come_in(way, told.amount);
    if (told.kind == PaymentKind::reversed || told.kind == PaymentKind::charged_back) {
      for (Went* const went : way) {
        const Wide open_again = Wide{went->open} + told.amount;
        went->open = static_cast<MoneyMinor>(std::min<Wide>(open_again, went->asked));
      }
    }
  }
  return no;
}

// The payments of an order that goes are the other's.
void NaiveEngine::pass_payments(Order& whole, const Order& goes) {
  std::deque<KnownPayment> all;
  all.swap(state_.payments);
  const auto is_its = [&](const KnownPayment& known, const KnownPayment& other) {
    return known.order_sequence == whole.sequence && known.key == other.key &&
           known.kind == other.kind;
  };
  for (KnownPayment& one : all) {
    if (one.order_sequence != goes.sequence) continue;
    const auto same =
        std::ranges::find_if(all, [&](const KnownPayment& known) { return is_its(known, one); });
    if (same == all.end()) {
      ++state_.gone.merged_payments;
      continue;
    }
    same->amount += one.amount;
    for (Authorised& heard : whole.sums->heard) {
      if (one.kind == PaymentKind::authorised && heard.key == one.key) heard.amount += one.amount;
    }
    one.order_sequence = 0;
  }
  for (KnownPayment& one : all) {
    if (one.order_sequence == goes.sequence) one.order_sequence = whole.sequence;
    if (one.order_sequence != 0) state_.payments.push_back(one);
  }
}

}  // namespace allot::oracle
