// Consumers at the edges: who waits is let go at once when nothing more comes, who rejoins goes on
// where it stood, who is blamed for `busy` is the one in the way, and a log that failed is an error
// where events are missing and nowhere else.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <span>
#include <thread>
#include <vector>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "driver/breaking_core.hpp"
#include "driver/shard_fixture.hpp"

namespace allot::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Nobody who is let go waits so long, on the slowest machine.
constexpr auto long_time = 60s;
constexpr auto let_go_within = 20s;

class ConsumerWaits : public testing::Test {
 protected:
  [[nodiscard]] EngineOptions options() {
    EngineOptions options = options_on(storage_, Durability::none, clock_);
    options.threading = Threading::host_steps;
    options.events_max = events_min(*options.limits);
    options.consumers_max = 3;
    return options;
  }
  void open(const EngineOptions& options) {
    auto opened = Engine::open(options);
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    engine_ = std::move(opened.value());
    producer_ = std::make_unique<Producer>(std::move(engine_->open_producer().value()));
  }
  [[nodiscard]] Consumer consumer(ConsumeFrom from = ConsumeFrom::oldest) {
    return std::move(engine_->open_consumer(from).value());
  }
  // Submits `command` and lets it be decided. Returns: whether there was room for it.
  bool decide(const Command& command = Tick{}) {
    const bool submitted = producer_->submit(command).ok();
    const bool decided = engine_->step() != 0;
    std::array<Answer, 64> answers;
    while (producer_->poll_answers(answers) != 0) {
    }
    return submitted || decided;
  }
  void tick(std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) ASSERT_TRUE(decide());
  }
  // Ticks until `consumer` was detached.
  void detach(const Consumer& consumer) {
    while (!consumer.detached()) ASSERT_TRUE(decide());
  }
  // Decides until a consumer that is not polled leaves no room.
  void fill_up() {
    for (int stuck = 0; stuck < 100;) stuck = decide() ? 0 : stuck + 1;
  }
  // Returns: the sequences of what comes until `last`; each tick is one event.
  std::vector<Sequence> read_to(Consumer& consumer, Sequence last) {
    std::vector<Sequence> got;
    std::array<Event, 64> events;
    const auto end = Clock::now() + 30s;
    while ((got.empty() || got.back() < last) && Clock::now() < end) {
      engine_->step();
      const std::size_t count = consumer.poll(events, 1ms);
      for (std::size_t i = 0; i < count; ++i) got.push_back(events[i].sequence);
    }
    return got;
  }
  static std::vector<Sequence> all(Sequence first, Sequence last) {
    std::vector<Sequence> every;
    for (Sequence sequence = first; sequence <= last; ++sequence) every.push_back(sequence);
    return every;
  }
  [[nodiscard]] Sequence published() const { return engine_->statistics().published_sequence; }

  MemoryStorage storage_;
  ManualClock clock_{1'000};
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Producer> producer_;
  std::array<Event, 64> events_{};
};

// Runs `ends` while a consumer waits with nothing to come. Returns: how long it went on waiting.
template <class Ends>
Clock::duration waited_until(Consumer& consumer, Ends&& ends) {
  std::atomic<bool> waits{false};
  Clock::duration waited{};
  std::thread host([&] {
    std::array<Event, 8> events;
    waits.store(true);
    const auto begun = Clock::now();
    EXPECT_EQ(consumer.poll(events, long_time), 0U);
    waited = Clock::now() - begun;
  });
  while (!waits.load()) std::this_thread::yield();
  std::this_thread::sleep_for(20ms);
  ends();
  host.join();
  return waited;
}

TEST_F(ConsumerWaits, EndsWithTheEngine) {
  open(options());
  Consumer waits = consumer();
  ASSERT_EQ(read_to(waits, 1).size(), 1U);
  EXPECT_LT(waited_until(waits, [&] { EXPECT_TRUE(engine_->stop().ok()); }), let_go_within);
  EXPECT_EQ(waits.poll(events_, long_time), 0U) << "nothing will come any more";
}

TEST_F(ConsumerWaits, OneThatIsDetachedDoesNotWait) {
  EngineOptions detaching = options();
  detaching.slow_consumer = SlowConsumer::detach;
  open(detaching);
  Consumer slow = consumer();
  detach(slow);
  const auto begun = Clock::now();
  EXPECT_EQ(slow.poll(events_, long_time), 0U);
  EXPECT_LT(Clock::now() - begun, let_go_within);
}

