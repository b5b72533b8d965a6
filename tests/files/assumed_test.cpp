// What a map does not say: what is assumed for it is told as such, and what it does say is what an
// error is measured by.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "files/code_columns.hpp"
#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/numbers.hpp"
#include "files/order_loader.hpp"
#include "files/shop_files.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

class OrdersOfAShop : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "allot_assumed_" + std::to_string(::getpid());
  }
  void TearDown() override {
    for (const std::string& path : written_) ::unlink(path.c_str());
  }
  std::string write(const std::string& name, const std::string& text) {
    written_.push_back(folder_ + name);
    std::ofstream(written_.back(), std::ios::binary) << text;
    return written_.back();
  }
  Result<OrderFile> read(const std::string& text, const std::string& map = {}) {
    const std::string path = write("orders.csv", text);
    return read_order_file(path, map.empty() ? map : write("map.toml", map), {});
  }

 private:
  std::string folder_;
  std::vector<std::string> written_;
};

constexpr const char* no_quantity =
    "order;time;sku;price;Stand\n"
    "1;2026-11-27 10:00:00;A;1,50;paid\n2;2026-11-27 11:00:00;B;2,00;cancelled\n";
constexpr const char* its_map =
    "decimal = \",\"\n[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\n"
    "price = \"price\"\n";

TEST_F(OrdersOfAShop, one_unit_a_row_is_an_assumption_until_the_map_says_it) {
  for (const std::string& map : {std::string(), std::string(its_map)}) {
    const auto file = read(no_quantity, map);
    ASSERT_TRUE(file.ok()) << file.status().message();
    const FileNote* note = note_of(file.value().load.account, "quantity_assumed");
    ASSERT_NE(note, nullptr) << map;
    EXPECT_TRUE(note->assumed);
    EXPECT_NE(note->text.find("quantity"), std::string::npos) << note->text;
  }
  const auto said = read(no_quantity, std::string(its_map) + "quantity = {value = \"1\"}\n");
  ASSERT_TRUE(said.ok()) << said.status().message();
  EXPECT_EQ(note_of(said.value().load.account, "quantity_assumed"), nullptr);
  // What the map leaves out of the file is a status, of which it says nothing.
  for (const FileNote& note : said.value().load.account.notes()) {
    EXPECT_EQ(note.assumed, note.name == "status_unused") << note.text;
  }
  const FileNote* status = note_of(said.value().load.account, "status_unused");
  ASSERT_NE(status, nullptr);
  EXPECT_EQ(status->text,
            "'Stand' looks like a status, 'cancelled' (1 row), 'paid' (1 row), and the map does "
            "not use it, so that all of these count as sold; status under [columns] names it, "
            "[status] says what its texts mean");
}

TEST_F(OrdersOfAShop, a_status_that_a_guess_passes_over_is_an_assumption) {
  const auto file = read(no_quantity);
  ASSERT_TRUE(file.ok()) << file.status().message();
  const FileNote* note = note_of(file.value().load.account, "status_unused");
  ASSERT_NE(note, nullptr);
  EXPECT_TRUE(note->assumed);
}

TEST_F(OrdersOfAShop, a_map_whose_status_says_nothing_of_a_text_is_told_so) {
  const std::string rows =
      "no,t,s,q,state\n1,2026-11-03 10:00,A,1,Nowe\n2,2026-11-03 10:01,A,1,Anulowane\n"
      "3,2026-11-03 10:02,A,1,Nowe\n";
  const std::string map =
      "[columns]\norder = \"no\"\ntime = \"t\"\nsku = \"s\"\nquantity = \"q\"\nstatus = "
      "\"state\"\n";
  const auto noted_text = [&](const std::string& rules, std::string_view name) {
    const auto file = read(rows, map + rules);
    EXPECT_TRUE(file.ok()) << file.status().message();
    const FileNote* note = note_of(file.value().load.account, name);
    return note == nullptr ? std::string() : note->text;
  };
  EXPECT_EQ(noted_text("", "statuses_unsaid"),
            "the map has no [status], so that every text of 'state' counts as a sale: 'Anulowane', "
            "'Nowe'; unpaid and leave_out under [status] say which are none");
  EXPECT_EQ(noted_text("", "statuses_unmet"), "");
  const std::string near =
      "[status]\nunpaid = [\"Czeka\"]\nleave_out.cancelled = [\"Anulowano\"]\n";
  EXPECT_EQ(
      noted_text(near, "statuses_unmet"),
      "texts of [status] that no row has: 'Czeka', 'Anulowano' (is 'Anulowano' 'Anulowane'?); "
      "what 'state' has beside those that are named counts as a sale: 'Anulowane', 'Nowe'");
  EXPECT_EQ(noted_text(near, "statuses_unsaid"), "");
  const std::string good = "[status]\nleave_out.cancelled = [\"anulowane\"]\n";
  EXPECT_EQ(noted_text(good, "statuses_unmet"), "") << "in capitals or not";
  const std::string closed =
      "[status]\nuse = [\"Nowe\"]\nleave_out.cancelled = [\"Anulowane\", \"Anulowano\"]\n";
  EXPECT_EQ(noted_text(closed, "statuses_unmet"), "") << "no text counts as a sale by itself";
}

