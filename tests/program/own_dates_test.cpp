// A rehearsal of a shop's own files: what its dates, its clock and its customers come to.
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class OwnDates : public ProgramTest {
 protected:
  // Twenty orders of 2 units in ten days from 11 November on, two a day at 00:30 and 22:30 of the
  // shop's clock.
  void SetUp() override {
    std::string rows = "order,time,sku,quantity,price,status\n";
    for (int day = 0; day < 10; ++day) {
      for (const char* time : {"00:30:00", "22:30:00"}) {
        rows += std::to_string(++orders_) + ",2026-11-" + std::to_string(11 + day) + ' ' + time +
                ",CHEESE,2,14.90,paid\n";
      }
    }
    write("orders.csv", rows);
    write(
        "map.toml",
        "time_zone = \"Europe/Warsaw\"\n[columns]\norder = \"order\"\ntime = \"time\"\nsku = "
        "\"sku\"\nquantity = \"quantity\"\nprice = \"price\"\nstatus = \"status\"\n[status]\nuse = "
        "[\"paid\"]\n");
    write("stock.csv",
          "sku,quantity,lot,expiry\nCHEESE,7,OLD,2026-11-09\nCHEESE,30,NEXT,2026-11-15\n");
  }
  Ran simulate(const std::string& more) {
    return run("simulate --orders " + path("orders.csv") + " --map " + path("map.toml") +
               " --stock " + path("stock.csv") + ' ' + more);
  }
  static std::string one_line(const std::string& text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
  }

 private:
  int orders_{};
};

// Five days of two orders are served; what is left then is for sale no more.
TEST_F(OwnDates, StockThatEndedIsToldBeforeAndInTheRun) {
  const Ran ran = simulate("--mode virtual --details");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string out = one_line(ran.out);
  EXPECT_NE(out.find("Note: 1 row, 7 units, had expired before the first order comes, and nothing "
                     "of that is sold: CHEESE, on 2026-11-09."),
            std::string::npos)
      << ran.out;
  EXPECT_NE(out.find("17 units of CHEESE ended from 2026-11-09 to 2026-11-15 (7 before the first "
                     "order)."),
            std::string::npos)
      << ran.out;
  const Ran json = simulate("--mode virtual --json");
  const Json ended = Json::parse(json.out).at("ended_stock");
  EXPECT_EQ(ended.at("units"), 17);
  EXPECT_EQ(ended.at("before"), 7);
  const Json sku = ended.at("listed").at(0);
  EXPECT_EQ(sku.at("first_at"), "2026-11-09T23:00:00Z") << "the day of Warsaw is over";
  EXPECT_EQ(sku.at("last_at"), "2026-11-15T23:00:00Z");
}

// As shops list it that name no lots: each row has its day.
TEST_F(OwnDates, RowsWithoutALotAreSoldEachUntilItsOwnDay) {
  write("stock.csv", "sku,quantity,expiry\nCHEESE,6,2026-11-11\nCHEESE,100,2027-01-31\n");
  const Ran ran = simulate("--mode virtual --json");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json report = Json::parse(ran.out);
  EXPECT_EQ(report.at("units").at("at_once"), 40) << ran.out;
  EXPECT_EQ(report.at("ended_stock").at("units"), 2);
  write("updates.csv",
        "time,type,order,sku,node,quantity,expiry\n"
        "2026-11-12 08:00:00,receipt,,CHEESE,main,100,2027-01-31\n");
  write("stock.csv", "sku,quantity,expiry\nCHEESE,6,2026-11-11\n");
  const Ran brought = simulate("--mode virtual --json --updates " + path("updates.csv"));
  ASSERT_EQ(brought.status, 0) << brought.err;
  EXPECT_EQ(Json::parse(brought.out).at("updates").at("receipt").at("refused"), 0) << brought.out;
}

TEST_F(OwnDates, StockWithoutEndIsNotToldToHaveEnded) {
  write("stock.csv", "sku,quantity,lot,expiry\nCHEESE,30,NEXT,2027-11-15\n");
  const Ran ran = simulate("--mode virtual --details");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("expired before"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("last day was over"), std::string::npos) << ran.out;
}

// Ten days are squeezed into four seconds, and what ends halfway ends halfway: some hours behind
// one order and some before the next.
TEST_F(OwnDates, ALiveRunSellsNoMoreOfWhatEndsThanOneInVirtualTime) {
  write("stock.csv",
        "sku,quantity,lot,expiry\nCHEESE,7,OLD,2026-11-09\nCHEESE,30,NEXT,2026-11-16 12:00\n");
  const Ran ran = simulate("--mode both --live-seconds 4 --json");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json modes = Json::parse(ran.out).at("modes");
  EXPECT_EQ(modes.at("virtual_time").at("units").at("at_once"), 22);
  EXPECT_EQ(modes.at("live").at("units").at("at_once"), 22);
  EXPECT_EQ(modes.at("live").at("ended_stock").at("units"), 15);
}

TEST_F(OwnDates, HoursAreThoseOfTheShopsClock) {
  ASSERT_EQ(
      simulate("--mode virtual --log " + path("log") + " --report " + path("page.html")).status, 0);
  const Json run = Json::parse(file_text(path("log/run.json")));
  EXPECT_EQ(run.at("time_zone"), "Europe/Warsaw");
  const Json figures = run.at("figures");
  ASSERT_FALSE(figures.at("hours_in_turn"));
  EXPECT_EQ(figures.at("hours").at(0).at("orders"), 10);
  EXPECT_EQ(figures.at("hours").at(22).at("orders"), 10);
  EXPECT_EQ(figures.at("hours").at(23).at("orders"), 0) << "00:30 is 23:30 of UTC";
  // Steps begin as days of Warsaw do.
  const auto begin = figures.at("begin_ms").get<std::int64_t>();
  const auto step = figures.at("step_ms").get<std::int64_t>();
  EXPECT_EQ((begin + 3'600'000) % step, 0);
}

// One in three hundred of the customers would be on a list that is made up.
TEST_F(OwnDates, NobodyOfTheShopsOwnIsOnABlockListThatIsMadeUp) {
  std::string rows = "order,time,sku,quantity,price,customer\n";
  for (int n = 0; n < 3'000; ++n) {
    rows += std::to_string(n) + ",2026-11-11 10:00:00,CHEESE,1,1.00,c" + std::to_string(n) + '\n';
  }
  write("orders.csv", rows);
  write("stock.csv", "sku,quantity\nCHEESE,9000\n");
  const std::string files = "simulate --json --mode virtual --orders " + path("orders.csv") +
                            " --stock " + path("stock.csv");
  const Json own = Json::parse(run(files).out);
  EXPECT_FALSE(own.at("reasons").contains("listed")) << own.at("reasons");
  EXPECT_EQ(own.at("synthetic").dump().find("block list"), std::string::npos);
  const Json asked = Json::parse(run(files + " --scenario " + example("scenarios/peak.json")).out);
  EXPECT_GT(asked.at("reasons").at("listed"), 0) << "a scenario that has one was asked for";
  EXPECT_NE(asked.at("synthetic").dump().find("block list"), std::string::npos);
}

}  // namespace
}  // namespace allot
