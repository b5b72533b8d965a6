// Runs floor and engine in turns, so that both meet the same moods of the machine.
#pragma once

#include <chrono>
#include <string>

#include "limit/report.hpp"

namespace allot::bench {

struct MeasureOptions {
  bool smoke{};
  bool floor_only{};
  bool hot{true};
  bool large{true};
  int repetitions{9};     // of each kind in the large state; three times as many in the hot one
  std::string directory;  // for the log; empty = the system's temporary one
  // How long, in all, an unfit machine is waited for.
  std::chrono::seconds patience{300};
};

// Errors: std::runtime_error when the machine lacks an instruction set or the engine fails; wrong
//         answers and missed limits are faults of the report.
[[nodiscard]] Report measure(const MeasureOptions& options);

}  // namespace allot::bench
