// How a sale went, by the rules that docs/report.md states; and what a run counts money of.
#include "simulation/verdict.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "simulation/simulation.hpp"

namespace allot {
namespace {

using Level = Verdict::Level;
using Doubt = Verdict::Doubt;

// A run on a file of orders and one of stock, in which all went well.
SimulationReport report_of(std::uint64_t at_once, std::uint64_t refused) {
  SimulationReport report;
  report.input.source = "orders.csv";
  report.input.rows = report.input.used = 1'000;
  report.files.emplace_back().kind = "stock";
  RunReport run;
  run.units.requested = 1'000;
  run.units.at_once = at_once;
  run.units.refused = refused;
  run.units.backordered = 1'000 - at_once - refused;
  run.orders.submitted = run.orders.accepted = 1'000;
  run.refused_units["stock_insufficient"] = refused;
  report.virtual_time = run;
  return report;
}

TEST(VerdictTest, goes_by_the_share_promised_at_once_and_the_share_refused) {
  EXPECT_EQ(report_of(1'000, 0).verdict().level, Level::good);
  EXPECT_EQ(report_of(950, 20).verdict().level, Level::good);
  EXPECT_EQ(report_of(949, 0).verdict().level, Level::mixed);
  EXPECT_EQ(report_of(979, 21).verdict().level, Level::mixed);
  EXPECT_EQ(report_of(800, 200).verdict().level, Level::mixed);
  EXPECT_EQ(report_of(799, 0).verdict().level, Level::bad);
  SimulationReport nothing = report_of(0, 0);
  nothing.virtual_time->units = {};
  EXPECT_EQ(nothing.verdict().level, Level::bad) << "of nothing nothing went well";
}

TEST(VerdictTest, orders_that_come_to_nothing_did_not_go_well) {
  const auto lost = [](std::uint64_t ended, std::uint64_t unsettled) {
    SimulationReport report = report_of(1'000, 0);
    report.virtual_time->orders.ended = ended;
    report.virtual_time->orders.unsettled = unsettled;
    return report.verdict();
  };
  EXPECT_EQ(lost(150, 50).level, Level::good);
  EXPECT_FALSE(lost(150, 50).orders_lost);
  EXPECT_EQ(lost(201, 0).level, Level::mixed);
  EXPECT_EQ(lost(0, 201).level, Level::mixed) << "nobody paid, though nothing has expired yet";
  EXPECT_TRUE(lost(0, 201).orders_lost);
  EXPECT_EQ(lost(400, 100).level, Level::mixed);
  EXPECT_EQ(lost(501, 0).level, Level::bad);
  EXPECT_EQ(lost(1'000, 0).level, Level::bad);
}

TEST(VerdictTest, names_the_rule_that_refused_when_stock_was_not_what_lacked) {
  SimulationReport report = report_of(300, 700);
  report.virtual_time->refused_units = {
      {"price_out_of_band", 400}, {"stock_insufficient", 200}, {"velocity_exceeded", 100}};
  EXPECT_EQ(report.verdict().refused_by, "price_out_of_band");
  report.virtual_time->refused_units = {{"price_out_of_band", 350}, {"stock_insufficient", 350}};
  EXPECT_EQ(report.verdict().refused_by, "") << "as much for want of stock";
  SimulationReport waiting = report_of(300, 300);
  waiting.virtual_time->refused_units = {{"price_out_of_band", 300}};
  EXPECT_EQ(waiting.verdict().refused_by, "") << "more had to wait";
  SimulationReport good = report_of(980, 20);
  good.virtual_time->refused_units = {{"price_out_of_band", 20}};
  EXPECT_EQ(good.verdict().refused_by, "");
}

TEST(VerdictTest, says_what_it_goes_by) {
  SimulationReport report = report_of(1'000, 0);
  EXPECT_TRUE(report.verdict().going_by.empty());
  report.input.used = 500;
  EXPECT_TRUE(report.verdict().going_by.empty());
  report.input.used = 499;
  report.input.skipped["outside_window"] = 2;
  EXPECT_TRUE(report.verdict().going_by.empty()) << "it was asked to pass them over";
  EXPECT_EQ(report.verdict().level, Level::good);
  report.input.skipped.clear();
  EXPECT_EQ(report.verdict().level, Level::mixed) << "of most rows nothing is known";
  report.input.notes.push_back({"quantity_assumed", 0, "each row is one unit", true});
  report.files.clear();
  EXPECT_EQ(report.verdict().going_by,
            (std::vector<Doubt>{Doubt::rows, Doubt::quantity, Doubt::stock}));
  report.input.notes.push_back({"no_price_column", 0, "no column looks like a price"});
  EXPECT_EQ(report.verdict().going_by.size(), 3U) << "nothing was assumed by that";
  report.input.notes.push_back({"status_unused", 0, "a status is passed over", true});
  EXPECT_EQ(report.verdict().going_by,
            (std::vector<Doubt>{Doubt::rows, Doubt::quantity, Doubt::columns, Doubt::stock}));
  report.input.source = "generator";
  EXPECT_TRUE(report.verdict().going_by.empty()) << "the page says that all of it is made up";
}

class OwnFiles : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_verdict_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.live = false;
    options_.figures = true;
    options_.stock_file = file("stock.csv", "sku,quantity\nA,20\nB,400\n");
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(directory_ + '/' + name) << text;
    return directory_ + '/' + name;
  }
  // `columns` behind those of order, time and SKU; `values` of each row.
  std::string orders(const std::string& columns, const std::vector<std::string>& values) {
    std::string text = "order,time,sku" + columns + '\n';
    for (std::size_t n = 0; n < 60; ++n) {
      text += std::to_string(n) + ",2026-11-27 1" + std::to_string(n / 10) + ":00:0" +
              std::to_string(n % 10) + ',' + (n % 3 == 0 ? "A" : "B") + values[n % values.size()] +
              '\n';
    }
    return file("orders.csv", text);
  }
  SimulationReport run() {
    std::filesystem::remove_all(directory_ + "/log");
    options_.log_directory = directory_ + "/log";
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return report.ok() ? report.value() : SimulationReport{};
  }

  struct Silent : ProgressSink {
    void show(const SimulationProgress&) override {}
  };
  std::string directory_;
  SimulationOptions options_;
  Silent sink_;
};

// Sums over currencies are sums of nothing: not one of them is made.
TEST_F(OwnFiles, of_several_currencies_no_money_is_added_up) {
  options_.orders_file =
      orders(",quantity,price,currency", {",3,12.50,EUR", ",3,1800,JPY", ",2,9.00,EUR"});
  const SimulationReport report = run();
  EXPECT_TRUE(report.input.several_currencies);
  const RunFigures& figures = *report.virtual_time->figures;
  ASSERT_GT(figures.skus_short, 0U);
  EXPECT_EQ(figures.total.value, 0);
  EXPECT_EQ(figures.total.value_refused + figures.total.value_waiting, 0);
  for (const ParcelGroup& group : figures.parcels) EXPECT_EQ(group.cost, 0);
  for (const Shortfall& row : figures.shortfalls) {
    EXPECT_EQ(row.value_refused + row.value_waited, 0) << row.sku;
  }
  for (const auto& [reason, refusals] : figures.refusals) EXPECT_EQ(refusals.value, 0);
  EXPECT_EQ(figures.afterwards.expired_value + figures.afterwards.cancelled_value, 0);
}

// A few orders in another currency take their own money out of the sums, and nobody else's.
TEST_F(OwnFiles, money_is_that_of_nine_orders_in_ten) {
  std::vector<std::string> values(9, ",3,12.50,EUR");
  values.emplace_back(",3,1800,JPY");
  options_.orders_file = orders(",quantity,price,currency", values);
  const SimulationReport report = run();
  EXPECT_FALSE(report.input.several_currencies);
  EXPECT_EQ(report.input.currency, "EUR");
  const RunFigures& figures = *report.virtual_time->figures;
  EXPECT_EQ(figures.total.units, 180U);
  EXPECT_EQ(figures.total.value, 54 * 3 * 1'250);
  ASSERT_EQ(figures.skus_short, 1U);
  // Twenty of 60 units of A are there; of the orders that lack the others one in ten at most is in
  // yen, whose money is not told.
  EXPECT_EQ(figures.shortfalls.front().value_waited % 1'250, 0);
  EXPECT_GT(figures.shortfalls.front().value_waited, 0);
  const auto note = std::ranges::find(report.input.notes, "other_currency", &InputNote::name);
  ASSERT_NE(note, report.input.notes.end());
  EXPECT_EQ(note->text, "6 orders in JPY are not in the amounts, which are in EUR");
  values[0] = ",3,1800,JPY";
  options_.orders_file = orders(",quantity,price,currency", values);
  EXPECT_TRUE(run().input.several_currencies) << "eight in ten are too few";
}

TEST_F(OwnFiles, times_without_an_offset_are_told_as_in_the_file) {
  options_.orders_file = orders(",quantity,price", {",1,1.00"});
  const SimulationReport bare = run();
  EXPECT_TRUE(bare.input.times_as_in_file);
  const auto said = [](const FileReport& file, const std::string& name) {
    const auto note = std::ranges::find(file.notes, name, &InputNote::name);
    return note == file.notes.end() ? std::string() : note->text;
  };
  EXPECT_EQ(
      said(bare.input, "utc_assumed"),
      "times have no offset and are told as they stand in the file; time_zone in the map says "
      "of which zone they are");
  EXPECT_EQ(said(bare.files.front(), "stock_time"),
            "the stock is what lies there at 2026-11-27 10:00:00, when the first order comes");
  const auto json = nlohmann::json::parse(to_json(bare));
  EXPECT_EQ(json.at("input").at("time_zone"), "UTC") << "instants are of UTC to programs";
  options_.map = file("map.toml", "time_zone = \"Europe/Warsaw\"\n");
  EXPECT_FALSE(run().input.times_as_in_file);
}

// Half of them by the minute that the table of SKUs has.
TEST_F(OwnFiles, half_and_all_of_what_ran_short_have_their_minutes) {
  options_.stock_file = file("stock.csv", "sku,quantity\nA,1\nB,10\n");
  options_.orders_file = orders(",quantity,price", {",1,1.00"});
  const SimulationReport report = run();
  const RunFigures& figures = *report.virtual_time->figures;
  ASSERT_EQ(figures.skus_short, 2U);
  std::vector<TimeNs> times{figures.shortfalls[0].first_at, figures.shortfalls[1].first_at};
  std::ranges::sort(times);
  EXPECT_EQ(figures.short_at.half, times[0]);
  EXPECT_EQ(figures.short_at.all, times[1]);
}

TEST_F(OwnFiles, without_prices_there_is_no_money_and_one_note_says_so) {
  options_.orders_file = orders(",quantity", {",1"});
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->figures->total.value, 0) << "a cent each is no price";
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("no line has a price"), std::string::npos) << text;
  EXPECT_EQ(text.find("the list price of their SKU is taken"), std::string::npos) << text;
}

TEST_F(OwnFiles, lines_without_a_price_have_that_of_the_products) {
  options_.orders_file = orders(",quantity", {",1"});
  options_.products_file = file("products.csv", "sku,price\nA,24.90\nB,4.50\n");
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->reasons.count("price_out_of_band"), 0U);
  EXPECT_EQ(report.virtual_time->figures->total.value, 20 * 2'490 + 40 * 450);
}

TEST_F(OwnFiles, units_that_no_column_tells_are_assumed) {
  options_.orders_file = orders(",price", {",1.00"});
  EXPECT_EQ(run().verdict().going_by, std::vector<Doubt>{Doubt::quantity});
  options_.orders_file = orders(",quantity,price", {",1,1.00"});
  EXPECT_TRUE(run().verdict().going_by.empty());
}

// What the file says of an order is not made up: one that was paid is, in time, and was not
// cancelled.
TEST_F(OwnFiles, orders_whose_status_is_paid_do_not_expire) {
  options_.orders_file = orders(",quantity,price,status", {",1,2.00,paid", ",1,2.00,Shipped"});
  for (options_.seed = 1; options_.seed <= 20; ++options_.seed) {
    const SimulationReport report = run();
    EXPECT_EQ(report.virtual_time->orders.expired, 0U) << options_.seed;
    EXPECT_EQ(report.virtual_time->orders.cancelled, 0U) << options_.seed;
    EXPECT_TRUE(std::ranges::none_of(report.synthetic, [](const std::string& part) {
      return part.find("paid") != std::string::npos || part.find("choices") != std::string::npos;
    }));
  }
  options_.orders_file = orders(",quantity,price,status", {",1,2.00,paid", ",1,2.00,unpaid"});
  std::uint64_t expired = 0;
  for (options_.seed = 1; options_.seed <= 5; ++options_.seed) {
    expired += run().virtual_time->orders.expired;
  }
  EXPECT_EQ(expired, 0U) << "nobody says for how long they keep what they took";
  options_.scenario_file =
      file("hold.json", R"({"channels": [{"code": "shop", "hold_ttl_s": 1800}]})");
  EXPECT_GT(run().virtual_time->orders.expired, 0U);
}

TEST_F(OwnFiles, a_status_stands_where_payments_say_nothing_of_an_order) {
  options_.orders_file = orders(",quantity,price,status", {",1,2.00,paid", ",1,2.00,unpaid"});
  options_.updates_file = file("updates.csv", "time,type,order\n2026-11-27 10:00:05,payment,0\n");
  const SimulationReport report = run();
  // 30 orders are paid by their status, one of them by its row, too; the others are not.
  EXPECT_EQ(report.virtual_time->orders.expired, 0U);
  EXPECT_EQ(report.virtual_time->orders.unsettled, 30U);
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("orders without a row of payment (30)"), std::string::npos) << text;
  EXPECT_EQ(text.find("when other orders were paid"), std::string::npos) << text;
}

TEST_F(OwnFiles, json_has_the_verdict) {
  options_.orders_file = orders(",price", {",1.00"});
  options_.stock_file.clear();
  const auto json = nlohmann::json::parse(to_json(run()));
  EXPECT_EQ(json.at("verdict").at("going_by"), (nlohmann::json{"quantity", "stock"}));
  EXPECT_TRUE(json.at("verdict").at("level").is_string());
  EXPECT_TRUE(json.at("orders").contains("ended"));
  EXPECT_TRUE(json.at("refused_units").is_object());
}

}  // namespace
}  // namespace allot
