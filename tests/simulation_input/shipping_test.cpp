// What is promised leaves and arrives, and some of it comes back: a rehearsal of weeks does not
// keep what it sold weeks ago.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "simulation/simulation.hpp"
#include "simulation_input/quiet.hpp"

namespace allot {
namespace {

class Shipping : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_shipping_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.log_directory = directory_ + "/log";
    options_.live = false;
    // Ten days, of which the milk keeps five.
    options_.orders_file = file("orders.csv",
                                "order,date,sku,qty,price\n"
                                "A-1,2026-11-01T10:00:00Z,MILK,2,1.00\n"
                                "A-2,2026-11-02T10:00:00Z,MILK,2,1.00\n"
                                "A-3,2026-11-05T21:00:00Z,MILK,1,1.00\n"
                                "A-4,2026-11-10T10:00:00Z,MUG,3,9.00\n");
    options_.stock_file = file("stock.csv",
                               "sku,node,quantity,lot,expiry\n"
                               "MILK,north,9,L-1,2026-11-05\nMUG,north,2,,\nMUG,south,1,,\n");
    options_.updates_file = file("updates.csv", head_ + payments_);
    say(R"("handling_quantiles": [86400, 86400])");
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  }
  // Effects: everybody waits for what is short, nobody looks into an order, and `fulfilment`.
  void say(const std::string& fulfilment, const std::string& more = "") {
    options_.scenario_file = file("scenario.json", R"({"peaks": [], "orders": {
      "refuse_order_weight": 0, "refuse_line_weight": 0, "backorder_weight": 1,
      "ship_complete_permille": 0, "limited_splits_permille": 0},
      "risk": {"review_value_min": 0, "blocked_permille": 0},
      "fulfilment": {)" + fulfilment + "}" + more + "}");
  }
  // Effects: something of every order comes back three days after it arrived, and `what` of it.
  void take_back(const std::string& what) {
    say(R"("handling_quantiles": [3600, 3600])",
        R"(, "returns": {"permille": 1000, "request_quantiles": [86400, 86400],
          "arrival_quantiles": [172800, 172800], )" +
            what + "}");
  }
  SimulationReport run() {
    std::filesystem::remove_all(options_.log_directory);
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    EXPECT_TRUE(report.ok() && report.value().sound());
    return report.ok() ? report.value() : SimulationReport{};
  }

  const std::string head_ = "time,type,order,sku,node,quantity,lot\n";
  const std::string payments_ =
      "2026-11-01T10:05:00Z,payment,A-1,,,,\n2026-11-02T10:05:00Z,payment,A-2,,,,\n"
      "2026-11-05T21:05:00Z,payment,A-3,,,,\n2026-11-10T10:05:00Z,payment,A-4,,,,\n";
  std::string directory_;
  SimulationOptions options_;
  Quiet sink_;
};

TEST_F(Shipping, what_has_left_is_not_lost_when_its_lot_ends) {
  const SimulationReport report = run();
  const FulfilmentCounts& is = report.virtual_time->fulfilment;
  EXPECT_EQ(is.lines_lost, 1U) << "A-3 was paid three hours before the milk ended";
  EXPECT_EQ(is.units_lost, 1U);
  EXPECT_EQ(is.orders_shipped, 3U);
  EXPECT_EQ(is.units_shipped, 7U);
  EXPECT_EQ(is.exceptions, 0U);
  say(R"("ships": false)");
  const FulfilmentCounts never = run().virtual_time->fulfilment;
  EXPECT_EQ(never.lines_lost, 3U) << "all milk that was ever promised";
  EXPECT_EQ(never.parcels_shipped, 0U);
  EXPECT_EQ(never.to_shipment_p95_s, 0U);
}

