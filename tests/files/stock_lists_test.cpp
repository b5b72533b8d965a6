// Lists of stock as shops and their programs export them, without a map: which units lie where.
//
// Columns are those of public documentation, rows are invented.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "files/map_guess.hpp"
#include "files/open_records.hpp"
#include "files/order_map.hpp"
#include "files/shop_files.hpp"
#include "files/stock_draft.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

class StockLists : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_lists_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }

  Result<StockFile> read(const std::string& text, const std::string& map = {},
                         char decimal = '\0') {
    std::ofstream(path_, std::ios::binary) << text;
    StockColumns called;
    if (!map.empty()) {
      const auto read = parse_order_map("m.toml", map);
      EXPECT_TRUE(read.ok()) << read.status().message();
      called = read.value().stock;
    }
    return read_stock(path_, lots_, decimal, called);
  }
  // The units of each row, as "SKU@NODE=UNITS", in the order of the file.
  static std::vector<std::string> units(const Result<StockFile>& stock) {
    if (!stock.ok()) return {stock.status().message()};
    std::vector<std::string> all;
    for (const StockRow& row : stock.value().rows) {
      all.push_back(row.sku + "@" + row.node + "=" + std::to_string(row.quantity));
    }
    return all;
  }
  static std::string note(const Result<StockFile>& stock, std::string_view name) {
    for (const FileNote& known : stock.value().account.rows.notes()) {
      if (known.name == name) return known.text;
    }
    return "";
  }
  static const RowReason* reason(const Result<StockFile>& stock, std::string_view name) {
    const auto& reasons = stock.value().account.rows.reasons();
    const auto found = std::ranges::find(reasons, name, &RowReason::name);
    return found == reasons.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string without_path(std::string text) const {
    for (std::size_t at = text.find(path_); at != std::string::npos; at = text.find(path_)) {
      text.replace(at, path_.size(), "stock.csv");
    }
    return text;
  }

  std::string path_;
  LotNumbers lots_;
};

using Units = std::vector<std::string>;

constexpr const char* shopify_inventory =
    "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,"
    "SKU,HS Code,COO,Location,Incoming,Unavailable,Committed,Available,On hand\n"
    "kettle,Kettle,Size,1 l,,,,,K-10,8516.10,DE,Berlin,0,1,2,4,7\n"
    "kettle,Kettle,Size,1 l,,,,,K-10,8516.10,DE,Hamburg,12,0,3,-1,2\n"
    "kettle,Kettle,Size,2 l,,,,,K-20,8516.10,DE,Berlin,0,0,0,9,9\n"
    "kettle,Kettle,Size,2 l,,,,,K-20,8516.10,DE,Hamburg,not stocked,not stocked,not stocked,not "
    "stocked,not stocked\n"
    "mug,Mug,Title,Default Title,,,,,,,,Berlin,0,0,0,5,5\n";

TEST_F(StockLists, of_shopify_what_is_available_goes_before_what_is_on_hand) {
  const auto stock = read(shopify_inventory);
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  EXPECT_EQ(units(stock), (Units{"K-10@Berlin=4", "K-10@Hamburg=0", "K-20@Berlin=9"}));
  EXPECT_EQ(note(stock, "for_sale"),
            "quantities are those of 'Available': what is still for sale goes before what lies "
            "there ('On hand'), of which some may be promised; quantity under [stock] in the map "
            "of the orders says otherwise");
  const RowAccount& account = stock.value().account.rows;
  EXPECT_EQ(account.rows(), 5U);
  EXPECT_EQ(account.rows_of("not_stocked"), 1U);
  EXPECT_EQ(account.rows_of("sku_missing"), 1U);
  ASSERT_NE(reason(stock, "not_stocked"), nullptr);
  EXPECT_FALSE(reason(stock, "not_stocked")->suspicious) << "the shop says so itself";
  EXPECT_EQ(reason(stock, "not_stocked")->line, 5U);
  EXPECT_EQ(reason(stock, "not_stocked")->column, "Available");
  const auto on_hand = read(shopify_inventory, "[stock]\nquantity = \"On hand\"\n");
  EXPECT_EQ(units(on_hand), (Units{"K-10@Berlin=7", "K-10@Hamburg=2", "K-20@Berlin=9"}));
  EXPECT_EQ(note(on_hand, "for_sale"), "");
}

