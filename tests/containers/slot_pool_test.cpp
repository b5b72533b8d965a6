#include "containers/slot_pool.hpp"

#include <gtest/gtest.h>

#include <set>
#include <type_traits>

namespace allot {
namespace {

struct Record {
  std::uint64_t value;
};

TEST(SlotPool, GivesEverySlotOnceThenIsFull) {
  SlotPool<Record> pool(100);
  std::set<std::uint32_t> slots;
  while (!pool.full()) slots.insert(pool.take().value);
  EXPECT_EQ(slots.size(), 100U);
  EXPECT_EQ(*slots.begin(), 1U);
  EXPECT_EQ(*slots.rbegin(), 100U);
  EXPECT_THROW((void)pool.take(), BrokenInvariant);
}

TEST(SlotPool, ReusedSlotsAreZeroAndComeLastInFirstOut) {
  SlotPool<Record> pool(4);
  const Slot<Record> a = pool.take();
  const Slot<Record> b = pool.take();
  pool[a].value = 7;
  pool[b].value = 8;
  pool.give(a);
  pool.give(b);
  EXPECT_EQ(pool.used(), 0U);
  EXPECT_EQ(pool.take(), b);
  EXPECT_EQ(pool.take(), a);
  EXPECT_EQ(pool[a].value, 0U);
  EXPECT_EQ(pool[b].value, 0U);
  EXPECT_EQ(pool.take().value, 3U);
  EXPECT_EQ(pool.slot_of(&pool[a]), a);
}

TEST(SlotPool, SlotsOfOtherRecordsAndBareNumbersAreOtherTypes) {
  struct Other;
  static_assert(!std::is_convertible_v<Slot<Other>, Slot<Record>>);
  static_assert(!std::is_convertible_v<std::uint32_t, Slot<Record>>);
  static_assert(!std::is_convertible_v<Slot<Record>, std::uint32_t>);
  static_assert(sizeof(Slot<Other>) == sizeof(std::uint32_t));
  SlotPool<Record> pool(1);
  EXPECT_THROW(pool.give({}), BrokenInvariant);
}

TEST(PageArray, StartsZeroAndMovesWithoutCopying) {
  PageArray<std::uint64_t> array(1'000'000);
  for (std::size_t i = 0; i < array.size(); i += 4'096) ASSERT_EQ(array[i], 0U);
  array[999'999] = 5;
  const std::uint64_t* before = array.data();
  PageArray<std::uint64_t> moved = std::move(array);
  EXPECT_EQ(moved.data(), before);
  EXPECT_EQ(moved[999'999], 5U);
}

}  // namespace
}  // namespace allot
