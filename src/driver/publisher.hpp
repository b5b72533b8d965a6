// What a driver decided, on its way out of the engine: kept until the journal lets it leave, then
// shown to the views, to consumers, and to the producers that asked, in that order.
//
// What was decided together for one producer, and lies in one frame of the journal, leaves
// together as a batch.
//
// Threads: decided() any, everything else the decision thread. Memory: fixed by the constructor.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/driver/consumer_figures.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/types/check.hpp"
#include "driver/doorbell.hpp"
#include "driver/pending.hpp"
#include "driver/view_feed.hpp"
#include "events/event_ring.hpp"
#include "events/views.hpp"

namespace allot {

class Publisher {
 public:
  // `doorbells`: borrowed; of the engine.
  Publisher(std::shared_ptr<EventRing> events, std::shared_ptr<Views> views, Doorbells& doorbells,
            std::size_t step_events_max, bool detach_slow);

  // Effects: goes on behind `last`, with everything until then published, under `epoch`.
  void restart(Sequence last, std::uint32_t epoch);
  [[nodiscard]] std::uint32_t epoch() const noexcept { return epoch_; }
  // Requires: restart() follows, which shows them.
  // Effects:  stages what a recovery made; consumers that are in the way are detached.
  // Returns:  false when there was no room.
  [[nodiscard]] bool stage_recovered(std::span<const Event> events);

  // ---- before a step ----
  // Returns: whether there is room for all that a command can make.
  [[nodiscard]] bool has_room() noexcept {
    return has_room_for_batch() && feed_.has_room() &&
           events_->room(step_events_max_, detach_slow_);
  }
  // Returns: what is in the way when there is no room.
  [[nodiscard]] BusyWith held_by() const noexcept {
    const bool waits = !has_room_for_batch() || !feed_.has_room();
    return waits || !events_->held_by_consumer() ? BusyWith::log : BusyWith::events;
  }
  // A command can end a batch before itself, and one after itself.
  [[nodiscard]] bool has_room_for_batch() const noexcept { return pending_.room() >= 2; }
  // Requires: has_room(). Returns: an outcome that writes where consumers will read.
  [[nodiscard]] Outcome& next_outcome() noexcept {
    outcome_.write_to(events_->claim(), feed_.next(), epoch_);
    return outcome_;
  }

  // ---- after it ----
  // Effects: ends the batch of `slot` before a command that went into another frame.
  void follow_frame(std::uint64_t frame, ProducerSlot* slot) {
    if (frame == frame_) return;
    frame_ = frame;
    close_batch(slot);
  }
  // Effects: keeps what the step of `sequence` wrote into next_outcome().
  void keep_outcome(Sequence sequence) {
    ALLOT_CHECK(sequence == decided() + 1);
    events_->stage(outcome_.events().size());
    feed_.keep(outcome_);
    keep_answer(sequence);
  }
  // Effects: keeps that `sequence` was answered, or 0: a command without one.
  void keep_answer(Sequence sequence) noexcept {
    if (sequence != 0) decided_.store(sequence, std::memory_order_relaxed);
    batch_open_ = true;
  }
  // Effects: what was kept since the last call leaves together. `slot`: whose answers they have;
  //          null for what the engine itself logged.
  void close_batch(ProducerSlot* slot) {
    if (batch_open_) push_batch(slot);
  }

  // ---- out ----
  // Effects: lets out every batch up to `limit`. Returns: whether there was one.
  bool publish(Sequence limit);
  // Effects: answers what still waits with `poisoned`: after a failed write nobody knows what
  //          became of it; recovery will. Returns: whether anything waited.
  bool give_up();
  // Returns: whether nothing waits for the journal.
  [[nodiscard]] bool empty() const noexcept { return pending_.empty(); }

  // Effects: has the views show every cell, when that is due or `now`.
  template <class CoreT>
  void fill_views(const CoreT& core, bool now) {
    if (!now && (!feed_.incomplete() || !pending_.empty())) return;
    feed_.fill(core);
    if (now) feed_.publish(published_);
  }

  [[nodiscard]] Sequence decided() const noexcept {
    return decided_.load(std::memory_order_relaxed);
  }

 private:
  void push_batch(ProducerSlot* slot);
  void wake_readers(std::uint64_t end) noexcept;

  std::shared_ptr<EventRing> events_;
  ViewFeed feed_;
  std::size_t step_events_max_;
  bool detach_slow_;
  Doorbells& doorbells_;
  Outcome outcome_;
  BoundedQueue<PendingBatch> pending_;
  std::uint32_t epoch_{1};
  std::uint64_t frame_{0};  // of the journal, that the last record went into
  bool batch_open_{false};  // something was kept since the last batch was closed
  Sequence published_{0};
  std::atomic<Sequence> decided_{0};  // written by the decision thread
};

}  // namespace allot