TEST_F(Shipping, one_parcel_leaves_each_node_and_arrives) {
  const SimulationReport report = run();
  const FulfilmentCounts& is = report.virtual_time->fulfilment;
  EXPECT_EQ(is.parcels_shipped, 4U) << "mugs come from two nodes";
  EXPECT_EQ(is.orders_delivered, 3U);
  EXPECT_EQ(is.parcels_delivered, 4U);
  EXPECT_EQ(is.units_delivered, 7U);
  constexpr std::uint64_t day = 86'400;
  EXPECT_GE(is.to_shipment_p50_s, day);
  EXPECT_LT(is.to_shipment_p50_s, day + day / 20) << "payment comes five minutes after the order";
  EXPECT_GE(is.to_shipment_p95_s, is.to_shipment_p50_s);
  EXPECT_TRUE(std::ranges::any_of(
      report.synthetic, [](const std::string& part) { return part.starts_with("shipments, "); }));
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("3 orders were shipped whole; 7 units left in 4 parcels"), std::string::npos)
      << text;
  EXPECT_NE(text.find("Goods worth 31.00 left.\n"), std::string::npos) << text;
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["fulfilment"]["units_shipped"], 7);
  EXPECT_EQ(json["fulfilment"]["sales"], 3'100);
  EXPECT_EQ(json["modes"]["virtual_time"]["fulfilment"]["lines_lost"], 1);
}

TEST_F(Shipping, what_is_promised_is_kept_or_broken) {
  EXPECT_TRUE(run().virtual_time->fulfilment.services.empty()) << "nobody promised anything";
  const std::string handling = R"("handling_quantiles": [86400, 86400])";
  say(handling,
      R"(, "services": {"processing_s": "2d", "delivery_s": "90d", "warn_before_s": 60})");
  const SimulationReport report = run();
  const std::vector<ServiceReport>& kept = report.virtual_time->fulfilment.services;
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].channel, "shop");
  EXPECT_EQ(kept[0].kind, "processing");
  EXPECT_EQ(kept[0].kept, 3U) << "A-3 lost what it had: it can't leave";
  EXPECT_EQ(kept[0].broken, 0U);
  EXPECT_EQ(kept[0].parcels_in_time, 4U);
  EXPECT_EQ(kept[1].kind, "delivery");
  EXPECT_EQ(kept[1].kept, 3U);
  EXPECT_NE(summary_text(report).find("Promises kept: 100.0 % of 3 processed in time"),
            std::string::npos)
      << summary_text(report);
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["services"][0]["parcels_in_time"], 4);
  say(handling, R"(, "services": {"processing_s": "12h", "warn_before_s": "1h"})");
  const std::vector<ServiceReport> broken = run().virtual_time->fulfilment.services;
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].broken, 3U);
  EXPECT_EQ(broken[0].warned, 3U);
  EXPECT_EQ(broken[0].parcels_late, 4U);
}

TEST_F(Shipping, what_came_later_leaves_later) {
  options_.updates_file =
      file("updates.csv", head_ + payments_ + "2026-11-14T10:00:00Z,receipt,,MILK,south,5,L-2\n");
  const RunReport is = *run().virtual_time;
  EXPECT_EQ(is.fulfilment.lines_lost, 1U);
  EXPECT_EQ(is.fulfilment.orders_shipped, 4U) << "A-3 gets its milk from the second lot";
  EXPECT_EQ(is.fulfilment.orders_delivered, 4U);
  EXPECT_GT(is.fulfilment.to_shipment_p95_s, 9U * 86'400U);
  EXPECT_EQ(is.updates.at("receipt").refused, 0U);
}

TEST_F(Shipping, an_order_that_the_file_cancels_had_not_left) {
  options_.updates_file =
      file("updates.csv", head_ + payments_ + "2026-11-04T10:00:00Z,cancel,A-1,,,,\n");
  const RunReport is = *run().virtual_time;
  EXPECT_EQ(is.updates.at("cancel").refused, 0U);
  EXPECT_EQ(is.orders.cancelled, 1U);
  EXPECT_EQ(is.fulfilment.cancelled_before, 1U);
  EXPECT_EQ(is.fulfilment.orders_shipped, 2U);
}

TEST_F(Shipping, an_order_that_ships_whole_leaves_every_node_at_once) {
  options_.scenario_file = file("scenario.json", R"({"peaks": [], "orders": {
    "refuse_order_weight": 0, "refuse_line_weight": 0, "backorder_weight": 1,
    "ship_complete_permille": 1000}, "risk": {"review_value_min": 0, "blocked_permille": 0},
    "fulfilment": {"handling_quantiles": [0, 8000000]}})");
  const FulfilmentCounts whole = run().virtual_time->fulfilment;
  EXPECT_EQ(whole.lines_lost, 3U) << "handling takes weeks";
  EXPECT_EQ(whole.parcels_shipped, 2U) << "of A-4";
  EXPECT_EQ(whole.to_shipment_p50_s, whole.to_shipment_p95_s);
}

