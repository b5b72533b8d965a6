// What the tally makes of events that a run rarely has.
#include "simulation/tally.hpp"

#include <gtest/gtest.h>

namespace allot::simulation {
namespace {

class TallyOf : public testing::Test {
 protected:
  TallyOf() {
    book_.skus.push_back({"A", 100, 0});
    book_.zones.emplace_back("France");
    files::SourceOrder order;
    order.time = 1'794'355'200'000'000'000;
    order.line_count = 1;
    order.units = 5;
    book_.orders.push_back(order);
    book_.lines.push_back({0, 5, 100});
    scenario_.peaks.clear();
    timeline_ = make_timeline(book_, scenario_, 1, 1, 1).value();
  }

  static Event event(EventType type, Sequence sequence, std::uint32_t quantity) {
    Event event;
    event.type = type;
    event.sequence = sequence;
    event.order_key = {1, 0};
    event.quantity = quantity;
    event.sku = 1;
    return event;
  }

  files::SourceOrders book_;
  Scenario scenario_{built_in_scenario().value()};
  Timeline timeline_;
};

// A backorder that was paid in time, heard of after it had expired, waits again: for the same
// units.
TEST_F(TallyOf, units_that_wait_again_are_counted_once) {
  const World world(book_, scenario_, timeline_, 1, 1);
  Tally tally(world);
  EXPECT_TRUE(tally.see(event(EventType::placed, 7, 0)));
  tally.see(event(EventType::line_waiting, 7, 5));
  tally.see(event(EventType::expired, 8, 0));
  tally.see(event(EventType::retaken, 9, 0));
  tally.see(event(EventType::line_waiting, 9, 5));
  RunReport report;
  tally.report(report);
  EXPECT_EQ(report.units.backordered, 5U);
  EXPECT_EQ(report.units.requested,
            report.units.at_once + report.units.backordered + report.units.refused);
}

// A part of the money makes no order paid, and what the bank takes back makes it unpaid again.
TEST_F(TallyOf, orders_paid_in_part_are_not_paid) {
  const World world(book_, scenario_, timeline_, 1, 1);
  Tally tally(world);
  const auto told = [&tally] {
    RunReport report;
    tally.report(report);
    return report.orders;
  };
  const auto money = [](EventType type, Sequence sequence, MoneyMinor amount) {
    Event it = event(type, sequence, 0);
    it.amount = amount;
    return it;
  };
  tally.see(event(EventType::placed, 7, 1));
  tally.see(event(EventType::line_held, 7, 5));
  tally.see(money(EventType::authorised, 8, 500));
  tally.see(money(EventType::balance, 8, 500));
  EXPECT_EQ(told().partly_paid, 0U) << "set aside is not paid";
  tally.see(money(EventType::captured, 9, 200));
  tally.see(money(EventType::balance, 9, 300));
  EXPECT_EQ(told().partly_paid, 1U);
  EXPECT_EQ(told().unsettled, 1U);
  tally.see(money(EventType::captured, 10, 300));
  tally.see(event(EventType::paid, 10, 2));
  tally.see(event(EventType::allocated, 10, 2));
  tally.see(money(EventType::balance, 10, 0));
  EXPECT_EQ(told().partly_paid, 0U);
  EXPECT_EQ(told().unsettled, 0U);
  tally.see(money(EventType::refunded, 10, 100));
  tally.see(money(EventType::balance, 10, 100));
  EXPECT_EQ(told().partly_paid, 0U) << "what the shop gave back of it leaves it paid";
  tally.see(event(EventType::unpaid, 11, 3));
  tally.see(money(EventType::balance, 11, 300));
  EXPECT_EQ(told().partly_paid, 1U);
  EXPECT_EQ(told().unsettled, 1U);
  tally.see(event(EventType::expired, 12, 5));
  tally.see(money(EventType::balance, 12, 0));
  EXPECT_EQ(told().partly_paid, 1U) << "it was, when it ended";
  EXPECT_EQ(told().unsettled, 0U);
}

// An order counts once among those that ended, however often it was told so, and no more once it
// was taken again.
TEST_F(TallyOf, orders_that_ended_are_those_that_stayed_so) {
  const World world(book_, scenario_, timeline_, 1, 1);
  Tally tally(world);
  const auto told = [&tally] {
    RunReport report;
    tally.report(report);
    return report.orders;
  };
  tally.see(event(EventType::placed, 7, 1));
  tally.see(event(EventType::line_held, 7, 5));
  EXPECT_EQ(told().unsettled, 1U);
  EXPECT_EQ(told().ended, 0U);
  tally.see(event(EventType::expired, 8, 5));
  EXPECT_EQ(told().ended, 1U);
  EXPECT_EQ(told().unsettled, 0U);
  tally.see(event(EventType::retaken, 9, 1));
  tally.see(event(EventType::line_allocated, 9, 5));
  tally.see(event(EventType::allocated, 9, 0));
  EXPECT_EQ(told().ended, 0U);
  EXPECT_EQ(told().unsettled, 0U);
  EXPECT_EQ(told().expired, 1U);
}

}  // namespace
}  // namespace allot::simulation
