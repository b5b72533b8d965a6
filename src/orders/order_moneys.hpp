// What few orders say besides the price of a unit of each line: of their money, and when lines are
// wanted. A record for the order, and a chain of what its lines say, in pools that nobody touches
// for other orders; and what its payments come to. It stays as long as the order is known. Where an
// order keeps the record's slot: DebitChains.
#pragma once

#include <cstdint>

#include "catalogue/checked_order.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"
#include "orders/own_orders.hpp"
#include "orders/payments.hpp"

namespace allot {

// Of one line, as it was merged.
struct alignas(16) LineMoney {
  MoneyMinor total{};  // of its units, in place of a price
  MoneyMinor discount{};
  MoneyMinor tax{};
  LineNumber line;
  Slot<LineMoney> next;
  TimeNs wanted_at{};  // when the customer wants it; no money, and kept with it for it is as rare

  [[nodiscard]] bool says_money() const noexcept { return (total | discount | tax) != 0; }
  [[nodiscard]] bool says_any() const noexcept { return says_money() || wanted_at != 0; }
  [[nodiscard]] MoneyMinor amount(const Line& of) const noexcept {
    return total != 0 ? total : of.price * MoneyMinor{of.ordered.value};
  }
};
static_assert(sizeof(LineMoney) == 48);

// Returns: what of an amount for all units of a line is that of some; of a line of none, nothing.
[[nodiscard]] constexpr WideMoney share_of(WideMoney amount, Units some, Units all) noexcept {
  return all.present() ? amount * some.value / all.value : WideMoney{0};
}

struct alignas(16) OrderMoney {
  OrderCharges charges;
  Slot<LineMoney> lines;         // those that say anything, by number
  Slot<PaymentSums> payments;    // once a command payment was recorded
  MoneyMinor kept{};             // of its deposit, since the balance was not paid in time
  std::uint32_t aside_number{};  // of what is set aside, and how often other money was
  PaymentSlot last_payment;      // of those that were recorded
  MoneyMinor firm_by{};          // the deposit that made it firm, while it is deposited
  MoneyMinor credit{};           // what is not asked, for goods that came back, or are to
  MoneyMinor given{};            // of that, what nobody owes for goods that she does not have
  OwnSlot own;                   // while it is somebody's (own_orders.hpp)
  std::uint16_t has_others{};    // how many orders went into it
  bool went{};                   // into another one
  std::uint32_t others_since{};  // the earliest second in which any of those was placed
};
static_assert(sizeof(OrderMoney) == 112);

class OrderMoneys {
 public:
  // Room for every order and every line that can be known.
  OrderMoneys(std::uint32_t orders_max, std::uint32_t lines_max)
      : orders_(orders_max), lines_(lines_max), sums_(orders_max), own_(orders_max) {}

