// Everything behind Engine: opening, recovery, the decision thread, questions from other threads.
//
// A template over the core for the same reason as Pipeline.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <system_error>
#include <thread>

#include "allot/driver/options.hpp"
#include "allot/events/stream.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/types/status.hpp"
#include "containers/page_array.hpp"
#include "driver/live_options.hpp"
#include "driver/pipeline.hpp"
#include "driver/processors.hpp"
#include "replay/log_run.hpp"

namespace allot {

template <class CoreT>
class Live {
 public:
  static Result<std::unique_ptr<Live>> open(const EngineOptions& options) {
    std::unique_ptr<Live> live(new Live(options));
    if (Status status = live->start(); !status.ok()) return status;
    return live;
  }

  ~Live() {
    if (!gate_->here()) {
      forget_threads();
      return;
    }
    (void)stop();
    unlock_log();
  }
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  Result<std::shared_ptr<ProducerSlot>> open_producer() {
    const Reason refusal = gate_->refusal();
    if (refusal == Reason::other_process) return gate_->other_process();
    if (refusal == Reason::stopped)
      return Status(StatusCode::invalid_argument, "the engine was stopped");
    auto slot =
        std::make_shared<ProducerSlot>(gate_, options_.ring_bytes, limits_, options_.answers_max);
    if (!producers_->add(slot)) {
      return Status(StatusCode::invalid_argument,
                    "producers_max (" + std::to_string(options_.producers_max) +
                        ") producers are open; close one or raise producers_max");
    }
    gate_->ring();
    return slot;
  }

  Result<std::size_t> open_consumer(bool oldest) {
    if (!gate_->here()) return gate_->other_process();
    const std::size_t place = events_->open(oldest);
    if (place == EventRing::none_free) {
      return Status(StatusCode::invalid_argument,
                    "consumers_max (" + std::to_string(options_.consumers_max) +
                        ") consumers are open; close one or raise consumers_max");
    }
    gate_->ring();
    // Once there is no decision thread any more, this one stands in for it.
    if (gate_->finished()) run_on_decision_thread([this] { events_->admit_consumers(); });
    return place;
  }

  std::size_t step() noexcept {
    if (gate_->finished() || !gate_->here()) return 0;
    return pipeline_->turn();
  }

  Status wait_idle() {
    if (!gate_->here()) return gate_->other_process();
    if (!gate_->finished()) {
      const std::uint64_t request = pipeline_->request_idle();
      gate_->ring();
      unsigned waited = 0;
      while (pipeline_->idle_done() < request && !pipeline_->poisoned() && !gate_->finished()) {
        if (options_.threading == Threading::host_steps) {
          if (step() == 0 && ++waited > 64) std::this_thread::yield();
        } else if (++waited < 64) {
          std::this_thread::yield();
        } else {
          std::this_thread::sleep_for(std::chrono::microseconds(50));
          gate_->ring();
        }
      }
    }
    return poison_status();
  }

  Status stop() {
    if (!gate_->here()) return gate_->other_process();
    const std::lock_guard stopping(stop_mutex_);
    if (gate_->finished()) return stopped_status_;
    if (!pipeline_) {
      gate_->finish();
      return stopped_status_;
    }
    gate_->set_refusal(Reason::stopped);
    if (thread_.joinable()) {
      quit_.store(true, std::memory_order_release);
      gate_->ring();
      thread_.join();
    } else {
      finish();
    }
    run_requests();
    return stopped_status_;
  }

  // Effects: runs `task` on the decision thread between two turns, and waits for it. What it throws
  //          comes back to the caller. In a child of fork, nothing: what it would look at may have
  //          been copied in the middle of a step.
  void run_on_decision_thread(const std::function<void()>& task) {
    if (!gate_->here()) return;
    {
      std::unique_lock lock(requests_mutex_);
      const bool own = options_.threading == Threading::own_thread && !gate_->finished();
      if (own) {
        Request request{&task};
        requests_.push_back(&request);
        has_requests_.store(true, std::memory_order_release);
        gate_->ring();
        requests_done_->wait(lock, [&] { return request.done; });
        if (request.thrown) std::rethrow_exception(request.thrown);
        return;
      }
    }
    const std::lock_guard inline_tasks(inline_mutex_);
    task();
  }

  Status skip(Sequence sequence, std::uint64_t hash) {
    Status status = process_status();
    run_on_decision_thread([&] { status = skip_here(sequence, hash); });
    return status;
  }

