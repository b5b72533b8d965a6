// How the money of orders stands of which payments were recorded, and what is told of it
// (docs/rules.md §16).
#pragma once

#include <algorithm>

#include "allocation/tables.hpp"

namespace allot {

class Balances {
 public:
  explicit Balances(Tables& tables) noexcept : t_(tables) {}

  // Returns: whether a command payment was recorded of the order.
  [[nodiscard]] bool counts(const Order& order) const noexcept {
    return t_.book.companions().payments(order) != nullptr;
  }
  [[nodiscard]] MoneyBalance of(const Order& order) const {
    return t_.book.companions().balance(t_.book.lines(), order);
  }
  // Returns: what has to come in of the order so that it is firm, as its channel is now; 0 where no
  //          deposit makes it so.
  [[nodiscard]] MoneyMinor deposit_of(const Order& order) const;
  // Requires: deposited. Returns: the deposit that made it firm, whatever its channel says since.
  [[nodiscard]] MoneyMinor firm_by(const Order& order) const {
    const Companions& companions = t_.book.companions();
    return std::min(order.value, companions.moneys()[companions.money(order)].firm_by);
  }
  // Returns: what is open of an order of which only the deposit has come in; else 0.
  [[nodiscard]] MoneyMinor open_balance(const Order& order) const {
    return order.payment == Payment::deposited ? told_money(of(order).open) : 0;
  }
  // Effects: nothing is kept of the order's deposit any more.
  void keep_nothing(const Order& order) const {
    Companions& companions = t_.book.companions();
    const MoneySlot money = companions.money(order);
    if (companions.moneys().kept_deposit(money) != 0) companions.moneys().keep_deposit(money, 0);
  }
  // Effects: what the shop gave back of a deposit that it kept, it keeps no more. `amount`: of what
  //          it gave back last.
  void keep_less(const Order& order, MoneyMinor amount) const;
  // Effects: what is open for goods that the customer does not have is not asked of her; for such
  //          as turned up it is again. Returns: whether what is asked is another amount. Cost: a
  //          look at the order, unless anything is open for it, or was not asked; then O(lines).
  [[nodiscard]] [[gnu::noinline]] bool ask_less(Order& order) const;
  // Returns: what of what came in is not due for what the customer keeps, if so much more of its
  // value were not asked: what the shop gave back it did not want for that.
  [[nodiscard]] MoneyMinor creditable(const Order& order, MoneyMinor less = 0) const;
  // Requires: counts(). `before`: what was due back before, and was told. Effects: what is due back
  // besides is told, `why`, and how its money stands.
  void tell_change(const Order& order, WideMoney before, Reason why) const;

  // Returns: what is to be captured now: for what has left of an authorised order, or of one for
  // which too little is set aside, as far as that goes; or for what has arrived of one that is paid
  // on delivery, where the channel says so.
  [[nodiscard]] WideMoney to_capture(const Order& order) const {
    if (order.payment == Payment::paid) return 0;
    const bool may_be =
        order.payment == Payment::authorised || order.payment == Payment::on_delivery;
    if (may_be) return of_goods(order);
    return awaits_payment(order.payment) && order.debits.present() ? of_aside(order) : 0;
  }
  // Returns: what is set aside for an order that is not paid, though it is too little.
  [[nodiscard]] MoneyMinor set_aside_unpaid(const Order& order) const {
    const bool asks = awaits_payment(order.payment) && t_.semantics.asks_less_for_refunds();
    return asks ? t_.book.companions().sums_of(order).set_aside_at(t_.step.now) : 0;
  }
  // Returns: what goods that have left, or arrived where they are paid then, cost and was not paid,
  //          whether or not it can be captured still.
  [[nodiscard]] WideMoney uncaptured(const Order& order) const;
  // `before`: what was to be captured, and was told. Effects: what is to be besides is told.
  void tell_to_capture(const Order& order, WideMoney before) const;

 private:
  // Returns: what is to be paid for what has left, and for all that is due when that is all.
  [[nodiscard]] MoneyMinor value_left(const Order& order) const {
    const Companions& companions = t_.book.companions();
    const bool all = order.status == OrderStatus::shipped;
    return companions.without_credit(
        order, all ? order.value : companions.kept(t_.book.lines(), order).value);
  }
  [[nodiscard]] [[gnu::noinline]] WideMoney of_goods(const Order& order) const;
  [[nodiscard]] [[gnu::noinline]] WideMoney of_aside(const Order& order) const;

  Tables& t_;
};

}  // namespace allot
