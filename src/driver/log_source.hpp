// The records of a log as a source of commands, in the order and at the times that they were given.
//
// A command that a later `skip` names is left out: the skip takes its place, with its sequence and
// time. Skips are known once they were read: a source that meets one that was not known ends, and
// whoever drives begins again.
//
// Threads: one. Ownership: the reader and the skips must outlive it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>

#include "driver/command_source.hpp"
#include "journal/journal_reader.hpp"

namespace allot {

// The skips that a log is known to hold: the sequence that each leaves out, and the hash that its
// command has to have.
class KnownSkips {
 public:
  // Returns: whether it was not known before.
  bool add(const Skip& skip) { return hashes_.emplace(skip.skipped, skip.hash).second; }
  [[nodiscard]] std::optional<std::uint64_t> find(Sequence sequence) const;
  // Effects: reads on to the end of the log, adding every skip. `goes_on` may be empty; it is asked
  //          every few thousand records, with JournalReader::part_read(), whether to go on.
  // Returns: false when it said no: not all skips are known then.
  [[nodiscard]] Result<bool> read_rest(JournalReader& reader,
                                       const std::function<bool(PartDone)>& goes_on = {});

 private:
  std::map<Sequence, std::uint64_t> hashes_;
};

class LogSource {
 public:
  static constexpr Placed placed = Placed::at_source;

  enum class End : std::uint8_t {
    none,      // it has not ended
    log,       // the log has
    last,      // everything up to `last` was taken
    new_skip,  // a skip was read that was not known
    fault,
  };

  // `last`: the sequence to end behind; the end of the log when absent.
  LogSource(JournalReader& reader, KnownSkips& skips, std::optional<Sequence> last)
      : reader_(reader), skips_(skips), last_(last) {}

  [[nodiscard]] Sequenced* front();
  void pop() noexcept { read_ = false; }
  [[nodiscard]] std::optional<std::uint32_t> check() const noexcept {
    return record_.has_check && !skipped_ ? std::optional(record_.check) : std::nullopt;
  }

  // Returns: the epoch that front() was logged in.
  [[nodiscard]] std::uint32_t epoch() const noexcept { return record_.epoch; }
  // Effects: after End::log: looks again for what was added since.
  void resume();
  // Returns: whether front() is a skip in the place of the command that it leaves out.
  [[nodiscard]] bool skipped() const noexcept { return skipped_; }
  [[nodiscard]] End end() const noexcept { return end_; }
  // Returns: ok, or why it ended: as JournalReader, or a skip that names another command.
  [[nodiscard]] const Status& fault() const noexcept { return fault_; }

 private:
  void read();
  void leave_out(std::uint64_t hash);
  void fail(Status status);

  JournalReader& reader_;
  KnownSkips& skips_;
  std::optional<Sequence> last_;
  LogRecord record_;
  bool read_{false};  // record_ is front()
  bool skipped_{false};
  End end_{End::none};
  Status fault_;
};

static_assert(CommandSource<LogSource>);

}  // namespace allot
