#include "cel/graph.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "cel/functions.hpp"

namespace allot::cel {

NodeIndex Graph::add(const Ast& ast, const Checked& checked) {
  const NodeIndex root = read(ast, checked);
  ask(root);
  return root;
}

NodeIndex Graph::read(const Ast& ast, const Checked& checked) {
  Source source{ast, checked, {}};
  return node_of(source, ast.root);
}

void Graph::ask(NodeIndex root) {
  roots_.push_back(root);
  ++nodes_[root].uses;
}

const Value* Graph::constant_at(NodeIndex index) const noexcept {
  const GraphNode& node = nodes_[index];
  return node.kind == NodeKind::constant ? &constants_[node.index] : nullptr;
}

NodeIndex Graph::added(GraphNode node) {
  std::vector<std::uint32_t> key{
      static_cast<std::uint32_t>(node.kind), static_cast<std::uint32_t>(node.function),
      static_cast<std::uint32_t>(node.macro), static_cast<std::uint32_t>(node.type), node.index};
  key.insert(key.end(), node.children.begin(), node.children.end());
  const auto [found, is_new] = known_.try_emplace(key, static_cast<NodeIndex>(nodes_.size()));
  if (!is_new) return found->second;
  for (const NodeIndex child : node.children) {
    ++nodes_[child].uses;
    node.levels |= nodes_[child].levels;
  }
  // What is inside a macro and depends on its variable does not do so outside of it. Its list is
  // outside: there is no variable of its level yet.
  if (node.kind == NodeKind::comprehension) node.levels &= ~(1U << (node.index - 1));
  nodes_.push_back(std::move(node));
  return found->second;
}

NodeIndex Graph::constant(const Value& value, TypeKind type) {
  GraphNode node;
  node.kind = NodeKind::constant;
  node.type = type;
  const auto [found, is_new] =
      known_constants_.try_emplace(shown(value), static_cast<std::uint32_t>(constants_.size()));
  if (is_new) constants_.push_back(value);
  node.index = found->second;
  return added(std::move(node));
}

// As deep as the tree, which the parser bounds.
NodeIndex Graph::node_of(Source& source, ExprId id) {
  const Expr& expr = source.ast[id];
  const Reference& reference = source.checked.references[id];
  GraphNode node;
  node.type = source.checked.type_of(id).kind;
  if (reference.kind == ReferenceKind::variable) {
    node.kind = NodeKind::variable;
    node.index = reference.index;
    return added(std::move(node));
  }
  if (reference.kind == ReferenceKind::local) {
    node.kind = NodeKind::element;
    node.index = source.levels[reference.index];
    node.levels = 1U << (node.index - 1);
    return added(std::move(node));
  }
  switch (expr.kind) {
    case ExprKind::literal: return constant(expr.value, node.type);
    case ExprKind::select: return field(source, id, NodeKind::field);
    case ExprKind::has: return field(source, id, NodeKind::has);
    case ExprKind::list: return list(source, id);
    case ExprKind::comprehension: return comprehension(source, id);
    default: return call(source, id);
  }
}

NodeIndex Graph::field(Source& source, ExprId id, NodeKind kind) {
  const Expr& expr = source.ast[id];
  const Type& operand = source.checked.type_of(expr.children[0]);
  GraphNode node;
  node.kind = kind;
  node.type = source.checked.type_of(id).kind;
  node.index = environment_.struct_of(operand).find(expr.name).value_or(0);
  node.children = {node_of(source, expr.children[0])};
  return added(std::move(node));
}

// The profile has no lists of anything but constants, except on the right of `in`.
NodeIndex Graph::list(Source& source, ExprId id) {
  Values values;
  for (const ExprId child : source.ast[id].children) {
    const Value value = *constant_at(node_of(source, child));
    if (value.is_error()) return constant(value, TypeKind::list);
    values.push_back(value);
  }
  return constant(Value::list(std::move(values)), TypeKind::list);
}

NodeIndex Graph::comprehension(Source& source, ExprId id) {
  const Expr& expr = source.ast[id];
  GraphNode node;
  node.kind = NodeKind::comprehension;
  node.macro = expr.macro;
  node.type = TypeKind::boolean;
  node.children = {node_of(source, expr.children[0])};
  node.index = static_cast<std::uint32_t>(source.levels.size()) + 1;
  source.levels[id] = node.index;
  node.children.push_back(node_of(source, expr.children[1]));
  source.levels.erase(id);
  return added(std::move(node));
}

NodeIndex Graph::call(Source& source, ExprId id) {
  const Expr& expr = source.ast[id];
  if (expr.function == Function::in) return found_in(source, id);
  std::vector<NodeIndex> arguments;
  for (const ExprId child : expr.children) arguments.push_back(node_of(source, child));
  const TypeKind type = source.checked.type_of(id).kind;
  switch (expr.function) {
    case Function::logical_and:
    case Function::logical_or: return chained(expr.function, arguments);
    case Function::conditional: {
      if (const Value* condition = constant_at(arguments[0])) {
        const auto* truth = condition->as<bool>();
        // An error is one of the type that the whole has.
        if (truth == nullptr) return constant(Value(*condition), type);
        return arguments[*truth ? 1 : 2];
      }
      GraphNode node;
      node.kind = NodeKind::conditional;
      node.type = type;
      node.children = std::move(arguments);
      return added(std::move(node));
    }
    default: return calculated(expr.function, type, std::move(arguments));
  }
}

NodeIndex Graph::chained(Function function, const std::vector<NodeIndex>& operands) {
  const bool decides = function == Function::logical_or;
  GraphNode node;
  node.kind = NodeKind::chain;
  node.function = function;
  node.type = TypeKind::boolean;
  for (const NodeIndex operand : operands) {
    const Value* value = constant_at(operand);
    const auto* truth = value == nullptr ? nullptr : value->as<bool>();
    if (truth != nullptr && *truth == decides) return operand;
    // What decides nothing is left out, and so is what was asked before.
    if (truth != nullptr) continue;
    const auto before = std::find(node.children.begin(), node.children.end(), operand);
    if (before == node.children.end()) node.children.push_back(operand);
  }
  if (node.children.empty()) return constant(!decides, TypeKind::boolean);
  if (node.children.size() == 1) return node.children[0];
  return added(std::move(node));
}

NodeIndex Graph::calculated(Function function, TypeKind type, std::vector<NodeIndex> arguments) {
  Values values;
  for (const NodeIndex argument : arguments) {
    const Value* value = constant_at(argument);
    if (value == nullptr) break;
    if (value->is_error()) return constant(*value, type);
    values.push_back(*value);
  }
  if (values.size() == arguments.size()) {
    Work work;
    const bool method = is_calendar_part(function) || function == Function::contains ||
                        function == Function::starts_with || function == Function::ends_with;
    return constant(apply(function, method, values, 0, work), type);
  }
  // A conversion of what is of its type already.
  if (arguments.size() == 1 && function >= Function::to_bool && nodes_[arguments[0]].type == type) {
    return arguments[0];
  }
  GraphNode node;
  node.kind = NodeKind::call;
  node.function = function;
  node.type = type;
  node.children = std::move(arguments);
  return added(std::move(node));
}

// In a list that is written in the rule, of which not all is constant, a value is looked for by
// comparing it with each element.
NodeIndex Graph::found_in(Source& source, ExprId id) {
  const Expr& expr = source.ast[id];
  const NodeIndex wanted = node_of(source, expr.children[0]);
  const Expr& right = source.ast[expr.children[1]];
  if (right.kind != ExprKind::list) {
    return calculated(Function::in, TypeKind::boolean, {wanted, node_of(source, expr.children[1])});
  }
  std::vector<NodeIndex> elements;
  for (const ExprId child : right.children) elements.push_back(node_of(source, child));
  const bool constants = std::all_of(elements.begin(), elements.end(), [this](NodeIndex element) {
    return constant_at(element) != nullptr;
  });
  if (constants) {
    return calculated(Function::in, TypeKind::boolean, {wanted, list(source, expr.children[1])});
  }
  NodeIndex found = calculated(Function::equals, TypeKind::boolean, {wanted, elements[0]});
  for (std::size_t i = 1; i < elements.size(); ++i) {
    GraphNode both;
    both.kind = NodeKind::strict_or;
    both.type = TypeKind::boolean;
    both.children = {found, calculated(Function::equals, TypeKind::boolean, {wanted, elements[i]})};
    found = added(std::move(both));
  }
  return found;
}

}  // namespace allot::cel
