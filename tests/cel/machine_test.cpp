// The compiled form of rules, held against the evaluator that walks their trees.
#include "cel/machine.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/random_rule.hpp"
#include "cel/shop.hpp"
#include "cel/value_cells.hpp"

namespace allot::cel {
namespace {

std::vector<RuleExpression> compiled(const std::vector<std::string>& sources,
                                     const Environment& environment) {
  std::vector<RuleExpression> rules;
  for (const std::string& source : sources) {
    rules.push_back(compile(source, environment, {TypeKind::boolean, Cost::unbounded - 1}));
    EXPECT_TRUE(rules.back().ok()) << rendered(rules.back().problems[0], "rule", source);
  }
  return rules;
}

std::size_t count(const Program& program, Code code) {
  return static_cast<std::size_t>(
      std::count_if(program.instructions().begin(), program.instructions().end(),
                    [code](const Instruction& one) { return one.code == code; }));
}

TEST(CelProgram, CalculatesWhatIsTheSameOnce) {
  const Environment environment = shop_environment();
  const auto rules = compiled({"o.total / o.items > 5 && o.limited", "o.total / o.items > 9",
                               "o.lines.exists(l, l.qty > o.total / o.items)",
                               "o.lines.exists(m, m.qty > o.total / o.items) || o.limited"},
                              environment);
  const Program program(environment, rules);
  EXPECT_EQ(count(program, Code::divide), 1U) << "in four rules, twice in the body of a macro";
  EXPECT_EQ(count(program, Code::loop), 1U) << "two macros that differ in a name alone";
  EXPECT_EQ(count(program, Code::load_int), 3U) << "total, items, qty";
  EXPECT_EQ(count(program, Code::load_field), 2U) << "limited, lines";
}

TEST(CelProgram, LeavesOutWhatIsConstant) {
  const Environment environment = shop_environment();
  const Program program(environment,
                        compiled({"o.account_age < duration('1h') + duration('1h') && 1 + 1 == 2",
                                  "o.limited || true", "1 / 0 == 1 && o.limited"},
                                 environment));
  EXPECT_EQ(count(program, Code::add_durations), 0U);
  EXPECT_EQ(count(program, Code::compare_constant), 1U);
  EXPECT_EQ(count(program, Code::divide), 0U);
}

TEST(CelProgram, ReadsAFieldWhereItIsComparedWhenNobodyElseAsks) {
  const Environment environment = shop_environment();
  const Program alone(environment, compiled({"o.total > 5 && o.items < 3"}, environment));
  EXPECT_EQ(count(alone, Code::compare_field), 2U);
  EXPECT_EQ(count(alone, Code::load_int), 0U);
  EXPECT_EQ(count(alone, Code::join), 1U) << "the second takes next to nothing";
  EXPECT_EQ(count(alone, Code::chain), 0U);
  const Program shared(environment,
                       compiled({"o.total > 5 && o.limited", "o.total < 3"}, environment));
  EXPECT_EQ(count(shared, Code::compare_field), 0U);
  EXPECT_EQ(count(shared, Code::load_int), 1U);
}

TEST(CelProgram, GoesOverWhatTakesLongerWhenTheFirstDecides) {
  const Environment environment = shop_environment();
  const Program program(environment, compiled({"o.limited && o.lines.exists(l, l.qty > 5)",
                                               "o.limited || o.ship_country == 'CN'"},
                                              environment));
  EXPECT_EQ(count(program, Code::chain), 2U);
  EXPECT_EQ(count(program, Code::join), 0U);
}

// Returns: how the evaluator's value differs from the machine's; empty when it does not.
std::string difference(const RuleExpression& rule, const Values& values, const Outcome& outcome) {
  Work work(Cost::unbounded);
  const Value value = evaluate(rule.ast, rule.checked.references, values, work);
  const std::string got = outcome.error ? "error " + std::string(name_of(*outcome.error))
                                        : std::string(outcome.holds ? "true" : "false");
  return got == shown(value) ? "" : "machine: " + got + ", evaluator: " + shown(value);
}

// Returns: the same order, in which a field of a variable has no value.
Values without(const Values& values, std::size_t variable, std::string_view name) {
  Values made = values;
  Record record = *made[variable].as<RecordRef>()->record;
  for (Record::Field& field : record.fields) {
    if (field.name == name) field = {field.name, Error{ErrorCode::work_exhausted, 0}, true};
  }
  made[variable] = RecordRef{std::make_shared<Record>(std::move(record))};
  return made;
}

TEST(CelMachine, AFieldOrAVariableWithoutAValueIsItsError) {
  const Environment environment = shop_environment();
  const std::vector<std::string> sources{"v.cust_1s > 5",
                                         "v.cust_1s + 1 > 5 || v.cust_1s < o.items",
                                         "o.card in stolen",
                                         "o.card == 5u || o.limited",
                                         "o.account_age < duration('24h')",
                                         "o.total > 5 && v.cust_1s > 5",
                                         "o.lines.exists(l, l.qty > v.cust_1s)",
                                         "!o.limited"};
  const std::vector<RuleExpression> rules = compiled(sources, environment);
  RandomRule random(3);
  const Values whole = random.values(environment);
  std::vector<Values> orders{without(whole, 1, "cust_1s"), without(whole, 0, "card"),
                             without(whole, 0, "account_age"), without(whole, 0, "total"),
                             without(whole, 0, "limited")};
  orders.push_back(whole);
  orders.back()[1] = Error{ErrorCode::work_exhausted, 0};
  std::size_t errors = 0;
  // Each alone too, since a field that one comparison alone asks for is read by it.
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Program alone(environment, {&rules[i], 1});
    Machine machine(alone, environment);
    for (const Values& order : orders) {
      Outcome outcome;
      run(machine, order, {&outcome, 1});
      EXPECT_EQ(difference(rules[i], order, outcome), "") << sources[i];
      errors += outcome.error == ErrorCode::work_exhausted ? 1 : 0;
    }
  }
  EXPECT_GT(errors, 8U);
  const Program program(environment, rules);
  Machine machine(program, environment);
  for (const Values& order : orders) {
    std::vector<Outcome> outcomes(rules.size());
    run(machine, order, outcomes);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      EXPECT_EQ(difference(rules[i], order, outcomes[i]), "") << sources[i];
    }
  }
}

