// What stands before the decimals of a list of stock, which no unit has and many programs print;
// and which columns are no units at all.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "files/column_names.hpp"
#include "files/guesses.hpp"
#include "files/open_records.hpp"
#include "files/order_map.hpp"
#include "files/reserved_names.hpp"
#include "files/shop_draft.hpp"
#include "files/shop_files.hpp"
#include "files/stock_draft.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

class StockDecimals : public testing::Test {
 protected:
  void TearDown() override {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  std::string write(const std::string& name, const std::string& text) {
    paths_.push_back(testing::TempDir() + "allot_decimals_" + std::to_string(::getpid()) + name);
    std::ofstream(paths_.back(), std::ios::binary) << text;
    return paths_.back();
  }
  Result<StockFile> read(const std::string& text, char of_orders = '\0', char said = '\0') {
    StockColumns called;
    called.decimal = said;
    return read_stock(write("_stock.csv", text), lots_, of_orders, called);
  }
  static std::vector<std::uint32_t> units(const Result<StockFile>& stock) {
    EXPECT_TRUE(stock.ok()) << stock.status().message();
    std::vector<std::uint32_t> all;
    if (!stock.ok()) return all;
    for (const StockRow& row : stock.value().rows) all.push_back(row.quantity);
    return all;
  }
  std::vector<std::string> paths_;
  LotNumbers lots_;
};

using CountsRead = std::vector<std::uint32_t>;

TEST_F(StockDecimals, three_zeros_behind_every_quantity_are_decimals) {
  for (const char of_orders : {'\0', '.', ','}) {
    EXPECT_EQ(units(read("sku;quantity\nA;14,000\nB;3,000\nC;0,000\nD;120,000\n", of_orders)),
              (CountsRead{14, 3, 0, 120}));
    EXPECT_EQ(units(read("sku;quantity\nA;14.000\nB;3.000\nC;1.000\nD;1 250.000\n", of_orders)),
              (CountsRead{14, 3, 1, 1'250}));
  }
}

TEST_F(StockDecimals, prices_beside_them_say_it_of_few_rows_too) {
  EXPECT_EQ(units(read("sku;quantity;price\nA;14,000;14,05\nB;3,000;2,50\n", '.')),
            (CountsRead{14, 3}));
  EXPECT_EQ(units(read("sku;quantity;price\nA;1.250;14,05\nB;3;2,50\n", '.')),
            (CountsRead{1'250, 3}));
  EXPECT_EQ(units(read("sku;quantity;price\nA;1,250;14.05\nB;3;2.50\n", ',')),
            (CountsRead{1'250, 3}));
}

TEST_F(StockDecimals, what_is_not_whole_is_left_out_and_said_so) {
  const auto stock =
      read("sku;quantity;price\nA;14,500;14,05\nB;3,000;2,50\nC;7,000;2,50\nD;8,000;1,00\n", '.');
  EXPECT_EQ(units(stock), (CountsRead{3, 7, 8}));
  EXPECT_EQ(stock.value().account.rows.rows_of("quantity_of_parts"), 1U);
}

TEST_F(StockDecimals, the_map_says_it_before_all_columns) {
  EXPECT_EQ(units(read("sku;quantity\nA;14,000\nB;3,000\nC;5,000\n", '\0', '.')),
            (CountsRead{14'000, 3'000, 5'000}));
  EXPECT_EQ(units(read("sku;quantity\nA;14,000\nB;3\n", '\0', ',')), (CountsRead{14, 3}));
  const auto map = parse_order_map("m.toml", "[stock]\ndecimal = \",\"\n");
  ASSERT_TRUE(map.ok()) << map.status().message();
  EXPECT_EQ(map.value().stock.decimal, ',');
  const auto wrong = parse_order_map("m.toml", "[stock]\ndecimal = \";\"\n");
  ASSERT_FALSE(wrong.ok());
  EXPECT_NE(wrong.status().message().find("stock.decimal must be \".\" or \",\""),
            std::string::npos)
      << wrong.status().message();
}

TEST_F(StockDecimals, the_orders_say_nothing_of_a_list_whose_numbers_all_have_the_sign) {
  // Two rows are too few to say it themselves.
  const auto stock = read("sku;quantity\nA;14,000\nB;3,000\nC;x\n", '.');
  EXPECT_FALSE(stock.ok());
  EXPECT_NE(stock.status().message().find("under [stock]"), std::string::npos)
      << stock.status().message();
  // Of bare numbers, a few with a sign have thousands.
  EXPECT_EQ(units(read("sku;quantity\nA;1,250\nB;3\nC;40\n", '.')), (CountsRead{1'250, 3, 40}));
}

TEST_F(StockDecimals, thousands_alone_are_told_as_assumed) {
  const auto stock = read("sku;quantity\nA;14,000\nB;3,000\nC;5,000\n", '\0', '.');
  ASSERT_TRUE(stock.ok());
  const FileNote* note = note_of(stock.value().account.rows, "stock_thousandfold");
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(note->assumed);
  const auto some = read("sku;quantity\nA;14,000\nB;3,250\nC;5,000\n", '\0', '.');
  ASSERT_TRUE(some.ok());
  EXPECT_EQ(note_of(some.value().account.rows, "stock_thousandfold"), nullptr);
}

StockDraft stock_draft_of(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  EXPECT_TRUE(look.ok()) << look.status().message();
  StockHints hints;
  hints.said = true;
  return draft_stock(look.value(), hints);
}

// As a Polish program prints it.
std::string subiekt_list(const std::string& tail) {
  std::string text = "Lp.;Symbol;Nazwa;Magazyn;Stan;Rezerwacje;Dostępne;Stan min.;Cena\n";
  const char* const stock[] = {"17", "31", "0", "9", "4", "22"};
  const char* const held[] = {"3", "0", "0", "2", "0", "1"};
  const char* const left[] = {"14", "31", "0", "7", "4", "21"};
  for (int row = 0; row < 6; ++row) {
    text += std::to_string(row + 1) + ";T-" + std::to_string(100 + row) + ";Herbata " +
            static_cast<char>('a' + row) + ";MAG;" + stock[row] + tail + ";" + held[row] + tail +
            ";" + left[row] + tail + ";10" + tail + ";14,0" + std::to_string(row) + "\n";
  }
  return text;
}

TEST_F(StockDecimals, a_minimum_is_never_what_lies_there) {
  for (const char* const tail : {"", ",000"}) {
    const StockDraft draft = stock_draft_of(subiekt_list(tail));
    EXPECT_NE(draft.toml.find("quantity = \"Dostępne\""), std::string::npos) << draft.toml;
    EXPECT_EQ(draft.toml.find("\"Stan min.\"  # by"), std::string::npos) << draft.toml;
  }
  EXPECT_NE(stock_draft_of(subiekt_list(",000")).toml.find("\ndecimal = \",\""), std::string::npos);
  EXPECT_EQ(stock_draft_of(subiekt_list("")).toml.find("\ndecimal = "), std::string::npos);
  const StockDraft alone = stock_draft_of("SKU;Stan min.\nA-1;10\nB-2;12\nC-3;0\nD-4;7\n");
  EXPECT_EQ(alone.missing, "quantity") << alone.toml;
}

TEST(StockLevels, are_told_in_the_languages_of_shops) {
  for (const char* const name : {"Stan min.",
                                 "Stan minimalny",
                                 "Min. stock",
                                 "MinStock",
                                 "Reorder level",
                                 "Mindestbestand",
                                 "Meldebestand",
                                 "Stock minimum",
                                 "Stock mini",
                                 "Stock mínimo",
                                 "Scorta minima",
                                 "Minimumvoorraad",
                                 "Estoque mínimo",
                                 "最小在庫",
                                 "最低库存",
                                 "Minimális készlet",
                                 "Minimální stav",
                                 "Stoc minim",
                                 "Ελάχιστο απόθεμα",
                                 "Asgari stok",
                                 "Мінімальний залишок",
                                 "Минимальный остаток",
                                 "الحد الأدنى",
                                 "최소재고",
                                 "Max stock",
                                 "Höchstbestand"}) {
    EXPECT_TRUE(says_level(name)) << name;
  }
  for (const char* const name :
       {"Stan", "Dostępne", "Stock", "Terminal", "Bestand", "Kaminski", "Amin"}) {
    EXPECT_FALSE(says_level(name)) << name;
  }
}

TEST_F(StockDecimals, a_running_number_is_no_quantity) {
  const StockDraft draft = stock_draft_of(
      "Lp.;Symbol;Nazwa\n1;T-101;Herbata a\n2;T-102;Herbata b\n3;T-103;Herbata c\n4;T-104;d\n");
  EXPECT_EQ(draft.missing, "quantity") << draft.toml;
  EXPECT_NE(draft.toml.find("sku = \"Symbol\""), std::string::npos) << draft.toml;
}

TEST_F(StockDecimals, a_quantity_is_no_sku_though_its_numbers_stand_in_the_list) {
  std::string orders = "Nr zamówienia;Data zamówienia;SKU;Ilość;Cena brutto\n";
  std::string stock = "Lp.;Symbol;Dostępne\n";
  for (int row = 0; row < 120; ++row) {
    orders += std::to_string(48'000 + row) + ";27.11.2026 10:" + std::to_string(10 + row % 50) +
              ";T-" + std::to_string(100 + row % 40) + (row % 3 == 0 ? "X" : "") + ";" +
              std::to_string(100 + row % 7) + ";14,90\n";
    stock += std::to_string(row + 1) + ";T-" + std::to_string(100 + row) + ";" +
             std::to_string(row % 9) + "\n";
  }
  const auto draft = draft_shop(write("_orders.csv", orders), write("_stock.csv", stock), nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_NE(draft.value().toml.find("sku = \"SKU\""), std::string::npos) << draft.value().toml;
}

}  // namespace
}  // namespace allot::files
