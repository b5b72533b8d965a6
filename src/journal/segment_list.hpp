// The segments of a log, in order, their headers judged and their links followed.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "allot/journal/storage.hpp"
#include "journal/recovery.hpp"

namespace allot {

struct SegmentEntry {
  std::uint64_t number{};
  std::string name;
  SegmentHeader header;
  LogChain chain;  // that its first frame continues
};

struct SegmentList {
  std::vector<SegmentEntry> segments;
  std::vector<std::string> abandoned;
  std::uint64_t newest_number{};
};

// What a reader does about a writer that is at work: what looks wrong is looked at again, so often.
inline constexpr int looks_at_a_live_log = 40;
inline constexpr std::chrono::milliseconds pause_between_looks{5};

// `drop_allowed`: a newest file that was cut inside its header counts as abandoned.
// Errors: as JournalReader::open.
[[nodiscard]] Result<SegmentList> list_segments(Storage& storage, std::uint32_t shard,
                                                bool drop_allowed);

}  // namespace allot
