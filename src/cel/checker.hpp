// Types of every part of an expression, before anything is evaluated.
#pragma once

#include <vector>

#include "cel/ast.hpp"
#include "cel/environment.hpp"
#include "cel/names.hpp"
#include "cel/problem.hpp"

namespace allot::cel {

struct Checked {
  Types types;
  std::vector<TypeId> of_node;  // by node; failed for what no part of the expression is
  References references;
  Problems problems;

  [[nodiscard]] bool ok() const noexcept { return !has_errors(problems); }
  [[nodiscard]] const Type& type_of(ExprId id) const noexcept { return types[of_node[id]]; }
};

// All that is wrong is told, each fault once.
[[nodiscard]] Checked check(const Ast& ast, const Environment& environment);

}  // namespace allot::cel
