// How many events a step makes of exceptions at most: what it is bounded by is what it can come to.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <variant>

#include "allot/core/core.hpp"
#include "allot/messages/outcome.hpp"
#include "orders/exceptions.hpp"

namespace allot {
namespace {

Limits one_exception() {
  Limits limits;
  limits.skus_max = 2;
  limits.nodes_max = limits.channels_max = limits.zones_max = 1;
  limits.lots_max = limits.orders_max = limits.closed_orders_max = 4;
  limits.lines_max = limits.lines_per_order_max = 8;
  limits.exceptions_max = 1;
  return limits;
}

class ExceptionEvents : public ::testing::Test {
 protected:
  ExceptionEvents() {
    Start start;
    start.limits = limits_;
    apply(start);
    apply(DefineNode{.command_key = key(), .code = *Code::from("N")});
    apply(DefineZone{.command_key = key(), .code = *Code::from("Z")});
    DefineChannel channel{.command_key = key(), .code = *Code::from("C")};
    channel.hold_ttl_ns = channel.review_ttl_ns = 1'000;
    apply(channel);
    apply(DefineSku{.command_key = key(), .code = *Code::from("S")});
    SetExceptionRule rule{.command_key = key()};
    rule.kept = true;
    apply(rule);
  }

  CommandKey key() { return {++keys_, 0}; }
  void apply(const Command& command) {
    core_.apply({.sequence = core_.last_sequence() + 1, .time = 1, .command = command}, outcome_);
  }
  [[nodiscard]] std::uint64_t of_exceptions() const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(outcome_.events(), [](const Event& event) {
          return event.type >= EventType::exception_raised &&
                 event.type <= EventType::exceptions_missed;
        }));
  }

  Limits limits_{one_exception()};
  Core core_{limits_};
  Outcome outcome_{Core::step_events_max(limits_)};
  std::uint64_t keys_{};
};

// The one that is open is solved by what leaves, which raises another; for the next there is no
// room.
TEST_F(ExceptionEvents, CloseOneRaiseOneAndMissTheRest) {
  const std::array<OrderLine, 1> lines{OrderLine{.sku = {1}, .quantity = 1, .price = 1}};
  Import sale;
  sale.command_key = key();
  sale.order_key = {1, 0};
  sale.channel = {1};
  sale.zone = {1};
  sale.lines = lines;
  apply(sale);
  ASSERT_EQ(of_exceptions(), 1U) << "its goods are missing";
  Ship ship;
  ship.command_key = key();
  ship.order_key = {1, 0};
  ship.sku = {1};
  ship.node = {1};
  ship.quantity = 3;
  apply(ship);
  EXPECT_EQ(of_exceptions(), exception_events_bound(limits_));
  EXPECT_EQ(outcome_.events().back().type, EventType::exceptions_missed);
}

}  // namespace
}  // namespace allot