TEST_F(Shipping, a_live_run_ships_while_it_lasts_and_waits_for_no_parcel) {
  options_.virtual_time = false;
  options_.live = true;
  options_.live_seconds = 1;
  // Squeezed into a second, three hours before the milk ends are no time in which it could leave.
  options_.stock_file = file("stock.csv",
                             "sku,node,quantity,lot,expiry\n"
                             "MILK,north,9,L-1,2026-12-05\nMUG,north,2,,\nMUG,south,1,,\n");
  say(R"("handling_quantiles": [0, 1])");
  const FulfilmentCounts at_once = run().live->fulfilment;
  EXPECT_EQ(at_once.orders_shipped, 4U);
  EXPECT_EQ(at_once.units_shipped, 8U);
  EXPECT_EQ(at_once.exceptions, 0U);
  say(R"("handling_quantiles": [86400000, 86400000])");
  EXPECT_EQ(run().live->fulfilment.parcels_shipped, 0U);
}

TEST_F(Shipping, nothing_of_own_orders_comes_back_unless_a_scenario_says_so) {
  EXPECT_EQ(run().virtual_time->returns.requested, 0U);
  options_.scenario_file.clear();
  EXPECT_EQ(run().virtual_time->returns.requested, 0U);
}

TEST_F(Shipping, what_comes_back_is_for_sale_again_and_serves_who_waits) {
  // The milk keeps, but there are two of it.
  options_.stock_file = file("stock.csv", "sku,node,quantity\nMILK,north,2\nMUG,north,3\n");
  take_back(R"("lost_permille": 0, "restock_permille": 1000, "quarantine_permille": 0)");
  const SimulationReport report = run();
  const RunReport& is = *report.virtual_time;
  EXPECT_EQ(is.units.backordered, 3U) << "A-2 and A-3 waited";
  EXPECT_EQ(is.units.waited, 3U) << "A-2 got what A-1 sent back, A-3 one of A-2's";
  EXPECT_EQ(is.returns.requested, 4U);
  EXPECT_EQ(is.returns.units_requested, 8U);
  EXPECT_EQ(is.returns.completed, 4U);
  EXPECT_EQ(is.returns.units_restocked, 8U);
  EXPECT_EQ(is.returns.exceptions + is.returns.lapsed, 0U);
  constexpr std::uint64_t two_days = 172'800;
  EXPECT_GE(is.returns.to_receipt_p50_s, two_days);
  EXPECT_LT(is.returns.to_receipt_p95_s, two_days + two_days / 40);
  const std::string text = summary_text(report, 200);
  EXPECT_NE(text.find("4 returns were announced, of 8 units, 100.0 % of what was delivered; 4 "
                      "arrived, half of them within"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Goods worth 32.00 left, of which 32.00 came back."), std::string::npos)
      << text;
  EXPECT_EQ(nlohmann::json::parse(to_json(report))["returns"]["units_restocked"], 8);
}

TEST_F(Shipping, sales_are_of_orders_in_the_currency_of_nearly_all) {
  std::string orders = "order,date,sku,qty,price,currency\n";
  for (int i = 1; i <= 30; ++i) {
    orders += "B-" + std::to_string(i) + ",2026-11-01T10:00:00Z,MUG,1,2.50," +
              (i == 3 ? "GBP\n" : "EUR\n");
  }
  options_.orders_file = file("orders.csv", orders);
  options_.stock_file = file("stock.csv", "sku,node,quantity\nMUG,north,30\n");
  options_.updates_file.clear();
  const SimulationReport report = run();
  const FulfilmentCounts& is = report.virtual_time->fulfilment;
  ASSERT_GT(is.orders_shipped, 20U);
  EXPECT_EQ(is.orders_in_other_currency, 1U);
  EXPECT_EQ(is.sales, static_cast<MoneyMinor>(250 * (is.orders_shipped - 1)));
  const std::string text = summary_text(report, 200);
  EXPECT_NE(text.find(" EUR left; 1 order in another currency has no part in that."),
            std::string::npos)
      << text;
}

TEST_F(Shipping, what_comes_back_broken_serves_nobody) {
  options_.stock_file = file("stock.csv", "sku,node,quantity\nMILK,north,2\nMUG,north,3\n");
  take_back(R"("lost_permille": 0, "restock_permille": 0, "quarantine_permille": 1000)");
  const RunReport apart = *run().virtual_time;
  EXPECT_EQ(apart.units.waited, 0U);
  EXPECT_EQ(apart.returns.units_quarantined, 5U) << "of A-1 and A-4, the others never got any";
  EXPECT_EQ(apart.returns.units_restocked, 0U);
  take_back(R"("lost_permille": 0, "restock_permille": 0, "quarantine_permille": 0)");
  EXPECT_EQ(run().virtual_time->returns.units_scrapped, 5U);
}

TEST_F(Shipping, what_is_lost_on_its_way_back_never_comes) {
  take_back(R"("lost_permille": 1000)");
  const SimulationReport report = run();
  const ReturnCounts& is = report.virtual_time->returns;
  EXPECT_GE(is.requested, 3U);
  EXPECT_EQ(is.completed, 0U);
  EXPECT_EQ(is.units_received(), 0U);
  EXPECT_EQ(is.to_receipt_p95_s, 0U);
  EXPECT_NE(summary_text(report, 200).find("never came, or not before the run was over"),
            std::string::npos);
}

TEST_F(Shipping, what_had_to_leave_by_a_time_is_counted_as_it_did) {
  const auto orders = [](std::uint64_t seconds) {
    return R"(, "orders": {"refuse_order_weight": 0, "refuse_line_weight": 0, "backorder_weight": 1,
      "ship_complete_permille": 0, "ship_within_s": )" +
           std::to_string(seconds) + "}";
  };
  const auto played = [&](std::uint64_t seconds) {
    options_.scenario_file = file("scenario.json", R"({"risk": {"review_value_min": 0},
      "fulfilment": {"handling_quantiles": [86400, 86400]})" +
                                                       orders(seconds) + "}");
    return run().virtual_time->fulfilment;
  };
  const FulfilmentCounts late = played(7'200);
  EXPECT_EQ(late.orders_late, 3U);
  EXPECT_EQ(late.parcels_late, 4U);
  EXPECT_EQ(late.orders_in_time + late.parcels_in_time, 0U);
  EXPECT_EQ(late.orders_overdue, 1U) << "A-3 lost its milk, and waits";
  const FulfilmentCounts in_time = played(2 * 86'400);
  EXPECT_EQ(in_time.orders_in_time, 3U);
  EXPECT_EQ(in_time.parcels_in_time, 4U);
  EXPECT_EQ(in_time.orders_late + in_time.parcels_late, 0U);
  const FulfilmentCounts unsaid = played(0);
  EXPECT_EQ(unsaid.orders_in_time + unsaid.orders_late + unsaid.orders_overdue, 0U);
}

}  // namespace
}  // namespace allot