// A day of which some goods came back, and of which some money did.
TEST_F(OrdersOfAShop, what_went_back_is_told_with_its_orders) {
  const auto orders_of = [](std::size_t orders) {
    std::string text = "Sipariş No;Sipariş Tarihi;Stok Kodu;Adet;Birim Fiyat;Sipariş Durumu\n";
    const auto row = [&text](std::size_t order, const std::string& status) {
      text += "S" + std::to_string(100 + order) + ";27.11.2026 10:00;A-1;1;10,00;" + status + "\n";
    };
    for (std::size_t order = 0; order < orders; ++order) {
      const std::string status = order == 1 ? "İade Edildi" : order == 3 ? "Geri Ödendi" : "Ödendi";
      row(order, status);
      if (order == 1) row(order, status);
    }
    return text;
  };
  const auto few = read(orders_of(40));
  ASSERT_TRUE(few.ok()) << few.status().message();
  const RowAccount& account = few.value().load.account;
  EXPECT_EQ(account.rows_of("returned"), 0U);
  EXPECT_EQ(account.rows_of("refunded"), 1U);
  const FileNote* goods = note_of(account, "returned_sold");
  ASSERT_NE(goods, nullptr);
  EXPECT_TRUE(goods->assumed);
  EXPECT_EQ(goods->text,
            "goods of 1 of 40 orders came back ('İade Edildi'): they were taken then, so that "
            "these count as sales; leave_out.returned under [status] of a map leaves them out");
  const FileNote* money = note_of(account, "refunded_left_out");
  ASSERT_NE(money, nullptr);
  EXPECT_TRUE(money->assumed);
  EXPECT_EQ(money->text,
            "money of 1 of 40 orders went back ('Geri Ödendi'), and nothing says that goods had "
            "left: these are left out; a map whose [status] does not name them counts them as "
            "sales");
  EXPECT_EQ(note_of(account, "statuses_unsaid"), nullptr);
  const auto many = read(orders_of(201));
  ASSERT_TRUE(many.ok()) << many.status().message();
  for (const char* name : {"returned_sold", "refunded_left_out"}) {
    const FileNote* note = note_of(many.value().load.account, name);
    ASSERT_NE(note, nullptr) << name;
    EXPECT_FALSE(note->assumed) << "less than one order in a hundred: " << name;
  }
}

