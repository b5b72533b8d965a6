// Consumers that begin at an older sequence, fall behind, or outlive a run: whatever happens, what
// one has got is what a replay of the whole log makes, each event once, with the epoch of its run.
#include <gtest/gtest.h>
#include <pthread.h>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include "allot/engine.hpp"
#include "allot/replay/replay.hpp"
#include "driver/breaking_core.hpp"
#include "driver/live_shop.hpp"
#include "driver/shard-inl.hpp"
#include "driver/shard_fixture.hpp"
#include "journal/journal_reader.hpp"

namespace allot::test {
namespace {

using namespace std::chrono_literals;

// As long as it lives the system has no room for the stack of another thread: it would have to be
// as large as all that a process can address.
class NoMoreThreads {
 public:
  NoMoreThreads() {
    EXPECT_EQ(::pthread_getattr_default_np(&before_), 0);
    pthread_attr_t endless{};
    EXPECT_EQ(::pthread_getattr_default_np(&endless), 0);
    EXPECT_EQ(::pthread_attr_setstacksize(&endless, std::size_t{1} << 47U), 0);
    EXPECT_EQ(::pthread_setattr_default_np(&endless), 0);
    ::pthread_attr_destroy(&endless);
  }
  ~NoMoreThreads() {
    EXPECT_EQ(::pthread_setattr_default_np(&before_), 0);
    ::pthread_attr_destroy(&before_);
  }
  NoMoreThreads(const NoMoreThreads&) = delete;
  NoMoreThreads& operator=(const NoMoreThreads&) = delete;

 private:
  pthread_attr_t before_{};
};

// The naive twin: every event of a log, by replay of all of it.
std::vector<Event> everything_in(Storage& storage) {
  struct Epochs final : LogVisitor {
    void record(const LogRecord& record) override { of[record.command.sequence] = record.epoch; }
    std::map<Sequence, std::uint32_t> of;
  } epochs;
  const LogReport report = inspect(storage, epochs);
  EXPECT_TRUE(report.ok()) << report.fault.message();
  std::vector<Event> all;
  ReplayOptions options;
  options.on_step = [&](const Sequenced& in, std::span<const Event> events) {
    for (Event event : events) {
      event.epoch = epochs.of.at(in.sequence);
      all.push_back(event);
    }
  };
  const auto replayed = replay(storage, options);
  EXPECT_TRUE(replayed.ok()) << replayed.status().message();
  return all;
}

std::vector<Event> from(std::vector<Event> events, Sequence sequence) {
  std::erase_if(events, [&](const Event& event) { return event.sequence < sequence; });
  return events;
}

// Names the first difference.
void expect_same(const std::vector<Event>& got, const std::vector<Event>& wanted,
                 const std::string& where) {
  for (std::size_t i = 0; i < std::min(got.size(), wanted.size()); ++i) {
    ASSERT_EQ(got[i], wanted[i]) << where << ": event " << i << " is " << got[i].sequence << "."
                                 << got[i].ordinal << " of epoch " << got[i].epoch << ", not "
                                 << wanted[i].sequence << "." << wanted[i].ordinal << " of epoch "
                                 << wanted[i].epoch;
  }
  ASSERT_EQ(got.size(), wanted.size()) << where;
}

EngineOptions options_of(MemoryStorage& storage, ManualClock& clock, Durability durability,
                         Threading threading) {
  EngineOptions options = options_on(storage, durability, clock);
  options.threading = threading;
  options.events_max = events_min(*options.limits);
  options.consumers_max = 8;
  return options;
}

// An engine, and what its host does with it.
class Host {
 public:
  Host(const EngineOptions& options, std::uint64_t& number)
      : options_(options), number_(number), engine_(open(options)) {
    producer_.emplace(std::move(engine_->open_producer().value()));
  }

  [[nodiscard]] Engine& engine() { return *engine_; }

