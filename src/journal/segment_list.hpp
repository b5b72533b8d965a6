// The segments of a log, in order, their headers judged and their links followed.
#pragma once

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

// Errors: as JournalReader::open.
[[nodiscard]] Result<SegmentList> list_segments(Storage& storage, std::uint32_t shard);

}  // namespace allot
