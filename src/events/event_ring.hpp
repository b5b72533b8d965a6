// The bounded buffer of events between the decision thread and any number of consumers.
//
// The decision thread lets a step write its events where they stay, stages them and publishes them
// once their record is as durable as was asked for; a consumer sees published events only. Every
// event that an open consumer has not copied out takes up room, and so does every staged one:
// before a command is admitted, room() is asked for the most events that it can make. A consumer
// that leaves no room either holds the producers back or is detached, as chosen at start.
//
// Threads: "writer" functions belong to the decision thread; a consumer's functions to one thread
//          at a time; opening and closing to any thread.
// Memory:  one block, allocated by the constructor.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "allot/messages/event.hpp"
#include "allot/types/check.hpp"
#include "events/block.hpp"
#include "events/consumer_places.hpp"
#include "types/prefetch.hpp"

namespace allot {

class EventRing {
 public:
  // `capacity`: events, 1 to 2^32, rounded up to a power of two. `consumers_max`: places for
  // consumers. `step_events_max`: the most events of one step; what runs over the end has room
  // behind it.
  EventRing(std::size_t capacity, std::size_t consumers_max, std::size_t step_events_max);

  // ---- writer ----

  // Effects: lets consumers that asked since take their place. Call it before deciding commands
  //          that may have been admitted after a consumer was opened. `decided`: the sequence up to
  //          which everything is staged.
  // Returns: whether one was told that what it needs first is not here any more, or was never.
  bool admit_consumers(Sequence decided) noexcept {
    return consumers_.any_asks() && admit_who_asks(decided);
  }

  // Returns: whether `events` more can be staged. With `detach`, consumers that are in the way are
  //          detached, unless they are copying just now.
  [[nodiscard]] bool room(std::size_t events, bool detach) noexcept {
    return fits(events) || make_room(events, detach);
  }

  // Requires: room() returned false. Returns: whether a consumer takes up what is missing, and not
  //           only what is not published.
  [[nodiscard]] bool held_by_consumer() const noexcept {
    return oldest_needed_ < published_.load(std::memory_order_relaxed);
  }

  // Returns: the first of step_events_max places in a row for the events of the next step, unseen
  //          by anyone.
  // Requires: room(step_events_max, ...) returned true since the last staging.
  [[nodiscard]] Event* claim() noexcept { return events_.get() + (staged_ & mask_); }
  // Effects: keeps the first `events` of what claim() gave.
  void stage(std::size_t events) {
    ALLOT_CHECK(fits(events));
    const std::size_t end = (staged_ & mask_) + events;
    if (end > capacity_) [[unlikely]]
      move_to_front(end - capacity_);
    // Consumers have read these places since they were last written.
    for (std::size_t i = 0; i < events; ++i) {
      prefetch_to_write(&events_[(staged_ + places_ahead + i) & mask_]);
    }
    staged_ += events;
  }
  [[nodiscard]] std::uint64_t staged() const noexcept { return staged_; }

  // Returns: the staged events from `from` on that lie in a row, up to `to`.
  // Requires: from < staged(), not older than the capacity.
  [[nodiscard]] std::span<const Event> run(std::uint64_t from, std::uint64_t to) const noexcept {
    const std::size_t offset = from & mask_;
    return {events_.get() + offset,
            std::min<std::size_t>(static_cast<std::size_t>(to - from), capacity_ - offset)};
  }

  // Effects: shows consumers everything before `position`, the last event of which belongs to
  //          `sequence` or before.
  void publish(std::uint64_t position, Sequence sequence);

  // Requires: nothing is staged that is not published.
  // Effects:  what is staged from now on follows `last`; nothing before it is here.
  void begin_behind(Sequence last) noexcept { begin_ = {.position = staged_, .sequence = last}; }

  // ---- consumers ----

  // Threads: as each of its functions says. Who opens with the oldest begins with the oldest event
  // that is still in the newer half of the buffer, others with what is staged from now on.
  [[nodiscard]] ConsumerPlaces& places() noexcept { return consumers_; }

  // Returns: how many events were copied to the front of `into`.
  [[nodiscard]] std::size_t poll(std::size_t consumer, std::span<Event> into) noexcept;

  // ---- any thread ----

  // Returns: the lowest sequence that every open consumer has acknowledged; the last published one
  //          when none is open.
  [[nodiscard]] Sequence acknowledged() const noexcept {
    return consumers_.acknowledged_by_all(published_sequence());
  }
  // Returns: how many published events lie behind the consumer's position.
  [[nodiscard]] std::uint64_t unread(std::size_t consumer) const noexcept {
    const std::uint64_t cursor = consumers_[consumer].cursor();
    const std::uint64_t published = published_.load(std::memory_order_acquire);
    return published > cursor ? published - cursor : 0;
  }
  [[nodiscard]] Sequence published_sequence() const noexcept {
    return published_sequence_.load(std::memory_order_acquire);
  }

 private:
  static constexpr std::size_t places_ahead = 32;
  // The event at the position follows the sequence.
  struct Begin {
    std::uint64_t position{};
    Sequence sequence{};
  };

  [[nodiscard]] bool fits(std::size_t events) const noexcept {
    return staged_ - oldest_needed_ + events <= capacity_;
  }
  [[nodiscard]] bool make_room(std::size_t events, bool detach) noexcept;
  void move_to_front(std::size_t events) noexcept;
  bool admit_who_asks(Sequence decided) noexcept;
  [[nodiscard]] std::uint64_t oldest_offered() const noexcept;
  [[nodiscard]] std::optional<std::uint64_t> find(EventPoint point) const noexcept;

  std::size_t capacity_;
  std::size_t mask_;
  Block<Event> events_;
  ConsumerPlaces consumers_;

  // The writer's own, in lines that consumers do not read.
  alignas(128) std::uint64_t staged_{0};
  Begin begin_;
  std::uint64_t oldest_needed_{0};  // as last looked up; never above the true one
  alignas(128) std::atomic<std::uint64_t> published_{0};
  std::atomic<Sequence> published_sequence_{0};
};

}  // namespace allot