TEST_F(StockLists, of_shopify_with_its_newer_names) {
  const auto stock = read(
      "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 "
      "Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),Unavailable (not editable),"
      "Committed (not editable),Available (not editable),On hand (current),On hand (new)\n"
      "mug,Mug,Color,Blue,,,,,0001,,,Warehouse,A-1,0,0,2,10,12,\n"
      "mug,Mug,Color,Blue,,,,,0001,,,Store,,0,0,0,5,5,\n"
      "candle,Candle,Title,Default Title,,,,,0003,,,Store,,0,0,0,Not stocked,Not stocked,\n");
  EXPECT_EQ(units(stock), (Units{"0001@Warehouse=10", "0001@Store=5"}));
  EXPECT_NE(note(stock, "for_sale").find("those of 'Available (not editable)'"), std::string::npos);
  EXPECT_EQ(stock.value().account.rows.rows_of("not_stocked"), 1U);
  // Without it, what is on hand now, not what somebody means to write into the shop.
  const auto on_hand =
      read("SKU,Location,On hand (current),On hand (new)\nA,Store,5,9\nB,Store,1,\n");
  EXPECT_EQ(units(on_hand), (Units{"A@Store=5", "B@Store=1"}));
}

TEST_F(StockLists, of_shopify_with_a_column_for_each_location) {
  const auto stock = read(
      "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Studio,Market stall\n"
      "beanie,Beanie,Size,S,BEANIE-S,,,9,3\n"
      "beanie,Beanie,Size,M,BEANIE-M,,,6,not stocked\n"
      "beanie,Beanie,Size,L,BEANIE-L,,,not stocked,not stocked\n"
      "scarf,Scarf,,,SCARF,,,five,0\n");
  EXPECT_EQ(units(stock),
            (Units{"BEANIE-S@Studio=9", "BEANIE-S@Market stall=3", "BEANIE-M@Studio=6"}));
  EXPECT_EQ(stock.value().account.rows.rows_of("not_stocked"), 1U);
  ASSERT_NE(reason(stock, "quantity_unreadable"), nullptr);
  EXPECT_EQ(reason(stock, "quantity_unreadable")->column, "Studio");
  EXPECT_EQ(reason(stock, "quantity_unreadable")->text, "five");
  EXPECT_EQ(reason(stock, "quantity_unreadable")->line, 5U);
  EXPECT_EQ(note(stock, "node_columns"), "columns that are a node each: 'Studio', 'Market stall'");
  EXPECT_EQ(note(stock, "unknown_columns").find("Studio"), std::string::npos);
}

TEST_F(StockLists, with_columns_of_nodes_that_the_map_names) {
  const char* list = "Artikel;Berlin;Summe;Hamburg\nA;3;5;2\nB;;1;1\nC;;;\n";
  const auto stock = read(list, "[stock]\nnodes = [\"Berlin\", \"Hamburg\"]\n");
  EXPECT_EQ(units(stock), (Units{"A@Berlin=3", "A@Hamburg=2", "B@Hamburg=1"}));
  EXPECT_EQ(stock.value().account.rows.rows_of("quantity_missing"), 1U);
  EXPECT_EQ(
      without_path(read(list, "[stock]\nnodes = [\"Berlin\", \"Hamburk\"]\n").status().message()),
      "stock.csv:1: the file has no column 'Hamburk'; did you mean 'Hamburg'?");
}

// The safety stock of each row that says one, as "SKU@NODE=UNITS".
Units withheld(const Result<StockFile>& stock) {
  if (!stock.ok()) return {stock.status().message()};
  Units all;
  for (const StockRow& row : stock.value().rows) {
    if (row.safety) all.push_back(row.sku + "@" + row.node + "=" + std::to_string(*row.safety));
  }
  return all;
}

