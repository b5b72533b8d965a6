// The live driver of a core: drain, sequence, decide, log, publish. One turn after the other, on
// one thread: the engine's own or the host's.
//
// A template over the core, so that tests can drive one that breaks where they want it to.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/driver/clock.hpp"
#include "allot/driver/options.hpp"
#include "allot/driver/statistics.hpp"
#include "allot/events/event_ring.hpp"
#include "allot/events/views.hpp"
#include "allot/journal/journal_writer.hpp"
#include "allot/journal/record_codec.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/sequencing/sequencer.hpp"
#include "allot/types/prefetch.hpp"
#include "driver/gate.hpp"
#include "driver/pending.hpp"
#include "driver/producer_slot.hpp"
#include "replay/log_run.hpp"

namespace allot {

// What a pipeline works on; all but the core and the journal is shared with other threads.
struct PipelineParts {
  Clock* clock{};
  std::shared_ptr<Gate> gate;
  std::shared_ptr<ProducerRegistry> producers;
  std::shared_ptr<EventRing> events;
  std::shared_ptr<Views> views;  // null when off
  std::uint32_t batch_commands_max{};
  bool detach_slow{};
  bool drives_journal{};  // the journal has no thread of its own
};

template <class CoreT>
class Pipeline {
 public:
  Pipeline(PipelineParts parts, std::unique_ptr<CoreT> core, std::unique_ptr<JournalWriter> journal,
           TimeNs last_time)
      : parts_(std::move(parts)),
        step_events_max_(CoreT::step_events_max(core->limits())),
        record_bytes_max_(command_bytes_max(core->limits())),
        core_(std::move(core)),
        journal_(std::move(journal)),
        epoch_(journal_ ? journal_->epoch() : 1),
        sequencer_(core_->limits(), core_->last_sequence(), last_time),
        outcome_(step_events_max_, Outcome::Elsewhere{}),
        pending_(pending_max),
        cells_(parts_.views ? 2 * step_events_max_ : 1, step_events_max_) {
    slots_.reserve(slots_max);
    published_ = decided_ = core_->last_sequence();
    parts_.events->publish(parts_.events->staged(), published_);
    note_progress();
  }

  // Effects: goes on with a core and a journal that were recovered anew (after a skip).
  void restart(std::unique_ptr<CoreT> core, std::unique_ptr<JournalWriter> journal,
               TimeNs last_time) {
    core_ = std::move(core);
    journal_ = std::move(journal);
    epoch_ = journal_ ? journal_->epoch() : epoch_ + 1;
    frame_ = 0;
    sequencer_ = Sequencer(core_->limits(), core_->last_sequence(), last_time);
    published_ = decided_ = core_->last_sequence();
    views_position_ = parts_.events->staged();
    parts_.events->publish(views_position_, published_);
    {
      const std::lock_guard lock(poison_mutex_);
      poison_.reset();
    }
    poisoned_.store(false, std::memory_order_release);
    parts_.gate->change_refusal(Reason::poisoned, Reason::ok);
    note_progress();
  }

  // Effects: decides `command` as the engine's own; for the first record of a log.
  void decide_own(const Command& command) noexcept {
    sequencer_.stamp_batch(parts_.clock->now());
    own_.command = command;
    own_.body_hash = body_hash(command);
    sequencer_.stamp_own(own_);
    decide(own_, nullptr);
    close_batch(nullptr);
    if (journal_) journal_->seal();
  }

