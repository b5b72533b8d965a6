// Any bytes as the files of a log: read to an end or to an error, without harm; and a log that
// reads well can be gone on with.
//
// The first byte says how many files the rest is cut into, and whether the first one gets good
// checksums over whatever it says: no random change would ever get past a checksum by itself.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "journal/journal_reader.hpp"
#include "journal/journal_writer.hpp"
#include "simulation/storage.hpp"

namespace {

using allot::simulation::Bytes;
using allot::simulation::SimulatedStorage;

// Gives a segment header and frames good checksums over whatever they say.
void mend(Bytes& file, std::uint64_t number) {
  if (file.size() < 2 * allot::log_block_bytes) file.resize(2 * allot::log_block_bytes);
  const auto block = std::span{file}.first(allot::log_block_bytes);
  allot::SegmentHeader segment;
  segment.epoch = 1;
  segment.segment = number;
  segment.first_sequence = 1;
  allot::encode_segment_header(segment, block);
  allot::LogChain chain = allot::segment_chain(block);
  allot::Sequence next = 1;
  std::size_t at = allot::log_block_bytes;
  while (at + allot::log_block_bytes <= file.size()) {
    const std::byte* body = file.data() + at + allot::frame_header_bytes;
    allot::FrameHeader frame;
    std::uint16_t shape[2];
    std::memcpy(shape, file.data() + at, sizeof shape);
    frame.body_bytes = shape[0] / 8U * 8U;
    frame.count = std::min<std::uint32_t>(shape[1], frame.body_bytes / 16);
    if (frame.count == 0) frame.body_bytes = 0;
    frame.has_checks = (static_cast<unsigned>(*body) & 1U) != 0;
    frame.frame_bytes = static_cast<std::uint32_t>(
        allot::frame_bytes_for(frame.body_bytes, frame.count, frame.has_checks));
    if (frame.frame_bytes > file.size() - at) return;
    frame.epoch = 1;
    frame.segment = number;
    frame.offset = at;
    frame.first_sequence = next;
    frame.durable = next - 1;
    allot::seal_frame(frame, chain, std::span{file}.subspan(at, frame.frame_bytes));
    chain = frame.chain;
    next += frame.count;
    at += frame.frame_bytes;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > (1U << 18U)) return 0;
  SimulatedStorage disk;
  const std::uint64_t files = 1 + data[0] % 3;
  const bool mended = (data[0] & 0x80U) != 0;
  const auto bytes = std::as_bytes(std::span{data + 1, size - 1});
  const std::size_t each = bytes.size() / files + 1;
  for (std::uint64_t number = 1; number <= files; ++number) {
    const std::size_t first = std::min(bytes.size(), each * (number - 1));
    const auto part = bytes.subspan(first, std::min(each, bytes.size() - first));
    Bytes file(part.begin(), part.end());
    if (mended && number == 1) mend(file, number);
    disk.put_file(allot::segment_name(number), std::move(file));
  }
  const allot::LogReport report = allot::verify(disk);
  if (!report.ok()) {
    if (report.fault.message().empty()) std::abort();
    return 0;
  }
  allot::JournalOptions options;
  options.limits_hash = report.tail.limits_hash;
  options.segment_bytes = allot::segment_bytes_least;
  options.frame_bytes_max = 16'384;
  options.frame_buffers = 2;
  options.prewrite_bytes = 4'096;
  options.threaded = false;
  allot::Limits limits;
  limits.lines_per_order_max = 300;
  auto journal = allot::JournalWriter::open(disk, options, limits, report.tail);
  if (!journal.ok()) std::abort();
  allot::Sequenced in;
  in.sequence = report.tail.last_sequence + 1;
  in.time = report.tail.last_time;
  in.command = allot::Advance{};
  if (!journal.value()->append(in, 1) || !journal.value()->close().ok()) std::abort();
  const allot::LogReport after = allot::verify(disk);
  if (!after.ok() || after.records != report.records + 1) std::abort();
  return 0;
}
