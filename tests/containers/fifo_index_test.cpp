#include "containers/fifo_index.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <vector>

#include "containers/key_index.hpp"

namespace allot {
namespace {

// The naive twin: the newest N keys, searched one by one.
class NaiveQueue {
 public:
  explicit NaiveQueue(std::size_t entries_max) : entries_max_(entries_max) {}
  std::uint64_t find(std::uint64_t key) const {
    for (const auto& [known, position] : entries_) {
      if (known == key) return position;
    }
    return FifoIndex::none;
  }
  void add(std::uint64_t key, std::uint32_t position) {
    if (entries_.size() == entries_max_) entries_.pop_front();
    entries_.emplace_back(key, position);
  }

 private:
  std::size_t entries_max_;
  std::deque<std::pair<std::uint64_t, std::uint32_t>> entries_;
};

// A hash with few distinct values fills buckets beyond their size.
std::uint64_t crowded(std::uint64_t key) { return (key % 5) << 34 | key % 3; }

void compare(std::uint32_t entries_max, bool crowds, std::uint32_t first_position) {
  SCOPED_TRACE(testing::Message() << entries_max << " entries, crowded " << crowds << ", from "
                                  << first_position);
  FifoIndex index(entries_max);
  NaiveQueue twin(entries_max);
  std::vector<std::uint64_t> key_at(1U << 16);
  std::mt19937_64 random(entries_max);
  const auto hash = [&](std::uint64_t key) { return crowds ? crowded(key) : spread(key); };
  std::uint32_t next = first_position;
  for (int step = 0; step < 40'000; ++step) {
    const std::uint64_t key = random() % (3 * entries_max + 2);
    const std::uint64_t found = index.find(
        hash(key), next, [&](std::uint32_t position) { return key_at[position & 0xffffU] == key; });
    ASSERT_EQ(found, twin.find(key)) << "step " << step;
    if (found != FifoIndex::none) continue;
    index.add(hash(key), next);
    twin.add(key, next);
    key_at[next++ & 0xffffU] = key;
  }
}

TEST(FifoIndex, FindsWhatAQueueFinds) {
  for (const std::uint32_t entries_max : {1U, 2U, 7U, 50U, 1'000U}) {
    compare(entries_max, false, 0);
    compare(entries_max, true, 0);
  }
}

TEST(FifoIndex, PositionsMayPassTheirEnd) {
  compare(50, false, 0xffffffffU - 2'000);
  compare(50, true, 0xffffffffU - 2'000);
}

}  // namespace
}  // namespace allot
