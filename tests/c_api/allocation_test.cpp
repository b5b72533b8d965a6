// Nothing is allocated on the order path of the C interface after warm-up: every allocation of this
// program and of the shared library is counted.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <new>

#include "allot/allot.h"

namespace {
std::atomic<std::size_t> allocations{0};
}

void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
// Not inlined: gcc 12 at -O1 would see free() meet a new whose malloc it does not see, and warn.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

constexpr std::size_t batch = 64;

struct Shop {
  allot_engine* engine{};
  allot_producer* producer{};
  allot_consumer* consumer{};
  std::uint64_t key{};

  Shop() {
    allot_limits limits;
    allot_limits_init(&limits, sizeof limits);
    limits.skus_max = 10;
    limits.lots_max = 100;
    limits.orders_max = limits.closed_orders_max = 10'000;
    limits.lines_max = 100'000;
    limits.holds_max = limits.command_keys_max = limits.attempts_max = 10'000;
    allot_engine_options options;
    allot_engine_options_init(&options, sizeof options);
    options.limits = &limits;
    options.durability = ALLOT_DURABILITY_NONE;
    options.threading = ALLOT_THREADING_HOST_STEPS;
    EXPECT_EQ(allot_engine_open(&options, &engine, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_producer_open(engine, &producer, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, nullptr),
              ALLOT_STATUS_OK);
  }
  ~Shop() {
    allot_producer_close(producer, nullptr);
    allot_consumer_close(consumer, nullptr);
    EXPECT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_OK);
  }

  // Submits orders of two lines, decides them and reads everything that comes back.
  std::size_t place_batch() {
    std::array<allot_command, batch> commands;
    std::array<allot_order_line, 2> lines{};
    for (std::uint32_t i = 0; i < 2; ++i) {
      lines[i].sku = 1;
      lines[i].quantity = i + 1;
      lines[i].price = 100;
    }
    for (allot_command& command : commands) {
      allot_command_init(&command, ALLOT_COMMAND_PLACE);
      command.body.place.command_key.low = command.body.place.order_key.low = ++key;
      command.body.place.channel = 1;
      command.body.place.zone = 1;
      command.body.place.lines = lines.data();
      command.body.place.line_count = lines.size();
    }
    std::size_t accepted = 0;
    allot_producer_submit(producer, commands.data(), batch, &accepted, nullptr, nullptr);
    allot_engine_step(engine, nullptr, nullptr);
    std::array<allot_answer, batch> answers;
    std::array<allot_event, 4 * batch> events;
    std::size_t answered = 0;
    std::size_t told = 0;
    allot_producer_poll_answers(producer, answers.data(), batch, &answered, 0, nullptr);
    allot_consumer_poll(consumer, events.data(), events.size(), &told, 0, nullptr);
    return accepted == batch && answered == batch ? told : 0;
  }
};

TEST(Allocation, NothingOnTheOrderPathAfterWarmUp) {
  Shop shop;
  EXPECT_GT(shop.place_batch(), 0U);
  const std::size_t before = allocations.load();
  EXPECT_GT(before, 0U) << "the counter has to be in use";
  std::size_t told = 0;
  for (int i = 0; i < 20; ++i) told += shop.place_batch();
  EXPECT_EQ(allocations.load(), before);
  EXPECT_GE(told, 20 * batch);
}

}  // namespace
