// The rules that are shipped as examples compile without a word, are written in the one way, and
// pass their tests; tests that expect the opposite do not.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "rules/compiler.hpp"
#include "rules/explain.hpp"
#include "rules/format.hpp"
#include "rules/rule_tests.hpp"
#include "ruleset/codec.hpp"

namespace allot::rules {
namespace {

std::string example(const std::string& name) {
  std::ifstream file(std::string(ALLOT_EXAMPLES) + "/rules/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(ExampleRules, CompileWithoutAWord) {
  const std::string text = example("risk_md.rules");
  const CompiledRules made = compile_rules(text);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(rendered(made, "risk_md.rules"), "");
  EXPECT_EQ(made.set->rules.size(), 15U);
  EXPECT_EQ(format_rules(read_source(text)).text, text);
}

TEST(ExampleRules, PassTheirTests) {
  const std::string tests = example("risk_md.cases");
  EXPECT_EQ(rules_named_by(tests), "risk_md.rules");
  const CompiledRules made = compile_rules(example("risk_md.rules"));
  ASSERT_TRUE(made.ok());
  const RuleTestRun run = run_rule_tests(made, tests);
  for (const cel::Problem& problem : run.problems) {
    ADD_FAILURE() << cel::rendered(problem, "risk_md.cases", tests);
  }
  EXPECT_EQ(run.failed, 0U);
  EXPECT_EQ(run.cases, 19U);
}

TEST(ExampleRules, ToBeginWithCompileWithoutAWord) {
  const std::string text = example("starter.rules");
  const CompiledRules made = compile_rules(text);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(rendered(made, "starter.rules"), "");
  EXPECT_EQ(format_rules(read_source(text)).text, text);
  // A log of the usual limits has room for it: rules_max, rule_set_bytes_max, rule_keys_max.
  EXPECT_LE(made.set->rules.size(), 64U);
  EXPECT_LE(encode(*made.set).size(), 262'144U);
  std::uint64_t keys = 0;
  for (const FeatureDeclaration& feature : made.set->features) keys += feature.keys_max;
  EXPECT_LE(keys, 1'000'000U);
  // What customers are told is not how they were found.
  for (const RuleEntry& rule : made.set->rules) {
    EXPECT_NE(rule.reason.text(), rule.id.text());
    const bool refuses = rule.phase == RulePhase::limit || rule.phase == RulePhase::block;
    EXPECT_TRUE(!refuses || !rule.reason.text().empty()) << rule.id.text();
  }
}

// Every rule of the set is hit by a case.
TEST(ExampleRules, ToBeginWithPassTheirTests) {
  const std::string tests = example("starter.cases");
  EXPECT_EQ(rules_named_by(tests), "starter.rules");
  const CompiledRules made = compile_rules(example("starter.rules"));
  ASSERT_TRUE(made.ok());
  const RuleTestRun run = run_rule_tests(made, tests);
  for (const cel::Problem& problem : run.problems) {
    ADD_FAILURE() << cel::rendered(problem, "starter.cases", tests);
  }
  EXPECT_EQ(run.failed, 0U);
  EXPECT_EQ(run.cases, 55U);
  for (const RuleEntry& rule : made.set->rules) {
    const std::string hit = "  expect " + std::string(rule.id.text()) + " hit\n";
    EXPECT_NE(tests.find(hit), std::string::npos) << "nothing hits " << rule.id.text();
  }
}

// Returns: what a file of tests of two rules says.
std::string told(const std::string& tests) {
  const CompiledRules made = compile_rules(
      "rules a\nlist vip customer\nattribute since timestamp\nattribute age duration\n"
      "feature f count by card window 1m cap 9\n"
      "block BIG o.total > 5\nreview F v.f > 1\nallow VIP has(o.customer) && o.customer in vip\n"
      "score+7 ADD o.units > 1\nband 7 review\nreview OLD has(o.age) && o.age > "
      "duration(\"1h\")\n");
  EXPECT_TRUE(made.ok());
  std::string out;
  const RuleTestRun run = run_rule_tests(made, tests);
  for (const cel::Problem& problem : run.problems) {
    out += std::to_string(cel::position_of(tests, problem.range.first).line) + " " + problem.text +
           "\n";
  }
  return out + std::to_string(run.failed) + " of " + std::to_string(run.cases);
}

TEST(RuleTests, SayWhatWasNotAsExpected) {
  EXPECT_EQ(told("case a\n  given o.total = 6\n  given v.f = 0\n  expect BIG hit\n  expect F not\n"
                 "  expect verdict block\ncase b\n  given v.f = 2\n  expect F hit\n"
                 "  expect verdict review\n"),
            "0 of 2");
  EXPECT_EQ(told("case a\n  given o.total = 6\n  expect BIG not\n  expect verdict pass\n"),
            "3 'BIG' is hit, expected was not\n"
            "4 the verdict is block, by 'BIG'; expected was pass\n1 of 1");
  EXPECT_EQ(told("case a\n  expect F not\ncase b\n  given o.units = 2\n  given v.f = 0\n"
                 "  expect verdict pass\n"),
            "2 'F' is error (no_such_field), expected was not\n"
            "6 the verdict is review, by a score of 7; expected was pass\n2 of 2");
  EXPECT_EQ(told("case a\n  given v.f = 0\n  given o.total = 9\n  given o.customer = \"x\"\n"
                 "  given list vip has 3, \"x\"\n  expect verdict pass\n  expect BIG hit\n"),
            "0 of 1");
}

TEST(RuleTests, SayWhatCannotBeRead) {
  EXPECT_EQ(told("cas a\n"),
            "1 'cas' begins no case; a file of tests has 'rules FILE' and cases\n0 of 0");
  EXPECT_EQ(told(""), "1 there is no case in this file\n0 of 0");
  EXPECT_EQ(told("case a\n  given o.total = 5\n"), "1 this case expects nothing\n1 of 1");
  EXPECT_EQ(told("case a\n  given o.totl = 5\n  given o.total = x\n  given o.age = 1\n"
                 "  given o.since = \"now\"\n  given o.card = 0\n  given list vp has 1\n"
                 "  given line colour = 1\n  given x = 1\n  expect BIGG hit\n"
                 "  given o.total = 6\n  expect BIG maybe\n"),
            "2 Order has no field 'totl'; did you mean 'total'?\n"
            "3 this is to be a whole number\n"
            "4 this is to be a duration such as 90s or 36h\n"
            "5 this is to be a time in double quotes, such as \"2026-11-30T08:00:00+08:00\"\n"
            "6 a token is a number from 1 on, or a text in double quotes\n"
            "7 there is no list 'vp'\n"
            "8 Line has no field 'colour'\n"
            "9 given is a field of o or of v, a line, or what a list has\n"
            "10 there is no rule 'BIGG'; did you mean 'BIG'?\n"
            "11 what is given comes before what is expected\n"
            "12 a rule is expected to be hit, not or error\n1 of 1");
}

TEST(RuleExplain, SaysWhatARuleReadsAndCosts) {
  const CompiledRules made = compile_rules(example("risk_md.rules"));
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(explained(made, "LISTED"),
            "LISTED: block, priority 0, live\n"
            "  without a value: review\n"
            "  holds when: has(o.card) && o.card in stolen || has(o.phone) && o.phone in "
            "black_phone\n"
            "  reads: o.card, o.phone\n"
            "  reads list stolen of tokens of kind card\n"
            "  reads list black_phone of tokens of kind phone\n"
            "  takes up to 145 steps\n");
  EXPECT_EQ(explained(made, "NONE"), "");
  EXPECT_EQ(explained(made, "").substr(0, 48), "set risk_md: 15 rules, 12 features, 3 lists; all");
}

}  // namespace
}  // namespace allot::rules
