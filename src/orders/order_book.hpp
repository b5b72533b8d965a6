// The open orders and the ended ones that are still known, found by key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "allot/messages/limits.hpp"
#include "containers/slot_pool.hpp"
#include "orders/closed_list.hpp"
#include "orders/companions.hpp"
#include "orders/line_blocks.hpp"
#include "orders/order.hpp"
#include "orders/order_keys.hpp"

namespace allot {

class OrderBook {
 public:
  // `leaves_stubs`: an ended order that is no longer known leaves a stub.
  OrderBook(const Limits& limits, bool leaves_stubs);

  [[gnu::always_inline]] void prefetch(const OrderKey& key) const noexcept { keys_.prefetch(key); }
  // Prefetches the order that is added after `ahead` others, and for its further blocks as if
  // those had none.
  [[gnu::always_inline]] void prefetch_new(std::uint32_t ahead, std::size_t lines) const noexcept {
    if (lines <= few_lines) return orders_.prefetch_taken<few_lines_bytes>(ahead);
    orders_.prefetch_taken<sizeof(Order)>(ahead);
    lines_.prefetch(lines);
  }
  [[gnu::always_inline]] void prefetch_record(const OrderKey& key) const noexcept {
    const OrderSlot slot = keys_.guess(key);
    if (!slot.present()) return;
    orders_.prefetch<few_lines_bytes>(slot);
  }
  // Returns: the open order with this key as far as one look tells, else null; for prefetching.
  [[nodiscard]] const Order* peek(const OrderKey& key) const noexcept {
    const OrderSlot slot = keys_.guess(key);
    if (!slot.present()) return nullptr;
    const Order& order = orders_[slot];
    return order.open() && order.key == key ? &order : nullptr;
  }
  // Each order that ends makes the book forget the oldest closed one. Prefetches the record of
  // the third oldest, and for the index line of the second oldest, whose record was asked for when
  // this was called for the end before.
  [[gnu::always_inline]] void prefetch_retired() const noexcept {
    const OrderSlot second = closed_.second_to_go();
    if (!second.present()) return;
    keys_.prefetch(orders_[second].key);
    orders_.prefetch<few_lines_bytes>(closed_.after(second));
    keys_.prefetch_dropped();
  }

  // Returns: the slot of the open or closed order with this key, or none.
  [[nodiscard]] OrderSlot find(const OrderKey& key) const { return keys_.find(key); }
  [[nodiscard]] OrderKeys& keys() noexcept { return keys_; }
  [[nodiscard]] const OrderKeys& keys() const noexcept { return keys_; }
  [[nodiscard]] Order& operator[](OrderSlot slot) noexcept { return orders_[slot]; }
  [[nodiscard]] const Order& operator[](OrderSlot slot) const noexcept { return orders_[slot]; }
  [[nodiscard]] LineBlocks& lines() noexcept { return lines_; }
  [[nodiscard]] const LineBlocks& lines() const noexcept { return lines_; }
  [[nodiscard]] Companions& companions() noexcept { return companions_; }
  [[nodiscard]] const Companions& companions() const noexcept { return companions_; }

  // Orders lie in places below this one; one without a sequence is free.
  [[nodiscard]] friend std::uint32_t places_end(const OrderBook& book) noexcept {
    return book.orders_.fresh();
  }

  // `ending`: open orders that are to end first.
  [[nodiscard]] bool has_room(std::uint32_t ending = 0) const noexcept {
    return open_count_ - ending < orders_max_;
  }
  // Effects: retires closed orders, oldest first, until `lines` lines are free or none is left.
  // Returns: whether they are free, or will be with `ending`, those of orders that are to end
  // first. Cost: at most `lines` retirements, each frees a line or more.
  bool make_room(std::uint32_t lines, TimeNs now, std::uint32_t ending = 0) {
    while (lines_.free() < lines && !closed_.empty()) retire_oldest(now);
    return lines_.free() + ending >= lines;
  }

  // Requires: has_room(), lines free. Effects: an open order with empty lines.
  [[nodiscard]] OrderSlot add(const OrderKey& key, std::uint32_t lines);
  // Requires: ended, no timer runs. Effects: it joins the end of the closed list; beyond
  //           closed_orders_max the oldest go.
  void close(OrderSlot slot, TimeNs now);
  // Requires: closed, has_room(). Effects: out of the closed list.
  void reopen(OrderSlot slot);

  // Cold: slots of open orders by sequence, of closed ones oldest first.
  [[nodiscard]] std::vector<OrderSlot> open_by_sequence() const;
  [[nodiscard]] std::vector<OrderSlot> closed_oldest_first() const;

  template <class Visit>
  friend void visit_pages(OrderBook& book, Visit& visit) {
    visit_pages_of(visit, book.orders_, book.lines_, book.companions_, book.keys_);
  }

 private:
  [[gnu::noinline]] void retire_oldest(TimeNs now);

  std::uint32_t orders_max_;
  std::uint32_t open_count_{};
  SlotPool<Order> orders_;
  LineBlocks lines_;
  Companions companions_;
  ClosedList closed_;
  OrderKeys keys_;
};

// Returns: where that one went that went into no other that went. Cost: O(orders that went into the
//          order in which it is now).
[[nodiscard]] const GoneOrder& last_step(const OrderKeys& keys, const GoneOrder& gone);

// Cold: slots of open orders by sequence, and behind them those of closed ones, oldest first.
[[nodiscard]] std::vector<OrderSlot> known_orders(const OrderBook& book);

}  // namespace allot
