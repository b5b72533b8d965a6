// Exports of shops' own programs, with the list of stock beside them and without a map: columns of
// public documentation and programs, looked up on 2026-11-30, rows invented.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// What a recount of the rows by hand gives.
struct Export {
  const char* orders;  // the files
  const char* stock;
  std::uint64_t used;  // orders
  std::uint64_t units;
  std::uint64_t cancelled;  // rows
  std::uint64_t nodes;
};

std::string shop_file(const std::string& name) {
  return examples_directory() + "/../tests/files/cases/shops/" + name;
}

class ShopExports : public ProgramTest, public testing::WithParamInterface<Export> {};

TEST_P(ShopExports, AreReadWithoutAMap) {
  const Export& files = GetParam();
  const std::string both = shop_file(files.orders) + " --stock " + shop_file(files.stock);
  const Ran ran = run("simulate --json --mode virtual --orders " + both + " --report " +
                      path("page.html") + " --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json report = Json::parse(ran.out);
  const Json& input = report.at("input");
  EXPECT_EQ(input.at("orders"), files.used);
  EXPECT_EQ(report.at("units").at("requested"), files.units) << input.dump(1);
  EXPECT_EQ(input.at("skipped").value("cancelled", 0U), files.cancelled) << input.dump(1);
  EXPECT_EQ(input.at("used").get<std::uint64_t>() + files.cancelled,
            input.at("rows").get<std::uint64_t>());
  for (const Json& note : input.at("notes")) {
    EXPECT_NE(note.at("name"), "total_differs") << note.at("text");
  }
  const Json& stock = report.at("files").at(0);
  EXPECT_EQ(stock.at("used"), stock.at("rows"));
  for (const Json& note : stock.at("notes")) {
    EXPECT_NE(note.at("name"), "unstocked") << note.at("text");
  }
  const Json kept = Json::parse(file_text(path("log/run.json")));
  EXPECT_EQ(kept.at("figures").at("nodes").size(), files.nodes);
  for (const Json& sku : kept.at("figures").at("shortfalls")) {
    EXPECT_EQ(sku.dump().find("543"), std::string::npos) << "an id in place of a code: " << sku;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Programs, ShopExports,
    testing::Values(Export{"tiendanube_orders.csv", "tiendanube_stock.csv", 41, 174, 4, 1},
                    Export{"prestashop_orders.csv", "prestashop_stock.csv", 41, 189, 8, 1},
                    Export{"baselinker_orders.jsonl", "baselinker_stock.csv", 40, 109, 0, 2}),
    [](const auto& export_info) {
      const std::string name = export_info.param.orders;
      return name.substr(0, name.find('_'));
    });

class Discounts : public ProgramTest {
 protected:
  std::string draft(const std::string& rows) {
    write("orders.csv", rows);
    return run("map " + path("orders.csv")).out;
  }
};

// The discount is drafted, as the totals of orders hold with it.
TEST_F(Discounts, OfShopsAreDrafted) {
  const auto drafted = [this](const std::string& orders) {
    return run("map " + shop_file(orders)).out;
  };
  EXPECT_NE(drafted("tiendanube_orders.csv")
                .find("order_discount = \"Descuento\"  # by its name, "
                      "and with it "),
            std::string::npos)
      << drafted("tiendanube_orders.csv");
  EXPECT_NE(drafted("prestashop_orders.csv").find("order_discount = \"total_discounts_tax_incl\""),
            std::string::npos)
      << drafted("prestashop_orders.csv");
}

TEST_F(Discounts, AreOfTheOrderOrOfEachLineAsTotalsSay) {
  const std::string head = "order,time,sku,quantity,price,Rabatt,Total\n";
  EXPECT_NE(draft(head + "1,2026-11-27 10:00,A,2,10.00,3.00,22.00\n"
                         "1,2026-11-27 10:00,B,1,5.00,3.00,22.00\n"
                         "2,2026-11-27 10:05,A,1,10.00,0.00,10.00\n"
                         "2,2026-11-27 10:05,B,1,5.00,0.00,10.00\n"
                         "3,2026-11-27 10:07,B,2,5.00,1.00,14.00\n"
                         "3,2026-11-27 10:07,C,1,5.00,1.00,14.00\n")
                .find("order_discount = \"Rabatt\""),
            std::string::npos);
  const std::string lines = draft(head +
                                  "1,2026-11-27 10:00,A,2,10.00,3.00,21.00\n"
                                  "1,2026-11-27 10:00,B,1,5.00,1.00,21.00\n"
                                  "2,2026-11-27 10:05,A,1,10.00,0.50,13.50\n"
                                  "2,2026-11-27 10:05,B,1,5.00,1.00,13.50\n");
  EXPECT_NE(lines.find("line_discount = \"Rabatt\""), std::string::npos) << lines;
  const std::string other = draft(head +
                                  "1,2026-11-27 10:00,A,2,10.00,3.00,25.00\n"
                                  "1,2026-11-27 10:00,B,1,5.00,3.00,25.00\n"
                                  "2,2026-11-27 10:05,A,1,10.00,2.00,15.00\n"
                                  "2,2026-11-27 10:05,B,1,5.00,2.00,15.00\n");
  EXPECT_EQ(other.find("discount = "), std::string::npos) << "totals are without it\n" << other;
}

class LoneState : public ProgramTest {
 protected:
  Json orders(const std::vector<std::string>& states, const std::string& name = "Estado") {
    std::string rows = "order,time,sku,quantity," + name + "\n";
    for (std::size_t i = 0; i < 12; ++i) {
      rows += std::to_string(i + 100) + ",2026-11-27 10:" + std::to_string(i + 10) + ",A,1," +
              states[i % states.size()] + "\n";
    }
    write("orders.csv", rows);
    const Ran ran = run("simulate --json --mode virtual --orders " + path("orders.csv") +
                        " --log " + path("log" + std::to_string(++logs_)));
    EXPECT_EQ(ran.status, 0) << ran.err;
    return Json::parse(ran.out).at("input");
  }
  static const Json* note(const Json& input, const std::string& name) {
    for (const Json& one : input.at("notes")) {
      if (one.at("name") == name) return &one;
    }
    return nullptr;
  }

 private:
  int logs_{};
};

TEST_F(LoneState, IsNoStatusWhereItsTextsAreRegions) {
  const Json codes = orders({"SP", "RJ", "MG", "BA"});
  EXPECT_EQ(codes.at("zones"), 4);
  ASSERT_NE(note(codes, "status_of_regions"), nullptr) << codes.dump(1);
  EXPECT_EQ(note(codes, "status_of_regions")->at("assumed"), false) << "codes of regions are sure";
  EXPECT_EQ(note(codes, "statuses_unsaid"), nullptr);
  const Json names = orders({"Jalisco", "Puebla", "Sonora"});
  EXPECT_EQ(names.at("zones"), 3);
  ASSERT_NE(note(names, "status_of_regions"), nullptr) << names.dump(1);
  EXPECT_EQ(note(names, "status_of_regions")->at("assumed"), true);
  const Json told = orders({"Enviado", "Cancelado"});
  EXPECT_EQ(note(told, "status_of_regions"), nullptr);
  EXPECT_EQ(told.at("skipped").at("cancelled"), 6);
  const Json own = orders({"Ready to go", "In the van"}, "Status");
  EXPECT_NE(note(own, "statuses_unsaid"), nullptr) << "a status by its name alone";
}

}  // namespace
}  // namespace allot
