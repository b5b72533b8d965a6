// The writing end of a log's files: frames in their chain, and the step to the next segment.
//
// Threads: one. Errors: the first failure ends its use; the caller keeps the Status.
#pragma once

#include <span>

#include "allot/journal/journal_statistics.hpp"
#include "allot/journal/storage.hpp"
#include "journal/frame_ring.hpp"
#include "journal/journal_options.hpp"
#include "journal/recovery.hpp"
#include "journal/segment_file.hpp"

namespace allot {

class SegmentWriter {
 public:
  SegmentWriter(Storage& storage, const JournalOptions& options, const LogTail& tail);

  // Effects:  makes the log that recovery found durable, begins a segment behind it, removes files
  //           that recovery called abandoned.
  Status begin(const LogTail& tail);

  // Effects:  begins the next segment when the present one has no room for the frame.
  // Returns:  false when that cannot be now; nothing was written, and refusal() says why.
  //           Ask again.
  Result<bool> ready_for(const FrameBuffer& buffer);
  [[nodiscard]] const Status& refusal() const noexcept { return refusal_; }
  // Requires: ready_for() returned true.
  // Effects:  finishes the records in `buffer` as a frame and writes it.
  Status write(FrameBuffer& buffer);
  // Effects:  writes a frame without records, which carries the last watermark: in the end the one
  //           that closes the log, before that one that vouches for what stands before.
  // Returns:  as ready_for().
  enum class EmptyFrame : std::uint8_t { closing, watermark };
  Result<bool> write_empty_frame(EmptyFrame kind);
  // Effects:  makes everything that was written durable.
  Status sync();
  // Effects:  writes zeros ahead, at most 1 MiB. Returns: whether there was need of it.
  Result<bool> prewrite_some();
  // Effects:  asks the disk for its free space.
  Status refresh_space();

  // How far the log has come.
  struct Reached {
    Sequence written{};
    Sequence durable{};
    Sequence
        vouched{};   // up to here something that was written later vouches for what stands there
    LogPoint point;  // the last place that is durable
  };
  [[nodiscard]] const Reached& reached() const noexcept { return reached_; }
  // Whether everything that can be on its way to the disk is sure to fit.
  [[nodiscard]] bool has_space() const noexcept { return has_space_; }
  [[nodiscard]] std::uint32_t epoch() const noexcept { return epoch_; }
  [[nodiscard]] const JournalStatistics& statistics() const noexcept { return statistics_; }

 private:
  // What the header of a segment says of the one before it.
  struct Predecessor {
    std::uint64_t number{};  // 0: there is none
    std::uint32_t epoch{};
    std::uint64_t bytes{};
  };
  Status begin_segment(std::uint64_t number, const Predecessor& before);
  Result<bool> ready_for_bytes(std::uint64_t frame_bytes);
  Status write_frame(FrameHeader& header, std::span<std::byte> frame);
  void note_durable() noexcept;

  Storage& storage_;
  JournalOptions options_;
  std::uint32_t epoch_;
  Semantics semantics_;
  SegmentFile file_;
  std::uint64_t segment_{};
  LogChain chain_{};
  Reached reached_;
  Status refusal_;
  TimeNs last_time_{};
  bool has_space_{true};
  std::uint64_t space_look_at_{};  // bytes written at which to ask for the free space again
  JournalStatistics statistics_;
  AlignedBytes block_;  // for headers and frames without records
};

}  // namespace allot
