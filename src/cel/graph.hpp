// Several expressions of the profile as one graph, in which what is the same is one node, whatever
// expression it stands in and however its macros name their variables. What is constant is a
// constant.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cel/ast.hpp"
#include "cel/checker.hpp"
#include "cel/environment.hpp"

namespace allot::cel {

using NodeIndex = std::uint32_t;

enum class NodeKind : std::uint8_t {
  constant,       // index: its position among the constants; errors are some of them
  variable,       // index: its position in the environment
  element,        // index: the level of the macro whose variable it is, from 1
  field,          // index: its position in the struct
  has,            // the same
  call,           // function; of all its arguments first
  strict_or,      // of two: an error of either is the result, the left one's first
  chain,          // function && or ||, of two and more
  conditional,    // of three
  comprehension,  // macro; range, body; index: its level
};

struct GraphNode {
  NodeKind kind{};
  Function function{};
  Macro macro{};
  TypeKind type{};
  std::uint32_t index{};
  // The macros around it whose variables it depends on: bit n - 1 for the one of level n.
  std::uint32_t levels{};
  std::uint32_t uses{};
  std::vector<NodeIndex> children;
};

class Graph {
 public:
  explicit Graph(const Environment& environment) : environment_(environment) {}

  // Requires: an expression of the profile, without errors.
  // Returns:  its node; also noted among roots().
  NodeIndex add(const Ast& ast, const Checked& checked);
  // The same without noting it.
  NodeIndex read(const Ast& ast, const Checked& checked);
  // Notes a node among roots().
  void ask(NodeIndex root);

  [[nodiscard]] const std::vector<GraphNode>& nodes() const noexcept { return nodes_; }
  [[nodiscard]] const std::vector<Value>& constants() const noexcept { return constants_; }
  [[nodiscard]] const std::vector<NodeIndex>& roots() const noexcept { return roots_; }

 private:
  struct Source {
    const Ast& ast;
    const Checked& checked;
    std::map<ExprId, std::uint32_t> levels;  // of the comprehensions around
  };
  NodeIndex node_of(Source& source, ExprId id);
  NodeIndex field(Source& source, ExprId id, NodeKind kind);
  NodeIndex list(Source& source, ExprId id);
  NodeIndex call(Source& source, ExprId id);
  NodeIndex chained(Function function, const std::vector<NodeIndex>& operands);
  NodeIndex found_in(Source& source, ExprId id);
  NodeIndex calculated(Function function, TypeKind type, std::vector<NodeIndex> arguments);
  NodeIndex comprehension(Source& source, ExprId id);
  NodeIndex constant(const Value& value, TypeKind type);
  NodeIndex added(GraphNode node);
  [[nodiscard]] const Value* constant_at(NodeIndex index) const noexcept;

  const Environment& environment_;
  std::vector<GraphNode> nodes_;
  std::vector<Value> constants_;
  std::vector<NodeIndex> roots_;
  std::map<std::vector<std::uint32_t>, NodeIndex> known_;
  std::map<std::string, std::uint32_t> known_constants_;
};

}  // namespace allot::cel
