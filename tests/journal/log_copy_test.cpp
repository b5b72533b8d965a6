// Copies of logs: the same frames, proved, also of a log that is being written, and nothing that
// could pass for a log when they were broken off.
#include "journal/log_copy.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "allot/journal/posix_storage.hpp"
#include "journal/log_driver.hpp"
#include "journal/temporary_directory.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using log_driver::write_story;
using simulation::SimulatedStorage;

const samples::Story& copied_story() {
  static const samples::Story told(41, 6'000);
  return told;
}

// Two runs over several segments, the second one closed or not.
SimulatedStorage::Image two_runs(Durability durability, bool close) {
  SimulatedStorage disk;
  for (Sequence run = 0; run < 2; ++run) {
    auto journal = open_writer(disk, small_options(durability));
    EXPECT_TRUE(write_story(*journal.value(), copied_story(), run * 150 + 1, run * 150 + 150));
    if (run == 0 || close) {
      EXPECT_TRUE(journal.value()->close().ok());
    }
    if (run == 1) return disk.image();
  }
  return {};
}

TEST(LogCopy, HoldsTheSameFramesUpToTheEnd) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    for (const bool close : {false, true}) {
      SimulatedStorage from;
      SimulatedStorage to;
      from.load(two_runs(durability, close));
      const auto before = from.image();
      const auto report = copy_log(from, to);
      ASSERT_TRUE(report.ok()) << report.status().message();
      EXPECT_EQ(from.image(), before) << "reading changes nothing";
      EXPECT_EQ(report.value().end.sequence, 300U);
      EXPECT_EQ(report.value().records, 300U);
      EXPECT_EQ(report.value().closed, close);
      EXPECT_EQ(report.value().segments, from.names().size());
      EXPECT_EQ(from.names(), to.names());
      const auto source = read_back(from, copied_story());
      const auto copy = read_back(to, copied_story());
      ASSERT_TRUE(copy.status.ok()) << copy.status.message();
      EXPECT_EQ(copy.difference, "");
      EXPECT_EQ(copy.last, 300U);
      EXPECT_EQ(copy.tail.chain, source.tail.chain);
      EXPECT_EQ(copy.tail.closed, close);
      // The copy is a log like any other.
      auto journal = open_writer(to, small_options(durability));
      ASSERT_TRUE(journal.ok()) << journal.status().message();
      ASSERT_TRUE(write_story(*journal.value(), copied_story(), 301, 350));
      ASSERT_TRUE(journal.value()->close().ok());
      EXPECT_EQ(read_back(to, copied_story()).last, 350U);
    }
  }
}

TEST(LogCopy, EndsBehindTheFrameOfTheSequenceThatIsAsked) {
  SimulatedStorage from;
  from.load(two_runs(Durability::sync, true));
  for (Sequence up_to = 1; up_to <= 300; up_to += 7) {
    SimulatedStorage to;
    CopyOptions options;
    options.up_to = up_to;
    const auto report = copy_log(from, to, options);
    ASSERT_TRUE(report.ok()) << report.status().message();
    EXPECT_GE(report.value().end.sequence, up_to);
    EXPECT_LT(report.value().end.sequence, up_to + 5);
    ReaderOptions held;
    held.at_least = report.value().end;
    const auto copy = read_back(to, copied_story(), true, held);
    ASSERT_TRUE(copy.status.ok()) << copy.status.message();
    EXPECT_EQ(copy.last, report.value().end.sequence);
    // And the log that was copied has had that point.
    EXPECT_TRUE(recover(from, held).ok());
  }
  SimulatedStorage to;
  CopyOptions beyond;
  beyond.up_to = 301;
  EXPECT_EQ(copy_log(from, to, beyond).status().code(), StatusCode::truncated);
  EXPECT_TRUE(to.names().empty()) << "what was begun is removed";
}

