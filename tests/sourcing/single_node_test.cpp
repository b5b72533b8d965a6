// The choice at once against the general one, on random stock, lanes and orders.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "allot/messages/semantics.hpp"
#include "sourcing/single_node.hpp"
#include "sourcing/sourcing.hpp"

namespace allot {
namespace {

constexpr std::uint32_t skus = 6;

class OneNode : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  OneNode()
      : nodes_(GetParam()),
        limits_(limits(nodes_)),
        rows_(limits_),
        catalogue_(limits_, rows_),
        stock_(limits_, Semantics{}, rows_, step_) {}

  static Limits limits(std::uint32_t nodes) {
    Limits limits;
    limits.skus_max = skus;
    limits.nodes_max = nodes;
    limits.lots_max = skus * nodes;
    limits.lines_per_order_max = 8;
    return limits;
  }
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  void fill_catalogue() {
    for (std::uint32_t i = 1; i <= skus; ++i) {
      catalogue_.define(DefineSku{.command_key = {}, .code = *Code::from("S" + std::to_string(i))});
    }
    for (std::uint32_t i = 1; i <= nodes_; ++i) {
      catalogue_.define(DefineNode{
          .command_key = {}, .code = *Code::from("N" + std::to_string(i)), .priority = below(3)});
    }
    catalogue_.define(DefineZone{.command_key = {}, .code = *Code::from("Z")});
    define_channel();
    for (std::uint32_t i = 1; i <= nodes_; ++i) {
      if (below(5) == 0) continue;
      catalogue_.define(DefineNetwork{.command_key = {}, .channel = {1}, .node = {i}});
      DefineLane lane{.command_key = {}, .node = {i}, .zone = {1}};
      lane.parcel_cost = below(4) * 100;
      lane.unit_cost = below(4) * 10;
      lane.serviceable = below(8) != 0;
      catalogue_.define(lane);
    }
  }
  void define_channel() {
    DefineChannel channel{.command_key = {}, .code = *Code::from("C")};
    channel.hold_ttl_ns = channel.review_ttl_ns = 1;
    channel.safety_stock = below(3);
    channel.policy = static_cast<SourcingPolicy>(below(3));
    catalogue_.define(channel);
  }
  void fill_stock() {
    for (std::uint32_t sku = 1; sku <= skus; ++sku) {
      rows_[SkuId{sku}].serve_item = {below(12) == 0 ? 1U : 0U};
      for (std::uint32_t node = 1; node <= nodes_; ++node) {
        rows_.safety({sku})[node - 1] = Units{below(3) == 0 ? below(6) : 0};
        rows_.available({sku})[node - 1] = Units{below(4) == 0 ? units_max - below(3) : below(30)};
      }
    }
  }
  std::vector<OrderLine> order() {
    std::vector<OrderLine> lines(1 + below(3));
    const std::uint32_t first = below(skus);
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      const std::uint32_t most = below(6) == 0 ? 0x7ffffffeU : 12;
      lines[i] = {.sku = {1 + (first + i) % skus}, .quantity = 1 + below(most) / 3};
    }
    return lines;
  }

  std::mt19937_64 random_{7};
  std::uint32_t nodes_;
  Limits limits_;
  SkuRows rows_;
  Catalogue catalogue_;
  StepContext step_;
  Stock stock_;
};

TEST_P(OneNode, IsThePlanOfTheGeneralWay) {
  fill_catalogue();
  Sourcing general(limits_);
  int decided = 0;
  for (int step = 0; step < 20'000; ++step) {
    if (step % 50 == 0) define_channel();
    fill_stock();
    const std::vector<OrderLine> lines = order();
    if (!general.begin(catalogue_, {1}, {1}, {}, 1)) continue;
    const SingleNode single =
        choose_single_node(general.route(catalogue_, {1}, {1}), stock_, lines);
    if (!single.node.present()) continue;
    ++decided;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      ASSERT_FALSE(stock_.row(lines[i].sku).serve_item.present());
      const Units wanted{lines[i].quantity};
      const ChoiceLine line = general.add(stock_, nullptr, {i}, lines[i].sku, wanted);
      ASSERT_FALSE(general.line(line).is_short);
      general.need(line, wanted);
    }
    const Plan* plan = general.choose(8);
    ASSERT_NE(plan, nullptr);
    ASSERT_EQ(plan->count, 1U) << "step " << step;
    ASSERT_EQ(plan->cost, single.cost) << "step " << step;
    ASSERT_EQ(plan->nodes[0], single.node) << "step " << step;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      ASSERT_EQ(plan->units({i}, 0), Units{lines[i].quantity});
    }
  }
  EXPECT_GT(decided, 1'000) << "the way at once was hardly ever taken";
}

INSTANTIATE_TEST_SUITE_P(Nodes, OneNode, ::testing::Values(1U, 3U, 5U, 8U));

}  // namespace
}  // namespace allot
