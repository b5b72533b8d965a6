// Order files by maps and presets: what becomes of each row.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>

#include "files/map_guess.hpp"
#include "files/order_cases.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

constexpr const char* uci_header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

OrderMap preset(const std::string& name) { return order_map_named(name).value(); }

Result<OrderLoad> load_uci(const std::string& text, Guests guests = Guests::use) {
  OrderLoadOptions options;
  options.guests = guests;
  return load_orders(source_of(text), preset("uci_online_retail"), options);
}

// Loads `text` by the rules of a map that is written as TOML.
Result<OrderLoad> load_by(const std::string& toml, const std::string& text) {
  Result<OrderMap> map = parse_order_map("map", toml);
  if (!map.ok()) return map.status();
  return load_orders(source_of(text), map.value());
}

constexpr const char* plain_map =
    "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\nquantity = \"quantity\"\n"
    "price = \"price\"\n";

TEST(SourceLine, costs_its_total_to_the_minor_unit) {
  const SourceLine line{0, 3, 3'333, 1};
  EXPECT_EQ(line.total(), 10'000);
  EXPECT_EQ(line.cost_of(2), 6'666);
  EXPECT_EQ(line.cost_of(0), 0);
  const SourceLine dear{0, 2'147'483'647, 9'000'000'000'000, 0};
  EXPECT_EQ(dear.total(), std::numeric_limits<MoneyMinor>::max());
}

TEST(OrderFile, takes_discounts_off_whole_orders_exactly) {
  const auto loaded = load_by(
      "currency = \"EUR\"\n[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\n"
      "quantity = \"q\"\nline_total = \"total\"\norder_discount = \"off\"\n",
      "o,t,s,q,total,off\n1,2026-11-03 10:00:00,A,3,10.00,2.50\n"
      "1,2026-11-03 10:00:00,B,1,1.00,2.50\n2,2026-11-03 11:00:00,A,3,2.00,3.00\n"
      "3,2026-11-03 12:00:00,A,1,2.00,much\n4,2026-11-03 12:00:00,A,7,9.99,\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const OrderLoad& load = loaded.value();
  EXPECT_EQ(value_of(load, 0), 850) << "10.00 and 1.00, less 2.50 once";
  EXPECT_EQ(value_of(load, 1), 0);
  EXPECT_TRUE(noted(load, "order_discount_bounded", 1)) << "3.00 off goods of 2.00";
  EXPECT_EQ(value_of(load, 2), 200);
  EXPECT_TRUE(noted(load, "order_discount_unreadable", 1));
  EXPECT_EQ(value_of(load, 3), 999) << "seven of them share it, and nothing is lost";
  EXPECT_EQ(load.book.money.at(0).currency, "EUR");
}

TEST(OrderFile, makes_orders_of_rows) {
  const auto loaded = load_uci(
      std::string(uci_header) +
      "100002,22222,\"b, \"\"quoted\"\"\nover two lines\",1,2010-12-01 08:28:00,1.5,,France\n"
      "100001,11111A,x,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
      "100002,11111a,x,4,2010-12-01 08:29:00,2.6,,France\n"
      "C100003,11111A,x,-6,2010-12-01 08:30:00,2.55,17850.0,United Kingdom\n"
      "100001,11111A,x,2,2010-12-01 08:27:00,2.55,17850.0,United Kingdom\n"
      "100004,POST,x,1,2010-12-01 08:30:00,18.0,,France\r\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const OrderLoad& value = loaded.value();
  expect_adds_up(value);
  EXPECT_EQ(value.account.rows(), 6U);
  EXPECT_EQ(value.account.used(), 4U);
  EXPECT_EQ(value.account.rows_of("credit_note"), 1U);
  EXPECT_EQ(value.account.rows_of("non_product"), 1U);
  ASSERT_EQ(value.book.orders.size(), 2U);
  ASSERT_EQ(value.book.skus.size(), 2U);
  const SourceOrder& first = value.book.orders[0];
  EXPECT_EQ(first.customer, 17'850U);
  EXPECT_EQ(first.units, 8U);
  ASSERT_EQ(first.line_count, 2U) << "a SKU named twice stays two lines";
  EXPECT_EQ(value.book.skus[value.book.lines_of(first)[0].sku].code, "11111A");
  EXPECT_EQ(value.book.lines_of(first)[1].quantity, 2U);
  const SourceOrder& second = value.book.orders[1];
  EXPECT_EQ(second.customer, 0U);
  EXPECT_EQ(value.book.zones[second.zone], "France");
  EXPECT_EQ(second.time - first.time, 120'000'000'000) << "the time of its first row";
  ASSERT_EQ(second.line_count, 2U);
  EXPECT_EQ(value.book.lines_of(second)[0].price, 150);
  EXPECT_EQ(value.book.lines_of(second)[1].price, 260);
}

TEST(OrderFile, columns_are_found_by_name_in_any_order) {
  const auto loaded = load_uci(
      "\xEF\xBB\xBFNote,Country,UnitPrice,CustomerID,InvoiceDate,Quantity,StockCode,InvoiceNo\n"
      "hm,France,2,,12/1/2010 8:26,3,12345,77\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().book.lines.at(0).quantity, 3U);
}

TEST(OrderFile, rows_that_cannot_be_used_are_counted_with_the_first_of_them) {
  const std::string good = "100001,12345,x,1,2010-12-01 08:26:00,2.55,17850.0,France\n";
  struct Case {
    std::string row;
    std::string reason;
    std::string text;
  };
  const std::vector<Case> cases{
      {"100001,2,3\n", "row_shape", "the row has 3 fields, the header has 8"},
      {"1,12345,\"x\"y,1,2010-12-01 08:26:00,2.55,1,France\n", "row_shape",
       "text follows a closing quote; a quote inside a quoted field is written twice"},
      {",12345,x,1,2010-12-01 08:26:00,2.55,1,France\n", "order_missing", ""},
      {"1,12345,x,six,2010-12-01 08:26:00,2.55,1,France\n", "quantity_unreadable", "six"},
      {"1,12345,x,2147483648,2010-12-01 08:26:00,2.55,1,France\n", "quantity_unreadable",
       "2147483648"},
      {"1,12345,x,-5,2010-12-01 08:26:00,2.55,1,France\n", "non_positive_quantity", "-5"},
      {"1,12345,x,1,2010-02-30 08:26:00,2.55,1,France\n", "time_unreadable", "2010-02-30 08:26:00"},
      {"1,12345,x,1,2010-12-01 08:26:00,2.5.5,1,France\n", "price_unreadable", "2.5.5"},
      {"1,12345,x,1,2010-12-01 08:26:00,-2.55,1,France\n", "negative_price", "-2.55"},
      {"1,12345,x,1,2010-12-01 08:26:00,0.001,1,France\n", "inexact_price", "0.001"},
      {"1,12345,x,1,2010-12-01 08:26:00,0.0,1,France\n", "zero_price", "0.0"},
      {"1,12345,x,1,2010-12-01 08:26:00,2.55,nobody,France\n", "customer_unreadable", "not shown"},
      {"1,12345,x,1,2010-12-01 08:26:00,2.55,1,Fr\x01nce\n", "zone_unreadable", "Fr\x01nce"},
      {"100001,12345,x,1,2010-12-01 08:26:00,2.55,17850.0,Spain\n", "order_contradicts", "100001"},
      {"100001,12345,x,1,2010-12-01 08:26:00,2.55,17851.0,France\n", "order_contradicts", "100001"},
  };
  for (const Case& c : cases) {
    const auto loaded = load_uci(uci_header + good + c.row + good);
    ASSERT_TRUE(loaded.ok()) << loaded.status().message();
    expect_adds_up(loaded.value());
    EXPECT_EQ(loaded.value().account.used(), 2U) << c.row;
    for (const RowReason& reason : loaded.value().account.reasons()) {
      EXPECT_EQ(reason.rows, reason.name == c.reason ? 1U : 0U) << reason.name << ": " << c.row;
      if (reason.name != c.reason) continue;
      EXPECT_EQ(reason.line, 3U);
      EXPECT_EQ(reason.text, c.text);
      EXPECT_FALSE(reason.advice.empty());
    }
  }
}

TEST(OrderFile, spare_delimiters_and_blank_lines_are_no_fault) {
  const auto loaded = load_by(plain_map,
                              "order,time,sku,quantity,price,,\n"
                              "1,2026-01-01,A,1,2.00\n"
                              "\n"
                              "2,2026-01-01,A,1,2.00,,\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().account.used(), 2U);
}

TEST(OrderFile, a_file_that_cannot_be_believed_is_an_error) {
  const auto fault = [](const std::string& text) { return load_uci(text).status().message(); };
  EXPECT_EQ(fault(""), "orders.csv:1: the file is empty; a header with column names is expected");
  EXPECT_EQ(fault(uci_header + std::string("1,12345,\"x,1,2010-12-01,2.55,1,France\n")),
            "orders.csv:2: a quoted field is not closed");
  EXPECT_EQ(
      fault("InvoiceNo,StockCode,Quanttiy,InvoiceDate,UnitPrice,CustomerID,Country\n1,2,3,4,"
            "5,6,7\n"),
      "orders.csv:1: the file has no column 'Quantity'; did you mean 'Quanttiy'?\n  The preset "
      "uci_online_retail needs it. Write a map of this file with: allot map orders.csv > "
      "orders.toml, mend it, and give it with --map orders.toml");
  EXPECT_NE(fault("1,2,3\n4,5,6\n").find("no header"), std::string::npos);
}

// The whole line is one column then, and no column that the map names is there.
TEST(OrderFile, a_delimiter_of_the_map_that_splits_nothing_is_blamed) {
  const std::string text =
      "Nummer;Datum;Artikel;Menge\nB-1;2026-11-27 10:00;L1;2\n"
      "B-2;2026-11-27 10:05;L2;1\n";
  const std::string columns =
      "[columns]\norder = \"Nummer\"\ntime = \"Datum\"\nsku = \"Artikel\"\nquantity = \"Menge\"\n";
  const Result<OrderLoad> load = load_by("delimiter = \",\"\n" + columns, text);
  ASSERT_FALSE(load.ok());
  EXPECT_EQ(load.status().message(),
            "orders.csv:1: delimiter = \",\" in the map leaves the first line in one piece: "
            "'Nummer;Datum;Artikel;Menge'. ';' splits 3 of the first 3 rows into 4 fields: write "
            "delimiter = \";\", or leave that line of the map away");
}

TEST(OrderFile, accounts_for_every_row_of_the_real_file) {
  const std::string path =
      std::string(ALLOT_SOURCE_DIRECTORY) + "/../shared/data/online_retail.csv.zst";
  if (!std::filesystem::exists(path)) {
    GTEST_SKIP() << path << " is absent; it is the UCI Online Retail file, compressed with zstd";
  }
  const auto read = read_order_file(path, "", {});
  ASSERT_TRUE(read.ok()) << read.status().message();
  EXPECT_EQ(read.value().map.name, "uci_online_retail") << "by its columns";
  const OrderLoad& value = read.value().load;
  expect_adds_up(value);
  EXPECT_EQ(value.account.rows(), 541'909U);
  EXPECT_EQ(value.account.used(), 527'758U);
  EXPECT_EQ(value.account.rows_of("credit_note"), 9'288U);
  EXPECT_EQ(value.account.rows_of("bad_debt"), 3U);
  EXPECT_EQ(value.account.rows_of("non_product"), 2'363U);
  EXPECT_EQ(value.account.rows_of("non_positive_quantity"), 1'336U);
  EXPECT_EQ(value.account.rows_of("zero_price"), 1'161U);
  EXPECT_EQ(value.book.orders.size(), 19'773U);
  EXPECT_EQ(value.book.skus.size(), 3'798U);
  EXPECT_EQ(value.book.zones.size(), 38U);
}

TEST(OrderFile, a_discount_above_its_line_is_told_as_that) {
  const auto loaded = load_by(
      "[columns]\norder = \"o\"\ntime = \"t\"\nsku = \"s\"\nprice = \"p\"\n"
      "line_discount = \"d\"\n",
      "o,t,s,p,d\n1,2026-01-01,A,5.00,6.00\n2,2026-01-01,A,5.00,5.00\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().account.rows_of("negative_price"), 0U);
  EXPECT_EQ(loaded.value().account.rows_of("discount_above_line"), 1U);
  EXPECT_EQ(value_of(loaded.value(), 0), 0);
}

TEST(OrderFile, a_time_in_two_columns_is_both_of_them) {
  const auto loaded = load_by(
      "[columns]\norder = \"o\"\ntime = [\"day\", \"clock\"]\nsku = \"s\"\n",
      "o,day,clock,s\n1,2026-09-03,10:14:00,A\n2,2026-09-03,,A\n3,2026-09-03,noon,A\n4,,,A\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const OrderLoad& load = loaded.value();
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_EQ(load.book.orders[0].time, 1'788'393'600'000'000'000) << "a day alone is its midnight";
  EXPECT_EQ(load.book.orders[1].time, 1'788'430'440'000'000'000);
  EXPECT_EQ(load.account.rows_of("time_unreadable"), 2U);
  const auto& reasons = load.account.reasons();
  const auto known = std::find_if(reasons.begin(), reasons.end(), [](const RowReason& reason) {
    return reason.name == "time_unreadable";
  });
  EXPECT_EQ(known->text, "2026-09-03 noon");
}

TEST(OrderFile, blank_order_columns_are_those_of_the_row_above) {
  const auto loaded = load_by(std::string(plain_map) +
                                  "zone = \"land\"\ncustomer = \"mail\"\nstatus = \"status\"\n"
                                  "[status]\nuse = [\"ok\"]\nleave_out.gone = [\"no\"]\n",
                              "order,time,sku,quantity,price,land,mail,status\n"
                              "1,2026-01-01 10:00,A,1,2,DE,A@example.com,ok\n"
                              "1,,B,1,3,,,\n"
                              "2,2026-01-01 11:00,A,1,2,FR,b@example.com,no\n"
                              "2,,B,1,2,,,\n"
                              "3,2026-01-01 12:00,A,0,2,FR, a@EXAMPLE.com ,OK\n"
                              "3,,B,1,2,,,\n"
                              "4,2026-01-01 12:00,A,1,2,FR,,new\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const OrderLoad& load = loaded.value();
  expect_adds_up(load);
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_EQ(load.book.orders[0].line_count, 2U);
  EXPECT_EQ(load.account.rows_of("gone"), 2U) << "also the row that says nothing";
  EXPECT_EQ(load.account.rows_of("status_unknown"), 1U);
  EXPECT_EQ(load.account.rows_of("non_positive_quantity"), 1U);
  EXPECT_EQ(load.book.orders[1].time - load.book.orders[0].time, 7'200'000'000'000)
      << "the row with the time was left out, but what it says stays";
  EXPECT_EQ(load.book.orders[1].customer, load.book.orders[0].customer)
      << "addresses in capitals are the same customer";
}

TEST(OrderFile, zones_and_channels_by_values_and_prefixes) {
  const auto loaded =
      load_by(std::string(plain_map) +
                  "zone = \"plz\"\nchannel = {value = \"shop\"}\n"
                  "[zone]\nothers = \"rest\"\nempty = \"none\"\n"
                  "values = {\"80331\" = \"centre\"}\n"
                  "prefixes = {\"8\" = \"south\", \"80\" = \"munich\"}\n",
              "order,time,sku,quantity,price,plz\n"
              "1,2026-01-01,A,1,2,80331\n2,2026-01-01,A,1,2,80999\n3,2026-01-01,A,1,2,81000\n"
              "4,2026-01-01,A,1,2,10115\n5,2026-01-01,A,1,2,\n6,2026-01-01,A,1,2,80999\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const SourceOrders& book = loaded.value().book;
  EXPECT_EQ(book.zones, (std::vector<std::string>{"centre", "munich", "south", "rest", "none"}));
  EXPECT_EQ(book.orders[5].zone, 1U);
  EXPECT_EQ(book.channels, std::vector<std::string>{"shop"});
}

TEST(OrderFile, any_code_is_a_sku_and_long_ones_stay_apart) {
  const std::string name(60, 'n');
  const auto loaded =
      load_by(plain_map, "order,time,sku,quantity,price\n1,2026-01-01," + name +
                             "1,1,2\n1,2026-01-01," + name + "2,1,2\n1,2026-01-01,螺丝 M3,1,2\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const SourceOrders& book = loaded.value().book;
  ASSERT_EQ(book.skus.size(), 3U);
  EXPECT_EQ(book.skus[0].code.size(), 40U);
  EXPECT_NE(book.skus[0].code, book.skus[1].code);
  EXPECT_EQ(book.skus[2].code, "螺丝 M3");
  EXPECT_TRUE(noted(loaded.value(), "sku_shortened", 2));
}

TEST(OrderFile, json_lines_with_an_array_of_lines) {
  const std::string text =
      "{\"id\":\"A-1\",\"at\":\"2026-01-01T10:00:00Z\",\"ship\":{\"country\":\"DE\"},"
      "\"items\":[{\"sku\":\"X\",\"n\":2,\"price\":16.0},{\"sku\":\"Y\",\"n\":1,\"price\":3}]}\n"
      "no json\n"
      "{\"id\":\"A-2\",\"at\":\"2026-01-01T11:00:00Z\",\"ship\":{\"country\":\"FR\"},\"items\":[]}"
      "\n";
  const auto loaded = load_by(
      "lines.json = \"items\"\n[columns]\norder = \"id\"\ntime = \"at\"\nsku = \"items.sku\"\n"
      "quantity = \"items.n\"\nprice = \"items.price\"\nzone = \"ship.country\"\n",
      text);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const OrderLoad& load = loaded.value();
  expect_adds_up(load);
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(value_of(load, 0), 3'500);
  EXPECT_EQ(load.account.rows_of("row_shape"), 1U);
  EXPECT_EQ(load.account.rows_of("sku_missing"), 1U) << "an order without lines is a row, too";
}

TEST(OrderFile, one_row_for_each_order_with_packed_or_numbered_lines) {
  const auto packed = load_orders(
      source_of("order_id,order_date,status,billing_email,billing_country,shipping_country,"
                "order_number,order_currency,customer_email,line_item_1,line_item_2\n"
                "7,2026-01-01 10:00:00,completed,a@b.c,DE,DE,W-7,EUR,,"
                "name:Lamp|product_id:1|sku:L1|quantity:2|total:35.00|sub_total:35.00,"
                "name:Bulb|product_id:2|sku:|quantity:1|total:4.99|sub_total:4.99\n"
                "8,2026-01-01 10:00:00,cancelled,a@b.c,DE,DE,W-8,EUR,,"
                "name:Lamp|sku:L1|quantity:1|total:17.50,\n"
                "9,2026-01-01 10:00:00,completed,a@b.c,DE,DE,W-9,EUR,,,\n"),
      preset("woocommerce"));
  ASSERT_TRUE(packed.ok()) << packed.status().message();
  expect_adds_up(packed.value());
  ASSERT_EQ(packed.value().book.orders.size(), 1U);
  EXPECT_EQ(value_of(packed.value(), 0), 3'999);
  EXPECT_EQ(packed.value().book.skus[1].code, "Bulb");
  EXPECT_EQ(packed.value().account.rows_of("cancelled"), 1U);
  EXPECT_EQ(packed.value().account.rows_of("sku_missing"), 1U);

  const auto numbered = load_by(
      "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"SKU {n}\"\nquantity = \"Qty {n}\"\n"
      "price = \"Price {n}\"\n",
      "order,time,SKU 1,Qty 1,Price 1,SKU 2,Qty 2,Price 2\n"
      "1,2026-01-01,A,1,2,B,2,3\n2,2026-01-01,A,1,2,,,\n");
  ASSERT_TRUE(numbered.ok()) << numbered.status().message();
  EXPECT_EQ(numbered.value().account.used(), 3U);
  EXPECT_EQ(value_of(numbered.value(), 0), 800);
}

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_files_" +
            testing::UnitTest::GetInstance()->current_test_info()->name() + "_" +
            std::to_string(::getpid());
    std::filesystem::create_directories(path_);
  }
  void TearDown() override { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << text;
  }
  std::string path_;
};

TEST_F(Folder, orders_and_lines_in_three_files) {
  write("olist_order_items_dataset.csv",
        "\"order_id\",\"order_item_id\",\"product_id\",\"seller_id\",\"shipping_limit_date\","
        "\"price\",\"freight_value\"\n"
        "\"o1\",1,\"p1\",\"s\",\"2017-09-19 09:45:35\",58.90,13.29\n"
        "\"o1\",2,\"p1\",\"s\",\"2017-09-19 09:45:35\",58.90,13.29\n"
        "\"o2\",1,\"p2\",\"s\",\"2017-09-19 09:45:35\",10.00,13.29\n"
        "\"o3\",1,\"p2\",\"s\",\"2017-09-19 09:45:35\",10.00,13.29\n");
  write("olist_orders_dataset.csv",
        "order_id,customer_id,order_status,order_purchase_timestamp\n"
        "o1,c1,delivered,2017-09-13 08:59:02\no2,c2,canceled,2017-09-14 08:59:02\n");
  write("olist_customers_dataset.csv",
        "customer_id,customer_unique_id,customer_state\nc1,u1,SP\nc2,u2,RJ\n");
  // A folder that has all files of one preset is told by them.
  for (const auto& [place, map] :
       {std::pair{path_, "olist"}, std::pair{path_ + "/olist_order_items_dataset.csv", "olist"},
        std::pair{path_, ""}}) {
    const auto read = read_order_file(place, map, {});
    ASSERT_TRUE(read.ok()) << read.status().message();
    const OrderLoad& load = read.value().load;
    expect_adds_up(load);
    ASSERT_EQ(load.book.orders.size(), 1U);
    EXPECT_EQ(load.book.orders[0].units, 2U) << "each row is one unit";
    EXPECT_EQ(load.book.zones[0], "SP");
    EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
    EXPECT_EQ(load.account.rows_of("time_unreadable"), 1U) << "o3 is in no other file";
    EXPECT_EQ(load.book.orders[0].time, 1'505'303'942'000'000'000) << "São Paulo is UTC-3";
  }
}

TEST_F(Folder, that_no_map_reads_says_which_files_are_read_so) {
  const std::string known =
      "; of a folder --map olist reads olist_order_items_dataset.csv, olist_orders_dataset.csv and "
      "olist_customers_dataset.csv";
  write("olist_order_items_dataset.csv", "order_id\n");
  EXPECT_EQ(read_order_file(path_, "", {}).status().message(),
            path_ + ": is a folder, give a file of it" + known);
  EXPECT_EQ(read_order_file(path_, "shopify", {}).status().message(),
            path_ + ": is a folder, and the map shopify reads one file; give it" + known);
}

TEST_F(Folder, customers_become_tokens_by_a_key_file) {
  const std::string key_path = path_ + "/customers.key";
  const auto key = CustomerKey::from_file(key_path);
  ASSERT_TRUE(key.ok()) << key.status().message();
  const auto mode = std::filesystem::status(key_path).permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto again = CustomerKey::from_file(key_path);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again.value().token("a@b.c"), key.value().token("a@b.c"));
  EXPECT_NE(key.value().token("a@b.c"), key.value().token("a@b.d"));
  OrderLoadOptions options;
  options.key = key.value();
  Result<OrderMap> map = parse_order_map("map", std::string(plain_map) + "customer = \"mail\"\n");
  const std::string text = "order,time,sku,quantity,price,mail\n1,2026-01-01,A,1,2, A@b.C\n";
  const auto loaded = load_orders(source_of(text), map.value(), options);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded.value().book.orders[0].customer, key.value().token("a@b.c"));
  EXPECT_TRUE(loaded.value().book.customers_are_tokens);

  std::filesystem::permissions(key_path, std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  EXPECT_NE(CustomerKey::from_file(key_path).status().message().find("chmod 600"),
            std::string::npos);
  write("bad.key", "not a key\n");
  std::filesystem::permissions(path_ + "/bad.key", std::filesystem::perms::owner_read);
  EXPECT_NE(CustomerKey::from_file(path_ + "/bad.key").status().message().find("is no key file"),
            std::string::npos);
}

// RFC 4231, test case 2 has a key of four bytes; this is its data under a key of ours, computed
// with Python: hmac.new(bytes(range(32)), b"what do ya want for nothing?", "sha256").
TEST(CustomerKey, is_hmac_sha_256) {
  std::array<unsigned char, 32> bytes{};
  std::iota(bytes.begin(), bytes.end(), static_cast<unsigned char>(0));
  EXPECT_EQ(CustomerKey(bytes).token("what do ya want for nothing?"), 9657742544817461257ULL);
}

TEST(OrderMap, faults_name_the_place_and_what_was_meant) {
  const auto fault = [](const std::string& toml) {
    const auto map = parse_order_map("m.toml", toml);
    return map.ok() ? std::string{} : map.status().message();
  };
  EXPECT_EQ(fault(plain_map), "");
  EXPECT_EQ(fault(std::string("decimall = \",\"\n") + plain_map),
            "m.toml:1:1: no key 'decimall' is known here; did you mean 'decimal'?");
  EXPECT_EQ(fault(std::string(plain_map) + "qty = \"x\"\n")
                .rfind("m.toml:7:1: no key 'qty' is known in columns; there are 'order', ", 0),
            0U)
      << fault(std::string(plain_map) + "qty = \"x\"\n");
  EXPECT_EQ(fault("[columns]\norder = \"a\"\n").substr(0, 44),
            "m.toml:1:1: the map says no column for time;");
  EXPECT_EQ(fault(std::string("encoding = \"gb\"\n") + plain_map).substr(0, 45),
            "m.toml:1:12: encoding 'gb' is not known; did ");
  EXPECT_EQ(fault(std::string("delimiter = \":\"\n") + plain_map),
            "m.toml:1:13: delimiter must be \",\", \";\", \"tab\" or \"|\"");
  EXPECT_EQ(fault(std::string(plain_map) + "[[skip]]\nreason = \"r\"\ncolumn = \"c\"\n"),
            "m.toml:7:1: a skip rule needs is, begins_with, matches or matches_not");
  EXPECT_NE(
      fault(std::string(plain_map) + "[[skip]]\nreason = \"r\"\ncolumn = \"c\"\nmatches = \"(\"\n")
          .find("is no regular expression"),
      std::string::npos);
  EXPECT_EQ(fault("a = ").substr(0, 9), "m.toml:1:");
  EXPECT_EQ(fault(std::string(plain_map) + "line_total = \"t\"\n").substr(0, 45),
            "m.toml:1:1: columns has price (of one unit) a");
}

TEST(OrderMap, every_preset_is_whole_and_says_what_it_is_from) {
  EXPECT_EQ(presets().size(), 16U);
  for (const Preset& known : presets()) {
    const auto map = parse_order_map(std::string(known.name), known.text);
    ASSERT_TRUE(map.ok()) << map.status().message();
    EXPECT_FALSE(map.value().detect.empty()) << known.name;
    const std::string& about = map.value().about;
    EXPECT_TRUE(about.find("tried on the real file") != std::string::npos ||
                about.find("rows invented") != std::string::npos)
        << known.name;
  }
  EXPECT_EQ(order_map_named("shopfy").status().message(),
            "shopfy: is neither a file nor a preset; did you mean 'shopify'? (presets: allot map "
            "--presets)");
}

TEST(MapGuess, a_column_of_days_and_one_of_times_of_day_are_one_time) {
  const auto guessed = [](const std::string& text) {
    auto source = TextSource::open(source_of(text), {});
    const auto look = look_at(*source.value(), {});
    const std::string toml = map_text(guess_map(look.value()), look.value());
    const auto map = parse_order_map("guess", toml);
    EXPECT_TRUE(map.ok()) << map.status().message() << toml;
    const auto loaded = load_orders(source_of(text), map.value());
    EXPECT_TRUE(loaded.ok()) << loaded.status().message() << toml;
    EXPECT_EQ(loaded.value().account.used(), 2U) << toml;
    return loaded.value().book.orders.empty() ? 0 : loaded.value().book.orders[0].time;
  };
  constexpr TimeNs ten_past_two = 1'788'444'600'000'000'000;
  EXPECT_EQ(guessed("Order,Date,Time,SKU\n1,2026-09-03,14:10:00,A\n2,2026-09-03,14:11:00,A\n"),
            ten_past_two);
  EXPECT_EQ(guessed("Order;Datum;Uhrzeit;SKU\n1;03.09.2026;14:10;A\n2;13.09.2026;14:11;A\n"),
            ten_past_two);
  EXPECT_EQ(guessed("Order,Date,Time,SKU\n1,09/03/26,2:10 PM,A\n2,09/13/26,2:11 PM,A\n"),
            ten_past_two);
  EXPECT_EQ(guessed("Order,Date,Time,SKU\n1,2026-09-03T14:10:00Z,later,A\n"
                    "2,2026-09-03T14:11:00Z,soon,A\n"),
            ten_past_two)
      << "the date has its time of day";
}

TEST(MapGuess, names_columns_and_says_why) {
  const std::string text =
      "Bestellnummer;Datum;Artikelnummer;Menge;Einzelpreis;Kunde;Land;Status;Notiz\n"
      "B-1;03.09.2026 10:14;A-1;2;1.234,50;x@y.z;DE;bezahlt;\n"
      "B-2;13.09.2026 10:15;A-2;1;3,99;x@y.z;AT;storniert;hm\n"
      "B-3;14.09.2026 10:15;A-2;1;3,99;x@y.z;AT;offen;hm\n";
  auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  ASSERT_TRUE(look.ok()) << look.status().message();
  const MapGuess guess = guess_map(look.value());
  EXPECT_EQ(guess.missing(), "");
  EXPECT_EQ(guess.map.of(Role::order).columns, std::vector<std::string>{"Bestellnummer"});
  EXPECT_EQ(guess.map.of(Role::time).columns, std::vector<std::string>{"Datum"});
  EXPECT_EQ(guess.map.of(Role::price).columns, std::vector<std::string>{"Einzelpreis"});
  EXPECT_EQ(guess.map.decimal, ',');
  EXPECT_EQ(guess.map.time_formats, std::vector<std::string>{"%d.%m.%Y %H:%M"});
  const std::string toml = map_text(guess, look.value());
  EXPECT_EQ(toml.find("x@y.z"), std::string::npos) << "nobody's address is written down\n" << toml;
  const auto parsed = parse_order_map("guess", toml);
  ASSERT_TRUE(parsed.ok()) << parsed.status().message() << "\n" << toml;
  const auto loaded = load_orders(source_of(text), parsed.value());
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().account.used(), 2U);
  EXPECT_EQ(loaded.value().account.rows_of("cancelled"), 1U);
  EXPECT_EQ(value_of(loaded.value(), 0), 246'900);
}

}  // namespace
}  // namespace allot::files
