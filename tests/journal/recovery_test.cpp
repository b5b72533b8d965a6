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
  V last_proven;        // last segment, a later frame proves that this was durable
};
constexpr std::array rows{
    Row{S::good, V::read, V::read, V::read, V::read},
    Row{S::zero, V::refuse_truncated, V::end_of_log, V::end_torn, V::refuse_damaged},
    Row{S::torn, V::refuse_damaged, V::end_torn, V::end_torn, V::refuse_damaged},
    Row{S::version_unknown, V::refuse_version, V::refuse_version, V::refuse_version,
        V::refuse_version},
    Row{S::invalid, V::refuse_damaged, V::refuse_damaged, V::refuse_damaged, V::refuse_damaged},
    Row{S::misplaced, V::refuse_misplaced, V::refuse_misplaced, V::refuse_misplaced,
        V::refuse_misplaced},
    Row{S::sequence_gap, V::refuse_gap, V::refuse_gap, V::refuse_gap, V::refuse_gap},
    Row{S::chain_broken, V::refuse_chain, V::refuse_chain, V::refuse_chain, V::refuse_chain},
};

TEST(Recovery, FrameTableOverAllInputs) {
  int inputs = 0;
  for (const Row& row : rows) {
    for (unsigned bits = 0; bits < 16; ++bits) {
      const FrameFacts facts{.state = row.state,
                             .has_successor = (bits & 1U) != 0,
                             .at_successor_end = (bits & 2U) != 0,
                             .rest_zero = (bits & 4U) != 0,
                             .proven_durable = (bits & 8U) != 0};
      V expected = row.last_rest_written;
      if (facts.has_successor) {
        expected = facts.at_successor_end ? V::next_segment : row.before_successor;
      } else if (facts.proven_durable) {
        expected = row.last_proven;
      } else if (facts.rest_zero) {
        expected = row.last_rest_zero;
      }
      EXPECT_EQ(judge_frame(facts), expected)
          << "state " << static_cast<int>(row.state) << " facts " << bits;
      ++inputs;
    }
  }
  EXPECT_EQ(inputs, 8 * 16);
}

TEST(Recovery, HeaderTableOverAllInputs) {
  struct HeaderRow {
    HeaderFault fault;
    HeaderVerdict short_file;
    HeaderVerdict long_file;
  };
  constexpr std::array table{
      HeaderRow{HeaderFault::none, HeaderVerdict::use, HeaderVerdict::use},
      HeaderRow{HeaderFault::zero, HeaderVerdict::abandoned, HeaderVerdict::refuse_damaged},
      HeaderRow{HeaderFault::not_a_header, HeaderVerdict::abandoned, HeaderVerdict::refuse_damaged},
      HeaderRow{HeaderFault::version_unknown, HeaderVerdict::refuse_version,
                HeaderVerdict::refuse_version},
      HeaderRow{HeaderFault::field_invalid, HeaderVerdict::refuse_damaged,
                HeaderVerdict::refuse_damaged},
  };
  for (const HeaderRow& row : table) {
    for (const bool beyond : {false, true}) {
      for (const bool matches : {false, true}) {
        HeaderVerdict expected = beyond ? row.long_file : row.short_file;
        if (row.fault == HeaderFault::none && !matches) expected = HeaderVerdict::refuse_misplaced;
        EXPECT_EQ(
            judge_header({.fault = row.fault, .beyond_header = beyond, .number_matches = matches}),
            expected);
      }
    }
  }
}

TEST(Recovery, SegmentNames) {
  EXPECT_EQ(segment_name(1), "0000000001.log");
  EXPECT_EQ(segment_name(12'345'678'901), "12345678901.log");
  for (const std::uint64_t number : {1ULL, 9'999'999'999ULL, 10'000'000'000ULL, ~0ULL}) {
    EXPECT_EQ(segment_number(segment_name(number)), number);
  }
  for (const char* name : {"", ".log", "1.log", "000000001.log", "00000000001.log",
                           "000000000x.log", "0000000001.log~", "0000000001.LOG", "0000000000.log",
                           "-000000001.log", "99999999999999999999999.log", "snapshot"}) {
    EXPECT_EQ(segment_number(name), 0U) << name;
  }
}

}  // namespace
}  // namespace allot
