// Files that can be read in two ways, or hold more than a row says: no number is taken in silence.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/shop_files.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

Result<OrderLoad> load_by(const std::string& toml, const std::string& text) {
  Result<OrderMap> map = parse_order_map("map", toml);
  if (!map.ok()) return map.status();
  return load_orders(source_of(text), map.value());
}

constexpr const char* plain_map =
    "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\nquantity = \"quantity\"\n";

constexpr const char* packed_map =
    "[columns]\norder = \"Order ID\"\ntime = \"Date\"\nsku = \"line.Product SKU\"\n"
    "quantity = \"line.Product Qty\"\nprice = \"line.Product Unit Price\"\n"
    "[lines]\npacked = \"Product Details\"\nseparator = \", \"\npair = \": \"\n";

constexpr const char* packed_rows =
    "Order ID,Date,Product Details\n"
    "1,2026-11-25 10:00:00,\"Product ID: 1, Product Qty: 2, Product SKU: A, Product Name: Mug, "
    "big, Product Unit Price: 1.50|Product ID: 2, Product Qty: 1, Product SKU: B, Product Name: "
    "Cup, Product Unit Price: 4.00|Product ID: 3, Product Qty: 3, Product SKU: A, Product Name: "
    "Mug, big, Product Unit Price: 1.25\"\n"
    "2,2026-11-25 11:00:00,\"Product ID: 1, Product Qty: 7, Product SKU: C, Product Unit Price: "
    "2.00\"\n"
    "3,2026-11-25 12:00:00,\n";

TEST(PackedLines, several_stand_in_one_cell) {
  const auto loaded = load_by(std::string(packed_map) + "between = \"|\"\n", packed_rows);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const SourceOrders& book = loaded.value().book;
  ASSERT_EQ(book.orders.size(), 2U);
  ASSERT_EQ(book.lines.size(), 4U);
  EXPECT_EQ(book.orders[0].line_count, 3U);
  EXPECT_EQ(book.skus[book.lines[1].sku].code, "B");
  EXPECT_EQ(book.lines[0].quantity + book.lines[1].quantity + book.lines[2].quantity, 6U);
  EXPECT_EQ(book.lines[2].price, 125);
  EXPECT_EQ(book.lines[3].quantity, 7U);
  EXPECT_EQ(loaded.value().account.rows_of("sku_missing"), 1U) << "an order without lines";
}

TEST(PackedLines, a_name_that_comes_twice_in_a_line_is_counted_not_overwritten) {
  const auto loaded = load_by(packed_map, packed_rows);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().account.rows_of("packed_name_twice"), 1U);
  EXPECT_NE(advice_of(loaded.value().account, "packed_name_twice").find("lines.between"),
            std::string::npos);
  EXPECT_EQ(loaded.value().book.orders.size(), 1U) << "only the order with one line is sure";
}

TEST(PackedLines, between_needs_a_packed_column) {
  const auto map = parse_order_map("m", std::string(plain_map) + "[lines]\nbetween = \"|\"\n");
  ASSERT_FALSE(map.ok());
  EXPECT_NE(map.status().message().find("lines.between needs lines.packed"), std::string::npos)
      << map.status().message();
}

constexpr const char* thousands =
    "order;time;sku;quantity\n1;2026-01-01 10:00;A;1.000\n2;2026-01-01 11:00;B;2.500\n"
    "3;2026-01-01 12:00;C;4\n4;2026-01-01 13:00;C;6.0\n";

