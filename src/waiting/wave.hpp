// The wave that is being released, if there is one: what it asks for, how far it has looked, and
// the orders that were found, by rank (docs/rules.md §9, wave).
//
// Orders are looked at in slices, place by place, as those are that lose (losers.hpp): no order
// that is placed pays for waves.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "allot/messages/command.hpp"
#include "waiting/waiting_queues.hpp"

namespace allot {

class Wave {
 public:
  // Of each order that is known one can be found.
  explicit Wave(std::uint32_t orders_known_max) : queues_(orders_known_max, 1) {}

  [[nodiscard]] bool runs() const noexcept { return asked_.wave_key != 0; }
  [[nodiscard]] const ReleaseWave& asked() const noexcept { return asked_; }
  // Requires: none runs. Effects: one does, and is to look from the first place on.
  void begin(const ReleaseWave& asked) noexcept {
    asked_ = asked;
    released_ = passed_over_ = 0;
    next_place_ = {1};
  }
  // Requires: nobody is found. Effects: none runs.
  void end() noexcept { asked_ = {}; }

  // The place of the next order to be looked at; none when all have been.
  [[nodiscard]] OrderSlot next_place() const noexcept { return next_place_; }
  void look_from(OrderSlot place) noexcept { next_place_ = place; }

  [[nodiscard]] std::uint32_t found() const noexcept { return found_; }
  // Effects: the order is found; where more are than the wave may have, the last by rank is not.
  void add(const Rank& rank, OrderSlot order) {
    (void)queues_.join(queue_, rank, order);
    ++found_;
    if (asked_.orders_max == 0 || found_ <= asked_.orders_max) return;
    queues_.leave(queue_, queues_.last(queue_));
    --found_;
  }
  // Requires: any is found. Returns: the best by rank; it is found no more.
  WaitingEntry take_first() {
    const EntrySlot slot = queues_.first(queue_);
    const WaitingEntry first = queues_.entry(slot);
    queues_.leave(queue_, slot);
    --found_;
    return first;
  }

  [[nodiscard]] std::uint32_t released() const noexcept { return released_; }
  [[nodiscard]] std::uint32_t passed_over() const noexcept { return passed_over_; }
  void count(bool released) noexcept { ++(released ? released_ : passed_over_); }

  // Visits the ranks of those that are found, the best first.
  template <class Visitor>
  void visit(Visitor&& visit) const {
    if (!queue_.present()) return;
    for (EntrySlot slot = queues_.first(queue_); slot.present();
         slot = queues_.after(queue_, queues_.entry(slot).rank)) {
      visit(queues_.entry(slot).rank);
    }
  }

  template <class Visit>
  friend void visit_pages(Wave& wave, Visit& visit) {
    visit_pages_of(visit, wave.queues_);
  }

 private:
  ReleaseWave asked_{};
  OrderSlot next_place_;
  std::uint32_t found_{};
  std::uint32_t released_{};
  std::uint32_t passed_over_{};
  WaitingQueues queues_;
  QueueSlot queue_;
};

}  // namespace allot
