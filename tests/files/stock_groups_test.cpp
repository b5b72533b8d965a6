// Lists of stock in groups: rows that are the sum of the others of their SKU, and rows that leave
// the SKU out, as merged cells of a print or of a spreadsheet are exported.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "files/order_map.hpp"
#include "files/shop_files.hpp"

namespace allot::files {
namespace {

using Units = std::vector<std::string>;

class StockGroups : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_groups_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }

  Result<StockFile> read(const std::string& text, const std::string& map = {}) {
    std::ofstream(path_, std::ios::binary) << text;
    StockColumns called;
    if (!map.empty()) {
      const auto parsed = parse_order_map("m.toml", map);
      EXPECT_TRUE(parsed.ok()) << parsed.status().message();
      called = parsed.value().stock;
    }
    return read_stock(path_, lots_, '\0', called);
  }
  // The units of each row, as "SKU@NODE=UNITS", in the order of the file.
  static Units units(const Result<StockFile>& stock) {
    if (!stock.ok()) return {stock.status().message()};
    Units all;
    for (const StockRow& row : stock.value().rows) {
      all.push_back(row.sku + "@" + row.node + "=" + std::to_string(row.quantity));
    }
    return all;
  }
  // How many rows were left out for a reason.
  static std::uint64_t left_out(const Result<StockFile>& stock, std::string_view reason) {
    return stock.ok() ? stock.value().account.rows.rows_of(reason) : 0;
  }
  // What was assumed under a name; empty: nothing.
  static std::string assumed(const Result<StockFile>& stock, std::string_view name) {
    if (!stock.ok()) return stock.status().message();
    const auto& notes = stock.value().account.rows.notes();
    const auto found = std::ranges::find(notes, name, &FileNote::name);
    return found != notes.end() && found->assumed ? found->text : "";
  }

  std::string path_;
  LotNumbers lots_;
};

const Units two_in_two{"A@East=20", "A@West=7", "B@East=18", "B@West=12"};

std::string with_words(const std::string& name, const std::string& node) {
  return "sku;name;warehouse;quantity\n"
         "A;Red;East;20\nA;Red;West;7\nA;" +
         name + ";" + node +
         ";27\n"
         "B;Blue;East;18\nB;Blue;West;12\nB;" +
         name + ";" + node + ";30\n";
}

TEST_F(StockGroups, sums_that_a_word_tells_are_no_stock) {
  for (const char* word :
       {"TOPLAM",  "Total",    "Suma",  "Gesamt", "Somme",  "Totale", "Totaal",
        "Celkem",  "Összesen", "Итого", "Σύνολο", "合计",   "合計",   "합계",
        "المجموع", "Yhteensä", "Summa", "Razem",  "Ukupno", "Skupaj", "Tổng cộng"}) {
    const auto stock = read(with_words("", word));
    EXPECT_EQ(units(stock), two_in_two) << word;
    EXPECT_EQ(left_out(stock, "row_of_subtotals"), 2U) << word;
    EXPECT_EQ(assumed(stock, "sums_of_rows"), "") << word;
  }
  for (const char* word :
       {"Ara Toplam",         "Subtotal",   "Sub-total",     "Zwischensumme",
        "Sous-total",         "Subtotale",  "Subtotaal",     "Suma częściowa",
        "Mezisoučet",         "Részösszeg", "Μερικό σύνολο", "Промежуточный итог",
        "Проміжний підсумок", "小計",       "小计",          "소계",
        "Välisumma",          "Delsumma",   "Medzisúčet",    "Vmesna vsota"}) {
    const auto stock = read(with_words(word, "-"));
    EXPECT_EQ(units(stock), two_in_two) << word;
    EXPECT_EQ(left_out(stock, "row_of_subtotals"), 2U) << word;
  }
}

TEST_F(StockGroups, sums_may_stand_first_apart_or_under_a_name_of_their_sku) {
  EXPECT_EQ(units(read("sku;warehouse;quantity\nA;Total;27\nA;East;20\nA;West;7\n"
                       "B;Total;30\nB;East;18\nB;West;12\n")),
            two_in_two);
  EXPECT_EQ(units(read("sku;warehouse;quantity\nA;East;20\nB;East;18\nA;West;7\nB;West;12\n"
                       "A;Total;27\nB;Total;30\n")),
            (Units{"A@East=20", "B@East=18", "A@West=7", "B@West=12"}));
  // As spreadsheets write subtotals.
  for (const char* rows : {"A Total;;27", "Total A;;27", "A Toplam;;27", "A Ergebnis;;27",
                           "Summe: A;;27", "A;Total A;27", "A;A Toplam;27"}) {
    const auto stock = read("sku;warehouse;quantity\nA;East;20\nA;West;7\n" + std::string(rows) +
                            "\nB;East;18\nB;West;12\n");
    EXPECT_EQ(units(stock), two_in_two) << rows;
    EXPECT_EQ(left_out(stock, "row_of_subtotals"), 1U) << rows;
  }
}

