// A shop's own payments, cancellations, receipts and ticks beside its orders: they happen at their
// times, and nothing of the kind is made up.
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

class Updates : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_updates_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.log_directory = directory_ + "/log";
    options_.live = false;
    options_.orders_file = file("orders.csv",
                                "order,date,sku,qty,price\n"
                                "A-1,2026-11-03T10:00:00Z,MUG,2,9.00\n"
                                "A-2,2026-11-03T10:05:00Z,MUG,2,9.00\n"
                                "A-3,2026-11-03T12:00:00Z,MUG,2,9.00\n"
                                "A-4,2026-11-03T12:05:00Z,CUP,1,4.00\n");
    options_.stock_file = file("stock.csv", "sku,quantity,lot\nMUG,4,L-1\nCUP,0,\n");
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  }
  SimulationReport run() {
    std::filesystem::remove_all(options_.log_directory);
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return report.ok() ? report.value() : SimulationReport{};
  }
  std::string fault() {
    std::filesystem::remove_all(options_.log_directory);
    const auto report = simulate(options_, sink_);
    return report.ok() ? std::string{} : report.status().message();
  }
  static bool made_up(const SimulationReport& report, std::string_view what) {
    return std::ranges::any_of(report.synthetic, [what](const std::string& part) {
      return part.find(what) != std::string::npos;
    });
  }

  std::string directory_;
  SimulationOptions options_;
  Quiet sink_;
};

TEST_F(Updates, happen_at_their_times_and_nothing_of_the_kind_is_made_up) {
  options_.updates_file = file("updates.csv",
                               "time,type,order,sku,node,quantity,lot\n"
                               "2026-11-03T10:10:00Z,payment,A-1,,,,\n"
                               "2026-11-03T10:30:00Z,cancel,A-2,,,,\n"
                               "2026-11-03T12:01:00Z,payment,A-3,,,,\n"
                               "2026-11-03T12:02:00Z,receipt,,CUP,main,7,\n"
                               "2026-11-03T12:06:00Z,payment,A-4,,,,\n"
                               "2026-11-03T13:00:00Z,adjust,,MUG,main,-1,L-9\n"
                               "2026-11-03T14:00:00Z,tick,,,,,\n");
  const SimulationReport report = run();
  ASSERT_TRUE(report.virtual_time.has_value());
  const RunReport& is = *report.virtual_time;
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(is.orders.accepted, 4U) << "what A-2 gave back is A-3's, and cups came in time";
  EXPECT_EQ(is.orders.cancelled, 1U);
  EXPECT_EQ(is.orders.allocated, 3U);
  EXPECT_EQ(is.orders.expired, 0U);
  EXPECT_EQ(is.updates.at("payment").rows, 3U);
  EXPECT_EQ(is.updates.at("payment").refused, 0U);
  EXPECT_EQ(is.updates.at("cancel").rows, 1U);
  EXPECT_EQ(is.updates.at("receipt").rows, 1U);
  EXPECT_EQ(is.updates.at("adjust").rows, 1U);
  EXPECT_EQ(is.updates.at("adjust").refused, 1U) << "there is no lot L-9";
  EXPECT_EQ(is.updates.at("tick").rows, 1U);
  EXPECT_FALSE(made_up(report, "reviews")) << "no rule asks for them";
  EXPECT_FALSE(made_up(report, "payments"));
  EXPECT_FALSE(made_up(report, "cancellations"));
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("Updates: 7 of 7 rows of"), std::string::npos) << text;
  EXPECT_NE(text.find("Updates that ran: 1 adjust (1 refused: 1 "), std::string::npos) << text;
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["updates"]["adjust"]["refused"], 1);
  ASSERT_EQ(json["updates"]["adjust"]["reasons"].size(), 1U);
  EXPECT_EQ(json["updates"]["adjust"]["reasons"].begin().value(), 1);
  EXPECT_EQ(json["run"]["files"]["updates"]["name"], options_.updates_file);
  EXPECT_EQ(run().virtual_time->digest, is.digest);
  options_.producers = 7;
  EXPECT_EQ(run().virtual_time->digest, is.digest);
}

