// The public Engine, driven as a host drives it.
#include "allot/engine.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <filesystem>
#include <thread>

#include "allot/driver/clock.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"

namespace allot {
namespace {

using test::Order;
using test::ScratchDirectory;

EngineOptions stepped_options(Clock* clock) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.durability = Durability::none;
  options.threading = Threading::host_steps;
  options.clock = clock;
  return options;
}

std::unique_ptr<Engine> open_engine(const EngineOptions& options) {
  Result<std::unique_ptr<Engine>> engine = Engine::open(options);
  EXPECT_TRUE(engine.ok()) << engine.status().message();
  return engine.ok() ? std::move(engine.value()) : nullptr;
}

// Submits until taken, stepping or waiting in between, and drops the answers.
void submit_all(Engine& engine, Producer& producer, const std::vector<Command>& commands,
                bool stepped) {
  std::array<Answer, 256> answers;
  for (const Command& command : commands) {
    for (;;) {
      const Admission admission = producer.submit(command);
      if (admission.ok()) break;
      ASSERT_EQ(admission.reason, Reason::busy);
      if (stepped) engine.step();
      for (const Answer& answer : std::span(answers).first(producer.poll_answers(answers))) {
        ASSERT_EQ(answer.reason, Reason::ok);
      }
    }
  }
  ASSERT_TRUE(engine.wait_idle().ok());
  while (producer.poll_answers(answers) != 0) {
  }
}

TEST(Engine, DecidesAnOrderAndTellsEverybody) {
  ManualClock clock(1'000);
  const auto engine = open_engine(stepped_options(&clock));
  ASSERT_NE(engine, nullptr);
  Consumer consumer = std::move(engine->open_consumer().value());
  Producer producer = std::move(engine->open_producer().value());
  submit_all(*engine, producer, test::opening_commands(3, 10), true);

  Order order(7, {1, 2}, 2);
  ASSERT_TRUE(producer.submit(order.command()).ok());
  EXPECT_EQ(engine->step(), 1U);
  std::array<Answer, 4> answers;
  ASSERT_EQ(producer.poll_answers(answers), 1U);
  EXPECT_EQ(answers[0].reason, Reason::ok);
  EXPECT_EQ(answers[0].command_key, (CommandKey{.low = 7, .high = 2}));

  std::array<Event, 256> events;
  const std::size_t count = consumer.poll(events);
  ASSERT_GT(count, 3U);
  EXPECT_EQ(events[0].type, EventType::started);
  EXPECT_EQ(events[0].epoch, 1U);
  EXPECT_EQ(events[count - 3].type, EventType::placed);
  EXPECT_EQ(events[count - 3].sequence, answers[0].sequence);
  EXPECT_EQ(events[count - 1].type, EventType::line_held);
  EXPECT_TRUE(consumer.acknowledge(answers[0].sequence));
  EXPECT_FALSE(consumer.acknowledge(answers[0].sequence + 1));
  EXPECT_EQ(engine->acknowledged(), answers[0].sequence);

  const std::optional<OrderView> view = engine->order({.low = 7, .high = 0});
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->status, OrderStatus::open);
  EXPECT_EQ(view->pay_by, 1'000 + 1'000'000'000);
  EXPECT_EQ(engine->availability(SkuId{1}, NodeId{1})->available, 8U);
  EXPECT_EQ(engine->availability(SkuId{1}, NodeId{2})->available, 10U);
  EXPECT_FALSE(engine->availability(SkuId{0}, NodeId{1}).has_value());
  EXPECT_FALSE(engine->availability(SkuId{1}, NodeId{5}).has_value());

  // Time passes, nobody asks for anything: the engine expires the hold of its own accord.
  clock.set(5'000'000'000);
  ASSERT_TRUE(engine->wait_idle().ok());
  EXPECT_EQ(engine->order({.low = 7, .high = 0})->status, OrderStatus::expired);
  EXPECT_EQ(engine->availability(SkuId{1}, NodeId{1})->available, 10U);
  EXPECT_GE(engine->statistics().advances, 1U);
  EXPECT_TRUE(engine->conservation().holds);
  EXPECT_TRUE(engine->stop().ok());
  EXPECT_EQ(producer.submit(order.command()).reason, Reason::stopped);
}

TEST(Engine, RefusesWhatHostsMayNotSubmit) {
  ManualClock clock(1);
  const auto engine = open_engine(stepped_options(&clock));
  Producer producer = std::move(engine->open_producer().value());
  EXPECT_EQ(producer.submit(Advance{}).reason, Reason::not_for_hosts);
  EXPECT_EQ(producer.submit(Skip{}).reason, Reason::not_for_hosts);
  EXPECT_EQ(producer.submit(Start{}).reason, Reason::not_for_hosts);
  Order wide(1, std::vector<std::uint32_t>(65, 1));
  EXPECT_EQ(producer.submit(wide.command()).reason, Reason::command_too_large);
  const std::vector<SkuId> skus(Limits{}.sku_set_skus_max + 1, SkuId{1});
  EXPECT_EQ(producer.submit(DefineSkuSet{{1, 0}, *Code::from("T"), skus}).reason,
            Reason::command_too_large);
  EXPECT_EQ(engine->statistics().decided_sequence, 1U) << "only start was logged";
}

TEST(Engine, AcceptsAPrefixAndLogsNothingOfTheRest) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.ring_bytes = ring_bytes_min(*options.limits);
  const auto engine = open_engine(options);
  Producer producer = std::move(engine->open_producer().value());
  std::vector<Submission> batch(200);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].command = DefineZone{.command_key = test::setup_key(i + 1), .code = test::code("z")};
  }
  const Admission admission = producer.submit(batch);
  EXPECT_EQ(admission.reason, Reason::busy);
  ASSERT_GT(admission.accepted, 0U);
  ASSERT_LT(admission.accepted, batch.size());
  EXPECT_EQ(producer.submit(batch[0].command).reason, Reason::busy);
  ASSERT_TRUE(engine->wait_idle().ok());
  EXPECT_EQ(engine->statistics().decided_sequence, 1 + admission.accepted);
  std::vector<Answer> answers(300);
  ASSERT_EQ(producer.poll_answers(answers), admission.accepted);
  for (std::size_t i = 0; i < admission.accepted; ++i) {
    EXPECT_EQ(answers[i].command_key, test::setup_key(i + 1));
  }
  // A command that is not for hosts ends the prefix as well.
  std::vector<Submission> mixed(2);
  mixed[0].command = Tick{};
  mixed[1].command = Advance{};
  const Admission second = producer.submit(mixed);
  EXPECT_EQ(second.accepted, 1U);
  EXPECT_EQ(second.reason, Reason::not_for_hosts);
}

