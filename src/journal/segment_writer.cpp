#include "journal/segment_writer.hpp"

#include <algorithm>
#include <cstring>

namespace allot {

SegmentWriter::SegmentWriter(Storage& storage, const JournalOptions& options, const LogTail& tail)
    : storage_(storage),
      options_(options),
      epoch_(tail.next_epoch()),
      semantics_(tail.semantics),
      file_(storage_, options_),
      reached_{.written = tail.last_sequence,
               .durable = tail.last_sequence,
               .vouched = tail.last_sequence,
               .point = {.sequence = tail.last_sequence, .chain = tail.chain}},
      last_time_(tail.last_time),
      block_(aligned_bytes(log_block_bytes)) {}

Status SegmentWriter::begin(const LogTail& tail) {
  if (tail.segment != 0) {
    // What recovery read may still be only in the system's memory; the new segment's header will
    // swear that it is on disk.
    auto last = storage_.open(segment_name(tail.segment), FileMode::buffered);
    if (!last.ok()) return last.status();
    if (Status status = last.value()->sync(); !status.ok()) return status;
  }
  chain_ = tail.chain;
  const Predecessor last{.number = tail.segment, .epoch = tail.epoch, .bytes = tail.bytes};
  if (Status status = begin_segment(tail.newest_number + 1, last); !status.ok()) return status;
  for (const std::string& name : tail.abandoned) {
    if (Status status = storage_.remove(name); !status.ok()) return status;
  }
  if (!tail.abandoned.empty()) {
    if (Status status = storage_.sync_directory(); !status.ok()) return status;
  }
  return refresh_space();
}

// chain_ is still that of the segment before, all of which is durable.
Status SegmentWriter::begin_segment(std::uint64_t number, const Predecessor& before) {
  SegmentHeader header;
  header.semantics = semantics_;
  header.shard = options_.shard;
  header.epoch = epoch_;
  header.segment = number;
  header.first_sequence = reached_.written + 1;
  header.limits_hash = options_.limits_hash;
  header.predecessor = before.number;
  header.predecessor_epoch = before.epoch;
  header.predecessor_sequence = reached_.written;
  header.predecessor_bytes = before.bytes;
  header.predecessor_chain = chain_;
  header.prewritten = file_.prewrites();
  encode_segment_header(header, {block_.get(), log_block_bytes});
  if (Status status = file_.make(number, block_.get()); !status.ok()) return status;
  segment_ = number;
  chain_ = segment_chain({block_.get(), log_block_bytes});
  reached_.vouched = reached_.written;
  ++statistics_.segments;
  statistics_.bytes += log_block_bytes;
  return {};
}

Result<bool> SegmentWriter::ready_for(const FrameBuffer& buffer) {
  return ready_for_bytes(frame_bytes_for(buffer.used, buffer.count, buffer.has_checks));
}

Result<bool> SegmentWriter::ready_for_bytes(std::uint64_t frame_bytes) {
  if (file_.has_room(frame_bytes)) return true;
  if (segment_ == segment_number_max) {
    return Status{StatusCode::invalid_argument,
                  storage_.place() + ": no segment can follow " + segment_name(segment_)};
  }
  // The next header will swear to this segment's last sequence: under `none` too it has to be on
  // disk first, or a crash could leave a log that recovery must refuse.
  if (Status status = sync(); !status.ok()) return status;
  const std::uint64_t made_before = file_.made();
  Status status =
      begin_segment(segment_ + 1, {.number = segment_, .epoch = epoch_, .bytes = file_.offset()});
  if (status.ok()) return true;
  // No file came to be: nothing has changed, and the same may succeed later.
  if (status.code() != StatusCode::storage_full || file_.made() != made_before) return status;
  refusal_ = std::move(status);
  return false;
}

Status SegmentWriter::write(FrameBuffer& buffer) {
  FrameHeader header;
  header.body_bytes = static_cast<std::uint32_t>(buffer.used);
  header.count = buffer.count;
  header.has_checks = buffer.has_checks;
  header.base_time = buffer.base_time;
  header.frame_bytes =
      static_cast<std::uint32_t>(frame_bytes_for(buffer.used, buffer.count, buffer.has_checks));
  std::byte* end = buffer.bytes.get() + frame_header_bytes + buffer.used;
  if (buffer.has_checks) {
    std::memcpy(end, buffer.checks.data(), std::size_t{buffer.count} * 4);
    end += std::size_t{buffer.count} * 4;
  }
  std::memset(end, 0, static_cast<std::size_t>(buffer.bytes.get() + header.frame_bytes - end));
  return write_frame(header, {buffer.bytes.get(), header.frame_bytes});
}

Result<bool> SegmentWriter::write_empty_frame(EmptyFrame kind) {
  Result<bool> ready = ready_for_bytes(log_block_bytes);
  if (!ready.ok() || !ready.value()) return ready;
  FrameHeader header;
  header.watermark = kind == EmptyFrame::watermark;
  header.frame_bytes = log_block_bytes;
  header.base_time = last_time_;
  std::memset(block_.get(), 0, log_block_bytes);
  if (Status status = write_frame(header, {block_.get(), log_block_bytes}); !status.ok()) {
    return status;
  }
  reached_.vouched = reached_.written;
  return true;
}

Status SegmentWriter::write_frame(FrameHeader& header, std::span<std::byte> frame) {
  header.semantics = semantics_;
  header.shard = options_.shard;
  header.epoch = epoch_;
  header.segment = segment_;
  header.offset = file_.offset();
  header.first_sequence = reached_.written + 1;
  header.durable = reached_.durable;
  seal_frame(header, chain_, frame);
  if (Status status = file_.append(frame); !status.ok()) return status;
  chain_ = header.chain;
  last_time_ = header.base_time;
  reached_.written += header.count;
  if (file_.prewrites()) note_durable();  // the write was durable when it returned
  ++statistics_.frames;
  statistics_.records += header.count;
  statistics_.bytes += header.frame_bytes;
  return statistics_.bytes >= space_look_at_ ? refresh_space() : Status{};
}

Result<bool> SegmentWriter::prewrite_some() {
  if (!has_space_) return false;
  return file_.prewrite_some();
}

Status SegmentWriter::sync() {
  if (Status status = file_.sync(); !status.ok()) return status;
  note_durable();
  return {};
}

void SegmentWriter::note_durable() noexcept {
  reached_.durable = reached_.written;
  reached_.point = {.sequence = reached_.written, .chain = chain_};
}

Status SegmentWriter::refresh_space() {
  const auto free = storage_.free_bytes();
  if (!free.ok()) return free.status();
  // All that can be under way: every frame buffer, zeros ahead, and a segment's header.
  const std::uint64_t under_way = std::uint64_t{options_.frame_buffers} * options_.frame_bytes_max +
                                  options_.prewrite_bytes + 2 * log_block_bytes;
  has_space_ = free.value() > under_way;
  // Others write to the disk too, so look again long before the space could be used up.
  const std::uint64_t spare = has_space_ ? free.value() - under_way : 0;
  space_look_at_ = statistics_.bytes + std::min<std::uint64_t>(spare / 4, 16ULL << 20U);
  return {};
}

}  // namespace allot
