#include "journal/journal_reader.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "journal/byte_order.hpp"
#include "journal/record_layout.hpp"
#include "journal/segment_list.hpp"

namespace allot {
namespace {

[[nodiscard]] bool all_zero(std::span<const std::byte> bytes) noexcept {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

}  // namespace

struct JournalReader::State {
  State(Storage& disk, const ReaderOptions& chosen, LogVisitor* watcher)
      : storage(disk), options(chosen), visitor(watcher) {}

  Status list_all();
  Status enter(std::size_t index);
  Result<bool> advance();
  Result<FrameVerdict> look();
  Result<FrameVerdict> look_until_sure();
  Result<FrameState> look_at_frame();
  Status look_behind(FrameFacts& facts);
  Status refresh();
  Status finish_segment();
  void pass(Sequence sequence, const LogChain& behind) noexcept;
  [[nodiscard]] Status check_point() const;
  Status decode_next(LogRecord& out);
  void accept_frame();
  void end(bool torn);
  [[nodiscard]] Status refuse(StatusCode code, const std::string& text) const;
  [[nodiscard]] Status refuse_frame(FrameVerdict verdict) const;

  Storage& storage;
  ReaderOptions options;
  LogVisitor* visitor;
  SegmentList list;

  std::size_t at_segment{};
  std::unique_ptr<StorageFile> file;
  std::uint64_t file_bytes{};
  std::uint64_t offset{log_block_bytes};  // of the next frame
  LogChain chain;
  Sequence expected{1};  // sequence of the next record
  TimeNs last_time{};
  bool any_record{};
  bool last_frame_closes{};

  bool at_point{};  // options.at_least was met: the log had that chain behind that sequence