TEST(Engine, SaysBusyWhileAnswersAreNotPolled) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.answers_max = 3;
  const auto engine = open_engine(options);
  Producer producer = std::move(engine->open_producer().value());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(producer.submit(Tick{}).ok());
  EXPECT_EQ(producer.submit(Tick{}).reason, Reason::busy);
  ASSERT_TRUE(engine->wait_idle().ok());
  EXPECT_EQ(producer.submit(Tick{}).reason, Reason::busy);
  std::array<Answer, 1> one;
  ASSERT_EQ(producer.poll_answers(one), 1U);
  EXPECT_TRUE(producer.submit(Tick{}).ok());
}

TEST(Engine, TakesTurnsBetweenProducers) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.batch_commands_max = 4;
  const auto engine = open_engine(options);
  Producer loud = std::move(engine->open_producer().value());
  Producer quiet = std::move(engine->open_producer().value());
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(loud.submit(Tick{}).ok());
  ASSERT_TRUE(quiet.submit(Tick{}).ok());
  EXPECT_EQ(engine->step(), 5U);
  std::array<Answer, 128> answers;
  ASSERT_EQ(quiet.poll_answers(answers), 1U) << "one turn reaches every producer";
  EXPECT_LE(answers[0].sequence, 6U);
  EXPECT_EQ(loud.poll_answers(answers), 4U);
}