  [[nodiscard]] EngineStatistics statistics() const noexcept {
    EngineStatistics statistics;
    if (!gate_->here()) return statistics;
    pipeline_->add_statistics(statistics);
    statistics.queue_depth = producers_->depth();
    const std::lock_guard lock(journal_mutex_);
    if (JournalWriter* journal = pipeline_->journal()) {
      statistics.journal = journal->statistics();
      statistics.durable_sequence = journal->durable();
    }
    return statistics;
  }

  [[nodiscard]] StreamStart stream() const {
    if (!gate_->here()) return {};
    const std::lock_guard lock(journal_mutex_);
    return stream_;
  }
  [[nodiscard]] const Limits& limits() const noexcept { return limits_; }
  [[nodiscard]] std::optional<Poison> poison() const {
    if (!gate_->here()) return Poison{.text = gate_->other_process().message()};
    return pipeline_->poison();
  }
  [[nodiscard]] Status process_status() const {
    return gate_->here() ? Status{} : gate_->other_process();
  }
  [[nodiscard]] const std::shared_ptr<EventRing>& events() const noexcept { return events_; }
  [[nodiscard]] const Views* views() const noexcept {
    return gate_->here() ? views_.get() : nullptr;
  }
  [[nodiscard]] const std::shared_ptr<Gate>& gate() const noexcept { return gate_; }
  // Requires: on the decision thread (run_on_decision_thread).
  [[nodiscard]] const CoreT& core() const noexcept { return pipeline_->core(); }

 private:
  struct Request {
    const std::function<void()>* task;
    bool done{false};
    std::exception_ptr thrown{};
  };

  // Shows the views what a recovery replays.
  struct Recovery final : LogRunObserver<CoreT> {
    explicit Recovery(Live& of) : live(of) {}
    void begin(CoreT& core) override { live.begin_recovery(core.limits()); }
    void step(const Sequenced&, Outcome& outcome, const CoreT&) override {
      if (live.views_) live.views_->apply(outcome.events());
    }
    Live& live;
  };

  explicit Live(const EngineOptions& options)
      : options_(options), gate_(std::make_shared<Gate>()) {}

  void begin_recovery(const Limits& limits) {
    if (limits_ != limits) limits_ = limits;  // the same again when a skip recovers
    if (!options_.views) return;
    if (views_) {
      views_->clear();
    } else {
      views_ = std::make_shared<Views>(limits);
    }
  }

  Status start() {
    if (Status status = check_options(options_); !status.ok()) return status;
    if (Status status = find_storage(); !status.ok()) return status;
    if (Status status = lock_log(); !status.ok()) return status;
    clock_ = options_.clock != nullptr ? options_.clock : &system_clock_;
    LogRun<CoreT> run;
    if (storage_ != nullptr) {
      Result<LogRun<CoreT>> recovered = recover_log();
      if (!recovered.ok()) return recovered.status();
      run = std::move(recovered.value());
    }
    const bool fresh = !run.core;
    if (run.poison && fresh) return {StatusCode::poisoned, run.poison->text};
    if (fresh) {
      limits_ = options_.limits.value_or(Limits{});
    } else if (options_.limits && *options_.limits != limits_) {
      return different_limits(*options_.limits, limits_);
    }
    if (Status status = check_sizes(options_, limits_, CoreT::step_events_max(limits_));
        !status.ok()) {
      return status;
    }
    return build(std::move(run), fresh);
  }

  Status find_storage() {
    storage_ = options_.storage;
    if (storage_ != nullptr || options_.directory.empty()) return {};
    Result<std::unique_ptr<Storage>> opened = open_posix_storage(options_.directory);
    if (!opened.ok()) return opened.status();
    own_storage_ = std::move(opened.value());
    storage_ = own_storage_.get();
    return {};
  }

  // Before recovery: what another engine writes after that would be lost to both.
  Status lock_log() {
    if (storage_ == nullptr) return {};
    Status status = storage_->lock_writer();
    locked_ = status.ok();
    return status;
  }
  // In a child of fork there are none, and destroying what they wait on would wait for them.
  void forget_threads() noexcept {
    ::new (&thread_) std::thread;
    static_cast<void>(requests_done_.release());
  }
  void unlock_log() noexcept {
    if (locked_) storage_->unlock_writer();
    locked_ = false;
  }

  Result<LogRun<CoreT>> recover_log() {
    const PrefaultScope tables(options_.prefault);
    Recovery observer(*this);
    LogRunOptions options;
    options.shard = options_.shard;
    return LogRunner<CoreT>(*storage_, options, observer).run();
  }

