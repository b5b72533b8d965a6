// The bodies of Pipeline. Included where one is made for a core.
#pragma once

#include <utility>

#include "allot/intake/body_hash.hpp"
#include "driver/driver-inl.hpp"
#include "driver/pipeline.hpp"

namespace allot {

// Queued work, as `advance` commands of the engine's own, while nobody asks for anything.
template <class CoreT>
class QueuedWork {
 public:
  static constexpr Placed placed = Placed::as_own;
  QueuedWork(const Driver<CoreT>& driver, const OpenRings& rings, Sequenced& own) noexcept
      : driver_(driver), rings_(rings), own_(own) {}

  [[nodiscard]] Sequenced* front() {
    if (driver_.poison() || !driver_.work_due()) return nullptr;
    if (begun_ && rings_.any_waiting()) return nullptr;
    own_.command = Advance{};
    own_.body_hash = body_hash(own_.command);
    return &own_;
  }
  void pop() noexcept { begun_ = true; }

 private:
  const Driver<CoreT>& driver_;
  const OpenRings& rings_;
  Sequenced& own_;
  bool begun_{false};
};

template <class CoreT>
Pipeline<CoreT>::Pipeline(const PipelineOptions& options, EngineState& state,
                          std::unique_ptr<Driver<CoreT>> driver)
    : options_(options),
      state_(state),
      driver_(std::move(driver)),
      publisher_(state.events, state.views, state.gate->doorbells(),
                 CoreT::step_events_max(core().limits()), options.detach_slow),
      rings_(state.producers) {
  state_.events->begin_behind(core().last_sequence());
  publisher_.restart(core().last_sequence(), journal() != nullptr ? journal()->epoch() : 1);
  show_poison();
}

template <class CoreT>
void Pipeline<CoreT>::restart(std::unique_ptr<Driver<CoreT>> driver,
                              std::span<const Event> unseen) {
  driver_ = std::move(driver);
  if (!publisher_.stage_recovered(unseen)) state_.events->begin_behind(core().last_sequence());
  publisher_.restart(core().last_sequence(),
                     journal() != nullptr ? journal()->epoch() : epoch() + 1);
  state_.poison.clear();
  state_.gate->change_refusal(Reason::poisoned, Reason::ok);
  show_poison();
}

template <class CoreT>
void Pipeline<CoreT>::decide_own(const Command& command) noexcept {
  driver_->stamp_batch(options_.clock->now());
  own_.command = command;
  own_.body_hash = body_hash(command);
  SlotOutlet outlet(publisher_, *state_.gate, nullptr);
  OneCommand<Placed::as_own> source(own_);
  (void)driver_->run(source, outlet, 1);
  outlet.close();
  state_.counts.add(outlet.counts());
  show_poison();
  if (Journal* journal = driver_->journal()) journal->seal();
}

template <class CoreT>
std::size_t Pipeline<CoreT>::turn() noexcept {
  std::size_t decided = 0;
  guard([&] { decided = take_turn(); });
  return decided;
}

template <class CoreT>
template <class Work>
void Pipeline<CoreT>::guard(Work&& work) noexcept {
  try {
    work();
  } catch (...) {
    broken_ = true;
    progressed_ = false;
    driver_->set_poison(poison_of_turn());
    show_poison();
  }
}

template <class CoreT>
std::size_t Pipeline<CoreT>::take_turn() {
  const std::uint64_t idle_request = state_.idle.newest();
  rings_.refresh();
  const bool log_wanted = state_.events->admit_consumers(decided());
  if (driver_->reads_clock()) driver_->stamp_batch(options_.clock->now());
  Turn turn;
  rings_.visit([&](ProducerSlot& slot) { drain(slot, turn); });
  if (!turn.drained && !turn.held_back) advance(turn);
  const bool decided = turn.decided != 0;
  if (decided) state_.counts.add_turn_that_decided();
  Journal* const journal = driver_->journal();
  if (journal != nullptr && (decided || journal->gathers())) journal->seal();
  // A consumer that reads the log needs what was published before its place.
  if (journal != nullptr && log_wanted) journal->let_go();
  // A host that has nothing to decide may not come back soon.
  if (options_.drives_journal && !turn.drained && !decided) rest();
  driver_->drive_journal(options_.drives_journal);
  if (state_.gate->refusal() == Reason::storage_full && driver_->has_space()) {
    state_.gate->change_refusal(Reason::storage_full, Reason::ok);
  }
  show_poison();
  const bool published = publish();
  rings_.drop_closed();
  state_.gate->set_held_by(turn.held_back ? publisher_.held_by() : BusyWith::nothing);
  progressed_ = decided || published;
  if (!turn.drained && !progressed_ && !turn.held_back && !waiting()) {
    state_.idle.answer(idle_request);
  }
  return static_cast<std::size_t>(turn.decided);
}

template <class CoreT>
void Pipeline<CoreT>::Turn::note(const SlotOutlet& outlet) noexcept {
  decided += outlet.counts().commands;
  held_back |= outlet.held_back();
}

// Effects: decides up to one batch out of one ring.
template <class CoreT>
void Pipeline<CoreT>::drain(ProducerSlot& slot, Turn& turn) {
  source_.open(slot.ring, options_.batch_commands_max);
  if (source_.front() == nullptr) return;
  turn.drained = true;
  SlotOutlet outlet(publisher_, *state_.gate, &slot);
  const std::size_t taken = driver_->run(source_, outlet, options_.batch_commands_max);
  outlet.close();
  slot.count_decided(taken);
  source_.release();
  turn.note(outlet);
  state_.counts.add(outlet.counts());
}

template <class CoreT>
void Pipeline<CoreT>::advance(Turn& turn) {
  QueuedWork<CoreT> source(*driver_, rings_, own_);
  // Nobody waits for an answer: each of them may leave as soon as it is durable.
  for (std::uint32_t i = 0; i < advances_in_turn; ++i) {
    SlotOutlet outlet(publisher_, *state_.gate, nullptr);
    const std::size_t taken = driver_->run(source, outlet, 1);
    outlet.close();
    turn.note(outlet);
    state_.counts.add(outlet.counts());
    state_.counts.add_advances(outlet.counts().commands);
    if (taken == 0) return;
  }
}

template <class CoreT>
void Pipeline<CoreT>::rest() noexcept {
  if (Journal* journal = driver_->journal()) journal->hand_over();
}

template <class CoreT>
Status Pipeline<CoreT>::flush() {
  Status status = driver_->flush();
  show_poison();
  guard([this] { (void)publish(); });
  return status;
}

template <class CoreT>
Status Pipeline<CoreT>::close() {
  const Status flushed = flush();
  const Status closed = driver_->close();
  guard([this] { (void)publish(); });
  return flushed.ok() ? closed : flushed;
}

// Effects: lets out everything that may leave. Returns: whether that was anything.
template <class CoreT>
bool Pipeline<CoreT>::publish() {
  const Journal* const journal = driver_->journal();
  bool any = publisher_.publish(journal != nullptr ? journal->publishable() : decided());
  publisher_.fill_views(core(), false);
  if (journal != nullptr && journal->failed()) any |= publisher_.give_up();
  return any;
}

// Effects: other threads learn that the driver is poisoned, and nothing more is admitted.
template <class CoreT>
void Pipeline<CoreT>::show_poison() noexcept {
  if (!driver_->poison() || state_.poison.is_set()) return;
  state_.poison.set(*driver_->poison());
  state_.gate->change_refusal(Reason::ok, Reason::poisoned);
  state_.gate->change_refusal(Reason::storage_full, Reason::poisoned);
  state_.gate->doorbells().ring_all();
}

}  // namespace allot
