// What comes after placing: two-line orders are paid and shipped whole, and an order of a few and
// one of many lines, of which half have left and each has a discount, are cancelled. Each part of
// the work is in a function of its own, for callgrind to count instructions by.
//
//   later_cost SKUS NODES OPEN_ORDERS WINDOW CHUNKS
//
// Prints how many orders were paid, how many were shipped, and how many lines the two wide orders
// had. Exit status 0 when every command was accepted.
#include <valgrind/callgrind.h>

#include <exception>

#include "run.hpp"

namespace {

using allot::bench::fail;
using allot::bench::Run;

constexpr std::uint32_t few = 60;
constexpr std::uint32_t many = 600;

}  // namespace

// Their names are what the counts are found by.
extern "C" {
[[gnu::noipa]] void pay_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void pay_encode(Run& run, std::uint32_t count) { encode(run, count); }
[[gnu::noipa]] void ship_decide(Run& run, std::uint32_t count) { decide(run, count); }
[[gnu::noipa]] void ship_encode(Run& run, std::uint32_t count) { encode(run, count); }
[[gnu::noipa]] void end_few_lines(Run& run, const allot::Command& cancel) { take(run, cancel); }
[[gnu::noipa]] void end_many_lines(Run& run, const allot::Command& cancel) { take(run, cancel); }
}

namespace {

// Returns: how many orders were paid; as many were shipped.
std::uint64_t pay_and_ship(Run& run) {
  const auto key_of = [&run](std::uint64_t order) { return run.workload.cancel(order).order_key; };
  const auto pay = [&](std::uint64_t order) -> allot::Command {
    return allot::ConfirmPayment{
        .command_key = {order, 5}, .order_key = key_of(order), .paid_at = run.core.now()};
  };
  const auto ship = [&](std::uint64_t order) -> allot::Command {
    allot::Ship fact{.command_key = {order, 6}, .order_key = key_of(order)};
    fact.tracking = order + 1;
    return fact;
  };
  const std::uint64_t leave = run.workload.size().open_orders;
  std::uint64_t unpaid = run.oldest;
  CALLGRIND_START_INSTRUMENTATION;
  const std::uint32_t paid = each_of_the_oldest(run, unpaid, leave, pay, pay_decide, pay_encode);
  if (each_of_the_oldest(run, run.oldest, leave, ship, ship_decide, ship_encode) != paid) {
    fail("not as many orders were shipped as were paid");
  }
  CALLGRIND_STOP_INSTRUMENTATION;
  run.standing -= paid;
  return paid;
}

void end_wide(Run& run, std::uint32_t lines, void (&end)(Run& run, const allot::Command& cancel)) {
  const allot::OrderKey key{lines, 7};
  std::vector<allot::OrderLine> wanted(lines);
  for (std::uint32_t i = 0; i < lines; ++i) {
    wanted[i] = {.sku = {i + 1}, .quantity = 2, .price = 1'500};  // within the bands of the first
    wanted[i].discount = 1;
  }
  take(run, allot::Place{.command_key = {lines, 8},
                         .order_key = key,
                         .channel = {1},
                         .zone = {1},
                         .lines = wanted});
  for (std::uint32_t i = 0; i < lines; i += 2) {
    allot::Ship half{.command_key = {i, lines + 9}, .order_key = key};
    half.sku = {i + 1};
    take(run, half);
  }
  const allot::Command cancel = allot::Cancel{.command_key = {lines, 9}, .order_key = key};
  CALLGRIND_START_INSTRUMENTATION;
  end(run, cancel);
  CALLGRIND_STOP_INSTRUMENTATION;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::uint32_t chunks = 0;
    const allot::bench::Workload workload = allot::bench::workload_of(argc, argv, chunks);
    Run run(workload);
    set_up(run);
    std::uint64_t paid = 0;
    for (std::uint32_t i = 0; i < chunks; ++i) {
      place_chunk(run, allot::bench::decide, allot::bench::encode);
      paid += pay_and_ship(run);
    }
    end_wide(run, few, end_few_lines);
    end_wide(run, many, end_many_lines);
    std::printf("%llu %u %u\n", static_cast<unsigned long long>(paid), few, many);
    if (!run.core.conservation().holds) fail("conservation does not hold");
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    fail(error.what());
  }
}