// The longest time there is does not run over.
TEST_F(ConsumerWaits, ForEverIsNotAtOnce) {
  EngineOptions own = options();
  own.threading = Threading::own_thread;
  own.durability = Durability::sync;
  open(own);
  Consumer waits = consumer();
  ASSERT_EQ(waits.poll(events_, std::chrono::nanoseconds::max()), 1U) << "the start";
  storage_.hold();
  ASSERT_TRUE(producer_->submit(Tick{}).ok());
  std::thread later([&] {
    std::this_thread::sleep_for(20ms);
    storage_.release();
  });
  Answer answer;
  EXPECT_EQ(producer_->poll_answers({&answer, 1}, std::chrono::nanoseconds::max()), 1U);
  later.join();
  EXPECT_EQ(waits.poll(events_, std::chrono::nanoseconds::max()), 1U);
}

// What was published before the end can be had after it.
TEST_F(ConsumerWaits, OneThatIsOpenedAfterTheEndGetsWhatTheBufferHolds) {
  open(options());
  tick(5);
  ASSERT_TRUE(engine_->stop().ok());
  Consumer late = consumer();
  EXPECT_EQ(late.poll(events_), published());
  EXPECT_EQ(events_[0].sequence, 1U);
  EXPECT_EQ(late.poll(events_, long_time), 0U);
}

TEST_F(ConsumerWaits, OneMoreThanConsumersMaxIsRefused) {
  open(options());
  std::vector<Consumer> three;
  for (int i = 0; i < 3; ++i) three.push_back(consumer());
  for (const Sequence from : {Sequence{0}, Sequence{1}}) {
    const auto more = engine_->open_consumer({.from_sequence = from});
    ASSERT_FALSE(more.ok());
    EXPECT_EQ(more.status().code(), StatusCode::invalid_argument);
    EXPECT_NE(more.status().message().find("consumers_max (3)"), std::string::npos);
  }
  three.pop_back();
  EXPECT_TRUE(engine_->open_consumer({.from_sequence = 1}).ok());
}

// One that was given nothing yet stands where it was let in, which is not the log's beginning.
TEST_F(ConsumerWaits, OneThatWasGivenNothingRejoinsWhereItWasLetIn) {
  EngineOptions detaching = options();
  detaching.slow_consumer = SlowConsumer::detach;
  open(detaching);
  tick(9);
  Consumer late = consumer(ConsumeFrom::newest);
  engine_->step();
  ASSERT_EQ(late.figures().events_behind, 0U);
  detach(late);
  ASSERT_TRUE(late.rejoin().ok());
  EXPECT_FALSE(late.detached());
  EXPECT_EQ(read_to(late, published()), all(11, published()));
}

TEST_F(ConsumerWaits, WithoutALogADetachedOneStaysDetached) {
  EngineOptions bare = options();
  bare.storage = nullptr;
  bare.slow_consumer = SlowConsumer::detach;
  open(bare);
  Consumer slow = consumer();
  EXPECT_TRUE(slow.rejoin().ok()) << "it is not detached";
  detach(slow);
  EXPECT_EQ(slow.rejoin().code(), StatusCode::unsupported);
  EXPECT_TRUE(slow.detached());
  EXPECT_FALSE(slow.catching_up());
}

