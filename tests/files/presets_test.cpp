// Exports of shops by the presets: rows invented, in the shape that the exports have.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "files/open_records.hpp"
#include "files/order_cases.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

TEST(Cases, order_numbers_may_begin_with_letters) {
  const OrderFile file = read_case("file_order_numbers_with_letters.csv");
  EXPECT_EQ(file.map.origin, MapOrigin::guess) << "UCI's columns, but not its numbers";
  EXPECT_EQ(file.load.book.orders.size(), 6U);
  EXPECT_EQ(file.load.account.used(), 6U);
}

TEST(Cases, shopify) {
  const OrderFile file = read_case("file_shopify.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "shopify");
  EXPECT_EQ(load.account.rows(), 6U);
  EXPECT_EQ(load.account.rows_of("refunded"), 1U);
  EXPECT_EQ(load.account.rows_of("not_shipped"), 1U);
  ASSERT_EQ(load.book.orders.size(), 3U);
  EXPECT_EQ(load.book.orders[0].time, 1'788'444'840'000'000'000) << "10:14 -0400 is 14:14 UTC";
  EXPECT_EQ(load.book.orders[0].line_count, 2U);
  EXPECT_EQ(load.book.zones[load.book.orders[0].zone], "US");
  EXPECT_EQ(value_of(load, 0), 4'700) << "52.00 less a discount of 5.00 on the whole";
  EXPECT_EQ(due_of(load, 0), 5'629)
      << "with 6.00 of shipping and 3.29 of tax: the file's own total";
  EXPECT_EQ(tax_of_line(load, 0, 0), 202) << "3.29 x 32.00 / 52.00, rounded down";
  EXPECT_EQ(tax_of_line(load, 0, 1), 127);
  EXPECT_EQ(due_of(load, 1), 150'000);
  EXPECT_EQ(due_of(load, 2), 4'000);
  EXPECT_EQ(note_of(load, "total_differs"), "");
  EXPECT_TRUE(load.book.orders[1].unpaid);
  EXPECT_EQ(load.book.skus[load.book.lines_of(load.book.orders[1])[0].sku].code,
            "Vinegar - Buy 1 Get 1 FREE")
      << "no SKU, so the name";
  EXPECT_EQ(value_of(load, 2), 4'000) << "2 at 25.00, less 10.00";
  EXPECT_TRUE(noted(load, "refund", 1));
  EXPECT_EQ(load.book.orders[2].refunded, 2'000);
  EXPECT_EQ(load.book.orders[0].refunded, 0);
  EXPECT_EQ(load.currencies, (std::vector<std::string>{"USD", "BDT", "EUR"}));
  EXPECT_NE(note_of(load, "currencies").find("told of none (web)"), std::string::npos);
}

TEST(Cases, amazon) {
  const OrderLoad load = read_case("file_amazon.txt").load;
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_FALSE(load.book.orders[0].unpaid);
  EXPECT_EQ(load.book.orders[0].line_count, 2U);
  EXPECT_EQ(due_of(load, 0), 10'499) << "100.00 for three and 4.99, no tax and no shipping";
  EXPECT_TRUE(noted(load, "promotion", 1)) << "which Amazon takes off, and pays";
  EXPECT_EQ(load.book.money.at(0).currency, "USD");
  EXPECT_EQ(load.book.skus[load.book.lines_of(load.book.orders[0])[1].sku].code, "BULB E27");
  EXPECT_TRUE(load.book.orders[1].unpaid);
  EXPECT_TRUE(noted(load, "unpriced", 1));
  EXPECT_EQ(load.book.lines_of(load.book.orders[1])[0].price, 499) << "the SKU's list price";
  EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
  EXPECT_EQ(load.account.rows_of("fulfilled_by_amazon"), 1U);
}

TEST(Cases, jd_in_gbk) {
  const OrderFile file = read_case("file_jd_gbk.csv");
  const SourceOrders& book = file.load.book;
  EXPECT_EQ(file.map.name, "jd");
  EXPECT_NE(file.load.form.find("GB18030"), std::string::npos);
  ASSERT_EQ(book.orders.size(), 1U);
  EXPECT_EQ(book.orders[0].line_count, 2U);
  EXPECT_EQ(book.skus[0].code, "HH-A");
  EXPECT_EQ(book.skus[1].code, "HH-B");
  EXPECT_EQ(book.orders[0].customer, 1U) << "the first customer of the file";
  EXPECT_EQ(book.orders[0].time, 1'794'326'405'000'000'000) << "midnight in Shanghai";
}

TEST(Cases, etsy) {
  const OrderFile file = read_case("file_etsy.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "etsy");
  EXPECT_EQ(load.account.rows(), 3U);
  EXPECT_EQ(load.account.rows_of("download"), 1U);
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(load.book.orders[0].time, 1'789'344'000'000'000'000) << "14 September 2026";
  EXPECT_EQ(code_of_line(load, 0, 0), "FERN-A4");
  EXPECT_EQ(code_of_line(load, 0, 1), "9002") << "no SKU, so the listing";
  EXPECT_EQ(value_of(load, 0), 5'000) << "2 at 16.00, and 20.00 less 2.00";
  EXPECT_EQ(due_of(load, 0), 5'450) << "4.50 of shipping once, though each row repeats it";
  EXPECT_EQ(load.currencies, (std::vector<std::string>{"EUR"}));
}

TEST(Cases, square) {
  const OrderFile file = read_case("file_square.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "square");
  EXPECT_EQ(load.account.rows(), 3U);
  EXPECT_EQ(load.account.rows_of("refund"), 1U);
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(load.book.orders[0].time, 1'791'195'300'000'000'000) << "10:15 of two columns";
  EXPECT_TRUE(noted(load, "utc_assumed", 0)) << "the zone stands in a column in words";
  EXPECT_EQ(load.book.orders[0].units, 3U);
  EXPECT_EQ(value_of(load, 0), 4'900) << "29.00 for two, after a discount, and 20.00";
  EXPECT_EQ(due_of(load, 0), 5'243) << "and 2.03 and 1.40 of tax";
  EXPECT_EQ(code_of_line(load, 0, 1), "Tote bag") << "no SKU, so the item";
}

TEST(Cases, squarespace) {
  const OrderFile file = read_case("file_squarespace.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "squarespace");
  EXPECT_EQ(load.account.rows(), 4U);
  EXPECT_EQ(load.account.rows_of("not_shipped"), 1U);
  EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(load.book.orders[0].time, 1'782'827'713'000'000'000) << "13:55:13 UTC";
  EXPECT_EQ(load.book.orders[0].line_count, 2U) << "the second row leaves blank what it repeats";
  EXPECT_EQ(value_of(load, 0), 5'600);
  EXPECT_EQ(due_of(load, 0), 6'000) << "as the file's total, with 4.00 of shipping";
  EXPECT_EQ(note_of(load, "total_differs"), "");
}

TEST(Cases, tiktok_shop) {
  const OrderFile file = read_case("file_tiktok_shop.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "tiktok_shop");
  EXPECT_EQ(load.account.rows(), 5U);
  EXPECT_EQ(load.account.rows_of("explanation"), 1U) << "the row behind the header";
  EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_TRUE(load.book.orders[0].unpaid) << "13 January, by the form without AM";
  EXPECT_EQ(load.book.orders[1].time, 1'772'355'600'000'000'000) << "1 March, by the form with AM";
  EXPECT_EQ(code_of_line(load, 1, 1), "1729000000002") << "no code of the seller's";
  EXPECT_EQ(value_of(load, 1), 2 * 1'450 + 2'000);
  EXPECT_EQ(load.book.orders[1].shipping, 400);
}

TEST(Cases, wix) {
  const OrderFile file = read_case("file_wix.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "wix");
  EXPECT_EQ(load.account.rows(), 4U);
  EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_EQ(load.book.orders[0].time, 1'796'721'351'000'000'000) << "Dec 8, 2026 9:15:51 AM";
  EXPECT_EQ(load.book.orders[1].time - load.book.orders[0].time, 49'749'000'000'000);
  EXPECT_EQ(load.book.zones, (std::vector<std::string>{"DEU"}));
  EXPECT_EQ(value_of(load, 0), 5'200);
  EXPECT_TRUE(load.book.orders[1].unpaid);
}

TEST(Cases, ebay) {
  const OrderFile file = read_case("file_ebay.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "ebay") << "below a row of commas";
  EXPECT_NE(load.form.find("header below 1 row passed over"), std::string::npos) << load.form;
  EXPECT_EQ(load.account.rows(), 6U) << "without the blank row of commas";
  EXPECT_EQ(load.account.rows_of("sum_of_order"), 1U);
  EXPECT_EQ(load.account.rows_of("end_of_report"), 2U);
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_EQ(load.book.orders[0].time, 1'793'664'000'000'000'000) << "3 November 2026";
  EXPECT_EQ(load.book.orders[0].line_count, 2U);
  EXPECT_EQ(code_of_line(load, 0, 1), "110000000002") << "no label, so the item";
  EXPECT_EQ(load.book.zones, (std::vector<std::string>{"United States", "Canada"}));
  EXPECT_EQ(value_of(load, 0), 5'200) << "2 at 16.00 and 20.00";
  EXPECT_EQ(due_of(load, 0), 5'690) << "shipping and total stand in the row with the sum";
  EXPECT_EQ(note_of(load, "total_differs"), "");
  EXPECT_EQ(value_of(load, 1), 101'650);
}

TEST(Cases, ebay_where_headers_are_sentences) {
  const std::string text =
      "Sales record number,Order number,Buyer username,Post to country,Item number,Custom label,"
      "Quantity,Sold for,Sale date\n"
      "7,01-1-2,a,United Kingdom,110,FERN,2,\xC2\xA3"
      "16.50,03-Nov-26\n";
  auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  const std::optional<OrderMap> map = preset_for(look.value());
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->name, "ebay");
  const auto loaded = load_orders(source_of(text), *map);
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  ASSERT_EQ(loaded.value().book.orders.size(), 1U);
  EXPECT_EQ(value_of(loaded.value(), 0), 3'300);
  EXPECT_EQ(loaded.value().book.zones, std::vector<std::string>{"United Kingdom"});
}

TEST(Cases, taobao) {
  const OrderFile file = read_case("file_taobao.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "taobao");
  EXPECT_NE(load.form.find("GB18030"), std::string::npos);
  EXPECT_EQ(load.account.rows(), 6U);
  EXPECT_EQ(load.account.used(), 4U);
  EXPECT_EQ(load.account.rows_of("closed"), 1U);
  EXPECT_EQ(load.account.rows_of("refunded"), 1U);
  ASSERT_EQ(load.book.orders.size(), 3U);
  EXPECT_EQ(load.book.numbers[0].text(), "3000000000000000010")
      << "without the spreadsheet's guard";
  EXPECT_EQ(load.book.orders[0].time, 1'793'672'130'000'000'000) << "10:15:30 in Shanghai";
  EXPECT_EQ(code_of_line(load, 0, 0), "0801");
  EXPECT_EQ(value_of(load, 0), 2 * 12'800 + 3'990);
  EXPECT_TRUE(load.book.orders[1].unpaid);
  EXPECT_EQ(code_of_line(load, 2, 0), "茶叶罐 竹") << "no code of the seller's";
  EXPECT_EQ(value_of(load, 2), 7'500);
  EXPECT_EQ(load.book.money.at(0).currency, "CNY");
}

TEST(Cases, magento) {
  const OrderFile file = read_case("file_magento.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "magento");
  EXPECT_EQ(load.account.rows(), 6U);
  EXPECT_EQ(load.account.rows_of("child_of_configurable"), 1U);
  EXPECT_EQ(load.account.rows_of("cancelled"), 1U);
  ASSERT_EQ(load.book.orders.size(), 3U);
  EXPECT_EQ(load.book.orders[0].time, 1'793'700'930'000'000'000) << "10:15:30 UTC";
  ASSERT_EQ(load.book.channels.size(), 1U);
  EXPECT_EQ(load.book.channels[0].substr(0, 18), "Main Website Main ") << "three lines are a name";
  EXPECT_EQ(load.book.money.at(0).currency, "EUR");
  EXPECT_EQ(value_of(load, 0), 4'990) << "in the order's currency, not the store's";
  EXPECT_TRUE(load.book.orders[1].unpaid);
  EXPECT_TRUE(load.book.orders[2].unpaid) << "on hold";
}

TEST(Cases, uci_online_retail_ii) {
  const OrderFile file = read_case("file_uci_online_retail_ii.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "uci_online_retail_ii");
  EXPECT_EQ(load.account.rows(), 7U);
  EXPECT_EQ(load.account.used(), 3U);
  EXPECT_EQ(load.account.rows_of("credit_note"), 1U);
  EXPECT_EQ(load.account.rows_of("non_product"), 1U);
  EXPECT_EQ(load.account.rows_of("non_positive_quantity"), 1U);
  EXPECT_EQ(load.account.rows_of("zero_price"), 1U);
  ASSERT_EQ(load.book.orders.size(), 2U);
  EXPECT_EQ(load.book.orders[0].time, 1'259'653'500'000'000'000);
  EXPECT_EQ(load.book.orders[0].customer, 13'085U);
  EXPECT_EQ(value_of(load, 0), 12 * 695 + 2 * 210);
  EXPECT_EQ(load.book.skus.size(), 2U) << "33333p is 33333P";
  EXPECT_EQ(load.book.money.at(0).currency, "GBP");
}

TEST(Cases, completejourney) {
  const OrderFile file = read_case("file_completejourney.csv");
  const OrderLoad& load = file.load;
  EXPECT_EQ(file.map.name, "completejourney");
  EXPECT_EQ(load.account.rows(), 5U);
  EXPECT_EQ(load.account.rows_of("non_positive_quantity"), 1U);
  ASSERT_EQ(load.book.orders.size(), 3U);
  EXPECT_EQ(load.book.orders[0].time, 1'483'271'606'000'000'000);
  EXPECT_EQ(load.book.orders[0].customer, 9'001U);
  EXPECT_EQ(value_of(load, 0), 199) << "a total of 1.00 for three, and 0.99";
  EXPECT_EQ(load.book.orders[2].units, 9'034U);
  EXPECT_EQ(value_of(load, 2), 2'258) << "to the cent, whatever a unit costs";
  EXPECT_EQ(load.book.zones, (std::vector<std::string>{"330", "406"}));
}

class Export : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_export_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { std::filesystem::remove(path_); }
  void write(const std::string& text) const { std::ofstream(path_, std::ios::binary) << text; }
  std::string path_;
};

TEST_F(Export, may_lack_what_a_preset_does_not_need) {
  write(
      "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
      "Lineitem sku,Cancelled at\n"
      "#1,a@x.de,paid,2026-09-03 10:14:00 -0400,2,Fern,16.00,FERN,\n"
      "#2,a@x.de,paid,2026-09-03 11:14:00 -0400,1,Fern,16.00,FERN,2026-09-03 12:00:00 -0400\n"
      "#2,a@x.de,,2026-09-03 11:14:00 -0400,1,Mug,9.00,MUG,\n");
  const auto file = read_order_file(path_, "", {});
  ASSERT_TRUE(file.ok()) << file.status().message();
  const OrderLoad& load = file.value().load;
  EXPECT_EQ(file.value().map.name, "shopify");
  EXPECT_EQ(load.account.rows_of("cancelled"), 2U) << "the second row of the order, too";
  ASSERT_EQ(load.book.orders.size(), 1U);
  EXPECT_EQ(value_of(load, 0), 3'200);
  const auto note = [&load](std::string_view name) {
    const auto& notes = load.account.notes();
    const auto at = std::ranges::find(notes, name, &FileNote::name);
    return at == notes.end() ? std::string{} : at->text;
  };
  EXPECT_NE(note("columns_lacking").find("'Lineitem discount' (line_discount)"), std::string::npos);
  EXPECT_NE(note("rules_lacking").find("'Lineitem requires shipping' (not_shipped)"),
            std::string::npos);
}

TEST_F(Export, of_woocommerce_costs_what_its_total_says) {
  write(
      "order_id,order_number,order_date,status,shipping_total,shipping_tax_total,fee_total,"
      "fee_tax_total,tax_total,order_total,order_currency,billing_email,customer_email,"
      "billing_country,shipping_country,line_item_1,line_item_2\n"
      "7,W-7,2026-01-01 10:00:00,completed,5.00,0.95,2.00,0.38,8.93,55.92,EUR,a@b.c,,DE,DE,"
      "name:Lamp|sku:L1|quantity:2|total:35.00,name:Bulb|sku:B1|quantity:1|total:4.99\n");
  const auto file = read_order_file(path_, "", {});
  ASSERT_TRUE(file.ok()) << file.status().message();
  const OrderLoad& load = file.value().load;
  EXPECT_EQ(file.value().map.name, "woocommerce");
  EXPECT_EQ(load.book.orders[0].shipping, 700);
  EXPECT_EQ(load.book.orders[0].shipping_tax, 133);
  EXPECT_EQ(tax_of_line(load, 0, 0), 665) << "7.60 of 8.93 is on the lines";
  EXPECT_EQ(tax_of_line(load, 0, 1), 95);
  EXPECT_EQ(due_of(load, 0), 5'592);
  EXPECT_EQ(note_of(load, "total_differs"), "");
  EXPECT_EQ(note_of(load, "columns_lacking"), "");
}

TEST_F(Export, of_amazon_has_charges_for_each_line_and_taxes_as_its_channel_has) {
  const std::string head =
      "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-"
      "channel\tsku\tasin\t"
      "item-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\t"
      "gift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-"
      "country\n";
  const auto row = [](const std::string& order, const std::string& channel,
                      const std::string& sku) {
    return order + "\t2026-09-03T14:14:00+00:00\tShipped\tMerchant\t" + channel + "\t" + sku +
           "\tB0\tShipped\t1\t" + (channel == "Amazon.de" ? "EUR" : "USD") +
           "\t10.00\t1.60\t4.00\t0.64\t2.00\t0.32\t\t\tUS\n";
  };
  write(head + row("1", "Amazon.com", "A") + row("1", "Amazon.com", "B") +
        row("2", "Amazon.de", "A"));
  const auto file = read_order_file(path_, "", {});
  ASSERT_TRUE(file.ok()) << file.status().message();
  const OrderLoad& load = file.value().load;
  EXPECT_EQ(file.value().map.name, "amazon");
  ASSERT_EQ(load.book.money.size(), 2U);
  EXPECT_EQ(load.book.money[0].currency, "USD");
  EXPECT_FALSE(load.book.money[0].prices_include_tax);
  EXPECT_EQ(load.book.money[1].currency, "EUR");
  EXPECT_TRUE(load.book.money[1].prices_include_tax);
  EXPECT_EQ(load.book.orders[0].shipping, 1'200) << "and wrapping, of both lines";
  EXPECT_EQ(load.book.orders[0].shipping_tax, 192);
  EXPECT_EQ(due_of(load, 0), 2 * (1'000 + 160 + 600 + 96));
  EXPECT_EQ(due_of(load, 1), 1'600);
}

TEST_F(Export, of_magento_has_taxes_of_lines_and_shipping_of_orders) {
  write(
      "increment_id,created_at,sku,qty_ordered,price,order_currency_code,status,tax_amount,"
      "discount_amount,shipping_amount,shipping_tax_amount,grand_total,parent_item_id\n"
      "11,2026-11-03 10:15:30,A,2.0000,10.0000,EUR,complete,3.4200,2.0000,5.0000,0.9500,32.8200,\n"
      "11,2026-11-03 10:15:30,B,1.0000,5.0000,EUR,complete,0.9500,0.5000,5.0000,0.9500,32.8200,\n");
  const auto file = read_order_file(path_, "", {});
  ASSERT_TRUE(file.ok()) << file.status().message();
  const OrderLoad& load = file.value().load;
  EXPECT_EQ(file.value().map.name, "magento");
  EXPECT_EQ(tax_of_line(load, 0, 0), 342);
  EXPECT_EQ(load.book.orders[0].shipping, 500) << "once, though each row repeats it";
  EXPECT_EQ(load.book.orders[0].shipping_tax, 95);
  EXPECT_EQ(value_of(load, 0), 1'800 + 450);
  EXPECT_EQ(due_of(load, 0), 1'800 + 342 + 450 + 95 + 595);
  EXPECT_EQ(note_of(load, "total_differs"), "");
}

TEST_F(Export, a_column_that_a_preset_needs_is_named_with_the_way_out) {
  write("Name,Created at,Lineitem quantity,Lineitem price\n#1,2026-09-03,2,16.00\n");
  EXPECT_EQ(read_order_file(path_, "shopify", {}).status().message(),
            path_ +
                ":1: the file has no column 'Lineitem sku'; there are 'Name', 'Created at', "
                "'Lineitem quantity', 'Lineitem price'\n"
                "  The preset shopify needs it. Write a map of this file with: allot map " +
                path_ + " > orders.toml, mend it, and give it with --map orders.toml");
}

}  // namespace
}  // namespace allot::files
