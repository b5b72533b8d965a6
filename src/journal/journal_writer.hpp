// Writes the log. The decision thread appends records to an open frame and lets go of it: under
// sync with every seal, else once it is worth a write (options.gather_bytes, gather_ns). A writer
// thread writes a frame as soon as the last write returned, taking all that has gathered since
// (self-clocked). Every open begins a new segment: nothing is ever appended behind what a crash
// left.
//
//   auto tail = recover(*storage);                       // or JournalReader and its tail()
//   auto journal = JournalWriter::open(*storage, options, limits, tail.value());
//   if (!journal->reserve(encoded_size_max(command))) -> answer storage_full, no sequence
//   ... core.apply(in, outcome); journal->append(in, check); ...
//   journal->seal();                                     // at the end of a drained batch
//   publish everything up to journal->publishable();
//
// Threads: durable, written, publishable, failure, failed, progress, wait_progress, statistics: any
//          thread. Everything else: the decision thread. Without a thread of its own
//          (options.threaded false) that one calls drive() too.
// Memory:  allocated by open; append and seal allocate nothing.
// Errors:  a failed write or sync is kept and nothing is written after it; nothing is retried.
//          Where a segment cannot be begun for want of space or descriptors, nothing was written:
//          reserve() refuses until it can. In a child of fork nothing is taken or written, flush()
//          and close() say other_process, point() and statistics() are empty.
#pragma once

#include <cstdint>
#include <memory>

#include "allot/journal/storage.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "journal/journal.hpp"
#include "journal/journal_options.hpp"
#include "journal/recovery.hpp"

namespace allot {

class JournalWriter final : public Journal {
 public:
  // Requires: `tail` is where the log in `storage` ends; storage outlives the writer.
  // Effects:  syncs the last segment, creates the next one with tail.next_epoch(), removes
  //           abandoned files, starts the writer thread.
  // Errors:   invalid_argument (options, or a tail that is not this log's), io_error, storage_full.
  [[nodiscard]] static Result<std::unique_ptr<JournalWriter>> open(Storage& storage,
                                                                   const JournalOptions& options,
                                                                   const Limits& limits,
                                                                   const LogTail& tail);
  ~JournalWriter() override;  // as close(), the result dropped
  JournalWriter(const JournalWriter&) = delete;
  JournalWriter& operator=(const JournalWriter&) = delete;

  // Effects:  sets space aside for a record of at most `bytes`.
  // Returns:  false when the disk has none (answer storage_full; look again later), writing has
  //           failed, or no frame holds so many bytes (or `bytes` is 0: see encoded_size_max).
  // Cost:     two comparisons; no lock, no system call.
  [[nodiscard]] bool reserve(std::size_t bytes) noexcept override;

  // Requires: in.sequence follows the last one; space was reserved; the record fits a frame
  //           (encoded_size_max not 0 and at most command_bytes_max(limits)).
  // Effects:  copies the command into the open frame. Waits when all frame buffers are full.
  // Returns:  false when writing has failed, or the requirements do not hold: nothing was taken.
  [[nodiscard]] bool append(const Sequenced& in, std::uint32_t check) noexcept override;
  // The same for a command without an outcome (one that broke an invariant).
  [[nodiscard]] bool append_unchecked(const Sequenced& in) noexcept override;

  // Returns:  a number that changes when a record goes into another frame than the one before. A
  //           frame becomes durable as a whole.
  [[nodiscard]] std::uint64_t frame() const noexcept override;

  // Effects:  makes what was appended publishable under async and none, and lets the writer take it
  //           if it has gathered long enough. Under async, waits while anything sealed more than
  //           async_bound_ns ago is not durable.
  void seal() noexcept override;
  // Returns:  whether sealed records wait for more; then seal() has to be called again and again,
  //           as their age is looked at there only.
  [[nodiscard]] bool gathers() const noexcept override;
  // Effects:  lets the writer take all that was sealed, unless its age does not matter (gather_ns
  //           0), and vouches for the last record when idle (idle_ns). Call it before seal() stops
  //           being called, and now and then while nothing comes.
  void hand_over() noexcept override;

  // Effects:  lets the writer take all that was sealed.
  void let_go() noexcept override;

  // Effects:  seals, and waits (or drives) until all that was appended is written and, also under
  //           `none`, synced.
  [[nodiscard]] Status flush() override;

  // Effects:  writes at most one frame, or prepares space. For options.threaded false.
  // Returns:  whether there was something to do.
  bool drive() noexcept override;

  // Returns: highest sequence that is durable; under `none`, that was synced when its segment was
  //          finished or flushed.
  [[nodiscard]] Sequence durable() const noexcept override;
  // Returns: highest sequence that was handed to the operating system.
  [[nodiscard]] Sequence written() const noexcept;
  // Returns: highest sequence that may leave the engine: durable() under sync, else the last
  //          appended one that was sealed. Never moves after a failure.
  [[nodiscard]] Sequence publishable() const noexcept override;
  // Returns: ok, or the first write or sync that failed.
  [[nodiscard]] Status failure() const override;
  [[nodiscard]] bool failed() const noexcept override;  // the same, cheaply

  // Effects:  returns when progress() is no longer `seen`: a frame was written or writing failed.
  [[nodiscard]] std::uint32_t progress() const noexcept;
  void wait_progress(std::uint32_t seen) const noexcept;

  // Returns: the last place that is durable (see ReaderOptions::at_least). Any thread.
  [[nodiscard]] LogPoint point() const noexcept override;

  [[nodiscard]] JournalStatistics statistics() const noexcept override;
  [[nodiscard]] std::uint32_t epoch() const noexcept override;

  // Effects:  writes all that was appended, marks the log as closed in good order, syncs, ends the
  //           thread. Further calls return the same.
  Status close() override;

 private:
  struct State;
  explicit JournalWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace allot
