#include "rules/compiler.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cel/machine.hpp"
#include "cel/value_cells.hpp"
#include "ruleset/codec.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

// Returns: each problem in a line: where it is and its text; warnings with a '?' before them.
std::string problems_of(const std::string& text) {
  const CompiledRules made = compile_rules(text);
  std::string out;
  for (const cel::Problem& problem : made.problems) {
    const cel::Position at = cel::position_of(made.text, problem.range.first);
    out += problem.severity == cel::Severity::warning ? "?" : "";
    out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + problem.text + "\n";
  }
  EXPECT_EQ(made.ok(), !cel::has_errors(made.problems));
  return out;
}

RuleSet set_of(const std::string& text) {
  CompiledRules made = compile_rules(text);
  EXPECT_TRUE(made.ok()) << rendered(made, "rules");
  return made.ok() ? std::move(*made.set) : RuleSet{};
}

TEST(RuleCompiler, MakesASetThatTheEngineAccepts) {
  const RuleSet set = set_of(
      "rules shop  # of a shop\n"
      "attribute ip token\n"
      "attribute points int required\n"
      "list vip, staff customer\n"
      "list stolen card\n"
      "feature card_fail count by card on payment_failed, expired window 10m cap 5 keys 77 prior\n"
      "feature spent sum total by (customer, ip) on paid window 7d step 1d\n"
      "score-5 GOOD o.points > 9\n"
      "limit on_error review MAX o.total > 5\n"
      "block priority 3 reason \"卡 #1\" CARD\n"
      "    has(v.card_fail) &&  # as it is counted\n"
      "    v.card_fail >= 5\n"
      "block FIRST o.points > 1 || o.customer in staff\n"
      "review shadow SPENT has(v.spent) && v.spent > 10\n"
      "band 20 block\n"
      "band 10 review reason \"score\"\n");
  EXPECT_EQ(set.name.text(), "shop");
  ASSERT_EQ(set.rules.size(), 5U);
  const std::vector<std::string_view> order{"MAX", "CARD", "FIRST", "SPENT", "GOOD"};
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(set.rules[i].id.text(), order[i]);
  EXPECT_EQ(set.rules[0].on_error, RuleOnError::review);
  EXPECT_EQ(set.rules[1].priority, 3);
  EXPECT_EQ(set.rules[1].reason.text(), "卡 #1");
  EXPECT_EQ(set.rules[1].features, 1U);
  EXPECT_EQ(set.rules[2].lists, 2U);
  EXPECT_TRUE(set.rules[3].shadow);
  EXPECT_EQ(set.rules[4].score, -5);
  ASSERT_EQ(set.lists.size(), 3U);
  EXPECT_EQ(set.lists[1].kind, TokenKind::customer);
  const FeatureDeclaration& card = set.features[0];
  EXPECT_TRUE(card.may_block) << "CARD may refuse by it";
  EXPECT_TRUE(card.prior);
  EXPECT_EQ(card.keys_max, 77U);
  EXPECT_EQ(card.feeds.bits, static_cast<std::uint16_t>(FeatureFeed::payment_failed) |
                                 static_cast<std::uint16_t>(FeatureFeed::expired));
  EXPECT_FALSE(set.features[1].may_block) << "what only a review reads is not exact";
  EXPECT_EQ(set.features[1].step_ns, 86'400'000'000'000);
  EXPECT_EQ(set.features[1].key_second, FeatureField::ip);
  ASSERT_EQ(set.bands.size(), 2U);
  EXPECT_EQ(set.bands[0].from, 10);
  EXPECT_TRUE(verify(encode(set)).ok());
}

TEST(RuleCompiler, TellsAllFaultsAtOnceEachWhereItStands) {
  EXPECT_EQ(problems_of("rules a\n"
                        "attribute total int\n"
                        "attribut x int\n"
                        "list vip custommer\n"
                        "feature f count by card window 10m\n"
                        "feature g count by card windw 10m\n"
                        "limit A o.totl > 5\n"
                        "limit A 1 == 1u\n"
                        "block E\n"
                        "score Z o.total > 5\n"
                        "limit o.total > 5\n"
                        "block on_error deny F o.total > 5\n"
                        "band x review\n"),
            "2:11 attribute 'total': every order has that field\n"
            "3:1 'attribut' is no statement; did you mean 'attribute'?\n"
            "4:10 'custommer' is no kind of tokens; did you mean 'customer'?\n"
            "5:9 this feature is exact and has no cap; say up to how many it is to be exact\n"
            "6:25 'windw' is no part of a feature; did you mean 'window'?\n"
            "7:11 Order has no field 'totl'; did you mean 'total'?\n"
            "8:7 another rule is called 'A': in line 7\n"
            "8:11 '==' is not defined for (int, uint); int and uint are not mixed: 5 is an int, 5u "
            "a uint\n"
            "9:7 this rule has no condition; write it behind its id\n"
            "10:7 a rule of the phase score adds a number: score+30\n"
            "11:7 'o.total' cannot be the id of a rule\n"
            "12:16 'deny' is no outcome of a rule without a value; one of refuse, review, allow, "
            "skip\n"
            "13:6 a band begins at a score: band 50 review\n");
}

