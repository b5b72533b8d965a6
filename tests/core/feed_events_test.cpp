// What a feed tells where one step changes more than it may tell, or than is noted of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/outcome.hpp"

namespace allot {
namespace {

constexpr std::uint32_t lots = 2'500;

Limits small_orders() {
  Limits limits;
  limits.skus_max = 400;
  limits.nodes_max = limits.zones_max = 1;
  limits.channels_max = 2;
  limits.lots_max = limits.lots_per_cell_max = lots + 400;
  limits.orders_max = limits.closed_orders_max = 4;
  limits.lines_per_order_max = 2;
  limits.lines_max = 8;
  limits.news_max = limits.exceptions_max = limits.caps_max = 1;
  // A step has room for few events, and notes as few cells.
  limits.promises_max = 1;
  limits.work_units = 1;
  return limits;
}

class FeedEvents : public ::testing::Test {
 protected:
  FeedEvents() {
    apply(Start{limits_});
    apply(DefineNode{.command_key = key(), .code = *Code::from("N")});
    apply(DefineZone{.command_key = key(), .code = *Code::from("Z")});
    for (const char* code : {"C", "D"}) {
      DefineChannel channel{.command_key = key(), .code = *Code::from(code)};
      channel.hold_ttl_ns = channel.review_ttl_ns = 1'000;
      apply(channel);
    }
    apply(DefineLane{.command_key = key(), .node = {1}, .zone = {1}});
  }

  CommandKey key() { return {++keys_, 0}; }
  void apply(const Command& command, TimeNs time = 1) {
    core_.apply({.sequence = core_.last_sequence() + 1, .time = time, .command = command},
                outcome_);
    for (const Event& event : outcome_.events()) told_.push_back(event);
  }
  void define_skus(std::uint32_t count) {
    for (std::uint32_t id = 1; id <= count; ++id) {
      apply(DefineSku{.command_key = key(), .code = *Code::from("S" + std::to_string(id))});
    }
  }
  void serve(bool serves) {
    apply(DefineNetwork{.command_key = key(), .channel = {1}, .node = {1}, .serves = serves});
  }
  void receive(SkuId sku, std::uint64_t lot, TimeNs expires_at) {
    apply(Receive{.command_key = key(),
                  .sku = sku,
                  .node = {1},
                  .lot = lot,
                  .quantity = 1,
                  .expires_at = expires_at});
  }
  // Effects: does what is due, step by step. Returns: the most figures that a step told.
  std::size_t idle(TimeNs time = 1) {
    std::size_t most = 0;
    while (core_.work_due(time)) {
      apply(Advance{}, time);
      most = std::max<std::size_t>(most, outcome_.events().size());
    }
    return most;
  }
  [[nodiscard]] std::uint64_t count(EventType type) const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(told_, [type](const Event& event) { return event.type == type; }));
  }

  Limits limits_{small_orders()};
  Core core_{limits_};
  Outcome outcome_{Core::step_events_max(limits_)};
  std::vector<Event> told_;
  std::uint64_t keys_{};
};

// A node serves a channel no more: all SKUs are sold out, in slices, each once.
TEST_F(FeedEvents, AllFiguresThatOneCommandChangesAreToldInSlices) {
  constexpr std::uint32_t skus = 300;
  define_skus(skus);
  serve(true);
  for (std::uint32_t sku = 1; sku <= skus; ++sku) receive({sku}, 0, 0);
  apply(SetFeed{.command_key = key(), .channel = {1}});
  EXPECT_EQ(outcome_.events().size(), 1U + 32U) << "defined, and a slice of the picture";
  EXPECT_EQ(idle(), 32U);
  EXPECT_EQ(count(EventType::for_sale), skus);
  EXPECT_EQ(count(EventType::feed_complete), 1U);
  serve(false);
  EXPECT_EQ(outcome_.events().size(), 1U + 32U);
  serve(true);
  serve(false);
  EXPECT_LE(idle(), 32U);
  const std::uint64_t out = count(EventType::sold_out);
  EXPECT_EQ(out - count(EventType::back_in_stock), skus) << "whatever was told in between";
  for (std::uint32_t sku = 1; sku <= skus; ++sku) {
    ASSERT_EQ(core_.find_told({1}, {sku})->for_sale, 0U) << sku;
  }
}

// One step settles more lots than cells are noted of: what it took besides is told all the same.
TEST_F(FeedEvents, NothingIsForgottenWhereMoreIsTouchedThanIsNoted) {
  define_skus(2);
  serve(true);
  for (std::uint64_t lot = 1; lot <= lots; ++lot) receive({1}, lot, 500);
  receive({2}, 0, 0);
  apply(SetFeed{.command_key = key(), .channel = {1}});
  idle();
  ASSERT_EQ(core_.find_told({1}, {1})->for_sale, lots);
  ASSERT_EQ(core_.find_told({1}, {2})->for_sale, 1U);
  told_.clear();
  const std::array lines{
      OrderLine{.sku = {1}, .quantity = 1, .price = 1, .shortage = Shortage::backorder},
      OrderLine{.sku = {2}, .quantity = 1, .price = 1}};
  apply(
      Place{.command_key = key(), .order_key = {1, 0}, .channel = {1}, .zone = {1}, .lines = lines},
      500);
  ASSERT_FALSE(outcome_.touches_complete()) << "else this test shows nothing";
  EXPECT_EQ(count(EventType::sold_out), 0U) << "not before the ends of the lots are told";
  idle(500);
  EXPECT_EQ(count(EventType::sold_out), 2U);
  EXPECT_EQ(core_.find_told({1}, {2})->for_sale, 0U);
}

// Who has no feed any more is told nothing, and the state says nothing of it but what was told.
TEST_F(FeedEvents, AreNoneOfAClosedFeed) {
  define_skus(1);
  serve(true);
  apply(SetFeed{.command_key = key(), .channel = {1}});
  apply(SetFeed{.command_key = key(), .channel = {1}, .tells = FeedTells::nothing});
  EXPECT_FALSE(core_.work_due(1));
  receive({1}, 0, 0);
  EXPECT_EQ(outcome_.events().size(), 1U);
  const std::vector<FeedInspection> feeds = core_.find_feeds();
  ASSERT_EQ(feeds.size(), 1U);
  EXPECT_EQ(feeds[0].tells, FeedTells::nothing);
  EXPECT_EQ(core_.find_told({1}, {1})->for_sale, 0U);
  EXPECT_FALSE(core_.find_told({2}, {1}));
}

}  // namespace
}  // namespace allot
