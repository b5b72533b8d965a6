#include "cel/checker.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "cel/overloads.hpp"
#include "cel/unifier.hpp"

namespace allot::cel {
namespace {

constexpr TypeId dyn_type = Types::plain(TypeKind::dyn);
constexpr TypeId failed_type = Types::plain(TypeKind::failed);
constexpr TypeId bool_type = Types::plain(TypeKind::boolean);

// What a and b of one signature stand for.
struct Parameters {
  TypeId a{};
  TypeId b{};
};

TypeId literal_type(const Value& value) noexcept {
  if (value.as<bool>() != nullptr) return bool_type;
  if (value.as<std::int64_t>() != nullptr) return Types::plain(TypeKind::integer);
  if (value.as<std::uint64_t>() != nullptr) return Types::plain(TypeKind::unsigned_integer);
  if (value.as<Text>() != nullptr) return Types::plain(TypeKind::text);
  if (value.as<Bytes>() != nullptr) return Types::plain(TypeKind::bytes);
  return Types::plain(TypeKind::null);
}

class Checker {
 public:
  Checker(const Ast& ast, const Environment& environment, Checked& out)
      : ast_(ast), environment_(environment), out_(out), unifier_(out.types) {}

  void run() {
    type_of(ast_.root);
    for (TypeId& type : out_.of_node) type = unifier_.known(type, true);
    if (unifier_.out())
      problem(ast_[ast_.root].mark, "the types of this expression are too intricate");
  }

 private:
  // As deep as the tree, which the parser bounds.
  TypeId type_of(ExprId id) {
    const TypeId type = visited(id);
    out_.of_node[id] = type;
    return type;
  }

  TypeId visited(ExprId id) {
    const Expr& expr = ast_[id];
    switch (expr.kind) {
      case ExprKind::literal: return literal_type(expr.value);
      case ExprKind::ident: return ident(id);
      case ExprKind::select:
        if (out_.references[id].kind != ReferenceKind::none) return ident(id);
        return field_type(expr, type_of(expr.children[0]));
      case ExprKind::has: field_type(expr, type_of(expr.children[0])); return bool_type;
      case ExprKind::call: return call(id);
      case ExprKind::list: return list(expr);
      case ExprKind::map: return map(expr);
      case ExprKind::message:
        for (const ExprId child : expr.children) type_of(child);
        return problem(expr.mark, "no messages are made: '" + expr.name + "' is no value");
      case ExprKind::comprehension: return comprehension(id);
    }
    return failed_type;
  }

  TypeId ident(ExprId id) {
    const Reference& reference = out_.references[id];
    switch (reference.kind) {
      case ReferenceKind::variable: return environment_.variables[reference.index].type;
      case ReferenceKind::local: return locals_[reference.index];
      case ReferenceKind::type: return named_type(static_cast<TypeKind>(reference.index));
      default: return unknown_name(ast_[id]);
    }
  }

  TypeId named_type(TypeKind kind) {
    if (kind == TypeKind::list) return out_.types.type(out_.types.list(dyn_type));
    if (kind == TypeKind::map) return out_.types.type(out_.types.map(dyn_type, dyn_type));
    if (kind == TypeKind::type) return out_.types.type(out_.types.type(dyn_type));
    return out_.types.type(Types::plain(kind));
  }

  TypeId unknown_name(const Expr& expr) {
    std::vector<std::string_view> names;
    for (const VariableDeclaration& variable : environment_.variables) {
      names.push_back(variable.name);
    }
    for (const ExprId local : open_) names.push_back(ast_[local].name);
    return problem(expr.mark, "there is no '" + expr.name + "'" + did_you_mean(expr.name, names));
  }

  TypeId field_type(const Expr& expr, TypeId operand) {
    const TypeId known = unifier_.known(operand, false);
    const Type type = out_.types[known];
    switch (type.kind) {
      case TypeKind::dyn:
      case TypeKind::variable: return dyn_type;
      case TypeKind::failed: return failed_type;
      case TypeKind::map: return type.second;
      case TypeKind::structure: {
        const StructDeclaration& declared = environment_.struct_of(type);
        if (const auto field = declared.find(expr.name)) return declared.fields[*field].type;
        std::vector<std::string_view> names;
        for (const FieldDeclaration& field : declared.fields) names.push_back(field.name);
        return problem(expr.mark, declared.name + " has no field '" + expr.name + "'" +
                                      did_you_mean(expr.name, names));
      }
      default: return problem(expr.mark, "a value of type " + shown(known) + " has no fields");
    }
  }

