// Where each consumer of an event ring stands: what it has copied out, and what it is done with.
//
// Threads: open, close and acknowledged() of all: any; "writer" functions: the decision thread; the
//          rest: a consumer's own, one thread at a time.
// Memory:  fixed by the constructor.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "allot/types/ids.hpp"

namespace allot {

class ConsumerPlaces {
 public:
  static constexpr std::size_t none_free = ~std::size_t{0};

  explicit ConsumerPlaces(std::size_t consumers_max)
      : consumers_max_(consumers_max), places_(std::make_unique<Place[]>(consumers_max)) {}

  // Returns: the index of a place that admit() will let in, or none_free.
  [[nodiscard]] std::size_t open(bool oldest) noexcept;
  void close(std::size_t consumer) noexcept;
  // Returns: the lowest sequence that every open consumer has acknowledged; `published` when none
  //          is open.
  [[nodiscard]] Sequence acknowledged_by_all(Sequence published) const noexcept;

  // ---- writer ----

  // Returns: whether a consumer asks to be let in.
  [[nodiscard]] bool any_asks() const noexcept {
    return requests_.load(std::memory_order_acquire) != 0;
  }
  // Effects: lets those in who ask, at one of two positions of the ring.
  void admit(std::uint64_t oldest, std::uint64_t newest) noexcept;
  // Returns: the position before which nobody needs anything; `published` when nobody is there.
  [[nodiscard]] std::uint64_t oldest_needed(std::uint64_t published) const noexcept;
  // Effects: detaches whoever stands before `position`, unless it is copying just now.
  void detach_before(std::uint64_t position) noexcept;

  // ---- consumer ----

  // Returns: its position.
  [[nodiscard]] std::uint64_t cursor(std::size_t consumer) const noexcept {
    return places_[consumer].cursor.load(std::memory_order_relaxed);
  }
  // Returns: whether it has been let in and not been detached.
  [[nodiscard]] bool active(std::size_t consumer) const noexcept {
    return places_[consumer].state.load(std::memory_order_acquire) == State::active;
  }
  // Effects: what lies behind its position stays until end_copy(). Returns: false when it was
  //          detached.
  [[nodiscard]] bool begin_copy(std::size_t consumer) noexcept;
  // Effects: it stands at `position`, behind an event of sequence `last`.
  void end_copy(std::size_t consumer, std::uint64_t position, Sequence last) noexcept;
  [[nodiscard]] bool acknowledge(std::size_t consumer, Sequence sequence) noexcept;
  [[nodiscard]] Sequence acknowledged(std::size_t consumer) const noexcept {
    return places_[consumer].acknowledged.load(std::memory_order_acquire);
  }
  [[nodiscard]] bool detached(std::size_t consumer) const noexcept {
    return places_[consumer].state.load(std::memory_order_acquire) == State::detached;
  }

 private:
  enum class State : std::uint32_t {
    free,
    opening,
    wants_oldest,
    wants_newest,
    active,
    copying,
    detached
  };
  struct alignas(128) Place {
    std::atomic<State> state{State::free};
    std::atomic<std::uint64_t> cursor{0};  // next event to copy
    std::atomic<Sequence> polled{0};       // sequence of the last event copied
    std::atomic<Sequence> acknowledged{0};
  };

  std::size_t consumers_max_;
  std::unique_ptr<Place[]> places_;
  alignas(128) std::atomic<std::uint32_t> requests_{0};
};

}  // namespace allot
