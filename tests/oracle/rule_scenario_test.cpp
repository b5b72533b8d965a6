// Rule sets, as docs/rules.md §29 has them: small ones, in the engine and in the naive engine.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/rule.hpp"
#include "generator/ranges.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"
#include "scenario.hpp"

namespace allot::oracle {
namespace {

using rules::AttributeType;
using rules::RuleOnError;
using rules::RulePhase;

using ranges::second;

// A rule whose condition reads the features that its text names.
rules::RuleEntry rule(std::string_view id, RulePhase phase, std::string text) {
  rules::RuleEntry entry;
  entry.id = Code::given(id);
  entry.phase = phase;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string name = i == 0 ? "v.tried" : "v.paid";
    if (text.find(name) != std::string::npos) entry.features |= std::uint64_t{1} << i;
  }
  entry.text = std::move(text);
  return entry;
}

FeatureDeclaration count_of(std::uint16_t id, FeatureFeed feed, TimeNs window = 10 * second) {
  FeatureDeclaration one;
  one.id = id;
  one.feeds = feed;
  one.key = FeatureField::customer;
  one.window_ns = window;
  one.cap = 3;
  one.keys_max = 2;
  one.may_block = true;
  return one;
}

// Attributes ip (token) and points (int, required where it is said), lists vip and bad, features
// tried and paid of a customer, and `more` by their numbers.
std::vector<std::uint8_t> bytes_of(std::vector<rules::RuleEntry> entries, bool requires_points,
                                   std::vector<rules::ScoreBand> bands = {},
                                   const std::vector<FeatureDeclaration>& more = {}) {
  rules::RuleSet set;
  set.name = Code::given("shop");
  set.attributes = {{Code::given("ip"), AttributeType::token, false},
                    {Code::given("points"), AttributeType::integer, requires_points}};
  set.lists = {{Code::given("vip"), TokenKind::customer}, {Code::given("bad"), TokenKind::card}};
  set.features = {count_of(1, FeatureFeed::attempt), count_of(2, FeatureFeed::paid)};
  set.feature_names = {Code::given("tried"), Code::given("paid")};
  for (const FeatureDeclaration& feature : more) {
    set.features.push_back(feature);
    set.feature_names.push_back(Code::given("f" + std::to_string(feature.id)));
  }
  set.rules = std::move(entries);
  set.bands = std::move(bands);
  const cel::Environment environment =
      rules::environment_of({set.attributes, set.lists, set.features, set.feature_names});
  std::vector<cel::RuleExpression> conditions;
  for (const rules::RuleEntry& one : set.rules) {
    conditions.push_back(cel::compile(one.text, environment));
    EXPECT_TRUE(conditions.back().ok()) << one.text;
  }
  set.program = cel::Program(environment, conditions);
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    set.rules[i].result = set.program.results()[i];
  }
  const Status fault = rules::check(set);
  EXPECT_TRUE(fault.ok()) << fault.message();
  std::vector<std::uint8_t> made;
  for (const std::byte byte : rules::encode(set)) made.push_back(static_cast<std::uint8_t>(byte));
  return made;
}

template <class Side>
class RuleScenario : public Scenario<Side> {
 protected:
  // Returns: the version, 0 where it was not taken.
  std::uint32_t load(const std::vector<std::uint8_t>& bytes) {
    const std::size_t most = Limits{}.rule_part_bytes_max;
    const std::size_t parts = (bytes.size() + most - 1) / most;
    for (std::size_t i = 0; i < parts; ++i) {
      LoadRules part;
      part.command_key = this->key();
      part.part = static_cast<std::uint16_t>(i + 1);
      part.parts = static_cast<std::uint16_t>(parts);
      part.body = std::span(bytes).subspan(i * most, std::min(most, bytes.size() - i * most));
      if (this->apply(part) != Reason::ok) return 0;
    }
    return this->answer_.id;
  }
  void go_live(const std::vector<std::uint8_t>& bytes) { switch_to(load(bytes), RulesMode::live); }
  void switch_to(std::uint32_t version, RulesMode mode) {
    ASSERT_EQ(this->apply(ActivateRules{this->key(), version, mode}), Reason::ok);
  }
  Place bought(std::uint64_t order_key, Token customer, MoneyMinor price = 100) {
    Place place = this->order(order_key, {{{1}, 1, price, {}}});
    place.tokens.customer = customer;
    return place;
  }
  // What came of each rule that hit: its place and the outcome.
  std::vector<std::pair<int, HitOutcome>> hits() const {
    std::vector<std::pair<int, HitOutcome>> all;
    for (const Event& event : this->events_) {
      if (event.type == EventType::rule_hit) {
        all.emplace_back(event.line, static_cast<HitOutcome>(event.reason));
      }
    }
    return all;
  }
  void SetUp() override {
    Scenario<Side>::SetUp();
    this->receive(1, 1, 100);
  }
};

