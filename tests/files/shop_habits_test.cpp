// What shops print that is no plain value: discounts beside totals, statuses of a later day, lists
// with the newest first, words for pieces, and rows of totals.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "files/code_gaps.hpp"
#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/numbers.hpp"
#include "files/order_loader.hpp"
#include "files/order_map.hpp"
#include "files/shop_draft.hpp"
#include "files/shop_files.hpp"

namespace allot::files {
namespace {

// Orders of one line: price, units, discount and total of the line.
std::string discounted(bool with_discount) {
  std::string text = with_discount
                         ? "Nr zamówienia;Data;SKU;Ilość;Cena brutto;Rabat;Wartość brutto\n"
                         : "Nr zamówienia;Data;SKU;Ilość;Cena brutto;Uwagi;Wartość brutto\n";
  for (int row = 0; row < 8; ++row) {
    const int units = 1 + row % 3;
    const int off = row % 2 == 0 ? 5 : 0;
    text += std::to_string(100 + row) + ";2026-11-27 10:0" + std::to_string(row) + ";A-" +
            std::to_string(row % 4) + ";" + std::to_string(units) + ";20,00;" +
            (with_discount ? std::to_string(off) + ",00" : "x") + ";" +
            std::to_string(20 * units - off) + ",00\n";
  }
  return text;
}

TEST(GuessedDiscount, is_taken_where_totals_of_lines_have_it_off) {
  EXPECT_EQ(column_of(guess_of(discounted(true)), Role::line_discount), "Rabat");
  EXPECT_EQ(column_of(guess_of(discounted(true)), Role::price), "Cena brutto");
  EXPECT_EQ(column_of(guess_of(discounted(false)), Role::line_discount), "none");
}

class ShopHabits : public testing::Test {
 protected:
  void TearDown() override {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  std::string write(const std::string& name, const std::string& text) {
    paths_.push_back(testing::TempDir() + "allot_habits_" + std::to_string(::getpid()) + name);
    std::ofstream(paths_.back(), std::ios::binary) << text;
    return paths_.back();
  }
  std::vector<std::string> paths_;
};

constexpr const char* plain_columns =
    "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\nstatus = \"status\"\n";

// Joined from two that are the same, as where a file was pasted below itself.
TEST_F(ShopHabits, a_list_of_stock_that_is_there_twice_counts_once) {
  const std::string rows = "A,North,5\nA,South,2\nB,North,1\nC,North,7\n";
  LotNumbers lots;
  const auto units_of = [&](const std::string& text) {
    const auto stock = read_stock(write("_stock.csv", "sku,warehouse,quantity\n" + text), lots);
    EXPECT_TRUE(stock.ok()) << stock.status().message();
    std::uint64_t units = 0;
    for (const StockRow& row : stock.value().rows) units += row.quantity;
    const FileNote* twice = note_of(stock.value().account.rows, "stock_twice");
    const FileNote* repeated = note_of(stock.value().account.rows, "repeated");
    return std::tuple{units, twice == nullptr ? "" : twice->text,
                      repeated == nullptr ? 0 : repeated->count};
  };
  EXPECT_EQ(units_of(rows), (std::tuple{15U, std::string(), 0U}));
  EXPECT_EQ(units_of(rows + rows),
            (std::tuple{15U,
                        std::string("the list of stock has 4 of its 4 rows twice, the first again "
                                    "in line 6: they count once; take out the rows that came "
                                    "again"),
                        0U}));
  EXPECT_EQ(units_of(rows + "A,North,5\nA,South,2\n"), (std::tuple{22U, std::string(), 2U}))
      << "no more than half of them";
  EXPECT_EQ(units_of("A,North,1\nA,North,1\nB,North,1\nB,North,1\n"),
            (std::tuple{4U, std::string(), 2U}))
      << "a row for each piece";
}

// Of Shopify's list without what is available and on hand.
TEST_F(ShopHabits, what_cannot_be_sold_is_no_stock) {
  const std::string path = write("_inventory.csv",
                                 "Handle,SKU,Location,Incoming (not editable),Unavailable (not "
                                 "editable),Committed (not editable)\nmug,MUG,Newark,0,2,2\nlamp,"
                                 "LAMP,Newark,3,1,0\n");
  const std::string orders =
      write("_asked.csv", "order,time,sku,quantity\n1,2026-11-27 10:00,MUG,2\n");
  const auto told = told_shop(orders, path, nullptr);
  ASSERT_TRUE(told.ok()) << told.status().message();
  EXPECT_FALSE(told.value().map);
  LotNumbers lots;
  const auto stock = read_stock(path, lots);
  ASSERT_FALSE(stock.ok());
  EXPECT_NE(stock.status().message().find(
                "no stock, but promised, on their way or not for sale: 'Incoming (not editable)', "
                "'Unavailable (not editable)', 'Committed (not editable)'; export the list"),
            std::string::npos)
      << stock.status().message();
}

TEST_F(ShopHabits, statuses_that_no_key_names_are_told) {
  const auto file = read_order_file(
      write("_orders.csv",
            "order;time;sku;status\n1;2026-11-27 10:00;A;Anulowane\n2;2026-11-27 10:01;A;Wysłane\n"
            "3;2026-11-27 10:02;A;Anulowane przez sklep\n4;2026-11-27 10:03;A;Zygzak\n"),
      write("_map.toml",
            std::string(plain_columns) + "[status]\nleave_out.cancelled = [\"anulowane\"]\n"),
      {});
  ASSERT_TRUE(file.ok()) << file.status().message();
  const FileNote* note = note_of(file.value().load.account, "statuses_unsaid");
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(note->assumed);
  const std::size_t same_word = note->text.find("'Anulowane przez sklep' (1 row)");
  const std::size_t unknown = note->text.find("'Zygzak' (1 row)");
  EXPECT_NE(unknown, std::string::npos) << note->text;
  EXPECT_LT(same_word, unknown) << note->text;
  EXPECT_EQ(note->text.find("Wysłane"), std::string::npos) << note->text;
}

TEST_F(ShopHabits, a_draft_has_the_statuses_of_all_rows) {
  std::string orders = "order;time;sku;quantity;status\n";
  for (int row = 0; row < 1'500; ++row) {
    orders += std::to_string(10'000 + row) + ";2026-11-27 10:" + std::to_string(10 + row % 50) +
              ":00;A-" + std::to_string(row % 9) + ";1;" +
              (row == 1'400 ? "cancelled by shop" : "shipped") + "\n";
  }
  const auto draft = draft_shop(write("_orders.csv", orders), "", nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_NE(draft.value().toml.find("leave_out.cancelled = [\"cancelled by shop\"]"),
            std::string::npos)
      << draft.value().toml;
  EXPECT_NE(draft.value().toml.find("'shipped' (1,499 rows)"), std::string::npos);
}

std::vector<std::string> numbers_of(const std::string& path, const std::string& map,
                                    const OrderLoadOptions& options = {}) {
  const auto file = read_order_file(path, map, options);
  EXPECT_TRUE(file.ok()) << file.status().message();
  std::vector<std::string> numbers;
  if (!file.ok()) return numbers;
  const SourceOrders& book = file.value().load.book;
  for (const SourceOrder& order : book.orders) {
    numbers.emplace_back(book.numbers[order.number].text());
  }
  return numbers;
}

TEST_F(ShopHabits, orders_of_one_minute_come_from_the_bottom_where_the_newest_are_first) {
  const std::string map =
      write("_map.toml", "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\n");
  EXPECT_EQ(numbers_of(write("_new.csv",
                             "order;time;sku\n9;2026-11-27 10:09;A\n8;2026-11-27 10:05;A\n"
                             "7;2026-11-27 10:05;A\n7;2026-11-27 10:05;B\n6;2026-11-27 10:01;A\n"),
                       map),
            (std::vector<std::string>{"6", "7", "8", "9"}));
  EXPECT_EQ(numbers_of(write("_old.csv",
                             "order;time;sku\n6;2026-11-27 10:01;A\n8;2026-11-27 10:05;A\n"
                             "7;2026-11-27 10:05;A\n9;2026-11-27 10:09;A\n"),
                       map),
            (std::vector<std::string>{"6", "8", "7", "9"}));
}

TEST_F(ShopHabits, the_whole_file_says_whether_the_newest_are_first_also_of_one_day_of_it) {
  const std::string map =
      write("_map.toml", "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\n");
  OrderLoadOptions friday;
  friday.from = "2026-11-27";
  friday.until = "2026-11-28";
  EXPECT_EQ(numbers_of(write("_days.csv",
                             "order;time;sku\n9;2026-11-28;A\n8;2026-11-27;A\n7;2026-11-27;A\n"
                             "6;2026-11-26;A\n"),
                       map, friday),
            (std::vector<std::string>{"7", "8"}));
}

TEST_F(ShopHabits, a_row_of_totals_without_a_sku_is_called_so) {
  LotNumbers lots;
  const auto stock =
      read_stock(write("_stock.csv", "nr;sku;quantity\n1;A;4\n2;B;5\nRazem:;;9\n"), lots);
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  EXPECT_EQ(stock.value().account.rows.rows_of("row_of_totals"), 1U);
  EXPECT_EQ(stock.value().rows.size(), 2U);
}

TEST(ShopQuantities, may_have_a_word_for_pieces_behind_them) {
  for (const char* const text : {"2 szt.", "2szt", "2 pcs", "2 Stk", "2 St.", "2 ks", "2 個"}) {
    EXPECT_EQ(parse_quantity(text), 2) << text;
  }
  for (const char* const text : {"2 kg", "2 m", "szt.", "2 x", "2 szt. 3"}) {
    EXPECT_EQ(parse_quantity(text), std::nullopt) << text;
  }
}

TEST(ShopCharges, of_paying_at_the_door_are_no_products) {
  for (const char* const code :
       {"Opłata za pobranie", "POBRANIE", "Cash on delivery fee", "Nachnahmegebühr", "Contrassegno",
        "Contre-remboursement", "Contra reembolso", "Dobírka", "Utánvét", "Rembourskosten",
        "Наложенный платёж", "代引き手数料"}) {
    EXPECT_TRUE(is_no_product(code)) << code;
  }
  for (const char* const code : {"HEDIYE",
                                 "Hediye Paketi",
                                 "Gift wrapping",
                                 "Gift packaging",
                                 "GIFT",
                                 "Geschenkverpackung",
                                 "Emballage cadeau",
                                 "Envoltorio de regalo",
                                 "Confezione regalo",
                                 "Cadeauverpakking",
                                 "Pakowanie na prezent",
                                 "Embalagem de presente",
                                 "Dárkové balení",
                                 "Díszcsomagolás",
                                 "Ajándékcsomagolás",
                                 "Ambalaj cadou",
                                 "Συσκευασία δώρου",
                                 "Подарункова упаковка",
                                 "Подарочная упаковка",
                                 "تغليف هدايا",
                                 "ギフト包装",
                                 "ラッピング",
                                 "礼品包装",
                                 "선물포장",
                                 "Darilno zavijanje"}) {
    EXPECT_TRUE(is_no_product(code)) << code;
  }
  for (const char* const code :
       {"Herbata", "GIFT-CUP", "Hediyelik kupa", "COD-150", "Kodak 200", "Pobudka"}) {
    EXPECT_FALSE(is_no_product(code)) << code;
  }
}

}  // namespace
}  // namespace allot::files
