#include "json/counted.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace allot::json {
namespace {

TEST(Counted, NumbersStandInGroupsOfThree) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(std::numeric_limits<std::uint64_t>::max()), "18,446,744,073,709,551,615");
}

TEST(Counted, OneIsOne) {
  EXPECT_EQ(counted(1, "parcel"), "1 parcel");
  EXPECT_EQ(counted(0, "parcel"), "0 parcels");
  EXPECT_EQ(counted(1'234, "parcel"), "1,234 parcels");
  EXPECT_EQ(counted(1, "delivery", "deliveries"), "1 delivery");
  EXPECT_EQ(counted(2, "delivery", "deliveries"), "2 deliveries");
  EXPECT_EQ(of_count(1, "was", "were"), "was");
  EXPECT_EQ(of_count(0, "was", "were"), "were");
}

// What stands side by side has one unit: the greatest in which the least of it is a tenth.
TEST(Counted, DurationsOfOneLineHaveOneUnit) {
  const DurationUnit ms = unit_of(8'023'000);
  EXPECT_EQ(duration_in(8'023'000, ms), "8.02 ms");
  EXPECT_EQ(duration_in(19'030'000, ms), "19.0 ms");
  EXPECT_EQ(duration_in(1'900'000'000, ms), "1,900 ms");
  const DurationUnit us = unit_of(850);
  EXPECT_EQ(duration_in(850, us), "0.85 us");
  EXPECT_EQ(duration_in(12'345'678, us), "12,346 us");
  EXPECT_EQ(duration_in(99'960, us), "100 us");
  EXPECT_EQ(duration_in(42, unit_of(42)), "42 ns");
  EXPECT_EQ(duration_in(0, unit_of(0)), "0 ns");
  EXPECT_EQ(duration_in(2'500'000'000, unit_of(2'500'000'000)), "2.50 s");
}

}  // namespace
}  // namespace allot::json
