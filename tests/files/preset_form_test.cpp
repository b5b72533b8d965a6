// Files with a preset's columns that a spreadsheet in another language has saved: what their draft
// says of amounts and times.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "files/order_cases.hpp"
#include "files/order_map.hpp"
#include "files/preset_form.hpp"
#include "files/shop_draft.hpp"

namespace allot::files {
namespace {

class PresetForm : public testing::Test {
 protected:
  ~PresetForm() override {
    for (const std::string& path : {orders_, stock_, map_}) std::remove(path.c_str());
  }
  static void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
  }
  // Returns: what is read by the draft, as somebody keeps it and gives it.
  OrderFile read_by(const std::string& draft) {
    write(map_, draft);
    Result<OrderFile> file = read_order_file(orders_, map_, {});
    EXPECT_TRUE(file.ok()) << file.status().message() << "\n" << draft;
    return file.ok() ? std::move(file.value()) : OrderFile{};
  }

  std::string base_ = testing::TempDir() + "/preset_form_" + std::to_string(::getpid());
  std::string orders_ = base_ + "_orders.csv";
  std::string stock_ = base_ + "_stock.csv";
  std::string map_ = base_ + ".toml";
};

// Rows of a shop with all columns that the preset names. `rows`: day and time, and a price, with
// these characters between columns.
std::string export_of(char delimiter,
                      const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string text =
      "Name,Email,Phone,Billing Name,Financial Status,Currency,Taxes,Shipping,Total,Discount "
      "Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem "
      "requires shipping,Lineitem discount,Billing Country,Shipping Country,Cancelled at,Refunded "
      "Amount,Source\n";
  std::ranges::replace(text, ',', delimiter);
  int number = 0;
  for (const auto& [time, price] : rows) {
    ++number;
    std::string row = "#" + std::to_string(number) + "\ta@b.c\t\t\tpaid\tEUR\t\t\t\t\t" + time +
                      "\t2\tFern\t" + price + "\t" + (number == 1 ? "FERN" : "BAG") +
                      "\ttrue\t\tUS\tUS\t\t\tweb\n";
    std::ranges::replace(row, '\t', delimiter);
    text += row;
  }
  return text;
}

TEST_F(PresetForm, a_draft_says_what_stands_before_decimals) {
  write(orders_, export_of(';', {{"2026-11-27 10:00:00", "29,95"},
                                 {"2026-11-27 11:00:00", "1.249,00"},
                                 {"2026-11-27 12:00:00", "7"}}));
  write(stock_, "Handle;SKU;Location;Available\nfern;FERN;Berlin;3\nbag;BAG;Berlin;4\n");
  const auto alone = draft_shop(orders_, "", nullptr);
  ASSERT_TRUE(alone.ok()) << alone.status().message();
  ASSERT_EQ(alone.value().preset, "shopify");
  const OrderFile by_alone = read_by(alone.value().toml);
  ASSERT_EQ(by_alone.load.book.orders.size(), 3U);
  EXPECT_EQ(value_of(by_alone.load, 0), 5990);
  EXPECT_EQ(value_of(by_alone.load, 1), 249800);
  const auto both = draft_shop(orders_, stock_, nullptr);
  ASSERT_TRUE(both.ok()) << both.status().message();
  const OrderFile by_both = read_by(both.value().toml);
  ASSERT_EQ(by_both.load.book.orders.size(), 3U);
  EXPECT_EQ(value_of(by_both.load, 1), 249800);
}

TEST_F(PresetForm, a_draft_says_how_times_are_written) {
  write(orders_, export_of(',', {{"11/27/2026 14:05", "29.95"},
                                 {"11/27/2026 15:05", "9.00"},
                                 {"11/28/2026 16:05", "7.00"}}));
  write(stock_, "Handle,SKU,Location,Available\nfern,FERN,Reno,3\nbag,BAG,Reno,4\n");
  for (const std::string& stock : {std::string(), stock_}) {
    const auto draft = draft_shop(orders_, stock, nullptr);
    ASSERT_TRUE(draft.ok()) << draft.status().message();
    ASSERT_EQ(draft.value().preset, "shopify");
    const OrderFile file = read_by(draft.value().toml);
    ASSERT_EQ(file.load.book.orders.size(), 3U) << draft.value().toml;
    EXPECT_EQ(file.load.book.orders[0].time, 1'795'788'300'000'000'000) << "14:05 on the 27th";
  }
}

TEST_F(PresetForm, nothing_is_said_of_a_file_that_the_preset_reads) {
  write(orders_, export_of(',', {{"2026-11-27 14:05:00", "29.95"}, {"2026-11-27", "9.00"}}));
  const auto draft = draft_shop(orders_, "", nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_EQ(draft.value().toml.find("\ndecimal ="), std::string::npos);
  EXPECT_EQ(draft.value().toml.find("\ntime_formats ="), std::string::npos);
}

TEST(TopLines, take_the_place_of_those_of_the_same_key) {
  EXPECT_EQ(with_top_lines("a = 1\nb = 2\n[c]\n", {{"b", "b = 3"}}), "b = 3\na = 1\n[c]\n");
  EXPECT_EQ(with_top_lines("b = 2\n[c]\n", {{"b", "b = 3"}}), "b = 3\n[c]\n");
  EXPECT_EQ(with_top_lines("[c]\n", {}), "[c]\n");
}

TEST(TopLines, a_key_below_a_table_is_told_its_place) {
  const auto map = parse_order_map("m",
                                   "[columns]\norder = \"a\"\n[[skip]]\nreason = \"r\"\ncolumn = "
                                   "\"c\"\nis = [\"x\"]\ndecimal = \",\"\n");
  ASSERT_FALSE(map.ok());
  EXPECT_NE(map.status().message().find("put it before the first [table]"), std::string::npos)
      << map.status().message();
}

}  // namespace
}  // namespace allot::files
