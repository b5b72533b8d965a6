// How many events a step makes of promises at most, and what look-ups say of those that run.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "allot/core/core.hpp"
#include "allot/messages/outcome.hpp"
#include "orders/promises.hpp"

namespace allot {
namespace {

Limits one_promise() {
  Limits limits;
  limits.skus_max = 2;
  limits.nodes_max = limits.channels_max = limits.zones_max = 1;
  limits.lots_max = limits.orders_max = limits.closed_orders_max = 4;
  limits.lines_max = limits.lines_per_order_max = 8;
  limits.promises_max = 1;
  return limits;
}

class PromiseEvents : public ::testing::Test {
 protected:
  PromiseEvents() {
    Start start;
    start.limits = limits_;
    apply(start);
    apply(DefineNode{.command_key = key(), .code = *Code::from("N")});
    apply(DefineZone{.command_key = key(), .code = *Code::from("Z")});
    DefineChannel channel{.command_key = key(), .code = *Code::from("C")};
    channel.hold_ttl_ns = channel.review_ttl_ns = 1'000;
    apply(channel);
    apply(DefineSku{.command_key = key(), .code = *Code::from("S")});
    for (const ServiceKind kind : {ServiceKind::processing, ServiceKind::delivery}) {
      SetServiceLevel level{.command_key = key()};
      level.channel = {1};
      level.kind = kind;
      level.within_ns = 100;
      level.warn_before_ns = 40;
      apply(level);
    }
    apply(DefineNetwork{key(), {1}, {1}, true});
    apply(DefineLane{key(), {1}, {1}, 0, 0, 0, true});
    Receive receive{.command_key = key()};
    receive.sku = {1};
    receive.node = {1};
    receive.quantity = 9;
    apply(receive);
  }

  CommandKey key() { return {++keys_, 0}; }
  void apply(const Command& command) {
    core_.apply({.sequence = core_.last_sequence() + 1, .time = now_, .command = command},
                outcome_);
  }
  void sell(std::uint64_t order) {
    const std::array<OrderLine, 1> lines{OrderLine{.sku = {1}, .quantity = 1, .price = 1}};
    Import sale{.command_key = key()};
    sale.order_key = {order, 0};
    sale.channel = {1};
    sale.zone = {1};
    sale.lines = lines;
    apply(sale);
  }
  [[nodiscard]] std::uint64_t of_promises() const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(outcome_.events(), [](const Event& event) {
          return event.type >= EventType::service_warning &&
                 event.type <= EventType::promises_missed;
        }));
  }

  Limits limits_{one_promise()};
  Core core_{limits_};
  Outcome outcome_{Core::step_events_max(limits_)};
  std::uint64_t keys_{};
  TimeNs now_{1};
};

TEST_F(PromiseEvents, EndOneBeginOneAndMissTheRest) {
  sell(1);
  EXPECT_EQ(of_promises(), 0U) << "that it began is not told";
  sell(2);
  EXPECT_EQ(of_promises(), 1U) << "there is no room";
  EXPECT_EQ(core_.promises_missed(), 1U);
  Ship ship{.command_key = key()};
  ship.order_key = {1, 0};
  apply(ship);
  EXPECT_EQ(of_promises(), 2U) << "it left in time, and so was processed; now it has to arrive";
  EXPECT_LE(of_promises(), promise_events_bound(limits_));
  ASSERT_EQ(core_.find_promises().size(), 1U);
  EXPECT_EQ(core_.find_promises()[0].kind, ServiceKind::delivery);
}

TEST_F(PromiseEvents, LookUpsSayHowTheyStand) {
  sell(1);
  ASSERT_EQ(core_.find_promises().size(), 1U);
  const PromiseInspection begun = core_.find_promises()[0];
  EXPECT_EQ(begun.kind, ServiceKind::processing);
  EXPECT_EQ(begun.began_at, 1);
  EXPECT_EQ(begun.due_at, 101);
  EXPECT_FALSE(begun.warned);
  EXPECT_EQ(core_.next_timer(), 61);
  now_ = 61;
  apply(Advance{});
  EXPECT_TRUE(core_.find_promises()[0].warned);
  now_ = 101;
  apply(Advance{});
  EXPECT_TRUE(core_.find_promises()[0].breached);
  EXPECT_EQ(core_.next_timer(), std::nullopt) << "nothing is due any more";
  const std::vector<ServiceInspection> levels = core_.find_service_levels();
  ASSERT_EQ(levels.size(), 2U);
  EXPECT_EQ(levels[0].begun, 1U);
  EXPECT_EQ(levels[0].warned, 1U);
  EXPECT_EQ(levels[0].breached, 1U);
  EXPECT_EQ(levels[0].kept, 0U);
  EXPECT_EQ(levels[1].begun, 0U);
}

}  // namespace
}  // namespace allot
