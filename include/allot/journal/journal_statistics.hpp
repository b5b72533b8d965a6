// How much a log has been given.
#pragma once

#include <cstdint>

namespace allot {

struct JournalStatistics {
  std::uint64_t records{};
  std::uint64_t frames{};
  std::uint64_t segments{};
  std::uint64_t bytes{};  // of headers and frames, with padding; zeros written ahead not counted
};

}  // namespace allot