  // Requires: charges. Returns: where what the order says is kept.
  [[nodiscard]] MoneySlot keep(const CheckedOrder& checked) {
    const MoneySlot slot = orders_.take();
    orders_[slot].charges = *checked.charges;
    Slot<LineMoney>* link = &orders_[slot].lines;
    for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
      const OrderLine& line = checked.merged[i];
      const LineMoney said{line.total, line.discount, line.tax, {i}, {}, line.wanted_at};
      if (!said.says_any()) continue;
      *link = lines_.take();
      lines_[*link] = said;
      link = &lines_[*link].next;
    }
    return slot;
  }
  // Returns: where an order keeps it that says nothing yet.
  [[nodiscard]] MoneySlot keep_nothing() { return orders_.take(); }
  // Requires: no payment was recorded before. Returns: what payments come to, as far as it is
  // known.
  PaymentSums& begin_payments(MoneySlot slot) {
    orders_[slot].payments = sums_.take();
    return sums_[orders_[slot].payments];
  }
  // Effects: the order says this from now on.
  void change(MoneySlot slot, const OrderCharges& charges) { orders_[slot].charges = charges; }
  // Effects: the line of that number says this from now on; nothing, where that is all 0.
  void change(MoneySlot slot, const LineMoney& said) {
    Slot<LineMoney>* link = &orders_[slot].lines;
    while (link->present() && lines_[*link].line < said.line) link = &lines_[*link].next;
    const bool known = link->present() && lines_[*link].line == said.line;
    if (!said.says_any()) {
      if (!known) return;
      const Slot<LineMoney> gone = *link;
      *link = lines_[gone].next;
      lines_.give(gone);
      return;
    }
    const Slot<LineMoney> next = known ? lines_[*link].next : *link;
    if (!known) *link = lines_.take();
    lines_[*link] = said;
    lines_[*link].next = next;
  }
  // Effects: so much of the order's deposit is the shop's, though the order ends.
  void keep_deposit(MoneySlot slot, MoneyMinor kept) { orders_[slot].kept = kept; }
  // Returns: how much that is.
  [[nodiscard]] MoneyMinor kept_deposit(MoneySlot slot) const noexcept {
    return slot.present() ? orders_[slot].kept : 0;
  }
  // Effects: so much more, or less, of its value is not asked.
  void credit(MoneySlot slot, MoneyMinor more) { orders_[slot].credit += more; }
  // Returns: how much that is.
  [[nodiscard]] MoneyMinor credit_of(MoneySlot slot) const noexcept {
    return slot.present() ? orders_[slot].credit : 0;
  }
  // Effects: so much more, or less, is not asked for goods that the customer does not have.
  void give_back(MoneySlot slot, MoneyMinor more) {
    credit(slot, more);
    orders_[slot].given += more;
  }
  // Effects: so much is the deposit that makes the order firm.
  void make_firm_by(MoneySlot slot, MoneyMinor deposit) { orders_[slot].firm_by = deposit; }
  // Returns: what the order says of its deposit; 0: as its channel says.
  [[nodiscard]] MoneyMinor deposit_said(MoneySlot slot) const noexcept {
    return slot.present() ? orders_[slot].charges.deposit : 0;
  }
  // Effects: the order of `slot`, which was placed in that second, and those that went into it,
  //          went into the other.
  void go(MoneySlot slot, MoneySlot into, std::uint32_t second) {
    OrderMoney& gone = orders_[slot];
    OrderMoney& whole = orders_[into];
    gone.went = true;
    if (gone.has_others != 0 && gone.others_since < second) second = gone.others_since;
    if (whole.has_others == 0 || second < whole.others_since) whole.others_since = second;
    whole.has_others = static_cast<std::uint16_t>(whole.has_others + gone.has_others + 1);
  }
  [[nodiscard]] bool went(MoneySlot slot) const noexcept {
    return slot.present() && orders_[slot].went;
  }
  // Returns: how many orders went into it.
  [[nodiscard]] std::uint32_t others_of(MoneySlot slot) const noexcept {
    return slot.present() ? orders_[slot].has_others : 0;
  }
  // Effects: other money is set aside for the order than before.
  void begin_aside(MoneySlot slot) { ++orders_[slot].aside_number; }
  // Effects: the payment is the last that was recorded of it.
  void keep_last(MoneySlot slot, PaymentSlot last) { orders_[slot].last_payment = last; }
  // Which orders are whose.
  [[nodiscard]] const OwnOrders& own() const noexcept { return own_; }
  // Requires: nobody's. Effects: the order is hers, since then.
  void make_own(MoneySlot slot, OrderSlot order, const Shopper& whose, TimeNs since) {
    orders_[slot].own = own_.add(whose, order, since);
  }
  // Effects: it is nobody's any more.
  void disown(MoneySlot slot) {
    if (!orders_[slot].own.present()) return;
    own_.remove(orders_[slot].own);
    orders_[slot].own = {};
  }
  // Returns: what its payments come to; null when none was recorded.
  [[nodiscard]] PaymentSums* payments(MoneySlot slot) noexcept {
    const Slot<PaymentSums> at = slot.present() ? orders_[slot].payments : Slot<PaymentSums>{};
    return at.present() ? &sums_[at] : nullptr;
  }
  [[nodiscard]] const PaymentSums* payments(MoneySlot slot) const noexcept {
    const Slot<PaymentSums> at = slot.present() ? orders_[slot].payments : Slot<PaymentSums>{};
    return at.present() ? &sums_[at] : nullptr;
  }
  void forget(MoneySlot slot) {
    if (orders_[slot].payments.present()) sums_.give(orders_[slot].payments);
    for (Slot<LineMoney> line = orders_[slot].lines; line.present();) {
      const Slot<LineMoney> next = lines_[line].next;
      lines_.give(line);
      line = next;
    }
    orders_.give(slot);
  }

  [[nodiscard]] const OrderMoney& operator[](MoneySlot slot) const noexcept {
    return orders_[slot];
  }
  // Returns: whether the order said more of what is due than prices. Cost: O(lines).
  [[nodiscard]] bool says_more(MoneySlot slot) const noexcept {
    if (!slot.present()) return false;
    bool says = orders_[slot].charges.any();
    visit_lines(slot, [&says](const LineMoney& line) { says = says || line.says_money(); });
    return says;
  }
  // Looks along what the lines of one order say, by rising number, so that each is passed once.
  class Look {
   public:
    // An order that has no record says nothing.
    Look(const OrderMoneys& moneys, MoneySlot slot) noexcept
        : moneys_(moneys), line_(slot.present() ? moneys.orders_[slot].lines : Slot<LineMoney>{}) {}

    // Requires: no number after a greater one. Returns: what the line says, or null.
    [[nodiscard]] const LineMoney* find(LineNumber number) noexcept {
      while (line_.present() && moneys_.lines_[line_].line < number) {
        line_ = moneys_.lines_[line_].next;
      }
      const bool is_there = line_.present() && moneys_.lines_[line_].line == number;
      return is_there ? &moneys_.lines_[line_] : nullptr;
    }

   private:
    const OrderMoneys& moneys_;
    Slot<LineMoney> line_;
  };

  // Visits what lines say, by number.
  template <class Visitor>
  void visit_lines(MoneySlot slot, Visitor&& visit) const {
    for (Slot<LineMoney> at = orders_[slot].lines; at.present(); at = lines_[at].next) {
      visit(lines_[at]);
    }
  }

  template <class Visit>
  friend void visit_pages(OrderMoneys& moneys, Visit& visit) {
    visit_pages_of(visit, moneys.orders_, moneys.lines_, moneys.sums_, moneys.own_);
  }

 private:
  SlotPool<OrderMoney> orders_;
  SlotPool<LineMoney> lines_;
  SlotPool<PaymentSums> sums_;
  OwnOrders own_;
};

// Returns: what of an order's credit is for goods that the customer does not have.
[[nodiscard]] inline MoneyMinor given_of(const OrderMoneys& moneys, MoneySlot slot) noexcept {
  return slot.present() ? moneys[slot].given : 0;
}

}  // namespace allot
