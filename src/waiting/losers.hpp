// Who was promised what cannot be had, in the order of loss (docs/rules.md §9, lose): unpaid holds
// before what is firm, then the worst rank first.
//
// No lot knows who holds from it: that would cost every order that is placed. When a lot loses,
// which is seldom, all orders are looked at in slices, place by place, and whoever holds from such
// a lot is found.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "waiting/waiting_queues.hpp"

namespace allot {

class Losers {
 public:
  explicit Losers(std::uint32_t lines_max) : lines_max_(lines_max), queues_(lines_max, 2) {}

  // The place of the next order to be looked at; none when all have been.
  [[nodiscard]] OrderSlot next_place() const noexcept { return next_place_; }
  [[nodiscard]] bool looks() const noexcept { return next_place_.present(); }
  void look_from(OrderSlot place) noexcept { next_place_ = place; }
  void look_no_more() noexcept { next_place_ = {}; }

  [[nodiscard]] bool full() const noexcept { return count_ == lines_max_; }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }

  struct Found {
    EntrySlot entry;
    bool firm;
  };
  // Requires: not full.
  void add(const Rank& rank, OrderSlot order, bool firm) {
    ALLOT_CHECK(!full());
    (void)queues_.join(queue(firm), rank, order);
    ++count_;
  }
  // Returns: who loses first. Requires: somebody was found.
  [[nodiscard]] Found first() const {
    const bool firm = !held_.present();
    return {queues_.last(firm ? firm_ : held_), firm};
  }
  [[nodiscard]] const WaitingEntry& entry(const Found& found) const noexcept {
    return queues_.entry(found.entry);
  }
  void remove(const Found& found) {
    queues_.leave(queue(found.firm), found.entry);
    --count_;
  }

  // Visits (rank, firm) in the order of loss turned round: firm first, best rank first.
  template <class Visitor>
  void visit_last_first(Visitor&& visit) const {
    for (const bool firm : {true, false}) {
      const QueueSlot of = firm ? firm_ : held_;
      for (EntrySlot slot = queues_.first(of); slot.present();
           slot = queues_.after(of, queues_.entry(slot).rank)) {
        visit(queues_.entry(slot).rank, firm);
      }
    }
  }

  template <class Visit>
  friend void visit_pages(Losers& losers, Visit& visit) {
    visit_pages_of(visit, losers.queues_);
  }

 private:
  [[nodiscard]] QueueSlot& queue(bool firm) noexcept { return firm ? firm_ : held_; }

  std::uint32_t lines_max_;
  std::uint32_t count_{};
  WaitingQueues queues_;
  QueueSlot held_;
  QueueSlot firm_;
  OrderSlot next_place_;
};

}  // namespace allot
