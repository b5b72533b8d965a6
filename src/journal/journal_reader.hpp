// Reads a log from its beginning, record by record, proving every byte on the way: header and body
// CRCs, chain, continuity of sequences, each segment's claims about the one before. It changes
// nothing on disk.
//
//   auto reader = JournalReader::open(storage);
//   LogRecord record;
//   for (;;) {
//     const Result<bool> more = reader.value()->next(record);
//     if (!more.ok()) return more.status();      // damaged: names file, offset, sequence
//     if (!more.value()) break;                  // the end; tail() says where
//     core.apply(record.command, outcome);
//   }
//
// A log may be read while it is written, by the same process or another: what a reader sees is then
// the log as it was at some moment since open(). A place that looks damaged is looked at again
// before it is called so.
//
// Threads: one. Ownership: the storage must outlive the reader. Memory: one frame.
// Errors:  corrupt, truncated, unsupported or io_error; never a shorter log than was durable (but
//          see "What a log cannot know" in docs/journal_format.md).
#pragma once

#include <memory>
#include <optional>

#include "allot/journal/storage.hpp"
#include "journal/log_record.hpp"
#include "journal/recovery.hpp"

namespace allot {

struct ReaderOptions {
  std::uint32_t shard{0};
  // The least that has to be there: truncated when the log ends before its sequence, corrupt when
  // its chain is none that the log had there (not looked at when all zeros).
  std::optional<LogPoint> at_least{};
  // A damaged place in the last segment, or a file that was cut, ends the log there, although more
  // stood behind it: the tail says how much is dropped. Never where a later frame says that what
  // stood there was durable.
  bool drop_damaged_end{false};
};

// How far work on a log has come, in bytes or in sequences.
struct PartDone {
  std::uint64_t done{};
  std::uint64_t all{};  // 0: not known
};

// Told about everything that is read, in order. All optional.
class LogVisitor {
 public:
  virtual ~LogVisitor() = default;
  virtual void segment(const SegmentHeader&, const std::string& /*file*/) {}
  virtual void frame(const FrameHeader&) {}
  virtual void record(const LogRecord&) {}
  // Asked by inspect() every few thousand records, with JournalReader::part_read(). Returns:
  // whether to go on.
  virtual bool goes_on(PartDone /*part*/) { return true; }
};

struct LogReport {
  std::uint64_t segments{};
  std::uint64_t frames{};
  std::uint64_t records{};
  std::uint64_t checks{};
  std::uint64_t bytes{};  // of headers and frames up to the end of the log
  Sequence first_sequence{};
  Sequence last_sequence{};
  Sequence durable{};   // highest watermark
  Semantics semantics;  // of the whole log
  LogTail tail;
  bool live{};     // a writer had the log open when reading ended: its end is that of a moment
  bool stopped{};  // a visitor wanted no more: the tail is not known
  Status fault;    // ok, or why reading stopped

  [[nodiscard]] bool ok() const noexcept { return fault.ok(); }
};

class JournalReader {
 public:
  // Effects:  reads and judges all segment headers; unknown versions are refused here.
  // Errors:   corrupt, truncated, unsupported, io_error, invalid_argument (another shard).
  [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(
      Storage& storage, const ReaderOptions& options = {}, LogVisitor* visitor = nullptr);
  ~JournalReader();

  // Returns:  true and the next record; false at the end of the log.
  // Errors:   as above; every later call then returns the same Status.
  [[nodiscard]] Result<bool> next(LogRecord& out);

  // Effects:  after next() returned false: looks again for what a writer has added since.
  // Errors:   as next().
  Status resume();

  // Returns: the last sequence that was logged in `epoch` or before, as far as a later epoch says;
  //          nothing when there is no later one.
  [[nodiscard]] std::optional<Sequence> end_of_epoch(std::uint32_t epoch) const noexcept;

  // Requires: next() returned false.
  [[nodiscard]] const LogTail& tail() const noexcept;
  // What was read so far; `tail` as above.
  [[nodiscard]] const LogReport& report() const noexcept;

  // Returns: how many bytes of the files were read. Those that were written ahead of the last frame
  //          count as not read before the end.
  // Cost:    the first call opens the last file.
  [[nodiscard]] PartDone part_read();

 private:
  struct State;
  explicit JournalReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
  std::optional<std::uint64_t> bytes_there_{};  // once it was asked for
};

// Reads the whole log without using it. Returns: where it ends, for JournalWriter::open.
[[nodiscard]] Result<LogTail> recover(Storage& storage, const ReaderOptions& options = {});
// Reads as far as the log is good. Returns: what was found, and the fault if there is one.
[[nodiscard]] LogReport verify(Storage& storage, const ReaderOptions& options = {});
// Shows every segment, frame and record to `visitor`. Returns: as verify; `stopped` when the
// visitor ended it.
[[nodiscard]] LogReport inspect(Storage& storage, LogVisitor& visitor,
                                const ReaderOptions& options = {});

}  // namespace allot
