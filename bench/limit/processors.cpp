#include "limit/processors.hpp"

#include <sched.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "driver/processors.hpp"
#include "limit/clock.hpp"

namespace allot::bench {

namespace {

// Returns: how many interrupts of devices `cpu` has taken; 0 where the system does not say.
std::uint64_t device_interrupts(std::int32_t cpu) {
  std::ifstream table("/proc/interrupts");
  std::string line;
  // The heading names the columns: CPU0 CPU1 ...
  std::getline(table, line);
  std::istringstream heading(line);
  std::size_t column = 0;
  for (std::string name; heading >> name && name != "CPU" + std::to_string(cpu);) ++column;
  std::uint64_t sum = 0;
  while (std::getline(table, line)) {
    std::istringstream row(line);
    std::string number;
    row >> number;
    // Devices have numbers; timers and calls from other processors have names.
    if (number.empty() || number.front() < '0' || number.front() > '9') continue;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i <= column; ++i) row >> count;
    if (row) sum += count;
  }
  return sum;
}

ProcessorPair first_two() noexcept {
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

ProcessorPair find_pair() {
  ProcessorPair pair = first_two();
  if (pair.found() && device_interrupts(pair.decides) > device_interrupts(pair.feeds)) {
    std::swap(pair.decides, pair.feeds);
  }
  return pair;
}

}  // namespace

ProcessorPair processor_pair() {
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
