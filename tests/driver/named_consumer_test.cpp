// Consumers with names, what is known of each, and what a producer is told that is held up.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <random>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"

namespace allot::test {
namespace {

EngineOptions options_in(const ScratchDirectory& directory,
                         Durability durability = Durability::sync) {
  EngineOptions options;
  options.limits = small_limits();
  options.directory = directory.path();
  options.durability = durability;
  options.events_max = events_min(*options.limits);
  options.consumers_max = 4;
  options.threading = Threading::host_steps;
  return options;
}

std::unique_ptr<Engine> open(const EngineOptions& options) {
  auto engine = Engine::open(options);
  EXPECT_TRUE(engine.ok()) << engine.status().message();
  return engine.ok() ? std::move(engine.value()) : nullptr;
}

Consumer named(Engine& engine, const std::string& name) {
  auto consumer = engine.open_consumer({.name = name});
  EXPECT_TRUE(consumer.ok()) << consumer.status().message();
  return std::move(consumer.value());
}

// Decides so many ticks.
void tick(Engine& engine, unsigned count) {
  Producer producer = std::move(engine.open_producer().value());
  std::array<Answer, 64> answers;
  for (unsigned i = 0; i < count;) {
    if (producer.submit(Tick{}).ok()) {
      ++i;
      continue;
    }
    engine.step();
    (void)producer.poll_answers(answers);
  }
  ASSERT_TRUE(engine.wait_idle().ok());
}

// Reads up to `last`; returns the sequences.
std::vector<Sequence> read_to(Engine& engine, Consumer& consumer, Sequence last) {
  std::vector<Sequence> got;
  std::array<Event, 64> events;
  for (unsigned tries = 0; got.empty() || got.back() < last; ++tries) {
    if (tries == 100'000) {
      ADD_FAILURE() << "stuck: " << consumer.status().message();
      break;
    }
    engine.step();
    // Not beyond it: what was polled is not told again.
    const std::size_t most =
        std::min<std::size_t>(events.size(), last - (got.empty() ? 0 : got.back()));
    const std::size_t count = consumer.poll(std::span(events).first(std::min(most, std::size_t{1})),
                                            std::chrono::microseconds(200));
    for (std::size_t i = 0; i < count; ++i) got.push_back(events[i].sequence);
  }
  return got;
}

TEST(NamedConsumer, GoesOnBehindWhatItAcknowledged) {
  const ScratchDirectory directory("named_goes_on");
  const EngineOptions options = options_in(directory);
  Sequence done = 0;
  for (unsigned run = 0; run < 4; ++run) {
    const auto engine = open(options);
    Consumer consumer = named(*engine, "mail");
    EXPECT_EQ(consumer.acknowledged(), done);
    EXPECT_EQ(consumer.stream().first_sequence, done + 1);
    tick(*engine, 20);
    const std::vector<Sequence> got = read_to(*engine, consumer, done + 10);
    ASSERT_EQ(got.front(), done + 1);
    ASSERT_EQ(got.back(), done + 10);
    ASSERT_TRUE(consumer.acknowledge(done + 7)) << consumer.status().message();
    EXPECT_FALSE(consumer.acknowledge(done + 11));
    done += 7;
    // It may be acknowledged after the engine was stopped, and then outlives that.
    if (run % 2 == 0) {
      ASSERT_TRUE(engine->stop().ok());
      ASSERT_TRUE(consumer.acknowledge(done + 2));
      done += 2;
    }
  }
}

using Places = std::vector<std::pair<Sequence, unsigned>>;  // of events: sequence and ordinal

// Polls two at a time, acknowledging each, until so many events of `last` came, or no more; adds
// what is new.
void read_into(Engine& engine, Consumer& consumer, Sequence last, std::size_t events_of_last,
               Places& got) {
  std::array<Event, 2> events;
  unsigned idle = 0;
  for (std::size_t of_last = 0; of_last < events_of_last && idle < 20;) {
    engine.step();
    const std::size_t count = consumer.poll(events, std::chrono::milliseconds(10));
    ASSERT_TRUE(consumer.status().ok()) << consumer.status().message();
    for (std::size_t i = 0; i < count; ++i) {
      const std::pair<Sequence, unsigned> at(events[i].sequence, events[i].ordinal);
      if (got.empty() || at > got.back()) got.push_back(at);
      if (at.first == last) ++of_last;
    }
    if (count == 0) {
      ++idle;
      continue;
    }
    ASSERT_TRUE(consumer.acknowledge(events[count - 1].sequence));
  }
}

// Orders whose events are many, acknowledged after each poll of a few: whatever the last poll left
// of a sequence comes again, live and out of the log.
TEST(NamedConsumer, ASequenceThatWasPolledInPartComesAgain) {
  const ScratchDirectory directory("named_in_part");
  const EngineOptions options = options_in(directory);
  Places got;
  for (unsigned life = 0; life < 16; ++life) {
    const auto engine = open(options);
    Producer producer = std::move(engine->open_producer().value());
    if (life == 0) {
      for (const Command& command : opening_commands(8, 1'000)) {
        ASSERT_TRUE(producer.submit(command).ok());
      }
      ASSERT_TRUE(engine->wait_idle().ok());
    }
    std::optional<Consumer> consumer;
    const bool live = life % 2 == 0;  // else its events are older than it
    if (live) consumer.emplace(named(*engine, "mail"));
    Order order(life + 1, {1, 2, 3, 4, 5, 6, 7, 8});
    ASSERT_TRUE(producer.submit(order.command()).ok());
    ASSERT_TRUE(engine->wait_idle().ok());
    if (!live) consumer.emplace(named(*engine, "mail"));
    const Sequence last = engine->statistics().published_sequence;
    read_into(*engine, *consumer, last, 1 + life % 7, got);
  }
  const auto engine = open(options);
  Consumer everything = std::move(engine->open_consumer({.from_sequence = 1}).value());
  Places all;
  read_into(*engine, everything, got.back().first, 1, all);
  all.resize(std::min(all.size(), got.size()));
  got.resize(all.size());
  EXPECT_EQ(got, all);
}

TEST(NamedConsumer, IsOpenOnceAndCanBeForgotten) {
  const ScratchDirectory directory("named_once");
  const EngineOptions options = options_in(directory);
  const auto engine = open(options);
  tick(*engine, 5);
  {
    Consumer consumer = named(*engine, "mail");
    const auto twice = engine->open_consumer({.name = "mail"});
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.status().code(), StatusCode::invalid_argument);
    EXPECT_NE(twice.status().message().find("mail is open"), std::string::npos);
    EXPECT_EQ(engine->forget_consumer("mail").code(), StatusCode::invalid_argument);
    EXPECT_EQ(read_to(*engine, consumer, 4).front(), 1U) << "the first of the log";
    ASSERT_TRUE(consumer.acknowledge(3));
  }
  const auto newest = engine->open_consumer({.from = ConsumeFrom::newest, .name = "later"});
  ASSERT_TRUE(newest.ok());
  EXPECT_EQ(newest.value().stream().first_sequence, 7U);
  const auto given = engine->open_consumer({.from_sequence = 5, .name = "mail"});
  ASSERT_TRUE(given.ok()) << "what is kept counts";
  EXPECT_EQ(given.value().stream().first_sequence, 4U);
  auto kept = engine->kept_consumers();
  ASSERT_TRUE(kept.ok());
  ASSERT_EQ(kept.value().size(), 2U);
  EXPECT_EQ(kept.value()[0].name, "later");
  EXPECT_EQ(kept.value()[0].sequence, 6U);
  EXPECT_EQ(kept.value()[1].name, "mail");
  EXPECT_EQ(kept.value()[1].sequence, 3U);
  EXPECT_EQ(kept.value()[1].epoch, 1U);
  EXPECT_EQ(engine->forget_consumer("nobody").code(), StatusCode::not_found);
  for (const std::string name : {"", "a/b", "a.b"}) {
    EXPECT_EQ(engine->forget_consumer(name).code(), StatusCode::invalid_argument);
    if (name.empty()) continue;
    EXPECT_EQ(engine->open_consumer({.name = name}).status().code(), StatusCode::invalid_argument);
  }
}

TEST(NamedConsumer, AForgottenOneBeginsAnew) {
  const ScratchDirectory directory("named_anew");
  const auto engine = open(options_in(directory));
  tick(*engine, 5);
  {
    Consumer consumer = named(*engine, "mail");
    (void)read_to(*engine, consumer, 4);
    ASSERT_TRUE(consumer.acknowledge(3));
  }
  ASSERT_TRUE(engine->forget_consumer("mail").ok());
  EXPECT_EQ(named(*engine, "mail").stream().first_sequence, 1U);
}

TEST(NamedConsumer, ADamagedPositionIsAnErrorThatSaysWhatToDo) {
  const ScratchDirectory directory("named_damaged");
  const EngineOptions options = options_in(directory);
  {
    const auto engine = open(options);
    Consumer consumer = named(*engine, "mail");
    (void)read_to(*engine, consumer, 1);
    ASSERT_TRUE(consumer.acknowledge(1));
  }
  std::filesystem::resize_file(directory.path() + "/mail.consumer", 0);
  const auto engine = open(options);
  ASSERT_NE(engine, nullptr) << "the log is whole";
  const auto consumer = engine->open_consumer({.name = "mail"});
  ASSERT_FALSE(consumer.ok());
  EXPECT_EQ(consumer.status().code(), StatusCode::corrupt);
  EXPECT_NE(consumer.status().message().find("mail.consumer"), std::string::npos);
  EXPECT_EQ(engine->kept_consumers().value().at(0).status.code(), StatusCode::corrupt);
  ASSERT_TRUE(engine->forget_consumer("mail").ok());
  EXPECT_TRUE(engine->open_consumer({.name = "mail"}).ok());
}

// Acknowledged, then taken back by a crash: the position goes back too, and says so.
TEST(NamedConsumer, APositionBeyondTheLogGoesBack) {
  const ScratchDirectory directory("named_beyond");
  const ScratchDirectory copy("named_beyond_copy");
  const EngineOptions options = options_in(directory);
  {
    const auto engine = open(options);
    tick(*engine, 4);
  }
  // The log as it was, with the position of later.
  std::filesystem::copy(
      directory.path(), copy.path(),
      std::filesystem::copy_options::overwrite_existing | std::filesystem::copy_options::recursive);
  {
    const auto engine = open(options);
    Consumer consumer = named(*engine, "mail");
    tick(*engine, 10);
    (void)read_to(*engine, consumer, 12);
    ASSERT_TRUE(consumer.acknowledge(12));
  }
  std::filesystem::copy(directory.path() + "/mail.consumer", copy.path() + "/mail.consumer");
  EngineOptions again = options;
  again.directory = copy.path();
  {
    const auto engine = open(again);
    Consumer consumer = named(*engine, "mail");
    EXPECT_TRUE(consumer.stream().rewound);
    EXPECT_EQ(consumer.stream().last_sequence, 5U);
    EXPECT_EQ(consumer.stream().first_sequence, 6U);
    EXPECT_EQ(consumer.acknowledged(), 5U);
  }
  const auto engine = open(again);
  EXPECT_EQ(engine->kept_consumers().value().at(0).sequence, 5U);
}

// A log begun anew beside positions that were left: its first events would be taken for read.
TEST(NamedConsumer, APositionInAnotherLogIsAnError) {
  const ScratchDirectory directory("named_replaced");
  const EngineOptions options = options_in(directory);
  {
    const auto engine = open(options);
    tick(*engine, 10);
    Consumer consumer = named(*engine, "mail");
    (void)read_to(*engine, consumer, 8);
    ASSERT_TRUE(consumer.acknowledge(8));
  }
  for (const auto& file : std::filesystem::directory_iterator(directory.path())) {
    if (file.path().extension() != ".consumer") std::filesystem::remove(file.path());
  }
  const auto engine = open(options);
  tick(*engine, 20);
  const auto consumer = engine->open_consumer({.name = "mail"});
  ASSERT_FALSE(consumer.ok()) << "goes on with " << consumer.value().stream().first_sequence;
  EXPECT_EQ(consumer.status().code(), StatusCode::corrupt);
  EXPECT_NE(consumer.status().message().find("another log"), std::string::npos);
  ASSERT_TRUE(engine->forget_consumer("mail").ok());
  EXPECT_EQ(named(*engine, "mail").stream().first_sequence, 1U);
}

TEST(NamedConsumer, TheLastSequenceThereIsLiesBeyondTheLog) {
  const ScratchDirectory directory("named_last");
  constexpr Sequence last = std::numeric_limits<Sequence>::max();
  const auto engine = open(options_in(directory));
  tick(*engine, 5);
  for (const Sequence sequence : {last, last - 1, Sequence{8}}) {
    for (const std::string name : {"", "mail"}) {
      const auto consumer = engine->open_consumer({.from_sequence = sequence, .name = name});
      ASSERT_TRUE(consumer.ok()) << consumer.status().message();
      EXPECT_EQ(consumer.value().stream().first_sequence, 7U);
      EXPECT_EQ(consumer.value().stream().last_sequence, 6U);
      EXPECT_EQ(consumer.value().acknowledged(), 6U);
    }
    ASSERT_TRUE(engine->forget_consumer("mail").ok());
  }
}

TEST(NamedConsumer, NeedsALog) {
  EngineOptions options;
  options.limits = small_limits();
  options.durability = Durability::none;
  const auto engine = open(options);
  EXPECT_EQ(engine->open_consumer({.name = "mail"}).status().code(), StatusCode::unsupported);
  EXPECT_EQ(engine->forget_consumer("mail").code(), StatusCode::unsupported);
  EXPECT_TRUE(engine->kept_consumers().value().empty());
}

TEST(NamedConsumer, HoldsTheLogUntilItIsClosed) {
  const ScratchDirectory directory("named_holds");
  const EngineOptions options = options_in(directory);
  const auto engine = open(options);
  std::optional<Consumer> consumer(named(*engine, "mail"));
  (void)read_to(*engine, *consumer, 1);
  ASSERT_TRUE(engine->stop().ok());
  EXPECT_FALSE(Engine::open(options).ok()) << "two would write one position";
  ASSERT_TRUE(consumer->acknowledge(1));
  consumer.reset();
  // Now the log is another's, and so are the positions beside it.
  const auto next = Engine::open(options);
  ASSERT_TRUE(next.ok()) << next.status().message();
  tick(*next.value(), 1);
  Consumer mail = named(*next.value(), "mail");
  EXPECT_EQ(mail.acknowledged(), 1U);
  (void)read_to(*next.value(), mail, 2);
  EXPECT_EQ(engine->forget_consumer("mail").code(), StatusCode::invalid_argument);
  EXPECT_EQ(engine->kept_consumers().status().code(), StatusCode::invalid_argument);
  EXPECT_FALSE(engine->open_consumer({.name = "mail"}).ok());
  ASSERT_TRUE(mail.acknowledge(2));
  EXPECT_EQ(next.value()->kept_consumers().value().at(0).sequence, 2U);
}

TEST(NamedConsumer, OutlivesTheEngineWithoutItsPlace) {
  const ScratchDirectory directory("named_outlives");
  const EngineOptions options = options_in(directory);
  auto engine = open(options);
  Consumer consumer = named(*engine, "mail");
  (void)read_to(*engine, consumer, 1);
  engine.reset();
  EXPECT_FALSE(consumer.acknowledge(1));
  EXPECT_FALSE(consumer.status().ok());
  const auto next = open(options);
  EXPECT_EQ(named(*next, "mail").acknowledged(), 0U);
}

TEST(ConsumerFigures, ShowWhoIsBehind) {
  const ScratchDirectory directory("figures");
  EngineOptions options = options_in(directory, Durability::none);
  options.slow_consumer = SlowConsumer::detach;
  const auto engine = open(options);
  Consumer plain = std::move(engine->open_consumer().value());
  tick(*engine, 10);
  std::array<Event, 4> events;
  ASSERT_EQ(plain.poll(events), 4U);
  ASSERT_TRUE(plain.acknowledge(3));
  Consumer mail = named(*engine, "mail");
  std::vector<ConsumerFigures> all = engine->consumers();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].index, 0U);
  EXPECT_EQ(all[0].state, ConsumerState::live);
  EXPECT_EQ(all[0].acknowledged, 3U);
  EXPECT_EQ(all[0].polled, 4U);
  EXPECT_EQ(all[0].events_behind, 7U);
  EXPECT_EQ(all[0].sequences_behind, 7U);
  EXPECT_EQ(all[1].name, "mail");
  EXPECT_EQ(all[1].state, ConsumerState::catching_up);
  EXPECT_EQ(all[1].sequences_behind, 11U);
  while (plain.poll(events) != 0) {
  }
  EXPECT_EQ(plain.figures().sequences_behind, 0U);
  // The one that is not polled is left behind.
  tick(*engine, 3 * static_cast<unsigned>(options.events_max));
  all = engine->consumers();
  EXPECT_EQ(all[0].state, ConsumerState::detached);
  EXPECT_EQ(all[0].events_behind, 0U);
  EXPECT_GE(all[0].sequences_behind, 3 * options.events_max);
}

