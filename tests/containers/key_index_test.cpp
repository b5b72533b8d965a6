#include "containers/key_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace allot {
namespace {

// A hash with few distinct values makes long runs, which is where erasing can go wrong.
std::uint64_t seven_homes(std::uint64_t key) { return (key % 7) << 34; }

class KeyIndexTwin : public ::testing::TestWithParam<bool> {
 protected:
  std::uint64_t hash(std::uint64_t key) const {
    return GetParam() ? seven_homes(key) : spread(key);
  }
};

TEST_P(KeyIndexTwin, FindsWhatAMapFinds) {
  constexpr std::size_t entries_max = 200;
  KeyIndex index(entries_max);
  std::vector<std::uint64_t> keys(entries_max);  // by slot
  std::map<std::uint64_t, std::uint32_t> twin;
  std::vector<std::uint32_t> free_slots;
  for (std::uint32_t slot = 0; slot < entries_max; ++slot) free_slots.push_back(slot);
  std::mt19937_64 random(42);
  const auto find = [&](std::uint64_t key) {
    return index.find(hash(key), [&](std::uint32_t slot) { return keys[slot] == key; });
  };
  for (int step = 0; step < 50'000; ++step) {
    const std::uint64_t key = random() % 400;
    const auto known = twin.find(key);
    ASSERT_EQ(find(key), known == twin.end() ? KeyIndex::none : known->second) << "step " << step;
    if (known != twin.end()) {
      index.erase(hash(key), known->second);
      free_slots.push_back(known->second);
      twin.erase(known);
    } else if (!free_slots.empty()) {
      const std::uint32_t slot = free_slots.back();
      free_slots.pop_back();
      keys[slot] = key;
      index.insert(hash(key), slot);
      twin[key] = slot;
    }
  }
  for (const auto& [key, slot] : twin) EXPECT_EQ(find(key), slot);
}

INSTANTIATE_TEST_SUITE_P(Hashes, KeyIndexTwin, ::testing::Bool());

TEST(KeyIndex, ErasingWhatIsNotThereBreaksAnInvariant) {
  KeyIndex index(4);
  index.insert(spread(1), 0);
  EXPECT_THROW(index.erase(spread(2), 1), BrokenInvariant);
}

TEST(KeyIndex, KeysOfBothHalvesDiffer) {
  EXPECT_NE(spread(OrderKey{1, 0}), spread(OrderKey{0, 1}));
  EXPECT_NE(spread(OrderKey{1, 2}), spread(OrderKey{2, 1}));
}

}  // namespace
}  // namespace allot
