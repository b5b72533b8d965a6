// Payments that were recorded: what each order's come to, and which are known already
// (docs/rules.md §16).
//
// The sums lie with what the order says of its money (order_moneys.hpp). Which payments are known
// is a table of its own, in the order in which they came: it outlasts orders, so that what is
// heard twice of an order which is forgotten counts once.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>
#include <limits>

#include "allot/messages/command.hpp"
#include "allot/messages/limits.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

__extension__ using WideMoney = __int128;

// What the payments of an order come to.
struct alignas(64) PaymentSums {
  MoneyMinor authorised{};
  MoneyMinor captured{};
  MoneyMinor refunded{};
  MoneyMinor reversed{};
  MoneyMinor charged_back{};
  MoneyMinor unnamed{};    // of captured: what confirm_payment, or the sale itself, said was paid
  MoneyMinor set_aside{};  // of authorised: what counts until lapses_at, and was not captured
  TimeNs lapses_at{};      // 0 = never

  [[nodiscard]] WideMoney gone_back() const noexcept {
    return WideMoney{refunded} + reversed + charged_back;
  }
  [[nodiscard]] WideMoney stayed() const noexcept { return captured - gone_back(); }
  // Returns: what is set aside and counts.
  [[nodiscard]] MoneyMinor set_aside_at(TimeNs now) const noexcept {
    return lapses_at == 0 || lapses_at > now ? set_aside : 0;
  }
  // Returns: whether what is set aside makes up for what of `due` has not come in.
  [[nodiscard]] bool covers(MoneyMinor due, TimeNs now) const noexcept {
    const MoneyMinor aside = set_aside_at(now);
    return aside != 0 && stayed() + aside >= due;
  }
  // What an amount that was authorised does to what is set aside.
  enum class Aside : std::uint8_t { not_needed, adds, replaces };
  // Effects: so much more was set aside until then, 0 for ever. `due`: of its order.
  [[nodiscard]] Aside put_aside(MoneyMinor amount, TimeNs until, MoneyMinor due,
                                TimeNs now) noexcept;
  // Effects: so much has come in that no payment_key names. Requires: it can be counted.
  void come_in_unnamed(MoneyMinor amount) noexcept {
    captured += amount;
    unnamed += amount;
    draw(amount);
  }
  // Effects: so much was captured, or let go, of what is set aside as far as there is any.
  void draw(MoneyMinor amount) noexcept { set_aside -= amount < set_aside ? amount : set_aside; }
  // Requires: not voided, which no sum is kept of.
  [[nodiscard]] MoneyMinor& of(PaymentKind kind) noexcept {
    switch (kind) {
      case PaymentKind::voided: break;
      case PaymentKind::authorised: return authorised;
      case PaymentKind::captured: return captured;
      case PaymentKind::refunded: return refunded;
      case PaymentKind::reversed: return reversed;
      case PaymentKind::charged_back: return charged_back;
    }
    return charged_back;
  }
};
static_assert(sizeof(PaymentSums) == 64);

// `sums`: of what was recorded of an order, or null. Returns: until when what was set aside for it
// counts; 0 for ever, or when nothing is.
[[nodiscard]] inline TimeNs lapse_of(const PaymentSums* sums) noexcept {
  return sums != nullptr ? sums->lapses_at : 0;
}

// How the money of an order stands. Of both, one is 0.
struct MoneyBalance {
  WideMoney open{};
  WideMoney refund_due{};

  [[nodiscard]] static MoneyBalance of(WideMoney due, WideMoney stayed) noexcept {
    return due > stayed ? MoneyBalance{due - stayed, 0} : MoneyBalance{0, stayed - due};
  }
};

// What of an amount can be told.
[[nodiscard]] constexpr MoneyMinor told_money(WideMoney amount) noexcept {
  constexpr MoneyMinor most = std::numeric_limits<MoneyMinor>::max();
  return amount < most ? static_cast<MoneyMinor>(amount) : most;
}

