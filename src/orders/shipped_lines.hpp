// What of each line was shipped, and what became of it: companions of lines, in a chain of their
// order's, by number (docs/decisions/0016-room-for-what-is-coming.md). A line of which nothing is
// to be said has none, and an order that ended because all of it was shipped has none for what it
// owed.
#pragma once

#include <algorithm>
#include <cstdint>

#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

struct alignas(16) ShippedLine {
  LineNumber line;
  Units shipped;   // of what was ordered
  UnitSum beyond;  // more than that
  UnitSum delivered;
  UnitSum returned;
  Units lost;         // on the way
  Units turned_away;  // at the door, and to come back
  Units home;         // of what was turned away or lost: what has come back
  ShippedSlot next;

  [[nodiscard]] UnitSum sent(Units of_ordered) const noexcept { return beyond + of_ordered; }
  // Returns: units of which it is known what became of them when they had left; and the others.
  [[nodiscard]] UnitSum ended() const noexcept { return delivered + lost + turned_away + home; }
  [[nodiscard]] UnitSum on_its_way(Units of_ordered) const noexcept {
    return sent(of_ordered) - ended();
  }
  // Returns: of those, units that have not come back either. What came back and is not home had
  //          arrived, told or not.
  [[nodiscard]] UnitSum still_coming(Units of_ordered) const noexcept {
    const UnitSum elsewhere = UnitSum(lost) + turned_away;
    return sent(of_ordered) - std::max(ended(), elsewhere + returned);
  }
};
static_assert(sizeof(ShippedLine) == 48);

class ShippedLines {
 public:
  // Room for each line that can be known.
  explicit ShippedLines(std::uint32_t lines_max) : lines_(lines_max) {}

  // Looks along the lines of one order, by rising number, so that each companion is passed once.
  class Look {
   public:
    Look(const ShippedLines& lines, ShippedSlot root) noexcept : lines_(lines), slot_(root) {}

    // Requires: no number after a greater one. Returns: what is kept of the line, or null.
    [[nodiscard]] const ShippedLine* find(LineNumber number) noexcept {
      while (slot_.present() && lines_.lines_[slot_].line < number) {
        slot_ = lines_.lines_[slot_].next;
      }
      const bool is_there = slot_.present() && lines_.lines_[slot_].line == number;
      return is_there ? &lines_.lines_[slot_] : nullptr;
    }

   private:
    const ShippedLines& lines_;
    ShippedSlot slot_;
  };

  // The same for who changes them.
  class Walk {
   public:
    // Borrows both; the root changes when the first line gets its companion.
    Walk(ShippedLines& lines, ShippedSlot& root) noexcept : lines_(lines), link_(&root) {}

    // Requires: no number after a greater one. Returns: what is kept of the line, or null.
    [[nodiscard]] ShippedLine* find(LineNumber number) noexcept {
      while (link_->present() && lines_.lines_[*link_].line < number) {
        link_ = &lines_.lines_[*link_].next;
      }
      const bool is_there = link_->present() && lines_.lines_[*link_].line == number;
      return is_there ? &lines_.lines_[*link_] : nullptr;
    }
    // The same, made where there was none.
    [[nodiscard]] ShippedLine& at(LineNumber number) {
      if (ShippedLine* known = find(number); known != nullptr) return *known;
      const ShippedSlot slot = lines_.lines_.take();
      lines_.lines_[slot].line = number;
      lines_.lines_[slot].next = *link_;
      *link_ = slot;
      return lines_.lines_[slot];
    }

   private:
    ShippedLines& lines_;
    ShippedSlot* link_;
  };

  // Visits what is kept, by number.
  template <class Visitor>
  void visit(ShippedSlot root, Visitor&& visit) const {
    for (ShippedSlot slot = root; slot.present(); slot = lines_[slot].next) visit(lines_[slot]);
  }
  void drop(ShippedSlot root) {
    for (ShippedSlot slot = root; slot.present();) {
      const ShippedSlot next = lines_[slot].next;
      lines_.give(slot);
      slot = next;
    }
  }

  template <class Visit>
  friend void visit_pages(ShippedLines& lines, Visit& visit) {
    visit_pages_of(visit, lines.lines_);
  }

 private:
  SlotPool<ShippedLine> lines_;
};

// What an order that ended had shipped of what was ordered, and will not give back.
struct KeptShipped {
  UnitSum units;
  MoneyMinor value{};  // of them at their prices, and not more than that of the order

  [[nodiscard]] bool any() const noexcept { return units != UnitSum{}; }
};

// Returns: units of the line that were shipped of what was ordered. `kept`: its companion, or null.
[[nodiscard]] inline Units shipped_of(const Order& order, const Line& line,
                                      const ShippedLine* kept) noexcept {
  if (order.status == OrderStatus::shipped) return line.refused ? Units{} : line.ordered;
  return kept != nullptr ? kept->shipped : Units{};
}

}  // namespace allot
