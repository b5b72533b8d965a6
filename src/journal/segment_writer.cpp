#include "journal/segment_writer.hpp"

#include <algorithm>
#include <cstring>

namespace allot {

SegmentWriter::SegmentWriter(Storage& storage, const JournalOptions& options, const LogTail& tail)
    : storage_(storage),
      options_(options),
      epoch_(tail.next_epoch()),
      semantics_(tail.semantics),
      written_(tail.last_sequence),
      durable_(tail.last_sequence),
      vouched_(tail.last_sequence),
      point_{.sequence = tail.last_sequence, .chain = tail.chain},
      last_time_(tail.last_time),
      block_(aligned_bytes(log_block_bytes)),
      zeros_bytes_(std::min<std::size_t>(1U << 20U, options.prewrite_bytes)) {
  zeros_ = aligned_bytes(zeros_bytes_);
  const std::uint64_t longest = storage.file_bytes_max() / log_block_bytes * log_block_bytes;
  options_.segment_bytes = std::min(options_.segment_bytes, longest);
}

Status SegmentWriter::begin(const LogTail& tail) {
  if (tail.segment != 0) {
    // What recovery read may still be only in the system's memory; the new segment's header will
    // swear that it is on disk.
    auto last = storage_.open(segment_name(tail.segment), FileMode::buffered);
    if (!last.ok()) return last.status();
    if (Status status = last.value()->sync(); !status.ok()) return status;
  }
  offset_ = tail.bytes;
  chain_ = tail.chain;
  if (Status status = begin_segment(tail.newest_number + 1, tail.epoch, tail.segment);
      !status.ok()) {
    return status;
  }
  for (const std::string& name : tail.abandoned) {
    if (Status status = storage_.remove(name); !status.ok()) return status;
  }
  if (!tail.abandoned.empty()) {
    if (Status status = storage_.sync_directory(); !status.ok()) return status;
  }
  return refresh_space();
}

// offset_ and chain_ are still those of the segment before, all of which is durable.
Status SegmentWriter::begin_segment(std::uint64_t number, std::uint32_t predecessor_epoch,
                                    std::uint64_t predecessor) {
  SegmentHeader header;
  header.semantics = semantics_;
  header.shard = options_.shard;
  header.epoch = epoch_;
  header.segment = number;
  header.first_sequence = written_ + 1;
  header.limits_hash = options_.limits_hash;
  header.predecessor = predecessor;
  header.predecessor_epoch = predecessor_epoch;
  header.predecessor_sequence = written_;
  header.predecessor_bytes = offset_;
  header.predecessor_chain = chain_;
  header.prewritten = prewrites();
  encode_segment_header(header, {block_.get(), log_block_bytes});
  if (Status status = make_file(number); !status.ok()) return status;
  segment_ = number;
  offset_ = log_block_bytes;
  zeroed_to_ = 2 * log_block_bytes;
  chain_ = segment_chain({block_.get(), log_block_bytes});
  vouched_ = written_;
  ++segments_;
  bytes_ += log_block_bytes;
  return {};
}

// Makes the file of a segment, its header in block_. Zeros behind it come first: a file with a
// header is then always longer than that, and one that is not was cut.
Status SegmentWriter::make_file(std::uint64_t number) {
  const FileMode mode = prewrites() ? FileMode::durable : FileMode::buffered;
  auto file = storage_.create(segment_name(number), mode);
  if (!file.ok()) return file.status();
  file_ = std::move(file.value());
  const auto put = [&](std::uint64_t offset, const std::byte* from) -> Status {
    if (Status status = file_->write_at(offset, {from, log_block_bytes}); !status.ok()) {
      return status;
    }
    return prewrites() ? Status{} : file_->sync();
  };
  if (Status status = put(log_block_bytes, zeros_.get()); !status.ok()) return status;
  if (Status status = put(0, block_.get()); !status.ok()) return status;
  return storage_.sync_directory();
}

Result<bool> SegmentWriter::ready_for(const FrameBuffer& buffer) {
  return ready_for_bytes(frame_bytes_for(buffer.used, buffer.count, buffer.has_checks));
}

Result<bool> SegmentWriter::ready_for_bytes(std::uint64_t frame_bytes) {
  if (offset_ + frame_bytes + zeros_behind() <= options_.segment_bytes) return true;
  if (segment_ == segment_number_max) {
    return Status{StatusCode::invalid_argument,
                  storage_.place() + ": no segment can follow " + segment_name(segment_)};
  }
  // The next header will swear to this segment's last sequence: under `none` too it has to be on
  // disk first, or a crash could leave a log that recovery must refuse.
  if (Status status = sync(); !status.ok()) return status;
  const StorageFile* const file_before = file_.get();
  Status status = begin_segment(segment_ + 1, epoch_, segment_);
  if (status.ok()) return true;
  // No file came to be: nothing has changed, and the same may succeed later.
  if (status.code() != StatusCode::storage_full || file_.get() != file_before) return status;
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

Result<bool> SegmentWriter::write_empty_frame(bool watermark) {
  Result<bool> ready = ready_for_bytes(log_block_bytes);
  if (!ready.ok() || !ready.value()) return ready;
  FrameHeader header;
  header.watermark = watermark;
  header.frame_bytes = log_block_bytes;
  header.base_time = last_time_;
  std::memset(block_.get(), 0, log_block_bytes);
  if (Status status = write_frame(header, {block_.get(), log_block_bytes}); !status.ok()) {
    return status;
  }
  vouched_ = written_;
  return true;
}

Status SegmentWriter::write_frame(FrameHeader& header, std::span<std::byte> frame) {
  while (prewrites() && zeroed_to_ < offset_ + header.frame_bytes + zeros_behind()) {
    if (Status status = write_zeros(zeros_bytes_); !status.ok()) return status;
  }
  header.semantics = semantics_;
  header.shard = options_.shard;
  header.epoch = epoch_;
  header.segment = segment_;
  header.offset = offset_;
  header.first_sequence = written_ + 1;
  header.durable = durable_;
  seal_frame(header, chain_, frame);
  if (Status status = file_->write_at(offset_, frame); !status.ok()) return status;
  chain_ = header.chain;
  offset_ += header.frame_bytes;
  last_time_ = header.base_time;
  written_ += header.count;
  if (prewrites()) note_durable();  // the write was durable when it returned
  ++frames_;
  bytes_ += header.frame_bytes;
  return bytes_ >= space_look_at_ ? refresh_space() : Status{};
}

Status SegmentWriter::write_zeros(std::uint64_t bytes) {
  const std::uint64_t room = options_.segment_bytes - zeroed_to_;
  const auto size = static_cast<std::size_t>(std::min({bytes, room, std::uint64_t{zeros_bytes_}}));
  if (Status status = file_->write_at(zeroed_to_, {zeros_.get(), size}); !status.ok()) {
    return status;
  }
  zeroed_to_ += size;
  return {};
}

Result<bool> SegmentWriter::prewrite_some() {
  const std::uint64_t ahead = zeroed_to_ - offset_;
  const bool needed = prewrites() && has_space_ && ahead < options_.prewrite_bytes / 2 + 1 &&
                      zeroed_to_ < options_.segment_bytes;
  if (!needed) return false;
  if (Status status = write_zeros(options_.prewrite_bytes - ahead); !status.ok()) return status;
  return true;
}

Status SegmentWriter::sync() {
  if (Status status = file_->sync(); !status.ok()) return status;
  note_durable();
  return {};
}

void SegmentWriter::note_durable() noexcept {
  durable_ = written_;
  point_ = {.sequence = written_, .chain = chain_};
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
  space_look_at_ = bytes_ + std::min<std::uint64_t>(spare / 4, 16ULL << 20U);
  return {};
}

}  // namespace allot
