// A rule set as `allot apply` takes it: lines of JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "allot/messages/enums.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::program {

// Returns: the commands load_rules that bring the set, each with at most so many of its bytes.
// Requires: part_bytes is not 0, and there are no more than 65,535 parts.
[[nodiscard]] std::vector<std::string> load_lines(const rules::RuleSet& set,
                                                  std::size_t part_bytes);
// Returns: the command that has the set of this version judge, be tried, or neither.
[[nodiscard]] std::string activate_line(std::uint32_t version, RulesMode mode);

}  // namespace allot::program