TEST_F(StockGroups, sums_in_the_columns_of_nodes_are_no_stock) {
  const auto stock = read("sku;lot;East;West\nA;1;5;2\nA;2;3;0\nA;Total;8;2\nB;3;1;1\n",
                          "[stock]\nnodes = [\"East\", \"West\"]\n");
  EXPECT_EQ(units(stock),
            (Units{"A@East=5", "A@West=2", "A@East=3", "A@West=0", "B@East=1", "B@West=1"}));
}

TEST_F(StockGroups, the_total_of_all_is_that_of_what_is_left) {
  const auto stock = read(with_words("Ara Toplam", "TOPLAM") + "GENEL TOPLAM;;;57\n");
  EXPECT_EQ(units(stock), two_in_two);
  EXPECT_EQ(left_out(stock, "row_of_subtotals"), 2U);
  EXPECT_EQ(left_out(stock, "row_of_totals"), 1U);
}

TEST_F(StockGroups, a_word_that_is_no_sum_is_told) {
  const auto some = read(
      "sku;warehouse;quantity\nA;East;20\nA;West;7\nA;Total;27\n"
      "B;East;18\nB;West;12\nB;Total;31\n");
  EXPECT_EQ(units(some), two_in_two) << "half of them are: the word is believed";
  EXPECT_NE(assumed(some, "sums_of_rows"), "");
  // A shop in the Somme is none.
  const auto none = read(
      "sku;warehouse;quantity\nA;East;20\nA;Somme;7\nB;East;18\nB;Somme;12\n"
      "C;East;3\nC;Somme;3\n");
  EXPECT_EQ(units(none).size(), 6U);
  EXPECT_EQ(left_out(none, "row_of_subtotals"), 0U);
  EXPECT_NE(assumed(none, "sums_of_rows"), "");
  // What has no other rows is stock, whatever it is called.
  const auto alone = read("sku;warehouse;quantity\nA;Gesamt;20\nB;Gesamt;7\n");
  EXPECT_EQ(units(alone), (Units{"A@Gesamt=20", "B@Gesamt=7"}));
  EXPECT_EQ(assumed(alone, "sums_of_rows"), "");
  const auto brand = read("sku;brand;warehouse;quantity\nA;Total;East;20\nA;Total;West;7\n");
  EXPECT_EQ(units(brand), (Units{"A@East=20", "A@West=7"}));
}

TEST_F(StockGroups, sums_that_no_word_tells_are_told_by_what_they_add_up_to) {
  const std::string rows =
      "sku;warehouse;quantity\nA;East;20\nA;West;7\nA;*;27\n"
      "B;East;18\nB;West;12\nB;*;30\nC;East;4\nC;West;5\nC;*;9\n";
  const auto stock = read(rows);
  EXPECT_EQ(units(stock).size(), 6U);
  EXPECT_EQ(left_out(stock, "row_of_subtotals"), 3U);
  EXPECT_EQ(assumed(stock, "sums_of_rows"), "");
  const auto blank = read(
      "sku;warehouse;quantity\nA;East;20\nA;West;7\nA;;27\n"
      "B;East;18\nB;West;12\nB;;30\nC;East;4\nC;West;5\nC;;9\nD;East;4\nD;;4\n");
  EXPECT_EQ(units(blank).size(), 7U);
  EXPECT_EQ(left_out(blank, "row_of_subtotals"), 4U) << "also that of one row";
  const auto one_differs = read(rows + "D;East;1\nD;West;1\nD;*;3\n");
  EXPECT_EQ(units(one_differs).size(), 12U) << "a node that most, but not all, add up to";
  EXPECT_NE(assumed(one_differs, "sums_of_rows"), "");
  const auto two = read(
      "sku;warehouse;quantity\nA;East;20\nA;West;7\nA;*;27\n"
      "B;East;18\nB;West;12\nB;*;30\n");
  EXPECT_EQ(units(two), two_in_two);
  EXPECT_NE(assumed(two, "sums_of_rows"), "") << "two may be by chance";
  const auto first = read(
      "sku;warehouse;quantity\nA;*;27\nA;East;20\nA;West;7\nB;*;30\nB;East;18\n"
      "B;West;12\nC;*;9\nC;East;4\nC;West;5\n");
  EXPECT_EQ(left_out(first, "row_of_subtotals"), 3U) << "before the rows that they are of";
}

