// What queued work costs is counted in what is looked at, not in items (docs/rules.md §9): an order
// of 2,000 lines is no cheaper for being one order.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "support/shop.hpp"

namespace allot {
namespace {

using test::Shop;

constexpr std::uint32_t lines = 2'000;
constexpr std::uint32_t orders = 300;

class LinesLookedAt final : public SourcingTrace {
 public:
  std::uint64_t count{};
  void begin(const OrderKey&, Sequence, SourcingPolicy, std::uint32_t) override {}
  void excluded(NodeId, std::string_view) override {}
  void line(const LineFinding&) override { ++count; }
  void set(const NodeSet&) override {}
  void covers(std::uint32_t, NodeId, std::uint64_t, bool) override {}
  void chosen(const NodeSet&, bool) override {}
  void lost(NodeId, NodeLoss, const NodeSet&) override {}
  void given_up(Reason) override {}
};

Limits wide_limits() {
  Limits limits = test::shop_limits();
  limits.skus_max = 10'000;
  limits.nodes_max = 1;
  limits.lots_max = 10'000;
  limits.lines_max = (orders + 2) * lines;
  limits.command_keys_max = 20'000;
  return limits;
}

// 300 orders of 2,000 lines, of which the last is the one that is short. They differ in what they
// do when that is so.
class WideShop : public Shop {
 public:
  WideShop(Semantics semantics, bool waits) : Shop(wide_limits(), semantics) {
    open(1);
    std::vector<OrderLine> all;
    for (std::uint32_t i = 1; i <= lines; ++i) {
      const SkuId id = sku(std::string("S").append(std::to_string(i)));
      if (i < lines || !waits) receive(id, 1, 1'000'000);
      all.push_back({id, 5, 1});
    }
    last = SkuId{lines};
    Place terms;
    terms.ship_complete = waits;
    if (waits) terms.shortage = Shortage::backorder;
    for (std::uint32_t i = 1; i <= orders; ++i) {
      EXPECT_EQ(place(i, all, terms).reason, Reason::ok);
    }
  }
  SkuId last;
};

struct Worst {
  std::uint64_t lines{};
  double milliseconds{};
};

// One unit of the SKU that all lack comes, again and again: nobody can be served by it.
Worst worst_step(Semantics semantics) {
  WideShop shop(semantics, true);
  Worst worst;
  for (int i = 0; i < 4; ++i) {
    shop.receive(shop.last, 1, 1);
    LinesLookedAt seen;
    shop.core.set_trace(&seen);
    shop.run(Advance{});
    shop.core.set_trace(nullptr);
    worst.lines = std::max(worst.lines, seen.count);
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    shop.run(Advance{});
    const std::chrono::duration<double, std::milli> took = Clock::now() - begun;
    worst.milliseconds = std::max(worst.milliseconds, took.count());
  }
  EXPECT_EQ(shop.count(EventType::line_held), 0U);
  return worst;
}

TEST(WeighedWork, AStepTriesNoMoreThanItsBudgetAndOneOrder) {
  const Worst now = worst_step(Semantics{});
  const Worst old = worst_step(Semantics{2});
  std::printf("worst step: %llu lines, %.3f ms; by semantics 2: %llu lines, %.3f ms\n",
              static_cast<unsigned long long>(now.lines), now.milliseconds,
              static_cast<unsigned long long>(old.lines), old.milliseconds);
  const std::uint64_t budget = wide_limits().work_units;
  EXPECT_LE(now.lines, budget - 1 + lines);
  EXPECT_EQ(old.lines, budget * lines) << "an older log counts orders";
}

TEST(WeighedWork, OrdersThatAreDueEndInAsManyStepsAsTheirLinesAsk) {
  for (const bool old : {false, true}) {
    SCOPED_TRACE(old);
    WideShop shop(old ? Semantics{2} : Semantics{}, false);
    shop.tick(shop.now + 1'000);
    std::size_t most = 0;
    std::size_t expired = shop.count(EventType::expired);
    while (shop.core.work_due(shop.now)) {
      shop.run(Advance{});
      most = std::max(most, shop.count(EventType::expired));
      expired += shop.count(EventType::expired);
    }
    EXPECT_EQ(expired, orders);
    EXPECT_EQ(most, old ? wide_limits().work_units : 1U);
    EXPECT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
  }
}

// Forgetting a wide order for each narrow one that ends is work, too.
TEST(WeighedWork, WhatAnEndMakesForgottenIsCounted) {
  for (const bool old : {false, true}) {
    SCOPED_TRACE(old);
    Limits limits = wide_limits();
    limits.closed_orders_max = 100;
    Shop shop(limits, old ? Semantics{2} : Semantics{});
    shop.open(1);
    std::vector<OrderLine> all;
    for (std::uint32_t i = 1; i <= lines; ++i) {
      all.push_back({shop.sku(std::string("S").append(std::to_string(i))), 1, 1});
      shop.receive(all.back().sku, 1, 1'000'000);
    }
    for (std::uint32_t i = 1; i <= 100; ++i) {
      ASSERT_EQ(shop.place(i, all).reason, Reason::ok);
      ASSERT_EQ(shop.cancel(i).reason, Reason::ok);
    }
    for (std::uint32_t i = 101; i <= 200; ++i) {
      ASSERT_EQ(shop.place(i, {all.front()}).reason, Reason::ok);
    }
    shop.tick(shop.now + 1'000);
    EXPECT_EQ(shop.count(EventType::expired), old ? 64U : 1U);
  }
}

// A look at 64 SKUs is as much as one at a line.
TEST(WeighedWork, TryingAllWhoWaitLooksAtFewSkusInAStep) {
  for (const bool old : {false, true}) {
    SCOPED_TRACE(old);
    constexpr std::uint32_t skus = 10'000;
    Shop shop(wide_limits(), old ? Semantics{2} : Semantics{});
    DefineChannel channel = Shop::prepaid();
    channel.safety_stock = 1;
    shop.open(1, channel);
    for (std::uint32_t i = 1; i <= skus; ++i) shop.sku(std::string("S").append(std::to_string(i)));
    shop.receive(SkuId{skus}, 1, 1);
    Place terms;
    terms.shortage = Shortage::backorder;
    ASSERT_EQ(shop.place(1, {{SkuId{skus}, 1, 1}}, terms).reason, Reason::ok);
    channel.code = Shop::code("W");
    channel.safety_stock = 0;
    shop.give(channel);
    std::uint32_t steps = 0;
    do {
      shop.run(Advance{});
      ++steps;
    } while (shop.count(EventType::line_held) == 0 && steps < 100);
    EXPECT_EQ(steps, old ? 1U : 3U);
  }
}

}  // namespace
}  // namespace allot
