// The bodies of Shard. Included where one is made for a core.
#pragma once

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "driver/event_replay-inl.hpp"
#include "driver/log_run-inl.hpp"
#include "driver/option_checks.hpp"
#include "driver/pipeline-inl.hpp"
#include "driver/shard.hpp"

namespace allot {

// Shows the views what a recovery replays.
template <class CoreT>
class Shard<CoreT>::Recovery final : public LogRunObserver {
 public:
  explicit Recovery(Shard& shard) : shard_(shard) {}
  void begin(const Limits& limits) override {
    unseen_.clear();
    if (shard_.limits_ != limits) shard_.limits_ = limits;  // the same again when a skip recovers
    if (!shard_.options_.views) return;
    if (shard_.state_.views) {
      shard_.state_.views->clear();
    } else {
      shard_.state_.views = std::make_shared<Views>(limits);
    }
  }
  void step(const Sequenced& in, const Outcome& outcome) override {
    if (shard_.state_.views) shard_.state_.views->apply(outcome.events());
    const EventRing* const ring = shard_.state_.events.get();  // null while it is opened
    if (ring == nullptr || in.sequence <= ring->published_sequence()) return;
    unseen_.insert(unseen_.end(), outcome.events().begin(), outcome.events().end());
  }
  Result<LogRun<CoreT>> run() {
    LogRunOptions options;
    options.reading = shard_.log_.reading();
    options.prefault = shard_.options_.prefault;
    options.stamps_epochs = true;
    return LogRunner<CoreT>(*shard_.log_.storage(), options, *this).run();
  }
  // Returns: the events of what was not published before a skip.
  [[nodiscard]] std::span<const Event> unseen() const noexcept { return unseen_; }

