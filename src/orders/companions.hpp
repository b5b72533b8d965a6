// What few orders have besides their record: debits of caps, what they say of their money, and what
// of their lines has left and arrived. An order that has nothing of all that touches nothing for it
// (docs/decisions/0016).
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <algorithm>

#include "allot/messages/limits.hpp"
#include "catalogue/checked_order.hpp"
#include "orders/debit_chains.hpp"
#include "orders/line_blocks.hpp"
#include "orders/order.hpp"
#include "orders/order_moneys.hpp"
#include "orders/shipped_lines.hpp"

namespace allot {

class CapDebits;

class Companions {
 public:
  explicit Companions(const Limits& limits)
      : debits_(limits.debits_max, known_max(limits)),
        moneys_(known_max(limits), limits.lines_max),
        shipped_(limits.lines_max) {}

  // Effects: what a shipped order debited of caps is settled with them when it is forgotten.
  // Borrows.
  void settle_with(CapDebits& caps) noexcept { caps_ = &caps; }

  [[nodiscard]] DebitChains& debits() noexcept { return debits_; }
  [[nodiscard]] const DebitChains& debits() const noexcept { return debits_; }

  // Effects: the order keeps what `checked` says of its money besides prices. Requires: charges.
  void keep_money(Order& order, const CheckedOrder& checked);
  // Returns: the slot of that in moneys(), or none.
  [[nodiscard]] MoneySlot money(const Order& order) const noexcept { return debits_.money(order); }
  [[nodiscard]] const OrderMoneys& moneys() const noexcept { return moneys_; }
  [[nodiscard]] OrderMoneys& moneys() noexcept { return moneys_; }
  // Effects: the order says this of its money from now on; its lines say what they said.
  void change_money(Order& order, const OrderCharges& charges);

  // Returns: what the payments of the order come to; null when no command payment was recorded.
  [[nodiscard]] PaymentSums* payments(const Order& order) noexcept {
    return moneys_.payments(money(order));
  }
  [[nodiscard]] const PaymentSums* payments(const Order& order) const noexcept {
    return moneys_.payments(money(order));
  }
  // Returns: the same, begun when there is none with what the order itself says was paid.
  [[nodiscard]] PaymentSums& begin_payments(Order& order);
  // Returns: what its payments come to, in either case.
  [[nodiscard]] PaymentSums sums_of(const Order& order) const noexcept;
  // Returns: what of an amount that the order's goods cost is asked.
  // `more`: that is not asked besides.
  [[nodiscard]] MoneyMinor without_credit(const Order& order, MoneyMinor amount,
                                          MoneyMinor more = 0) const noexcept {
    const MoneyMinor credit = moneys_.credit_of(money(order)) + more;
    return amount - (credit < amount ? credit : amount);
  }
  // Returns: what is due for the order as it stands. `lines`: where its lines are.
  // `less`: of that, what would not be asked besides.
  [[nodiscard]] MoneyMinor amount_due(const LineBlocks& lines, const Order& order,
                                      MoneyMinor less = 0) const;
  [[nodiscard]] MoneyBalance balance(const LineBlocks& lines, const Order& order) const {
    return MoneyBalance::of(amount_due(lines, order), sums_of(order).stayed());
  }

  [[nodiscard]] const ShippedLines& shipped_lines() const noexcept { return shipped_; }
  // Returns: what finds, line by line, what is kept of what was shipped.
  [[nodiscard]] ShippedLines::Look shipped(const Order& order) const noexcept {
    return {shipped_, debits_.shipped(order)};
  }
  // Returns: units of the line that were shipped of what was ordered. Cost: O(lines).
  [[nodiscard]] Units shipped_of(const Order& order, const Line& line,
                                 LineNumber number) const noexcept {
    return allot::shipped_of(order, line, shipped(order).find(number));
  }
  // Returns: whether any of what was ordered has been shipped.
  [[nodiscard]] bool any_shipped(const Order& order) const noexcept;
  // Returns: what the order has shipped of what was ordered. `lines`: where its lines are. Cost:
  // O(lines).
  [[nodiscard]] KeptShipped kept(const LineBlocks& lines, const Order& order) const;
  // Returns: what is to be paid for what has arrived, and for all that is due when that is all.
  // Cost: O(lines).
  [[nodiscard]] MoneyMinor value_arrived(const LineBlocks& lines, const Order& order) const;
  // Returns: whether what the order debited of caps counts.
  [[nodiscard]] bool counts_for_caps(const Order& order) const noexcept {
    return order.open() || any_shipped(order);
  }
  // Effects: calls use(walk) with a walk along what is kept of the order's lines.
  template <class Use>
  void change_shipped(Order& order, Use&& use) {
    const ShippedSlot before = debits_.shipped(order);
    ShippedSlot root = before;
    ShippedLines::Walk walk(shipped_, root);
    use(walk);
    if (root != before) debits_.set_shipped(order, root);
  }

