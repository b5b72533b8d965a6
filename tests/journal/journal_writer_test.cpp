#include "journal/journal_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "journal/journal_reader.hpp"
#include "journal/log_driver.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::small_limits;
using log_driver::small_options;
using log_driver::write_story;
using simulation::SimulatedStorage;

const samples::Story& written_story() {
  static const samples::Story told(7, 2'000);
  return told;
}

TEST(JournalWriter, WritesWhatTheReaderReadsOverManySegments) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    SimulatedStorage disk;
    auto journal = open_writer(disk, small_options(durability));
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    ASSERT_TRUE(write_story(*journal.value(), written_story(), 1, 2'000));
    ASSERT_TRUE(journal.value()->close().ok());
    EXPECT_EQ(journal.value()->durable(), 2'000U);
    const JournalStatistics statistics = journal.value()->statistics();
    const auto back = read_back(disk, written_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.difference, "");
    EXPECT_EQ(back.last, 2'000U);
    EXPECT_TRUE(back.tail.closed);
    EXPECT_FALSE(back.tail.torn);
    EXPECT_GT(back.report.segments, 5U);
    EXPECT_EQ(back.report.segments, statistics.segments);
    EXPECT_EQ(back.report.frames, statistics.frames);
    EXPECT_EQ(back.report.records, statistics.records);
    EXPECT_EQ(back.report.bytes, statistics.bytes);
    EXPECT_EQ(back.report.checks, 2'000U);
    EXPECT_EQ(back.report.durable, 2'000U);
  }
}

// Little at first, as much as a long segment may have in the end.
TEST(JournalWriter, ZerosAheadGrowWithTheSegment) {
  SimulatedStorage disk;
  JournalOptions options = small_options(Durability::sync);
  options.segment_bytes = 4U << 20U;
  options.prewrite_bytes = 256U << 10U;
  auto opened = open_writer(disk, options);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  JournalWriter& journal = *opened.value();
  std::uint64_t most = 0;
  for (Sequence s = 1; s <= 2'000; s += 10) {
    ASSERT_TRUE(write_story(journal, written_story(), s, s + 9));
    const std::uint64_t end = journal.statistics().bytes;
    auto file = disk.open("0000000001.log", FileMode::read);
    const std::uint64_t ahead = file.value()->size().value() - end;
    const std::uint64_t wanted =
        std::min<std::uint64_t>(options.prewrite_bytes, std::max<std::uint64_t>(64U << 10U, end));
    // Half of what is wanted is left before more is written.
    EXPECT_GT(ahead, wanted / 2) << end;
    EXPECT_LE(ahead, wanted + log_block_bytes) << end;
    most = std::max(most, ahead);
  }
  EXPECT_GE(most, options.prewrite_bytes / 2);
  ASSERT_TRUE(journal.close().ok());
}

TEST(JournalWriter, AnEmptyDirectoryIsAnEmptyLog) {
  SimulatedStorage disk;
  const LogReport report = verify(disk);
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(report.tail.last_sequence, 0U);
  EXPECT_EQ(report.tail.next_epoch(), 1U);
  EXPECT_TRUE(disk.names().empty()) << "reading must change nothing";
}

// exchange-core 59: "File already exists" on restart.
TEST(JournalWriter, TenRestartsEachWithNewOrders) {
  SimulatedStorage disk;
  for (std::uint32_t restart = 0; restart < 10; ++restart) {
    auto journal = open_writer(disk, small_options());
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    EXPECT_EQ(journal.value()->epoch(), restart + 1);
    const Sequence first = restart * 100 + 1;
    ASSERT_TRUE(write_story(*journal.value(), written_story(), first, first + 99));
    if (restart % 2 == 0) {
      ASSERT_TRUE(journal.value()->close().ok());
    } else {
      disk.crash();
      journal.value().reset();
      disk.power_on_at_random();
    }
    const auto back = read_back(disk, written_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.last, first + 99);
    EXPECT_EQ(back.difference, "");
    EXPECT_EQ(back.tail.closed, restart % 2 == 0);
  }
}

TEST(JournalWriter, RestartsWithoutASingleRecordAddUpToo) {
  SimulatedStorage disk;
  for (int restart = 0; restart < 30; ++restart) {
    auto journal = open_writer(disk, small_options());
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    disk.crash();
    journal.value().reset();
    disk.power_on(0, false);
  }
  const LogReport report = verify(disk);
  EXPECT_TRUE(report.ok()) << report.fault.message();
  EXPECT_EQ(report.tail.epoch, 30U);
}

TEST(JournalWriter, NothingIsPublishableBeforeItIsDurable) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options(Durability::sync));
  JournalWriter& journal = *opened.value();
  for (Sequence s = 1; s <= 3; ++s) {
    ASSERT_TRUE(journal.append(written_story().at(s), 0));
    EXPECT_EQ(journal.publishable(), 0U);
  }
  EXPECT_FALSE(journal.drive() && journal.publishable() != 0) << "not sealed yet";
  journal.seal();
  EXPECT_EQ(journal.publishable(), 0U);
  EXPECT_TRUE(journal.drive());
  EXPECT_EQ(journal.publishable(), 3U);
  EXPECT_EQ(journal.durable(), 3U);
}

TEST(JournalWriter, AsyncPublishesAtOnceAndWaitsWhenItsBoundIsOver) {
  SimulatedStorage disk;
  std::int64_t now = 0;
  JournalOptions options = small_options(Durability::async);
  options.async_bound_ns = 100;
  options.clock_ns = [&now] { return now; };
  auto opened = open_writer(disk, options);
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(journal.append(written_story().at(1), 0));
  journal.seal();
  EXPECT_EQ(journal.publishable(), 1U);
  EXPECT_EQ(journal.durable(), 0U);
  now = 100;
  journal.seal();
  EXPECT_EQ(journal.durable(), 0U) << "the bound is not over yet";
  now = 101;
  journal.seal();
  EXPECT_EQ(journal.durable(), 1U);
}

TEST(JournalWriter, NoneIsDurableOnceFlushed) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options(Durability::none));
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(write_story(journal, written_story(), 1, 20));
  EXPECT_EQ(journal.publishable(), 20U);
  EXPECT_EQ(journal.written(), 20U);
  EXPECT_EQ(journal.durable(), 0U);
  ASSERT_TRUE(journal.flush().ok());
  EXPECT_EQ(journal.durable(), 20U);
  EXPECT_EQ(disk.unsynced_writes(), 0U);
}

TEST(JournalWriter, GathersWhileTheLastWriteIsUnderWay) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options());
  JournalWriter& journal = *opened.value();
  // Three sealed batches without a write between them become one frame.
  for (Sequence s = 1; s <= 3; ++s) {
    ASSERT_TRUE(journal.append(written_story().at(s), 0));
    journal.seal();
  }
  while (journal.drive()) {
  }
  EXPECT_EQ(journal.statistics().frames, 1U);
  EXPECT_EQ(journal.statistics().records, 3U);
}