TEST_F(StockGroups, rows_that_add_up_by_chance_stay) {
  EXPECT_EQ(units(read("sku;warehouse;quantity\nA;East;3\nA;West;4\nA;North;7\n")).size(), 3U);
  EXPECT_EQ(units(read("sku;warehouse;quantity\nA;East;3\nA;West;3\nB;East;5\nB;West;5\n")).size(),
            4U);
  const auto nothing = read(
      "sku;warehouse;quantity\nA;East;0\nA;West;4\nA;North;4\nB;East;0\nB;West;5\nB;North;5\n"
      "C;East;0\nC;West;1\nC;North;1\n");
  EXPECT_EQ(units(nothing).size(), 9U) << "4 in West and 4 in North are no sum of anything";
  std::string rows = "sku;warehouse;quantity\n";
  for (int n = 0; n < 40; ++n) {
    const std::string sku = "S" + std::to_string(n);
    rows += sku + ";East;" + std::to_string(n % 3) + "\n" + sku + ";West;" + std::to_string(n % 5) +
            "\n" + sku + ";North;" + std::to_string(n % 4) + "\n";
  }
  const auto chance = read(rows);
  EXPECT_EQ(units(chance).size(), 120U);
  EXPECT_EQ(assumed(chance, "sums_of_rows"), "");
}

constexpr const char* merged_list =
    "code;name;unit;warehouse;quantity;price\n"
    "A;Red;pc;East;20;1.50\n;;pc;West;7;1.50\n"
    "B;Blue;pc;East;18;2.50\n;;pc;West;12;2.50\n"
    "C;Green;pc;East;4;2.50\n";

TEST_F(StockGroups, rows_without_a_sku_are_of_the_one_above) {
  const auto stock = read(merged_list, "[stock]\nsku = \"code\"\n");
  Units expected = two_in_two;
  expected.emplace_back("C@East=4");
  EXPECT_EQ(units(stock), expected);
  EXPECT_EQ(stock.value().account.rows.used(), 5U);
  EXPECT_EQ(assumed(stock, "sku_above"),
            "rows without a SKU, 2 of 5, the first in line 3, are of the SKU above them, as cells "
            "that were merged are exported; write it in each row to say so");
  // Lots of one node as well; sums and totals are of no SKU.
  EXPECT_EQ(units(read("sku;lot;quantity\nA;1;20\n;2;7\nB;3;18\n;4;12\n")),
            (Units{"A@main=20", "A@main=7", "B@main=18", "B@main=12"}));
  const auto sums = read(
      "sku;warehouse;quantity\nA;East;20\n;West;7\n;Total;27\nB;East;18\n;West;12\n"
      ";Total;30\nTotal;;57\n");
  EXPECT_EQ(units(sums), two_in_two);
  EXPECT_EQ(left_out(sums, "row_of_totals"), 3U);
  EXPECT_EQ(left_out(sums, "sku_missing"), 0U);
  const auto signs = read(
      "sku;warehouse;quantity\nA;East;20\n;West;7\n;*;27\nB;East;18\n;West;12\n"
      ";*;30\nC;East;4\n;West;5\n;*;9\n");
  EXPECT_EQ(units(signs).size(), 6U);
  EXPECT_EQ(left_out(signs, "row_of_subtotals"), 3U);
}

TEST_F(StockGroups, what_may_be_of_another_sku_is_of_none) {
  const std::string head = "sku;name;warehouse;quantity\n";
  const auto named = read(head +
                          "A;Red;East;20\n;;West;7\n;Black;West;9\nB;Blue;East;18\n"
                          ";;West;12\nC;;East;1\n;;West;1\n");
  EXPECT_EQ(units(named),
            (Units{"A@East=20", "A@West=7", "B@East=18", "B@West=12", "C@East=1", "C@West=1"}));
  EXPECT_EQ(left_out(named, "sku_missing"), 1U) << "a name of its own";
  const auto again = read(head +
                          "A;Red;East;20\n;;West;7\n;;West;9\n;;North;1\nB;Blue;East;18\n"
                          ";;West;12\n");
  EXPECT_EQ(units(again), two_in_two) << "West comes twice: from there on nobody knows of what";
  EXPECT_EQ(left_out(again, "sku_missing"), 2U);
  const auto products =
      read(head + "A;Red;East;20\n;Black;West;7\nB;Blue;East;18\n;White;West;12\n");
  EXPECT_EQ(units(products), (Units{"A@East=20", "B@East=18"})) << "products without a code";
  EXPECT_EQ(units(read("sku;name;quantity\nA;Red;20\n;;7\nB;Blue;18\n;;12\n")),
            (Units{"A@main=20", "B@main=18"}))
      << "nothing tells the rows of a SKU apart";
  EXPECT_EQ(units(read("sku;warehouse;quantity\n;East;3\n;West;3\nA;East;20\n;West;7\nB;East;1\n"
                       ";West;2\n")),
            (Units{"A@East=20", "A@West=7", "B@East=1", "B@West=2"}))
      << "there is none above the first";
  std::string rows = head;
  for (int n = 0; n < 30; ++n) rows += "S" + std::to_string(n) + ";x;East;1\n";
  EXPECT_EQ(units(read(rows + ";;West;7\n")).size(), 30U) << "one row of thirty is a slip";
}

}  // namespace
}  // namespace allot::files