  // Effects: nothing of the order is left here.
  [[gnu::noinline]] void forget(Order& order, TimeNs now) {
    if (debits_.count(order) != 0 && counts_for_caps(order)) settle(order, now);
    if (const ShippedSlot shipped = debits_.shipped(order); shipped.present()) {
      shipped_.drop(shipped);
      debits_.set_shipped(order, {});
    }
    if (const MoneySlot money = debits_.money(order); money.present()) {
      moneys_.forget(money);
      debits_.set_money(order, {});
    }
    debits_.drop(order);
  }

  template <class Visit>
  friend void visit_pages(Companions& companions, Visit& visit) {
    visit_pages_of(visit, companions.debits_, companions.moneys_, companions.shipped_);
  }

 private:
  // One closed order too many exists for a moment, before the oldest is retired.
  [[nodiscard]] static std::uint32_t known_max(const Limits& limits) noexcept {
    return limits.orders_max + limits.closed_orders_max + 1;
  }

  void settle(const Order& order, TimeNs now);
  DebitChains debits_;
  OrderMoneys moneys_;
  ShippedLines shipped_;
  CapDebits* caps_{};
};

// Returns: whether lines of the order may have one SKU, or dates.
[[nodiscard]] inline bool lines_named(const Companions& companions, const Order& order) noexcept {
  const MoneySlot slot = companions.money(order);
  return slot.present() && companions.moneys()[slot].charges.lines_named;
}
// Returns: what of the order's value is asked.
[[nodiscard]] inline MoneyMinor asked_of(const Companions& companions,
                                         const Order& order) noexcept {
  return companions.without_credit(order, order.value);
}

// Effects: the one order went into the other, with those that had gone into it.
void go_into(Companions& companions, Order& order, Order& into);
// Returns: how many orders went into it.
[[nodiscard]] inline std::uint32_t others_of(const Companions& companions,
                                             const Order& order) noexcept {
  return companions.moneys().others_of(companions.money(order));
}
// Returns: the second in which the order was placed, or the first of those that went into it.
[[nodiscard]] inline std::uint32_t first_second(const Companions& companions,
                                                const Order& order) noexcept {
  if (others_of(companions, order) == 0) return order.origin.second;
  return std::min(order.origin.second, companions.moneys()[companions.money(order)].others_since);
}

// Returns: where it is said whose the order is; none where it is nobody's.
[[nodiscard]] inline OwnSlot own_of(const Companions& companions, const Order& order) noexcept {
  const MoneySlot slot = companions.money(order);
  return slot.present() ? companions.moneys()[slot].own : OwnSlot{};
}
// Requires: open, and nobody's. Effects: the order is hers, since then.
void make_own(Companions& companions, Order& order, OrderSlot slot, const Shopper& whose,
              TimeNs since);
// Effects: it is nobody's any more.
[[gnu::noinline]] void disown(Companions& companions, const Order& order);

// Returns: what those of the order's goods cost that have left and that the customer does not have:
// they came back, or never arrived. All that is due for the order, when that is all of them. Cost:
// O(lines).
[[nodiscard]] MoneyMinor value_not_kept(const Companions& companions, const LineBlocks& lines,
                                        const Order& order);
// Returns: what is to be collected by now of an order that is paid on delivery: for what has
// arrived and stays with the customer, and all that is due once nothing is still coming. Cost:
// O(lines).
[[nodiscard]] MoneyMinor value_to_collect(const Companions& companions, const LineBlocks& lines,
                                          const Order& order);
// Returns: what was lost on the way, or turned away and has not come back, of an order: how many
// units at all, and what those that were ordered cost. `lines`: where its lines are. Cost:
// O(lines).
[[nodiscard]] KeptShipped gone_of(const Companions& companions, const LineBlocks& lines,
                                  const Order& order, Units ShippedLine::* which);

}  // namespace allot
