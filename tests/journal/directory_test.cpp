// What becomes of a log whose directory is not left alone: the process changes its own directory,
// somebody renames or deletes the log's, or puts something into it that is no segment.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "allot/journal/posix_storage.hpp"
#include "journal/log_driver.hpp"
#include "journal/temporary_directory.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using log_driver::write_story;

const samples::Story& stored_story() {
  static const samples::Story told(29, 4'000);
  return told;
}

// Runs `body` in a process of its own, for a minute at most. Returns: its exit status, or minus
// the signal that ended it.
int in_process(const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(60);
    ::_exit(body());
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// Opens files until the process may have no more.
std::vector<int> use_up_descriptors() {
  rlimit few{};
  if (::getrlimit(RLIMIT_NOFILE, &few) != 0) ::_exit(100);
  few.rlim_cur = 100;
  if (::setrlimit(RLIMIT_NOFILE, &few) != 0) ::_exit(101);
  std::vector<int> all;
  for (int one = ::open("/dev/null", O_RDONLY); one >= 0; one = ::open("/dev/null", O_RDONLY)) {
    all.push_back(one);
  }
  return all;
}

void give_back(const std::vector<int>& all) {
  for (const int one : all) ::close(one);
}

Sequence last_in(const std::string& directory) {
  auto storage = open_posix_storage(directory);
  if (!storage.ok()) return 0;
  const auto back = read_back(*storage.value(), stored_story());
  EXPECT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.difference, "");
  return back.last;
}

TEST(Directory, ARelativeNameHoldsAfterTheProcessWentElsewhere) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const test::TemporaryDirectory scratch;
    EXPECT_EQ(in_process([&] {
                if (::chdir(scratch.path().c_str()) != 0) return 1;
                auto storage = open_posix_storage("log");
                auto journal = open_writer(*storage.value(), small_options(durability));
                if (!journal.ok()) return 2;
                if (::chdir("/") != 0) return 3;
                if (!write_story(*journal.value(), stored_story(), 1, 2'000)) return 4;
                if (!journal.value()->close().ok()) return 5;
                if (journal.value()->statistics().segments < 3) return 6;
                return read_back(*storage.value(), stored_story()).last == 2'000 ? 0 : 7;
              }),
              0);
    EXPECT_EQ(last_in(scratch.path() + "/log"), 2'000U);
  }
}

TEST(Directory, ARenamedOneIsWrittenOn) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const test::TemporaryDirectory scratch;
    const std::string before = scratch.path() + "/before";
    const std::string after = scratch.path() + "/after";
    auto storage = open_posix_storage(before);
    auto journal = open_writer(*storage.value(), small_options(durability));
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    ASSERT_TRUE(write_story(*journal.value(), stored_story(), 1, 10));
    std::filesystem::rename(before, after);
    EXPECT_TRUE(write_story(*journal.value(), stored_story(), 11, 2'000));
    const Status closed = journal.value()->close();
    EXPECT_TRUE(closed.ok()) << closed.message();
    EXPECT_EQ(last_in(after), 2'000U);
    EXPECT_FALSE(std::filesystem::exists(before));
  }
}

// Everything that is answered after that is in no log that anybody can open.
TEST(Directory, ADeletedOneIsNoticedByTheNextWrite) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    const test::TemporaryDirectory scratch;
    const std::string path = scratch.path() + "/log";
    auto storage = open_posix_storage(path);
    auto journal = open_writer(*storage.value(), small_options(durability));
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    ASSERT_TRUE(write_story(*journal.value(), stored_story(), 1, 10));
    std::filesystem::remove_all(path);
    const Sequence before = journal.value()->durable();
    write_story(*journal.value(), stored_story(), 11, 40);
    EXPECT_TRUE(journal.value()->failed());
    EXPECT_EQ(journal.value()->durable(), before);
    EXPECT_NE(journal.value()->failure().message().find("was deleted"), std::string::npos)
        << journal.value()->failure().message();
    EXPECT_FALSE(journal.value()->close().ok());
  }
}

TEST(Directory, WhatIsNoRegularFileIsRefusedAtOnce) {
  const test::TemporaryDirectory scratch;
  {
    auto storage = open_posix_storage(scratch.path());
    auto journal = open_writer(*storage.value(), small_options());
    ASSERT_TRUE(write_story(*journal.value(), stored_story(), 1, 10));
  }
  const std::string name = scratch.path() + "/0000000002.log";
  const auto refused = [&](const char* what) {
    EXPECT_EQ(in_process([&] {
                auto storage = open_posix_storage(scratch.path());
                const auto tail = recover(*storage.value());
                if (tail.ok()) return 1;
                const bool named = tail.status().message().find(name) != std::string::npos &&
                                   tail.status().message().find("regular") != std::string::npos;
                return named ? 0 : 2;
              }),
              0)
        << what;
  };
  ASSERT_EQ(::mkfifo(name.c_str(), 0644), 0);
  refused("a FIFO");
  std::filesystem::remove(name);
  std::filesystem::create_directory(name);
  refused("a directory");
  std::filesystem::remove(name);
  std::filesystem::create_symlink("/dev/zero", name);
  refused("a device");
}

TEST(Directory, AFileLongerThanAnySegmentIsRefusedAtOnce) {
  const test::TemporaryDirectory scratch;
  {
    auto storage = open_posix_storage(scratch.path());
    auto journal = open_writer(*storage.value(), small_options(Durability::none));
    ASSERT_TRUE(write_story(*journal.value(), stored_story(), 1, 10));
  }
  const std::string name = scratch.path() + "/0000000001.log";
  std::filesystem::resize_file(name, 200'000'000'000);
  EXPECT_EQ(
      in_process([&] {
        auto storage = open_posix_storage(scratch.path());
        const auto tail = recover(*storage.value());
        if (tail.ok()) return 1;
        return tail.status().message().find("longer than any segment") != std::string::npos ? 0 : 2;
      }),
      0);
}

// What was durable went into 0000000000.log, which recovery ignores.
TEST(Directory, ANumberAtTheTopOfItsRangeLosesNothing) {
  for (const char* const name : {"18446744073709551615.log", "9999999999.log"}) {
    const test::TemporaryDirectory scratch;
    auto storage = open_posix_storage(scratch.path());
    {
      auto journal = open_writer(*storage.value(), small_options());
      ASSERT_TRUE(write_story(*journal.value(), stored_story(), 1, 10));
    }
    ASSERT_TRUE(storage.value()->create(name, FileMode::buffered).ok());
    {
      auto journal = open_writer(*storage.value(), small_options());
      if (!journal.ok()) {
        EXPECT_NE(journal.status().message().find(name), std::string::npos)
            << journal.status().message();
        continue;
      }
      ASSERT_TRUE(write_story(*journal.value(), stored_story(), 11, 20));
    }
    EXPECT_EQ(last_in(scratch.path()), 20U) << name;
  }
}

// The system would end the process with SIGXFSZ, or call the write's argument invalid.
TEST(Directory, TheProcessesLimitOnFilesIsSaidByItsName) {
  for (const Durability durability : {Durability::none, Durability::sync}) {
    const test::TemporaryDirectory scratch;
    EXPECT_EQ(in_process([&] {
                auto storage = open_posix_storage(scratch.path());
                auto journal = open_writer(*storage.value(), small_options(durability));
                if (!journal.ok() || !write_story(*journal.value(), stored_story(), 1, 10))
                  return 1;
                const rlimit limit{.rlim_cur = 30'000, .rlim_max = RLIM_INFINITY};
                if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
                write_story(*journal.value(), stored_story(), 11, 500);
                const Status failure = journal.value()->failure();
                if (failure.ok()) return 3;
                return failure.message().find("RLIMIT_FSIZE") != std::string::npos ? 0 : 4;
              }),
              0);
  }
}

// A limit that is there from the start makes segments shorter, and nothing fails.
TEST(Directory, SegmentsStayBelowTheProcessesLimitOnFiles) {
  const test::TemporaryDirectory scratch;
  EXPECT_EQ(in_process([&] {
              const rlimit limit{.rlim_cur = 100'000, .rlim_max = RLIM_INFINITY};
              if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
              auto storage = open_posix_storage(scratch.path());
              JournalOptions options = small_options();
              options.segment_bytes = 1U << 20U;
              auto journal = open_writer(*storage.value(), options);
              if (!journal.ok()) return 2;
              if (!write_story(*journal.value(), stored_story(), 1, 2'000)) return 3;
              return journal.value()->close().ok() ? 0 : 4;
            }),
            0);
  EXPECT_EQ(last_in(scratch.path()), 2'000U);
}

// Nothing was written, so nothing is lost: once there are descriptors again it goes on, but whoever
// waits in the log meanwhile does not wait for ever.
TEST(Directory, AProcessWithoutDescriptorsWaitsForOneAtTheNextSegment) {
  for (const bool threaded : {false, true}) {
    const test::TemporaryDirectory scratch;
    EXPECT_EQ(
        in_process([&] {
          auto storage = open_posix_storage(scratch.path());
          JournalOptions options = small_options();
          options.threaded = threaded;
          options.frame_buffers = 32;  // more than come while a segment is finished
          auto journal = open_writer(*storage.value(), options);
          if (!journal.ok()) return 1;
          const std::vector<int> all = use_up_descriptors();
          Sequence last = 0;
          // Returns: whether there are more, and nothing is wrong.
          const auto put = [&] {
            while (journal.value()->drive()) {
            }
            if (!journal.value()->reserve(encoded_size_max(stored_story().at(last + 1).command))) {
              ::usleep(1'000);
              return !journal.value()->failed();
            }
            ++last;
            if (!journal.value()->append(stored_story().at(last), samples::Story::check(last))) {
              return false;
            }
            if (last % 25 == 0) journal.value()->seal();
            if (threaded) ::usleep(100);
            return last < stored_story().size();
          };
          // Longer than anybody who waits in the log would be left waiting.
          const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
          while (std::chrono::steady_clock::now() < end && put()) {
          }
          if (journal.value()->failed() || last >= stored_story().size()) return 4;
          give_back(all);
          while (put()) {
          }
          if (last < stored_story().size()) return 6;
          return journal.value()->close().ok() ? 0 : 7;
        }),
        0)
        << (threaded ? "threaded" : "driven");
    EXPECT_EQ(last_in(scratch.path()), stored_story().size());
  }
}

// A writer keeps one in hand.
TEST(Directory, OneChangeOfSegmentsNeedsNoDescriptor) {
  const test::TemporaryDirectory scratch;
  EXPECT_EQ(in_process([&] {
              auto storage = open_posix_storage(scratch.path());
              if (!storage.value()->lock_writer().ok()) return 1;
              auto journal = open_writer(*storage.value(), small_options());
              if (!journal.ok()) return 2;
              const std::vector<int> all = use_up_descriptors();
              if (!write_story(*journal.value(), stored_story(), 1, 120)) return 3;
              if (journal.value()->statistics().segments != 2) return 4;
              give_back(all);
              return journal.value()->close().ok() ? 0 : 5;
            }),
            0);
  EXPECT_EQ(last_in(scratch.path()), 120U);
}

TEST(Directory, ClosingWithoutDescriptorsEndsInTime) {
  for (const bool threaded : {false, true}) {
    const test::TemporaryDirectory scratch;
    EXPECT_EQ(
        in_process([&] {
          auto storage = open_posix_storage(scratch.path());
          JournalOptions options = small_options();
          options.threaded = threaded;
          auto journal = open_writer(*storage.value(), options);
          if (!journal.ok()) return 1;
          const std::vector<int> all = use_up_descriptors();
          Sequence last = 0;
          while (journal.value()->reserve(encoded_size_max(stored_story().at(last + 1).command))) {
            ++last;
            if (!journal.value()->append(stored_story().at(last), samples::Story::check(last))) {
              return 2;
            }
            journal.value()->seal();
            while (journal.value()->drive()) {
            }
          }
          const Status closed = journal.value()->close();
          give_back(all);
          return closed.code() == StatusCode::storage_full ? 0 : 3;
        }),
        0)
        << (threaded ? "threaded" : "driven");
    EXPECT_GT(last_in(scratch.path()), 10U);
  }
}

}  // namespace
}  // namespace allot