TEST(RuleCompiler, PlacesAreThoseOfTheFileAlsoBehindCommentsAndInFurtherLines) {
  EXPECT_EQ(problems_of("# 规则\nrules a\n\nlimit LONG  # 超大额\n    o.total > 5 &&  # \"\n\n"
                        "    o.nothing\n"),
            "7:7 Order has no field 'nothing'\n");
  const CompiledRules made = compile_rules("rules a\nlimit A \"超\" == \"超\" && o.totl > 5\n");
  EXPECT_EQ(rendered(made, "shop.rules").substr(0, 24), "shop.rules:2:25: error: ");
}

TEST(RuleCompiler, WhatIsNoFileOfRules) {
  EXPECT_EQ(problems_of(""), "1:1 a rule file begins with the name of its set: rules NAME\n");
  EXPECT_EQ(problems_of("  rules a\n"),
            "1:3 a line that is indented goes on with the one before, and there is none\n");
  EXPECT_EQ(problems_of("rules a\nrules b\n"),
            "2:7 this set has a name already; a file is one set\n");
  EXPECT_EQ(problems_of("rules a\n# \xff\n"), "2:3 from here on this is no UTF-8\n");
}

TEST(RuleCompiler, TextsThatAreComparedWithTokensAreTheirs) {
  const RuleSet set = set_of(
      "rules a\nlist vip customer\n"
      "limit A o.channel == \"web\"\n"
      "limit B o.currency in [\"EUR\", \"CNY\"]\n"
      "limit C \"app\" != o.channel\n"
      "limit D \"x\" in vip\n"
      "limit E o.lines.exists(l, l.sku == \"SKU-1\")\n");
  const auto has = [&set](std::string_view text) {
    const auto& constants = set.program.constants();
    return std::any_of(constants.begin(), constants.end(), [text](const cel::Value& value) {
      return cel::shown(value).find(std::to_string(token_of(text)) + "u") != std::string::npos;
    });
  };
  for (const char* text : {"web", "EUR", "CNY", "app", "x", "SKU-1"})
    EXPECT_TRUE(has(text)) << text;
  EXPECT_EQ(problems_of("rules a\nlimit A o.channel < \"web\"\n").substr(0, 35),
            "2:19 '<' is not defined for (uint, ");
}

TEST(RuleCompiler, WhatRefusesIsExact) {
  const std::string feature = "rules a\nfeature f count by card window 10m step 1m\n";
  const std::string condition = " A has(v.f) && v.f > 3\n";
  const std::string refused =
      "this rule can refuse an order for v.f, which is counted in steps, so that it could refuse "
      "for what is outside of its window; declare it with a cap instead of a step, or make the "
      "rule a review\n";
  EXPECT_EQ(problems_of(feature + "block" + condition), "3:7 " + refused);
  EXPECT_EQ(problems_of(feature + "limit" + condition), "3:7 " + refused);
  EXPECT_EQ(problems_of(feature + "review" + condition), "");
  EXPECT_EQ(problems_of(feature + "block shadow" + condition), "");
  EXPECT_EQ(problems_of(feature + "score+5" + condition + "band 5 review\n"), "");
  EXPECT_EQ(problems_of(feature + "score+5" + condition + "band 5 block\n"), "3:9 " + refused);
}

