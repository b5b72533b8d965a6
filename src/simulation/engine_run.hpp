// What a run in virtual time and a live run have in common: an engine on a fresh log, its events
// counted, and the proof at the end: conservation, digest, and the digest of the log replayed.
//
// Threads: the thread that owns it, but for what Producer allows.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "allot/engine.hpp"
#include "simulation/back_office.hpp"
#include "simulation/ended_stock.hpp"
#include "simulation/figure_collector.hpp"
#include "simulation/histogram.hpp"
#include "simulation/report.hpp"
#include "simulation/run_progress.hpp"
#include "simulation/simulation_options.hpp"
#include "simulation/tally.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// Real time that only goes forward, in nanoseconds.
[[nodiscard]] std::int64_t steady_ns() noexcept;

class EngineRun {
 public:
  // `figures`: the run is broken down, too.
  // `map`: borrowed, the clock of the engine.
  EngineRun(const World& world, const TimeMap& map, ProgressSink& sink,
            SimulationProgress::Phase phase, bool figures);

  // Effects: opens the log `name` as `simulation` says, the engine on it, and a consumer of all its
  //          events. `options` says everything but where the log lies.
  [[nodiscard]] Status open(const SimulationOptions& simulation, const std::string& name,
                            EngineOptions options);

  // Effects: takes published events in and counts them; `wait` is how long to wait for the first.
  // Returns: how many there were.
  std::size_t take_events(std::chrono::nanoseconds wait = {});
  // Effects: tells the back office everything taken in since the last call. Apart from taking in,
  //          so that what it learns when does not depend on when a buffer was full.
  void deliver_news(TimeNs now);

  // Returns: why the run has to end, if it has to: a poisoned engine. Every loop that waits for the
  //          engine asks.
  [[nodiscard]] Status has_to_end();
  // Effects: shows progress when it is time. Returns: as has_to_end(), which it asks then.
  [[nodiscard]] Status show_progress(double done, bool at_end = false);

  // Returns: what to say when the engine takes nothing more in, or did not decide what it took.
  [[nodiscard]] Status refused(Reason reason) const;

  // Effects: stops the engine, fills what the report says of it, and replays the log unless the run
  //          was stopped: then `report` says where.
  // Errors:  also when it was stopped before any order was answered.
  [[nodiscard]] Status finish(RunReport& report);

  // Time of the scenario has come to here, for what is broken down by it.
  void moves_to(TimeNs now) noexcept {
    if (figures_) figures_->move_to(now);
  }

  // When order `index` began to wait, on the steady clock; written before it is submitted.
  void begins(std::size_t index, std::int64_t at_ns) noexcept { begun_[index] = at_ns; }

  [[nodiscard]] Engine& engine() noexcept { return *engine_; }
  [[nodiscard]] Tally& tally() noexcept { return tally_; }
  [[nodiscard]] const Histogram& latencies() const noexcept { return latencies_; }
  // From now on news go to `office`, and time counts for orders per second.
  void start_clock(BackOffice* office);

 private:
  const World& world_;
  ProgressSink& sink_;
  RunProgress progress_;
  std::string directory_;
  Durability durability_{};
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<Engine> engine_;
  std::optional<Consumer> consumer_;
  BackOffice* office_{nullptr};
  Tally tally_;
  EndedStock ended_;
  std::optional<FigureCollector> figures_;  // when they were asked for
  Histogram latencies_;
  std::vector<std::int64_t> begun_;
  std::vector<Event> events_;
  std::vector<Event> news_;  // not yet told to the back office
  // On the steady clock.
  struct Measured {
    std::int64_t started_ns{};
    std::int64_t last_answer_ns{};
  };
  Measured measured_;
};

// Returns: why a run has to end before its clock starts, if it has to: a poisoned engine, or a wish
//          to stop.
[[nodiscard]] Status ends_set_up(EngineRun& run, ProgressSink& sink);

// Both fill a RunReport, or say why they could not.
[[nodiscard]] Result<RunReport> run_virtual_time(const World& world,
                                                 const SimulationOptions& options,
                                                 ProgressSink& sink);
[[nodiscard]] Result<RunReport> run_live(const World& world, const SimulationOptions& options,
                                         ProgressSink& sink);

}  // namespace allot::simulation
