// A parsed expression: nodes in one array, each with the place in the source that it came from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cel/function.hpp"
#include "cel/problem.hpp"
#include "cel/value.hpp"

namespace allot::cel {

using ExprId = std::uint32_t;

enum class ExprKind : std::uint8_t {
  literal,        // value
  ident,          // name; global when written with a point before it
  select,         // children: operand; name: the field
  has,            // the same, of has(operand.field)
  call,           // function, name as written; children: arguments, a target first
  list,           // children: elements
  map,            // children: key, value, key, value ...
  message,        // name; children: values of its fields
  comprehension,  // macro, name of the variable; children: range, condition or step, result
};

enum class Macro : std::uint8_t { all, exists, exists_one, map, filter };
[[nodiscard]] std::string_view name_of(Macro macro) noexcept;

struct Expr {
  ExprKind kind{};
  Function function{};
  Macro macro{};
  bool global{};      // of an ident or a message: looked up outside of every macro and container
  bool has_target{};  // of a call: written behind a point
  std::uint16_t depth{1};  // of nodes below it, itself included
  Range range;             // all of it
  Range mark;              // what problems point at: the operator, the name, the field
  Value value;
  std::string name;
  std::vector<ExprId> children;
};

// Children come before their parents: a walk from the front has seen what a node is made of.
struct Ast {
  std::vector<Expr> nodes;
  ExprId root{};

  [[nodiscard]] const Expr& operator[](ExprId id) const noexcept { return nodes[id]; }
  // Requires: a comprehension.
  [[nodiscard]] ExprId range_of(const Expr& expr) const noexcept { return expr.children[0]; }
};

}  // namespace allot::cel
