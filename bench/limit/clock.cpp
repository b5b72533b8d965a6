#include "limit/clock.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>

namespace allot::bench {

namespace {

struct Jiffies {
  std::uint64_t busy{};
  std::uint64_t total{};
};

Jiffies machine_jiffies() {
  std::ifstream stat("/proc/stat");
  std::string name;
  stat >> name;
  Jiffies jiffies;
  // user nice system idle iowait irq softirq steal; what guests run is already inside user.
  for (int field = 0; field < 8; ++field) {
    std::uint64_t value = 0;
    if (!(stat >> value)) return {};
    jiffies.total += value;
    if (field != 3 && field != 4) jiffies.busy += value;
  }
  return jiffies;
}

std::uint64_t own_jiffies() {
  std::ifstream stat("/proc/self/stat");
  std::string text;
  std::getline(stat, text);
  const auto name_end = text.rfind(')');
  if (name_end == std::string::npos) return 0;
  // After the name: field 3 is the state; 14 and 15 are user and system time.
  std::size_t at = name_end + 2;
  for (int field = 3; field < 14; ++field) at = text.find(' ', at) + 1;
  std::size_t used = 0;
  const auto user = std::stoull(text.substr(at), &used);
  return user + std::stoull(text.substr(at + used));
}

}  // namespace

double ns_per_tick() {
  static const double value = [] {
    const auto start = std::chrono::steady_clock::now();
    const auto start_ticks = ticks();
    auto now = start;
    while (now - start < std::chrono::milliseconds(100)) now = std::chrono::steady_clock::now();
    const auto elapsed = std::chrono::duration<double, std::nano>(now - start).count();
    return elapsed / static_cast<double>(ticks() - start_ticks);
  }();
  return value;
}

double clock_ghz() {
  constexpr int rounds = 4'000;
  constexpr int adds = 32;
  double best = 0;
  for (int run = 0; run < 25; ++run) {
    std::uint64_t sum = 1;
    std::uint64_t step = 3;
    const auto start = ticks();
    for (int round = 0; round < rounds; ++round) {
      // A register, not a constant, is added: some machines fold chains of constants away.
      asm volatile(
          ".rept 32\n\t"
          "addq %1, %0\n\t"
          ".endr"
          : "+r"(sum)
          : "r"(step));
    }
    const auto ns = static_cast<double>(ticks() - start) * ns_per_tick();
    best = std::max(best, double{rounds} * adds / ns);
  }
  return best;
}

OtherLoad::OtherLoad() {
  const auto now = machine_jiffies();
  busy_ = now.busy;
  total_ = now.total;
  own_ = own_jiffies();
}

double OtherLoad::percent() const {
  const auto now = machine_jiffies();
  if (now.total <= total_) return 0;
  const auto busy = static_cast<double>(now.busy - busy_);
  const auto own = static_cast<double>(own_jiffies() - own_);
  return std::max(0.0, 100.0 * (busy - own) / static_cast<double>(now.total - total_));
}

Spread spread(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], values.front(), values.back()};
}

}  // namespace allot::bench
