// Two processors for three busy threads: who produces and consumes stays on the first, beside the
// log's thread; the decision thread has the second to itself. Left to the system, two of them share
// one for milliseconds at a time, and what is measured is its scheduler.
#pragma once

#include <cstdint>

namespace allot::bench {

struct ProcessorPair {
  std::int32_t first{-1};
  std::int32_t second{-1};  // both -1 where this process may run on one only
};
[[nodiscard]] ProcessorPair processor_pair() noexcept;

// Returns: nanoseconds that a cache line takes from the first processor to the second and back; 0
//          without a pair. It depends on whether they share a cache, which on a virtual machine changes.
// Requires: the calling thread stays on the first.
[[nodiscard]] double line_round_trip_ns();

// Effects: the calling thread stays on the first of the pair.
void stay_on_first_processor() noexcept;

}  // namespace allot::bench
