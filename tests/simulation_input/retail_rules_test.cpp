#include "simulation/retail_rules.hpp"

#include <gtest/gtest.h>

namespace allot::simulation {
namespace {

TEST(ParsePrice, is_exact_in_minor_units) {
  struct Case {
    std::string_view text;
    MoneyMinor minor;
    bool exact;
    bool negative;
  };
  for (const Case& c :
       {Case{"2.55", 255, true, false}, Case{"2.5", 250, true, false}, Case{"2", 200, true, false},
        Case{"0.29", 29, true, false}, Case{"1.1500", 115, true, false},
        Case{"0.001", 0, false, false}, Case{"4.095", 409, false, false},
        Case{"-11062.06", 1106206, true, true}, Case{"38970.0", 3897000, true, false},
        Case{"0.0", 0, true, false}, Case{"9999999999999.99", 999999999999999, true, false}}) {
    const ParsedPrice price = parse_price(c.text);
    EXPECT_TRUE(price.valid) << c.text;
    EXPECT_EQ(price.minor, c.minor) << c.text;
    EXPECT_EQ(price.exact, c.exact) << c.text;
    EXPECT_EQ(price.negative, c.negative) << c.text;
  }
}

TEST(ParsePrice, refuses_what_is_no_number) {
  for (const std::string_view text :
       {"", "-", ".", ".5", "5.", "1,5", "1e3", "1.2.3", " 1", "1 ", "+1", "--1", "NaN",
        "10000000000000", "99999999999999999999"}) {
    EXPECT_FALSE(parse_price(text).valid) << text;
  }
}

TEST(ParseQuantity, takes_32_bits_with_a_sign) {
  EXPECT_EQ(parse_quantity("80995"), 80'995);
  EXPECT_EQ(parse_quantity("-9"), -9);
  EXPECT_EQ(parse_quantity("2147483647"), 2'147'483'647);
  for (const std::string_view text : {"", "-", "1.0", "2147483648", " 1", "one", "0x1"}) {
    EXPECT_FALSE(parse_quantity(text).has_value()) << text;
  }
}

TEST(ParseDate, knows_both_forms_and_the_calendar) {
  constexpr TimeNs second = 1'000'000'000;
  EXPECT_EQ(parse_date("1970-01-01 00:00:00"), 0);
  EXPECT_EQ(parse_date("2010-12-01 08:26:00"), 1'291'191'960 * second);
  EXPECT_EQ(parse_date("2010-12-01 08:26"), 1'291'191'960 * second);
  EXPECT_EQ(parse_date("12/1/2010 8:26"), 1'291'191'960 * second);
  EXPECT_TRUE(parse_date("2012-02-29 00:00:00").has_value());
  for (const std::string_view text :
       {"", "2011-02-29 00:00:00", "2011-13-01 00:00:00", "2011-00-01 00:00", "2011-01-32 00:00",
        "2011-01-01", "2011-01-01 24:00:00", "2011-01-01 00:60", "2011-01-01 00:00:61",
        "1969-12-31 00:00", "2091-01-01 00:00", "2011-1- 00:00", "2011-01-01T00:00:00"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
}

TEST(ParseCustomer, empty_is_a_guest) {
  EXPECT_EQ(parse_customer(""), 0U);
  EXPECT_EQ(parse_customer("17850.0"), 17'850U);
  EXPECT_EQ(parse_customer("17850"), 17'850U);
  for (const std::string_view text : {"0", "0.0", ".0", "17850.5", "x", "-1"}) {
    EXPECT_FALSE(parse_customer(text).has_value()) << text;
  }
}

TEST(IsArticle, tells_goods_from_fees) {
  for (const std::string_view code :
       {"85123A", "71053", "15056bl", "84997d", "DCGS0076", "DCGSSBOY"}) {
    EXPECT_TRUE(is_article(code)) << code;
  }
  for (const std::string_view code :
       {"POST",         "D",         "M",     "m",    "DOT",          "C2",   "S",      "B",
        "BANK CHARGES", "AMAZONFEE", "CRUK",  "PADS", "gift_0001_20", "DCGS", "DCGS_1", "1234",
        "123456",       "12345ABC",  "A2345", ""}) {
    EXPECT_FALSE(is_article(code)) << code;
  }
  EXPECT_EQ(sku_code_of("85123a"), "85123A");
}

RetailRow good_row() {
  RetailRow row;
  row.invoice = "536365";
  row.stock_code = "85123A";
  row.quantity = 6;
  row.price = parse_price("2.55");
  row.customer = 17'850;
  return row;
}

TEST(SkipReason, each_has_its_row) {
  EXPECT_FALSE(skip_reason(good_row(), Guests::use).has_value());
  RetailRow row = good_row();
  row.invoice = "C536379";
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::credit_note);
  row.invoice = "A563185";
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::bad_debt);
  row = good_row();
  row.stock_code = "POST";
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::non_product);
  row = good_row();
  row.quantity = 0;
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::non_positive_quantity);
  row.quantity = -5;
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::non_positive_quantity);
  row = good_row();
  row.price = parse_price("-1.00");
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::negative_price);
  row.price = parse_price("0.0");
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::zero_price);
  row.price = parse_price("-0.0");
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::zero_price);
  row.price = parse_price("0.001");
  EXPECT_EQ(skip_reason(row, Guests::use), SkipReason::inexact_price);
  row = good_row();
  row.customer = 0;
  EXPECT_FALSE(skip_reason(row, Guests::use).has_value());
  EXPECT_EQ(skip_reason(row, Guests::skip), SkipReason::missing_customer);
}

TEST(SkipReason, the_first_that_applies_counts) {
  RetailRow row = good_row();
  row.invoice = "C1";
  row.stock_code = "POST";
  row.quantity = -1;
  row.price = parse_price("0.0");
  row.customer = 0;
  EXPECT_EQ(skip_reason(row, Guests::skip), SkipReason::credit_note);
  row.invoice = "1";
  EXPECT_EQ(skip_reason(row, Guests::skip), SkipReason::non_product);
  row.stock_code = "12345";
  EXPECT_EQ(skip_reason(row, Guests::skip), SkipReason::non_positive_quantity);
  row.quantity = 1;
  EXPECT_EQ(skip_reason(row, Guests::skip), SkipReason::zero_price);
}

}  // namespace
}  // namespace allot::simulation