TEST(OrderQuantity, a_point_before_three_digits_is_read_only_as_the_map_says) {
  const auto unsaid = load_by(plain_map, thousands);
  ASSERT_TRUE(unsaid.ok()) << unsaid.status().message();
  EXPECT_EQ(unsaid.value().account.rows_of("quantity_ambiguous"), 2U);
  EXPECT_EQ(unsaid.value().account.used(), 2U);
  EXPECT_NE(advice_of(unsaid.value().account, "quantity_ambiguous").find("decimal"),
            std::string::npos);

  const auto comma = load_by(std::string("decimal = \",\"\n") + plain_map, thousands);
  ASSERT_TRUE(comma.ok()) << comma.status().message();
  ASSERT_EQ(comma.value().book.lines.size(), 4U);
  EXPECT_EQ(comma.value().book.lines[0].quantity, 1'000U);
  EXPECT_EQ(comma.value().book.lines[1].quantity, 2'500U);
  EXPECT_EQ(comma.value().book.lines[3].quantity, 6U);

  const auto point = load_by(std::string("decimal = \".\"\n") + plain_map, thousands);
  ASSERT_TRUE(point.ok()) << point.status().message();
  ASSERT_EQ(point.value().book.lines.size(), 3U);
  EXPECT_EQ(point.value().book.lines[0].quantity, 1U);
  EXPECT_EQ(point.value().account.rows_of("quantity_unreadable"), 1U) << "two and a half";
}

class StockFiles : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_stock_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }
  Result<StockFile> read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return read_stock(path_, lots_);
  }
  std::string path_;
  LotNumbers lots_;
};

TEST_F(StockFiles, thousands_are_never_taken_as_one) {
  const auto stock = read("sku;quantity;safety\nA;1.000;0\nB;2.500;0\nC;12;1.000\nD;7;2\n");
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  const RowAccount& account = stock.value().account.rows;
  EXPECT_EQ(account.rows_of("quantity_ambiguous"), 2U);
  EXPECT_EQ(account.rows_of("safety_ambiguous"), 1U);
  ASSERT_EQ(stock.value().rows.size(), 1U);
  EXPECT_EQ(stock.value().rows[0].sku, "D");
  EXPECT_NE(advice_of(account, "quantity_ambiguous").find("without a sign between thousands"),
            std::string::npos);
}

TEST_F(StockFiles, less_than_nothing_is_nothing_and_noted) {
  const auto stock = read("sku,quantity\nA,-2\nB,5\nC,-1\n");
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  ASSERT_EQ(stock.value().rows.size(), 3U);
  EXPECT_EQ(stock.value().rows[0].quantity, 0U);
  EXPECT_EQ(stock.value().rows[1].quantity, 5U);
  const FileNote* note = note_of(stock.value().account.rows, "negative_stock");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->count, 2U);
  EXPECT_EQ(note->line, 2U);
}

TEST_F(StockFiles, columns_are_those_that_the_map_of_the_orders_names) {
  const auto map =
      parse_order_map("m.toml",
                      "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\n"
                      "[stock]\nsku = \"Art.-Nr.\"\nquantity = \"frei\"\nlot = \"Los\"\n");
  ASSERT_TRUE(map.ok()) << map.status().message();
  std::ofstream(path_, std::ios::binary) << "Art.-Nr.;Bestand;frei;Los;Lager\nA;9;4;7;Nord\n";
  const auto stock = read_stock(path_, lots_, '\0', map.value().stock);
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  ASSERT_EQ(stock.value().rows.size(), 1U);
  EXPECT_EQ(stock.value().rows[0].sku, "A");
  EXPECT_EQ(stock.value().rows[0].quantity, 4U) << "what is free, not what a name would choose";
  EXPECT_EQ(stock.value().rows[0].lot, 7U);
  EXPECT_EQ(stock.value().rows[0].node, "Nord") << "by its name, as the map says nothing of it";
  std::ofstream(path_, std::ios::binary) << "Art.-Nr.;free;Los\nA;4;7\n";
  EXPECT_NE(read_stock(path_, lots_, '\0', map.value().stock)
                .status()
                .message()
                .find("has no column 'frei'; did you mean 'free'?"),
            std::string::npos);
  EXPECT_NE(parse_order_map("m.toml",
                            "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\n"
                            "[stock]\nquantitiy = \"x\"\n")
                .status()
                .message()
                .find("did you mean 'quantity'"),
            std::string::npos);
}