  void step() {
    if (options_.threading == Threading::host_steps) engine_->step();
  }
  void submit(const Command& command) {
    for (;;) {
      drop_answers();
      if (producer_->submit(command).ok()) return;
      step();
      std::this_thread::yield();
    }
  }
  void open_shop() {
    for (const Command& command : opening_commands(8, 1'000'000)) submit(command);
  }
  // One random command.
  void act(std::mt19937_64& random) {
    const std::uint64_t kind = random() % 8;
    if (kind == 0) return submit(Tick{});
    if (kind == 1 && number_ > 1) {
      return submit(Cancel{.command_key = {.low = ++number_, .high = 3},
                           .order_key = {.low = 1 + random() % number_, .high = 0}});
    }
    std::vector<std::uint32_t> skus;
    for (std::uint64_t i = 0; i <= random() % 3; ++i) {
      skus.push_back(static_cast<std::uint32_t>(1 + random() % 8));
    }
    Order order(++number_, skus);
    submit(order.command());
  }
  void settle() { ASSERT_TRUE(engine_->wait_idle().ok()); }
  void drop_answers() {
    std::array<Answer, 64> answers;
    while (producer_->poll_answers(answers) != 0) {
    }
  }

 private:
  static std::unique_ptr<Engine> open(const EngineOptions& options) {
    auto engine = Engine::open(options);
    EXPECT_TRUE(engine.ok()) << engine.status().message();
    return std::move(engine.value());
  }

  EngineOptions options_;
  std::uint64_t& number_;
  std::unique_ptr<Engine> engine_;
  std::optional<Producer> producer_;
};

// A host that opened a shop on a log in memory and has done something there.
struct Shop {
  Shop(Durability durability, Threading threading, int acts)
      : host(options_of(storage, clock, durability, threading), number) {
    host.open_shop();
    act(acts);
    host.settle();
  }
  void act(int times) {
    for (int i = 0; i < times; ++i) host.act(random);
  }

