#include "identity/command_keys.hpp"

#include <gtest/gtest.h>

namespace allot {
namespace {

const CommandKeys::Entry* find(const CommandKeys& keys, const CommandKey& key) {
  return keys.find(key, spread(key));
}
void remember(CommandKeys& keys, const CommandKeys::Entry& entry) {
  keys.remember(entry, spread(entry.key));
}

TEST(CommandKeys, ForgetTheOldestFirst) {
  CommandKeys keys(3);
  for (std::uint64_t i = 1; i <= 5; ++i) remember(keys, {{i, 0}, i, i * 10, Reason::ok});
  EXPECT_EQ(keys.count(), 3U);
  EXPECT_EQ(find(keys, {1, 0}), nullptr);
  EXPECT_EQ(find(keys, {2, 0}), nullptr);
  ASSERT_NE(find(keys, {3, 0}), nullptr);
  EXPECT_EQ(find(keys, {3, 0})->body_hash, 30U);
  std::uint64_t expected = 3;
  keys.visit_oldest_first(
      [&](const CommandKeys::Entry& entry) { EXPECT_EQ(entry.sequence, expected++); });
  EXPECT_EQ(expected, 6U);
}

TEST(CommandKeys, BothHalvesOfAKeyCount) {
  CommandKeys keys(10);
  remember(keys, {{1, 0}, 1, 0, Reason::ok});
  EXPECT_EQ(find(keys, {1, 1}), nullptr);
  EXPECT_EQ(find(keys, {0, 1}), nullptr);
}

}  // namespace
}  // namespace allot