  // Effects: one turn. Returns: commands decided.
  std::size_t turn() noexcept {
    const std::uint64_t idle_request = idle_requested_.load(std::memory_order_acquire);
    adopt_slots();
    for (const auto& slot : slots_) slot->ring.refresh();
    parts_.events->admit_consumers();
    if (sequencer_.reads_clock()) sequencer_.stamp_batch(parts_.clock->now());
    held_back_ = false;
    const std::uint64_t before = decided_count_;
    bool drained = false;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      drained |= drain(*slots_[(first_slot_ + i) % slots_.size()]);
    }
    if (!slots_.empty()) first_slot_ = (first_slot_ + 1) % slots_.size();
    if (!drained && !held_back_) advance();
    const std::size_t decided = static_cast<std::size_t>(decided_count_ - before);
    if (decided != 0) ++batches_count_;
    if (journal_ && (decided != 0 || journal_->gathers())) journal_->seal();
    // A host that has nothing to decide may not come back soon.
    if (parts_.drives_journal && !drained && decided == 0) rest();
    drive_journal();
    const bool published = publish();
    drop_closed_slots();
    note_progress();
    progressed_ = decided != 0 || published;
    if (!drained && decided == 0 && !published && !held_back_ && pending_.empty()) {
      idle_done_.store(idle_request, std::memory_order_release);
    }
    return decided;
  }

  // Effects: lets the log have what gathered. Call it before the turns pause.
  void rest() noexcept {
    if (journal_) journal_->hand_over();
  }

  // Effects: makes what was decided durable and publishes it. Returns: why it could not.
  Status flush() {
    Status status;
    if (journal_ && !poisoned()) {
      status = journal_->flush();
      if (!status.ok()) fail(status);
    }
    publish();
    note_progress();
    return status;
  }

  // Effects: flushes and closes the log; nothing may be decided after.
  Status close() {
    Status status = flush();
    if (journal_) {
      const Status closed = journal_->close();
      if (status.ok()) status = closed;
    }
    publish();
    note_progress();
    return status;
  }

  // Effects: refuses everything from now on. Keeps the first reason.
  void set_poison(Poison poison) {
    {
      const std::lock_guard lock(poison_mutex_);
      if (poison_) return;
      poison_ = std::move(poison);
    }
    poisoned_.store(true, std::memory_order_release);
    parts_.gate->change_refusal(Reason::ok, Reason::poisoned);
    parts_.gate->change_refusal(Reason::storage_full, Reason::poisoned);
  }

  // ---- any thread ----
  [[nodiscard]] std::optional<Poison> poison() const {
    const std::lock_guard lock(poison_mutex_);
    return poison_;
  }
  [[nodiscard]] bool poisoned() const noexcept { return poisoned_.load(std::memory_order_acquire); }
  [[nodiscard]] std::uint64_t request_idle() noexcept {
    return idle_requested_.fetch_add(1, std::memory_order_acq_rel) + 1;
  }
  [[nodiscard]] std::uint64_t idle_done() const noexcept {
    return idle_done_.load(std::memory_order_acquire);
  }
  void add_statistics(EngineStatistics& into) const noexcept {
    into.commands = commands_.load(std::memory_order_relaxed);
    into.orders = orders_.load(std::memory_order_relaxed);
    into.refusals = refusals_.load(std::memory_order_relaxed);
    into.advances = advances_.load(std::memory_order_relaxed);
    into.batches = batches_.load(std::memory_order_relaxed);
    into.events = events_.load(std::memory_order_relaxed);
    into.decided_sequence = decided_shown_.load(std::memory_order_relaxed);
    into.published_sequence = parts_.events->published_sequence();
  }

  // ---- the thread that turns ----
  [[nodiscard]] const CoreT& core() const noexcept { return *core_; }
  [[nodiscard]] JournalWriter* journal() noexcept { return journal_.get(); }
  [[nodiscard]] std::uint32_t epoch() const noexcept { return epoch_; }
  // Returns: whether the last turn decided or published anything.
  [[nodiscard]] bool progressed() const noexcept { return progressed_; }
  // Returns: whether something waits for the disk.
  [[nodiscard]] bool waiting() const noexcept { return !pending_.empty(); }
  // Effects: fills the availability view from the core; for after a recovery.
  void fill_views() noexcept {
    if (!parts_.views) return;
    show_all_cells();
    parts_.views->publish(published_);
  }

 private:
  static constexpr std::size_t pending_max = 65'536;
  static constexpr std::size_t slots_max = 1'024;
  static constexpr std::size_t slots_ahead = 16;
  static constexpr std::size_t window_size = 32;
  static constexpr std::size_t bytes_ahead = 1'024;  // of a ring, before its slots are looked at
  static constexpr std::uint32_t advances_in_turn = 16;

