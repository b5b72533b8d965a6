// Orders, their lines, and what each line holds.
//
// An order is 256 bytes: itself, and behind it its first three lines, so that an order of one or
// two is three cache lines in a row. Further lines lie in blocks of three. What a line holds is one
// (lot, quantity) inside the line, and a chain in a pool for the rare line that takes from several
// lots. All links are 32-bit slots.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/order_state.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

struct Line {
  MoneyMinor price{};
  SkuId sku;
  std::uint32_t ordered{};
  std::uint32_t waiting{};
  std::uint32_t lot{};       // the first lot it holds from, 0 = holds nothing
  std::uint32_t quantity{};  // held there
  std::uint32_t more{};      // further holds
  std::uint32_t entry{};     // in the SKU's waiting queue, 0 = none
  bool refused{};            // dropped when the order was placed
};
static_assert(sizeof(Line) == 40);

struct LineBlock {
  static constexpr std::uint32_t lines_per_block = 3;
  std::array<Line, lines_per_block> lines;
  std::uint32_t next{};  // the block behind it, 0 = none
};
static_assert(sizeof(LineBlock) == 128);

struct alignas(64) Order {
  OrderKey key;
  Sequence sequence{};
  MoneyMinor value{};
  TimeNs pay_by{};
  TimeNs remind_at{};
  TimeNs review_by{};
  TimeNs frozen_at{};
  std::int64_t granted{};  // what an active freeze added to pay_by
  TimeNs ship_by{};
  ChannelId channel;
  ZoneId zone;
  std::uint32_t version{};
  std::uint32_t timer{};  // 1 + position in the timer heap, 0 while no timer runs
  std::uint32_t newer{};  // neighbours in the closed list
  std::uint32_t next{};   // older neighbour
  std::uint16_t line_count{};
  OrderStatus status{};
  Payment payment{};
  Review review{};
  std::uint8_t priority{};
  std::uint8_t max_splits{};
  std::uint8_t freeze : 2 {};  // 0 unused, 1 active, 2 used
  bool ship_stop : 1 {};
  bool ship_complete : 1 {};
  bool imported : 1 {};
  LineBlock first_lines;

  // What an order of no more lines than `few_lines` lies in; nothing is ever written behind it.
  static constexpr std::uint32_t few_lines = 2;
  static constexpr std::size_t few_lines_bytes = 192;

  [[nodiscard]] bool open() const noexcept { return status == OrderStatus::open; }
  [[nodiscard]] bool awaits_payment() const noexcept {
    return payment == Payment::unpaid || payment == Payment::pending;
  }
  [[nodiscard]] bool firm() const noexcept { return !awaits_payment() && review == Review::clear; }
};
static_assert(sizeof(Order) == 256 &&
              offsetof(Order, first_lines) + Order::few_lines * sizeof(Line) ==
                  Order::few_lines_bytes);

struct HoldPart {
  std::uint32_t lot{};
  std::uint32_t quantity{};
  std::uint32_t next{};
};

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
    orders_.prefetch<Order::few_lines_bytes>(slot);
  }
  // Returns: the open order with this key as far as one look tells, else null; for prefetching.
  [[nodiscard]] const Order* peek(const OrderKey& key) const noexcept {
    const std::uint32_t slot = index_.guess(spread(key));
    if (slot == KeyIndex::none) return nullptr;
    const Order& order = orders_[slot];
    return order.open() && order.key == key ? &order : nullptr;
  }
  // Asks memory for what is forgotten when an order ends: one record two ends ahead, and the index
  // line of the one before, whose record was asked for an end ago.
  [[gnu::always_inline]] void prefetch_retired() const noexcept {
    if (closed_count_ < closed_max_ || closed_max_ < 2) return;
    const Order& next = orders_[orders_[oldest_closed_].newer];
    index_.prefetch(spread(next.key));
    orders_.prefetch<Order::few_lines_bytes>(next.newer);
  }

  // Returns: the slot of the open or closed order with this key, or 0.
  [[nodiscard]] std::uint32_t find(const OrderKey& key) const;
  [[nodiscard]] Order& operator[](std::uint32_t slot) noexcept { return orders_[slot]; }
  [[nodiscard]] const Order& operator[](std::uint32_t slot) const noexcept { return orders_[slot]; }

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
  [[nodiscard]] std::uint32_t add(const OrderKey& key, std::uint32_t lines);

  // Visits (line, number) in order.
  template <class Visitor>
  void visit_lines(Order& order, Visitor&& visit) {
    const std::uint32_t count = order.line_count;
    LineBlock* block = &order.first_lines;
    for (std::uint32_t i = 0;; block = &blocks_[block->next]) {
      for (Line& line : block->lines) {
        if (i == count) return;
        visit(line, i++);
      }
    }
  }
  template <class Visitor>
  void visit_lines(const Order& order, Visitor&& visit) const {
    const_cast<OrderBook*>(this)->visit_lines(
        const_cast<Order&>(order), [&visit](const Line& line, std::uint32_t i) { visit(line, i); });
  }
  // Cost: O(number / 3). For the queue of waiting lines, which names lines by number.
  [[nodiscard]] Line& line(Order& order, std::uint32_t number) noexcept;

  // Visits (lot, quantity) of what the line holds.
  template <class Visitor>
  void visit_holds(const Line& line, Visitor&& visit) const {
    if (line.lot == 0) return;
    visit(line.lot, line.quantity);
    for (std::uint32_t part = line.more; part != 0; part = holds_[part].next) {
      visit(holds_[part].lot, holds_[part].quantity);
    }
  }
  [[nodiscard]] bool holds_from(const Line& line, std::uint32_t lot) const;
  // Requires: a free hold when the line already holds from another lot only.
  void add_hold(Line& line, std::uint32_t lot, std::uint32_t quantity);
  // Effects: forgets what the line holds; the lots are the caller's business.
  void drop_holds(Line& line);

  // Effects: the order joins the end of the closed list; beyond closed_orders_max the oldest go.
  void close(std::uint32_t slot);
  // Requires: closed, has_room(). Effects: out of the closed list, open again.
  void reopen(std::uint32_t slot);

  // Cold: slots of open orders by sequence, of closed ones oldest first.
  [[nodiscard]] std::vector<std::uint32_t> open_by_sequence() const;
  [[nodiscard]] std::vector<std::uint32_t> closed_oldest_first() const;

 private:
  [[gnu::noinline]] void retire_oldest();
  void unlink_closed(std::uint32_t slot);

  std::uint32_t orders_max_;
  std::uint32_t closed_max_;
  std::uint32_t lines_max_;
  SlotPool<Order> orders_;
  SlotPool<LineBlock> blocks_;
  SlotPool<HoldPart> holds_;
  KeyIndex index_;
  std::uint32_t open_count_{};
  std::uint32_t closed_count_{};
  std::uint32_t lines_used_{};
  std::uint32_t oldest_closed_{};
  std::uint32_t newest_closed_{};
};

}  // namespace allot
