// How somebody who reads what the decision thread shows sleeps until there is more.
//
// A reader that finds nothing arms its doorbell, looks once more, and sleeps. The decision thread
// shows what a turn lets out, asks once whether anybody waits, and rings the armed doorbells among
// those it showed something to. While nobody waits that question is all it pays: no system call.
//
// No wake-up is lost. Arming and asking each change one word, `waiting_`, and all changes of one
// word have one order, in which each sees what was written before the earlier ones. Where the
// reader armed first, the decision thread sees that, and rings. Where the decision thread asked
// first, the reader's second look finds what was shown. So that word is the fence, and none other
// is needed. It counts readers, and each reader counts itself alone: were it counted down by who
// rings, that could come before the reader has counted itself, and hide another one that is armed.
//
// Threads: as stated. Memory: fixed but for the list of doorbells, which grows with the readers.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <vector>

#include "allot/types/status.hpp"
#include "types/process.hpp"

namespace allot {

class Doorbell;

// Returns: the end of a time-out that begins now. Whoever waits for ever asks for the longest time
//          there is, which must not run over.
[[nodiscard]] std::chrono::steady_clock::time_point deadline(
    std::chrono::nanoseconds timeout) noexcept;

// Those of one engine. It outlives them.
class Doorbells {
 public:
  // Threads: whoever has shown something. Returns: whether somebody may sleep.
  [[nodiscard]] bool any_waiting() noexcept {
    return waiting_.fetch_add(0, std::memory_order_acq_rel) != 0;
  }
  // Effects: rings every armed one, because something has changed that concerns all.
  // Threads: any. Not in a child of fork.
  void ring_all() noexcept;

 private:
  friend class Doorbell;

  alignas(128) std::atomic<std::uint32_t> waiting_{0};
  alignas(128) ProcessMark process_;
  std::mutex mutex_;
  std::vector<Doorbell*> all_;
};

class Doorbell {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Doorbell(Doorbells& all);
  // Requires: neither side uses it any more.
  ~Doorbell();
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;

  // ---- reader ----

  // Effects: the next ring() wakes sleep() and makes the descriptor readable. A look at what is
  //          shown must follow.
  void arm() noexcept;
  // Effects: nobody is to be woken, and this reader no longer counts as one that waits.
  void disarm() noexcept;
  // Effects: sleeps until rung after arm(), or until then. It may wake up without a cause.
  void sleep(Clock::time_point until) noexcept;

  // Returns: one that is readable from a ring() on until hush(); made by the first call, readable.
  // Errors:  io_error.
  [[nodiscard]] Result<int> descriptor();
  [[nodiscard]] bool has_descriptor() const noexcept {
    return descriptor_.load(std::memory_order_relaxed) >= 0;
  }
  // Effects: the descriptor is readable no more, and the bell is armed. Where it was rung just
  //          before, the descriptor may become readable once more without a cause.
  void hush() noexcept;

  // ---- any thread ----

  // Effects: wakes the reader, when the bell is armed; it then no longer is.
  void ring() noexcept;
  // Effects: the descriptor is readable, armed or not. Threads: the reader.
  void stay_readable() noexcept;

 private:
  // Once it is `rung` the descriptor becomes readable in a moment, also when the reader has armed
  // it again by then.
  enum State : std::uint32_t { quiet, armed, rung };

  [[nodiscard]] bool leave_armed(State to) noexcept;
  // Effects: makes the descriptor readable, if there is one.
  void write_descriptor() noexcept;

  Doorbells& all_;
  std::atomic<std::uint32_t> state_{quiet};
  bool counted_{false};  // the reader's: whether it is among those that wait
  std::atomic<int> descriptor_{-1};
};

}  // namespace allot
