// Reading a log that is being written: what a reader sees half done is no damage.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "allot/journal/posix_storage.hpp"
#include "journal/journal_reader.hpp"
#include "journal/log_driver.hpp"
#include "journal/temporary_directory.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using log_driver::write_story;
using simulation::Bytes;
using simulation::SimulatedStorage;

const samples::Story& followed_story() {
  static const samples::Story told(37, 20'000);
  return told;
}

// Shows one picture of a log until a number of looks were taken, then the next one, as a writer at
// work would. A look is a list, an opening, a size or a read.
class MovingStorage final : public Storage {
 public:
  MovingStorage(SimulatedStorage::Image before, SimulatedStorage::Image after,
                std::uint64_t looks_before)
      : before_(std::move(before)), after_(std::move(after)), looks_before_(looks_before) {}

  [[nodiscard]] std::uint64_t looks() const noexcept { return looks_; }

  Result<std::vector<std::string>> list() override {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : look()) names.push_back(name);
    return names;
  }
  Result<std::unique_ptr<StorageFile>> create(std::string_view, FileMode) override { return no(); }
  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode) override {
    if (!look().contains(std::string(name))) return Status(StatusCode::not_found, "gone");
    return std::unique_ptr<StorageFile>(std::make_unique<File>(*this, std::string(name)));
  }
  Status remove(std::string_view) override { return no(); }
  Status sync_directory() override { return no(); }
  Result<std::uint64_t> free_bytes() override { return std::uint64_t{0}; }
  bool has_writer() override { return looks_ < looks_before_ + 20; }
  [[nodiscard]] std::string place() const override { return "moving"; }

 private:
  class File final : public StorageFile {
   public:
    File(MovingStorage& storage, std::string name) : storage_(storage), name_(std::move(name)) {}
    Status write_at(std::uint64_t, std::span<const std::byte>) override { return no(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> bytes) override {
      const Bytes& from = storage_.look().at(name_);
      if (offset >= from.size()) return std::size_t{0};
      const std::size_t size = std::min(bytes.size(), from.size() - std::size_t{offset});
      std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(offset), size, bytes.begin());
      return size;
    }
    Status sync() override { return no(); }
    Result<std::uint64_t> size() override {
      return std::uint64_t{storage_.look().at(name_).size()};
    }

   private:
    MovingStorage& storage_;
    std::string name_;
  };

  [[nodiscard]] static Status no() { return {StatusCode::io_error, "nobody writes here"}; }
  const SimulatedStorage::Image& look() { return looks_++ < looks_before_ ? before_ : after_; }

  SimulatedStorage::Image before_;
  SimulatedStorage::Image after_;
  std::uint64_t looks_before_;
  std::uint64_t looks_{0};
};

// Pictures of one log while it grows, some of them of a write that is under way.
std::vector<SimulatedStorage::Image> growing(Durability durability) {
  std::vector<SimulatedStorage::Image> pictures;
  SimulatedStorage disk;
  const JournalOptions options = small_options(durability);
  for (Sequence run = 0; run < 2; ++run) {
    auto journal = open_writer(disk, options);
    EXPECT_TRUE(journal.ok()) << journal.status().message();
    for (Sequence s = 1; s <= 30; s += 5) {
      const auto before = disk.image();
      EXPECT_TRUE(write_story(*journal.value(), followed_story(), run * 30 + s, run * 30 + s + 4));
      const auto after = disk.image();
      pictures.push_back(before);
      // Half of what is new is there already.
      auto half = after;
      for (auto& [name, bytes] : half) {
        const auto found = before.find(name);
        const Bytes none;
        const Bytes& was = found == before.end() ? none : found->second;
        for (std::size_t at = 1'024; at < bytes.size(); at += 4'096) {
          for (std::size_t i = at; i < std::min(at + 3'072, bytes.size()); ++i) {
            bytes[i] = i < was.size() ? was[i] : std::byte{0};
          }
        }
      }
      pictures.push_back(half);
    }
    if (run == 0) {
      EXPECT_TRUE(journal.value()->close().ok());
    }
    pictures.push_back(disk.image());
  }
  return pictures;
}

// Whatever a reader sees before and after, at whichever look the log moves on.
TEST(LiveLog, WhatMovesUnderAReaderIsNoDamage) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const auto pictures = growing(durability);
    for (std::size_t first = 0; first < pictures.size(); ++first) {
      for (std::size_t ahead = 1; ahead <= 5 && first + ahead < pictures.size(); ahead += 4) {
        for (std::uint64_t looks = 0;; ++looks) {
          MovingStorage storage(pictures[first], pictures[first + ahead], looks);
          const LogReport report = verify(storage);
          ASSERT_TRUE(report.ok()) << "picture " << first << ", then " << first + ahead << " after "
                                   << looks << " looks: " << report.fault.message();
          ASSERT_FALSE(report.tail.torn) << "what is under way is not torn";
          if (storage.looks() <= looks) break;
        }
      }
    }
  }
}

// A log that is damaged and written is damaged, and the message does not say to restore it.
TEST(LiveLog, DamageUnderAWriterIsSaidAsSuch) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, small_options());
  ASSERT_TRUE(write_story(*journal.value(), followed_story(), 1, 40));
  auto image = disk.image();
  image["0000000001.log"][2 * log_block_bytes + 300] ^= std::byte{1};
  MovingStorage storage(image, image, 10'000'000);
  const auto back = read_back(storage, followed_story());
  EXPECT_EQ(back.status.code(), StatusCode::corrupt);
  EXPECT_TRUE(back.report.live);
  EXPECT_NE(back.status.message().find("is being written"), std::string::npos)
      << back.status.message();
  EXPECT_EQ(back.status.message().find("restore"), std::string::npos) << back.status.message();
}

TEST(LiveLog, AReaderBesideAThreadThatWritesNeverCriesWolf) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const test::TemporaryDirectory directory;
    auto storage = open_posix_storage(directory.path());
    ASSERT_TRUE(storage.value()->lock_writer().ok());
    JournalOptions options = small_options(durability);
    options.threaded = true;
    options.clock_ns = {};
    options.segment_bytes = 512U << 10U;
    options.frame_bytes_max = 64U << 10U;
    options.prewrite_bytes = 128U << 10U;
    auto journal = open_writer(*storage.value(), options);
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    std::atomic<Sequence> published{0};
    std::atomic<bool> done{false};
    std::thread writer([&] {
      for (Sequence s = 1; s <= followed_story().size() && !done; ++s) {
        if (!journal.value()->append(followed_story().at(s), samples::Story::check(s))) break;
        if (s % 7 != 0) continue;
        journal.value()->seal();
        published.store(journal.value()->publishable());
        if (s % 70 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
      done = true;
    });
    int looks = 0;
    while (!done) {
      const Sequence least = durability == Durability::sync ? published.load() : 0;
      auto reading = open_posix_storage(directory.path());
      const LogReport report = verify(*reading.value());
      ++looks;
      EXPECT_TRUE(report.ok()) << "look " << looks << ": " << report.fault.message();
      EXPECT_GE(report.last_sequence, least);
      EXPECT_TRUE(report.live);
      EXPECT_FALSE(report.tail.torn);
      if (testing::Test::HasFailure()) break;
    }
    done = true;
    writer.join();
    EXPECT_GT(looks, 5);
  }
}

}  // namespace
}  // namespace allot
