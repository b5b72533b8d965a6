#include "events/event_ring.hpp"

#include <algorithm>
#include <bit>

namespace allot {

EventRing::EventRing(std::size_t capacity, std::size_t consumers_max, std::size_t step_events_max)
    : capacity_(std::bit_ceil(capacity)),
      mask_(capacity_ - 1),
      events_(make_block<Event>(capacity_ + step_events_max)),
      consumers_(consumers_max) {}

void EventRing::admit_consumers() noexcept {
  if (!consumers_.any_asks()) return;
  const std::uint64_t oldest = oldest_offered();
  consumers_.admit(oldest, staged_);
  oldest_needed_ = std::min(oldest_needed_, oldest);
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
  published_.store(position, std::memory_order_release);
  published_sequence_.store(sequence, std::memory_order_release);
}

std::size_t EventRing::poll(std::size_t consumer, std::span<Event> into) noexcept {
  if (!consumers_.active(consumer)) return 0;
  const std::uint64_t published = published_.load(std::memory_order_acquire);
  const std::uint64_t cursor = consumers_.cursor(consumer);
  if (cursor >= published || into.empty()) return 0;
  if (!consumers_.begin_copy(consumer)) return 0;  // detached
  const std::size_t count =
      std::min<std::size_t>(static_cast<std::size_t>(published - cursor), into.size());
  const std::span<const Event> first = run(cursor, cursor + count);
  const std::span<const Event> rest = run(cursor + first.size(), cursor + count);
  std::ranges::copy(rest, std::ranges::copy(first, into.begin()).out);
  consumers_.end_copy(consumer, cursor + count, into[count - 1].sequence);
  return count;
}

}  // namespace allot
