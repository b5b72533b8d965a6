// What orders of a file meet that no scenario names: no rule of risk, no peak, one channel.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "simulation/own_terms.hpp"
#include "simulation/simulation.hpp"

namespace allot::simulation {
namespace {

class OwnTerms : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_terms_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.live = false;
    options_.figures = true;
    options_.stock_file = file("stock.csv", "sku,node,quantity\nTENT,budapest,60\n");
    options_.orders_file = file("orders.csv", orders());
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(directory_ + '/' + name) << text;
    return directory_ + '/' + name;
  }
  // 60 tents for 89,990.00 forints, by one customer, within ten minutes.
  static std::string orders() {
    std::string text = "order,time,sku,quantity,price,currency,customer,status\n";
    for (int n = 0; n < 60; ++n) {
      text += std::to_string(n) + ",2026-11-27 10:0" + std::to_string(n / 10) + ":0" +
              std::to_string(n % 10) + ",TENT,1,89990.00,HUF,7,paid\n";
    }
    return text;
  }
  SimulationReport run() {
    std::filesystem::remove_all(directory_ + "/log");
    options_.log_directory = directory_ + "/log";
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return report.ok() ? report.value() : SimulationReport{};
  }
  static std::string note(const SimulationReport& report, const std::string& name) {
    for (const InputNote& note : report.input.notes) {
      if (note.name == name) return note.text;
    }
    return {};
  }

  struct Silent : ProgressSink {
    void show(const SimulationProgress&) override {}
  };
  std::string directory_;
  SimulationOptions options_;
  Silent sink_;
};

TEST_F(OwnTerms, no_rule_of_risk_that_nobody_gave_refuses_or_reviews) {
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->orders.accepted, 60U);
  EXPECT_EQ(report.virtual_time->orders.in_review, 0U);
  EXPECT_TRUE(report.virtual_time->reasons.empty());
  EXPECT_EQ(note(report, "risk_rules"),
            "no limits of value, quantity or price, no reviews, no block list: risk in a "
            "--scenario gives them (allot help scenarios)");
  for (const std::string& part : report.synthetic) {
    EXPECT_EQ(part.find("reviews"), std::string::npos) << part;
    EXPECT_EQ(part.find("block list"), std::string::npos) << part;
  }
}

TEST_F(OwnTerms, a_scenario_that_names_risk_brings_that_rule_alone) {
  options_.scenario_file = file("risk.json", R"({"risk": {"order_value_max": 8000000}})");
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->orders.refused, 60U);
  EXPECT_EQ(report.virtual_time->reasons.at("order_value_exceeded"), 60U);
  EXPECT_EQ(note(report, "risk_rules"),
            "risk in " + options_.scenario_file +
                " is applied, order_value_max 8,000,000 (80000.00 HUF); its other rules are off "
                "(allot help scenarios)");
  EXPECT_EQ(report.scenario, "own times");
  for (const std::string& part : report.synthetic) {
    EXPECT_FALSE(part.starts_with("peaks:")) << part;
    EXPECT_EQ(part.find("block list"), std::string::npos) << part;
  }
  options_.scenario_file = file("risk.json", R"({"risk": {"review_value_min": 100}})");
  const SimulationReport reviewed = run();
  EXPECT_EQ(reviewed.virtual_time->orders.in_review, 60U);
  EXPECT_EQ(reviewed.virtual_time->orders.refused, 0U) << "by its customer's haste, for instance";
}

TEST_F(OwnTerms, all_rules_are_told_with_their_values) {
  InputReport input;
  RiskSpec risk;
  EXPECT_TRUE(risk_in_words(risk, input).empty());
  risk.order_value_max = 5'000'000;
  risk.line_quantity_max = 20'000;
  risk.price_low_bp = 1'000;
  risk.price_high_bp = 100'000;
  risk.velocity_count = 5;
  risk.velocity_window_s = 600;
  risk.review_value_min = 150'000;
  risk.blocked_permille = 3;
  EXPECT_EQ(risk_in_words(risk, input),
            "order_value_max 5,000,000, line_quantity_max 20,000, price_low_bp 1,000, "
            "price_high_bp 100,000, velocity_count 5 in 600 seconds, review_value_min 150,000, "
            "blocked_permille 3");
}

