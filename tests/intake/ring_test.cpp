// The byte ring: contiguous slots of any size, in order, each exactly once.
#include "intake/ring.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <deque>
#include <thread>
#include <vector>

namespace allot {
namespace {

// Fills a slot with bytes that follow from `number`.
void fill(std::span<std::byte> slot, std::uint64_t number) {
  for (std::size_t i = 0; i < slot.size(); ++i) {
    slot[i] = static_cast<std::byte>((number * 131 + i) & 0xFFU);
  }
}

bool filled(std::span<const std::byte> slot, std::size_t bytes, std::uint64_t number) {
  for (std::size_t i = 0; i < bytes; ++i) {
    if (slot[i] != static_cast<std::byte>((number * 131 + i) & 0xFFU)) return false;
  }
  return true;
}

// Sizes from 1 byte to `most`, irregular, the same for writer and reader.
std::size_t size_of(std::uint64_t number, std::size_t most) {
  const std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15ULL;
  return number % 5 == 0 ? most : static_cast<std::size_t>(mixed >> 40U) % most + 1;
}

TEST(ByteRing, GivesBackWhatWasPutInInOrder) {
  ByteRing ring(1'024, 200);
  for (std::uint64_t i = 0; i < 3; ++i) {
    const auto slot = ring.claim(50 + i);
    ASSERT_EQ(slot.size(), 50 + i);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(slot.data()) % ByteRing::slot_alignment, 0U);
    fill(slot, i);
    ring.commit();
  }
  ring.refresh();
  ByteRing::Cursor cursor = ring.reader_cursor();
  EXPECT_TRUE(ring.next(cursor).empty()) << "nothing is seen before it is published";
  ring.publish();
  EXPECT_TRUE(ring.next(cursor).empty()) << "nor before the reader looks again";
  ring.refresh();
  for (std::uint64_t i = 0; i < 3; ++i) {
    const auto slot = ring.next(cursor);
    ASSERT_GE(slot.size(), 50 + i);
    EXPECT_TRUE(filled(slot, 50 + i, i));
  }
  EXPECT_TRUE(ring.next(cursor).empty());
  EXPECT_EQ(ring.used_bytes(), 3 * ByteRing::footprint(50));
  ring.release(cursor);
  EXPECT_EQ(ring.used_bytes(), 0U);
}

TEST(ByteRing, AClaimThatIsNotCommittedLeavesNoTrace) {
  ByteRing ring(512, 100);
  fill(ring.claim(100), 9);
  fill(ring.claim(10), 1);
  ring.commit();
  ring.publish();
  ring.refresh();
  ByteRing::Cursor cursor = ring.reader_cursor();
  EXPECT_TRUE(filled(ring.next(cursor), 10, 1));
  EXPECT_TRUE(ring.next(cursor).empty());
}

TEST(ByteRing, RefusesMoreThanItsLargestSlot) {
  ByteRing ring(512, 100);
  EXPECT_TRUE(ring.claim(101).empty());
  EXPECT_TRUE(ring.claim(0).empty());
  EXPECT_EQ(ring.claim(100).size(), 100U);
}

TEST(ByteRing, TwiceTheLargestSlotAlwaysHasRoomForItWhenEmpty) {
  constexpr std::size_t most = 333;
  const std::size_t capacity = 2 * ByteRing::footprint(most);
  // Wherever the last slot ended: small slots move the position first.
  for (std::size_t shift = 0; shift < capacity; shift += ByteRing::slot_alignment) {
    ByteRing ring(capacity, most);
    for (std::size_t moved = 0; moved < shift; moved += ByteRing::footprint(1)) {
      ASSERT_FALSE(ring.claim(1).empty());
      ring.commit();
      ring.publish();
      ring.refresh();
      ByteRing::Cursor cursor = ring.reader_cursor();
      ASSERT_FALSE(ring.next(cursor).empty());
      ring.release(cursor);
    }
    const auto slot = ring.claim(most);
    ASSERT_EQ(slot.size(), most) << "after " << shift;
    fill(slot, shift);
    ring.commit();
    ring.publish();
    ring.refresh();
    ByteRing::Cursor cursor = ring.reader_cursor();
    ASSERT_TRUE(filled(ring.next(cursor), most, shift));
  }
}

TEST(ByteRing, AgreesWithAQueueOverManyIrregularTurns) {
  constexpr std::size_t most = 150;
  ByteRing ring(2 * ByteRing::footprint(most) + 48, most);
  std::deque<std::uint64_t> model;
  std::uint64_t put = 0;
  std::uint64_t taken = 0;
  std::uint64_t random = 1;
  for (int turn = 0; turn < 20'000; ++turn) {
    random = random * 6364136223846793005ULL + 1442695040888963407ULL;
    if ((random >> 33U) % 2 == 0) {
      const auto slot = ring.claim(size_of(put, most));
      if (slot.empty()) {
        ASSERT_FALSE(model.empty()) << "full although empty";
        continue;
      }
      fill(slot, put);
      ring.commit();
      ring.publish();
      model.push_back(put++);
    } else {
      ring.refresh();
      ByteRing::Cursor cursor = ring.reader_cursor();
      std::uint64_t look = 1 + (random >> 50U) % 3;
      while (look-- > 0) {
        const auto slot = ring.next(cursor);
        ASSERT_EQ(slot.empty(), model.empty());
        if (slot.empty()) break;
        ASSERT_EQ(model.front(), taken);
        ASSERT_TRUE(filled(slot, size_of(taken, most), taken));
        model.pop_front();
        ++taken;
      }
      ring.release(cursor);
    }
  }
  EXPECT_GT(taken, 4'000U);
}

TEST(ByteRing, TwoThreadsOverTheSmallestRing) {
  constexpr std::size_t most = 700;
  constexpr std::uint64_t slots = 100'000;
  ByteRing ring(2 * ByteRing::footprint(most), most);
  std::thread writer([&ring] {
    for (std::uint64_t i = 0; i < slots;) {
      std::size_t committed = 0;
      while (committed < 3 && i < slots) {
        const auto slot = ring.claim(size_of(i, most));
        if (slot.empty()) break;
        fill(slot, i++);
        ring.commit();
        ++committed;
      }
      if (committed != 0) ring.publish();
      if (committed == 0) std::this_thread::yield();
    }
  });
  std::uint64_t wrong = 0;
  for (std::uint64_t i = 0; i < slots;) {
    ring.refresh();
    ByteRing::Cursor cursor = ring.reader_cursor();
    const std::uint64_t before = i;
    for (auto slot = ring.next(cursor); !slot.empty(); slot = ring.next(cursor)) {
      if (!filled(slot, size_of(i, most), i)) ++wrong;
      ++i;
    }
    ring.release(cursor);
    if (i == before) std::this_thread::yield();
  }
  writer.join();
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(ring.used_bytes(), 0U);
}

}  // namespace
}  // namespace allot
