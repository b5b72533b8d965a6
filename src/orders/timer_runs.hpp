// Timers of orders that come in the order in which they fall due: a few ascending runs.
//
// What falls due is mostly a fixed time after now (a channel's payment window, its reminder), so
// the timers of one window come sorted. A timer goes to the end of the first run whose last one is
// not behind it; with one run for each window in use, nothing is ever sorted. One that fits no run
// is not taken: it belongs into the heap (timer_heap.hpp). A timer that is removed leaves a dead
// entry, which is passed when the front reaches it, and a block of entries is free as soon as all
// of them are dead.
//
// Memory: blocks for twice the timers that there can be, fixed by the constructor; when scattered
// live entries hold them all, timers are not taken.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "containers/slot_pool.hpp"
#include "orders/timer_heap.hpp"

namespace allot {

class TimerRuns {
 public:
  explicit TimerRuns(std::uint32_t timers_max)
      : entries_((block_count(timers_max) + 1) * std::size_t{block_entries}),
        blocks_(block_count(timers_max)) {}

  // The least number of places, all below 2^31 for the largest orders_max.
  static constexpr std::uint32_t no_place = ~std::uint32_t{0};

  // Effects: takes the timer, if it fits a run. Returns: its place; or no_place.
  [[nodiscard]] std::uint32_t append(Timer timer) {
    for (Run& run : runs_) {
      if (run.live != 0 && is_before(timer, run.last)) continue;
      if (run.used == block_entries || !run.tail.present()) [[unlikely]] {
        if (!grow(run)) return no_place;
      }
      const std::uint32_t place = run.tail.value * block_entries + run.used++;
      entries_[place] = {timer.time, timer.order, 1};
      run.last = timer;
      ++blocks_[run.tail].live;
      if (run.live++ == 0) {
        run.first = timer;
        run.front = place;
      }
      return place;
    }
    return no_place;
  }

  // Requires: the place of a timer of `order`. Effects: it is gone.
  // `sequence_of(order)` gives the sequence of the order that is the first of its run afterwards.
  template <class SequenceOf>
  void remove(std::uint32_t place, OrderSlot order, SequenceOf&& sequence_of) {
    Entry& entry = entries_[place];
    ALLOT_CHECK(entry.live != 0);
    ALLOT_CHECK(entry.order == order);
    entry.live = 0;
    const Slot<Block> block = block_of(place);
    Run& run = runs_[blocks_[block].run];
    --run.live;
    // The next live one is looked for before the block can go.
    if (place == run.front) pass_dead(run, sequence_of);
    if (--blocks_[block].live == 0) drop(run, block);
  }

  // Returns: the earliest first timer of all runs; null when there is none.
  [[nodiscard]] const Timer* earliest() const noexcept {
    const Timer* found = nullptr;
    for (const Run& run : runs_) {
      if (run.live != 0 && (found == nullptr || is_before(run.first, *found))) found = &run.first;
    }
    return found;
  }

  [[nodiscard]] TimeNs time_at(std::uint32_t place) const noexcept { return entries_[place].time; }

  [[gnu::always_inline]] void prefetch(std::uint32_t place) const noexcept {
    __builtin_prefetch(&entries_[place], 1);
    __builtin_prefetch(&blocks_[block_of(place)], 1);
  }

  template <class Visit>
  friend void visit_pages(TimerRuns& runs, Visit& visit) {
    visit_pages_of(visit, runs.entries_, runs.blocks_);
  }

 private:
  // Without padding, so that two whole words are stored and not the bytes between.
  struct Entry {
    TimeNs time;
    OrderSlot order;
    std::uint32_t live;
  };
  static_assert(sizeof(Entry) == 16);

  // 1 KiB of entries; blocks are named from 1.
  static constexpr std::uint32_t block_entries = 64;
  struct Block {
    Slot<Block> older;  // neighbours in the run
    Slot<Block> newer;
    std::uint32_t live;
    std::uint32_t run;
  };

  struct Run {
    Timer first;          // where live
    Timer last;           // of those that were ever appended since it was empty
    std::uint32_t live;   // timers in it
    std::uint32_t front;  // place of `first`
    Slot<Block> head;     // oldest block
    Slot<Block> tail;     // newest block
    std::uint32_t used;   // entries of the newest block that were ever used
  };
  static constexpr std::size_t runs_max = 8;

  [[nodiscard]] static constexpr Slot<Block> block_of(std::uint32_t place) noexcept {
    return {place / block_entries};
  }

  [[nodiscard]] static constexpr std::uint32_t block_count(std::uint32_t timers_max) noexcept {
    return timers_max / block_entries * 2 + 2 * static_cast<std::uint32_t>(runs_max);
  }

  // Effects: the run has an empty newest block. Returns: false when there is none.
  [[gnu::noinline]] bool grow(Run& run) {
    if (run.tail.present() && blocks_[run.tail].live == 0) {
      run.used = 0;
      return true;
    }
    if (blocks_.full()) return false;
    const Slot<Block> block = blocks_.take();
    blocks_[block].older = run.tail;
    blocks_[block].run = static_cast<std::uint32_t>(&run - runs_.data());
    (run.tail.present() ? blocks_[run.tail].newer : run.head) = block;
    run.tail = block;
    run.used = 0;
    return true;
  }

  template <class SequenceOf>
  void pass_dead(Run& run, SequenceOf& sequence_of) {
    if (run.live == 0) return;
    Slot<Block> block = block_of(run.front);
    std::uint32_t place = run.front + 1;
    for (;; ++place) {
      if (place % block_entries == 0) {
        block = blocks_[block].newer;
        ALLOT_CHECK(block.present());
        place = block.value * block_entries;
      }
      if (entries_[place].live != 0) break;
    }
    run.front = place;
    run.first = {entries_[place].time, sequence_of(entries_[place].order), entries_[place].order};
  }

  // Effects: a block without live entries is free; but the newest one of a run goes on to be
  // filled.
  void drop(Run& run, Slot<Block> block) {
    if (block == run.tail) {
      if (run.live == 0) run.used = 0;
      return;
    }
    const Block& gone = blocks_[block];
    (gone.older.present() ? blocks_[gone.older].newer : run.head) = gone.newer;
    blocks_[gone.newer].older = gone.older;
    blocks_.give(block);
  }

  PageArray<Entry> entries_;
  SlotPool<Block> blocks_;
  std::array<Run, runs_max> runs_{};
};

}  // namespace allot
