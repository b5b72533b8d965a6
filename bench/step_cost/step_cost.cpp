// Places and cancels two-line orders in one thread, each part of the work in a function of its own,
// for callgrind to count instructions by. bench/step_cost.sh compiles this file against two
// versions of the library.
//
//   step_cost SKUS NODES OPEN_ORDERS WINDOW CHUNKS
//
// Exit status 0 when every order was decided as the workload says.
#include <valgrind/callgrind.h>

#include <exception>

#include "run.hpp"

using allot::bench::Run;

// Their names are what the counts are found by.
extern "C" {
[[gnu::noipa]] void place_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void cancel_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void place_encode(Run& run, std::uint32_t count) { encode(run, count); }
[[gnu::noipa]] void cancel_encode(Run& run, std::uint32_t count) { encode(run, count); }
}

int main(int argc, char** argv) {
  using allot::bench::fail;
  try {
    std::uint32_t chunks = 0;
    const allot::bench::Workload workload = allot::bench::workload_of(argc, argv, chunks);
    Run run(workload);
    set_up(run);
    CALLGRIND_START_INSTRUMENTATION;
    const std::uint64_t first = run.next;
    std::uint64_t ended = 0;
    for (std::uint32_t i = 0; i < chunks; ++i) {
      place_chunk(run, place_decide, place_encode);
      ended += cancel_chunk(run, workload.size().open_orders, cancel_decide, cancel_encode);
    }
    CALLGRIND_STOP_INSTRUMENTATION;
    std::printf("%llu %llu\n", static_cast<unsigned long long>(run.next - first),
                static_cast<unsigned long long>(ended));
    if (!run.core.conservation().holds) fail("conservation does not hold");
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    fail(error.what());
  }
}
