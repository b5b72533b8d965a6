#include "limit/processors.hpp"

#include <sched.h>

#include <atomic>
#include <thread>

#include "limit/clock.hpp"

namespace allot::bench {

namespace {

ProcessorPair find_pair() noexcept {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  ProcessorPair pair;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return pair;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    if (pair.first >= 0) return {pair.first, cpu};
    pair.first = cpu;
  }
  return {};
}

void stay_on(std::int32_t cpu) noexcept {
  if (cpu < 0) return;
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(cpu, &only);
  (void)::sched_setaffinity(0, sizeof only, &only);
}

}  // namespace

// Found once, before anybody narrowed what the thread may run on.
ProcessorPair processor_pair() noexcept {
  static const ProcessorPair pair = find_pair();
  return pair;
}

double line_round_trip_ns() {
  constexpr std::uint32_t trips = 20'000;
  const ProcessorPair pair = processor_pair();
  if (pair.first < 0) return 0;
  alignas(128) std::atomic<std::uint32_t> ball{0};
  const auto wait_for = [&ball](std::uint32_t value) {
    while (ball.load(std::memory_order_acquire) != value) {
    }
  };
  std::thread other([&] {
    stay_on(pair.second);
    for (std::uint32_t i = 0; i < trips; ++i) {
      wait_for(2 * i + 1);
      ball.store(2 * i + 2, std::memory_order_release);
    }
  });
  // The other thread has to be there first, or its start is measured.
  ball.store(1, std::memory_order_release);
  wait_for(2);
  const auto start = ticks();
  for (std::uint32_t i = 1; i < trips; ++i) {
    ball.store(2 * i + 1, std::memory_order_release);
    wait_for(2 * i + 2);
  }
  const auto taken = static_cast<double>(ticks() - start) * ns_per_tick();
  other.join();
  return taken / (trips - 1);
}

void stay_on_first_processor() noexcept { stay_on(processor_pair().first); }

}  // namespace allot::bench
