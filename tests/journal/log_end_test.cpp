// Where a log ends: what passes for an end, what does not, and what a host can hold a log to.
#include <gtest/gtest.h>

#include "journal/journal_reader.hpp"
#include "journal/log_driver.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using log_driver::write_story;
using simulation::Bytes;
using simulation::SimulatedStorage;

const samples::Story& ended_story() {
  static const samples::Story told(31, 600);
  return told;
}

constexpr const char* first_file = "0000000001.log";
constexpr std::size_t frame_records = 5;

// A log whose writer was killed: frames of five records, one block each.
SimulatedStorage::Image killed(Durability durability, Sequence last) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, small_options(durability));
  EXPECT_TRUE(write_story(*journal.value(), ended_story(), 1, last, frame_records));
  return disk.image();  // of what the system has, which outlives the process
}

std::size_t frame_at(std::size_t number) { return log_block_bytes * (number + 1); }

// Under `none` no watermark says that a frame was durable, but one that was written later does.
TEST(LogEnd, IntactFramesBehindADamagedOneAreNoEnd) {
  constexpr std::size_t frames = 8;
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const auto image = killed(durability, frames * frame_records);
    for (std::size_t k = 0; k + 1 < frames; ++k) {
      for (const bool wiped : {false, true}) {
        SimulatedStorage disk;
        disk.load(image);
        Bytes& bytes = disk.file(first_file);
        if (wiped) {
          std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(frame_at(k)), log_block_bytes,
                      std::byte{0});
        } else {
          bytes[frame_at(k) + 300] ^= std::byte{4};
        }
        const auto back = read_back(disk, ended_story());
        ASSERT_EQ(back.status.code(), StatusCode::corrupt) << "frame " << k;
        ASSERT_NE(back.status.message().find(std::to_string(frame_at(k))), std::string::npos);
        EXPECT_FALSE(open_writer(disk, small_options(durability)).ok());
      }
    }
  }
}

// Dropping is asked for, counted, and never gives up what is proven to have been durable.
TEST(LogEnd, WhatStandsBehindADamagedFrameIsDroppedOnlyOnRequestAndCounted) {
  constexpr std::size_t frames = 8;
  ReaderOptions drop;
  drop.drop_damaged_end = true;
  for (std::size_t k = 0; k + 1 < frames; ++k) {
    SimulatedStorage disk;
    disk.load(killed(Durability::none, frames * frame_records));
    disk.file(first_file)[frame_at(k) + 300] ^= std::byte{4};
    const auto strict = read_back(disk, ended_story());
    EXPECT_NE(
        strict.status.message().find(std::to_string(frames - k - 1) + " frames with " +
                                     std::to_string((frames - k - 1) * frame_records) + " records"),
        std::string::npos)
        << strict.status.message();
    const auto back = read_back(disk, ended_story(), true, drop);
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.last, k * frame_records);
    EXPECT_TRUE(back.tail.torn);
    EXPECT_EQ(back.tail.dropped_frames, frames - k - 1);
    EXPECT_EQ(back.tail.dropped_records, (frames - k - 1) * frame_records);
    EXPECT_EQ(back.tail.stray_blocks, frames - k);
    auto journal = open_writer(disk, small_options(Durability::none), drop);
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    ASSERT_TRUE(write_story(*journal.value(), ended_story(), back.last + 1, 60));
    ASSERT_TRUE(journal.value()->close().ok());
    // From then on the log says itself where that segment ends.
    const auto after = read_back(disk, ended_story());
    ASSERT_TRUE(after.status.ok()) << after.status.message();
    EXPECT_EQ(after.last, 60U);
    EXPECT_TRUE(after.tail.closed);
    EXPECT_EQ(after.tail.dropped_frames, 0U);
  }
  SimulatedStorage disk;
  disk.load(killed(Durability::sync, frames * frame_records));
  disk.file(first_file)[frame_at(2) + 300] ^= std::byte{4};
  EXPECT_EQ(read_back(disk, ended_story(), true, drop).status.code(), StatusCode::corrupt);
}

