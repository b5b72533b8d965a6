// Where each consumer of an event ring stands: what it has copied out, and what it is done with.
//
// Memory:  fixed by the constructor.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "allot/types/ids.hpp"
#include "events/event_point.hpp"

namespace allot {

// One of them.
//
// Threads: acknowledged(), polled(), detached(), behind(), cursor(): any; "writer" functions: the
//          decision thread; asking: the consumer's own, or that which makes its events again; the
//          rest: the consumer's own.
class ConsumerPlace {
 public:
  enum class State : std::uint32_t {
    free,
    opening,
    wants_oldest,
    wants_newest,
    behind,       // reads elsewhere
    wants_point,  // the same, and asks
    wants_place,  // the same, and takes any place
    admitting,    // asked, and is being answered; for a moment
    active,
    copying,
    detached
  };
  // Where one is let in.
  struct Offer {
    std::uint64_t position{};
    EventPoint point;  // of the event that comes there
  };

  // Returns: its position.
  [[nodiscard]] std::uint64_t cursor() const noexcept {
    return cursor_.load(std::memory_order_relaxed);
  }
  // Returns: whether it has been let in and not been detached.
  [[nodiscard]] bool active() const noexcept { return is(State::active); }
  // Effects: what lies behind its position stays until end_copy(). Returns: false when it was
  //          detached.
  [[nodiscard]] bool begin_copy() noexcept { return change(State::active, State::copying); }
  // Effects: it stands at `position`, behind an event of sequence `last`, the last one of that when
  //          `whole`.
  void end_copy(std::uint64_t position, Sequence last, bool whole) noexcept;
  // Effects: notes that it has got an event of sequence `last`, from elsewhere.
  void note_polled(Sequence last, bool whole) noexcept;
  [[nodiscard]] Sequence polled() const noexcept { return polled_.load(std::memory_order_relaxed); }
  // Effects: it is done with everything up to `sequence`; where it has got that only in part, up to
  //          the one before. Returns: false when it has got nothing of it.
  [[nodiscard]] bool acknowledge(Sequence sequence) noexcept;
  [[nodiscard]] Sequence acknowledged() const noexcept {
    return acknowledged_.load(std::memory_order_acquire);
  }
  [[nodiscard]] bool detached() const noexcept { return is(State::detached); }
  // Returns: whether what it has not read takes up room.
  [[nodiscard]] bool in_ring() const noexcept { return active() || is(State::copying); }

  // ---- one that is behind ----

  // Requires: it is detached. Effects: it is behind.
  void fall_behind() noexcept { state_.store(State::behind, std::memory_order_release); }
  // Requires: it is behind, and does not ask. Effects: it is detached.
  void detach() noexcept { state_.store(State::detached, std::memory_order_release); }
  // Requires: it is behind, and does not ask.
  // Effects:  asks to be let in at `point`; with `anywhere`, at the newest position when that is
  //           not there.
  void ask_at(EventPoint point, bool anywhere) noexcept;
  // Effects: does not ask any more. Returns: false when it was let in before.
  bool withdraw() noexcept;
  // Returns: whether it asks and was not answered.
  [[nodiscard]] bool asks() const noexcept;
  // Requires: active() or detached(). Returns: the point at which it was let in.
  [[nodiscard]] EventPoint let_in_at() const noexcept { return point_; }

 private:
  friend class ConsumerPlaces;
  using Requests = std::atomic<std::uint32_t>;

  [[nodiscard]] static bool is_request(State state) noexcept {
    return state >= State::wants_oldest && state <= State::wants_place && state != State::behind;
  }
  [[nodiscard]] bool is(State state) const noexcept {
    return state_.load(std::memory_order_acquire) == state;
  }
  // Returns: whether it was in the first of these states.
  bool change(State before, State after) noexcept {
    return state_.compare_exchange_strong(before, after, std::memory_order_acq_rel);
  }
  // Returns: the state, when nobody is in the middle of answering it.
  [[nodiscard]] State settled() const noexcept;
  void close() noexcept;
  // Returns: what it asks for, which waits for the answer then; else its state.
  [[nodiscard]] State claim() noexcept;
  void let_in(const Offer& at) noexcept;

