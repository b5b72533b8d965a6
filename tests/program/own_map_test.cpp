// Maps that somebody wrote, with what goes wrong in them: what is said of it, and where.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class OwnMap : public ProgramTest {
 protected:
  void SetUp() override {
    std::string rows = "number;day;code;units;price;state\n";
    for (int n = 0; n < 40; ++n) {
      const std::string order = std::to_string(100 + n);
      rows += order + ";2026-11-" + (n < 4 ? "26" : "27") + " 10:" + std::to_string(10 + n) +
              (n % 2 == 0 ? ":00;MUG;1;12.50;" : ":00;POT;2;30.90;") +
              (n % 10 == 9 ? "Cancelado" : "Pago") + '\n';
    }
    rows += "140;2026-11-27 11:30:00;VERSAND;1;4.90;Pago\n";
    write("orders.csv", rows);
    write("stock.csv", "sku,node,quantity\nMUG,LEEDS,40\nPOT,LEEDS,80\n");
  }
  void map(const std::string& top, const std::string& rest) {
    write("shop.toml", top +
                           "\n[columns]\norder = \"number\"\ntime = \"day\"\nsku = \"code\"\n"
                           "quantity = \"units\"\nprice = \"price\"\nstatus = \"state\"\n" +
                           rest);
  }
  Ran simulate(const std::string& options = {}) {
    return run("simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
               path("stock.csv") + " --map " + path("shop.toml") + " --log " +
               path("log" + std::to_string(++logs_)) + ' ' + options);
  }
  // Returns: the text of an assumption about the orders, or the stock.
  std::string assumed(const std::string& name, bool stock = false) {
    const Ran ran = simulate("--json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    const Json report = Json::parse(ran.out);
    const Json& file = stock ? report.at("files").at(0) : report.at("input");
    for (const Json& note : file.at("notes")) {
      if (note.at("name") == name && note.at("assumed") == true) return note.at("text");
    }
    return "none";
  }
  bool goes_by_assumptions() {
    return simulate().out.rfind("Going by what was assumed of its columns, ", 0) == 0;
  }

 private:
  int logs_{};
};

TEST_F(OwnMap, HasTextsThatNoRowHasDoubtedWhereOthersAreNear) {
  map("", "[status]\nleave_out.cancelled = [\"Cancelados\"]\n");
  EXPECT_NE(assumed("statuses_unmet").find("'Cancelados' (is 'Cancelados' 'Cancelado'?)"),
            std::string::npos)
      << assumed("statuses_unmet");
  EXPECT_TRUE(goes_by_assumptions());
  map("", "[status]\nleave_out.cancelled = [\"Cancelado\"]\n");
  EXPECT_FALSE(goes_by_assumptions());
  // What no row is like is told, and no doubt; nor is a sale what was meant by what is none.
  map("", "[status]\nunpaid = [\"Pagos\"]\nleave_out.cancelled = [\"Cancelado\", \"Estornado\"]\n");
  EXPECT_FALSE(goes_by_assumptions());
}

TEST_F(OwnMap, HasTextsOfItsRulesDoubtedWhereOthersAreNear) {
  const std::string status = "[status]\nleave_out.cancelled = [\"Cancelado\"]\n";
  const auto skip = [&](const std::string& text) {
    map("",
        status + "[[skip]]\nreason = \"postage\"\ncolumn = \"code\"\nis = [\"" + text + "\"]\n");
  };
  skip("VERSND");
  EXPECT_NE(assumed("skips_unmet").find("'VERSND' (is 'VERSAND' with 1 row meant?)"),
            std::string::npos)
      << assumed("skips_unmet");
  EXPECT_TRUE(goes_by_assumptions());
  skip("versand");
  EXPECT_EQ(assumed("skips_unmet"), "none") << "in capitals or not";
  skip("GESCHENK");
  EXPECT_EQ(assumed("skips_unmet"), "none") << "nothing is like it";
  skip("POT1");
  EXPECT_EQ(assumed("skips_unmet"), "none") << "codes with other digits are of other things";
}

TEST_F(OwnMap, BlamesTheDecimalSignAndNotTheDay) {
  map("decimal = \",\"", "");
  const Ran ran = simulate("--day 2026-11-27");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("none of 37 rows of the days that were asked for could be used"),
            std::string::npos)
      << ran.err;
  const std::size_t reason = ran.err.find("37 rows left out: price_unreadable");
  EXPECT_LT(reason, ran.err.find("outside_window")) << ran.err;
  EXPECT_NE(reason, std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("decimal = \".\" fits all of the 37 texts"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("orders comes"), std::string::npos) << ran.err;
  map("", "");
  const Ran other = simulate("--day 2026-12-24");
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find("none of its 41 orders comes from 2026-12-24 on"), std::string::npos)
      << other.err;
}

TEST_F(OwnMap, HasAbsurdStockDoubted) {
  std::string ids =
      "sku,Produto,Valor,node,quantity\nMUG,16000001,12,LEEDS,40\n"
      "POT,16000002,31,LEEDS,80\n";
  for (int n = 3; n < 15; ++n) {
    ids += "X" + std::to_string(n) + ",160000" + std::to_string(n + 10) + ",15,LEEDS,9\n";
  }
  write("stock.csv", ids);
  const std::string status = "[status]\nleave_out.cancelled = [\"Cancelado\"]\n[stock]\n";
  map("", status + "quantity = \"Produto\"\n");
  EXPECT_NE(assumed("stock_implausible", true).find("is 'Produto' how many units lie there?"),
            std::string::npos)
      << assumed("stock_implausible", true);
  EXPECT_TRUE(goes_by_assumptions());
  map("", status + "quantity = \"Valor\"\n");
  EXPECT_EQ(assumed("stock_implausible", true), "none") << "a value may be of anything";
  map("", status + "quantity = \"quantity\"\n");
  EXPECT_FALSE(goes_by_assumptions());
  ids.replace(ids.find("Valor"), 5, "Preço");
  write("stock.csv", ids);
  map("", status + "quantity = \"Preço\"\n");
  EXPECT_NE(assumed("stock_implausible", true).find("called like a price: is 'Preço'"),
            std::string::npos)
      << assumed("stock_implausible", true);
}

