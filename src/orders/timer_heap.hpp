// Timers of orders in any order of time: a 4-ary heap by (time, sequence of the order).
//
// Each order is told where its entry lies, so one is removed without a search. Ties end in the
// sequence, so the order of expiry depends on nothing else.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"
#include "orders/order.hpp"

namespace allot {

struct Timer {
  TimeNs time;
  Sequence sequence;
  OrderSlot order;
};

[[nodiscard]] constexpr bool is_before(const Timer& a, const Timer& b) noexcept {
  return a.time != b.time ? a.time < b.time : a.sequence < b.sequence;
}

class TimerHeap {
 public:
  explicit TimerHeap(std::uint32_t timers_max) : heap_(timers_max) {}

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] const Timer& earliest() const noexcept { return heap_[0]; }
  [[nodiscard]] const Timer& at(std::uint32_t place) const noexcept { return heap_[place]; }

  // `moved(order, place)` is called for each entry that comes to lie elsewhere, the new one too.
  template <class Moved>
  void insert(const Timer& timer, Moved&& moved) {
    ALLOT_CHECK(count_ < heap_.size());
    sift_up(count_++, timer, moved);
  }
  template <class Moved>
  void remove(std::uint32_t place, Moved&& moved) {
    ALLOT_CHECK(place < count_);
    const Timer last = heap_[--count_];
    if (place == count_) return;
    if (place > 0 && is_before(last, heap_[(place - 1) / arity])) {
      sift_up(place, last, moved);
    } else {
      sift_down(place, last, moved);
    }
  }

  // Prefetches what is looked at first when this entry is removed.
  [[gnu::always_inline]] void prefetch(std::uint32_t place) const noexcept {
    __builtin_prefetch(&heap_[place], 1);
    const std::uint64_t first = std::uint64_t{place} * arity + 1;
    if (first + arity > count_) return;
    __builtin_prefetch(&heap_[first]);
    __builtin_prefetch(&heap_[first + arity - 1]);
  }

  template <class Visit>
  friend void visit_pages(TimerHeap& heap, Visit& visit) {
    visit_pages_of(visit, heap.heap_);
  }

 private:
  static constexpr std::uint32_t arity = 4;

  template <class Moved>
  void put(std::uint32_t place, const Timer& timer, Moved& moved) {
    heap_[place] = timer;
    moved(timer.order, place);
  }
  template <class Moved>
  void sift_up(std::uint32_t place, const Timer& timer, Moved& moved) {
    while (place > 0 && is_before(timer, heap_[(place - 1) / arity])) {
      put(place, heap_[(place - 1) / arity], moved);
      place = (place - 1) / arity;
    }
    put(place, timer, moved);
  }
  template <class Moved>
  void sift_down(std::uint32_t place, const Timer& timer, Moved& moved) {
    for (;;) {
      const std::uint64_t first = std::uint64_t{place} * arity + 1;
      if (first >= count_) break;
      auto least = static_cast<std::uint32_t>(first);
      for (std::uint64_t child = first + 1; child < first + arity && child < count_; ++child) {
        if (is_before(heap_[child], heap_[least])) least = static_cast<std::uint32_t>(child);
      }
      if (!is_before(heap_[least], timer)) break;
      put(place, heap_[least], moved);
      place = least;
    }
    put(place, timer, moved);
  }

  PageArray<Timer> heap_;
  std::uint32_t count_{};
};

}  // namespace allot
