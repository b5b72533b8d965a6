// What commands would do to a state: the same code decides them, and nothing of it stays.
//
// The state is mostly that of a log, which a replay made and which is only read, also while an
// engine writes it:
//
//   auto report = allot::replay(*storage);
//   const allot::DryRun dry_run(std::move(report.value().core));
//   auto told = dry_run.decide(commands);
//
// Commands of one call are decided one after the other, each on what the former ones did; the next
// call begins again where the state stands. They are decided in a copy of the process, which
// fork(2) makes and which ends behind the last of them: so nothing of the state can be forgotten
// when it is put back (docs/decisions/0046-a-dry-run-is-thrown-away.md).
//
// Not for the process of a live engine that orders wait for: the kernel copies what the process
// knows of its memory, all of it, and every page that is written after that costs a fault, as the
// decision record measures. A process beside it, which reads the engine's log, costs it nothing.
//
// Threads: one at a time for each object. Memory: that of the core; pages that the copy writes.
// Errors:  Status for the environment, Reason for business, as of an engine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/intake/admission.hpp"
#include "allot/messages/event.hpp"
#include "allot/types/status.hpp"

namespace allot {

// One step that would be made.
struct DryStep {
  Answer answer;              // what the producer would be told; the sequence that it would have
  TimeNs time{};              // at which it would be decided
  bool own{};                 // the engine's own, for work that commands leave behind them
  std::vector<Event> events;  // with epoch 0, which no engine that logs tells
};

// What a call of DryRun::decide() tells.
struct DryRunReport {
  // The commands that an engine would admit, and why not the next one: not_for_hosts or
  // command_too_large. Nothing behind that one is decided.
  Admission admission;
  // First one for each admitted command, in their order; then the engine's own.
  std::vector<DryStep> steps;
};

enum class AfterCommands : std::uint8_t {
  // What they leave queued is done too, as an idle engine does it: who loses what a count took, who
  // is served by what came back, what is due by the time of the last command.
  work_is_done,
  nothing,
};

// Returns: what an engine would tell that has the state of `core` and was given these commands by
//          one producer. `Submission::time`: when, whatever the time source; a time before the
//          state's is the state's, and so is 0.
// Requires: `core` has decided start. It is changed in the copy alone.
// Errors:  io_error: the process could not be copied, or the copy was ended from outside; poisoned:
//          a command would break an invariant; the text says which.
// Cost:    of the copy, for each GiB that the process has: about 1 ms in huge pages, 15 ms in small
//          ones, and as much again for its end; then that of the steps.
[[nodiscard]] Result<DryRunReport> dry_run(Core& core, std::span<const Submission> commands,
                                           AfterCommands after = AfterCommands::work_is_done);

// A state that is there to be asked.
class DryRun {
 public:
  // Effects: takes the state over. Requires: `core` has decided start, as a replay's has.
  explicit DryRun(std::unique_ptr<Core> core) noexcept : core_(std::move(core)) {}

  // As dry_run() on the state.
  [[nodiscard]] Result<DryRunReport> decide(
      std::span<const Submission> commands,
      AfterCommands after = AfterCommands::work_is_done) const {
    return dry_run(*core_, commands, after);
  }

  // The state, for look-ups: what ids the codes have, how things stand.
  [[nodiscard]] const Core& core() const noexcept { return *core_; }

 private:
  std::unique_ptr<Core> core_;
};

}  // namespace allot
