// One producer's side of the engine: its ring in, its answers back.
//
// Threads: "producer" functions belong to the producer's thread; the ring's reader side and the
//          writer of the answers to the decision thread, until the gate is finished: then the
//          producer's thread answers what is left in its ring itself, so that every admitted
//          command gets its one answer.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/core/core.hpp"
#include "allot/intake/admission.hpp"
#include "allot/messages/command_type.hpp"
#include "driver/answer_ring.hpp"
#include "driver/doorbell.hpp"
#include "driver/gate.hpp"
#include "intake/ring.hpp"
#include "sequencing/command_slot.hpp"

namespace allot {

class ProducerSlot {
  std::shared_ptr<Gate> gate_;  // goes last: the doorbell leaves the gate's list when it goes

 public:
  ProducerSlot(std::shared_ptr<Gate> gate, std::size_t ring_bytes, const Limits& limits,
               std::uint32_t answers_max)
      : gate_(std::move(gate)),
        ring(ring_bytes, command_slot_bytes_max(limits)),
        answers(answers_max),
        doorbell(gate_->doorbells()),
        limits_(limits),
        answers_max_(answers_max) {}

  ByteRing ring;
  AnswerRing answers;
  Doorbell doorbell;  // rung when answers were shown

  // ---- producer ----

  // Returns: ok when the command was put into the ring; it is admitted by publish().
  [[nodiscard]] Reason put(const Command& command, TimeNs time) noexcept {
    if (const Reason refusal = gate_->refusal(); refusal != Reason::ok) return refusal;
    if (const Reason refusal = refusal_of(command, limits_); refusal != Reason::ok) return refusal;
    if (unanswered_ >= answers_max_) return busy(BusyWith::answers);
    const std::span<std::byte> slot = ring.claim(command_slot_bytes(command));
    if (slot.empty()) return busy(BusyWith::decisions);
    write_command_slot(slot, command, time);
    ring.commit();
    ++unanswered_;
    ++put_;
    return Reason::ok;
  }

  // Returns: what was full when put() said busy last.
  [[nodiscard]] BusyWith busy_with() const noexcept {
    if (busy_with_ != BusyWith::decisions) return busy_with_;
    const BusyWith held_by = gate_->held_by();
    return held_by == BusyWith::nothing ? BusyWith::decisions : held_by;
  }
  [[nodiscard]] bool here() const noexcept { return gate_->here(); }

  void publish() noexcept {
    admitted_.store(put_, std::memory_order_relaxed);
    ring.publish();
    gate_->ring();
  }

  [[nodiscard]] std::size_t poll(std::span<Answer> into) noexcept {
    if (!gate_->here()) return 0;
    // Read before the ring: what the decision thread answered before it finished is then seen.
    const bool finished = gate_->finished();
    std::size_t count = answers.poll(into);
    if (finished) count += answer_leftovers(into.subspan(count));
    unanswered_ -= count;
    if (doorbell.has_descriptor() && count < into.size()) leave_descriptor(finished);
    return count;
  }

  // The same; waits for the first answer until then, or until none can come.
  [[nodiscard]] std::size_t wait(std::span<Answer> into,
                                 Doorbell::Clock::time_point until) noexcept {
    std::size_t count = 0;
    while (!into.empty()) {
      // Asked before, so that what came out last is still found.
      const bool over = gate_->gives_no_more();
      count = poll(into);
      if (count != 0 || over || Doorbell::Clock::now() >= until) break;
      doorbell.arm();
      if (!answers.has_shown() && !gate_->gives_no_more()) doorbell.sleep(until);
    }
    if (!doorbell.has_descriptor()) doorbell.disarm();
    return count;
  }

  // As Producer::wait_descriptor().
  [[nodiscard]] Result<int> wait_descriptor() {
    if (!gate_->here()) return gate_->other_process();
    return doorbell.descriptor();
  }

  // Effects: the decision thread drops the slot once it is empty.
  void close() noexcept {
    if (gate_->here()) doorbell.disarm();
    closed_.store(true, std::memory_order_release);
    gate_->ring();
  }

  // ---- decision thread ----

