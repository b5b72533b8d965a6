#include "driver/view_feed.hpp"

#include <span>
#include <utility>

namespace allot {

ViewFeed::ViewFeed(std::shared_ptr<Views> views, std::size_t step_events_max)
    : views_(std::move(views)),
      step_events_max_(step_events_max),
      cells_(views_ ? 2 * step_events_max : 1, step_events_max) {}

void ViewFeed::restart(std::uint64_t position) {
  position_ = position;
  incomplete_ = false;
  cells_.pop_to(cells_.end());
}

void ViewFeed::show(const EventRing& events, std::uint64_t events_end, std::uint64_t cells_end,
                    Sequence sequence) {
  if (!views_) return;
  ALLOT_CHECK(position_ <= events_end);
  while (position_ != events_end) {
    const std::span<const Event> run = events.run(position_, events_end);
    views_->apply(run);
    position_ += run.size();
  }
  while (cells_.begin() != cells_end) {
    const std::span<const CellTouch> run = cells_.run(cells_.begin(), cells_end);
    views_->set_available(run);
    cells_.pop_to(cells_.begin() + run.size());
  }
  views_->publish(sequence);
}

}  // namespace allot