FileLook look_of(const std::string& text) {
  auto source = TextSource::open(source_of(text), {});
  return look_at(*source.value(), {}).value();
}

bool doubts_in_words(const MapGuess& guess, const std::string& words) {
  return std::any_of(guess.doubts.begin(), guess.doubts.end(), [&words](const auto& doubt) {
    return doubt.text.find(words) != std::string::npos;
  });
}

TEST(MapGuess, no_weight_amount_or_packed_cell_is_a_product) {
  const MapGuess guess = guess_map(
      look_of("Order ID,Order Date,Refund Amount,Combined Product Weight,Product Cost,Product "
              "Details\n"
              "1,25 Nov 2026,0.00,1,4.50,\"Product ID: 1, Product SKU: A|Product ID: 2, Product "
              "SKU: B\"\n"
              "2,25 Nov 2026,3.00,2,4.50,\"Product ID: 1, Product SKU: A, Product Name: Mug\"\n"));
  EXPECT_EQ(column_of(guess, Role::sku), "none");
  EXPECT_EQ(guess.missing(), "sku");
  EXPECT_EQ(column_of(guess, Role::line_total), "none");
  EXPECT_TRUE(doubts_in_words(guess, "'Product Details' holds several values in one cell"));
}

TEST(MapGuess, a_refund_is_proposed_and_never_taken) {
  const FileLook look = look_of(
      "order,date,sku,qty,total,Refunded Amount,refund_reason,Refund\n"
      "1,2026-11-25,A,1,5.00,2.50,late,yes\n2,2026-11-26,B,1,5.00,,,\n");
  const MapGuess guess = guess_map(look);
  EXPECT_EQ(column_of(guess, Role::refund), "none");
  const std::string toml = map_text(guess, look);
  EXPECT_NE(
      toml.find("\n# refund = \"Refunded Amount\"  # perhaps, if it is what was given back of "
                "the whole order\n"),
      std::string::npos)
      << toml;
  EXPECT_EQ(toml.find("# refund = \"refund_reason\""), std::string::npos);
  EXPECT_EQ(toml.find("# refund = \"Refund\""), std::string::npos) << "no amounts stand there";
}

TEST(MapGuess, a_reference_of_a_product_goes_before_its_number_in_the_shop) {
  const FileLook look = look_of(
      "id_order;reference;date_add;state_name;product_id;product_reference\n"
      "1;WQN;2026-11-25 00:17:42;Livré;7;0007\n"
      "2;GHH;2026-11-25 00:19:39;Annulé;8;BC-1\n"
      "3;GHI;2026-11-25 00:19:40;Remboursé;8;BC-1\n");
  const MapGuess guess = guess_map(look);
  EXPECT_EQ(column_of(guess, Role::order), "id_order");
  EXPECT_EQ(column_of(guess, Role::sku), "product_reference");
  EXPECT_EQ(column_of(guess, Role::zone), "none") << "a state of the order is no place";
  EXPECT_TRUE(doubts_in_words(guess, "'state_name' looks like a status and is not used"));
  const std::string toml = map_text(guess, look);
  EXPECT_NE(toml.find("\n# status = \"state_name\"  # perhaps"), std::string::npos) << toml;
  EXPECT_NE(toml.find("\n# leave_out.cancelled = [\"Annulé\"]\n# leave_out.refunded = "
                      "[\"Remboursé\"]\n"),
            std::string::npos)
      << toml;
}

TEST(MapGuess, a_needed_column_that_was_not_found_has_a_place_to_fill) {
  const FileLook look = look_of("a,b,quantity\n1,2,3\n");
  const std::string toml = map_text(guess_map(look), look);
  for (const char* role : {"order", "time", "sku"}) {
    EXPECT_NE(toml.find("\n# " + std::string(role) + " = \"\"  # needed"), std::string::npos)
        << toml;
  }
  EXPECT_NE(toml.find("\n# decimal = "), std::string::npos) << "no amount says it\n" << toml;
  EXPECT_NE(parse_order_map("m", toml).status().message().find("no column for order"),
            std::string::npos)
      << toml;
}