 private:
  Shard& shard_;
  std::vector<Event> unseen_;
};

template <class CoreT>
Shard<CoreT>::Shard(const EngineOptions& options)
    : options_(options),
      log_(options_, [gate = state_.gate] { gate->ring(); }),
      consumers_(options_, state_, log_,
                 [this] {
                   run_on_decision_thread(
                       [this] { state_.events->admit_consumers(pipeline_->decided()); });
                 }),
      thread_(state_.gate, *this) {}

template <class CoreT>
Result<std::unique_ptr<Shard<CoreT>>> Shard<CoreT>::open(const EngineOptions& options) {
  std::unique_ptr<Shard> shard(new Shard(options));
  if (Status status = shard->start(); !status.ok()) return status;
  return shard;
}

template <class CoreT>
Shard<CoreT>::~Shard() {
  if (state_.gate->here()) {
    (void)stop();
    consumers_.kept()->end();
  } else {
    log_.forget();
  }
}

template <class CoreT>
Status Shard<CoreT>::start() {
  if (Status status = check_options(options_); !status.ok()) return status;
  if (Status status = log_.open(); !status.ok()) return status;
  LogRun<CoreT> run;
  if (log_.storage() != nullptr) {
    Result<LogRun<CoreT>> recovered = Recovery(*this).run();
    if (!recovered.ok()) return recovered.status();
    run = std::move(recovered.value());
  }
  const bool fresh = run.driver == nullptr;
  if (fresh && run.poison) return {StatusCode::poisoned, run.poison->text};
  if (Status status = log_.check_begun(!fresh); !status.ok()) return status;
  if (fresh) {
    limits_ = options_.limits.value_or(Limits{});
  } else if (options_.limits) {
    Status status = check_limits(*options_.limits, limits_, run.tail.semantics);
    if (!status.ok()) return status;
  }
  if (Status status = check_sizes(options_, limits_, CoreT::step_events_max(limits_));
      !status.ok()) {
    return status;
  }
  if (Status status = build(std::move(run), fresh); !status.ok()) return status;
  if (options_.threading == Threading::host_steps) return {};
  return thread_.start(options_.decision_cpu);
}

// Effects: what is decided from here on goes into the log; nothing does when it stopped before a
//          command that broke: the engine is then read-only.
template <class CoreT>
Status Shard<CoreT>::begin_epoch(LogRun<CoreT>& run) {
  tail_ = run.tail;
  if (run.poison) {
    run.driver->set_poison(*run.poison);
    return {};
  }
  if (log_.storage() == nullptr) {
    run.driver->lead(nullptr);
    return {};
  }
  Result<std::unique_ptr<JournalWriter>> journal = log_.begin_epoch(limits_, tail_);
  if (!journal.ok()) return journal.status();
  run.driver->lead(std::move(journal.value()));
  return {};
}

template <class CoreT>
Status Shard<CoreT>::build(LogRun<CoreT> run, bool fresh) {
  if (fresh) {
    auto core = std::make_unique<CoreT>(limits_, run.tail.semantics);
    if (options_.prefault) core->prefault();
    run.driver = std::make_unique<Driver<CoreT>>(std::move(core));
    if (options_.views) state_.views = std::make_shared<Views>(limits_);
  }
  if (Status status = begin_epoch(run); !status.ok()) return status;
  const std::size_t step_events_max = CoreT::step_events_max(limits_);
  state_.producers = std::make_shared<ProducerRegistry>(options_.producers_max);
  state_.events = std::make_shared<EventRing>(events_capacity(options_, step_events_max),
                                              options_.consumers_max, step_events_max);
  static SystemClock wall_clock;  // it has no state that engines could share
  pipeline_ = std::make_unique<Pipeline<CoreT>>(
      PipelineOptions{.clock = options_.clock != nullptr ? options_.clock : &wall_clock,
                      .batch_commands_max = options_.batch_commands_max,
                      .detach_slow = options_.slow_consumer == SlowConsumer::detach,
                      .drives_journal = options_.threading == Threading::host_steps},
      state_, std::move(run.driver));
  if (log_.storage() != nullptr) {
    consumers_.kept()->begin(*log_.storage());
    state_.catch_ups->begin(
        [this](CatchUp& job) { EventReplay<CoreT>(*log_.storage(), options_, state_, job).run(); });
  }
  // Where the log was closed in good order nothing that was published can be missing.
  note_stream(!fresh && !tail_.closed);
  if (!fresh) {
    pipeline_->fill_views();
    return {};
  }
  pipeline_->decide_own(Start{.limits = limits_});
  if (Status status = pipeline_->flush(); !status.ok()) return status;
  if (Status status = state_.poison_status(); !status.ok()) return status;
  if (pipeline_->decided() != 0) return {};
  return {StatusCode::storage_full, "no space to begin a log in " + log_.storage()->place()};
}

template <class CoreT>
void Shard<CoreT>::note_stream(bool rewound) {
  state_.stream.set({.shard = options_.shard,
                     // Read-only, it shows the epoch that the log ends in.
                     .epoch = pipeline_->journal() != nullptr
                                  ? pipeline_->epoch()
                                  : std::max<std::uint32_t>(1, tail_.epoch),
                     .rewound = rewound,
                     .last_sequence = pipeline_->core().last_sequence()});
  consumers_.kept()->set_epoch(state_.stream.get().epoch);
}

template <class CoreT>
std::size_t Shard<CoreT>::step() noexcept {
  return state_.gate->finished() || !state_.gate->here() ? 0 : pipeline_->turn();
}

template <class CoreT>
bool Shard<CoreT>::turn() noexcept {
  (void)pipeline_->turn();
  return pipeline_->progressed();
}

template <class CoreT>
Status Shard<CoreT>::wait_idle() {
  if (!state_.gate->here()) return state_.gate->other_process();
  if (state_.gate->finished()) return state_.poison_status();
  const std::uint64_t request = state_.idle.request();
  state_.gate->ring();
  unsigned waited = 0;
  while (!state_.idle.done(request) && !state_.poison.is_set() && !state_.gate->finished()) {
    if (options_.threading == Threading::host_steps) {
      if (step() == 0 && ++waited > 64) std::this_thread::yield();
    } else if (++waited < 64) {
      std::this_thread::yield();
    } else {
      std::this_thread::sleep_for(std::chrono::microseconds(50));
      state_.gate->ring();
    }
  }
  return state_.poison_status();
}

template <class CoreT>
Status Shard<CoreT>::stop() {
  if (Status status = state_.process_status(); !status.ok()) return status;
  state_.catch_ups->end();
  if (pipeline_) return thread_.stop();
  state_.gate->finish();
  return {};
}

// Effects: decides what was admitted, makes it durable, lets it out, closes the log.
template <class CoreT>
Status Shard<CoreT>::finish() {
  const std::uint64_t request = state_.idle.request();
  std::uint32_t stuck = 0;
  // A consumer that nobody polls can hold commands back for good; these are answered `stopped`.
  while (!state_.idle.done(request) && stuck < 200 && !pipeline_->broken()) {
    if (pipeline_->turn() != 0) {
      stuck = 0;
    } else {
      if (!pipeline_->waiting()) ++stuck;
      std::this_thread::sleep_for(std::chrono::microseconds(50));
    }
  }
  const Status closed = pipeline_->close();
  // What its named consumers acknowledge is written until they are closed.
  log_.end_writing();
  consumers_.kept()->leave([this] { log_.unlock(); });
  return closed.ok() ? state_.poison_status() : closed;
}

template <class CoreT>
Status Shard<CoreT>::skip(Sequence sequence, std::uint64_t hash) {
  Status status = state_.process_status();
  run_on_decision_thread([&] { status = skip_here({.skipped = sequence, .hash = hash}); });
  return status;
}

template <class CoreT>
Status Shard<CoreT>::skip_here(const Skip& skip) {
  if (state_.gate->finished()) {
    return {StatusCode::invalid_argument, "the engine was stopped; open the log again to skip"};
  }
  const std::optional<Poison> poison = state_.poison.get();
  if (!poison || pipeline_->journal() != nullptr || log_.storage() == nullptr) {
    return {StatusCode::invalid_argument,
            "skip needs an engine that was opened read-only; open the log again first"};
  }
  if (Status status = log_.log_skip(skip, *poison, limits_, tail_); !status.ok()) return status;
  Recovery recovery(*this);
  Result<LogRun<CoreT>> run = recovery.run();
  if (!run.ok()) return run.status();
  if (Status status = begin_epoch(run.value()); !status.ok()) return status;
  {
    const std::lock_guard lock(journal_mutex_);
    pipeline_->restart(std::move(run.value().driver), recovery.unseen());
  }
  pipeline_->fill_views();
  note_stream(true);
  return {};
}

template <class CoreT>
EngineStatistics Shard<CoreT>::statistics() const noexcept {
  if (!state_.gate->here()) return {};
  EngineStatistics statistics = state_.statistics();
  statistics.decided_sequence = pipeline_->decided();
  const std::lock_guard lock(journal_mutex_);
  if (const Journal* journal = pipeline_->journal()) {
    statistics.journal = journal->statistics();
    statistics.durable_sequence = journal->durable();
  }
  statistics.dropped_frames = tail_.dropped_frames;
  statistics.dropped_records = tail_.dropped_records;
  return statistics;
}

template <class CoreT>
LogPoint Shard<CoreT>::log_point() const noexcept {
  if (!state_.gate->here()) return {};
  const std::lock_guard lock(journal_mutex_);
  if (const Journal* journal = pipeline_->journal()) return journal->point();
  return {.sequence = tail_.last_sequence, .chain = tail_.chain};
}

}  // namespace allot
