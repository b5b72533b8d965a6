// The smallest rings that start accepts, the widest orders, several producers, a consumer and a
// reader of views, all at once. Run under the thread sanitizer as well.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"

namespace allot {
namespace {

constexpr std::uint32_t skus = 2'000;
constexpr std::uint64_t producers = 4;
constexpr std::uint64_t orders_each = 60;

EngineOptions smallest(Durability durability) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.limits->lines_per_order_max = 2'000;
  options.ring_bytes = ring_bytes_min(*options.limits);
  options.events_max = events_min(*options.limits);
  options.answers_max = 2;
  options.batch_commands_max = 3;
  options.durability = durability;
  return options;
}

std::vector<std::uint32_t> skus_of(std::uint64_t order) {
  // Every third order is as wide as can be, the others have one to three lines.
  std::vector<std::uint32_t> chosen(order % 3 == 0 ? 2'000 : order % 3);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    chosen[i] = static_cast<std::uint32_t>((order * 17 + i) % skus + 1);
  }
  return chosen;
}

struct Tally {
  std::uint64_t answers{};
  std::uint64_t out_of_order{};
  std::uint64_t refused{};
};

void produce(Engine& engine, std::uint64_t number, Tally& tally) {
  Producer producer = std::move(engine.open_producer().value());
  std::array<Answer, 4> answers;
  const auto poll = [&] {
    const std::size_t count = producer.poll_answers(answers);
    for (std::size_t i = 0; i < count; ++i) {
      if (answers[i].command_key.low != number * 1'000 + ++tally.answers) ++tally.out_of_order;
      if (answers[i].reason != Reason::ok) ++tally.refused;
    }
    return count;
  };
  for (std::uint64_t i = 1; i <= orders_each; ++i) {
    test::Order order(number * 1'000 + i, skus_of(i));
    while (!producer.submit(order.command()).ok()) {
      if (poll() == 0) std::this_thread::yield();
    }
  }
  while (tally.answers < orders_each) {
    if (poll() == 0) std::this_thread::yield();
  }
}

void consume(Consumer& consumer, const std::atomic<bool>& done, Sequence& last,
             std::uint64_t& gaps) {
  std::vector<Event> events(500);
  std::uint16_t ordinal = 0;
  for (;;) {
    const bool ending = done.load();
    const std::size_t count = consumer.poll(events, std::chrono::milliseconds(1));
    for (std::size_t i = 0; i < count; ++i) {
      const Event& event = events[i];
      const bool follows = (event.sequence == last && event.ordinal == ordinal) ||
                           (event.sequence > last && event.ordinal == 0);
      if (!follows) ++gaps;
      last = event.sequence;
      ordinal = static_cast<std::uint16_t>(event.ordinal + 1);
    }
    if (count == 0 && ending) return;
  }
}

void run(const EngineOptions& options) {
  auto opened = Engine::open(options);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  const auto engine = std::move(opened.value());
  Consumer consumer = std::move(engine->open_consumer().value());
  std::atomic<bool> done{false};
  Sequence last_event = 0;
  std::uint64_t gaps = 0;
  std::thread consumer_thread([&] { consume(consumer, done, last_event, gaps); });
  std::atomic<std::uint64_t> views_found{0};
  std::thread reader([&] {
    for (std::uint64_t i = 0; !done.load(); ++i) {
      if (engine->order({.low = i % 4'000, .high = 0})) ++views_found;
      (void)engine->availability(SkuId{static_cast<std::uint32_t>(i % skus + 1)}, NodeId{1});
      (void)engine->statistics();
      if (i % 64 == 0) std::this_thread::yield();
    }
  });
  {
    Producer setup = std::move(engine->open_producer().value());
    std::array<Answer, 4> answers;
    for (const Command& command : test::opening_commands(skus, 1'000)) {
      while (!setup.submit(command).ok()) {
        if (setup.poll_answers(answers) == 0) std::this_thread::yield();
      }
    }
    ASSERT_TRUE(engine->wait_idle().ok());
  }
  std::vector<Tally> tallies(producers);
  std::vector<std::thread> threads;
  for (std::uint64_t p = 0; p < producers; ++p) {
    threads.emplace_back([&, p] { produce(*engine, p, tallies[p]); });
  }
  for (std::thread& thread : threads) thread.join();
  ASSERT_TRUE(engine->wait_idle().ok());
  // On a busy machine the reader may not have had a processor yet.
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (views_found == 0 && std::chrono::steady_clock::now() < patience) {
    std::this_thread::yield();
  }
  const Conservation books = engine->conservation();
  EXPECT_TRUE(books.holds) << books.fault;
  EXPECT_EQ(books.oversold_units, 0U);
  const Status stopped = engine->stop();
  EXPECT_TRUE(stopped.ok()) << stopped.message();
  done.store(true);
  reader.join();
  consumer_thread.join();
  for (const Tally& tally : tallies) {
    EXPECT_EQ(tally.answers, orders_each);
    EXPECT_EQ(tally.out_of_order, 0U);
    EXPECT_EQ(tally.refused, 0U);
  }
  EXPECT_EQ(gaps, 0U);
  EXPECT_GT(views_found.load(), 0U);
  EXPECT_EQ(engine->statistics().orders, producers * orders_each);
  EXPECT_GE(last_event, engine->statistics().orders);
}

TEST(SmallestRings, ManyProducersWithoutALog) { run(smallest(Durability::none)); }

TEST(SmallestRings, ManyProducersUnderSync) {
  const test::ScratchDirectory directory("smallest_rings");
  EngineOptions options = smallest(Durability::sync);
  options.directory = directory.path();
  run(options);
  auto storage = open_posix_storage(directory.path());
  auto report = replay(*storage.value());
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().orders, producers * orders_each);
}

TEST(SmallestRings, OneByteLessIsRefusedAtStart) {
  EngineOptions options = smallest(Durability::none);
  --options.ring_bytes;
  const auto engine = Engine::open(options);
  ASSERT_FALSE(engine.ok());
  EXPECT_NE(engine.status().message().find("ring_bytes"), std::string::npos);
}

}  // namespace
}  // namespace allot
