#include "limit/processors.hpp"

#include <sched.h>

#include <atomic>
#include <thread>
#include <vector>

#include "engine/processors.hpp"
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
    if (pair.feeds >= 0) return {pair.feeds, cpu};
    pair.feeds = cpu;
  }
  return {};
}

}  // namespace

ProcessorPair processor_pair() noexcept {
  static const ProcessorPair pair = find_pair();
  return pair;
}

StayOn::StayOn(std::int32_t cpu) noexcept : before_(cpu < 0 ? any_cpu : ::sched_getcpu()) {
  stay_on_cpu(cpu);
}

StayOn::~StayOn() { stay_on_cpu(before_); }

double line_round_trip_ns() {
  constexpr std::uint32_t batch = 1'000;
  constexpr std::uint32_t trips = 20 * batch + 1;
  const ProcessorPair pair = processor_pair();
  if (!pair.found()) return 0;
  const StayOn here(pair.feeds);
  alignas(128) std::atomic<std::uint32_t> ball{0};
  const auto wait_for = [&ball](std::uint32_t value) {
    while (ball.load(std::memory_order_acquire) != value) {
    }
  };
  std::thread other([&] {
    stay_on_cpu(pair.decides);
    for (std::uint32_t i = 0; i < trips; ++i) {
      wait_for(2 * i + 1);
      ball.store(2 * i + 2, std::memory_order_release);
    }
  });
  // The other thread has to be there first, or its start is measured.
  ball.store(1, std::memory_order_release);
  wait_for(2);
  std::vector<double> batches;
  for (std::uint32_t i = 1; i < trips;) {
    const auto start = ticks();
    for (const auto end = i + batch; i < end; ++i) {
      ball.store(2 * i + 1, std::memory_order_release);
      wait_for(2 * i + 2);
    }
    batches.push_back(static_cast<double>(ticks() - start) * ns_per_tick());
  }
  other.join();
  // Where one of the two was put aside for another program, the way has not become longer.
  return spread(std::move(batches)).median / batch;
}

}  // namespace allot::bench