  Result<std::unique_ptr<JournalWriter>> open_journal(const LogTail& tail) {
    JournalOptions journal;
    journal.durability = options_.durability;
    journal.shard = options_.shard;
    journal.limits_hash = limits_hash(limits_);
    journal.segment_bytes = options_.segment_bytes;
    if (journal.segment_bytes >= segment_bytes_least) {
      journal.frame_bytes_max = static_cast<std::uint32_t>(std::min<std::uint64_t>(
          journal.frame_bytes_max, journal.segment_bytes - log_block_bytes));
    }
    journal.async_bound_ns = options_.async_bound_ns;
    journal.threaded = options_.threading == Threading::own_thread;
    set_gathering(journal);
    journal.on_thread_start = [cpu = options_.log_cpu] { stay_on_cpu(cpu); };
    // Nothing else waits for the disk.
    if (options_.durability == Durability::sync) {
      journal.on_progress = [gate = gate_] { gate->ring(); };
    }
    return JournalWriter::open(*storage_, journal, limits_, tail);
  }

  // A frame for each turn would wake the log's thread, and fill a block, for a few records.
  void set_gathering(JournalOptions& journal) const noexcept {
    constexpr std::uint32_t bytes_enough = 64U << 10U;
    constexpr std::int64_t age_max_ns = 1'000'000;
    if (options_.durability == Durability::async) {
      journal.gather_ns = std::min(age_max_ns, options_.async_bound_ns / 4);
      if (journal.gather_ns != 0) journal.gather_bytes = bytes_enough;
    } else if (options_.durability == Durability::none) {
      if (journal.threaded) {
        journal.gather_ns = age_max_ns;
        journal.gather_bytes = bytes_enough;
      } else {
        journal.gather_bytes = options_.gather_bytes;
      }
    }
  }

  Status build(LogRun<CoreT> run, bool fresh) {
    std::unique_ptr<JournalWriter> journal;
    if (storage_ != nullptr && !run.poison) {
      Result<std::unique_ptr<JournalWriter>> opened = open_journal(run.tail);
      if (!opened.ok()) return opened.status();
      journal = std::move(opened.value());
    }
    if (fresh) {
      const PrefaultScope tables(options_.prefault);
      run.core = std::make_unique<CoreT>(limits_);
      if (options_.views) views_ = std::make_shared<Views>(limits_);
    }
    producers_ = std::make_shared<ProducerRegistry>(options_.producers_max);
    events_ =
        std::make_shared<EventRing>(events_capacity(options_, CoreT::step_events_max(limits_)),
                                    options_.consumers_max, CoreT::step_events_max(limits_));
    tail_ = run.tail;
    pipeline_ = std::make_unique<Pipeline<CoreT>>(
        PipelineParts{.clock = clock_,
                      .gate = gate_,
                      .producers = producers_,
                      .events = events_,
                      .views = views_,
                      .batch_commands_max = options_.batch_commands_max,
                      .detach_slow = options_.slow_consumer == SlowConsumer::detach,
                      .drives_journal = options_.threading == Threading::host_steps},
        std::move(run.core), std::move(journal), run.last_time);
    if (run.poison) pipeline_->set_poison(*run.poison);
    note_stream(!fresh);
    if (fresh) {
      pipeline_->decide_own(Start{.limits = limits_});
      if (Status status = pipeline_->flush(); !status.ok()) return status;
      if (pipeline_->poisoned()) return poison_status();
    } else {
      pipeline_->fill_views();
    }
    if (options_.threading == Threading::host_steps) return {};
    try {
      thread_ = std::thread([this] {
        stay_on_cpu(options_.decision_cpu);
        run_thread();
      });
    } catch (const std::system_error& error) {
      return {StatusCode::io_error,
              "cannot start the decision thread: " + std::string(error.what())};
    }
    return {};
  }

  void note_stream(bool rewound) {
    const std::lock_guard lock(journal_mutex_);
    stream_ = {.shard = options_.shard,
               // Read-only, it shows the epoch that the log ends in.
               .epoch = pipeline_->journal() != nullptr ? pipeline_->epoch()
                                                        : std::max<std::uint32_t>(1, tail_.epoch),
               .rewound = rewound,
               .last_sequence = pipeline_->core().last_sequence()};
  }