TEST(JournalWriter, GathersSmallBatchesWhenAskedToAndFlushesThemAll) {
  SimulatedStorage disk;
  JournalOptions options = small_options(Durability::none);
  options.gather_bytes = 2'000;
  auto opened = open_writer(disk, options);
  JournalWriter& journal = *opened.value();
  std::uint64_t first_frame_at = 0;
  for (Sequence s = 1; s <= 40; ++s) {
    ASSERT_TRUE(journal.append(written_story().at(s), samples::Story::check(s)));
    journal.seal();
    EXPECT_EQ(journal.publishable(), s);
    while (journal.drive()) {
    }
    if (first_frame_at == 0 && journal.statistics().frames != 0) first_frame_at = s;
  }
  EXPECT_GT(first_frame_at, 5U);
  EXPECT_LE(journal.statistics().frames, 4U);
  ASSERT_TRUE(journal.flush().ok());
  EXPECT_EQ(journal.durable(), 40U);
  ASSERT_TRUE(journal.close().ok());
  const auto read = read_back(disk, written_story());
  EXPECT_TRUE(read.status.ok()) << read.status.message();
  EXPECT_EQ(read.difference, "");
  EXPECT_EQ(read.last, 40U);
}

TEST(JournalWriter, AFrameIsLetGoOnceItIsLargeEnoughOrOldEnough) {
  SimulatedStorage disk;
  std::int64_t now = 0;
  JournalOptions options = small_options(Durability::async);
  options.gather_bytes = 400;
  options.gather_ns = 25;
  options.async_bound_ns = 100;
  options.clock_ns = [&now] { return now; };
  auto opened = open_writer(disk, options);
  JournalWriter& journal = *opened.value();
  const auto drive = [&journal] {
    while (journal.drive()) {
    }
    return journal.durable();
  };
  ASSERT_TRUE(journal.append(written_story().at(1), 0));
  EXPECT_FALSE(journal.gathers()) << "not sealed";
  journal.seal();
  EXPECT_TRUE(journal.gathers());
  EXPECT_EQ(journal.publishable(), 1U) << "publishing does not wait for it";
  now = 24;
  ASSERT_TRUE(journal.append(written_story().at(2), 0));
  journal.seal();
  EXPECT_EQ(drive(), 0U) << "neither large nor old";
  now = 25;
  journal.seal();
  EXPECT_FALSE(journal.gathers());
  EXPECT_EQ(drive(), 2U) << "old: its first record counts, not its last";
  Sequence s = 2;
  while (drive() == 2) {
    ++s;
    ASSERT_TRUE(journal.append(written_story().at(s), 0));
    journal.seal();
  }
  EXPECT_GT(s, 5U);
  EXPECT_EQ(journal.durable(), s) << "large, at the same time still";
  EXPECT_EQ(journal.statistics().frames, 2U);
  ASSERT_TRUE(journal.append(written_story().at(s + 1), 0));
  journal.seal();
  EXPECT_EQ(drive(), s);
  journal.hand_over();
  EXPECT_EQ(drive(), s + 1) << "handed over, whatever its size and age";
}

