// What the rules of a shop speak of, for tests: an order with its lines, features, lists.
#pragma once

#include <string>
#include <string_view>

#include "cel/checker.hpp"
#include "cel/environment.hpp"
#include "cel/evaluator.hpp"
#include "cel/parser.hpp"
#include "cel/rule.hpp"

namespace allot::cel {

// Variables: o (an order), v (its features), vip, stolen, black_phone (sets of tokens), countries
// (a set of texts).
[[nodiscard]] Environment shop_environment();

// Returns: the value as it is shown, or the first problem as it is shown. Without a checker, as the
//          specification allows, when `checks` is false.
[[nodiscard]] std::string evaluated(std::string_view source, bool checks = true);
// The same with variables.
[[nodiscard]] std::string evaluated(std::string_view source, const Environment& environment,
                                    const Values& variables, bool checks = true);
// Returns: the texts of all problems of a rule, each in a line, warnings with a '?' before them.
[[nodiscard]] std::string problems_of(std::string_view source, const Environment& environment);
// Returns: "" for a rule of the shop without errors and warnings.
[[nodiscard]] std::string problems_of(std::string_view source);

}  // namespace allot::cel
