// Lists of stock as shops export them, beside orders: what the program makes of them, and says.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

class StockList : public ProgramTest {
 protected:
  void SetUp() override {
    write("orders.csv",
          "order,time,sku,quantity,price\n"
          "A-1,2026-11-27 10:00:00,OTHER,1,24.90\n");
  }
  Ran simulate(const std::string& more = {}) {
    return run("simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
               path("stock.csv") + ' ' + more);
  }
  // What lies where when nobody has ordered any of it.
  // What is withheld from sale is another matter.
  std::string lies_there() {
    const std::string all = run("stock --format csv " + path("log/virtual_time")).out;
    return std::regex_replace(all, std::regex("(.*,.*,.*),[^,\n]*(,.*,.*\n)"), "$1$2");
  }
};

TEST_F(StockList, OfShopifyIsReadAsItIsExported) {
  write("stock.csv",
        "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 "
        "Value,SKU,HS Code,COO,Location,Incoming,Unavailable,Committed,Available,On hand\n"
        "kettle,Kettle,Size,1 l,,,,,K-10,8516.10,DE,Berlin,0,1,2,4,7\n"
        "kettle,Kettle,Size,1 l,,,,,K-10,8516.10,DE,Hamburg,12,0,3,-1,2\n"
        "kettle,Kettle,Size,2 l,,,,,K-20,8516.10,DE,Berlin,0,0,0,9,9\n"
        "kettle,Kettle,Size,2 l,,,,,K-20,8516.10,DE,Hamburg,not stocked,not stocked,not "
        "stocked,not stocked,not stocked\n");
  const Ran ran = simulate("--details --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(lies_there(),
            "sku,node,available,held,allocated\nK-10,Berlin,4,0,0\nK-20,Berlin,9,0,0\n");
  EXPECT_NE(ran.out.find("Stock: 3 of 4 rows of"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("quantities are those of 'Available'"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("1 row left out: not_stocked (line 5, Available 'not stocked')"),
            std::string::npos)
      << ran.out;
}

TEST_F(StockList, DaysThatCanBeReadTwiceAreToldBeforeAllElse) {
  write("stock.csv", "SKU,Warehouse,Qty on hand,Best before\nK-10,Leeds,4,05/06/2027\n");
  const Ran ran = simulate("--json");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto report = nlohmann::json::parse(ran.out);
  bool assumed = false;
  for (const auto& note : report.at("files").at(0).at("notes")) {
    if (note.at("name") == "expiry_ambiguous") assumed = note.at("assumed");
  }
  EXPECT_TRUE(assumed) << ran.out;
  const auto& going_by = report.at("verdict").at("going_by");
  EXPECT_NE(std::find(going_by.begin(), going_by.end(), "columns"), going_by.end()) << ran.out;
  write("days.toml", "time_formats = [\"%m/%d/%Y\"]\n");
  const Ran said = simulate("--json --map " + path("days.toml"));
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.out.find("expiry_ambiguous"), std::string::npos) << said.out;
}

TEST_F(StockList, WhoseNamesNobodyKnowsIsLoadedByTheMapThatIsDraftedForIt) {
  write("stock.csv",
        "Shop item code;Depot;Stock level today;Note\nK-10;Leeds;4;\nK-20;York;7;old\n");
  const Ran bare = simulate();
  EXPECT_EQ(bare.status, 2) << bare.out;
  EXPECT_NE(bare.err.find("has no column 'sku'"), std::string::npos) << bare.err;
  EXPECT_NE(bare.err.find("allot map ORDERS --stock " + path("stock.csv")), std::string::npos)
      << bare.err;
  const Ran drafted = run("map " + path("stock.csv"));
  ASSERT_EQ(drafted.status, 0) << drafted.err;
  EXPECT_NE(drafted.out.find("\n[stock]\n"
                             "sku = \"Shop item code\"  # by its name; the first is 'K-10'\n"
                             "node = \"Depot\"  # by its name; the first is 'Leeds'\n"
                             "quantity = \"Stock level today\"  # by its name; the first is '4'\n"
                             "# Not used:\n#   \"Note\", such as 'old'\n"),
            std::string::npos)
      << drafted.out;
  write("stock.toml", drafted.out);
  const Ran mapped = simulate("--map " + path("stock.toml") + " --log " + path("log"));
  ASSERT_EQ(mapped.status, 0) << mapped.err;
  EXPECT_EQ(lies_there(), "sku,node,available,held,allocated\nK-10,Leeds,4,0,0\nK-20,York,7,0,0\n");
}

TEST_F(StockList, WithAColumnForEachNodeIsLoadedByTheMapThatIsDraftedForIt) {
  write("stock.csv", "Item No.,Description,Weight,Leeds,York\nK-10,Kettle,2,4,0\nK-20,Jug,1,,7\n");
  const Ran drafted = run("map " + path("stock.csv"));
  ASSERT_EQ(drafted.status, 0) << drafted.err;
  EXPECT_NE(drafted.out.find("nodes = [\"Leeds\", \"York\"]  # whole numbers stand there"),
            std::string::npos)
      << drafted.out;
  write("stock.toml", drafted.out);
  const Ran mapped = simulate("--map " + path("stock.toml") + " --log " + path("log"));
  ASSERT_EQ(mapped.status, 0) << mapped.err;
  EXPECT_EQ(lies_there(), "sku,node,available,held,allocated\nK-10,Leeds,4,0,0\nK-20,York,7,0,0\n");
}

}  // namespace
}  // namespace allot
