// Logs that were damaged after they were written: every answer is a clean prefix that no durable
// record is missing from as far as a log can know, or an error that names the place.
#include <gtest/gtest.h>

#include <algorithm>

#include "journal/journal_reader.hpp"
#include "journal/log_driver.hpp"
#include "journal/torn_end.hpp"
#include "simulation/storage.hpp"

namespace allot {
namespace {

using log_driver::open_writer;
using log_driver::read_back;
using log_driver::ReadBack;
using log_driver::small_options;
using log_driver::write_story;
using simulation::Bytes;
using simulation::SimulatedStorage;

const samples::Story& damaged_story() {
  static const samples::Story told(11, 600);
  return told;
}

// Three runs: closed, crashed, and one that still stands open; small enough to damage everywhere.
const SimulatedStorage::Image& three_runs() {
  static const SimulatedStorage::Image image = [] {
    SimulatedStorage disk;
    JournalOptions options = small_options();
    options.prewrite_bytes = log_block_bytes;
    for (Sequence run = 0; run < 3; ++run) {
      auto journal = open_writer(disk, options);
      EXPECT_TRUE(write_story(*journal.value(), damaged_story(), run * 8 + 1, run * 8 + 8, 4));
      if (run != 0) disk.crash();
      journal.value().reset();
      if (run != 0) disk.power_on(0, false);
    }
    return disk.image();
  }();
  return image;
}
constexpr Sequence in_three_runs = 24;
constexpr Sequence before_last_run = 16;

void expect_prefix_or_error(const ReadBack& back, Sequence least, const std::string& where) {
  ASSERT_EQ(back.difference, "") << where;
  if (back.status.ok()) {
    ASSERT_GE(back.last, least) << where;
    ASSERT_LE(back.last, in_three_runs) << where;
  } else {
    ASSERT_TRUE(back.status.code() == StatusCode::corrupt ||
                back.status.code() == StatusCode::truncated ||
                back.status.code() == StatusCode::unsupported ||
                back.status.code() == StatusCode::invalid_argument)
        << where << ": " << back.status.message();
    ASSERT_NE(back.status.message().find(".log"), std::string::npos) << back.status.message();
  }
}

TEST(Damage, ThreeRunsAreWhole) {
  SimulatedStorage disk;
  disk.load(three_runs());
  const auto back = read_back(disk, damaged_story());
  EXPECT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, in_three_runs);
  EXPECT_EQ(back.report.segments, 3U);
}

TEST(Damage, EveryByteTruncationOfEverySegment) {
  SimulatedStorage disk;
  for (const auto& [name, whole] : three_runs()) {
    const bool last = name == three_runs().rbegin()->first;
    for (std::size_t size = 0; size < whole.size(); ++size) {
      disk.load(three_runs());
      disk.file(name).resize(size);
      const auto back = read_back(disk, damaged_story());
      const std::string where = name + " cut to " + std::to_string(size);
      expect_prefix_or_error(back, before_last_run, where);
      // Any cut is seen or has cut off nothing; but for a newest file that was cut to nothing,
      // which is what a writer that dies when it has just made it leaves.
      if (back.status.ok() && (!last || size != 0)) {
        ASSERT_EQ(back.last, in_three_runs) << where;
      }
      if (last && !back.status.ok()) {
        ASSERT_EQ(back.status.code(), StatusCode::truncated) << where;
      }
    }
  }
}

// Bits of padding are alike: of a byte amid zeros one bit is flipped, of every other byte all.
bool amid_zeros(const Bytes& bytes, std::size_t at) {
  const std::size_t first = at < 64 ? 0 : at - 64;
  const std::size_t end = std::min(bytes.size(), at + 64);
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(first),
                     bytes.begin() + static_cast<std::ptrdiff_t>(end),
                     [](std::byte b) { return b == std::byte{0}; });
}

