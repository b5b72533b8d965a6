// What an order costs: discounts, taxes and shipping of lines and of whole orders, and the total
// that the file has of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "files/order_cases.hpp"
#include "files/order_loader.hpp"
#include "files/order_money.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

constexpr const char* head = "o,t,s,q,p,off,tax,ship,stax,total,ch,cur\n";

OrderMap map_of(const std::string& top, const std::string& columns) {
  const auto map = parse_order_map(
      "map", top +
                 "\n[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\nquantity = \"q\"\n"
                 "price = \"p\"\n" +
                 columns);
  EXPECT_TRUE(map.ok()) << map.status().message();
  return map.value();
}

// `rows`: their last columns may be left out.
OrderLoad load_of(const std::string& top, const std::string& columns, const std::string& rows) {
  const OrderMap map = map_of(top, columns);
  std::string text = head;
  for (std::size_t at = 0, end = 0; at < rows.size(); at = end + 1) {
    end = rows.find('\n', at);
    const std::string row = rows.substr(at, end - at);
    const auto commas = static_cast<std::size_t>(std::ranges::count(row, ','));
    text += row + std::string(11 - commas, ',') + "\n";
  }
  auto loaded = load_orders(source_of(text), map);
  EXPECT_TRUE(loaded.ok()) << loaded.status().message();
  expect_adds_up(loaded.value());
  return std::move(loaded.value());
}

std::string fault_of(const std::string& text) {
  const auto map = parse_order_map("map", text);
  return map.ok() ? std::string{} : map.status().message();
}

constexpr const char* of_order =
    "order_discount = \"off\"\norder_tax = \"tax\"\nshipping = \"ship\"\n"
    "shipping_tax = \"stax\"\norder_total = \"total\"\n";
constexpr const char* of_lines =
    "line_tax = \"tax\"\nline_shipping = \"ship\"\nline_shipping_tax = \"stax\"\n";

constexpr const char* both_discounts = "line_discount = \"off\"\norder_discount = \"tax\"\n";

// Order N of two lines of 10.00 and 5.00, with what these and the order say of discounts.
std::string discounted(int order, const std::string& first, const std::string& second,
                       const std::string& whole, const std::string& total = "") {
  const std::string begin = std::to_string(order) + ",2026-01-01,";
  return begin + "A,1,10.00," + first + "," + whole + ",,," + total + "\n" + begin + "B,1,5.00," +
         second + "\n";
}

TEST(OrderMoney, a_discount_that_is_the_sum_of_those_of_lines_is_taken_off_once) {
  const OrderLoad load =
      load_of("currency = \"EUR\"", both_discounts,
              discounted(1, "1.00", "0.50", "1.50") + discounted(2, "2.00", "", "2.00") +
                  discounted(3, "", "0.25", "0.25") + discounted(4, "", "", "3.00") +
                  discounted(5, "", "", ""));
  EXPECT_EQ(value_of(load, 0), 1350);
  EXPECT_EQ(value_of(load, 1), 1300);
  EXPECT_EQ(value_of(load, 2), 1475);
  EXPECT_EQ(value_of(load, 3), 1200) << "lines that say none have none in them";
  EXPECT_EQ(value_of(load, 4), 1500);
  EXPECT_TRUE(noted(load, "discount_of_lines", 3));
  EXPECT_FALSE(noted(load, "order_discount_bounded", 3));
}

TEST(OrderMoney, what_such_a_discount_has_beyond_its_lines_is_of_the_order) {
  std::string rows;
  for (int order = 1; order <= 20; ++order) rows += discounted(order, "1.00", "0.50", "1.50");
  const OrderLoad load =
      load_of("currency = \"EUR\"", both_discounts, rows + discounted(21, "1.00", "0.50", "1.60"));
  EXPECT_EQ(value_of(load, 20), 1340);
  EXPECT_TRUE(noted(load, "discount_of_lines", 21));
}

