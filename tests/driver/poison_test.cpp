// What a step that breaks does to the live engine, and the way past it.
#include <gtest/gtest.h>

#include <atomic>

#include "allot/replay/replay.hpp"
#include "driver/breaking_core.hpp"
#include "driver/shard-inl.hpp"
#include "driver/shard_fixture.hpp"

namespace allot::test {
namespace {

TEST(Poison, ABrokenInvariantPoisonsTheEngineAndNotTheProcess) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_on(storage, Durability::sync, clock);
  Sequence at = 0;
  std::uint64_t hash = 0;
  Digest before;
  {
    const auto live = open_shard<BreakingCore>(options);
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
  const auto live = open_shard<BreakingCore>(options);
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
  const auto again = open_shard<BreakingCore>(options);
  ASSERT_NE(again, nullptr);
  EXPECT_FALSE(again->state().poison.get().has_value());
}

// Counts the cores that were made with and without all their memory.
class CountingCore : public BreakingCore {
 public:
  CountingCore(const Limits& limits, Semantics semantics) : BreakingCore(limits, semantics) {
    ++made;
  }
  void prefault() {
    ++prefaulted;
    BreakingCore::prefault();
  }
  static inline unsigned made{0};
  static inline unsigned prefaulted{0};
};

TEST(Poison, PrefaultHoldsForEveryCoreThatIsMadeAlsoBySkip) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::sync, clock);
  options.prefault = true;
  Poison poison;
  {
    const auto live = open_shard<CountingCore>(options);
    ASSERT_NE(live, nullptr);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::poisoned);
    poison = *live->state().poison.get();
  }
  const auto live = open_shard<CountingCore>(options);
  ASSERT_NE(live, nullptr);
  const unsigned before = CountingCore::prefaulted;
  EXPECT_GE(before, 2U) << "of the new log, of the recovered one";
  ASSERT_TRUE(live->skip(poison.sequence, poison.hash).ok());
  EXPECT_GT(CountingCore::prefaulted, before);
  EXPECT_EQ(CountingCore::made, CountingCore::prefaulted);
}

// Breaks where nothing is stepped, when it is told to.
class IdleBreakingCore : public BreakingCore {
 public:
  using BreakingCore::BreakingCore;
  [[nodiscard]] bool work_due(TimeNs now) const {
    ALLOT_CHECK(!broken.load());
    return BreakingCore::work_due(now);
  }
  static inline std::atomic<bool> broken{false};
};

// What breaks between two steps poisons the engine as well, and ends neither its thread nor its
// host.
TEST(Poison, WhatBreaksOutsideOfAStepPoisonsToo) {
  for (const Threading threading : {Threading::own_thread, Threading::host_steps}) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_on(storage, Durability::sync, clock);
    options.threading = threading;
    IdleBreakingCore::broken = false;
    Sequence answered = 0;
    {
      const auto live = open_shard<IdleBreakingCore>(options);
      ASSERT_NE(live, nullptr);
      const auto producer = live->open_producer().value();
      ASSERT_EQ(submit(*producer, Tick{}), Reason::ok);
      ASSERT_TRUE(live->wait_idle().ok());
      answered = answers_of(*producer, 1)[0].sequence;
      IdleBreakingCore::broken = true;
      EXPECT_EQ(live->wait_idle().code(), StatusCode::poisoned);
      const std::optional<Poison> poison = live->state().poison.get();
      ASSERT_TRUE(poison.has_value());
      EXPECT_EQ(poison->sequence, 0U) << "no command is to blame";
      EXPECT_NE(poison->text.find("outside of any step"), std::string::npos) << poison->text;
      EXPECT_EQ(submit(*producer, Tick{}), Reason::poisoned);
      EXPECT_FALSE(live->stop().ok());
    }
    // The log is whole, so there is nothing to skip.
    IdleBreakingCore::broken = false;
    const auto again = open_shard<IdleBreakingCore>(options);
    ASSERT_NE(again, nullptr);
    EXPECT_FALSE(again->state().poison.is_set());
    EXPECT_EQ(again->core().last_sequence(), answered);
  }
}

// A power cut at any write of a skip leaves the log before it or behind it, never less.
TEST(Poison, ACrashWithinASkipLeavesItUndoneOrDone) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_on(storage, Durability::sync, clock);
  Poison poison;
  {
    const auto live = open_shard<BreakingCore>(options);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
  }
  {
    const auto live = open_shard<BreakingCore>(options);
    EXPECT_EQ(live->state().stream.get().epoch, 2U);
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
      const auto live = open_shard<BreakingCore>(here);
      ASSERT_NE(live, nullptr);
      EXPECT_EQ(live->state().stream.get().epoch, 2U) << "read-only, it begins none";
      disk->break_down_after(writes);
      done = live->skip(poison.sequence, poison.hash).ok();
      // Once it is done, what the writer does ahead of time may meet the broken disk: no sequence.
      const std::optional<Poison> now = live->state().poison.get();
      EXPECT_EQ(now.has_value() && now->sequence == poison.sequence, !done);
    }
    const auto left = disk->crashed();
    here.storage = left.get();
    const auto again = open_shard<BreakingCore>(here);
    ASSERT_NE(again, nullptr);
    if (!again->state().poison.get()) continue;
    ++undone;
    EXPECT_EQ(again->state().poison.get()->sequence, poison.sequence);
    const Status skipped = again->skip(poison.sequence, poison.hash);
    EXPECT_TRUE(skipped.ok()) << skipped.message();
  }
  EXPECT_GT(undone, 0U);
}

TEST(Poison, PoisonUnderHostStepsIsTheSame) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::async, clock);
  options.threading = Threading::host_steps;
  const auto live = open_shard<BreakingCore>(options);
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

}  // namespace
}  // namespace allot::test
