// Totals of one's own from orders and events come to what the report says of the run; and tables
// for people speak as its page does: by the clock of its zone, in its currency.
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// A node, a channel and two SKUs.
constexpr const char* shop =
    R"({"zone":{"code":"GB"}}
{"node":{"code":"LON"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"1h"}}
{"network":{"channel":"web","node":"LON"}}
{"lane":{"node":"LON","zone":"GB","parcel_cost":100,"unit_cost":10,"transit_ns":"24h"}}
{"sku":{"code":"CUP"}}
{"sku":{"code":"POT"}}
{"receive":{"sku":"CUP","node":"LON","quantity":5},"time":"2026-11-27T08:00:00Z"}
)";

class OwnTotals : public ProgramTest {
 protected:
  // Returns: what simulate --json says of the run whose log is then in `log_`.
  Json rehearsed(const std::string& arguments) {
    const Ran ran = run("simulate --mode virtual --json --log " + path("run") + " --report " +
                        path("run.html") + ' ' + arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return Json::parse(ran.out);
  }
  Json friday(const std::string& more = "") {
    const std::string tour = example("tour/");
    return rehearsed("--orders " + tour + "friday.csv --stock " + tour + "stock.csv" + more);
  }
  // Returns: the option by which some orders are refused whole, some in part, and some wait.
  std::string dealt() {
    write("dealt.json",
          R"({"orders":{"refuse_order_weight":50,"refuse_line_weight":25,"backorder_weight":25}})");
    return " --scenario " + path("dealt.json");
  }
  // A shop in Budapest that counts by HUF: an order too large for what is there, and one of which a
  // part can be had.
  Json scarce() {
    write("orders.csv",
          "order,time,sku,quantity,price,currency\n"
          "A-1,2026-11-27 08:14:03,TEAPOT,2,4638.40,HUF\n"
          "A-2,2026-11-27 08:20:00,TEAPOT,9,4638.40,HUF\n"
          "A-2,2026-11-27 08:20:00,CUP,3,100.00,HUF\n"
          "A-3,2026-11-27 09:00:00,CUP,1,100.00,HUF\n"
          "A-4,2026-11-27 09:10:00,TEAPOT,4,4638.40,HUF\n");
    write("stock.csv", "sku,node,quantity\nTEAPOT,PEST,3\nCUP,PEST,50\n");
    write(
        "map.toml",
        "time_zone = \"Europe/Budapest\"\ncurrency = \"HUF\"\n[columns]\norder = \"order\"\ntime = "
        "\"time\"\nsku = \"sku\"\nquantity = \"quantity\"\nprice = \"price\"\n");
    return rehearsed("--orders " + path("orders.csv") + " --stock " + path("stock.csv") +
                     " --map " + path("map.toml") + dealt());
  }
  // Puts the shop, and what happens in it, into the log `path("shop")`.
  void opened(const std::string& lines) {
    // The second time the shop is there already.
    const std::string known = std::filesystem::exists(path("shop")) ? "" : shop;
    const Ran made = run("apply --keep-going --journal " + path("shop"), known + lines);
    ASSERT_EQ(made.status, 0) << made.err << made.out;
  }
  std::string shown(const std::string& arguments) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 0) << arguments << '\n' << ran.err;
    return ran.out;
  }

  using Row = std::map<std::string, std::string>;
  // The rows of a table of which no cell has a comma.
  std::vector<Row> rows_of(const std::string& arguments) {
    std::istringstream lines(shown(arguments));
    const auto cells = [](const std::string& line) {
      std::vector<std::string> all(1);
      for (const char c : line) c == ',' ? void(all.emplace_back()) : void(all.back() += c);
      return all;
    };
    std::string line;
    std::getline(lines, line);
    const std::vector<std::string> names = cells(line);
    std::vector<Row> rows;
    while (std::getline(lines, line)) {
      const std::vector<std::string> row = cells(line);
      EXPECT_EQ(row.size(), names.size()) << line;
      rows.emplace_back();
      for (std::size_t i = 0; i < names.size() && i < row.size(); ++i)
        rows.back()[names[i]] = row[i];
    }
    return rows;
  }
  static std::uint64_t sum(const std::vector<Row>& rows, const std::string& column) {
    std::uint64_t all = 0;
    for (const Row& row : rows) all += row.at(column).empty() ? 0 : std::stoull(row.at(column));
    return all;
  }
  void expect_the_same(const Json& told) {
    const std::vector<Row> rows = rows_of("orders --format csv " + log_);
    const Json& units = told.at("units");
    EXPECT_EQ(rows.size(), told.at("orders").at("submitted").get<std::size_t>());
    EXPECT_EQ(sum(rows, "units"), units.at("requested"));
    EXPECT_EQ(sum(rows, "promised"), units.at("at_once"));
    EXPECT_EQ(sum(rows, "refused"), units.at("refused"));
    EXPECT_EQ(sum(rows, "units") - sum(rows, "promised") - sum(rows, "refused"),
              units.at("backordered"));
    std::uint64_t refused = 0;
    for (const Row& row : rows) refused += row.at("status") == "refused" ? 1 : 0;
    EXPECT_EQ(refused, told.at("orders").at("refused").get<std::uint64_t>());
    EXPECT_GT(refused, 0U);
  }

  // Returns: when each SKU first ran short, by the report, in milliseconds.
  std::map<std::string, std::int64_t> first_shorts() {
    const std::string page = file_text(path("run.html"));
    const std::string begin = "\"shortfalls\":";
    const std::size_t at = page.find(begin) + begin.size();
    std::map<std::string, std::int64_t> firsts;
    for (const Json& row : Json::parse(page.substr(at, page.find("],\"short_sums\"") + 1 - at))) {
      firsts[row.at("sku").get<std::string>()] = row.at("first_ms").get<std::int64_t>();
    }
    return firsts;
  }
  // Of every SKU of the run: one that ran short by neither, and one by both at the same time.
  void expect_first_shorts_of_the_report() {
    const std::map<std::string, std::int64_t> firsts = first_shorts();
    EXPECT_FALSE(firsts.empty());
    std::map<std::string, std::int64_t> told;
    std::set<std::string> skus;
    for (const auto& [sku, first] : firsts) skus.insert(sku);  // also those without any stock
    for (const Row& row : rows_of("stock --format csv " + log_)) skus.insert(row.at("sku"));
    for (const std::string& sku : skus) {
      const Json json = Json::parse(shown("history --json " + log_ + ' ' + sku));
      if (!json.contains("first_short_ns")) continue;
      told[sku] = std::stoll(json.at("first_short_ns").get<std::string>()) / 1'000'000;
    }
    EXPECT_EQ(told, firsts);
  }

  const std::string log_ = path("run/virtual_time");
};

