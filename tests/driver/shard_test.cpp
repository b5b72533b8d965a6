// The live engine over its disk: durability, failures of the disk, the end.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <map>
#include <thread>

#include "driver/shard_fixture.hpp"

namespace allot::test {
namespace {

TEST(Shard, PublishesNothingBeforeItIsDurableUnderSync) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const auto live = open_shard<Core>(options_on(storage, Durability::sync, clock));
  ASSERT_NE(live, nullptr);
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  const auto consumer = live->consumers().open({.from = ConsumeFrom::newest}).value();
  const Sequence before = live->statistics().published_sequence;

  storage.hold();
  Order order(1, {1, 2});
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  while (live->statistics().decided_sequence == before) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::array<Event, 16> events;
  std::array<Answer, 4> answers;
  EXPECT_EQ(consumer->poll(events, {}), 0U);
  EXPECT_EQ(producer->poll(answers), 0U);
  EXPECT_FALSE(live->state().views->order({.low = 1, .high = 0}).has_value());
  EXPECT_EQ(live->state().views->availability(SkuId{1}, NodeId{1})->available, 100U);
  EXPECT_EQ(live->statistics().published_sequence, before);

  storage.release();
  EXPECT_EQ(answers_of(*producer, 1)[0].sequence, before + 1);
  EXPECT_GT(consumer->poll(events, {}), 0U);
  EXPECT_TRUE(live->state().views->order({.low = 1, .high = 0}).has_value());
  EXPECT_EQ(live->state().views->availability(SkuId{1}, NodeId{1})->available, 99U);
  EXPECT_GE(live->statistics().durable_sequence, before + 1);
}

TEST(Shard, PublishesAtOnceUnderAsync) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.async_bound_ns = 60'000'000'000;
  const auto live = open_shard<Core>(options);
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  storage.hold();
  Order order(1, {1});
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  EXPECT_EQ(answers_of(*producer, 1)[0].reason, Reason::ok);
  storage.release();
}

// Small turns share a frame, and a host that has nothing to decide writes what is left.
TEST(Shard, FramesGatherUnderAsyncUntilTheHostHasNothingToDo) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.threading = Threading::host_steps;
  const auto live = open_shard<Core>(options);
  const auto producer = live->open_producer().value();
  constexpr std::uint64_t turns = 500;
  std::array<Answer, 4> answers;
  for (std::uint64_t i = 0; i < turns; ++i) {
    ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
    ASSERT_EQ(live->step(), 1U);
    ASSERT_EQ(producer->poll(answers), 1U) << "publishing does not wait for the frame";
  }
  EXPECT_LT(live->statistics().journal.frames, turns);
  EXPECT_EQ(live->step(), 0U);
  EXPECT_EQ(live->statistics().durable_sequence, turns + 1);
}

TEST(Shard, AnIdleEngineLeavesNothingUnwritten) {
  for (const Durability durability : {Durability::none, Durability::async}) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_on(storage, durability, clock);
    options.async_bound_ns = 600'000'000'000;
    const auto live = open_shard<Core>(options);
    const auto producer = live->open_producer().value();
    ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
    const Sequence sequence = answers_of(*producer, 1)[0].sequence;
    const auto waited_until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (live->statistics().journal.records < sequence &&
           std::chrono::steady_clock::now() < waited_until) {
      std::this_thread::yield();
    }
    EXPECT_EQ(live->statistics().journal.records, sequence);
  }
}

// What the log's thread has not got yet does not wait for a long look at the state.
TEST(Shard, ALongQuestionDoesNotKeepRecordsFromTheLog) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.async_bound_ns = 600'000'000'000;
  const auto live = open_shard<Core>(options);
  const auto producer = live->open_producer().value();
  for (int round = 0; round < 20; ++round) {
    ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
    const Sequence sequence = answers_of(*producer, 1)[0].sequence;
    bool durable = false;
    live->run_on_decision_thread([&] {
      const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
      while (!durable && std::chrono::steady_clock::now() < until) {
        durable = live->statistics().durable_sequence >= sequence;
        std::this_thread::yield();
      }
    });
    ASSERT_TRUE(durable);
  }
}