TEST(MapGuess, the_only_column_of_times_is_the_time_whatever_its_name) {
  const std::string rows = ";27.11.2026 19:00:05;KER/1;1,50\nV-2;27.11.2026 19:03:00;KER/2;1,50\n";
  const MapGuess one = guess_map(look_of("Vorgang;Eingang;Ware;Einzel\nV-1" + rows));
  EXPECT_EQ(column_of(one, Role::time), "Eingang");
  EXPECT_EQ(one.map.time_formats, std::vector<std::string>{"%d.%m.%Y %H:%M:%S"});
  EXPECT_EQ(column_of(one, Role::order), "Vorgang");
  EXPECT_EQ(one.missing(), "sku");
  // Of two nobody knows which is meant, and numbers are no times.
  const MapGuess two =
      guess_map(look_of("Vorgang;Eingang;Abgang;Ware\nV-1;27.11.2026;28.11.2026;A\nV-2;27.11.2026;"
                        "29.11.2026;A\n"));
  EXPECT_EQ(column_of(two, Role::time), "none");
  EXPECT_EQ(column_of(guess_map(look_of("x,y,z\n20261127,1795804200,1.50\n")), Role::time), "none");
}

TEST(OrderTimes, a_form_that_reads_what_was_left_out_is_said) {
  const auto read = load_by(plain_map,
                            "order,time,sku,quantity\n1,2026-11-27,A,1\n"
                            "2,27.11.2026 19:00:05,A,1\n3,28.11.2026 19:00:05,A,1\n");
  ASSERT_TRUE(read.ok()) << read.status().message();
  const auto& reasons = read.value().account.reasons();
  const auto wrong = std::find_if(reasons.begin(), reasons.end(), [](const RowReason& reason) {
    return reason.name == "time_unreadable";
  });
  ASSERT_NE(wrong, reasons.end());
  EXPECT_EQ(wrong->rows, 2U);
  EXPECT_EQ(wrong->advice,
            "give the file's form in the map, time_formats = [\"%d.%m.%Y %H:%M:%S\"]");
}

TEST_F(StockFiles, a_column_that_is_not_there_is_said_with_what_it_may_be_called) {
  std::ofstream(path_, std::ios::binary) << "Ware;Halle;Frei\nA;Nord;4\n";
  const std::string said = read_stock(path_, lots_).status().message();
  EXPECT_NE(said.find("has no column 'sku'; there are 'Ware', 'Halle', 'Frei'; it may be called "
                      "lineitemsku, "),
            std::string::npos)
      << said;
  EXPECT_NE(said.find(", or name it in the map of the orders, as sku = \"...\" under [stock]"),
            std::string::npos)
      << said;
  std::ofstream(path_, std::ios::binary) << "Artikel;Lager;Bestand\nA;Nord;4\n";
  EXPECT_TRUE(read_stock(path_, lots_).ok());
}

TEST(OrderTimes, a_file_of_days_says_so) {
  const auto days = load_by(std::string("time_zone = \"Europe/Berlin\"\n") + plain_map,
                            "order,time,sku,quantity\n1,2026-03-28,A,1\n2,2026-03-28,A,1\n"
                            "3,2026-03-30,A,1\n");
  ASSERT_TRUE(days.ok()) << days.status().message();
  const FileNote* note = note_of(days.value().account, "midnight");
  ASSERT_NE(note, nullptr) << "also where clocks change between the days";
  EXPECT_NE(note->text.find("arrive in one second"), std::string::npos) << note->text;
  const auto times = load_by(plain_map,
                             "order,time,sku,quantity\n1,2026-03-28,A,1\n"
                             "2,2026-03-28 10:00,A,1\n3,2026-03-30,A,1\n");
  ASSERT_TRUE(times.ok()) << times.status().message();
  EXPECT_EQ(note_of(times.value().account, "midnight"), nullptr);
}

}  // namespace
}  // namespace allot::files
