#include "journal/log_copy.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "journal/frame_ring.hpp"

namespace allot {
namespace {

constexpr std::size_t piece_bytes = 1U << 20U;

// Writes the copy while a reader proves the log. Past the system's memory, so that what is read
// again comes from the disk.
class Copier final : public LogVisitor {
 public:
  Copier(Storage& from, Storage& to)
      : from_(from),
        to_(to),
        piece_(aligned_bytes(piece_bytes)),
        header_(aligned_bytes(log_block_bytes)) {}

  void segment(const SegmentHeader& header, const std::string& file) override {
    if (status_.ok()) status_ = begin_file(header, file);
  }
  void frame(const FrameHeader& header) override {
    if (status_.ok()) status_ = copy_range(header.offset, header.frame_bytes);
    end_ = {.sequence = header.last_sequence(), .chain = header.chain};
    closed_ = header.closes();
  }

  // Effects: makes all but the first file's header durable, then that one, which makes it a log.
  Status finish();
  // Effects: removes what was made, as far as that is possible.
  void give_up() noexcept;

  [[nodiscard]] const Status& status() const noexcept { return status_; }
  [[nodiscard]] const LogPoint& end() const noexcept { return end_; }
  [[nodiscard]] bool closed() const noexcept { return closed_; }
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::uint64_t segments() const noexcept { return names_.size(); }

 private:
  Status begin_file(const SegmentHeader& header, const std::string& file);
  Status end_file();
  Status copy_range(std::uint64_t offset, std::uint64_t size);

  Storage& from_;
  Storage& to_;
  AlignedBytes piece_;
  AlignedBytes header_;  // of the first file
  std::unique_ptr<StorageFile> source_;
  std::unique_ptr<StorageFile> target_;
  std::uint64_t offset_{};  // in both, of the next frame
  std::vector<std::string> names_;
  Status status_;
  LogPoint end_;
  bool closed_{};
  std::uint64_t bytes_{};
};

Status Copier::begin_file(const SegmentHeader& header, const std::string& file) {
  if (Status status = end_file(); !status.ok()) return status;
  Result<std::unique_ptr<StorageFile>> source = from_.open(file, FileMode::read);
  if (!source.ok()) return source.status();
  Result<std::unique_ptr<StorageFile>> target = to_.create(file, FileMode::durable);
  if (!target.ok()) return target.status();
  names_.push_back(file);
  source_ = std::move(source.value());
  target_ = std::move(target.value());
  offset_ = log_block_bytes;
  bytes_ += log_block_bytes;
  closed_ = false;
  std::byte* const block = names_.size() == 1 ? header_.get() : piece_.get();
  const Result<std::size_t> got = read_full(*source_, 0, {block, log_block_bytes});
  if (!got.ok()) return got.status();
  end_ = {.sequence = header.first_sequence - 1, .chain = segment_chain({block, log_block_bytes})};
  return names_.size() == 1 ? Status{} : target_->write_at(0, {block, log_block_bytes});
}

// What its writer had written ahead stands behind the end of a segment: a block of zeros does for
// all, also for one that was not full.
Status Copier::end_file() {
  if (target_ == nullptr) return {};
  std::memset(piece_.get(), 0, log_block_bytes);
  if (Status status = target_->write_at(offset_, {piece_.get(), log_block_bytes}); !status.ok()) {
    return status;
  }
  target_.reset();
  source_.reset();
  return {};
}

Status Copier::copy_range(std::uint64_t offset, std::uint64_t size) {
  while (size != 0) {
    const std::span<std::byte> piece{piece_.get(), std::min<std::size_t>(size, piece_bytes)};
    const Result<std::size_t> got = read_full(*source_, offset, piece);
    if (!got.ok()) return got.status();
    if (got.value() != piece.size()) {
      return {StatusCode::io_error, from_.place() + "/" + names_.back() + ": ends at offset " +
                                        std::to_string(offset + got.value()) +
                                        " where it was longer before; look who cuts it"};
    }
    if (Status status = target_->write_at(offset, piece); !status.ok()) return status;
    offset += piece.size();
    size -= piece.size();
    bytes_ += piece.size();
  }
  offset_ = offset;
  return {};
}

Status Copier::finish() {
  if (Status status = end_file(); !status.ok()) return status;
  if (Status status = to_.sync_directory(); !status.ok()) return status;
  Result<std::unique_ptr<StorageFile>> first = to_.open(names_.front(), FileMode::durable);
  if (!first.ok()) return first.status();
  return first.value()->write_at(0, {header_.get(), log_block_bytes});
}

void Copier::give_up() noexcept {
  target_.reset();
  // The first file last: without its header what is left is no log.
  for (auto name = names_.rbegin(); name != names_.rend(); ++name) (void)to_.remove(*name);
}

[[nodiscard]] Status refuse_place(const Storage& to, const std::string& text) {
  return {StatusCode::invalid_argument, to.place() + ": " + text};
}

[[nodiscard]] Status broken_off() {
  return {StatusCode::invalid_argument, "the copy was broken off"};
}

// Reads and copies as far as is wanted. Returns: what was read.
[[nodiscard]] Result<LogReport> copy_frames(Storage& from, Copier& copier,
                                            const CopyOptions& options) {
  auto reader = JournalReader::open(from, {.shard = options.shard}, &copier);
  if (!reader.ok()) return reader.status();
  LogRecord record;
  CopyProgress told;
  for (;;) {
    const LogReport& read = reader.value()->report();
    // A frame is copied whole when the reader is behind its last record.
    const bool at_frame = read.last_sequence == copier.end().sequence;
    if (at_frame && copier.bytes() != told.bytes && options.on_progress) {
      told = {.bytes = copier.bytes(), .last_sequence = read.last_sequence};
      if (!options.on_progress(told)) {
        return broken_off();
      }
    }
    if (options.up_to && at_frame && read.last_sequence >= *options.up_to) break;
    const Result<bool> more = reader.value()->next(record);
    if (!more.ok()) return more.status();
    if (!copier.status().ok()) return copier.status();
    if (!more.value()) break;
  }
  LogReport report = reader.value()->report();
  report.live |= from.has_writer();
  if (report.segments == 0 || report.records == 0) {
    return Status(StatusCode::not_found, from.place() + ": there is no log with a record");
  }
  if (options.up_to && report.last_sequence < *options.up_to) {
    return Status(StatusCode::truncated, from.place() + ": the log ends at sequence " +
                                             std::to_string(report.last_sequence) + ", before " +
                                             std::to_string(*options.up_to));
  }
  return report;
}

class Proving final : public LogVisitor {
 public:
  Proving(const Copier& copier, const CopyOptions& options) : options_(options) {
    told_.all = copier.bytes();
    told_.last_sequence = copier.end().sequence;
    told_.proving = true;
  }
  bool goes_on(PartDone part) override {
    told_.bytes = part.done;
    return !options_.on_progress || options_.on_progress(told_);
  }

