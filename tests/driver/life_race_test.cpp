// A payment, a change, a shipment and an expiry racing one another end the same way in every
// interleaving: of the news their order decides, and how far the sweep has come decides nothing
// (docs/rules.md §7, settling).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "driver/race_shop.hpp"

namespace allot {
namespace {

using test::Shop;

constexpr TimeNs due = 1'001;  // of the order, which is placed at 1

// How the sweep gets on: `others` holds are due before ours, `advances` steps run behind each piece
// of news, in budgets of `work_units`.
struct Sweep {
  int others{};
  int advances{};
  std::uint32_t work_units{64};
  bool ticks{};  // a tick comes before each piece of news
};

std::string told(const Shop& shop, SkuId sku) {
  const auto order = shop.core.find_order({1, 0});
  if (!order) return "forgotten";
  const auto number = [](auto value) { return std::to_string(static_cast<long long>(value)); };
  std::uint64_t held = 0;
  std::uint64_t left = 0;
  for (const LineInspection& line : order->lines) {
    left += line.shipped + line.shipped_beyond;
    held += line.held;
  }
  return (order->status == OrderStatus::shipped   ? "shipped"
          : order->status == OrderStatus::expired ? "expired"
          : order->status == OrderStatus::open    ? "open"
                                                  : "another status") +
         std::string(order->payment == Payment::paid     ? ", paid"
                     : order->payment == Payment::unpaid ? ", unpaid"
                                                         : ", another payment") +
         ": held " + number(held) + ", left " + number(left) + ", for sale " +
         number(shop.core.available(sku, NodeId{1})) + "; costs " + number(order->value) +
         ", came in " + number(order->payments.captured) + ", open " +
         number(order->payments.open) + ", due back " + number(order->payments.refund_due);
}

// The news in the order of `order`: p is the payment, in time by its own word, m a change to two
// units, s a shipment, x the instant at which the hold is due.
std::string race(const std::string& order, const Sweep& sweep) {
  test::RaceShop shop(sweep.others, sweep.work_units);
  const SkuId sku = shop.sku_raced;
  shop.now = 900;
  for (const char news : order) {
    if (news == 'x') shop.now = due;
    if (sweep.ticks || news == 'x') shop.tick(shop.now);
    switch (news) {
      case 'p': shop.give(RecordPayment{{}, {1, 0}, {7, 0}, 20, PaymentKind::captured, 500}); break;
      case 'm': {
        Modify modify;
        modify.order_key = {1, 0};
        const std::array lines{OrderLine{sku, 2, 10}};
        modify.lines = lines;
        shop.give(modify);
        break;
      }
      case 's': {
        Ship ship;
        ship.order_key = {1, 0};
        shop.give(ship);
        break;
      }
      default: break;
    }
    EXPECT_TRUE(shop.core.conservation().holds) << order << ": " << shop.core.conservation().fault;
    for (int i = 0; i < sweep.advances; ++i) shop.run(Advance{});
  }
  while (shop.core.work_due(shop.now)) shop.run(Advance{});
  EXPECT_TRUE(shop.core.conservation().holds) << order << ": " << shop.core.conservation().fault;
  return told(shop, sku);
}

// What the shop expects. Goods that have left are as they were when they left; what came in is the
// order's, or due back; what was paid in time is taken again.
std::string_view expected_of(std::string_view order) {
  const auto at = [order](char news) { return order.find(news); };
  const bool left = at('s') < at('x');
  if (left && at('m') < at('s')) {
    return "shipped, paid: held 0, left 2, for sale 3; costs 20, came in 20, open 0, due back 0";
  }
  if (left) {
    return "shipped, unpaid: held 0, left 3, for sale 2; costs 30, came in 20, open 10, due back 0";
  }
  const bool is_changed = at('m') < at('x');
  if (is_changed && at('p') < at('s')) {
    return "shipped, paid: held 0, left 2, for sale 3; costs 20, came in 20, open 0, due back 0";
  }
  // The shipment found nothing that it could be of: it said no units.
  if (is_changed) {
    return "open, paid: held 2, left 0, for sale 3; costs 20, came in 20, open 0, due back 0";
  }
  return "expired, unpaid: held 0, left 0, for sale 5; costs 30, came in 20, open 0, due back 20";
}

TEST(LifeRace, EveryInterleavingEndsAsItsNewsDoes) {
  std::string order = "mpsx";
  do {
    for (const int others : {0, 20}) {
      for (const int advances : {0, 1, 3}) {
        for (const std::uint32_t work_units : {1U, 64U}) {
          for (const bool ticks : {false, true}) {
            EXPECT_EQ(race(order, {others, advances, work_units, ticks}), expected_of(order))
                << order << ": others " << others << ", advances " << advances << ", W "
                << work_units << ", ticks " << ticks;
          }
        }
      }
    }
  } while (std::ranges::next_permutation(order).found);
}

}  // namespace
}  // namespace allot