  TypeId list(const Expr& expr) {
    if (expr.children.empty()) return out_.types.list(unifier_.fresh());
    TypeId element = type_of(expr.children[0]);
    for (std::size_t i = 1; i < expr.children.size(); ++i) {
      element = unifier_.joined(element, type_of(expr.children[i]));
    }
    return out_.types.list(element);
  }

  TypeId map(const Expr& expr) {
    if (expr.children.empty()) {
      const TypeId key = unifier_.fresh();
      return out_.types.map(key, unifier_.fresh());
    }
    TypeId key = type_of(expr.children[0]);
    TypeId value = type_of(expr.children[1]);
    for (std::size_t i = 2; i < expr.children.size(); i += 2) {
      key = unifier_.joined(key, type_of(expr.children[i]));
      value = unifier_.joined(value, type_of(expr.children[i + 1]));
    }
    return out_.types.map(key, value);
  }

  TypeId call(ExprId id) {
    const Expr& expr = ast_[id];
    std::vector<TypeId> arguments;
    for (const ExprId child : expr.children) arguments.push_back(type_of(child));
    if (expr.function == Function::logical_and || expr.function == Function::logical_or) {
      for (std::size_t i = 0; i < arguments.size(); ++i) {
        demand_bool(expr.children[i], arguments[i],
                    expr.function == Function::logical_and ? "'&&'" : "'||'");
      }
      return bool_type;
    }
    if (expr.function == Function::unknown) return unknown_function(expr);
    if (expr.function == Function::to_double) {
      return problem(expr.mark, "there are no floating-point numbers, so that double() makes none");
    }
    TypeId result = failed_type;
    bool found = false;
    for (const Overload& overload : overloads_of(expr.function)) {
      TypeId one = failed_type;
      if (!matches(overload, expr.has_target, arguments, one)) continue;
      // Where several fit, only evaluation can tell: their results are one type, or dyn.
      result = found && result != one ? dyn_type : one;
      found = true;
    }
    if (found) return result;
    const bool known = std::none_of(arguments.begin(), arguments.end(), [this](TypeId type) {
      return out_.types.kind(type) == TypeKind::failed;
    });
    return known ? no_overload(expr, arguments) : failed_type;
  }

  bool matches(const Overload& overload, bool has_target, const std::vector<TypeId>& arguments,
               TypeId& result) {
    if (overload.shape != Shape::both && has_target != (overload.shape == Shape::method)) {
      return false;
    }
    const auto count =
        static_cast<std::size_t>(std::count_if(overload.arguments.begin(), overload.arguments.end(),
                                               [](Part part) { return part != Part::none; }));
    if (count != arguments.size()) return false;
    const Parameters parameters{unifier_.fresh(), unifier_.fresh()};
    const std::size_t before = unifier_.mark();
    for (std::size_t i = 0; i < count; ++i) {
      if (!unifier_.fits(arguments[i], instance(overload.arguments[i], parameters))) {
        unifier_.undo(before);
        return false;
      }
    }
    result = unifier_.known(instance(overload.result, parameters), false);
    return true;
  }

  TypeId instance(Part part, const Parameters& parameters) {
    switch (part) {
      case Part::boolean: return bool_type;
      case Part::integer: return Types::plain(TypeKind::integer);
      case Part::unsigned_integer: return Types::plain(TypeKind::unsigned_integer);
      case Part::text: return Types::plain(TypeKind::text);
      case Part::bytes: return Types::plain(TypeKind::bytes);
      case Part::timestamp: return Types::plain(TypeKind::timestamp);
      case Part::duration: return Types::plain(TypeKind::duration);
      case Part::a: return parameters.a;
      case Part::b: return parameters.b;
      case Part::list_of_a: return out_.types.list(parameters.a);
      case Part::map_of_a_b: return out_.types.map(parameters.a, parameters.b);
      case Part::set_of_a: return out_.types.set(parameters.a);
      case Part::type_of_a: return out_.types.type(parameters.a);
      default: return dyn_type;
    }
  }

