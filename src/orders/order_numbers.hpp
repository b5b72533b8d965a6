// The numbers by which some orders are known, as the shop has them.
//
// They lie beside the orders, by slot. An order without one touches nothing here; what is said here
// of such a slot is old and never read.
#pragma once

#include <cstddef>
#include <string_view>

#include "allot/messages/limits.hpp"
#include "allot/types/code.hpp"
#include "containers/page_array.hpp"
#include "orders/order.hpp"

namespace allot {

class OrderNumbers {
 public:
  // As many as the book of orders has slots.
  explicit OrderNumbers(const Limits& limits)
      : numbers_(std::size_t{limits.orders_max} + limits.closed_orders_max + 2) {}

  // Returns: the number of the order in this slot; empty where its key alone names it.
  [[nodiscard]] std::string_view of(const Order& order, OrderSlot slot) const noexcept {
    return order.numbered ? numbers_[slot.value].text() : std::string_view{};
  }
  // Effects: the order has this number from now on, until it is forgotten.
  void set(Order& order, OrderSlot slot, const Code& number) noexcept {
    any_ = true;
    order.numbered = true;
    numbers_[slot.value] = number;
  }
  // Returns: whether any order ever had one.
  [[nodiscard]] bool any() const noexcept { return any_; }

  template <class Visit>
  friend void visit_pages(OrderNumbers& numbers, Visit& visit) {
    visit_pages_of(visit, numbers.numbers_);
  }

 private:
  PageArray<Code> numbers_;
  bool any_{};
};

}  // namespace allot
