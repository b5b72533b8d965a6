#include "journal/journal_reader.hpp"

#include <algorithm>
#include <limits>
#include <thread>

#include "journal/frame_records.hpp"
#include "journal/segment_list.hpp"

namespace allot {
namespace {

[[nodiscard]] bool all_zero(std::span<const std::byte> bytes) noexcept {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

}  // namespace

namespace {

// Whether the log holds the point that its host saw before.
class PointCheck {
 public:
  explicit PointCheck(const std::optional<LogPoint>& least) : least_(least) {}

  // The log has this chain behind this sequence.
  void pass(Sequence sequence, const LogChain& behind) noexcept {
    if (!least_ || least_->sequence != sequence) return;
    met_ |= least_->chain == LogChain{} || least_->chain == behind;
  }
  // At the end, or before a record behind the point: was it met? `last`: the last sequence.
  [[nodiscard]] Status check(const Storage& storage, Sequence last) const {
    if (!least_) return {};
    const Sequence least = least_->sequence;
    if (last < least) {
      return {StatusCode::truncated, storage.place() + ": the log ends at sequence " +
                                         std::to_string(last) + ", and " + std::to_string(least) +
                                         " was there before; restore it from a copy"};
    }
    const bool inside = least_->chain == LogChain{};
    if (met_ || inside) return {};
    return {StatusCode::corrupt,
            storage.place() + ": at sequence " + std::to_string(least) +
                " the log never had the chain that was seen there: it is another log, or another "
                "history of it; put the right files back"};
  }

 private:
  std::optional<LogPoint> least_;
  bool met_{};
};

}  // namespace

struct JournalReader::State {
  State(Storage& disk, const ReaderOptions& chosen, LogVisitor* watcher)
      : storage(disk), options(chosen), visitor(watcher), point(chosen.at_least) {}

  Status list_all();
  Status enter(std::size_t index);
  Result<bool> advance();
  Result<FrameVerdict> look();
  Result<FrameVerdict> look_until_sure();
  Result<FrameState> look_at_frame();
  Status look_behind(FrameFacts& facts);
  Status refresh();
  Status look_for_more();
  Status finish_segment();
  Status next_record(LogRecord& out);
  void accept_frame();
  void end(bool torn);
  [[nodiscard]] Status refuse(StatusCode code, const std::string& text) const;
  [[nodiscard]] Status refuse_frame(FrameVerdict verdict) const;

  Storage& storage;
  ReaderOptions options;
  LogVisitor* visitor;
  PointCheck point;
  SegmentList list;

  std::size_t at_segment{};
  std::unique_ptr<StorageFile> file;
  std::uint64_t file_bytes{};
  std::uint64_t offset{log_block_bytes};  // of the next frame
  // Behind the last record that was read, or for `chain` the last frame.
  struct Place {
    LogChain chain;
    Sequence expected{1};                                  // sequence of the next record
    TimeNs last_time{std::numeric_limits<TimeNs>::min()};  // nothing comes before the first record
    bool closed{};                                         // that frame closes the log
  };
  Place place;

