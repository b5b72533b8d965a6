#include "allocation/following.hpp"

#include <algorithm>
#include <span>

#include "allocation/ending.hpp"
#include "allocation/paying.hpp"

namespace allot {

Following::Following(Tables& tables, const GoneOrder& gone) : t_(tables), second_(gone.second) {
  OrderKeys& keys = t_.book.keys();
  for (const GoneOrder* at = &gone; at != nullptr; at = keys.find_gone(at->into)) {
    ALLOT_CHECK(steps_ < way_.size());
    way_[steps_++] = &keys.change(*at);
    key_ = at->into;
  }
}

bool Following::is_of_another(TimeNs at) const noexcept {
  return t_.semantics.heeds_when_paid() && second_of(at) < second_;
}

// What came in of an order on the way was of those that had gone into it, too.
MoneyMinor Following::open() const noexcept {
  MoneyMinor least = way_.front()->open;
  for (const GoneOrder* const at : std::span(way_).first(steps_)) least = std::min(least, at->open);
  return least;
}

void Following::come_in(MoneyMinor amount) noexcept {
  for (GoneOrder* const at : std::span(way_).first(steps_)) at->open -= std::min(at->open, amount);
}

// What was taken back of it is to come in again, as far as it was asked.
void Following::go_back(MoneyMinor amount) noexcept {
  for (GoneOrder* const at : std::span(way_).first(steps_)) {
    at->open += std::min(at->asked - at->open, amount);
  }
}

// How much it is is known before the order is settled, which may forget the one that went.
Decision Following::confirm(const ConfirmPayment& fact) {
  const MoneyMinor amount = open();
  const OrderSlot slot = t_.book.find(key_);
  if (!slot.present()) {
    Stub& stub = t_.book.keys().change(*t_.book.keys().find_stub(key_));
    if (is_of_another(fact.paid_at)) {
      t_.life().leave_unassigned(stub, fact.paid_at, Reason::paid_before_placed);
      return {};
    }
    if (amount == 0 || stub.payment == Payment::paid) {
      t_.life().leave_unassigned(stub, fact.paid_at, Reason::already_paid);
      return {};
    }
    come_in(amount);
    record_part(t_, stub, amount, fact.paid_at);
    return {};
  }
  Ending(t_).settle(slot);
  const Order& order = t_.book[slot];
  if (is_of_another(fact.paid_at)) {
    t_.life().leave_unassigned(order, fact.paid_at, Reason::paid_before_placed);
  } else if (order.payment == Payment::paid) {
    pay(t_, slot, fact.paid_at);
  } else if (amount == 0) {
    t_.step.out->tell(
        EventType::captured,
        events::PaymentRecorded<>{
            .order_key = key_, .amount = 0, .at = fact.paid_at, .reason = Reason::already_paid});
  } else {
    come_in(amount);
    if (is_overdue(order)) Paying::end_if_refused(t_, slot, fact.paid_at);
    Paying(t_).capture_part(slot, amount, fact.paid_at);
  }
  return {};
}

Decision Following::record(RecordPayment fact) {
  fact.order_key = key_;
  const std::uint32_t since = t_.semantics.heeds_when_paid() ? second_ : 0;
  const OrderSlot slot = t_.book.find(key_);
  Sequence sequence{};
  Decision recorded;
  const auto is_known = [&] {
    return t_.payments.find(sequence, fact.payment_key, fact.kind) != nullptr;
  };
  bool known = false;
  if (slot.present()) {
    Ending(t_).settle(slot);
    sequence = t_.book[slot].sequence;
    known = is_known();
    recorded = Paying(t_).record(slot, fact, since);
  } else {
    Stub& stub = t_.book.keys().change(*t_.book.keys().find_stub(key_));
    sequence = stub.sequence;
    known = is_known();
    recorded = Paying(t_).record(stub, fact, since);
  }
  if (known || !is_known()) return recorded;
  if (fact.kind == PaymentKind::captured) come_in(fact.amount);
  if (fact.kind == PaymentKind::reversed || fact.kind == PaymentKind::charged_back) go_back(fact.amount);
  return recorded;
}

}  // namespace allot