TYPED_TEST_SUITE(RuleScenario, Sides);
using Hits = std::vector<std::pair<int, HitOutcome>>;

TYPED_TEST(RuleScenario, DecideByPhase) {
  this->go_live(bytes_of({rule("BIG", RulePhase::limit, "o.total > 1000"),
                          rule("VIP", RulePhase::allow, "o.customer in vip"),
                          rule("BAD", RulePhase::block, "o.customer == 7u"),
                          rule("LOOK", RulePhase::review, "o.total > 500")},
                         false));
  EXPECT_EQ(this->apply(this->bought(1, 1)), Reason::ok);
  EXPECT_EQ(this->hits(), Hits{});
  EXPECT_EQ(this->apply(this->bought(2, 1, 1'001)), Reason::rule_limit);
  EXPECT_EQ(this->hits(), (Hits{{0, HitOutcome::decided}, {3, HitOutcome::outranked}}));
  EXPECT_EQ(this->apply(this->bought(3, 7, 600)), Reason::rule_block);
  EXPECT_EQ(this->apply(this->bought(4, 1, 600)), Reason::ok);
  EXPECT_NE(this->told().find("in_review x1 rule_review"), std::string::npos) << this->told();

  EXPECT_EQ(this->apply(SetListMember{this->key(), Code::given("vip"), 7, true}), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(5, 7, 600)), Reason::ok);
  EXPECT_EQ(
      this->hits(),
      (Hits{{1, HitOutcome::allows}, {2, HitOutcome::suppressed}, {3, HitOutcome::suppressed}}));
  EXPECT_EQ(this->apply(this->bought(6, 7, 1'001)), Reason::rule_limit);
  EXPECT_EQ(this->apply(SetListMember{this->key(), Code::given("vip"), 7, false}), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(7, 7)), Reason::rule_block);

  this->switch_to(1, RulesMode::off);
  EXPECT_EQ(this->apply(this->bought(8, 7, 2'000)), Reason::ok);
  EXPECT_EQ(this->hits(), Hits{});
}

TYPED_TEST(RuleScenario, OneThatHasNoValueIsNotSilent) {
  std::vector<rules::RuleEntry> all{
      rule("LIMIT", RulePhase::limit, "o.points > 3"),
      rule("BLOCK", RulePhase::block, "100 / o.points > 20"),
      rule("SKIP", RulePhase::score, "o.total * 4611686018427387904 > 0"),
  };
  this->go_live(bytes_of(all, false));
  EXPECT_EQ(this->apply(this->bought(1, 1)), Reason::rule_limit);
  EXPECT_EQ(this->hits(),
            (Hits{{0, HitOutcome::decided}, {1, HitOutcome::outranked}, {2, HitOutcome::skipped}}));
  const std::vector<OrderAttribute> points{{rules::token_of("points"), 0}};
  Place place = this->bought(2, 1);
  place.attributes = points;
  EXPECT_EQ(this->apply(place), Reason::ok);
  EXPECT_EQ(this->hits(), (Hits{{1, HitOutcome::decided}, {2, HitOutcome::skipped}}));
  EXPECT_NE(this->told().find("in_review x1 rule_review"), std::string::npos) << this->told();

  all[1].on_error = RuleOnError::refuse;
  this->go_live(bytes_of(all, true));
  place = this->bought(3, 1);
  place.attributes = points;
  EXPECT_EQ(this->apply(place), Reason::rule_block);
  EXPECT_EQ(this->apply(this->bought(4, 1)), Reason::attribute_missing);
  const std::vector<OrderAttribute> twice{{rules::token_of("points"), 0},
                                          {rules::token_of("points"), 1}};
  place = this->bought(5, 1);
  place.attributes = twice;
  EXPECT_EQ(this->apply(place), Reason::attribute_invalid);
}

TYPED_TEST(RuleScenario, ScoresAreAddedUp) {
  std::vector<rules::RuleEntry> all{rule("A", RulePhase::score, "o.total >= 200"),
                                    rule("B", RulePhase::score, "o.units >= 1"),
                                    rule("C", RulePhase::score, "o.total >= 300")};
  all[0].score = 30;
  all[1].score = 10;
  all[2].score = 60;
  all[1].shadow = true;
  this->go_live(bytes_of(all, false,
                         {{0, rules::BandVerdict::pass, {}},
                          {30, rules::BandVerdict::review, {}},
                          {90, rules::BandVerdict::block, {}}}));
  EXPECT_EQ(this->apply(this->bought(1, 1)), Reason::ok);
  EXPECT_EQ(this->hits(), (Hits{{1, HitOutcome::shadow}}));
  EXPECT_EQ(this->apply(this->bought(2, 1, 200)), Reason::ok);
  EXPECT_NE(this->told().find("in_review x1 rule_review"), std::string::npos) << this->told();
  EXPECT_EQ(this->apply(this->bought(3, 1, 300)), Reason::rule_block);
}

TYPED_TEST(RuleScenario, AReviewComesBeforeTheScore) {
  std::vector<rules::RuleEntry> all{rule("LOOK", RulePhase::review, "o.total >= 200"),
                                    rule("BAD", RulePhase::score, "o.total >= 100")};
  all[1].score = 50;
  this->go_live(bytes_of(all, false, {{50, rules::BandVerdict::block, {}}}));
  EXPECT_EQ(this->apply(this->bought(1, 1, 100)), Reason::rule_block);
  EXPECT_EQ(this->hits(), (Hits{{1, HitOutcome::decided}}));
  EXPECT_EQ(this->apply(this->bought(2, 1, 200)), Reason::ok);
  EXPECT_EQ(this->hits(), (Hits{{0, HitOutcome::decided}, {1, HitOutcome::outranked}}));
  EXPECT_NE(this->told().find("in_review x1 rule_review"), std::string::npos) << this->told();
}

// Features of one customer with windows of their own share a record, and each counts alone.
TYPED_TEST(RuleScenario, BothSetsTogetherCountNoMoreThanSixtyFourFeatures) {
  std::vector<FeatureDeclaration> many;
  for (std::uint16_t id = 3; id <= 64; ++id) {
    many.push_back(count_of(id, FeatureFeed::attempt, (100 + TimeNs{id}) * second));
  }
  const rules::RuleEntry fast = rule("FAST", RulePhase::block, "v.tried >= 3");
  rules::RuleEntry slow = rule("SLOW", RulePhase::block, "v.f64 >= 2");
  slow.features = std::uint64_t{1} << 63U;
  const std::uint32_t full = this->load(bytes_of({slow}, false, {}, many));
  const std::uint32_t alike = this->load(bytes_of({fast}, false, {}, {many.back()}));
  const std::uint32_t other =
      this->load(bytes_of({fast}, false, {}, {count_of(9, FeatureFeed::attempt, 500 * second)}));
  this->switch_to(full, RulesMode::live);
  this->switch_to(alike, RulesMode::shadow);
  EXPECT_EQ(this->apply(this->bought(1, 5)), Reason::ok);
  EXPECT_EQ(this->apply(ActivateRules{this->key(), other, RulesMode::shadow}),
            Reason::rules_too_large);
  this->now_ += 30 * second;
  EXPECT_EQ(this->apply(this->bought(2, 5)), Reason::rule_block);

  // What goes on was counted; what begins now was not.
  this->switch_to(full, RulesMode::off);
  this->switch_to(other, RulesMode::live);
  EXPECT_EQ(this->apply(this->bought(3, 5)), Reason::ok);
  EXPECT_EQ(this->hits(), Hits{});
  this->switch_to(full, RulesMode::off);
  this->switch_to(other, RulesMode::off);
  this->switch_to(full, RulesMode::live);
  EXPECT_EQ(this->apply(this->bought(4, 5)), Reason::rule_block);
}

TYPED_TEST(RuleScenario, FeaturesCountAttemptsAndPayments) {
  const std::vector<std::uint8_t> first =
      bytes_of({rule("FAST", RulePhase::limit, "v.tried >= 3"),
                rule("PAYS", RulePhase::allow, "has(v.paid) && v.paid >= 1")},
               false);
  this->go_live(first);
  EXPECT_EQ(this->apply(this->bought(1, 5)), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(2, 5)), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(3, 5)), Reason::rule_limit);
  EXPECT_EQ(this->apply(this->bought(4, 6)), Reason::ok);
  EXPECT_EQ(this->hits(), Hits{});
  EXPECT_EQ(this->apply(ConfirmPayment{this->key(), {4, 0}, 1}), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(5, 6)), Reason::ok);
  EXPECT_EQ(this->hits(), (Hits{{1, HitOutcome::allows}}));

  // What both sets count alike goes on.
  this->go_live(bytes_of({rule("FAST", RulePhase::block, "v.tried >= 3")}, false));
  EXPECT_EQ(this->apply(this->bought(6, 5)), Reason::rule_block);
  // An exact count may not block when it may have forgotten something: a third customer pushes one
  // out, who comes again.
  EXPECT_EQ(this->apply(this->bought(7, 8)), Reason::ok);
  EXPECT_EQ(this->apply(this->bought(8, 6)), Reason::ok);
  EXPECT_NE(this->told().find("in_review"), std::string::npos) << this->told();

  this->now_ += 10 * second;
  EXPECT_EQ(this->apply(this->bought(9, 5)), Reason::ok);
  EXPECT_EQ(this->hits(), Hits{});
}

TYPED_TEST(RuleScenario, OneIsTriedBesideTheOther) {
  const std::uint32_t live =
      this->load(bytes_of({rule("BIG", RulePhase::limit, "o.total > 500")}, false));
  const std::uint32_t tried =
      this->load(bytes_of({rule("BIG", RulePhase::limit, "o.total > 50")}, false));
  ASSERT_EQ(live, 1U);
  ASSERT_EQ(tried, 2U);
  this->switch_to(live, RulesMode::live);
  this->switch_to(tried, RulesMode::shadow);
  EXPECT_EQ(this->apply(this->bought(1, 1)), Reason::ok);
  EXPECT_EQ(this->hits(), (Hits{{0, HitOutcome::shadow}}));
  this->switch_to(tried, RulesMode::live);
  EXPECT_EQ(this->apply(this->bought(2, 1)), Reason::rule_limit);
  EXPECT_EQ(this->hits(), (Hits{{0, HitOutcome::decided}}));
}

TYPED_TEST(RuleScenario, AreLoadedWholeOrNotAtAll) {
  std::vector<std::uint8_t> bytes =
      bytes_of({rule("BIG", RulePhase::limit, "o.total > 500")}, false);
  LoadRules part;
  part.parts = 2;
  part.part = 2;
  part.command_key = this->key();
  part.body = std::span(bytes).first(8);
  EXPECT_EQ(this->apply(part), Reason::rules_incomplete);
  bytes[40] ^= 0xff;
  bytes.resize(bytes.size() / 2);
  EXPECT_EQ(this->load(bytes), 0U);
  EXPECT_EQ(this->answer_.reason, Reason::rules_invalid);
  EXPECT_EQ(this->apply(ActivateRules{this->key(), 1, RulesMode::live}), Reason::rules_unknown);
}

TYPED_TEST(RuleScenario, StopASaleThatWasMade) {
  this->go_live(bytes_of({rule("BIG", RulePhase::limit, "o.total > 500 && !o.place"),
                          rule("LOOK", RulePhase::review, "!has(o.points)")},
                         true));
  Import sale;
  sale.command_key = this->key();
  sale.order_key = {1, 0};
  sale.channel = {1};
  sale.zone = {1};
  const std::vector<OrderLine> lines{{{1}, 6, 100, {}}};
  sale.lines = lines;
  EXPECT_EQ(this->apply(sale), Reason::ok);
  EXPECT_NE(this->told().find("ship_stop x1 rule_limit"), std::string::npos) << this->told();
}

}  // namespace
}  // namespace allot::oracle
