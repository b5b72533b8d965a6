// Consumers through C, field by field: figures, kept positions, where a stream begins; and what
// each call does, shown by what comes out of it.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "allot/allot.h"
#include "driver/scratch_directory.hpp"

namespace {

using Clock = std::chrono::steady_clock;

class CConsumers : public testing::Test {
 protected:
  void open(std::uint32_t slow = ALLOT_SLOW_CONSUMER_BUSY) {
    allot_limits limits;
    allot_engine_options options;
    allot_limits_init(&limits, sizeof limits);
    limits.skus_max = 16;
    limits.nodes_max = 2;
    limits.orders_max = limits.closed_orders_max = 64;
    limits.lines_per_order_max = 4;
    limits.exceptions_max = limits.promises_max = 64;
    limits.rules_max = 4;
    allot_engine_options_init(&options, sizeof options);
    options.limits = &limits;
    options.directory = {directory_.data(), directory_.size()};
    options.durability = ALLOT_DURABILITY_NONE;
    options.threading = ALLOT_THREADING_HOST_STEPS;
    options.slow_consumer = static_cast<std::uint8_t>(slow);
    options.shard = 3;
    options.events_max = 4'096;
    ASSERT_EQ(allot_engine_open(&options, &engine_, nullptr), ALLOT_STATUS_OK);
    ASSERT_EQ(allot_producer_open(engine_, &producer_, nullptr), ALLOT_STATUS_OK);
  }
  void close() {
    EXPECT_EQ(allot_producer_close(producer_, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(allot_engine_close(engine_, nullptr), ALLOT_STATUS_OK);
  }
  allot_consumer* open_consumer(std::uint32_t from, std::uint64_t sequence, const std::string& name,
                                std::uint32_t epoch = 0) {
    allot_consumer_options options;
    allot_consumer_options_init(&options, sizeof options);
    options.from = from;
    options.from_sequence = sequence;
    options.from_epoch = epoch;
    options.name = {name.data(), name.size()};
    allot_consumer* consumer = nullptr;
    EXPECT_EQ(allot_consumer_open_with(engine_, &options, &consumer, nullptr), ALLOT_STATUS_OK);
    return consumer;
  }
  static void close(allot_consumer* consumer) {
    EXPECT_EQ(allot_consumer_close(consumer, nullptr), ALLOT_STATUS_OK);
  }
  // Submits a tick and steps. Returns: whether there was room.
  bool tick() {
    allot_command command;
    allot_command_init(&command, ALLOT_COMMAND_TICK);
    std::size_t accepted = 0;
    std::uint64_t decided = 0;
    std::size_t count = 0;
    std::array<allot_answer, 64> answers{};
    EXPECT_EQ(allot_producer_submit(producer_, &command, 1, &accepted, nullptr, nullptr),
              ALLOT_STATUS_OK);
    EXPECT_EQ(allot_engine_step(engine_, &decided, nullptr), ALLOT_STATUS_OK);
    EXPECT_EQ(
        allot_producer_poll_answers(producer_, answers.data(), answers.size(), &count, 0, nullptr),
        ALLOT_STATUS_OK);
    return accepted == 1 || decided != 0;
  }
  void ticks(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(tick());
  }
  // Returns: how many were polled, at most 256; the last call's status is in status_.
  std::size_t poll(allot_consumer* consumer, std::size_t most, std::int64_t timeout_ns = 0) {
    std::size_t count = 0;
    status_ = allot_consumer_poll(consumer, events_.data(), most, &count, timeout_ns, nullptr);
    return count;
  }
  // Polls until `last` was polled. Returns: the first sequence.
  std::uint64_t read_to(allot_consumer* consumer, std::uint64_t last) {
    std::uint64_t first = 0;
    const auto end = Clock::now() + std::chrono::seconds(30);
    while (Clock::now() < end) {
      EXPECT_EQ(allot_engine_step(engine_, nullptr, nullptr), ALLOT_STATUS_OK);
      if (poll(consumer, 1, 1'000'000) == 0) continue;
      if (first == 0) first = events_[0].sequence;
      if (events_[0].sequence >= last) return first;
    }
    ADD_FAILURE() << "stuck before " << last;
    return first;
  }
  std::vector<allot_consumer_figures> figures() {
    std::array<allot_consumer_figures, 4> all{};
    std::size_t count = 0;
    EXPECT_EQ(allot_engine_consumers(engine_, all.data(), all.size(), &count, nullptr),
              ALLOT_STATUS_OK);
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
  }

  const allot::test::ScratchDirectory scratch_{"c_consumers"};
  const std::string directory_ = scratch_.path() + "/log";
  allot_engine* engine_{};
  allot_producer* producer_{};
  allot_status status_{};
  std::array<allot_event, 256> events_{};
};

TEST_F(CConsumers, FiguresSayWhoIsWhere) {
  open();
  allot_consumer* const plain = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "");
  ticks(9);
  ASSERT_EQ(poll(plain, 4), 4U);
  ASSERT_EQ(allot_consumer_acknowledge(plain, 3, nullptr), ALLOT_STATUS_OK);
  allot_consumer* const mail = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "mail");
  const std::vector<allot_consumer_figures> all = figures();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].index, 0U);
  EXPECT_EQ(all[0].state, static_cast<std::uint32_t>(ALLOT_CONSUMER_STATE_LIVE));
  EXPECT_EQ(all[0].acknowledged, 3U);
  EXPECT_EQ(all[0].polled, 4U);
  EXPECT_EQ(all[0].events_behind, 6U);
  EXPECT_EQ(all[0].sequences_behind, 6U);
  EXPECT_STREQ(all[0].name, "");
  EXPECT_EQ(all[1].index, 1U);
  EXPECT_EQ(all[1].state, static_cast<std::uint32_t>(ALLOT_CONSUMER_STATE_CATCHING_UP));
  EXPECT_EQ(all[1].sequences_behind, 10U);
  EXPECT_STREQ(all[1].name, "mail");
  // All are counted, also those for which there is no room.
  allot_consumer_figures one{};
  std::size_t count = 0;
  EXPECT_EQ(allot_engine_consumers(engine_, &one, 1, &count, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(count, 2U);
  close(plain);
  close(mail);
  close();
}

TEST_F(CConsumers, AStreamSaysWhereItBegins) {
  open();
  ticks(5);
  close();
  open();
  ticks(2);
  allot_consumer* const ahead = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 50, "", 2);
  allot_consumer* const known = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 50, "", 1);
  allot_consumer* const newest = open_consumer(ALLOT_CONSUME_FROM_NEWEST, 0, "later");
  std::uint32_t shard = 9;
  std::uint32_t epoch = 9;
  bool rewound = false;
  std::uint64_t last = 99;
  bool detached = true;
  EXPECT_EQ(allot_consumer_stream(ahead, &shard, &epoch, &rewound, &last, &detached, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(shard, 3U);
  EXPECT_EQ(epoch, 2U);
  EXPECT_TRUE(rewound);
  EXPECT_EQ(last, 8U);
  EXPECT_FALSE(detached);
  EXPECT_EQ(allot_consumer_stream(known, nullptr, nullptr, &rewound, &last, nullptr, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(last, 6U) << "what was left of that epoch";
  std::uint64_t first = 0;
  EXPECT_EQ(allot_consumer_position(newest, &first, nullptr, nullptr, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(first, 9U);
  ticks(1);
  EXPECT_EQ(read_to(newest, 9), 9U);
  ASSERT_EQ(allot_consumer_acknowledge(newest, 9, nullptr), ALLOT_STATUS_OK);
  allot_kept_consumer kept{};
  std::size_t count = 0;
  EXPECT_EQ(allot_engine_kept_consumers(engine_, &kept, 1, &count, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(kept.sequence, 9U);
  EXPECT_EQ(kept.epoch, 2U);
  EXPECT_STREQ(kept.name, "later");
  for (allot_consumer* const one : {ahead, known, newest}) close(one);
  close();
}

TEST_F(CConsumers, OneThatIsDetachedRejoins) {
  open(ALLOT_SLOW_CONSUMER_DETACH);
  allot_consumer* const slow = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "");
  ASSERT_EQ(read_to(slow, 1), 1U);
  bool detached = false;
  std::uint64_t published = 1;
  for (int i = 0; i < 100'000 && !detached; ++i) {
    ASSERT_TRUE(tick());
    ++published;
    ASSERT_EQ(allot_consumer_stream(slow, nullptr, nullptr, nullptr, nullptr, &detached, nullptr),
              ALLOT_STATUS_OK);
  }
  ASSERT_TRUE(detached);
  EXPECT_EQ(figures()[0].state, static_cast<std::uint32_t>(ALLOT_CONSUMER_STATE_DETACHED));
  EXPECT_EQ(poll(slow, 4), 0U);
  ASSERT_EQ(allot_consumer_rejoin(slow, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(allot_consumer_stream(slow, nullptr, nullptr, nullptr, nullptr, &detached, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_FALSE(detached);
  EXPECT_EQ(read_to(slow, published), 2U);
  close(slow);
  close();
}

TEST_F(CConsumers, PollingWaitsForTheFirstOnlyAndSaysWhyNothingComes) {
  open();
  ticks(63);
  allot_consumer* const all = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "");
  ASSERT_EQ(allot_engine_step(engine_, nullptr, nullptr), ALLOT_STATUS_OK);
  const auto begun = Clock::now();
  EXPECT_EQ(poll(all, events_.size(), 20'000'000'000), 64U);
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(10)) << "what follows is not waited for";
  allot_consumer* const behind = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 1, "");
  ASSERT_EQ(allot_engine_stop(engine_, nullptr), ALLOT_STATUS_OK);
  while (poll(behind, 64) != 0) {
  }
  EXPECT_EQ(status_, ALLOT_STATUS_INVALID_ARGUMENT) << "it was catching up";
  EXPECT_EQ(poll(all, 64), 0U);
  EXPECT_EQ(status_, ALLOT_STATUS_OK);
  close(all);
  close(behind);
  close();
}

TEST_F(CConsumers, BusyNamesTheOneInTheWay) {
  open();
  allot_consumer* const quick = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "");
  allot_consumer* const slow = open_consumer(ALLOT_CONSUME_FROM_OLDEST, 0, "");
  for (int stuck = 0; stuck < 100;) {
    while (poll(quick, 64) != 0) {
    }
    stuck = tick() ? 0 : stuck + 1;
  }
  std::uint32_t with = 0;
  allot_consumer_figures who{};
  std::array<char, 256> text{};
  EXPECT_EQ(allot_producer_busy(producer_, &with, &who, text.data(), text.size(), nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(with, static_cast<std::uint32_t>(ALLOT_BUSY_WITH_EVENTS));
  EXPECT_EQ(who.index, 1U);
  EXPECT_GT(who.events_behind, 0U);
  EXPECT_NE(std::string(text.data()).find("consumer 1 "), std::string::npos) << text.data();
  close(quick);
  close(slow);
  close();
}

// The answers of one piece are there; what would fill the next is not waited for.
TEST_F(CConsumers, PollingAnswersWaitsForTheFirstOnly) {
  open();
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_TICK);
  const std::vector<allot_command> commands(64, command);
  std::size_t count = 0;
  ASSERT_EQ(allot_producer_submit(producer_, commands.data(), 64, &count, nullptr, nullptr),
            ALLOT_STATUS_OK);
  ASSERT_EQ(count, 64U);
  ASSERT_EQ(allot_engine_wait_idle(engine_, nullptr), ALLOT_STATUS_OK);
  std::array<allot_answer, 65> answers{};
  const auto begun = Clock::now();
  EXPECT_EQ(allot_producer_poll_answers(producer_, answers.data(), answers.size(), &count,
                                        20'000'000'000, nullptr),
            ALLOT_STATUS_OK);
  EXPECT_EQ(count, 64U);
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(10));
  close();
}

}  // namespace
