// Lists of stock as warehouse programs print them, beside orders: with sums of each SKU, with cells
// that were merged, with codes in other capitals. Each says what the plain list says.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

struct Stocked {
  std::string code;
  std::string name;
  int main;
  int other;
};

// Names of products are those of several codes, as sizes are.
std::vector<Stocked> stocked() {
  std::vector<Stocked> all;
  const std::vector<std::string> names{"Atkı Kırmızı", "Şapka Mavi", "Gömlek Gri", "Mont Yeşil"};
  for (int n = 0; n < 12; ++n) {
    all.push_back({(n < 6 ? "ŞPK-00" : "GML-0") + std::to_string(n + 1),
                   names[static_cast<std::size_t>(n % 4)] + (n < 8 ? " M" : " L"), 3 + n % 5,
                   1 + n % 3});
  }
  all[7].name = all[0].name;
  return all;
}

std::string small_letters(std::string code) {
  for (std::size_t at = code.find("Ş"); at != std::string::npos; at = code.find("Ş")) {
    code.replace(at, 2, "ş");
  }
  std::ranges::transform(code, code.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return code;
}

class StockForms : public ProgramTest {
 protected:
  void SetUp() override {
    write("o.csv", orders([](const std::string& code, int) { return code; }));
  }

  template <class Code>
  static std::string orders(Code code) {
    std::string rows = "Sipariş No;Sipariş Tarihi;Ürün Adı;Stok Kodu;Adet;Birim Fiyat\n";
    const std::vector<Stocked> all = stocked();
    for (int n = 0; n < 60; ++n) {
      const Stocked& of = all[static_cast<std::size_t>(n * 7 % 12)];
      rows += "SP" + std::to_string(1'000 + n) + ";27.11.2026 " + std::to_string(10 + n / 6) + ":" +
              std::to_string(10 + n % 6) + ";" + of.name + ";" + code(of.code, n) + ";" +
              std::to_string(1 + n % 3) + ";99,90\n";
    }
    return rows;
  }
  static constexpr const char* head =
      "Malzeme Kodu;Malzeme Açıklaması;Birim;Ambar;Kullanılabilir Stok;Birim Maliyet\n";

  Json report(const std::string& stock, const std::string& orders_file = "o.csv") {
    write("s.csv", stock);
    const Ran ran = run("simulate --json --mode virtual --orders " + path(orders_file) +
                        " --stock " + path("s.csv") + " --log " + path("log"));
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::filesystem::remove_all(path("log"));
    return ran.status == 0 ? Json::parse(ran.out) : Json();
  }
  static std::string plain() {
    std::string rows = head;
    for (const Stocked& of : stocked()) {
      const std::string begin = of.code + ";" + of.name + ";ADET;";
      rows += begin + "MERKEZ;" + std::to_string(of.main) + ",00;12,50\n";
      rows += begin + "TUZLA;" + std::to_string(of.other) + ",00;12,50\n";
    }
    return rows;
  }
  static std::string note(const Json& file, const std::string& name) {
    for (const Json& note : file.at("notes")) {
      if (note.at("name") == name) return note.at("assumed") == true ? note.at("text") : "no";
    }
    return "none";
  }
  static bool goes_by(const Json& report, const std::string& doubt) {
    const Json& all = report.at("verdict").at("going_by");
    return std::ranges::any_of(all, [&](const Json& each) { return each == doubt; });
  }
};

TEST_F(StockForms, SumsOfEachSkuAreNoStock) {
  const Json expected = report(plain());
  ASSERT_GT(expected.at("units").at("requested"), expected.at("units").at("at_once"));
  for (const char* kind :
       {"Ara Toplam;ADET;TOPLAM;", "Ara Toplam;ADET;;", ";;TOPLAM;", "ad;ADET;*;", "ad;ADET;;"}) {
    std::string rows = head;
    int all = 0;
    for (const Stocked& of : stocked()) {
      const std::string begin = of.code + ";" + of.name + ";ADET;";
      std::string sum = kind;
      if (sum.starts_with("ad;")) sum = of.name + sum.substr(2);
      rows += begin + "MERKEZ;" + std::to_string(of.main) + ",00;12,50\n";
      rows += begin + "TUZLA;" + std::to_string(of.other) + ",00;12,50\n";
      rows += of.code + ";" + sum + std::to_string(of.main + of.other) + ",00;\n";
      all += of.main + of.other;
    }
    rows += "GENEL TOPLAM;;;;" + std::to_string(all) + ",00;\n";
    const Json with = report(rows);
    EXPECT_EQ(with.at("units"), expected.at("units")) << kind;
    EXPECT_EQ(with.at("orders"), expected.at("orders")) << kind;
    const Json& stock = with.at("files").at(0);
    EXPECT_EQ(stock.at("used"), 24) << kind;
    EXPECT_EQ(stock.at("skipped").at("row_of_subtotals"), 12) << kind;
    EXPECT_EQ(stock.at("skipped").at("row_of_totals"), 1) << kind;
    EXPECT_EQ(note(stock, "sums_of_rows"), "none") << kind;
    EXPECT_FALSE(goes_by(with, "stock_rows")) << kind;
  }
}

TEST_F(StockForms, CellsThatWereMergedSayWhatStandsAbove) {
  const Json expected = report(plain());
  std::string rows = head;
  for (const Stocked& of : stocked()) {
    rows += of.code + ";" + of.name + ";ADET;MERKEZ;" + std::to_string(of.main) + ",00;12,50\n";
    rows += ";;ADET;TUZLA;" + std::to_string(of.other) + ",00;12,50\n";
  }
  const Json merged = report(rows);
  EXPECT_EQ(merged.at("units"), expected.at("units"));
  EXPECT_EQ(merged.at("files").at(0).at("used"), 24);
  EXPECT_EQ(note(merged.at("files").at(0), "sku_above").find("rows without a SKU, 12 of 24"), 0U);
  EXPECT_TRUE(goes_by(merged, "columns"));
  // The map that is drafted for it says the same.
  write("shop.toml", run("map " + path("o.csv") + " --stock " + path("s.csv")).out);
  const Ran mapped =
      run("simulate --json --mode virtual --orders " + path("o.csv") + " --stock " + path("s.csv") +
          " --map " + path("shop.toml") + " --log " + path("mapped"));
  ASSERT_EQ(mapped.status, 0) << mapped.err;
  EXPECT_EQ(Json::parse(mapped.out).at("units"), expected.at("units"));
}

TEST_F(StockForms, OfWhichMuchIsLeftOutForOneReasonAreADoubt) {
  std::string rows = "sku;name;warehouse;quantity\n";
  for (const Stocked& of : stocked()) {
    rows += of.code + ";" + of.name + ";MERKEZ;" + std::to_string(of.main) + "\n";
  }
  const Json few = report(rows + "; x;MERKEZ;1\n;y;MERKEZ;1\n;z;MERKEZ;1\n");
  EXPECT_EQ(few.at("files").at(0).at("skipped").at("sku_missing"), 3);
  EXPECT_FALSE(goes_by(few, "stock_rows")) << "three rows of fifteen are no more than a fifth";
  const Json many = report(rows + "; x;MERKEZ;1\n;y;MERKEZ;1\n;z;MERKEZ;1\n;w;MERKEZ;1\n");
  EXPECT_TRUE(goes_by(many, "stock_rows"));
}

TEST_F(StockForms, CodesInOtherCapitalsGoBeforeNames) {
  const Json expected = report(plain());
  std::string rows = head;
  for (const Stocked& of : stocked()) {
    const std::string begin = small_letters(of.code) + ";" + of.name + ";ADET;";
    rows += begin + "MERKEZ;" + std::to_string(of.main) + ",00;12,50\n";
    rows += begin + "TUZLA;" + std::to_string(of.other) + ",00;12,50\n";
  }
  const Json small = report(rows);
  EXPECT_EQ(small.at("units"), expected.at("units"));
  EXPECT_NE(note(small.at("input"), "sku_capitals"), "none");
  // A third of the orders' codes.
  write("mixed.csv", orders([](const std::string& code, int n) {
          return n % 3 == 0 ? small_letters(code) : code;
        }));
  const Json mixed = report(plain(), "mixed.csv");
  EXPECT_EQ(mixed.at("units"), expected.at("units"));
  EXPECT_NE(note(mixed.at("input"), "sku_capitals"), "none");
  EXPECT_EQ(note(mixed.at("input"), "names_of_several_codes"), "none");
}

TEST_F(StockForms, NamesThatStandForSeveralCodesAreADoubt) {
  write("named.csv", orders([](const std::string& code, int) { return "X" + code + "9"; }));
  const Json named = report(plain(), "named.csv");
  const std::string told = note(named.at("input"), "names_of_several_codes");
  EXPECT_EQ(told.find("3 texts of 'Ürün Adı' in "), 0U) << told;
  EXPECT_NE(told.find("stand for several codes of 'Stok Kodu', such as 'Atkı Kırmızı M' for "
                      "'XGML-089' and 'XŞPK-0019'"),
            std::string::npos)
      << told;
  EXPECT_TRUE(goes_by(named, "columns"));
}

TEST_F(StockForms, OfManyNodesAreRehearsed) {
  std::string rows = "sku;warehouse;quantity\n";
  for (int n = 0; n < 40; ++n) rows += "ŞPK-001;N" + std::to_string(n) + ";1\n";
  const Json many = report(rows);
  EXPECT_EQ(many.at("files").at(0).at("used"), 40);
  EXPECT_GT(many.at("units").at("at_once"), 0);
}

TEST_F(StockForms, OfTooManyNodesNameTheColumn) {
  std::string rows = "sku;warehouse;quantity\n";
  for (int n = 0; n < 70; ++n) rows += "ŞPK-001;N" + std::to_string(n + 100) + ";1\n";
  write("s.csv", rows);
  const Ran ran = run("simulate --mode virtual --orders " + path("o.csv") + " --stock " +
                      path("s.csv") + " --log " + path("log"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find(path("s.csv") + ": the column 'warehouse' names 70 nodes, such as 'N100' "
                                         "and 'N101'; a simulation has at most 64"),
            std::string::npos)
      << ran.err;
}

// A column for each warehouse, with or without the column of their sums, filled or not.
TEST_F(StockForms, ColumnsOfNodesAreTakenWithTheirSumsOrWithout) {
  const Json expected = report(plain());
  for (const char* first :
       {"Merkez Depo;Tuzla Depo", "Stok (Merkez);Stok (Tuzla)", "Merkez;Tuzla"}) {
    for (const char* sums :
         {"", ";Toplam", ";Toplam Stok", ";Genel Toplam", ";Toplam=", ";Toplam Stok="}) {
      std::string name = sums;
      const bool filled = name.ends_with("=");
      if (filled) name.pop_back();
      std::string rows = "Malzeme Kodu;Malzeme Açıklaması;" + std::string(first) + name + "\n";
      for (const Stocked& of : stocked()) {
        rows += of.code + ";" + of.name + ";" + std::to_string(of.main) + ";" +
                std::to_string(of.other);
        if (!name.empty()) rows += ";" + (filled ? std::to_string(of.main + of.other) : "");
        rows += "\n";
      }
      // Nothing says that numbers under two names of places are all that lies there.
      if (std::string_view(first) == "Merkez;Tuzla" && name.empty()) continue;
      const Json pivot = report(rows);
      ASSERT_FALSE(pivot.is_null()) << first << sums;
      EXPECT_EQ(pivot.at("units"), expected.at("units")) << first << sums;
    }
  }
}

}  // namespace
}  // namespace allot
