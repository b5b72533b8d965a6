// Where time comes from. The only interface through which the engine reads a clock, so that a
// simulator can own it. Read by the decision thread, once for each drained batch; what it reads is
// logged as input, and the rooms from sequencing to allocation only ever see the stamp.
#pragma once

#include <atomic>

#include "allot/types/ids.hpp"

namespace allot {

class Clock {
 public:
  virtual ~Clock() = default;
  // Returns: nanoseconds UTC. May go back; sequencing clamps it.
  // Threads: called by the decision thread alone.
  [[nodiscard]] virtual TimeNs now() noexcept = 0;
};

// The wall clock of the machine.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] TimeNs now() noexcept override;
};

// A clock that stands where it was set. Any thread may set it.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(TimeNs start = 0) noexcept : now_(start) {}
  void set(TimeNs now) noexcept { now_.store(now, std::memory_order_relaxed); }
  [[nodiscard]] TimeNs now() noexcept override { return now_.load(std::memory_order_relaxed); }

 private:
  std::atomic<TimeNs> now_;
};

}  // namespace allot
