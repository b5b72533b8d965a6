// The kept position of a consumer: whatever a crash leaves, one is whole and not older than what
// was synced; what is damaged is said.
#include "journal/position_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "journal/byte_order.hpp"
#include "journal/crc32c.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using simulation::SimulatedStorage;

constexpr ConsumerPosition at(Sequence sequence) { return {.sequence = sequence, .epoch = 7}; }

TEST(PositionFile, KeepsWhatItWasGiven) {
  SimulatedStorage disk;
  {
    auto file = PositionFile::open(disk, "mail", at(10));
    ASSERT_TRUE(file.ok()) << file.status().message();
    EXPECT_EQ(file.value()->position(), at(10));
    ASSERT_TRUE(file.value()->keep(at(20)).ok());
    ASSERT_TRUE(file.value()->keep(at(30)).ok());
  }
  auto again = PositionFile::open(disk, "mail", at(0));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again.value()->position(), at(30));
  EXPECT_EQ(PositionFile::names(disk).value(), std::vector<std::string>{"mail"});
  EXPECT_EQ(PositionFile::read(disk, "mail").value(), at(30));
  ASSERT_TRUE(PositionFile::remove(disk, "mail").ok());
  EXPECT_EQ(PositionFile::remove(disk, "mail").code(), StatusCode::not_found);
  EXPECT_TRUE(disk.names().empty());
}

TEST(PositionFile, NamesAreBounded) {
  EXPECT_TRUE(PositionFile::check_name("Mail-2_b").ok());
  EXPECT_TRUE(PositionFile::check_name(std::string(64, 'x')).ok());
  for (const std::string& name : {std::string(), std::string(65, 'x'), std::string("../up"),
                                  std::string("a.b"), std::string("a b"), std::string("a\0b", 3)}) {
    EXPECT_EQ(PositionFile::check_name(name).code(), StatusCode::invalid_argument) << name;
  }
}

// Dies at every operation, with every subset of what was not synced: the position is never lost,
// and never older than the last one that was synced.
TEST(PositionFile, ACrashAtEveryOperationLeavesAWholeOne) {
  std::uint64_t crashes = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::mt19937_64 random(seed);
    SimulatedStorage disk(seed);
    Sequence synced = 0;  // what must be there; 0: it need not have begun
    Sequence kept = 0;
    for (int life = 0; life < 6; ++life) {
      disk.faults.crash_at = 1 + random() % 14;
      {
        auto file = PositionFile::open(disk, "mail", at(1));
        if (file.ok()) {
          const Sequence found = file.value()->position().sequence;
          ASSERT_GE(found, synced) << "seed " << seed << " life " << life;
          ASSERT_LE(found, std::max<Sequence>(kept, 1));
          synced = kept = found;
          while (!disk.crashed()) {
            if (!file.value()->keep(at(kept + 1)).ok()) break;
            ++kept;
            if (random() % 3 != 0) continue;
            if (!file.value()->sync().ok()) break;
            synced = kept;
          }
          ++kept;  // the write that it died in may be there
        } else {
          ASSERT_TRUE(disk.crashed()) << file.status().message();
        }
      }
      if (!disk.crashed()) disk.crash();
      disk.power_on_at_random();
      ++crashes;
      if (synced != 0) {
        const auto position = PositionFile::read(disk, "mail");
        ASSERT_TRUE(position.ok())
            << "seed " << seed << " life " << life << ": " << position.status().message();
        ASSERT_GE(position.value().sequence, synced);
        ASSERT_LE(position.value().sequence, kept);
      }
    }
  }
  EXPECT_EQ(crashes, 1'200U);
}

// The process dies and the machine does not: what was written is there.
TEST(PositionFile, AKillLosesNothingThatWasKept) {
  SimulatedStorage disk;
  auto file = PositionFile::open(disk, "mail", at(1));
  for (Sequence sequence = 2; sequence < 50; ++sequence) {
    ASSERT_TRUE(file.value()->keep(at(sequence)).ok());
    ASSERT_EQ(PositionFile::read(disk, "mail").value(), at(sequence));
    if (sequence % 7 == 0) {
      ASSERT_TRUE(file.value()->sync().ok());
    }
  }
}

