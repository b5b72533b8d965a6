// Dense sequences; time that never goes back, never jumps, and is always in range.
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
  sequencer.stamp_batch(1'601);
  in = at(0);
  sequencer.stamp(in);
  EXPECT_TRUE(in.step_too_large);
  in = at(0, Tick{.force = true});
  sequencer.stamp(in);
  EXPECT_EQ(in.time, 1'601);
  in = at(0);
  sequencer.stamp(in);
  EXPECT_FALSE(in.step_too_large) << "the rest of the batch has crossed with the tick";
}

TEST(Sequencer, StampsTheEnginesOwnCommands) {
  Sequencer engine(limits_of(TimeSource::engine), 1, 500);
  engine.stamp_batch(700);
  EXPECT_EQ(engine.own_time(), 700);
  Sequenced in = at(0, Advance{});
  engine.stamp_own(in);
  EXPECT_EQ(in.time, 700);
  engine.stamp_batch(5'000);
  EXPECT_EQ(engine.own_time(), 700) << "too far: time stays until a tick with force";
  engine.stamp_own(in);
  EXPECT_EQ(in.time, 700);
  EXPECT_FALSE(in.step_too_large);

  Sequencer host(limits_of(TimeSource::host), 1, 500);
  host.stamp_batch(700);
  EXPECT_EQ(host.own_time(), 500) << "a host that owns time ticks";
  host.stamp_own(in);
  EXPECT_EQ(in.time, 500);
}

}  // namespace
}  // namespace allot
