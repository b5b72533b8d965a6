#include "events/event_ring.hpp"

#include <algorithm>
#include <bit>

namespace allot {

EventRing::EventRing(std::size_t capacity, std::size_t consumers_max, std::size_t step_events_max)
    : capacity_(std::bit_ceil(capacity)),
      mask_(capacity_ - 1),
      events_(make_block<Event>(capacity_ + step_events_max)),
      consumers_(consumers_max) {}

bool EventRing::admit_who_asks(Sequence decided) noexcept {
  const std::uint64_t oldest = oldest_offered();
  const EventPoint next{.sequence = decided + 1};
  std::uint64_t lowest = oldest;
  const bool refused =
      consumers_.admit({oldest, oldest == staged_ ? next : before(events_[oldest & mask_])},
                       {staged_, next}, [&](EventPoint point) {
                         const auto position = find(point);
                         lowest = std::min(lowest, position.value_or(lowest));
                         return position;
                       });
  oldest_needed_ = std::min(oldest_needed_, lowest);
  return refused;
}

// Returns: the position of the first event at or behind `point`, when every one of them is in the
//          newer half of the buffer or is yet to come.
std::optional<std::uint64_t> EventRing::find(EventPoint point) const noexcept {
  if (point.sequence <= begin_.sequence) return std::nullopt;
  const std::uint64_t keep = capacity_ / 2;
  std::uint64_t low = std::max(begin_.position, staged_ > keep ? staged_ - keep : 0);
  if (low != begin_.position && (low == staged_ || before(events_[low & mask_]) > point)) {
    return std::nullopt;
  }
  std::uint64_t high = staged_;
  while (low != high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (before(events_[middle & mask_]) < point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::uint64_t EventRing::oldest_offered() const noexcept {
  const std::uint64_t published = published_.load(std::memory_order_relaxed);
  const std::uint64_t keep = capacity_ / 2;
  if (staged_ <= keep) return 0;
  std::uint64_t position = std::min(staged_ - keep, published);
  // Whole sequences only.
  while (position < staged_ && events_[position & mask_].ordinal != 0) ++position;
  return position;
}

bool EventRing::make_room(std::size_t events, bool detach) noexcept {
  oldest_needed_ = consumers_.oldest_needed(published_.load(std::memory_order_relaxed));
  if (fits(events)) return true;
  if (!detach || events > capacity_) return false;
  consumers_.detach_before(staged_ + events - capacity_);
  oldest_needed_ = consumers_.oldest_needed(published_.load(std::memory_order_relaxed));
  return fits(events);
}

void EventRing::move_to_front(std::size_t events) noexcept {
  std::copy_n(events_.get() + capacity_, events, events_.get());
}

void EventRing::publish(std::uint64_t position, Sequence sequence) {
  ALLOT_CHECK(position <= staged_);
  ALLOT_CHECK(position >= published_.load(std::memory_order_relaxed));
  // Who has seen an event finds its sequence published.
  published_sequence_.store(sequence, std::memory_order_release);
  published_.store(position, std::memory_order_release);
}

std::size_t EventRing::poll(std::size_t consumer, std::span<Event> into) noexcept {
  ConsumerPlace& place = consumers_[consumer];
  if (!place.active()) return 0;
  const std::uint64_t published = published_.load(std::memory_order_acquire);
  const std::uint64_t cursor = place.cursor();
  if (cursor >= published || into.empty()) return 0;
  if (!place.begin_copy()) return 0;  // detached
  const std::size_t count =
      std::min<std::size_t>(static_cast<std::size_t>(published - cursor), into.size());
  const std::span<const Event> first = run(cursor, cursor + count);
  const std::span<const Event> rest = run(cursor + first.size(), cursor + count);
  std::ranges::copy(rest, std::ranges::copy(first, into.begin()).out);
  // What is published ends with the last event of a sequence.
  const std::uint64_t next = cursor + count;
  const bool whole = next == published || events_[next & mask_].ordinal == 0;
  place.end_copy(next, into[count - 1].sequence, whole);
  return count;
}

}  // namespace allot
