// What a compiled set does, rule by rule, for people.
#pragma once

#include <string>
#include <string_view>

#include "rules/compiler.hpp"

namespace allot::rules {

// Requires: a set that is ok(). `rule`: its id; empty: all of them.
// Returns:  the text; empty where no rule has this id.
[[nodiscard]] std::string explained(const CompiledRules& rules, std::string_view rule);

}  // namespace allot::rules