 private:
  const CopyOptions& options_;
  CopyProgress told_;
};

// Reads the copy again and compares it with what was read first.
[[nodiscard]] Status prove(Storage& to, const Copier& copier, const CopyOptions& options) {
  Proving proving(copier, options);
  (void)proving.goes_on({});
  const LogReport again = inspect(to, proving, {.shard = options.shard, .at_least = copier.end()});
  if (!again.ok()) return again.fault;
  if (again.stopped) return broken_off();
  if (again.last_sequence == copier.end().sequence && again.tail.chain == copier.end().chain) {
    return {};
  }
  return {StatusCode::corrupt, to.place() + ": the copy ends at sequence " +
                                   std::to_string(again.last_sequence) + ", not at " +
                                   std::to_string(copier.end().sequence)};
}

}  // namespace

Result<CopyReport> copy_log(Storage& from, Storage& to, const CopyOptions& options) {
  const Result<std::vector<std::string>> there = to.list();
  if (!there.ok()) return there.status();
  if (!there.value().empty()) {
    return refuse_place(to, "is not empty; name a directory that is, or one that is not there");
  }
  if (Status status = to.lock_writer(); !status.ok()) return status;
  Copier copier(from, to);
  const Result<LogReport> read = copy_frames(from, copier, options);
  Status status = read.status();
  if (status.ok()) status = copier.finish();
  if (status.ok()) status = prove(to, copier, options);
  if (!status.ok()) copier.give_up();
  to.unlock_writer();
  if (!status.ok()) return status;
  return CopyReport{.segments = copier.segments(),
                    .frames = read.value().frames,
                    .records = read.value().records,
                    .bytes = copier.bytes(),
                    .end = copier.end(),
                    .closed = copier.closed(),
                    .live = read.value().live};
}

}  // namespace allot
