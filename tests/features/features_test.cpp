// The edges of each kind of feature, by hand.
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "core/state_writer.hpp"
#include "features/encoding.hpp"
#include "features/feature_table.hpp"

namespace allot {
namespace {

constexpr TimeNs second = 1'000'000'000;
constexpr TimeNs start = 1'000 * second;

FeatureDeclaration declared(FeatureKind kind) {
  FeatureDeclaration of;
  of.id = 1;
  of.kind = kind;
  of.feeds = FeatureFeed::attempt;
  of.key = FeatureField::customer;
  of.window_ns = 10 * second;
  of.keys_max = 4;
  if (kind != FeatureKind::age_since_first) of.cap = 3;
  if (kind == FeatureKind::sum) of.amount = FeatureAmount::total;
  if (kind == FeatureKind::distinct) of.distinct = FeatureField::card;
  return of;
}

FeatureDeclaration in_steps(FeatureKind kind) {
  FeatureDeclaration of = declared(kind);
  of.cap = 0;
  of.step_ns = 2 * second;
  return of;
}

FeatureEvent attempt(TimeNs time, Token customer) {
  FeatureEvent event;
  event.feed = FeatureFeed::attempt;
  event.time = time;
  event[FeatureField::customer] = customer;
  event[FeatureField::card] = 900;
  event[FeatureAmount::total] = 5;
  return event;
}

// A table of one feature.
class One {
 public:
  explicit One(const FeatureDeclaration& of) : table_(std::span(&of, 1)) {}

  FeatureValue observe(const FeatureEvent& event) {
    FeatureValue value;
    table_.observe(event, std::span(&value, 1));
    return value;
  }
  FeatureValue attempt_at(TimeNs time, Token customer = 7) {
    return observe(attempt(time, customer));
  }
  FeatureValue paid(TimeNs time, std::int64_t total, Token customer = 7) {
    FeatureEvent event = attempt(time, customer);
    event[FeatureAmount::total] = total;
    return observe(event);
  }
  FeatureValue card(TimeNs time, Token token, Token customer = 7) {
    FeatureEvent event = attempt(time, customer);
    event[FeatureField::card] = token;
    return observe(event);
  }
  FeatureValue read(TimeNs time, Token customer = 7) const {
    return table_.read(0, customer, time);
  }
  FeatureTable& table() { return table_; }

