// When each order is due next. Timers that come in the order in which they fall due lie in runs,
// the others in a heap; which of the two changes no decision: the earliest by (time, sequence of
// the order) is the next one. At most one timer per open order.
#pragma once

#include <cstdint>
#include <limits>

#include "allot/types/check.hpp"
#include "orders/order_book.hpp"
#include "orders/timer_heap.hpp"
#include "orders/timer_runs.hpp"

namespace allot {

class Timers {
 public:
  explicit Timers(std::uint32_t timers_max) : heap_(timers_max), runs_(timers_max) {}

  [[nodiscard]] bool empty() const noexcept { return earliest_.time == never; }
  // Requires: not empty.
  [[nodiscard]] const Timer& earliest() const noexcept { return earliest_; }
  [[nodiscard]] bool due(TimeNs now) const noexcept { return earliest_.time <= now; }

  // Effects: beside those of orders this one runs, in place of the one before; it names no order.
  //          None: it stops.
  void set_beside(const Timer* timer) noexcept {
    beside_ = timer != nullptr ? *timer : Timer{never, 0, {}};
    find_earliest();
  }

  // Effects: the order's timer runs until `time`; 0 stops it.
  void set(OrderBook& orders, OrderSlot slot, TimeNs time) {
    Order& order = orders[slot];
    if (runs_for(order)) {
      if (time_of(order) == time) return;
      stop(orders, slot, order);
    }
    if (time != 0) start(orders, order, {time, order.sequence, slot});
  }

  // Prefetches what is looked at when this order's timer changes.
  [[gnu::always_inline]] void prefetch_change(const Order& order) const noexcept {
    if (!runs_for(order)) return;
    const std::uint32_t place = place_of(order);
    if ((place & in_heap) != 0) {
      heap_.prefetch(place & ~in_heap);
    } else {
      runs_.prefetch(place);
    }
  }

  template <class Visit>
  friend void visit_pages(Timers& timers, Visit& visit) {
    visit_pages_of(visit, timers.heap_, timers.runs_);
  }

 private:
  static constexpr TimeNs never = std::numeric_limits<TimeNs>::max();
  static constexpr std::uint32_t no_place = ~std::uint32_t{0};  // that is kept as 0
  // Of a place: that it is one of the heap.
  static constexpr std::uint32_t in_heap = 1U << 31U;

  // An open order keeps the place of its timer, 1 above; 0 while none runs. Others have none.
  [[nodiscard]] static bool runs_for(const Order& order) noexcept {
    return order.open() && order.timer_or_newer != 0;
  }
  [[nodiscard]] static std::uint32_t place_of(const Order& order) noexcept {
    return order.timer_or_newer - 1;
  }
  static void set_place(Order& order, std::uint32_t place) {
    ALLOT_CHECK(order.open());
    order.timer_or_newer = place + 1;
  }

  [[nodiscard]] TimeNs time_of(const Order& order) const noexcept {
    const std::uint32_t place = place_of(order);
    return (place & in_heap) != 0 ? heap_.at(place & ~in_heap).time : runs_.time_at(place);
  }

  void start(OrderBook& orders, Order& order, Timer timer) {
    const std::uint32_t place = runs_.append(timer);
    if (place != TimerRuns::no_place) [[likely]] {
      set_place(order, place);
    } else {
      insert_into_heap(orders, timer);
    }
    if (is_before(timer, earliest_)) earliest_ = timer;
  }
  void stop(OrderBook& orders, OrderSlot slot, Order& order) {
    const std::uint32_t place = place_of(order);
    if ((place & in_heap) == 0) [[likely]] {
      runs_.remove(place, slot, [&orders](OrderSlot of) { return orders[of].sequence; });
    } else {
      remove_from_heap(orders, place & ~in_heap);
    }
    set_place(order, no_place);
    if (earliest_.order == slot) find_earliest();
  }

  [[gnu::noinline]] void insert_into_heap(OrderBook& orders, Timer timer) {
    heap_.insert(timer, [&orders](OrderSlot order, std::uint32_t place) {
      set_place(orders[order], place | in_heap);
    });
  }
  [[gnu::noinline]] void remove_from_heap(OrderBook& orders, std::uint32_t place) {
    heap_.remove(place, [&orders](OrderSlot order, std::uint32_t to) {
      set_place(orders[order], to | in_heap);
    });
  }

  void find_earliest() noexcept {
    const Timer* first = &beside_;
    const Timer* const run = runs_.earliest();
    if (run != nullptr && is_before(*run, *first)) first = run;
    if (!heap_.empty() && is_before(heap_.earliest(), *first)) first = &heap_.earliest();
    earliest_ = *first;
  }

  TimerHeap heap_;
  TimerRuns runs_;
  Timer beside_{never, 0, {}};
  Timer earliest_{never, 0, {}};
};

}  // namespace allot
