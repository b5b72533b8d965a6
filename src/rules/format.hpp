// The one way in which a rule file is written: what people argue about is decided here.
//
// Comments stay where they are, lines stay lines. Blanks are one each, between words and around
// operators; lines that go on with a statement are indented by four, rows of a table by two, with
// their bars below each other; several empty lines are one.
#pragma once

#include <string>

#include "cel/problem.hpp"
#include "rules/source.hpp"

namespace allot::rules {

struct FormattedRules {
  std::string text;        // where there is no problem
  cel::Problems problems;  // what keeps it from being read

  [[nodiscard]] bool ok() const noexcept { return problems.empty(); }
};

// Returns: a text that format_rules() leaves as it is, and that says the same. What is not read as
//          statements is told; names and types are not looked at.
[[nodiscard]] FormattedRules format_rules(const Source& source);

}  // namespace allot::rules