  std::atomic<State> state_{State::free};
  std::atomic<std::uint64_t> cursor_{0};  // next event to copy
  std::atomic<Sequence> polled_{0};       // sequence of the last event copied
  Sequence whole_{0};                     // of which and before which it has got every event
  std::atomic<Sequence> acknowledged_{0};
  EventPoint point_;      // asked for, then let in at; the writer's while it is admitting
  Requests* requests_{};  // of all that ask
};

// All of them.
//
// Threads: open, close and acknowledged() of all: any; "writer" functions: the decision thread.
class ConsumerPlaces {
 public:
  static constexpr std::size_t none_free = ~std::size_t{0};
  using Offer = ConsumerPlace::Offer;
  using State = ConsumerPlace::State;

  explicit ConsumerPlaces(std::size_t consumers_max);

  [[nodiscard]] ConsumerPlace& operator[](std::size_t consumer) noexcept {
    return places_[consumer].place;
  }
  [[nodiscard]] const ConsumerPlace& operator[](std::size_t consumer) const noexcept {
    return places_[consumer].place;
  }

  // Returns: the index of a place that admit() will let in, at the oldest event that is offered or
  //          the newest; or none_free.
  [[nodiscard]] std::size_t open(bool oldest) noexcept;
  // The same for a consumer that is done with everything up to `acknowledged`, reads what follows
  // elsewhere, and asks when it has come near (ask_at).
  [[nodiscard]] std::size_t open_behind(Sequence acknowledged) noexcept;
  void close(std::size_t consumer) noexcept { (*this)[consumer].close(); }
  // Returns: the lowest sequence that every open consumer has acknowledged; `published` when none
  //          is open.
  [[nodiscard]] Sequence acknowledged_by_all(Sequence published) const noexcept;

  // ---- writer ----

  // Returns: whether a consumer asks to be let in.
  [[nodiscard]] bool any_asks() const noexcept {
    return requests_.load(std::memory_order_acquire) != 0;
  }
  // Effects: lets those in who ask, at the oldest or the newest position, or where `find` says that
  //          a point lies.
  // Returns: whether one was told that its point is not there.
  template <class Find>
  bool admit(const Offer& oldest, const Offer& newest, Find&& find) noexcept {
    bool refused = false;
    for (std::size_t i = 0; i < consumers_max_; ++i) {
      ConsumerPlace& place = (*this)[i];
      const State asked = place.claim();
      if (asked == State::wants_oldest) place.let_in(oldest);
      if (asked == State::wants_newest) place.let_in(newest);
      if (asked != State::wants_point && asked != State::wants_place) continue;
      const std::optional<std::uint64_t> position = find(place.point_);
      refused |= !position;  // of what it wants at least a part is elsewhere
      if (position) {
        place.let_in({*position, place.point_});
      } else if (asked == State::wants_place) {
        place.let_in(newest);
      } else {
        place.fall_behind();
      }
    }
    return refused;
  }
  // Returns: the position before which nobody needs anything; `published` when nobody is there.
  [[nodiscard]] std::uint64_t oldest_needed(std::uint64_t published) const noexcept;
  // Effects: detaches whoever stands before `position`, unless it is copying just now.
  void detach_before(std::uint64_t position) noexcept;

 private:
  struct alignas(128) Apart {
    ConsumerPlace place;
  };
  [[nodiscard]] std::size_t take(State state, Sequence acknowledged) noexcept;

  std::size_t consumers_max_;
  std::unique_ptr<Apart[]> places_;
  alignas(128) ConsumerPlace::Requests requests_{0};
};

}  // namespace allot
