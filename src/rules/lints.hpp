// What can be said of rules without running them: those that never decide anything.
#pragma once

#include <cstddef>
#include <span>

#include "cel/graph.hpp"
#include "rules/rule_file.hpp"

namespace allot::rules {

// Of a condition that has errors.
inline constexpr cel::NodeIndex no_node = ~cel::NodeIndex{0};

// Adds: an error for a rule that can never hold; a warning for one that always does, and for one
// whose condition an earlier rule of its phase has. `order`: of decision; `alone`: the node of each
// rule's own condition.
void lint_conditions(const RuleFile& file, std::span<const std::size_t> order,
                     std::span<const cel::NodeIndex> alone, const cel::Graph& graph,
                     cel::Problems& problems);

// Adds a warning for each row that an earlier one of its table always comes before.
void lint_tables(const RuleFile& file, cel::Problems& problems);

}  // namespace allot::rules
