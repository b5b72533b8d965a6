// Dense sequences; time that never goes back, stands or runs away, and is always in range.
#include "sequencing/sequencer.hpp"

#include <gtest/gtest.h>

namespace allot {
namespace {

Limits limits_of(TimeSource source, std::int64_t max_step_ns = 1'000) {
  Limits limits;
  limits.time_source = source;
  limits.max_step_ns = max_step_ns;
  return limits;
}

Sequenced at(TimeNs time, const Command& command = Cancel{}) {
  Sequenced in;
  in.time = time;
  in.command = command;
  return in;
}

TEST(Sequencer, CountsFromOneWithoutGaps) {
  Sequencer sequencer(limits_of(TimeSource::host));
  for (Sequence expected = 1; expected < 5; ++expected) {
    Sequenced in = at(10);
    sequencer.stamp(in);
    EXPECT_EQ(in.sequence, expected);
  }
  Sequencer later(limits_of(TimeSource::host), 41, 7);
  Sequenced in = at(8);
  later.stamp(in);
  EXPECT_EQ(in.sequence, 42U);
}

TEST(Sequencer, RaisesAnOlderStamp) {
  Sequencer sequencer(limits_of(TimeSource::host), 1, 500);
  Sequenced in = at(499);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 500);
  EXPECT_FALSE(in.step_too_large);
  in = at(-1);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 500);
}

TEST(Sequencer, MarksAStepThatIsTooLargeAndLeavesTimeWhereItIs) {
  Sequencer sequencer(limits_of(TimeSource::host), 1, 500);
  Sequenced in = at(1'500);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 1'500) << "exactly max_step_ns is allowed";
  EXPECT_FALSE(in.step_too_large);
  in = at(2'501);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 1'500);
  EXPECT_TRUE(in.step_too_large);
  EXPECT_EQ(in.sequence, 3U) << "it is sequenced and will be refused by its step";
  in = at(2'501, Tick{});
  sequencer.stamp(in);
  EXPECT_TRUE(in.step_too_large);
  in = at(2'501, Tick{.force = true});
  sequencer.stamp(in);
  EXPECT_FALSE(in.step_too_large);
  EXPECT_EQ(in.time, 2'501);
}

TEST(Sequencer, TakesTheFirstStampOfALogAsItIs) {
  Sequencer sequencer(limits_of(TimeSource::host));
  Sequenced in = at(1'700'000'000'000'000'000);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 1'700'000'000'000'000'000);
  EXPECT_FALSE(in.step_too_large);
}

TEST(Sequencer, KeepsTimeInRange) {
  Sequencer sequencer(limits_of(TimeSource::host), 1, time_max_ns - 1);
  Sequenced in = at(INT64_MAX);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, time_max_ns);
  in = at(INT64_MIN);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, time_max_ns);
  Sequencer first(limits_of(TimeSource::host));
  in = at(INT64_MIN);
  first.stamp(in);
  EXPECT_EQ(in.time, 0);
}

TEST(Sequencer, StampsABatchOnceFromTheEnginesClock) {
  Sequencer sequencer(limits_of(TimeSource::engine), 1, 500);
  sequencer.stamp_batch(600);
  Sequenced in = at(9'999'999);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 600) << "the host's stamp is not read";
  in = at(0);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 600);
  sequencer.stamp_batch(550);
  in = at(0);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 600) << "a clock that went back";
}

TEST(Sequencer, CrossesAnyGapOfTheEnginesClock) {
  Sequencer sequencer(limits_of(TimeSource::engine), 1, 500);
  Sequenced in = at(0);
  sequencer.stamp_batch(501 + 1'000);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 1'501) << "more than max_step_ns";
  EXPECT_FALSE(in.step_too_large);
  constexpr TimeNs years = 4'000'000'000'000'000;
  sequencer.stamp_batch(years);
  EXPECT_EQ(sequencer.own_time(), years) << "what is due in the gap is due now";
  sequencer.stamp(in);
  EXPECT_EQ(in.time, years);
  EXPECT_FALSE(in.step_too_large);
  sequencer.stamp_batch(INT64_MAX);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, time_max_ns);
  sequencer.stamp_batch(INT64_MIN);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, time_max_ns);
}

// A clock that was a year ahead for a moment must not stop time for a year: no hold would end.
TEST(Sequencer, GoesOnAtHalfThePaceOfAClockThatWentBackUntilBothMeet) {
  Sequencer sequencer(limits_of(TimeSource::engine), 1, 500);
  sequencer.stamp_batch(10'000);  // ahead
  sequencer.stamp_batch(1'000);   // and put right
  EXPECT_EQ(sequencer.own_time(), 10'000) << "time never goes back";
  sequencer.stamp_batch(1'100);
  EXPECT_EQ(sequencer.own_time(), 10'050);
  sequencer.stamp_batch(1'100);
  EXPECT_EQ(sequencer.own_time(), 10'050);
  sequencer.stamp_batch(900);
  EXPECT_EQ(sequencer.own_time(), 10'050) << "back once more";
  sequencer.stamp_batch(1'000);
  EXPECT_EQ(sequencer.own_time(), 10'100);
  TimeNs read = 1'000;
  while (sequencer.own_time() > read) {
    ASSERT_LT(read, 20'000) << "they meet when the clock has gone twice the way it was behind";
    sequencer.stamp_batch(read += 10);
    Sequenced in = at(0);
    const TimeNs before = sequencer.now();
    sequencer.stamp(in);
    ASSERT_GE(in.time, before);
  }
  sequencer.stamp_batch(30'000);
  EXPECT_EQ(sequencer.own_time(), 30'000);
}

TEST(Sequencer, GoesOnFromALogThatIsAheadOfTheClock) {
  Sequencer sequencer(limits_of(TimeSource::engine), 41, 10'000);
  sequencer.stamp_batch(3'000);
  EXPECT_EQ(sequencer.own_time(), 10'000) << "nobody knows what the clock read before";
  sequencer.stamp_batch(3'500);
  Sequenced in = at(0);
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 10'250);
}

TEST(Sequencer, StampsTheEnginesOwnCommands) {
  Sequencer engine(limits_of(TimeSource::engine), 1, 500);
  engine.stamp_batch(700);
  EXPECT_EQ(engine.own_time(), 700);
  Sequenced in = at(0, Advance{});
  engine.stamp_own(in);
  EXPECT_EQ(in.time, 700);
  engine.stamp_batch(5'000);
  EXPECT_EQ(engine.own_time(), 5'000) << "the idle engine crosses a gap by itself";
  engine.stamp_own(in);
  EXPECT_EQ(in.time, 5'000);
  EXPECT_FALSE(in.step_too_large);

  Sequencer host(limits_of(TimeSource::host), 1, 500);
  host.stamp_batch(700);
  EXPECT_EQ(host.own_time(), 500) << "a host that owns time ticks";
  host.stamp_own(in);
  EXPECT_EQ(in.time, 500);
}

}  // namespace
}  // namespace allot
