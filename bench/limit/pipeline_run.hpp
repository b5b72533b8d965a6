// The whole engine: ring, sequencer, core, record codec, frames, log, events, answers.
//
// The calling thread is producer and consumer: it submits in batches of 64, polls every answer and
// every event. With the engine's own threads, one decides and one writes the log, and a segment of
// orders is timed from its first submission until its last answer and last event were read. With
// host_steps everything runs on the calling thread, and only the steps are timed: the work of
// deciding, logging and publishing without that of producers and consumers. After each segment the
// oldest orders are cancelled, timed apart.
//
// Threads: one (besides the engine's own). Ownership: owns the engine and its storage.
// Errors:  std::runtime_error when the engine fails or a decision is not what the workload says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/storage.hpp"
#include "limit/core_run.hpp"
#include "limit/workload.hpp"

namespace allot::bench {

class PipelineRun {
 public:
  // `directory`: where the log lies; empty = nowhere (NullStorage).
  PipelineRun(const Workload& workload, std::uint32_t segment, Threading threading,
              const std::string& directory);

  [[nodiscard]] ChunkTime next_segment();

  // Effects: stops the engine. Returns: what is wrong with the state it ends in, or empty:
  //          conservation does not hold, or (`replayed`) a replay of the log gives another digest.
  [[nodiscard]] std::string finish(bool replayed);

  [[nodiscard]] std::uint64_t orders() const noexcept { return next_order_; }
  [[nodiscard]] std::uint64_t accepted() const noexcept { return accepted_; }
  [[nodiscard]] std::uint64_t events() const noexcept { return events_; }
  [[nodiscard]] std::uint64_t commands() const noexcept { return commands_; }

 private:
  void set_up();
  void send(const Command& command);
  void prepare_places();
  void prepare_cancels();
  [[nodiscard]] double run_prepared();
  [[nodiscard]] bool submit_some();
  void check_places();
  std::size_t poll();

  const Workload& workload_;
  std::uint32_t segment_;
  Threading threading_;
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<Engine> engine_;
  std::vector<Producer> producer_;  // one, once the engine is open
  std::vector<Consumer> consumer_;
  std::vector<Submission> batch_;
  std::vector<OrderLines> lines_;
  std::vector<Answer> answers_;  // of the batch, in order
  std::vector<Event> events_read_;
  std::size_t submitted_{};
  std::size_t answered_{};
  std::uint64_t next_order_{};
  std::uint64_t oldest_{};
  std::uint64_t standing_{};
  std::uint64_t accepted_{};
  std::uint64_t events_{};
  std::uint64_t commands_{};
};

}  // namespace allot::bench
