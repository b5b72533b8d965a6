// What to have more of: the rows that simulate --advice writes, tried with whatif --more-stock; and
// what a rehearsal says of the days that it is about.
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class MoreStock : public ProgramTest {
 protected:
  // Friday's sixty orders of two mugs, every second with a teapot or a tray besides, on two nodes;
  // an order is refused whole when something of it is lacking. The day before had three orders.
  void SetUp() override {
    std::string rows = "order,time,sku,quantity,price,zone,currency\n";
    const auto add = [&rows](const std::string& order, const std::string& time,
                             const std::string& line) {
      rows += order + ',' + time + ',' + line + ",GB,GBP\n";
    };
    for (int n = 0; n < 3; ++n) {
      add(std::to_string(50 + n), "2026-11-26T12:0" + std::to_string(n) + ":00Z", "MUG,1,5.00");
    }
    for (int n = 0; n < 60; ++n) {
      const std::string order = std::to_string(100 + n);
      const std::string time =
          "2026-11-27T" + std::to_string(10 + n / 30) + ':' + std::to_string(10 + n % 30) + ":00Z";
      add(order, time, "MUG,2,5.00");
      if (n % 2 == 0) add(order, time, n % 4 == 0 ? "TEAPOT,3,20.00" : "TRAY,1,9.00");
    }
    write("orders.csv", rows);
    write("stock.csv", "sku,node,quantity\nMUG,LON,25\nMUG,LEEDS,8\nTEAPOT,LON,10\nTRAY,LEEDS,4\n");
    // Whole or not at all, and nobody pays too late or cancels.
    write("whole.json", R"({"name":"whole","peaks":[],
        "orders":{"ship_complete_permille":1000,"refuse_order_weight":100,
                  "refuse_line_weight":0,"backorder_weight":0},
        "risk":{"blocked_permille":0}})");
  }
  std::string friday(const std::string& more) {
    return "simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
           path("stock.csv") + " --scenario " + path("whole.json") + " --day 2026-11-27 " + more;
  }
  static std::string one_line(const std::string& text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
  }
  static Json row(const Json& compared, const std::string& name) {
    for (const Json& row : compared.at("rows")) {
      if (row.at("name") == name) return row;
    }
    return {};
  }
};

// A buyer who follows it has enough of each SKU that it names.
TEST_F(MoreStock, IsEnoughOfWhatItNames) {
  const Ran ran = run(friday("--log " + path("friday") + " --advice " + path("more.csv")));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string rows = file_text(path("more.csv"));
  ASSERT_TRUE(rows.starts_with("sku,node,quantity\n")) << rows;
  EXPECT_NE(rows.find("MUG,LON,"), std::string::npos) << rows;
  // What is printed is what was written, and how to try it.
  std::istringstream lines(rows);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::string sku = line.substr(0, line.find(','));
    const std::string units = line.substr(line.rfind(',') + 1);
    EXPECT_NE(one_line(ran.out).find(units + " units of " + sku), std::string::npos) << ran.out;
  }
  EXPECT_NE(ran.out.find("  allot whatif " + path("friday") + " --more-stock " + path("more.csv")),
            std::string::npos)
      << ran.out;

  const Ran tried = run("whatif --json " + path("friday") + " --more-stock " + path("more.csv") +
                        " --log " + path("tried"));
  ASSERT_EQ(tried.status, 0) << tried.err;
  const Json compared = Json::parse(tried.out);
  EXPECT_EQ(compared.at("changed").at("more_stock"), path("more.csv"));
  const Json kept = Json::parse(file_text(path("tried/run.json")));
  for (const Json& short_row : kept.at("figures").at("shortfalls")) {
    EXPECT_EQ(rows.find('\n' + short_row.at("sku").get<std::string>() + ','), std::string::npos)
        << short_row;
  }
  EXPECT_GT(row(compared, "promised at once").at("change"), 0);
  // It is a run like any other: asked for its own, with nothing besides, all is as it was.
  EXPECT_EQ(run("verify " + path("tried/virtual_time")).status, 0);
}

