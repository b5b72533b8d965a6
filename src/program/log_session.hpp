// A core driven one command at a time by this program, with or without a log behind it.
//
// Opened on a directory that holds a log, it recovers that log and goes on with it. Commands are
// stamped with the time that they bring. What step() decided may be shown once commit() returned
// ok. Threads: one. Errors: a Status; after one that is not about the command, nothing more is
// taken.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/journal/journal_options.hpp"
#include "allot/journal/journal_writer.hpp"
#include "allot/journal/storage.hpp"
#include "allot/sequencing/sequencer.hpp"
#include "allot/types/status.hpp"

namespace allot::program {

class LogSession {
 public:
  // Effects: opens the log in `directory` (empty: none) and recovers what is there.
  [[nodiscard]] Status open(const std::string& directory, Durability durability);

  // Returns: whether a core exists: the log was not new, or start() was called.
  [[nodiscard]] bool started() const noexcept { return core_ != nullptr; }
  // Requires: not started. Effects: the first command of the log, at `time`.
  [[nodiscard]] Status start(const Limits& limits, TimeNs time);

  // Requires: started. Effects: one step; events() has what it made, answer() what it said.
  // Errors:   invalid_argument for a command that is too large: nothing was sequenced;
  // storage_full;
  //           poisoned when the command broke an invariant.
  [[nodiscard]] Status step(const Command& command, TimeNs time);
  [[nodiscard]] std::span<const Event> events() const noexcept { return outcome_->events(); }
  [[nodiscard]] const Answer& answer() const noexcept { return answer_; }
  // Of the log's present opening; 0 without a log.
  [[nodiscard]] std::uint32_t epoch() const noexcept { return journal_ ? journal_->epoch() : 0; }

  // Effects: makes everything decided so far as durable as was asked for.
  [[nodiscard]] Status commit();
  // Effects: commits and closes the log in good order.
  [[nodiscard]] Status close();

  // What stopped the log that was opened, if a command in it broke an invariant. Then the one thing
  // to do is skip().
  [[nodiscard]] const std::optional<Poison>& poison() const noexcept { return poison_; }
  // Effects: logs the skip and recovers again. Errors: as Engine::skip.
  [[nodiscard]] Status skip(const Skip& skip);

  [[nodiscard]] const Core& core() const noexcept { return *core_; }

 private:
  [[nodiscard]] Status recover_log();
  [[nodiscard]] Status open_journal();
  [[nodiscard]] Status decide(const Command& command, TimeNs time);

  std::string directory_;
  Durability durability_{Durability::sync};
  std::unique_ptr<Storage> storage_;
  LogTail tail_;
  std::unique_ptr<Core> core_;
  std::unique_ptr<Outcome> outcome_;
  std::optional<Sequencer> sequencer_;
  std::unique_ptr<JournalWriter> journal_;
  std::optional<Poison> poison_;
  Answer answer_;
};

}  // namespace allot::program