// A log whose first file was cut is no new log.
TEST(LogEnd, AFirstFileThatWasCutIsNotThrownAway) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const auto image = killed(durability, 40);
    for (std::size_t size = 1; size < 2 * log_block_bytes; size += size < 8'000 ? 97 : 1) {
      SimulatedStorage disk;
      disk.load(image);
      disk.file(first_file).resize(size);
      const auto back = read_back(disk, ended_story());
      ASSERT_EQ(back.status.code(), StatusCode::truncated) << size << back.status.message();
      ASSERT_NE(back.status.message().find(first_file), std::string::npos);
      ASSERT_FALSE(open_writer(disk, small_options(durability)).ok());
      ASSERT_EQ(disk.names(), std::vector<std::string>{first_file});
    }
  }
}

// Cut anywhere, with or without what stands in the file, and cut on request only.
TEST(LogEnd, ACutNewestFileIsGivenUpOnRequestOnly) {
  ReaderOptions drop;
  drop.drop_damaged_end = true;
  const auto image = killed(Durability::sync, 40);
  for (const std::size_t frames : {0U, 1U, 7U}) {
    for (const std::size_t more : {0U, 100U, 4'000U}) {
      SimulatedStorage disk;
      disk.load(image);
      disk.file(first_file).resize(frame_at(frames) + more);
      EXPECT_EQ(read_back(disk, ended_story()).status.code(), StatusCode::truncated);
      const auto back = read_back(disk, ended_story(), true, drop);
      ASSERT_TRUE(back.status.ok()) << back.status.message();
      EXPECT_EQ(back.last, frames * frame_records);
      EXPECT_TRUE(back.tail.torn);
      EXPECT_FALSE(back.tail.whole_length);
    }
  }
}

// What was published last stands unprotected only as long as the log is busy.
TEST(LogEnd, AnIdleWriterVouchesForItsLastFrame) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    SimulatedStorage disk;
    JournalOptions options = small_options(durability);
    std::int64_t now = 1'000;
    options.clock_ns = [&now] { return now; };
    options.idle_ns = 50;
    auto journal = open_writer(disk, options);
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    const auto idle = [&] {
      journal.value()->hand_over();
      while (journal.value()->drive()) {
      }
    };
    ASSERT_TRUE(write_story(*journal.value(), ended_story(), 1, 10, frame_records));
    const std::uint64_t frames = journal.value()->statistics().frames;
    idle();
    now += 49;
    idle();
    EXPECT_EQ(journal.value()->statistics().frames, frames) << "too early";
    now += 1;
    idle();
    EXPECT_EQ(journal.value()->statistics().frames, frames + 1);
    now += 1'000;
    idle();
    EXPECT_EQ(journal.value()->statistics().frames, frames + 1) << "once is enough";
    auto image = disk.image();
    {
      SimulatedStorage whole;
      whole.load(image);
      const auto back = read_back(whole, ended_story());
      ASSERT_TRUE(back.status.ok()) << back.status.message();
      EXPECT_EQ(back.last, 10U);
      EXPECT_FALSE(back.tail.closed) << "it goes on";
    }
    for (const std::size_t at : {std::size_t{0}, std::size_t{300}}) {
      SimulatedStorage damaged;
      damaged.load(image);
      damaged.file(first_file)[frame_at(1) + at] ^= std::byte{1};
      EXPECT_EQ(read_back(damaged, ended_story()).status.code(), StatusCode::corrupt)
          << "the last frame was published, and something vouches for it";
    }
    ASSERT_TRUE(write_story(*journal.value(), ended_story(), 11, 20, frame_records));
    ASSERT_TRUE(journal.value()->close().ok());
    const auto back = read_back(disk, ended_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.last, 20U);
    EXPECT_TRUE(back.tail.closed);
  }
}

