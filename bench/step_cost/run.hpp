// One thread that decides and records orders of limit_bench's workload in chunks, for callgrind to
// count instructions by. Compiled against two versions of the library, so it uses only what both
// have, and finds headers where either keeps them.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
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

namespace allot::bench {

inline constexpr std::uint32_t chunk = 256;

[[noreturn]] inline void fail(const char* what) {
  std::fprintf(stderr, "step_cost: %s\n", what);
  std::exit(EXIT_FAILURE);
}

// Counts how many commands it is to decide or record; its name is what the instructions are found
// by.
using Part = void(struct Run& run, std::uint32_t count);

struct Run {
  explicit Run(const Workload& of)
      : workload(of),
        core(of.limits(2 * chunk)),
        outcome(Core::step_events_max(core.limits())),
        batch(chunk),
        lines(chunk),
        answers(chunk),
        checks(chunk),
        log(1U << 20U) {}

  const Workload& workload;
  Core core;
  Outcome outcome;
  std::vector<Sequenced> batch;
  std::vector<OrderLines> lines;
  std::vector<Answer> answers;
  std::vector<std::uint32_t> checks;
  std::vector<std::byte> log;
  std::uint64_t sequence{};
  std::uint64_t next{};
  std::uint64_t oldest{};
  std::uint64_t standing{};
};

inline void decide(Run& run, std::uint32_t count) {
  const auto at = [&run](std::uint32_t i) -> const Command& { return run.batch[i].command; };
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

inline void encode(Run& run, std::uint32_t count) {
  std::size_t used = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    used += encode_record(run.batch[i], run.batch[0].time, std::span(run.log).subspan(used));
  }
}

inline void take(Run& run, const Command& command) {
  const TimeNs now = run.core.now() == 0 ? run.workload.time(0) : run.core.now();
  const Sequenced in{++run.sequence, now, false, body_hash(command), command};
  if (run.core.apply(in, run.outcome).reason != Reason::ok) fail("the set-up was refused");
}

inline void place_chunk(Run& run, Part& decides, Part& encodes) {
  for (std::uint32_t i = 0; i < chunk; ++i) {
    const auto order = run.next + i;
    const Command command = run.workload.place(order, run.lines[i]);
    run.batch[i] = {++run.sequence, run.workload.time(order), false, body_hash(command), command};
  }
  decides(run, chunk);
  encodes(run, chunk);
  for (std::uint32_t i = 0; i < chunk; ++i) {
    const auto expected = run.workload.expectation(run.next + i);
    const bool placed = run.answers[i].reason == Reason::ok && !run.answers[i].duplicate;
    if (placed != (expected == Expectation::accepted)) fail("an order was decided otherwise");
    run.standing += placed ? 1 : 0;
  }
  run.next += chunk;
}

// Gives command(order) for the oldest orders from `from` on, as long as more than `leave` are
// behind them and a chunk has room. Returns: how many commands.
template <class MakeCommand>
std::uint32_t each_of_the_oldest(Run& run, std::uint64_t& from, std::uint64_t leave,
                                 MakeCommand&& make, Part& decides, Part& encodes) {
  std::uint32_t count = 0;
  for (std::uint64_t left = run.standing; left > leave && count < chunk; --left) {
    while (run.workload.expectation(from) != Expectation::accepted) ++from;
    const Command command = make(from++);
    run.batch[count++] = {++run.sequence, run.core.now(), false, body_hash(command), command};
  }
  if (count == 0) return 0;
  decides(run, count);
  encodes(run, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (run.answers[i].reason != Reason::ok) fail("a command about an order was refused");
  }
  return count;
}

inline std::uint32_t cancel_chunk(Run& run, std::uint64_t leave, Part& decides, Part& encodes) {
  const std::uint32_t count = each_of_the_oldest(
      run, run.oldest, leave,
      [&run](std::uint64_t order) -> Command { return run.workload.cancel(order); }, decides,
      encodes);
  run.standing -= count;
  return count;
}

// Effects: as many orders stand as the workload says, and more have ended than are remembered, so
//          that what is measured forgets one for each that ends.
inline void set_up(Run& run) {
  take(run, Start{run.core.limits()});
  run.workload.set_up([&run](const Command& command) { take(run, command); });
  const std::uint64_t open = run.workload.size().open_orders;
  while (run.standing < open) place_chunk(run, decide, encode);
  while (run.oldest < run.workload.ended_first()) {
    place_chunk(run, decide, encode);
    cancel_chunk(run, open, decide, encode);
  }
}

// Returns: the workload of SKUS NODES OPEN_ORDERS WINDOW, and the last argument in `chunks`.
inline Workload workload_of(int argc, char** argv, std::uint32_t& chunks) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: %s SKUS NODES OPEN_ORDERS WINDOW CHUNKS\n", argv[0]);
    std::exit(2);
  }
  const auto number = [argv](int i) {
    return static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10));
  };
  WorkloadSize size;
  size.name = "step_cost";
  size.skus = number(1);
  size.nodes = number(2);
  size.open_orders = number(3);
  size.window = number(4);
  chunks = number(5);
  return Workload(size);
}

}  // namespace allot::bench
