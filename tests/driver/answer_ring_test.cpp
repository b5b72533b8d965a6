// Answers made in place: shown only when told, in order, over the end of the ring, between two
// threads.
#include "driver/answer_ring.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

namespace allot {
namespace {

void make(AnswerRing& ring, Sequence sequence) {
  *ring.next() = {.command_key = {.low = sequence, .high = ~sequence}, .sequence = sequence};
  ring.keep();
}

TEST(AnswerRing, ShowsWhatItIsToldAndNoMore) {
  AnswerRing ring(4);
  std::array<Answer, 8> read;
  make(ring, 1);
  make(ring, 2);
  make(ring, 3);
  EXPECT_EQ(ring.poll(read), 0U);
  ring.show(2);
  EXPECT_EQ(ring.shown(), 2U);
  ASSERT_EQ(ring.poll(read), 2U);
  EXPECT_EQ(read[0].sequence, 1U);
  EXPECT_EQ(read[1].sequence, 2U);
  ring.at(2).reason = Reason::poisoned;
  ring.show(ring.made());
  ASSERT_EQ(ring.poll(read), 1U);
  EXPECT_EQ(read[0].sequence, 3U);
  EXPECT_EQ(read[0].reason, Reason::poisoned);
}

TEST(AnswerRing, WhatWasNotKeptIsWrittenOver) {
  AnswerRing ring(1);
  ring.next()->sequence = 7;
  make(ring, 8);
  ring.show(ring.made());
  std::array<Answer, 2> read;
  ASSERT_EQ(ring.poll(read), 1U);
  EXPECT_EQ(read[0].sequence, 8U);
}

TEST(AnswerRing, ReadsInPartsOverTheEnd) {
  AnswerRing ring(5);
  std::array<Answer, 3> read;
  Sequence expected = 0;
  for (Sequence sequence = 1; sequence <= 100; sequence += 5) {
    for (Sequence i = 0; i < 5; ++i) make(ring, sequence + i);
    ring.show(ring.made());
    while (const std::size_t count = ring.poll(read)) {
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(read[i].sequence, ++expected);
    }
  }
  EXPECT_EQ(expected, 100U);
}

// The reader lets the writer go on as a producer does: by admitting no more than the ring has
// places.
TEST(AnswerRing, PassesEveryAnswerToAnotherThread) {
  constexpr Sequence answers = 200'000;
  constexpr std::uint64_t places = 8;
  AnswerRing ring(places);
  std::atomic<std::uint64_t> admitted{places};
  std::thread writer([&] {
    for (Sequence sequence = 1; sequence <= answers; ++sequence) {
      while (admitted.load(std::memory_order_acquire) < sequence) std::this_thread::yield();
      make(ring, sequence);
      if (sequence % 3 == 0 || sequence == answers || sequence == admitted.load())
        ring.show(sequence);
    }
  });
  Sequence expected = 0;
  std::array<Answer, 5> read;
  while (expected < answers) {
    const std::size_t count = ring.poll(read);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(read[i].sequence, ++expected);
      ASSERT_EQ(read[i].command_key, (CommandKey{.low = expected, .high = ~expected}));
    }
    if (count == 0) std::this_thread::yield();
    admitted.fetch_add(count, std::memory_order_release);
  }
  writer.join();
}

}  // namespace
}  // namespace allot
