// Dry runs as Python has them: plain values, from which allot/dry_run.py makes its classes.
//
// Threads: any Python thread; one call at a time is done, others wait. The GIL is released while a
//          log is replayed and commands are decided.
// Forks:   in a child every call raises OtherProcess.
#pragma once

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "allot/replay/dry_run.hpp"
#include "batch.hpp"
#include "types/process.hpp"

namespace allot::python {

class PyDryRun {
 public:
  // Effects: replays the log in `directory`. `up_to`: the last sequence that is taken; 0: all.
  PyDryRun(const std::string& directory, std::uint32_t shard, std::uint64_t up_to);

  // Returns: (commands that an engine would admit, number of the reason why not more, [(answer,
  //          time, whether the step is the engine's own, its events)]), with answers as
  //          PyEngine::poll_answers() has them and events as poll_events().
  nanobind::tuple decide(const Batch& batch, bool work_is_done);
  nanobind::list ids(std::uint8_t kind, const nanobind::list& codes);
  std::uint64_t as_of();

 private:
  void check_process() const;

  ProcessMark process_;
  std::mutex mutex_;
  std::unique_ptr<DryRun> dry_run_;
};

void define_dry_run(nanobind::module_& module);

}  // namespace allot::python