  void run_thread() {
    unsigned idle = 0;
    while (!quit_.load(std::memory_order_acquire)) {
      (void)pipeline_->turn();
      run_requests();
      if (pipeline_->progressed()) {
        idle = 0;
        continue;
      }
      // Two cores are enough for this engine: a thread with nothing to do gets out of the way.
      if (++idle < 64) {
        std::this_thread::yield();
      } else {
        pipeline_->rest();
        gate_->sleep(std::chrono::microseconds(idle < 256 ? 100 : 1'000));
      }
    }
    finish();
    run_requests();
  }

  // Effects: decides what was admitted, makes it durable, lets it out, closes the log.
  void finish() {
    const std::uint64_t request = pipeline_->request_idle();
    std::uint32_t stuck = 0;
    // A consumer that nobody polls can hold commands back for good; these are answered `stopped`.
    while (pipeline_->idle_done() < request && stuck < 200) {
      if (pipeline_->turn() != 0) {
        stuck = 0;
      } else {
        if (!pipeline_->waiting()) ++stuck;
        std::this_thread::sleep_for(std::chrono::microseconds(50));
      }
    }
    Status status = pipeline_->close();
    if (status.ok()) status = poison_status();
    stopped_status_ = status;
    unlock_log();
    const std::lock_guard lock(requests_mutex_);
    gate_->finish();
  }

  void run_requests() {
    if (!has_requests_.load(std::memory_order_acquire)) return;
    pipeline_->rest();  // a question may take long, and the log does not wait for it
    const std::lock_guard lock(requests_mutex_);
    for (Request* request : requests_) {
      try {
        (*request->task)();
      } catch (...) {
        request->thrown = std::current_exception();
      }
      request->done = true;
    }
    requests_.clear();
    has_requests_.store(false, std::memory_order_release);
    requests_done_->notify_all();
  }

  Status skip_here(Sequence sequence, std::uint64_t hash) {
    if (gate_->finished()) {
      return {StatusCode::invalid_argument, "the engine was stopped; open the log again to skip"};
    }
    const std::optional<Poison> poison = pipeline_->poison();
    if (!poison || pipeline_->journal() != nullptr || storage_ == nullptr) {
      return {StatusCode::invalid_argument,
              "skip needs an engine that was opened read-only; open the log again first"};
    }
    if (poison->sequence != sequence || poison->hash != hash) {
      return {StatusCode::invalid_argument, "the command to skip is sequence " +
                                                std::to_string(poison->sequence) + " with hash " +
                                                std::to_string(poison->hash)};
    }
    if (Status status = log_skip(sequence, hash); !status.ok()) return status;
    Result<LogRun<CoreT>> run = recover_log();
    if (!run.ok()) return run.status();
    std::unique_ptr<JournalWriter> journal;
    if (!run.value().poison) {
      Result<std::unique_ptr<JournalWriter>> opened = open_journal(run.value().tail);
      if (!opened.ok()) return opened.status();
      journal = std::move(opened.value());
    }
    tail_ = run.value().tail;
    const std::optional<Poison> again = run.value().poison;
    {
      const std::lock_guard lock(journal_mutex_);
      pipeline_->restart(std::move(run.value().core), std::move(journal), run.value().last_time);
    }
    if (again) pipeline_->set_poison(*again);
    pipeline_->fill_views();
    note_stream(true);
    return {};
  }

  Status log_skip(Sequence sequence, std::uint64_t hash) {
    Result<std::unique_ptr<JournalWriter>> opened = open_journal(tail_);
    if (!opened.ok()) return opened.status();
    JournalWriter& journal = *opened.value();
    Sequenced in;
    in.sequence = tail_.last_sequence + 1;
    in.time = tail_.last_time;
    in.command = Skip{.skipped = sequence, .hash = hash};
    in.body_hash = body_hash(in.command);
    if (!journal.reserve(encoded_size_max(in.command))) {
      return {StatusCode::storage_full, "no space to log the skip in " + storage_->place()};
    }
    if (!journal.append_unchecked(in)) return journal.failure();
    if (Status status = journal.flush(); !status.ok()) return status;
    return journal.close();
  }

  Status poison_status() const {
    const std::optional<Poison> poison = pipeline_->poison();
    return poison ? Status(StatusCode::poisoned, poison->text) : Status{};
  }

  EngineOptions options_;
  Limits limits_;
  SystemClock system_clock_;
  Clock* clock_{nullptr};
  std::unique_ptr<Storage> own_storage_;
  Storage* storage_{nullptr};
  bool locked_{false};  // storage_ keeps other writers out for us
  std::shared_ptr<Gate> gate_;
  std::shared_ptr<ProducerRegistry> producers_;
  std::shared_ptr<EventRing> events_;
  std::shared_ptr<Views> views_;
  LogTail tail_;
  std::unique_ptr<Pipeline<CoreT>> pipeline_;
  mutable std::mutex journal_mutex_;  // the journal's pointer and the stream change with a skip
  StreamStart stream_;

  std::thread thread_;
  std::atomic<bool> quit_{false};
  std::mutex stop_mutex_;
  Status stopped_status_;
  std::mutex inline_mutex_;
  std::mutex requests_mutex_;
  std::unique_ptr<std::condition_variable> requests_done_{
      std::make_unique<std::condition_variable>()};
  std::deque<Request*> requests_;
  std::atomic<bool> has_requests_{false};
};

}  // namespace allot