TEST(OrderMoney, discounts_of_lines_of_which_rows_are_left_out_are_in_the_sum_too) {
  const OrderLoad load =
      load_of("currency = \"EUR\"", both_discounts,
              discounted(1, "1.00", "0.50", "1.50") + discounted(2, "2.00", "", "2.00") +
                  discounted(3, "", "0.25", "1.25") + "3,2026-01-01,C,0,5.00,1.00\n");
  EXPECT_EQ(value_of(load, 2), 1475);
  EXPECT_TRUE(noted(load, "discount_of_lines", 3));
}

TEST(OrderMoney, where_only_some_discounts_are_the_sum_both_are_taken_off_and_told) {
  const OrderLoad some =
      load_of("currency = \"EUR\"", both_discounts,
              discounted(1, "1.00", "0.50", "1.50") + discounted(2, "2.00", "", "2.00") +
                  discounted(3, "", "0.25", "0.25") + discounted(4, "1.00", "", "3.00"));
  EXPECT_EQ(value_of(some, 0), 1200);
  EXPECT_EQ(value_of(some, 3), 1100);
  EXPECT_TRUE(noted(some, "discount_of_some_lines", 3));
  EXPECT_TRUE(note_of(some, "discount_of_lines").empty());
  const OrderLoad two =
      load_of("currency = \"EUR\"", both_discounts,
              discounted(1, "1.00", "0.50", "1.50") + discounted(2, "2.00", "", "2.00"));
  EXPECT_EQ(value_of(two, 0), 1200) << "two may be so by chance";
  EXPECT_TRUE(noted(two, "discount_of_some_lines", 2));
}

TEST(OrderMoney, totals_say_first_whether_a_discount_is_taken_off_again) {
  const std::string total = "order_total = \"total\"\n";
  const OrderLoad once = load_of("currency = \"EUR\"", both_discounts + total,
                                 discounted(1, "1.00", "0.50", "1.50", "13.50"));
  EXPECT_EQ(value_of(once, 0), 1350);
  EXPECT_TRUE(noted(once, "discount_of_lines", 1));
  EXPECT_TRUE(note_of(once, "total_differs").empty());
  std::string rows;
  for (int order = 1; order <= 3; ++order) {
    rows += discounted(order, "1.00", "0.50", "1.50", "12.00");
  }
  const OrderLoad twice = load_of("currency = \"EUR\"", both_discounts + total, rows);
  EXPECT_EQ(value_of(twice, 0), 1200);
  EXPECT_TRUE(note_of(twice, "discount_of_lines").empty());
  EXPECT_TRUE(note_of(twice, "discount_of_some_lines").empty());
  EXPECT_TRUE(note_of(twice, "total_differs").empty());
}

TEST(OrderMoney, taxes_of_whole_orders_are_shared_to_the_minor_unit) {
  const OrderLoad load = load_of("currency = \"EUR\"\nprices_include_tax = false", of_order,
                                 "1,2026-01-01,A,3,1.00,,1.00,,,\n1,2026-01-01,B,1,3.00,,,,,\n"
                                 "1,2026-01-01,C,1,1.00,,,,,\n2,2026-01-01,A,1,0.00,,0.19,,,\n"
                                 "2,2026-01-01,A,1,0.00,,,,,\n");
  EXPECT_EQ(tax_of_line(load, 0, 0), 42) << "1.00 x 3 / 7, rounded down";
  EXPECT_EQ(tax_of_line(load, 0, 1), 43) << "1.00 x 6 / 7 less the one before";
  EXPECT_EQ(tax_of_line(load, 0, 2), 15);
  EXPECT_EQ(due_of(load, 0), 800);
  EXPECT_EQ(tax_of_line(load, 1, 0), 19) << "what costs nothing has no share: the first has it";
}

