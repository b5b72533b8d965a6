// The live engine over its disk: durability, failures of the disk, poison and the way past it.
#include "driver/shard-inl.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <map>
#include <thread>

#include "allot/engine.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/memory_storage.hpp"

namespace allot {
namespace {

using test::MemoryStorage;
using test::Order;

// Breaks in the step of every place whose order_key has this high half.
constexpr std::uint64_t poison_high = 0xBAD;

class BreakingCore : public Core {
 public:
  using Core::Core;
  Answer apply(const Sequenced& in, Outcome& out) {
    const auto* place = std::get_if<Place>(&in.command);
    ALLOT_CHECK(place == nullptr || place->order_key.high != poison_high);
    return Core::apply(in, out);
  }
};

EngineOptions options_on(MemoryStorage& storage, Durability durability, ManualClock& clock) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.storage = &storage;
  options.durability = durability;
  options.clock = &clock;
  options.segment_bytes = 1U << 20U;
  return options;
}

template <class CoreT>
std::unique_ptr<Shard<CoreT>> open_live(const EngineOptions& options) {
  Result<std::unique_ptr<Shard<CoreT>>> live = Shard<CoreT>::open(options);
  EXPECT_TRUE(live.ok()) << live.status().message();
  return live.ok() ? std::move(live.value()) : nullptr;
}

Reason submit(ProducerSlot& producer, const Command& command) {
  const Reason reason = producer.put(command, 0);
  if (reason == Reason::ok) producer.publish();
  return reason;
}

// Waits for `count` answers.
std::vector<Answer> answers_of(ProducerSlot& producer, std::size_t count) {
  std::vector<Answer> answers;
  std::array<Answer, 64> some;
  while (answers.size() < count) {
    const std::size_t polled = producer.poll(some);
    answers.insert(answers.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(polled));
    if (polled == 0) std::this_thread::yield();
  }
  return answers;
}

template <class CoreT>
void open_shop(Shard<CoreT>& live, ProducerSlot& producer) {
  for (const Command& command : test::opening_commands(5, 100)) {
    ASSERT_EQ(submit(producer, command), Reason::ok);
    ASSERT_EQ(answers_of(producer, 1)[0].reason, Reason::ok);
  }
  ASSERT_TRUE(live.wait_idle().ok());
}

TEST(Live, PublishesNothingBeforeItIsDurableUnderSync) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const auto live = open_live<Core>(options_on(storage, Durability::sync, clock));
  ASSERT_NE(live, nullptr);
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  const std::size_t consumer = live->open_consumer(false).value();
  const Sequence before = live->statistics().published_sequence;

  storage.hold();
  Order order(1, {1, 2});
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  while (live->statistics().decided_sequence == before) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::array<Event, 16> events;
  std::array<Answer, 4> answers;
  EXPECT_EQ(live->state().events->poll(consumer, events), 0U);
  EXPECT_EQ(producer->poll(answers), 0U);
  EXPECT_FALSE(live->state().views->order({.low = 1, .high = 0}).has_value());
  EXPECT_EQ(live->state().views->availability(SkuId{1}, NodeId{1})->available, 100U);
  EXPECT_EQ(live->statistics().published_sequence, before);

  storage.release();
  EXPECT_EQ(answers_of(*producer, 1)[0].sequence, before + 1);
  EXPECT_GT(live->state().events->poll(consumer, events), 0U);
  EXPECT_TRUE(live->state().views->order({.low = 1, .high = 0}).has_value());
  EXPECT_EQ(live->state().views->availability(SkuId{1}, NodeId{1})->available, 99U);
  EXPECT_GE(live->statistics().durable_sequence, before + 1);
}

TEST(Live, PublishesAtOnceUnderAsync) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.async_bound_ns = 60'000'000'000;
  const auto live = open_live<Core>(options);
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  storage.hold();
  Order order(1, {1});
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  EXPECT_EQ(answers_of(*producer, 1)[0].reason, Reason::ok);
  storage.release();
}

// Small turns share a frame, and a host that has nothing to decide writes what is left.
TEST(Live, FramesGatherUnderAsyncUntilTheHostHasNothingToDo) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.threading = Threading::host_steps;
  const auto live = open_live<Core>(options);
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