TEST(Engine, NamesTheOptionThatCannotBeUsed) {
  const auto refusal = [](auto&& change) {
    EngineOptions options;
    options.limits = test::small_limits();
    options.durability = Durability::none;
    change(options);
    const auto engine = Engine::open(options);
    EXPECT_FALSE(engine.ok());
    EXPECT_EQ(engine.status().code(), StatusCode::invalid_argument);
    return engine.status().message();
  };
  const auto names = [&](auto&& change, const char* what) {
    const std::string text = refusal(change);
    EXPECT_NE(text.find(what), std::string::npos) << text;
  };
  names([](auto& o) { o.ring_bytes = ring_bytes_min(*o.limits) - 1; }, "ring_bytes");
  names([](auto& o) { o.limits->skus_max = 0; }, "skus_max");
  names([](auto& o) { o.durability = Durability::sync; }, "storage or directory");
  names([](auto& o) { o.producers_max = 0; }, "producers_max");
  names([](auto& o) { o.answers_max = 0; }, "answers_max");
  names([](auto& o) { o.batch_commands_max = 5'000; }, "batch_commands_max");
  names([](auto& o) { o.consumers_max = 65; }, "consumers_max");
  names([](auto& o) { o.gather_bytes = 4'096; }, "gather_bytes");
  names([](auto& o) { o.events_max = events_min(*o.limits) - 1; }, "events_max");
  names([](auto& o) { o.decision_cpu = 100'000; }, "decision_cpu is 100000");
  names([](auto& o) { o.log_cpu = -2; }, "log_cpu is -2");
  names(
      [](auto& o) {
        o.threading = Threading::host_steps;
        o.decision_cpu = 0;
      },
      "host_steps");
}

// Returns: pages that the kernel gave while 500 orders were decided.
std::int64_t pages_given_while_deciding(bool prefault) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.prefault = prefault;
  // Tables below 2 MiB each, so that they lie in pages of 4 KiB wherever the test runs.
  options.limits->orders_max = options.limits->closed_orders_max = 3'000;
  options.limits->command_keys_max = options.limits->lines_max = 10'000;
  const auto engine = open_engine(options);
  Producer producer = std::move(engine->open_producer().value());
  submit_all(*engine, producer, test::opening_commands(3, 1'000), true);
  std::vector<Order> orders;
  for (std::uint64_t i = 1; i <= 500; ++i) orders.emplace_back(i, std::vector<std::uint32_t>{1}, 1);
  std::vector<Command> commands;
  for (Order& order : orders) commands.push_back(order.command());
  const auto faults = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_minflt};
  };
  const std::int64_t before = faults();
  submit_all(*engine, producer, commands, true);
  return faults() - before;
}

TEST(Engine, PrefaultLeavesNoPageToBeGivenWhileOrdersAreDecided) {
  const std::int64_t when_written = pages_given_while_deciding(false);
  const std::int64_t prefaulted = pages_given_while_deciding(true);
#ifdef ALLOT_SANITIZED
  // Both ways were watched by the sanitizer; the pages are counted by builds without one.
  GTEST_SKIP() << "its shadow has " << prefaulted << " pages of these, or of " << when_written;
#endif
  EXPECT_GT(when_written, 50);
  EXPECT_LT(prefaulted, when_written / 4) << "of " << when_written;
}

TEST(Engine, RefusesMoreProducersAndConsumersThanItHasPlacesFor) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.producers_max = 1;
  options.consumers_max = 1;
  const auto engine = open_engine(options);
  {
    Producer producer = std::move(engine->open_producer().value());
    Consumer consumer = std::move(engine->open_consumer().value());
    EXPECT_FALSE(engine->open_producer().ok());
    EXPECT_FALSE(engine->open_consumer().ok());
    ASSERT_TRUE(producer.submit(Tick{}).ok());
  }
  // A closed producer's place is free once what it was admitted with is decided.
  ASSERT_TRUE(engine->wait_idle().ok());
  EXPECT_EQ(engine->statistics().decided_sequence, 2U);
  EXPECT_TRUE(engine->open_producer().ok());
  EXPECT_TRUE(engine->open_consumer().ok());
}

TEST(Engine, ASlowConsumerMakesProducersBusyAndLosesNothing) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.ring_bytes = ring_bytes_min(*options.limits);
  options.events_max = events_min(*options.limits);
  const auto engine = open_engine(options);
  Consumer consumer = std::move(engine->open_consumer().value());
  Producer producer = std::move(engine->open_producer().value());
  std::array<Answer, 256> answers;
  std::uint64_t admitted = 0;
  for (int rounds_without_progress = 0; rounds_without_progress < 10;) {
    if (producer.submit(Tick{}).ok()) {
      ++admitted;
      rounds_without_progress = 0;
    } else {
      engine->step();
      (void)producer.poll_answers(answers);
      ++rounds_without_progress;
    }
  }
  const Sequence stuck = engine->statistics().decided_sequence;
  EXPECT_LT(stuck, 1 + admitted) << "the ring holds what could not be decided";
  EXPECT_EQ(engine->step(), 0U);
  Sequence next = 1;
  std::array<Event, 64> events;
  while (next <= 1 + admitted) {
    const std::size_t count = consumer.poll(events);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(events[i].sequence, next++);
      ASSERT_EQ(events[i].ordinal, 0U);
    }
    if (count == 0) {
      ASSERT_NE(engine->step(), 0U);
    }
  }
  EXPECT_FALSE(consumer.detached());
}

TEST(Engine, DetachesASlowConsumerWhenAskedTo) {
  ManualClock clock(1);
  EngineOptions options = stepped_options(&clock);
  options.events_max = events_min(*options.limits);
  options.slow_consumer = SlowConsumer::detach;
  const auto engine = open_engine(options);
  Consumer slow = std::move(engine->open_consumer().value());
  Consumer quick = std::move(engine->open_consumer().value());
  Producer producer = std::move(engine->open_producer().value());
  std::array<Answer, 256> answers;
  std::array<Event, 256> events;
  Sequence seen = 0;
  const std::uint64_t commands = 4 * events_min(*options.limits);
  for (std::uint64_t i = 0; i < commands; ++i) {
    ASSERT_TRUE(producer.submit(Tick{}).ok());
    ASSERT_EQ(engine->step(), 1U);
    (void)producer.poll_answers(answers);
    const std::size_t count = quick.poll(events);
    if (count != 0) seen = events[count - 1].sequence;
  }
  EXPECT_TRUE(slow.detached());
  EXPECT_EQ(slow.poll(events), 0U);
  EXPECT_FALSE(quick.detached());
  EXPECT_EQ(seen, 1 + commands);
}

TEST(Engine, TimeOfTheHostIsClampedAndItsStepsAreBounded) {
  ManualClock clock(0);
  EngineOptions options = stepped_options(&clock);
  options.limits->time_source = TimeSource::host;
  const auto engine = open_engine(options);
  Producer producer = std::move(engine->open_producer().value());
  const auto answer_of = [&](const Command& command, TimeNs time) {
    EXPECT_TRUE(producer.submit(command, time).ok());
    EXPECT_TRUE(engine->wait_idle().ok());
    std::array<Answer, 1> answers{};
    EXPECT_EQ(producer.poll_answers(answers), 1U);
    return answers[0].reason;
  };
  const auto now = [&] {
    TimeNs time = 0;
    engine->inspect([&](const Core& core) { time = core.now(); });
    return time;
  };
  const TimeNs first = 1'700'000'000'000'000'000;
  EXPECT_EQ(answer_of(Tick{}, first), Reason::ok);
  EXPECT_EQ(now(), first) << "the first stamp of a log is taken as it is";
  EXPECT_EQ(answer_of(Tick{}, 5), Reason::ok);
  EXPECT_EQ(now(), first);
  const TimeNs far = first + options.limits->max_step_ns + 1;
  EXPECT_EQ(answer_of(Tick{}, far), Reason::step_too_large);
  EXPECT_EQ(now(), first);
  EXPECT_EQ(answer_of(Tick{.force = true}, far), Reason::ok);
  EXPECT_EQ(now(), far);
}

TEST(Engine, GoesOnWhereItsLogEnds) {
  const ScratchDirectory directory("engine_goes_on");
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory.path();
  options.durability = Durability::sync;
  Digest before;
  Sequence last = 0;
  {
    const auto engine = open_engine(options);
    ASSERT_NE(engine, nullptr);
    EXPECT_FALSE(engine->stream().rewound);
    Producer producer = std::move(engine->open_producer().value());
    submit_all(*engine, producer, test::opening_commands(3, 10), false);
    Order order(7, {1, 2}, 2);
    ASSERT_TRUE(producer.submit(order.command()).ok());
    ASSERT_TRUE(engine->wait_idle().ok());
    ASSERT_TRUE(engine->stop().ok());
    before = engine->digest();
    last = engine->statistics().published_sequence;
    EXPECT_EQ(engine->statistics().durable_sequence, last);
  }
  options.limits.reset();
  const auto engine = open_engine(options);
  ASSERT_NE(engine, nullptr);
  const Consumer consumer = std::move(engine->open_consumer().value());
  EXPECT_EQ(consumer.stream().epoch, 2U);
  EXPECT_FALSE(consumer.stream().rewound) << "it was closed in good order";
  EXPECT_EQ(consumer.stream().last_sequence, last);
  EXPECT_EQ(engine->limits(), test::small_limits());
  EXPECT_TRUE(engine->order({.low = 7, .high = 0}).has_value());
  EXPECT_EQ(engine->availability(SkuId{2}, NodeId{1})->available, 8U);
  ASSERT_TRUE(engine->stop().ok());

  options.limits = test::small_limits();
  options.limits->orders_max = 5;
  const auto other = Engine::open(options);
  ASSERT_FALSE(other.ok());
  EXPECT_NE(other.status().message().find("orders_max is 5"), std::string::npos)
      << other.status().message();

  auto storage = open_posix_storage(directory.path());
  ReplayOptions replay_options;
  replay_options.up_to = last;
  auto report = replay(*storage.value(), replay_options);
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, before);
  EXPECT_EQ(report.value().orders, 1U);
  EXPECT_EQ(report.value().checks, last);
}

TEST(Engine, OneDigestForOneSequenceHoweverManyProducersMadeIt) {
  const ScratchDirectory directory("engine_producers");
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory.path();
  options.durability = Durability::async;
  Digest live;
  std::vector<Command> logged;
  std::vector<TimeNs> times;
  {
    const auto engine = open_engine(options);
    Producer setup = std::move(engine->open_producer().value());
    submit_all(*engine, setup, test::opening_commands(50, 400), false);
    std::vector<std::thread> threads;
    for (std::uint64_t p = 0; p < 8; ++p) {
      threads.emplace_back([&engine, p] {
        Producer producer = std::move(engine->open_producer().value());
        std::array<Answer, 64> answers;
        std::uint64_t answered = 0;
        for (std::uint64_t i = 0; i < 500;) {
          const auto sku = static_cast<std::uint32_t>((i * 7 + p) % 50 + 1);
          Order order(p * 10'000 + i + 1, {sku, sku % 50 + 1}, 3);
          if (producer.submit(order.command()).ok()) ++i;
          const std::size_t count = producer.poll_answers(answers);
          for (std::size_t a = 0; a < count; ++a) {
            // In the order of its own commands, and nobody else's.
            EXPECT_EQ(answers[a].command_key.low, p * 10'000 + ++answered);
          }
        }
        while (answered < 500) {
          for (std::size_t n = producer.poll_answers(answers); n > 0; --n) ++answered;
          std::this_thread::yield();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    ASSERT_TRUE(engine->stop().ok());
    live = engine->digest();
    EXPECT_EQ(engine->statistics().orders, 4'000U);
    EXPECT_EQ(engine->statistics().queue_depth, 0U);
  }
  auto storage = open_posix_storage(directory.path());
  auto report = replay(*storage.value());
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, live);
  EXPECT_EQ(report.value().orders, 4'000U);
}

}  // namespace
}  // namespace allot
