// Places and cancels two-line orders in one thread, each part of the work in a function of its own,
// for callgrind to count instructions by. bench/step_cost.sh compiles this file against two
// versions of the library, so it uses only what both have, and finds headers where either keeps
// them.
//
//   step_cost SKUS NODES OPEN_ORDERS WINDOW CHUNKS
//
// Exit status 0 when every order was decided as the workload says.
#include <valgrind/callgrind.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <vector>

#if __has_include("allot/core/core.hpp")
#include "allot/core/core.hpp"
#else
#include "allot/engine/core.hpp"
#endif
#include "allot/intake/body_hash.hpp"
#if __has_include("journal/record_codec.hpp")
#include "journal/record_codec.hpp"
#else
#include "allot/journal/record_codec.hpp"
#endif
#include "limit/workload.hpp"

namespace {

using allot::Answer;
using allot::Core;
using allot::Sequenced;
using allot::bench::Expectation;

constexpr std::uint32_t chunk = 256;

struct Run {
  explicit Run(const allot::bench::Workload& of)
      : workload(of),
        core(of.limits(2 * chunk)),
        outcome(Core::step_events_max(core.limits())),
        batch(chunk),
        lines(chunk),
        answers(chunk),
        checks(chunk),
        log(1U << 20U) {}

  const allot::bench::Workload& workload;
  Core core;
  allot::Outcome outcome;
  std::vector<Sequenced> batch;
  std::vector<allot::bench::OrderLines> lines;
  std::vector<Answer> answers;
  std::vector<std::uint32_t> checks;
  std::vector<std::byte> log;
  std::uint64_t sequence{};
  std::uint64_t next{};
  std::uint64_t oldest{};
  std::uint64_t standing{};
};

void decide(Run& run, std::uint32_t count) {
  const auto at = [&run](std::uint32_t i) -> const allot::Command& { return run.batch[i].command; };
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t first = i + Core::prefetch_ahead;
    const std::uint32_t order = i + Core::prefetch_order_ahead;
    const std::uint32_t records = i + Core::prefetch_records_ahead;
    if (first < count) run.core.prefetch(at(first), Core::prefetch_ahead);
    if (order < count) run.core.prefetch_order(at(order));
    if (records < count) run.core.prefetch_records(at(records), Core::prefetch_records_ahead);
    run.answers[i] = run.core.apply(run.batch[i], run.outcome);
    run.checks[i] = run.core.outcome_check(run.outcome);
  }
}

void encode(Run& run, std::uint32_t count) {
  std::size_t used = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    used += allot::encode_record(run.batch[i], run.batch[0].time, std::span(run.log).subspan(used));
  }
}

}  // namespace

// Their names are what the counts are found by.
extern "C" {
[[gnu::noipa]] void place_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void cancel_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void place_encode(Run& run, std::uint32_t count) { encode(run, count); }
[[gnu::noipa]] void cancel_encode(Run& run, std::uint32_t count) { encode(run, count); }
}

namespace {

void fail(const char* what) {
  std::fprintf(stderr, "step_cost: %s\n", what);
  std::exit(EXIT_FAILURE);
}

void set_up(Run& run) {
  const auto take = [&run](const allot::Command& command) {
    const Sequenced in{++run.sequence, run.workload.time(0), false, allot::body_hash(command),
                       command};
    if (run.core.apply(in, run.outcome).reason != allot::Reason::ok) fail("the set-up was refused");
  };
  take(allot::Start{run.core.limits()});
  run.workload.set_up(take);
}

void place_chunk(Run& run) {
  for (std::uint32_t i = 0; i < chunk; ++i) {
    const auto order = run.next + i;
    const allot::Command command = run.workload.place(order, run.lines[i]);
    run.batch[i] = {++run.sequence, run.workload.time(order), false, allot::body_hash(command),
                    command};
  }
  place_decide(run, chunk);
  place_encode(run, chunk);
  for (std::uint32_t i = 0; i < chunk; ++i) {
    const auto expected = run.workload.expectation(run.next + i);
    const bool placed = run.answers[i].reason == allot::Reason::ok && !run.answers[i].duplicate;
    if (placed != (expected == Expectation::accepted)) fail("an order was decided otherwise");
    run.standing += placed ? 1 : 0;
  }
  run.next += chunk;
}

void cancel_chunk(Run& run, std::uint64_t leave) {
  std::uint32_t count = 0;
  while (run.standing > leave && count < chunk) {
    const auto order = run.oldest++;
    if (run.workload.expectation(order) != Expectation::accepted) continue;
    const allot::Command command = run.workload.cancel(order);
    run.batch[count++] = {++run.sequence, run.core.now(), false, allot::body_hash(command),
                          command};
    --run.standing;
  }
  if (count == 0) return;
  cancel_decide(run, count);
  cancel_encode(run, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (run.answers[i].reason != allot::Reason::ok) fail("a cancellation was refused");
  }
}

std::uint32_t number(const char* text) {
  return static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fputs("usage: step_cost SKUS NODES OPEN_ORDERS WINDOW CHUNKS\n", stderr);
    return 2;
  }
  try {
    allot::bench::WorkloadSize size;
    size.name = "step_cost";
    size.skus = number(argv[1]);
    size.nodes = number(argv[2]);
    size.open_orders = number(argv[3]);
    size.window = number(argv[4]);
    const allot::bench::Workload workload(size);
    Run run(workload);
    set_up(run);
    while (run.standing < size.open_orders) place_chunk(run);
    // Ends more orders than are remembered, so that what is measured forgets one for each that
    // ends.
    while (run.oldest < workload.ended_first()) {
      place_chunk(run);
      cancel_chunk(run, size.open_orders);
    }
    CALLGRIND_START_INSTRUMENTATION;
    const std::uint64_t first = run.next;
    const std::uint64_t first_ended = run.oldest;
    for (std::uint32_t i = 0; i < number(argv[5]); ++i) {
      place_chunk(run);
      cancel_chunk(run, size.open_orders);
    }
    CALLGRIND_STOP_INSTRUMENTATION;
    std::uint64_t ended = 0;
    for (std::uint64_t i = first_ended; i < run.oldest; ++i) {
      ended += workload.expectation(i) == Expectation::accepted ? 1 : 0;
    }
    std::printf("%llu %llu\n", static_cast<unsigned long long>(run.next - first),
                static_cast<unsigned long long>(ended));
    if (!run.core.conservation().holds) fail("conservation does not hold");
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    fail(error.what());
  }
}
