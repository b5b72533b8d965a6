#include "journal/recovery.hpp"

#include <charconv>

namespace allot {
namespace {

constexpr std::string_view suffix = ".log";
constexpr std::size_t digits = 10;

// The end of a segment that has a successor lies where the successor says, and nowhere else.
[[nodiscard]] FrameVerdict judge_before_successor(FrameState state) noexcept {
  switch (state) {
    case FrameState::good: return FrameVerdict::read;
    case FrameState::zero: return FrameVerdict::refuse_truncated;
    case FrameState::torn: return FrameVerdict::refuse_damaged;
    case FrameState::version_unknown: return FrameVerdict::refuse_version;
    case FrameState::invalid: return FrameVerdict::refuse_damaged;
    case FrameState::misplaced: return FrameVerdict::refuse_misplaced;
    case FrameState::sequence_gap: return FrameVerdict::refuse_gap;
    case FrameState::chain_broken: return FrameVerdict::refuse_chain;
  }
  return FrameVerdict::refuse_damaged;
}

// In the last segment a crash can have left zeros and torn writes, and nothing else.
[[nodiscard]] FrameVerdict judge_in_last(const FrameFacts& facts) noexcept {
  if (facts.state != FrameState::zero && facts.state != FrameState::torn) {
    return judge_before_successor(facts.state);
  }
  if (facts.proven_durable) return FrameVerdict::refuse_damaged;
  if (facts.cut && !facts.drop_allowed) return FrameVerdict::refuse_cut;
  if (facts.frames_behind && !facts.drop_allowed) return FrameVerdict::refuse_frames_behind;
  const bool clean = facts.state == FrameState::zero && facts.rest_zero && !facts.cut;
  if (clean) return FrameVerdict::end_of_log;
  return FrameVerdict::end_torn;
}

// A writer makes a file with zeros where the header will be and a block of them behind, then the
// header, then frames; one of format version 1 wrote the header alone.
HeaderVerdict judge_no_header(const HeaderFacts& facts) noexcept {
  switch (facts.file) {
    case HeaderFile::empty:
    case HeaderFile::header_only:
    case HeaderFile::fresh: return HeaderVerdict::abandoned;
    case HeaderFile::cut:
      return facts.drop_allowed ? HeaderVerdict::abandoned : HeaderVerdict::refuse_cut;
    case HeaderFile::longer: return HeaderVerdict::refuse_damaged;
  }
  return HeaderVerdict::refuse_damaged;
}

}  // namespace

HeaderVerdict judge_header(const HeaderFacts& facts) noexcept {
  switch (facts.fault) {
    case HeaderFault::none:
      return facts.number_matches ? HeaderVerdict::use : HeaderVerdict::refuse_misplaced;
    case HeaderFault::zero:
    case HeaderFault::not_a_header: return judge_no_header(facts);
    case HeaderFault::version_unknown: return HeaderVerdict::refuse_version;
    case HeaderFault::field_invalid: return HeaderVerdict::refuse_damaged;
  }
  return HeaderVerdict::refuse_damaged;
}

FrameVerdict judge_frame(const FrameFacts& facts) noexcept {
  if (!facts.has_successor) return judge_in_last(facts);
  if (facts.at_successor_end) return FrameVerdict::next_segment;
  return judge_before_successor(facts.state);
}

std::string segment_name(std::uint64_t number) {
  std::string name = std::to_string(number);
  if (name.size() < digits) name.insert(0, digits - name.size(), '0');
  return name.append(suffix);
}

std::uint64_t segment_number(std::string_view name) noexcept {
  if (name.size() != digits + suffix.size() || !name.ends_with(suffix)) return 0;
  name.remove_suffix(suffix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc{} && end == name.data() + name.size() ? number : 0;
}

}  // namespace allot