TEST(JournalWriter, AFrameTakenBackStaysAsOldAsItIs) {
  SimulatedStorage disk;
  std::int64_t now = 0;
  JournalOptions options = small_options(Durability::async);
  options.gather_bytes = 4'000;
  options.gather_ns = 25;
  options.async_bound_ns = 100;
  options.clock_ns = [&now] { return now; };
  auto opened = open_writer(disk, options);
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(journal.append(written_story().at(1), 0));
  journal.seal();
  now = 30;
  journal.seal();
  // The writer has not come yet: the frame takes in one more, and is not held for that.
  ASSERT_TRUE(journal.append(written_story().at(2), 0));
  journal.seal();
  EXPECT_FALSE(journal.gathers());
  // The bound is that of the first record; what was held longer than that is written by seal().
  ASSERT_TRUE(journal.append(written_story().at(3), 0));
  now = 101;
  journal.seal();
  EXPECT_EQ(journal.durable(), 3U);
}

TEST(JournalWriter, ARecordKnowsWhetherItWentIntoAnotherFrame) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options());
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(journal.append(written_story().at(1), 0));
  const std::uint64_t first = journal.frame();
  journal.seal();
  ASSERT_TRUE(journal.append(written_story().at(2), 0));
  EXPECT_EQ(journal.frame(), first) << "the writer did not take it";
  journal.seal();
  EXPECT_TRUE(journal.drive());
  ASSERT_TRUE(journal.append(written_story().at(3), 0));
  EXPECT_NE(journal.frame(), first);
  const std::uint64_t second = journal.frame();
  ASSERT_TRUE(journal.append_unchecked(written_story().at(4)));
  EXPECT_NE(journal.frame(), second);
}

TEST(JournalWriter, RecordsWithoutChecksStandInFramesOfTheirOwn) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options());
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(journal.append(written_story().at(1), 11));
  ASSERT_TRUE(journal.append_unchecked(written_story().at(2)));
  ASSERT_TRUE(journal.append(written_story().at(3), 33));
  ASSERT_TRUE(journal.close().ok());
  auto reader = JournalReader::open(disk);
  LogRecord record;
  std::vector<std::pair<bool, std::uint32_t>> checks;
  while (reader.value()->next(record).value()) checks.emplace_back(record.has_check, record.check);
  const std::vector<std::pair<bool, std::uint32_t>> expected{{true, 11}, {false, 0}, {true, 33}};
  EXPECT_EQ(checks, expected);
  EXPECT_EQ(reader.value()->report().frames, 4U);  // with the closing one
}

TEST(JournalWriter, TakesOnlyTheNextSequenceAtATimeThatDoesNotGoBack) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options());
  JournalWriter& journal = *opened.value();
  ASSERT_TRUE(journal.append(written_story().at(1), samples::Story::check(1)));
  EXPECT_FALSE(journal.append(written_story().at(1), 0));
  EXPECT_FALSE(journal.append(written_story().at(3), 0));
  Sequenced early = written_story().at(2);
  early.time = written_story().at(1).time - 1;
  EXPECT_FALSE(journal.append(early, 0));
  EXPECT_TRUE(journal.append(written_story().at(2), samples::Story::check(2)));
  ASSERT_TRUE(journal.close().ok());
  EXPECT_FALSE(journal.append(written_story().at(3), 0)) << "closed";
  const auto back = read_back(disk, written_story());
  EXPECT_EQ(back.difference, "");
  EXPECT_EQ(back.last, 2U);
}

