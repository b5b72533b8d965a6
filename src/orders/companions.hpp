// What few orders have besides their record: debits of caps, and what they say of their money. An
// order that has nothing of all that touches nothing for it (docs/decisions/0016).
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include "allot/messages/limits.hpp"
#include "catalogue/checked_order.hpp"
#include "orders/debit_chains.hpp"
#include "orders/order.hpp"
#include "orders/order_moneys.hpp"

namespace allot {

class Companions {
 public:
  explicit Companions(const Limits& limits)
      : debits_(limits.debits_max, known_max(limits)),
        moneys_(known_max(limits), limits.lines_max) {}

  [[nodiscard]] DebitChains& debits() noexcept { return debits_; }
  [[nodiscard]] const DebitChains& debits() const noexcept { return debits_; }

  // Effects: the order keeps what `checked` says of its money besides prices. Requires: charges.
  [[gnu::noinline]] void keep_money(Order& order, const CheckedOrder& checked) {
    debits_.set_money(order, moneys_.keep(checked));
  }
  // Returns: the slot of that in moneys(), or none.
  [[nodiscard]] MoneySlot money(const Order& order) const noexcept { return debits_.money(order); }
  [[nodiscard]] const OrderMoneys& moneys() const noexcept { return moneys_; }

  // Effects: nothing of the order is left here.
  [[gnu::noinline]] void forget(Order& order) {
    if (const MoneySlot money = debits_.money(order); money.present()) {
      moneys_.forget(money);
      debits_.set_money(order, {});
    }
    debits_.drop(order);
  }

  template <class Visit>
  friend void visit_pages(Companions& companions, Visit& visit) {
    visit_pages_of(visit, companions.debits_, companions.moneys_);
  }

 private:
  // One closed order too many exists for a moment, before the oldest is retired.
  [[nodiscard]] static std::uint32_t known_max(const Limits& limits) noexcept {
    return limits.orders_max + limits.closed_orders_max + 1;
  }

  DebitChains debits_;
  OrderMoneys moneys_;
};

}  // namespace allot