 private:
  FeatureTable table_;
};

FeatureValue known(std::int64_t value) { return {.value = value, .known = true}; }
FeatureValue at_least(std::int64_t value) {
  return {.value = value, .known = true, .at_least = true};
}

// Two that know the same keys, and remember another window of them.
std::vector<FeatureDeclaration> sharing(const FeatureDeclaration& of) {
  std::vector<FeatureDeclaration> two(2, of);
  two[1].id = 2;
  two[1].window_ns = 3 * of.window_ns;
  return two;
}

TEST(Features, AnEventThatIsExactlyOneWindowOldIsOut) {
  for (const FeatureKind kind : {FeatureKind::count, FeatureKind::distinct}) {
    One feature(declared(kind));
    feature.attempt_at(start);
    EXPECT_EQ(feature.read(start + 10 * second - 1), known(1));
    EXPECT_EQ(feature.read(start + 10 * second), known(0));
  }
  One sum(declared(FeatureKind::sum));
  sum.attempt_at(start);
  EXPECT_EQ(sum.read(start + 10 * second - 1), known(5));
  EXPECT_EQ(sum.read(start + 10 * second), known(0));
}

TEST(Features, AnExactCountIsExactUpToItsCapAndSaysWhenItEnds) {
  One feature(declared(FeatureKind::count));
  EXPECT_EQ(feature.read(start), known(0));
  EXPECT_EQ(feature.attempt_at(start), known(1));
  EXPECT_EQ(feature.attempt_at(start + 1), known(2));
  EXPECT_EQ(feature.attempt_at(start + 2), at_least(3));
  EXPECT_EQ(feature.attempt_at(start + 3), at_least(3));
  // The three newest count on; which have left is told to the nanosecond.
  EXPECT_EQ(feature.read(start + 10 * second), at_least(3));
  EXPECT_EQ(feature.read(start + 10 * second + 1), known(2));
  EXPECT_EQ(feature.read(start + 10 * second + 2), known(1));
  EXPECT_EQ(feature.read(start + 10 * second + 3), known(0));
}

TEST(Features, ACapOfOneAndTheLargestCountAlike) {
  for (const std::uint32_t cap : {1U, 2U, 5U, 6U, 13U, feature_cap_max}) {
    FeatureDeclaration of = declared(FeatureKind::count);
    of.cap = cap;
    One feature(of);
    for (std::uint32_t i = 1; i <= cap + 3; ++i) {
      EXPECT_EQ(feature.attempt_at(start + i), i < cap ? known(i) : at_least(cap));
    }
    // Since then cap - n of those that are remembered have left.
    for (std::uint32_t n = cap; n-- > 0;) {
      EXPECT_EQ(feature.read(start + 10 * second + cap + 3 - n), known(n)) << cap;
    }
  }
}

TEST(Features, WhenACountWillBeBelowAThreshold) {
  One feature(declared(FeatureKind::count));
  FeatureTable& table = feature.table();
  EXPECT_EQ(table.below_at(0, 7, start, 1), start);
  feature.attempt_at(start);
  feature.attempt_at(start + 5);
  feature.attempt_at(start + 9);
  EXPECT_EQ(table.below_at(0, 7, start + 9, 1), start + 9 + 10 * second);
  EXPECT_EQ(table.below_at(0, 7, start + 9, 2), start + 5 + 10 * second);
  EXPECT_EQ(table.below_at(0, 7, start + 9, 3), start + 10 * second);
  EXPECT_EQ(table.below_at(0, 7, start + 9, 4), 0);  // more than it remembers
  EXPECT_EQ(table.below_at(0, 7, start + 60 * second, 1), start + 60 * second);
}

TEST(Features, ASumForgetsWhatLeavesItsWindow) {
  One feature(declared(FeatureKind::sum));
  EXPECT_EQ(feature.paid(start, 100), known(100));
  EXPECT_EQ(feature.paid(start + second, 30), known(130));
  EXPECT_EQ(feature.read(start + 10 * second), known(30));
  EXPECT_EQ(feature.paid(start + 10 * second, 0), known(30));
  // Three events are remembered; with a fourth the sum is at least that of the last three.
  EXPECT_EQ(feature.paid(start + 10 * second, 1), at_least(31));
  EXPECT_EQ(feature.paid(start + 10 * second, 2), at_least(3));
}

TEST(Features, ASumThatIsTooLargeSaysSoAndComesBack) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (FeatureDeclaration of : {declared(FeatureKind::sum), in_steps(FeatureKind::sum)}) {
    if (of.cap != 0) of.cap = 9;
    One feature(of);
    EXPECT_EQ(feature.paid(start, most - 1), known(most - 1));
    EXPECT_EQ(feature.paid(start, 1), at_least(most));
    EXPECT_EQ(feature.paid(start, most), at_least(most));
    EXPECT_EQ(feature.paid(start + 6 * second, most), at_least(most));
    EXPECT_EQ(feature.paid(start + 9 * second, 40), at_least(most));
    // What was too large has left: what is left is exact again.
    EXPECT_EQ(feature.read(start + 18 * second), known(40));
  }
}

TEST(Features, AWindowInStepsHasAtMostOneStepTooMuch) {
  One feature(in_steps(FeatureKind::count));
  // Steps begin at even seconds, wherever the first event lies.
  EXPECT_EQ(feature.attempt_at(start + second), known(1));
  EXPECT_EQ(feature.attempt_at(start + 3 * second), known(2));
  EXPECT_EQ(feature.attempt_at(start + 9 * second), known(3));
  // The first is a window old at 11 s; its step is counted until 12 s.
  EXPECT_EQ(feature.read(start + 12 * second - 1), known(3));
  EXPECT_EQ(feature.read(start + 12 * second), known(2));
  EXPECT_EQ(feature.read(start + 14 * second), known(1));
  // A key that is idle for a whole window is forgotten, whatever its step.
  EXPECT_EQ(feature.read(start + 19 * second - 1), known(1));
  EXPECT_EQ(feature.read(start + 19 * second), known(0));
  EXPECT_EQ(feature.attempt_at(start + 19 * second), known(1));
}

TEST(Features, TheHeadOfAWindowInStepsIsExact) {
  One feature(in_steps(FeatureKind::sum));
  EXPECT_EQ(feature.paid(start + 1, 10), known(10));
  EXPECT_EQ(feature.paid(start + 1, 10), known(20));
  EXPECT_EQ(feature.paid(start + 2 * second - 1, 1), known(21));
  EXPECT_EQ(feature.paid(start + 2 * second, 1), known(22));
}

TEST(Features, BucketsOfManyStepsAndOfOne) {
  FeatureDeclaration one_step = in_steps(FeatureKind::count);
  one_step.step_ns = one_step.window_ns;
  One feature(one_step);
  EXPECT_EQ(feature.attempt_at(start), known(1));
  EXPECT_EQ(feature.attempt_at(start + 10 * second - 1), known(2));
  EXPECT_EQ(feature.attempt_at(start + 10 * second), known(3));
  EXPECT_EQ(feature.attempt_at(start + 20 * second - 1), known(4));
  EXPECT_EQ(feature.attempt_at(start + 20 * second), known(3));
  for (const TimeNs steps : {TimeNs{2}, TimeNs{3}, TimeNs{62}, feature_steps_max}) {
    FeatureDeclaration of = in_steps(FeatureKind::count);
    of.step_ns = second;
    of.window_ns = steps * second;
    One many(of);
    for (TimeNs i = 0; i < 3 * steps; ++i) {
      EXPECT_EQ(many.attempt_at(start + i * second), known(std::min(i, steps) + 1)) << steps;
    }
  }
}

// The buckets of a count saturate at their 32 bits; eight of them are filled here.
TEST(Features, ABucketThatIsFullIsAtLeastThat) {
  using Buckets = EventBuckets<std::uint8_t, 255>;
  constexpr std::uint32_t steps = 3;
  std::array<std::uint64_t, 8> words{};
  FeatureControl control;
  std::uint64_t* const state = words.data();
  Buckets::begin(control, state, steps, 7, 200);
  EXPECT_EQ(Buckets::read(control, state, steps, 7).value, 200);
  EXPECT_FALSE(Buckets::read(control, state, steps, 7).at_least);
  Buckets::feed(control, state, steps, 7, 200);
  Buckets::feed(control, state, steps, 8, 9);
  EXPECT_EQ(Buckets::sum(state), 255U + 9);
  EXPECT_EQ(Buckets::read(control, state, steps, 8).value, 255);
  EXPECT_TRUE(Buckets::read(control, state, steps, 8).at_least);
  EXPECT_EQ(Buckets::read(control, state, steps, 10).value, 255);
  EXPECT_EQ(Buckets::read(control, state, steps, 11).value, 9);
  EXPECT_FALSE(Buckets::read(control, state, steps, 11).at_least);
  // What is too much for a bucket to begin with.
  Buckets::begin(control, state, steps, 7, 300);
  EXPECT_EQ(Buckets::read(control, state, steps, 10).value, 255);
  EXPECT_EQ(Buckets::sum(state), 255U);
}

TEST(Features, DistinctTokensAreExactUpToTheCap) {
  One feature(declared(FeatureKind::distinct));
  EXPECT_EQ(feature.card(start, 1), known(1));
  EXPECT_EQ(feature.card(start + 1, 1), known(1));
  EXPECT_EQ(feature.card(start + 2, 2), known(2));
  EXPECT_EQ(feature.card(start + 3, 3), at_least(3));
  // A fourth takes the place of the one that was not seen for longest, and three are inside still.
  EXPECT_EQ(feature.card(start + 4, 4), at_least(3));
  EXPECT_EQ(feature.read(start + 10 * second + 1), at_least(3));
  EXPECT_EQ(feature.read(start + 10 * second + 2), known(2));
  EXPECT_EQ(feature.table().below_at(0, 7, start + 4, 2), start + 3 + 10 * second);
  // One that is seen again stays.
  EXPECT_EQ(feature.card(start + 5, 3), at_least(3));
  EXPECT_EQ(feature.read(start + 10 * second + 4), known(1));
}

TEST(Features, AnAgeBeginsWithTheFirstEvent) {
  One feature(declared(FeatureKind::age_since_first));
  EXPECT_EQ(feature.read(start), FeatureValue{});  // no age is not age 0
  EXPECT_EQ(feature.attempt_at(start), known(0));
  EXPECT_EQ(feature.attempt_at(start + 9 * second), known(9 * second));
  EXPECT_EQ(feature.read(start + 19 * second - 1), known(19 * second - 1));
  // Idle for a whole window: forgotten, and then it begins anew.
  EXPECT_EQ(feature.read(start + 19 * second), FeatureValue{});
  EXPECT_EQ(feature.attempt_at(start + 19 * second), known(0));
}

TEST(Features, AnAgeAfterAnEvictionSaysThatItIsPartial) {
  FeatureDeclaration of = declared(FeatureKind::age_since_first);
  of.keys_max = 1;
  One feature(of);
  EXPECT_EQ(feature.attempt_at(start, 1), known(0));
  EXPECT_FALSE(feature.attempt_at(start + second, 2).partial == false);
  ASSERT_EQ(feature.table().evictions().size(), 1U);
  EXPECT_EQ(feature.table().evictions()[0],
            (FeatureEviction{.feature = 1, .key = 1, .last_fed = start}));
  EXPECT_EQ(feature.read(start + second, 1), (FeatureValue{.partial = true}));
  // Back again, its age is counted from now on, for good: it may be older.
  EXPECT_EQ(feature.attempt_at(start + 2 * second, 1),
            (FeatureValue{.known = true, .partial = true}));
  for (int i = 1; i < 9; ++i) feature.attempt_at(start + (2 + 9 * i) * second, 1);
  EXPECT_EQ(feature.attempt_at(start + 80 * second, 1),
            (FeatureValue{.value = 78 * second, .known = true, .partial = true}));
}

TEST(Features, TheKeyThatIsIdleLongestGoes) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.keys_max = 3;
  One feature(of);
  feature.attempt_at(start, 1);
  feature.attempt_at(start, 2);
  feature.attempt_at(start, 3);
  feature.attempt_at(start, 1);  // at the same time, but later than 2 and 3
  EXPECT_TRUE(feature.table().evictions().empty());
  feature.attempt_at(start + 1, 4);
  ASSERT_EQ(feature.table().evictions().size(), 1U);
  EXPECT_EQ(feature.table().evictions()[0].key, 2U);
  feature.attempt_at(start + 1, 5);
  EXPECT_EQ(feature.table().evictions()[0].key, 3U);
  EXPECT_EQ(feature.read(start + 1, 1), known(2));
  // What was fed from the first to the last is whole; of who is not there nobody knows, until all
  // that may have been forgotten is outside of the window.
  EXPECT_TRUE(feature.read(start + 1, 2).partial);
  EXPECT_TRUE(feature.read(start + 10 * second - 1, 2).partial);
  EXPECT_EQ(feature.read(start + 10 * second, 2), known(0));
  EXPECT_EQ(feature.table()[0].evictions, 2U);
}