// Also where the frame that closes it has no room in the last segment.
TEST(LogEnd, ALogThatIsClosedSaysSoWhateverItsLength) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    for (Sequence last = 50; last <= 90; last += frame_records) {
      SimulatedStorage disk;
      auto journal = open_writer(disk, small_options(durability));
      ASSERT_TRUE(write_story(*journal.value(), ended_story(), 1, last, frame_records));
      ASSERT_TRUE(journal.value()->close().ok());
      const auto back = read_back(disk, ended_story());
      ASSERT_TRUE(back.status.ok()) << back.status.message();
      EXPECT_EQ(back.last, last);
      EXPECT_TRUE(back.tail.closed) << last;
    }
  }
}

// A host that keeps the last point that it has seen can tell that nothing is missing.
TEST(LogEnd, ALogIsHeldToWhatTheHostHasSeen) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    SimulatedStorage disk;
    std::vector<LogPoint> seen;
    for (int run = 0; run < 3; ++run) {
      auto journal = open_writer(disk, small_options(durability));
      ASSERT_TRUE(journal.ok()) << journal.status().message();
      seen.push_back(journal.value()->point());
      for (int i = 0; i < 20; ++i) {
        const Sequence next = read_back(disk, ended_story()).last + 1;
        ASSERT_TRUE(write_story(*journal.value(), ended_story(), next, next + 4, frame_records));
        seen.push_back(journal.value()->point());
      }
      ASSERT_TRUE(journal.value()->close().ok());
      seen.push_back(journal.value()->point());
      EXPECT_EQ(seen.back().sequence, journal.value()->durable());
    }
    const auto held_to = [&](const LogPoint& point) {
      ReaderOptions options;
      options.at_least = point;
      return recover(disk, options).status().code();
    };
    for (const LogPoint& point : seen) {
      EXPECT_EQ(held_to(point), StatusCode::ok) << point.sequence;
      EXPECT_EQ(held_to({.sequence = point.sequence, .chain = {}}), StatusCode::ok);
      LogPoint other = point;
      other.chain.low ^= 1;
      EXPECT_EQ(held_to(other), StatusCode::corrupt) << point.sequence;
    }
    EXPECT_EQ(held_to({.sequence = 3, .chain = {}}), StatusCode::ok) << "inside a frame";
    EXPECT_EQ(held_to({.sequence = 3, .chain = seen.back().chain}), StatusCode::corrupt);
    // The newest files are gone, as if they had never been.
    const LogPoint last = seen.back();
    disk.drop_file(disk.names().back());
    EXPECT_EQ(held_to(last), StatusCode::truncated);
    EXPECT_EQ(held_to({.sequence = last.sequence, .chain = {}}), StatusCode::truncated);
    for (const std::string& name : disk.names()) disk.drop_file(name);
    EXPECT_EQ(held_to(last), StatusCode::truncated) << "an empty directory is no log either";
    EXPECT_EQ(held_to({}), StatusCode::ok);
  }
}

// Its header names limits, and no record says which they are.
TEST(LogEnd, ALogThatWasKilledBeforeItsFirstRecordMayBeginWithOtherLimits) {
  SimulatedStorage disk;
  {
    auto journal = open_writer(disk, small_options());
  }
  JournalOptions other = small_options();
  Limits limits = log_driver::small_limits();
  limits.skus_max += 1;
  other.limits_hash = limits_hash(limits);
  auto tail = recover(disk);
  ASSERT_TRUE(tail.ok()) << tail.status().message();
  {
    auto journal = JournalWriter::open(disk, other, limits, tail.value());
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    ASSERT_TRUE(write_story(*journal.value(), ended_story(), 1, 10));
  }
  const auto back = read_back(disk, ended_story());
  ASSERT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, 10U);
  // With records it has limits.
  tail = recover(disk);
  EXPECT_EQ(JournalWriter::open(disk, small_options(), log_driver::small_limits(), tail.value())
                .status()
                .code(),
            StatusCode::invalid_argument);
}

}  // namespace
}  // namespace allot
