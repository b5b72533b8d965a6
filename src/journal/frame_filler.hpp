// The decision thread's end of the log: records go into an open frame, which is let go of when it
// is worth a write.
//
// Threads: the decision thread. append() and seal() allocate nothing and take no lock.
#pragma once

#include "allot/sequencing/sequenced.hpp"
#include "journal/frame_ring.hpp"
#include "journal/frame_writer.hpp"
#include "journal/journal_options.hpp"
#include "journal/seal_marks.hpp"
#include "journal/writer_progress.hpp"

namespace allot {

class FrameFiller {
 public:
  // Borrows all but the tail.
  FrameFiller(const JournalOptions& options, const LogTail& tail, FrameRing& ring,
              WriterProgress& progress, FrameWriter& writer);

  // Effects: as JournalWriter::append; a record without an outcome has no check.
  bool append(const Sequenced& in, bool checked, std::uint32_t check) noexcept;
  // As the functions of JournalWriter that have these names.
  void seal() noexcept;
  void hand_over() noexcept;
  void let_go() noexcept { offer(true); }
  Status flush();
  [[nodiscard]] bool gathers() const noexcept { return gathers_; }
  [[nodiscard]] std::uint64_t frames_begun() const noexcept { return frames_begun_; }

 private:
  bool put(FrameBuffer& frame, const Sequenced& in, bool checked, std::uint32_t check) noexcept;
  [[gnu::noinline, gnu::cold]] bool append_anew(const Sequenced& in, bool checked,
                                                std::uint32_t check) noexcept;
  [[nodiscard]] FrameBuffer* buffer_to_fill() noexcept;
  void offer(bool extends) noexcept;
  [[nodiscard]] bool worth_writing(std::int64_t now) noexcept;
  void keep_bound(std::int64_t now) noexcept;
  void look_idle() noexcept;
  template <class Done>
  void wait_until(Done done) noexcept;

  const JournalOptions& options_;
  FrameRing& ring_;
  WriterProgress& progress_;
  FrameWriter& writer_;  // does its work here where it has no thread
  Sequence appended_;
  TimeNs last_time_;
  std::uint64_t frames_begun_{0};
  std::int64_t first_sealed_ns_{0};  // when the newest frame was first sealed
  bool dated_{false};                // it was
  bool gathers_{false};              // and it is not let go of yet
  SealMarks marks_;
  Sequence idle_at_;            // the last record when hand_over() was called last
  std::int64_t idle_since_{0};  // and since when it has been that
};

}  // namespace allot
