// A core driven one command at a time by this program, with or without a log behind it.
//
// Opened on a directory that holds a log, it recovers that log and goes on with it. It steps the
// same driver as the live engine, without its threads and rings. Commands are stamped with the time
// that they bring. What step() decided may be shown once commit() returned ok. Threads: one.
// Errors: a Status; after one that is not about the command, nothing more is taken.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "allot/driver/engine_options.hpp"
#include "driver/driver.hpp"
#include "driver/shard_log.hpp"
#include "journal/journal_reader.hpp"
#include "journal/taken_files.hpp"
#include "program/decided_step.hpp"

namespace allot::program {

class LogSession {
 public:
  // Effects: opens the log in options.directory (empty: none) and recovers what is there. Of the
  //          other options those count that are about the log.
  // `on_progress`: asked every few thousand commands while it recovers, with the bytes or sequences
  //          that are behind, and those there are, 0 where that is not known; returns whether to go
  //          on. May be empty.
  // Errors:  invalid_argument also when on_progress ends it; nothing is changed then.
  [[nodiscard]] Status open(const EngineOptions& options,
                            std::function<bool(PartDone)> on_progress = {});

  // Effects: takes the state of the log in `storage`, as it is or was behind `up_to`. That is only
  //          read, also while somebody writes it: what is decided from now on is neither logged nor
  //          noted, and is gone with the session.
  // Errors:  as open(); not_found when the log ends before `up_to`.
  [[nodiscard]] Status open_dry(Storage& storage, std::optional<Sequence> up_to,
                                std::function<bool(PartDone)> on_progress = {});

  // Returns: what opening left out, as EngineOptions::damaged_end allowed.
  [[nodiscard]] const LogTail& tail() const noexcept { return tail_; }

  // Returns: whether a core exists: the log was not new, or start() was called.
  [[nodiscard]] bool started() const noexcept { return driver_ != nullptr; }
  // Requires: not started. Effects: the first command of the log, at `time`.
  [[nodiscard]] Status start(const Limits& limits, TimeNs time);

  // Requires: started. Effects: one step; events() has what it made, answer() what it said.
  // Errors:   invalid_argument for a command that is too large: nothing was sequenced;
  //           storage_full; poisoned when the step broke or the log failed.
  [[nodiscard]] Status step(const Command& command, TimeNs time);
  [[nodiscard]] std::span<const Event> events() const noexcept { return decided_.events(); }
  [[nodiscard]] const Answer& answer() const noexcept { return decided_.said(); }
  // Of the log's present opening; 0 without a log.
  [[nodiscard]] std::uint32_t epoch() const noexcept;

  // Effects: makes everything decided so far as durable as was asked for.
  [[nodiscard]] Status commit();
  // Effects: commits and closes the log in good order.
  [[nodiscard]] Status close();

  // What stopped the log that was opened, if a command in it broke an invariant. Then the one thing
  // to do is skip().
  [[nodiscard]] const std::optional<Poison>& poison() const noexcept { return poison_; }
  // Effects: logs the skip and recovers again. Errors: as Engine::skip.
  [[nodiscard]] Status skip(const Skip& skip);

  [[nodiscard]] const Core& core() const noexcept { return driver_->core(); }

  // Returns: the files that the log took, as far as it has what was noted of them. Of a log that
  //          was opened: what is changed here counts from write_taken() on.
  [[nodiscard]] TakenFiles& taken() noexcept { return taken_; }
  // Returns: whether there is a log to note something beside, which takes commands.
  [[nodiscard]] bool can_note() const noexcept { return !options_.directory.empty() && !poison_; }
  // Effects: none where the log is only read.
  [[nodiscard]] Status write_taken() {
    return log_.storage() != nullptr ? taken_.write(*log_.storage()) : Status{};
  }
  // Requires: started, with a log. Effects: everything decided so far becomes durable.
  // Returns:  the point of the log behind it. Errors: as commit.
  [[nodiscard]] Result<LogPoint> make_durable();

 private:
  [[nodiscard]] Status recover(Storage& storage, std::optional<Sequence> up_to = {});
  [[nodiscard]] Status recover_with_taken(Storage& storage, std::optional<Sequence> up_to = {});
  [[nodiscard]] Status go_on(std::unique_ptr<Driver<Core>> driver, const LogTail& tail);
  [[nodiscard]] Status decide(const Command& command, TimeNs time);

  EngineOptions options_;
  std::function<bool(PartDone)> on_progress_;
  ShardLog log_{options_};  // not open where a log is only read
  TakenFiles taken_;
  LogTail tail_;
  std::unique_ptr<Driver<Core>> driver_;
  DecidedStep decided_;
  std::optional<Poison> poison_;
};

}  // namespace allot::program
