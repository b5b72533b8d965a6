#include "journal/torn_end.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "journal/frame.hpp"

namespace allot {
namespace {

// Where the fields of a frame's header begin (docs/journal_format.md, section 3) that every frame
// of one place has alike, and where those begin that may be any.
constexpr std::size_t at_header_crc = 8;
constexpr std::size_t at_shard = 32;
constexpr std::size_t at_base_time = 64;
constexpr std::size_t at_broker_base = 80;
constexpr std::size_t at_chain = 112;

bool is_zero(std::span<const std::byte> bytes) {
  return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
}

bool fits(std::span<const std::byte> seen, std::span<const std::byte> whole, std::size_t from,
          std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (seen[at] != whole[at] && seen[at] != std::byte{0}) return false;
  }
  return true;
}

// Requires: `seen` begins at the end of the log, and holds a block at least.
bool header_fits(const LogTail& tail, const SegmentHeader& segment,
                 std::span<const std::byte> seen) {
  FrameHeader due;
  due.format_version = segment.format_version;
  due.semantics = segment.semantics;
  due.frame_bytes = log_block_bytes;
  due.shard = segment.shard;
  due.epoch = segment.epoch;
  due.segment = segment.segment;
  due.offset = tail.bytes;
  due.first_sequence = tail.last_sequence + 1;
  std::vector<std::byte> whole(log_block_bytes);
  seal_frame(due, tail.chain, whole);
  return fits(seen, whole, 0, at_header_crc) && fits(seen, whole, at_shard, at_base_time) &&
         fits(seen, whole, at_broker_base, at_chain);
}

}  // namespace

Result<bool> changed_behind_end(Storage& storage, const LogTail& tail) {
  auto file = storage.open(segment_name(tail.segment), FileMode::read);
  if (!file.ok()) return file.status();
  std::vector<std::byte> block(log_block_bytes);
  auto got = read_full(*file.value(), 0, block);
  if (!got.ok()) return got.status();
  SegmentHeader segment;
  if (decode_segment_header(block, segment) != HeaderFault::none) return false;
  // Beyond the end of the file is as much to see as where nothing was written yet.
  std::ranges::fill(block, std::byte{0});
  got = read_full(*file.value(), tail.bytes, block);
  if (!got.ok()) return got.status();
  if (!header_fits(tail, segment, block)) return true;
  FrameHeader header;
  if (decode_frame_header(block, header) != HeaderFault::none) return false;
  // Its header is whole, and says where the zeros behind its records begin.
  std::vector<std::byte> frame(header.frame_bytes);
  got = read_full(*file.value(), tail.bytes, frame);
  if (!got.ok()) return got.status();
  const std::size_t used =
      frame_header_bytes + header.body_bytes + (header.has_checks ? header.count * 4UL : 0UL);
  return used < frame.size() && !is_zero(std::span{frame}.subspan(used));
}

}  // namespace allot