TEST(Damage, EveryFlippedBit) {
  SimulatedStorage disk;
  disk.load(three_runs());
  std::size_t errors = 0;
  for (const auto& [name, whole] : three_runs()) {
    Bytes& bytes = disk.file(name);
    const bool last = name == three_runs().rbegin()->first;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
      if (bit % 8 != (bit / 8) % 8 && amid_zeros(whole, bit / 8)) continue;
      const auto flip = static_cast<std::byte>(1U << (bit % 8));
      bytes[bit / 8] ^= flip;
      const auto back = read_back(disk, damaged_story());
      const std::string where = name + " bit " + std::to_string(bit);
      expect_prefix_or_error(back, before_last_run, where);
      if (!back.status.ok()) ++errors;
      // In an earlier segment a flip is either behind the stated end or an error.
      if (!last && back.status.ok()) {
        ASSERT_EQ(back.last, in_three_runs) << where;
      }
      bytes[bit / 8] ^= flip;
    }
  }
  EXPECT_GT(errors, 20'000U);
}

// Offsets of the frames of a segment, and where the log ends in it.
std::vector<std::size_t> frame_offsets(const Bytes& bytes) {
  std::vector<std::size_t> offsets;
  std::size_t at = log_block_bytes;
  FrameHeader h;
  while (at < bytes.size() &&
         decode_frame_header(std::span{bytes}.subspan(at), h) == HeaderFault::none) {
    offsets.push_back(at);
    at += h.frame_bytes;
  }
  offsets.push_back(at);
  return offsets;
}

SimulatedStorage::Image one_run(Sequence last, bool close) {
  SimulatedStorage disk;
  auto journal = open_writer(disk, small_options());
  EXPECT_TRUE(write_story(*journal.value(), damaged_story(), 1, last));
  if (!close) disk.crash();
  journal.value().reset();
  if (!close) disk.power_on(0, false);
  return disk.image();
}

// Corrupt frame k, for all k: what a later frame proves to have been durable is never dropped.
TEST(Damage, AFrameFollowedByAnotherIsNeverSkipped) {
  const auto image = one_run(60, false);
  const auto offsets = frame_offsets(image.at("0000000001.log"));
  ASSERT_GT(offsets.size(), 10U);
  for (std::size_t k = 0; k + 1 < offsets.size(); ++k) {
    for (const std::size_t inside : {0U, 40U, 300U}) {
      SimulatedStorage disk;
      disk.load(image);
      disk.file("0000000001.log")[offsets[k] + inside] ^= std::byte{4};
      const auto back = read_back(disk, damaged_story());
      if (k + 2 < offsets.size()) {
        ASSERT_EQ(back.status.code(), StatusCode::corrupt) << "frame " << k;
        ASSERT_NE(
            back.status.message().find("0000000001.log: offset " + std::to_string(offsets[k])),
            std::string::npos)
            << back.status.message();
        ASSERT_NE(back.status.message().find("sequence " + std::to_string(k * 5 + 1)),
                  std::string::npos)
            << back.status.message();
      } else {
        ASSERT_TRUE(back.status.ok())
            << "the last frame may have been torn; " << back.status.message();
        ASSERT_EQ(back.last, 55U);
        ASSERT_TRUE(back.tail.torn);
      }
    }
  }
}

TEST(Damage, ALogClosedInGoodOrderKnowsItsLastFrameToo) {
  const auto image = one_run(60, true);
  const auto offsets = frame_offsets(image.at("0000000001.log"));
  SimulatedStorage disk;
  disk.load(image);
  disk.file("0000000001.log")[offsets[offsets.size() - 3] + 300] ^= std::byte{4};
  EXPECT_EQ(read_back(disk, damaged_story()).status.code(), StatusCode::corrupt);
}