TEST_F(StockLists, of_columns_of_nodes_share_one_safety_stock_by_their_units) {
  const std::string nodes = "[stock]\nnodes = [\"Berlin\", \"Hamburg\", \"Wien\"]\n";
  const auto stock = read(
      "sku;Berlin;Hamburg;Wien;safety\n"
      "A;3;3;1;2\nB;0;5;;2\nC;0;0;0;4\nD;1;1;;7\nE;9;9;9;\nF;9;9;9;0\n",
      nodes);
  EXPECT_EQ(withheld(stock),
            (Units{"A@Berlin=0", "A@Hamburg=1", "A@Wien=1", "B@Berlin=0", "B@Hamburg=2",
                   "C@Berlin=4", "C@Hamburg=0", "C@Wien=0", "D@Berlin=3", "D@Hamburg=4",
                   "F@Berlin=0", "F@Hamburg=0", "F@Wien=0"}));
  EXPECT_EQ(note(stock, "safety_shared"),
            "SKUs whose safety stock is one for all columns of nodes: it is shared by what lies in "
            "each");
  // Lots of one SKU are rows of their own: what is withheld is of the SKU, and said once.
  const auto lots = read(
      "sku;lot;Berlin;Hamburg;Wien;safety\nA;l1;8;;;2\nA;l2;;8;;2\nA;l3;;;;2\nA;l4;4;;;\n", nodes);
  EXPECT_EQ(withheld(lots), (Units{"A@Berlin=1", "A@Hamburg=1"}));
  const auto one = read("sku;warehouse;quantity;safety\nA;Berlin;3;2\nA;Hamburg;3;2\n");
  EXPECT_EQ(withheld(one), (Units{"A@Berlin=2", "A@Hamburg=2"})) << "each row is a node's";
  EXPECT_EQ(note(one, "safety_shared"), "");
}

TEST_F(StockLists, of_columns_of_nodes_are_not_counted_twice) {
  const auto refusal = [](const std::string& stock) {
    return parse_order_map("m.toml", "[stock]\n" + stock).status().message();
  };
  EXPECT_EQ(refusal("nodes = [\"A\", \"B\", \"A\"]\n"),
            "m.toml:2:9: stock.nodes names 'A' twice: what lies there would count twice");
  EXPECT_EQ(refusal("quantity = \"Q\"\nnodes = [\"A\", \"B\"]\n"),
            "m.toml:3:9: stock has quantity and nodes, which both say where units stand; give one "
            "of them");
  EXPECT_EQ(refusal("node = \"N\"\nnodes = [\"A\", \"B\"]\n"),
            "m.toml:3:9: stock has node and nodes, which both say where units lie; give one of "
            "them");
}

constexpr const char* polish_list =
    "Symbol towaru;Mag. Bia\u0142ystok;Mag. Gdynia;Rezerwacje;Cena zakupu netto\n"
    "KP-1;3;5;1;2,50\nKP-2;0;1;0;3,50\n";

TEST_F(StockLists, end_in_a_row_of_totals_that_is_no_stock) {
  const std::string rows = "sku,East,West\nA-1,7,3\nA-2,5,5\n";
  const std::string map = "[stock]\nnodes = [\"East\", \"West\"]\n";
  const Units two{"A-1@East=7", "A-1@West=3", "A-2@East=5", "A-2@West=5"};
  const auto total = read(rows + "Total,12,8\n,,\n", map);
  EXPECT_EQ(units(total), two);
  const RowReason* left = reason(total, "row_of_totals");
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(left->rows, 1U);
  EXPECT_EQ(left->line, 4U);
  EXPECT_EQ(left->column, "sku");
  EXPECT_EQ(left->text, "Total");
  EXPECT_EQ(total.value().account.rows.used(), 2U);
  EXPECT_EQ(units(read(rows + "Total,12,9\n", map)).size(), 6U) << "it is no sum";
  EXPECT_EQ(units(read(rows + "Total,12,\n", map)).size(), 5U) << "of one column of two";
  EXPECT_EQ(units(read(rows + "Total,12,8\nA-3,1,1\n", map)).size(), 8U) << "not the last row";
  EXPECT_EQ(units(read("sku,East,West\nA-1,7,3\nTotal,7,3\n", map)).size(), 4U)
      << "one row above says nothing";
  EXPECT_EQ(units(read(rows + "A-3,12,8\n", map)).size(), 6U)
      << "by chance: no word for totals, and few rows";
}

