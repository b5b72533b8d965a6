// Sets of SKUs against plain sets, through commands.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/shop.hpp"

namespace allot {
namespace {

Code code(const std::string& text) { return *Code::from(text); }

Limits limits_of(std::uint32_t sets, std::uint32_t skus) {
  Limits limits = test::shop_limits();
  limits.sku_sets_max = sets;
  limits.sku_set_skus_max = skus;
  return limits;
}

TEST(SkuSets, HoldExactlyWhatTheLastCommandSaid) {
  constexpr std::uint32_t skus = 40;
  constexpr std::uint32_t sets = 70;  // more than two words of bits
  test::Shop shop(limits_of(sets, skus));
  for (std::uint32_t n = 1; n <= skus; ++n) shop.sku("S" + std::to_string(n));
  std::mt19937 numbers(34);
  const auto below = [&numbers](std::uint32_t end) {
    return static_cast<std::uint32_t>(numbers() % end);
  };
  std::vector<std::set<std::uint32_t>> expected(sets);
  for (std::uint32_t turn = 0; turn < 3 * sets; ++turn) {
    const std::uint32_t set = turn < sets ? turn : below(sets);
    std::vector<SkuId> members(below(skus + 1));
    for (SkuId& sku : members) sku = {below(skus) + 1};
    const std::string name = "T" + std::to_string(set);
    ASSERT_EQ(shop.give(DefineSkuSet{{}, code(name), members}).reason, Reason::ok);
    const auto defined = shop.outcome.events().back().as<events::Defined>();
    EXPECT_EQ(defined.command, CommandType::sku_set);
    EXPECT_EQ(defined.id, set + 1);
    EXPECT_EQ(shop.core.find(IdKind::sku_set, name), set + 1);
    EXPECT_EQ(shop.core.code(IdKind::sku_set, set + 1), name);
    expected[set].clear();
    for (const SkuId sku : members) expected[set].insert(sku.value);
    for (std::uint32_t s = 0; s < sets; ++s) {
      for (std::uint32_t sku = 1; sku <= skus; ++sku) {
        ASSERT_EQ(shop.core.in_sku_set({s + 1}, {sku}), expected[s].contains(sku));
      }
    }
    ASSERT_TRUE(shop.core.conservation().holds) << shop.core.conservation().fault;
  }
}

TEST(SkuSets, AnUnknownSkuIsNamedAndNothingChanges) {
  test::Shop shop(limits_of(2, 3));
  const SkuId a = shop.sku("A");
  const SkuId b = shop.sku("B");
  const std::vector<SkuId> both{b, a, b};
  ASSERT_EQ(shop.give(DefineSkuSet{{}, code("gifts"), both}).reason, Reason::ok);
  const std::vector<SkuId> wrong{a, SkuId{3}};
  ASSERT_EQ(shop.give(DefineSkuSet{{}, code("gifts"), wrong}).reason, Reason::sku_unknown);
  const auto refused = shop.outcome.events().back().as<events::Refused>();
  EXPECT_EQ(refused.line, 1);
  EXPECT_EQ(refused.sku, SkuId{3});
  EXPECT_TRUE(shop.core.in_sku_set({1}, a));
  EXPECT_TRUE(shop.core.in_sku_set({1}, b));
  EXPECT_FALSE(shop.core.in_sku_set({2}, b));
  EXPECT_FALSE(shop.core.in_sku_set({1}, {3}));
}

TEST(SkuSets, ReachingALimitIsAnAnswer) {
  test::Shop shop(limits_of(1, 2));
  const SkuId a = shop.sku("A");
  const std::vector<SkuId> three{a, a, a};
  EXPECT_EQ(shop.give(DefineSkuSet{{}, code("T"), three}).reason, Reason::field_out_of_range);
  EXPECT_EQ(shop.give(DefineSkuSet{{}, Code{}, {}}).reason, Reason::code_invalid);
  EXPECT_EQ(shop.give(DefineSkuSet{{}, code("T"), {}}).reason, Reason::ok);
  EXPECT_EQ(shop.give(DefineSkuSet{{}, code("U"), {}}).reason, Reason::catalogue_full);
  EXPECT_EQ(shop.give(DefineSkuSet{{}, code("T"), std::span(three).first(2)}).reason, Reason::ok);
}

// Digests of states without sets are what they were before there were any.
TEST(SkuSets, AreInTheStateOnlyWhereThereIsOne) {
  test::Shop shop(limits_of(4, 4));
  const SkuId a = shop.sku("A");
  const SkuId b = shop.sku("B");
  const std::vector<std::byte> before = shop.core.encode_state();
  // A section begins with its number and how many entries it has.
  const std::vector<SkuId> members{b, a, b};
  ASSERT_EQ(shop.give(DefineSkuSet{{}, code("T"), members}).reason, Reason::ok);
  const std::vector<std::byte> after = shop.core.encode_state();
  const std::vector<unsigned> section{16, 1, 0, 0, 0, 0, 0, 0, 0, 1, 'T', 2,
                                      0,  0, 0, 1, 0, 0, 0, 2, 0, 0, 0};
  ASSERT_EQ(after.size(), before.size() + (8 + 8 + 8 + 2 + 8) + section.size());
  for (std::size_t i = 0; i < section.size(); ++i) {
    EXPECT_EQ(std::to_integer<unsigned>(after[after.size() - section.size() + i]), section[i]);
  }
}

}  // namespace
}  // namespace allot
