#include "limit/processors.hpp"

#include <sched.h>

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

}  // namespace

// Found once, before anybody narrowed what the thread may run on.
ProcessorPair processor_pair() noexcept {
  static const ProcessorPair pair = find_pair();
  return pair;
}

void stay_on_first_processor() noexcept {
  const ProcessorPair pair = processor_pair();
  if (pair.first < 0) return;
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(pair.first, &only);
  (void)::sched_setaffinity(0, sizeof only, &only);
}

}  // namespace allot::bench
