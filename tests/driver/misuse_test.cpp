// What hosts do to an engine that they should not, and must not be punished for.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"

namespace allot {
namespace {

EngineOptions options_in(const std::string& directory, Clock& clock) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory;
  options.durability = directory.empty() ? Durability::none : Durability::sync;
  options.threading = Threading::host_steps;
  options.clock = &clock;
  options.segment_bytes = 1U << 20U;
  return options;
}

void submit(Engine& engine, Producer& producer, std::span<const Command> commands) {
  std::array<Answer, 4> answers;
  for (const Command& command : commands) {
    ASSERT_TRUE(producer.submit(command).ok());
    ASSERT_TRUE(engine.wait_idle().ok());
    ASSERT_EQ(producer.poll_answers(answers), 1U);
    ASSERT_EQ(answers[0].reason, Reason::ok);
  }
}

// Both would begin a segment behind the same end; what the first one answers after that is lost.
TEST(Misuse, ASecondEngineOnALogInUseIsRefusedAndNothingIsLost) {
  const test::ScratchDirectory directory("two_engines");
  ManualClock clock(1'000);
  const std::vector<Command> commands = test::opening_commands(3, 10);
  const std::size_t half = commands.size() / 2;
  Sequence answered = 0;
  {
    auto first = Engine::open(options_in(directory.path(), clock));
    ASSERT_TRUE(first.ok());
    Producer producer = std::move(first.value()->open_producer().value());
    submit(*first.value(), producer, std::span(commands).first(half));
    const auto second = Engine::open(options_in(directory.path(), clock));
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.status().code(), StatusCode::invalid_argument);
    EXPECT_NE(second.status().message().find(directory.path()), std::string::npos);
    submit(*first.value(), producer, std::span(commands).subspan(half));
    answered = first.value()->statistics().published_sequence;
    ASSERT_TRUE(first.value()->stop().ok());
    // Stopped, it no longer holds the log, though it still stands.
    const auto third = Engine::open(options_in(directory.path(), clock));
    ASSERT_TRUE(third.ok()) << third.status().message();
    EXPECT_EQ(third.value()->stream().last_sequence, answered);
  }
  EXPECT_GT(answered, commands.size());
}

TEST(Misuse, OneStorageServesOneEngine) {
  const test::ScratchDirectory directory("one_storage");
  ManualClock clock(1'000);
  auto storage = open_posix_storage(directory.path());
  ASSERT_TRUE(storage.ok());
  EngineOptions options = options_in("", clock);
  options.durability = Durability::sync;
  options.storage = storage.value().get();
  auto first = Engine::open(options);
  ASSERT_TRUE(first.ok());
  EXPECT_FALSE(Engine::open(options).ok());
  first.value().reset();
  EXPECT_TRUE(Engine::open(options).ok());
}

TEST(Misuse, TheLongestTimeoutWaits) {
  ManualClock clock(1'000);
  auto engine = Engine::open(options_in("", clock));
  ASSERT_TRUE(engine.ok());
  Consumer consumer = std::move(engine.value()->open_consumer(ConsumeFrom::newest).value());
  Producer producer = std::move(engine.value()->open_producer().value());
  engine.value()->step();
  std::size_t polled = 0;
  std::thread waiting([&] {
    std::array<Event, 8> events;
    polled = consumer.poll(events, std::chrono::nanoseconds::max());
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const std::vector<Command> commands = test::opening_commands(1, 1);
  submit(*engine.value(), producer, std::span(commands).first(1));
  waiting.join();
  EXPECT_NE(polled, 0U);
}

TEST(Misuse, WhatInspectThrowsComesBackToWhoAsked) {
  ManualClock clock(1'000);
  EngineOptions options = options_in("", clock);
  options.threading = Threading::own_thread;
  auto engine = Engine::open(options);
  ASSERT_TRUE(engine.ok());
  EXPECT_THROW(engine.value()->inspect([](const Core&) { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_TRUE(engine.value()->wait_idle().ok());
  EXPECT_TRUE(engine.value()->conservation().holds);
}

}  // namespace
}  // namespace allot
