// Cells of features found by their key, against a map.
#include "features/cells.hpp"

#include <gtest/gtest.h>

#include <map>

#include "containers/key_index.hpp"
#include "features/event.hpp"
#include "generator/random_source.hpp"

namespace allot {
namespace {

TEST(FeatureCells, FindWhatAMapFinds) {
  generator::RandomSource random(17);
  for (const std::uint32_t keys_max : {1U, 2U, 3U, 10U, 300U}) {
    SCOPED_TRACE(testing::Message() << keys_max << " keys");
    FeatureCells cells(keys_max);
    const std::uint64_t seed = random.next();
    std::map<Token, std::uint32_t> naive;
    const auto give = [&](std::map<Token, std::uint32_t>::iterator known) {
      cells.give(known->second, spread(known->first, seed));
      naive.erase(known);
    };
    for (int step = 0; step < 50'000; ++step) {
      const Token wanted = mix_token(1 + random.below(std::uint64_t{3} * keys_max));
      const auto known = naive.find(wanted);
      const std::uint32_t at = cells.find(spread(wanted, seed), wanted);
      ASSERT_EQ(at, known == naive.end() ? FeatureCells::none : known->second) << "step " << step;
      if (known != naive.end()) {
        if (random.one_in(2)) give(known);
        continue;
      }
      if (naive.size() == keys_max) give(naive.begin());
      naive[wanted] = cells.take(spread(wanted, seed), wanted);
    }
    // When all are given back no look-up goes on from anywhere.
    while (!naive.empty()) give(naive.begin());
    for (std::uint32_t at = 0; at < 2 * keys_max; ++at) {
      EXPECT_EQ(cells[at].passed, 0U);
      EXPECT_EQ(cells[at].key, 0U);
    }
  }
}

}  // namespace
}  // namespace allot