TEST_F(OwnTotals, OfOrdersAreThoseOfTheReport) { expect_the_same(friday(dealt())); }

TEST_F(OwnTotals, OfOrdersAreThoseOfTheReportWhereSomeAreRefused) { expect_the_same(scarce()); }

TEST_F(OwnTotals, AnOrderRefusedWholeIsListedAsItWasAskedFor) {
  opened(
      R"({"place":{"order_number":"A-1","channel":"web","zone":"GB","lines":[{"sku":"CUP","quantity":2,"price":100}]},"time":"2026-11-27T08:14:03Z"}
{"place":{"order_number":"A-2","channel":"web","zone":"GB","shipping":50,"lines":[{"sku":"CUP","quantity":7,"price":100},{"sku":"POT","quantity":1,"price":900,"discount":20}]},"time":"2026-11-27T08:15:00Z"}
)");
  const std::vector<Row> rows = rows_of("orders --format csv " + path("shop"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("status"), "open");
  EXPECT_EQ(rows[0].at("refused"), "0");
  EXPECT_EQ(rows[1].at("order_number"), "A-2");
  EXPECT_EQ(rows[1].at("status"), "refused");
  EXPECT_EQ(rows[1].at("reason"), "stock_insufficient");
  EXPECT_EQ(rows[1].at("units"), "8");
  EXPECT_EQ(rows[1].at("refused"), "8");
  EXPECT_EQ(rows[1].at("value"), "1630");
  EXPECT_EQ(rows[1].at("time"), "2026-11-27T08:15:00Z");
  const auto count = [this](const std::string& arguments) {
    return Json::parse(shown("orders --json " + arguments)).at("orders").size();
  };
  EXPECT_EQ(count(path("shop") + " --state refused"), 1U);
  EXPECT_EQ(count(path("shop") + " --state open"), 1U);
  EXPECT_EQ(count(path("shop") + " --sku POT"), 1U);
  EXPECT_EQ(count(path("shop") + " A-2"), 1U);
  EXPECT_NE(shown("orders " + path("shop") + " A-2").find("stock_insufficient"), std::string::npos);
}

TEST_F(OwnTotals, ExplainSaysFirstWhatOfAnOrderWasRefused) {
  opened(
      R"({"place":{"order_key":1,"channel":"web","zone":"GB","shortage":"refuse_line","lines":[{"sku":"CUP","quantity":2,"price":100},{"sku":"POT","quantity":3,"price":100}]},"time":"2026-11-27T08:14:03Z"}
)");
  const auto first_line = [this] {
    const std::string told = shown("explain " + path("shop") + " 1");
    return told.substr(0, told.find("\nOrder"));
  };
  EXPECT_EQ(first_line(),
            "Held until 2026-11-27T08:29:03Z: 2 of CUP in LON; refused 3 of POT\n"
            "    (stock_insufficient)");
  opened(
      R"({"confirm_payment":{"order_key":1,"paid_at":"2026-11-27T08:15:00Z"},"time":"2026-11-27T08:15:00Z"}
{"ship":{"order_key":1,"node":"LON"},"time":"2026-11-27T09:15:00Z"}
)");
  EXPECT_EQ(first_line(),
            "Shipped in part; refused 3 of POT (stock_insufficient); all else has left");
}

TEST_F(OwnTotals, TablesGoByTheZoneAndCurrencyOfTheRun) {
  scarce();
  const std::string orders = run_after("COLUMNS=200 ", "orders " + log_).out;
  EXPECT_NE(orders.find("2026-11-27 08:14:03"), std::string::npos) << orders;
  EXPECT_NE(orders.find("9,276.80"), std::string::npos) << orders;
  EXPECT_NE(orders.find("+01:00; times in Europe/Budapest, amounts in HUF\n"), std::string::npos)
      << orders;
  EXPECT_NE(shown("history " + log_ + " TEAPOT").find("2026-11-27 08:14:03"), std::string::npos);
  EXPECT_NE(shown("history " + log_ + " TEAPOT").find("times in Europe/Budapest"),
            std::string::npos);
  const std::string stock = shown("stock " + log_);
  EXPECT_NE(stock.find("+01:00\n"), std::string::npos) << stock;
  const std::string events = shown("events " + log_);
  EXPECT_NE(events.find("2026-11-27 Europe/Budapest (+01:00)\n"), std::string::npos) << events;
  EXPECT_NE(events.find("08:14:03.000  placed"), std::string::npos) << events;
  const std::string told = run_after("COLUMNS=200 ", "explain " + log_ + " A-1").out;
  EXPECT_NE(told.find("times in Europe/Budapest, amounts in HUF"), std::string::npos) << told;
  EXPECT_NE(told.find("2026-11-27 08:14:03+01:00  place"), std::string::npos) << told;
  EXPECT_NE(told.find("value 9,276.80"), std::string::npos) << told;
  EXPECT_EQ(told.find("Z  "), std::string::npos) << told;
  // What is copied from there names a moment.
  EXPECT_NE(shown("orders --at '2026-11-27 08:14:03+01:00' " + log_).find("A-1"),
            std::string::npos);
  // Programs are told UTC and minor units.
  const std::vector<Row> rows = rows_of("orders --format csv " + log_);
  EXPECT_EQ(rows.front().at("time"), "2026-11-27T07:14:03Z");
  EXPECT_EQ(rows.front().at("value"), "927680");
  EXPECT_NE(shown("explain --json " + log_ + " A-1").find("2026-11-27T07:14:03Z"),
            std::string::npos);
}

TEST_F(OwnTotals, HistorySaysWhenASkuRanShortFirst) {
  friday();
  const std::string page = file_text(path("run.html"));
  const std::string told = shown("history --json " + log_ + " TEAPOT-RED");
  const Json json = Json::parse(told);
  const std::string begin = "\"shortfalls\":";
  const std::size_t at = page.find(begin) + begin.size();
  const Json shortfalls = Json::parse(page.substr(at, page.find("],\"short_sums\"") + 1 - at));
  for (const Json& row : shortfalls) {
    if (row.at("sku") != "TEAPOT-RED") continue;
    EXPECT_EQ(std::stoll(json.at("first_short_ns").get<std::string>()) / 1'000'000,
              row.at("first_ms").get<std::int64_t>());
    const std::string people = shown("history " + log_ + " TEAPOT-RED");
    EXPECT_NE(people.find("ran short first at order "), std::string::npos);
    // In 80 columns the time stays.
    EXPECT_NE(people.find("TIME "), std::string::npos) << people.substr(0, 200);
    EXPECT_NE(people.find("2026-11-27 "), std::string::npos);
    return;
  }
  FAIL() << "TEAPOT-RED is not said to have run short";
}

TEST_F(OwnTotals, HistorySaysOfEverySkuOfTheTourWhatTheReportSays) {
  friday();
  expect_first_shorts_of_the_report();
}

// An order that waits or is refused whole for another SKU leaves its own others on the shelf: they
// did not run short.
TEST_F(OwnTotals, HistorySaysWhatTheReportSaysWhereOrdersWaitWholeForAnotherSku) {
  std::string orders = "order,time,sku,quantity,price\n";
  const char* const skus[] = {"A", "B", "C", "D", "E"};
  for (int i = 0; i < 60; ++i) {
    const std::string order = "N-" + std::to_string(100 + i) +
                              ",2026-11-27 08:" + std::to_string(10 + i % 50) + ":0" +
                              std::to_string(i % 10) + ',';
    for (int line = 0; line <= i % 3; ++line) {
      orders += order + skus[(i * 3 + line * 2) % 5] + ',' + std::to_string(1 + (i + line) % 4) +
                ",5.00\n";
    }
  }
  write("orders.csv", orders);
  write("stock.csv", "sku,node,quantity\nA,N1,9\nB,N1,20\nC,N2,14\nD,N1,200\nE,N2,3\n");
  write("whole.json",
        R"({"orders":{"refuse_order_weight":400,"refuse_line_weight":200,"backorder_weight":400,)"
        R"("ship_complete_permille":500,"limited_splits_permille":300,"max_splits":1}})");
  for (const char* seed : {"1", "2", "3"}) {
    rehearsed("--orders " + path("orders.csv") + " --stock " + path("stock.csv") + " --scenario " +
              path("whole.json") + " --seed " + seed);
    expect_first_shorts_of_the_report();
    std::filesystem::remove_all(path("run"));
  }
}

TEST_F(OwnTotals, StockSaysWhatIsWithheldAndByWhom) {
  opened(
      R"({"receive":{"sku":"POT","node":"LON","quantity":2}}
{"safety_stock":{"sku":"POT","node":"LON","quantity":3}}
)");
  const std::string stock = shown("stock " + path("shop"));
  EXPECT_NE(stock.find("SKU    NODE  AVAILABLE  WITHHELD  HELD  ALLOCATED\n"
                       "CUP    LON           5         0     0          0\n"
                       "POT    LON           2         2     0          0\n"),
            std::string::npos)
      << stock;
  EXPECT_NE(stock.find("safety stock of the node"), std::string::npos) << stock;
  opened(R"({"channel":{"code":"mild","hold_ttl_ns":"15m","review_ttl_ns":"1h","safety_stock":1}}
)");
  const std::string then = shown("stock " + path("shop"));
  EXPECT_NE(then.find("CUP    LON           5         1 "), std::string::npos) << then;
  EXPECT_NE(then.find("channel mild leaves 1 of each"), std::string::npos) << then;
}

}  // namespace
}  // namespace allot
