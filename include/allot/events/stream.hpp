// How a consumer's stream of events began.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"

namespace allot {

// After a recovery the epoch is a new one and `rewound` is set: sequences above `last_sequence`
// that were seen in an earlier epoch were taken back by the crash (never under sync). Events that
// follow carry `epoch`.
struct StreamStart {
  std::uint32_t shard{};
  std::uint32_t epoch{};
  bool rewound{};
  Sequence last_sequence{};  // of the recovered log; 0 for a new one
  // Of a consumer with a from_sequence: the first one whose events it gets. Less than what was
  // asked for when that was beyond what exists, or was taken back: then `rewound` is set, and what
  // its host has seen above last_sequence never happened.
  Sequence first_sequence{};
};

}  // namespace allot
