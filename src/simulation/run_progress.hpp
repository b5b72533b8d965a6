// Shows how a run gets on, a few times a second.
#pragma once

#include <cstdint>
#include <optional>

#include "simulation/simulation_options.hpp"

namespace allot::simulation {

// Whoever watches is told so often at most.
inline constexpr std::int64_t show_every_ns = 200'000'000;

// Returns: what the rest takes when so much took so long; nothing where that is too little to tell.
[[nodiscard]] std::optional<double> seconds_left(double elapsed_s, double done) noexcept;

class RunProgress {
 public:
  RunProgress(ProgressSink& sink, SimulationProgress::Phase phase) : sink_(sink), phase_(phase) {}

  void start(std::int64_t now_ns) noexcept { started_ns_ = shown_ns_ = now_ns; }
  // Returns: whether enough time has gone by since it was shown.
  [[nodiscard]] bool due(std::int64_t now_ns) const noexcept;
  // Effects: shows `progress`, whose phase, times and rate are filled in here. `at_end`: the last
  //          rate stands.
  void show(SimulationProgress progress, std::int64_t now_ns, bool at_end);

 private:
  ProgressSink& sink_;
  SimulationProgress::Phase phase_;
  std::int64_t started_ns_{};
  std::int64_t shown_ns_{};
  std::uint64_t shown_orders_{};
  double recent_rate_{};
};

}  // namespace allot::simulation