// What rules ask of fields that may be absent is asked and compared at once.
TEST(CelMachine, AFieldThatMayBeAbsentIsAskedForAndCompared) {
  Environment environment;
  const TypeId order = environment.declare_struct("Order");
  const TypeId number = Types::plain(TypeKind::integer);
  environment.declare_field(order, {"a", number, Presence::optional, {}});
  environment.declare_field(order, {"b", number, Presence::required, {}});
  environment.declare("o", order);
  const std::vector<std::string> sources{
      "has(o.a) && o.a > 5",  "has(o.a) && o.a != 3", "has(o.a) && o.a <= 3",
      "has(o.a) || o.a > 5",  "has(o.a) && o.b > 5",  "o.a > 5 && has(o.a)",
      "!has(o.a) || o.a < 7", "o.b > 5 && o.a < 5",   "o.b == 4 || o.a >= 9"};
  std::vector<Values> orders;
  const auto add = [&](const Record::Field& a, const Value& b) {
    orders.push_back({RecordRef{std::make_shared<Record>(Record{"Order", {a, {"b", b, true}}})}});
  };
  const Value failed = Error{ErrorCode::work_exhausted, 0};
  for (const std::int64_t b : {4, 6}) {
    for (const std::int64_t a : {3, 5, 6, 9}) add({"a", a, true}, b);
    add({"a", std::int64_t{9}, false}, b);
    add({"a", failed, true}, b);
  }
  add({"a", std::int64_t{6}, true}, failed);
  add({"a", std::int64_t{6}, false}, failed);
  orders.push_back({failed});
  for (const std::string& source : sources) {
    const std::vector<RuleExpression> rule = compiled({source}, environment);
    const Program program(environment, rule);
    Machine machine(program, environment);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      Outcome outcome;
      run(machine, orders[i], {&outcome, 1});
      EXPECT_EQ(difference(rule[0], orders[i], outcome), "") << source << ", order " << i;
    }
  }
}

#ifdef ALLOT_SANITIZED
constexpr int sets_of_rules = 2'000;
#else
constexpr int sets_of_rules = 100'000;
#endif
constexpr std::size_t rules_in_a_set = 10;

TEST(CelMachine, GivesWhatTheEvaluatorGivesForAMillionRules) {
  const Environment environment = shop_environment();
  RandomRule random(7);
  std::uint64_t truths = 0;
  std::uint64_t errors = 0;
  std::vector<Outcome> outcomes(rules_in_a_set);
  for (int round = 0; round < sets_of_rules; ++round) {
    std::vector<std::string> sources;
    for (std::size_t i = 0; i < rules_in_a_set; ++i) sources.push_back(random.condition());
    const std::vector<RuleExpression> rules = compiled(sources, environment);
    const Program program(environment, rules);
    Machine machine(program, environment);
    const Values values = random.values(environment);
    run(machine, values, outcomes);
    for (std::size_t i = 0; i < rules_in_a_set; ++i) {
      ASSERT_EQ(difference(rules[i], values, outcomes[i]), "")
          << "seed 7, set " << round << ", rule " << i << ": " << sources[i];
      truths += outcomes[i].holds ? 1 : 0;
      errors += outcomes[i].error ? 1 : 0;
    }
  }
  EXPECT_GT(truths, std::uint64_t{sets_of_rules} * rules_in_a_set / 4);
  EXPECT_GT(errors, std::uint64_t{sets_of_rules} * rules_in_a_set / 50);
}

}  // namespace
}  // namespace allot::cel