  FrameRecords frame;
  LogReport report;
  LogTail behind;  // what look_behind() counted
  bool live{};     // a writer was there when a place looked damaged
  bool ended{};
};

namespace {

// What is left to do about a damaged log: while a writer is at it, nothing yet.
[[nodiscard]] std::string advice(bool live, std::string_view otherwise) {
  if (live) return "; it is being written just now: look again, and stop its writer before you act";
  return std::string{"; "}.append(otherwise);
}

}  // namespace

Status JournalReader::State::refuse(StatusCode code, const std::string& text) const {
  return {code, storage.place() + "/" + list.segments[at_segment].name + ": offset " +
                    std::to_string(offset) + ", sequence " + std::to_string(place.expected) + ": " +
                    text};
}

Status JournalReader::State::refuse_frame(FrameVerdict verdict) const {
  const std::string restore = advice(live, "restore this file from a copy");
  switch (verdict) {
    case FrameVerdict::refuse_version:
      return refuse(StatusCode::unsupported,
                    "a frame of another version (format " +
                        std::to_string(frame.header.format_version) + ", semantics " +
                        std::to_string(frame.header.semantics.version()) +
                        "); use the version of this library that wrote it");
    case FrameVerdict::refuse_truncated:
      return refuse(StatusCode::corrupt, "the segment ends here, but " +
                                             list.segments[at_segment + 1].name +
                                             " says that more was durable" + restore);
    case FrameVerdict::refuse_misplaced:
      return refuse(StatusCode::corrupt, "a frame that belongs to shard " +
                                             std::to_string(frame.header.shard) + ", epoch " +
                                             std::to_string(frame.header.epoch) + ", segment " +
                                             std::to_string(frame.header.segment) + ", offset " +
                                             std::to_string(frame.header.offset) + restore);
    case FrameVerdict::refuse_gap:
      return refuse(StatusCode::corrupt, "a frame begins at sequence " +
                                             std::to_string(frame.header.first_sequence) + restore);
    case FrameVerdict::refuse_chain:
      return refuse(StatusCode::corrupt, "a frame continues another history" + restore);
    case FrameVerdict::refuse_cut:
      return refuse(StatusCode::truncated,
                    "the file ends at " + std::to_string(file_bytes) +
                        " bytes, and its writer had made it longer: it was cut" + restore);
    case FrameVerdict::refuse_frames_behind:
      return refuse(
          StatusCode::corrupt,
          "a damaged frame, and behind it " + std::to_string(behind.dropped_frames) +
              " frames with " + std::to_string(behind.dropped_records) +
              " records that were written later" +
              advice(live,
                     "restore this file from a copy, or drop them (damaged_end), which is "
                     "all there is to do when the machine died under durability none"));
    default:
      return refuse(StatusCode::corrupt, "a damaged frame, and what it held was durable" + restore);
  }
}

// A writer that is at work may be in the middle of making a segment.
Status JournalReader::State::list_all() {
  for (int looks = 0;; ++looks) {
    // Asked for first, so that the last look is one at what nobody changes any more.
    const bool writer = looks != 0 && storage.has_writer();
    auto found = list_segments(storage, options.shard, options.drop_damaged_end);
    const bool sure = found.ok() && found.value().abandoned.empty();
    if (sure || looks == looks_at_a_live_log || (looks != 0 && !writer)) {
      if (!found.ok()) {
        const Status& fault = found.status();
        return writer ? Status(fault.code(), fault.message() + advice(true, "")) : fault;
      }
      list = std::move(found.value());
      return {};
    }
    if (writer) std::this_thread::sleep_for(pause_between_looks);
  }
}

Status JournalReader::State::enter(std::size_t segment) {
  at_segment = segment;
  const SegmentEntry& entry = list.segments[segment];
  auto opened = storage.open(entry.name, FileMode::read);
  if (!opened.ok()) return opened.status();
  file = std::move(opened.value());
  const auto size = file->size();
  if (!size.ok()) return size.status();
  file_bytes = size.value();
  offset = log_block_bytes;
  place.chain = entry.chain;
  point.pass(entry.header.first_sequence - 1, place.chain);
  place.closed = false;
  ++report.segments;
  report.semantics = entry.header.semantics;
  report.bytes += log_block_bytes;
  report.durable = std::max(report.durable, entry.header.predecessor_sequence);
  if (visitor != nullptr) visitor->segment(entry.header, entry.name);
  return {};
}

// Reads header and body of the frame at `offset` into `frame` and `bytes`.
Result<FrameState> JournalReader::State::look_at_frame() {
  frame.header = {};
  frame.bytes.resize(frame_header_bytes);
  auto got = read_full(*file, offset, frame.bytes);
  if (!got.ok()) return got.status();
  switch (decode_frame_header(std::span{frame.bytes}.first(got.value()), frame.header)) {
    case HeaderFault::none: break;
    case HeaderFault::zero: return FrameState::zero;
    case HeaderFault::not_a_header: return FrameState::torn;
    case HeaderFault::version_unknown: return FrameState::version_unknown;
    case HeaderFault::field_invalid: return FrameState::invalid;
  }
  const SegmentHeader& segment = list.segments[at_segment].header;
  if (frame.header.shard != segment.shard || frame.header.segment != segment.segment ||
      frame.header.epoch != segment.epoch || frame.header.semantics != segment.semantics ||
      frame.header.offset != offset) {
    return FrameState::misplaced;
  }
  if (frame.header.frame_bytes > file_bytes - offset) return FrameState::torn;
  frame.bytes.resize(frame.header.frame_bytes);
  got = read_full(*file, offset, frame.bytes);
  if (!got.ok()) return got.status();
  if (got.value() != frame.bytes.size() || !frame_body_intact(frame.header, frame.bytes))
    return FrameState::torn;
  if (frame.header.first_sequence != place.expected) return FrameState::sequence_gap;
  if (frame_chain(frame.header, place.chain, frame.bytes) != frame.header.chain)
    return FrameState::chain_broken;
  if (at_segment + 1 < list.segments.size() &&
      offset + frame.header.frame_bytes > list.segments[at_segment + 1].header.predecessor_bytes) {
    return FrameState::misplaced;  // reaches over the end that the next segment states
  }
  return FrameState::good;
}

// What stands behind a frame that is not good: zeros only? Frames that were written after it? Proof
// that it had been durable? Was something there that is gone?
Status JournalReader::State::look_behind(FrameFacts& facts) {
  const SegmentHeader& segment = list.segments[at_segment].header;
  behind = {};
  facts.drop_allowed = options.drop_damaged_end;
  const bool begun = facts.state == FrameState::torn && frame.header.offset == offset;
  const std::uint64_t written_to =
      segment.prewritten ? offset + (begun ? frame.header.frame_bytes : 0) + log_block_bytes
                         : (segment.format_version == 1 ? 0 : 2 * log_block_bytes);
  facts.cut = file_bytes < written_to;
  std::vector<std::byte> block(log_block_bytes);
  for (std::uint64_t at = offset; at < file_bytes; at += log_block_bytes) {
    const auto got = read_full(*file, at, block);
    if (!got.ok()) return got.status();
    const auto seen = std::span{block}.first(got.value());
    if (all_zero(seen)) continue;
    ++behind.stray_blocks;
    FrameHeader later;
    if (at == offset || decode_frame_header(seen, later) != HeaderFault::none) continue;
    const bool ours = later.shard == segment.shard && later.segment == segment.segment &&
                      later.epoch == segment.epoch && later.offset == at;
    if (!ours) continue;
    ++behind.dropped_frames;
    behind.dropped_records += later.count;
    if (later.durable >= place.expected) facts.proven_durable = true;
  }
  facts.rest_zero = behind.stray_blocks == 0;
  facts.frames_behind = behind.dropped_frames != 0;
  return {};
}

// The file may have grown since it was opened, and more files have come.
Status JournalReader::State::refresh() {
  auto again = list_segments(storage, options.shard, options.drop_damaged_end);
  // A list that cannot be made yet is looked at again with the rest.
  if (again.ok() && again.value().segments.size() > list.segments.size() &&
      again.value().segments[at_segment].number == list.segments[at_segment].number) {
    list = std::move(again.value());
  }
  const auto size = file->size();
  if (!size.ok()) return size.status();
  file_bytes = size.value();
  return {};
}

// As refresh(), but headers are read again only when there is a new file.
Status JournalReader::State::look_for_more() {
  const auto names = storage.list();
  if (!names.ok()) return names.status();
  std::uint64_t newest = 0;
  for (const std::string& name : names.value()) newest = std::max(newest, segment_number(name));
  if (list.segments.empty()) {
    if (Status status = list_all(); !status.ok()) return status;
    return list.segments.empty() ? Status{} : enter(0);
  }
  if (newest != list.segments.back().number) return refresh();
  const auto size = file->size();
  if (!size.ok()) return size.status();
  file_bytes = size.value();
  return {};
}

// The segment ends where its successor says: then everything else that it says has to be true too.
Status JournalReader::State::finish_segment() {
  const SegmentHeader& next = list.segments[at_segment + 1].header;
  if (next.predecessor_sequence + 1 != place.expected || next.predecessor_chain != place.chain) {
    return refuse(StatusCode::corrupt, list.segments[at_segment + 1].name +
                                           " continues another history (its predecessor ends at "
                                           "sequence " +
                                           std::to_string(next.predecessor_sequence) +
                                           "); put the right file back");
  }
  return {};
}

void JournalReader::State::accept_frame() {
  place.chain = frame.header.chain;
  frame.rewind();
  place.closed = frame.header.closes();
  point.pass(frame.header.last_sequence(), place.chain);
  ++report.frames;
  report.bytes += frame.header.frame_bytes;
  report.durable = std::max(report.durable, frame.header.durable);
  if (visitor != nullptr) visitor->frame(frame.header);
}

void JournalReader::State::end(bool torn) {
  ended = true;
  LogTail& tail = report.tail;
  report.live = live || storage.has_writer();
  tail.newest_number = list.newest_number;
  tail.abandoned = list.abandoned;
  if (list.segments.empty()) return;
  const SegmentHeader& last = list.segments.back().header;
  tail.segment = last.segment;
  tail.epoch = last.epoch;
  tail.shard = last.shard;
  tail.last_sequence = place.expected - 1;
  tail.last_time = report.records == 0 ? TimeNs{} : place.last_time;
  tail.bytes = offset;
  tail.chain = place.chain;
  tail.limits_hash = last.limits_hash;
  tail.semantics = last.semantics;
  // What a writer at work has begun is not torn.
  tail.torn = torn && !live;
  tail.closed = place.closed && !torn;
  tail.stray_blocks = live ? 0 : behind.stray_blocks;
  tail.dropped_frames = behind.dropped_frames;
  tail.dropped_records = behind.dropped_records;
  tail.whole_length = last.prewritten && file_bytes >= offset + log_block_bytes;
}

// Looks at the place of the next frame, once.
Result<FrameVerdict> JournalReader::State::look() {
  const bool has_successor = at_segment + 1 < list.segments.size();
  FrameFacts facts;
  facts.has_successor = has_successor;
  facts.at_successor_end =
      has_successor && offset == list.segments[at_segment + 1].header.predecessor_bytes;
  if (!facts.at_successor_end) {
    const auto state = look_at_frame();
    if (!state.ok()) return state.status();
    facts.state = state.value();
    const bool may_be_end = facts.state == FrameState::zero || facts.state == FrameState::torn;
    if (may_be_end && !has_successor) {
      if (Status status = look_behind(facts); !status.ok()) return status;
    }
  }
  return judge_frame(facts);
}

// Frames become visible piece by piece, but one is begun only when the last is whole. So what looks
// damaged while something stands behind it was seen too early, or is damaged.
Result<FrameVerdict> JournalReader::State::look_until_sure() {
  auto verdict = look();
  for (int looks = 1; looks <= looks_at_a_live_log; ++looks) {
    if (!verdict.ok()) return verdict;
    const bool sure = verdict.value() == FrameVerdict::read ||
                      verdict.value() == FrameVerdict::next_segment ||
                      verdict.value() == FrameVerdict::end_of_log;
    if (sure) return verdict;
    const bool writer = storage.has_writer();
    live |= writer;
    if (looks > 2 && verdict.value() == FrameVerdict::end_torn && writer) return verdict;
    if (looks > 2) std::this_thread::sleep_for(pause_between_looks);
    if (Status status = refresh(); !status.ok()) return status;
    verdict = look();
    if (!writer) return verdict;
  }
  return verdict;
}

// Goes to the next frame. Returns: false at the end of the log.
Result<bool> JournalReader::State::advance() {
  if (list.segments.empty()) {
    end(false);
    if (Status status = point.check(storage, place.expected - 1); !status.ok()) return status;
    return false;
  }
  const auto verdict = look_until_sure();
  if (!verdict.ok()) return verdict.status();
  switch (verdict.value()) {
    case FrameVerdict::read:
      accept_frame();
      if (options.at_least && frame.header.count != 0 &&
          place.expected > options.at_least->sequence) {
        if (Status status = point.check(storage, place.expected - 1); !status.ok()) return status;
      }
      return true;
    case FrameVerdict::next_segment:
      if (Status status = finish_segment(); !status.ok()) return status;
      if (Status status = enter(at_segment + 1); !status.ok()) return status;
      return true;
    case FrameVerdict::end_of_log:
    case FrameVerdict::end_torn:
      end(verdict.value() == FrameVerdict::end_torn);
      if (Status status = point.check(storage, place.expected - 1); !status.ok()) return status;
      return false;
    default: return refuse_frame(verdict.value());
  }
}

Status JournalReader::State::next_record(LogRecord& out) {
  if (Status status = frame.next(place.expected, place.last_time, out); !status.ok()) {
    return refuse(status.code(), status.message());
  }
  place.last_time = out.command.time;
  if (report.records++ == 0) report.first_sequence = place.expected;
  report.last_sequence = place.expected++;
  if (out.has_check) ++report.checks;
  return {};
}

JournalReader::JournalReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
JournalReader::~JournalReader() = default;

Result<std::unique_ptr<JournalReader>> JournalReader::open(Storage& storage,
                                                           const ReaderOptions& options,
                                                           LogVisitor* visitor) {
  auto state = std::make_unique<State>(storage, options, visitor);
  if (Status status = state->list_all(); !status.ok()) return status;
  if (!state->list.segments.empty()) {
    if (Status status = state->enter(0); !status.ok()) return status;
  }
  return std::unique_ptr<JournalReader>(new JournalReader(std::move(state)));
}

Result<bool> JournalReader::next(LogRecord& out) {
  State& s = *state_;
  if (!s.report.fault.ok()) return s.report.fault;
  while (!s.ended && s.frame.at_end()) {
    // The frame that was read is behind us only now, so that messages name where it stands.
    s.offset += s.frame.header.frame_bytes;
    s.frame.header = {};
    s.frame.rewind();
    const auto more = s.advance();
    if (!more.ok()) {
      s.report.live |= s.live;
      return s.report.fault = more.status();
    }
    if (!more.value()) break;
  }
  if (s.ended) return false;
  if (Status status = s.next_record(out); !status.ok()) return s.report.fault = status;
  if (s.visitor != nullptr) s.visitor->record(out);
  return true;
}

Status JournalReader::resume() {
  State& s = *state_;
  if (!s.report.fault.ok() || !s.ended) return s.report.fault;
  s.ended = s.live = false;
  s.frame.header = {};
  s.frame.rewind();
  return s.report.fault = s.look_for_more();
}

std::optional<Sequence> JournalReader::end_of_epoch(std::uint32_t epoch) const noexcept {
  for (const SegmentEntry& segment : state_->list.segments) {
    if (segment.header.epoch > epoch) return segment.header.first_sequence - 1;
  }
  return std::nullopt;
}

const LogTail& JournalReader::tail() const noexcept { return state_->report.tail; }
const LogReport& JournalReader::report() const noexcept { return state_->report; }

namespace {

// Returns: bytes of all segments: as far as their successors say that they are written, and of the
// last one all that its file has. 0 when that cannot be asked.
std::uint64_t bytes_of(Storage& storage, const SegmentList& list) {
  if (list.segments.empty()) return 0;
  std::uint64_t bytes = 0;
  for (std::size_t i = 1; i < list.segments.size(); ++i) {
    bytes += list.segments[i].header.predecessor_bytes;
  }
  const auto last = storage.open(list.segments.back().name, FileMode::read);
  if (!last.ok()) return 0;
  const auto size = last.value()->size();
  return size.ok() ? bytes + size.value() : 0;
}

}  // namespace

PartDone JournalReader::part_read() {
  if (!bytes_there_) bytes_there_ = bytes_of(state_->storage, state_->list);
  const std::uint64_t all = *bytes_there_;
  return {state_->ended ? all : std::min(all, state_->report.bytes), all};
}

LogReport inspect(Storage& storage, LogVisitor& visitor, const ReaderOptions& options) {
  constexpr std::uint64_t records_between_looks = 4'096;
  auto reader = JournalReader::open(storage, options, &visitor);
  if (!reader.ok()) {
    LogReport report;
    report.fault = reader.status();
    report.live = storage.has_writer();
    return report;
  }
  LogRecord record;
  for (std::uint64_t read = 1;; ++read) {
    const auto more = reader.value()->next(record);
    if (!more.ok() || !more.value()) return reader.value()->report();
    if (read % records_between_looks != 0) continue;
    if (!visitor.goes_on(reader.value()->part_read())) break;
  }
  LogReport report = reader.value()->report();
  report.stopped = true;
  report.live = storage.has_writer();
  return report;
}

LogReport verify(Storage& storage, const ReaderOptions& options) {
  LogVisitor nobody;
  return inspect(storage, nobody, options);
}

Result<LogTail> recover(Storage& storage, const ReaderOptions& options) {
  LogReport report = verify(storage, options);
  if (!report.ok()) return report.fault;
  return report.tail;
}

}  // namespace allot
