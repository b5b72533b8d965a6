// A step takes logical time from 0 to 4 * 10^18 and nothing else (docs/rules.md §1), wherever the
// command comes from: a log that was damaged or made by hand must not overflow a due time.
#include <gtest/gtest.h>

#include <limits>

#include "allot/types/check.hpp"
#include "sequencing/sequencer.hpp"
#include "support/shop.hpp"

namespace allot {
namespace {

using test::Shop;

constexpr std::int64_t duration_max = 1'000'000'000'000'000'000;

TEST(StepTime, TheLastInstantAndTheLongestWindowsAddUp) {
  Shop shop;
  DefineChannel channel = Shop::prepaid();
  channel.hold_ttl_ns = channel.pending_ttl_ns = duration_max;
  shop.open(1, channel);
  const SkuId sku = shop.sku("A");
  shop.receive(sku, 1, 5);
  shop.tick(time_max_ns);
  ASSERT_EQ(shop.place(1, {{sku, 1, 1}}).reason, Reason::ok);
  shop.give(PaymentPending{{}, {1, 0}});
  ASSERT_NE(shop.find(EventType::payment_pending), nullptr);
  EXPECT_EQ(shop.find(EventType::payment_pending)->time, time_max_ns + 2 * duration_max);
}

TEST(StepTime, BeyondTheLastInstantAnInvariantIsBroken) {
  for (const TimeNs time : {time_max_ns + 1, std::numeric_limits<TimeNs>::max()}) {
    Shop shop;
    DefineChannel channel = Shop::prepaid();
    channel.hold_ttl_ns = duration_max;
    shop.open(1, channel);
    const SkuId sku = shop.sku("A");
    shop.receive(sku, 1, 5);
    shop.now = time;
    EXPECT_THROW(shop.place(1, {{sku, 1, 1}}), BrokenInvariant);
  }
}

}  // namespace
}  // namespace allot
