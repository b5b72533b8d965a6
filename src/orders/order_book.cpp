#include "orders/order_book.hpp"

#include <algorithm>

namespace allot {

OrderBook::OrderBook(const Limits& limits, bool leaves_stubs)
    : orders_max_(limits.orders_max),
      // One closed order too many exists for a moment, before the oldest is retired.
      orders_(limits.orders_max + limits.closed_orders_max + 1),
      lines_(limits),
      companions_(limits),
      closed_(limits.closed_orders_max, orders_),
      keys_(orders_, leaves_stubs ? limits.stubs_max : 0, limits.stub_ttl_ns) {}

OrderSlot OrderBook::add(const OrderKey& key, std::uint32_t lines) {
  const OrderSlot slot = orders_.take_as_given();  // zeroed when the last one retired
  Order& order = orders_[slot];
  ALLOT_CHECK(order.sequence == 0);
  order.key = key;
  keys_.add(key, slot);
  lines_.give(order, lines);
  ++open_count_;
  return slot;
}

void OrderBook::close(OrderSlot slot, TimeNs now) {
  closed_.append(slot);
  --open_count_;
  while (closed_.overfull()) retire_oldest(now);
}

void OrderBook::reopen(OrderSlot slot) {
  ALLOT_CHECK(has_room());
  closed_.remove(slot);
  companions_.debits().set_asked_back(orders_[slot], false);
  ++open_count_;
}

void OrderBook::retire_oldest(TimeNs now) {
  const OrderSlot slot = closed_.oldest();
  closed_.remove(slot);
  Order& order = orders_[slot];
  lines_.take_back(order);
  bool went = false;
  if (order.debits.present()) [[unlikely]] {
    went = companions_.moneys().went(companions_.money(order));
    companions_.forget(order, now);
  }
  if (went) [[unlikely]] {
    keys_.retire_gone(slot, now);
  } else {
    keys_.retire(slot, now);
  }
  // All zero for the next one. A free slot has no sequence, which is how full scans tell it.
  if (order.line_count <= few_lines) {
    clear_bytes<few_lines_bytes>(&order);
  } else {
    clear_record(order);
  }
  orders_.give(slot);
}

std::vector<OrderSlot> OrderBook::open_by_sequence() const {
  std::vector<OrderSlot> slots;
  for (OrderSlot slot{1}; slot.value < orders_.fresh(); ++slot.value) {
    if (orders_[slot].sequence != 0 && orders_[slot].open()) slots.push_back(slot);
  }
  std::sort(slots.begin(), slots.end(),
            [this](OrderSlot a, OrderSlot b) { return orders_[a].sequence < orders_[b].sequence; });
  return slots;
}

std::vector<OrderSlot> OrderBook::closed_oldest_first() const {
  std::vector<OrderSlot> slots;
  for (OrderSlot slot = closed_.oldest(); slot.present(); slot = closed_.after(slot)) {
    slots.push_back(slot);
  }
  return slots;
}

const GoneOrder& last_step(const OrderKeys& keys, const GoneOrder& gone) {
  const GoneOrder* last = &gone;
  while (const GoneOrder* const next = keys.find_gone(last->into)) last = next;
  return *last;
}

std::vector<OrderSlot> known_orders(const OrderBook& book) {
  std::vector<OrderSlot> slots = book.open_by_sequence();
  const std::vector<OrderSlot> closed = book.closed_oldest_first();
  slots.insert(slots.end(), closed.begin(), closed.end());
  return slots;
}

}  // namespace allot
