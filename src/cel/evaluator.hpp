// An expression's value, by walking its tree.
//
// The naive evaluator: written to be read, and compared with. Every value, whatever its type, is
// looked at when it comes, so that it also evaluates what no checker has seen. No exception is
// thrown; what has no value is an error, which is a value. Threads: any number may evaluate one
// expression, each with its own Work.
#pragma once

#include <span>

#include "cel/ast.hpp"
#include "cel/names.hpp"
#include "cel/value.hpp"

namespace allot::cel {

// Requires: references of resolve() or check() for the same tree; a value for each variable of
//           their environment, in its order. An error stands for one that has no value.
// Returns:  the value. An error that && or || does not absorb and no ?: passes by is the result,
//           the leftmost in the source of several. One more than `work` allows is work_exhausted.
[[nodiscard]] Value evaluate(const Ast& ast, const References& references,
                             std::span<const Value> variables, Work& work);

}  // namespace allot::cel
