#include "journal/segment_file.hpp"

#include <algorithm>

#include "journal/recovery.hpp"

namespace allot {

SegmentFile::SegmentFile(Storage& storage, JournalOptions& options)
    : storage_(storage),
      options_(options),
      zeros_bytes_(std::min<std::size_t>(1U << 20U, options.prewrite_bytes)),
      zeros_(aligned_bytes(zeros_bytes_)) {
  const std::uint64_t longest = storage.file_bytes_max() / log_block_bytes * log_block_bytes;
  options.segment_bytes = std::min(options.segment_bytes, longest);
}

// Zeros behind the header come first: a file with a header is then always longer than that, and one
// that is not was cut.
Status SegmentFile::make(std::uint64_t number, const std::byte* header) {
  const FileMode mode = prewrites() ? FileMode::durable : FileMode::buffered;
  auto file = storage_.create(segment_name(number), mode);
  if (!file.ok()) return file.status();
  file_ = std::move(file.value());
  ++made_;
  const auto put = [&](std::uint64_t offset, const std::byte* from) -> Status {
    if (Status status = file_->write_at(offset, {from, log_block_bytes}); !status.ok()) {
      return status;
    }
    return prewrites() ? Status{} : file_->sync();
  };
  if (Status status = put(log_block_bytes, zeros_.get()); !status.ok()) return status;
  if (Status status = put(0, header); !status.ok()) return status;
  offset_ = log_block_bytes;
  zeroed_to_ = 2 * log_block_bytes;
  return storage_.sync_directory();
}

Status SegmentFile::append(std::span<const std::byte> bytes) {
  while (prewrites() && zeroed_to_ < offset_ + bytes.size() + zeros_behind()) {
    if (Status status = write_zeros(ahead_wanted()); !status.ok()) return status;
  }
  if (Status status = file_->write_at(offset_, bytes); !status.ok()) return status;
  offset_ += bytes.size();
  return {};
}

std::uint64_t SegmentFile::ahead_wanted() const noexcept {
  constexpr std::uint64_t least = 64U << 10U;
  return std::min<std::uint64_t>(options_.prewrite_bytes, std::max(least, offset_));
}

Status SegmentFile::write_zeros(std::uint64_t bytes) {
  const std::uint64_t room = options_.segment_bytes - zeroed_to_;
  const auto size = static_cast<std::size_t>(std::min({bytes, room, std::uint64_t{zeros_bytes_}}));
  if (Status status = file_->write_at(zeroed_to_, {zeros_.get(), size}); !status.ok()) {
    return status;
  }
  zeroed_to_ += size;
  return {};
}

Result<bool> SegmentFile::prewrite_some() {
  const std::uint64_t ahead = zeroed_to_ - offset_;
  const std::uint64_t wanted = ahead_wanted();
  const bool needed = prewrites() && ahead < wanted / 2 + 1 && zeroed_to_ < options_.segment_bytes;
  if (!needed) return false;
  if (Status status = write_zeros(wanted - ahead); !status.ok()) return status;
  return true;
}

}  // namespace allot
