// Crashes at every operation, in writing and in recovery, on a disk that tears, loses and reorders
// what was not synced. Always: what was published is there, and what is there is a prefix.
#include <gtest/gtest.h>

#include <bit>

#include "journal/log_driver.hpp"
#include "journal/torn_end.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using log_driver::write_story;
using simulation::SimulatedStorage;

const samples::Story& crashed_story() {
  static const samples::Story told(13, 4'000);
  return told;
}

JournalOptions options_for(Durability durability) {
  JournalOptions options = small_options(durability);
  options.prewrite_bytes = log_block_bytes;
  return options;
}

// What may never be lost: under sync what was published, otherwise what was known to be durable.
Sequence promised(const JournalWriter& journal, Durability durability) {
  return durability == Durability::sync ? journal.publishable() : journal.durable();
}

// A machine that dies under `none` may keep a frame and lose the one before it. Going on without
// what stands behind such a hole is the operator's wish, not the library's.
ReaderOptions reading_for(Durability durability) {
  ReaderOptions options;
  options.drop_damaged_end = durability == Durability::none;
  return options;
}

// Only where frames stand behind a hole is a log refused that was told to drop them.
void expect_refused_for_a_hole_only(SimulatedStorage& disk, const log_driver::ReadBack& dropped) {
  const auto strict = read_back(disk, crashed_story());
  ASSERT_EQ(strict.status.ok(), dropped.tail.dropped_frames == 0) << strict.status.message();
  if (strict.status.ok()) {
    ASSERT_EQ(strict.last, dropped.last);
  }
}

class CrashAtEveryOperation : public testing::TestWithParam<Durability> {};

TEST_P(CrashAtEveryOperation, KeepsAPrefixWithAllThatWasPromised) {
  const Durability durability = GetParam();
  std::uint64_t crashes = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    for (std::uint64_t crash_at = 1;; ++crash_at) {
      SimulatedStorage disk(seed * 1'000 + crash_at);
      disk.faults.crash_at = crash_at;
      Sequence kept = 0;
      {
        auto journal = open_writer(disk, options_for(durability), reading_for(durability));
        if (journal.ok()) {
          write_story(*journal.value(), crashed_story(), 1, 500, seed * 2);
          static_cast<void>(journal.value()->close());
          kept = promised(*journal.value(), durability);
        }
      }
      if (!disk.crashed()) break;
      ++crashes;
      disk.power_on_at_random();
      const auto back = read_back(disk, crashed_story(), true, reading_for(durability));
      ASSERT_TRUE(back.status.ok())
          << "seed " << seed << " crash at " << crash_at << ": " << back.status.message();
      if (durability == Durability::none) expect_refused_for_a_hole_only(disk, back);
      ASSERT_EQ(back.difference, "") << "seed " << seed << " crash at " << crash_at;
      ASSERT_FALSE(back.tail.torn && changed_behind_end(disk, back.tail).value())
          << "seed " << seed << " crash at " << crash_at;
      ASSERT_GE(back.last, kept) << "seed " << seed << " crash at " << crash_at;
    }
  }
  EXPECT_GT(crashes, 300U);
}

// Recovery dies as well, again and again; then the log goes on and is read once more.
TEST_P(CrashAtEveryOperation, InRecoveryToo) {
  const Durability durability = GetParam();
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SimulatedStorage disk(seed);
    samples::Random random(seed);
    Sequence kept = 0;
    Sequence last = 0;
    std::uint32_t epoch = 0;
    for (int life = 0; life < 12; ++life) {
      disk.faults.crash_at = 1 + random.below(life % 3 == 0 ? 60 : 8);
      {
        auto journal = open_writer(disk, options_for(durability), reading_for(durability));
        if (journal.ok()) {
          ASSERT_GT(journal.value()->epoch(), epoch) << "an epoch is never used twice";
          epoch = journal.value()->epoch();
          write_story(*journal.value(), crashed_story(), last + 1, last + 300, 1 + random.below(9));
          kept = std::max(kept, promised(*journal.value(), durability));
          if (random.below(4) == 0) disk.crash();
        } else {
          ASSERT_TRUE(disk.crashed()) << journal.status().message();
        }
      }
      if (!disk.crashed()) disk.crash();
      disk.power_on_at_random();
      const auto back = read_back(disk, crashed_story(), true, reading_for(durability));
      ASSERT_TRUE(back.status.ok())
          << "seed " << seed << " life " << life << ": " << back.status.message();
      if (durability == Durability::none) expect_refused_for_a_hole_only(disk, back);
      ASSERT_EQ(back.difference, "") << "seed " << seed << " life " << life;
      ASSERT_FALSE(back.tail.torn && changed_behind_end(disk, back.tail).value())
          << "seed " << seed << " life " << life;
      ASSERT_GE(back.last, kept) << "seed " << seed << " life " << life;
      last = kept = back.last;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Durabilities, CrashAtEveryOperation,
                         testing::Values(Durability::none, Durability::async, Durability::sync));

// Lost and reordered: every subset of the last eight unsynced writes.
TEST(Crash, AllSubsetsOfUnsyncedWrites) {
  for (std::uint64_t keep = 0; keep < 256; ++keep) {
    SimulatedStorage disk(keep + 1);
    auto journal = open_writer(disk, options_for(Durability::none));
    ASSERT_TRUE(write_story(*journal.value(), crashed_story(), 1, 20, 5));
    ASSERT_TRUE(journal.value()->flush().ok());
    ASSERT_TRUE(write_story(*journal.value(), crashed_story(), 21, 60, 5));
    ASSERT_EQ(disk.unsynced_writes(), 8U);
    disk.crash();
    journal.value().reset();
    disk.power_on(keep, true);
    Sequence expected = 20;
    for (std::uint64_t bits = keep; (bits & 1U) != 0; bits >>= 1U) expected += 5;
    const auto back = read_back(disk, crashed_story(), true, reading_for(Durability::none));
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    ASSERT_EQ(back.difference, "");
    ASSERT_EQ(back.last, expected) << "kept " << keep;
    const std::uint64_t behind = keep >> ((expected - 20) / 5);
    ASSERT_EQ(back.tail.torn, behind != 0);
    ASSERT_FALSE(back.tail.torn && changed_behind_end(disk, back.tail).value())
        << "a crash leaves nothing that looks like damage";
    // What is dropped is counted, and dropped only when that was asked for.
    ASSERT_EQ(back.tail.dropped_frames, static_cast<std::uint64_t>(std::popcount(behind)));
    ASSERT_EQ(back.tail.dropped_records, 5 * back.tail.dropped_frames);
    expect_refused_for_a_hole_only(disk, back);
  }
}

// rocksdb 10573: a file was synced, its directory entry was not.
TEST(Crash, ADirectoryEntryIsDurableBeforeAFrameIs) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, options_for(Durability::sync));
  ASSERT_TRUE(write_story(*journal.value(), crashed_story(), 1, 2'000, 5));
  const Sequence published = journal.value()->publishable();
  EXPECT_EQ(published, 2'000U);
  disk.crash();
  journal.value().reset();
  disk.power_on(0, false);
  EXPECT_EQ(read_back(disk, crashed_story()).last, published);
}

// What recovery read from the system's memory is made durable before a header swears to it.
TEST(Crash, RecoverySyncsWhatItFound) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, options_for(Durability::none));
  ASSERT_TRUE(write_story(*journal.value(), crashed_story(), 1, 20, 5));
  // The process dies, the machine does not: a new writer opens on top of unsynced frames.
  auto second = open_writer(disk, options_for(Durability::none));
  ASSERT_TRUE(second.ok()) << second.status().message();
  disk.crash();
  journal.value().reset();
  second.value().reset();
  disk.power_on(0, false);
  const auto back = read_back(disk, crashed_story());
  ASSERT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, 20U);
}

// etcd 2819, 6515: a disk that ran full left a log that could not be opened.
TEST(Crash, AFullDiskLeavesALogThatOpens) {
  for (std::uint64_t capacity = 0; capacity < 120'000; capacity += 1'024) {
    for (const Durability durability : {Durability::none, Durability::sync}) {
      SimulatedStorage disk(capacity + 1);
      disk.faults.capacity = capacity;
      Sequence kept = 0;
      {
        auto journal = open_writer(disk, options_for(durability));
        if (journal.ok()) {
          write_story(*journal.value(), crashed_story(), 1, 500, 5);
          static_cast<void>(journal.value()->close());
          kept = promised(*journal.value(), durability);
          if (journal.value()->failed()) {
            EXPECT_EQ(journal.value()->failure().code(), StatusCode::storage_full);
          }
        } else {
          EXPECT_EQ(journal.status().code(), StatusCode::storage_full);
        }
      }
      disk.crash();
      disk.power_on_at_random();
      auto again = open_writer(disk, options_for(durability), reading_for(durability));
      ASSERT_TRUE(again.ok()) << again.status().message();
      ASSERT_GE(read_back(disk, crashed_story()).last, kept);
    }
  }
}

}  // namespace
}  // namespace allot
