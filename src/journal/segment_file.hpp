// The file of the segment that is being written: its header, what was appended, and zeros ahead of
// that where writes have to be durable when they return.
//
// Threads: one. Errors: the first failure ends its use; the caller keeps the Status.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "allot/journal/storage.hpp"
#include "journal/aligned_bytes.hpp"
#include "journal/journal_options.hpp"

namespace allot {

class SegmentFile {
 public:
  // Borrows the storage. `options`: segment_bytes is lowered to what files there may have.
  SegmentFile(Storage& storage, JournalOptions& options);

  // Effects: makes the file of a segment, with this header of one block, and goes on with it.
  // Errors:  as Storage. Where made() is what it was before, nothing has changed.
  Status make(std::uint64_t number, const std::byte* header);
  [[nodiscard]] std::uint64_t made() const noexcept { return made_; }

  [[nodiscard]] bool has_room(std::uint64_t bytes) const noexcept {
    return offset_ + bytes + zeros_behind() <= options_.segment_bytes;
  }
  // Requires: has_room(). Effects: writes behind what was appended before, and zeros ahead of that.
  Status append(std::span<const std::byte> bytes);
  // Effects: writes zeros ahead, at most 1 MiB. Returns: whether there was need of it.
  Result<bool> prewrite_some();
  Status sync() { return file_->sync(); }

  // Where the next bytes go.
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  // Whether zeros stand ahead, so that what was appended is durable when append() returned.
  [[nodiscard]] bool prewrites() const noexcept { return options_.durability != Durability::none; }

 private:
  // Zeros that always stand behind a frame, so that a file that was cut can be told.
  [[nodiscard]] std::uint64_t zeros_behind() const noexcept {
    return prewrites() ? log_block_bytes : 0;
  }
  // How far ahead zeros are to stand: as far as was appended, in the range of the options. So a log
  // that is opened for a few records, however often, takes little of the disk.
  [[nodiscard]] std::uint64_t ahead_wanted() const noexcept;
  Status write_zeros(std::uint64_t bytes);

  Storage& storage_;
  const JournalOptions& options_;
  std::unique_ptr<StorageFile> file_;
  std::uint64_t made_{};
  std::uint64_t offset_{};
  std::uint64_t zeroed_to_{};  // end of what was written ahead
  std::size_t zeros_bytes_;
  AlignedBytes zeros_;
};

}  // namespace allot
