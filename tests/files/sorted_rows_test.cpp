// A file that was sorted in a spreadsheet: what only the first row of an order said stands anywhere
// now, and its further rows, blank there, may come before it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "files/order_cases.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

constexpr const char* sorted_head =
    "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem sku,Shipping Country,Discount Amount,Total,Cancelled at,Lineitem requires shipping\n";

const std::vector<std::string> rows_of_a_shop{
    "#1,a@b.c,paid,2026-11-27 10:00:00,2,Fern,16.00,FERN,US,5.00,47.00,,true",
    "#1,a@b.c,,2026-11-27 10:00:00,1,Bag,20.00,BAG,,,,,true",
    "#2,b@b.c,refunded,2026-11-27 10:01:00,1,Mug,9.00,MUG,CA,,29.00,,true",
    "#2,b@b.c,,2026-11-27 10:01:00,4,Axe,5.00,AXE,,,,,true",
    "#3,,paid,2026-11-27 10:02:00,3,Cup,1.00,CUP,US,,23.00,2026-11-27 11:00:00,true",
    "#3,,,2026-11-27 10:02:00,5,Ash,4.00,ASH,,,,,true",
    "#4,,pending,2026-11-27 10:03:00,1,Zinc,7.00,ZINC,DE,1.00,12.00,,true",
    "#4,,,2026-11-27 10:03:00,1,Card,5.00,CARD,,,,,false",
    "#4,,,2026-11-27 10:03:00,6,Ant,1.00,ANT,,,,,true",
};

OrderLoad load_rows(const std::string& map_name, const std::string& head,
                    const std::vector<std::string>& rows, const OrderLoadOptions& options = {}) {
  const auto map = map_name.find('\n') == std::string::npos ? order_map_named(map_name)
                                                            : parse_order_map("map", map_name);
  EXPECT_TRUE(map.ok()) << map.status().message();
  std::string text = head;
  for (const std::string& row : rows) text += row + "\n";
  auto loaded = load_orders(source_of(text), map.value(), options);
  EXPECT_TRUE(loaded.ok()) << loaded.status().message();
  if (!loaded.ok()) return {};
  expect_adds_up(loaded.value());
  return std::move(loaded.value());
}

// All that is known of the orders, whatever the order of their rows.
std::map<std::string, std::string> told_of(const OrderLoad& load) {
  std::map<std::string, std::string> told;
  for (std::size_t i = 0; i < load.book.orders.size(); ++i) {
    const SourceOrder& order = load.book.orders[i];
    std::vector<std::string> lines;
    for (std::size_t line = 0; line < order.line_count; ++line) {
      const SourceLine& one = load.book.lines_of(order)[line];
      lines.push_back(code_of_line(load, i, line) + "*" + std::to_string(one.quantity) + "*" +
                      std::to_string(one.price));
    }
    std::ranges::sort(lines);
    std::string& text = told[std::string(load.book.numbers[order.number].text())];
    for (const std::string& line : lines) text += line + " ";
    text += load.book.zones[order.zone] + (order.unpaid ? " unpaid" : "") + " " +
            std::to_string(order.time) + " " + std::to_string(due_of(load, i)) +
            (order.customer == 0 ? "" : " somebody");
  }
  for (const RowReason& reason : load.account.reasons()) {
    if (reason.rows > 0) told["rows left out"] += reason.name + std::to_string(reason.rows) + " ";
  }
  return told;
}

std::vector<std::string> by_column(int column) {
  std::vector<std::string> rows = rows_of_a_shop;
  const auto text_of = [column](const std::string& row) {
    std::size_t at = 0;
    for (int i = 0; i < column; ++i) at = row.find(',', at) + 1;
    return row.substr(at, row.find(',', at) - at);
  };
  std::ranges::stable_sort(
      rows, [&](const auto& one, const auto& other) { return text_of(one) < text_of(other); });
  return rows;
}

TEST(SortedRows, orders_are_the_same_however_a_spreadsheet_sorted_the_file) {
  const auto straight = told_of(load_rows("shopify", sorted_head, rows_of_a_shop));
  ASSERT_EQ(straight.size(), 3U) << "two orders, and what is left out";
  EXPECT_EQ(straight.at("#1").substr(0, 26), "BAG*1*2000 FERN*2*1600 US ");
  std::vector<std::string> reverse = rows_of_a_shop;
  std::ranges::reverse(reverse);
  EXPECT_EQ(told_of(load_rows("shopify", sorted_head, reverse)), straight);
  for (const int column : {2, 4, 7, 8}) {
    EXPECT_EQ(told_of(load_rows("shopify", sorted_head, by_column(column))), straight) << column;
  }
}

TEST(SortedRows, orders_of_one_time_come_as_their_first_rows_stand) {
  const OrderLoad load =
      load_rows("shopify", sorted_head,
                {"#1,,paid,2026-11-27,1,,1.00,A,US,,,,", "#2,,,2026-11-27,1,,1.00,B,,,,,",
                 "#3,,,2026-11-27,1,,1.00,C,US,,,,", "#4,,paid,2026-11-27,1,,1.00,D,US,,,,",
                 "#2,,paid,2026-11-27,1,,1.00,E,US,,,,", "#5,,paid,2026-11-27,1,,1.00,F,US,,,,"});
  std::string numbers;
  for (const SourceOrder& order : load.book.orders) {
    numbers += load.book.numbers[order.number].text();
  }
  EXPECT_EQ(numbers, "#1#2#3#4#5");
  EXPECT_EQ(code_of_line(load, 2, 0), "C")
      << "it has no status anywhere, and is taken all the same";
  EXPECT_EQ(load.book.orders[1].line_count, 2U);
}

