#include "ruleset/sample_set.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "cel/graph.hpp"
#include "cel/rule.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {

RuleSet sample_declarations() {
  RuleSet set;
  set.name = Code::given("sample");
  set.attributes = {{Code::given("ip"), AttributeType::token, false},
                    {Code::given("account_age"), AttributeType::duration, true},
                    {Code::given("points"), AttributeType::integer, false}};
  set.lists = {{Code::given("vip"), TokenKind::customer}, {Code::given("stolen"), TokenKind::card}};
  FeatureDeclaration count;
  count.id = 1;
  count.kind = FeatureKind::count;
  count.feeds = FeatureFeed::payment_failed;
  count.key = FeatureField::card;
  count.window_ns = 600'000'000'000;
  count.cap = 5;
  count.keys_max = 1'000;
  count.may_block = true;
  FeatureDeclaration age = count;
  age.id = 2;
  age.kind = FeatureKind::age_since_first;
  age.cap = 0;
  FeatureDeclaration steps = count;
  steps.id = 3;
  steps.feeds = FeatureFeed::attempt;
  steps.key = FeatureField::ip;
  steps.step_ns = 30'000'000'000;
  steps.cap = 0;
  steps.may_block = false;
  set.features = {count, age, steps};
  set.feature_names = {Code::given("card_fail"), Code::given("card_age"), Code::given("ip_orders")};
  return set;
}

RuleSet sample_set(const std::vector<SampleRule>& rules, std::vector<cel::Table> tables) {
  RuleSet set = sample_declarations();
  const cel::Environment environment = environment_of(set);
  cel::Graph graph(environment);
  for (const SampleRule& rule : rules) {
    const cel::RuleExpression made = cel::compile(rule.condition, environment);
    if (!made.ok()) {
      std::cerr << cel::rendered(made.problems[0], rule.id, rule.condition) << '\n';
      std::abort();
    }
    graph.add(made.ast, made.checked);
    RuleEntry entry;
    entry.id = Code::given(rule.id);
    entry.phase = rule.phase;
    entry.text = rule.condition;
    set.rules.push_back(entry);
  }
  set.program = cel::Program(graph, std::move(tables));
  for (std::size_t i = 0; i < rules.size(); ++i) set.rules[i].result = set.program.results()[i];
  return set;
}

RuleSet sample_tables() {
  RuleSet set = sample_set(
      {
          {"A1", RulePhase::review, "o.total >= 100 && o.total <= 499 && o.channel == 7u"},
          {"A2", RulePhase::review, "o.total >= 300 && o.total <= 700 && o.card in [7u, 9u]"},
          {"A3", RulePhase::review, "o.total == 500 && has(o.device)"},
          {"A4", RulePhase::review, "o.total > 400 && o.units % o.priority < 3"},
          {"A5", RulePhase::review, "o.channel == 8u && o.lines.exists(l, l.price > 3)"},
          {"A6", RulePhase::review, "o.total < 600"},
          {"B1", RulePhase::review, "o.total in [500, 501] && (o.units > 3 || o.place)"},
          {"B2", RulePhase::review, "o.account_age < duration('2h') && o.units == 500"},
          {"B3", RulePhase::review, "o.account_age >= duration('2h') && o.card == 7u"},
          {"B4", RulePhase::review, "has(v.card_fail) ? v.card_fail > 3 : o.total > 5"},
          {"B5", RulePhase::review, "o.units > 5 && o.units < 600 && o.customer in vip"},
          {"C", RulePhase::review, "o.total > 400 && o.total < 600"},
      },
      {{true, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}}},
       {false, {{10, 0}, {9, 0}, {8, 0}, {7, 0}, {6, 0}}}});
  set.rules[9].features = 1;
  return set;
}

RuleSet sample_set() {
  RuleSet set = sample_set({
      {"MAX_VALUE", RulePhase::limit, "o.total > 5000000"},
      {"PRICE_BAND", RulePhase::limit,
       "o.lines.exists(l, has(l.list) && l.price * 100 < l.list * 40)"},
      {"VIP", RulePhase::allow, "o.customer in vip && !(o.card in stolen)"},
      {"CARD_TEST", RulePhase::block, "has(v.card_fail) && v.card_fail >= 5"},
      {"FRESH", RulePhase::review, "o.account_age < duration('24h') && o.total in [500, 900]"},
      {"GEO", RulePhase::review,
       "has(v.card_age) ? v.card_age < duration('1h') : has(o.ip) && o.ip == 3u"},
      {"TWINS", RulePhase::score,
       "o.lines.exists(a, o.lines.exists(b, a.price < b.price && a.sku == b.sku))"},
      {"XNIGHT", RulePhase::score, "o.time.getHours('+08:00') < 5 || o.points % 7 == 1"},
  });
  set.rules[3].features = 1;
  set.rules[5].features = 2;
  set.rules[2].lists = 3;
  set.rules[3].on_error = RuleOnError::refuse;
  set.rules[4].reason = Code::given("请联系客服");
  set.rules[6].shadow = true;
  set.rules[6].score = 30;
  set.rules[7].score = -5;
  set.bands = {{0, BandVerdict::pass, {}}, {30, BandVerdict::review, Code::given("look")}};
  return set;
}

}  // namespace allot::rules