// So many more of each, and of what ran short only then, and nothing is refused for want of stock;
// with one unit less of any, something is.
TEST_F(MoreStock, NamesNoUnitTooManyWhereNobodyGivesBack) {
  const Ran ran = run(friday("--log " + path("friday") + " --advice " + path("more.csv")));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json figures = Json::parse(file_text(path("friday/run.json"))).at("figures");
  std::map<std::string, std::uint64_t> needed;
  for (const Json& row : figures.at("shortfalls")) needed[row.at("sku")] = row.at("needed");
  for (const Json& row : figures.at("advice").at("besides"))
    needed[row.at("sku")] = row.at("units");
  ASSERT_FALSE(needed.empty());
  const auto refused_with = [&](const std::map<std::string, std::uint64_t>& more) {
    std::string rows = "sku,node,quantity\n";
    for (const auto& [sku, units] : more) rows += sku + ",LON," + std::to_string(units) + '\n';
    write("all.csv", rows);
    const Ran tried = run("whatif --json " + path("friday") + " --more-stock " + path("all.csv"));
    EXPECT_EQ(tried.status, 0) << tried.err;
    const Json refused = row(Json::parse(tried.out), "refused: stock_insufficient");
    return refused.is_null() ? 0 : refused.at("b").get<int>();
  };
  EXPECT_EQ(refused_with(needed), 0);
  // 33 mugs for 120, 10 teapots for 45, 4 trays for 15: who is refused for one takes no other.
  EXPECT_EQ(needed["MUG"], 120U - 33U);
  EXPECT_EQ(needed["TEAPOT"], 45U - 10U);
  EXPECT_EQ(needed["TRAY"], 15U - 4U);
}

TEST_F(MoreStock, NeedsAListOfStock) {
  const Ran advice = run("simulate --mode virtual --order-count 50 --log " + path("a") +
                         " --advice " + path("more.csv"));
  EXPECT_EQ(advice.status, 2);
  EXPECT_NE(advice.err.find("give --stock too"), std::string::npos) << advice.err;
  const Ran more = run("simulate --mode virtual --order-count 50 --log " + path("b") +
                       " --more-stock " + path("stock.csv"));
  EXPECT_EQ(more.status, 2);
  EXPECT_NE(more.err.find("give --stock too"), std::string::npos) << more.err;
}

TEST_F(MoreStock, SaysWhichDaysARunIsAboutAndTakesOne) {
  const std::string both =
      "simulate --mode virtual --orders " + path("orders.csv") + " --stock " + path("stock.csv");
  const std::string all = one_line(run(both + " --details").out);
  EXPECT_NE(all.find("Orders: 63 from " + path("orders.csv") +
                     ", of 2 days, 2026-11-26 to 2026-11-27; 93 of 93 rows used."),
            std::string::npos)
      << all;
  EXPECT_NE(all.find("All of these days are one run; --day 2026-11-27 plays one of them alone"),
            std::string::npos)
      << all;
  const std::string one = one_line(run(both + " --details --day 2026-11-27").out);
  EXPECT_NE(one.find("Orders: 60 from " + path("orders.csv") +
                     ", from 2026-11-27 on, before 2026-11-28, of 2026-11-27;"),
            std::string::npos)
      << one;
  EXPECT_EQ(one.find("All of these days"), std::string::npos) << one;
  const Json input = Json::parse(run(both + " --json").out).at("input");
  EXPECT_EQ(input.at("first_at"), "2026-11-26T12:00:00Z");
  EXPECT_EQ(input.at("last_at"), "2026-11-27T11:39:00Z");
  EXPECT_EQ(input.at("first_day"), "2026-11-26");
  EXPECT_EQ(input.at("last_day"), "2026-11-27");
  EXPECT_EQ(input.at("days"), 2);
  for (const char* day : {"2026-02-30", "friday", "2026-11-27T10:00:00Z", "2026-1-1"}) {
    const Ran ran = run(both + " --day " + day);
    EXPECT_EQ(ran.status, 2) << day;
    EXPECT_NE(ran.err.find("give a day, such as 2026-11-27"), std::string::npos) << ran.err;
  }
  EXPECT_EQ(run(both + " --day 2026-11-27 --from 2026-11-27").status, 2);
  // The day behind the last one of a month, and of a year.
  write("late.csv",
        "order,time,sku,quantity,price,zone,currency\n1,2026-12-31T12:00:00Z,MUG,1,5.00,GB,GBP\n"
        "2,2027-01-01T00:00:00Z,MUG,1,5.00,GB,GBP\n");
  const Ran late =
      run("simulate --mode virtual --json --orders " + path("late.csv") + " --day 2026-12-31");
  EXPECT_EQ(Json::parse(late.out).at("input").at("orders"), 1) << late.err;
}

