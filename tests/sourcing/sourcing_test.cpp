#include "sourcing/sourcing.hpp"

#include <gtest/gtest.h>

#include "support/shop.hpp"

namespace allot {
namespace {

using test::Shop;

// Lanes cost 100 per parcel; a unit from node n costs 10 n (support/shop.hpp).
TEST(Sourcing, ThirteenOfTenAndFifteenComeFromTheSecondNode) {
  Shop shop;
  shop.open(2);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 10);
  shop.receive(sku, 2, 15);
  EXPECT_EQ(shop.place(1, {{sku, 13, 1}}).reason, Reason::ok);
  EXPECT_EQ(shop.units(EventType::line_held), "2:13");
  EXPECT_EQ(shop.find(EventType::placed)->amount, 100 + 13 * 20);
  EXPECT_EQ(shop.core.available(sku, NodeId{1}), 10U);
  EXPECT_EQ(shop.core.available(sku, NodeId{2}), 2U);
}

TEST(Sourcing, OneAndOneServeTwoInTwoParcels) {
  Shop shop;
  shop.open(2);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 1);
  shop.receive(sku, 2, 1);
  Place whole;
  whole.max_splits = 0;
  EXPECT_EQ(shop.place(1, {{sku, 2, 1}}, whole).reason, Reason::splits_exceeded);
  EXPECT_EQ(shop.place(2, {{sku, 2, 1}}).reason, Reason::ok);
  EXPECT_EQ(shop.units(EventType::line_held), "1:1 2:1");
  EXPECT_EQ(shop.find(EventType::placed)->quantity, 2U);
}

TEST(Sourcing, APairIsTakenWhenItIsCheaperThanTheOneNodeThatHasAll) {
  Shop shop;
  shop.open(3);
  const SkuId a = shop.sku("A");
  const SkuId b = shop.sku("B");
  shop.receive(a, 1, 50);
  shop.receive(b, 2, 50);
  shop.receive(a, 3, 50);
  shop.receive(b, 3, 50);
  // Node 3 alone: 100 + 40 x 30 = 1300. Nodes 1 and 2: 200 + 20 x 10 + 20 x 20 = 800.
  shop.place(1, {{a, 20, 1}, {b, 20, 1}});
  EXPECT_EQ(shop.units(EventType::line_held), "1:20 2:20");
  // Few units: one parcel is cheaper. 100 + 2 x 30 = 160 against 200 + 10 + 20.
  shop.place(2, {{a, 1, 1}, {b, 1, 1}});
  EXPECT_EQ(shop.units(EventType::line_held), "3:1 3:1");
}

TEST(Sourcing, FewestParcelsAndNodePriorityChooseOtherwise) {
  for (const SourcingPolicy policy :
       {SourcingPolicy::fewest_parcels, SourcingPolicy::node_priority}) {
    Shop shop;
    DefineChannel channel = Shop::prepaid();
    channel.policy = policy;
    shop.open(3, channel);
    const SkuId a = shop.sku("A");
    const SkuId b = shop.sku("B");
    shop.receive(a, 1, 50);
    shop.receive(b, 2, 50);
    shop.receive(a, 3, 50);
    shop.receive(b, 3, 50);
    shop.place(1, {{a, 20, 1}, {b, 20, 1}});
    EXPECT_EQ(shop.units(EventType::line_held),
              policy == SourcingPolicy::fewest_parcels ? "3:20 3:20" : "1:20 2:20");
  }
}

TEST(Sourcing, FourNodesTogetherAreFoundByTheBoundedFallbackAndMarked) {
  Shop shop;
  shop.open(5);
  const SkuId sku = shop.sku("A");
  for (std::uint32_t node = 1; node <= 5; ++node) shop.receive(sku, node, node);
  EXPECT_EQ(shop.place(1, {{sku, 14, 1}}).reason, Reason::ok);
  EXPECT_EQ(shop.units(EventType::line_held), "2:2 3:3 4:4 5:5");
  EXPECT_EQ(shop.find(EventType::placed)->flags, EventFlags::bounded);
}

TEST(Sourcing, SafetyStockIsLeftAndLotsGoByExpiry) {
  Shop shop;
  shop.open(1);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 5, 7, 900);
  shop.receive(sku, 1, 5, 8, 500);
  shop.receive(sku, 1, 5, 9);
  shop.give(SetSafetyStock{{}, sku, NodeId{1}, 4});
  EXPECT_EQ(shop.place(1, {{sku, 12, 1}}).reason, Reason::stock_insufficient);
  EXPECT_EQ(shop.place(2, {{sku, 7, 1}}).reason, Reason::ok);
  const auto order = shop.core.find_order({2, 0});
  ASSERT_EQ(order->lines[0].holds.size(), 2U);
  EXPECT_EQ(order->lines[0].holds[0].lot, 8U);
  EXPECT_EQ(order->lines[0].holds[0].quantity, 5U);
  EXPECT_EQ(order->lines[0].holds[1].lot, 7U);
  EXPECT_EQ(order->lines[0].holds[1].quantity, 2U);
}

}  // namespace
}  // namespace allot