TEST(SortedRows, rows_left_out_are_told_with_the_first_line) {
  const OrderLoad load =
      load_rows("shopify", sorted_head,
                {"#1,,,2026-11-27,0,,1.00,A,,,,,", "#2,,paid,2026-11-27,x,,1.00,B,US,,,,",
                 "#2,,,2026-11-27,0,,1.00,B,,,,,", "#1,,paid,2026-11-27,1,,1.00,A,US,,,,"});
  const auto reason =
      std::ranges::find(load.account.reasons(), "non_positive_quantity", &RowReason::name);
  EXPECT_EQ(reason->rows, 2U);
  EXPECT_EQ(reason->line, 2U);
}

TEST(SortedRows, more_rows_than_are_kept_are_taken_as_they_come) {
  std::vector<std::string> rows = rows_of_a_shop;
  std::ranges::reverse(rows);
  OrderLoadOptions options;
  options.rows_kept_max = 2;
  const OrderLoad load = load_rows("shopify", sorted_head, rows, options);
  EXPECT_EQ(load.account.rows(), rows.size());
  EXPECT_NE(note_of(load, "rows_not_kept").find(" 2 "), std::string::npos);
  EXPECT_EQ(told_of(load).count("#2"), 1U) << "its second row came first, without a status";
  EXPECT_TRUE(note_of(load_rows("shopify", sorted_head, rows), "rows_not_kept").empty());
}

TEST(SortedRows, what_a_row_leaves_blank_contradicts_nothing) {
  const std::string map =
      "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\nprice = \"p\"\nzone = \"z\"\n"
      "channel = \"ch\"\ncustomer = \"cu\"\n";
  const std::string head = "o,t,s,p,z,ch,cu\n";
  const OrderLoad load = load_rows(map, head,
                                   {"1,2026-11-27,A,1.00,,,", "1,2026-11-27,B,1.00,US,web,ann",
                                    "1,2026-11-27,C,1.00,,,", "1,2026-11-27,D,1.00,US,web,ann"});
  EXPECT_EQ(load.account.rows_of("order_contradicts"), 0U);
  ASSERT_EQ(load.book.orders.size(), 1U);
  const SourceOrder& order = load.book.orders[0];
  EXPECT_EQ(order.line_count, 4U);
  EXPECT_EQ(load.book.zones[order.zone], "US");
  EXPECT_EQ(load.book.channels[order.channel], "web");
  EXPECT_NE(order.customer, 0U);
  const OrderLoad two = load_rows(
      map, head,
      {"1,2026-11-27,A,1.00,,,", "1,2026-11-27,B,1.00,US,web,ann", "1,2026-11-27,C,1.00,CA,,",
       "1,2026-11-27,D,1.00,,pos,", "1,2026-11-27,E,1.00,,,bob"});
  EXPECT_EQ(two.account.rows_of("order_contradicts"), 3U) << "what is said twice still does";
}

TEST(SortedRows, lines_in_cells_and_columns_of_joined_files_are_kept_with_their_rows) {
  const std::string map =
      "lines.packed = \"items\"\nlines.between = \"|\"\nlines.separator = \" x\"\n"
      "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"line.1\"\nquantity = \"line.2\"\n"
      "price = {value = \"1.00\"}\nstatus = \"st\"\n[status]\nleave_out.refunded = [\"back\"]\n";
  const std::string head = "o,t,items,st\n";
  const OrderLoad load = load_rows(map, head,
                                   {"1,2026-11-27,A x2|B x3,", "2,2026-11-27,C x1|D x4,",
                                    "1,2026-11-27,E x1,back", "2,2026-11-27,F x1,sold"});
  EXPECT_EQ(load.account.rows_of("refunded"), 3U);
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(load.book.orders[0].units, 6U);
}

// Of a file, whose size is known, room is made for what is to come.
TEST(SortedRows, MayBeMoreThanThereWasRoomMadeFor) {
  constexpr int orders = 30'000;
  const std::string path = testing::TempDir() + "sorted_rows.csv";
  const auto loaded = [&path](bool is_sorted) {
    {
      std::ofstream out(path);
      out << sorted_head;
      std::string later;
      for (int i = 0; i < orders; ++i) {
        const std::string begin = "#" + std::to_string(i) + ",,";
        const std::string end = ",2026-11-27 10:00:00,1,Fern,16.00,FERN,US,,,,true\n";
        out << begin << "paid" << end;
        const std::string more = "#" + std::to_string(orders + i) + ",,";
        if (is_sorted && i > 6'000) {
          out << more << end;
          later += more + "paid" + end;
        } else {
          out << more << "paid" << end << more << end;
        }
      }
      out << later;
    }
    const auto file = read_order_file(path, "shopify", {});
    EXPECT_TRUE(file.ok()) << file.status().message();
    return file.ok() ? told_of(file.value().load) : std::map<std::string, std::string>{};
  };
  const auto sorted = loaded(true);
  EXPECT_EQ(sorted.size(), 2U * orders);
  EXPECT_EQ(sorted, loaded(false));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace allot::files