TEST(PositionFile, DamageIsAnErrorAndNotANewBeginning) {
  SimulatedStorage disk;
  {
    auto file = PositionFile::open(disk, "mail", at(10));
    ASSERT_TRUE(file.value()->keep(at(20)).ok());
    ASSERT_TRUE(file.value()->sync().ok());
  }
  const SimulatedStorage::Image whole = disk.image();
  const auto expect_damaged = [&](const char* what) {
    const auto file = PositionFile::open(disk, "mail", at(0));
    ASSERT_FALSE(file.ok()) << what;
    EXPECT_EQ(file.status().code(), StatusCode::corrupt) << what;
    EXPECT_NE(file.status().message().find("mail.consumer"), std::string::npos);
    EXPECT_NE(file.status().message().find("forget"), std::string::npos);
  };
  // One block may be damaged: the other one is older, and events come again.
  for (std::size_t i = 4'096; i < 8'192; ++i) {
    disk.load(whole);
    disk.file("mail.consumer")[i] ^= std::byte{1};
    ASSERT_EQ(PositionFile::read(disk, "mail").value(), at(10)) << i;
  }
  for (std::size_t i = 0; i < 4'096; ++i) {
    disk.load(whole);
    disk.file("mail.consumer")[i] ^= std::byte{1};
    ASSERT_EQ(PositionFile::read(disk, "mail").value(), at(20)) << i;
    disk.file("mail.consumer")[4'096 + i] ^= std::byte{1};
    expect_damaged("both");
  }
  for (const std::size_t size : {0U, 1U, 4'095U}) {
    disk.load(whole);
    disk.file("mail.consumer").resize(size);
    expect_damaged("cut");
  }
  disk.load(whole);
  disk.put_file("post.consumer", disk.file("mail.consumer"));
  const auto other = PositionFile::open(disk, "post", at(0));
  ASSERT_FALSE(other.ok());
  EXPECT_NE(other.status().message().find("position of mail"), std::string::npos);
  EXPECT_TRUE(PositionFile::remove(disk, "post").ok()) << "it can be forgotten all the same";
}

// What was synced is not touched before what is written beside it is synced as well.
TEST(PositionFile, WhatWasSyncedStaysWhileMoreIsKept) {
  SimulatedStorage disk;
  auto file = PositionFile::open(disk, "mail", at(10));
  for (Sequence sequence = 20; sequence <= 50; sequence += 10) {
    ASSERT_TRUE(file.value()->keep(at(sequence)).ok());
    ASSERT_TRUE(file.value()->sync().ok());
    for (Sequence more = 1; more <= 3; ++more) {
      ASSERT_TRUE(file.value()->keep(at(sequence + more)).ok());
      const simulation::Bytes whole = disk.file("mail.consumer");
      std::vector<Sequence> left;
      for (const std::size_t block : {std::size_t{0}, std::size_t{4'096}}) {
        disk.file("mail.consumer")[block + 50] ^= std::byte{1};
        left.push_back(PositionFile::read(disk, "mail").value().sequence);
        disk.file("mail.consumer") = whole;
      }
      std::ranges::sort(left);
      EXPECT_EQ(left, (std::vector<Sequence>{sequence, sequence + more}));
    }
  }
}

// A killed process leaves what it wrote to the system, which may still lose it.
TEST(PositionFile, WhatIsFoundIsMadeDurableBeforeTheOtherBlockIsWrittenOver) {
  SimulatedStorage disk;
  {
    auto file = PositionFile::open(disk, "mail", at(10));
    ASSERT_TRUE(file.value()->keep(at(20)).ok());
    EXPECT_NE(disk.unsynced_writes(), 0U);
  }
  auto file = PositionFile::open(disk, "mail", at(0));
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(disk.unsynced_writes(), 0U);
  EXPECT_EQ(file.value()->position(), at(20));
}

TEST(PositionFile, AnotherVersionOfTheFormatIsRefusedAndKept) {
  SimulatedStorage disk;
  ASSERT_TRUE(PositionFile::open(disk, "mail", at(10)).ok());
  simulation::Bytes& bytes = disk.file("mail.consumer");
  bytes[12] = std::byte{2};  // the version; what follows the checksum is covered by it
  store(bytes.data() + 8, crc32c({bytes.data() + 12, 4'096 - 12}));
  const simulation::Bytes later = bytes;
  const auto file = PositionFile::open(disk, "mail", at(0));
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.status().code(), StatusCode::unsupported);
  EXPECT_NE(file.status().message().find("mail.consumer"), std::string::npos);
  EXPECT_EQ(disk.file("mail.consumer"), later);
}

TEST(PositionFile, NamesAreThoseThatAConsumerCanHaveAndThatWereMadeWhole) {
  SimulatedStorage disk;
  ASSERT_TRUE(PositionFile::open(disk, "mail", at(10)).ok());
  ASSERT_TRUE(PositionFile::open(disk, "half", at(10)).ok());
  disk.put_file("half.consumer-making", {});
  disk.put_file("a b.consumer", {});
  disk.put_file(".consumer", {});
  disk.put_file("0000000001.log", {});
  EXPECT_EQ(PositionFile::names(disk).value(), std::vector<std::string>{"mail"});
}

// Half made it is no position, whichever of its two files the crash leaves.
TEST(PositionFile, ACrashWhileOneIsForgottenLeavesItOrNothing) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    for (const bool half_made : {false, true}) {
      for (std::uint64_t operation = 1; operation <= 4; ++operation) {
        SimulatedStorage disk(seed);
        ASSERT_TRUE(PositionFile::open(disk, "mail", at(10)).ok());
        if (half_made) {
          disk.put_file("mail.consumer", {});
          disk.put_file("mail.consumer-making", {});
        }
        disk.faults.crash_at = disk.operations() + operation;
        const bool removed = PositionFile::remove(disk, "mail").ok();
        if (!disk.crashed()) disk.crash();
        disk.power_on(0, seed % 2 == 0);
        const std::vector<std::string> names = PositionFile::names(disk).value();
        if (removed || half_made) {
          EXPECT_TRUE(names.empty()) << "seed " << seed << " operation " << operation;
        }
        for (const std::string& name : names) {
          EXPECT_EQ(PositionFile::read(disk, name).value(), at(10));
        }
        EXPECT_TRUE(PositionFile::open(disk, "mail", at(30)).ok());
      }
    }
  }
}

}  // namespace
}  // namespace allot
