// Rebuilds a core from a log: what recovery and replay have in common.
//
// Every record is applied in order and every outcome check that was logged is compared. A command
// that a later `skip` names is left out: the skip takes its place, with its sequence and time. A
// command that breaks an invariant, and that no skip names, ends the run before it.
#pragma once

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/intake/body_hash.hpp"
#include "allot/journal/journal_reader.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/types/check.hpp"

namespace allot {

// What a failed check says of itself.
[[nodiscard]] inline std::string broken_text(const BrokenInvariant& broken) {
  return std::string("broken invariant: ") + broken.condition + " at " + broken.file + ":" +
         std::to_string(broken.line);
}

// Told about a run. All optional.
template <class CoreT>
class LogRunObserver {
 public:
  virtual ~LogRunObserver() = default;
  // A core was made and nothing is applied yet. Once more for each time a run has to start over.
  virtual void begin(CoreT&) {}
  virtual void step(const Sequenced&, Outcome&, const CoreT&) {}
};

struct LogRunOptions {
  std::uint32_t shard{0};
  std::optional<Sequence> up_to;
  // Looks for skips before the first step and rebuilds behind the observer's back, so that begin()
  // is called once and step() once for each sequence.
  bool one_pass{false};
};

template <class CoreT>
struct LogRun {
  std::unique_ptr<CoreT> core;  // null when the log is empty
  std::unique_ptr<Outcome> outcome;
  LogTail tail;  // not set when the run was told to end before the log does
  TimeNs last_time{};
  std::uint64_t records{};
  std::uint64_t checks{};
  std::uint64_t skipped{};
  std::optional<Poison> poison;  // the core stands before this sequence
};

template <class CoreT>
class LogRunner {
 public:
  LogRunner(Storage& storage, const LogRunOptions& options, LogRunObserver<CoreT>& observer)
      : storage_(storage), options_(options), observer_(observer) {}

  // Returns: corrupt with the sequence for a check that differs, a skip that names another command,
  //          or a log that does not begin with start; else as JournalReader.
  Result<LogRun<CoreT>> run() {
    if (options_.one_pass || options_.up_to) {
      if (Status status = find_skips(); !status.ok()) return status;
    }
    for (;;) {
      Result<Pass> pass = run_once();
      if (!pass.ok()) return pass.status();
      if (pass.value() == Pass::complete) return std::move(run_);
    }
  }

 private:
  enum class Pass { complete, again };

  Result<std::unique_ptr<JournalReader>> open_reader() {
    return JournalReader::open(storage_, ReaderOptions{.shard = options_.shard});
  }

  Status find_skips() {
    Result<std::unique_ptr<JournalReader>> reader = open_reader();
    if (!reader.ok()) return reader.status();
    Result<bool> found = read_skips(*reader.value());
    return found.ok() ? Status{} : found.status();
  }

  // Effects: reads to the end, noting every skip. Returns: whether one was new.
  Result<bool> read_skips(JournalReader& reader) {
    bool found = false;
    LogRecord record;
    for (;;) {
      Result<bool> more = reader.next(record);
      if (!more.ok()) return more.status();
      if (!more.value()) return found;
      if (const auto* skip = std::get_if<Skip>(&record.command.command)) found |= note(*skip);
    }
  }

  bool note(const Skip& skip) { return skips_.emplace(skip.skipped, skip.hash).second; }

