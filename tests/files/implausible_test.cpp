// Values that can be read and are still not what a map says.
#include <gtest/gtest.h>

#include <string>

#include "files/content_guess.hpp"
#include "files/guesses.hpp"
#include "files/implausible_values.hpp"
#include "files/order_cases.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

constexpr const char* netto_header = "order;time;sku;quantity;Netto;zip\n";

// Forty rows of four SKUs. `of_lines`: the amount is the line's. From the twentieth on prices are
// lower by a fifth, as on a day of a sale.
std::string netto_rows(bool of_lines) {
  std::string text = netto_header;
  for (int n = 0; n < 40; ++n) {
    const int quantity = 1 + n / 4 % 3;
    const int price = (n < 20 ? 1'000 : 800) * (1 + n % 4);
    const int amount = of_lines ? price * quantity : price;
    text += "B-" + std::to_string(n) + ";2026-11-27 10:" + std::to_string(10 + n) + ";S-" +
            std::to_string(n % 4) + ';' + std::to_string(quantity) + ';' +
            std::to_string(amount / 100) + ".00;" + std::to_string(1'117 + n * 97) + '\n';
  }
  return text;
}

OrderLoad netto_load(const std::string& text, const std::string& quantity,
                     const std::string& money) {
  const Result<OrderMap> map =
      parse_order_map("map",
                      "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\n"
                      "quantity = \"" +
                          quantity + "\"\n" + money + " = \"Netto\"\n");
  EXPECT_TRUE(map.ok()) << map.status().message();
  Result<OrderLoad> loaded = load_orders(source_of(text), map.value());
  EXPECT_TRUE(loaded.ok()) << loaded.status().message();
  return std::move(loaded.value());
}

TEST(ImplausibleValues, a_total_of_a_line_that_a_map_takes_for_a_price_is_told) {
  EXPECT_EQ(note_of(netto_load(netto_rows(true), "quantity", "price"), "price_of_lines"),
            "'Netto' looks like the total of a line, as the amounts of a SKU grow with its "
            "quantities: map it as line_total = \"Netto\" under [columns], in place of price");
  EXPECT_EQ(note_of(netto_load(netto_rows(false), "quantity", "price"), "price_of_lines"), "");
}

TEST(ImplausibleValues, a_price_that_a_map_takes_for_a_total_of_a_line_is_told) {
  EXPECT_EQ(note_of(netto_load(netto_rows(false), "quantity", "line_total"), "total_of_units"),
            "'Netto' looks like the price of one unit, as a SKU has the same amount whatever its "
            "quantity: map it as price = \"Netto\" under [columns], in place of line_total");
  EXPECT_EQ(note_of(netto_load(netto_rows(true), "quantity", "line_total"), "total_of_units"), "");
}

TEST(ImplausibleValues, postcodes_that_a_map_takes_for_quantities_are_told) {
  EXPECT_EQ(note_of(netto_load(netto_rows(false), "zip", "price"), "quantity_implausible"),
            "half of the quantities are 3,057 or more: is 'zip' how many units were ordered? "
            "quantity under [columns] of a map names another");
  EXPECT_EQ(note_of(netto_load(netto_rows(false), "quantity", "price"), "quantity_implausible"),
            "");
}

// One SKU with several quantities, and two SKUs whose prices differ as their quantities do.
TEST(ImplausibleValues, few_rows_and_rows_of_different_skus_say_nothing) {
  AmountVotes few;
  few.add(1, 1, 500);
  few.add(1, 2, 1'000);
  few.add(1, 3, 1'500);
  EXPECT_FALSE(few.are_of_lines());
  few.add(1, 1, 500);
  EXPECT_TRUE(few.are_of_lines());
  AmountVotes several;
  for (std::uint64_t sku = 0; sku < 50; ++sku) {
    several.add(sku, static_cast<std::int64_t>(sku + 1), static_cast<MoneyMinor>(sku + 1) * 100);
  }
  EXPECT_FALSE(several.are_of_lines());
  EXPECT_EQ(implausible_median({5'000, 5'000, 5'000}), 0);
}

// Exports of real shops, and of shops as they may be, by presets: none is told of.
TEST(ImplausibleValues, no_export_of_a_shop_is_suspected) {
  for (const char* name :
       {"file_completejourney.csv", "file_ebay.csv", "file_etsy.csv", "file_jd_gbk.csv",
        "file_magento.csv", "file_shopify.csv", "file_square.csv", "file_squarespace.csv",
        "file_taobao.csv", "file_tiktok_shop.csv", "file_uci_online_retail_ii.csv",
        "file_wix.csv"}) {
    const OrderFile file = read_case(name);
    for (const char* note : {"quantity_implausible", "price_of_lines", "total_of_units"}) {
      EXPECT_EQ(note_of(file.load, note), "") << name;
    }
  }
}

TEST(ImplausibleValues, a_draft_goes_by_the_rows_where_a_name_says_otherwise) {
  const auto draft = [](std::string text, const std::string& name) {
    text.replace(text.find("Netto"), 5, name);
    const auto source = TextSource::open(source_of(text), {});
    const Result<FileLook> look = look_at(*source.value(), {});
    const ContentHints none;
    return map_text(guess_map(look.value(), &none), look.value());
  };
  const std::string total = draft(netto_rows(true), "unit price");
  EXPECT_NE(total.find("line_total = \"unit price\"  # Look at this: of the whole line"),
            std::string::npos)
      << total;
  EXPECT_EQ(total.find("\nprice = "), std::string::npos) << total;
  const std::string price = draft(netto_rows(false), "line total");
  EXPECT_NE(price.find("\nprice = \"line total\"  # Look at this: of one unit"), std::string::npos)
      << price;
}

}  // namespace
}  // namespace allot::files