TEST(RuleCompiler, RulesThatNeverDecide) {
  EXPECT_EQ(problems_of("rules a\nblock A 1 > 2 && o.total > 5\n"),
            "2:7 this rule can never hold\n");
  EXPECT_EQ(problems_of("rules a\nblock A 1 / 0 == 1\n"),
            "2:7 this rule never has a value: its condition is always the error divide_by_zero\n");
  EXPECT_EQ(problems_of("rules a\nreview A o.total > 5 || true\n"),
            "?2:8 this rule always holds\n");
  EXPECT_EQ(problems_of("rules a\nreview B o.lines.all(x, x.qty > 5)\n"
                        "review A o.lines.all(l, l.qty > 5)\n"),
            "?2:8 this rule never decides: 'A' has the same condition and comes before it\n");
  EXPECT_EQ(problems_of("rules a\nreview shadow B o.total > 5\nreview A o.total > 5\n"), "")
      << "a shadow of a live rule is there to be compared with it";
  EXPECT_EQ(problems_of("rules a\nblock B o.total > 5\nreview A o.total > 5\n"), "");
  EXPECT_EQ(problems_of("rules a\nreview A o.total > 5 && v.x > 1\nfeature x count by card window "
                        "1m cap 9\n"),
            "?2:27 'x' of Values may not be set, which is the error no_such_field; ask has() "
            "first\n");
}

TEST(RuleCompiler, CostHasABudget) {
  std::string dear = "o.lines.exists(a, o.lines.exists(b, a.price + b.price == 1";
  for (int i = 2; i < 6; ++i) dear += " || a.price * b.price + a.qty == " + std::to_string(i);
  EXPECT_NE(problems_of("rules a\nlimit A " + dear + "))\n").find("at most 50000 are allowed"),
            std::string::npos);
  std::string many = "rules a\n";
  for (int i = 0; i < 20; ++i) {
    many += "limit A" + std::to_string(i) + " o.lines.exists(a, o.lines.exists(b, a.price * " +
            std::to_string(i + 2) + " < b.price))\n";
  }
  EXPECT_NE(problems_of(many).find("1:7 this set takes up to "), std::string::npos);
}

// Returns: the ids of rules that hold for an order, without errors.
std::string hits(const RuleSet& set, std::int64_t total, std::string_view channel, bool card) {
  const cel::Environment environment = environment_of(set);
  cel::Record order{"Order", {}};
  for (const cel::FieldDeclaration& field :
       environment.struct_of(environment.types[environment.variables[0].type]).fields) {
    cel::Value value;
    bool there = false;
    if (field.name == "total") value = total, there = true;
    if (field.name == "channel") value = std::uint64_t{token_of(channel)}, there = true;
    if (field.name == "card" && card) value = std::uint64_t{1}, there = true;
    order.fields.push_back({field.name, value, there});
  }
  const cel::Values values{cel::RecordRef{std::make_shared<cel::Record>(order)},
                           cel::RecordRef{std::make_shared<cel::Record>()}};
  std::vector<cel::Outcome> outcomes(set.rules.size());
  cel::Machine machine(set.program, environment);
  cel::run(machine, values, outcomes);
  std::string text;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i].error) text += "!";
    if (outcomes[i].error || outcomes[i].holds) text += std::string(set.rules[i].id.text()) + " ";
  }
  return text;
}

TEST(RuleTables, OfTheFirstRowsOneHolds) {
  const std::string body =
      "  o.channel        | o.total   | has(o.card) | verdict\n"
      "  \"web\"            | >= 500    | true        | review reason \"a|b\"\n"
      "  in [\"web\",\"app\"] | 100 .. 199 | -           | block  # between\n"
      "  \"web\"            | -         | false       | limit shadow\n"
      "  -                | 7         | -           | score+5\n"
      "  -                | -         | -           | allow\n"
      "}\n";
  const RuleSet first = set_of("rules a\ntable T first {\n" + body);
  EXPECT_EQ(hits(first, 500, "web", true), "T.1 ");
  EXPECT_EQ(hits(first, 500, "web", false), "T.3 ");
  EXPECT_EQ(hits(first, 199, "web", false), "T.2 ");
  EXPECT_EQ(hits(first, 200, "app", false), "T.5 ");
  EXPECT_EQ(hits(first, 100, "app", false), "T.2 ");
  EXPECT_EQ(hits(first, 7, "web", true), "T.4 ");
  EXPECT_EQ(hits(first, 8, "web", true), "T.5 ");
  const RuleSet all = set_of("rules a\ntable T collect {\n" + body);
  EXPECT_EQ(hits(all, 150, "web", false), "T.3 T.5 T.2 ") << "in the order of decision";
  EXPECT_EQ(all.rules[0].text.find("(!(has(o.card)))") != std::string::npos, true);
}

