// A rehearsal's progress on stderr: on a terminal one line that is drawn over and over, elsewhere a
// line a second, from its first second on.
#pragma once

#include <cstddef>
#include <string>

#include "simulation/simulation_options.hpp"

namespace allot::program {

// Returns: what the line says, in at most `columns` characters; what matters least is left out
// first.
[[nodiscard]] std::string live_line(const SimulationProgress& now, std::size_t columns);

// Threads: as a ProgressSink: from one at a time.
class LiveLine final : public ProgressSink {
 public:
  LiveLine();
  ~LiveLine() override { end_line(); }
  LiveLine(const LiveLine&) = delete;
  LiveLine& operator=(const LiveLine&) = delete;

  void show(const SimulationProgress& now) override;

 private:
  void end_line();

  bool terminal_;
  bool open_line_{};
  bool shown_{};
  SimulationProgress::Phase phase_{};
  double last_s_{};
  double last_done_{};
};

}  // namespace allot::program