TEST(LogCopy, WhatIsNoSoundLogIsNotCopied) {
  SimulatedStorage from;
  SimulatedStorage to;
  EXPECT_EQ(copy_log(from, to).status().code(), StatusCode::not_found);
  from.load(two_runs(Durability::sync, true));
  from.file("0000000002.log")[3 * log_block_bytes + 200] ^= std::byte{1};
  EXPECT_EQ(copy_log(from, to).status().code(), StatusCode::corrupt);
  EXPECT_TRUE(to.names().empty());
  from.load(two_runs(Durability::sync, true));
  to.put_file("notes.txt", {});
  EXPECT_EQ(copy_log(from, to).status().code(), StatusCode::invalid_argument);
  EXPECT_EQ(to.names(), std::vector<std::string>{"notes.txt"});
}

// A disk that fails or dies at every operation: no part of a copy passes for a shorter log.
TEST(LogCopy, OneThatWasBrokenOffIsNoLog) {
  SimulatedStorage from;
  from.load(two_runs(Durability::sync, true));
  std::uint64_t crashes = 0;
  for (std::uint64_t crash_at = 1;; crash_at += crash_at < 20 ? 1 : 7) {
    SimulatedStorage to(crash_at);
    to.faults.crash_at = crash_at;
    const auto report = copy_log(from, to);
    if (!to.crashed()) {
      EXPECT_TRUE(report.ok());
      break;
    }
    ++crashes;
    EXPECT_FALSE(report.ok());
    to.power_on_at_random();
    const auto back = read_back(to, copied_story());
    // All of it, or nothing that anybody could go on with.
    EXPECT_TRUE(!back.status.ok() || back.last == 0 || back.last == 300)
        << "crash at " << crash_at << " leaves " << back.last;
  }
  EXPECT_GT(crashes, 20U);
  SimulatedStorage full;
  full.faults.capacity = 60'000;
  EXPECT_EQ(copy_log(from, full).status().code(), StatusCode::storage_full);
  EXPECT_TRUE(full.names().empty());
}

TEST(LogCopy, OfALogThatIsBeingWritten) {
  const test::TemporaryDirectory directory;
  auto storage = open_posix_storage(directory.path() + "/log");
  ASSERT_TRUE(storage.value()->lock_writer().ok());
  JournalOptions options = small_options();
  options.threaded = true;
  options.clock_ns = {};
  options.frame_buffers = 8;
  auto journal = open_writer(*storage.value(), options);
  ASSERT_TRUE(journal.ok()) << journal.status().message();
  std::atomic<Sequence> published{0};
  std::atomic<bool> done{false};
  std::thread writer([&] {
    for (Sequence s = 1; s <= copied_story().size() && !done; ++s) {
      if (!journal.value()->append(copied_story().at(s), samples::Story::check(s))) break;
      if (s % 7 != 0) continue;
      journal.value()->seal();
      published.store(journal.value()->publishable());
      std::this_thread::sleep_for(std::chrono::microseconds(300));
    }
    done = true;
  });
  while (published.load() < 20) std::this_thread::yield();
  int copies = 0;
  for (; !done && copies < 12; ++copies) {
    const Sequence least = published.load();
    auto from = open_posix_storage(directory.path() + "/log");
    auto to = open_posix_storage(directory.path() + "/copy" + std::to_string(copies));
    CopyOptions how;
    if (copies % 2 == 0) how.up_to = least;
    const auto report = copy_log(*from.value(), *to.value(), how);
    ASSERT_TRUE(report.ok()) << report.status().message();
    EXPECT_GE(report.value().end.sequence, least);
    EXPECT_TRUE(report.value().live);
    const auto copy = read_back(*to.value(), copied_story());
    EXPECT_TRUE(copy.status.ok()) << copy.status.message();
    EXPECT_EQ(copy.difference, "");
    EXPECT_EQ(copy.last, report.value().end.sequence);
  }
  done = true;
  writer.join();
  EXPECT_GT(copies, 1);
}

}  // namespace
}  // namespace allot