TEST(JournalWriter, AnOrderThatFitsNoFrameIsNotReservedNorTaken) {
  SimulatedStorage disk;
  auto opened = open_writer(disk, small_options());
  std::vector<OrderLine> lines(1'000, {.sku = {1}, .quantity = 1, .price = 1, .shortage = {}});
  Place c;
  c.command_key.low = c.order_key.low = 1;
  c.lines = lines;
  Sequenced in = written_story().at(1);
  in.command = c;
  EXPECT_FALSE(opened.value()->reserve(encoded_size_max(c)));
  EXPECT_FALSE(opened.value()->append(in, 0));
  EXPECT_TRUE(opened.value()->append(written_story().at(1), 0));
}

TEST(JournalWriter, FullDiskIsKnownBeforeASequenceIsGiven) {
  SimulatedStorage disk;
  disk.faults.capacity = 200'000;
  auto opened = open_writer(disk, small_options());
  JournalWriter& journal = *opened.value();
  Sequence s = 0;
  while (s < written_story().size() &&
         journal.reserve(encoded_size_max(written_story().at(s + 1).command))) {
    ASSERT_TRUE(write_story(journal, written_story(), s + 1, s + 1));
    ++s;
  }
  EXPECT_GT(s, 10U);
  EXPECT_LT(s, written_story().size());
  EXPECT_TRUE(journal.failure().ok()) << journal.failure().message();
  EXPECT_EQ(journal.durable(), s) << "everything admitted became durable";
  // Space comes back: so does admission.
  disk.faults.capacity = 10'000'000;
  EXPECT_FALSE(journal.reserve(64));
  while (journal.drive()) {
  }
  EXPECT_TRUE(journal.reserve(64));
  ASSERT_TRUE(journal.close().ok());
  EXPECT_EQ(read_back(disk, written_story()).last, s);
}

TEST(JournalWriter, AFailedWriteOrSyncPoisonsAndIsNeverRetried) {
  for (const Durability durability : {Durability::none, Durability::async, Durability::sync}) {
    for (const bool sync_fails : {false, true}) {
      for (std::uint64_t nth = 1; nth < 40; ++nth) {
        SimulatedStorage disk(nth);
        (sync_fails ? disk.faults.fail_sync_at : disk.faults.fail_write_at) = nth;
        auto opened = open_writer(disk, small_options(durability));
        Sequence published = 0;
        if (opened.ok()) {
          JournalWriter& journal = *opened.value();
          write_story(journal, written_story(), 1, 1'000);
          published = durability == Durability::sync ? journal.publishable() : journal.durable();
          const bool failed = journal.failed();
          const std::uint64_t operations = disk.operations();
          const bool closed = journal.close().ok();
          EXPECT_EQ(closed, !journal.failed());
          if (failed) {
            EXPECT_FALSE(journal.failure().ok());
            EXPECT_FALSE(journal.append(written_story().at(1), 0));
            EXPECT_FALSE(journal.reserve(64));
            EXPECT_EQ(disk.operations(), operations) << "nothing may be written after a failure";
            EXPECT_EQ(journal.durable(), published);
          }
        }
        opened = Status{};
        disk.crash();
        disk.power_on_at_random();
        // Under `none` a machine that dies may keep a frame and lose the one before it.
        ReaderOptions reading;
        reading.drop_damaged_end = durability == Durability::none;
        const auto back = read_back(disk, written_story(), true, reading);
        ASSERT_TRUE(back.status.ok()) << back.status.message();
        ASSERT_EQ(back.difference, "");
        ASSERT_GE(back.last, published) << "fault " << nth;
      }
    }
  }
}

TEST(JournalWriter, BadOptionsAreRefusedByName) {
  SimulatedStorage disk;
  const auto fault = [&](auto change) {
    JournalOptions options = small_options();
    change(options);
    auto opened = JournalWriter::open(disk, options, small_limits(), {});
    EXPECT_FALSE(opened.ok());
    EXPECT_EQ(opened.status().code(), StatusCode::invalid_argument);
    return opened.status().message();
  };
  using O = JournalOptions;
  EXPECT_NE(fault([](O& o) { o.segment_bytes = 4'096; }).find("segment_bytes"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.segment_bytes += 1; }).find("segment_bytes"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.frame_bytes_max = 4'096; }).find("frame_bytes_max"),
            std::string::npos);
  EXPECT_NE(fault([](O& o) { o.frame_bytes_max = 65'536; }).find("segment_bytes - 8,192"),
            std::string::npos);
  EXPECT_NE(fault([](O& o) { o.frame_buffers = 1; }).find("frame_buffers"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.prewrite_bytes = 1; }).find("prewrite_bytes"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.async_bound_ns = 0; }).find("async_bound_ns"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.gather_bytes = 1; }).find("gather_bytes"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.gather_ns = -1; }).find("gather_ns"), std::string::npos);
  const auto gathering = [](O& o) {
    o.durability = Durability::async;
    o.gather_bytes = 1;
    o.gather_ns = o.async_bound_ns / 2 + 1;
  };
  EXPECT_NE(fault(gathering).find("async_bound_ns / 2"), std::string::npos);
  EXPECT_NE(fault([](O& o) { o.durability = static_cast<Durability>(3); }).find("durability"),
            std::string::npos);
  JournalOptions options = small_options();
  Limits limits = small_limits();
  limits.lines_per_order_max = 4'000;
  EXPECT_NE(journal_options_fault(options, limits).find("lines_per_order_max"), std::string::npos);
  EXPECT_EQ(journal_options_fault(JournalOptions{}, Limits{}), "");
  EXPECT_TRUE(disk.names().empty());
}

