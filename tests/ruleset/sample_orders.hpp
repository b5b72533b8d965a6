// Values that the variables of a rule set can have, for tests.
#pragma once

#include "cel/value.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// Returns: an order of two lines for the environment of the set. Every second optional field is
// set;
//          each list holds the token 7.
[[nodiscard]] cel::Values sample_values(const RuleSet& set);

}  // namespace allot::rules
