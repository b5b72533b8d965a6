// A set of integers with its least one at hand, against one of the standard library.
#include "containers/bit_tree.hpp"

#include <gtest/gtest.h>

#include <set>

#include "generator/random_source.hpp"

namespace allot {
namespace {

TEST(BitTree, FindsTheLeastOfAllThatAreInIt) {
  generator::RandomSource random(7);
  for (const std::size_t size : {1U, 2U, 63U, 64U, 65U, 4'096U, 4'097U, 300'000U}) {
    BitTree tree(size);
    std::set<std::size_t> naive;
    EXPECT_TRUE(tree.empty());
    for (int step = 0; step < 4'000; ++step) {
      const std::size_t value = random.one_in(8) ? size - 1 : random.below(size);
      const bool in_it = random.one_in(step % 1'000 < 500 ? 2 : 4);
      tree.set(value, in_it);
      in_it ? (void)naive.insert(value) : (void)naive.erase(value);
      ASSERT_EQ(tree.empty(), naive.empty());
      const std::size_t from = random.one_in(8) ? size : random.below(size + 1);
      const auto next = naive.lower_bound(from);
      ASSERT_EQ(tree.first_from(from), next == naive.end() ? BitTree::none : *next);
      if (naive.empty()) continue;
      ASSERT_EQ(tree.first(), *naive.begin());
      if (!random.one_in(3)) continue;
      tree.remove(*naive.begin());
      naive.erase(naive.begin());
    }
  }
}

}  // namespace
}  // namespace allot
