// What recovery decides, as one table over everything it can find: nothing is decided elsewhere.
// The table is written out in docs/journal_format.md and tested over all inputs.
//
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/frame.hpp"

namespace allot {

// Where a log ends, and what a writer has to know to go on behind it. A default LogTail is that of
// an empty directory.
struct LogTail {
  std::uint64_t segment{};  // last segment of the log; 0 when there is none
  std::uint32_t epoch{};    // of that segment
  std::uint32_t shard{};
  Sequence last_sequence{};  // 0 when nothing is logged
  TimeNs last_time{};        // logical time of that record
  std::uint64_t bytes{};     // of that segment, up to where the log ends
  LogChain chain{};
  std::uint64_t limits_hash{};
  Semantics semantics;                 // the log's own; of a new log when there is none
  std::uint64_t newest_number{};       // highest number among all segment files, used or not
  std::vector<std::string> abandoned;  // whose creation never finished; the writer removes them
  bool torn{};    // bytes behind the end were dropped: a write that never finished
  bool closed{};  // the last frame says that the log was closed in good order
  // What stands behind the end and is no part of the log: blocks that hold something, each of which
  // may have begun a frame; and frames that are recognisable, with their records. Frames behind a
  // damaged one are dropped only where the reader was told to.
  std::uint64_t stray_blocks{};
  std::uint64_t dropped_frames{};
  std::uint64_t dropped_records{};
  // Whether more than stray_blocks frames cannot be missing but by whole frames that were wiped
  // out: the file is as long as its writer made it.
  bool whole_length{};

  // The epoch of whoever writes next. An abandoned file may have been an epoch of its own.
  [[nodiscard]] std::uint32_t next_epoch() const noexcept {
    return epoch + 1 + static_cast<std::uint32_t>(abandoned.size());
  }
};

// What stands where a segment's header should be.
enum class HeaderFile : std::uint8_t {
  empty,
  cut,          // it ends inside the header
  header_only,  // it ends with it
  fresh,        // at most a block of zeros follows, as when a writer has just made it
  longer,
};
struct HeaderFacts {
  HeaderFault fault{};
  HeaderFile file{};
  bool number_matches{};  // header and file name agree (meaningless with a fault)
  bool drop_allowed{};    // the reader may give up what was cut
};
enum class HeaderVerdict : std::uint8_t {
  use,
  abandoned,  // a creation that a crash cut short; nothing durable can be in it
  refuse_version,
  refuse_damaged,
  refuse_misplaced,
  refuse_cut,
};
[[nodiscard]] HeaderVerdict judge_header(const HeaderFacts& facts) noexcept;

// How a frame's place in the log looks.
enum class FrameState : std::uint8_t {
  good,
  zero,  // zeros, or the end of the file
  torn,  // no header, or a good header over a body that does not match
  version_unknown,
  invalid,       // good checksum over values that no writer makes
  misplaced,     // a good frame of another shard, segment, epoch or offset
  sequence_gap,  // a good frame that does not go on from the one before
  chain_broken,  // a good frame after another history
};
struct FrameFacts {
  FrameState state{};
  bool has_successor{};     // a later segment says where this one ends
  bool at_successor_end{};  // and that is here
  bool rest_zero{};         // from here on the file holds only zeros
  bool proven_durable{};    // a later frame says that the sequence due here was durable
  bool cut{};               // the file ends before what its writer had written
  bool frames_behind{};     // later frames of the same segment and epoch can be recognised
  bool drop_allowed{};      // the reader may give up what is not proven durable
};
enum class FrameVerdict : std::uint8_t {
  read,  // take the frame, go on
  next_segment,
  end_of_log,  // clean end
  end_torn,    // drop the rest: it was never durable
  refuse_version,
  refuse_damaged,    // durable data is damaged
  refuse_truncated,  // the segment ends before its successor says
  refuse_misplaced,
  refuse_gap,
  refuse_chain,
  refuse_cut,            // the file is shorter than its writer left it
  refuse_frames_behind,  // no end: what follows was written after it
};
[[nodiscard]] FrameVerdict judge_frame(const FrameFacts& facts) noexcept;

// Segments are numbered from 1. An opening in every second of three centuries comes to fewer.
inline constexpr std::uint64_t segment_number_max = 9'999'999'999;
// Requires: 1 to segment_number_max. Returns: ten digits, as in "0000000001.log".
[[nodiscard]] std::string segment_name(std::uint64_t number);
// Returns: the number in a segment file's name, 0 for any other name.
[[nodiscard]] std::uint64_t segment_number(std::string_view name) noexcept;

}  // namespace allot
