// What an author of rules sees when one is wrong.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cel/problem.hpp"
#include "cel/shop.hpp"
#include "types/letter_steps.hpp"

namespace allot::cel {
namespace {

std::string shown_first(std::string_view source, Position begin = {}) {
  const RuleExpression rule = compile(source, shop_environment());
  return rule.problems.empty() ? "" : rendered(rule.problems[0], "shop.rules", source, begin);
}

TEST(CelDiagnostics, NameFileLineColumnAndPlace) {
  EXPECT_EQ(shown_first("o.totl > 5"),
            "shop.rules:1:3: error: Order has no field 'totl'; did you mean 'total'?\n"
            " | o.totl > 5\n"
            " |   ^~~~");
  EXPECT_EQ(shown_first("o.total > 5 &&\n  o.limited ==\n  'yes'"),
            "shop.rules:2:13: error: '==' is not defined for (bool, string)\n"
            " |   o.limited ==\n"
            " |             ^~");
  EXPECT_EQ(shown_first("o.total >"),
            "shop.rules:1:10: error: expected a value, found the end\n"
            " | o.total >\n"
            " |          ^");
  EXPECT_EQ(shown_first("o.coupon == 'A'"),
            "shop.rules:1:3: warning: 'coupon' of Order may not be set, which is the error "
            "no_such_field; ask has() first\n"
            " | o.coupon == 'A'\n"
            " |   ^~~~~~");
}

TEST(CelDiagnostics, CountFromWhereTheExpressionBegins) {
  EXPECT_EQ(shown_first("x", {7, 21}).substr(0, 17), "shop.rules:7:21: ");
  EXPECT_EQ(shown_first("true &&\nx", {7, 21}).substr(0, 16), "shop.rules:8:1: ");
}

TEST(CelDiagnostics, PointBelowWideCharactersToo) {
  EXPECT_EQ(shown_first("'\u8d85\u5927\u989d' == o.ttal"),
            "shop.rules:1:12: error: Order has no field 'ttal'; did you mean 'total'?\n"
            " | '\u8d85\u5927\u989d' == o.ttal\n"
            " |               ^~~~");
}

TEST(CelDiagnostics, ShowOfALongLineWhatStandsAround) {
  std::string source;
  for (int i = 0; i < 40; ++i) source += "o.total > 5 && ";
  source += "o.totl > 5";
  for (int i = 0; i < 40; ++i) source += " && o.total > 5";
  const std::string shown = shown_first(source);
  EXPECT_EQ(
      shown,
      "shop.rules:1:603: error: Order has no field 'totl'; did you mean 'total'?\n"
      " | ...total > 5 && o.total > 5 && o.total > 5 && o.total > 5 && o.totl > 5 && o.total > "
      "5 && o.total > 5 && o.total > 5 && o.t...\n"
      " |                                                                ^~~~");
}

TEST(CelDiagnostics, NameTheNearest) {
  EXPECT_EQ(problems_of("oo.total > 1"), "there is no 'oo'; did you mean 'o'?");
  EXPECT_EQ(problems_of("o.customer in vpi"), "there is no 'vpi'; did you mean 'vip'?");
  EXPECT_EQ(problems_of("o.ship_country.startWith('C')"),
            "there is no function 'startWith'; did you mean 'startsWith'?");
  EXPECT_EQ(problems_of("o.lines.exists(line, lin.qty > 1)"),
            "there is no 'lin'; did you mean 'line'?");
  EXPECT_EQ(problems_of("zebra > 1"), "there is no 'zebra'");
  EXPECT_EQ(letter_steps("vpi", "vip"), 1U) << "a swap is one step";
}

TEST(CelDiagnostics, SayAllThatIsWrong) {
  EXPECT_EQ(problems_of("o.totl > 1 && o.itms > 1"),
            "Order has no field 'totl'; did you mean 'total'?\n"
            "Order has no field 'itms'; did you mean 'items'?");
  EXPECT_EQ(problems_of("o.totl + 1 > 1 && o.totl"),
            "Order has no field 'totl'; did you mean 'total'?\n"
            "Order has no field 'totl'; did you mean 'total'?")
      << "nothing follows from a fault";
}

TEST(CelDiagnostics, SayWhatWasMeant) {
  EXPECT_EQ(
      problems_of("size(o.lines) > 1u"),
      "'>' is not defined for (int, uint); int and uint are not mixed: 5 is an int, 5u a uint");
  EXPECT_EQ(problems_of("contains(o.ship_country, 'C')"),
            "'contains' is not defined for (string, string); it is written behind a value: "
            "x.contains(...)");
  EXPECT_EQ(problems_of("o.total.int() > 1"),
            "'int' is not defined for (int); it is written int(x)");
  EXPECT_EQ(problems_of("o.lines.exists(l)"),
            "exists() is written behind a list, with a variable and a condition: "
            "list.exists(x, x > 0)\nthere is no 'l'");
  EXPECT_EQ(problems_of("o.total.exists(l, l > 1)"),
            "exists() goes over a list, not a value of type int");
  EXPECT_EQ(problems_of("o.lines.exists(l, l.qty)"), "exists() takes a bool, not int");
  EXPECT_EQ(problems_of("o.total && o.limited"), "'&&' takes a bool, not int");
  EXPECT_EQ(problems_of("o.total.cents > 1"), "a value of type int has no fields");
  EXPECT_EQ(problems_of("o.total + 1"), "this is of type int; it has to be of type bool");
  EXPECT_EQ(problems_of("Order{total: 1}.total > 0"), "no messages are made: 'Order' is no value");
}

}  // namespace
}  // namespace allot::cel