// A typing mistake in a code would be a node from which nothing is sent, or stock that nobody asks
// for, and the answer that nothing changes.
TEST_F(MoreStock, OfCodesThatTheShopDoesNotHaveIsAnError) {
  ASSERT_EQ(run(friday("--log " + path("friday"))).status, 0);
  const auto tried = [&](const std::string& rows) {
    write("typo.csv", "sku,node,quantity\n" + rows);
    const Ran ran = run("whatif " + path("friday") + " --more-stock " + path("typo.csv"));
    EXPECT_EQ(ran.status, 2) << ran.out;
    return one_line(ran.err);
  };
  EXPECT_NE(tried("MUG,LON,5\nMUG,LEDS,5\n")
                .find("typo.csv:3: the shop has no node 'LEDS'; did you mean 'LEEDS'? There are "
                      "'LEEDS', 'LON'. A new one is named by --nodes or --lanes"),
            std::string::npos)
      << tried("MUG,LON,5\nMUG,LEDS,5\n");
  EXPECT_NE(tried("MUGG,LON,5\n")
                .find("typo.csv:2: no order asks for SKU 'MUGG', and " + path("stock.csv") +
                      " has no row of it; did you mean 'MUG'?"),
            std::string::npos)
      << tried("MUGG,LON,5\n");
  // With a list of nodes, as of a new warehouse, it is meant.
  write("typo.csv", "sku,node,quantity\nMUG,YORK,5\n");
  write("nodes.csv", "node,priority\nLON,1\nLEEDS,2\nYORK,3\n");
  const Ran named = run("whatif " + path("friday") + " --more-stock " + path("typo.csv") +
                        " --nodes " + path("nodes.csv"));
  EXPECT_EQ(named.status, 0) << named.err;
  // simulate says the same.
  write("typo.csv", "sku,node,quantity\nMUG,LEDS,5\n");
  EXPECT_EQ(run(friday("--more-stock " + path("typo.csv"))).status, 2);
}

// A shop in Győr, whose spreadsheets write semicolons and Windows-1250.
class AdviceOfAShop : public MoreStock {
 protected:
  // "Cikkszám;Raktár;Készlet (db)": the letters of Windows-1250 beside those of ASCII.
  static constexpr const char* header = "Cikksz\xE1m;Rakt\xE1r;K\xE9szlet (db)\n";
  std::string friday_by_map(const std::string& stock, const std::string& more) {
    write("shop.toml", "sku_capitals = true\n[stock]\n" + stock);
    return friday("--map " + path("shop.toml") + " " + more);
  }
  // Returns: the shares of units promised at once, before and with the advice.
  std::pair<double, double> promised_with_advice() {
    const Ran tried = run("whatif --json " + path("friday") + " --more-stock " + path("more.csv"));
    EXPECT_EQ(tried.status, 0) << tried.err;
    if (tried.status != 0) return {};
    const Json promised = row(Json::parse(tried.out), "promised at once");
    return {promised.at("a").get<double>(), promised.at("b").get<double>()};
  }
};