// leveldb 203: a run of zeros in the middle was skipped as if nothing had been there.
// What closes a log may be changed or gone. Gone, the log was not closed; changed, that is told,
// and where no write can have left such bytes, that they were changed.
TEST(Damage, AFrameThatClosedALogIsToldFromOneThatIsNotThere) {
  SimulatedStorage disk;
  {
    auto journal = open_writer(disk, small_options());
    ASSERT_TRUE(write_story(*journal.value(), damaged_story(), 1, 8, 4));
    ASSERT_TRUE(journal.value()->close().ok());
  }
  const LogReport closed = verify(disk);
  ASSERT_TRUE(closed.tail.closed);
  const std::size_t frame = closed.tail.bytes - log_block_bytes;
  Bytes& bytes = disk.file("0000000001.log");
  std::size_t certain = 0;
  for (std::size_t at = 0; at < log_block_bytes; ++at) {
    const std::byte was = bytes[frame + at];
    bytes[frame + at] = ~was;
    const LogReport report = verify(disk);
    ASSERT_TRUE(report.ok()) << at << ": " << report.fault.message();
    ASSERT_TRUE(report.tail.torn && !report.tail.closed) << at;
    ASSERT_EQ(report.tail.bytes, frame) << at;
    ASSERT_EQ(report.last_sequence, closed.last_sequence) << at;
    // Its CRCs, sizes, count, flags, time, watermark and chain are any that a frame may have.
    const bool any = (at >= 8 && at < 32) || (at >= 64 && at < 80) || (at >= 112 && at < 128);
    const bool changed = changed_behind_end(disk, report.tail).value();
    ASSERT_EQ(changed, !any && ~was != std::byte{0}) << at;
    certain += changed ? 1U : 0U;
    bytes[frame + at] = was;
  }
  EXPECT_GT(certain, 4'000U);
  std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(frame), log_block_bytes, std::byte{0});
  const LogReport gone = verify(disk);
  EXPECT_TRUE(gone.ok() && !gone.tail.torn && !gone.tail.closed);
}

TEST(Damage, ZeroedFramesInTheMiddleAreAnError) {
  const auto image = one_run(60, false);
  const auto offsets = frame_offsets(image.at("0000000001.log"));
  for (std::size_t first = 0; first + 2 < offsets.size(); ++first) {
    for (std::size_t end = first + 1; end + 1 < offsets.size(); end += 3) {
      SimulatedStorage disk;
      disk.load(image);
      Bytes& bytes = disk.file("0000000001.log");
      std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(offsets[first]),
                bytes.begin() + static_cast<std::ptrdiff_t>(offsets[end]), std::byte{0});
      ASSERT_EQ(read_back(disk, damaged_story()).status.code(), StatusCode::corrupt);
    }
  }
}

// leveldb 1287: a torn log was opened again and appended to, behind the garbage.
TEST(Damage, NothingIsAppendedBehindATornFrame) {
  SimulatedStorage disk;
  disk.load(one_run(50, false));
  auto offsets = frame_offsets(disk.file("0000000001.log"));
  disk.file("0000000001.log")[offsets[offsets.size() - 2] + 200] ^= std::byte{1};
  auto journal = open_writer(disk, small_options());
  ASSERT_TRUE(journal.ok()) << journal.status().message();
  EXPECT_EQ(journal.value()->epoch(), 2U);
  const Bytes torn = disk.file("0000000001.log");
  ASSERT_TRUE(write_story(*journal.value(), damaged_story(), 46, 60));
  journal.value().reset();
  EXPECT_EQ(disk.file("0000000001.log"), torn) << "a damaged segment is never written again";
  auto back = read_back(disk, damaged_story());
  ASSERT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, 60U);
  EXPECT_EQ(back.difference, "");
  // The torn frame turning good again changes nothing: the next segment says where the first ends.
  disk.file("0000000001.log")[offsets[offsets.size() - 2] + 200] ^= std::byte{1};
  back = read_back(disk, damaged_story());
  ASSERT_TRUE(back.status.ok()) << back.status.message();
  EXPECT_EQ(back.last, 60U);
  EXPECT_EQ(back.difference, "");
}

SimulatedStorage::Image many_segments() {
  static const auto image = one_run(600, false);
  return image;
}

// rocksdb 7701: recovery walked past the end of a truncated segment into the next one.
TEST(Damage, ASegmentCutAtAFrameBoundaryIsExposedByItsSuccessor) {
  const auto image = many_segments();
  ASSERT_GT(image.size(), 3U);
  for (const auto& [name, whole] : image) {
    if (name == image.rbegin()->first) continue;
    const auto offsets = frame_offsets(whole);
    for (const std::size_t cut : offsets) {
      if (cut == offsets.back()) continue;
      SimulatedStorage disk;
      disk.load(image);
      disk.file(name).resize(cut);
      const auto back = read_back(disk, damaged_story());
      ASSERT_EQ(back.status.code(), StatusCode::corrupt) << name << " cut at " << cut;
      ASSERT_NE(back.status.message().find(name), std::string::npos) << back.status.message();
      // The other kind of missing: still there in length, but never written.
      disk.load(image);
      Bytes& bytes = disk.file(name);
      std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(cut), bytes.end(), std::byte{0});
      ASSERT_EQ(read_back(disk, damaged_story()).status.code(), StatusCode::corrupt);
    }
  }
}

