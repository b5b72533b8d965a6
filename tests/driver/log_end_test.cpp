// What an engine does about the end of its log: what it is held to, what it gives up on request,
// and how it goes on where nothing was written.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/memory_storage.hpp"
#include "driver/scratch_directory.hpp"
#include "journal/journal_reader.hpp"

namespace allot {
namespace {

class LogEnd : public testing::Test {
 protected:
  [[nodiscard]] EngineOptions options(Durability durability = Durability::sync) const {
    EngineOptions options;
    options.limits = test::small_limits();
    options.directory = directory_.path() + "/log";
    options.durability = durability;
    options.segment_bytes = 1U << 20U;
    return options;
  }
  [[nodiscard]] std::filesystem::path newest() const {
    std::filesystem::path last;
    for (const auto& entry : std::filesystem::directory_iterator(options().directory)) {
      if (last < entry.path()) last = entry.path();
    }
    return last;
  }
  // Submits and waits. Returns: how many were answered ok.
  static std::size_t submit(Engine& engine, std::span<const Command> commands) {
    Producer producer = std::move(engine.open_producer().value());
    for (const Command& command : commands) EXPECT_TRUE(producer.submit(command).ok());
    EXPECT_TRUE(engine.wait_idle().ok());
    std::vector<Answer> answers(commands.size());
    const std::size_t count = producer.poll_answers(answers);
    std::size_t good = 0;
    for (std::size_t i = 0; i < count; ++i) good += answers[i].reason == Reason::ok ? 1U : 0U;
    return good;
  }
  // The files as a kill at this moment would leave them.
  void copy_as_killed(const std::string& to) const {
    std::filesystem::remove_all(to);
    std::filesystem::copy(options().directory, to, std::filesystem::copy_options::recursive);
  }

