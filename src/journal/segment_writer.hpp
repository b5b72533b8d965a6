// The writing end of a log's files: the open segment, the frames in it, zeros ahead of them, and
// the step to the next segment.
//
// Threads: one. Errors: the first failure ends its use; the caller keeps the Status.
#pragma once

#include <memory>
#include <span>

#include "allot/journal/storage.hpp"
#include "journal/frame_ring.hpp"
#include "journal/journal_options.hpp"
#include "journal/recovery.hpp"

namespace allot {

class SegmentWriter {
 public:
  SegmentWriter(Storage& storage, const JournalOptions& options, const LogTail& tail);

  // Effects:  makes the log that recovery found durable, begins a segment behind it, removes files
  //           that recovery called abandoned.
  Status begin(const LogTail& tail);

  // Effects:  begins the next segment when the present one has no room for the frame.
  // Returns:  false when that cannot be now; nothing was written, and refusal() says why. Ask
  // again.
  Result<bool> ready_for(const FrameBuffer& buffer);
  [[nodiscard]] const Status& refusal() const noexcept { return refusal_; }
  // Requires: ready_for() returned true.
  // Effects:  finishes the records in `buffer` as a frame and writes it.
  Status write(FrameBuffer& buffer);
  // Effects:  writes a frame without records, which carries the last watermark: in the end the one
  //           that closes the log, before that one that vouches for what stands before.
  // Returns:  as ready_for().
  Result<bool> write_closing_frame() { return write_empty_frame(false); }
  Result<bool> write_watermark_frame() { return write_empty_frame(true); }
  // Effects:  makes everything that was written durable.
  Status sync();
  // Effects:  writes zeros ahead, at most 1 MiB. Returns: whether there was need of it.
  Result<bool> prewrite_some();
  // Effects:  asks the disk for its free space.
  Status refresh_space();

  [[nodiscard]] Sequence written() const noexcept { return written_; }
  [[nodiscard]] Sequence durable() const noexcept { return durable_; }
  // Up to where something that was written later vouches for what stands there.
  [[nodiscard]] Sequence vouched() const noexcept { return vouched_; }
  // The last place that is durable.
  [[nodiscard]] const LogPoint& point() const noexcept { return point_; }
  // Whether everything that can be on its way to the disk is sure to fit.
  [[nodiscard]] bool has_space() const noexcept { return has_space_; }
  [[nodiscard]] std::uint32_t epoch() const noexcept { return epoch_; }
  [[nodiscard]] std::uint64_t frames() const noexcept { return frames_; }
  [[nodiscard]] std::uint64_t segments() const noexcept { return segments_; }
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  Status begin_segment(std::uint64_t number, std::uint32_t predecessor_epoch,
                       std::uint64_t predecessor);
  Status make_file(std::uint64_t number);
  Result<bool> ready_for_bytes(std::uint64_t frame_bytes);
  Result<bool> write_empty_frame(bool watermark);
  Status write_frame(FrameHeader& header, std::span<std::byte> frame);
  Status write_zeros(std::uint64_t bytes);
  void note_durable() noexcept;
  [[nodiscard]] bool prewrites() const noexcept { return options_.durability != Durability::none; }
  // Zeros that always stand behind a frame, so that a file that was cut can be told.
  [[nodiscard]] std::uint64_t zeros_behind() const noexcept {
    return prewrites() ? log_block_bytes : 0;
  }

  Storage& storage_;
  JournalOptions options_;
  std::uint32_t epoch_;
  Semantics semantics_;
  std::unique_ptr<StorageFile> file_;
  std::uint64_t segment_{};
  std::uint64_t offset_{};     // of the next frame
  std::uint64_t zeroed_to_{};  // end of what was written ahead
  LogChain chain_{};
  Sequence written_{};
  Sequence durable_{};
  Sequence vouched_{};
  LogPoint point_;
  Status refusal_;
  TimeNs last_time_{};
  bool has_space_{true};
  std::uint64_t space_look_at_{};  // bytes_ at which to ask for the free space again
  std::uint64_t frames_{};
  std::uint64_t segments_{};
  std::uint64_t bytes_{};
  AlignedBytes block_;  // for headers and the closing frame
  AlignedBytes zeros_;
  std::size_t zeros_bytes_;
};

}  // namespace allot
