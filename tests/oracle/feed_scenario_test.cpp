// Feeds where one step has more to tell than it may, and where a look at all SKUs begins again:
// seldom in random runs, so told here, to engine and oracle alike.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paired_run.hpp"

namespace allot::oracle {
namespace {

Limits few_orders() {
  Limits limits;
  limits.skus_max = 200;
  limits.nodes_max = limits.zones_max = 2;
  limits.channels_max = 8;
  limits.lots_max = 400;
  limits.orders_max = limits.closed_orders_max = 20;
  limits.lines_max = 200;
  limits.lines_per_order_max = 20;
  limits.time_source = TimeSource::host;
  return limits;
}

class FeedScenario : public ::testing::Test {
 protected:
  void apply(const Command& command) {
    ++sequence_;
    const auto text = pair_.step({.sequence = sequence_, .time = 1, .command = command});
    ASSERT_FALSE(text) << *text;
    const auto states = pair_.compare_states();
    ASSERT_FALSE(states) << *states;
    const std::string feeds = pair_.compare_feeds();
    ASSERT_TRUE(feeds.empty()) << feeds;
  }
  CommandKey key() { return {++keys_, 0}; }
  Code code(char prefix, std::uint32_t number) {
    return *Code::from(prefix + std::to_string(number));
  }
  // Effects: `skus` with two units each, at a node that serves `channels`, each of which has a
  // feed.
  void open(std::uint32_t skus, std::uint32_t channels) {
    apply(Start{few_orders()});
    apply(DefineNode{.command_key = key(), .code = code('N', 1)});
    apply(DefineZone{.command_key = key(), .code = code('Z', 1)});
    apply(DefineLane{.command_key = key(), .node = {1}, .zone = {1}});
    for (std::uint32_t id = 1; id <= skus; ++id) {
      apply(DefineSku{.command_key = key(), .code = code('S', id)});
      apply(Receive{.command_key = key(), .sku = {id}, .node = {1}, .quantity = 2});
    }
    for (std::uint32_t id = 1; id <= channels; ++id) {
      DefineChannel channel{.command_key = key(), .code = code('C', id)};
      channel.hold_ttl_ns = channel.review_ttl_ns = 1'000;
      apply(channel);
      serve(id, true);
      apply(SetFeed{.command_key = key(), .channel = {id}});
    }
    while (pair_.events().empty() || pair_.state().look != 0 || picture_runs()) apply(Advance{});
  }
  void serve(std::uint32_t channel, bool serves) {
    apply(DefineNetwork{.command_key = key(), .channel = {channel}, .node = {1}, .serves = serves});
  }
  [[nodiscard]] bool picture_runs() const {
    for (const auto& [channel, feed] : pair_.state().feeds) {
      if (feed.picture != 0) return true;
    }
    return false;
  }

  Pair pair_{few_orders(), Semantics{}, false};
  Sequence sequence_{};
  std::uint64_t keys_{};
};

TEST_F(FeedScenario, WhatAStepMayNotTellIsToldByTheNextAsItIsThen) {
  open(10, 5);
  std::vector<OrderLine> lines;
  for (std::uint32_t sku = 1; sku <= 10; ++sku) {
    lines.push_back({.sku = {sku}, .quantity = 1, .price = 1});
  }
  const Place place{
      .command_key = key(), .order_key = {1, 0}, .channel = {1}, .zone = {1}, .lines = lines};
  apply(place);
  EXPECT_EQ(pair_.events().size(), 11U + 32U);
  EXPECT_GT(pair_.state().gone.feeds_behind, 0U);
  // What is left of the tenth article is taken before the feeds are told of the first unit.
  const std::vector<OrderLine> last{{.sku = {10}, .quantity = 1, .price = 1}};
  apply(
      Place{.command_key = key(), .order_key = {2, 0}, .channel = {1}, .zone = {1}, .lines = last});
  std::size_t of_the_tenth = 0;
  for (const Event& event : pair_.events()) {
    of_the_tenth += event.type == EventType::sold_out && event.sku == 10 ? 1 : 0;
    EXPECT_FALSE(event.type == EventType::for_sale && event.sku == 10);
  }
  EXPECT_EQ(of_the_tenth, 5U) << "once for each channel, and nothing of what lay between";
  apply(Advance{});
  EXPECT_TRUE(pair_.events().empty());
}

TEST_F(FeedScenario, ALookThatIsUnderWayIsGoneThroughAgain) {
  open(150, 2);
  serve(1, false);
  EXPECT_EQ(pair_.events().size(), 1U + 32U);
  serve(2, false);
  serve(1, true);
  EXPECT_GT(pair_.state().gone.looks_again, 0U);
  for (int steps = 0; steps < 40; ++steps) apply(Advance{});
  EXPECT_EQ(pair_.state().look, 0U);
  EXPECT_TRUE(pair_.events().empty());
  EXPECT_EQ(pair_.state().feeds.at(1).told.at(150).units, 2);
  EXPECT_EQ(pair_.state().feeds.at(2).told.at(150).units, 0);
}

}  // namespace
}  // namespace allot::oracle
