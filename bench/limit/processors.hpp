// Two processors for three busy threads. The decision thread has one to itself; who produces and
// consumes stays on the other, beside the log's thread. Left to the system, two of them share one
// for milliseconds at a time, and what is measured is its scheduler.
//
// What one thread does, the floor before all, is timed on the deciding processor too: where another
// virtual machine slows one of the two, both sides of a ratio are slowed.
#pragma once

#include <cstdint>

namespace allot::bench {

struct ProcessorPair {
  std::int32_t feeds{-1};
  std::int32_t decides{-1};  // both -1 where this process may run on one only
  [[nodiscard]] bool found() const noexcept { return decides >= 0; }
};
// Found at the first call, which has to come before anybody narrows where the process may run: the
// first two. Of these the one decides that devices, the log's disk among them, interrupt less
// often.
[[nodiscard]] ProcessorPair processor_pair();

// Keeps the calling thread on `cpu` for a scope, then where it was before; -1 changes nothing.
// Requires: the thread is kept to one processor already, or may as well be from then on.
class StayOn {
 public:
  explicit StayOn(std::int32_t cpu) noexcept;
  ~StayOn();
  StayOn(const StayOn&) = delete;
  StayOn& operator=(const StayOn&) = delete;

 private:
  std::int32_t before_;
};

// Returns: nanoseconds that a cache line takes from one processor of the pair to the other and
//          back; 0 without a pair. It depends on whether they share a cache, which on a virtual
//          machine changes.
[[nodiscard]] double line_round_trip_ns();

}  // namespace allot::bench
