#include "calls.hpp"

#include <nanobind/nanobind.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "errors.hpp"

namespace nb = nanobind;

namespace allot::python {
namespace {

// Atomic, so that nothing is left locked in a child of fork.
std::atomic<std::int64_t> inside{0};
std::atomic<bool> refused{false};
std::atomic<std::uint64_t> process{0};  // counts the forks between this process and the first

}  // namespace

CountedCall::CountedCall() noexcept : process_(process.load(std::memory_order_relaxed)) {
  inside.fetch_add(1, std::memory_order_relaxed);
}

CountedCall::~CountedCall() {
  // A call in whose middle its thread forked ends in the child too, where it was forgotten.
  if (process_ == process.load(std::memory_order_relaxed)) {
    inside.fetch_sub(1, std::memory_order_release);
  }
}

Call::Call() {
  if (!refused.load(std::memory_order_relaxed)) return;
  raise("Closed", "the interpreter is about to end, and all engines are closed");
}

void refuse_calls() noexcept { refused.store(true, std::memory_order_relaxed); }

void wait_for_calls() {
  const nb::gil_scoped_release no_gil;
  for (unsigned tries = 1; inside.load(std::memory_order_acquire) > 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    if (tries % 256 == 0) listen_to_signals();
  }
}

void forget_calls() noexcept {
  inside.store(0, std::memory_order_relaxed);
  process.fetch_add(1, std::memory_order_relaxed);
}

void listen_to_signals() {
  const nb::gil_scoped_acquire gil;
  if (PyErr_CheckSignals() != 0) throw nb::python_error();
}

}  // namespace allot::python