// What makes an order paid is that all of its money came in, whatever the rows are called.
TEST_F(Updates, payments_of_a_part_leave_an_order_unpaid) {
  options_.updates_file = file("updates.csv",
                               "time,type,order,amount,kind,payment id\n"
                               "2026-11-03T10:01:00Z,payment,A-1,18.00,authorised,P-1\n"
                               "2026-11-03T10:02:00Z,payment,A-1,10.00,captured,P-1\n"
                               "2026-11-03T10:03:00Z,payment,A-1,8.00,captured,P-2\n"
                               "2026-11-03T10:04:00Z,payment,A-1,8.00,captured,P-2\n"
                               "2026-11-03T10:06:00Z,payment,A-2,17.99,captured,P-3\n"
                               "2026-11-03T10:20:00Z,refunded,A-1,3.00,,P-1\n");
  options_.scenario_file =
      file("hold.json", R"({"channels": [{"code": "shop", "hold_ttl_s": 1800}]})");
  const SimulationReport report = run();
  ASSERT_TRUE(report.virtual_time.has_value());
  const RunReport& is = *report.virtual_time;
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(is.updates.at("payment").rows, 6U);
  EXPECT_EQ(is.updates.at("payment").refused, 0U);
  EXPECT_EQ(is.orders.allocated, 1U) << "A-1, of which all was captured in two parts";
  EXPECT_EQ(is.orders.partly_paid, 1U) << "A-2 lacks a cent";
  EXPECT_EQ(is.orders.expired, 3U) << "A-2, and who took what that let go";
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("1 were paid in part only"), std::string::npos) << text;
  EXPECT_EQ(nlohmann::json::parse(to_json(report))["orders"]["partly_paid"], 1);
  EXPECT_EQ(run().virtual_time->digest, is.digest);
}

std::string note_of(const SimulationReport& report, std::string_view kind, std::string_view name) {
  for (const FileReport& file : report.files) {
    if (file.kind != kind) continue;
    for (const InputNote& note : file.notes) {
      if (note.name == name) return std::to_string(note.count) + ": " + note.text;
    }
  }
  return "none";
}

TEST_F(Updates, at_a_place_or_about_a_product_that_nobody_knows_are_told) {
  options_.stock_file = file("stock.csv", "sku,node,quantity\nMUG,LON,4\nCUP,LON,0\n");
  options_.updates_file = file("updates.csv",
                               "time,type,sku,node,quantity\n"
                               "2026-11-03T09:00:00Z,receipt,MUG,LON,1\n"
                               "2026-11-03T09:00:00Z,receipt,MUG,LND,1\n"
                               "2026-11-03T09:00:00Z,receipt,MUGG,LON,1\n"
                               "2026-11-03T09:00:00Z,receipt,MUG,LON,1\n");
  const SimulationReport report = run();
  EXPECT_NE(note_of(report, "updates", "new_node")
                .find("1: rows at nodes that no other file names, "
                      "the first in line 3 (LND)"),
            std::string::npos)
      << note_of(report, "updates", "new_node");
  EXPECT_NE(note_of(report, "updates", "new_sku").find("the first in line 4 (MUGG)"),
            std::string::npos)
      << note_of(report, "updates", "new_sku");
  EXPECT_NE(note_of(report, "updates", "repeated")
                .find("1: rows that are the same as an earlier "
                      "one in every column, the first in line 5"),
            std::string::npos)
      << note_of(report, "updates", "repeated");
}

TEST_F(Updates, codes_in_stock_that_are_written_otherwise_are_told) {
  options_.stock_file = file("stock.csv", "sku,quantity\nmug,4\nC UP,1\nCUP,1\nCUP,1\n");
  options_.map = file("map.toml", "sku_capitals = false\n");
  const SimulationReport report = run();
  EXPECT_NE(note_of(report, "stock", "unordered")
                .find("2 of 3 codes in stock match no order; 2 would if capitals, blanks"),
            std::string::npos)
      << note_of(report, "stock", "unordered");
  EXPECT_NE(note_of(report, "stock", "repeated").find("their units add up"), std::string::npos);
  options_.stock_file = file("stock.csv", "sku,quantity\nMUG,4\nCUP,1\nPOT,1\n");
  EXPECT_EQ(note_of(run(), "stock", "unordered"), "none") << "more in stock than was ordered";
}

TEST_F(Updates, come_in_time_order_whatever_the_order_of_the_rows) {
  const std::string head = "time,type,order\n";
  const std::string first = "2026-11-03T10:10:00Z,payment,A-1\n";
  const std::string second = "2026-11-03T10:20:00Z,cancel,A-1\n";
  options_.updates_file = file("updates.csv", head + first + second);
  const std::string digest = run().virtual_time->digest;
  options_.updates_file = file("updates.csv", head + second + first);
  const SimulationReport turned = run();
  EXPECT_EQ(turned.virtual_time->digest, digest);
  EXPECT_EQ(turned.virtual_time->orders.allocated, 1U) << "paid, and cancelled after that";
  EXPECT_EQ(turned.virtual_time->updates.at("cancel").refused, 0U);
  EXPECT_EQ(turned.virtual_time->updates.at("payment").refused, 0U);
  options_.updates_file = file("updates.csv", head + "2026-11-03T10:05:00Z,cancel,A-1\n" + first);
  EXPECT_EQ(run().virtual_time->orders.cancelled, 1U);
  EXPECT_NE(run().virtual_time->digest, digest);
}

