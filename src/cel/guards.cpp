// Which reads of optional fields has() does not guard.
//
// A fact is a field that is known to be set, by its path. When e is an expression and p a fact of
// when(e, true), then e is false, not true and not an error, wherever p is not set: has(p) is, an
// && of which one operand is, an || of which all are, and the same of when(e, false) and true with
// !. So whatever stands beside e in an && may read p: where p is not set, e makes the && false, and
// the error of the read is absorbed.
#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "cel/profile.hpp"

namespace allot::cel {
namespace {

using Facts = std::set<std::string>;
using Counts = std::map<std::string, std::uint32_t>;

// What is known where an operand stands: the facts of the others beside it, then those around.
struct Scope {
  const Scope* outer{};
  const Counts* beside{};  // how many of all operands give a fact
  const Facts* own{};      // those of the operand itself, which do not guard it
};

class Guards {
 public:
  Guards(const Ast& ast, const Checked& checked, const Environment& environment)
      : ast_(ast), checked_(checked), environment_(environment) {}

  Problems run() {
    walk(ast_.root, nullptr);
    return std::move(problems_);
  }

 private:
  // As deep as the tree, which the parser bounds.
  void walk(ExprId id, const Scope* scope) {
    const Expr& expr = ast_[id];
    if (checked_.references[id].kind != ReferenceKind::none) return;
    if (expr.kind == ExprKind::select) look_at(id, scope);
    const bool all = expr.kind == ExprKind::call && expr.function == Function::logical_and;
    const bool any = expr.kind == ExprKind::call && expr.function == Function::logical_or;
    if (all || any) return operands(expr, all, scope);
    if (expr.kind == ExprKind::call && expr.function == Function::conditional) {
      walk(expr.children[0], scope);
      for (const bool truth : {true, false}) {
        Counts facts;
        for (const std::string& fact : when(expr.children[0], truth)) facts[fact] = 1;
        const Scope inner{scope, &facts, nullptr};
        walk(expr.children[truth ? 1 : 2], &inner);
      }
      return;
    }
    for (const ExprId child : expr.children) walk(child, scope);
  }

  void operands(const Expr& expr, bool truth, const Scope* scope) {
    std::vector<Facts> facts;
    Counts counts;
    for (const ExprId child : expr.children) {
      facts.push_back(when(child, truth));
      for (const std::string& fact : facts.back()) ++counts[fact];
    }
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
      const Scope inner{scope, &counts, &facts[i]};
      walk(expr.children[i], &inner);
    }
  }

  void look_at(ExprId id, const Scope* scope) {
    const Expr& expr = ast_[id];
    const Type& operand = checked_.type_of(expr.children[0]);
    if (operand.kind != TypeKind::structure) return;
    const StructDeclaration& declared = environment_.struct_of(operand);
    const auto field = declared.find(expr.name);
    if (!field || declared.fields[*field].presence == Presence::required) return;
    const std::optional<std::string> path = path_of(id);
    if (path && is_known(*path, scope)) return;
    problems_.push_back({Severity::warning, expr.mark,
                         "'" + expr.name + "' of " + declared.name +
                             " may not be set, which is the error no_such_field; ask has() first"});
  }

  static bool is_known(const std::string& path, const Scope* scope) {
    for (; scope != nullptr; scope = scope->outer) {
      const auto found = scope->beside->find(path);
      if (found == scope->beside->end()) continue;
      const bool by_itself = scope->own != nullptr && scope->own->contains(path);
      if (found->second > (by_itself ? 1U : 0U)) return true;
    }
    return false;
  }

  // Returns: the fields that are set wherever the expression has this truth.
  Facts when(ExprId id, bool truth) {
    const Expr& expr = ast_[id];
    if (expr.kind == ExprKind::has && truth) {
      const std::optional<std::string> path = path_of(id);
      return path ? Facts{*path} : Facts{};
    }
    if (expr.kind != ExprKind::call) return {};
    if (expr.function == Function::logical_not) return when(expr.children[0], !truth);
    const bool all = expr.function == Function::logical_and;
    if (!all && expr.function != Function::logical_or) return {};
    Facts facts = when(expr.children[0], truth);
    for (std::size_t i = 1; i < expr.children.size(); ++i) {
      Facts others = when(expr.children[i], truth);
      if (all == truth) {
        facts.merge(others);
      } else {
        std::erase_if(facts, [&others](const std::string& fact) { return !others.contains(fact); });
      }
    }
    return facts;
  }

  // Returns: the variable and the fields that lead to a value; nothing for what no path leads to.
  [[nodiscard]] std::optional<std::string> path_of(ExprId id) const {
    const Expr& expr = ast_[id];
    const Reference& reference = checked_.references[id];
    if (reference.kind == ReferenceKind::variable) return "v" + std::to_string(reference.index);
    if (reference.kind == ReferenceKind::local) return "l" + std::to_string(reference.index);
    const bool indexed = expr.kind == ExprKind::call && expr.function == Function::index;
    if (!indexed && expr.kind != ExprKind::select && expr.kind != ExprKind::has)
      return std::nullopt;
    std::optional<std::string> path = path_of(expr.children[0]);
    if (!path) return path;
    if (!indexed) return *path + "." + expr.name;
    const auto* number = ast_[expr.children[1]].value.as<std::int64_t>();
    if (number == nullptr) return std::nullopt;
    return *path + "[" + std::to_string(*number) + "]";
  }

  const Ast& ast_;
  const Checked& checked_;
  const Environment& environment_;
  Problems problems_;
};

}  // namespace

Problems unguarded_reads(const Ast& ast, const Checked& checked, const Environment& environment) {
  return Guards(ast, checked, environment).run();
}

}  // namespace allot::cel