TEST(Damage, AMissingSegmentIsNamed) {
  const auto image = many_segments();
  for (const auto& [name, whole] : image) {
    if (name == image.rbegin()->first) continue;  // see "What a log cannot know"
    SimulatedStorage disk;
    disk.load(image);
    disk.drop_file(name);
    const auto back = read_back(disk, damaged_story());
    ASSERT_EQ(back.status.code(), StatusCode::corrupt) << name;
    ASSERT_NE(back.status.message().find(name), std::string::npos) << back.status.message();
    ASSERT_EQ(back.last, 0U) << "refused before anything is read";
  }
}

TEST(Damage, SwappedAndDuplicatedSegmentsAreRefused) {
  const auto image = many_segments();
  for (const auto& [one, bytes_of_one] : image) {
    for (const auto& [other, bytes_of_other] : image) {
      if (one == other) continue;
      SimulatedStorage disk;
      disk.load(image);
      disk.put_file(one, bytes_of_other);
      const auto back = read_back(disk, damaged_story());
      ASSERT_EQ(back.status.code(), StatusCode::corrupt);
      ASSERT_NE(back.status.message().find(one), std::string::npos) << back.status.message();
    }
  }
  SimulatedStorage disk;
  disk.load(image);
  disk.put_file(segment_name(image.size() + 1), image.begin()->second);
  EXPECT_EQ(read_back(disk, damaged_story()).status.code(), StatusCode::corrupt);
}

// tigerbeetle 2711: a block written to the wrong place has a good checksum.
TEST(Damage, MisdirectedAndDuplicatedFramesAreRefused) {
  const auto image = one_run(60, false);
  const auto offsets = frame_offsets(image.at("0000000001.log"));
  for (std::size_t to = 0; to < offsets.size(); ++to) {
    for (std::size_t from = 0; from + 1 < offsets.size(); ++from) {
      if (from == to) continue;
      SimulatedStorage disk;
      disk.load(image);
      Bytes& bytes = disk.file("0000000001.log");
      bytes.resize(std::max(bytes.size(), offsets[to] + log_block_bytes));
      std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offsets[from]), log_block_bytes,
                  bytes.begin() + static_cast<std::ptrdiff_t>(offsets[to]));
      const auto back = read_back(disk, damaged_story());
      ASSERT_EQ(back.status.code(), StatusCode::corrupt) << from << " over " << to;
      ASSERT_NE(back.status.message().find("belongs to"), std::string::npos);
    }
  }
}

// rocksdb 12918: bytes of an older log behind the end were replayed as if they continued it.
TEST(Damage, AStaleTailOfAnotherLogIsNotReplayed) {
  SimulatedStorage other;
  const samples::Story another(99, 600);
  {
    auto journal = open_writer(other, small_options());
    ASSERT_TRUE(write_story(*journal.value(), another, 1, 100));
  }
  const Bytes stale = other.file("0000000001.log");
  for (const Sequence last : {5U, 50U, 65U}) {
    SimulatedStorage disk;
    disk.load(one_run(last, false));
    Bytes& bytes = disk.file("0000000001.log");
    const std::size_t end = frame_offsets(bytes).back();
    bytes.resize(std::max(bytes.size(), stale.size()));
    std::copy(stale.begin() + static_cast<std::ptrdiff_t>(end), stale.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(end));
    const auto back = read_back(disk, damaged_story());
    ASSERT_EQ(back.difference, "");
    ASSERT_EQ(back.last, last);
    ASSERT_EQ(back.status.code(), StatusCode::corrupt) << "another history continues here";
    ASSERT_NE(back.status.message().find("another history"), std::string::npos);
  }
}

