// The second driver of the same core: a log in, the state that it makes out, proved by its digest.
//
// Nothing is written. Every outcome check in the log is compared with what the core decides now; a
// difference names its sequence. Commands that a logged skip names are left out, as in recovery.
//
// A log that is being written may be replayed: the state is that of a moment since the call began.
//
// Threads: one per call.
// Errors:  corrupt, unsupported, io_error as JournalReader; not_found for an empty log.
// Cost:    as the live engine's decisions, and reading the log twice when up_to or on_step is set.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/messages/event.hpp"
#include "allot/types/status.hpp"

namespace allot {

class Storage;

struct ReplayOptions {
  std::uint32_t shard{0};
  // The last sequence to apply, from 1; all when absent.
  std::optional<Sequence> up_to{};
  // Told about every choice of nodes; borrowed.
  SourcingTrace* trace{nullptr};
  // Called after each step, in order, with its events (epoch 0).
  std::function<void(const Sequenced&, std::span<const Event>)> on_step{};
  // Asked every few thousand commands, with how much of the log is behind, from 0 to 1, or nothing
  // while that is not known. Returns: whether to go on; the report is of what was replayed by then,
  // and where that is nothing there is none: invalid_argument.
  std::function<bool(std::optional<double> done)> on_progress{};
};

struct ReplayReport {
  Digest digest;
  Sequence last_sequence{};
  TimeNs last_time{};
  std::uint64_t records{};
  std::uint64_t orders{};  // place and import
  std::uint64_t events{};
  std::uint64_t checks{};     // outcome checks that were compared; all agreed
  std::uint64_t skipped{};    // commands left out because a skip names them
  Semantics semantics;        // that the log was decided by
  bool torn{};                // the log ended in a write that never finished
  bool live{};                // a writer had the log open: it may be longer by now
  bool stopped{};             // on_progress said so: there is more behind last_sequence
  std::int64_t elapsed_ns{};  // reading and deciding, without the digest
  double orders_per_second{};
  std::optional<Poison> poison;  // a command broke an invariant: the state is that before it
  std::unique_ptr<Core> core;    // the state, for further questions
};

// Returns: the state at up_to, or at the end of the log, or before the command that is poison.
[[nodiscard]] Result<ReplayReport> replay(Storage& storage, const ReplayOptions& options = {});

}  // namespace allot
