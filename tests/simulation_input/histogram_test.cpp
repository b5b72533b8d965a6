#include "simulation/histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "simulation/random.hpp"

namespace allot::simulation {
namespace {

TEST(Histogram, cells_hold_what_they_say) {
  for (std::uint64_t value : {0ULL, 1ULL, 127ULL, 128ULL, 129ULL, 255ULL, 256ULL, 1'000'003ULL}) {
    const std::size_t cell = Histogram::cell_of(value);
    EXPECT_GE(Histogram::top_of(cell), value);
    if (cell > 0) {
      EXPECT_LT(Histogram::top_of(cell - 1), value);
    }
  }
  constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(Histogram::top_of(Histogram::cell_of(greatest)), greatest);
}

TEST(Histogram, percentiles_are_at_most_a_cell_above_a_sorted_list) {
  Histogram histogram;
  std::vector<std::uint64_t> values;
  Random random(5);
  for (int i = 0; i < 20'000; ++i) {
    std::uint64_t value = random.next();
    value >>= 20 + random.below(40);
    histogram.record(value);
    values.push_back(value);
  }
  std::sort(values.begin(), values.end());
  for (const std::uint32_t per_million : {1U, 500'000U, 990'000U, 999'000U, 1'000'000U}) {
    const std::size_t rank =
        std::max<std::size_t>(1, (values.size() * per_million + 999'999) / 1'000'000);
    const std::uint64_t truth = values[rank - 1];
    EXPECT_GE(histogram.percentile(per_million), truth);
    EXPECT_LE(static_cast<double>(histogram.percentile(per_million)),
              static_cast<double>(truth) * 1.016 + 1);
  }
  EXPECT_EQ(histogram.max(), values.back());
  EXPECT_EQ(histogram.percentile(1'000'000), values.back());
  EXPECT_NE(histogram.hgrm_text().find("Total count = 20000"), std::string::npos);
  EXPECT_EQ(Histogram().percentile(990'000), 0U);
}

}  // namespace
}  // namespace allot::simulation