  const test::ScratchDirectory directory_{"log_end"};
  const std::vector<Command> commands_ = test::opening_commands(20, 10);
};

TEST_F(LogEnd, AHostThatKeepsThePointItHasSeenIsToldWhatIsMissing) {
  LogPoint seen;
  {
    auto engine = Engine::open(options());
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    EXPECT_EQ(submit(*engine.value(), commands_), commands_.size());
    seen = engine.value()->log_point();
    EXPECT_EQ(seen.sequence, commands_.size() + 1);
    EXPECT_NE(seen.chain, LogChain{});
  }
  EngineOptions held = options();
  held.must_exist = true;
  held.at_least = seen;
  {
    auto again = Engine::open(held);
    ASSERT_TRUE(again.ok()) << again.status().message();
    // Before anything is written too, a point of the log is known.
    held.at_least = again.value()->log_point();
    EXPECT_EQ(held.at_least->sequence, seen.sequence);
  }
  ASSERT_TRUE(Engine::open(held).ok());
  held.at_least->sequence += 1;
  held.at_least->chain = {};
  EXPECT_EQ(Engine::open(held).status().code(), StatusCode::truncated);
  held.at_least = LogPoint{.sequence = seen.sequence, .chain = {.low = 1, .high = 2}};
  EXPECT_EQ(Engine::open(held).status().code(), StatusCode::corrupt);
  // Everything is gone: without a word from the host this is an empty shop.
  held.at_least = seen;
  std::filesystem::remove_all(held.directory);
  EXPECT_EQ(Engine::open(held).status().code(), StatusCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(held.directory)) << "nothing is created either";
  std::filesystem::create_directory(held.directory);
  EXPECT_EQ(Engine::open(held).status().code(), StatusCode::truncated);
  held.at_least.reset();
  EXPECT_EQ(Engine::open(held).status().code(), StatusCode::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(held.directory));
  held.must_exist = false;
  EXPECT_TRUE(Engine::open(held).ok());
}

TEST_F(LogEnd, MustExistAndAtLeastNeedALog) {
  EngineOptions none;
  none.durability = Durability::none;
  none.must_exist = true;
  EXPECT_EQ(Engine::open(none).status().code(), StatusCode::invalid_argument);
  none.must_exist = false;
  none.at_least = LogPoint{};
  EXPECT_EQ(Engine::open(none).status().code(), StatusCode::invalid_argument);
}

TEST_F(LogEnd, WhatIsDroppedBehindDamageIsAWishAndCounted) {
  const std::string killed = directory_.path() + "/killed";
  {
    EngineOptions stepped = options(Durability::none);
    stepped.threading = Threading::host_steps;
    auto engine = Engine::open(stepped);
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    // A frame for each command.
    Producer producer = std::move(engine.value()->open_producer().value());
    for (const Command& command : std::span(commands_).first(10)) {
      ASSERT_TRUE(producer.submit(command).ok());
      ASSERT_EQ(engine.value()->step(), 1U);
    }
    copy_as_killed(killed);
  }
  EngineOptions opening = options(Durability::none);
  opening.directory = killed;
  const std::string file = killed + "/0000000001.log";
  {
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekp(4'096 * 5 + 200);
    bytes.put('x');
  }
  const auto refused = Engine::open(opening);
  ASSERT_EQ(refused.status().code(), StatusCode::corrupt);
  EXPECT_NE(refused.status().message().find("6 frames with 6 records"), std::string::npos)
      << refused.status().message();
  opening.damaged_end = DamagedEnd::drop;
  {
    auto engine = Engine::open(opening);
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    EXPECT_EQ(engine.value()->stream().last_sequence, 4U);
    EXPECT_EQ(engine.value()->statistics().dropped_frames, 6U);
    EXPECT_EQ(engine.value()->statistics().dropped_records, 6U);
    EXPECT_EQ(submit(*engine.value(), std::span(commands_).subspan(3)), commands_.size() - 3);
  }
  opening.damaged_end = DamagedEnd::refuse;
  auto again = Engine::open(opening);
  ASSERT_TRUE(again.ok()) << again.status().message();
  EXPECT_EQ(again.value()->statistics().dropped_frames, 0U);
}

// The engine is idle between two orders: the answer to the first one is then protected.
TEST_F(LogEnd, TheLastAnswerOfAnIdleEngineIsVouchedFor) {
  auto engine = Engine::open(options());
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  EXPECT_EQ(submit(*engine.value(), commands_), commands_.size());
  const std::uint64_t frames = engine.value()->statistics().journal.frames;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (engine.value()->statistics().journal.frames == frames &&
         std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(engine.value()->statistics().journal.frames, frames + 1);
  const std::string killed = directory_.path() + "/killed";
  copy_as_killed(killed);
  auto storage = open_posix_storage(killed);
  LogReport report = verify(*storage.value());
  ASSERT_TRUE(report.ok()) << report.fault.message();
  EXPECT_FALSE(report.tail.closed);
  const std::uint64_t last_frame = report.tail.bytes - 2 * log_block_bytes;
  {
    std::fstream bytes(killed + "/0000000001.log", std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekp(static_cast<std::streamoff>(last_frame) + 130);
    bytes.put('x');
  }
  report = verify(*storage.value());
  EXPECT_EQ(report.fault.code(), StatusCode::corrupt) << "it was published";
}

TEST_F(LogEnd, ALogThatWasKilledBeforeItsFirstRecordTakesAnyLimits) {
  test::MemoryStorage disk;
  EngineOptions first = options();
  first.directory.clear();
  first.storage = &disk;
  first.threading = Threading::host_steps;
  disk.break_down_after(2);  // the file is made; the first record fails
  ASSERT_FALSE(Engine::open(first).ok());
  const auto left = disk.crashed();
  ASSERT_FALSE(left->list().value().empty());
  first.storage = left.get();
  first.limits->skus_max += 1;
  auto engine = Engine::open(first);
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  EXPECT_EQ(engine.value()->limits().skus_max, first.limits->skus_max);
  ASSERT_TRUE(engine.value()->stop().ok());
  first.must_exist = true;
  EXPECT_TRUE(Engine::open(first).ok());
}

// A reader beside a running engine: replay too sees a moment of it, twice the same.
TEST_F(LogEnd, ARunningLogIsReplayedAsOfAMoment) {
  auto engine = Engine::open(options());
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  EXPECT_EQ(submit(*engine.value(), commands_), commands_.size());
  std::atomic<bool> done{false};
  std::thread busy([&] {
    Producer producer = std::move(engine.value()->open_producer().value());
    std::array<Answer, 64> answers;
    for (std::uint64_t number = 1; !done; ++number) {
      test::Order order(number, {1, 2});
      while (!producer.submit(order.command()).ok() && !done) {
        static_cast<void>(producer.poll_answers(answers));
      }
      static_cast<void>(producer.poll_answers(answers));
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  for (int i = 0; i < 10; ++i) {
    auto reading = open_posix_storage(options().directory);
    const Sequence least = engine.value()->statistics().published_sequence;
    Sequence steps = 0;
    ReplayOptions how;
    how.on_step = [&steps](const Sequenced& in, std::span<const Event>) { steps = in.sequence; };
    const auto report = replay(*reading.value(), how);
    ASSERT_TRUE(report.ok()) << report.status().message();
    EXPECT_TRUE(report.value().live);
    EXPECT_FALSE(report.value().torn);
    EXPECT_GE(report.value().last_sequence, least);
    EXPECT_EQ(report.value().last_sequence, steps);
    // The same up to there, whenever it is read.
    how = {.up_to = steps};
    const auto again = replay(*reading.value(), how);
    ASSERT_TRUE(again.ok()) << again.status().message();
    EXPECT_EQ(again.value().digest, report.value().digest);
  }
  done = true;
  busy.join();
}

}  // namespace
}  // namespace allot
