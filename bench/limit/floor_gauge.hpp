// The floor of one state, measured again and again on the deciding processor, and what it may cost.
//
// Threads: one, besides the neighbour's while both processors are to be at work.
// Ownership: owns its floors; borrows the reports.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "limit/conditions.hpp"
#include "limit/floor.hpp"
#include "limit/report.hpp"

namespace allot::bench {

struct FloorPlan {
  FloorSize size;
  std::uint64_t orders;      // of one timed run
  std::uint64_t cost_lines;  // for the cost of a line
};

class FloorGauge {
 public:
  // `smoke`: times mean nothing, so none says that the machine is disturbed. `whole` has the clock.
  FloorGauge(FloorPlan plan, bool smoke, StateReport& report, Report& whole);

  // Effects: measures every grouping once, and the cost of a line. The best grouping is the floor.
  //          A hot floor beside them tells whether the core is ours: on this clock it is known what
  //          that takes at most, and on a core that is shared with another machine it takes up
  //          to 1.7 times the least that it took in this run. The cost of a line tells likewise
  //          whether the memory is ours.
  [[nodiscard]] Conditions look_at_one();
  // The same, then again while the other processor is at work, whether the other one's core is
  // ours, and the way between the two. Without a second processor: as look_at_one().
  [[nodiscard]] Conditions look_at_both();

  // Effects: fills in the report, from the looks that found core and memory undisturbed; a floor
  //          that is too dear is a fault, but in a smoke run. Where no look did, that is said.
  void report_all();

 private:
  static constexpr std::array<std::uint32_t, 4> groups = {0, 8, 12, 16};
  using Times = std::array<double, groups.size()>;

  [[nodiscard]] Times run_groups();
  // Returns: whether somebody outside this machine works on the core of the calling thread.
  [[nodiscard]] bool core_is_shared();
  // Returns: whether somebody keeps the memory busy, now that a line of it costs `line` ns.
  [[nodiscard]] bool memory_is_shared(double line);
  [[nodiscard]] double line_cost();
  void check(const FloorResult& result);

  FloorPlan plan_;
  double work_bound_;   // ns that a floor without cache misses may take
  double own_core_ns_;  // the least that one took
  double own_line_ns_;  // the least that a line cost
  bool smoke_;
  StateReport& report_;
  Report& whole_;
  Floor floor_;
  Floor hot_floor_;  // of the neighbour, and of the look at the core
  std::array<std::vector<double>, groups.size()> times_;  // alone
  std::vector<double> lines_;
  // The best grouping of each look, what it might cost by the line of the same look, and their
  // ratio.
  std::vector<double> floors_;
  std::vector<double> bounds_;
  std::vector<double> shares_;
  std::uint32_t hash_{};
};

}  // namespace allot::bench