  TypeId unknown_function(const Expr& expr) {
    std::vector<std::string_view> names(function_names().begin(), function_names().end());
    names.insert(names.end(), {"has", "all", "exists", "exists_one", "map", "filter"});
    static constexpr std::array<std::string_view, 7> macros{
        "has", "all", "exists", "exists_one", "existsOne", "map", "filter"};
    if (std::find(macros.begin(), macros.end(), expr.name) != macros.end()) {
      const bool has = expr.name == "has";
      return problem(expr.mark, has ? "has() takes one field, such as has(a.b)"
                                    : expr.name +
                                          "() is written behind a list, with a variable "
                                          "and a condition: list." +
                                          expr.name + "(x, x > 0)");
    }
    return problem(expr.mark,
                   "there is no function '" + expr.name + "'" + did_you_mean(expr.name, names));
  }

  TypeId no_overload(const Expr& expr, const std::vector<TypeId>& arguments) {
    std::string types;
    for (const TypeId argument : arguments) types += (types.empty() ? "" : ", ") + shown(argument);
    std::string text =
        "'" + std::string(spelling(expr.function)) + "' is not defined for (" + types + ")";
    const auto is = [&](std::size_t i, TypeKind kind) {
      return out_.types.kind(unifier_.known(arguments[i], false)) == kind;
    };
    const bool two_numbers =
        arguments.size() == 2 && ((is(0, TypeKind::integer) && is(1, TypeKind::unsigned_integer)) ||
                                  (is(1, TypeKind::integer) && is(0, TypeKind::unsigned_integer)));
    if (two_numbers) {
      text += "; int and uint are not mixed: 5 is an int, 5u a uint";
    } else if (!is_operator(expr.function)) {
      const bool has_other_shape = std::any_of(
          overloads_of(expr.function).begin(), overloads_of(expr.function).end(),
          [&expr](const Overload& overload) {
            return overload.shape == (expr.has_target ? Shape::function : Shape::method);
          });
      if (has_other_shape) {
        text += expr.has_target ? "; it is written " + expr.name + "(x)"
                                : "; it is written behind a value: x." + expr.name + "(...)";
      }
    }
    return problem(expr.mark, std::move(text));
  }

  TypeId comprehension(ExprId id) {
    const Expr& expr = ast_[id];
    const TypeId range = unifier_.known(type_of(expr.children[0]), false);
    const Type type = out_.types[range];
    TypeId element = dyn_type;
    if (type.kind == TypeKind::list || type.kind == TypeKind::map) {
      element = type.first;
    } else if (type.kind == TypeKind::failed) {
      element = failed_type;
    } else if (type.kind != TypeKind::dyn && type.kind != TypeKind::variable) {
      problem(ast_[expr.children[0]].range, std::string(name_of(expr.macro)) +
                                                "() goes over a list, not a value of type " +
                                                shown(range));
      element = failed_type;
    }
    locals_[id] = element;
    open_.push_back(id);
    const bool counts = expr.macro == Macro::map;
    TypeId body = failed_type;
    for (std::size_t i = 1; i < expr.children.size(); ++i) {
      body = type_of(expr.children[i]);
      const bool condition = !counts || (expr.children.size() == 3 && i == 1);
      if (condition) demand_bool(expr.children[i], body, std::string(name_of(expr.macro)) + "()");
    }
    open_.pop_back();
    if (expr.macro == Macro::map) return out_.types.list(body);
    if (expr.macro == Macro::filter) return out_.types.list(element);
    return bool_type;
  }

  void demand_bool(ExprId id, TypeId type, const std::string& by) {
    if (unifier_.fits(bool_type, type)) return;
    problem(ast_[id].range, by + " takes a bool, not " + shown(type));
  }

  TypeId problem(Range range, std::string text) {
    out_.problems.push_back({Severity::error, range, std::move(text)});
    return failed_type;
  }

  [[nodiscard]] std::string shown(TypeId type) {
    return name_of(unifier_.known(type, true), out_.types, environment_);
  }

  const Ast& ast_;
  const Environment& environment_;
  Checked& out_;
  Unifier unifier_;
  std::vector<TypeId> locals_ = std::vector<TypeId>(ast_.nodes.size(), failed_type);
  std::vector<ExprId> open_;  // comprehensions around what is looked at
};

}  // namespace

Checked check(const Ast& ast, const Environment& environment) {
  Checked checked;
  checked.types = environment.types;
  checked.of_node.assign(ast.nodes.size(), failed_type);
  checked.references = resolve(ast, environment);
  Checker(ast, environment, checked).run();
  std::stable_sort(
      checked.problems.begin(), checked.problems.end(),
      [](const Problem& a, const Problem& b) { return a.range.first < b.range.first; });
  return checked;
}

}  // namespace allot::cel
