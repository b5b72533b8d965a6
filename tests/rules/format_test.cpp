#include "rules/format.hpp"

#include <gtest/gtest.h>

#include <string>

#include "rules/compiler.hpp"

namespace allot::rules {
namespace {

std::string formatted(const std::string& text) {
  const FormattedRules made = format_rules(read_source(text));
  if (!made.ok()) return "problem: " + made.problems[0].text;
  EXPECT_EQ(format_rules(read_source(made.text)).text, made.text) << "is no fixed point";
  return made.text;
}

TEST(RuleFormat, WritesStatements) {
  EXPECT_EQ(
      formatted("\n\nrules   a   #  name\r\n\n\n\n#c  \nlist  vip   customer\n"
                "limit   reason  \"two  blanks\"  A   o.total>5   #  a#b\n   #inside\n"
                "  &&!( -o.units== - 3 )||o.lines[ 0 ].qty in[1,2]\n\n"
                "  #behind\nfeature  f  count by ( customer ,card )\n window 1m\tcap 3\n\n\n"),
      "rules a  #  name\n\n#c\nlist vip customer\n"
      "limit reason \"two  blanks\" A o.total > 5  #  a#b\n    #inside\n"
      "    && !(-o.units == -3) || o.lines[0].qty in [1, 2]\n\n"
      "#behind\nfeature f count by (customer, card)\n    window 1m cap 3\n");
}

TEST(RuleFormat, BarsOfATableStandBelowEachOther) {
  EXPECT_EQ(formatted("rules a\ntable  T   first{  # of two\no.channel|o.total|verdict\n"
                      "  \"超大额\"|>=  500|block   shadow\n# between\n-|5..9|allow # last\n}\n"),
            "problem: this table has no end; '}' stands in a line of its own")
      << "rows are indented, as all that goes on with a statement";
  EXPECT_EQ(formatted("rules a\ntable  T   first {  # of two\n o.channel|o.total|verdict\n"
                      "  \"超大额\"|>=  500|block   shadow\n# between\n  -|5..9|allow # last\n}\n"),
            "rules a\ntable T first {  # of two\n"
            "  o.channel | o.total | verdict\n"
            "  \"超大额\"     | >= 500  | block shadow\n"
            "  # between\n"
            "  -         | 5..9    | allow  # last\n"
            "}\n");
}

TEST(RuleFormat, RefusesWhatCannotBeRead) {
  EXPECT_EQ(formatted("rules a\nlimitt A o.total > 5\n"),
            "problem: 'limitt' is no statement; did you mean 'limit'?");
  EXPECT_EQ(formatted("rules a\nlimit A o.total > \"5\n"), "problem: this cannot be read");
}

// What is compiled is the same but for how its conditions are written.
TEST(RuleFormat, ChangesNoMeaning) {
  const std::string text =
      "rules a\nlist vip customer\nlimit   A o.total>5&&o.units<3||has( o.card )  # \"\n"
      "    &&o.card in[ 1u,2u ]\ntable T collect {\n   o.total|verdict\n   1..3 |block\n}\n";
  const CompiledRules before = compile_rules(text);
  const CompiledRules after = compile_rules(formatted(text));
  ASSERT_TRUE(before.ok() && after.ok()) << rendered(before, "before") << rendered(after, "after");
  EXPECT_EQ(before.set->program.instructions(), after.set->program.instructions());
}

}  // namespace
}  // namespace allot::rules
