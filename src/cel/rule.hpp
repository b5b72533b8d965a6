// An expression of a rule, from its text to what can be evaluated, or to what is wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cel/ast.hpp"
#include "cel/checker.hpp"
#include "cel/environment.hpp"
#include "cel/parser.hpp"
#include "cel/problem.hpp"
#include "cel/profile.hpp"

namespace allot::cel {

struct RuleExpression {
  Ast ast;
  Checked checked;
  Cost cost;          // of one without errors
  Problems problems;  // errors, and warnings of unguarded reads; in the order of the source

  [[nodiscard]] bool ok() const noexcept { return !has_errors(problems); }
};

struct RuleDemands {
  // One without parts.
  TypeKind result{TypeKind::boolean};
  std::uint64_t steps_max{Work::steps_default};
};

// Everything that is wrong with it is told at once, as far as it can be read.
[[nodiscard]] RuleExpression compile(std::string_view source, const Environment& environment,
                                     RuleDemands demands = {});
// The same of what was parsed before, and perhaps changed since: another literal in the place of
// one.
[[nodiscard]] RuleExpression compile(Parsed parsed, const Environment& environment,
                                     RuleDemands demands = {});

}  // namespace allot::cel
