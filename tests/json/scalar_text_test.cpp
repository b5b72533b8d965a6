#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "json/scalar_text.hpp"

namespace allot::json {
namespace {

TEST(TimeText, PrintedAndReadBackIsTheSameNanosecond) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const auto time = static_cast<TimeNs>(random() >> 1);
    EXPECT_EQ(parse_time(time_text(time)), time) << time_text(time);
  }
  EXPECT_EQ(time_text(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(time_text(1), "1970-01-01T00:00:00.000000001Z");
  EXPECT_EQ(time_text(1'500'000'000), "1970-01-01T00:00:01.500Z");
  EXPECT_EQ(time_text(-1), "1969-12-31T23:59:59.999999999Z");
  EXPECT_EQ(time_text(std::numeric_limits<TimeNs>::min()), "1677-09-21T00:12:43.145224192Z");
}

TEST(TimeText, OffsetsAreTakenOff) {
  const TimeNs noon = *parse_time("2026-11-11T12:00:00Z");
  for (const std::string_view text :
       {"2026-11-11T13:00:00+01:00", "2026-11-11t12:00:00z", "2026-11-11 07:00:00 -0500",
        "2026/11/11 12:00Z", "2026-11-11 20:00:00+08", "2026-11-12T00:30:00.000+12:30",
        "2026-11-11 12:00:00 UTC"}) {
    EXPECT_EQ(parse_time(text), noon) << text;
  }
  EXPECT_EQ(parse_time("1970-01-01T00:30:00+01:00"), std::nullopt) << "before 1970";
}

TEST(TimeText, RefusesWhatIsNotOneInstant) {
  for (const std::string_view text :
       {"", "2026-11-11", "2026-11-11T00:00:00", "2026-11/11T00:00:00Z", "2026-11-11  00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-11-11T24:00:00Z", "2026-11-11T00:00:60Z",
        "2026-11-11T00:00:00.Z", "2026-11-11T00:00:00.1234567890Z", "2026-11-11T00:00:00Zx",
        "1969-12-31T23:59:59Z", "2262-04-12T00:00:00Z", "2026-11-11T00:00:00+1:00",
        "2026-11-11T00:00:00+24:00", "2026-11-11T00:00:00+01:60", "2026-11-11T00:00:00 "}) {
    EXPECT_EQ(parse_time(text), std::nullopt) << text;
  }
}

TEST(TimeText, WithoutAnOffsetItIsTheTimeOfSomeClock) {
  const auto local = parse_local_time("2026-11-11 12:00");
  ASSERT_TRUE(local.has_value());
  EXPECT_FALSE(local->offset_s.has_value());
  EXPECT_EQ(local->seconds * 1'000'000'000, *parse_time("2026-11-11T12:00:00Z"));
  EXPECT_EQ(parse_local_time("2026-11-11")->seconds, local->seconds - 43'200);
}

TEST(DurationText, PrintedInTheLargestUnitThatIsWhole) {
  EXPECT_EQ(duration_text(0), "0ns");
  EXPECT_EQ(duration_text(1), "1ns");
  EXPECT_EQ(duration_text(900'000'000'000), "15m");
  EXPECT_EQ(duration_text(90'000'000'000), "90s");
  EXPECT_EQ(duration_text(86'400'000'000'000), "1d");
  for (const std::int64_t ns : {1'500L, 3'600'000'000'000L, 9'223'372'036'854'775'807L}) {
    EXPECT_EQ(parse_duration(duration_text(ns)), ns);
  }
}

TEST(TimeText, OnlyWhereItIsAskedForIsATimeWithoutAnOffsetOneOfUtc) {
  EXPECT_EQ(parse_time("2026-11-11T00:00:00"), std::nullopt);
  EXPECT_EQ(parse_time_or_utc("2026-11-11T00:00:00"), parse_time("2026-11-11T00:00:00Z"));
  EXPECT_EQ(parse_time_or_utc("2026-11-11"), parse_time("2026-11-11T00:00:00Z"));
  EXPECT_EQ(parse_time_or_utc("2026-11-11T02:00+02:00"), parse_time("2026-11-11T00:00:00Z"));
  EXPECT_EQ(parse_time_or_utc("1970-01-01T00:00:00+00:01"), std::nullopt);
}

TEST(DurationText, IsASumOfUnitsTheLargerFirst) {
  EXPECT_EQ(parse_duration("1h30m"), 5'400'000'000'000);
  EXPECT_EQ(parse_duration("1m500ms"), 60'500'000'000);
  EXPECT_EQ(parse_duration("2d0h1ns"), 172'800'000'000'001);
  EXPECT_EQ(parse_duration("106751d23h47m16s854ms775us807ns"), 9'223'372'036'854'775'807);
  for (const std::string_view text : {"30m1h", "1h1h", "1h30", "1h 30m", "1h-30m", "1h+30m",
                                      "106751d24h", "106751d23h47m16s854ms775us808ns"}) {
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
  }
}

TEST(DurationText, IsAlsoThatOfIso8601) {
  EXPECT_EQ(parse_duration("PT1H30M"), 5'400'000'000'000);
  EXPECT_EQ(parse_duration("P2D"), 172'800'000'000'000);
  EXPECT_EQ(parse_duration("P1DT12H"), 129'600'000'000'000);
  EXPECT_EQ(parse_duration("P2W"), 1'209'600'000'000'000);
  EXPECT_EQ(parse_duration("PT0S"), 0);
  EXPECT_EQ(parse_duration("PT1M0.5S"), 60'500'000'000);
  EXPECT_EQ(parse_duration("PT0.000000001S"), 1);
  // Years and months have no length of their own.
  for (const std::string_view text :
       {"P", "PT", "P1DT", "P1Y", "P1M", "PT1D", "P1H", "PT30M1H", "PT1.5H", "PT.5S", "PT1.S",
        "pt1h", "PT1h", "-PT1H", "PT-1H", "1hPT1M", "PT0.0000000001S", "P106752D", "P 2D"}) {
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
  }
}

TEST(DurationText, TakesOneUnitAndRefusesOverflow) {
  EXPECT_EQ(parse_duration("15m"), 900'000'000'000);
  EXPECT_EQ(parse_duration("0s"), 0);
  EXPECT_EQ(parse_duration("106751d"), 9'223'286'400'000'000'000);
  for (const std::string_view text : {"", "15", "m", "-1s", "1.5h", "15m ", "106752d", "1w"}) {
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace allot::json