// etcd 6515, 14114; scylladb 15269, 4982: lengths beyond the file, files of any size.
TEST(Damage, RandomFilesAndLengthsNeverDoHarm) {
  samples::Random random(3);
  const auto image = one_run(30, false);
  for (int i = 0; i < 1'000; ++i) {
    SimulatedStorage disk;
    disk.load(image);
    Bytes& bytes = disk.file("0000000001.log");
    switch (random.below(4)) {
      case 0:  // noise over a range
        for (std::size_t at = random.below(bytes.size()), n = random.below(9'000);
             n > 0 && at < bytes.size(); --n, ++at) {
          bytes[at] = static_cast<std::byte>(random.bits());
        }
        break;
      case 1: bytes.resize(random.below(bytes.size() * 2)); break;
      case 2: disk.put_file("0000000002.log", Bytes(random.below(9'000), std::byte{0x55})); break;
      default: {  // a good checksum over a wild length
        FrameHeader h;
        const std::size_t at = frame_offsets(bytes)[random.below(5)];
        ASSERT_EQ(decode_frame_header(std::span{bytes}.subspan(at), h), HeaderFault::none);
        h.body_bytes = static_cast<std::uint32_t>(random.below(frame_bytes_cap / 8) * 8);
        h.count = static_cast<std::uint32_t>(random.below(h.body_bytes / 16 + 1));
        h.frame_bytes =
            static_cast<std::uint32_t>(frame_bytes_for(h.body_bytes, h.count, h.has_checks));
        Bytes lie(h.frame_bytes);
        seal_frame(h, {}, lie);
        std::copy_n(lie.begin(), frame_header_bytes,
                    bytes.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
    const auto back = read_back(disk, damaged_story());
    ASSERT_EQ(back.difference, "");
    ASSERT_LE(back.last, 30U);
  }
}

TEST(Damage, AnUnknownVersionIsRefusedBeforeAnythingIsRead) {
  SimulatedStorage disk;
  disk.load(many_segments());
  const std::string last = disk.names().back();
  Bytes& bytes = disk.file(last);
  SegmentHeader h;
  ASSERT_EQ(decode_segment_header(bytes, h), HeaderFault::none);
  h.format_version = h.min_reader = log_format_version + 1;
  encode_segment_header(h, std::span{bytes}.first(log_block_bytes));
  // Also when an earlier segment is damaged: the version is what the user has to be told.
  disk.file("0000000001.log")[5'000] ^= std::byte{1};
  const auto back = read_back(disk, damaged_story());
  EXPECT_EQ(back.status.code(), StatusCode::unsupported);
  EXPECT_EQ(back.last, 0U);
  EXPECT_NE(back.status.message().find("format version 3"), std::string::npos);
}

// OpenHFT/Chronicle-Queue 696: a file whose creation a crash cut short.
TEST(Damage, AHalfCreatedSegmentIsLeftBehindAndItsEpochIsNotUsedAgain) {
  // Nothing yet, zeros behind the place of the header, a torn header; a whole block of it, as
  // writers of format 1 left it.
  Bytes torn(8'192);
  std::fill_n(torn.begin(), 1'024, std::byte{0x20});
  for (const Bytes& half :
       {Bytes{}, Bytes(4'608), Bytes(8'192), torn, Bytes(4'096, std::byte{3})}) {
    SimulatedStorage disk;
    disk.load(one_run(50, true));
    disk.put_file("0000000002.log", half);
    disk.put_file("notes.txt", Bytes(3));
    auto journal = open_writer(disk, small_options());
    ASSERT_TRUE(journal.ok()) << journal.status().message();
    EXPECT_EQ(journal.value()->epoch(), 3U);
    ASSERT_TRUE(write_story(*journal.value(), damaged_story(), 51, 60));
    ASSERT_TRUE(journal.value()->close().ok());
    const std::vector<std::string> expected{"0000000001.log", "0000000003.log", "notes.txt"};
    EXPECT_EQ(disk.names(), expected);
    const auto back = read_back(disk, damaged_story());
    ASSERT_TRUE(back.status.ok()) << back.status.message();
    EXPECT_EQ(back.last, 60U);
  }
}

}  // namespace
}  // namespace allot
