#include "driver/processors.hpp"

#include <pthread.h>
#include <sched.h>

#include <string>

namespace allot {
namespace {

// "0-3, 6": the processors that this process may run on.
std::string list_of(const cpu_set_t& allowed) {
  std::string list;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    int last = cpu;
    while (last + 1 < CPU_SETSIZE && CPU_ISSET(last + 1, &allowed)) ++last;
    if (!list.empty()) list += ", ";
    list += std::to_string(cpu);
    if (last != cpu) list += "-" + std::to_string(last);
    cpu = last;
  }
  return list;
}

// What the calling thread is kept to at the moment says nothing about other threads; what the
// system grants when everything is asked for does.
cpu_set_t permitted() {
  cpu_set_t before;
  CPU_ZERO(&before);
  if (::sched_getaffinity(0, sizeof before, &before) != 0) return before;
  cpu_set_t all;
  CPU_ZERO(&all);
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) CPU_SET(cpu, &all);
  cpu_set_t granted = before;
  if (::sched_setaffinity(0, sizeof all, &all) == 0) {
    (void)::sched_getaffinity(0, sizeof granted, &granted);
    (void)::sched_setaffinity(0, sizeof before, &before);
  }
  return granted;
}

}  // namespace

Status check_cpu(std::string_view option, std::int32_t cpu) {
  if (cpu == any_cpu) return {};
  const cpu_set_t allowed = permitted();
  if (cpu >= 0 && cpu < CPU_SETSIZE && CPU_ISSET(cpu, &allowed)) return {};
  return {StatusCode::invalid_argument, std::string(option) + " is " + std::to_string(cpu) +
                                            ", but this process may run on processors " +
                                            list_of(allowed) +
                                            " only; name one of them, or -1 for any"};
}

void stay_on_cpu(std::int32_t cpu) noexcept {
  if (cpu < 0 || cpu >= CPU_SETSIZE) return;
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(cpu, &only);
  (void)::pthread_setaffinity_np(::pthread_self(), sizeof only, &only);
}

}  // namespace allot
