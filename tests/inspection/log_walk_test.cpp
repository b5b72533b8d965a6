// How far a walk says that it is, and where it ends when it is told to.
#include "inspection/log_walk.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <vector>

#include "allot/engine.hpp"
#include "driver/memory_storage.hpp"

namespace allot::inspection {
namespace {

constexpr std::uint64_t ticks = 20'000;
constexpr Sequence log_end = ticks + 1;  // start is the first
constexpr TimeNs second_ns = 1'000'000'000;

class Nobody final : public StepVisitor {
 public:
  void step(const Step& step) override { last = step.in.sequence; }
  Sequence last{};
};

class Walk : public ::testing::Test {
 protected:
  // A tick each second.
  void SetUp() override {
    EngineOptions options;
    options.storage = &disk_;
    options.threading = Threading::host_steps;
    options.durability = Durability::none;
    options.gather_bytes = 16U << 10U;  // so that there are many frames
    options.limits = Limits{.time_source = TimeSource::host};
    options.limits->skus_max = options.limits->orders_max = 10;
    options.limits->closed_orders_max = options.limits->lots_max = 10;
    options.limits->lines_max = 4'000;
    auto engine = Engine::open(options);
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    Producer producer = std::move(engine.value()->open_producer().value());
    std::array<Answer, 256> answers;
    for (std::uint64_t i = 1; i <= ticks;) {
      const TimeNs time = static_cast<TimeNs>(i) * second_ns;
      if (producer.submit(Tick{.force = true}, time).ok()) {
        ++i;
        continue;
      }
      (void)engine.value()->step();
      while (producer.poll_answers(answers) != 0) {
      }
    }
    while (engine.value()->step() > 0) {
    }
    ASSERT_TRUE(engine.value()->stop().ok());
  }

  // Walks until it says `stop_at`, and keeps all that it said.
  Result<WalkEnd> walk(const Moment& to, std::optional<WalkProgress::Part> stop_at = {}) {
    WalkOptions how;
    how.to = to;
    how.on_progress = [this, stop_at](const WalkProgress& now) {
      said_.push_back(now);
      return now.part != stop_at;
    };
    walk_.emplace(disk_, how, nobody_);
    return walk_->run();
  }
  [[nodiscard]] std::vector<WalkProgress> said(WalkProgress::Part part) const {
    std::vector<WalkProgress> of_part;
    for (const WalkProgress& now : said_) {
      if (now.part == part) of_part.push_back(now);
    }
    return of_part;
  }

  test::MemoryStorage disk_;
  Nobody nobody_;
  std::vector<WalkProgress> said_;
  std::optional<LogWalk> walk_;
};

TEST_F(Walk, SaysOfBothItsPartsHowFarItIs) {
  ASSERT_EQ(walk({}).value(), WalkEnd::log);
  EXPECT_EQ(nobody_.last, log_end);
  for (const auto part : {WalkProgress::Part::searching, WalkProgress::Part::deciding}) {
    const std::vector<WalkProgress> told = said(part);
    ASSERT_GE(told.size(), ticks / 4'096);
    for (std::size_t i = 0; i < told.size(); ++i) {
      EXPECT_GT(told[i].done, i == 0 ? 0 : told[i - 1].done);
      EXPECT_LE(told[i].done, told[i].all);
      EXPECT_EQ(told[i].all, told[0].all);
    }
  }
  EXPECT_EQ(said(WalkProgress::Part::deciding)[0].all, log_end);
}

// It is on the way to there, not to the end of the log.
TEST_F(Walk, ToASequenceOrATimeCountsWhatIsBeforeThat) {
  ASSERT_EQ(walk({.sequence = 10'000, .time = {}}).value(), WalkEnd::bound);
  EXPECT_EQ(said(WalkProgress::Part::deciding).at(0).all, 10'000U);
  said_.clear();
  ASSERT_EQ(walk({.sequence = {}, .time = 10'000 * second_ns}).value(), WalkEnd::bound);
  EXPECT_EQ(walk_->core()->now(), 10'000 * second_ns);
  const Sequence all = said(WalkProgress::Part::deciding).at(0).all;
  // Frames tell no times but that of their first record.
  EXPECT_GE(all, 10'000U);
  EXPECT_LT(all, log_end);
}

TEST_F(Walk, EndsWhereItIsToldTo) {
  ASSERT_EQ(walk({}, WalkProgress::Part::searching).value(), WalkEnd::stopped);
  EXPECT_EQ(walk_->core(), nullptr);
  EXPECT_EQ(nobody_.last, 0U);
  EXPECT_EQ(said_.size(), 1U);
  ASSERT_EQ(walk({}, WalkProgress::Part::deciding).value(), WalkEnd::stopped);
  EXPECT_EQ(walk_->core()->last_sequence(), said_.back().done);
  EXPECT_EQ(nobody_.last, said_.back().done);
  EXPECT_LT(nobody_.last, log_end);
}

}  // namespace
}  // namespace allot::inspection
