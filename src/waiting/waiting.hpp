// Lines that wait for stock: per SKU an ordered queue by rank.
//
// Rank: priority, ship_by, sequence of the order, line (docs/rules.md §7). A queue is a red-black
// tree of Boost.Intrusive whose links are 32-bit offsets from the node itself: half the size of
// pointers, and valid wherever the pool lies. Joining and leaving cost O(log n), so 100,000 waiting
// lines of one SKU are no special case.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <tuple>

#include "allot/types/ids.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

struct Rank {
  Sequence sequence{};
  TimeNs ship_by{};  // 2^63-1 when the order names none
  std::uint32_t line{};
  std::uint8_t priority{};

  friend std::strong_ordering operator<=>(const Rank& a, const Rank& b) noexcept {
    return std::tuple(a.priority, a.ship_by, a.sequence, a.line) <=>
           std::tuple(b.priority, b.ship_by, b.sequence, b.line);
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
  std::uint32_t order{};
  bool red{};
};

class WaitingQueues {
 public:
  // `lines_max` entries, and as many headers, since a queue that exists has an entry.
  explicit WaitingQueues(std::uint32_t lines_max) : pool_(2 * lines_max) {}

  [[nodiscard]] const WaitingEntry& entry(std::uint32_t slot) const noexcept { return pool_[slot]; }

  // Returns: whether no line waits for anything.
  [[nodiscard]] bool empty() const noexcept { return pool_.used() == 0; }

  // Effects: the line joins the queue whose header is `queue` (0: a new one, written there).
  // Returns: its entry.
  [[nodiscard]] std::uint32_t join(std::uint32_t& queue, const Rank& rank, std::uint32_t order);
  // Effects: the entry leaves; `queue` becomes 0 when it was the last.
  void leave(std::uint32_t& queue, std::uint32_t entry);

  // Returns: the first entry, or the first one that ranks after `cursor`; 0 when there is none.
  [[nodiscard]] std::uint32_t first(std::uint32_t queue) const;
  [[nodiscard]] std::uint32_t after(std::uint32_t queue, const Rank& cursor) const;

 private:
  SlotPool<WaitingEntry> pool_;
};

}  // namespace allot
