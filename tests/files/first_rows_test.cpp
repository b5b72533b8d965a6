// What an order says on its first row alone holds for its other rows, also where that row is left
// out.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "files/guesses.hpp"
#include "files/order_loader.hpp"

namespace allot::files {
namespace {

class FirstRows : public testing::Test {
 protected:
  void TearDown() override {
    for (const std::string& path : written_) ::unlink(path.c_str());
  }
  std::string write(const std::string& name, const std::string& text) {
    written_.push_back(testing::TempDir() + "first_rows_" + std::to_string(::getpid()) + name);
    std::ofstream(written_.back(), std::ios::binary) << text;
    return written_.back();
  }
  Result<OrderFile> read(const std::string& text, const std::string& more) {
    const std::string map =
        "[columns]\norder = \"no\"\ntime = \"at\"\nsku = \"sku\"\nquantity = \"qty\"\n"
        "price = \"price\"\n" +
        more;
    return read_order_file(write("orders.csv", text), write("map.toml", map), {});
  }
  static std::uint64_t rows_of(const OrderFile& file, const std::string& reason) {
    return file.load.account.rows_of(reason);
  }

 private:
  std::vector<std::string> written_;
};

constexpr const char* said_once =
    "no,at,paid,state,money,kind,sku,qty,price\n"
    "1,2026-11-27 10:00:00,yes,open,EUR,goods,A,1,2.00\n"
    "1,,,,,goods,B,1,3.00\n"
    "2,2026-11-27 10:01:00,no,open,EUR,goods,A,1,2.00\n"
    "2,,,,,goods,B,1,3.00\n"
    "3,2026-11-27 10:02:00,back,open,EUR,service,A,,2.00\n"
    "3,,,,,goods,B,1,3.00\n"
    "4,2026-11-27 10:03:00,yes,gone,EUR,goods,A,1,2.00\n"
    "4,,,,,goods,B,1,3.00\n";

TEST_F(FirstRows, ASkipOfThemLeavesOutTheOrder) {
  const auto file =
      read(said_once, "[[skip]]\nreason = \"unpaid\"\ncolumn = \"paid\"\nis = [\"no\"]\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(rows_of(file.value(), "unpaid"), 2U);
  EXPECT_EQ(file.value().load.book.orders.size(), 3U);
}

TEST_F(FirstRows, ASkipOfEachLineLeavesOutTheLine) {
  const auto file =
      read(said_once, "[[skip]]\nreason = \"service\"\ncolumn = \"kind\"\nis = [\"service\"]\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(rows_of(file.value(), "service"), 1U);
  EXPECT_EQ(file.value().load.book.orders.size(), 4U);
}

TEST_F(FirstRows, EachOfTwoStatusesLeavesOutTheOrder) {
  const auto file = read(said_once,
                         "status = [\"state\", \"paid\"]\n[status]\nunpaid = [\"no\"]\n"
                         "leave_out.cancelled = [\"gone\"]\nleave_out.refunded = [\"back\"]\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(rows_of(file.value(), "cancelled"), 2U) << "by the first column";
  EXPECT_EQ(rows_of(file.value(), "refunded"), 2U) << "by the second, though the first is open";
  ASSERT_EQ(file.value().load.book.orders.size(), 2U);
  EXPECT_FALSE(file.value().load.book.orders[0].unpaid);
  EXPECT_TRUE(file.value().load.book.orders[1].unpaid);
}

TEST_F(FirstRows, ACurrencyIsThatOfARowThatIsLeftOut) {
  const auto file = read(said_once, "currency = \"money\"\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(rows_of(file.value(), "quantity_unreadable"), 1U);
  EXPECT_EQ(file.value().load.currencies, std::vector<std::string>{"EUR"});
}

TEST_F(FirstRows, ABlankCurrencyIsTheOnlyOneOfTheFile) {
  std::string text = said_once;
  const std::size_t second = text.find("no,open,EUR");
  ASSERT_NE(second, std::string::npos);
  text.replace(second, 11, "no,open,");
  const auto file = read(text, "currency = \"money\"\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(file.value().load.currencies, std::vector<std::string>{"EUR"});
  const FileNote* note = note_of(file.value().load.account, "currency_blank");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->count, 2U);
  // Where there are two, nobody knows which.
  const std::size_t fourth = text.find("gone,EUR");
  text.replace(fourth, 8, "gone,GBP");
  const auto several = read(text, "currency = \"money\"\n");
  ASSERT_TRUE(several.ok()) << several.status().message();
  EXPECT_EQ(several.value().load.currencies.size(), 3U);
}

TEST_F(FirstRows, OfAnotherEncodingThanTheMapSaysBlameIt) {
  std::string text = said_once;
  text.replace(0, 2, "Número");
  const std::string map =
      "encoding = \"windows-1252\"\n[columns]\norder = \"Número\"\ntime = \"at\"\nsku = \"sku\"\n";
  const auto file = read_order_file(write("utf8.csv", text), write("map.toml", map), {});
  ASSERT_FALSE(file.ok());
  EXPECT_NE(file.status().message().find(
                "The map says encoding = \"Windows-1252\", and the bytes of this file are UTF-8"),
            std::string::npos)
      << file.status().message();
}

}  // namespace
}  // namespace allot::files