// One drained batch fills several frames: what became durable before the disk broke is published,
// to the last record, and nothing else.
TEST(Shard, AFailureWithinABatchPublishesExactlyWhatIsDurable) {
  constexpr std::uint32_t commands = 4'000;
  unsigned in_the_middle = 0;
  for (unsigned calls = 1; calls <= 8; ++calls) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_on(storage, Durability::sync, clock);
    options.threading = Threading::host_steps;
    options.segment_bytes = 64U << 10U;
    options.batch_commands_max = commands;
    options.ring_bytes = 2U << 20U;  // all of them fit before the first step
    const auto live = open_shard<Core>(options);
    ASSERT_NE(live, nullptr);
    const auto producer = live->open_producer().value();
    const auto consumer = live->consumers().open({.from = ConsumeFrom::newest}).value();
    live->step();
    const Sequence before = live->statistics().published_sequence;
    for (std::uint32_t i = 0; i < commands; ++i) {
      ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
    }
    storage.break_down_after(calls);
    for (int i = 0; i < 10; ++i) live->step();
    std::vector<Answer> answers(commands);
    ASSERT_EQ(producer->poll(answers), commands);
    const Sequence durable = live->statistics().durable_sequence;
    EXPECT_EQ(live->statistics().published_sequence, durable);
    for (std::uint32_t i = 0; i < commands; ++i) {
      const bool kept = before + i + 1 <= durable;
      ASSERT_EQ(answers[i].reason, kept ? Reason::ok : Reason::poisoned) << "command " << i;
      ASSERT_EQ(answers[i].sequence, kept ? before + i + 1 : 0U);
    }
    std::vector<Event> events(commands);
    EXPECT_EQ(consumer->poll(events, {}), durable - before);
    EXPECT_EQ(live->state().poison.get().has_value(), durable < before + commands);
    if (durable > before && durable < before + commands) ++in_the_middle;
  }
  EXPECT_GT(in_the_middle, 0U);
}

// Cuts the power again and again, right after an answer was published: the answer must be in what
// the disk kept, with the same outcome.
TEST(Shard, APublishedAnswerSurvivesAPowerCutUnderSync) {
  ManualClock clock(1'000);
  auto storage = std::make_unique<MemoryStorage>();
  std::map<std::uint64_t, Answer> published;
  for (std::uint64_t round = 0; round < 20; ++round) {
    EngineOptions options = options_on(*storage, Durability::sync, clock);
    auto live = open_shard<Core>(options);
    ASSERT_NE(live, nullptr);
    const auto producer = live->open_producer().value();
    if (round == 0) {
      open_shop(*live, *producer);
    } else {
      // Every published answer again: the recovered engine knows the command and says the same.
      for (const auto& [number, answer] : published) {
        Order order(number, {1, 2, 3}, 3);
        ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
        const Answer again = answers_of(*producer, 1)[0];
        ASSERT_TRUE(again.duplicate) << "order " << number << " was lost";
        ASSERT_EQ(again.first_sequence, answer.sequence);
        ASSERT_EQ(again.reason, answer.reason);
      }
    }
    const std::uint64_t orders = 5 + round * 3 % 7;
    for (std::uint64_t i = 0; i < orders; ++i) {
      const std::uint64_t number = round * 100 + i + 1;
      Order order(number, {1, 2, 3}, 3);
      ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
      if (i + 3 > orders) continue;  // some are in flight when the power goes
      const Answer answer = answers_of(*producer, 1)[0];
      published[number] = answer;
    }
    std::unique_ptr<MemoryStorage> left = storage->crashed();
    live.reset();
    storage = std::move(left);
  }
  EXPECT_GT(published.size(), 60U);
}

TEST(Shard, AFailedWritePoisonsAndRefusesEverythingAfter) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  auto live = open_shard<Core>(options_on(storage, Durability::sync, clock));
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  const Sequence before = live->statistics().published_sequence;
  storage.break_down();
  Order order(1, {1});
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  const Answer answer = answers_of(*producer, 1)[0];
  EXPECT_EQ(answer.reason, Reason::poisoned);
  EXPECT_EQ(answer.sequence, 0U) << "what became of it shows after recovery";
  EXPECT_EQ(submit(*producer, order.command()), Reason::poisoned);
  const std::optional<Poison> poison = live->state().poison.get();
  ASSERT_TRUE(poison.has_value());
  EXPECT_NE(poison->text.find("the disk broke down"), std::string::npos) << poison->text;
  EXPECT_EQ(live->statistics().published_sequence, before);
  EXPECT_EQ(live->wait_idle().code(), StatusCode::poisoned);
  EXPECT_FALSE(live->stop().ok());
}

