// A dry run through C: the answers and events that the engine then gives, and nothing of it stays.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "allot/allot.h"

namespace {

allot_text text_of(std::string_view text) { return {text.data(), text.size()}; }

class CDryRun : public testing::Test {
 protected:
  CDryRun() {
    std::filesystem::remove_all(directory_);
    allot_limits limits;
    allot_engine_options options;
    allot_limits_init(&limits, sizeof limits);
    limits.skus_max = 16;
    limits.lots_max = limits.orders_max = limits.closed_orders_max = 64;
    limits.lines_max = limits.holds_max = limits.command_keys_max = limits.attempts_max = 256;
    limits.lines_per_order_max = 8;
    limits.time_source = ALLOT_TIME_SOURCE_HOST;
    allot_engine_options_init(&options, sizeof options);
    options.limits = &limits;
    options.directory = text_of(directory_);
    options.durability = ALLOT_DURABILITY_SYNC;
    options.threading = ALLOT_THREADING_HOST_STEPS;
    EXPECT_EQ(allot_engine_open(&options, &engine_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_producer_open(engine_, &producer_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_consumer_open(engine_, ALLOT_CONSUME_FROM_OLDEST, &consumer_, nullptr),
              ALLOT_STATUS_OK);
    open_shop();
  }
  ~CDryRun() override {
    EXPECT_EQ(allot_dry_run_close(dry_run_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_consumer_close(consumer_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_producer_close(producer_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_engine_close(engine_, nullptr), ALLOT_STATUS_OK);
    std::filesystem::remove_all(directory_);
  }

  allot_command command_of(std::uint32_t type) {
    allot_command command;
    allot_command_init(&command, type);
    command.body.cancel.command_key.low = ++key_;  // each body begins with it
    command.time = 1'000;
    return command;
  }
  allot_command order_of(std::uint64_t key, const allot_order_line& line) {
    allot_command place = command_of(ALLOT_COMMAND_PLACE);
    place.body.place.order_key.low = key;
    place.body.place.channel = place.body.place.zone = 1;
    place.body.place.lines = &line;
    place.body.place.line_count = 1;
    return place;
  }
  // Effects: decides the commands for good. Returns: their answers; the events go to events_.
  std::vector<allot_answer> decide(const std::vector<allot_command>& commands) {
    std::size_t count = 0;
    EXPECT_EQ(allot_producer_submit(producer_, commands.data(), commands.size(), &count, nullptr,
                                    nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(count, commands.size());
    EXPECT_EQ(allot_engine_wait_idle(engine_, nullptr), ALLOT_STATUS_OK);
    std::vector<allot_answer> answers(commands.size());
    EXPECT_EQ(
        allot_producer_poll_answers(producer_, answers.data(), answers.size(), &count, 0, nullptr),
        ALLOT_STATUS_OK);
    events_.resize(256);
    EXPECT_EQ(allot_consumer_poll(consumer_, events_.data(), events_.size(), &count, 0, nullptr),
              ALLOT_STATUS_OK);
    events_.resize(count);
    return answers;
  }
  void open_shop() {
    std::vector<allot_command> shop;
    for (const std::uint32_t type :
         {ALLOT_COMMAND_SKU, ALLOT_COMMAND_NODE, ALLOT_COMMAND_ZONE, ALLOT_COMMAND_CHANNEL,
          ALLOT_COMMAND_NETWORK, ALLOT_COMMAND_LANE, ALLOT_COMMAND_RECEIVE}) {
      shop.push_back(command_of(type));
    }
    shop[0].body.sku.code = text_of("TEA");
    shop[1].body.node.code = text_of("LON");
    shop[2].body.zone.code = text_of("UK");
    shop[3].body.channel.code = text_of("web");
    shop[3].body.channel.hold_ttl_ns = shop[3].body.channel.review_ttl_ns = 900'000'000'000;
    shop[4].body.network.channel = shop[4].body.network.node = 1;
    shop[5].body.lane.node = shop[5].body.lane.zone = 1;
    shop[6].body.receive.sku = shop[6].body.receive.node = 1;
    shop[6].body.receive.quantity = 10;
    for (const allot_answer& answer : decide(shop)) {
      EXPECT_EQ(answer.reason, 0U) << allot_reason_name(answer.reason);
    }
  }
  void open_dry_run() {
    const allot_text directory = text_of(directory_);
    ASSERT_EQ(allot_dry_run_open(&directory, 0, 0, &dry_run_, &as_of_, nullptr), ALLOT_STATUS_OK);
  }

  std::string directory_ =
      (std::filesystem::temp_directory_path() / ("allot_c_dry_run_" + std::to_string(::getpid())))
          .string();
  allot_engine* engine_{};
  allot_producer* producer_{};
  allot_consumer* consumer_{};
  allot_dry_run* dry_run_{};
  std::uint64_t as_of_{};
  std::uint64_t key_{};
  std::vector<allot_event> events_;
};

allot_order_line six() {
  allot_order_line line{};
  line.sku = 1;
  line.quantity = 6;
  line.price = 1'500;
  line.shortage = ALLOT_SHORTAGE_BY_ORDER;
  return line;
}

TEST_F(CDryRun, TellsWhatTheEngineThenTells) {
  open_dry_run();
  EXPECT_EQ(as_of_, 8U);
  const allot_order_line line = six();
  allot_command count = command_of(ALLOT_COMMAND_ADJUST);
  count.body.adjust.sku = count.body.adjust.node = 1;
  count.body.adjust.delta = -7;
  const std::vector<allot_command> commands{order_of(1001, line), order_of(1002, line), count};
  std::vector<allot_event> told;
  for (int again = 0; again < 2; ++again) {
    std::size_t accepted = 0;
    std::uint16_t reason = 1;
    allot_dry_steps* steps = nullptr;
    ASSERT_EQ(allot_dry_run_decide(dry_run_, commands.data(), commands.size(), 1, &accepted,
                                   &reason, &steps, nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(accepted, 3U);
    EXPECT_EQ(reason, 0U);
    std::size_t made = 0;
    const allot_dry_step* step = allot_dry_steps_data(steps, &made);
    ASSERT_GT(made, 3U) << "who loses what the count takes is told, too";
    told.clear();
    for (std::size_t i = 0; i < made; ++i) {
      EXPECT_EQ(step[i].own, i < 3 ? 0 : 1);
      EXPECT_EQ(step[i].time, 1'000);
      EXPECT_EQ(step[i].answer.sequence, 9 + i);
      told.insert(told.end(), step[i].events, step[i].events + step[i].event_count);
    }
    EXPECT_EQ(step[0].answer.reason, 0U);
    EXPECT_EQ(step[1].answer.reason, ALLOT_REASON_STOCK_INSUFFICIENT);
    allot_dry_steps_destroy(steps);
  }
  const std::vector<allot_answer> answers = decide(commands);
  EXPECT_EQ(answers[1].reason, ALLOT_REASON_STOCK_INSUFFICIENT);
  ASSERT_EQ(events_.size(), told.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_EQ(told[i].epoch, 0U);
    told[i].epoch = events_[i].epoch;
    EXPECT_EQ(std::memcmp(&told[i], &events_[i], sizeof(allot_event)), 0) << i;
  }
}

TEST_F(CDryRun, StandsWhereItIsToldAndKnowsCodes) {
  const allot_text directory = text_of(directory_);
  ASSERT_EQ(allot_dry_run_open(&directory, 0, 2, &dry_run_, &as_of_, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(as_of_, 2U);
  const std::array<allot_text, 3> codes{text_of("TEA"), text_of("COFFEE"), {nullptr, 3}};
  std::array<std::uint32_t, 3> ids{7, 7, 7};
  EXPECT_EQ(allot_dry_run_ids(dry_run_, ALLOT_ID_KIND_SKU, codes.data(), 3, ids.data(), nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(ids, (std::array<std::uint32_t, 3>{1, 0, 0}));
  EXPECT_EQ(allot_dry_run_ids(dry_run_, 99, codes.data(), 1, ids.data(), nullptr),
            ALLOT_STATUS_INVALID_ARGUMENT);
  allot_dry_run* beyond = nullptr;
  allot_error* error = nullptr;
  EXPECT_EQ(allot_dry_run_open(&directory, 0, 99, &beyond, nullptr, &error),
            ALLOT_STATUS_NOT_FOUND);
  EXPECT_NE(std::string(allot_error_message(error)).find("ends at sequence 8, before 99"),
            std::string::npos)
      << allot_error_message(error);
  allot_error_destroy(error);
  const std::string nowhere = directory_ + "_none";
  const allot_text other = text_of(nowhere);
  EXPECT_EQ(allot_dry_run_open(&other, 0, 0, &beyond, nullptr, nullptr), ALLOT_STATUS_NOT_FOUND);
  EXPECT_FALSE(std::filesystem::exists(nowhere));
  const allot_text empty{nullptr, 0};
  EXPECT_EQ(allot_dry_run_open(&empty, 0, 0, &beyond, nullptr, nullptr),
            ALLOT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(allot_dry_run_open(nullptr, 0, 0, &beyond, nullptr, nullptr),
            ALLOT_STATUS_INVALID_ARGUMENT);
}

TEST_F(CDryRun, RefusesAsTheEngineDoes) {
  open_dry_run();
  const std::vector<allot_order_line> many(9, six());
  allot_command large = order_of(1001, many[0]);
  large.body.place.lines = many.data();
  large.body.place.line_count = many.size();
  allot_command tick;  // which has no key
  allot_command_init(&tick, ALLOT_COMMAND_TICK);
  const std::array<allot_command, 2> commands{tick, large};
  std::size_t accepted = 9;
  std::uint16_t reason = 0;
  allot_dry_steps* steps = nullptr;
  EXPECT_EQ(
      allot_dry_run_decide(dry_run_, commands.data(), 2, 0, &accepted, &reason, &steps, nullptr),
      ALLOT_STATUS_OK);
  EXPECT_EQ(accepted, 1U);
  EXPECT_EQ(reason, ALLOT_REASON_COMMAND_TOO_LARGE);
  std::size_t made = 0;
  EXPECT_NE(allot_dry_steps_data(steps, &made), nullptr);
  EXPECT_EQ(made, 1U);
  allot_dry_steps_destroy(steps);

  allot_command wrong = commands[0];
  wrong.type = 250;
  allot_error* error = nullptr;
  steps = nullptr;
  EXPECT_EQ(allot_dry_run_decide(dry_run_, &wrong, 1, 0, &accepted, &reason, &steps, &error),
            ALLOT_STATUS_INVALID_ARGUMENT);
  EXPECT_NE(std::string(allot_error_message(error)).find("commands[0] (type 250)"),
            std::string::npos);
  allot_error_destroy(error);
  EXPECT_EQ(accepted, 0U);
  EXPECT_EQ(steps, nullptr);
  EXPECT_EQ(
      allot_dry_run_decide(dry_run_, commands.data(), 1, 2, &accepted, nullptr, &steps, nullptr),
      ALLOT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(allot_dry_run_decide(dry_run_, nullptr, 1, 0, &accepted, nullptr, &steps, nullptr),
            ALLOT_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(allot_dry_run_decide(dry_run_, commands.data(), SIZE_MAX, 0, &accepted, nullptr, &steps,
                                 nullptr),
            ALLOT_STATUS_INVALID_ARGUMENT);
  // No commands: nothing to tell.
  EXPECT_EQ(allot_dry_run_decide(dry_run_, nullptr, 0, 1, &accepted, nullptr, &steps, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(allot_dry_steps_data(steps, &made), nullptr);
  allot_dry_steps_destroy(steps);
  allot_dry_steps_destroy(nullptr);

  allot_dry_run* const closed = dry_run_;
  EXPECT_EQ(allot_dry_run_close(dry_run_, nullptr), ALLOT_STATUS_OK);
  dry_run_ = nullptr;
  EXPECT_EQ(allot_dry_run_close(closed, nullptr), ALLOT_STATUS_INVALID_HANDLE);
  EXPECT_EQ(
      allot_dry_run_decide(closed, commands.data(), 1, 0, &accepted, nullptr, &steps, nullptr),
      ALLOT_STATUS_INVALID_HANDLE);
}

}  // namespace
