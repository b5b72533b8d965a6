#include "events/event_ring.hpp"

#include <algorithm>
#include <bit>

namespace allot {

EventRing::EventRing(std::size_t capacity, std::size_t consumers_max, std::size_t step_events_max)
    : capacity_(std::bit_ceil(capacity)),
      mask_(capacity_ - 1),
      consumers_max_(consumers_max),
      events_(make_block<Event>(capacity_ + step_events_max)),
      places_(std::make_unique<Place[]>(consumers_max)) {}

void EventRing::admit_consumers() noexcept {
  if (requests_.load(std::memory_order_acquire) == 0) return;
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    Place& place = places_[i];
    State state = place.state.load(std::memory_order_acquire);
    if (state != State::wants_oldest && state != State::wants_newest) continue;
    const std::uint64_t cursor = state == State::wants_oldest ? oldest_offered() : staged_;
    place.cursor.store(cursor, std::memory_order_relaxed);
    // The exchange fails only when the consumer was closed meanwhile, and then nobody waits for it.
    if (place.state.compare_exchange_strong(state, State::active, std::memory_order_acq_rel)) {
      oldest_needed_ = std::min(oldest_needed_, cursor);
      requests_.fetch_sub(1, std::memory_order_relaxed);
    }
  }
}

std::uint64_t EventRing::oldest_offered() const noexcept {
  const std::uint64_t published = published_.load(std::memory_order_relaxed);
  const std::uint64_t keep = capacity_ / 2;
  if (staged_ <= keep) return 0;
  std::uint64_t position = std::min(staged_ - keep, published);
  while (position < staged_ && at(position).ordinal != 0) ++position;  // whole sequences only
  return position;
}

std::uint64_t EventRing::oldest_needed() const noexcept {
  std::uint64_t oldest = published_.load(std::memory_order_relaxed);
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const State state = places_[i].state.load(std::memory_order_acquire);
    if (state != State::active && state != State::copying) continue;
    oldest = std::min(oldest, places_[i].cursor.load(std::memory_order_acquire));
  }
  return oldest;
}

void EventRing::detach_before(std::uint64_t position) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    State expected = State::active;
    if (places_[i].state.load(std::memory_order_acquire) != State::active) continue;
    if (places_[i].cursor.load(std::memory_order_acquire) >= position) continue;
    // A consumer in the middle of a copy is not stuck; it is waited for.
    places_[i].state.compare_exchange_strong(expected, State::detached, std::memory_order_acq_rel);
  }
}

bool EventRing::make_room(std::size_t events, bool detach) noexcept {
  oldest_needed_ = oldest_needed();
  if (fits(events)) return true;
  if (!detach || events > capacity_) return false;
  detach_before(staged_ + events - capacity_);
  oldest_needed_ = oldest_needed();
  return fits(events);
}

void EventRing::move_to_front(std::size_t events) noexcept {
  std::copy_n(events_.get() + capacity_, events, events_.get());
}

void EventRing::publish(std::uint64_t position, Sequence sequence) noexcept {
  published_.store(position, std::memory_order_release);
  published_sequence_.store(sequence, std::memory_order_release);
}

std::size_t EventRing::open(bool oldest) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    Place& place = places_[i];
    State expected = State::free;
    if (!place.state.compare_exchange_strong(expected, State::opening, std::memory_order_acq_rel)) {
      continue;
    }
    place.polled.store(0, std::memory_order_relaxed);
    place.acknowledged.store(0, std::memory_order_relaxed);
    requests_.fetch_add(1, std::memory_order_relaxed);
    place.state.store(oldest ? State::wants_oldest : State::wants_newest,
                      std::memory_order_release);
    return i;
  }
  return none_free;
}

void EventRing::close(std::size_t consumer) noexcept {
  const State before = places_[consumer].state.exchange(State::free, std::memory_order_acq_rel);
  if (before == State::wants_oldest || before == State::wants_newest) {
    requests_.fetch_sub(1, std::memory_order_relaxed);
  }
}

std::size_t EventRing::poll(std::size_t consumer, std::span<Event> into) noexcept {
  Place& place = places_[consumer];
  if (place.state.load(std::memory_order_acquire) != State::active) return 0;
  const std::uint64_t published = published_.load(std::memory_order_acquire);
  const std::uint64_t cursor = place.cursor.load(std::memory_order_relaxed);
  if (cursor >= published) return 0;
  State expected = State::active;
  if (!place.state.compare_exchange_strong(expected, State::copying, std::memory_order_acq_rel)) {
    return 0;  // detached
  }
  const std::size_t count =
      std::min<std::size_t>(static_cast<std::size_t>(published - cursor), into.size());
  const std::span<const Event> first = run(cursor, cursor + count);
  const std::span<const Event> rest = run(cursor + first.size(), cursor + count);
  std::ranges::copy(rest, std::ranges::copy(first, into.begin()).out);
  if (count != 0) place.polled.store(into[count - 1].sequence, std::memory_order_relaxed);
  place.cursor.store(cursor + count, std::memory_order_release);
  place.state.store(State::active, std::memory_order_release);
  return count;
}

bool EventRing::acknowledge(std::size_t consumer, Sequence sequence) noexcept {
  Place& place = places_[consumer];
  if (sequence > place.polled.load(std::memory_order_relaxed)) return false;
  if (sequence > place.acknowledged.load(std::memory_order_relaxed)) {
    place.acknowledged.store(sequence, std::memory_order_release);
  }
  return true;
}

Sequence EventRing::acknowledged(std::size_t consumer) const noexcept {
  return places_[consumer].acknowledged.load(std::memory_order_acquire);
}

bool EventRing::detached(std::size_t consumer) const noexcept {
  return places_[consumer].state.load(std::memory_order_acquire) == State::detached;
}

Sequence EventRing::acknowledged() const noexcept {
  Sequence lowest = published_sequence();
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const State state = places_[i].state.load(std::memory_order_acquire);
    if (state == State::free || state == State::opening) continue;
    lowest = std::min(lowest, acknowledged(i));
  }
  return lowest;
}

}  // namespace allot