  [[nodiscard]] bool closed() const noexcept { return closed_.load(std::memory_order_acquire); }
  void count_decided(std::uint64_t commands) noexcept {
    decided_.store(decided_.load(std::memory_order_relaxed) + commands, std::memory_order_relaxed);
  }

  void add_pending() noexcept { ++pending_; }
  void end_pending() {
    ALLOT_CHECK(pending_ != 0);
    --pending_;
  }
  // Returns: whether batches are pending whose answers have not been given yet.
  [[nodiscard]] bool has_pending() const noexcept { return pending_ != 0; }

  // ---- any thread ----
  [[nodiscard]] std::uint64_t depth() const noexcept {
    const std::uint64_t decided = decided_.load(std::memory_order_relaxed);
    const std::uint64_t admitted = admitted_.load(std::memory_order_relaxed);
    return admitted > decided ? admitted - decided : 0;
  }

 private:
  [[gnu::noinline, gnu::cold]] Reason busy(BusyWith with) noexcept {
    busy_with_ = with;
    return Reason::busy;
  }

  // Effects: after a look that found no more, the descriptor is readable again when there is more;
  //          for good once the gate is finished, as a pipe is at its end.
  void leave_descriptor(bool finished) noexcept {
    if (finished) return doorbell.stay_readable();
    doorbell.hush();
    if (answers.has_shown() || gate_->finished()) doorbell.ring();
  }

  std::size_t answer_leftovers(std::span<Answer> into) noexcept {
    std::size_t count = 0;
    ring.refresh();
    ByteRing::Cursor cursor = ring.reader_cursor();
    while (count < into.size()) {
      const std::span<std::byte> slot = ring.next(cursor);
      if (slot.empty()) break;
      const Sequenced& in = read_command_slot(slot);
      into[count++] = {.command_key = command_key_of(in.command), .reason = Reason::stopped};
    }
    ring.release(cursor);
    return count;
  }

  Limits limits_;
  std::uint64_t answers_max_;
  std::uint64_t unanswered_{0};  // admitted, answer not polled
  std::uint64_t put_{0};
  BusyWith busy_with_{BusyWith::nothing};
  std::atomic<std::uint64_t> admitted_{0};
  // The decision thread's, in lines that the producer writes once at most.
  alignas(128) std::uint64_t pending_{0};
  std::atomic<std::uint64_t> decided_{0};
  std::atomic<bool> closed_{false};
};

// The producers of one engine. Opening and closing are cold and locked; the decision thread looks
// at `generation` to learn that something changed.
class ProducerRegistry {
 public:
  explicit ProducerRegistry(std::uint32_t producers_max) : producers_max_(producers_max) {
    slots_.reserve(producers_max);
  }

  [[nodiscard]] std::uint32_t producers_max() const noexcept { return producers_max_; }
  // Returns: whether there was a place.
  bool add(const std::shared_ptr<ProducerSlot>& slot) {
    const std::lock_guard lock(mutex_);
    if (slots_.size() >= producers_max_) return false;
    slots_.push_back(slot);
    generation_.fetch_add(1, std::memory_order_release);
    return true;
  }
  void remove(const ProducerSlot* slot) {
    const std::lock_guard lock(mutex_);
    std::erase_if(slots_, [slot](const auto& known) { return known.get() == slot; });
    generation_.fetch_add(1, std::memory_order_release);
  }
  [[nodiscard]] std::uint64_t generation() const noexcept {
    return generation_.load(std::memory_order_acquire);
  }
  void copy_to(std::vector<std::shared_ptr<ProducerSlot>>& into) const {
    const std::lock_guard lock(mutex_);
    into.assign(slots_.begin(), slots_.end());
  }
  [[nodiscard]] std::uint64_t depth() const {
    const std::lock_guard lock(mutex_);
    std::uint64_t sum = 0;
    for (const auto& slot : slots_) sum += slot->depth();
    return sum;
  }

 private:
  std::uint32_t producers_max_;
  mutable std::mutex mutex_;
  std::vector<std::shared_ptr<ProducerSlot>> slots_;
  std::atomic<std::uint64_t> generation_{0};
};

}  // namespace allot
