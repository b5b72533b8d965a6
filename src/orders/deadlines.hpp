// Until when an order may be paid, and until when it keeps what it holds (docs/rules.md §17).
#pragma once

#include "catalogue/catalogue.hpp"
#include "orders/order.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

// Returns: whether the order came to its grace: it was not paid by pay_by. A freeze is over then,
// and the grace lies where that has what it granted.
[[nodiscard]] inline bool is_overdue(const Order& order) noexcept {
  return order.freeze == Freeze::used && order.granted != 0;
}

// Returns: when the order lets go of what it holds unless it is paid.
[[nodiscard]] inline TimeNs let_go_at(const Order& order) noexcept {
  return is_overdue(order) ? order.pay_by + order.granted : order.pay_by;
}

// Returns: pay_by as it would be if a pending payment failed now.
[[nodiscard]] inline TimeNs window_end(const Order& order, TimeNs now) noexcept {
  if (order.freeze != Freeze::active || order.pay_by == 0) return order.pay_by;
  return order.pay_by - std::max<std::int64_t>(0, order.granted - (now - order.frozen_at));
}

// Effects: a freeze, or a grace, is over.
inline void end_freeze(Order& order) noexcept {
  order.freeze = Freeze::used;
  order.frozen_at = order.granted = 0;
}

// Effects: the order may be paid until `pay_by`. `channel`: the settings of its channel.
inline void begin_payment_window(Order& order, const DefineChannel& channel, TimeNs pay_by,
                                 TimeNs now) noexcept {
  order.pay_by = pay_by;
  order.remind_at = 0;
  if (channel.remind_before_ns > 0 && order.pay_by - channel.remind_before_ns > now) {
    order.remind_at = order.pay_by - channel.remind_before_ns;
  }
}

// Effects: the balance of the order may be paid until its channel's window for that is over. It
// begins later where nothing is held for the order yet, or its review pauses it.
inline void begin_balance_window(Order& order, const DefineChannel& channel, TimeNs now,
                                 bool holds) noexcept {
  const bool pauses = order.reviewed() && !order.ship_stop && channel.review_pauses_payment;
  if (channel.balance_ttl_ns == 0 || !holds || pauses) {
    order.pay_by = order.remind_at = 0;
    return;
  }
  order.pay_by = now + channel.balance_ttl_ns;
  const TimeNs remind_at = order.pay_by - channel.balance_remind_before_ns;
  const bool reminds = channel.balance_remind_before_ns > 0 && remind_at > now;
  order.remind_at = reminds ? remind_at : 0;
}

class Deadlines {
 public:
  // Borrows catalogue and step.
  Deadlines(const Catalogue& catalogue, const StepContext& step) noexcept
      : catalogue_(catalogue), step_(step) {}

  // Returns: whether a payment that comes too late takes the goods, if it can.
  [[nodiscard]] bool takes_late(const Order& order) const noexcept {
    return settings(order).late_payment == LatePayment::take_again;
  }
  // Returns: whether a payment of then comes too late for the order, which awaits or awaited one.
  [[nodiscard]] bool too_late(const Order& order, TimeNs paid_at) const noexcept {
    const bool grace_counts = settings(order).late_payment == LatePayment::in_grace;
    return paid_at >= (grace_counts ? let_go_at(order) : order.pay_by);
  }
  // Effects: the open order has its money, or what is set aside, until `pay_by`, 0 for ever: its
  // payment window is over, and a review that waited for the money begins.
  void secure(Order& order, TimeNs pay_by) const {
    if (is_overdue(order)) [[unlikely]]
      end_freeze(order);
    order.pay_by = pay_by;
    order.remind_at = 0;
    if (order.reviewed() && order.review_by == 0 && !order.ship_stop) {
      order.review_by = step_.now + settings(order).review_ttl_ns;
    }
  }
  // Requires: it awaits payment. Effects: it is authorised, at `at`, until `lapses_at`, 0 for ever.
  // Returns: ok, or paid_too_late.
  [[nodiscard]] Reason authorise(Order& order, TimeNs at, TimeNs lapses_at) const;
  // Requires: it awaits payment. Effects: its deposit has come in, at `at`; where it is open its
  //           balance window begins, if it holds anything. Returns: as authorise().
  [[nodiscard]] Reason take_deposit(Order& order, TimeNs at, MoneyMinor deposit, bool holds) const;
  // Requires: authorised, and open. Effects: it is until then, from now on.
  void authorise_until(Order& order, TimeNs lapses_at) const;
  // Requires: it awaits payment or its balance, and no window runs. Effects: since it holds
  //           something now, one does, unless the order's review is to end first. Returns: whether.
  bool offer(Order& order) const;
  // Requires: its payment or balance window runs. Effects: it does not, since nothing is held for
  // it any more.
  void withdraw_offer(Order& order) const;
  // Requires: it awaits payment, and its window runs. Effects: that ends then, whatever a pending
  //           payment has added to it.
  void extend(Order& order, TimeNs pay_by) const;
  // Requires: its payment window is over. Returns: whether a grace has begun then.
  bool begin_grace(Order& order) const;
  // Effects: that its grace is nearly over is told.
  void remind_overdue(const Order& order) const { tell(order, EventType::overdue_reminder); }

 private:
  [[nodiscard]] const DefineChannel& settings(const Order& order) const noexcept {
    return catalogue_.channel(order.origin.channel()).settings;
  }
  void tell(const Order& order, EventType type) const;
  void tell_authorised(const Order& order, TimeNs lapses_at, Reason note) const;

  const Catalogue& catalogue_;
  const StepContext& step_;
};

}  // namespace allot