  // A command in its producer's ring, and where its slot ends.
  struct Found {
    Sequenced* command{};
    ByteRing::Cursor end;
  };
  static_assert(slots_ahead + 1 < window_size && Core::prefetch_ahead <= slots_ahead);

  void adopt_slots() noexcept {
    const std::uint64_t generation = parts_.producers->generation();
    if (generation == slots_generation_) return;
    slots_generation_ = generation;
    parts_.producers->copy_to(slots_);
    first_slot_ = 0;
  }

  void drop_closed_slots() noexcept {
    for (const auto& slot : slots_) {
      // Closed is read first: nothing is put into the ring of a closed slot.
      if (!slot->closed() || slot->has_pending()) continue;
      slot->ring.refresh();
      if (slot->ring.used_bytes() == 0) parts_.producers->remove(slot.get());
    }
  }

  // Effects: decides up to one batch out of one ring. Returns: whether there was anything in it.
  bool drain(ProducerSlot& slot) noexcept {
    ByteRing::Cursor cursor = slot.ring.reader_cursor();
    std::size_t seen = 0;
    const std::size_t first_seen = std::min<std::size_t>(slots_ahead, parts_.batch_commands_max);
    while (seen < first_seen && look(slot, cursor, seen)) ++seen;
    if (seen == 0) return false;
    std::size_t done = 0;
    for (std::size_t i = 0; i < Core::prefetch_ahead; ++i) prefetch(0, i, seen);
    for (std::size_t i = 0; i < Core::prefetch_order_ahead; ++i) prefetch_order(0, i, seen);
    for (std::size_t i = 0; i < Core::prefetch_records_ahead; ++i) prefetch_records(0, i, seen);
    // What is seen and asked for beyond the batch lies near when its own turn comes.
    for (; done < seen && done < parts_.batch_commands_max; ++done) {
      if (look(slot, cursor, seen)) ++seen;
      prefetch(done, Core::prefetch_ahead, seen);
      prefetch_order(done, Core::prefetch_order_ahead, seen);
      prefetch_records(done, Core::prefetch_records_ahead, seen);
      if (!decide_admitted(*window_[done % window_size].command, slot)) break;
    }
    if (done != 0) {
      close_batch(&slot);
      slot.count_decided(done);
      slot.ring.release(window_[(done - 1) % window_size].end);
    }
    return true;
  }

  // Effects: finds the next command of a ring. Slots are found one behind the other, and each was
  //          written by another processor: done some commands ahead, nothing waits for that.
  bool look(ProducerSlot& slot, ByteRing::Cursor& cursor, std::size_t seen) noexcept {
    const std::span<std::byte> bytes = slot.ring.next(cursor);
    if (bytes.empty()) return false;
    // Sequence and time are written into the first line.
    prefetch_to_write(bytes.data());
    slot.ring.prefetch(cursor, bytes_ahead);
    window_[seen % window_size] = {&read_command_slot(bytes), cursor};
    return true;
  }

  // Memory is asked command by command at a fixed distance, not for a group at once: a burst of
  // lines fills the processor's miss buffers and then waits. What is asked for second lies behind
  // the first.
  void prefetch(std::size_t done, std::size_t ahead, std::size_t count) const noexcept {
    if (done + ahead >= count) return;
    core_->prefetch(window_[(done + ahead) % window_size].command->command,
                    static_cast<std::uint32_t>(ahead));
  }
  void prefetch_order(std::size_t done, std::size_t ahead, std::size_t count) const noexcept {
    if (done + ahead >= count) return;
    core_->prefetch_order(window_[(done + ahead) % window_size].command->command);
  }
  void prefetch_records(std::size_t done, std::size_t ahead, std::size_t count) const noexcept {
    if (done + ahead >= count) return;
    core_->prefetch_records(window_[(done + ahead) % window_size].command->command,
                            static_cast<std::uint32_t>(ahead));
  }

