#include "journal/segment_list.hpp"

#include <algorithm>
#include <utility>

namespace allot {
namespace {

struct Candidate {
  SegmentEntry entry;
  HeaderFacts facts;
  std::uint64_t bytes{};
};

// What a writer leaves behind the header when it has just made the file.
constexpr std::uint64_t fresh_bytes = 2 * log_block_bytes;

[[nodiscard]] Status refuse(StatusCode code, const Storage& storage, const std::string& name,
                            const std::string& text) {
  return {code, storage.place() + "/" + name + ": " + text};
}

[[nodiscard]] HeaderFile file_facts(std::uint64_t bytes,
                                    std::span<const std::byte> start) noexcept {
  if (bytes == 0) return HeaderFile::empty;
  if (bytes < log_block_bytes) return HeaderFile::cut;
  if (bytes == log_block_bytes) return HeaderFile::header_only;
  const auto behind = start.subspan(std::min(start.size(), log_block_bytes));
  const bool zero =
      std::all_of(behind.begin(), behind.end(), [](std::byte b) { return b == std::byte{0}; });
  return bytes <= fresh_bytes && zero ? HeaderFile::fresh : HeaderFile::longer;
}

[[nodiscard]] Result<Candidate> look_at(Storage& storage, std::uint64_t number,
                                        const std::string& name) {
  auto file = storage.open(name, FileMode::read);
  if (!file.ok()) return file.status();
  const auto size = file.value()->size();
  if (!size.ok()) return size.status();
  if (size.value() > segment_bytes_cap) {
    return refuse(StatusCode::corrupt, storage, name,
                  std::to_string(size.value()) +
                      " bytes are longer than any segment; put the "
                      "right file back, or move this one away");
  }
  std::vector<std::byte> start(fresh_bytes);
  const auto got = read_full(*file.value(), 0, start);
  if (!got.ok()) return got.status();
  const auto seen = std::span{start}.first(got.value());
  const auto header = seen.first(std::min(seen.size(), log_block_bytes));
  Candidate found;
  found.bytes = size.value();
  found.entry.number = number;
  found.entry.name = name;
  found.facts.fault = decode_segment_header(header, found.entry.header);
  found.facts.file = file_facts(size.value(), seen);
  found.facts.number_matches = found.entry.header.segment == number;
  if (found.facts.fault == HeaderFault::none) found.entry.chain = segment_chain(header);
  return found;
}

[[nodiscard]] Status refuse_header(const Storage& storage, const Candidate& found,
                                   HeaderVerdict verdict) {
  const std::string& name = found.entry.name;
  if (verdict == HeaderVerdict::refuse_misplaced) {
    return refuse(StatusCode::corrupt, storage, name,
                  "this is segment " + std::to_string(found.entry.header.segment) +
                      " under another's name; put the right file back");
  }
  if (verdict == HeaderVerdict::refuse_cut) {
    return refuse(StatusCode::truncated, storage, name,
                  "it was cut inside its header, at " + std::to_string(found.bytes) +
                      " bytes, a length that no writer leaves; restore this file from a copy");
  }
  return refuse(StatusCode::corrupt, storage, name,
                "at offset 0: " + std::string{header_fault_text(found.facts.fault)} +
                    ", but frames follow; restore this file from a copy");
}

// The links between one segment and the next; the ends they claim are proved while reading.
[[nodiscard]] Status check_link(const Storage& storage, const SegmentList& list,
                                const SegmentEntry& entry) {
  const SegmentEntry* before = list.segments.empty() ? nullptr : &list.segments.back();
  const SegmentHeader& h = entry.header;
  const std::uint64_t expected = before == nullptr ? 0 : before->number;
  const std::string predecessor = segment_name(h.predecessor);
  if (std::find(list.abandoned.begin(), list.abandoned.end(), predecessor) !=
      list.abandoned.end()) {
    return refuse(StatusCode::corrupt, storage, entry.name,
                  "it continues " + predecessor +
                      ", which is there but too short to be read; restore that file from a copy");
  }
  if (h.predecessor != expected) {
    return refuse(StatusCode::corrupt, storage, entry.name,
                  "it continues " + predecessor + ", but the segment before it is " +
                      (expected == 0 ? "missing" : segment_name(expected)) +
                      "; put the right files back");
  }
  if (before == nullptr) {
    if (h.first_sequence == 1 && h.predecessor_bytes == 0) return {};
    return refuse(StatusCode::corrupt, storage, entry.name,
                  "the first segment does not begin at sequence 1");
  }
  // Until the first record, which names them, no limits are those of the log.
  const bool same_limits = h.limits_hash == before->header.limits_hash || h.first_sequence == 1;
  if (h.predecessor_epoch != before->header.epoch || !same_limits ||
      h.semantics != before->header.semantics) {
    return refuse(StatusCode::corrupt, storage, entry.name,
                  "it does not belong to the log of " + before->name +
                      " (epoch, limits or semantics differ); put the right file back");
  }
  return {};
}

}  // namespace

Result<SegmentList> list_segments(Storage& storage, std::uint32_t shard, bool drop_allowed) {
  auto names = storage.list();
  if (!names.ok()) return names.status();
  std::vector<std::pair<std::uint64_t, std::string>> files;
  for (std::string& name : names.value()) {
    if (const std::uint64_t number = segment_number(name); number != 0) {
      files.emplace_back(number, std::move(name));
    }
  }
  std::sort(files.begin(), files.end());

  std::vector<Candidate> candidates;
  for (const auto& [number, name] : files) {
    auto found = look_at(storage, number, name);
    if (!found.ok()) return found.status();
    candidates.push_back(std::move(found.value()));
  }
  // Unknown versions first: nothing else that is said about such a log can be trusted.
  for (const Candidate& found : candidates) {
    if (found.facts.fault != HeaderFault::version_unknown) continue;
    return refuse(StatusCode::unsupported, storage, found.entry.name,
                  "format version " + std::to_string(found.entry.header.format_version) +
                      ", semantics " + std::to_string(found.entry.header.semantics.version()) +
                      "; this library reads format " + std::to_string(log_format_version) +
                      ", semantics " + std::to_string(Semantics::oldest) + " to " +
                      std::to_string(Semantics::newest));
  }

  SegmentList list;
  if (!files.empty()) list.newest_number = files.back().first;
  for (Candidate& found : candidates) {
    // A log whose first file was cut has nothing that could be gone on with.
    found.facts.drop_allowed = drop_allowed && !list.segments.empty();
    const HeaderVerdict verdict = judge_header(found.facts);
    if (verdict == HeaderVerdict::abandoned) {
      list.abandoned.push_back(found.entry.name);
      continue;
    }
    if (verdict != HeaderVerdict::use) return refuse_header(storage, found, verdict);
    if (found.entry.header.shard != shard) {
      return refuse(StatusCode::invalid_argument, storage, found.entry.name,
                    "shard " + std::to_string(found.entry.header.shard) +
                        " was written here, not " + std::to_string(shard));
    }
    if (Status status = check_link(storage, list, found.entry); !status.ok()) return status;
    list.segments.push_back(std::move(found.entry));
  }
  return list;
}

}  // namespace allot
