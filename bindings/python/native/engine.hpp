// An engine with one producer and one consumer, as Python sees it.
//
// Threads: any Python thread at any time; what belongs together is done one call at a time. The GIL
//          is released while a call waits, steps or submits; it then touches no memory of Python's.
// Signals: handlers run while a call waits, and hold nothing up: they may call this engine, also to
//          close it, which ends the waiting call with Closed.
// Forks:   in a child every call raises OtherProcess, and closing only frees memory. Locks that a
//          thread of the parent held are never touched there.
#pragma once

#include <nanobind/nanobind.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "allot/engine.hpp"
#include "commands.hpp"
#include "turn.hpp"
#include "types/process.hpp"

namespace allot::python {

class PyEngine {
 public:
  // As read_options().
  PyEngine(const nanobind::dict& options, const nanobind::object& limits);
  ~PyEngine();
  PyEngine(const PyEngine&) = delete;
  PyEngine& operator=(const PyEngine&) = delete;

  // Effects: takes in a prefix of the batch's commands from `start` on. Returns: how many, and the
  //          number of the reason why not more.
  std::pair<std::size_t, std::uint16_t> submit(const Batch& batch, std::size_t start);
  nanobind::list poll_answers(std::size_t max, std::int64_t timeout_ns);
  // Returns: as Producer::wait_descriptor().
  int wait_descriptor();
  nanobind::bytes poll_events(std::size_t max, std::int64_t timeout_ns);
  void acknowledge(std::uint64_t sequence);
  // Effects: events come from another consumer from now on; the one before is closed once that is
  //          open.
  void consume(const std::string& from, std::uint64_t from_sequence, std::uint32_t from_epoch,
               const std::string& name);
  void rejoin();
  nanobind::list consumers();
  nanobind::list kept_consumers();
  void forget_consumer(const std::string& name);
  // Returns: the number of what was full, the consumer in the way or None, and a sentence.
  nanobind::tuple busy();

  std::size_t step();
  void wait_idle();
  void stop();
  // Effects: stops the engine and gives its memory back; calls that wait raise Closed at once.
  //          Again: waits until that is done, but in a handler that interrupted it.
  void close();
  [[nodiscard]] bool closed();

  // As Engine::inspect(). Requires: the GIL is not held.
  void inspect(const std::function<void(const Core&)>& look);
  std::string digest();
  nanobind::dict conservation();
  nanobind::dict statistics();
  nanobind::tuple log_point();
  nanobind::dict stream();
  nanobind::object poison();

 private:
  // Who is inside, and who may go on.
  struct Gate {
    std::mutex mutex;  // of what follows; held for moments only
    std::condition_variable changed;
    std::size_t inside{0};  // calls that use the engine now
    bool closing{false};    // no call comes in any more
    bool closed{false};
    std::thread::id closer;

    // One producer, one consumer and one stepping thread at a time. No call has more than one.
    Turn producing;
    Turn consuming;
    Turn stepping;
    std::atomic<bool> stopped{false};  // no events will come any more
  };
  class Inside;

  // All without the GIL. `body` is run while the engine is there; it does not wait long.
  template <class Body>
  auto use(Body&& body);
  template <class Body>
  auto use_alone(Turn& turn, Body&& body);
  // Effects: waits a moment, the longer the more often, or until the engine closes.
  void rest(unsigned tries);
  bool poll_once(std::vector<Event>& found, std::size_t max, Status& end);
  bool poll_once(std::vector<Answer>& found, std::size_t max);
  // Effects: waits until the descriptor is readable, a signal comes or the time is over.
  void wait_readable(int descriptor, std::chrono::steady_clock::time_point until);
  // Returns: whether this call is the one that closes.
  bool begin_close();
  void free_memory() noexcept;

  ProcessMark process_;
  std::unique_ptr<Gate> gate_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Producer> producer_;
  std::unique_ptr<Consumer> consumer_;
  bool host_steps_{};
};

}  // namespace allot::python
