// Copies a log, also one that is being written, up to a place that is stated, and proves the copy.
//
// The copy holds the same frames in files of the same names, so it has the same chain: each point
// of the log (LogPoint) up to its end is a point of the copy. Its first file gets its header last,
// so that a copy that was broken off is refused by whoever opens it, and is not a shorter log.
//
// Threads: one per call. Memory: a frame and 1 MiB.
// Errors:  of the source as JournalReader; of the copy invalid_argument (not an empty place),
//          io_error, storage_full; corrupt when the copy, read again, is not what was read first.
//          What was begun is then removed.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "allot/journal/log_point.hpp"
#include "allot/journal/storage.hpp"
#include "journal/journal_reader.hpp"

namespace allot {

struct CopyProgress {
  std::uint64_t bytes{};     // of headers and frames that were copied, or of these read again
  Sequence last_sequence{};  // in them
  std::uint64_t all{};       // that are to be read again; 0 while it is copied
  bool proving{};            // all is copied; now it is read again
};

struct CopyOptions {
  std::uint32_t shard{0};
  // The last sequence that the copy has to hold; what the log holds when it is read, when absent.
  // The copy goes on to the end of that frame.
  std::optional<Sequence> up_to{};
  // Called after each frame, and every few thousand records while the copy is read again. Returns
  // false to give up (invalid_argument).
  std::function<bool(const CopyProgress&)> on_progress{};
};

struct CopyReport {
  std::uint64_t segments{};
  std::uint64_t frames{};
  std::uint64_t records{};
  std::uint64_t bytes{};
  LogPoint end;   // of the copy
  bool closed{};  // it ends where the log was closed in good order
  bool live{};    // a writer had the log open
};

// Requires: nothing lies at `to`.
[[nodiscard]] Result<CopyReport> copy_log(Storage& from, Storage& to,
                                          const CopyOptions& options = {});

}  // namespace allot