TEST(JournalWriter, RefusesATailThatIsNotTheLogs) {
  SimulatedStorage disk;
  {
    auto journal = open_writer(disk, small_options());
    ASSERT_TRUE(write_story(*journal.value(), written_story(), 1, 5));
  }
  auto again = JournalWriter::open(disk, small_options(), small_limits(), {});
  ASSERT_FALSE(again.ok());
  EXPECT_NE(again.status().message().find("recover the log again"), std::string::npos);
  JournalOptions other = small_options();
  other.limits_hash = 1;
  EXPECT_NE(open_writer(disk, other).status().message().find("other limits"), std::string::npos);
  other = small_options();
  other.shard = 2;
  EXPECT_NE(open_writer(disk, other).status().message().find("shard"), std::string::npos);
  EXPECT_EQ(verify(disk, {.shard = 2}).fault.code(), StatusCode::invalid_argument);
}

TEST(JournalReader, ReadsAsWellOneByteAtATime) {  // leveldb 1285
  SimulatedStorage disk;
  auto journal = open_writer(disk, small_options());
  ASSERT_TRUE(write_story(*journal.value(), written_story(), 1, 300));
  ASSERT_TRUE(journal.value()->close().ok());
  disk.faults.read_bytes_max = 1;
  const auto back = read_back(disk, written_story());
  ASSERT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, 300U);
  EXPECT_EQ(back.difference, "");
}

TEST(JournalReader, ShowsSegmentsFramesAndRecordsInOrder) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, small_options());
  ASSERT_TRUE(write_story(*journal.value(), written_story(), 1, 300));
  ASSERT_TRUE(journal.value()->close().ok());
  struct Counter : LogVisitor {
    void segment(const SegmentHeader& h, const std::string& file) override {
      EXPECT_EQ(file, segment_name(h.segment));
      ++segments;
    }
    void frame(const FrameHeader& h) override {
      EXPECT_EQ(h.first_sequence, records + 1);
      EXPECT_LT(h.durable, h.first_sequence);
      ++frames;
    }
    void record(const LogRecord& r) override {
      EXPECT_EQ(r.command.sequence, ++records);
      EXPECT_EQ(r.position.segment, segments);
      if (r.position.segment == last.segment) {
        EXPECT_GT(r.position.offset, last.offset);
      }
      last = r.position;
    }
    std::uint64_t segments{}, frames{}, records{};
    LogPosition last;
  } counter;
  const LogReport report = inspect(disk, counter);
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(counter.segments, report.segments);
  EXPECT_EQ(counter.frames, report.frames);
  EXPECT_EQ(counter.records, 300U);
}

}  // namespace
}  // namespace allot
