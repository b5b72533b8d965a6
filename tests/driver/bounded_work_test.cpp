// No step does more than its budget, however much one command sets off (docs/rules.md §9).
#include <gtest/gtest.h>

#include "support/shop.hpp"

namespace allot {
namespace {

using test::Shop;

TEST(BoundedWork, ATickThatMakesAMillionHoldsDueIsSweptInBudgets) {
  constexpr std::uint32_t orders = 1'000'000;
  Limits limits = test::shop_limits();
  limits.orders_max = orders;
  limits.closed_orders_max = 10;
  limits.lines_max = orders + limits.lines_per_order_max;
  limits.command_keys_max = 10;
  limits.work_units = 64;
  Shop shop(limits);
  shop.open(2);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, orders);
  for (std::uint32_t i = 1; i <= orders; ++i) {
    ASSERT_EQ(shop.place(i, {{sku, 1, 1}}).reason, Reason::ok);
  }
  EXPECT_EQ(shop.core.available(sku, NodeId{1}), 0U);

  shop.tick(shop.now + 1'000);
  std::uint64_t expired = shop.count(EventType::expired);
  EXPECT_LE(expired, limits.work_units);
  // Stock on its way back is not sold yet, and says so.
  EXPECT_EQ(shop.place(2'000'001, {{sku, 1'000, 1}}).reason, Reason::stock_pending);
  expired += shop.count(EventType::expired);

  std::uint64_t steps = 2;
  while (shop.core.work_due(shop.now)) {
    shop.run(Advance{});
    const std::size_t done = shop.count(EventType::expired);
    ASSERT_LE(done, limits.work_units);
    expired += done;
    ++steps;
  }
  EXPECT_EQ(expired, orders);
  EXPECT_GE(steps, orders / limits.work_units);
  EXPECT_EQ(shop.core.available(sku, NodeId{1}), orders);
  EXPECT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
}

// One unit looks at a stretch of SKUs only; until its turn what waits for the last one is not
// overtaken.
TEST(BoundedWork, AChannelThatKeepsLessBackServesWhoWaitsForAnySkuInBudgets) {
  constexpr std::uint32_t skus = 5'000;
  constexpr std::uint32_t every = 2'400;  // further apart than a stretch
  Limits limits = test::shop_limits();
  limits.skus_max = skus;
  limits.lots_max = skus;
  limits.command_keys_max = 20'000;
  limits.work_units = 1;
  Shop shop(limits);
  DefineChannel channel = Shop::prepaid();
  channel.safety_stock = 1;
  shop.open(1, channel);
  for (std::uint32_t i = 1; i <= skus; ++i) shop.sku(std::string("S").append(std::to_string(i)));
  Place terms;
  terms.shortage = Shortage::backorder;
  std::uint64_t waiting = 0;
  for (std::uint32_t i = every; i <= skus; i += every) {
    shop.receive(SkuId{i}, 1, 1);
    ASSERT_EQ(shop.place(++waiting, {{SkuId{i}, 1, 1}}, terms).reason, Reason::ok);
  }
  shop.receive(SkuId{1}, 1, 1);
  while (shop.core.work_due(shop.now)) shop.run(Advance{});

  channel.code = Shop::code("W");
  channel.safety_stock = 0;
  shop.give(channel);
  EXPECT_EQ(shop.place(100, {{SkuId{2 * every}, 1, 1}}).reason, Reason::stock_pending);
  EXPECT_EQ(shop.place(101, {{SkuId{1}, 1, 1}}).reason, Reason::ok) << "nobody waits for that";
  std::uint64_t served = 0;
  while (shop.core.work_due(shop.now)) {
    shop.run(Advance{});
    ASSERT_LE(shop.count(EventType::line_held), 1U);
    served += shop.count(EventType::line_held);
  }
  EXPECT_EQ(served, waiting);
  EXPECT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
}

TEST(BoundedWork, AReceiptForAHundredThousandWaitingLinesIsDealtOutInBudgets) {
  constexpr std::uint32_t orders = 100'000;
  Limits limits = test::shop_limits();
  limits.orders_max = 2 * orders;
  limits.lines_max = 2 * orders;
  limits.command_keys_max = 10;
  limits.work_units = 50;
  Shop shop(limits);
  shop.open(2);
  const SkuId sku = shop.sku("A");
  Place terms;
  terms.shortage = Shortage::backorder;
  for (std::uint32_t i = 1; i <= orders; ++i) {
    terms.priority = static_cast<std::uint8_t>(i % 3);
    ASSERT_EQ(shop.place(i, {{sku, 1, 1}}, terms).reason, Reason::ok);
  }
  shop.receive(sku, 1, orders + 5);
  EXPECT_EQ(shop.count(EventType::line_held), 0U) << "the receipt itself only claims";
  // A newcomer gets what is left beyond the claim, and not a unit more.
  EXPECT_EQ(shop.place(900'001, {{sku, 6, 1}}).reason, Reason::stock_pending);
  std::uint64_t served = shop.count(EventType::line_held);
  EXPECT_LE(served, limits.work_units);
  EXPECT_EQ(shop.place(900'002, {{sku, 5, 1}}).reason, Reason::ok);
  served += shop.count(EventType::line_held) - 1;

  while (shop.core.work_due(shop.now)) {
    shop.run(Advance{});
    const std::size_t done = shop.count(EventType::line_held);
    ASSERT_LE(done, limits.work_units);
    for (const Event& event : shop.outcome.events()) {
      // Class before class: those of priority 0 first.
      const std::uint64_t key = event.order_key.low;
      ASSERT_EQ(key % 3, served < orders / 3             ? 0U
                         : served < 2 * (orders / 3) + 1 ? 1U
                                                         : 2U)
          << "line " << served << " order " << key;
      ++served;
    }
  }
  EXPECT_EQ(served, orders);
  EXPECT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
}

}  // namespace
}  // namespace allot
