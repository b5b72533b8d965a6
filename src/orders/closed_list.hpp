// The ended orders that are still known, in the order in which they ended.
#pragma once

#include <cstdint>

#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

class ClosedList {
 public:
  // Borrows the orders, whose links it keeps.
  ClosedList(std::uint32_t closed_max, SlotPool<Order>& orders)
      : closed_max_(closed_max), orders_(orders) {}

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  // Returns: whether it has more orders than closed_orders_max.
  [[nodiscard]] bool overfull() const noexcept { return count_ > closed_max_; }
  [[nodiscard]] OrderSlot oldest() const noexcept { return oldest_; }
  [[nodiscard]] OrderSlot after(OrderSlot slot) const noexcept { return newer_of(orders_[slot]); }
  // Returns: the slot of the second oldest when the next end makes the oldest go, else none.
  [[nodiscard]] OrderSlot second_to_go() const noexcept {
    return count_ < closed_max_ || closed_max_ < 2 ? OrderSlot{} : after(oldest_);
  }

  // Requires: ended, and no timer of it runs. Effects: it is the newest.
  void append(OrderSlot slot) {
    Order& order = orders_[slot];
    ALLOT_CHECK(!order.open());
    ALLOT_CHECK(order.timer_or_newer == 0);
    order.older = newest_;
    if (newest_.present()) set_newer(orders_[newest_], slot);
    newest_ = slot;
    if (!oldest_.present()) oldest_ = slot;
    ++count_;
  }
  void remove(OrderSlot slot) {
    ALLOT_CHECK(count_ > 0);
    Order& order = orders_[slot];
    const OrderSlot newer = newer_of(order);
    if (newer.present()) {
      orders_[newer].older = order.older;
    } else {
      newest_ = order.older;
    }
    if (order.older.present()) {
      set_newer(orders_[order.older], newer);
    } else {
      oldest_ = newer;
    }
    set_newer(order, {});
    order.older = {};
    --count_;
  }

 private:
  [[nodiscard]] static OrderSlot newer_of(const Order& order) noexcept {
    return {order.open() ? 0 : order.timer_or_newer};
  }
  static void set_newer(Order& order, OrderSlot newer) {
    ALLOT_CHECK(!order.open());
    order.timer_or_newer = newer.value;
  }

  std::uint32_t closed_max_;
  std::uint32_t count_{};
  OrderSlot oldest_;
  OrderSlot newest_;
  SlotPool<Order>& orders_;
};

}  // namespace allot