TEST_F(Updates, without_payments_of_their_own_all_orders_are_paid_at_once) {
  options_.updates_file = file("updates.csv", "time,type\n2026-11-03T14:00:00Z,tick\n");
  const SimulationReport report = run();
  EXPECT_FALSE(made_up(report, "payments"));
  EXPECT_EQ(report.virtual_time->orders.expired, 0U);
  EXPECT_EQ(report.virtual_time->orders.cancelled, 0U);
  EXPECT_NE(summary_text(report).find("all orders are taken as paid at once"), std::string::npos);
  EXPECT_GT(report.virtual_time->orders.allocated, 0U);
  // One payment is said: the other orders have none, and are not paid.
  options_.updates_file =
      file("updates.csv", "time,type,order\n2026-11-03T10:10:00Z,payment,A-1\n");
  const SimulationReport own = run();
  EXPECT_EQ(own.virtual_time->orders.allocated, 1U);
  EXPECT_EQ(own.virtual_time->orders.expired, 0U);
  EXPECT_TRUE(made_up(own, "how long unpaid orders keep what they took"));
  EXPECT_NE(summary_text(own).find("orders without a row of payment (3)"), std::string::npos)
      << summary_text(own);
  options_.scenario_file =
      file("hold.json", R"({"channels": [{"code": "shop", "hold_ttl_s": 1800}]})");
  const SimulationReport ended = run();
  EXPECT_EQ(ended.virtual_time->orders.expired, ended.virtual_time->orders.accepted - 1);
}

TEST_F(Updates, with_receipts_of_their_own_no_delivery_is_made_up) {
  options_.stock_file.clear();
  options_.updates_file = file("updates.csv",
                               "time,type,sku,node,quantity\n"
                               "2026-11-03T09:00:00Z,receipt,MUG,north,3\n"
                               "2026-11-03T10:01:00Z,receipt,NEW,north,3\n");
  const SimulationReport report = run();
  EXPECT_TRUE(made_up(report, "stock, lots, expiry, as shares"));
  EXPECT_EQ(report.virtual_time->updates.at("receipt").rows, 2U);
  EXPECT_EQ(report.virtual_time->updates.at("receipt").refused, 0U)
      << "before the first order, and of a SKU that nobody ordered";
  EXPECT_TRUE(report.sound());
}

TEST_F(Updates, run_live_too) {
  options_.updates_file = file("updates.csv",
                               "time,type,order\n2026-11-03T10:10:00Z,payment,A-1\n"
                               "2026-11-03T11:00:00Z,cancel,A-2\n");
  options_.virtual_time = false;
  options_.live = true;
  options_.live_seconds = 1;
  const SimulationReport report = run();
  ASSERT_TRUE(report.live.has_value());
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(report.live->updates.at("payment").rows, 1U);
  EXPECT_EQ(report.live->updates.at("cancel").rows, 1U);
}

TEST_F(Updates, are_refused_where_orders_do_not_keep_their_times_and_numbers) {
  options_.updates_file = file("updates.csv", "time,type\n2026-11-03T14:00:00Z,tick\n");
  options_.scale = 2;
  EXPECT_NE(fault().find("scale must be 1"), std::string::npos) << fault();
  options_.scale = 1;
  options_.compress = 2;
  EXPECT_NE(fault().find("compress must be 1"), std::string::npos) << fault();
  options_.compress = 1;
  options_.live = true;
  options_.as_fast_as_possible = true;
  EXPECT_NE(fault().find("leave out --as-fast-as-possible"), std::string::npos) << fault();
  options_.live = options_.as_fast_as_possible = false;
  options_.scenario_file = std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/peak.json";
  EXPECT_NE(fault().find("peak.json: has peaks"), std::string::npos) << fault();
  options_.scenario_file.clear();
  options_.orders_file.clear();
  EXPECT_NE(fault().find("--updates is for a file of orders"), std::string::npos) << fault();
}

}  // namespace
}  // namespace allot
