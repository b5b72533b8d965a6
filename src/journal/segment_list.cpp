#include "journal/segment_list.hpp"

#include <algorithm>
#include <utility>

namespace allot {
namespace {

struct Candidate {
  SegmentEntry entry;
  HeaderFault fault{};
  HeaderVerdict verdict{};
};

[[nodiscard]] Status refuse(StatusCode code, const Storage& storage, const std::string& name,
                            const std::string& text) {
  return {code, storage.place() + "/" + name + ": " + text};
}

[[nodiscard]] Result<Candidate> look_at(Storage& storage, std::uint64_t number,
                                        const std::string& name) {
  auto file = storage.open(name, FileMode::read);
  if (!file.ok()) return file.status();
  std::vector<std::byte> block(log_block_bytes);
  const auto got = read_full(*file.value(), 0, block);
  if (!got.ok()) return got.status();
  const auto size = file.value()->size();
  if (!size.ok()) return size.status();
  Candidate found;
  found.entry.number = number;
  found.entry.name = name;
  found.fault = decode_segment_header(std::span{block}.first(got.value()), found.entry.header);
  found.verdict = judge_header({.fault = found.fault,
                                .beyond_header = size.value() > log_block_bytes,
                                .number_matches = found.entry.header.segment == number});
  if (found.fault == HeaderFault::none) found.entry.chain = segment_chain(block);
  return found;
}

[[nodiscard]] Status refuse_header(const Storage& storage, const Candidate& found) {
  const std::string& name = found.entry.name;
  if (found.verdict == HeaderVerdict::refuse_misplaced) {
    return refuse(StatusCode::corrupt, storage, name,
                  "this is segment " + std::to_string(found.entry.header.segment) +
                      " under another's name; put the right file back");
  }
  return refuse(StatusCode::corrupt, storage, name,
                "at offset 0: " + std::string{header_fault_text(found.fault)} +
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
  if (h.predecessor_epoch != before->header.epoch || h.limits_hash != before->header.limits_hash ||
      h.semantics != before->header.semantics) {
    return refuse(StatusCode::corrupt, storage, entry.name,
                  "it does not belong to the log of " + before->name +
                      " (epoch, limits or semantics differ); put the right file back");
  }
  return {};
}

}  // namespace

Result<SegmentList> list_segments(Storage& storage, std::uint32_t shard) {
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
    if (found.verdict != HeaderVerdict::refuse_version) continue;
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
    if (found.verdict == HeaderVerdict::abandoned) {
      list.abandoned.push_back(found.entry.name);
      continue;
    }
    if (found.verdict != HeaderVerdict::use) return refuse_header(storage, found);
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