// An export that lists an order as unpaid, and not as cancelled, is of a shop that has not let go
// of it. Sixty tents lie there, so the last order of sixty-one lacks one where the first keeps his.
TEST_F(OwnTerms, what_is_unpaid_keeps_what_it_took_unless_a_scenario_says_how_long) {
  std::string text = orders();
  text.replace(text.find("paid"), 4, "unpaid");
  text += "60,2026-11-28 10:09:59,TENT,1,89990.00,HUF,7,paid\n";
  options_.orders_file = file("orders.csv", text);
  const auto has_part = [](const SimulationReport& report) {
    return std::ranges::any_of(report.synthetic, [](const std::string& part) {
      return part == "how long unpaid orders keep what they took: until the run is over";
    });
  };
  const SimulationReport kept = run();
  EXPECT_EQ(kept.virtual_time->orders.expired, 0U);
  EXPECT_EQ(kept.virtual_time->units.at_once, 60U);
  EXPECT_EQ(kept.virtual_time->figures->afterwards.reminders, 0U);
  EXPECT_EQ(note(kept, "unpaid"),
            "unpaid orders: they keep what they took; a --scenario lets go of it in time, such as "
            R"({"channels": [{"code": "shop", "hold_ttl_s": "5d"}]})");
  EXPECT_TRUE(has_part(kept));
  EXPECT_TRUE(kept.virtual_time->figures->holds_made_up);

  options_.scenario_file =
      file("hold.json", R"({"channels": [{"code": "shop", "hold_ttl_s": 1800}]})");
  const SimulationReport let_go = run();
  EXPECT_EQ(let_go.virtual_time->orders.expired, 1U);
  EXPECT_EQ(let_go.virtual_time->units.at_once, 61U);
  EXPECT_EQ(note(let_go, "unpaid"), "unpaid orders: they are placed, and nobody pays for them");
  EXPECT_FALSE(has_part(let_go));
  EXPECT_FALSE(let_go.virtual_time->figures->holds_made_up);
  options_.live = true;
  options_.virtual_time = false;
  options_.scenario_file =
      file("squeezed.json", R"({"live": {"durations_divided_by": 1000000000}})");
  EXPECT_EQ(run().live->orders.expired, 0U) << "no end comes sooner where time is squeezed";
}

TEST_F(OwnTerms, nobody_has_to_leave_by_a_time_that_no_scenario_names) {
  const FulfilmentCounts counts = run().virtual_time->fulfilment;
  EXPECT_EQ(counts.orders_shipped, 60U);
  EXPECT_EQ(counts.orders_in_time + counts.orders_late + counts.orders_overdue, 0U);
  options_.scenario_file = file("by.json", R"({"orders": {"ship_within_s": 172800}})");
  const FulfilmentCounts timed = run().virtual_time->fulfilment;
  EXPECT_EQ(timed.orders_in_time + timed.orders_late + timed.orders_overdue, 60U);
}

