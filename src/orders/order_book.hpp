// The open orders and the ended ones that are still known, found by key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "allot/messages/limits.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

class OrderBook {
 public:
  explicit OrderBook(const Limits& limits);

  [[gnu::always_inline]] void prefetch(const OrderKey& key) const noexcept {
    index_.prefetch(spread(key));
  }
  // Asks memory for the order that is added after `ahead` others, and for its further blocks as if
  // those had none.
  [[gnu::always_inline]] void prefetch_new(std::uint32_t ahead, std::size_t lines) const noexcept {
    if (lines <= Order::few_lines) return orders_.prefetch_taken<Order::few_lines_bytes>(ahead);
    orders_.prefetch_taken<sizeof(Order)>(ahead);
    for (std::uint32_t block = 0; (block + 1) * LineBlock::lines_per_block < lines; ++block) {
      blocks_.prefetch_taken<sizeof(LineBlock)>(block);
    }
  }
  [[gnu::always_inline]] void prefetch_record(const OrderKey& key) const noexcept {
    const std::uint32_t slot = index_.guess(spread(key));
    if (slot == KeyIndex::none) return;
    orders_.prefetch<Order::few_lines_bytes>({slot});
  }
  // Returns: the open order with this key as far as one look tells, else null; for prefetching.
  [[nodiscard]] const Order* peek(const OrderKey& key) const noexcept {
    const std::uint32_t slot = index_.guess(spread(key));
    if (slot == KeyIndex::none) return nullptr;
    const Order& order = orders_[OrderSlot{slot}];
    return order.open() && order.key == key ? &order : nullptr;
  }
  // Each order that ends makes the book forget the oldest closed one. Asks memory for the record of
  // the third oldest, and for the index line of the second oldest, whose record was asked for when
  // this was called for the end before.
  [[gnu::always_inline]] void prefetch_retired() const noexcept {
    if (closed_count_ < closed_max_ || closed_max_ < 2) return;
    const Order& next = orders_[orders_[oldest_closed_].newer()];
    index_.prefetch(spread(next.key));
    orders_.prefetch<Order::few_lines_bytes>(next.newer());
  }

  // Returns: the slot of the open or closed order with this key, or none.
  [[nodiscard]] OrderSlot find(const OrderKey& key) const;
  [[nodiscard]] Order& operator[](OrderSlot slot) noexcept { return orders_[slot]; }
  [[nodiscard]] const Order& operator[](OrderSlot slot) const noexcept { return orders_[slot]; }

  [[nodiscard]] std::uint32_t open_count() const noexcept { return open_count_; }
  [[nodiscard]] std::uint32_t lines_free() const noexcept { return lines_max_ - lines_used_; }
  [[nodiscard]] std::uint32_t holds_free() const noexcept {
    return holds_.slots_max() - holds_.used();
  }
  [[nodiscard]] bool has_room() const noexcept { return open_count_ < orders_max_; }

  // Effects: retires closed orders, oldest first, until `lines` lines are free or none is left.
  // Returns: whether they are free. Cost: at most `lines` retirements, each frees a line or more.
  bool make_room(std::uint32_t lines);

  // Requires: has_room(), lines free. Effects: an open order with empty lines.
  [[nodiscard]] OrderSlot add(const OrderKey& key, std::uint32_t lines);

  // Visits (line, number) in order.
  template <class Visitor>
  void visit_lines(Order& order, Visitor&& visit) {
    const std::uint32_t count = order.line_count;
    LineBlock* block = &order.first_lines;
    for (std::uint32_t i = 0;; block = &blocks_[block->next]) {
      for (Line& line : block->lines) {
        if (i == count) return;
        visit(line, LineNumber{i++});
      }
    }
  }
  template <class Visitor>
  void visit_lines(const Order& order, Visitor&& visit) const {
    const_cast<OrderBook*>(this)->visit_lines(
        const_cast<Order&>(order),
        [&visit](const Line& line, LineNumber number) { visit(line, number); });
  }
  // Cost: O(number / 3). For the queue of waiting lines, which names lines by number.
  [[nodiscard]] Line& line(Order& order, LineNumber number);

  // Visits the debits of stock that the line holds.
  template <class Visitor>
  void visit_holds(const Line& line, Visitor&& visit) const {
    if (!line.first.lot.present()) return;
    visit(line.first);
    for (HoldSlot slot = line.more; slot.present(); slot = holds_[slot].next) {
      visit(holds_[slot].debit);
    }
  }
  [[nodiscard]] bool holds_from(const Line& line, LotSlot lot) const;
  // Requires: a free hold when the line already holds from another lot only.
  void add_hold(Line& line, const Stock::Debit& debit);
  // Effects: forgets what the line holds; the lots are the caller's business.
  void drop_holds(Line& line);

  // Effects: the order joins the end of the closed list; beyond closed_orders_max the oldest go.
  void close(OrderSlot slot);
  // Requires: closed, has_room(). Effects: out of the closed list, open again.
  void reopen(OrderSlot slot);

  // Cold: slots of open orders by sequence, of closed ones oldest first.
  [[nodiscard]] std::vector<OrderSlot> open_by_sequence() const;
  [[nodiscard]] std::vector<OrderSlot> closed_oldest_first() const;

  template <class Visit>
  friend void visit_pages(OrderBook& book, Visit& visit) {
    visit_pages_of(visit, book.orders_, book.blocks_, book.holds_, book.index_);
  }

 private:
  [[gnu::noinline]] void retire_oldest();
  void unlink_closed(OrderSlot slot);

  std::uint32_t orders_max_;
  std::uint32_t closed_max_;
  std::uint32_t lines_max_;
  SlotPool<Order> orders_;
  SlotPool<LineBlock> blocks_;
  SlotPool<Hold> holds_;
  KeyIndex index_;
  std::uint32_t open_count_{};
  std::uint32_t closed_count_{};
  std::uint32_t lines_used_{};
  OrderSlot oldest_closed_;
  OrderSlot newest_closed_;
};

}  // namespace allot