// Batches of both producers wait for the disk when it breaks; each command has its one answer, in
// order.
TEST(Shard, AFailedWriteAnswersEveryWaitingCommandOfEveryProducer) {
  constexpr std::uint64_t orders = 40;
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.batch_commands_max = 3;
  auto live = open_shard<Core>(options);
  const std::array producers{live->open_producer().value(), live->open_producer().value()};
  open_shop(*live, *producers[0]);
  storage.break_down();
  for (std::uint64_t i = 0; i < orders; ++i) {
    for (std::uint64_t p = 0; p < producers.size(); ++p) {
      Order order(1 + i + p * orders, {1});
      ASSERT_EQ(producers[p]->put(order.command(), 0), Reason::ok);
    }
  }
  for (const auto& producer : producers) producer->publish();
  for (std::uint64_t p = 0; p < producers.size(); ++p) {
    const std::vector<Answer> answers = answers_of(*producers[p], orders);
    ASSERT_EQ(answers.size(), orders);
    for (std::uint64_t i = 0; i < orders; ++i) {
      Order order(1 + i + p * orders, {1});
      EXPECT_EQ(answers[i].command_key, command_key_of(order.command())) << "answer " << i;
      EXPECT_EQ(answers[i].reason, Reason::poisoned);
      EXPECT_EQ(answers[i].sequence, 0U);
    }
  }
  EXPECT_FALSE(live->stop().ok());
  for (const auto& producer : producers) {
    std::array<Answer, 4> more;
    EXPECT_EQ(producer->poll(more), 0U);
  }
}

TEST(Shard, AFullDiskIsAnAnswerAndLogsNothing) {
  MemoryStorage storage;
  storage.set_free_bytes(5U << 20U);
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.segment_bytes = 64U << 10U;
  const auto live = open_shard<Core>(options);
  ASSERT_NE(live, nullptr);
  const auto producer = live->open_producer().value();
  storage.set_free_bytes(0);
  std::uint64_t accepted = 0;
  Reason refused = Reason::ok;
  for (std::uint64_t i = 0; i < 5'000 && refused == Reason::ok; ++i) {
    const Reason admission = submit(*producer, Tick{});
    if (admission != Reason::ok) {
      refused = admission;
      break;
    }
    const Answer answer = answers_of(*producer, 1)[0];
    if (answer.reason == Reason::ok) {
      ++accepted;
    } else {
      refused = answer.reason;
      EXPECT_EQ(answer.sequence, 0U);
    }
  }
  EXPECT_EQ(refused, Reason::storage_full);
  EXPECT_EQ(live->statistics().decided_sequence, 1 + accepted);
  EXPECT_FALSE(live->state().poison.get().has_value()) << "a full disk breaks nothing";
  storage.set_free_bytes(std::uint64_t{1} << 30U);
  Reason again = Reason::storage_full;
  for (int i = 0; i < 2'000 && again != Reason::ok; ++i) {
    again = submit(*producer, Tick{});
    if (again == Reason::ok) again = answers_of(*producer, 1)[0].reason;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_EQ(again, Reason::ok) << "there is space again";
}

TEST(Shard, StopAnswersEveryAdmittedCommand) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.ring_bytes = 1U << 20U;
  const auto live = open_shard<Core>(options);
  std::atomic<bool> go{true};
  std::vector<std::thread> threads;
  std::atomic<std::uint64_t> lost{0};
  for (int p = 0; p < 3; ++p) {
    threads.emplace_back([&] {
      const auto producer = live->open_producer().value();
      std::uint64_t admitted = 0;
      std::uint64_t answered = 0;
      std::array<Answer, 64> answers;
      while (go.load()) {
        if (submit(*producer, Tick{}) == Reason::ok) ++admitted;
        answered += producer->poll(answers);
      }
      while (!live->state().gate->finished()) std::this_thread::yield();
      for (std::size_t n = producer->poll(answers); n != 0; n = producer->poll(answers)) {
        answered += n;
      }
      if (answered != admitted) lost.fetch_add(1);
    });
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const Status stopped = live->stop();
  go.store(false);
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(stopped.ok()) << stopped.message();
  EXPECT_EQ(lost.load(), 0U);
}

}  // namespace
}  // namespace allot::test