TEST_F(AdviceOfAShop, IsWrittenAsItsListOfStockIs) {
  write("stock.csv",
        std::string(header) + "mug;Gy\xF5r;25\nMUG;Pest;8\nTEAPOT;Gy\xF5r;10\nTRAY;Pest;4\n");
  const Ran ran =
      run(friday_by_map("encoding = \"windows-1250\"\nsku = \"Cikkszám\"\n"
                        "node = \"Raktár\"\nquantity = \"Készlet (db)\"\n",
                        "--log " + path("friday") + " --advice " + path("more.csv")));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string rows = file_text(path("more.csv"));
  EXPECT_TRUE(rows.starts_with(header)) << rows;
  EXPECT_NE(rows.find("\nMUG;Gy\xF5r;"), std::string::npos) << rows;
  const auto [before, after] = promised_with_advice();
  EXPECT_GT(after, before);
}

TEST_F(AdviceOfAShop, HasAColumnForEachNodeWhereTheListHas) {
  write("stock.csv", "Cikk\tGyor\tPest\nMUG\t25\t8\nTEAPOT\t10\t0\nTRAY\t0\t4\n");
  const Ran ran = run(friday_by_map("sku = \"Cikk\"\nnodes = [\"Gyor\", \"Pest\"]\n",
                                    "--log " + path("friday") + " --advice " + path("more.csv")));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string rows = file_text(path("more.csv"));
  EXPECT_TRUE(rows.starts_with("Cikk\tGyor\tPest\nMUG\t")) << rows;
  const auto [before, after] = promised_with_advice();
  EXPECT_GT(after, before);
}

// UTF-8 that spreadsheets would take for something else begins with a mark; a list without nodes
// needs none.
TEST_F(AdviceOfAShop, OfOneNodeHasTwoColumns) {
  write("stock.csv", "Cikkszám;Készlet\nMUG;25\nTEAPOT;10\nTRAY;4\n");
  const Ran ran = run(friday_by_map("sku = \"Cikkszám\"\nquantity = \"Készlet\"\n",
                                    "--log " + path("friday") + " --advice " + path("more.csv")));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string rows = file_text(path("more.csv"));
  EXPECT_TRUE(
      rows.starts_with("\xEF\xBB\xBF"
                       "Cikkszám;Készlet\nMUG;"))
      << rows;
  const auto [before, after] = promised_with_advice();
  EXPECT_GT(after, before);
}

TEST_F(MoreStock, TakesADayAsItIsWrittenInFiles) {
  const std::string orders = "simulate --mode virtual --json --orders " + path("orders.csv");
  for (const char* day : {"27.11.2026", "27/11/2026", "2026/11/27", "11/27/2026"}) {
    const Ran ran = run(orders + " --day " + day);
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(Json::parse(ran.out).at("run").at("from"), "2026-11-27") << day;
    EXPECT_EQ(Json::parse(ran.out).at("input").at("orders"), 60) << day;
  }
  EXPECT_EQ(Json::parse(run(orders + " --from 27.11.2026").out).at("input").at("orders"), 60);
  for (const char* option : {" --day ", " --from "}) {
    const Ran ran = run(orders + option + "05/11/2026");
    EXPECT_EQ(ran.status, 2);
    EXPECT_NE(one_line(ran.err).find("can be 2026-11-05 or 2026-05-11"), std::string::npos)
        << ran.err;
  }
}

TEST_F(MoreStock, NamesTheDayWithMostOrders) {
  write("more_days.csv",
        file_text(path("orders.csv")) + "200,2026-11-28T09:00:00Z,MUG,1,5.00,GB,GBP\n");
  const std::string orders = "simulate --mode virtual --orders " + path("more_days.csv");
  const std::string all = one_line(run(orders + " --details").out);
  EXPECT_NE(all.find("--day 2026-11-27 plays one of them alone, with the stock of its morning: the "
                     "one with most orders, 60."),
            std::string::npos)
      << all;
  const Json input = Json::parse(run(orders + " --json").out).at("input");
  EXPECT_EQ(input.at("busiest_day"), "2026-11-27");
  EXPECT_EQ(input.at("busiest_day_orders"), 60);
}