TEST(Features, AKeyWhoseWindowIsOverGoesWithoutBeingAnEviction) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.keys_max = 2;
  One feature(of);
  feature.attempt_at(start, 1);
  feature.attempt_at(start, 2);
  feature.attempt_at(start + 10 * second, 3);
  EXPECT_TRUE(feature.table().evictions().empty());
  EXPECT_EQ(feature.read(start + 10 * second, 1), known(0));
}

TEST(Features, IdleKeysAreGivenBackAFewAtATime) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.keys_max = 100;
  One feature(of);
  for (Token customer = 1; customer <= 100; ++customer) feature.attempt_at(start, customer);
  FeatureTable& table = feature.table();
  EXPECT_EQ(table.forget_idle(start + 10 * second - 1, 100), 0U);
  EXPECT_EQ(table.forget_idle(start + 10 * second, 30), 30U);
  EXPECT_EQ(table.group_of(0).records().count(), 70U);
  feature.attempt_at(start + 10 * second, 500);
  EXPECT_EQ(table.group_of(0).records().count(), 69U);  // two less, one more
  EXPECT_EQ(table.forget_idle(start + 10 * second, 1'000), 68U);
  EXPECT_EQ(table.group_of(0).records().count(), 1U);
}

TEST(Features, TheCurrentOrderCountsOrNot) {
  FeatureDeclaration of = declared(FeatureKind::count);
  One with(of);
  of.prior = true;
  One without(of);
  EXPECT_EQ(with.attempt_at(start), known(1));
  EXPECT_EQ(without.attempt_at(start), known(0));
  EXPECT_EQ(without.attempt_at(start), known(1));
  EXPECT_EQ(without.read(start), known(2));
}

TEST(Features, OnlyTheEventsThatAreNamedFeed) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.feeds = FeatureFeed::payment_failed | FeatureFeed::charged_back;
  One feature(of);
  FeatureEvent event = attempt(start, 7);
  for (std::uint32_t bit = 0; bit < 9; ++bit) {
    event.feed = static_cast<FeatureFeed>(1U << bit);
    feature.observe(event);
  }
  EXPECT_EQ(feature.read(start), known(2));
}

