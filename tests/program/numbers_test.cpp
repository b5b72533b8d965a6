// Numbers that people read: one unit in a line, money with its decimals, one of a thing in the
// singular.
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

// Without the line breaks that a width made.
std::string flat(std::string text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

class Numbers : public ProgramTest {
 protected:
  // Returns: what stands in place of "1 orders" and the like; empty when nothing does.
  static std::string wrong_plural(const std::string& text) {
    static const std::regex plural(
        "(?:^|[^0-9.,:-])1 "
        "(?:orders|units|lines|rows|parcels|records|segments|frames|bytes|minutes|"
        "hours|days|SKUs|nodes|threads|events|commands|blocks|times|attempts|producers|processors|"
        "duplicates|shipments|other reasons)\\b");
    std::smatch found;
    const std::string line = flat(text);
    return std::regex_search(line, found, plural) ? found.str() : "";
  }
  // Ten orders of one cup each, of which there is a single one.
  void write_shop() {
    std::string rows = "order,time,sku,quantity,price,zone,currency\n";
    for (int n = 0; n < 10; ++n) {
      rows += std::to_string(n) + ",2026-11-27T09:" + std::to_string(10 + n) +
              ":00Z,CUP,1,1234.50,GB,GBP\n";
    }
    write("orders.csv", rows);
    write("one.csv", rows.substr(0, rows.find('\n', rows.find('\n') + 1) + 1));
    write("stock.csv", "sku,node,quantity\nCUP,LON,1\n");
    write("more.csv", "sku,node,quantity\nCUP,LON,2\n");
  }
};

TEST_F(Numbers, OfOneLineHaveOneUnit) {
  const Ran ran = run("simulate --live-seconds 1 --order-count 500 --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::regex latencies(
      "p50 [0-9,.]+ (ns|us|ms|s), p99 [0-9,.]+ (ns|us|ms|s), max [0-9,.]+ (ns|us|ms|s)");
  std::size_t lines = 0;
  const std::string text = flat(ran.out);
  for (std::sregex_iterator at(text.begin(), text.end(), latencies), end; at != end; ++at) {
    ++lines;
    EXPECT_EQ((*at)[1], (*at)[2]) << at->str();
    EXPECT_EQ((*at)[2], (*at)[3]) << at->str();
  }
  EXPECT_EQ(lines, 2U) << ran.out;
}

TEST_F(Numbers, OfOneHaveTheSingular) {
  write_shop();
  const std::string stock = " --stock " + path("stock.csv");
  const Ran one = run("simulate --details --mode virtual --orders " + path("one.csv") + stock +
                      " --log " + path("one"));
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_NE(flat(one.out).find("1 order with 1 line in "), std::string::npos) << one.out;
  EXPECT_NE(flat(one.out).find("1 parcel; 0 orders were split."), std::string::npos) << one.out;
  write("tick.jsonl", "{\"tick\":{},\"time\":\"2026-11-27T08:00:00Z\"}\n");
  ASSERT_EQ(run("apply --journal " + path("log") + ' ' + path("tick.jsonl")).status, 0);
  const std::string log = path("log");
  for (const std::string& arguments :
       {"verify " + log, "replay " + log, "inspect " + log, "copy " + log + ' ' + path("copy"),
        "top --once " + path("one/virtual_time"), "orders " + path("one/virtual_time"),
        "waiting " + path("one/virtual_time"), "events " + log,
        std::string("bench --seconds 0.1 --skus 1 --nodes 1 --lines 1"),
        "simulate --mode virtual --orders " + path("orders.csv") + stock + " --log " + path("ten"),
        "simulate --details --mode virtual --orders " + path("orders.csv") + stock + " --log " +
            path("eleven"),
        "whatif " + path("ten") + " --stock " + path("more.csv")}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 0) << arguments << ran.err;
    // Of a comparison the sentences: in its table a number ends a row and a word begins one.
    const bool compares = arguments.starts_with("whatif");
    const std::string said = compares ? ran.out.substr(0, ran.out.find("\n\n")) : ran.out;
    EXPECT_EQ(wrong_plural(said), "") << arguments << '\n' << ran.out;
    EXPECT_EQ(wrong_plural(ran.err), "") << arguments << '\n' << ran.err;
  }
  EXPECT_EQ(wrong_plural(one.out), "") << one.out;
}

TEST_F(Numbers, OfMoneyHaveTheDecimalsOfTheirCurrency) {
  write_shop();
  write("lanes.csv", "node,zone,parcel_cost,transit_days\nLON,GB,4.90,2\n");
  const std::string orders =
      "simulate --mode virtual --orders " + path("orders.csv") + " --lanes " + path("lanes.csv");
  ASSERT_EQ(run(orders + " --stock " + path("stock.csv") + " --report " + path("a.html") +
                " --log " + path("a"))
                .status,
            0);
  ASSERT_EQ(run(orders + " --stock " + path("more.csv") + " --report " + path("b.html") +
                " --log " + path("b"))
                .status,
            0);
  const Ran table = run("compare " + path("a.html") + ' ' + path("b.html"));
  ASSERT_EQ(table.status, 0) << table.err;
  const std::regex asked("value asked for +12,345\\.00 +12,345\\.00 +=");
  EXPECT_TRUE(std::regex_search(table.out, asked)) << table.out;
  const std::regex refused("value that had to wait +11,110\\.50 +9,876\\.00 +-1,234\\.50");
  EXPECT_TRUE(std::regex_search(table.out, refused)) << table.out;
  const std::regex costs("Shipping costs [0-9,]+\\.[0-9][0-9] GBP more");
  EXPECT_TRUE(std::regex_search(flat(table.out), costs)) << table.out;
}

}  // namespace
}  // namespace allot
