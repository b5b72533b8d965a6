// Nothing is allocated per order once an engine has warmed up: every operator new of the process is
// counted, on all threads.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

#include "allot/engine.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"

namespace {

std::atomic<std::uint64_t> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  void* memory =
      alignment <= alignof(std::max_align_t)
          ? std::malloc(size == 0 ? 1 : size)
          : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return counted(size, 1); }
void* operator new[](std::size_t size) { return counted(size, 1); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
// Not inlined: gcc 12 at -O1 would see free() meet a new whose malloc it does not see, and warn.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace allot {
namespace {

// One order of two lines on the stack, submitted until taken.
void place(Producer& producer, std::uint64_t number) {
  const std::array<OrderLine, 2> lines{
      OrderLine{
          .sku = SkuId{static_cast<std::uint32_t>(number % 50 + 1)}, .quantity = 1, .price = 5},
      OrderLine{
          .sku = SkuId{static_cast<std::uint32_t>(number % 49 + 1)}, .quantity = 2, .price = 5}};
  Place order;
  order.command_key = {.low = number, .high = 9};
  order.order_key = {.low = number, .high = 9};
  order.channel = ChannelId{1};
  order.zone = ZoneId{1};
  order.tokens.customer = number % 1'000 + 1;
  order.lines = lines;
  const Command command = order;
  std::array<Answer, 64> answers;
  while (!producer.submit(command).ok()) {
    if (producer.poll_answers(answers) == 0) std::this_thread::yield();
  }
}

void run(Engine& engine, Producer& producer, Consumer& consumer, std::uint64_t from,
         std::uint64_t to) {
  std::array<Answer, 64> answers;
  std::array<Event, 256> events;
  for (std::uint64_t number = from; number < to; ++number) {
    place(producer, number);
    (void)producer.poll_answers(answers);
    (void)consumer.poll(events);
    (void)engine.order({.low = number, .high = 9});
  }
  while (engine.statistics().orders < to - 1) {
    (void)producer.poll_answers(answers);
    (void)consumer.poll(events);
    std::this_thread::yield();
  }
}

void expect_no_allocation(const EngineOptions& options) {
  auto engine = std::move(Engine::open(options).value());
  Producer producer = std::move(engine->open_producer().value());
  Consumer consumer = std::move(engine->open_consumer().value());
  std::array<Answer, 64> answers;
  std::array<Event, 256> events;
  for (const Command& command : test::opening_commands(50, 1'000'000)) {
    while (!producer.submit(command).ok()) {
      (void)producer.poll_answers(answers);
      (void)consumer.poll(events);
    }
  }
  run(*engine, producer, consumer, 1, 2'000);
  const std::uint64_t before = allocations.load();
  run(*engine, producer, consumer, 2'000, 12'000);
  EXPECT_EQ(allocations.load() - before, 0U);
}

TEST(Allocation, NonePerOrderWithoutALog) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.durability = Durability::none;
  expect_no_allocation(options);
}

TEST(Allocation, NonePerOrderUnderAsync) {
  const test::ScratchDirectory directory("allocation_async");
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory.path();
  options.durability = Durability::async;
  expect_no_allocation(options);
}

TEST(Allocation, NonePerOrderUnderSync) {
  const test::ScratchDirectory directory("allocation_sync");
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory.path();
  options.durability = Durability::sync;
  expect_no_allocation(options);
}

}  // namespace
}  // namespace allot