TEST(Features, WhatIsAbsentNeitherFeedsNorHasAValue) {
  One feature(declared(FeatureKind::distinct));
  EXPECT_EQ(feature.card(start, 1), known(1));
  EXPECT_EQ(feature.card(start, 0), known(1));  // no card: nothing was seen
  EXPECT_EQ(feature.card(start, 2, 0), FeatureValue{});
  EXPECT_EQ(feature.read(start), known(1));
  EXPECT_EQ(feature.read(start, 0), FeatureValue{});
}

TEST(Features, APairIsAKeyOfItsOwnInItsOrder) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.key_second = FeatureField::card;
  One feature(of);
  EXPECT_EQ(feature.card(start, 1, 2), known(1));
  EXPECT_EQ(feature.card(start, 2, 1), known(1));
  EXPECT_EQ(feature.card(start, 1, 2), known(2));
  EXPECT_EQ(feature.card(start, 1, 0), FeatureValue{});
  EXPECT_EQ(feature.card(start, 0, 1), FeatureValue{});
  // Part of the encoding, so it never changes.
  EXPECT_EQ(pair_token(1, 2), 0xf36f78ee23d3031cU);
  EXPECT_EQ(pair_token(2, 1), 0x74460ffc71dbfb62U);
}

TEST(Features, TimeNeverGoesBack) {
  One feature(declared(FeatureKind::count));
  feature.attempt_at(start + 5 * second);
  EXPECT_EQ(feature.attempt_at(start), known(2));  // it happens at 5 s
  EXPECT_EQ(feature.read(start), known(2));
  EXPECT_EQ(feature.read(start + 15 * second - 1), known(2));
  EXPECT_EQ(feature.read(start + 15 * second), known(0));
}

