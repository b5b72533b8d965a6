// A log keeps the semantics that it began with: a newer engine goes on with it as the old one did.
#include <gtest/gtest.h>

#include <array>

#include "allot/engine.hpp"
#include "allot/intake/body_hash.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/memory_storage.hpp"
#include "journal/journal_reader.hpp"
#include "journal/journal_writer.hpp"
#include "journal/record_codec.hpp"

namespace allot {
namespace {

using test::MemoryStorage;

constexpr TimeNs day = 86'400'000'000'000;
constexpr TimeNs opening = 20'000 * day;
constexpr Semantics older{2};

Limits limits_of(Semantics semantics) {
  Limits limits = test::small_limits();
  limits.time_source = TimeSource::host;
  limits.max_step_ns = semantics.max_step_default_ns();
  return limits;
}

Receive receipt(std::uint64_t key) {
  return {.command_key = {.low = key, .high = 9}, .sku = {1}, .node = {1}, .quantity = 5};
}

// Logs one step of `core`, as the library of that semantics would have.
void log_step(Core& core, JournalWriter& journal, const Command& command, TimeNs time,
              bool too_far = false) {
  static Outcome outcome(Core::step_events_max(limits_of({})));
  Sequenced in{core.last_sequence() + 1, time, too_far, body_hash(command), command};
  core.apply(in, outcome);
  ASSERT_TRUE(journal.reserve(4'096));
  ASSERT_TRUE(journal.append(in, core.outcome_check(outcome)));
}

std::unique_ptr<JournalWriter> open_journal(Storage& storage, const Limits& limits,
                                            const LogTail& tail) {
  JournalOptions options;
  options.durability = Durability::sync;
  options.limits_hash = limits_hash(limits);
  options.segment_bytes = 1U << 20U;
  options.frame_bytes_max = 1U << 19U;
  return std::move(JournalWriter::open(storage, options, limits, tail).value());
}

// Effects: begins a log of `semantics`, with a shop and a receipt whose time is too far ahead.
// Returns: the digest of its end.
Digest begin_log(Storage& storage, Semantics semantics) {
  const Limits limits = limits_of(semantics);
  Core core(limits, semantics);
  LogTail empty;
  empty.semantics = semantics;
  const auto journal = open_journal(storage, limits, empty);
  log_step(core, *journal, Start{.limits = limits}, 0);
  for (const Command& command : test::opening_commands(1, 10)) {
    log_step(core, *journal, command, opening);
  }
  log_step(core, *journal, receipt(1), opening, true);
  EXPECT_TRUE(journal->close().ok());
  return core.digest();
}

EngineOptions options_on(Storage& storage) {
  EngineOptions options;
  options.storage = &storage;
  options.durability = Durability::sync;
  options.segment_bytes = 1U << 20U;
  return options;
}

// Gathers the semantics of every header.
struct Headers final : LogVisitor {
  void segment(const SegmentHeader& header, const std::string&) override {
    segments.push_back(header.semantics.version());
  }
  void frame(const FrameHeader& header) override { frames.push_back(header.semantics.version()); }
  std::vector<std::uint16_t> segments;
  std::vector<std::uint16_t> frames;
};

class OldLog : public ::testing::TestWithParam<std::uint16_t> {};

// Receipts that are too far ahead: refused by the semantics before 3, recorded since.
TEST_P(OldLog, GoesOnByTheSemanticsThatItBeganWith) {
  const Semantics semantics(GetParam());
  const bool records = semantics.version() >= 3;
  MemoryStorage storage;
  const Digest begun = begin_log(storage, semantics);
  auto report = replay(storage);
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, begun);
  EXPECT_EQ(report.value().semantics, semantics);
  Digest ended;
  {
    EngineOptions options = options_on(storage);
    options.limits = limits_of({});  // a host that leaves max_step_ns at its default of today
    auto engine = Engine::open(options);
    ASSERT_TRUE(engine.ok()) << engine.status().message();
    EXPECT_EQ(engine.value()->limits(), limits_of(semantics));
    Producer producer = std::move(engine.value()->open_producer().value());
    ASSERT_TRUE(producer.submit(receipt(2), opening + 500 * day).ok());
    ASSERT_TRUE(engine.value()->wait_idle().ok());
    std::array<Answer, 2> answers;
    ASSERT_EQ(producer.poll_answers(answers), 1U);
    EXPECT_EQ(answers[0].reason, records ? Reason::ok : Reason::step_too_large);
    EXPECT_EQ(engine.value()->availability(SkuId{1}, NodeId{1})->available, records ? 20U : 10U);
    ASSERT_TRUE(engine.value()->stop().ok());
    ended = engine.value()->digest();
  }
  report = replay(storage);
  ASSERT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report.value().digest, ended);
  Headers headers;
  ASSERT_TRUE(inspect(storage, headers).ok());
  EXPECT_EQ(headers.segments, std::vector(2, semantics.version()));
  EXPECT_EQ(headers.frames, std::vector(headers.frames.size(), semantics.version()));
}

INSTANTIATE_TEST_SUITE_P(Known, OldLog,
                         ::testing::Range(Semantics::oldest,
                                          static_cast<std::uint16_t>(Semantics::newest + 1)));

TEST(Semantics, ANewLogHasTheNewest) {
  MemoryStorage storage;
  EngineOptions options = options_on(storage);
  options.limits = limits_of({});
  {
    const auto engine = std::move(Engine::open(options).value());
  }
  Headers headers;
  ASSERT_TRUE(inspect(storage, headers).ok());
  ASSERT_FALSE(headers.segments.empty());
  EXPECT_EQ(headers.segments[0], Semantics::newest);
  EXPECT_EQ(headers.frames[0], Semantics::newest);
}

TEST(Semantics, NoCoreDecidesByAnotherThatItDoesNotKnow) {
  EXPECT_THROW(Core(test::small_limits(), Semantics(Semantics::oldest - 1)), std::invalid_argument);
  EXPECT_THROW(Core(test::small_limits(), Semantics(Semantics::newest + 1)), std::invalid_argument);
}

TEST(Semantics, ALogHasOne) {
  MemoryStorage storage;
  (void)begin_log(storage, older);
  LogTail tail = recover(storage).value();
  tail.semantics = Semantics{};
  ASSERT_TRUE(open_journal(storage, limits_of(older), tail)->close().ok());
  const auto recovered = recover(storage);
  ASSERT_FALSE(recovered.ok());
  EXPECT_EQ(recovered.status().code(), StatusCode::corrupt);
  EXPECT_NE(recovered.status().message().find("semantics differ"), std::string::npos)
      << recovered.status().message();
}

TEST(Semantics, ASegmentHasOne) {
  MemoryStorage storage;
  (void)begin_log(storage, older);
  auto file = std::move(storage.open("0000000001.log", FileMode::buffered).value());
  std::vector<std::byte> block(log_block_bytes);
  ASSERT_EQ(file->read_at(0, block).value(), block.size());
  const LogChain before = segment_chain(block);
  ASSERT_EQ(file->read_at(log_block_bytes, block).value(), block.size());
  FrameHeader header;
  ASSERT_EQ(decode_frame_header(block, header), HeaderFault::none);
  std::vector<std::byte> frame(header.frame_bytes);
  ASSERT_EQ(file->read_at(log_block_bytes, frame).value(), frame.size());
  header.semantics = Semantics{};
  seal_frame(header, before, frame);
  ASSERT_TRUE(file->write_at(log_block_bytes, frame).ok());
  const auto recovered = recover(storage);
  ASSERT_FALSE(recovered.ok());
  EXPECT_EQ(recovered.status().code(), StatusCode::corrupt) << recovered.status().message();
}

}  // namespace
}  // namespace allot
