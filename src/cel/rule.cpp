#include "cel/rule.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "cel/parser.hpp"

namespace allot::cel {
namespace {

void look_at_result(RuleExpression& rule, const Environment& environment, TypeKind wanted) {
  const Type& type = rule.checked.type_of(rule.ast.root);
  if (type.kind == wanted || type.kind == TypeKind::dyn || type.kind == TypeKind::failed) return;
  const auto shown = [&](TypeId id) { return name_of(id, rule.checked.types, environment); };
  rule.problems.push_back({Severity::error, rule.ast[rule.ast.root].range,
                           "this is of type " + shown(rule.checked.of_node[rule.ast.root]) +
                               "; it has to be of type " + shown(Types::plain(wanted))});
}

void look_at_cost(RuleExpression& rule, std::uint64_t steps_max) {
  if (rule.cost.steps <= steps_max) return;
  const Range where = rule.ast[rule.cost.dearest].range;
  std::string text;
  if (rule.cost.steps == Cost::unbounded) {
    text = "there is no bound to what this costs: declare how long its lists and texts may be";
  } else {
    text = "this expression takes up to " + std::to_string(rule.cost.steps) + " steps, at most " +
           std::to_string(steps_max) + " are allowed; most of them go here";
  }
  rule.problems.push_back({Severity::error, where, std::move(text)});
}

}  // namespace

RuleExpression compile(std::string_view source, const Environment& environment,
                       RuleDemands demands) {
  return compile(parse(source), environment, demands);
}

RuleExpression compile(Parsed parsed, const Environment& environment, RuleDemands demands) {
  RuleExpression rule;
  rule.ast = std::move(parsed.ast);
  rule.problems = std::move(parsed.problems);
  if (!rule.ok()) return rule;
  rule.checked = check(rule.ast, environment);
  rule.problems = rule.checked.problems;
  if (!rule.ok()) return rule;
  rule.problems = outside_profile(rule.ast, rule.checked, environment);
  look_at_result(rule, environment, demands.result);
  if (rule.ok()) {
    rule.cost = worst_cost(rule.ast, rule.checked, environment);
    look_at_cost(rule, demands.steps_max);
  }
  Problems warnings = unguarded_reads(rule.ast, rule.checked, environment);
  rule.problems.insert(rule.problems.end(), warnings.begin(), warnings.end());
  std::stable_sort(
      rule.problems.begin(), rule.problems.end(),
      [](const Problem& a, const Problem& b) { return a.range.first < b.range.first; });
  return rule;
}

}  // namespace allot::cel
