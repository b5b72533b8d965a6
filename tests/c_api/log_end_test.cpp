// What a host can ask of a log's end through C: that it is there, that it holds a point which was
// seen, that what is damaged is dropped and counted.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "allot/allot.h"
#include "driver/scratch_directory.hpp"

namespace {

class LogEnd : public testing::Test {
 protected:
  LogEnd() {
    allot_limits_init(&limits_, sizeof limits_);
    limits_.skus_max = 100;
    limits_.lots_max = limits_.orders_max = limits_.closed_orders_max = 100;
    limits_.lines_max = 1'000;
    limits_.lines_per_order_max = 10;
    limits_.holds_max = limits_.command_keys_max = limits_.attempts_max = 100;
    allot_engine_options_init(&options_, sizeof options_);
    options_.limits = &limits_;
    options_.threading = ALLOT_THREADING_HOST_STEPS;
    options_.segment_bytes = 1U << 20U;
    set_directory(log_);
  }
  void set_directory(const std::string& path) { options_.directory = {path.data(), path.size()}; }

  // Returns: how opening ended; an engine that was opened is in engine_.
  allot_status open() {
    engine_ = nullptr;
    allot_error* error = nullptr;
    const allot_status status = allot_engine_open(&options_, &engine_, &error);
    message_ = allot_error_message(error);
    allot_error_destroy(error);
    return status;
  }
  void close() { EXPECT_EQ(allot_engine_close(engine_, nullptr), ALLOT_STATUS_OK); }

  // Logs `count` commands, each in a frame of its own.
  void step_commands(std::uint64_t count) {
    allot_producer* producer = nullptr;
    ASSERT_EQ(allot_producer_open(engine_, &producer, nullptr), ALLOT_STATUS_OK);
    for (std::uint64_t key = 1; key <= count; ++key) {
      allot_command command;
      allot_command_init(&command, ALLOT_COMMAND_CANCEL);
      command.body.cancel.command_key.low = key;
      std::size_t accepted = 0;
      ASSERT_EQ(allot_producer_submit(producer, &command, 1, &accepted, nullptr, nullptr),
                ALLOT_STATUS_OK);
      std::uint64_t decided = 0;
      ASSERT_EQ(allot_engine_step(engine_, &decided, nullptr), ALLOT_STATUS_OK);
      ASSERT_EQ(decided, 1U);
    }
    EXPECT_EQ(allot_producer_close(producer, nullptr), ALLOT_STATUS_OK);
  }
  allot_log_point log_point() {
    allot_log_point point{};
    EXPECT_EQ(allot_engine_log_point(engine_, &point, nullptr), ALLOT_STATUS_OK);
    return point;
  }
  allot_statistics statistics() {
    allot_statistics figures{};
    figures.struct_size = sizeof figures;
    EXPECT_EQ(allot_engine_statistics(engine_, &figures, nullptr), ALLOT_STATUS_OK);
    return figures;
  }

  const allot::test::ScratchDirectory directory_{"c_log_end"};
  const std::string log_ = directory_.path() + "/log";
  allot_limits limits_{};
  allot_engine_options options_{};
  allot_engine* engine_{};
  std::string message_;
};

TEST_F(LogEnd, APointThatWasKeptShowsWhatIsMissing) {
  options_.durability = ALLOT_DURABILITY_SYNC;
  options_.must_exist = 1;
  EXPECT_EQ(open(), ALLOT_STATUS_NOT_FOUND) << message_;
  EXPECT_FALSE(std::filesystem::exists(log_));
  options_.must_exist = 0;
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  step_commands(5);
  const allot_log_point seen = log_point();
  EXPECT_EQ(seen.sequence, 6U);
  EXPECT_TRUE(seen.chain_low != 0 && seen.chain_high != 0);
  close();

  options_.must_exist = 1;
  options_.at_least = seen;
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  options_.at_least = log_point();  // known before anything is written, too
  EXPECT_EQ(options_.at_least.sequence, seen.sequence);
  close();
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  close();
  options_.at_least = {.sequence = seen.sequence + 1, .chain_low = 0, .chain_high = 0};
  EXPECT_EQ(open(), ALLOT_STATUS_TRUNCATED) << message_;
  for (const unsigned half : {0U, 1U}) {  // both halves of the chain are compared
    options_.at_least = seen;
    (half == 0 ? options_.at_least.chain_low : options_.at_least.chain_high) ^= 1U;
    EXPECT_EQ(open(), ALLOT_STATUS_CORRUPT) << message_;
  }
}

TEST_F(LogEnd, WhatIsDamagedIsDroppedOnRequestAndCounted) {
  const std::string killed = directory_.path() + "/killed";
  options_.durability = ALLOT_DURABILITY_NONE;
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  step_commands(10);
  std::filesystem::copy(log_, killed, std::filesystem::copy_options::recursive);
  close();
  {
    std::fstream file(killed + "/0000000001.log", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(4'096 * 5 + 200);
    file.put('x');
  }
  set_directory(killed);
  EXPECT_EQ(open(), ALLOT_STATUS_CORRUPT) << message_;
  options_.damaged_end = ALLOT_DAMAGED_END_DROP;
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  EXPECT_EQ(statistics().dropped_frames, 6U);
  EXPECT_EQ(statistics().dropped_records, 6U);
  close();
}

TEST_F(LogEnd, WithoutALogThereIsNoPointAndNoneIsAskedFor) {
  options_.durability = ALLOT_DURABILITY_NONE;
  options_.directory = {};
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  EXPECT_EQ(log_point().sequence, 0U);
  EXPECT_EQ(allot_engine_log_point(engine_, nullptr, nullptr), ALLOT_STATUS_INVALID_ARGUMENT);
  close();
  options_.at_least.sequence = 1;
  EXPECT_EQ(open(), ALLOT_STATUS_INVALID_ARGUMENT) << message_;
}

// A host that was compiled before these options has none of them, whatever lies behind its struct.
TEST_F(LogEnd, AnOlderHostAsksForNothing) {
  options_.durability = ALLOT_DURABILITY_SYNC;
  options_.struct_size = 96;
  options_.must_exist = 1;
  options_.at_least.sequence = 7;
  ASSERT_EQ(open(), ALLOT_STATUS_OK) << message_;
  close();
}

}  // namespace