TEST(Features, ANegativeAmountBreaksAnInvariant) {
  One feature(declared(FeatureKind::sum));
  EXPECT_THROW(feature.paid(start, -1), BrokenInvariant);
}

// Where cells lie, and how many of idle keys are there still, is not part of the state.
TEST(Features, OneEncodingWhateverTheLayout) {
  std::vector<FeatureDeclaration> set;
  for (const FeatureKind kind : {FeatureKind::count, FeatureKind::sum, FeatureKind::distinct,
                                 FeatureKind::age_since_first}) {
    set.push_back(declared(kind));
    if (kind == FeatureKind::count || kind == FeatureKind::sum) set.push_back(in_steps(kind));
  }
  for (std::size_t i = 0; i < set.size(); ++i) set[i].id = static_cast<std::uint16_t>(i + 1);
  const auto encoded = [&set](std::uint64_t seed, bool give_back) {
    FeatureTable table(set, seed);
    for (std::uint64_t i = 0; i < 5'000; ++i) {
      FeatureEvent event = attempt(start + static_cast<TimeNs>(i) * second / 2, 1 + i * i % 11);
      event[FeatureField::card] = 1 + i % 7;
      table.feed(event);
      if (give_back) table.forget_idle(event.time, 100);
    }
    StateWriter out;
    put_features(out, table);
    return out.take();
  };
  const std::vector<std::byte> first = encoded(FeatureTable::fixed_seed, false);
  EXPECT_GT(first.size(), 500U);
  EXPECT_EQ(first, encoded(1, false));
  EXPECT_EQ(first, encoded(0xfeedface, true));
}

