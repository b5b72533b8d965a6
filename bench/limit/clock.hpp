// What the machine gives: its clock, the time stamp counter, and how much others take of it.
//
// Threads: one. Errors: none; where the system tells nothing, 0 is returned.
#pragma once

#include <x86intrin.h>

#include <cstdint>
#include <vector>

namespace allot::bench {

[[nodiscard]] inline std::uint64_t ticks() noexcept { return __rdtsc(); }

// Returns: nanoseconds of one tick, measured once against the steady clock.
[[nodiscard]] double ns_per_tick();

// Returns: cycles per nanosecond, from a chain of dependent additions (one cycle each), the best of
// several short runs, so that a run that was interrupted does not count.
[[nodiscard]] double clock_ghz();

// Share of the machine that ran something else than this process, in percent, between construction
// and percent().
class OtherLoad {
 public:
  OtherLoad();
  [[nodiscard]] double percent() const;

 private:
  std::uint64_t busy_{};
  std::uint64_t total_{};
  std::uint64_t own_{};
};

// Several measurements of one thing.
struct Spread {
  double median{};
  double low{};
  double high{};
};
[[nodiscard]] Spread spread(std::vector<double> values);

}  // namespace allot::bench
