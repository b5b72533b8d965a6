// How a consumer's stream of events began.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"

namespace allot {

// After a recovery the epoch is a new one, which the events that follow carry. `rewound` says that
// sequences above `last_sequence`, seen in an earlier epoch, were taken back by a crash. A consumer
// with a name or a from_epoch is told so only when that happened to what it has seen. Others are
// told whenever the log was not closed in good order: then it may have happened, under sync never.
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