std::vector<std::byte> encoded(const FeatureTable& table) {
  StateWriter out;
  put_features(out, table);
  return out.take();
}

// Each forgets as it would alone: what the shorter window has forgotten already is no loss to it.
TEST(Features, ThoseThatShareARecordForgetAlone) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.keys_max = 1;
  const std::vector<FeatureDeclaration> two = sharing(of);
  FeatureTable table(two);
  EXPECT_EQ(&table.group_of(0), &table.group_of(1));
  std::vector<FeatureValue> values(2);
  table.observe(attempt(start, 7), values);
  table.observe(attempt(start + 15 * second, 7), values);
  EXPECT_EQ(values[0], known(1));
  EXPECT_EQ(values[1], known(2));
  EXPECT_TRUE(table.evictions().empty());
  table.observe(attempt(start + 26 * second, 8), values);
  ASSERT_EQ(table.evictions().size(), 1U);
  EXPECT_EQ(table.evictions()[0].feature, 2);
  EXPECT_FALSE(values[0].partial);
  EXPECT_TRUE(values[1].partial);
  table.observe(attempt(start + 27 * second, 9), values);
  ASSERT_EQ(table.evictions().size(), 2U);
  EXPECT_EQ(table.evictions()[0].feature, 1);
  EXPECT_EQ(table.evictions()[1].feature, 2);
}

// More than the controls of which a cell has room, so that some lie with their words in the block.
TEST(Features, AsManyShareARecordAsASetHas) {
  std::vector<FeatureDeclaration> set;
  std::vector<FeatureTable> alone;
  for (std::uint16_t id = 1; id <= features_max; ++id) {
    FeatureDeclaration of = declared(id % 2 == 0 ? FeatureKind::count : FeatureKind::sum);
    of.id = id;
    of.window_ns = id * second;
    of.prior = id % 3 == 0;
    set.push_back(of);
    alone.emplace_back(std::span(&set.back(), 1));
  }
  FeatureTable table(set);
  EXPECT_EQ(table.group_of(0).members().size(), features_max);
  std::vector<FeatureValue> values(set.size());
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    const FeatureEvent event = attempt(start + static_cast<TimeNs>(i) * second / 4, 1 + i * i % 7);
    table.observe(event, values);
    for (std::size_t at = 0; at < set.size(); ++at) {
      FeatureValue value;
      alone[at].observe(event, std::span(&value, 1));
      ASSERT_EQ(values[at], value) << at;
    }
  }
}

