// Consumers that ask for a place in the event ring: who is let in where, what is kept for them, and
// that nobody is counted as asking who does not.
#include "events/consumer_places.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <span>

#include "events/event_ring.hpp"

namespace allot {
namespace {

constexpr ConsumerPlaces::Offer oldest{.position = 10, .point = {.sequence = 5}};
constexpr ConsumerPlaces::Offer newest{.position = 20, .point = {.sequence = 9}};

bool admit(ConsumerPlaces& places, std::optional<std::uint64_t> found) {
  return places.admit(oldest, newest, [&](EventPoint) { return found; });
}

// Whoever asks makes each turn of the decision thread look at all places.
TEST(ConsumerPlaces, WhoNoLongerAsksIsNotCounted) {
  ConsumerPlaces places(2);
  EXPECT_FALSE(places.any_asks());
  const std::size_t plain = places.open(true);
  EXPECT_TRUE(places.any_asks());
  places.close(plain);
  EXPECT_FALSE(places.any_asks()) << "closed while it asked";
  const std::size_t let_in = places.open(false);
  EXPECT_FALSE(admit(places, std::nullopt));
  EXPECT_FALSE(places.any_asks()) << "let in";
  EXPECT_TRUE(places[let_in].active());
  places.close(let_in);
  EXPECT_FALSE(places.any_asks());
  const std::size_t behind = places.open_behind(4);
  EXPECT_FALSE(places.any_asks());
  places[behind].ask_at({.sequence = 5}, false);
  EXPECT_TRUE(places.any_asks());
  EXPECT_TRUE(places[behind].withdraw());
  EXPECT_FALSE(places.any_asks()) << "withdrew";
  EXPECT_TRUE(places[behind].withdraw()) << "it does not ask";
  EXPECT_FALSE(places.any_asks());
  places[behind].ask_at({.sequence = 5}, true);
  places.close(behind);
  EXPECT_FALSE(places.any_asks()) << "closed while it asked for a point";
}

TEST(ConsumerPlaces, WhoIsBehindIsLetInWhereItAskedOrToldThatItIsNotThere) {
  ConsumerPlaces places(1);
  ConsumerPlace& place = places[places.open_behind(6)];
  const EventPoint point{.sequence = 7, .ordinal = 2};
  place.ask_at(point, false);
  EXPECT_TRUE(place.asks());
  EXPECT_TRUE(admit(places, std::nullopt)) << "somebody was refused";
  EXPECT_FALSE(place.asks());
  EXPECT_FALSE(place.active());
  EXPECT_TRUE(place.withdraw()) << "it was not let in";
  place.ask_at(point, false);
  EXPECT_FALSE(admit(places, 13));
  EXPECT_TRUE(place.active());
  EXPECT_EQ(place.cursor(), 13U);
  EXPECT_EQ(place.let_in_at(), point);
  EXPECT_FALSE(place.withdraw()) << "it was let in before";
  EXPECT_TRUE(place.active());
}

TEST(ConsumerPlaces, WhoTakesAnyPlaceIsLetInAtTheNewest) {
  ConsumerPlaces places(2);
  ConsumerPlace& place = places[places.open_behind(0)];
  place.ask_at({.sequence = 1}, true);
  EXPECT_TRUE(admit(places, std::nullopt)) << "what lies before that is elsewhere";
  EXPECT_TRUE(place.active());
  EXPECT_EQ(place.cursor(), newest.position);
  EXPECT_EQ(place.let_in_at(), newest.point);
  ConsumerPlace& there = places[places.open_behind(7)];
  there.ask_at({.sequence = 8}, true);
  EXPECT_FALSE(admit(places, 18));
  EXPECT_EQ(there.cursor(), 18U) << "where what it asked for is there it gets that";
  EXPECT_EQ(there.let_in_at(), EventPoint{.sequence = 8});
}

TEST(ConsumerPlaces, APlaceThatIsUsedAgainKeepsNothing) {
  ConsumerPlaces places(1);
  std::size_t place = places.open(false);
  (void)admit(places, std::nullopt);
  ASSERT_TRUE(places[place].begin_copy());
  places[place].end_copy(30, 12, true);
  EXPECT_TRUE(places[place].acknowledge(12));
  EXPECT_EQ(places.open(false), ConsumerPlaces::none_free);
  places.close(place);
  place = places.open(true);
  EXPECT_EQ(places[place].polled(), 0U);
  EXPECT_EQ(places[place].acknowledged(), 0U);
  EXPECT_FALSE(places[place].acknowledge(12)) << "that was the one before it";
  places.close(place);
  place = places.open_behind(7);
  EXPECT_EQ(places[place].polled(), 7U);
  EXPECT_EQ(places[place].acknowledged(), 7U);
}

// What a host may throw away is what every one of its consumers is done with.
TEST(ConsumerPlaces, OneThatIsBehindCountsForWhatAllHaveAcknowledged) {
  ConsumerPlaces places(2);
  EXPECT_EQ(places.acknowledged_by_all(40), 40U);
  const std::size_t behind = places.open_behind(7);
  EXPECT_EQ(places.acknowledged_by_all(40), 7U);
  places[behind].note_polled(9, true);
  EXPECT_TRUE(places[behind].acknowledge(9));
  EXPECT_EQ(places.acknowledged_by_all(40), 9U);
  places.close(behind);
  EXPECT_EQ(places.acknowledged_by_all(40), 40U);
}

// Stages and publishes sequences of three events each.
class FilledRing : public testing::Test {
 protected:
  void publish(Sequence first, Sequence last) {
    for (Sequence sequence = first; sequence <= last; ++sequence) {
      ASSERT_TRUE(ring.room(3, false));
      for (std::uint16_t i = 0; i < 3; ++i) {
        ring.claim()[i] = {};
        ring.claim()[i].sequence = sequence;
        ring.claim()[i].ordinal = i;
      }
      ring.stage(3);
      ring.publish(ring.staged(), sequence);
    }
  }
  std::array<Event, 16> into{};
  EventRing ring{16, 2, 8};
};

TEST_F(FilledRing, WhatANewcomerNeedsIsNotWrittenOver) {
  publish(1, 10);
  ASSERT_TRUE(ring.room(16, false)) << "nobody needs anything";
  const std::size_t consumer = ring.places().open(true);
  EXPECT_FALSE(ring.admit_consumers(10));
  EXPECT_TRUE(ring.room(10, false));
  EXPECT_FALSE(ring.room(11, false)) << "six of its events lie there";
  ASSERT_EQ(ring.poll(consumer, into), 6U);
  EXPECT_TRUE(ring.room(16, false));
}

TEST_F(FilledRing, WhatIsBeingCopiedIsNotWrittenOver) {
  const std::size_t consumer = ring.places().open(false);
  ring.admit_consumers(0);
  publish(1, 5);
  ConsumerPlace& place = ring.places()[consumer];
  ASSERT_TRUE(place.begin_copy());
  EXPECT_FALSE(ring.room(2, true)) << "nor is it detached";
  EXPECT_FALSE(place.detached());
  place.end_copy(15, 5, true);
  EXPECT_TRUE(ring.room(16, true));
  EXPECT_FALSE(place.detached());
}

// Behind what is published lies what was there a round before.
TEST_F(FilledRing, WhoHasReadEverythingIsDoneWithTheLastSequenceToo) {
  const std::size_t consumer = ring.places().open(false);
  ring.admit_consumers(0);
  for (Sequence sequence = 1; sequence <= 20; ++sequence) {
    publish(sequence, sequence);
    ASSERT_EQ(ring.poll(consumer, std::span(into).first(2)), 2U);
    EXPECT_TRUE(ring.places()[consumer].acknowledge(sequence));
    EXPECT_EQ(ring.places()[consumer].acknowledged(), sequence - 1) << "one event is left";
    ASSERT_EQ(ring.poll(consumer, into), 1U);
    EXPECT_TRUE(ring.places()[consumer].acknowledge(sequence));
    EXPECT_EQ(ring.places()[consumer].acknowledged(), sequence);
  }
}

// From there one goes on that is detached before it was given anything.
TEST_F(FilledRing, ItIsNotedWhereEachWasLetIn) {
  const std::size_t first = ring.places().open(true);
  ring.admit_consumers(0);
  EXPECT_EQ(ring.places()[first].let_in_at(), EventPoint{.sequence = 1}) << "nothing is there yet";
  ring.places().close(first);
  publish(1, 10);
  const std::size_t old = ring.places().open(true);
  const std::size_t late = ring.places().open(false);
  ring.admit_consumers(10);
  EXPECT_EQ(ring.places()[old].let_in_at(), EventPoint{.sequence = 9});
  EXPECT_EQ(ring.places()[late].let_in_at(), EventPoint{.sequence = 11});
}

TEST_F(FilledRing, APointIsFoundInTheNewerHalfAndBehindTheBeginningOnly) {
  ring.begin_behind(20);
  const std::size_t consumer = ring.places().open_behind(0);
  ConsumerPlace& place = ring.places()[consumer];
  const auto is_found = [&](EventPoint point, Sequence decided) {
    place.ask_at(point, false);
    const bool refused = ring.admit_consumers(decided);
    const bool found = place.active();
    EXPECT_NE(refused, found);
    if (found) {
      EXPECT_EQ(place.let_in_at(), point);
    }
    place.fall_behind();
    return found;
  };
  EXPECT_FALSE(is_found({.sequence = 20}, 20)) << "of the run before";
  EXPECT_TRUE(is_found({.sequence = 21}, 20)) << "what comes next";
  publish(21, 22);
  EXPECT_FALSE(is_found({.sequence = 20, .ordinal = 9}, 22));
  for (const Sequence sequence : {Sequence{21}, Sequence{22}, Sequence{23}}) {
    EXPECT_TRUE(is_found({.sequence = sequence}, 22)) << sequence;
  }
  publish(23, 30);
  // Of 30 events the last 8 are kept for who asks: 28.1 and what follows.
  EXPECT_FALSE(is_found({.sequence = 28}, 30));
  EXPECT_TRUE(is_found({.sequence = 28, .ordinal = 1}, 30));
  place.ask_at({.sequence = 29, .ordinal = 1}, false);
  ring.admit_consumers(30);
  ASSERT_EQ(ring.poll(consumer, into), 5U);
  EXPECT_EQ(into[0].sequence, 29U);
  EXPECT_EQ(into[0].ordinal, 1U);
}

// Under async and sync what is staged comes before what is published.
TEST_F(FilledRing, OneThatWasLetInAheadOfWhatIsPublishedHasNothingUnread) {
  ring.stage(3);
  const std::size_t consumer = ring.places().open(false);
  ring.admit_consumers(1);
  EXPECT_EQ(ring.unread(consumer), 0U);
  EXPECT_EQ(ring.poll(consumer, into), 0U);
  ring.publish(3, 1);
  EXPECT_EQ(ring.unread(consumer), 0U);
  publish(2, 2);
  EXPECT_EQ(ring.unread(consumer), 3U);
}

}  // namespace
}  // namespace allot
