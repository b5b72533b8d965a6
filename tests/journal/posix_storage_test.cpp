// The journal on a real disk, with its thread. Run under TSan too.
#include "allot/journal/posix_storage.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "journal/frame_ring.hpp"
#include "journal/log_driver.hpp"
#include "journal/temporary_directory.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_options;
using test::TemporaryDirectory;

const samples::Story& threaded_story() {
  static const samples::Story told(17, 20'000);
  return told;
}

JournalOptions threaded(Durability durability) {
  JournalOptions options = small_options(durability);
  options.threaded = true;
  options.clock_ns = {};
  options.segment_bytes = 1U << 20U;
  options.frame_bytes_max = 64U << 10U;
  options.prewrite_bytes = 256U << 10U;
  return options;
}

TEST(PosixStorage, FilesAreWhatTheInterfaceSays) {
  const TemporaryDirectory directory;
  const std::string path = directory.path() + "/log";
  auto opened = open_posix_storage(path);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  Storage& storage = *opened.value();
  EXPECT_EQ(storage.place(), path);
  EXPECT_TRUE(storage.list().value().empty());
  EXPECT_GT(storage.free_bytes().value(), 0U);
  const AlignedBytes block = aligned_bytes(log_block_bytes);
  block[7] = std::byte{9};
  for (const FileMode mode : {FileMode::buffered, FileMode::durable}) {
    const std::string name = mode == FileMode::durable ? "durable" : "buffered";
    auto file = storage.create(name, mode);
    ASSERT_TRUE(file.ok()) << file.status().message();
    ASSERT_TRUE(file.value()->write_at(4'096, {block.get(), log_block_bytes}).ok());
    ASSERT_TRUE(file.value()->sync().ok());
    EXPECT_EQ(file.value()->size().value(), 8'192U);
    auto again = storage.open(name, FileMode::read);
    std::vector<std::byte> bytes(10'000);
    EXPECT_EQ(read_full(*again.value(), 0, bytes).value(), 8'192U);
    EXPECT_EQ(bytes[4'096 + 7], std::byte{9});
    EXPECT_EQ(again.value()->read_at(8'192, bytes).value(), 0U);
    const auto exists = storage.create(name, mode);
    ASSERT_FALSE(exists.ok());
    EXPECT_NE(exists.status().message().find(path + "/" + name), std::string::npos);
    EXPECT_NE(exists.status().message().find("File exists"), std::string::npos);
    EXPECT_FALSE(again.value()->write_at(0, {block.get(), log_block_bytes}).ok());
  }
  ASSERT_TRUE(storage.sync_directory().ok());
  ASSERT_TRUE(storage.remove("durable").ok());
  EXPECT_EQ(storage.open("durable", FileMode::read).status().code(), StatusCode::not_found);
  EXPECT_FALSE(storage.remove("durable").ok());
}

TEST(PosixStorage, BadDirectoriesAreNamed) {
  EXPECT_EQ(open_posix_storage("").status().code(), StatusCode::invalid_argument);
  const auto missing = open_posix_storage("/no/such/parent/log");
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.status().message().find("/no/such/parent/log"), std::string::npos);
  EXPECT_FALSE(open_posix_storage("/dev/null").ok());
}

TEST(PosixStorage, ANameWithAZeroByteInsideMakesNoDirectory) {
  const TemporaryDirectory scratch;
  const std::string cut = scratch.path() + "/cut";
  const auto opened = open_posix_storage(cut + std::string("\0here", 5));
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.status().code(), StatusCode::invalid_argument);
  EXPECT_FALSE(std::filesystem::exists(cut));
}

TEST(PosixStorage, ThreadedWriterKeepsEverythingInEveryMode) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    const TemporaryDirectory directory;
    auto storage = open_posix_storage(directory.path());
    ASSERT_TRUE(storage.ok()) << storage.status().message();
    JournalOptions options = threaded(durability);
    std::atomic<std::uint64_t> calls{0};
    options.on_progress = [&calls] { calls.fetch_add(1); };
    for (Sequence run = 0; run < 2; ++run) {
      auto opened = open_writer(*storage.value(), options);
      ASSERT_TRUE(opened.ok()) << opened.status().message();
      JournalWriter& journal = *opened.value();
      const Sequence first = run * 10'000 + 1;
      // A publisher on a thread of its own: what it sees only grows, and never runs ahead.
      std::atomic<Sequence> appended{first - 1};
      std::thread publisher([&] {
        Sequence before = first - 1;
        while (before < first + 9'999 && !journal.failed()) {
          const std::uint32_t seen = journal.progress();
          const Sequence durable = journal.durable();
          EXPECT_GE(durable, before);
          EXPECT_LE(durable, appended.load());
          EXPECT_LE(durable, journal.written());
          before = durable;
          if (before < first + 9'999) journal.wait_progress(seen);
        }
      });
      for (Sequence s = first; s < first + 10'000; ++s) {
        appended.store(s);
        ASSERT_TRUE(journal.reserve(encoded_size_max(threaded_story().at(s).command)));
        ASSERT_TRUE(journal.append(threaded_story().at(s), samples::Story::check(s)));
        if (s % 13 == 0) journal.seal();
      }
      ASSERT_TRUE(journal.flush().ok());
      publisher.join();
      EXPECT_EQ(journal.durable(), first + 9'999);
      EXPECT_EQ(journal.publishable(), first + 9'999);
      ASSERT_TRUE(journal.close().ok());
      EXPECT_EQ(journal.statistics().records, 10'000U);
    }
    EXPECT_GT(calls.load(), 2U);
    const auto back = read_back(*storage.value(), threaded_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.difference, "");
    EXPECT_EQ(back.last, 20'000U);
  }
}

TEST(PosixStorage, AnIdleWriterTakesTheLastBatchByItself) {
  const TemporaryDirectory directory;
  auto storage = open_posix_storage(directory.path());
  auto opened = open_writer(*storage.value(), threaded(Durability::sync));
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  JournalWriter& journal = *opened.value();
  for (Sequence s = 1; s <= 200; ++s) {
    ASSERT_TRUE(journal.append(threaded_story().at(s), samples::Story::check(s)));
    journal.seal();
  }
  // Nobody calls the writer any more, and all of it still becomes durable.
  while (journal.durable() < 200) {
    const std::uint32_t seen = journal.progress();
    if (journal.durable() < 200) journal.wait_progress(seen);
  }
  EXPECT_LT(journal.statistics().frames, 201U);
}

// kill -9 at any moment: what the dead process had told us under sync is in the log.
TEST(PosixStorage, KilledProcessLosesNothingItPublished) {
  samples::Random random(23);
  const TemporaryDirectory directory;
  Sequence last = 0;
  for (int life = 0; life < 12 && last + 2'000 < threaded_story().size(); ++life) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto storage = open_posix_storage(directory.path());
      auto opened = open_writer(*storage.value(), threaded(Durability::sync));
      if (!opened.ok()) ::_exit(1);
      JournalWriter& journal = *opened.value();
      Sequence told = last;
      for (Sequence s = last + 1; s <= threaded_story().size(); ++s) {
        if (!journal.append(threaded_story().at(s), samples::Story::check(s))) ::_exit(2);
        if (s % 3 == 0) journal.seal();
        if (const Sequence now = journal.publishable(); now != told) {
          told = now;
          if (::write(pipe_ends[1], &told, sizeof told) != sizeof told) ::_exit(3);
        }
      }
      ::_exit(0);
    }
    ::close(pipe_ends[1]);
    Sequence told = last;
    for (std::uint64_t reports = 1 + random.below(40); reports > 0; --reports) {
      if (::read(pipe_ends[0], &told, sizeof told) != sizeof told) break;
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    while (::read(pipe_ends[0], &told, sizeof told) == sizeof told) {
    }
    ::close(pipe_ends[0]);
    ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "exit " << WEXITSTATUS(status);
    auto storage = open_posix_storage(directory.path());
    const auto back = read_back(*storage.value(), threaded_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    ASSERT_EQ(back.difference, "");
    ASSERT_GE(back.last, told);
    last = back.last;
  }
  EXPECT_GT(last, 0U);
}

}  // namespace
}  // namespace allot
