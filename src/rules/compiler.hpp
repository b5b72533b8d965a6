// Compiles a rule file: to a rule set, or to everything that is wrong with it.
//
// A set with one fault is no set at all. Warnings are told beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/problem.hpp"
#include "cel/rule.hpp"
#include "rules/rule_file.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

inline constexpr std::uint64_t rule_steps_max = 50'000;  // of one rule

struct CompiledRules {
  std::optional<RuleSet> set;  // when there is no error
  cel::Problems problems;      // in the order of the file
  std::string text;            // the file, or what can be read of it
  // Of each rule of the set, by its order: what it costs alone, and what it was made of.
  std::vector<std::uint64_t> steps;
  std::vector<cel::RuleExpression> expressions;

  [[nodiscard]] bool ok() const noexcept { return set.has_value(); }
};

[[nodiscard]] CompiledRules compile_rules(std::string text);

// Returns: the problems as they are printed, each with its line and a caret.
[[nodiscard]] std::string rendered(const CompiledRules& rules, std::string_view file);

}  // namespace allot::rules
