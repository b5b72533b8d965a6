// Tests of rules, as people write them: orders that are given, and what rules are to say of them.
//
//   rules shop.rules            # of which set; beside this file
//   case a stolen card
//     given o.total = 5000
//     given o.card = "4111"
//     given list stolen has "4111"
//     given v.card_fail = 5
//     given line price = 500, qty = 2
//     expect LISTED hit
//     expect verdict block
//
// What is not given is 0, false or the beginning of 1970; optional fields and features are not set
// then, lists and the order's lines empty.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cel/problem.hpp"
#include "rules/compiler.hpp"

namespace allot::rules {

// Returns: the file of rules that a file of tests is about; empty where it names none.
[[nodiscard]] std::string rules_named_by(std::string_view tests);

struct RuleTestRun {
  cel::Problems problems;  // what cannot be read, or was not as expected
  std::size_t cases{};
  std::size_t failed{};
};

// Requires: a set that is ok().
[[nodiscard]] RuleTestRun run_rule_tests(const CompiledRules& rules, const std::string& tests);

}  // namespace allot::rules
