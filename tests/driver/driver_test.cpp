// One driver, whatever its ends: what a broken step does is the same for a live shard, for a log
// that is replayed and for one command at a time; and a broker's partition is only another source.
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "allot/replay/replay.hpp"
#include "driver/breaking_core.hpp"
#include "driver/partition.hpp"
#include "driver/shard-inl.hpp"
#include "driver/shard_fixture.hpp"

namespace allot::test {
namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

// Keeps what a driver is told to do with each command.
class Told {
 public:
  explicit Told(const Limits& limits) : outcome_(Core::step_events_max(limits)) {}
  [[nodiscard]] bool has_room() const noexcept { return decided_count < room; }
  [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
  [[nodiscard]] Outcome& outcome() noexcept { return outcome_; }
  [[nodiscard]] Answer* answer() noexcept { return &answer_; }
  void decided(const Sequenced&, std::uint64_t) { ++decided_count; }
  void broken(const Sequenced& in, std::uint64_t) { broken_at.push_back(in.sequence); }
  void refused(const Sequenced&, Reason reason) { refusals.push_back(reason); }

  std::size_t room{all};
  std::size_t decided_count{0};
  std::vector<Sequence> broken_at;
  std::vector<Reason> refusals;

 private:
  Outcome outcome_;
  Answer answer_;
};

struct Breach {
  std::uint64_t order_key_high;
  std::string text;
};
const std::array breaches{Breach{poison_high, "broken invariant: high != poison_high"},
                          Breach{exception_high, "an exception: nothing left"},
                          Breach{unknown_high, "an exception of unknown kind"}};

void expect_poison(const std::optional<Poison>& poison, const Breach& breach, Sequence sequence,
                   const Command& command) {
  ASSERT_TRUE(poison.has_value());
  EXPECT_EQ(poison->sequence, sequence);
  EXPECT_EQ(poison->hash, body_hash(command));
  EXPECT_EQ(poison->text.rfind(breach.text, 0), 0U) << poison->text;
  EXPECT_NE(poison->text.find("in the step of sequence " + std::to_string(sequence)),
            std::string::npos)
      << poison->text;
}

TEST(Driver, EveryKindOfBrokenStepIsOneKindOfPoisonLiveAndInRecovery) {
  for (const Breach& breach : breaches) {
    MemoryStorage storage;
    ManualClock clock(1'000);
    const EngineOptions options = options_on(storage, Durability::sync, clock);
    Order bad(2, {3});
    bad.place().order_key.high = breach.order_key_high;
    Sequence at = 0;
    {
      const auto shard = open_shard<BreakingCore>(options);
      ASSERT_NE(shard, nullptr);
      const auto producer = shard->open_producer().value();
      open_shop(*shard, *producer);
      ASSERT_EQ(submit(*producer, bad.command()), Reason::ok);
      at = answers_of(*producer, 1)[0].sequence;
      expect_poison(shard->state().poison.get(), breach, at, bad.command());
    }
    // What broke is in the log, and breaks whoever steps it again at the same place.
    const auto again = open_shard<BreakingCore>(options);
    ASSERT_NE(again, nullptr);
    expect_poison(again->state().poison.get(), breach, at, bad.command());
    EXPECT_EQ(again->core().last_sequence(), at - 1);
    ASSERT_TRUE(again->skip(at, body_hash(bad.command())).ok());
    EXPECT_FALSE(again->state().poison.is_set());
  }
}

TEST(Driver, ACommandByItselfBreaksAsOneOutOfARingDoes) {
  for (const Breach& breach : breaches) {
    std::vector<ChecksAside::Told> checks;
    Driver<BreakingCore> driver(std::make_unique<BreakingCore>(small_limits()),
                                std::make_unique<ChecksAside>(checks));
    Told told(small_limits());
    const auto decide = [&](const Command& command) {
      Sequenced in;
      in.command = command;
      in.body_hash = body_hash(command);
      OneCommand<Placed::by_driver> source(in);
      EXPECT_EQ(driver.run(source, told, 1), 1U);
    };
    decide(Start{small_limits()});
    Order bad(2, {3});
    bad.place().order_key.high = breach.order_key_high;
    decide(bad.command());
    expect_poison(driver.poison(), breach, 2, bad.command());
    EXPECT_EQ(told.broken_at, std::vector<Sequence>{2});
    decide(Tick{});
    EXPECT_EQ(told.refusals, std::vector{Reason::poisoned}) << "nothing is sequenced behind it";
    ASSERT_EQ(checks.size(), 2U);
    EXPECT_TRUE(checks[0].check.has_value());
    EXPECT_FALSE(checks[1].check.has_value()) << "what broke has no outcome";
  }
}

// The commands of a small shop and some orders, as a producer would put them into a partition.
class PartitionShop {
 public:
  PartitionShop() {
    add(Start{small_limits()});
    for (const Command& command : opening_commands(5, 20)) add(command);
    orders_.reserve(60);
    for (std::uint32_t number = 1; number <= 60; ++number) {
      orders_.emplace_back(number, std::vector<std::uint32_t>{1, 1 + number % 5}, 2);
      add(orders_.back().command());
      if (number % 7 == 0) {
        add(Cancel{.command_key = {.low = number, .high = 3},
                   .order_key = {.low = number - 3, .high = 0}});
      }
    }
  }
  Partition partition;

 private:
  void add(const Command& command) { partition.append(command, time_ += 10'000'000); }
  TimeNs time_{1'000};
  std::vector<Order> orders_;
};

// One replica: a driver over a partition, its outcomes on their way to consumers as in a live
// engine, its checks aside.
struct Replica {
  explicit Replica(Partition& partition)
      : source(partition),
        driver(std::make_unique<Core>(small_limits()), std::make_unique<ChecksAside>(checks)),
        events(std::make_shared<EventRing>(std::size_t{1} << 16U, 1,
                                           Core::step_events_max(small_limits()))),
        views(std::make_shared<Views>(small_limits())),
        publisher(events, views, gate.doorbells(), Core::step_events_max(small_limits()), false) {
    publisher.restart(0, driver.journal()->epoch());
  }

  std::size_t take(std::size_t most) {
    SlotOutlet outlet(publisher, gate, nullptr);
    const std::size_t taken = driver.run(source, outlet, most);
    outlet.close();
    (void)publisher.publish(driver.journal()->publishable());
    return taken;
  }

  Gate gate;
  PartitionSource source;
  std::vector<ChecksAside::Told> checks;
  Driver<Core> driver;
  std::shared_ptr<EventRing> events;
  std::shared_ptr<Views> views;
  Publisher publisher;
};

std::vector<std::uint32_t> checks_of(const Replica& replica) {
  std::vector<std::uint32_t> checks;
  for (const ChecksAside::Told& told : replica.checks) checks.push_back(told.check.value());
  return checks;
}

TEST(Driver, ReplicasOfAPartitionDecideAndPublishAlike) {
  PartitionShop shop;
  Replica leader(shop.partition);
  Replica standby(shop.partition);
  const std::size_t consumer = leader.events->places().open(true);
  leader.events->admit_consumers(0);
  // One takes them all at once, the other a few at a time.
  EXPECT_EQ(leader.take(all), shop.partition.commands().size());
  while (standby.take(7) != 0) {
  }
  EXPECT_EQ(leader.driver.core().digest(), standby.driver.core().digest());
  EXPECT_EQ(checks_of(leader), checks_of(standby));
  EXPECT_EQ(leader.checks.back().sequence, shop.partition.commands().size());

  std::vector<Event> published(std::size_t{1} << 12U);
  published.resize(leader.events->poll(consumer, published));
  ASSERT_FALSE(published.empty());
  EXPECT_EQ(published.back().sequence, shop.partition.commands().size());
  std::size_t known = 0;
  for (std::uint64_t number = 1; number <= 60; ++number) {
    const auto seen = standby.views->order({.low = number, .high = 0});
    const auto same = leader.views->order({.low = number, .high = 0});
    ASSERT_EQ(seen.has_value(), same.has_value());
    known += seen.has_value() ? 1 : 0;
    if (!seen) continue;
    EXPECT_EQ(seen->changed, same->changed);
  }
  EXPECT_GT(known, 10U);
}

// The local log of the same commands ends in the same state: two ends, one driver.
TEST(Driver, ALogAndAPartitionOfTheSameCommandsEndAlike) {
  PartitionShop shop;
  Replica replica(shop.partition);
  replica.take(all);

  MemoryStorage storage;
  EngineOptions options;
  options.storage = &storage;
  options.segment_bytes = 1U << 20U;
  ShardLog log(options);
  ASSERT_TRUE(log.open().ok());
  Driver<Core> driver(std::make_unique<Core>(small_limits()),
                      std::move(log.begin_epoch(small_limits(), {}).value()));
  PartitionSource source(shop.partition);
  Told told(small_limits());
  EXPECT_EQ(driver.run(source, told, all), shop.partition.commands().size());
  ASSERT_TRUE(driver.close().ok());
  const auto report = replay(storage);
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, replica.driver.core().digest());
  EXPECT_EQ(report.value().checks, shop.partition.commands().size());
}

TEST(Driver, AReplicaStopsWhereItsCheckDiffers) {
  PartitionShop shop;
  Replica leader(shop.partition);
  leader.take(all);
  std::vector<std::uint32_t> checks = checks_of(leader);
  Replica standby(shop.partition);
  standby.source.expect(checks);
  EXPECT_EQ(standby.take(all), checks.size());

  checks[40] ^= 1U;
  Replica other(shop.partition);
  other.source.expect(checks);
  EXPECT_EQ(other.take(all), 40U);
  EXPECT_EQ(other.driver.fault().code(), StatusCode::corrupt);
  EXPECT_NE(other.driver.fault().message().find("sequence 41"), std::string::npos);
  EXPECT_EQ(other.take(all), 0U) << "another history is not gone on with";
}

// A replica that breaks stays before the command, as recovery does; no other is asked.
TEST(Driver, AReplicaThatBreaksStopsAtTheCommand) {
  PartitionShop shop;
  Order bad(99, {3});
  bad.place().order_key.high = unknown_high;
  shop.partition.append(bad.command(), 2'000'000'000);
  shop.partition.append(Tick{}, 2'000'000'001);
  const std::size_t commands = shop.partition.commands().size();
  Driver<BreakingCore> driver(std::make_unique<BreakingCore>(small_limits()));
  PartitionSource source(shop.partition);
  Told told(small_limits());
  EXPECT_EQ(driver.run(source, told, all), commands - 2);
  expect_poison(driver.poison(), breaches[2], commands - 1, bad.command());
  EXPECT_EQ(driver.run(source, told, all), 0U);
  EXPECT_EQ(source.front()->sequence, commands - 1);
}

TEST(Driver, AFollowerThatIsToldToLeadGoesOnBehindWhatItFollowed) {
  PartitionShop shop;
  Replica replica(shop.partition);
  replica.take(all);
  const Sequence followed = replica.driver.core().last_sequence();
  const TimeNs time = replica.driver.core().now();
  std::vector<ChecksAside::Told> checks;
  replica.driver.lead(std::make_unique<ChecksAside>(checks));
  Sequenced in;
  in.command = Tick{};
  in.body_hash = body_hash(in.command);
  OneCommand<Placed::by_driver> source(in);
  Told told(small_limits());
  replica.driver.stamp_batch(time - 5);
  EXPECT_EQ(replica.driver.run(source, told, 1), 1U);
  EXPECT_EQ(in.sequence, followed + 1);
  EXPECT_EQ(in.time, time) << "time does not go back";
  ASSERT_EQ(checks.size(), 1U);
}

TEST(Driver, ACommandWithoutRoomForItsOutcomeStaysInItsSource) {
  PartitionShop shop;
  Driver<Core> driver(std::make_unique<Core>(small_limits()));
  PartitionSource source(shop.partition);
  Told told(small_limits());
  told.room = 10;
  EXPECT_EQ(driver.run(source, told, all), 10U);
  EXPECT_EQ(source.front()->sequence, 11U);
  told.room = all;
  EXPECT_EQ(driver.run(source, told, 5), 5U);
}

TEST(Driver, ANewLogOnAFullDiskIsNotBegun) {
  MemoryStorage storage;
  storage.set_free_bytes(0);
  ManualClock clock(1'000);
  const auto shard = Shard<Core>::open(options_on(storage, Durability::sync, clock));
  ASSERT_FALSE(shard.ok());
  EXPECT_EQ(shard.status().code(), StatusCode::storage_full) << shard.status().message();
  // With space it is begun as if nothing had been.
  storage.set_free_bytes(std::uint64_t{1} << 30U);
  const auto later = open_shard<Core>(options_on(storage, Durability::sync, clock));
  ASSERT_NE(later, nullptr);
  EXPECT_EQ(later->core().last_sequence(), 1U);
}

}  // namespace
}  // namespace allot::test
