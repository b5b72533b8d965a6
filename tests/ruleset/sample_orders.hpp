// Values that the variables of a rule set can have, for tests.
#pragma once

#include <vector>

#include "cel/machine.hpp"
#include "cel/value.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// Returns: an order of two lines for the environment of the set. Every second optional field is
// set;
//          each list holds the token 7.
[[nodiscard]] cel::Values sample_values(const RuleSet& set);

// Returns: what comes of each rule for an order when every row of a table is looked at, one after
// the other. Requires: a program that may be run.
[[nodiscard]] std::vector<cel::Outcome> outcomes_by_row(const RuleSet& set,
                                                        const cel::Values& order);

}  // namespace allot::rules