TEST_F(StockLists, end_in_a_row_of_totals_in_any_language_when_they_are_long) {
  std::string rows = "sku;\xCE\x94;quantity;safety\n";
  for (int n = 1; n <= 10; ++n)
    rows += "A-" + std::to_string(n) + ";x;" + std::to_string(n) + ";1\n";
  EXPECT_EQ(units(read(rows + "Σύνολο;;55;10\n")).size(), 10U);
  EXPECT_EQ(units(read(rows + "Σύνολο;;55;9\n")).size(), 11U) << "what it withholds is no sum";
}

TEST_F(StockLists, without_a_quantity_name_the_columns_that_could_be_nodes) {
  const std::string fault = without_path(read(polish_list).status().message());
  EXPECT_EQ(fault.find("stock.csv:1: the file has no column 'quantity'"), 0U) << fault;
  EXPECT_NE(fault.find(". Whole numbers stand in \"Mag. Bia\u0142ystok\", \"Mag. Gdynia\": where "
                       "each is a node, say nodes = [\"Mag. Bia\u0142ystok\", \"Mag. Gdynia\"] "
                       "there instead"),
            std::string::npos)
      << fault;
}

TEST_F(StockLists, whose_reservations_are_no_node) {
  auto source = TextSource::open(source_of(polish_list), {});
  const auto look = look_at(*source.value(), {});
  ASSERT_TRUE(look.ok()) << look.status().message();
  const std::string draft = stock_map_text(look.value());
  EXPECT_NE(draft.find("nodes = [\"Mag. Bia\u0142ystok\", \"Mag. Gdynia\"]"), std::string::npos)
      << draft;
  EXPECT_NE(draft.find("\nsafety = \"Rezerwacje\"  # Look at this: "), std::string::npos) << draft;
}

TEST_F(StockLists, name_the_most_that_a_quantity_may_be) {
  EXPECT_NE(
      read("sku;quantity\nA;3000000000\n").status().message().find("of at most 2,147,483,647"),
      std::string::npos);
}

