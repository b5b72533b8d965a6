// Handles under threads: closing what another call is inside of, two threads on one producer, and
// many threads that open, use and close side by side.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "allot/allot.h"

namespace {

allot_engine* open_engine(std::uint8_t threading) {
  allot_limits limits;
  allot_limits_init(&limits, sizeof limits);
  limits.skus_max = 10;
  limits.lots_max = 100;
  limits.orders_max = 100;
  limits.closed_orders_max = 100;
  limits.lines_max = 1'000;
  limits.lines_per_order_max = 10;
  limits.holds_max = 100;
  limits.command_keys_max = 1'000;
  limits.attempts_max = 100;
  allot_engine_options options;
  allot_engine_options_init(&options, sizeof options);
  options.limits = &limits;
  options.durability = ALLOT_DURABILITY_NONE;
  options.threading = threading;
  allot_engine* engine = nullptr;
  EXPECT_EQ(allot_engine_open(&options, &engine, nullptr), ALLOT_STATUS_OK);
  return engine;
}

TEST(Handles, ClosingUnderACallIsRefusedAndHasNoEffect) {
  allot_engine* const engine = open_engine(ALLOT_THREADING_OWN_THREAD);
  allot_consumer* consumer = nullptr;
  ASSERT_EQ(allot_consumer_open(engine, ALLOT_CONSUME_FROM_NEWEST, &consumer, nullptr),
            ALLOT_STATUS_OK);
  std::thread waiter([consumer] {
    allot_event event;
    std::size_t count = 9;
    allot_status status = ALLOT_STATUS_IN_USE;  // while the polls of below are inside
    while (status == ALLOT_STATUS_IN_USE) {
      status = allot_consumer_poll(consumer, &event, 1, &count, 300'000'000, nullptr);
    }
    EXPECT_EQ(status, ALLOT_STATUS_OK);
    EXPECT_EQ(count, 0U);
  });
  // Until the waiter is inside, a poll of ours succeeds; then it is told so.
  allot_status status = ALLOT_STATUS_OK;
  while (status == ALLOT_STATUS_OK) {
    std::size_t count = 0;
    status = allot_consumer_poll(consumer, nullptr, 0, &count, 0, nullptr);
    std::this_thread::yield();
  }
  EXPECT_EQ(status, ALLOT_STATUS_IN_USE);
  EXPECT_EQ(allot_consumer_close(consumer, nullptr), ALLOT_STATUS_IN_USE);
  EXPECT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_IN_USE);
  waiter.join();
  EXPECT_EQ(allot_consumer_close(consumer, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_OK);
}

TEST(Handles, OneOfTwoThreadsClosesAndTheOtherIsTold) {
  for (int round = 0; round < 200; ++round) {
    allot_engine* const engine = open_engine(ALLOT_THREADING_HOST_STEPS);
    allot_producer* producer = nullptr;
    ASSERT_EQ(allot_producer_open(engine, &producer, nullptr), ALLOT_STATUS_OK);
    std::atomic<int> closed{0};
    const auto close = [&] {
      const allot_status status = allot_producer_close(producer, nullptr);
      EXPECT_TRUE(status == ALLOT_STATUS_OK || status == ALLOT_STATUS_INVALID_HANDLE);
      if (status == ALLOT_STATUS_OK) ++closed;
    };
    std::thread other(close);
    close();
    other.join();
    EXPECT_EQ(closed.load(), 1);
    ASSERT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_OK);
  }
}

TEST(Handles, ThreadsOpenUseAndCloseSideBySide) {
  allot_engine* const engine = open_engine(ALLOT_THREADING_OWN_THREAD);
  std::vector<std::thread> threads;
  for (std::uint64_t id = 1; id <= 4; ++id) {
    threads.emplace_back([engine, id] {
      for (std::uint64_t round = 0; round < 50; ++round) {
        allot_producer* producer = nullptr;
        ASSERT_EQ(allot_producer_open(engine, &producer, nullptr), ALLOT_STATUS_OK);
        allot_command command;
        allot_command_init(&command, ALLOT_COMMAND_CANCEL);
        command.body.cancel.command_key = {round + 1, id};
        command.body.cancel.order_key.low = id;
        std::size_t accepted = 0;
        ASSERT_EQ(allot_producer_submit(producer, &command, 1, &accepted, nullptr, nullptr),
                  ALLOT_STATUS_OK);
        ASSERT_EQ(accepted, 1U);
        allot_answer answer{};
        for (std::size_t count = 0; count == 0;) {
          ASSERT_EQ(allot_producer_poll_answers(producer, &answer, 1, &count, 0, nullptr),
                    ALLOT_STATUS_OK);
          std::this_thread::yield();
        }
        EXPECT_EQ(answer.command_key.high, id);
        EXPECT_STREQ(allot_reason_name(answer.reason), "ok") << "kept as news";
        ASSERT_EQ(allot_producer_close(producer, nullptr), ALLOT_STATUS_OK);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_OK);
}

}  // namespace
