// What an order's life does to the ledgers: it becomes firm, its time is up, it ends (docs/rules.md
// §7 and §9).
#pragma once

#include "allocation/tables.hpp"

namespace allot {

class Ending {
 public:
  explicit Ending(Tables& tables) noexcept : t_(tables) {}

  // Effects: what the order holds goes back, its lines leave their queues, it joins the closed
  // list.
  void end(OrderSlot slot, OrderStatus as);
  // Effects: the same, but one of which something is on the floor is asked back.
  void stop(OrderSlot slot, OrderStatus as);
  // Requires: unpaid, and without sums; nothing of it is on the floor or was shipped. Effects: as
  //           end(), since an order of the same shopper has what it held.
  void end_taken_over(OrderSlot slot);
  // Requires: nothing of it is held or waits. Effects: it ends, since all of it has left.
  //           `units`: of its lines that were not refused. `to_capture`: as before it left.
  void end_shipped(OrderSlot slot, UnitSum units, WideMoney to_capture);
  // Requires: somebody asked for holds. Effects: if they are free, all who wait are tried again.
  [[gnu::noinline]] void wake_who_asked_for_holds();
  // Effects: what the order holds is held no longer but allocated.
  void make_firm(OrderSlot slot);
  // Effects: the other way.
  void make_held(OrderSlot slot);
  void approve(OrderSlot slot);
  // Requires: paid, deposited or authorised. Effects: the order is not. One that goes on
  //           is held until it is, or expires.
  void lose_payment(OrderSlot slot);
  // Effects: an order that holds something, and awaits payment or its balance without a window, has
  //          one now.
  void offer(OrderSlot slot);
  // Effects: an open order that holds nothing any more, and is to be paid, or its balance, when it
  //          is served, has no window.
  void withdraw_offer(OrderSlot slot);
  // Returns: whether the payment window of the order begins now, if one is to begin; else it does
  //          when the order is served.
  [[nodiscard]] bool pays_now(const Order& order) const;
  // Returns: whether a line of the order holds anything, or any of it is picked or shipped.
  [[nodiscard]] bool holds_anything(const Order& order) const;
  // Effects: an order that was passed over since a deadline has its turn again.
  [[gnu::noinline]] void serve_again(const Order& order);

  // Requires: due, by now. Effects: what the order waits for next is decided. Returns: whether that
  //           changed no more than when it is due next.
  bool decide_due(OrderSlot slot, Due due);
  // Effects: so is all that is due by now.
  void settle(OrderSlot slot);

 private:
  // Returns: pays_now(), but of an order that is deposited whether the window of its balance may
  //          run: nobody has to pay the rest of what is not there.
  [[nodiscard]] bool may_pay_now(const Order& order) const;
  [[nodiscard]] UnitSum give_back(Order& order, OrderStatus as);
  [[gnu::noinline]] void end_paid(OrderSlot slot, OrderStatus as, UnitSum units,
                                  const KeptShipped& kept);
  // Requires: something of the order is on the floor. Effects: it does not end, but is asked back.
  [[gnu::noinline]] void ask_back(OrderSlot slot, OrderStatus as);
  [[gnu::noinline]] void leave_queue(Line& line, OrderStatus as);
  [[gnu::noinline]] void lapse(OrderSlot slot);
  // Requires: deposited, and its balance window is over. Effects: it ends, and its deposit is due
  //           back, or the shop's.
  [[gnu::noinline]] void lapse_balance(OrderSlot slot);

  Tables& t_;
};

}  // namespace allot
