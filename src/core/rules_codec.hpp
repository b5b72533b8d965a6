// Sections of the canonical encoding about rule sets, which came later and are there only where
// they say something (docs/rules.md §10).
#pragma once

#include "core/state_writer.hpp"
#include "risk/rule_sets.hpp"

namespace allot {

// Sets that are known, members of lists, features, and orders that features may hear more of.
void put_rules(StateWriter& out, const RuleSets& sets);

}  // namespace allot
