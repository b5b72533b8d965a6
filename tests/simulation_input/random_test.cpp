#include "simulation/random.hpp"

#include <gtest/gtest.h>

namespace allot::simulation {
namespace {

TEST(Random, split_mix_has_its_published_values) {
  // The first outputs of SplitMix64 from state 1234567, as in the reference implementation.
  EXPECT_EQ(split_mix(1234567), 6457827717110365317ULL);
  EXPECT_EQ(split_mix(1234567 + 0x9E3779B97F4A7C15ULL), 3203168211198807973ULL);
}

TEST(Random, values_of_a_seed_never_change) {
  Random random(42);
  EXPECT_EQ(random.next(), 1546998764402558742ULL);
  EXPECT_EQ(random.next(), 6990951692964543102ULL);
  EXPECT_EQ(keyed(1, Purpose::basket, 2, 3), keyed(1, Purpose::basket, 2, 3));
  EXPECT_NE(keyed(1, Purpose::basket, 2, 3), keyed(1, Purpose::arrival, 2, 3));
  EXPECT_NE(keyed(1, Purpose::basket, 2, 3), keyed(1, Purpose::basket, 3, 2));
}

TEST(Random, draws_stay_below_their_bound) {
  Random random(7);
  std::array<int, 5> seen{};
  for (int i = 0; i < 10'000; ++i) {
    const std::uint32_t value = random.below(5);
    ASSERT_LT(value, 5U);
    ++seen[value];
    ASSERT_LT(random.below_wide(1'000'000'000'000ULL), 1'000'000'000'000ULL);
  }
  for (const int count : seen) EXPECT_NEAR(count, 2'000, 200);
  EXPECT_EQ(random.below(0), 0U);
  EXPECT_EQ(random.below_wide(0), 0U);
  EXPECT_FALSE(random.chance(0));
  EXPECT_TRUE(random.chance(1'000));
}

TEST(Random, below_wide_is_the_high_half_of_the_product) {
  Random one(9);
  Random two(9);
  const std::uint64_t x = one.next();
  EXPECT_EQ(two.below_wide(std::uint64_t{1} << 63U), x >> 1U);
}

TEST(Random, quantiles_are_kept_to) {
  Random random(3);
  const std::array<std::int64_t, 5> table{10, 10, 20, 40, 1'000};
  int at_least = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::int64_t value = draw_quantile(table, random);
    ASSERT_GE(value, 10);
    ASSERT_LE(value, 1'000);
    if (value < 20) ++at_least;
  }
  EXPECT_NEAR(at_least, 5'000, 250) << "half lies below the middle quantile";
}

}  // namespace
}  // namespace allot::simulation
