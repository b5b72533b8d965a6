// The note of the files that a log took: whatever a crash leaves, one that was written whole is
// there, and what is damaged is no note.
#include "journal/taken_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "simulation/storage.hpp"

namespace allot {
namespace {

using simulation::SimulatedStorage;

TakenFile sample(std::uint64_t n) {
  TakenFile file;
  file.name = "day" + std::to_string(n);
  file.salt = n;
  file.lines = n + 1;
  file.bytes = n + 2;
  file.content = {.low = n + 3, .high = n + 4};
  file.first_line = {.low = n + 5, .high = n + 6};
  file.point = {.sequence = n, .chain = {.low = n + 7, .high = n + 8}};
  return file;
}

TEST(TakenFiles, AreReadAsTheyWereWritten) {
  SimulatedStorage disk;
  EXPECT_TRUE(TakenFiles::read(disk).value().files().empty());
  TakenFiles files;
  for (std::uint64_t n = 1; n <= 100; ++n) files.add(sample(n));
  files.replace(4, sample(200));
  ASSERT_TRUE(files.write(disk).ok());
  ASSERT_TRUE(files.write(disk).ok());
  EXPECT_EQ(disk.names().size(), 1U) << "the one before was removed";
  const TakenFiles again = TakenFiles::read(disk).value();
  EXPECT_TRUE(std::ranges::equal(again.files(), files.files()));
  EXPECT_EQ(again.newest(), sample(200).point);
  EXPECT_FALSE(again.damaged());
}

TEST(TakenFiles, WhatIsTooMuchPushesOutTheOldest) {
  SimulatedStorage disk;
  TakenFiles files;
  for (std::uint64_t n = 0; n < TakenFiles::files_max + 3; ++n) files.add(sample(n));
  TakenFile long_name = sample(1);
  long_name.name = std::string(1000, 'x');
  files.add(long_name);
  ASSERT_TRUE(files.write(disk).ok());
  const TakenFiles again = TakenFiles::read(disk).value();
  ASSERT_EQ(again.files().size(), TakenFiles::files_max);
  EXPECT_EQ(again.files().front(), sample(4));
  EXPECT_EQ(again.files().back().name, std::string(TakenFiles::name_bytes_max, 'x'));
}

TEST(TakenFiles, WhatWasTrueLaterOnlyIsForgotten) {
  TakenFiles files;
  for (std::uint64_t n = 1; n <= 5; ++n) files.add(sample(n));
  files.forget_behind(3);
  EXPECT_EQ(files.files().size(), 3U);
  EXPECT_EQ(files.newest().sequence, 3U);
}

TEST(TakenFiles, ADamagedNoteIsNone) {
  SimulatedStorage disk;
  TakenFiles files;
  files.add(sample(1));
  ASSERT_TRUE(files.write(disk).ok());
  const std::string name = disk.names().front();
  constexpr std::size_t used = 16 + 88 + TakenFiles::name_bytes_max;
  for (std::size_t byte = 0; byte < used; ++byte) {
    disk.file(name)[byte] ^= std::byte{1};
    const TakenFiles read = TakenFiles::read(disk).value();
    EXPECT_TRUE(read.damaged()) << byte;
    EXPECT_TRUE(read.files().empty()) << byte;
    disk.file(name)[byte] ^= std::byte{1};
  }
  EXPECT_FALSE(TakenFiles::read(disk).value().damaged());
}

// Dies at every operation, with every subset of what was not synced.
TEST(TakenFiles, ACrashAtEveryOperationLeavesOneThatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    std::mt19937_64 random(seed);
    SimulatedStorage disk(seed);
    std::uint64_t written = 0;
    for (int life = 0; life < 6; ++life) {
      disk.faults.crash_at = 1 + random() % 23;
      std::uint64_t tried = written;
      {
        Result<TakenFiles> files = TakenFiles::read(disk);
        while (files.ok()) {
          files.value().add(sample(++tried));
          if (!files.value().write(disk).ok()) break;
          written = tried;
        }
      }
      ASSERT_TRUE(disk.crashed());
      disk.power_on_at_random();
      const TakenFiles found = TakenFiles::read(disk).value();
      ASSERT_GE(found.files().size(), written) << "seed " << seed << " life " << life;
      ASSERT_LE(found.files().size(), tried);
      written = found.files().size();
    }
  }
}

}  // namespace
}  // namespace allot
