// What named consumers acknowledged, on a disk that loses power, breaks down or is held up: a
// position is never ahead of what its consumer gets next, and what was not kept is said.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "driver/shard_fixture.hpp"

namespace allot::test {
namespace {

using namespace std::chrono_literals;

class KeptPositionOn : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Engine> open(MemoryStorage& storage, Durability durability) {
    EngineOptions options = options_on(storage, durability, clock_);
    options.threading = Threading::host_steps;
    options.damaged_end = DamagedEnd::drop;
    options.consumers_max = 4;
    auto engine = Engine::open(options);
    EXPECT_TRUE(engine.ok()) << engine.status().message();
    return engine.ok() ? std::move(engine.value()) : nullptr;
  }
  static Consumer named(Engine& engine) {
    auto consumer = engine.open_consumer({.name = "mail"});
    EXPECT_TRUE(consumer.ok()) << consumer.status().message();
    return std::move(consumer.value());
  }
  // Decides so many ticks.
  static void tick(Engine& engine, unsigned count) {
    Producer producer = std::move(engine.open_producer().value());
    std::array<Answer, 64> answers;
    for (unsigned i = 0; i < count; ++i) {
      ASSERT_TRUE(producer.submit(Tick{}).ok());
      engine.step();
      (void)producer.poll_answers(answers);
    }
    ASSERT_TRUE(engine.wait_idle().ok());
  }
  // Each tick is one event. Returns: the sequences up to `last`.
  static std::vector<Sequence> read_to(Engine& engine, Consumer& consumer, Sequence last) {
    std::vector<Sequence> got;
    Event event;
    const auto end = std::chrono::steady_clock::now() + 30s;
    while ((got.empty() || got.back() < last) && std::chrono::steady_clock::now() < end) {
      engine.step();
      if (consumer.poll({&event, 1}, 1ms) == 1) got.push_back(event.sequence);
    }
    return got;
  }
  [[nodiscard]] Sequence kept_on(MemoryStorage& storage) {
    const auto kept = open(storage, Durability::none)->kept_consumers();
    EXPECT_TRUE(kept.ok() && kept.value().size() == 1);
    return kept.value().at(0).sequence;
  }