  MemoryStorage storage;
  ManualClock clock{1'000};
  std::uint64_t number{0};
  std::mt19937_64 random{3};
  Host host;
};

Consumer consumer_from(Engine& engine, Sequence sequence, std::uint32_t epoch = 0) {
  auto consumer = engine.open_consumer({.from_sequence = sequence, .from_epoch = epoch});
  EXPECT_TRUE(consumer.ok()) << consumer.status().message();
  return std::move(consumer.value());
}

// Polls some; returns how many.
std::size_t poll_into(Consumer& consumer, std::vector<Event>& into, std::size_t most,
                      std::chrono::nanoseconds timeout = {}) {
  std::array<Event, 512> some;
  const std::size_t count =
      consumer.poll(std::span(some).first(std::min(most, some.size())), timeout);
  into.insert(into.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
  return count;
}

// Polls until everything published was polled.
void read_up(Host& host, Consumer& consumer, std::vector<Event>& into) {
  const auto end = std::chrono::steady_clock::now() + 60s;
  const Sequence last = host.engine().statistics().published_sequence;
  for (;;) {
    const bool was_live = !consumer.catching_up();
    host.step();
    const std::size_t count = poll_into(consumer, into, 512, 1ms);
    ASSERT_TRUE(consumer.status().ok()) << consumer.status().message();
    if (consumer.detached()) {
      ASSERT_TRUE(consumer.rejoin().ok());
      continue;
    }
    if (count == 0 && was_live) break;
    ASSERT_LT(std::chrono::steady_clock::now(), end)
        << "stuck behind " << (into.empty() ? 0 : into.back().sequence) << " of " << last;
  }
}

class CatchUpRuns : public testing::TestWithParam<std::tuple<Durability, Threading>> {
 protected:
  [[nodiscard]] static Durability durability() { return std::get<0>(GetParam()); }
  [[nodiscard]] static Threading threading() { return std::get<1>(GetParam()); }
};

TEST_P(CatchUpRuns, AConsumerFromAnySequenceGetsWhatAReplayMakes) {
  std::mt19937_64 random(11);
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_of(storage, clock, durability(), threading());
  std::uint64_t number = 0;
  struct Told {
    Sequence first;
    Sequence last;
    std::vector<Event> events;
  };
  for (int run = 0; run < 2; ++run) {
    std::vector<Told> told;
    Host host(options, number);
    if (run == 0) host.open_shop();
    for (int i = 0; i < 400; ++i) host.act(random);
    host.settle();
    const Sequence last = host.engine().statistics().published_sequence;
    for (const Sequence first : {Sequence{1}, 1 + random() % last, last, last + 1}) {
      Consumer consumer = consumer_from(host.engine(), first);
      EXPECT_EQ(consumer.stream().first_sequence, first);
      EXPECT_EQ(consumer.acknowledged(), first - 1);
      std::vector<Event> got;
      read_up(host, consumer, got);
      // It is live now, and stays so.
      for (int i = 0; i < 50; ++i) host.act(random);
      host.settle();
      read_up(host, consumer, got);
      told.push_back({first, host.engine().statistics().published_sequence, got});
    }
    ASSERT_TRUE(host.engine().stop().ok());
    for (const Told& one : told) {
      std::vector<Event> wanted = from(everything_in(storage), one.first);
      std::erase_if(wanted, [&](const Event& event) { return event.sequence > one.last; });
      expect_same(one.events, wanted, "run " + std::to_string(run));
      if (HasFatalFailure()) return;
    }
  }
}

// Several consumers under load, opened at random places, slow at random, detached and rejoining.
TEST_P(CatchUpRuns, SlowOnesUnderLoadMissNothing) {
  for (const SlowConsumer slow : {SlowConsumer::busy, SlowConsumer::detach}) {
    std::mt19937_64 random(23);
    MemoryStorage storage;
    ManualClock clock(1'000);
    EngineOptions options = options_of(storage, clock, durability(), threading());
    options.slow_consumer = slow;
    std::uint64_t number = 0;
    Host host(options, number);
    host.open_shop();
    host.settle();
    struct Reader {
      Sequence first;
      Consumer consumer;
      std::vector<Event> got;
    };
    std::vector<Reader> readers;
    for (int i = 0; i < 3'000; ++i) {
      host.act(random);
      if (i % 600 == 100) {
        const Sequence last = host.engine().statistics().published_sequence;
        const Sequence first = 1 + random() % (last + 1);
        readers.push_back({first, consumer_from(host.engine(), first), {}});
      }
      if (random() % 64 == 0) host.step();
      for (Reader& reader : readers) {
        if (random() % 1'000 != 0 && slow == SlowConsumer::detach) continue;
        while (poll_into(reader.consumer, reader.got, 1 + random() % 300) != 0 &&
               random() % 4 != 0) {
        }
        if (reader.consumer.detached()) {
          ASSERT_TRUE(reader.consumer.rejoin().ok());
        }
      }
    }
    if (slow == SlowConsumer::detach) {
      Reader& reader = readers.front();
      read_up(host, reader.consumer, reader.got);
      for (int i = 0; i < 20'000 && !reader.consumer.detached(); ++i) host.act(random);
      ASSERT_TRUE(reader.consumer.detached());
      ASSERT_TRUE(reader.consumer.rejoin().ok());
    }
    // A consumer in the way may hold the last commands back until it is polled.
    for (Reader& reader : readers) read_up(host, reader.consumer, reader.got);
    host.settle();
    for (Reader& reader : readers) read_up(host, reader.consumer, reader.got);
    ASSERT_TRUE(host.engine().stop().ok());
    const std::vector<Event> all = everything_in(storage);
    for (const Reader& reader : readers) {
      expect_same(reader.got, from(all, reader.first), "from " + std::to_string(reader.first));
      if (HasFatalFailure()) return;
    }
  }
}

// The host keeps its own record, and dies with the engine; what a crash took back it is told.
TEST_P(CatchUpRuns, AHostsRecordSurvivesCrashes) {
  std::mt19937_64 random(5);
  auto storage = std::make_unique<MemoryStorage>();
  ManualClock clock(1'000);
  std::uint64_t number = 0;
  std::vector<Event> record;
  unsigned taken_back = 0;
  for (int life = 0; life < 12; ++life) {
    EngineOptions options = options_of(*storage, clock, durability(), threading());
    options.damaged_end = DamagedEnd::drop;
    std::unique_ptr<MemoryStorage> left;
    {
      Host host(options, number);
      if (host.engine().statistics().published_sequence < 20) host.open_shop();
      // The last sequence may have been polled in part.
      const Sequence again = record.empty() ? 1 : record.back().sequence;
      std::erase_if(record, [&](const Event& event) { return event.sequence >= again; });
      Consumer consumer =
          consumer_from(host.engine(), again, record.empty() ? 0 : record.back().epoch);
      const StreamStart stream = consumer.stream();
      ASSERT_LE(stream.first_sequence, again);
      if (stream.first_sequence != again) {
        ++taken_back;
        EXPECT_TRUE(stream.rewound);
        EXPECT_EQ(stream.last_sequence + 1, stream.first_sequence);
      }
      std::erase_if(record,
                    [&](const Event& event) { return event.sequence >= stream.first_sequence; });
      const std::uint64_t commands = random() % 600;
      for (std::uint64_t i = 0; i < commands; ++i) {
        host.act(random);
        if (random() % 16 == 0) host.step();
        (void)poll_into(consumer, record, 1 + random() % 64);
      }
      if (random() % 3 == 0) {
        host.settle();
        read_up(host, consumer, record);
      } else if (random() % 2 == 0) {
        ASSERT_TRUE(host.engine().stop().ok());
      }
      left = storage->crashed();
    }
    storage = std::move(left);
  }
  EngineOptions options = options_of(*storage, clock, durability(), threading());
  options.damaged_end = DamagedEnd::drop;
  Host host(options, number);
  const Sequence again = record.empty() ? 1 : record.back().sequence;
  std::erase_if(record, [&](const Event& event) { return event.sequence >= again; });
  Consumer consumer = consumer_from(host.engine(), again, record.empty() ? 0 : record.back().epoch);
  std::erase_if(record, [&](const Event& event) {
    return event.sequence >= consumer.stream().first_sequence;
  });
  read_up(host, consumer, record);
  ASSERT_TRUE(host.engine().stop().ok());
  expect_same(record, everything_in(*storage), "the record");
  if (durability() == Durability::none) {
    EXPECT_GT(taken_back, 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, CatchUpRuns,
    testing::Combine(testing::Values(Durability::none, Durability::async, Durability::sync),
                     testing::Values(Threading::own_thread, Threading::host_steps)));

// What the journal keeps in memory until much has gathered is written for who reads the log.
TEST(CatchUp, WhatIsPublishedAndNotWrittenIsNotMissing) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_of(storage, clock, Durability::none, Threading::host_steps);
  options.gather_bytes = 1U << 30U;
  std::uint64_t number = 0;
  std::mt19937_64 random(3);
  Host host(options, number);
  host.open_shop();
  for (int i = 0; i < 3'000; ++i) {
    host.act(random);
    host.step();
  }
  host.settle();
  ASSERT_LT(host.engine().statistics().journal.records,
            host.engine().statistics().published_sequence)
      << "or there is nothing to test";
  Consumer consumer = consumer_from(host.engine(), 1);
  std::vector<Event> got;
  read_up(host, consumer, got);
  ASSERT_TRUE(host.engine().stop().ok());
  expect_same(got, everything_in(storage), "got");
}

// One that cannot come near takes a place, which holds the producers back until it has come there.
TEST(CatchUp, OneThatIsNeverNearHoldsProducersInTheEnd) {
  Shop shop(Durability::none, Threading::own_thread, 1'000);
  Host& host = shop.host;
  std::vector<Event> got;
  {
    Consumer consumer = consumer_from(host.engine(), 1);
    std::atomic<bool> came{false};
    // It reads more slowly than is decided, so that its replay is not near when its time is over.
    std::thread reader([&] {
      const auto begin = std::chrono::steady_clock::now();
      while (consumer.catching_up() && std::chrono::steady_clock::now() < begin + 60s) {
        const bool slow = std::chrono::steady_clock::now() < begin + 3s;
        (void)poll_into(consumer, got, slow ? 16 : 512);
        if (slow) std::this_thread::sleep_for(50us);
      }
      EXPECT_FALSE(consumer.catching_up()) << "producers were never held";
      came = true;
      // What holds the last command back has to be read.
      while (came) (void)poll_into(consumer, got, 512, 1ms);
    });
    while (!came) shop.act(1);
    host.settle();
    came = false;
    reader.join();
    read_up(host, consumer, got);
  }
  ASSERT_TRUE(host.engine().stop().ok());
  expect_same(got, everything_in(shop.storage), "got");
}

TEST(CatchUp, OneThatNobodyPollsHoldsNoProducer) {
  Shop shop(Durability::none, Threading::own_thread, 6'000);
  Host& host = shop.host;
  const Consumer consumer = consumer_from(host.engine(), 1);
  std::this_thread::sleep_for(1'300ms);  // longer than it may try to come near
  shop.act(6'000);
  host.settle();
  EXPECT_TRUE(consumer.catching_up());
}

// What is published already needs no turn of the engine.
TEST(CatchUp, ReadsEverythingWhereNobodySteps) {
  Shop shop(Durability::none, Threading::host_steps, 60'000);
  const Sequence last = shop.host.engine().statistics().published_sequence;
  Consumer consumer = consumer_from(shop.host.engine(), 1);
  std::vector<Event> got;
  const auto end = std::chrono::steady_clock::now() + 60s;
  while (got.empty() || got.back().sequence < last) {
    (void)poll_into(consumer, got, 512, 10ms);
    ASSERT_LT(std::chrono::steady_clock::now(), end) << "nobody steps, and it waits for a turn";
  }
  EXPECT_TRUE(consumer.catching_up());
}

TEST(CatchUp, StoppingEndsItAtOnce) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_of(storage, clock, Durability::none, Threading::host_steps);
  std::uint64_t number = 0;
  auto host = std::make_unique<Host>(options, number);
  host->open_shop();
  host->settle();
  // Nobody steps, so it is never let in.
  Consumer consumer = consumer_from(host->engine(), 1);
  std::vector<Event> got;
  while (got.empty() || got.back().sequence < host->engine().statistics().published_sequence) {
    (void)poll_into(consumer, got, 512, 10ms);
  }
  const auto begun = std::chrono::steady_clock::now();
  std::thread stopper([&] {
    std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(host->engine().stop().ok());
  });
  EXPECT_EQ(poll_into(consumer, got, 512, 60s), 0U);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
  stopper.join();
  EXPECT_EQ(consumer.status().code(), StatusCode::invalid_argument);
  EXPECT_NE(consumer.status().message().find("stopped"), std::string::npos);
  EXPECT_FALSE(host->engine().open_consumer({.from_sequence = 1}).ok());
  host.reset();
  EXPECT_EQ(poll_into(consumer, got, 512, 60s), 0U) << "it may outlive the engine";
}

TEST(CatchUp, ARejoinThatFailedCanBeTriedAgain) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  EngineOptions options = options_of(storage, clock, Durability::none, Threading::host_steps);
  options.slow_consumer = SlowConsumer::detach;
  std::uint64_t number = 0;
  std::mt19937_64 random(3);
  Host host(options, number);
  Consumer consumer = std::move(host.engine().open_consumer().value());
  std::vector<Event> got;
  host.open_shop();
  read_up(host, consumer, got);
  for (int i = 0; i < 20'000 && !consumer.detached(); ++i) host.act(random);
  ASSERT_TRUE(consumer.detached());
  {
    const NoMoreThreads none;
    for (int tries = 0; tries < 2; ++tries) {
      EXPECT_EQ(consumer.rejoin().code(), StatusCode::io_error);
      EXPECT_TRUE(consumer.detached());
      host.step();
    }
    EXPECT_EQ(host.engine().open_consumer({.from_sequence = 1}).status().code(),
              StatusCode::io_error);
  }
  ASSERT_TRUE(consumer.rejoin().ok());
  read_up(host, consumer, got);
  host.settle();
  read_up(host, consumer, got);
  ASSERT_TRUE(host.engine().stop().ok());
  expect_same(got, everything_in(storage), "got");
}

TEST(CatchUp, NeedsALog) {
  EngineOptions options;
  options.limits = small_limits();
  options.durability = Durability::none;
  auto engine = Engine::open(options);
  ASSERT_TRUE(engine.ok());
  const auto consumer = engine.value()->open_consumer({.from_sequence = 1});
  ASSERT_FALSE(consumer.ok());
  EXPECT_EQ(consumer.status().code(), StatusCode::unsupported);
}

TEST(CatchUp, BeyondWhatExistsItBeginsBehindThat) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_of(storage, clock, Durability::sync, Threading::own_thread);
  std::uint64_t number = 0;
  Host host(options, number);
  host.open_shop();
  host.settle();
  const Sequence last = host.engine().statistics().published_sequence;
  Consumer ahead = consumer_from(host.engine(), last + 50);
  EXPECT_TRUE(ahead.stream().rewound);
  EXPECT_EQ(ahead.stream().last_sequence, last);
  EXPECT_EQ(ahead.stream().first_sequence, last + 1);
  Consumer next = consumer_from(host.engine(), last + 1);
  EXPECT_FALSE(next.stream().rewound);
  host.submit(Tick{});
  host.settle();
  std::vector<Event> got;
  read_up(host, ahead, got);
  read_up(host, next, got);
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[0], got[1]);
  EXPECT_EQ(got[0].sequence, last + 1);
  const auto copy = host.engine().open_consumer({.from_sequence = 1, .from_epoch = 9});
  ASSERT_FALSE(copy.ok());
  EXPECT_EQ(copy.status().code(), StatusCode::truncated);
}

// A log that cannot be read says so instead of ending.
TEST(CatchUp, ADamagedLogIsAnError) {
  Shop shop(Durability::sync, Threading::own_thread, 2'000);
  Host& host = shop.host;
  shop.storage.flip("0000000001.log", 40'000);
  Consumer consumer = consumer_from(host.engine(), 1);
  std::vector<Event> got;
  while (consumer.status().ok() && consumer.catching_up()) (void)poll_into(consumer, got, 512, 1ms);
  EXPECT_EQ(consumer.status().code(), StatusCode::corrupt) << consumer.status().message();
  EXPECT_NE(consumer.status().message().find("0000000001.log"), std::string::npos);
}

// A poisoned engine can be read to where it stopped; a skip is told to those who read on.
TEST(CatchUp, ReadsAPoisonedEngineAndOverTheSkip) {
  MemoryStorage storage;
  ManualClock clock(1'000);
  const EngineOptions options = options_of(storage, clock, Durability::sync, Threading::own_thread);
  std::vector<Event> early;
  std::vector<Event> old;
  const auto read = [](ConsumerSlot& consumer, std::vector<Event>& into) {
    std::array<Event, 64> events;
    for (;;) {
      const bool was_live = !consumer.catching_up();
      const std::size_t count = consumer.poll(events, 1ms);
      ASSERT_TRUE(consumer.status().ok()) << consumer.status().message();
      into.insert(into.end(), events.begin(), events.begin() + static_cast<std::ptrdiff_t>(count));
      if (count == 0 && was_live) return;
    }
  };
  {
    const auto live = open_shard<BreakingCore>(options);
    const auto producer = live->open_producer().value();
    open_shop(*live, *producer);
    Order bad(2, {3});
    bad.place().order_key.high = poison_high;
    ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
    ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::poisoned);
    std::vector<Event> got;
    read(*live->consumers().open({.from_sequence = 1}).value(), got);
    EXPECT_EQ(got.back().sequence + 1, live->state().poison.get()->sequence);
  }
  const auto live = open_shard<BreakingCore>(options);
  const auto first = live->consumers().open({.from_sequence = 1}).value();
  const auto plain = live->consumers().open({}).value();
  const auto waiting = live->consumers().open({.from_sequence = 3}).value();
  read(*first, early);
  read(*plain, old);
  EXPECT_TRUE(old.empty());
  const Poison poison = *live->state().poison.get();
  EXPECT_EQ(early.back().sequence + 1, poison.sequence);
  ASSERT_TRUE(live->skip(poison.sequence, poison.hash).ok());
  const auto producer = live->open_producer().value();
  Order next(9, {5});
  ASSERT_EQ(submit(*producer, next.command()), Reason::ok);
  ASSERT_EQ(answers_of(*producer, 1)[0].reason, Reason::ok);
  std::vector<Event> late;
  std::vector<Event> anew;
  read(*first, early);
  read(*plain, old);
  read(*waiting, late);
  read(*live->consumers().open({.from_sequence = 1}).value(), anew);
  ASSERT_TRUE(live->stop().ok());
  const std::vector<Event> all = everything_in(storage);
  expect_same(early, all, "opened before the skip");
  expect_same(late, from(all, 3), "not polled before the skip");
  expect_same(anew, all, "opened after the skip");
  expect_same(old, from(all, poison.sequence), "of the buffer alone");
}

}  // namespace
}  // namespace allot::test
