// allot whatif: the orders of a run once more, with something changed.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class WhatIf : public ProgramTest {
 protected:
  // 40 orders of two mugs and one teapot; of mugs there is enough for ten orders.
  void SetUp() override {
    std::string rows = "order,time,sku,quantity,price,zone,currency\n";
    for (int n = 0; n < 40; ++n) {
      const std::string order = std::to_string(100 + n);
      const std::string time = "2026-11-27T09:" + std::to_string(10 + n) + ":00Z";
      rows += order + ',' + time + ",MUG,2,5.00,GB,GBP\n";
      rows += order + ',' + time + ",TEAPOT,1,20.00,GB,GBP\n";
    }
    write("orders.csv", rows);
    write("stock.csv", "sku,node,quantity\nMUG,LON,20\nTEAPOT,LON,500\n");
    write("stock2.csv", "sku,node,quantity\nMUG,LON,20\nMUG,LEEDS,200\nTEAPOT,LON,500\n");
  }
  Ran simulate(const std::string& options) {
    return run("simulate --orders " + path("orders.csv") + " --stock " + path("stock.csv") + ' ' +
               options);
  }
  static Json row(const Ran& ran, const std::string& name) {
    const Json compared = Json::parse(ran.out);
    for (const Json& row : compared.at("rows")) {
      if (row.at("name") == name) return row;
    }
    ADD_FAILURE() << name << " is not there:\n" << ran.out;
    return {};
  }
};

TEST_F(WhatIf, SaysFirstWhatTheOtherStockChanges) {
  ASSERT_EQ(
      simulate("--mode virtual --report " + path("r.html") + " --log " + path("friday")).status, 0);
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock2.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("With " + path("stock2.csv"))) << ran.out;
  std::string line = ran.out.substr(0, ran.out.find("\n\n"));
  for (char& c : line) c = c == '\n' ? ' ' : c;
  EXPECT_NE(line.find(" instead of "), std::string::npos) << line;
  EXPECT_NE(line.find("100.0 %"), std::string::npos) << line;
  EXPECT_NE(line.find("1 SKU no longer runs short: MUG."), std::string::npos) << line;
  EXPECT_EQ(line.find("Shipping costs "), std::string::npos) << "nobody gave lanes\n" << line;
  EXPECT_EQ(ran.out.find("shipping cost"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("share promised at once"), std::string::npos) << ran.out;
}

TEST_F(WhatIf, SaysWhatShippingCostsWhereLanesWereGiven) {
  write("lanes.csv", "node,zone,parcel_cost,transit_days\nLON,*,4.90,1\nLEEDS,*,5.90,1\n");
  ASSERT_EQ(simulate("--mode virtual --lanes " + path("lanes.csv") + " --report " + path("r.html") +
                     " --log " + path("friday"))
                .status,
            0);
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock2.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  std::string line = ran.out.substr(0, ran.out.find("\n\n"));
  for (char& c : line) c = c == '\n' ? ' ' : c;
  EXPECT_NE(line.find("Shipping costs "), std::string::npos) << line;
  EXPECT_NE(ran.out.find("shipping cost"), std::string::npos) << ran.out;
}

// The run that is asked about is not what is computed: its numbers are those that it printed.
TEST_F(WhatIf, ComparesWithWhatTheRunPrinted) {
  const Ran was =
      simulate("--mode virtual --json --report " + path("r.html") + " --log " + path("friday"));
  ASSERT_EQ(was.status, 0) << was.err;
  const Ran is = run("simulate --mode virtual --json --orders " + path("orders.csv") + " --stock " +
                     path("stock2.csv"));
  write("was.json", was.out);
  for (const char* from : {"friday", "r.html", "was.json", "friday/virtual_time"}) {
    const Ran ran = run("whatif --json " + path(from) + " --stock " + path("stock2.csv"));
    ASSERT_EQ(ran.status, 0) << from << ran.out << ran.err;
    const Json promised = row(ran, "promised at once");
    EXPECT_EQ(promised.at("a"), Json::parse(was.out).at("units").at("at_once")) << from;
    EXPECT_EQ(promised.at("b"), Json::parse(is.out).at("units").at("at_once")) << from;
    EXPECT_GT(promised.at("change"), 0) << from;
    const Json json = Json::parse(ran.out);
    EXPECT_EQ(json.at("unlike"), "") << from;
    EXPECT_EQ(json.at("digest"), Json::parse(is.out).at("digest")) << from;
    EXPECT_EQ(json.at("changed").at("stock"), path("stock2.csv")) << from;
    ASSERT_EQ(json.at("short_in_a_only").size(), 1U) << from;
    EXPECT_EQ(json.at("short_in_a_only").at(0).at("sku"), "MUG") << from;
    EXPECT_TRUE(json.at("short_in_b_only").empty()) << from;
  }
}

// Names are those of where the run was started, wherever whatif is.
TEST_F(WhatIf, FindsTheFilesOfARunThatWasStartedElsewhere) {
  const Ran was = run_after("cd " + path("") + " && ",
                            "simulate --mode virtual --orders orders.csv --stock stock.csv --log "
                            "friday");
  ASSERT_EQ(was.status, 0) << was.err;
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock2.csv"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("these differ, too"), std::string::npos) << ran.out;
}