TEST(Features, ASetThatTakesOverGoesOnWithWhatIsDeclaredAlike) {
  for (const std::uint64_t seed : {FeatureTable::fixed_seed, std::uint64_t{1}}) {
    const FeatureDeclaration of = declared(FeatureKind::count);
    FeatureTable old(sharing(of));
    old.feed(attempt(start, 7));
    old.feed(attempt(start + 1, 7));
    // Another id, another reading and another order are no other feature; another window is.
    std::vector<FeatureDeclaration> set = sharing(of);
    std::swap(set[0], set[1]);
    set[1].id = 9;
    set[1].prior = true;
    set.push_back(set[1]);
    set[2].id = 10;
    set[2].prior = false;
    set[2].window_ns = 2 * of.window_ns;
    FeatureTable table(set, seed);
    table.adopt(old);
    EXPECT_EQ(table.now(), start + 1);
    std::vector<FeatureValue> values(3);
    table.observe(attempt(start + 2, 7), values);
    EXPECT_EQ(values[0], at_least(3));
    EXPECT_EQ(values[1], known(2));
    EXPECT_EQ(values[2], known(1));
  }
}

TEST(Features, ASetThatTakesOverAsItIsSaysTheSame) {
  FeatureDeclaration of = declared(FeatureKind::distinct);
  of.cap = 16;
  const std::vector<FeatureDeclaration> set = sharing(of);
  FeatureTable old(set);
  FeatureTable stays(set);
  for (std::uint64_t i = 0; i < 500; ++i) {
    FeatureEvent event = attempt(start + static_cast<TimeNs>(i) * second, 1 + i * i % 11);
    event[FeatureField::card] = 1 + i % 7;
    old.feed(event);
    stays.feed(event);
  }
  FeatureTable table(set);
  table.adopt(old);
  EXPECT_EQ(encoded(table), encoded(stays));
  EXPECT_THROW(table.adopt(stays), BrokenInvariant);
}

TEST(Features, MemoryIsSaidAndNothingElseIsTaken) {
  FeatureDeclaration of = declared(FeatureKind::count);
  of.keys_max = 1'000'000;
  of.cap = 5;  // in the cell
  EXPECT_EQ(words_of(of), FeatureCell::words_count);
  const FeatureTable narrow(std::span(&of, 1));
  EXPECT_GE(narrow.bytes(), 140'000'000U);
  EXPECT_LE(narrow.bytes(), 146'000'000U);
  of.cap = 9;  // and a block of one line
  const FeatureTable wide(std::span(&of, 1));
  EXPECT_EQ(wide.bytes(), narrow.bytes() + 68'000'000U);
  // Features that know the same keys share the cell and the place in the order.
  const std::vector<FeatureDeclaration> two = sharing(of);
  const FeatureTable both(two);
  EXPECT_EQ(both.bytes(), narrow.bytes() + 132'000'000U);
}

// Whoever would rather pay for memory at start is shown all of it.
TEST(Features, EveryPageIsShown) {
  FeatureDeclaration of = declared(FeatureKind::distinct);
  of.keys_max = 1'000;
  of.cap = 16;
  FeatureTable table(std::span(&of, 1));
  std::size_t shown = 0;
  const auto visit = [&shown](auto& array) {
    array.prefault();
    shown += array.size() * sizeof(array[0]);
  };
  visit_pages(table, visit);
  EXPECT_GE(shown, table.bytes());
  EXPECT_LE(shown, table.bytes() + 1'000);  // the upper levels of the bits
}

}  // namespace
}  // namespace allot