struct alignas(64) KnownPayment {
  PaymentKey key;
  Sequence order_sequence{};  // at which its order was placed
  MoneyMinor amount{};
  OrderSlot order;  // where its order lies while it is known whole
  Slot<KnownPayment> older{};
  Slot<KnownPayment> newer{};
  std::uint32_t aside_number{};  // of the money set aside that it is a part of; 0: of none
  PaymentKind kind{};
  bool counted{};  // it was authorised, and counted for its order when it was heard of
  Slot<KnownPayment> earlier{};  // the one before it of its order
  TimeNs lapses_at{};            // of one that counted; 0 = never
};
static_assert(sizeof(KnownPayment) == 64);
using PaymentSlot = Slot<KnownPayment>;

class Payments {
 public:
  explicit Payments(const Limits& limits)
      : payments_(limits.payments_max), index_(limits.payments_max) {}

  // Returns: the payment of this key and kind for the order that was placed then; null when none
  // is known.
  [[nodiscard]] const KnownPayment* find(Sequence order_sequence, const PaymentKey& key,
                                         PaymentKind kind) const;
  // Effects: of the oldest few, those of orders that are known whole become the newest, until there
  //          is one that is of no such order: it goes. Returns: whether there is room for one more.
  // `known(payment)`: whether its order is.
  template <class Known>
  [[nodiscard]] bool make_room(Known&& known) {
    constexpr int looks = 16;
    for (int i = 0; payments_.full() && i < looks; ++i) {
      const PaymentSlot oldest = oldest_;
      if (known(payments_[oldest])) {
        leave(oldest);
        join(oldest);
      } else {
        forget(oldest);
      }
    }
    return !payments_.full();
  }
  // Requires: room; not known. `payment`: all but its neighbours. Returns: where it is kept as long
  // as its order is known.
  PaymentSlot keep(const KnownPayment& payment);
  [[nodiscard]] const KnownPayment& operator[](PaymentSlot slot) const noexcept {
    return payments_[slot];
  }
  // Effects: the payment is a part of that money which is set aside.
  void make_part(PaymentSlot slot, std::uint32_t aside_number) {
    payments_[slot].aside_number = aside_number;
  }
  // Effects: the payments of one order, of which this is the last, are those of another from now
  //          on: they come behind its own. Of a payment that both have, the amounts are one.
  // `order`, `sequence`: of the other; `last`: of its own, or none. Returns: its last now.
  // Cost: O(payments of the one).
  [[nodiscard]] PaymentSlot pass_on(PaymentSlot first, OrderSlot order, Sequence sequence,
                                    PaymentSlot last);
  // Returns: what of an amount authorised under the key is neither captured nor let go under it.
  [[nodiscard]] MoneyMinor rest_of(Sequence order_sequence, const PaymentKey& key,
                                   MoneyMinor authorised) const;

  [[nodiscard]] bool empty() const noexcept { return payments_.used() == 0; }
  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    for (PaymentSlot slot = oldest_; slot.present(); slot = payments_[slot].newer) {
      visit(payments_[slot]);
    }
  }

  template <class Visit>
  friend void visit_pages(Payments& payments, Visit& visit) {
    visit_pages_of(visit, payments.payments_, payments.index_);
  }

 private:
  [[nodiscard]] static std::uint64_t hash_of(Sequence order_sequence, const PaymentKey& key,
                                             PaymentKind kind) noexcept {
    return spread(key.low ^ order_sequence * 8 ^ static_cast<std::uint64_t>(kind), key.high);
  }
  [[nodiscard]] PaymentSlot slot_of(Sequence order_sequence, const PaymentKey& key,
                                    PaymentKind kind) const;
  void forget(PaymentSlot slot);
  void leave(PaymentSlot slot);
  void join(PaymentSlot slot);

  SlotPool<KnownPayment> payments_;
  KeyIndex index_;
  PaymentSlot oldest_;
  PaymentSlot newest_;
};

}  // namespace allot
