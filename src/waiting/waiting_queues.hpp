// Per SKU an ordered queue of the lines that wait for it.
//
// Rank: priority, ship_by, second of the sale, sequence of the order, line (docs/rules.md §7). A
// queue is a red-black tree of Boost.Intrusive whose links are 32-bit offsets from the node itself:
// half the size of pointers, and valid wherever the pool lies. Joining and leaving cost O(log n),
// so 100,000 waiting lines of one SKU are no special case.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <tuple>

#include "allot/types/ids.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

using OrderSlot = Slot<struct Order>;
using EntrySlot = Slot<struct WaitingEntry>;

// Which line of an order, from 0, in the order in which its SKUs were named.
struct LineNumber {
  std::uint32_t value{};
  friend constexpr auto operator<=>(LineNumber, LineNumber) noexcept = default;
};

struct Rank {
  Sequence sequence{};
  TimeNs ship_by{};             // 2^63-1 when the order names none
  std::uint32_t second{};       // since 1970, in which the sale was made
  std::uint16_t line_number{};  // orders have at most 4,000
  std::uint8_t priority{};

  [[nodiscard]] LineNumber line() const noexcept { return {line_number}; }
  friend std::strong_ordering operator<=>(const Rank& a, const Rank& b) noexcept {
    return std::tuple(a.priority, a.ship_by, a.second, a.sequence, a.line_number) <=>
           std::tuple(b.priority, b.ship_by, b.second, b.sequence, b.line_number);
  }
  friend bool operator==(const Rank&, const Rank&) noexcept = default;
};

struct WaitingEntry {
  // Tree links, in entries relative to this one; `no_link` is null. 0 would be the entry itself,
  // which the tree's header does use.
  static constexpr std::int32_t no_link = std::numeric_limits<std::int32_t>::min();

  Rank rank;
  std::int32_t parent{};
  std::int32_t left{};
  std::int32_t right{};
  OrderSlot order;
  bool red{};
};

class WaitingQueues {
 public:
  // `lines_max` entries, and as many headers, since a queue that exists has an entry.
  explicit WaitingQueues(std::uint32_t lines_max) : WaitingQueues(lines_max, lines_max) {}
  WaitingQueues(std::uint32_t entries_max, std::uint32_t queues_max)
      : pool_(entries_max + queues_max) {}

  [[nodiscard]] const WaitingEntry& entry(EntrySlot slot) const noexcept { return pool_[slot]; }

  // Returns: whether no line waits for anything.
  [[nodiscard]] bool empty() const noexcept { return pool_.used() == 0; }

  // Effects: the line joins the queue whose header is `queue` (none: a new one, written there).
  // Returns: its entry.
  [[nodiscard]] EntrySlot join(QueueSlot& queue, const Rank& rank, OrderSlot order);
  // Effects: the entry leaves; `queue` becomes none when it was the last.
  void leave(QueueSlot& queue, EntrySlot entry);

  // Returns: the first entry, the last one, or the first one that ranks after `cursor`; none when
  //          there is none.
  [[nodiscard]] EntrySlot first(QueueSlot queue) const;
  [[nodiscard]] EntrySlot last(QueueSlot queue) const;
  [[nodiscard]] EntrySlot after(QueueSlot queue, const Rank& cursor) const;

  template <class Visit>
  friend void visit_pages(WaitingQueues& queues, Visit& visit) {
    visit_pages_of(visit, queues.pool_);
  }

 private:
  // A queue's header is a node of its tree, and lies in the pool of the entries.
  [[nodiscard]] static EntrySlot header_of(QueueSlot queue) noexcept { return {queue.value}; }

  SlotPool<WaitingEntry> pool_;
};

}  // namespace allot
