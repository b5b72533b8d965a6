// What a consumer and the thread that makes its older events again share, and all such threads of
// one engine.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "allot/types/status.hpp"
#include "driver/gate.hpp"
#include "events/event_point.hpp"
#include "events/event_queue.hpp"

namespace allot {

// One consumer's way to the live stream. Its thread puts events into the queue, and finishes that
// when the consumer's place in the ring goes on where they end.
//
// Threads: stop() and destroying: any but its own.
class CatchUp {
 public:
  // Effects: `place` in the event ring gets everything from `from` on.
  CatchUp(std::shared_ptr<Gate> gate, std::size_t place, EventPoint from)
      : gate_(std::move(gate)), place_(place), from_(from) {}
  ~CatchUp();
  CatchUp(const CatchUp&) = delete;
  CatchUp& operator=(const CatchUp&) = delete;

  [[nodiscard]] std::size_t place() const noexcept { return place_; }
  [[nodiscard]] EventPoint from() const noexcept { return from_; }
  [[nodiscard]] EventQueue& queue() noexcept { return queue_; }

  // Effects: runs `work` on a thread of its own. Errors: io_error when the system gives none.
  [[nodiscard]] Status start(const std::function<void(CatchUp&)>& work);
  // Effects: ends the thread, and waits for that; what is in the queue can still be read.
  void stop();

  // Effects: notes why events end here.
  void fail(Status why);
  [[nodiscard]] Status fault() const;

 private:
  // Events on their way to a consumer: as many as fill some polls.
  static constexpr std::size_t queue_events = 4'096;

  std::shared_ptr<Gate> gate_;
  std::size_t place_;
  EventPoint from_;
  EventQueue queue_{queue_events};
  mutable std::mutex mutex_;  // of what follows
  Status fault_;
  std::mutex thread_mutex_;
  std::thread thread_;
};

// Threads: any. In a child of fork only destroying.
class CatchUps {
 public:
  // What one does on its thread. It is not called after end().
  using Work = std::function<void(CatchUp&)>;

  explicit CatchUps(std::shared_ptr<Gate> gate) : gate_(std::move(gate)) {}

  // Effects: from now on older events can be had.
  void begin(Work work);
  // Errors: unsupported when nothing is logged; invalid_argument after end(); io_error.
  [[nodiscard]] Result<std::shared_ptr<CatchUp>> start(std::size_t place, EventPoint from);
  // Returns: ok, or why start() would fail.
  [[nodiscard]] Status check() const;
  // Effects: stops all, and whoever is started later.
  void end();

 private:
  [[nodiscard]] Status refusal() const;

  std::shared_ptr<Gate> gate_;
  mutable std::mutex mutex_;
  Work work_;
  bool ended_{false};
  std::vector<std::weak_ptr<CatchUp>> started_;
};

}  // namespace allot