// Queued work that finds nothing to do has sequences, and no events.
TEST_F(ConsumerWaits, OneThatHasReadEverythingIsNotBehind) {
  open(options());
  Consumer plain = consumer();
  const auto drain = [&] {
    while (plain.poll(events_) != 0) {
    }
  };
  for (const Command& command : opening_commands(1, 1)) ASSERT_TRUE(decide(command));
  for (std::uint64_t number = 1; number <= 600; ++number) {
    Order waits(number, {1}, 1'000);
    waits.place().shortage = Shortage::backorder;
    waits.place().ship_complete = true;
    ASSERT_TRUE(decide(waits.command()));
    drain();
  }
  Receive one{.command_key = setup_key(1'000), .sku = SkuId{1}, .node = NodeId{1}};
  one.quantity = 1;
  ASSERT_TRUE(decide(one));
  ASSERT_TRUE(engine_->wait_idle().ok());
  drain();
  ASSERT_LT(plain.figures().polled, published()) << "or there is nothing to test";
  EXPECT_EQ(plain.figures().state, ConsumerState::live);
  EXPECT_EQ(plain.figures().sequences_behind, 0U);
  Consumer behind = std::move(engine_->open_consumer({.from_sequence = 1}).value());
  EXPECT_EQ(behind.figures().sequences_behind, published());
  EXPECT_EQ(behind.figures().events_behind, 0U);
}

TEST_F(ConsumerWaits, FiguresComeInTheOrderOfPlaces) {
  open(options());
  Consumer first = consumer();
  Consumer second = consumer();
  first = std::move(engine_->open_consumer({.from_sequence = 1}).value());
  second = consumer();  // the first place, which was opened last
  const std::vector<ConsumerFigures> figures = engine_->consumers();
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_LT(figures[0].index, figures[1].index);
}

// Neither the first nor the last one, but the one that has left most.
TEST_F(ConsumerWaits, BusyBlamesTheOneThatIsFurthestBehind) {
  open(options());
  Consumer first = consumer();
  Consumer furthest = consumer();
  Consumer last = consumer();
  tick(20);
  ASSERT_EQ(read_to(first, 11).front(), 1U);
  ASSERT_EQ(last.poll(std::span(events_).first(5)), 5U);
  fill_up();
  BusyCause cause = producer_->busy_cause();
  EXPECT_EQ(cause.with, BusyWith::events);
  EXPECT_EQ(cause.consumer.index, 1U);
  EXPECT_GT(cause.consumer.events_behind, 0U);
  EXPECT_NE(cause.text.find("consumer 1 "), std::string::npos) << cause.text;
  // All have read meanwhile, and no turn was taken since.
  for (Consumer* one : {&first, &furthest, &last}) {
    while (one->poll(events_) != 0) {
    }
  }
  cause = producer_->busy_cause();
  EXPECT_EQ(cause.with, BusyWith::decisions);
  EXPECT_TRUE(cause.consumer.name.empty());
}

TEST_F(ConsumerWaits, BusyBlamesTheLogWhenItsDiskIsSlow) {
  EngineOptions slow = options();
  slow.threading = Threading::own_thread;
  slow.durability = Durability::sync;
  slow.ring_bytes = ring_bytes_min(*slow.limits);
  open(slow);
  ASSERT_TRUE(engine_->wait_idle().ok());
  storage_.hold();
  const auto end = Clock::now() + 30s;
  while (Clock::now() < end) {
    if (producer_->submit(Tick{}).ok()) continue;
    if (producer_->busy_cause().with == BusyWith::log) break;
    std::this_thread::sleep_for(1ms);
  }
  const BusyCause cause = producer_->busy_cause();
  EXPECT_EQ(cause.with, BusyWith::log);
  EXPECT_NE(cause.text.find("disk"), std::string::npos) << cause.text;
  storage_.release();
}

// A consumer that reads a quarter as fast as is decided, behind what was published when it was
// opened.
class NeverNear : public ConsumerWaits {
 protected:
  void open_behind(SlowConsumer slow, std::uint64_t published_at_first) {
    EngineOptions never_near = options();
    never_near.slow_consumer = slow;
    open(never_near);
    tick(published_at_first);
    behind_ =
        std::make_unique<Consumer>(std::move(engine_->open_consumer({.from_sequence = 1}).value()));
  }
  // Returns: whether the consumer, which catches up, has a place within `time`, which holds
  //          producers back.
  bool has_place_within(Clock::duration time, bool polls) {
    const auto end = Clock::now() + time;
    while (Clock::now() < end) {
      if (behind_->figures().events_behind != 0) return behind_->catching_up();
      const std::size_t most = polls ? 8 : 0;
      const std::size_t count = behind_->poll(std::span(events_).first(most));
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(events_[i].sequence, ++got_);
      for (int i = 0; i < 32; ++i) (void)decide();
      std::this_thread::sleep_for(1ms);
    }
    return false;
  }

  std::unique_ptr<Consumer> behind_;
  Sequence got_{0};
};

TEST_F(NeverNear, TakesAPlaceAfterASecondBehindWhatWasThereWhenItWasOpened) {
  open_behind(SlowConsumer::busy, 6'000);
  EXPECT_FALSE(has_place_within(1'300ms, false)) << "it has not read what was there at first";
  EXPECT_TRUE(has_place_within(30s, true));
  // Where the place begins, the queue ends: without a gap.
  const auto end = Clock::now() + 30s;
  while (behind_->catching_up() && Clock::now() < end) {
    const std::size_t count = behind_->poll(events_, 1ms);
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(events_[i].sequence, ++got_);
  }
  EXPECT_FALSE(behind_->catching_up());
}

// It reads slowly what was there at first, for longer than it may try to come near.
TEST_F(NeverNear, TakesNoneWhileItReadsWhatWasThereWhenItWasOpened) {
  open_behind(SlowConsumer::busy, 20'000);
  while (got_ < 256) ASSERT_FALSE(has_place_within(50ms, true));
  EXPECT_FALSE(has_place_within(1'500ms, true));
  EXPECT_LT(got_, 15'000U) << "or there is nothing to test";
}

// A place would only be taken from it again.
TEST_F(NeverNear, TakesNoneWhereSlowOnesAreDetached) {
  open_behind(SlowConsumer::detach, 6'000);
  EXPECT_FALSE(has_place_within(200ms, false));
  // Its queue holds 4,096 events, and it is behind what was there at first when these are read.
  while (got_ < 2'500) ASSERT_FALSE(has_place_within(50ms, true));
  EXPECT_FALSE(has_place_within(1'500ms, true));
  EXPECT_FALSE(behind_->detached());
}

// What was published and never written cannot be had again, and nobody waits for it for ever.
TEST_F(ConsumerWaits, WhatAFailedLogLacksIsAnError) {
  EngineOptions gathering = options();
  gathering.gather_bytes = 1U << 30U;
  open(gathering);
  tick(2 * gathering.events_max);
  storage_.break_down();
  // Nothing is written until a consumer asks for it.
  ASSERT_GT(published(), engine_->statistics().journal.records) << "or there is nothing to test";
  Consumer behind = std::move(engine_->open_consumer({.from_sequence = 1}).value());
  const auto end = Clock::now() + 30s;
  while (behind.status().ok() && Clock::now() < end) {
    engine_->step();
    (void)behind.poll(events_, 1ms);
  }
  EXPECT_EQ(behind.status().code(), StatusCode::io_error) << behind.status().message();
  EXPECT_NE(behind.status().message().find("never written"), std::string::npos);
}

TEST_F(ConsumerWaits, AFailedLogThatHasEverythingIsReadToItsEnd) {
  EngineOptions safe = options();
  safe.durability = Durability::sync;
  open(safe);
  tick(2 * safe.events_max);
  ASSERT_TRUE(engine_->wait_idle().ok());
  storage_.break_down();
  ASSERT_TRUE(producer_->submit(Tick{}).ok());
  ASSERT_FALSE(engine_->wait_idle().ok());
  Consumer behind = std::move(engine_->open_consumer({.from_sequence = 1}).value());
  EXPECT_EQ(read_to(behind, published()), all(1, published()));
  std::this_thread::sleep_for(20ms);
  engine_->step();
  EXPECT_EQ(behind.poll(events_, 1ms), 0U);
  EXPECT_TRUE(behind.status().ok()) << behind.status().message();
}

// A replay that breaks where the engine did not would tell something else than was published.
TEST(ConsumerOfABreakingCore, IsToldThatTheReplayBroke) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::none, clock);
  options.events_max = events_min(*options.limits);
  const auto live = open_shard<BreakingCore>(options);
  const auto producer = live->open_producer().value();
  open_shop(*live, *producer);
  Order order(2, {3});
  order.place().order_key.high = later_high;
  ASSERT_EQ(submit(*producer, order.command()), Reason::ok);
  ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::ok);
  // Until the buffer does not have the order any more.
  for (std::uint32_t i = 0; i < 2 * options.events_max; ++i) {
    while (submit(*producer, Tick{}) != Reason::ok) std::this_thread::yield();
    (void)answers_of(*producer, 1);
  }
  ASSERT_TRUE(live->wait_idle().ok());
  breaks_later = true;
  const auto consumer = live->consumers().open({.from_sequence = 1}).value();
  std::array<Event, 64> events;
  const auto end = Clock::now() + 30s;
  while (consumer->status().ok() && consumer->catching_up() && Clock::now() < end) {
    (void)consumer->poll(events, 1ms);
  }
  EXPECT_EQ(consumer->status().code(), StatusCode::poisoned);
  EXPECT_NE(consumer->status().message().find("well when it was logged"), std::string::npos);
  breaks_later = false;
}

// It is in the middle of the log of a poisoned engine, waiting to be polled, when the command is
// skipped, and the buffer has gone on when it comes there: a skip is no reason to end.
TEST(ConsumerOfABreakingCore, ReadsOnOverASkipThatCameWhileItRead) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_on(storage, Durability::none, clock);
  options.events_max = events_min(*options.limits);
  const auto tick = [](ProducerSlot& producer, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(submit(producer, Tick{}), Reason::ok);
      ASSERT_EQ(answers_of(producer, 1)[0].reason, Reason::ok);
    }
  };
  {
    const auto live = open_shard<BreakingCore>(options);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
    tick(*producer, 5'000);
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::poisoned);
  }
  const auto live = open_shard<BreakingCore>(options);
  const Poison poison = *live->state().poison.get();
  ASSERT_GT(poison.sequence, 5'000U);
  const auto consumer = live->consumers().open({.from_sequence = 1}).value();
  std::array<Event, 64> events;
  ASSERT_EQ(consumer->poll(std::span(events).first(1), 30s), 1U) << "it has begun";
  Sequence last = events[0].sequence;
  ASSERT_TRUE(live->skip(poison.sequence, poison.hash).ok());
  const auto producer = live->open_producer().value();
  tick(*producer, 2 * options.events_max);
  const Sequence published = live->state().events->published_sequence();
  const auto until = Clock::now() + 30s;
  while (last < published && consumer->status().ok() && Clock::now() < until) {
    const std::size_t count = consumer->poll(events, 1ms);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_LE(events[i].sequence, last + 1);
      last = events[i].sequence;
    }
  }
  EXPECT_TRUE(consumer->status().ok()) << consumer->status().message();
  EXPECT_EQ(last, published);
}

}  // namespace
}  // namespace allot::test