TEST_F(StockLists, of_products_of_shopify) {
  const char* list =
      "Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory "
      "Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At "
      "Price,Variant Barcode,Image Src,Cost per item,Status\n"
      "kettle,Kettle,Us,Size,1 l,K-10,1400,shopify,7,deny,24.90,29.90,4006381333931,a.jpg,9.00,"
      "active\n"
      "kettle,,,,2 l,K-20,1900,shopify,0,deny,34.90,,,,12.00,active\n"
      "kettle,,,,,,,,,,,,,b.jpg,,\n";
  const auto stock = read(list);
  EXPECT_EQ(units(stock), (Units{"K-10@main=7", "K-20@main=0"}));
  EXPECT_EQ(note(stock, "one_node"), "no column names a node: all of it lies in 'main'");
  ASSERT_NE(reason(stock, "no_item"), nullptr) << "a row of a further picture";
  EXPECT_FALSE(reason(stock, "no_item")->suspicious);
  const auto products = read_products(path_, 2, '.');
  ASSERT_TRUE(products.ok()) << products.status().message();
  ASSERT_EQ(products.value().rows.size(), 2U);
  EXPECT_EQ(products.value().rows[0].price, 2'490);
  EXPECT_EQ(products.value().rows[1].price, 3'490);
  const RowAccount& account = products.value().account.rows;
  EXPECT_EQ(account.rows_of("no_item"), 1U);
  for (const char* column : {"not_told_weight", "not_told_gtin", "not_told_name"}) {
    EXPECT_TRUE(std::ranges::any_of(account.notes(), [column](const FileNote& known) {
      return known.name == column;
    })) << column;
  }
}

TEST_F(StockLists, of_products_of_woocommerce) {
  const char* list =
      "ID,Type,SKU,\"GTIN, UPC, EAN, or ISBN\",Name,Published,In stock?,Stock,Low stock "
      "amount,Weight (kg),Sale price,Regular price,Categories,Parent\n"
      "10,variable,MUG,,Mug,1,1,,,0.3,,,Cups,\n"
      "11,variation,MUG-B,4006381333931,Mug blue,1,1,14,2,0.3,7.90,9.90,,MUG\n"
      "12,variation,MUG-R,,Mug red,1,0,0,2,0.3,,9.90,,MUG\n";
  const auto stock = read(list);
  EXPECT_EQ(units(stock), (Units{"MUG-B@main=14", "MUG-R@main=0"}));
  ASSERT_NE(reason(stock, "quantity_missing"), nullptr) << "of variants, not of what they are of";
  EXPECT_EQ(reason(stock, "quantity_missing")->line, 2U);
  EXPECT_EQ(reason(stock, "quantity_missing")->column, "Stock");
  const auto products = read_products(path_, 2, '.');
  ASSERT_TRUE(products.ok()) << products.status().message();
  ASSERT_EQ(products.value().rows.size(), 3U);
  EXPECT_EQ(products.value().rows[0].price, std::nullopt);
  EXPECT_EQ(products.value().rows[1].price, 990);
}

TEST_F(StockLists, of_listings_of_amazon) {
  const auto stock = read(
      "item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tproduct-id-"
      "type\tasin1\tproduct-id\tfulfillment-channel\n"
      "Kettle\tfor \"tea\"\t0101A\tK-10\t24.90\t6\t2026-01-05 10:00:00 "
      "PST\t1\tB00TEST001\tB00TEST001\tDEFAULT\n"
      "Mug\t\t0101B\tM-1\t9.90\t\t2026-01-05 10:00:00 "
      "PST\t1\tB00TEST002\tB00TEST002\tAMAZON_NA\n");
  EXPECT_EQ(units(stock), (Units{"K-10@main=6"}));
  EXPECT_EQ(stock.value().account.rows.rows_of("quantity_missing"), 1U)
      << "what lies at Amazon's has no quantity in this list";
}

TEST_F(StockLists, of_what_lies_at_amazon) {
  const auto stock = read(
      "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-"
      "quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-"
      "unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\n"
      "K-10\tX001\tB00TEST001\tKettle\tNew\t24.90\tNo\t\tYes\t52\t40\t2\t10\t60\t0.1\n");
  EXPECT_EQ(units(stock), (Units{"K-10@main=40"}));
  const auto old = read(
      "seller-sku\tfulfillment-channel-sku\tasin\tcondition-type\tWarehouse-Condition-"
      "code\tQuantity Available\n"
      "K-10\tX001\tB00TEST001\tNewItem\tSELLABLE\t17\n"
      "K-10\tX001\tB00TEST001\tNewItem\tUNSELLABLE\t3\n");
  EXPECT_EQ(units(old), (Units{"K-10@main=17"}));
  ASSERT_NE(reason(old, "not_sellable"), nullptr);
  EXPECT_EQ(reason(old, "not_sellable")->text, "UNSELLABLE");
  EXPECT_FALSE(reason(old, "not_sellable")->suspicious);
}

TEST_F(StockLists, of_listings_of_ebay) {
  const auto stock = read(
      "Item number,Title,Variation details,Custom label (SKU),Available "
      "quantity,Format,Currency,Start price,Current price,Sold quantity,Watchers,Start date\n"
      "110551234567,Kettle,,K-10,4,FIXED_PRICE,EUR,24.90,24.90,12,3,01-Nov-26 10:00:00 PST\n");
  EXPECT_EQ(units(stock), (Units{"K-10@main=4"})) << "by its own code, not by eBay's number";
  const auto products = read_products(path_, 2, '.');
  ASSERT_TRUE(products.ok()) << products.status().message();
  EXPECT_EQ(products.value().rows.at(0).price, 2'490);
}

TEST_F(StockLists, of_magento) {
  EXPECT_EQ(
      units(read("sku,store_view_code,product_type,name,weight,price,special_price,qty,out_of_"
                 "stock_qty,is_in_stock\n"
                 "K-10,,simple,Kettle,1.4,24.9000,,12.0000,0.0000,1\n"
                 "K-10,de,,Kessel,,,,,,\n")),
      (Units{"K-10@main=12"}));
  EXPECT_EQ(units(read("source_code,sku,status,quantity\nberlin,K-10,1,5.0000\n"
                       "hamburg,K-10,1,7.0000\n")),
            (Units{"K-10@berlin=5", "K-10@hamburg=7"}));
}

TEST_F(StockLists, of_german_programs) {
  EXPECT_EQ(units(read("Artikelnummer;Bezeichnung;Lagerort;Lagerbestand;Einheit;Mindestbestand\n"
                       "0801;Kessel;Nord;12,00;Stk;5\n0802;Kanne;Süd;1.250,00;Stk;5\n")),
            (Units{"0801@Nord=12", "0802@Süd=1250"}));
  const auto stock = read(
      "Artikel-Nr.;Artikelname;Lager;Bestand;Reserviert;Verfügbar;Lagerplatz\n"
      "K-10;Kessel;Hauptlager;20;6;14;A-1-2\n");
  EXPECT_EQ(units(stock), (Units{"K-10@Hauptlager=14"}));
  EXPECT_NE(note(stock, "for_sale").find("'Verfügbar'"), std::string::npos);
  EXPECT_NE(note(stock, "for_sale").find("('Bestand')"), std::string::npos);
  EXPECT_EQ(units(read("Art.-Nr.;Lagername;Lagerbestand gesamt;Verfügbarer Lagerbestand\n"
                       "K-10;Nord;20;14\n")),
            (Units{"K-10@Nord=14"}));
}

TEST_F(StockLists, of_english_programs) {
  for (const char* header :
       {"Article No.,Description,Warehouse,Qty on hand",
        "Item No.,Description,Location Code,Qty. on Hand",
        "Item Code,Item Description,Warehouse Code,Quantity On Hand",
        "Part Number,Name,Site,On-Hand Qty", "Product Code,Product,Stock Location,Stock Level",
        "SKU,Product Name,Warehouse Name,Units in stock", "MSKU,Title,Location,Inventory",
        "Merchant SKU,Title,Location Name,Stock quantity"}) {
    const auto stock =
        read(std::string(header) + "\nK-10,Kettle,Leeds,\"1,250\"\nK-20,Jug,York,7\n", "", '.');
    EXPECT_EQ(units(stock), (Units{"K-10@Leeds=1250", "K-20@York=7"})) << header;
    EXPECT_EQ(units(read(std::string(header) + "\nK-10,Kettle,Leeds,12\nK-20,Jug,York,7.00\n")),
              (Units{"K-10@Leeds=12", "K-20@York=7"}))
        << header;
  }
  const auto stock = read("Item No.,Warehouse,Qty on hand,Qty available\nK-10,Leeds,12,9\n");
  EXPECT_EQ(units(stock), (Units{"K-10@Leeds=9"}));
}

// Whatever stands before decimals elsewhere, 44,00 is 44.
TEST_F(StockLists, with_decimals_that_are_zeros_are_of_whole_units) {
  const std::string text =
      "sku,node,quantity\nA,north,\"44,00\"\nB,north,44.00\nC,north,\"1.250,00\"\nD,north,\"44,"
      "50\"\n";
  for (const char decimal : {'\0', '.', ','}) {
    const auto stock = read(text, "", decimal);
    EXPECT_EQ(units(stock), (Units{"A@north=44", "B@north=44", "C@north=1250"})) << decimal;
    const RowReason* parts = reason(stock, "quantity_of_parts");
    ASSERT_NE(parts, nullptr) << decimal;
    EXPECT_EQ(parts->line, 5U);
    EXPECT_EQ(parts->column, "quantity");
    EXPECT_EQ(parts->text, "44,50");
    EXPECT_NE(parts->advice.find("only zeros may stand"), std::string::npos) << parts->advice;
  }
}

TEST_F(StockLists, with_reserved_units_that_nothing_withholds_say_so) {
  for (const char* name : {"Ebből foglalt", "Reserviert", "Dont réservé", "Allocated", "引当"}) {
    const std::string list = "sku,node,stock," + std::string(name) + "\nA,n,10,3\nB,n,5,0\n";
    const auto stock = read(list);
    EXPECT_NE(note(stock, "reserved").find("'" + std::string(name) + "' has units"),
              std::string::npos)
        << name;
    const auto mapped =
        read(list, "[stock]\nquantity = \"stock\"\nsafety = \"" + std::string(name) + "\"\n");
    EXPECT_EQ(note(mapped, "reserved"), "") << name;
    ASSERT_EQ(units(mapped), (Units{"A@n=10", "B@n=5"}));
    EXPECT_EQ(mapped.value().rows[0].safety, 3U);
  }
  EXPECT_EQ(note(read("sku,available,reserved\nA,10,3\n"), "reserved"), "")
      << "what is available is less these";
  EXPECT_EQ(note(read("sku,stock,unreserved\nA,10,3\n"), "reserved"), "");
}

TEST_F(StockLists, of_two_quantities_that_mean_the_same_none_is_chosen) {
  EXPECT_EQ(
      without_path(read("sku,qty on hand,stock\nA,1,2\n").status().message()),
      "stock.csv:1: both 'qty on hand' and 'stock' are the column quantity: take away the one "
      "that is not meant, or name it in the map of the orders, as quantity = \"...\" under "
      "[stock]; allot map ORDERS --stock stock.csv writes one map for both files");
  EXPECT_EQ(without_path(read("sku,available,ATP,stock\nA,1,2,3\n").status().message()),
            "stock.csv:1: both 'available' and 'ATP' are the column quantity: take away the one "
            "that is not meant, or name it in the map of the orders, as quantity = \"...\" under "
            "[stock]; allot map ORDERS --stock stock.csv writes one map for both files");
}

TEST_F(StockLists, a_list_that_is_none_says_what_to_do) {
  EXPECT_EQ(
      without_path(read("Item No.,Location Code,Reorder point\nK-10,Leeds,4\n").status().message()),
      "stock.csv:1: the file has no column 'quantity'; there are 'Item No.', 'Location "
      "Code', 'Reorder point'; it may be "
      "called qty, stock, onhand, units, qtyonhand, quantityonhand, stocklevel and more "
      "(docs/files.md), or name it in the map of the orders, as quantity = \"...\" under "
      "[stock]; allot map ORDERS --stock stock.csv writes one map for both files");
  EXPECT_EQ(without_path(read("sku,stock,location\nA,not stocked,Store\nB,,Store\nC,a few,Store\n")
                             .status()
                             .message()),
            "stock.csv: none of 3 rows could be used (CSV by ',', ASCII)\n"
            "  1 row left out: not_stocked (line 2, stock 'not stocked')\n"
            "    the shop does not keep this SKU there: it is no row of stock\n"
            "  1 row left out: quantity_missing (line 3, stock '')\n"
            "    nothing is counted there: write how many lie there, 0 for none\n"
            "  1 row left out: quantity_unreadable (line 4, stock 'a few')\n"
            "    a whole number is expected, of at most 2,147,483,647\n");
}

}  // namespace
}  // namespace allot::files
