#include "journal/recovery.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace allot {
namespace {

using V = FrameVerdict;
using S = FrameState;

// One line per frame state; columns as in docs/journal_format.md.
struct Row {
  S state;
  V before_successor;   // has_successor, not yet at its end
  V last_rest_zero;     // last segment, only zeros from here on
  V last_rest_written;  // last segment, something follows
  V last_frames;        // last segment, later frames can be recognised
  V last_cut;           // last segment, the file is shorter than its writer left it
  V last_proven;        // last segment, a later frame proves that this was durable
};
constexpr std::array rows{
    Row{S::good, V::read, V::read, V::read, V::read, V::read, V::read},
    Row{S::zero, V::refuse_truncated, V::end_of_log, V::end_torn, V::refuse_frames_behind,
        V::refuse_cut, V::refuse_damaged},
    Row{S::torn, V::refuse_damaged, V::end_torn, V::end_torn, V::refuse_frames_behind,
        V::refuse_cut, V::refuse_damaged},
    Row{S::version_unknown, V::refuse_version, V::refuse_version, V::refuse_version,
        V::refuse_version, V::refuse_version, V::refuse_version},
    Row{S::invalid, V::refuse_damaged, V::refuse_damaged, V::refuse_damaged, V::refuse_damaged,
        V::refuse_damaged, V::refuse_damaged},
    Row{S::misplaced, V::refuse_misplaced, V::refuse_misplaced, V::refuse_misplaced,
        V::refuse_misplaced, V::refuse_misplaced, V::refuse_misplaced},
    Row{S::sequence_gap, V::refuse_gap, V::refuse_gap, V::refuse_gap, V::refuse_gap, V::refuse_gap,
        V::refuse_gap},
    Row{S::chain_broken, V::refuse_chain, V::refuse_chain, V::refuse_chain, V::refuse_chain,
        V::refuse_chain, V::refuse_chain},
};

V expected_of(const Row& row, const FrameFacts& facts) {
  if (facts.has_successor) {
    return facts.at_successor_end ? V::next_segment : row.before_successor;
  }
  if (facts.proven_durable) return row.last_proven;
  const bool may_be_end = row.state == S::zero || row.state == S::torn;
  if (facts.drop_allowed && may_be_end && (facts.cut || facts.frames_behind)) {
    // What is dropped is no clean end.
    return facts.cut || !facts.rest_zero || row.state == S::torn ? V::end_torn : V::end_of_log;
  }
  if (facts.cut) return row.last_cut;
  if (facts.frames_behind) return row.last_frames;
  return facts.rest_zero ? row.last_rest_zero : row.last_rest_written;
}

TEST(Recovery, FrameTableOverAllInputs) {
  int inputs = 0;
  for (const Row& row : rows) {
    for (unsigned bits = 0; bits < 128; ++bits) {
      const FrameFacts facts{.state = row.state,
                             .has_successor = (bits & 1U) != 0,
                             .at_successor_end = (bits & 2U) != 0,
                             .rest_zero = (bits & 4U) != 0,
                             .proven_durable = (bits & 8U) != 0,
                             .cut = (bits & 16U) != 0,
                             .frames_behind = (bits & 32U) != 0,
                             .drop_allowed = (bits & 64U) != 0};
      EXPECT_EQ(judge_frame(facts), expected_of(row, facts))
          << "state " << static_cast<int>(row.state) << " facts " << bits;
      ++inputs;
    }
  }
  EXPECT_EQ(inputs, 8 * 128);
}

TEST(Recovery, HeaderTableOverAllInputs) {
  using H = HeaderVerdict;
  struct HeaderRow {
    HeaderFault fault;
    std::array<H, 5> files;  // in the order of HeaderFile
  };
  constexpr auto all = [](H verdict) {
    return std::array<H, 5>{verdict, verdict, verdict, verdict, verdict};
  };
  constexpr std::array none{H::abandoned, H::refuse_cut, H::abandoned, H::abandoned,
                            H::refuse_damaged};
  constexpr std::array table{
      HeaderRow{HeaderFault::none, all(H::use)},
      HeaderRow{HeaderFault::zero, none},
      HeaderRow{HeaderFault::not_a_header, none},
      HeaderRow{HeaderFault::version_unknown, all(H::refuse_version)},
      HeaderRow{HeaderFault::field_invalid, all(H::refuse_damaged)},
  };
  for (const HeaderRow& row : table) {
    for (std::size_t file = 0; file < row.files.size(); ++file) {
      for (unsigned bits = 0; bits < 4; ++bits) {
        const HeaderFacts facts{.fault = row.fault,
                                .file = static_cast<HeaderFile>(file),
                                .number_matches = (bits & 1U) != 0,
                                .drop_allowed = (bits & 2U) != 0};
        H expected = row.files[file];
        if (expected == H::use && !facts.number_matches) expected = H::refuse_misplaced;
        if (expected == H::refuse_cut && facts.drop_allowed) expected = H::abandoned;
        EXPECT_EQ(judge_header(facts), expected);
      }
    }
  }
}

TEST(Recovery, SegmentNames) {
  EXPECT_EQ(segment_name(1), "0000000001.log");
  EXPECT_EQ(segment_name(segment_number_max), "9999999999.log");
  for (const std::uint64_t number : {std::uint64_t{1}, segment_number_max}) {
    EXPECT_EQ(segment_number(segment_name(number)), number);
  }
  for (const char* name : {"", ".log", "1.log", "000000001.log", "00000000001.log",
                           "10000000000.log", "18446744073709551615.log", "000000000x.log",
                           "0000000001.log~", "0000000001.LOG", "0000000000.log", "-000000001.log",
                           "+000000001.log", "99999999999999999999999.log", "snapshot"}) {
    EXPECT_EQ(segment_number(name), 0U) << name;
  }
}

}  // namespace
}  // namespace allot
