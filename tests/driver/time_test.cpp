// Time as the engine meets it: gaps, clocks that jump, stamps that a host gets wrong.
#include <gtest/gtest.h>

#include <array>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "driver/live_shop.hpp"

namespace allot {
namespace {

using test::Order;

constexpr TimeNs second = 1'000'000'000;
constexpr TimeNs day = 86'400 * second;
constexpr TimeNs opening = 1'700'000'000 * second;

// A shop of one SKU with ten units at each node, whose holds last a second, stepped by the test.
class Time : public ::testing::Test {
 protected:
  void open(TimeSource source, std::int64_t max_step_ns) {
    EngineOptions options;
    options.limits = test::small_limits();
    options.limits->time_source = source;
    options.limits->max_step_ns = max_step_ns;
    options.durability = Durability::none;
    options.threading = Threading::host_steps;
    options.clock = &clock_;
    engine_ = std::move(Engine::open(options).value());
    producer_.emplace(std::move(engine_->open_producer().value()));
    consumer_.emplace(std::move(engine_->open_consumer().value()));
    for (const Command& command : test::opening_commands(1, 10)) {
      ASSERT_EQ(decide(command, opening).reason, Reason::ok);
    }
    (void)told();
  }

  Answer decide(const Command& command, TimeNs time = 0) {
    EXPECT_TRUE(producer_->submit(command, time).ok());
    EXPECT_TRUE(engine_->wait_idle().ok());
    std::array<Answer, 1> answers{};
    EXPECT_EQ(producer_->poll_answers(answers), 1U);
    return answers[0];
  }
  Answer place(std::uint64_t number) { return decide(Order(number, {1}).command()); }

  // The types of the events since it was asked last.
  std::vector<EventType> told() {
    std::vector<EventType> types;
    std::array<Event, 64> events;
    while (const std::size_t count = consumer_->poll(events)) {
      for (const Event& event : std::span(events).first(count)) types.push_back(event.type);
    }
    return types;
  }
  TimeNs now() {
    TimeNs time = 0;
    engine_->inspect([&](const Core& core) { time = core.now(); });
    return time;
  }

  ManualClock clock_{opening};
  std::unique_ptr<Engine> engine_;
  std::optional<Producer> producer_;
  std::optional<Consumer> consumer_;
};

TEST_F(Time, AnIdleEngineCrossesAnyGapAndEndsTheHoldsThatAreDueInIt) {
  open(TimeSource::engine, day);
  ASSERT_EQ(place(1).reason, Reason::ok);
  (void)told();
  clock_.set(opening + 400 * day);
  ASSERT_EQ(engine_->step(), 1U) << "nobody sends anything";
  EXPECT_EQ(told(), std::vector{EventType::expired});
  EXPECT_EQ(now(), opening + 400 * day);
  EXPECT_EQ(place(2).reason, Reason::ok);
}

TEST_F(Time, WhoeverComesAfterAGapIsServedLikeAnybody) {
  open(TimeSource::engine, second);
  for (std::uint64_t number = 1; number < 10; ++number) {
    clock_.set(opening + static_cast<TimeNs>(number) * 30 * day);
    EXPECT_EQ(place(number).reason, Reason::ok);
  }
  EXPECT_EQ(now(), opening + 270 * day);
}

// The clock is a year ahead for a moment, and is then put right.
TEST_F(Time, HoldsEndAlthoughTheClockWentBack) {
  open(TimeSource::engine, day);
  clock_.set(opening + 365 * day);
  ASSERT_EQ(place(1).reason, Reason::ok);
  clock_.set(opening + 10 * second);
  ASSERT_EQ(place(2).reason, Reason::ok);
  EXPECT_EQ(now(), opening + 365 * day) << "time never goes back";
  (void)told();
  clock_.set(opening + 11 * second);
  EXPECT_EQ(engine_->step(), 0U);
  clock_.set(opening + 12 * second);
  EXPECT_EQ(engine_->step(), 1U) << "a hold of a second lasts two at half the pace";
  EXPECT_EQ(told(), (std::vector{EventType::expired, EventType::expired}));
  EXPECT_EQ(now(), opening + 365 * day + second);
}

// A broken clock of the host: what has happened is not lost for it, what is asked for can be asked
// again.
TEST_F(Time, WhatAHostReportsTooFarAheadIsRecordedAtTheTimeThatStands) {
  open(TimeSource::host, day);
  ASSERT_EQ(decide(Order(1, {1}).command(), opening).reason, Reason::ok);
  (void)told();
  const TimeNs far = opening + day + 1;
  const Receive receive{
      .command_key = {.low = 1, .high = 7}, .sku = {1}, .node = {1}, .quantity = 5};
  EXPECT_EQ(decide(receive, far).reason, Reason::ok);
  EXPECT_EQ(told(), (std::vector{EventType::time_kept, EventType::stock_received}));
  const ConfirmPayment payment{
      .command_key = {.low = 2, .high = 7}, .order_key = {.low = 1, .high = 0}, .paid_at = opening};
  EXPECT_EQ(decide(payment, far).reason, Reason::ok);
  EXPECT_EQ(told(), (std::vector{EventType::time_kept, EventType::paid, EventType::allocated}));
  EXPECT_EQ(now(), opening) << "nothing moved time";

  EXPECT_EQ(decide(Order(2, {1}).command(), far).reason, Reason::step_too_large);
  EXPECT_EQ(decide(Tick{}, far).reason, Reason::step_too_large);
  EXPECT_EQ(told(), (std::vector{EventType::refused, EventType::refused}));
  // As the reason says: tick with force at that time, then the same command again.
  EXPECT_EQ(decide(Tick{.force = true}, far).reason, Reason::ok);
  EXPECT_EQ(decide(Order(2, {1}).command(), far).reason, Reason::ok);
  EXPECT_EQ(now(), far);
}

TEST_F(Time, AWeekendIsNoGapForAHost) {
  open(TimeSource::host, Limits{}.max_step_ns);
  EXPECT_GE(Limits{}.max_step_ns, 366 * day);
  EXPECT_EQ(decide(Order(1, {1}).command(), opening + 3 * day).reason, Reason::ok);
  EXPECT_EQ(decide(Order(2, {1}).command(), opening + 365 * day).reason, Reason::ok);
}

}  // namespace
}  // namespace allot
