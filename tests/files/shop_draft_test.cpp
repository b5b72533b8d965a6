// First maps of shops whose columns are called what no table knows: by what stands in them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

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
       "# status = \"Κατάσταση\""},
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

}  // namespace
}  // namespace allot::files
