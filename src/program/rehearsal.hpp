// A run of the simulation library as commands of this program make it: with a live line, ended by
// Ctrl-C.
#pragma once

#include <string>

#include "simulation/simulation.hpp"

namespace allot::program {

struct Rehearsal {
  Result<SimulationReport> report;
  // Where Ctrl-C ended it before there was anything to report, as a sentence; empty: it did not.
  std::string interrupted;

  // Returns: the ExitStatus of one that failed: bad_input when its options or files are at fault.
  [[nodiscard]] int failure() const noexcept;
};

// Requires: an Interruption lives. Effects: as simulate(), but where it was interrupted before
//           anything was decided nothing is left of its logs.
[[nodiscard]] Rehearsal rehearse(const SimulationOptions& options);

// A new directory among the temporary files, removed with what is in it unless it is kept.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  // Returns: its path; empty when none could be made.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

}  // namespace allot::program