  // Returns: false when it has to stay in the ring for now.
  bool decide_admitted(Sequenced& in, ProducerSlot& slot) noexcept {
    if (poisoned()) {
      if (!has_batch_room()) return hold_back();
      refuse_unsequenced(in, slot, Reason::poisoned);
      return true;
    }
    if (!has_room()) return hold_back();
    if (journal_ && !journal_->reserve(record_bytes_max_)) {
      if (journal_->failed()) {
        fail(journal_->failure());
        refuse_unsequenced(in, slot, Reason::poisoned);
      } else {
        parts_.gate->change_refusal(Reason::ok, Reason::storage_full);
        refuse_unsequenced(in, slot, Reason::storage_full);
      }
      return true;
    }
    sequencer_.stamp(in);
    decide(in, &slot);
    return true;
  }

  bool hold_back() noexcept {
    held_back_ = true;
    return false;
  }

  // Room for everything that the next command can make.
  [[nodiscard]] bool has_room() noexcept {
    return has_batch_room() && !cells_incomplete_ &&
           (!parts_.views || cells_.room() >= step_events_max_) &&
           parts_.events->room(step_events_max_, parts_.detach_slow);
  }
  // A command can end a batch before itself, and one after itself.
  [[nodiscard]] bool has_batch_room() const noexcept { return pending_.room() >= 2; }

  void refuse_unsequenced(const Sequenced& in, ProducerSlot& slot, Reason reason) noexcept {
    *slot.answers.next() = {.command_key = command_key_of(in.command), .reason = reason};
    keep_answer(slot);
  }
  void keep_answer(ProducerSlot& slot) noexcept {
    slot.answers.keep();
    batch_open_ = true;
  }

  // Effects: what was decided since the last call leaves together, as `slot`'s.
  void close_batch(ProducerSlot* slot) noexcept {
    if (!batch_open_) return;
    batch_open_ = false;
    pending_.push({.after = decided_,
                   .slot = slot,
                   .answers_end = slot != nullptr ? slot->answers.made() : 0,
                   .events_end = parts_.events->staged(),
                   .cells_end = cells_.end()});
    if (slot != nullptr) slot->add_pending();
  }

  // Effects: ends the batch before a command that went into another frame of the log.
  void follow_frame(ProducerSlot* slot) noexcept {
    const std::uint64_t frame = journal_->frame();
    if (frame == frame_) return;
    frame_ = frame;
    close_batch(slot);
  }

  // Requires: room, and space in the log. `slot` is null for the engine's own.
  // One function with all that follows the step: each of its parts does too little for a call.
  [[gnu::flatten]] void decide(const Sequenced& in, ProducerSlot* slot) noexcept {
    Answer* const answer = slot != nullptr ? slot->answers.next() : &own_answer_;
    std::uint32_t check = 0;
    outcome_.write_to(parts_.events->claim(), cells_.next(), epoch_);
    try {
      ::new (answer) Answer(core_->apply(in, outcome_));
      if (journal_) check = core_->outcome_check(outcome_);
    } catch (const BrokenInvariant& broken) {
      break_at(in, slot, broken_text(broken));
      return;
    } catch (const std::exception& thrown) {
      break_at(in, slot, std::string("a step threw: ") + thrown.what());
      return;
    } catch (...) {
      break_at(in, slot, "a step threw something unknown");
      return;
    }
    if (journal_) {
      if (!journal_->append(in, check)) {
        fail(journal_->failure());
        if (slot != nullptr) refuse_unsequenced(in, *slot, Reason::poisoned);
        return;
      }
      follow_frame(slot);
    }
    decided_ = in.sequence;
    count(in, *answer);
    stage_outcome();
    if (slot != nullptr) slot->answers.keep();
    batch_open_ = true;
  }

  void stage_outcome() noexcept {
    parts_.events->stage(outcome_.events().size());
    if (!parts_.views) return;
    if (outcome_.touches_complete()) {
      cells_.keep_run(outcome_.touches().size());
    } else {
      // The cells are shown afresh once everything decided so far has been published; until then
      // nothing more is decided.
      cells_incomplete_ = true;
    }
  }