TEST(BusyCause, NamesWhatIsFullAndWhoHoldsItUp) {
  const ScratchDirectory directory("busy_cause");
  EngineOptions options = options_in(directory);
  options.ring_bytes = ring_bytes_min(*options.limits);
  options.answers_max = 16;
  const auto engine = open(options);
  Producer producer = std::move(engine->open_producer().value());
  EXPECT_EQ(producer.busy_cause().with, BusyWith::nothing);
  for (int i = 0; i < 16; ++i) ASSERT_TRUE(producer.submit(Tick{}).ok());
  ASSERT_EQ(producer.submit(Tick{}).reason, Reason::busy);
  EXPECT_EQ(producer.busy_cause().with, BusyWith::answers);
  EXPECT_NE(producer.busy_cause().text.find("answers_max"), std::string::npos);
}

TEST(BusyCause, ATheRingThatIsNotDecidedAndAConsumerInTheWay) {
  const ScratchDirectory directory("busy_cause_consumer");
  EngineOptions options = options_in(directory, Durability::none);
  options.ring_bytes = ring_bytes_min(*options.limits);
  const auto engine = open(options);
  Consumer plain = std::move(engine->open_consumer().value());
  Consumer mail = named(*engine, "mail");
  Producer producer = std::move(engine->open_producer().value());
  while (producer.submit(Tick{}).ok()) {
  }
  EXPECT_EQ(producer.busy_cause().with, BusyWith::decisions);
  EXPECT_NE(producer.busy_cause().text.find("ring_bytes"), std::string::npos);
  // One reads, the other does not.
  std::array<Answer, 64> answers;
  std::array<Event, 64> events;
  (void)read_to(*engine, mail, 1);
  for (int idle = 0; idle < 100;) {
    while (plain.poll(events) != 0) {
    }
    const bool stepped = engine->step() != 0;
    while (producer.poll_answers(answers) != 0) {
    }
    const Admission admission = producer.submit(Tick{});
    idle = admission.ok() || stepped ? 0 : idle + 1;
  }
  const BusyCause cause = producer.busy_cause();
  EXPECT_EQ(cause.with, BusyWith::events);
  EXPECT_EQ(cause.consumer.name, "mail");
  EXPECT_GT(cause.consumer.events_behind, 0U);
  EXPECT_NE(cause.text.find("consumer mail"), std::string::npos) << cause.text;
  while (mail.poll(events) != 0) {
  }
  ASSERT_NE(engine->step(), 0U);
  EXPECT_NE(producer.busy_cause().with, BusyWith::events);
}

}  // namespace
}  // namespace allot::test
