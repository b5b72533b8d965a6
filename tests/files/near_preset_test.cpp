// Exports that have most columns of a preset and lack one by which it is told.
#include <gtest/gtest.h>

#include <string>

#include "files/guesses.hpp"
#include "files/near_preset.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

// Shopify's columns but for those of addresses; of further rows of an order most are blank.
// Receipts are those of one channel alone.
constexpr std::string_view shopify_header =
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount "
    "Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem "
    "requires shipping,Billing Name,Billing Country,Shipping Country,Cancelled at,Refunded "
    "Amount,Id,Source,Lineitem discount,Phone,Receipt Number\n";

// Returns: forty orders under the header, in which `from` is written as `to`.
std::string shopify(std::string_view from, std::string_view to) {
  std::string text(shopify_header);
  if (!from.empty()) text.replace(text.find(from), from.size(), to);
  for (int i = 0; i < 40; ++i) {
    const std::string day = std::to_string(10 + i % 20);
    text += "#" + std::to_string(1001 + i) + ",a@example.com,paid,2026-11-" + day +
            " 10:00:00 -0500,USD,20.00,0.00,0.00,20.00,0.00,2026-11-" + day +
            " 10:00:00 -0500,2,Lamp,10.00,LAMP-" + std::to_string(i % 7) +
            ",true,Ada,US,US,,0.00," + std::to_string(5'000 + i) + ",web,0.00,," +
            (i == 5 ? "R-17" : "") + "\n";
  }
  return text;
}

MapTold told_near(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  auto told = tell_map(*source.value(), {});
  EXPECT_TRUE(told.ok()) << told.status().message();
  return told.ok() ? std::move(told.value()) : MapTold{};
}

TEST(NearPreset, whole_is_the_preset_itself) {
  const MapTold told = told_near(shopify("", ""));
  ASSERT_TRUE(told.preset);
  EXPECT_FALSE(told.near);
}

TEST(NearPreset, takes_the_only_column_that_is_called_like_the_one_that_is_lacking) {
  const MapTold told = told_near(shopify("Lineitem quantity", "Qty"));
  ASSERT_TRUE(told.near);
  EXPECT_EQ(told.near->missing, "");
  EXPECT_EQ(told.near->map.name, "shopify");
  EXPECT_EQ(told.near->map.of(Role::quantity).columns, std::vector<std::string>{"Qty"});
  EXPECT_EQ(told.near->map.of(Role::order).columns, std::vector<std::string>{"Name"});
  ASSERT_EQ(told.near->doubts.size(), 1U);
  EXPECT_TRUE(told.near->doubts[0].assumed);
  EXPECT_NE(told.near->doubts[0].text.find("'Qty' is taken for the preset's 'Lineitem quantity'"),
            std::string::npos)
      << told.near->doubts[0].text;
  const auto map = parse_order_map("m.toml", told.near->toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << told.near->toml;
  EXPECT_EQ(map.value().of(Role::quantity).columns, std::vector<std::string>{"Qty"});
  EXPECT_EQ(map.value().skips.size(), 2U);
}

TEST(NearPreset, refuses_what_lacks_a_column_and_has_none_for_it) {
  for (const auto& [from, to, key] :
       {std::tuple{"Lineitem quantity", "Pieces sold there", "quantity"},
        std::tuple{"Created at", "Ordered", "time"}, std::tuple{"Name,", "Number,", "order"},
        std::tuple{"Lineitem sku", "Code", "sku"},
        std::tuple{"Financial Status", "Money", "status"},
        std::tuple{"Lineitem price", "Asked", "price"}}) {
    const MapTold told = told_near(shopify(from, to));
    ASSERT_TRUE(told.near) << from;
    EXPECT_EQ(told.near->missing, key) << from;
    EXPECT_NE(told.near->fault.find("of the preset shopify, and lacks '"), std::string::npos)
        << told.near->fault;
    const auto map = parse_order_map("m.toml", told.near->toml);
    ASSERT_TRUE(map.ok()) << map.status().message() << told.near->toml;
    EXPECT_NE(told.near->toml.find("# Look at this: the file has no such column"),
              std::string::npos)
        << told.near->toml;
  }
}

TEST(NearPreset, asks_whether_a_column_is_the_one_that_is_lacking) {
  const MapTold told = told_near(shopify("Name,", "Order number,"));
  ASSERT_TRUE(told.near);
  EXPECT_NE(told.near->fault.find("lacks 'Name' (order); is it 'Order number'?"), std::string::npos)
      << told.near->fault;
}

TEST(NearPreset, goes_without_a_column_that_only_stands_in_for_others) {
  const MapTold told = told_near(shopify("Lineitem name", "Said"));
  ASSERT_TRUE(told.near);
  EXPECT_EQ(told.near->missing, "");
  EXPECT_EQ(told.near->map.of(Role::sku).columns, std::vector<std::string>{"Lineitem sku"});
}

TEST(NearPreset, few_columns_alike_are_no_preset) {
  const MapTold told = told_near(
      "Name,Created at,SKU,Quantity,Price\n#1,2026-11-10 10:00:00,A,1,2.00\n#2,2026-11-10 "
      "10:00:01,B,1,2.00\n");
  EXPECT_FALSE(told.preset);
  EXPECT_FALSE(told.near);
}

TEST(OrderGuess, a_column_that_is_blank_in_most_rows_is_not_the_order) {
  std::string text = "Receipt,Reference no,Date,SKU,Quantity\n";
  for (int i = 0; i < 40; ++i) {
    text += std::string(i == 5 ? "R-17" : "") + ",B-" + std::to_string(1001 + i / 2) +
            ",2026-11-11 10:" + std::to_string(10 + i / 2) + ":00,LAMP-" + std::to_string(i % 7) +
            ",2\n";
  }
  EXPECT_NE(column_of(guess_of(text), Role::order), "Receipt");
}

}  // namespace
}  // namespace allot::files