TEST_F(WhatIf, KeepsTheNewRunWhereItIsToldTo) {
  ASSERT_EQ(simulate("--mode virtual --log " + path("friday")).status, 0);
  const Ran ran =
      run("whatif " + path("friday") + " --stock " + path("stock2.csv") + " --log " + path("more"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(run("verify " + path("more/virtual_time")).status, 0);
  // It is a run like any other: back to the first stock, everything is as it was.
  const Ran back = run("whatif --json " + path("more") + " --stock " + path("stock.csv"));
  ASSERT_EQ(back.status, 0) << back.err;
  EXPECT_LT(row(back, "promised at once").at("change"), 0);
  const Ran compared = run("compare --json " + path("friday") + ' ' + path("more"));
  EXPECT_EQ(compared.status, 0) << compared.err;
}

TEST_F(WhatIf, ALiveRunIsRepeatedInVirtualTime) {
  ASSERT_EQ(simulate("--mode live --live-seconds 1 --log " + path("friday")).status, 0);
  const Ran ran = run("whatif --json " + path("friday") + " --stock " + path("stock2.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(row(ran, "orders").at("change"), 0);
  EXPECT_GT(row(ran, "promised at once").at("change"), 0);
}

TEST_F(WhatIf, TellsThatTheSameChangesNothing) {
  ASSERT_EQ(simulate("--mode virtual --log " + path("friday")).status, 0);
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  std::string line = ran.out.substr(0, ran.out.find("\n\n"));
  for (char& c : line) c = c == '\n' ? ' ' : c;
  EXPECT_NE(line.find(" nothing changes: "), std::string::npos) << line;
}

TEST_F(WhatIf, WritesBothAsOnePage) {
  ASSERT_EQ(simulate("--mode virtual --log " + path("friday")).status, 0);
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock2.csv") + " --report " +
                      path("both.html"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("Report: " + path("both.html")), std::string::npos) << ran.out;
  const std::string page = file_text(path("both.html"));
  EXPECT_NE(page.find("\"changed\":[\"" + path("stock2.csv") + "\"]"), std::string::npos);
  const Ran nowhere = run("whatif " + path("friday") + " --stock " + path("stock2.csv") +
                          " --report " + path("no/where.html"));
  EXPECT_EQ(nowhere.status, 1);
  EXPECT_EQ(nowhere.out, "");
}

TEST_F(WhatIf, SaysThatAScenarioMovesOrders) {
  ASSERT_EQ(simulate("--mode virtual --log " + path("friday")).status, 0);
  write("named.json", R"({"name":"late"})");
  const Ran kept = run("whatif " + path("friday") + " --scenario " + path("named.json"));
  ASSERT_EQ(kept.status, 0) << kept.err;
  EXPECT_EQ(kept.out.find("moves orders into"), std::string::npos)
      << "orders of a file keep their times where no peaks are named\n"
      << kept.out;
  write("late.json",
        R"({"peaks":[{"at_permille":500,"length_permille":100,"orders_permille":300}]})");
  const Ran ran = run("whatif " + path("friday") + " --scenario " + path("late.json"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("moves orders into"), std::string::npos) << ran.out;
}

TEST_F(WhatIf, StockThatWasChangedInPlaceIsComparedAsFarAsItGoes) {
  ASSERT_EQ(simulate("--mode virtual --details --log " + path("plain")).status, 0);
  ASSERT_EQ(simulate("--mode virtual --report " + path("r.html") + " --log " + path("full")).status,
            0);
  write("stock.csv", file_text(path("stock2.csv")));
  const Ran plain = run("whatif " + path("plain") + " --stock " + path("stock.csv"));
  ASSERT_EQ(plain.status, 0) << plain.err;
  EXPECT_NE(plain.out.find("Nothing is said of SKUs"), std::string::npos) << plain.out;
  EXPECT_NE(plain.out.find(" instead of "), std::string::npos) << plain.out;
  const Ran full = run("whatif " + path("full") + " --stock " + path("stock.csv"));
  ASSERT_EQ(full.status, 0) << full.err;
  EXPECT_NE(full.out.find("MUG"), std::string::npos) << full.out;
}

TEST_F(WhatIf, RefusesWhatCannotBeCompared) {
  ASSERT_EQ(simulate("--mode virtual --log " + path("friday")).status, 0);
  const auto refused = [&](const std::string& arguments, const std::string& why) {
    const Ran ran = run("whatif " + arguments);
    EXPECT_EQ(ran.status, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
  };
  refused(path("friday"), "nothing is changed; give --stock");
  refused(path("friday") + " --stokc " + path("stock2.csv"), "did you mean --stock?");
  refused(path("friday") + " --stock " + path("none.csv"), path("none.csv"));
  refused(path("nowhere") + " --stock " + path("stock2.csv"), path("nowhere") + ": cannot be read");
  refused(path("stock.csv") + " --stock " + path("stock2.csv"), "is no run of allot simulate");
  refused(path("") + " --stock " + path("stock2.csv"), "holds no run");
  write("orders.csv",
        file_text(path("orders.csv")) + "999,2026-11-27T10:00:00Z,MUG,1,5.00,GB,GBP\n");
  refused(path("friday") + " --stock " + path("stock2.csv"), "orders.csv: is not what ");
  std::filesystem::remove(path("orders.csv"));
  refused(path("friday") + " --stock " + path("stock2.csv"), "orders.csv: is not there any more");
}

TEST_F(WhatIf, StandardInputCannotBeReadAgain) {
  const Ran was = run("simulate --mode virtual --orders - --stock " + path("stock.csv") +
                          " --log " + path("friday"),
                      file_text(path("orders.csv")));
  ASSERT_EQ(was.status, 0) << was.err;
  const Ran ran = run("whatif " + path("friday") + " --stock " + path("stock2.csv"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("from standard input"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace allot
