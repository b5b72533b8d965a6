// What a rule may not say, each with its message; which reads are guarded; what it costs at most.
#include "cel/profile.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cel/shop.hpp"

namespace allot::cel {
namespace {

// The conditions of the fifteen rules of a retailer, as they were written before there was a
// compiler.
TEST(CelProfile, TakesTheRulesOfAShop) {
  for (const std::string_view rule :
       {"o.total > 5000000", "o.lines.exists(l, l.price * 100 < l.list * 40)", "v.same_cart >= 1",
        "v.cust_1s > 5", "o.lines.exists(l, l.taken + l.qty > l.cap)",
        "o.customer in vip && !(o.card in stolen)", "o.card in stolen || o.phone in black_phone",
        "v.card_fail >= 5 || v.dev_cards >= 4",
        "o.limited && (v.addr_cust >= 6 || v.phone_cust >= 4)", "has(o.coupon) && v.dev_cust >= 3",
        "o.account_age < duration(\"24h\") && o.total > 50000",
        "v.ip24_10m >= 50 && size(o.lines) == 1", "v.seller_30d >= 10 && v.cxl_30d * 2 > v.ord_30d",
        "has(o.ip_country) && o.ip_country != o.ship_country && v.card_age < duration(\"1h\")",
        "o.time - o.signup_time < duration(\"60s\")"}) {
    EXPECT_EQ(problems_of(rule), "") << rule;
  }
}

TEST(CelProfile, TakesWhatAllImplementationsAgreeOn) {
  for (const std::string_view rule :
       {"o.time.getHours('+08:00') < 6", "o.time.getDayOfWeek('UTC') == 0",
        "o.time > timestamp('2026-11-11T00:00:00+08:00')",
        "o.ship_country in ['CN', 'HK'] || o.ship_country in countries", "o.lines[0].qty > 1",
        "o.lines.all(l, o.lines.exists_one(m, m.sku == l.sku))", "(o.limited ? 1 : 2) == o.items",
        "o.tags.exists(t, t.startsWith('x'))", "o.card == 5u", "int(o.time) % 2 == 0",
        "duration('90m').getHours() == 1",
        "o.account_age + duration('1h') > -duration('1h') + o.account_age || true"}) {
    const std::string found = problems_of(rule);
    if (rule.find("-duration") != std::string_view::npos) {
      EXPECT_EQ(found, "'-' is not defined for (duration)");
    } else {
      EXPECT_EQ(found, "") << rule;
    }
  }
}

struct Refused {
  std::string_view rule;
  std::string_view why;
};

class CelProfileRefuses : public testing::TestWithParam<Refused> {};

TEST_P(CelProfileRefuses, WithItsOwnMessage) {
  Environment environment = shop_environment();
  environment.declare("anything", Types::plain(TypeKind::dyn));
  environment.declare("things", environment.types.list(Types::plain(TypeKind::dyn)));
  environment.declare(
      "m", environment.types.map(Types::plain(TypeKind::text), Types::plain(TypeKind::integer)));
  environment.declare("raw", Types::plain(TypeKind::bytes));
  EXPECT_EQ(problems_of(GetParam().rule, environment), GetParam().why) << GetParam().rule;
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, CelProfileRefuses,
    testing::Values(
        Refused{"o.total * 1.5 > 3",
                "there are no floating-point numbers; write an int in the smallest unit"},
        Refused{"double(o.total) > 3",
                "there are no floating-point numbers, so that double() makes none"},
        Refused{"o.total > 5u",
                "'>' is not defined for (int, uint); int and uint are not mixed: 5 is an int, 5u a "
                "uint"},
        Refused{"o.card + 1u == 5u",
                "a uint is a token, which is compared by ==, != and in, not reckoned with: '+'"},
        Refused{"o.card < 5u",
                "a uint is a token, which is compared by ==, != and in, not reckoned with: '<'"},
        Refused{"o.card % 2u == 0u",
                "a uint is a token, which is compared by ==, != and in, not reckoned with: '%'"},
        Refused{"int(o.card) == 5", "a uint is a token, of which no number is made"},
        Refused{"uint(o.total) == 5u", "no token is made of a number; write 5u"},
        Refused{"int(o.ship_country) == 5",
                "no number is made of a text: implementations differ in what is one; declare the "
                "field as an int"},
        Refused{"uint(o.ship_country) == 5u",
                "no number is made of a text: implementations differ in what is one; declare the "
                "field as a uint"}));

INSTANTIATE_TEST_SUITE_P(
    Types, CelProfileRefuses,
    testing::Values(
        Refused{"dyn(o.total) == 5", "every value in a rule has a type, so that there is no dyn()"},
        Refused{"anything == 5", "the type of this is known only when it is evaluated (dyn)"},
        Refused{"things.exists(t, t == 5)",
                "the type of this is known only when it is evaluated (list(dyn))\n"
                "the type of this is known only when it is evaluated (dyn)"},
        Refused{"o.total in [1, 'a']", "the elements of this list are of several types"},
        Refused{"type(o.total) == int",
                "types are no values in rules, so that there is no type()\n"
                "types are no values in rules"},
        Refused{"null == null",
                "there is no null in rules; has(a.b) asks whether a field is set\n"
                "there is no null in rules; has(a.b) asks whether a field is set"},
        Refused{"raw == raw",
                "values of type bytes are no part of rules\n"
                "values of type bytes are no part of rules"},
        Refused{"bytes('a') == b'a'",
                "there are no bytes in rules, only texts\n"
                "there are no bytes in rules, only texts"},
        Refused{"bool('true')", "there is no bool() in rules; write a comparison"},
        Refused{"string(o.total) == '5'", "rules make no texts, so that there is no string()"},
        Refused{"o.lines == o.lines",
                "only single values are compared, not values of type list(Line)"},
        Refused{"o.lines[0] == o.lines[0]",
                "only single values are compared, not values of type Line"},
        Refused{"o.lines[0] in o.lines",
                "only single values are looked for, not values of type Line"}));

INSTANTIATE_TEST_SUITE_P(
    Collections, CelProfileRefuses,
    testing::Values(
        Refused{"m['a'] == 1", "values of type map(string, int) are no part of rules"},
        Refused{"{'a': 1}['a'] == 1", "there are no maps in rules; declare a struct"},
        Refused{"m.exists(k, k == 'a')",
                "values of type map(string, int) are no part of rules\n"
                "exists() goes over a map, in whose order no two implementations agree"},
        Refused{"o.lines.map(l, l.qty) == [1]",
                "map() makes a list; a rule asks with exists, all or exists_one\n"
                "only single values are compared, not values of type list(int)"},
        Refused{"size(o.lines.filter(l, l.qty > 1)) > 2",
                "filter() makes a list; a rule asks with exists, all or exists_one"},
        Refused{"o.tags.exists(a, o.tags.exists(b, o.tags.exists(c, a == b && b == c)))",
                "more than 2 macros stand in the body of one another"},
        Refused{"[o.total, 1].exists(x, x > 5)",
                "rules make no lists: this one holds what is not constant, which is allowed on the "
                "right of 'in' only"},
        Refused{"[[o.total]][0] == [1] && o.total in [o.items, 1]",
                "rules make no lists: this one holds what is not constant, which is allowed on the "
                "right of 'in' only\n"
                "rules make no lists: this one holds what is not constant, which is allowed on the "
                "right of 'in' only\n"
                "only single values are compared, not values of type list(int)"},
        Refused{"o.total in []", "this list is empty, so that nothing is in it"},
        Refused{"[].all(x, x == 1)", "this list is empty, so that nothing is in it"},
        Refused{"size(o.tags + o.tags) > 1",
                "rules make no lists, so that '+' joins none; ask both with ||"},
        Refused{"o.ship_country + 'x' == 'CNx'",
                "rules make no texts, so that '+' joins none; compare the parts"},
        Refused{"o.ship_country.matches('C.')",
                "there are no regular expressions in rules: what a class such as \\d holds differs "
                "between implementations; use startsWith, endsWith, contains or a list"}));

INSTANTIATE_TEST_SUITE_P(
    Times, CelProfileRefuses,
    testing::Values(
        Refused{"timestamp(o.total) < o.time",
                "timestamp(int) is of seconds in some implementations and of milliseconds in "
                "others; write timestamp(\"2026-11-30T00:00:00Z\")"},
        Refused{
            "timestamp(o.ship_country) < o.time",
            "no timestamp is made of a text that is not written here: implementations differ in "
            "what is one; declare the field as a timestamp"},
        Refused{"duration(o.ship_country) < o.account_age",
                "no duration is made of a text that is not written here: implementations differ in "
                "what is one; declare the field as a duration"},
        Refused{"timestamp('2026-02-30T00:00:00Z') < o.time",
                "this is no time; write one such as \"2026-11-30T08:00:00+08:00\""},
        Refused{"duration('1 day') < o.account_age",
                "this is no duration; write one such as \"36h\" or \"1m30s\""},
        Refused{
            "o.time.getHours() < 6",
            "getHours() takes a zone, such as \"+08:00\" or \"UTC\": without one implementations "
            "differ"},
        Refused{"o.time.getHours('Asia/Shanghai') < 6",
                "a zone is \"UTC\" or a fixed offset such as \"+08:00\"; what a name means changes "
                "with the data base of a machine"},
        Refused{"o.time.getHours('08:00') < 6",
                "a zone is \"UTC\" or a fixed offset such as \"+08:00\"; what a name means changes "
                "with the data base of a machine"},
        Refused{"o.time.getHours(o.ship_country) < 6",
                "the zone is written as it is, such as \"+08:00\" or \"UTC\""},
        Refused{
            "o.account_age.getMilliseconds() < 6",
            "getMilliseconds() of a duration is the rest of a second in some implementations and "
            "all of it in others; compare the duration itself"}));

constexpr std::string_view coupon =
    "?'coupon' of Order may not be set, which is the error no_such_field; ask has() first";

TEST(CelGuards, AreSeenWhereTheyDecide) {
  for (const std::string_view guarded :
       {"has(o.coupon) && o.coupon == 'A'", "o.coupon == 'A' && has(o.coupon)",
        "o.limited && has(o.coupon) && (o.total > 1 || o.coupon == 'A')",
        "!has(o.coupon) || o.coupon == 'A'", "has(o.coupon) ? o.coupon == 'A' : o.limited",
        "!has(o.coupon) ? o.limited : o.coupon == 'A'",
        "!(has(o.coupon) && has(o.ip_country)) || o.coupon == o.ip_country",
        "o.lines.exists(l, has(l.gift) && l.gift == 'A')",
        "has(o.coupon) && o.lines.exists(l, l.sku == o.coupon)",
        "has(o.billing) && has(o.billing.city) && o.billing.city == 'X'",
        "has(o.lines[0].gift) && o.lines[0].gift == 'A'"}) {
    EXPECT_EQ(problems_of(guarded), "") << guarded;
  }
}

TEST(CelGuards, AreNotSeenWhereTheyDoNot) {
  for (const std::string_view unguarded :
       {"o.coupon == 'A'", "has(o.coupon) || o.coupon == 'A'", "!has(o.coupon) && o.coupon == 'A'",
        "has(o.ip_country) && o.coupon == 'A'", "has(o.coupon) ? o.limited : o.coupon == 'A'",
        "(has(o.coupon) || o.limited) && o.coupon == 'A'",
        "o.lines.exists(l, has(o.coupon)) && o.coupon == 'A'",
        "has(o.coupon) == (o.coupon == 'A')"}) {
    EXPECT_EQ(problems_of(unguarded), coupon) << unguarded;
  }
  EXPECT_EQ(
      problems_of("has(o.billing.city)"),
      "?'billing' of Order may not be set, which is the error no_such_field; ask has() first");
  EXPECT_EQ(problems_of("o.lines.exists(l, has(l.gift)) && o.lines.exists(l, l.gift == 'A')"),
            "?'gift' of Line may not be set, which is the error no_such_field; ask has() first");
}

std::uint64_t cost(std::string_view rule) { return compile(rule, shop_environment()).cost.steps; }

TEST(CelCost, IsOfTheLongestListsAndTexts) {
  EXPECT_EQ(cost("o.total > 1"), 4U) << "o, its field, the number, the comparison";
  EXPECT_EQ(cost("o.limited && o.limited"), 5U);
  EXPECT_EQ(cost("o.lines.exists(l, l.qty > 1)"), 3U + 200U * 4U);
  EXPECT_EQ(cost("o.lines.exists(l, o.lines.exists(m, m.qty > l.qty))"),
            3U + 200U * (3U + 200U * 5U));
  EXPECT_EQ(cost("o.ship_country == 'CN'"), 4U + 1U) << "of two texts the shorter is looked at";
  EXPECT_EQ(cost("o.ship_country.contains('CN')"), 4U + 40U);
  EXPECT_EQ(cost("o.limited ? o.total > 1 : o.lines.exists(l, l.qty > 1)"),
            3U + 4U + 3U + 200U * 4U)
      << "what both branches share with other rules may be calculated ahead";
  EXPECT_EQ(cost("o.ship_country in ['CN', 'HK']"), 6U + 2U * 2U);
  EXPECT_EQ(cost("o.tags.exists(t, t == 'x')"), 3U + 16U * 4U);
}

TEST(CelCost, HasToHaveABoundAndToKeepIt) {
  EXPECT_EQ(problems_of("o.note.contains(o.note)"),
            "there is no bound to what this costs: declare how long its lists and texts may be");
  const std::string_view dear =
      "o.limited && o.lines.exists(l, o.lines.exists(m, m.sku.contains(l.sku)))";
  const RuleExpression rule = compile(dear, shop_environment(), {TypeKind::boolean, 100'000});
  ASSERT_EQ(rule.problems.size(), 1U);
  EXPECT_EQ(rendered(rule.problems[0], "shop.rules", dear),
            "shop.rules:1:50: error: this expression takes up to 5000606 steps, at most 100000 are "
            "allowed; most of them go here\n"
            " | o.limited && o.lines.exists(l, o.lines.exists(m, m.sku.contains(l.sku)))\n"
            " |                                                  ^~~~~~~~~~~~~~~~~~~~~");
}

}  // namespace
}  // namespace allot::cel
