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

  // The epoch of whoever writes next. An abandoned file may have been an epoch of its own.
  [[nodiscard]] std::uint32_t next_epoch() const noexcept {
    return epoch + 1 + static_cast<std::uint32_t>(abandoned.size());
  }
};

// What stands where a segment's header should be.
struct HeaderFacts {
  HeaderFault fault{};
  bool beyond_header{};   // the file is longer than a header: frames were begun
  bool number_matches{};  // header and file name agree (meaningless with a fault)
};
enum class HeaderVerdict : std::uint8_t {
  use,
  abandoned,  // a creation that a crash cut short; nothing durable can be in it
  refuse_version,
  refuse_damaged,
  refuse_misplaced,
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
};
[[nodiscard]] FrameVerdict judge_frame(const FrameFacts& facts) noexcept;

// "0000000001.log"; segments are numbered from 1.
[[nodiscard]] std::string segment_name(std::uint64_t number);
// Returns: the number in a segment file's name, 0 for any other name.
[[nodiscard]] std::uint64_t segment_number(std::string_view name) noexcept;

}  // namespace allot
