// Shows how far the files of a rehearsal are read, and ends that when it is asked to.
#pragma once

#include <cstdint>
#include <string>

#include "files/byte_source.hpp"
#include "simulation/simulation_options.hpp"

namespace allot::simulation {

class ReadingWatch final : public files::ReadWatch {
 public:
  // Borrows `sink`. The phase of reading begins now.
  explicit ReadingWatch(ProgressSink& sink);

  [[nodiscard]] bool goes_on(const std::string& file, std::uint64_t done,
                             std::uint64_t all) override;
  // Effects: the files are read, and what is made of them takes its time; shown at once.
  // Returns: whether to go on.
  [[nodiscard]] bool makes_ready();
  // Effects: shows the end of this phase.
  void end();

 private:
  ProgressSink& sink_;
  std::int64_t started_ns_;
  std::int64_t shown_ns_;
  std::string file_;
  std::int64_t file_started_ns_{};
  std::uint64_t file_done_{};
};

}  // namespace allot::simulation
