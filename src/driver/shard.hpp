// Everything behind Engine: one decision thread over one log. Opening and recovery, the turns, what
// other threads ask, the end.
//
// A template over the core, as Driver is; the bodies are in shard-inl.hpp. For Core they are
// compiled once, in engine.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "allot/driver/clock.hpp"
#include "allot/driver/consumer.hpp"
#include "allot/driver/engine_options.hpp"
#include "allot/events/stream.hpp"
#include "allot/types/status.hpp"
#include "driver/consumers.hpp"
#include "driver/decision_thread.hpp"
#include "driver/engine_state.hpp"
#include "driver/event_replay.hpp"
#include "driver/log_run.hpp"
#include "driver/pipeline.hpp"
#include "driver/shard_log.hpp"

namespace allot {

template <class CoreT>
class Shard final : private DecisionTurns {
 public:
  static Result<std::unique_ptr<Shard>> open(const EngineOptions& options);
  ~Shard() override;
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  // As the functions of Engine that have these names.
  Result<std::shared_ptr<ProducerSlot>> open_producer() {
    return state_.open_producer(options_, limits_);
  }
  std::size_t step() noexcept;
  Status wait_idle();
  Status stop();
  Status skip(Sequence sequence, std::uint64_t hash);
  [[nodiscard]] EngineStatistics statistics() const noexcept;
  [[nodiscard]] LogPoint log_point() const noexcept;
  [[nodiscard]] const Limits& limits() const noexcept { return limits_; }

  // Effects: runs `task` on the decision thread between two turns, and waits for it. What it throws
  //          comes back to the caller. In a child of fork, nothing.
  void run_on_decision_thread(const std::function<void()>& task) { thread_.run(task); }
  // Requires: on the decision thread.
  [[nodiscard]] const CoreT& core() const noexcept { return pipeline_->core(); }
  // Threads: any.
  [[nodiscard]] const EngineState& state() const noexcept { return state_; }
  [[nodiscard]] Consumers& consumers() noexcept { return consumers_; }

 private:
  class Recovery;

  explicit Shard(const EngineOptions& options);
  Status start();
  Status begin_epoch(LogRun<CoreT>& run);
  Status build(LogRun<CoreT> run, bool fresh);
  void note_stream(bool rewound);
  Status skip_here(const Skip& skip);

  bool turn() noexcept override;
  void rest() noexcept override { pipeline_->rest(); }
  Status finish() override;

  EngineOptions options_;
  Limits limits_;
  EngineState state_;
  ShardLog log_;
  Consumers consumers_;
  LogTail tail_;
  std::unique_ptr<Pipeline<CoreT>> pipeline_;
  mutable std::mutex journal_mutex_;  // the journal changes with a skip
  DecisionThread thread_;
};

extern template class Shard<Core>;

}  // namespace allot