  // The input goes into the log, so that recovery stops at the same place; nothing follows it.
  void break_at(const Sequenced& in, ProducerSlot* slot, const std::string& text) noexcept {
    if (journal_ && journal_->append_unchecked(in)) {
      journal_->seal();
      follow_frame(slot);
    }
    set_poison({.sequence = in.sequence,
                .hash = in.body_hash,
                .text = text + ", in the step of sequence " + std::to_string(in.sequence)});
    decided_ = in.sequence;
    if (slot != nullptr) {
      *slot->answers.next() = {.command_key = command_key_of(in.command),
                               .sequence = in.sequence,
                               .reason = Reason::poisoned};
      keep_answer(*slot);
    }
  }

  void fail(const Status& status) {
    set_poison({.sequence = 0, .hash = 0, .text = "the log failed: " + status.message()});
  }

  void count(const Sequenced& in, const Answer& answer) noexcept {
    ++decided_count_;
    events_count_ += outcome_.events().size();
    if (std::holds_alternative<Place>(in.command) || std::holds_alternative<Import>(in.command)) {
      ++orders_count_;
    }
    if (answer.reason != Reason::ok) ++refusals_count_;
  }

  // Effects: does queued work while nobody asks for anything.
  void advance() noexcept {
    for (std::uint32_t i = 0; i < advances_in_turn; ++i) {
      if (poisoned() || !core_->work_due(sequencer_.own_time())) return;
      own_.command = Advance{};
      if (!has_room()) {
        held_back_ = true;
        return;
      }
      if (journal_ && !journal_->reserve(encoded_size_max(own_.command))) {
        if (journal_->failed()) fail(journal_->failure());
        return;
      }
      own_.body_hash = body_hash(own_.command);
      sequencer_.stamp_own(own_);
      ++advances_count_;
      decide(own_, nullptr);
      close_batch(nullptr);
      for (const auto& slot : slots_) {
        if (slot->ring.used_bytes() != 0) return;
      }
    }
  }

  void drive_journal() noexcept {
    if (!journal_) return;
    if (parts_.drives_journal) {
      while (journal_->drive()) {
      }
    }
    if (journal_->failed() && !poisoned()) fail(journal_->failure());
    if (parts_.gate->refusal() == Reason::storage_full &&
        journal_->reserve(command_bytes_max(core_->limits()))) {
      parts_.gate->change_refusal(Reason::storage_full, Reason::ok);
    }
  }

  // Effects: lets out everything that may leave. Returns: whether that was anything.
  bool publish() noexcept {
    const Sequence limit = journal_ ? journal_->publishable() : decided_;
    std::uint64_t end = pending_.begin();
    while (end != pending_.end() && pending_.at(end).after <= limit) ++end;
    const bool any = end != pending_.begin();
    if (any) {
      show(pending_.at(end - 1));
      for (std::uint64_t i = pending_.begin(); i != end; ++i) give_answers(pending_.at(i));
      pending_.pop_to(end);
      restart_queues();
    }
    if (cells_incomplete_ && pending_.empty()) {
      show_all_cells();
      cells_incomplete_ = false;
    }
    if (journal_ && journal_->failed()) return give_up_pending() || any;
    return any;
  }

  // Views first, then events, then answers: who was answered can read its own order.
  void show(const PendingBatch& last) noexcept {
    const Sequence sequence = last.after > published_ ? last.after : published_;
    if (parts_.views) {
      show_events(last.events_end);
      while (cells_.begin() != last.cells_end) {
        const std::span<const CellTouch> run = cells_.run(cells_.begin(), last.cells_end);
        parts_.views->set_available(run);
        cells_.pop_to(cells_.begin() + run.size());
      }
      parts_.views->publish(sequence);
    }
    published_ = sequence;
    parts_.events->publish(last.events_end, sequence);
  }

  void show_events(std::uint64_t end) noexcept {
    while (views_position_ != end) {
      const std::span<const Event> run = parts_.events->run(views_position_, end);
      parts_.views->apply(run);
      views_position_ += run.size();
    }
  }

  // Positions in the queues are kept in pending batches only.
  void restart_queues() noexcept {
    if (!pending_.empty() || !cells_.empty()) return;
    pending_.restart();
    cells_.restart();
  }

