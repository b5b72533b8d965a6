#include "cel/profile.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "cel/times.hpp"

namespace allot::cel {
namespace {

bool is_scalar(TypeKind kind) noexcept {
  return kind == TypeKind::boolean || kind == TypeKind::integer ||
         kind == TypeKind::unsigned_integer || kind == TypeKind::text ||
         kind == TypeKind::timestamp || kind == TypeKind::duration;
}

class Profile {
 public:
  Profile(const Ast& ast, const Checked& checked, const Environment& environment)
      : ast_(ast), checked_(checked), environment_(environment) {}

  Problems run() {
    walk(ast_.root, 0);
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
      return a.range.first < b.range.first;
    });
    return std::move(problems_);
  }

 private:
  // As deep as the tree, which the parser bounds. `nested`: comprehensions whose body this is in.
  void walk(ExprId id, std::uint32_t nested) {
    const Expr& expr = ast_[id];
    const std::size_t before = problems_.size();
    look_at(id, nested);
    const bool names = checked_.references[id].kind != ReferenceKind::none;
    if (problems_.size() == before) look_at_type(id, names);
    if (names) return;
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
      const bool body = expr.kind == ExprKind::comprehension && i > 0;
      walk(expr.children[i], nested + (body ? 1 : 0));
    }
  }

  void look_at(ExprId id, std::uint32_t nested) {
    const Expr& expr = ast_[id];
    switch (expr.kind) {
      case ExprKind::literal: return literal(expr);
      case ExprKind::list: return list(id);
      case ExprKind::map: return refuse(expr, "there are no maps in rules; declare a struct");
      case ExprKind::call: return call(expr);
      case ExprKind::comprehension: return comprehension(expr, nested);
      default: return;
    }
  }

  void literal(const Expr& expr) {
    if (expr.value.as<Null>() != nullptr) {
      refuse(expr, "there is no null in rules; has(a.b) asks whether a field is set");
    } else if (expr.value.as<Bytes>() != nullptr) {
      refuse(expr, "there are no bytes in rules, only texts");
    }
  }

  // Evaluating a rule makes nothing: a list is there before, or is only looked through.
  void list(ExprId id) {
    const Expr& expr = ast_[id];
    if (expr.children.empty()) {
      refuse(expr, "this list is empty, so that nothing is in it");
    } else if (!looked_through_.contains(id) && !is_constant(id)) {
      refuse(expr,
             "rules make no lists: this one holds what is not constant, which is allowed on "
             "the right of 'in' only");
    }
  }

  [[nodiscard]] bool is_constant(ExprId id) const {
    const Expr& expr = ast_[id];
    if (checked_.references[id].kind != ReferenceKind::none) return false;
    return std::all_of(expr.children.begin(), expr.children.end(),
                       [this](ExprId child) { return is_constant(child); });
  }

  // A type is told where it comes from, not again in all that is made of it.
  void look_at_type(ExprId id, bool names) {
    const Expr& expr = ast_[id];
    const TypeId type = checked_.of_node[id];
    const auto bad = [this](TypeId one) { return is_dynamic(one) || !is_of_rules(one); };
    if (!bad(type)) return;
    const bool inherited =
        !names && std::any_of(expr.children.begin(), expr.children.end(),
                              [&](ExprId child) { return bad(checked_.of_node[child]); });
    if (inherited) return;
    const std::string name = name_of(type, checked_.types, environment_);
    if (checked_.references[id].kind == ReferenceKind::type) {
      refuse(expr, "types are no values in rules");
    } else if (expr.kind == ExprKind::list) {
      refuse(expr, "the elements of this list are of several types");
    } else if (is_dynamic(type)) {
      refuse(expr, "the type of this is known only when it is evaluated (" + name + ")");
    } else {
      refuse(expr, "values of type " + name + " are no part of rules");
    }
  }

  [[nodiscard]] bool is_dynamic(TypeId id) const {
    const Type& type = checked_.types[id];
    switch (type.kind) {
      case TypeKind::dyn: return true;
      case TypeKind::list:
      case TypeKind::set: return is_dynamic(type.first);
      case TypeKind::map: return is_dynamic(type.first) || is_dynamic(type.second);
      default: return false;
    }
  }

  [[nodiscard]] bool is_of_rules(TypeId id) const {
    const Type& type = checked_.types[id];
    if (type.kind == TypeKind::list) return is_of_rules(type.first);
    if (type.kind == TypeKind::set) return is_scalar(checked_.types.kind(type.first));
    return is_scalar(type.kind) || type.kind == TypeKind::structure;
  }

  void call(const Expr& expr) {
    if (is_calendar_part(expr.function)) return calendar_part(expr);
    switch (expr.function) {
      case Function::add: return add(expr);
      case Function::subtract:
      case Function::multiply:
      case Function::divide:
      case Function::modulo:
        if (kind(expr, 0) == TypeKind::unsigned_integer) no_number(expr);
        return;
      case Function::less:
      case Function::less_equals:
      case Function::greater:
      case Function::greater_equals:
        if (kind(expr, 0) == TypeKind::unsigned_integer) no_number(expr);
        return;
      case Function::equals:
      case Function::not_equals:
        if (!is_scalar(kind(expr, 0)) && is_of_rules(type(expr, 0))) {
          refuse(expr, "only single values are compared, not " + shown(expr, 0));
        }
        return;
      case Function::in:
        looked_through_.insert(expr.children[1]);
        if (!is_scalar(kind(expr, 0)) && is_of_rules(type(expr, 0))) {
          refuse(expr, "only single values are looked for, not " + shown(expr, 0));
        }
        return;
      case Function::matches:
        return refuse(expr,
                      "there are no regular expressions in rules: what a class such as \\d "
                      "holds differs between implementations; use startsWith, endsWith, "
                      "contains or a list");
      default: return conversion(expr);
    }
  }

  void add(const Expr& expr) {
    switch (kind(expr, 0)) {
      case TypeKind::unsigned_integer: return no_number(expr);
      case TypeKind::text:
        return refuse(expr, "rules make no texts, so that '+' joins none; compare the parts");
      case TypeKind::list:
        return refuse(expr, "rules make no lists, so that '+' joins none; ask both with ||");
      default: return;
    }
  }

  void no_number(const Expr& expr) {
    refuse(expr, "a uint is a token, which is compared by ==, != and in, not reckoned with: '" +
                     std::string(spelling(expr.function)) + "'");
  }

  void calendar_part(const Expr& expr) {
    if (kind(expr, 0) == TypeKind::duration) {
      if (expr.function == Function::get_milliseconds) {
        refuse(expr,
               "getMilliseconds() of a duration is the rest of a second in some "
               "implementations and all of it in others; compare the duration itself");
      }
      return;
    }
    if (expr.children.size() < 2) {
      return refuse(expr, expr.name +
                              "() takes a zone, such as \"+08:00\" or \"UTC\": without one "
                              "implementations differ");
    }
    const Expr& zone = ast_[expr.children[1]];
    const auto* text = zone.value.as<Text>();
    if (zone.kind != ExprKind::literal || text == nullptr) {
      return refuse(zone, "the zone is written as it is, such as \"+08:00\" or \"UTC\"");
    }
    if (is_fixed_zone(**text)) return;
    refuse(zone,
           "a zone is \"UTC\" or a fixed offset such as \"+08:00\"; what a name means changes "
           "with the data base of a machine");
  }

  void conversion(const Expr& expr) {
    const bool of_text = !expr.children.empty() && kind(expr, 0) == TypeKind::text;
    switch (expr.function) {
      case Function::to_int:
        if (of_text)
          refuse(expr,
                 "no number is made of a text: implementations differ in what is "
                 "one; declare the field as an int");
        if (kind(expr, 0) == TypeKind::unsigned_integer) {
          refuse(expr, "a uint is a token, of which no number is made");
        }
        return;
      case Function::to_uint:
        return refuse(expr, of_text ? "no number is made of a text: implementations differ in what "
                                      "is one; declare the field as a uint"
                                    : "no token is made of a number; write 5u");
      case Function::to_timestamp:
        if (kind(expr, 0) == TypeKind::integer) {
          return refuse(expr,
                        "timestamp(int) is of seconds in some implementations and of "
                        "milliseconds in others; write timestamp(\"2026-11-30T00:00:00Z\")");
        }
        return time_literal(expr);
      case Function::to_duration: return time_literal(expr);
      case Function::to_string:
        return refuse(expr, "rules make no texts, so that there is no string()");
      case Function::to_bool:
        return refuse(expr, "there is no bool() in rules; write a comparison");
      case Function::to_bytes: return refuse(expr, "there are no bytes in rules, only texts");
      case Function::to_dyn:
        return refuse(expr, "every value in a rule has a type, so that there is no dyn()");
      case Function::to_type:
        return refuse(expr, "types are no values in rules, so that there is no type()");
      default: return;
    }
  }

  void time_literal(const Expr& expr) {
    if (kind(expr, 0) != TypeKind::text) return;
    const Expr& argument = ast_[expr.children[0]];
    const auto* text = argument.value.as<Text>();
    const std::string name(spelling(expr.function));
    if (argument.kind != ExprKind::literal || text == nullptr) {
      return refuse(expr, "no " + name +
                              " is made of a text that is not written here: "
                              "implementations differ in what is one; declare the field as a " +
                              name);
    }
    const bool time = expr.function == Function::to_timestamp;
    if (time ? timestamp_of(**text).has_value() : duration_of(**text).has_value()) return;
    refuse(argument, time ? "this is no time; write one such as \"2026-11-30T08:00:00+08:00\""
                          : "this is no duration; write one such as \"36h\" or \"1m30s\"");
  }

  void comprehension(const Expr& expr, std::uint32_t nested) {
    if (kind(expr, 0) == TypeKind::map) {
      return refuse(expr, std::string(spelling_of(expr)) +
                              "() goes over a map, in whose order no "
                              "two implementations agree");
    }
    if (expr.macro == Macro::map || expr.macro == Macro::filter) {
      return refuse(expr, std::string(spelling_of(expr)) +
                              "() makes a list; a rule asks with exists, all or exists_one");
    }
    if (nested >= ProfileLimits::nested_macros_max) {
      refuse(expr, "more than " + std::to_string(ProfileLimits::nested_macros_max) +
                       " macros stand in the body of one another");
    }
  }

  static std::string_view spelling_of(const Expr& expr) noexcept { return name_of(expr.macro); }

  [[nodiscard]] TypeId type(const Expr& expr, std::size_t child) const {
    return checked_.of_node[expr.children[child]];
  }
  [[nodiscard]] TypeKind kind(const Expr& expr, std::size_t child) const {
    return checked_.types.kind(type(expr, child));
  }
  [[nodiscard]] std::string shown(const Expr& expr, std::size_t child) const {
    return "values of type " + name_of(type(expr, child), checked_.types, environment_);
  }

  void refuse(const Expr& expr, std::string text) {
    problems_.push_back({Severity::error, expr.mark, std::move(text)});
  }

  const Ast& ast_;
  const Checked& checked_;
  const Environment& environment_;
  std::set<ExprId> looked_through_;  // lists on the right of an 'in'
  Problems problems_;
};

}  // namespace

Problems outside_profile(const Ast& ast, const Checked& checked, const Environment& environment) {
  return Profile(ast, checked, environment).run();
}

}  // namespace allot::cel