TEST_F(OwnMap, NamesTheLineOfTheHeaderAndAllColumns) {
  map("", "");
  write("stock.csv",
        "Stock list\n;;;\n\"Code of it\";Warehouse;Pieces there;Notes\nMUG;LEEDS;40;\n"
        "POT;LEEDS;80;\n");
  const Ran ran = simulate();
  EXPECT_EQ(ran.status, 2) << ran.out;
  EXPECT_NE(ran.err.find("stock.csv:3: the file has no column 'sku'"), std::string::npos)
      << ran.err;
  EXPECT_NE(ran.err.find("'Warehouse'"), std::string::npos) << ran.err;
}

TEST_F(OwnMap, SaysHowItIsWritten) {
  map("", "[status]\nleave_out = [\"Cancelado\", \"Estornado\"]\n");
  EXPECT_NE(simulate().err.find("leave_out.cancelled = [\"Cancelado\", \"Estornado\"]"),
            std::string::npos)
      << simulate().err;
  map("", "[status]\nleave_out.cancelled = Cancelado\n");
  const std::string bare = simulate().err;
  EXPECT_NE(bare.find("shop.toml:10:"), std::string::npos) << bare;
  EXPECT_NE(bare.find("texts stand in quotes: leave_out.cancelled = \"Cancelado\""),
            std::string::npos)
      << bare;
  map("", "[status]\nleave_out.cancelled = [Cancelado, Estornado]\n");
  EXPECT_NE(simulate().err.find("texts stand in quotes, as in leave_out.cancelled = [\"...\""),
            std::string::npos)
      << simulate().err;
}

TEST_F(OwnMap, HasCodesDoubtedThatDifferByHowTheyAreWritten) {
  const std::string status = "[status]\nleave_out.cancelled = [\"Cancelado\"]\n";
  map("", status);
  write("stock.csv", "sku,node,quantity\nmug,LEEDS,40\nP-OT,LEEDS,80\n");
  EXPECT_NE(assumed("alike_in_capitals", true).find("1 of them (MUG, which may be mug)"),
            std::string::npos)
      << assumed("alike_in_capitals", true);
  EXPECT_NE(assumed("alike_in_capitals", true).find("sku_capitals = true at the top of the map"),
            std::string::npos);
  EXPECT_NE(assumed("alike", true).find("1 of them (POT, which may be P-OT)"), std::string::npos)
      << assumed("alike", true);
  EXPECT_TRUE(goes_by_assumptions());
  map("sku_capitals = true", status);
  EXPECT_EQ(assumed("alike_in_capitals", true), "none");
}

TEST_F(OwnMap, IsAskedWhatIfOfAListThatNamesWhatTheRunHasNot) {
  map("", "");
  ASSERT_EQ(simulate().status, 0);
  const std::string whatif = "whatif " + path("log1") + " --stock ";
  write("more.csv",
        "sku,node,quantity\nMUG,LEEDS,40\nPOT,LEEDZ,80\nMUGG,LEEDS,5\nVERSAND,LEEDS,9\n");
  const Ran ran = run(whatif + path("more.csv") + " --json");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json doubts = Json::parse(ran.out).at("doubts");
  ASSERT_EQ(doubts.size(), 2U) << doubts.dump(1);
  EXPECT_NE(doubts.at(0).get<std::string>().find("node 'LEEDZ' (did you mean 'LEEDS'?)"),
            std::string::npos)
      << doubts.dump(1);
  EXPECT_NE(doubts.at(1).get<std::string>().find("SKU 'MUGG' (did you mean 'MUG'?), which the run "
                                                 "did not have and no order asks for"),
            std::string::npos)
      << doubts.dump(1);
  EXPECT_NE(run(whatif + path("more.csv")).out.find("To be looked at:"), std::string::npos);
  // The list of the run itself, mended in its place.
  write("stock.csv", "sku,node,quantity\nMUG,LEEDS,90\nPOT,LEEDS,90\n");
  const Ran same = run(whatif + path("stock.csv") + " --json");
  ASSERT_EQ(same.status, 0) << same.err;
  EXPECT_TRUE(Json::parse(same.out).at("doubts").empty());
}

TEST_F(OwnMap, LeavesALogThatSaysWhichDaysItHolds) {
  map("", "");
  ASSERT_EQ(simulate("--day 2026-11-27").status, 0);
  const std::string log = path("log1") + "/virtual_time";
  const Ran other = run("explain " + log + " 101");
  EXPECT_EQ(other.status, 1);
  EXPECT_NE(other.err.find("names order 101; the log holds orders of 2026-11-27 only"),
            std::string::npos)
      << other.err;
  const Ran with = run("explain " + log + " '#120'");
  EXPECT_NE(with.err.find("; order 120 is there"), std::string::npos) << with.err;
  EXPECT_EQ(with.err.find("only"), std::string::npos) << with.err;
}

}  // namespace
}  // namespace allot
