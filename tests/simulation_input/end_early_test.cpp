// Simulations that cannot go on: a log that runs full, a disk that fails, a host that wants to
// stop. Each has to end, and to say why, where, and what to do.
#include <gtest/gtest.h>

#include <filesystem>

#include "simulation/simulation.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

constexpr std::uint64_t mebibyte = 1U << 20U;

class Stopper : public ProgressSink {
 public:
  void show(const SimulationProgress& progress) override {
    playing_ = progress.phase == SimulationProgress::Phase::live && progress.done > 0;
  }
  bool stop_requested() override { return asked_++ >= stop_after || (stop_playing && playing_); }

  std::uint64_t stop_after{~0ULL};  // so many questions
  bool stop_playing{false};         // once orders are answered

 private:
  std::uint64_t asked_{0};
  bool playing_{false};
};

class EndEarly : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    options_.log_directory = "no_directory_is_made";
    options_.scenario_file = std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/tiny.json";
    options_.live = GetParam();
    options_.virtual_time = !GetParam();
    options_.live_seconds = 1;
    options_.orders = 20'000;
    options_.open_storage = [this](const std::string&) -> Result<std::unique_ptr<Storage>> {
      auto disk = std::make_unique<simulation::SimulatedStorage>();
      disk->faults = faults_;
      return std::unique_ptr<Storage>(std::move(disk));
    };
  }

  Status run() {
    const auto report = simulate(options_, sink_);
    EXPECT_FALSE(report.ok());
    EXPECT_FALSE(std::filesystem::exists(options_.log_directory));
    return report.status();
  }
  [[nodiscard]] std::string directory() const {
    return options_.log_directory + (options_.live ? "/live" : "/virtual_time");
  }

  simulation::Faults faults_;
  SimulationOptions options_;
  Stopper sink_;
};

TEST_P(EndEarly, WithoutSpaceForTheLogItSaysSoAndStops) {
  // The journal keeps about 8 MiB free for what is under way. What is left decides whether it
  // runs full in the set-up or between the orders.
  for (const std::uint64_t spare : {mebibyte / 8, mebibyte / 2, mebibyte, 5 * mebibyte}) {
    faults_.capacity = 8 * mebibyte + spare;
    const Status status = run();
    EXPECT_EQ(status.code(), StatusCode::storage_full) << status.message();
    for (const std::string& part : {directory(), std::string("storage_full"),
                                    std::string("no space left"), std::string("free space")}) {
      EXPECT_NE(status.message().find(part), std::string::npos) << part << "\n" << status.message();
    }
  }
}

TEST_P(EndEarly, AFailedWriteIsNamed) {
  for (const std::uint64_t write : {2U, 3U, 8U}) {
    faults_.fail_write_at = write;
    const Status status = run();
    EXPECT_NE(status.message().find("cannot write"), std::string::npos) << status.message();
  }
}

TEST_P(EndEarly, StopsBeforeItAndInItsSetUp) {
  for (const std::uint64_t after : {0U, 1U, 2U}) {
    sink_ = Stopper();
    sink_.stop_after = after;
    EXPECT_NE(run().message().find("stopped on request"), std::string::npos);
  }
}

using EndEarlyLive = EndEarly;
TEST_P(EndEarlyLive, StopsBetweenItsOrders) {
  options_.live_seconds = 600;
  sink_.stop_playing = true;
  const auto report = simulate(options_, sink_);
  ASSERT_TRUE(report.ok()) << report.status().message();
  ASSERT_TRUE(report.value().stopped.has_value());
  const StopReport& stopped = *report.value().stopped;
  EXPECT_EQ(stopped.mode, "live");
  EXPECT_EQ(stopped.during, StopReport::During::orders);
  EXPECT_GT(stopped.orders, 0U);
  EXPECT_LT(stopped.orders, stopped.of);
  EXPECT_EQ(stopped.of, 20'000U);
  const RunReport& run = *report.value().live;
  EXPECT_GE(run.orders.submitted, stopped.orders);
  EXPECT_FALSE(run.replayed());
  EXPECT_TRUE(run.conservation);
  EXPECT_TRUE(report.value().sound());
  EXPECT_EQ(report.value().verdict().going_by.front(), Verdict::Doubt::interrupted);
}

INSTANTIATE_TEST_SUITE_P(Modes, EndEarlyLive, testing::Values(true));
INSTANTIATE_TEST_SUITE_P(Modes, EndEarly, testing::Bool(),
                         [](const auto& mode) { return mode.param ? "live" : "virtual_time"; });

}  // namespace
}  // namespace allot