TEST_F(OrdersOfAShop, a_status_that_a_guess_has_no_word_for_is_an_assumption) {
  const auto note_of_states = [&](const std::vector<std::string>& states) {
    std::string text = "order,time,sku,quantity,price,status\n";
    for (std::size_t i = 0; i < states.size(); ++i) {
      text += std::to_string(i) + ",2026-11-27 10:00:00,A,1,2.00," + states[i] + "\n";
    }
    const auto file = read(text);
    EXPECT_TRUE(file.ok()) << file.status().message();
    const FileNote* note = note_of(file.value().load.account, "statuses_unsaid");
    EXPECT_TRUE(note == nullptr || note->assumed);
    return note == nullptr ? std::string() : note->text;
  };
  EXPECT_EQ(note_of_states({"Palautettu", "Peruttu", "Peruttu", "paid", "Cancelled"}),
            "'status' says 'Peruttu' (2 rows), 'Palautettu' (1 row), which count as sales; "
            "[status] of a map says which are none");
  EXPECT_EQ(note_of_states({"", "Shipped", "Unpaid", "partially refunded"}), "");
  EXPECT_NE(note_of_states({"Shipped", "Not delivered"}), "") << "nobody has it";

  std::vector<std::string> late(20'000, "paid");
  late.emplace_back("cancelled");
  EXPECT_EQ(note_of_states(late),
            "'status' says 'cancelled' (1 row), which count as sales; [status] of a map says "
            "which are none")
      << "the rows that the guess looked at have no such text";
}

TEST_F(OrdersOfAShop, a_draft_names_the_statuses_that_it_has_no_word_for) {
  const auto source = TextSource::open(
      source_of("order,time,sku,quantity,status\n1,2026-11-27 10:00:00,A,1,Peruttu\n"
                "2,2026-11-27 10:00:00,A,1,paid\n"),
      {});
  const auto look = look_at(*source.value(), {});
  const std::string toml = map_text(guess_map(look.value()), look.value());
  EXPECT_NE(toml.find("# not known, and sales until unpaid or leave_out names them: "
                      "[\"Peruttu\"]\n"),
            std::string::npos)
      << toml;
}

TEST_F(OrdersOfAShop, a_draft_does_not_say_the_quantity_for_its_reader) {
  const std::string text = no_quantity;
  const auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  const std::string toml = map_text(guess_map(look.value()), look.value());
  EXPECT_NE(toml.find("# quantity = {value = \"1\"}  # assumed, to be confirmed: "),
            std::string::npos)
      << toml;
  EXPECT_EQ(toml.find("\nquantity ="), std::string::npos) << toml;
  const auto file = read(no_quantity, toml);
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_NE(note_of(file.value().load.account, "quantity_assumed"), nullptr)
      << "a draft that nobody looked at";
}

constexpr const char* stock_alone = "decimal = \",\"\n[stock]\nsku = \"Teil\"\nquantity = \"Da\"\n";

TEST_F(OrdersOfAShop, a_map_of_the_stock_alone_leaves_the_orders_to_be_told_as_without_it) {
  const auto file = read("order;time;sku;quantity\n1;2026-11-27 10:00:00;A;1.000\n", stock_alone);
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(file.value().map.of(Role::sku).columns, std::vector<std::string>{"sku"});
  EXPECT_EQ(file.value().map.stock.names[0], "Teil");
  EXPECT_EQ(file.value().load.book.lines[0].quantity, 1'000U) << "the map says what a point is";
  EXPECT_NE(file.value().map.name.find("map.toml"), std::string::npos);
  EXPECT_NE(file.value().map.name.find("guessed"), std::string::npos) << file.value().map.name;
}

TEST_F(OrdersOfAShop, a_map_of_the_stock_alone_goes_with_a_preset) {
  const auto file = read(
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
      "536365,85123,LAMP,6,12/1/2010 8:26,2.55,17850,United Kingdom\n",
      "[stock]\nsku = \"Teil\"\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_NE(file.value().map.name.find("preset uci_online_retail"), std::string::npos)
      << file.value().map.name;
  EXPECT_EQ(file.value().map.stock.names[0], "Teil");
}

TEST(OrderMaps, without_columns_and_without_anything_else_is_no_map) {
  for (const std::string& text : {std::string(), std::string("name = \"x\"\n")}) {
    const auto map = parse_order_map("m.toml", text);
    ASSERT_FALSE(map.ok());
    EXPECT_NE(map.status().message().find("[columns]"), std::string::npos)
        << map.status().message();
  }
  EXPECT_TRUE(parse_order_map("m.toml", "time_zone = \"Europe/Paris\"\n").ok());
}

TEST_F(OrdersOfAShop, a_number_that_the_map_cannot_read_is_told_with_what_the_map_says) {
  const std::string columns = std::string(its_map).substr(std::string("decimal = \",\"\n").size());
  const std::string rows = "order;time;sku;price\n1;2026-11-27 10:00;A;49.18\n";
  const auto point = read(rows, "decimal = \",\"\n" + columns);
  ASSERT_TRUE(point.ok());
  std::string advice = advice_of(point.value().load.account, "price_unreadable");
  EXPECT_NE(advice.find("the map says decimal = \",\""), std::string::npos) << advice;
  EXPECT_NE(advice.find("decimal = \".\""), std::string::npos) << advice;
  EXPECT_EQ(advice.find("set decimal = \",\""), std::string::npos) << advice;

  const auto comma =
      read("order;time;sku;price\n1;2026-11-27 10:00;A;49,18\n", "decimal = \".\"\n" + columns);
  ASSERT_TRUE(comma.ok());
  advice = advice_of(comma.value().load.account, "price_unreadable");
  EXPECT_NE(advice.find("the map says decimal = \".\""), std::string::npos) << advice;
  EXPECT_NE(advice.find("decimal = \",\""), std::string::npos) << advice;

  const auto unsaid = read("order;time;sku;price\n1;2026-11-27 10:00;A;49,18\n", columns);
  ASSERT_TRUE(unsaid.ok());
  advice = advice_of(unsaid.value().load.account, "price_unreadable");
  EXPECT_NE(advice.find("the map does not say"), std::string::npos) << advice;
  EXPECT_NE(advice.find("decimal = \",\""), std::string::npos) << advice;

  const auto cut =
      read("order;time;sku;price\n1;2026-11-27 10:00;A;1,234\n", "decimal = \",\"\n" + columns);
  ASSERT_TRUE(cut.ok());
  advice = advice_of(cut.value().load.account, "inexact_price");
  EXPECT_NE(advice.find("decimal = \".\""), std::string::npos) << advice;

  const auto word = read("order;time;sku;price\n1;2026-11-27 10:00;A;free\n", columns);
  ASSERT_TRUE(word.ok());
  EXPECT_EQ(advice_of(word.value().load.account, "price_unreadable").find("decimal = "),
            std::string::npos);
}

TEST_F(OrdersOfAShop, units_in_stock_are_told_with_the_key_that_reads_them) {
  LotNumbers lots;
  const std::string path = write("stock.csv", "sku;quantity\nA;1,000\nB;2\n");
  const auto stock = read_stock(path, lots, ',');
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  const std::string advice = advice_of(stock.value().account.rows, "quantity_ambiguous");
  EXPECT_NE(advice.find("under [stock]"), std::string::npos) << advice;
  StockColumns called;
  called.decimal = ',';
  const auto said = read_stock(path, lots, '\0', called);
  ASSERT_TRUE(said.ok()) << said.status().message();
  ASSERT_EQ(said.value().rows.size(), 2U);
  EXPECT_EQ(said.value().rows[0].quantity, 1U);
}

TEST_F(OrdersOfAShop, a_list_of_stock_in_their_place_is_called_so) {
  const auto file = read("Stok Kodu;Depo;Miktar\nTR-000;Ankara;191\nTR-001;Ankara;95\n");
  ASSERT_FALSE(file.ok());
  EXPECT_NE(file.status().message().find("It looks like a list of stock: are --orders and --stock "
                                         "swapped?"),
            std::string::npos)
      << file.status().message();
  const auto orders = read("order;price;status\n1;2,00;paid\n2;3,00;paid\n");
  EXPECT_EQ(orders.status().message().find("swapped"), std::string::npos);
}

constexpr const char* lines_in_cells =
    "Sipari\u015f No;Sipari\u015f Tarihi;\u00dcr\u00fcnler\n1;20.11.2026 00:58:00;TR-003 x4\n"
    "2;20.11.2026 01:06:00;TR-004 x1, TR-000 x12, Mug x2 x1\n3;20.11.2026 01:07:00;TR-004\n"
    "4;20.11.2026 01:08:00;TR-001 x1\n";

TEST_F(OrdersOfAShop, lines_in_a_cell_whose_values_have_no_names_are_read_by_their_number) {
  const auto file = read(lines_in_cells,
                         "time_formats = [\"%d.%m.%Y %H:%M:%S\"]\n[lines]\npacked = "
                         "\"\u00dcr\u00fcnler\"\nbetween = \", \"\nseparator = \" x\"\n"
                         "[columns]\norder = \"Sipari\u015f No\"\ntime = \"Sipari\u015f Tarihi\"\n"
                         "sku = \"line.1\"\nquantity = \"line.2\"\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  const SourceOrders& book = file.value().load.book;
  ASSERT_EQ(book.orders.size(), 3U);
  ASSERT_EQ(book.lines_of(book.orders[1]).size(), 3U);
  EXPECT_EQ(book.skus[book.lines_of(book.orders[1])[1].sku].code, "TR-000");
  EXPECT_EQ(book.lines_of(book.orders[1])[1].quantity, 12U);
  EXPECT_EQ(book.lines_of(book.orders[0])[0].quantity, 4U);
  EXPECT_EQ(file.value().load.account.rows_of("quantity_unreadable"), 1U)
      << "'TR-004' says no units";
}

TEST_F(OrdersOfAShop, lines_in_a_cell_are_told_with_the_map_that_reads_them) {
  const std::string says =
      "'\u00dcr\u00fcnler' holds several lines of an order in one cell, such as 'TR-004 x1, TR-000 "
      "x12, Mug x2 x1'; packed = \"\u00dcr\u00fcnler\", between = \", \" and separator = \" x\" "
      "under [lines] of a map read them, with sku = \"line.1\" and quantity = \"line.2\" under "
      "[columns]";
  std::string all(lines_in_cells);
  all.erase(all.find("3;20.11."), std::string("3;20.11.2026 01:07:00;TR-004\n").size());
  const auto file = read(all);
  ASSERT_FALSE(file.ok());
  EXPECT_NE(file.status().message().find(says), std::string::npos) << file.status().message();
}

TEST_F(OrdersOfAShop, the_column_that_holds_codes_of_the_stock_is_found) {
  const std::string path = write("codes.csv",
                                 "no;t;Nazwa;Symbol\n1;2026-11-03 10:00;Ser;KP-1\n"
                                 "2;2026-11-03 10:00;Chleb;KP-2\n3;2026-11-03 10:00;Ser;KP-9\n");
  const auto column = column_of_codes(path, {"KP-1", "KP-2", "KP-3"});
  ASSERT_TRUE(column);
  EXPECT_EQ(column->name, "Symbol");
  EXPECT_EQ(column->known, 2U);
  EXPECT_EQ(column->texts, 3U);
  EXPECT_FALSE(column_of_codes(path, {"KP-1"})) << "less than half of them";
  EXPECT_FALSE(column_of_codes("-", {"KP-1", "KP-2"}));
}

TEST(Quantities, with_blanks_and_apostrophes_between_thousands) {
  EXPECT_EQ(parse_quantity("1 000"), 1'000);
  EXPECT_EQ(parse_quantity("1\xC2\xA0"
                           "234\xC2\xA0"
                           "567"),
            1'234'567);
  EXPECT_EQ(parse_quantity("1\xE2\x80\xAF"
                           "000"),
            1'000)
      << "the narrow blank";
  EXPECT_EQ(parse_quantity("1\xE2\x80\x89"
                           "000"),
            1'000)
      << "the thin blank";
  EXPECT_EQ(parse_quantity("12'000"), 12'000);
  EXPECT_EQ(parse_quantity("12\xE2\x80\x99"
                           "000"),
            12'000);
  EXPECT_EQ(parse_quantity("-1 000"), -1'000);
  EXPECT_EQ(parse_quantity("1 000,0", ','), 1'000);
  EXPECT_EQ(parse_quantity("1 000.0"), 1'000);
  EXPECT_EQ(parse_quantity("1.000", ','), 1'000);
  EXPECT_EQ(parse_quantity("12,00"), 12) << "no mark between thousands stands before two digits";
  EXPECT_EQ(parse_quantity("1.250,00"), 1'250);
  EXPECT_EQ(parse_quantity("1,250.00"), 1'250);
  EXPECT_EQ(parse_quantity("1.250,00", ','), 1'250);
  EXPECT_EQ(parse_quantity("-1.234.567,0", ','), -1'234'567);
  for (const char* bad : {"12,50", "1.250,50", "1.250.00", "1.25,00", "0,000", "9.999.999.999,00",
                          "1,250,00", ",00", "1.250,"}) {
    EXPECT_EQ(parse_quantity(bad), std::nullopt) << bad;
  }
  // A mark before two zeros is one of decimals, whatever the map says of the orders' amounts.
  EXPECT_EQ(parse_quantity("12,00", '.'), 12);
  EXPECT_EQ(parse_quantity("12.00", ','), 12);
  EXPECT_EQ(parse_quantity("1.250,00", '.'), 1'250);
  EXPECT_EQ(parse_quantity("1,250.00", ','), 1'250);
  EXPECT_EQ(parse_quantity("1\xC2\xA0"
                           "150,00",
                           '.'),
            1'150);
  EXPECT_EQ(parse_quantity("44,50", '.'), std::nullopt);
  EXPECT_EQ(parse_quantity("0,000", '.'), std::nullopt);
  EXPECT_EQ(parse_quantity("1 000.5"), std::nullopt);
  for (const char* bad : {"1 00", "1 0000", "1000 000", "1  000", " 000 1", "1 000 ,", "12 3",
                          "1 000 00", "1\xC2\xA0", "2 147 483 648", "1 000 kg"}) {
    EXPECT_EQ(parse_quantity(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(parse_amount("1\xE2\x80\x89"
                         "234,50",
                         ',', 2)
                .minor,
            123'450);
}

}  // namespace
}  // namespace allot::files
