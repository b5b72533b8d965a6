// The event ring: published events only, each once and in order, for any number of consumers.
#include "events/event_ring.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace allot {
namespace {

// The events of one sequence.
std::vector<Event> events_of(Sequence sequence, std::uint16_t count) {
  std::vector<Event> events(count);
  for (std::uint16_t i = 0; i < count; ++i) {
    events[i].sequence = sequence;
    events[i].ordinal = i;
    events[i].type = EventType::ticked;
  }
  return events;
}

constexpr std::size_t step_max = 8;

// As a step does: the events are written where they stay.
void stage(EventRing& ring, Sequence sequence, std::uint16_t count) {
  const std::vector<Event> events = events_of(sequence, count);
  std::ranges::copy(events, ring.claim());
  ring.stage(events.size());
}

TEST(EventRing, ShowsNothingBeforeItIsPublished) {
  EventRing ring(16, 2, step_max);
  const std::size_t consumer = ring.places().open(true);
  ring.admit_consumers(0);
  ASSERT_TRUE(ring.room(3, false));
  stage(ring, 1, 3);
  std::array<Event, 8> into;
  EXPECT_EQ(ring.poll(consumer, into), 0U);
  ring.publish(2, 1);
  EXPECT_EQ(ring.poll(consumer, into), 2U);
  ring.publish(3, 1);
  EXPECT_EQ(ring.poll(consumer, into), 1U);
  EXPECT_EQ(into[0].ordinal, 2U);
  EXPECT_EQ(ring.published_sequence(), 1U);
}

TEST(EventRing, HasNoRoomWhileAConsumerHasNotRead) {
  EventRing ring(8, 2, step_max);
  const std::size_t consumer = ring.places().open(false);
  ring.admit_consumers(0);
  ASSERT_TRUE(ring.room(8, false));
  stage(ring, 1, 8);
  EXPECT_FALSE(ring.room(1, false)) << "staged and unpublished";
  ring.publish(8, 1);
  EXPECT_FALSE(ring.room(1, false)) << "published and unread";
  std::array<Event, 3> into;
  EXPECT_EQ(ring.poll(consumer, into), 3U);
  EXPECT_TRUE(ring.room(3, false));
  EXPECT_FALSE(ring.room(4, false));
  ring.places().close(consumer);
  EXPECT_TRUE(ring.room(8, false)) << "nobody is in the way any more";
  EXPECT_FALSE(ring.room(9, false));
}

TEST(EventRing, UnpublishedEventsAreKeptWithoutAnyConsumer) {
  EventRing ring(8, 1, step_max);
  ASSERT_TRUE(ring.room(6, true));
  stage(ring, 1, 6);
  EXPECT_FALSE(ring.room(3, true));
  ring.publish(6, 1);
  EXPECT_TRUE(ring.room(3, true));
}

TEST(EventRing, AStepThatRunsOverTheEndIsReadWhole) {
  EventRing ring(16, 1, step_max);
  const std::size_t consumer = ring.places().open(false);
  ring.admit_consumers(0);
  std::array<Event, 16> into;
  for (Sequence sequence = 1; sequence <= 100; ++sequence) {
    const auto count = static_cast<std::uint16_t>(sequence % step_max + 1);
    ASSERT_TRUE(ring.room(step_max, false));
    const std::uint64_t before = ring.staged();
    stage(ring, sequence, count);
    for (std::uint16_t i = 0; i < count; ++i)
      EXPECT_EQ(ring.run(before + i, before + i + 1)[0].ordinal, i);
    ring.publish(ring.staged(), sequence);
    ASSERT_EQ(ring.poll(consumer, into), count);
    EXPECT_TRUE(std::ranges::equal(std::span(into).first(count), events_of(sequence, count)));
  }
}

TEST(EventRing, DetachesOnlyWhoIsInTheWay) {
  EventRing ring(8, 2, step_max);
  const std::size_t slow = ring.places().open(false);
  const std::size_t quick = ring.places().open(false);
  ring.admit_consumers(0);
  stage(ring, 1, 8);
  ring.publish(8, 1);
  std::array<Event, 8> into;
  EXPECT_EQ(ring.poll(quick, into), 8U);
  EXPECT_TRUE(ring.room(4, true));
  EXPECT_TRUE(ring.places()[slow].detached());
  EXPECT_FALSE(ring.places()[quick].detached());
  EXPECT_EQ(ring.poll(slow, into), 0U);
  ring.places().close(slow);
  EXPECT_NE(ring.places().open(false), ConsumerPlaces::none_free) << "its place can be used again";
}

TEST(EventRing, BeginsWithTheOldestOrTheNewest) {
  EventRing ring(16, 3, step_max);
  for (Sequence sequence = 1; sequence <= 10; ++sequence) {
    ASSERT_TRUE(ring.room(3, false));
    stage(ring, sequence, 3);
    ring.publish(ring.staged(), sequence);
  }
  const std::size_t oldest = ring.places().open(true);
  const std::size_t newest = ring.places().open(false);
  ring.admit_consumers(0);
  std::array<Event, 32> into;
  // The newer half of 16 holds the last 8 of 30 events; the first whole sequence in it is 9.
  ASSERT_EQ(ring.poll(oldest, into), 6U);
  EXPECT_EQ(into[0].sequence, 9U);
  EXPECT_EQ(into[0].ordinal, 0U);
  EXPECT_EQ(ring.poll(newest, into), 0U);
  stage(ring, 11, 1);
  ring.publish(ring.staged(), 11);
  EXPECT_EQ(ring.poll(newest, into), 1U);
}

TEST(EventRing, TheLowestAcknowledgementCounts) {
  EventRing ring(16, 2, step_max);
  const std::size_t one = ring.places().open(false);
  const std::size_t two = ring.places().open(false);
  ring.admit_consumers(0);
  for (Sequence sequence = 1; sequence <= 4; ++sequence) stage(ring, sequence, 1);
  ring.publish(4, 4);
  std::array<Event, 8> into;
  EXPECT_FALSE(ring.places()[one].acknowledge(1)) << "not polled yet";
  ASSERT_EQ(ring.poll(one, into), 4U);
  ASSERT_EQ(ring.poll(two, into), 4U);
  EXPECT_TRUE(ring.places()[one].acknowledge(4));
  EXPECT_TRUE(ring.places()[two].acknowledge(2));
  EXPECT_EQ(ring.acknowledged(), 2U);
  EXPECT_TRUE(ring.places()[two].acknowledge(1));
  EXPECT_EQ(ring.places()[two].acknowledged(), 2U) << "never goes back";
  ring.places().close(two);
  EXPECT_EQ(ring.acknowledged(), 4U);
}

// What comes after an acknowledgement begins with a whole sequence, so one that was read in part
// is not done with.
TEST(EventRing, ASequenceThatWasPolledInPartIsNotAcknowledged) {
  EventRing ring(16, 1, step_max);
  const std::size_t one = ring.places().open(false);
  ring.admit_consumers(0);
  for (Sequence sequence = 1; sequence <= 3; ++sequence) stage(ring, sequence, 3);
  ring.publish(6, 2);
  std::array<Event, 16> into;
  ConsumerPlace& place = ring.places()[one];
  ASSERT_EQ(ring.poll(one, std::span(into).first(2)), 2U);
  EXPECT_TRUE(place.acknowledge(1));
  EXPECT_EQ(place.acknowledged(), 0U);
  ASSERT_EQ(ring.poll(one, std::span(into).first(1)), 1U);
  EXPECT_TRUE(place.acknowledge(1));
  EXPECT_EQ(place.acknowledged(), 1U) << "the next event is of another";
  ASSERT_EQ(ring.poll(one, std::span(into).first(1)), 1U);
  EXPECT_TRUE(place.acknowledge(2));
  EXPECT_EQ(place.acknowledged(), 1U);
  ASSERT_EQ(ring.poll(one, into), 2U);
  EXPECT_TRUE(place.acknowledge(2));
  EXPECT_EQ(place.acknowledged(), 2U) << "what is published ends whole";
  EXPECT_FALSE(place.acknowledge(3));
}

TEST(EventRing, ConsumersOnOtherThreadsSeeEveryEventOnce) {
  constexpr Sequence last = 30'000;
  EventRing ring(64, 4, step_max);
  std::vector<std::thread> consumers;
  std::array<std::uint64_t, 3> wrong{};
  std::array<std::size_t, 3> places{};
  for (std::size_t& place : places) place = ring.places().open(false);
  ring.admit_consumers(0);
  for (std::size_t c = 0; c < 3; ++c) {
    consumers.emplace_back([&, c] {
      std::array<Event, 7> into;
      Sequence sequence = 1;
      std::uint16_t ordinal = 0;
      while (sequence <= last) {
        const std::size_t count = ring.poll(places[c], into);
        for (std::size_t i = 0; i < count; ++i) {
          if (into[i].sequence != sequence || into[i].ordinal != ordinal) ++wrong[c];
          if (++ordinal == sequence % 4 + 1) {
            ordinal = 0;
            ++sequence;
          }
        }
        if (count == 0) std::this_thread::yield();
      }
    });
  }
  for (Sequence sequence = 1; sequence <= last; ++sequence) {
    while (!ring.room(5, false)) std::this_thread::yield();
    stage(ring, sequence, static_cast<std::uint16_t>(sequence % 4 + 1));
    ring.publish(ring.staged(), sequence);
  }
  for (std::thread& consumer : consumers) consumer.join();
  for (const std::uint64_t count : wrong) EXPECT_EQ(count, 0U);
}

}  // namespace
}  // namespace allot