TEST(OrderMoney, tax_on_shipping_is_a_part_of_the_orders) {
  const OrderLoad load = load_of("prices_include_tax = false", of_order,
                                 "1,2026-01-01,A,1,10.00,1.00,2.66,5.00,0.95,16.66\n"
                                 "2,2026-01-01,A,1,10.00,,,5.00,0.95,15.95\n");
  EXPECT_EQ(tax_of_line(load, 0, 0), 171);
  EXPECT_EQ(load.book.orders[0].shipping_tax, 95);
  EXPECT_EQ(due_of(load, 0), 1'666);
  EXPECT_EQ(tax_of_line(load, 1, 0), 0);
  EXPECT_EQ(due_of(load, 1), 1'595);
  EXPECT_EQ(note_of(load, "total_differs"), "");
}

TEST(OrderMoney, amounts_of_lines_add_up) {
  const OrderLoad load = load_of("currency = \"USD\"\nprices_include_tax = false", of_lines,
                                 "1,2026-01-01,A,2,5.00,,0.80,2.00,0.10,\n"
                                 "1,2026-01-01,B,1,1.00,,0.08,1.00,,\n"
                                 "1,2026-01-01,,1,1.00,,0.08,9.00,,\n");
  EXPECT_EQ(tax_of_line(load, 0, 0), 80);
  EXPECT_EQ(tax_of_line(load, 0, 1), 8);
  EXPECT_EQ(load.book.orders[0].shipping, 300) << "not that of the row that is left out";
  EXPECT_EQ(load.book.orders[0].shipping_tax, 10);
  EXPECT_EQ(due_of(load, 0), 1'100 + 88 + 300 + 10);
}

TEST(OrderMoney, columns_are_added_up_where_the_map_says_so) {
  const OrderLoad load =
      load_of("", "shipping = {sum = [\"ship\", \"stax\"]}\n",
              "1,2026-01-01,A,1,5.00,,,2.00,0.50,\n2,2026-01-01,A,1,5.00,,,,0.50,\n"
              "3,2026-01-01,A,1,5.00,,,1.00,-0.25,\n4,2026-01-01,A,1,5.00,,,1.00,much,\n"
              "5,2026-01-01,A,1,5.00,,,1.00,-1.25,\n");
  EXPECT_EQ(load.book.orders[0].shipping, 250);
  EXPECT_EQ(load.book.orders[1].shipping, 50);
  EXPECT_EQ(load.book.orders[2].shipping, 75);
  EXPECT_EQ(load.book.orders[3].shipping, 0);
  EXPECT_EQ(load.book.orders[4].shipping, 0);
  EXPECT_TRUE(noted(load, "shipping_unreadable", 2));
}

TEST(OrderMoney, an_earlier_row_that_is_left_out_says_what_the_order_costs_too) {
  const OrderLoad load =
      load_of("", of_order, "1,2026-01-01,,1,5.00,0.50,,2.00,,\n1,2026-01-01,A,1,5.00,,,,,\n");
  EXPECT_EQ(due_of(load, 0), 500 - 50 + 200);
}

TEST(OrderMoney, whether_prices_include_tax_is_told_by_the_files_own_totals) {
  const std::string with = "1,2026-01-01,A,1,11.90,,1.90,5.00,,16.90\n";
  const std::string without = "2,2026-01-01,A,1,10.00,,1.90,5.00,,16.90\n";
  const OrderLoad in = load_of("", of_order, with);
  EXPECT_TRUE(in.book.money.at(0).prices_include_tax);
  EXPECT_EQ(due_of(in, 0), 1'690);
  EXPECT_TRUE(noted(in, "prices_include_tax", 1));
  const OrderLoad out = load_of("", of_order, without);
  EXPECT_FALSE(out.book.money.at(0).prices_include_tax);
  EXPECT_EQ(due_of(out, 0), 1'690);
  EXPECT_EQ(note_of(out, "tax_assumed"), "");
  const OrderLoad said = load_of("prices_include_tax = false", of_order, with);
  EXPECT_EQ(due_of(said, 0), 1'880) << "the map knows better, and the total is told to differ";
  EXPECT_EQ(note_of(said, "total_differs"),
            "orders that cost another amount than the file's total of them: the first is 1 in line "
            "2, with 18.80 by its rows and 16.90 by the file");
  const OrderLoad bare = load_of("", "line_tax = \"tax\"\n", with);
  EXPECT_EQ(due_of(bare, 0), 1'380) << "on top, which is assumed";
  EXPECT_TRUE(noted(bare, "tax_assumed", 0));
}

TEST(OrderMoney, each_channel_has_its_currency_and_its_prices) {
  const std::string rows =
      "1,2026-01-01,A,1,11.90,,1.90,,,11.90,de,eur\n2,2026-01-01,A,1,10.00,,1.00,,,11.00,us,USD\n"
      "3,2026-01-01,A,1,1000,,,,,1000,jp,JPY\n";
  const std::string columns = std::string(of_order) + "channel = \"ch\"\ncurrency = \"cur\"\n";
  const OrderLoad load = load_of("", columns, rows);
  ASSERT_EQ(load.book.money.size(), 3U);
  EXPECT_EQ(load.book.money[0].currency, "EUR");
  EXPECT_TRUE(load.book.money[0].prices_include_tax);
  EXPECT_EQ(load.book.money[1].currency, "USD");
  EXPECT_FALSE(load.book.money[1].prices_include_tax);
  EXPECT_EQ(load.book.money[2].currency, "JPY");
  EXPECT_EQ(due_of(load, 2), 1'000);
  EXPECT_EQ(note_of(load, "total_differs"), "");
  EXPECT_NE(note_of(load, "currencies").find("each channel has its own"), std::string::npos);
  EXPECT_EQ(load.book.amounts, Amounts::of_several);

  const OrderLoad said = load_of("prices_include_tax = [\"us\"]", columns, rows);
  EXPECT_FALSE(said.book.money[0].prices_include_tax);
  EXPECT_TRUE(said.book.money[1].prices_include_tax);

  const OrderLoad mixed = load_of("", columns, rows + "4,2026-01-01,A,1,5.00,,,,,,us,CAD\n");
  EXPECT_EQ(mixed.book.money[0].currency, "EUR");
  EXPECT_EQ(mixed.book.money[1].currency, "");
  EXPECT_NE(note_of(mixed, "currencies").find("told of none (us)"), std::string::npos);

  const OrderLoad bare = load_of("", "currency = \"cur\"\n", rows);
  ASSERT_EQ(bare.book.money.size(), 1U);
  EXPECT_EQ(bare.book.money[0].currency, "");
  EXPECT_NE(note_of(bare, "currencies").find("no column says the channel"), std::string::npos);
}

TEST(OrderMoney, what_differs_from_the_files_total_is_told_with_the_first_order) {
  const OrderLoad load = load_of("currency = \"KWD\"", of_order,
                                 "1,2026-01-02,A,1,5.000,,,,,5.000\n2,2026-01-02,A,1,5.000,,,,,6\n"
                                 "3,2026-01-01,A,1,5.000,,,,,7\n4,2026-01-01,A,1,5.000,,,,,9\n"
                                 "4,2026-01-01,,1,4.000,,,,,\n5,2026-01-01,A,1,5.000,,,,,lots\n");
  EXPECT_TRUE(noted(load, "total_differs", 2));
  EXPECT_EQ(note_of(load, "total_differs"),
            "orders that cost another amount than the file's total of them: the first is 2 in line "
            "3, with 5.000 by its rows and 6.000 by the file");
  EXPECT_TRUE(noted(load, "total_of_left_out", 1));
  EXPECT_NE(note_of(load, "total_of_left_out").find("the first is 4 in line 5"), std::string::npos);
  EXPECT_TRUE(noted(load, "order_total_unreadable", 1));
}

// "total" has what was given back here.
TEST(OrderMoney, what_was_given_back_is_the_orders_unless_rows_of_it_are_left_out) {
  const OrderLoad load = load_of(
      "currency = \"EUR\"", "refund = \"total\"\nshipping = \"ship\"\n",
      "1,2026-01-01,A,1,5.00,,,1.00,,2.50\n1,2026-01-01,B,1,4.00\n2,2026-01-02,A,1,5.00,,,,,-5.00\n"
      "3,2026-01-03,A,1,5.00,,,1.00,,6.01\n4,2026-01-04,A,1,5.00,,,,,1.00\n4,2026-01-04,,1,4.00\n"
      "5,2026-01-05,A,1,5.00,,,,,lots\n6,2026-01-06,A,1,5.00,,,,,0.00\n7,2026-01-07,A,1,5.00\n");
  ASSERT_EQ(load.book.orders.size(), 7U);
  const auto refunded = [&load](std::size_t order) { return load.book.orders[order].refunded; };
  EXPECT_EQ(refunded(0), 250) << "said by its first row alone";
  EXPECT_EQ(due_of(load, 0), 1'000) << "and its goods are used whole";
  EXPECT_EQ(refunded(1), 500) << "which some write as less than nothing";
  EXPECT_EQ(refunded(2), 601);
  EXPECT_TRUE(noted(load, "refund_above", 1)) << "more than 5.00 and 1.00";
  EXPECT_EQ(note_of(load, "refund_above"), "orders of which more was given back than they cost");
  EXPECT_EQ(note_of(load, "refund"),
            "orders of which money was given back: their goods are used whole");
  EXPECT_EQ(note_of(load, "refund_differs"), "") << "a blank says nothing else";
  EXPECT_EQ(refunded(3), 0) << "it may be for the row without a SKU";
  EXPECT_TRUE(noted(load, "refund_of_left_out", 1));
  EXPECT_EQ(refunded(4), 0);
  EXPECT_TRUE(noted(load, "refund_unreadable", 1));
  EXPECT_EQ(refunded(5), 0);
  EXPECT_EQ(refunded(6), 0);
}

TEST(OrderMoney, refunds_of_one_order_that_differ_are_told_with_the_first_order) {
  const OrderLoad load = load_of("currency = \"EUR\"", "refund = \"total\"\n",
                                 "1,2026-01-01,A,1,5.00,,,,,2.50\n1,2026-01-01,B,1,4.00,,,,,2.50\n"
                                 "2,2026-01-02,A,1,5.00,,,,,\n2,2026-01-02,B,1,4.00,,,,,1.00\n"
                                 "2,2026-01-02,C,1,4.00,,,,,3.00\n3,2026-01-03,A,1,5.00,,,,,0.00\n"
                                 "3,2026-01-03,B,1,5.00,,,,,4.00\n4,2026-01-04,A,1,5.00,,,,,-1.00\n"
                                 "4,2026-01-04,B,1,5.00,,,,,1.00\n5,2026-01-05,A,1,5.00,,,,,lots\n"
                                 "5,2026-01-05,B,1,5.00,,,,,2.00\n");
  EXPECT_TRUE(noted(load, "refund_differs", 2)) << "2 and 3";
  EXPECT_EQ(note_of(load, "refund_differs"),
            "orders whose rows say different refunds: the first one counts, as the 1.00 of 2 in "
            "line 4");
  EXPECT_EQ(load.book.orders[1].refunded, 100);
  EXPECT_EQ(load.book.orders[2].refunded, 0);
  EXPECT_TRUE(noted(load, "refund_unreadable", 1));
}

// The first row of the first order and the last of the second are torn off.
TEST(OrderMoney, an_order_of_which_a_row_is_torn_is_told_as_one_with_rows_left_out) {
  const OrderMap map = map_of("", "order_total = \"total\"\n");
  auto loaded = load_orders(source_of("o,t,s,q,p,total\n1,2026-11-27 10:00,A\n"
                                      "1,2026-11-27 10:00,B,1,2.00,5.00\n"
                                      "2,2026-11-27 10:01,A,1,3.00,5.00\n2,2026-11-27 10:01,B\n"
                                      "3,2026-11-27 10:02,A,1,3.00,5.00\n"),
                            map);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_TRUE(noted(loaded.value(), "total_of_left_out", 2));
  EXPECT_TRUE(noted(loaded.value(), "total_differs", 1));
}

TEST(OrderMoney, a_currency_may_be_written_as_shops_do) {
  const OrderMap map = map_of("", "currency = \"cur\"\n");
  auto loaded = load_orders(source_of("o,t,s,q,p,cur\n1,2026-11-27 10:00,A,1,2.00,TL\n"
                                      "2,2026-11-27 10:00,A,1,2.00,TRY\n"),
                            map);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().main_currency, "TRY");
  EXPECT_EQ(loaded.value().currencies, std::vector<std::string>{"TRY"});
}

TEST(OrderMoney, what_is_no_amount_of_money_is_noted_and_counts_for_nothing) {
  const OrderLoad load =
      load_of("prices_include_tax = false", of_lines, "1,2026-01-01,A,1,5.00,,0.805,x,-1.00,\n");
  EXPECT_EQ(due_of(load, 0), 500);
  EXPECT_TRUE(noted(load, "line_tax_unreadable", 1));
  EXPECT_TRUE(noted(load, "shipping_unreadable", 1));
  EXPECT_TRUE(noted(load, "shipping_tax_unreadable", 1));
}

TEST(OrderMoney, a_discount_may_take_off_the_shipping_as_well) {
  const OrderLoad load = load_of("", of_order,
                                 "1,2026-01-01,A,1,5.00,6.00,,2.00,,1.00\n"
                                 "2,2026-01-01,A,1,5.00,-8.00,,2.00,,0.00\n");
  EXPECT_EQ(due_of(load, 0), 100);
  EXPECT_EQ(due_of(load, 1), 0);
  EXPECT_TRUE(noted(load, "order_discount_bounded", 1));
}

TEST(OrderMoney, no_amount_is_more_than_fits) {
  SourceOrders book;
  book.orders.emplace_back().line_count = 2;
  book.lines = {{0, 2'147'483'647, 9'000'000'000'000, 0}, {0, 2'147'483'647, 9'000'000'000'000, 0}};
  EXPECT_EQ(book.due(book.orders[0]), std::numeric_limits<MoneyMinor>::max());
  std::vector<MoneyMinor> shares(2, 7);
  share_by_cost(100'000'000'000'000'000, book.lines, shares);
  EXPECT_EQ(shares[0] + shares[1], 100'000'000'000'000'000);
}

TEST(OrderMoney, a_map_says_each_thing_once) {
  const std::string columns = "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\n";
  EXPECT_EQ(fault_of(columns + "line_tax = \"a\"\norder_tax = \"b\"\n"),
            "map:1:1: columns has line_tax (of the line) and order_tax (of the whole order); give "
            "one of them");
  EXPECT_NE(fault_of(columns + "shipping = \"a\"\nline_shipping = \"b\"\n"), "");
  EXPECT_NE(fault_of(columns + "shipping_tax = \"a\"\nline_shipping_tax = \"b\"\n"), "");
  EXPECT_EQ(fault_of("prices_include_tax = [\"web\"]\n" + columns),
            "map:1:22: prices_include_tax lists channels, but [columns] says none for channel");
  EXPECT_NE(fault_of("prices_include_tax = \"yes\"\n" + columns).find("true, false, or a list"),
            std::string::npos);
  EXPECT_NE(fault_of(columns + "zone = {sum = [\"a\"]}\n"), "") << "zones are not added";
  EXPECT_EQ(fault_of(columns + "shipping = {sum = [\"a\", \"b\"]}\n"), "");
}

}  // namespace
}  // namespace allot::files