  ManualClock clock_{1'000};
};

// A host that believed it would undo what stands.
TEST_F(KeptPositionOn, OnlyWhatWasTakenBackIsCalledSo) {
  MemoryStorage storage;
  std::unique_ptr<MemoryStorage> after;
  {
    const auto engine = open(storage, Durability::sync);
    tick(*engine, 5);
    const Sequence last = engine->statistics().published_sequence;
    Consumer consumer = named(*engine);
    ASSERT_EQ(read_to(*engine, consumer, last).back(), last);
    ASSERT_TRUE(consumer.acknowledge(last));
    after = storage.crashed();
  }
  const auto closed = open(storage, Durability::sync);
  EXPECT_FALSE(closed->stream().rewound);
  EXPECT_FALSE(named(*closed).stream().rewound);
  const auto crashed = open(*after, Durability::sync);
  EXPECT_TRUE(crashed->stream().rewound) << "who knows no epoch may have seen more";
  EXPECT_FALSE(named(*crashed).stream().rewound);
}

// The position outlives a crash that took sequences back, and others have those numbers now.
TEST_F(KeptPositionOn, WhatACrashTookBackIsReadAgainAlsoWhenTheLogHasGrownBeyondIt) {
  MemoryStorage storage;
  {
    const auto engine = open(storage, Durability::sync);
    tick(*engine, 5);
  }
  Sequence left = 0;
  std::unique_ptr<MemoryStorage> after;
  {
    const auto engine = open(storage, Durability::none);
    left = engine->statistics().published_sequence;
    tick(*engine, 10);
    {
      Consumer consumer = named(*engine);
      ASSERT_EQ(read_to(*engine, consumer, left + 8).back(), left + 8);
      ASSERT_TRUE(consumer.acknowledge(left + 8));
    }
    after = storage.crashed();
  }
  const auto engine = open(*after, Durability::sync);
  ASSERT_EQ(engine->statistics().published_sequence, left) << "or there is nothing to test";
  tick(*engine, 20);
  Consumer consumer = named(*engine);
  EXPECT_TRUE(consumer.stream().rewound);
  EXPECT_EQ(consumer.stream().last_sequence, left);
  EXPECT_EQ(consumer.stream().first_sequence, left + 1);
  EXPECT_EQ(consumer.acknowledged(), left);
  EXPECT_EQ(engine->kept_consumers().value().at(0).sequence, left);
  EXPECT_EQ(read_to(*engine, consumer, left + 20).front(), left + 1);
}

TEST_F(KeptPositionOn, ItNeverGoesBack) {
  MemoryStorage storage;
  const auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  Consumer consumer = named(*engine);
  ASSERT_EQ(read_to(*engine, consumer, 8).back(), 8U);
  ASSERT_TRUE(consumer.acknowledge(7));
  ASSERT_TRUE(consumer.acknowledge(3)) << "it is done with that";
  EXPECT_EQ(consumer.acknowledged(), 7U);
  EXPECT_EQ(engine->kept_consumers().value().at(0).sequence, 7U);
}

TEST_F(KeptPositionOn, ItOutlivesThePowerOnceItsConsumerIsClosed) {
  MemoryStorage storage;
  const auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  {
    Consumer consumer = named(*engine);
    ASSERT_EQ(read_to(*engine, consumer, 8).back(), 8U);
    ASSERT_TRUE(consumer.acknowledge(7));
  }
  EXPECT_EQ(kept_on(*storage.crashed()), 7U);
}

TEST_F(KeptPositionOn, ItOutlivesThePowerASecondLaterWhileMoreIsAcknowledged) {
  MemoryStorage storage;
  const auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  Consumer consumer = named(*engine);
  ASSERT_EQ(read_to(*engine, consumer, 8).back(), 8U);
  ASSERT_TRUE(consumer.acknowledge(5));
  std::this_thread::sleep_for(1'050ms);
  ASSERT_TRUE(consumer.acknowledge(6));
  EXPECT_EQ(kept_on(*storage.crashed()), 6U);
}

TEST_F(KeptPositionOn, WhatCannotBeKeptIsSaid) {
  MemoryStorage storage;
  const auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  Consumer consumer = named(*engine);
  ASSERT_EQ(read_to(*engine, consumer, 8).back(), 8U);
  ASSERT_TRUE(consumer.acknowledge(5));
  storage.break_down();
  EXPECT_FALSE(consumer.acknowledge(6));
  EXPECT_EQ(consumer.status().code(), StatusCode::io_error);
  EXPECT_NE(consumer.status().message().find("broke down"), std::string::npos);
  EXPECT_EQ(engine->kept_consumers().value().at(0).sequence, 5U);
}

TEST_F(KeptPositionOn, OneThatCannotBeginIsNotOpen) {
  MemoryStorage storage;
  const auto engine = open(storage, Durability::sync);
  tick(*engine, 3);
  storage.break_down();
  const auto refused = engine->open_consumer({.name = "mail"});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.status().code(), StatusCode::io_error);
  EXPECT_TRUE(engine->consumers().empty());
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(engine->open_consumer({.name = "mail"}).status().code(), StatusCode::io_error)
        << "its name and its place were given back";
  }
}

TEST_F(KeptPositionOn, WhoOutlivesTheEngineIsToldThatNothingIsKept) {
  MemoryStorage storage;
  auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  Consumer consumer = named(*engine);
  ASSERT_EQ(read_to(*engine, consumer, 8).back(), 8U);
  ASSERT_TRUE(consumer.acknowledge(5));
  engine.reset();
  EXPECT_FALSE(consumer.acknowledge(6));
  EXPECT_EQ(consumer.status().code(), StatusCode::invalid_argument);
  EXPECT_NE(consumer.status().message().find("gone"), std::string::npos);
  EXPECT_EQ(kept_on(storage), 5U);
}

// A thread of the parent is writing the position, and has the locks that a child never gets.
TEST_F(KeptPositionOn, AChildOfForkClosesItWithoutTouchingIt) {
  MemoryStorage storage;
  auto engine = open(storage, Durability::sync);
  tick(*engine, 9);
  std::optional<Consumer> consumer(named(*engine));
  ASSERT_EQ(read_to(*engine, *consumer, 8).back(), 8U);
  storage.hold();
  std::thread writer([&] { EXPECT_TRUE(consumer->acknowledge(5)); });
  while (!storage.waits()) std::this_thread::yield();
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(10);
    consumer.reset();
    engine.reset();
    ::_exit(0);
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  storage.release();
  writer.join();
  EXPECT_EQ(engine->kept_consumers().value().at(0).sequence, 5U);
}

}  // namespace
}  // namespace allot::test
