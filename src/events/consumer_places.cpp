#include "events/consumer_places.hpp"

#include <thread>

namespace allot {

void ConsumerPlace::note_polled(Sequence last, bool whole) noexcept {
  polled_.store(last, std::memory_order_relaxed);
  whole_ = whole ? last : last - 1;
}

void ConsumerPlace::end_copy(std::uint64_t position, Sequence last, bool whole) noexcept {
  note_polled(last, whole);
  cursor_.store(position, std::memory_order_release);
  state_.store(State::active, std::memory_order_release);
}

bool ConsumerPlace::acknowledge(Sequence sequence) noexcept {
  if (sequence > polled()) return false;
  sequence = std::min(sequence, whole_);
  if (sequence > acknowledged_.load(std::memory_order_relaxed)) {
    acknowledged_.store(sequence, std::memory_order_release);
  }
  return true;
}

void ConsumerPlace::ask_at(EventPoint point, bool anywhere) noexcept {
  point_ = point;
  requests_->fetch_add(1, std::memory_order_relaxed);
  state_.store(anywhere ? State::wants_place : State::wants_point, std::memory_order_release);
}

bool ConsumerPlace::withdraw() noexcept {
  const State state = settled();
  if (is_request(state) && change(state, State::behind)) {
    requests_->fetch_sub(1, std::memory_order_relaxed);
    return true;
  }
  return settled() == State::behind;
}

bool ConsumerPlace::asks() const noexcept {
  const State state = state_.load(std::memory_order_acquire);
  return state == State::admitting || is_request(state);
}

ConsumerPlace::State ConsumerPlace::settled() const noexcept {
  for (;;) {
    const State state = state_.load(std::memory_order_acquire);
    if (state != State::admitting) return state;
    std::this_thread::yield();
  }
}

void ConsumerPlace::close() noexcept {
  State state = settled();
  while (!change(state, State::free)) state = settled();
  if (is_request(state)) requests_->fetch_sub(1, std::memory_order_relaxed);
}

ConsumerPlace::State ConsumerPlace::claim() noexcept {
  const State state = state_.load(std::memory_order_acquire);
  if (!is_request(state)) return state;
  // It fails only when the consumer was closed or withdrew meanwhile.
  if (!change(state, State::admitting)) return State::free;
  requests_->fetch_sub(1, std::memory_order_relaxed);
  return state;
}

void ConsumerPlace::let_in(const Offer& at) noexcept {
  cursor_.store(at.position, std::memory_order_relaxed);
  point_ = at.point;
  state_.store(State::active, std::memory_order_release);
}

ConsumerPlaces::ConsumerPlaces(std::size_t consumers_max)
    : consumers_max_(consumers_max), places_(std::make_unique<Apart[]>(consumers_max)) {
  for (std::size_t i = 0; i < consumers_max; ++i) places_[i].place.requests_ = &requests_;
}

std::size_t ConsumerPlaces::open(bool oldest) noexcept {
  return take(oldest ? State::wants_oldest : State::wants_newest, 0);
}

std::size_t ConsumerPlaces::open_behind(Sequence acknowledged) noexcept {
  return take(State::behind, acknowledged);
}

std::size_t ConsumerPlaces::take(State state, Sequence acknowledged) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    ConsumerPlace& place = (*this)[i];
    if (!place.change(State::free, State::opening)) continue;
    place.polled_.store(acknowledged, std::memory_order_relaxed);
    place.whole_ = acknowledged;
    place.acknowledged_.store(acknowledged, std::memory_order_relaxed);
    if (ConsumerPlace::is_request(state)) requests_.fetch_add(1, std::memory_order_relaxed);
    place.state_.store(state, std::memory_order_release);
    return i;
  }
  return none_free;
}

Sequence ConsumerPlaces::acknowledged_by_all(Sequence published) const noexcept {
  Sequence lowest = published;
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const ConsumerPlace& place = (*this)[i];
    const State state = place.state_.load(std::memory_order_acquire);
    if (state == State::free || state == State::opening) continue;
    lowest = std::min(lowest, place.acknowledged());
  }
  return lowest;
}

std::uint64_t ConsumerPlaces::oldest_needed(std::uint64_t published) const noexcept {
  std::uint64_t oldest = published;
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    const ConsumerPlace& place = (*this)[i];
    const State state = place.state_.load(std::memory_order_acquire);
    if (state != State::active && state != State::copying) continue;
    oldest = std::min(oldest, place.cursor_.load(std::memory_order_acquire));
  }
  return oldest;
}

void ConsumerPlaces::detach_before(std::uint64_t position) noexcept {
  for (std::size_t i = 0; i < consumers_max_; ++i) {
    ConsumerPlace& place = (*this)[i];
    if (!place.active()) continue;
    if (place.cursor_.load(std::memory_order_acquire) >= position) continue;
    // A consumer in the middle of a copy is not stuck; it is waited for.
    place.change(State::active, State::detached);
  }
}

}  // namespace allot