TEST_F(MoreStock, ADayWithoutOrdersSaysWhichDaysTheFileHas) {
  const Ran ran =
      run("simulate --mode virtual --orders " + path("orders.csv") + " --day 2026-11-25");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(one_line(ran.err).find("none of its 63 orders comes from 2026-11-25 on, before "
                                   "2026-11-26: they are of 2 days, from 2026-11-26 to "
                                   "2026-11-27; most of them, 60, are of 2026-11-27, which --day "
                                   "2026-11-27 takes"),
            std::string::npos)
      << ran.err;
  EXPECT_EQ(ran.err.find("columns"), std::string::npos) << ran.err;
}

// Where each node has a column, a row of the file is one row, whatever lies at how many.
TEST_F(MoreStock, ExpiredRowsAreCountedAsRowsOfTheFile) {
  write("columns.csv",
        "sku,expiry,LON,LEEDS\nMUG,2026-11-20,5,6\nTEAPOT,2026-11-21,1,2\nTRAY,,9,9\n");
  write("map.toml",
        "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\nquantity = "
        "\"quantity\"\nprice = \"price\"\nzone = \"zone\"\ncurrency = \"currency\"\n[stock]\n"
        "nodes = [\"LON\", \"LEEDS\"]\n");
  const Ran ran = run("simulate --mode virtual --orders " + path("orders.csv") + " --map " +
                      path("map.toml") + " --stock " + path("columns.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(one_line(ran.out).find("2 rows, 14 units, had expired before the first order comes"),
            std::string::npos)
      << ran.out;
}

TEST_F(MoreStock, CodesThatAreCutAreTold) {
  const std::string channel = "Marketplace of the northern and western regions, retail";
  write("channels.csv",
        "order,time,sku,quantity,price,channel,zone,currency\n1,2026-11-27T10:00:00Z,"
        "MUG,1,5.00,\"" +
            channel + "\",\"" + channel + "\",GBP\n");
  const Ran ran = run("simulate --mode virtual --orders " + path("channels.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(one_line(ran.out).find(
                "channels longer than 40 bytes (1): they are cut and marked with a hash."),
            std::string::npos)
      << ran.out;
  EXPECT_NE(one_line(ran.out).find(
                "zones longer than 40 bytes (1): they are cut and marked with a hash."),
            std::string::npos)
      << ran.out;
}

// What the log cannot know, the run that it is of does.
TEST_F(MoreStock, ExplainTellsOfRowsThatWereLeftOut) {
  std::ofstream(path("orders.csv"), std::ios::app)
      << "100,2026-11-27T10:10:00Z,,1,5.00,GB,GBP\n100,2026-11-27T10:10:00Z,MUG,0,5.00,GB,GBP\n"
         "900,2026-11-27T10:10:00Z,MUG,0,5.00,GB,GBP\n";
  ASSERT_EQ(run(friday("--log " + path("friday"))).status, 0);
  const std::string log = path("friday/virtual_time");
  const std::string told = one_line(run("explain " + log + " --number 100").out);
  EXPECT_NE(told.find("2 rows of it in " + path("orders.csv") +
                      " were left out: line 95 (sku_missing), line 96 (non_positive_quantity)"),
            std::string::npos)
      << told;
  EXPECT_EQ(run("explain " + log + " --number 101").out.find("left out:"), std::string::npos);
  const Ran unknown = run("explain " + log + " --number 900");
  EXPECT_EQ(unknown.status, 1);
  EXPECT_NE(unknown.err.find("1 row of it in " + path("orders.csv") + " was left out: line 97"),
            std::string::npos)
      << unknown.err;
  const Json json = Json::parse(run("explain --json " + log + " --number 100").out);
  EXPECT_TRUE(json.at("left_out").get<std::string>().starts_with("2 rows of it")) << json;
}

TEST_F(MoreStock, SaysThatOrdersRunAheadOfTheClock) {
  const Ran ran =
      run("simulate --details --mode live --live-seconds 1 --as-fast-as-possible --orders " +
          path("orders.csv") + " --stock " + path("stock.csv"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(one_line(ran.out).find("Orders came as fast as they were taken, ahead of the clock"),
            std::string::npos)
      << ran.out;
}

}  // namespace
}  // namespace allot