  Result<Pass> run_once() {
    std::optional<Poison> poison = std::move(run_.poison);
    run_ = LogRun<CoreT>{};
    run_.poison = std::move(poison);
    Result<std::unique_ptr<JournalReader>> reader = open_reader();
    if (!reader.ok()) return reader.status();
    LogRecord record;
    for (;;) {
      Result<bool> more = reader.value()->next(record);
      if (!more.ok()) return more.status();
      if (!more.value()) break;
      const Sequence sequence = record.command.sequence;
      if (options_.up_to && sequence > *options_.up_to) return Pass::complete;
      if (run_.poison && sequence >= run_.poison->sequence) {
        // Before it was known to be poison the rest was searched: no skip names it.
        Result<bool> rest = read_skips(*reader.value());
        if (!rest.ok()) return rest.status();
        break;
      }
      if (const auto* skip = std::get_if<Skip>(&record.command.command); skip && note(*skip)) {
        Result<bool> rest = read_skips(*reader.value());
        return rest.ok() ? Result<Pass>(Pass::again) : Result<Pass>(rest.status());
      }
      Result<bool> stepped = step(record);
      if (!stepped.ok()) return stepped.status();
      if (!stepped.value()) {
        // Poison. A skip further on may name it; if none does, the core is rebuilt up to before it.
        const Sequence at = run_.poison->sequence;
        Result<bool> rest = read_skips(*reader.value());
        if (!rest.ok()) return rest.status();
        if (skips_.contains(at)) run_.poison.reset();
        silent_ = options_.one_pass;
        return Pass::again;
      }
    }
    run_.tail = reader.value()->tail();
    return Pass::complete;
  }

  // Returns: false when the command broke an invariant; run_.poison then says which.
  Result<bool> step(LogRecord& record) {
    Sequenced& in = record.command;
    if (!run_.core) {
      if (Status status = begin(in); !status.ok()) return status;
    }
    const std::uint64_t hash = in.body_hash;
    const auto skipped = skips_.find(in.sequence);
    if (skipped != skips_.end()) {
      if (skipped->second != hash) {
        return Status(StatusCode::corrupt, "the log skips sequence " + std::to_string(in.sequence) +
                                               " under a hash that is not that of its command");
      }
      in.command = Skip{.skipped = in.sequence, .hash = hash};
      in.body_hash = body_hash(in.command);
      in.step_too_large = false;
      ++run_.skipped;
    }
    std::string broken;
    if (!apply(in, broken)) {
      run_.poison = Poison{.sequence = in.sequence,
                           .hash = hash,
                           .text = broken + ", in the step of sequence " +
                                   std::to_string(in.sequence) + ", during recovery"};
      return false;
    }
    if (record.has_check && skipped == skips_.end()) {
      ++run_.checks;
      if (run_.core->outcome_check(*run_.outcome) != record.check) {
        return Status(StatusCode::corrupt, "sequence " + std::to_string(in.sequence) +
                                               " was decided otherwise when it was logged "
                                               "(outcome check differs)");
      }
    }
    ++run_.records;
    run_.last_time = in.time;
    if (!silent_) observer_.step(in, *run_.outcome, *run_.core);
    return true;
  }

  Status begin(const Sequenced& in) {
    const auto* start = std::get_if<Start>(&in.command);
    if (start == nullptr || in.sequence != 1) {
      return {StatusCode::corrupt,
              "the log in " + storage_.place() + " does not begin with start at sequence 1"};
    }
    if (const std::string_view fault = limits_fault(start->limits); !fault.empty()) {
      return {StatusCode::corrupt, "the limits in the log's start: " + std::string(fault)};
    }
    run_.core = std::make_unique<CoreT>(start->limits);
    run_.outcome = std::make_unique<Outcome>(CoreT::step_events_max(start->limits));
    if (!silent_) observer_.begin(*run_.core);
    return {};
  }

  bool apply(const Sequenced& in, std::string& broken) {
    try {
      run_.core->apply(in, *run_.outcome);
      return true;
    } catch (const BrokenInvariant& fault) {
      broken = broken_text(fault);
    } catch (const std::exception& fault) {
      broken = std::string("a step threw: ") + fault.what();
    }
    return false;
  }

  Storage& storage_;
  LogRunOptions options_;
  LogRunObserver<CoreT>& observer_;
  LogRun<CoreT> run_;
  std::map<Sequence, std::uint64_t> skips_;
  bool silent_{false};  // the observer has seen these steps
};

}  // namespace allot
