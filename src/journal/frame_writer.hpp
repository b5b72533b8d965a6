// The log's writer: takes frames that the decision thread offered and writes them to the segments.
//
// Threads: one at a time: the writer's own, or whoever calls work() in a log without one.
#pragma once

#include "journal/frame_ring.hpp"
#include "journal/journal_options.hpp"
#include "journal/segment_writer.hpp"
#include "journal/writer_progress.hpp"

namespace allot {

class FrameWriter {
 public:
  // Borrows all but the tail.
  FrameWriter(Storage& storage, const JournalOptions& options, const LogTail& tail, FrameRing& ring,
              WriterProgress& progress)
      : options_(options), files_(storage, options, tail), ring_(ring), progress_(progress) {}

  // Effects: begins a segment behind the log.
  Status begin(const LogTail& tail);
  // Effects: does one piece of work; frames come first. Returns: whether there was any.
  bool work() noexcept;
  // Effects: works until progress.stop is set and nothing is left.
  void run() noexcept;
  // Requires: nobody works. Effects: the frame that closes the log, synced.
  Status close() noexcept;

  [[nodiscard]] std::uint32_t epoch() const noexcept { return files_.epoch(); }

 private:
  bool write_frame() noexcept;
  bool write_to_files(FrameBuffer& buffer) noexcept;
  bool sync_all() noexcept;
  bool vouch() noexcept;
  [[nodiscard]] bool waited_long() const noexcept;
  void publish_numbers() noexcept;
  void publish() noexcept;
  void fail(Status status) noexcept;

  const JournalOptions& options_;
  SegmentWriter files_;
  FrameRing& ring_;
  WriterProgress& progress_;
  FrameBuffer* held_{};  // taken, and waiting for a segment that cannot be made now
};

}  // namespace allot
