// Repetitions of one kind of run, each between two looks at the machine, and ratios to the floor.
//
// The machine drifts from one second to the next, so a repetition is held against the floor next to
// it, never against a floor of another time. Of the two beside it the smaller one counts: whatever
// slowed the other is no merit of the engine.
//
// Threads: those of what is run. Errors: what is run may throw.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "limit/conditions.hpp"
#include "limit/core_run.hpp"
#include "limit/progress.hpp"
#include "limit/report.hpp"

namespace allot::bench {

struct Repetition {
  Conditions before;
  Conditions after;
  std::vector<ChunkTime> times;  // one for each figure that comes of the run
};

struct Repetitions {
  int wanted{};
  std::vector<Repetition> counted;
  std::vector<Conditions> looks;  // all, in order
  int left_out{};                 // the machine was unfit before or after

  [[nodiscard]] bool complete() const noexcept {
    return counted.size() == static_cast<std::size_t>(wanted);
  }
};

struct RepetitionPlan {
  int wanted{};
  bool smoke{};  // everything counts, since its times mean nothing
  std::function<Conditions()> look;
  std::function<std::vector<ChunkTime>()> run;
  std::string name;  // for what is said meanwhile
};

// Effects: looks, runs, looks, runs ... until as many count as are wanted, or `patience` is over:
//          every repetition that is left out takes its time from that.
[[nodiscard]] Repetitions repeat(const RepetitionPlan& plan, Patience& patience,
                                 Progress& progress);

// Returns: the figures of placing and of cancelling, from `times[which]` of each repetition.
[[nodiscard]] std::vector<Figure> figures_of(const std::string& name,
                                             const Repetitions& repetitions, std::size_t which,
                                             bool limited);

}  // namespace allot::bench