TEST(Live, AnIdleEngineLeavesNothingUnwritten) {
  for (const Durability durability : {Durability::none, Durability::async}) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_on(storage, durability, clock);
    options.async_bound_ns = 600'000'000'000;
    const auto live = open_live<Core>(options);
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
TEST(Live, ALongQuestionDoesNotKeepRecordsFromTheLog) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.async_bound_ns = 600'000'000'000;
  const auto live = open_live<Core>(options);
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
TEST(Live, AFailureWithinABatchPublishesExactlyWhatIsDurable) {
  constexpr std::uint32_t commands = 4'000;
  unsigned in_the_middle = 0;
  for (unsigned calls = 1; calls <= 8; ++calls) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_on(storage, Durability::sync, clock);
    options.threading = Threading::host_steps;
    options.segment_bytes = 64U << 10U;
    options.batch_commands_max = commands;
    const auto live = open_live<Core>(options);
    ASSERT_NE(live, nullptr);
    const auto producer = live->open_producer().value();
    const std::size_t consumer = live->open_consumer(false).value();
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
    EXPECT_EQ(live->state().events->poll(consumer, events), durable - before);
    EXPECT_EQ(live->state().poison.get().has_value(), durable < before + commands);
    if (durable > before && durable < before + commands) ++in_the_middle;
  }
  EXPECT_GT(in_the_middle, 0U);
}