  void give_answers(const PendingBatch& batch) noexcept {
    if (batch.slot == nullptr) return;
    batch.slot->end_pending();
    batch.slot->answers.show(batch.answers_end);
  }

  // After a failed write nobody knows what became of these; recovery will.
  bool give_up_pending() noexcept {
    // What is not published is not shown either.
    cells_incomplete_ = false;
    if (pending_.empty()) return false;
    for (std::uint64_t i = pending_.begin(); i != pending_.end(); ++i) {
      const PendingBatch& batch = pending_.at(i);
      if (batch.slot == nullptr) continue;
      AnswerRing& answers = batch.slot->answers;
      for (std::uint64_t at = answers.shown(); at != batch.answers_end; ++at) {
        answers.at(at) = {.command_key = answers.at(at).command_key, .reason = Reason::poisoned};
      }
      give_answers(batch);
    }
    pending_.pop_to(pending_.end());
    return true;
  }

  void show_all_cells() noexcept {
    const Limits& limits = core_->limits();
    for (std::uint32_t sku = 1; sku <= limits.skus_max; ++sku) {
      for (std::uint32_t node = 1; node <= limits.nodes_max; ++node) {
        const std::uint64_t units = core_->available(SkuId{sku}, NodeId{node});
        const CellTouch cell{SkuId{sku}, NodeId{node}, static_cast<std::uint32_t>(units)};
        parts_.views->set_available({&cell, 1});
      }
    }
  }

  void note_progress() noexcept {
    commands_.store(decided_count_, std::memory_order_relaxed);
    orders_.store(orders_count_, std::memory_order_relaxed);
    refusals_.store(refusals_count_, std::memory_order_relaxed);
    advances_.store(advances_count_, std::memory_order_relaxed);
    batches_.store(batches_count_, std::memory_order_relaxed);
    events_.store(events_count_, std::memory_order_relaxed);
    decided_shown_.store(decided_, std::memory_order_relaxed);
  }

  PipelineParts parts_;
  std::size_t step_events_max_;
  std::size_t record_bytes_max_;  // no admitted command has a larger record
  std::unique_ptr<CoreT> core_;
  std::unique_ptr<JournalWriter> journal_;
  std::uint32_t epoch_;
  Sequencer sequencer_;
  Outcome outcome_;
  BoundedQueue<PendingBatch> pending_;
  BoundedQueue<CellTouch> cells_;
  std::array<Found, window_size> window_{};  // commands of the batch that is decided, and behind it
  std::vector<std::shared_ptr<ProducerSlot>> slots_;
  std::uint64_t slots_generation_{~std::uint64_t{0}};
  std::size_t first_slot_{0};
  Sequenced own_;
  Answer own_answer_;
  Sequence decided_{0};
  Sequence published_{0};
  std::uint64_t views_position_{0};
  std::uint64_t frame_{0};  // of the log, that the last record went into
  bool batch_open_{false};  // something was decided since the last batch was closed
  bool held_back_{false};
  bool progressed_{false};
  bool cells_incomplete_{false};

  std::uint64_t decided_count_{0};
  std::uint64_t orders_count_{0};
  std::uint64_t refusals_count_{0};
  std::uint64_t advances_count_{0};
  std::uint64_t batches_count_{0};
  std::uint64_t events_count_{0};

  // Read by other threads.
  std::atomic<bool> poisoned_{false};
  mutable std::mutex poison_mutex_;
  std::optional<Poison> poison_;
  std::atomic<std::uint64_t> idle_requested_{0};
  std::atomic<std::uint64_t> idle_done_{0};
  std::atomic<std::uint64_t> commands_{0};
  std::atomic<std::uint64_t> orders_{0};
  std::atomic<std::uint64_t> refusals_{0};
  std::atomic<std::uint64_t> advances_{0};
  std::atomic<std::uint64_t> batches_{0};
  std::atomic<std::uint64_t> events_{0};
  std::atomic<Sequence> decided_shown_{0};
};

}  // namespace allot
