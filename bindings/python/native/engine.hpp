// An engine with one producer and one consumer, as Python sees it.
//
// Threads: any Python thread at any time; what belongs together is done one call at a time. The GIL
//          is released while a call waits, steps or submits; it then touches no memory of Python's.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "allot/engine.hpp"
#include "commands.hpp"

namespace allot::python {

class PyEngine {
 public:
  // options: {name: int}, and bytes for the directory; limits: {name: int} or None; names as in
  // the C++ structs.
  PyEngine(const nanobind::dict& options, const nanobind::object& limits);

  // Effects: takes in a prefix of the batch's commands from `start` on. Returns: how many, and the
  //          number of the reason why not more.
  std::pair<std::size_t, std::uint16_t> submit(const Batch& batch, std::size_t start);
  nanobind::list poll_answers(std::size_t max);
  nanobind::bytes poll_events(std::size_t max, std::int64_t timeout_ns);
  void acknowledge(std::uint64_t sequence);

  std::size_t step();
  void wait_idle();
  void stop();
  // Effects: stops the engine and gives its memory back. Again: no effect.
  void close();
  [[nodiscard]] bool closed() const noexcept { return closed_; }

  std::string digest();
  nanobind::dict conservation();
  nanobind::dict statistics();
  nanobind::dict stream();
  nanobind::object poison();

 private:
  // One producer, one consumer and one stepping thread at a time. Each is taken without the GIL,
  // and when several are, in this order.
  std::mutex producing_;
  std::mutex consuming_;
  std::mutex stepping_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Producer> producer_;
  std::unique_ptr<Consumer> consumer_;
  bool host_steps_{};
  // Written under all three; read under any of them.
  bool closed_{};

  template <class Body>
  auto with(std::mutex& mutex, Body&& body);
};

}  // namespace allot::python
