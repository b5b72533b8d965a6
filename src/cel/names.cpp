#include "cel/names.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace allot::cel {
namespace {

struct TypeWord {
  std::string_view name;
  TypeKind kind;
};
constexpr std::array<TypeWord, 11> type_words{{{"bool", TypeKind::boolean},
                                               {"bytes", TypeKind::bytes},
                                               {"google.protobuf.Duration", TypeKind::duration},
                                               {"google.protobuf.Timestamp", TypeKind::timestamp},
                                               {"int", TypeKind::integer},
                                               {"list", TypeKind::list},
                                               {"map", TypeKind::map},
                                               {"null_type", TypeKind::null},
                                               {"string", TypeKind::text},
                                               {"type", TypeKind::type},
                                               {"uint", TypeKind::unsigned_integer}}};

class Resolver {
 public:
  Resolver(const Ast& ast, const Environment& environment)
      : ast_(ast), environment_(environment), found_(ast.nodes.size()) {}

  References run() {
    walk(ast_.root);
    return std::move(found_);
  }

 private:
  // As deep as the tree, which the parser bounds.
  void walk(ExprId id) {
    const Expr& expr = ast_[id];
    if (expr.kind == ExprKind::ident || expr.kind == ExprKind::select) {
      if (const auto reference = of_chain(id)) {
        found_[id] = *reference;
        return;
      }
    }
    if (expr.kind == ExprKind::comprehension) {
      walk(expr.children[0]);
      locals_.push_back(id);
      for (std::size_t i = 1; i < expr.children.size(); ++i) walk(expr.children[i]);
      locals_.pop_back();
      return;
    }
    for (const ExprId child : expr.children) walk(child);
  }

  // Returns: what a chain of names stands for as a whole.
  [[nodiscard]] std::optional<Reference> of_chain(ExprId id) const {
    std::string name = ast_[id].name;
    const Expr* expr = &ast_[id];
    while (expr->kind == ExprKind::select) {
      expr = &ast_[expr->children[0]];
      if (expr->kind != ExprKind::ident && expr->kind != ExprKind::select) return std::nullopt;
      name.insert(0, expr->name + ".");
    }
    if (!expr->global) {
      for (std::size_t i = locals_.size(); i-- > 0;) {
        if (ast_[locals_[i]].name != expr->name) continue;
        if (expr != &ast_[id]) return std::nullopt;
        return Reference{ReferenceKind::local, locals_[i]};
      }
      for (std::string container = environment_.container; !container.empty();) {
        if (const auto found = of_name(container + "." + name)) return found;
        const std::size_t point = container.rfind('.');
        container.resize(point == std::string::npos ? 0 : point);
      }
    }
    return of_name(name);
  }

  [[nodiscard]] std::optional<Reference> of_name(std::string_view name) const {
    if (const auto variable = environment_.find_variable(name)) {
      return Reference{ReferenceKind::variable, *variable};
    }
    for (const TypeWord& word : type_words) {
      if (word.name == name) {
        return Reference{ReferenceKind::type, static_cast<std::uint32_t>(word.kind)};
      }
    }
    return std::nullopt;
  }

  const Ast& ast_;
  const Environment& environment_;
  References found_;
  std::vector<ExprId> locals_;
};

}  // namespace

References resolve(const Ast& ast, const Environment& environment) {
  return Resolver(ast, environment).run();
}

}  // namespace allot::cel
