// A rule set with something of everything, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/graph.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// A condition and the phase of the rule that has it. What it reads is not noted.
struct SampleRule {
  std::string_view id;
  RulePhase phase{};
  std::string_view condition;
};

// Attributes: ip (a token), account_age (a duration, required), points (an int). Lists: vip,
// stolen. Features: card_fail (a count), card_age (an age), ip_orders (a count in steps).
[[nodiscard]] RuleSet sample_declarations();
// Returns: the declarations with these rules compiled, in the order in which they are decided.
// `tables`: rows by the positions of rules.
[[nodiscard]] RuleSet sample_set(const std::vector<SampleRule>& rules,
                                 std::vector<cel::Table> tables = {});
[[nodiscard]] RuleSet sample_set();
// Two tables: rules A1 to A6, of which the first counts, and B1 to B5, in another order; then C.
[[nodiscard]] RuleSet sample_tables();

}  // namespace allot::rules
