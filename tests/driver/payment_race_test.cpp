// A payment racing the expiry of its own hold ends the same way in every interleaving: what decides
// is time, not how far the sweep has come (docs/rules.md §7, settling).
#include <gtest/gtest.h>

#include "driver/race_shop.hpp"

namespace allot {
namespace {

using test::Shop;

struct End {
  OrderStatus status;
  Payment payment;
  std::uint64_t available;
  std::string refund;
  friend bool operator==(const End&, const End&) = default;
};

// `others` holds are due before ours, so that the sweep reaches it late; `advances` steps run
// between the tick that makes all of them due and the payment.
End race(TimeNs pay_at, TimeNs paid_at, int others, int advances, bool tick_first,
         std::uint32_t work_units, std::uint32_t competing) {
  test::RaceShop shop(others, work_units);
  const SkuId sku = shop.sku_raced;
  if (tick_first) {
    shop.tick(std::max<TimeNs>(pay_at, shop.now));
    for (int i = 0; i < advances; ++i) shop.run(Advance{});
  }
  shop.now = std::max(shop.now, pay_at);
  if (competing > 0) shop.place(2, {{sku, competing, 0}});
  shop.pay(1, paid_at);
  const std::string refund = shop.count(EventType::refund_due) > 0 ? "refund" : "none";
  while (shop.core.work_due(shop.now)) shop.run(Advance{});
  const auto order = shop.core.find_order({1, 0});
  EXPECT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
  return {order->status, order->payment, shop.core.available(sku, NodeId{1}), refund};
}

TEST(PaymentRace, EveryInterleavingEndsAlike) {
  for (const TimeNs pay_at : {900, 1'000, 1'001, 1'002, 5'000}) {
    for (const TimeNs paid_at : {500, 1'000, 1'001, 4'000}) {
      const End expected = race(pay_at, paid_at, 0, 3, true, 64, 0);
      // Never lost, never free of charge: open and allocated, whether in time or taken again.
      EXPECT_EQ(expected, (End{OrderStatus::open, Payment::paid, 2, "none"}));
      for (const int others : {0, 1, 5, 20}) {
        for (int advances = 0; advances <= 6; ++advances) {
          for (const bool tick_first : {false, true}) {
            for (const std::uint32_t work_units : {1U, 2U, 64U}) {
              EXPECT_EQ(race(pay_at, paid_at, others, advances, tick_first, work_units, 0),
                        expected)
                  << "pay_at " << pay_at << " paid_at " << paid_at << " others " << others
                  << " advances " << advances << " tick_first " << tick_first << " W "
                  << work_units;
            }
          }
        }
      }
    }
  }
}

TEST(PaymentRace, ADueHoldWhoseStockIsGoneIsRefundedWhateverTheSweepDid) {
  // The sweep has reached our hold; a newcomer takes the stock; the payment comes too late.
  const End end = race(1'001, 900, 0, 3, true, 64, 4);
  EXPECT_EQ(end, (End{OrderStatus::expired, Payment::paid, 1, "refund"}));
}

TEST(PaymentRace, BeforeItIsDueTheHoldIsConfirmedAndStays) {
  Shop shop;
  shop.open(1);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 5);
  shop.place(1, {{sku, 3, 10}});
  shop.now = 1'000;  // due at 1'001
  EXPECT_EQ(shop.pay(1, 999).reason, Reason::ok);
  EXPECT_EQ(shop.count(EventType::allocated), 1U);
  shop.tick(1'000'000);
  EXPECT_EQ(shop.count(EventType::expired), 0U);
  EXPECT_EQ(shop.core.find_order({1, 0})->status, OrderStatus::open);
}

TEST(PaymentRace, OneNanosecondLaterItIsNoLongerConfirmed) {
  Shop shop;
  shop.open(1);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 5);
  shop.place(1, {{sku, 3, 10}});
  shop.now = 1'001;
  shop.pay(1, 1'001);
  EXPECT_EQ(shop.count(EventType::expired), 1U);
  EXPECT_EQ(shop.find(EventType::paid)->reason, Reason::paid_too_late);
  EXPECT_EQ(shop.count(EventType::retaken), 1U);
}

}  // namespace
}  // namespace allot
