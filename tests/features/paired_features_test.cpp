// A short share of features_compare.
#include "paired_features.hpp"

#include <gtest/gtest.h>

#include "generator/random_source.hpp"

namespace allot::naive {
namespace {

TEST(PairedFeatures, EqualARescanOfTheWholeHistory) {
  FeatureCoverage coverage;
  generator::RandomSource seeds(20'251'130);
  for (int run = 0; run < 60; ++run) {
    const std::uint64_t seed = seeds.next();
    ASSERT_EQ(compare_features(seed, 1'000, coverage), "")
        << "again with: features_compare --run " << seed;
  }
  for (const std::string& name : coverage.missing()) ADD_FAILURE() << "never reached: " << name;
}

}  // namespace
}  // namespace allot::naive