// What cannot be told of an earlier row cannot be told of the later ones, unless they do not hold.
TEST(RuleTables, AnErrorInARowIsOneOfLaterRows) {
  const RuleSet set = set_of(
      "rules a\ntable T first {\n  o.total | 10 / o.total | verdict\n"
      "  -  | 10 | review\n  -  | -  | block\n  99 | - | limit\n}\n");
  EXPECT_EQ(hits(set, 1, "web", true), "T.1 ");
  EXPECT_EQ(hits(set, 2, "web", true), "T.2 ");
  EXPECT_EQ(hits(set, 0, "web", true), "!T.2 !T.1 ");
}

TEST(RuleTables, WhatIsWrongWithThem) {
  const std::string head = "rules a\ntable T first {\n  o.channel | o.total | verdict\n";
  EXPECT_NE(problems_of(head + "  \"x\" | | block\n}\n").find("cell 2 of this row is empty"),
            std::string::npos);
  EXPECT_NE(problems_of(head + "  \"x\" | 5\n  - | 1 | block\n}\n")
                .find("4:3 this row has 2 cells, the table 3 columns"),
            std::string::npos);
  EXPECT_NE(problems_of(head + "  - | 5 | blok\n}\n").find("did you mean 'block'?"),
            std::string::npos);
  EXPECT_NE(problems_of(head + "  - | 5 | block\n").find("this table has no end"),
            std::string::npos);
  EXPECT_NE(problems_of("rules a\ntable T any {\n}\n").find("'any' is no hit policy"),
            std::string::npos);
  EXPECT_NE(problems_of("rules a\ntable T first {\n o.total\n 5\n}\n")
                .find("the last column of a table is its verdict"),
            std::string::npos);
  // A fault of a heading is told once, where the heading is; one of a cell in its cell.
  EXPECT_EQ(problems_of("rules a\ntable T collect {\n  o.totl | verdict\n  5 | block\n  6 | "
                        "block\n}\n"),
            "3:5 Order has no field 'totl'; did you mean 'total'?\n");
  EXPECT_EQ(problems_of("rules a\ntable T collect {\n  o.total | verdict\n  5 | block\n  5 + x | "
                        "block\n}\n"),
            "5:7 there is no 'x'\n");
}

TEST(RuleTables, RowsThatNeverCount) {
  const auto table = [](const std::string& policy, const std::string& cells) {
    return problems_of("rules a\ntable T " + policy + " {\n  o.total | o.channel | verdict\n" +
                       cells + "}\n");
  };
  const std::string never =
      "this row never counts: row 1 holds whenever it does, and comes first\n";
  EXPECT_EQ(table("first", "  >= 5 | -     | block\n  7..9 | \"web\" | review\n"), "?5:3 " + never);
  EXPECT_EQ(table("first", "  > 5  | -     | block\n  5..9 | \"web\" | review\n"), "");
  EXPECT_EQ(table("first", "  < 5  | \"web\" | block\n  <= 4 | \"web\" | review\n"),
            "?5:3 " + never);
  EXPECT_EQ(table("first", "  < 5  | \"web\" | block\n  <= 4 | -     | review\n"), "");
  EXPECT_EQ(table("collect", "  >= 5 | -     | block\n  7..9 | \"web\" | review\n"), "");
  // The first of several that cover it; a cell that is no number by its text.
  EXPECT_EQ(table("first",
                  "  1..9 | \"app\" | block\n  5    | \"web\" | block\n  2..8 | -     | block\n"
                  "  5    | \"web\" | review\n"),
            "?7:3 this row never counts: row 2 holds whenever it does, and comes first\n");
  std::string rows;
  for (int row = 0; row < 4'000; ++row) {
    rows += "  " + std::to_string(row * 10) + ".." + std::to_string(row * 10 + 14) +
            " | \"web\" | block\n";
  }
  EXPECT_EQ(table("first", rows), "");
  EXPECT_EQ(table("first", rows + "  20001..20009 | \"web\" | block\n"),
            "?4004:3 this row never counts: row 2001 holds whenever it does, and comes first\n");
}

// Rows of a table share what they ask: the program grows by the row, not by all pairs of them.
TEST(RuleTables, GrowByTheRow) {
  std::string text = "rules a\ntable T first {\n  o.total | o.units | verdict\n";
  for (int row = 0; row < 1'000; ++row) {
    text +=
        "  " + std::to_string(row * 10) + ".." + std::to_string(row * 10 + 9) + " | > 3 | review\n";
  }
  const RuleSet set = set_of(text + "}\n");
  EXPECT_LT(set.program.instructions().size(), 25'000U);
  EXPECT_EQ(set.rules.size(), 1'000U);
}

}  // namespace
}  // namespace allot::rules
