#include "events/consumer_places.hpp"

#include <algorithm>

namespace allot {

std::size_t ConsumerPlaces::open(bool oldest) noexcept {
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

void ConsumerPlaces::close(std::size_t consumer) noexcept {
  const State before = places_[consumer].state.exchange(State::free, std::memory_order_acq_rel);
  if (before == State::wants_oldest || before == State::wants_newest) {
    requests_.fetch_sub(1, std::memory_order_relaxed);
  }
}

Sequence ConsumerPlaces::acknowledged_by_all(Sequence published) const noexcept {
  Sequence lowest = published;
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const State state = places_[i].state.load(std::memory_order_acquire);
    if (state == State::free || state == State::opening) continue;
    lowest = std::min(lowest, acknowledged(i));
  }
  return lowest;
}

void ConsumerPlaces::admit(std::uint64_t oldest, std::uint64_t newest) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    Place& place = places_[i];
    State state = place.state.load(std::memory_order_acquire);
    if (state != State::wants_oldest && state != State::wants_newest) continue;
    place.cursor.store(state == State::wants_oldest ? oldest : newest, std::memory_order_relaxed);
    // The exchange fails only when the consumer was closed meanwhile, and then nobody waits for it.
    if (place.state.compare_exchange_strong(state, State::active, std::memory_order_acq_rel)) {
      requests_.fetch_sub(1, std::memory_order_relaxed);
    }
  }
}

std::uint64_t ConsumerPlaces::oldest_needed(std::uint64_t published) const noexcept {
  std::uint64_t oldest = published;
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const State state = places_[i].state.load(std::memory_order_acquire);
    if (state != State::active && state != State::copying) continue;
    oldest = std::min(oldest, places_[i].cursor.load(std::memory_order_acquire));
  }
  return oldest;
}

void ConsumerPlaces::detach_before(std::uint64_t position) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    State expected = State::active;
    if (places_[i].state.load(std::memory_order_acquire) != State::active) continue;
    if (places_[i].cursor.load(std::memory_order_acquire) >= position) continue;
    // A consumer in the middle of a copy is not stuck; it is waited for.
    places_[i].state.compare_exchange_strong(expected, State::detached, std::memory_order_acq_rel);
  }
}

bool ConsumerPlaces::begin_copy(std::size_t consumer) noexcept {
  State expected = State::active;
  return places_[consumer].state.compare_exchange_strong(expected, State::copying,
                                                         std::memory_order_acq_rel);
}

void ConsumerPlaces::end_copy(std::size_t consumer, std::uint64_t position,
                              Sequence last) noexcept {
  Place& place = places_[consumer];
  place.polled.store(last, std::memory_order_relaxed);
  place.cursor.store(position, std::memory_order_release);
  place.state.store(State::active, std::memory_order_release);
}

bool ConsumerPlaces::acknowledge(std::size_t consumer, Sequence sequence) noexcept {
  Place& place = places_[consumer];
  if (sequence > place.polled.load(std::memory_order_relaxed)) return false;
  if (sequence > place.acknowledged.load(std::memory_order_relaxed)) {
    place.acknowledged.store(sequence, std::memory_order_release);
  }
  return true;
}

}  // namespace allot
