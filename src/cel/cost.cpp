// The worst cost of an expression: the same steps that the evaluator counts, of the longest texts
// and lists that are declared.
#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>

#include "cel/profile.hpp"

namespace allot::cel {
namespace {

constexpr std::uint64_t plus(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? Cost::unbounded : sum;
}
constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t product = 0;
  return __builtin_mul_overflow(a, b, &product) ? Cost::unbounded : product;
}

// The most that a value holds.
struct Size {
  std::uint64_t elements{Cost::unbounded};
  std::uint64_t bytes{Cost::unbounded};

  [[nodiscard]] std::uint64_t steps() const noexcept {
    return bytes == Cost::unbounded ? bytes : steps_for(bytes);
  }
};

constexpr std::uint64_t given(std::uint32_t bound) noexcept {
  return bound == Bounds::unbounded ? Cost::unbounded : bound;
}
constexpr Size given(Bounds bounds) noexcept {
  return {given(bounds.elements), given(bounds.bytes)};
}
constexpr Size larger(Size a, Size b) noexcept {
  return {std::max(a.elements, b.elements), std::max(a.bytes, b.bytes)};
}

class Costs {
 public:
  Costs(const Ast& ast, const Checked& checked, const Environment& environment)
      : ast_(ast), checked_(checked), environment_(environment) {}

  Cost run() {
    const std::uint64_t steps = cost_of(ast_.root);
    ExprId dearest = ast_.root;
    // Down to the smallest part that more than half of it goes to.
    std::uint64_t often = 1;
    for (ExprId next = dearest; next != ast_.nodes.size(); next = dearer_part(dearest, often)) {
      dearest = next;
    }
    return {steps, dearest};
  }

 private:
  // Returns: the child that more than half of the node goes to; what is no node when none is.
  //          `often`: how many times the node is evaluated at most, then how many times that is.
  ExprId dearer_part(ExprId id, std::uint64_t& often) {
    const Expr& expr = ast_[id];
    const std::uint64_t whole = times(often, costs_[id]);
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
      const auto found = costs_.find(expr.children[i]);
      if (found == costs_.end()) continue;
      const bool body = expr.kind == ExprKind::comprehension && i > 0;
      const std::uint64_t rounds = body ? times(often, size_of(expr.children[0]).elements) : often;
      if (times(rounds, found->second) <= whole / 2) continue;
      often = rounds;
      return expr.children[i];
    }
    return static_cast<ExprId>(ast_.nodes.size());
  }

  // As deep as the tree, which the parser bounds. A node has one parent, so that none is asked
  // twice.
  std::uint64_t cost_of(ExprId id) {
    const std::uint64_t cost = plus(1, below(id));
    costs_[id] = cost;
    return cost;
  }

  std::uint64_t below(ExprId id) {
    const Expr& expr = ast_[id];
    if (checked_.references[id].kind != ReferenceKind::none) return 0;
    if (expr.kind == ExprKind::comprehension) {
      const std::uint64_t range = cost_of(expr.children[0]);
      const Size size = size_of(expr.children[0]);
      return plus(range, times(size.elements, cost_of(expr.children[1])));
    }
    // Both branches of ?: count: what they share with other rules is calculated ahead of them.
    std::uint64_t cost = 0;
    for (const ExprId child : expr.children) cost = plus(cost, cost_of(child));
    return expr.kind == ExprKind::call ? plus(cost, own_cost(expr)) : cost;
  }

  std::uint64_t own_cost(const Expr& expr) {
    switch (expr.function) {
      case Function::equals:
      case Function::not_equals:
      case Function::less:
      case Function::less_equals:
      case Function::greater:
      case Function::greater_equals: return compared(expr.children[0], expr.children[1]);
      case Function::in: return found_in(expr);
      case Function::size: return is_text(expr.children[0]) ? size_of(expr.children[0]).steps() : 0;
      case Function::contains:
        return times(size_of(expr.children[0]).bytes, size_of(expr.children[1]).steps());
      case Function::starts_with:
      case Function::ends_with: return size_of(expr.children[1]).steps();
      case Function::to_timestamp:
      case Function::to_duration:
        return is_text(expr.children[0]) ? size_of(expr.children[0]).steps() : 0;
      default: return 0;
    }
  }

  [[nodiscard]] bool is_text(ExprId id) const noexcept {
    return checked_.type_of(id).kind == TypeKind::text;
  }

  // Texts are looked at as far as the shorter goes.
  std::uint64_t compared(ExprId a, ExprId b) {
    return is_text(a) ? std::min(size_of(a).steps(), size_of(b).steps()) : 0;
  }

  std::uint64_t found_in(const Expr& expr) {
    const Size size = size_of(expr.children[1]);
    std::uint64_t one = 1;
    if (is_text(expr.children[0])) {
      one = plus(one, std::min(size_of(expr.children[0]).steps(), size.steps()));
    }
    if (checked_.type_of(expr.children[1]).kind == TypeKind::list) return times(size.elements, one);
    // A set is halved until one element is left, which is looked at once more. What has no bound
    // has at most 64 bits of elements.
    const auto halvings = static_cast<std::uint64_t>(std::bit_width(size.elements));
    return times(halvings + 1, one);
  }

  Size size_of(ExprId id) {
    const Expr& expr = ast_[id];
    const Reference& reference = checked_.references[id];
    if (reference.kind == ReferenceKind::variable) {
      return given(environment_.variables[reference.index].bounds);
    }
    if (reference.kind == ReferenceKind::local) {
      // An element of a list of texts; elements of lists of lists have no bound.
      const Size range = size_of(ast_[reference.index].children[0]);
      return {Cost::unbounded, range.bytes};
    }
    switch (expr.kind) {
      case ExprKind::literal:
        if (const auto* text = expr.value.as<Text>()) return {0, (*text)->size()};
        return {0, 0};
      case ExprKind::select: {
        const Type& operand = checked_.type_of(expr.children[0]);
        if (operand.kind != TypeKind::structure) return {};
        const StructDeclaration& declared = environment_.struct_of(operand);
        const auto field = declared.find(expr.name);
        return field ? given(declared.fields[*field].bounds) : Size{};
      }
      case ExprKind::list: {
        Size size{expr.children.size(), 0};
        for (const ExprId child : expr.children) {
          size.bytes = std::max(size.bytes, size_of(child).bytes);
        }
        return size;
      }
      case ExprKind::call:
        if (expr.function == Function::conditional) {
          return larger(size_of(expr.children[1]), size_of(expr.children[2]));
        }
        if (expr.function == Function::index) {
          return {Cost::unbounded, size_of(expr.children[0]).bytes};
        }
        return {};
      default: return {};
    }
  }

  const Ast& ast_;
  const Checked& checked_;
  const Environment& environment_;
  std::map<ExprId, std::uint64_t> costs_;
};

}  // namespace

Cost worst_cost(const Ast& ast, const Checked& checked, const Environment& environment) {
  return Costs(ast, checked, environment).run();
}

}  // namespace allot::cel
