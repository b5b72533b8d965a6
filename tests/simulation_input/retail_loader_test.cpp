#include "simulation/retail_loader.hpp"

#include <gtest/gtest.h>
#include <zstd.h>

#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "simulation/csv_reader.hpp"

namespace allot::simulation {
namespace {

constexpr const char* header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

Result<RetailLoad> load(const std::string& text, Guests guests = Guests::use) {
  return load_retail(ByteSource::over("orders.csv", std::as_bytes(std::span(text))), guests);
}

std::uint64_t skipped(const RetailLoad& load, SkipReason reason) {
  return load.skipped[static_cast<std::size_t>(reason)];
}

TEST(RetailLoader, makes_orders_of_invoices) {
  const auto loaded =
      load(std::string(header) +
           "2,22222,\"b, \"\"quoted\"\"\nover two lines\",1,2010-12-01 08:28:00,1.5,,France\n"
           "1,11111A,x,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
           "2,11111a,x,4,2010-12-01 08:29:00,2.6,,France\n"
           "C3,11111A,x,-6,2010-12-01 08:30:00,2.55,17850.0,United Kingdom\n"
           "1,11111A,x,2,2010-12-01 08:27:00,2.55,17850.0,United Kingdom\n"
           "4,POST,x,1,2010-12-01 08:30:00,18.0,,France\r\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const RetailLoad& value = loaded.value();
  EXPECT_EQ(value.rows, 6U);
  EXPECT_EQ(value.used, 4U);
  EXPECT_EQ(skipped(value, SkipReason::credit_note), 1U);
  EXPECT_EQ(skipped(value, SkipReason::non_product), 1U);
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
  EXPECT_EQ(value.book.skus[value.book.lines_of(second)[1].sku].code, "11111A");
}

TEST(RetailLoader, finds_columns_by_name_and_leaves_others_alone) {
  const auto loaded = load(
      "\xEF\xBB\xBFNote,Country,UnitPrice,CustomerID,InvoiceDate,Quantity,StockCode,InvoiceNo\n"
      "hm,France,2,,12/1/2010 8:26,3,12345,77\n");
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().book.lines.at(0).quantity, 3U);
}

TEST(RetailLoader, malformed_files_give_file_line_and_cause) {
  const std::string good = "1,12345,x,1,2010-12-01 08:26:00,2.55,17850.0,France\n";
  struct Case {
    std::string text;
    std::string fault;
  };
  const std::vector<Case> cases{
      {"", "orders.csv:1: the file is empty"},
      {"a,b\n1,2\n", "orders.csv:1: the header has no column InvoiceNo"},
      {"InvoiceNo,InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n",
       "orders.csv:1: the header has two columns InvoiceNo"},
      {header + good + "1,2,3\n", "orders.csv:3: the row has 3 fields, the header has 8"},
      {header + good + "\n", "orders.csv:3: the row has 1 fields"},
      {header + good + "1,12345,\"x,1,2010-12-01 08:26:00,2.55,17850.0,France\n",
       "orders.csv:3: a quoted field is not closed"},
      {header + std::string("1,12345,\"x\"y,1,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: text follows a closing quote"},
      {header + std::string("1,12345,x\"y,1,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: a quote stands inside an unquoted field"},
      {header + std::string("1,12345,x\ry,1,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: a carriage return is not followed by a line feed"},
      {header + std::string("1,12345,x,1,2010-12-01 08:26:00,2.55,1,France\r"),
       "orders.csv:2: the file ends in a carriage return"},
      {header + std::string("1,123") + '\0' + "45,x,1,2010-12-01 08:26:00,2.55,1,France\n",
       "orders.csv:2: a NUL byte"},
      {header + std::string(",12345,x,1,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: InvoiceNo '' is not 1 to 40 bytes long"},
      {header + std::string("1,,x,1,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: StockCode '' is not 1 to 40 bytes long"},
      {header + std::string("1,12345,x,six,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: Quantity 'six' is not a whole number"},
      {header + std::string("1,12345,x,2147483648,2010-12-01 08:26:00,2.55,1,France\n"),
       "orders.csv:2: Quantity '2147483648' is not a whole number"},
      {header + std::string("1,12345,x,1,2010-02-30 08:26:00,2.55,1,France\n"),
       "orders.csv:2: InvoiceDate '2010-02-30 08:26:00' is no date"},
      {header + std::string("1,12345,x,1,2010-12-01 08:26:00,2.5.5,1,France\n"),
       "orders.csv:2: UnitPrice '2.5.5' is no decimal number"},
      {header + std::string("1,12345,x,1,2010-12-01 08:26:00,2.55,nobody,France\n"),
       "orders.csv:2: CustomerID 'nobody' is neither empty nor a number"},
      {header + std::string("1,12345,x,1,2010-12-01 08:26:00,2.55,1,\n"),
       "orders.csv:2: Country '' is not 1 to 40 bytes long"},
      {header + good + "1,12345,x,1,2010-12-01 08:26:00,2.55,17850.0,Spain\n",
       "orders.csv:3: invoice 1 has two countries"},
      {header + good + "1,12345,x,1,2010-12-01 08:26:00,2.55,17851.0,France\n",
       "orders.csv:3: invoice 1 has two customers"},
      {header + std::string(CsvReader::row_bytes_max + 1, 'x'),
       "orders.csv:2: the row is longer than"},
      {header + std::string(300, ','), "orders.csv:2: the row has more than 256 fields"},
  };
  for (const Case& c : cases) {
    const auto loaded = load(c.text);
    ASSERT_FALSE(loaded.ok()) << c.fault;
    EXPECT_EQ(loaded.status().message().substr(0, c.fault.size()), c.fault);
  }
}

TEST(RetailLoader, a_missing_file_is_named) {
  const auto source = ByteSource::open_file("/nowhere/orders.csv");
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.status().code(), StatusCode::not_found);
  EXPECT_EQ(source.status().message().rfind("/nowhere/orders.csv: ", 0), 0U);
  EXPECT_FALSE(ByteSource::open_file("/tmp").ok()) << "a directory is no file";
}

std::string compressed(const std::string& text) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     &ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress2(context.get(), frame.data(), frame.size(), text.data(), text.size()));
  return frame;
}

TEST(RetailLoader, reads_zstd_frames_too) {
  std::string text = header;
  for (int i = 0; i < 20'000; ++i) {
    text += std::to_string(i) + ",12345,x,1,2010-12-01 08:26:00,2.55,,France\n";
  }
  const auto whole = load(compressed(text));
  ASSERT_TRUE(whole.ok()) << whole.status().message();
  EXPECT_EQ(whole.value().rows, 20'000U);
  const std::string frame = compressed(text);
  EXPECT_EQ(
      load(frame + compressed("20000,12345,x,1,2010-12-01 08:26:00,2.55,,France\n")).value().rows,
      20'001U)
      << "frames follow one another";
  const auto cut = load(frame.substr(0, frame.size() / 2));
  ASSERT_FALSE(cut.ok());
  EXPECT_NE(cut.status().message().find("orders.csv: the zstd data ends in the middle"),
            std::string::npos)
      << cut.status().message();
  std::string broken = frame;
  broken[frame.size() / 2] = static_cast<char>(broken[frame.size() / 2] ^ 0x55);
  EXPECT_FALSE(load(broken).ok());
}

TEST(RetailLoader, accounts_for_every_row_of_the_real_file) {
  const std::string path =
      std::string(ALLOT_SOURCE_DIRECTORY) + "/../shared/data/online_retail.csv.zst";
  if (!std::filesystem::exists(path)) {
    GTEST_SKIP() << path << " is absent; it is the UCI Online Retail file, compressed with zstd";
  }
  auto source = ByteSource::open_file(path);
  ASSERT_TRUE(source.ok());
  const auto loaded = load_retail(std::move(source.value()), Guests::use);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  const RetailLoad& value = loaded.value();
  EXPECT_EQ(value.rows, 541'909U);
  EXPECT_EQ(std::accumulate(value.skipped.begin(), value.skipped.end(), value.used), 541'909U);
  EXPECT_EQ(value.used, 527'758U);
  EXPECT_EQ(skipped(value, SkipReason::credit_note), 9'288U);
  EXPECT_EQ(skipped(value, SkipReason::bad_debt), 3U);
  EXPECT_EQ(skipped(value, SkipReason::non_product), 2'363U);
  EXPECT_EQ(skipped(value, SkipReason::non_positive_quantity), 1'336U);
  EXPECT_EQ(skipped(value, SkipReason::zero_price), 1'161U);
  EXPECT_EQ(value.book.orders.size(), 19'773U);
  EXPECT_EQ(value.book.skus.size(), 3'798U);
  EXPECT_EQ(value.book.zones.size(), 38U);
}

}  // namespace
}  // namespace allot::simulation
