#include "identity/command_keys.hpp"

#include <gtest/gtest.h>

namespace allot {
namespace {

TEST(CommandKeys, ForgetTheOldestFirst) {
  CommandKeys keys(3);
  for (std::uint64_t i = 1; i <= 5; ++i) keys.remember({{i, 0}, i, i * 10, Reason::ok});
  EXPECT_EQ(keys.count(), 3U);
  EXPECT_EQ(keys.find({1, 0}), nullptr);
  EXPECT_EQ(keys.find({2, 0}), nullptr);
  ASSERT_NE(keys.find({3, 0}), nullptr);
  EXPECT_EQ(keys.find({3, 0})->body_hash, 30U);
  std::uint64_t expected = 3;
  keys.visit_oldest_first(
      [&](const CommandKeys::Entry& entry) { EXPECT_EQ(entry.sequence, expected++); });
  EXPECT_EQ(expected, 6U);
}

TEST(CommandKeys, BothHalvesOfAKeyCount) {
  CommandKeys keys(10);
  keys.remember({{1, 0}, 1, 0, Reason::ok});
  EXPECT_EQ(keys.find({1, 1}), nullptr);
  EXPECT_EQ(keys.find({0, 1}), nullptr);
}

// A ring may be shorter than the distance at which memory is asked for; nothing outside it is read.
}  // namespace
}  // namespace allot
