// Feeds the published views: keeps the touched cells of what was decided until it may be shown.
//
// Threads: the decision thread. Memory: fixed by the constructor. Without views it does nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "allot/messages/limits.hpp"
#include "allot/messages/outcome.hpp"
#include "driver/pending.hpp"
#include "events/event_ring.hpp"
#include "events/views.hpp"

namespace allot {

class ViewFeed {
 public:
  // `views`: null when they are off.
  ViewFeed(std::shared_ptr<Views> views, std::size_t step_events_max);

  // Effects: what follows begins at `position` of the event ring, with nothing kept.
  void restart(std::uint64_t position);

  // Returns: whether the cells of one more step can be kept.
  [[nodiscard]] bool has_room() const noexcept {
    return !views_ || (!incomplete_ && cells_.room() >= step_events_max_);
  }
  // Returns: the place for the cells that the next step touches.
  [[nodiscard]] CellTouch* next() noexcept { return cells_.next(); }
  void keep(const Outcome& outcome) {
    if (!views_) return;
    if (outcome.touches_complete()) {
      cells_.keep_run(outcome.touches().size());
    } else {
      // The cells are shown afresh once everything decided so far has been published; until then
      // nothing more is decided.
      incomplete_ = true;
    }
  }
  // Returns: the position behind all cells that are kept.
  [[nodiscard]] std::uint64_t end() const noexcept { return cells_.end(); }

  // Effects: shows events and cells before these positions as of `sequence`.
  void show(const EventRing& events, std::uint64_t events_end, std::uint64_t cells_end,
            Sequence sequence);
  // Effects: begins the queue of cells at its front again. Requires: no position is kept.
  void rewind() noexcept {
    if (cells_.empty()) cells_.restart();
  }

  // Whether a step touched more cells than could be kept: fill() has to show all of them.
  [[nodiscard]] bool incomplete() const noexcept { return incomplete_; }
  // Effects: what is not published is not shown either.
  void forget_incomplete() noexcept { incomplete_ = false; }
  // Effects: shows every cell as it is in `core`.
  template <class CoreT>
  void fill(const CoreT& core) {
    incomplete_ = false;
    if (!views_) return;
    const Limits& limits = core.limits();
    for (std::uint32_t sku = 1; sku <= limits.skus_max; ++sku) {
      for (std::uint32_t node = 1; node <= limits.nodes_max; ++node) {
        const std::uint64_t units = core.available(SkuId{sku}, NodeId{node});
        const CellTouch cell{SkuId{sku}, NodeId{node}, static_cast<std::uint32_t>(units)};
        views_->set_available({&cell, 1});
      }
    }
  }
  void publish(Sequence sequence) noexcept {
    if (views_) views_->publish(sequence);
  }

 private:
  std::shared_ptr<Views> views_;
  std::size_t step_events_max_;
  BoundedQueue<CellTouch> cells_;
  std::uint64_t position_{0};  // in the event ring, behind what the views have taken in
  bool incomplete_{false};
};

}  // namespace allot