// Cuts the power again and again, right after an answer was published: the answer must be in what
// the disk kept, with the same outcome.
TEST(Live, APublishedAnswerSurvivesAPowerCutUnderSync) {
  ManualClock clock(1'000);
  auto storage = std::make_unique<MemoryStorage>();
  std::map<std::uint64_t, Answer> published;
  for (std::uint64_t round = 0; round < 20; ++round) {
    EngineOptions options = options_on(*storage, Durability::sync, clock);
    auto live = open_live<Core>(options);
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

TEST(Live, AFailedWritePoisonsAndRefusesEverythingAfter) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  auto live = open_live<Core>(options_on(storage, Durability::sync, clock));
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
TEST(Live, AFailedWriteAnswersEveryWaitingCommandOfEveryProducer) {
  constexpr std::uint64_t orders = 40;
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.batch_commands_max = 3;
  auto live = open_live<Core>(options);
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

TEST(Live, AFullDiskIsAnAnswerAndLogsNothing) {
  MemoryStorage storage;
  storage.set_free_bytes(5U << 20U);
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.segment_bytes = 64U << 10U;
  const auto live = open_live<Core>(options);
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

TEST(Live, ABrokenInvariantPoisonsTheEngineAndNotTheProcess) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_on(storage, Durability::sync, clock);
  Sequence at = 0;
  std::uint64_t hash = 0;
  Digest before;
  {
    const auto live = open_live<BreakingCore>(options);
    const auto producer = live->open_producer().value();
    const auto other = live->open_producer().value();
    open_shop(*live, *producer);
    Order good(1, {1, 2});
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    Order late(3, {4});
    ASSERT_EQ(submit(*producer, good.command()), Reason::ok);
    const Answer fine = answers_of(*producer, 1)[0];
    EXPECT_EQ(fine.reason, Reason::ok);
    live->run_on_decision_thread([&] { before = live->core().digest(); });
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    const Answer poisoned = answers_of(*producer, 1)[0];
    EXPECT_EQ(poisoned.reason, Reason::poisoned);
    EXPECT_EQ(poisoned.sequence, fine.sequence + 1);
    EXPECT_EQ(submit(*other, late.command()), Reason::poisoned);
    const std::optional<Poison> poison = live->state().poison.get();
    ASSERT_TRUE(poison.has_value());
    at = poison->sequence;
    hash = poison->hash;
    EXPECT_EQ(at, poisoned.sequence);
    EXPECT_EQ(hash, body_hash(bad.command()));
    EXPECT_NE(poison->text.find("poison_high"), std::string::npos) << poison->text;
    EXPECT_NE(poison->text.find("sequence " + std::to_string(at)), std::string::npos);
    EXPECT_FALSE(live->skip(at, hash).ok()) << "only after it was opened again";
  }

  // Opened again, it stops before the command and can be read.
  const auto live = open_live<BreakingCore>(options);
  ASSERT_NE(live, nullptr);
  ASSERT_TRUE(live->state().poison.get().has_value());
  EXPECT_EQ(live->state().poison.get()->sequence, at);
  EXPECT_EQ(live->state().poison.get()->hash, hash);
  Digest read_only;
  live->run_on_decision_thread([&] { read_only = live->core().digest(); });
  EXPECT_EQ(read_only, before);
  EXPECT_TRUE(live->state().views->order({.low = 1, .high = 0}).has_value());
  const auto producer = live->open_producer().value();
  EXPECT_EQ(submit(*producer, Tick{}), Reason::poisoned);

  // The logged way past it.
  EXPECT_FALSE(live->skip(at, hash + 1).ok());
  EXPECT_FALSE(live->skip(at - 1, hash).ok());
  const Status skipped = live->skip(at, hash);
  ASSERT_TRUE(skipped.ok()) << skipped.message();
  EXPECT_FALSE(live->state().poison.get().has_value());
  Order next(9, {5});
  ASSERT_EQ(submit(*producer, next.command()), Reason::ok);
  const Answer answer = answers_of(*producer, 1)[0];
  EXPECT_EQ(answer.reason, Reason::ok);
  EXPECT_EQ(answer.sequence, at + 2) << "the skip itself has a sequence";
  EXPECT_TRUE(live->state().views->order({.low = 9, .high = 0}).has_value());
  EXPECT_FALSE(live->state().views->order({.low = 2, .high = poison_high}).has_value());
  Digest after;
  live->run_on_decision_thread([&] { after = live->core().digest(); });
  ASSERT_TRUE(live->stop().ok());

  // Replay leaves it out too, also with a core that would not have broken.
  auto report = replay(storage);
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, after);
  EXPECT_EQ(report.value().skipped, 1U);
  // So does an engine that is opened once more.
  const auto again = open_live<BreakingCore>(options);
  ASSERT_NE(again, nullptr);
  EXPECT_FALSE(again->state().poison.get().has_value());
}

// Counts the cores that were made with and without all their memory.
class CountingCore : public BreakingCore {
 public:
  explicit CountingCore(const Limits& limits) : BreakingCore(limits) {
    ++(PrefaultScope::on() ? prefaulted : others);
  }
  static inline unsigned prefaulted{0};
  static inline unsigned others{0};
};

TEST(Live, PrefaultHoldsForEveryCoreThatIsMadeAlsoBySkip) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.prefault = true;
  Poison poison;
  {
    const auto live = open_live<CountingCore>(options);
    ASSERT_NE(live, nullptr);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::poisoned);
    poison = *live->state().poison.get();
  }
  const auto live = open_live<CountingCore>(options);
  ASSERT_NE(live, nullptr);
  const unsigned before = CountingCore::prefaulted;
  EXPECT_GE(before, 2U) << "of the new log, of the recovered one";
  ASSERT_TRUE(live->skip(poison.sequence, poison.hash).ok());
  EXPECT_GT(CountingCore::prefaulted, before);
  EXPECT_EQ(CountingCore::others, 0U);
}

// A power cut at any write of a skip leaves the log before it or behind it, never less.
TEST(Live, ACrashWithinASkipLeavesItUndoneOrDone) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_on(storage, Durability::sync, clock);
  Poison poison;
  {
    const auto live = open_live<BreakingCore>(options);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
  }
  {
    const auto live = open_live<BreakingCore>(options);
    EXPECT_EQ(live->stream().epoch, 2U);
    const auto producer = live->open_producer().value();
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::poisoned);
    poison = *live->state().poison.get();
  }
  unsigned undone = 0;
  bool done = false;
  for (unsigned writes = 0; !done; ++writes) {
    ASSERT_LT(writes, 50U);
    const auto disk = storage.crashed();
    EngineOptions here = options;
    here.storage = disk.get();
    {
      const auto live = open_live<BreakingCore>(here);
      ASSERT_NE(live, nullptr);
      EXPECT_EQ(live->stream().epoch, 2U) << "read-only, it begins none";
      disk->break_down_after(writes);
      done = live->skip(poison.sequence, poison.hash).ok();
      // Once it is done, what the writer does ahead of time may meet the broken disk: no sequence.
      const std::optional<Poison> now = live->state().poison.get();
      EXPECT_EQ(now.has_value() && now->sequence == poison.sequence, !done);
    }
    const auto left = disk->crashed();
    here.storage = left.get();
    const auto again = open_live<BreakingCore>(here);
    ASSERT_NE(again, nullptr);
    if (!again->state().poison.get()) continue;
    ++undone;
    EXPECT_EQ(again->state().poison.get()->sequence, poison.sequence);
    const Status skipped = again->skip(poison.sequence, poison.hash);
    EXPECT_TRUE(skipped.ok()) << skipped.message();
  }
  EXPECT_GT(undone, 0U);
}

TEST(Live, PoisonUnderHostStepsIsTheSame) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.threading = Threading::host_steps;
  const auto live = open_live<BreakingCore>(options);
  const auto producer = live->open_producer().value();
  Order bad(2, {3});
  bad.place().order_key.high = poison_high;
  ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
  ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
  EXPECT_EQ(live->wait_idle().code(), StatusCode::poisoned);
  live->step();
  std::array<Answer, 4> answers;
  ASSERT_EQ(producer->poll(answers), 2U);
  EXPECT_EQ(answers[0].sequence, 2U);
  EXPECT_EQ(answers[1].reason, Reason::poisoned);
  EXPECT_EQ(answers[1].sequence, 0U) << "nothing is sequenced behind it";
}

TEST(Live, StopAnswersEveryAdmittedCommand) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.ring_bytes = 1U << 20U;
  const auto live = open_live<Core>(options);
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
}  // namespace allot
