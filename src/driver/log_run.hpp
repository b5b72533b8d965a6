// Rebuilds a core from a log: what recovery and replay have in common.
//
// Every record is applied in order and every outcome check that was logged is compared. A command
// that a later `skip` names is left out. A command that breaks an invariant, and that no skip
// names, ends the run before it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/journal/storage.hpp"
#include "allot/messages/outcome.hpp"
#include "driver/driver.hpp"
#include "driver/log_source.hpp"
#include "journal/journal_reader.hpp"
#include "journal/recovery.hpp"

namespace allot {

// Told about a run. All optional.
class LogRunObserver {
 public:
  virtual ~LogRunObserver() = default;
  // A core was made and nothing is applied yet. Once more for each time a run has to start over.
  virtual void begin(const Limits&) {}
  virtual void step(const Sequenced&, const Outcome&) {}
};

struct LogRunOptions {
  ReaderOptions reading{};
  std::optional<Sequence> up_to{};
  SourcingTrace* trace{nullptr};  // borrowed; told about every choice of nodes
  bool prefault{false};           // gives the core all its memory before the first step
  // Looks for skips before the first step and rebuilds behind the observer's back, so that begin()
  // is called once and step() once for each sequence.
  bool one_pass{false};
  bool stamps_epochs{false};  // events have the epoch that their command was logged in, else 0
  // Asked every few thousand steps, and while the log is searched for skips, how far it is; while
  // it searches that is not known. Returns: whether to go on.
  std::function<bool(PartDone)> on_progress{};
};

template <class CoreT>
struct LogRun {
  std::unique_ptr<Driver<CoreT>> driver;  // stands behind the last step; null when the log is empty
  LogTail tail;  // not set when the run was told to end, or stopped, before the log does
  Semantics semantics;
  std::uint64_t records{};
  std::uint64_t checks{};
  std::uint64_t skipped{};
  std::optional<Poison> poison;  // the core stands before this sequence
  bool live{};                   // a writer had the log open: this is it as of a moment
  bool stopped{};                // on_progress said so: it stands behind the last step made, and
                                 // where it was before the first one there is no driver
};

template <class CoreT>
class LogRunner {
 public:
  LogRunner(Storage& storage, const LogRunOptions& options, LogRunObserver& observer)
      : storage_(storage), options_(options), observer_(observer) {}

  // Returns: corrupt with the sequence for a check that differs, a skip that names another command,
  //          or a log that does not begin with start; else as JournalReader.
  Result<LogRun<CoreT>> run();

 private:
  enum class Pass : std::uint8_t { complete, again };
  class Steps;

  Result<std::unique_ptr<JournalReader>> open_reader();
  Status read_rest(JournalReader& reader);
  Status find_skips();
  Result<Pass> run_once();
  Status begin(const Sequenced& first, Semantics semantics);
  void apply(LogSource& source, JournalReader& reader);
  [[nodiscard]] bool goes_on(JournalReader& reader) const;
  Result<Pass> rebuild_before(Poison poison, JournalReader& reader);
  [[nodiscard]] std::optional<Sequence> last_wanted() const noexcept;

  Storage& storage_;
  LogRunOptions options_;
  LogRunObserver& observer_;
  LogRun<CoreT> run_;
  KnownSkips skips_;
  bool silent_{false};  // the observer has seen these steps
  bool live_{false};
};

extern template class LogRunner<Core>;

}  // namespace allot
