// When each order is due next: a 4-ary heap by (time, sequence of the order).
//
// New holds are nearly always the latest, so an insertion usually compares once and stays; the heap
// tells each order where its entry lies, so a payment removes it without a search. Ties end in the
// sequence, so the order of expiry depends on nothing else. At most one entry per open order.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"
#include "orders/order_book.hpp"

namespace allot {

class Timers {
 public:
  explicit Timers(std::uint32_t timers_max) : heap_(timers_max) {}

  struct Timer {
    TimeNs time;
    Sequence sequence;
    std::uint32_t order;
  };

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  [[nodiscard]] const Timer& earliest() const noexcept { return heap_[0]; }
  [[nodiscard]] bool due(TimeNs now) const noexcept { return count_ > 0 && heap_[0].time <= now; }

  // Effects: the order's timer runs until `time`; 0 stops it.
  void set(OrderBook& orders, std::uint32_t slot, TimeNs time) {
    Order& order = orders[slot];
    if (time == 0) {
      if (order.timer != 0) remove(orders, order.timer - 1);
      order.timer = 0;
      return;
    }
    const Timer timer{time, order.sequence, slot};
    if (order.timer == 0) {
      ALLOT_CHECK(count_ < heap_.size());
      sift_up(orders, count_++, timer);
    } else if (heap_[order.timer - 1].time != time) {
      place(orders, order.timer - 1, timer);
    }
  }

  // Asks memory for where the timer goes that is set after `ahead` others, and for what it is
  // compared with.
  [[gnu::always_inline]] void prefetch_next(std::uint32_t ahead) const noexcept {
    const std::uint32_t at = count_ + ahead;
    if (at >= heap_.size()) return;
    __builtin_prefetch(&heap_[at], 1);
    __builtin_prefetch(&heap_[at == 0 ? 0 : (at - 1) / arity]);
  }
  // Asks memory for what is looked at first when this order's timer changes.
  [[gnu::always_inline]] void prefetch_change(const Order& order) const noexcept {
    if (order.timer == 0) return;
    const std::uint64_t at = order.timer - 1;
    __builtin_prefetch(&heap_[at], 1);
    const std::uint64_t first = at * arity + 1;
    if (first + arity > count_) return;
    __builtin_prefetch(&heap_[first]);
    __builtin_prefetch(&heap_[first + arity - 1]);
  }

 private:
  static constexpr std::uint32_t arity = 4;

  static bool before(const Timer& a, const Timer& b) noexcept {
    return a.time != b.time ? a.time < b.time : a.sequence < b.sequence;
  }
  void put(OrderBook& orders, std::uint32_t at, const Timer& timer) noexcept {
    heap_[at] = timer;
    orders[timer.order].timer = at + 1;
  }
  void remove(OrderBook& orders, std::uint32_t at) {
    const Timer last = heap_[--count_];
    if (at != count_) place(orders, at, last);
  }
  void place(OrderBook& orders, std::uint32_t at, const Timer& timer) noexcept {
    if (at > 0 && before(timer, heap_[(at - 1) / arity])) {
      sift_up(orders, at, timer);
    } else {
      sift_down(orders, at, timer);
    }
  }
  void sift_up(OrderBook& orders, std::uint32_t at, const Timer& timer) noexcept {
    while (at > 0 && before(timer, heap_[(at - 1) / arity])) {
      put(orders, at, heap_[(at - 1) / arity]);
      at = (at - 1) / arity;
    }
    put(orders, at, timer);
  }
  void sift_down(OrderBook& orders, std::uint32_t at, const Timer& timer) noexcept {
    for (;;) {
      const std::uint64_t first = std::uint64_t{at} * arity + 1;
      if (first >= count_) break;
      std::uint32_t least = static_cast<std::uint32_t>(first);
      for (std::uint64_t child = first + 1; child < first + arity && child < count_; ++child) {
        if (before(heap_[child], heap_[least])) least = static_cast<std::uint32_t>(child);
      }
      if (!before(heap_[least], timer)) break;
      put(orders, at, heap_[least]);
      at = least;
    }
    put(orders, at, timer);
  }

  PageArray<Timer> heap_;
  std::uint32_t count_{};
};

}  // namespace allot
