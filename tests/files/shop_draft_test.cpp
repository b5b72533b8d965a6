// First maps of shops whose columns are called what no table knows: by what stands in them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include "files/code_gaps.hpp"
#include "files/order_cases.hpp"
#include "files/order_map.hpp"
#include "files/shop_draft.hpp"

namespace allot::files {
namespace {

struct Shop {
  const char* name;
  std::map<Role, std::string> orders;        // the column of each role
  std::map<std::string, std::string> stock;  // of each key of [stock]
  std::string text;                          // that the draft holds
};

const std::vector<Shop>& shops() {
  static const std::vector<Shop> all{
      {"greek",
       {{Role::order, "Αρ. Παρ."},
        {Role::time, "Ημ/νία"},
        {Role::sku, "Κωδ. Είδους"},
        {Role::quantity, "Τεμ."},
        {Role::price, "Τιμή"},
        {Role::customer, "Επικοινωνία"}},
       {{"sku", "Κωδ. Είδους"}, {"quantity", "Ελεύθερα"}},
       "\nstatus = \"Κατάσταση\""},
      {"polish",
       {{Role::order, "Nr dok."},
        {Role::time, "Wystawiono"},
        {Role::sku, "Indeks tow."},
        {Role::quantity, "Ile"},
        {Role::price, "Cena brutto"}},
       {{"sku", "Indeks tow."}},
       "nodes = [\"Łódź Główny\", \"Kraków Płaszów\"]"},
      {"turkish",
       {{Role::order, "Fiş"},
        {Role::time, "İşlem zamanı"},
        {Role::sku, "Barkod"},
        {Role::quantity, "Mik."},
        {Role::price, "Birim tutar"},
        {Role::customer, "E-posta"}},
       {{"sku", "Barkod"}, {"node", "Depo yeri"}, {"quantity", "Mevcut"}},
       "encoding = \"Windows-1254\""},
      {"japanese",
       {{Role::order, "受付No"},
        {Role::time, "受付日時"},
        {Role::sku, "管理記号"},
        {Role::quantity, "個"},
        {Role::price, "税込単価"}},
       {{"sku", "管理記号"}, {"node", "置き場"}, {"quantity", "残"}, {"expiry", "期日"}},
       "encoding = \"Shift_JIS\""},
      {"portuguese",
       {{Role::order, "Nº venda"},
        {Role::time, "Momento"},
        {Role::sku, "Cód."},
        {Role::quantity, "Qt."},
        {Role::line_total, "Importância"},
        {Role::order_total, "Total da venda"},
        {Role::customer, "Quem comprou"}},
       {{"sku", "Cód."}, {"node", "Onde está"}, {"quantity", "Existência"}, {"expiry", "Até"}},
       "'Anulada pelo cliente' ("},
      {"arabic",
       {{Role::order, "رقم الفاتورة"},
        {Role::time, "وقت البيع"},
        {Role::sku, "رمز الصنف"},
        {Role::quantity, "العدد"},
        {Role::price, "سعر الوحدة"},
        {Role::customer, "البريد"}},
       {{"sku", "رمز الصنف"}, {"quantity", "المتوفر"}},
       "'ملغي' ("},
      {"finnish",
       {{Role::order, "Tilausnro"},
        {Role::time, "Hetki"},
        {Role::sku, "Koodi"},
        {Role::quantity, "Kpl"},
        {Role::price, "à-hinta"}},
       {{"sku", "Koodi"}, {"quantity", "Saldo"}},
       "sku_capitals = true"},
      {"hungarian",
       {{Role::order, "Rendelésszám"},
        {Role::time, "Rendelés dátuma"},
        {Role::sku, "Cikkszám"},
        {Role::quantity, "Mennyiség"},
        {Role::price, "Bruttó egységár (Ft)"}},
       {{"sku", "Cikkszám"},
        {"node", "Raktár"},
        {"quantity", "Készlet (db)"},
        {"safety", "Ebből foglalt"}},
       "is = [\"SZALLITAS\"]"},
  };
  return all;
}

// Whose words the tables know.
const std::vector<Shop>& shops_by_name() {
  static const std::vector<Shop> all{
      {"refunded",
       {{Role::order, "Rendelésszám"},
        {Role::time, "Rendelés dátuma"},
        {Role::sku, "Cikkszám"},
        {Role::quantity, "Mennyiség"},
        {Role::price, "Bruttó egységár (Ft)"},
        {Role::customer, "Vevőazonosító"},
        {Role::status, "Állapot"}},
       {{"sku", "Cikkszám"}, {"node", "Raktár"}, {"quantity", "Készlet"}},
       "leave_out.cancelled = [\"Törölve\"]\nleave_out.refunded = [\"Visszatérítve\"]"},
      {"korean",
       {{Role::order, "주문번호"},
        {Role::time, "주문일시"},
        {Role::sku, "상품코드"},
        {Role::quantity, "수량"},
        {Role::price, "단가"},
        {Role::customer, "구매자ID"},
        {Role::zone, "지역"},
        {Role::status, "주문상태"}},
       {{"sku", "상품코드"}, {"node", "창고"}, {"quantity", "재고"}},
       "leave_out.cancelled = [\"취소완료\"]"},
      {"ukrainian",
       {{Role::order, "Номер замовлення"},
        {Role::time, "Дата створення"},
        {Role::sku, "Артикул"},
        {Role::quantity, "Кількість"},
        {Role::price, "Ціна"},
        {Role::customer, "Покупець"},
        {Role::zone, "Місто"},
        {Role::status, "Статус"}},
       {{"sku", "Артикул"}, {"node", "Склад"}, {"quantity", "Залишок"}},
       "2 orders have rows at different times"},
  };
  return all;
}

std::string file_of(const Shop& shop, const std::string& which) {
  return case_path("shops/" + std::string(shop.name) + "_" + which + ".csv");
}

class ShopDrafts : public testing::TestWithParam<Shop> {};

TEST_P(ShopDrafts, OfOrdersAndStockNeedNoMending) {
  const Shop& shop = GetParam();
  const Result<ShopDraft> draft =
      draft_shop(file_of(shop, "orders"), file_of(shop, "stock"), nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  EXPECT_EQ(draft.value().missing, "") << toml;
  const auto map = parse_order_map("draft.toml", toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << "\n" << toml;
  for (const auto& [role, column] : shop.orders) {
    const ColumnChoice& choice = map.value().of(role);
    EXPECT_EQ(choice.columns.empty() ? "none" : choice.columns[0], column)
        << role_names[static_cast<std::size_t>(role)] << "\n"
        << toml;
  }
  for (std::size_t i = 0; i < StockColumns::count; ++i) {
    const auto wanted = shop.stock.find(std::string(StockColumns::keys[i]));
    EXPECT_EQ(map.value().stock.names[i], wanted == shop.stock.end() ? "" : wanted->second) << toml;
  }
  EXPECT_NE(toml.find(shop.text), std::string::npos) << toml;
}

TEST_P(ShopDrafts, OfAListOfStockAloneIsNoneOfOrders) {
  const Shop& shop = GetParam();
  const Result<ShopDraft> draft = draft_shop(file_of(shop, "stock"), "", nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  EXPECT_TRUE(draft.value().is_stock) << toml;
  const auto map = parse_order_map("draft.toml", toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << "\n" << toml;
  EXPECT_EQ(map.value().stock.names[0], shop.stock.at("sku")) << toml;
}

TEST_P(ShopDrafts, OfOrdersAloneIsNoneOfStock) {
  const Shop& shop = GetParam();
  const Result<ShopDraft> draft = draft_shop(file_of(shop, "orders"), "", nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_FALSE(draft.value().is_stock) << draft.value().toml;
  const auto map = parse_order_map("draft.toml", draft.value().toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << "\n" << draft.value().toml;
  for (const Role role : {Role::order, Role::time, Role::quantity}) {
    const ColumnChoice& choice = map.value().of(role);
    EXPECT_EQ(choice.columns.empty() ? "none" : choice.columns[0], shop.orders.at(role))
        << draft.value().toml;
  }
}

// The two files of a shop in the wrong places: nobody's stock has numbers of orders.
TEST_P(ShopDrafts, OfFilesInEachOthersPlaceSaySo) {
  const Shop& shop = GetParam();
  const Result<ShopDraft> draft =
      draft_shop(file_of(shop, "stock"), file_of(shop, "orders"), nullptr);
  ASSERT_FALSE(draft.ok()) << draft.value().toml;
  EXPECT_NE(draft.status().message().find("are they swapped? allot map " + file_of(shop, "orders") +
                                          " --stock " + file_of(shop, "stock")),
            std::string::npos)
      << draft.status().message();
}

INSTANTIATE_TEST_SUITE_P(ByName, ShopDrafts, testing::ValuesIn(shops_by_name()),
                         [](const auto& each) { return std::string(each.param.name); });
INSTANTIATE_TEST_SUITE_P(All, ShopDrafts, testing::ValuesIn(shops()),
                         [](const auto& each) { return std::string(each.param.name); });

class ShopDraftFiles : public testing::Test {
 protected:
  void TearDown() override {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  std::string file(const std::string& name, const std::string& text) {
    paths_.push_back(testing::TempDir() + std::to_string(static_cast<long>(::getpid())) + name);
    std::ofstream(paths_.back(), std::ios::binary) << text;
    return paths_.back();
  }
  std::vector<std::string> paths_;
};

TEST_F(ShopDraftFiles, WithoutCodesInCommonSaySo) {
  const std::string orders = file("o.csv",
                                  "order,date,sku,quantity\nA-1,2026-11-27 10:00,X-1,2\n"
                                  "A-2,2026-11-27 10:05,X-2,1\n");
  const std::string stock = file("s.csv", "sku,quantity\nY-1,5\nY-2,0\n");
  const Result<ShopDraft> draft = draft_shop(orders, stock, nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_NE(
      draft.value().toml.find("Look at this: no column of the orders has codes that stand in"),
      std::string::npos)
      << draft.value().toml;
  EXPECT_TRUE(parse_order_map("draft.toml", draft.value().toml).ok()) << draft.value().toml;
}

// What the stock lacks is told with its rows: goods, careless copies of codes, and what is no
// goods.
TEST_F(ShopDraftFiles, NameCodesThatTheStockLacks) {
  std::string rows = "order,date,sku,quantity,price\n";
  for (int n = 0; n < 30; ++n) {
    const std::string order = "A-" + std::to_string(n);
    const std::string time = ",2026-11-27 10:" + std::to_string(10 + n) + ",";
    rows +=
        order + time + (n % 10 == 4 ? "TU1002" : "TU-100" + std::to_string(n % 5)) + ",1,9.50\n";
    if (n % 2 == 0) rows += order + time + "Versandkosten,1,4.90\n";
    if (n == 7) rows += order + time + "LOST-9,2,1.10\n";
  }
  std::string stock = "sku,quantity\n";
  for (int n = 0; n < 6; ++n)
    stock += "TU-100" + std::to_string(n) + ',' + std::to_string(n) + "\n";
  const Result<ShopDraft> draft = draft_shop(file("o.csv", rows), file("s.csv", stock), nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  for (const char* line :
       {"# Look at this: 3 codes of the orders are not in the stock, and would count as sold out:\n"
        "#   'Versandkosten', 15 rows: no product by its name, left out below\n"
        "#   'TU1002', 3 rows: did you mean 'TU-1002'?\n"
        "#   'LOST-9', 1 row\n"
        "[[skip]]\nreason = \"no_product\"\n",
        "column = \"sku\"\nis = [\"Versandkosten\"]  # Look at this: take away what is a "
        "product\n"}) {
    EXPECT_NE(toml.find(line), std::string::npos) << toml;
  }
  const auto map = parse_order_map("draft.toml", toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << toml;
  ASSERT_EQ(map.value().skips.size(), 1U);
  EXPECT_EQ(map.value().skips[0].is, std::vector<std::string>{"Versandkosten"});
}

TEST(CodeGaps, AreNoProductsByTheirWordsInManyLanguages) {
  for (const char* code :
       {"SZALLITAS", "Porto", "VERSAND-DE", "POST", "frais de port", "GASTOS DE ENVÍO",
        "SPEDIZIONE", "送料", "運費", "Kedvezmény", "DISCOUNT10", "Gift wrap"}) {
    EXPECT_TRUE(is_no_product(code)) << code;
  }
  for (const char* code :
       {"POSTER-12", "PORTOFINO", "TU-1001", "LAMP-DOT", "FEELING-3", "TIPI-2"}) {
    EXPECT_FALSE(is_no_product(code)) << code;
  }
}

TEST(CodeGaps, AreAlikeWithoutCapitalsBlanksSignsAndZeros) {
  EXPECT_EQ(squeezed_code("tu 1002"), squeezed_code("TU-1002"));
  EXPECT_EQ(squeezed_code("00801"), squeezed_code("801"));
  EXPECT_NE(squeezed_code("TU-1002"), squeezed_code("TU-1003"));
  EXPECT_EQ(squeezed_code("0"), "0");
  EXPECT_EQ(squeezed_code("--"), "");
}

// A column of units that are some of another's is none of those for sale.
TEST_F(ShopDraftFiles, TakeTheWholeAndNotAPartOfIt) {
  std::string stock = "Varenr;Sted;Antal ialt;Heraf lagt til side\n";
  for (int n = 0; n < 12; ++n) {
    stock += "V-" + std::to_string(100 + n) + ";Odense;" + std::to_string(13 + 7 * n) + ",00;" +
             std::to_string(n % 3) + ",00\n";
  }
  std::string orders = "Nummer;Dato;Varenr;Stk;Pris\n";
  for (int n = 0; n < 30; ++n) {
    orders += "O-" + std::to_string(n) + ";2026-11-27 10:" + std::to_string(10 + n) + ";V-" +
              std::to_string(100 + n % 12) + ";1;19,50\n";
  }
  const Result<ShopDraft> draft = draft_shop(file("o.csv", orders), file("s.csv", stock), nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  EXPECT_NE(toml.find("\nquantity = \"Antal ialt\""), std::string::npos) << toml;
  EXPECT_NE(toml.find("# safety = \"Heraf lagt til side\"  # perhaps"), std::string::npos) << toml;
}

TEST_F(ShopDraftFiles, OfAPresetHaveTheStockAlone) {
  const std::string orders = file("o.csv",
                                  "Name,Created at,Lineitem name,Lineitem sku,Lineitem "
                                  "quantity,Lineitem price,Financial Status\n"
                                  "#1,2026-11-27 10:00:00 +0100,Mug,M-1,2,9.00,paid\n"
                                  "#2,2026-11-27 10:05:00 +0100,Cup,C-1,1,5.00,paid\n");
  const std::string stock = file("s.csv", "Tuote;Jäljellä\nM-1;5\nC-1;0\n");
  const Result<ShopDraft> draft = draft_shop(orders, stock, nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  const auto map = parse_order_map("draft.toml", toml);
  ASSERT_TRUE(map.ok()) << map.status().message() << toml;
  EXPECT_EQ(draft.value().preset, "shopify") << toml;
  EXPECT_FALSE(has_columns(map.value())) << toml;
  EXPECT_EQ(map.value().stock.names[0], "Tuote") << toml;
  EXPECT_EQ(map.value().stock.names[2], "Jäljellä") << toml;
}

TEST_F(ShopDraftFiles, NameWhatHasToBeFilledIn) {
  const std::string orders = file("o.csv",
                                  "order,date,sku,quantity\nA-1,2026-11-27 10:00,X-1,2\n"
                                  "A-2,2026-11-27 10:05,X-2,1\n");
  const std::string stock = file("s.csv", "Koodi;Nimi\nX-1;Muki\nX-2;Kannu\n");
  const Result<ShopDraft> draft = draft_shop(orders, stock, nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  EXPECT_EQ(draft.value().missing, "[stock]: quantity") << draft.value().toml;
  EXPECT_NE(draft.value().toml.find("# quantity = \"\"  # needed, and no column looks like it"),
            std::string::npos)
      << draft.value().toml;
}

// A month of a shop whose words no table knows; of some orders a row came hours later.
class RefundedLater : public ShopDraftFiles {
 protected:
  // `refunds`: so many of the forty orders have one. `apart`: whether their rows stand at the end.
  std::string month(int refunds, bool apart) {
    std::string rows = "Ügy;Mikor;Kód;Db;Ár\n";
    std::string later;
    for (int n = 0; n < 40; ++n) {
      const std::string order = "Ü" + std::to_string(4'000 + n) + ';';
      const std::string day = "2026.11." + std::to_string(10 + n / 2) + ' ';
      for (int line = 0; line <= n % 3; ++line) {
        rows += order + day + "9:15;K-" + std::to_string(1 + (n + line * 5) % 11) + ';' +
                std::to_string(1 + line) + ";4990,00\n";
      }
      if (n >= refunds) continue;
      (apart ? later : rows) +=
          order + day + "14:15;K-" + std::to_string(1 + n % 11) + ";-1;4990,00\n";
    }
    return file("month.csv", rows + later);
  }
};

TEST_F(RefundedLater, OrdersKeepTheirColumn) {
  for (const bool apart : {false, true}) {
    for (const int refunds : {1, 3}) {
      const Result<ShopDraft> draft = draft_shop(month(refunds, apart), "", nullptr);
      ASSERT_TRUE(draft.ok()) << draft.status().message();
      const std::string& toml = draft.value().toml;
      const auto map = parse_order_map("draft.toml", toml);
      ASSERT_TRUE(map.ok()) << map.status().message() << toml;
      EXPECT_EQ(map.value().of(Role::order).columns, std::vector<std::string>{"Ügy"}) << toml;
      const std::string told = refunds == 1 ? "1 order has rows at different times"
                                            : "3 orders have rows at different times";
      EXPECT_NE(toml.find(told), std::string::npos) << toml;
      EXPECT_NE(toml.find("the first is 'Ü4000', in line " + std::string(apart ? "81" : "3")),
                std::string::npos)
          << toml;
    }
  }
}

// Where half of them have several times, the column may be a customer's: it is proposed.
TEST_F(RefundedLater, ADoubtedColumnIsProposed) {
  const Result<ShopDraft> draft = draft_shop(month(20, false), "", nullptr);
  ASSERT_TRUE(draft.ok()) << draft.status().message();
  const std::string& toml = draft.value().toml;
  EXPECT_EQ(draft.value().missing, "order") << toml;
  EXPECT_NE(toml.find("# order = \"Ügy\"  # Look at this: perhaps: equal texts stand together, but "
                      "20 of 40 have rows at different times, the first 'Ü4000' in line 3"),
            std::string::npos)
      << toml;
  EXPECT_EQ(toml.find("# order = \"\""), std::string::npos) << toml;
}

}  // namespace
}  // namespace allot::files
