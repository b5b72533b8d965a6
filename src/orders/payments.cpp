#include "orders/payments.hpp"

namespace allot {

const KnownPayment* Payments::find(Sequence order_sequence, const PaymentKey& key,
                                   PaymentKind kind) const {
  const std::uint32_t slot = index_.find(hash_of(order_sequence, key, kind), [&](std::uint32_t at) {
    const KnownPayment& known = payments_[PaymentSlot{at}];
    return known.key == key && known.order_sequence == order_sequence && known.kind == kind;
  });
  return slot == KeyIndex::none ? nullptr : &payments_[PaymentSlot{slot}];
}

void Payments::keep(const KnownPayment& payment) {
  const PaymentSlot slot = payments_.take();
  payments_[slot] = payment;
  join(slot);
  index_.insert(hash_of(payment.order_sequence, payment.key, payment.kind), slot.value);
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
