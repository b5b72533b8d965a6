// Handles in a child of fork: each call on what the parent opened says so at once, closing gives
// memory back, and the child's own engines work.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

#include "allot/allot.h"

namespace {

allot_engine* open_engine(const std::string& directory) {
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
  options.directory = {directory.data(), directory.size()};
  options.durability = directory.empty() ? ALLOT_DURABILITY_NONE : ALLOT_DURABILITY_SYNC;
  options.threading = ALLOT_THREADING_HOST_STEPS;
  allot_engine* engine = nullptr;
  return allot_engine_open(&options, &engine, nullptr) == ALLOT_STATUS_OK ? engine : nullptr;
}

int in_child(const auto& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(10);
    ::_exit(body());
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// Returns: 0, or the number of the first call that said something else.
int use_in_child(allot_engine* engine, allot_producer* producer, allot_consumer* consumer) {
  int call = 0;
  allot_error* error = nullptr;
  const auto says = [&](allot_status status) {
    ++call;
    const bool right = status == ALLOT_STATUS_OTHER_PROCESS &&
                       allot_error_status(error) == ALLOT_STATUS_OTHER_PROCESS &&
                       allot_error_is_fatal(error);
    allot_error_destroy(error);
    error = nullptr;
    return right;
  };
  allot_command command;
  allot_command_init(&command, ALLOT_COMMAND_CANCEL);
  allot_answer answer;
  allot_event event;
  allot_statistics statistics{};
  statistics.struct_size = sizeof statistics;
  allot_log_point point{};
  std::size_t count = 0;
  char hex[33];
  allot_producer* new_producer = nullptr;
  allot_consumer* new_consumer = nullptr;
  int descriptor = 0;
  const bool all =
      says(allot_engine_step(engine, nullptr, &error)) &&
      says(allot_engine_wait_idle(engine, &error)) &&
      says(allot_engine_digest(engine, hex, sizeof hex, &error)) &&
      says(allot_engine_statistics(engine, &statistics, &error)) &&
      says(allot_engine_log_point(engine, &point, &error)) &&
      says(allot_engine_poison(engine, nullptr, nullptr, &error)) &&
      says(allot_engine_skip(engine, 1, 1, &error)) &&
      says(allot_producer_open(engine, &new_producer, &error)) &&
      says(allot_consumer_open(engine, ALLOT_CONSUME_FROM_NEWEST, &new_consumer, &error)) &&
      says(allot_producer_submit(producer, &command, 1, &count, nullptr, &error)) &&
      says(allot_producer_poll_answers(producer, &answer, 1, &count, 60'000'000'000, &error)) &&
      says(allot_producer_wait_descriptor(producer, &descriptor, &error)) &&
      says(allot_consumer_poll(consumer, &event, 1, &count, 60'000'000'000, &error)) &&
      says(allot_consumer_acknowledge(consumer, 1, &error)) &&
      says(allot_consumer_stream(consumer, nullptr, nullptr, nullptr, nullptr, nullptr, &error)) &&
      says(allot_engine_stop(engine, &error));
  return all ? 0 : call;
}

// Returns: 0, or the number of the first close that did otherwise.
int close_in_child(allot_engine* engine, allot_producer* producer, allot_consumer* consumer) {
  if (allot_producer_close(producer, nullptr) != ALLOT_STATUS_OTHER_PROCESS) return 51;
  if (allot_producer_close(producer, nullptr) != ALLOT_STATUS_INVALID_HANDLE) return 52;
  if (allot_consumer_close(consumer, nullptr) != ALLOT_STATUS_OTHER_PROCESS) return 53;
  if (allot_engine_close(engine, nullptr) != ALLOT_STATUS_OTHER_PROCESS) return 54;
  return allot_engine_close(engine, nullptr) == ALLOT_STATUS_INVALID_HANDLE ? 0 : 55;
}

TEST(ForkC, EveryCallOnAHandleOfTheParentFailsAndClosingFreesOnly) {
  const auto directory =
      std::filesystem::temp_directory_path() / ("allot_c_fork_" + std::to_string(::getpid()));
  std::filesystem::create_directories(directory);
  allot_engine* const engine = open_engine(directory.string());
  ASSERT_NE(engine, nullptr);
  allot_producer* producer = nullptr;
  allot_consumer* consumer = nullptr;
  ASSERT_EQ(allot_producer_open(engine, &producer, nullptr), ALLOT_STATUS_OK);
  ASSERT_EQ(allot_consumer_open(engine, ALLOT_CONSUME_FROM_OLDEST, &consumer, nullptr),
            ALLOT_STATUS_OK);
  // A call that is inside in the parent is inside for ever in the child.
  std::atomic<bool> done{false};
  std::thread inside([&] {
    while (!done) {
      allot_event event;
      std::size_t count = 0;
      static_cast<void>(allot_consumer_poll(consumer, &event, 1, &count, 20'000'000, nullptr));
    }
  });
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(in_child([&] {
                if (const int call = use_in_child(engine, producer, consumer)) return call;
                if (const int call = close_in_child(engine, producer, consumer)) return call;
                allot_engine* const own = open_engine("");
                if (own == nullptr) return 60;
                return allot_engine_close(own, nullptr) == ALLOT_STATUS_OK ? 0 : 61;
              }),
              0);
  }
  done = true;
  inside.join();
  // Nothing of all that reached the parent.
  ASSERT_EQ(allot_engine_wait_idle(engine, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(open_engine(directory.string()), nullptr) << "the lock is still held";
  EXPECT_EQ(allot_producer_close(producer, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(allot_consumer_close(consumer, nullptr), ALLOT_STATUS_OK);
  EXPECT_EQ(allot_engine_close(engine, nullptr), ALLOT_STATUS_OK);
  std::filesystem::remove_all(directory);
}

}  // namespace
