// The thread that an engine decides on, its own or the host's, and what other threads ask it to do
// between two turns.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "allot/types/status.hpp"
#include "driver/gate.hpp"

namespace allot {

// What is done on it.
class DecisionTurns {
 public:
  virtual ~DecisionTurns() = default;
  // Returns: whether anything was decided or published.
  virtual bool turn() noexcept = 0;
  // The turns pause.
  virtual void rest() noexcept = 0;
  // There will be no further turn. Returns: how it ended.
  virtual Status finish() = 0;
};

class DecisionThread {
 public:
  DecisionThread(std::shared_ptr<Gate> gate, DecisionTurns& turns)
      : gate_(std::move(gate)),
        turns_(turns),
        requests_done_(std::make_unique<std::condition_variable>()) {}
  // Requires: stop() was called, or this is a child of fork, where there is no thread.
  ~DecisionThread();
  DecisionThread(const DecisionThread&) = delete;
  DecisionThread& operator=(const DecisionThread&) = delete;

  // Effects: starts a thread of the engine's own, on processor `cpu`. Without this call the host
  //          takes the turns.
  [[nodiscard]] Status start(std::int32_t cpu);

  // Effects: refuses what is new, finishes the turns, on their thread; then the gate is finished.
  //          Again: no effect. Threads: any. Returns: how the turns ended.
  Status stop();

  // Effects: runs `task` on the decision thread between two turns, and waits for it; once there is
  //          none any more, or the host takes the turns, on this thread. What it throws comes back.
  //          In a child of fork, nothing: what it would look at may have been copied in the middle
  //          of a step.
  // Threads: any.
  void run(const std::function<void()>& task);

 private:
  struct Request {
    const std::function<void()>* task;
    bool done{false};
    std::exception_ptr thrown{};
  };

  void take_turns();
  void finish();
  void serve();

  std::shared_ptr<Gate> gate_;
  DecisionTurns& turns_;
  std::thread thread_;
  bool own_{false};  // turns are taken by thread_
  std::mutex stop_mutex_;
  Status ended_;  // as finish() said
  std::atomic<bool> quit_{false};
  std::mutex inline_mutex_;
  std::mutex requests_mutex_;
  std::unique_ptr<std::condition_variable> requests_done_;
  std::deque<Request*> requests_;
  std::atomic<bool> has_requests_{false};
};

}  // namespace allot