  FrameHeader frame;
  std::vector<std::byte> bytes;          // of the frame
  std::uint32_t index{};                 // of the next record in it
  std::size_t cursor{};                  // behind the header
  std::vector<std::uint64_t> list_room;  // for the lists of the record that was read last
  DecodedRecord decoded;

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
                    std::to_string(offset) + ", sequence " + std::to_string(expected) + ": " +
                    text};
}

Status JournalReader::State::refuse_frame(FrameVerdict verdict) const {
  const std::string restore = advice(live, "restore this file from a copy");
  switch (verdict) {
    case FrameVerdict::refuse_version:
      return refuse(StatusCode::unsupported,
                    "a frame of another version (format " + std::to_string(frame.format_version) +
                        ", semantics " + std::to_string(frame.semantics.version()) +
                        "); use the version of this library that wrote it");
    case FrameVerdict::refuse_truncated:
      return refuse(StatusCode::corrupt, "the segment ends here, but " +
                                             list.segments[at_segment + 1].name +
                                             " says that more was durable" + restore);
    case FrameVerdict::refuse_misplaced:
      return refuse(StatusCode::corrupt,
                    "a frame that belongs to shard " + std::to_string(frame.shard) + ", epoch " +
                        std::to_string(frame.epoch) + ", segment " + std::to_string(frame.segment) +
                        ", offset " + std::to_string(frame.offset) + restore);
    case FrameVerdict::refuse_gap:
      return refuse(StatusCode::corrupt,
                    "a frame begins at sequence " + std::to_string(frame.first_sequence) + restore);
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
  chain = entry.chain;
  pass(entry.header.first_sequence - 1, chain);
  last_frame_closes = false;
  ++report.segments;
  report.semantics = entry.header.semantics;
  report.bytes += log_block_bytes;
  report.durable = std::max(report.durable, entry.header.predecessor_sequence);
  if (visitor != nullptr) visitor->segment(entry.header, entry.name);
  return {};
}

// Reads header and body of the frame at `offset` into `frame` and `bytes`.
Result<FrameState> JournalReader::State::look_at_frame() {
  frame = {};
  bytes.resize(frame_header_bytes);
  auto got = read_full(*file, offset, bytes);
  if (!got.ok()) return got.status();
  switch (decode_frame_header(std::span{bytes}.first(got.value()), frame)) {
    case HeaderFault::none: break;
    case HeaderFault::zero: return FrameState::zero;
    case HeaderFault::not_a_header: return FrameState::torn;
    case HeaderFault::version_unknown: return FrameState::version_unknown;
    case HeaderFault::field_invalid: return FrameState::invalid;
  }
  const SegmentHeader& segment = list.segments[at_segment].header;
  if (frame.shard != segment.shard || frame.segment != segment.segment ||
      frame.epoch != segment.epoch || frame.semantics != segment.semantics ||
      frame.offset != offset) {
    return FrameState::misplaced;
  }
  if (frame.frame_bytes > file_bytes - offset) return FrameState::torn;
  bytes.resize(frame.frame_bytes);
  got = read_full(*file, offset, bytes);
  if (!got.ok()) return got.status();
  if (got.value() != bytes.size() || !frame_body_intact(frame, bytes)) return FrameState::torn;
  if (frame.first_sequence != expected) return FrameState::sequence_gap;
  if (frame_chain(frame, chain, bytes) != frame.chain) return FrameState::chain_broken;
  if (at_segment + 1 < list.segments.size() &&
      offset + frame.frame_bytes > list.segments[at_segment + 1].header.predecessor_bytes) {
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
  const bool begun = facts.state == FrameState::torn && frame.offset == offset;
  const std::uint64_t written_to = segment.prewritten
                                       ? offset + (begun ? frame.frame_bytes : 0) + log_block_bytes
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
    if (later.durable >= expected) facts.proven_durable = true;
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

// Notes whether the host's point lies here.
void JournalReader::State::pass(Sequence sequence, const LogChain& after) noexcept {
  if (!options.at_least || options.at_least->sequence != sequence) return;
  at_point |= options.at_least->chain == LogChain{} || options.at_least->chain == after;
}

// At the end, or before a record behind the host's point: was the point met?
Status JournalReader::State::check_point() const {
  if (!options.at_least) return {};
  const Sequence least = options.at_least->sequence;
  if (expected - 1 < least) {
    return {StatusCode::truncated,
            storage.place() + ": the log ends at sequence " + std::to_string(expected - 1) +
                ", and " + std::to_string(least) + " was there before; restore it from a copy"};
  }
  const bool inside = options.at_least->chain == LogChain{};
  if (at_point || inside) return {};
  return {StatusCode::corrupt,
          storage.place() + ": at sequence " + std::to_string(least) +
              " the log never had the chain that was seen there: it is another log, or another "
              "history of it; put the right files back"};
}

// The segment ends where its successor says: then everything else that it says has to be true too.
Status JournalReader::State::finish_segment() {
  const SegmentHeader& next = list.segments[at_segment + 1].header;
  if (next.predecessor_sequence + 1 != expected || next.predecessor_chain != chain) {
    return refuse(StatusCode::corrupt, list.segments[at_segment + 1].name +
                                           " continues another history (its predecessor ends at "
                                           "sequence " +
                                           std::to_string(next.predecessor_sequence) +
                                           "); put the right file back");
  }
  return {};
}

void JournalReader::State::accept_frame() {
  chain = frame.chain;
  index = 0;
  cursor = 0;
  last_frame_closes = frame.closes();
  pass(frame.last_sequence(), chain);
  ++report.frames;
  report.bytes += frame.frame_bytes;
  report.durable = std::max(report.durable, frame.durable);
  if (visitor != nullptr) visitor->frame(frame);
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
  tail.last_sequence = expected - 1;
  tail.last_time = last_time;
  tail.bytes = offset;
  tail.chain = chain;
  tail.limits_hash = last.limits_hash;
  tail.semantics = last.semantics;
  // What a writer at work has begun is not torn.
  tail.torn = torn && !live;
  tail.closed = last_frame_closes && !torn;
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
    if (Status status = check_point(); !status.ok()) return status;
    return false;
  }
  const auto verdict = look_until_sure();
  if (!verdict.ok()) return verdict.status();
  switch (verdict.value()) {
    case FrameVerdict::read:
      accept_frame();
      if (options.at_least && frame.count != 0 && expected > options.at_least->sequence) {
        if (Status status = check_point(); !status.ok()) return status;
      }
      return true;
    case FrameVerdict::next_segment:
      if (Status status = finish_segment(); !status.ok()) return status;
      if (Status status = enter(at_segment + 1); !status.ok()) return status;
      return true;
    case FrameVerdict::end_of_log:
    case FrameVerdict::end_torn:
      end(verdict.value() == FrameVerdict::end_torn);
      if (Status status = check_point(); !status.ok()) return status;
      return false;
    default: return refuse_frame(verdict.value());
  }
}

Status JournalReader::State::decode_next(LogRecord& out) {
  const auto body = std::span<const std::byte>{bytes}.subspan(frame_header_bytes, frame.body_bytes);
  const auto rest = body.subspan(cursor);
  // Room for all that the record's bytes could hold, as lines or as ids, not for what it claims.
  const std::size_t units = rest.size() < 2 ? 0 : load<std::uint16_t>(rest.data());
  const std::size_t record = std::min(units * 8, rest.size());
  const std::size_t words =
      record / record_layout::line_bytes * (sizeof(OrderLine) / 8) + record / 8 + 1;
  if (list_room.size() < words) list_room.resize(words);
  const RecordFault fault =
      decode_record(rest, expected, frame.base_time, ListRoom(std::span(list_room)), decoded);
  if (fault != RecordFault::none) {
    const bool newer = fault == RecordFault::type_unknown || fault == RecordFault::flags_unknown;
    return refuse(newer ? StatusCode::unsupported : StatusCode::corrupt,
                  "record " + std::to_string(index) +
                      " of the frame: " + std::string{record_fault_text(fault)} +
                      (newer ? "; use the version of this library that wrote it" : ""));
  }
  if (any_record && decoded.command.time < last_time) {
    return refuse(StatusCode::corrupt,
                  "record " + std::to_string(index) + " of the frame: its time goes back");
  }
  const bool last = index + 1 == frame.count;
  if (last && cursor + decoded.bytes != body.size()) {
    return refuse(StatusCode::corrupt, "bytes behind the frame's last record");
  }
  out.command = decoded.command;
  out.has_check = frame.has_checks;
  out.check = 0;
  if (frame.has_checks) {
    out.check = load<std::uint32_t>(bytes.data() + frame_header_bytes + frame.body_bytes +
                                    std::size_t{index} * 4);
  }
  out.epoch = frame.epoch;
  out.bytes = static_cast<std::uint32_t>(decoded.bytes);
  out.position = {.segment = frame.segment, .offset = offset + frame_header_bytes + cursor};
  cursor += decoded.bytes;
  ++index;
  last_time = decoded.command.time;
  any_record = true;
  if (report.records++ == 0) report.first_sequence = expected;
  report.last_sequence = expected++;
  if (frame.has_checks) ++report.checks;
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
  while (!s.ended && s.index == s.frame.count) {
    // The frame that was read is behind us only now, so that messages name where it stands.
    s.offset += std::exchange(s.frame.frame_bytes, 0);
    s.frame = {};
    s.index = 0;
    const auto more = s.advance();
    if (!more.ok()) {
      s.report.live |= s.live;
      return s.report.fault = more.status();
    }
    if (!more.value()) break;
  }
  if (s.ended) return false;
  if (Status status = s.decode_next(out); !status.ok()) return s.report.fault = status;
  if (s.visitor != nullptr) s.visitor->record(out);
  return true;
}

const LogTail& JournalReader::tail() const noexcept { return state_->report.tail; }
const LogReport& JournalReader::report() const noexcept { return state_->report; }

LogReport inspect(Storage& storage, LogVisitor& visitor, const ReaderOptions& options) {
  auto reader = JournalReader::open(storage, options, &visitor);
  if (!reader.ok()) {
    LogReport report;
    report.fault = reader.status();
    report.live = storage.has_writer();
    return report;
  }
  LogRecord record;
  for (;;) {
    const auto more = reader.value()->next(record);
    if (!more.ok() || !more.value()) break;
  }
  return reader.value()->report();
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
