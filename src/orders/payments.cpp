#include "orders/payments.hpp"

#include <algorithm>

namespace allot {
namespace {

// Returns: whether what ends then, 0 for never, ends before what ends at `other`.
bool is_earlier(TimeNs then, TimeNs other) noexcept {
  return then != 0 && (other == 0 || then < other);
}

}  // namespace

// One sum and one time are kept: what covers all by itself, for as long, takes the place of what
// was there, since that is let go next; what is needed besides counts only as long as all of it
// does.
PaymentSums::Aside PaymentSums::put_aside(MoneyMinor amount, TimeNs until, MoneyMinor due,
                                          TimeNs now) noexcept {
  const WideMoney missing = due - stayed();
  const MoneyMinor aside = set_aside_at(now);
  if (aside == 0 || (amount >= missing && !is_earlier(until, lapses_at))) {
    set_aside = amount;
    lapses_at = until;
    return Aside::replaces;
  }
  if (aside >= missing) return Aside::not_needed;
  set_aside += amount;
  if (is_earlier(until, lapses_at)) lapses_at = until;
  return Aside::adds;
}

const KnownPayment* Payments::find(Sequence order_sequence, const PaymentKey& key,
                                   PaymentKind kind) const {
  const PaymentSlot slot = slot_of(order_sequence, key, kind);
  return slot.present() ? &payments_[slot] : nullptr;
}

PaymentSlot Payments::slot_of(Sequence order_sequence, const PaymentKey& key,
                              PaymentKind kind) const {
  const std::uint32_t slot = index_.find(hash_of(order_sequence, key, kind), [&](std::uint32_t at) {
    const KnownPayment& known = payments_[PaymentSlot{at}];
    return known.key == key && known.order_sequence == order_sequence && known.kind == kind;
  });
  return slot == KeyIndex::none ? PaymentSlot{} : PaymentSlot{slot};
}

MoneyMinor Payments::rest_of(Sequence order_sequence, const PaymentKey& key,
                             MoneyMinor authorised) const {
  MoneyMinor rest = authorised;
  for (const PaymentKind kind : {PaymentKind::captured, PaymentKind::voided}) {
    const KnownPayment* gone = find(order_sequence, key, kind);
    if (gone != nullptr) rest -= std::min(rest, gone->amount);
  }
  return rest;
}

PaymentSlot Payments::keep(const KnownPayment& payment) {
  const PaymentSlot slot = payments_.take();
  payments_[slot] = payment;
  join(slot);
  index_.insert(hash_of(payment.order_sequence, payment.key, payment.kind), slot.value);
  return slot;
}

PaymentSlot Payments::pass_on(PaymentSlot first, OrderSlot order, Sequence sequence,
                              PaymentSlot last) {
  for (PaymentSlot slot = first; slot.present();) {
    KnownPayment& passed = payments_[slot];
    const PaymentSlot earlier = passed.earlier;
    const PaymentSlot same = slot_of(sequence, passed.key, passed.kind);
    if (same.present()) {
      payments_[same].amount += passed.amount;
      forget(slot);
    } else {
      index_.erase(hash_of(passed.order_sequence, passed.key, passed.kind), slot.value);
      passed.order_sequence = sequence;
      passed.order = order;
      // Nothing of it is set aside, nor is to be.
      passed.aside_number = 0;
      passed.counted = false;
      passed.lapses_at = 0;
      passed.earlier = last;
      last = slot;
      index_.insert(hash_of(sequence, passed.key, passed.kind), slot.value);
    }
    slot = earlier;
  }
  return last;
}

void Payments::forget(PaymentSlot slot) {
  const KnownPayment& gone = payments_[slot];
  index_.erase(hash_of(gone.order_sequence, gone.key, gone.kind), slot.value);
  leave(slot);
  payments_.give(slot);
}

void Payments::leave(PaymentSlot slot) {
  const KnownPayment& gone = payments_[slot];
  (gone.older.present() ? payments_[gone.older].newer : oldest_) = gone.newer;
  (gone.newer.present() ? payments_[gone.newer].older : newest_) = gone.older;
}

void Payments::join(PaymentSlot slot) {
  payments_[slot].older = newest_;
  payments_[slot].newer = {};
  (newest_.present() ? payments_[newest_].newer : oldest_) = slot;
  newest_ = slot;
}

}  // namespace allot
