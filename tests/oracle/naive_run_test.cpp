// The naive engine by itself over random runs: what it compares the engine with must add up too.
#include <gtest/gtest.h>

#include "coverage.hpp"
#include "generator/command_generator.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

TEST(NaiveRun, ConservesUnitsAndReachesEveryAnswer) {
  Coverage coverage;
  generator::RandomSource seeds(20'261'121);
#ifdef ALLOT_SANITIZED
  constexpr std::size_t least = 40'000;
#else
  constexpr std::size_t least = 1'000'000;  // as oracle.compare has
#endif
  for (std::size_t commands = 0; commands < least;) {
    const std::uint64_t seed = seeds.next();
    generator::CommandGenerator source(seed);
    ASSERT_EQ(limits_fault(source.limits()), "") << "seed " << seed;
    NaiveEngine engine(source.limits(), Semantics::newest);
    std::vector<Event> events;
    for (std::uint32_t i = 0; i < source.profile().commands; ++i, ++commands) {
      engine.apply(source.next(), events);
      source.observe(events);
      coverage.count(events);
      coverage.count(engine.state());
      const Conservation sums = engine.conservation();
      ASSERT_TRUE(sums.holds) << sums.fault << ", seed " << seed << ", command " << i;
      ASSERT_EQ(sums.oversold_units, 0U) << "seed " << seed << ", command " << i;
    }
  }
#ifndef ALLOT_SANITIZED  // So few commands reach not every answer: builds without a sanitizer ask
                         // that.
  EXPECT_TRUE(coverage.missing().empty()) << "first: " << coverage.missing().front();
#endif
}

TEST(NaiveRun, SameSeedSameRun) {
  const auto final_state = [](std::uint64_t seed) {
    generator::CommandGenerator source(seed);
    NaiveEngine engine(source.limits(), Semantics::newest);
    std::vector<Event> events;
    for (int i = 0; i < 500; ++i) {
      engine.apply(source.next(), events);
      source.observe(events);
    }
    return engine.encode_state();
  };
  EXPECT_EQ(final_state(5), final_state(5));
  EXPECT_NE(final_state(5), final_state(6));
}

}  // namespace
}  // namespace allot::oracle