// What a channel does not say is as it would be without the scenario, and its nodes may be those
// that only the list of stock names.
TEST_F(OwnTerms, a_channel_of_a_scenario_says_only_what_is_otherwise) {
  options_.stock_file =
      file("stock.csv",
           "sku,node,quantity\nTENT,budapest,40\nTENT,sz\xC3\xA9kesfeh\xC3\xA9rv\xC3\xA1r,20\n");
  options_.scenario_file = file("one.json", R"({"channels": [{"code": "shop", "weight": 2}]})");
  EXPECT_EQ(run().virtual_time->units.at_once, 60U) << "both nodes serve it";
  options_.scenario_file =
      file("node.json", R"({"channels": [{"code": "shop", "nodes": ["budapest"]}]})");
  const SimulationReport one = run();
  EXPECT_EQ(one.virtual_time->units.at_once, 40U);
  EXPECT_EQ(std::ranges::count(one.synthetic, "every channel is served by every node"), 0);
  options_.scenario_file =
      file("typo.json", R"({"channels": [{"code": "shop", "nodes": ["budapset"]}]})");
  std::filesystem::remove_all(directory_ + "/log");
  const Result<SimulationReport> refused = simulate(options_, sink_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.status().message(),
            options_.scenario_file +
                ":1:41: channels[0].nodes 'budapset' is no node of this scenario or of the files; "
                "did you mean budapest?");
  options_.scenario_file =
      file("twice.json", R"({"channels": [{"code": "shop", "nodes": ["budapest", "budapest"]}]})");
  EXPECT_FALSE(simulate(options_, sink_).ok());
}

// One of the built-in channels withholds a unit of each SKU at each node.
TEST_F(OwnTerms, without_a_column_of_channels_there_is_one_that_withholds_nothing) {
  const SimulationReport report = run();
  const RunFigures& figures = *report.virtual_time->figures;
  EXPECT_EQ(figures.channels.size(), 1U);
  EXPECT_EQ(figures.channels.count("shop"), 1U);
  EXPECT_EQ(figures.skus_short, 0U) << "60 were asked for and lay there";
  EXPECT_EQ(note(report, "one_channel"),
            "no column names a channel, so all orders are of one, 'shop', which withholds nothing");
  options_.scenario_file = std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/peak.json";
  const SimulationReport peak = run();
  EXPECT_GT(peak.virtual_time->figures->channels.size(), 1U) << "a scenario that names them";
  EXPECT_TRUE(note(peak, "one_channel").empty());
}

TEST_F(OwnTerms, channels_of_a_file_are_none_of_a_scenario_that_nobody_gave) {
  std::string text = orders();
  for (const char* channel : {"marketplace", "cash-on-delivery"}) {
    text.replace(text.find("status"), 6, "channel");
    for (std::size_t at = 0; (at = text.find("paid", at)) != std::string::npos;) {
      text.replace(at, 4, channel);
    }
    options_.orders_file = file("orders.csv", text);
    const SimulationReport report = run();
    EXPECT_EQ(report.virtual_time->figures->channels.count(channel), 1U);
    EXPECT_EQ(report.virtual_time->units.at_once, 60U) << channel;
    EXPECT_TRUE(note(report, "one_channel").empty());
    text = orders();
  }
}

TEST_F(OwnTerms, nodes_of_a_scenario_need_no_channels) {
  options_.scenario_file =
      file("nodes.json",
           R"({"nodes": [{"code": "budapest", "priority": 1, "stock_weight": 1}],
          "lanes": [{"node": "budapest", "group": "world", "parcel_cost": 990, "unit_cost": 0,
                     "transit_s": 86400}]})");
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->orders.accepted, 60U);
  EXPECT_FALSE(report.virtual_time->figures->costs_made_up) << "its lanes have costs";
}

TEST_F(OwnTerms, costs_of_lanes_that_nobody_gave_are_marked) {
  EXPECT_TRUE(run().virtual_time->figures->costs_made_up);
  options_.lanes_file =
      file("lanes.csv", "node,zone,parcel_cost,transit_days\nbudapest,*,1490.00,2\n");
  EXPECT_FALSE(run().virtual_time->figures->costs_made_up);
  options_.stock_file.clear();
  options_.lanes_file.clear();
  EXPECT_TRUE(run().virtual_time->figures->costs_made_up) << "of the built-in scenario";
  options_.orders_file.clear();
  options_.orders = 50;
  EXPECT_FALSE(run().virtual_time->figures->costs_made_up) << "the generator's are all made up";
}

}  // namespace
}  // namespace allot::simulation
