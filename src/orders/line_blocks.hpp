// The lines of orders: the first three behind the order itself, further ones in blocks of a pool.
#pragma once

#include <cstddef>
#include <cstdint>

#include "allot/messages/limits.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

// Which lines of an order are meant: those of a SKU, or the one of them that has the number. No
// SKU: all; no number: whatever number they have.
struct LinesMeant {
  SkuId sku;
  std::uint16_t own_number{};

  [[nodiscard]] bool include(const Line& line) const noexcept {
    if (sku.present() && line.sku != sku) return false;
    return own_number == 0 || line.own_number == own_number;
  }
};

class LineBlocks {
 public:
  explicit LineBlocks(const Limits& limits)
      : lines_max_(limits.lines_max),
        // An order of n lines uses fewer than n / 3, since its first ones are in it.
        blocks_(limits.lines_max / LineBlock::lines_per_block) {}

  [[nodiscard]] std::uint32_t free() const noexcept { return lines_max_ - used_; }

  // Requires: free() >= lines. Effects: the order, whose lines are all zero, has so many.
  void give(Order& order, std::uint32_t lines) {
    ALLOT_CHECK(free() >= lines);
    order.line_count = static_cast<std::uint16_t>(lines);
    LineBlock* last = &order.first_lines;
    for (std::uint32_t done = LineBlock::lines_per_block; done < lines;
         done += LineBlock::lines_per_block) {
      last->next = blocks_.take();
      last = &blocks_[last->next];
    }
    used_ += lines;
  }
  // Requires: free() >= more. Effects: the order has so many lines more, all zero.
  void grow(Order& order, std::uint32_t more) {
    ALLOT_CHECK(free() >= more);
    LineBlock* last = &order.first_lines;
    std::uint32_t room = LineBlock::lines_per_block;
    for (; last->next.present(); last = &blocks_[last->next]) room += LineBlock::lines_per_block;
    for (; room < order.line_count + more; room += LineBlock::lines_per_block) {
      last->next = blocks_.take();
      last = &blocks_[last->next];
    }
    order.line_count = static_cast<std::uint16_t>(order.line_count + more);
    used_ += more;
  }
  // Effects: its further blocks are free; what lies in the order itself is left to the caller.
  void take_back(const Order& order) {
    ALLOT_CHECK(used_ >= order.line_count);
    for (BlockSlot block = order.first_lines.next; block.present();) {
      const BlockSlot next = blocks_[block].next;
      blocks_.give(block);
      block = next;
    }
    used_ -= order.line_count;
  }

  // Visits (line, number) in order.
  template <class Visitor>
  void visit(Order& order, Visitor&& visit) {
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
  void visit(const Order& order, Visitor&& visit) const {
    const_cast<LineBlocks*>(this)->visit(
        const_cast<Order&>(order),
        [&visit](const Line& line, LineNumber number) { visit(line, number); });
  }
  struct Found {
    Line* line;  // null: none
    LineNumber number;
    bool several;  // it is the first of them
  };
  // Returns: the first line of the order that is meant. Cost: O(lines).
  [[nodiscard]] Found find(Order& order, const LinesMeant& meant) {
    Found found{};
    visit(order, [&](Line& line, LineNumber number) {
      if (!meant.include(line)) return;
      if (found.line != nullptr) {
        found.several = true;
      } else {
        found = {&line, number, false};
      }
    });
    return found;
  }
  // Cost: O(number / 3). For the queue of waiting lines, which names lines by number.
  [[nodiscard]] Line& at(Order& order, LineNumber number) {
    ALLOT_CHECK(number.value < order.line_count);
    std::uint32_t left = number.value;
    LineBlock* block = &order.first_lines;
    for (; left >= LineBlock::lines_per_block; left -= LineBlock::lines_per_block) {
      block = &blocks_[block->next];
    }
    return block->lines[left];
  }

  // Asks memory for the further blocks of an order that is added next.
  [[gnu::always_inline]] void prefetch(std::size_t lines) const noexcept {
    for (std::uint32_t block = 0; (block + 1) * LineBlock::lines_per_block < lines; ++block) {
      blocks_.prefetch_taken<sizeof(LineBlock)>(block);
    }
  }

  template <class Visit>
  friend void visit_pages(LineBlocks& lines, Visit& visit) {
    visit_pages_of(visit, lines.blocks_);
  }

 private:
  std::uint32_t lines_max_;
  std::uint32_t used_{};
  SlotPool<LineBlock> blocks_;
};

}  // namespace allot
