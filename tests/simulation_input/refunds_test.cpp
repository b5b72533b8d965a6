// Money goes back: for what came back and for what was cancelled, no more than was paid, after the
// scenario's time; and nothing is made up where a file says what was paid.
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

constexpr std::uint64_t two_hours = 7'200;
// Times are at most 1.6 % too high.
constexpr std::uint64_t two_hours_at_most = two_hours + two_hours * 16 / 1'000;

class GivenBack : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_refunds_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.log_directory = directory_ + "/log";
    options_.live = false;
    options_.map = file("map.toml",
                        "currency = \"EUR\"\n[columns]\norder = \"order\"\ntime = \"date\"\n"
                        "sku = \"sku\"\nquantity = \"qty\"\nline_total = \"total\"\n"
                        "order_discount = \"off\"\n");
    options_.orders_file = file("orders.csv",
                                "order,date,sku,qty,total,off\n"
                                "A-1,2026-11-01T10:00:00Z,MILK,2,2.00,\n"
                                "A-2,2026-11-02T10:00:00Z,MILK,3,10.00,\n"
                                "A-3,2026-11-03T10:00:00Z,MUG,1,9.00,2.50\n"
                                "A-3,2026-11-03T10:00:00Z,MUG,2,18.00,2.50\n");
    options_.stock_file = file("stock.csv", "sku,node,quantity\nMILK,north,9\nMUG,north,3\n");
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  }
  // Effects: parcels leave an hour after the order; `more` of the scenario.
  void say(const std::string& more) {
    options_.scenario_file = file(
        "scenario.json", R"({"fulfilment": {"handling_quantiles": [3600, 3600]})" + more + "}");
  }
  // Effects: all of every order comes back, and money for it two hours later.
  void take_back(const std::string& more = "") {
    say(R"(, "returns": {"permille": 1000, "lost_permille": 0,
          "request_quantiles": [86400, 86400], "arrival_quantiles": [172800, 172800]},
        "refunds": {"delay_quantiles": [7200, 7200]})" +
        more);
  }
  void update(const std::string& rows) {
    options_.updates_file = file("updates.csv", "time,type,order,amount,payment id\n" + rows);
  }
  SimulationReport run() {
    std::filesystem::remove_all(options_.log_directory);
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    EXPECT_TRUE(report.ok() && report.value().sound());
    return report.ok() ? report.value() : SimulationReport{};
  }
  static bool made_up(const SimulationReport& report) {
    return std::ranges::count(report.synthetic, "when money is given back") == 1;
  }

  // Returns: of how many orders the refund of the orders file is not used.
  static std::uint64_t unused(const SimulationReport& report) {
    for (const FileReport& file : report.files) {
      for (const InputNote& note : file.notes) {
        if (note.name == "refund_unused") return note.count;
      }
    }
    return 0;
  }

  std::string directory_;
  SimulationOptions options_;
  Quiet sink_;
};

TEST_F(GivenBack, what_came_back_is_paid_back_two_hours_later) {
  take_back();
  const SimulationReport report = run();
  const RefundCounts& is = report.virtual_time->returns.refunds;
  EXPECT_EQ(report.virtual_time->returns.completed, 3U);
  EXPECT_EQ(is.count, 3U);
  EXPECT_EQ(is.of_returns, 3U);
  EXPECT_EQ(is.value, 200 + 1'000 + 2'450) << "the mugs cost 27.00, less 2.50";
  EXPECT_EQ(is.returns_value, is.value);
  EXPECT_GE(is.to_refund_p50_s, two_hours);
  EXPECT_GE(is.to_refund_p95_s, is.to_refund_p50_s);
  EXPECT_LE(is.to_refund_p95_s, two_hours_at_most);
  EXPECT_TRUE(made_up(report));
  EXPECT_TRUE(report.virtual_time->reasons.empty()) << "no refund was refused";
  const std::string text = summary_text(report, 200);
  EXPECT_NE(
      text.find(
          "3 refunds were made, 36.50 EUR, for goods that had come back, half of these within "
          "2 hours of that"),
      std::string::npos)
      << text;
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["refunds"]["count"], 3);
  EXPECT_EQ(json["refunds"]["value"], 3'650);
  EXPECT_EQ(json["refunds"]["of_returns"], 3);
  EXPECT_EQ(json["modes"]["virtual_time"]["refunds"]["returns_value"], 3'650);
}

TEST_F(GivenBack, the_delay_is_the_scenarios_and_nobody_has_to_pay) {
  take_back(R"(, "peaks": [])");
  const std::string two = run().virtual_time->digest;
  say(R"(, "returns": {"permille": 1000, "lost_permille": 0,
        "request_quantiles": [86400, 86400], "arrival_quantiles": [172800, 172800]},
      "refunds": {"delay_quantiles": [864000, 864000]})");
  const RunReport late = *run().virtual_time;
  EXPECT_EQ(late.returns.refunds.value, 3'650);
  EXPECT_GE(late.returns.refunds.to_refund_p50_s, 864'000U);
  EXPECT_LE(late.returns.refunds.to_refund_p95_s, 864'000U + 864'000U * 16 / 1'000);
  EXPECT_NE(late.digest, two);
  say(R"(, "returns": {"permille": 1000, "lost_permille": 0}, "refunds": {"pays": false})");
  const SimulationReport never = run();
  EXPECT_EQ(never.virtual_time->returns.completed, 3U);
  EXPECT_EQ(never.virtual_time->returns.refunds.count, 0U);
  EXPECT_EQ(never.virtual_time->returns.refunds.value, 0);
  EXPECT_FALSE(made_up(never));
  EXPECT_EQ(summary_text(never, 200).find(" refund"), std::string::npos);
}

TEST_F(GivenBack, a_scenario_that_says_nothing_of_it_has_a_delay) {
  say(R"(, "returns": {"permille": 1000, "lost_permille": 0})");
  const RefundCounts is = run().virtual_time->returns.refunds;
  EXPECT_EQ(is.of_returns, 3U);
  EXPECT_EQ(is.value, 3'650);
  EXPECT_GE(is.to_refund_p50_s, 3'600U) << "the least of the built-in scenario";
  EXPECT_LE(is.to_refund_p95_s, 345'600U + 345'600U * 16 / 1'000) << "and the greatest";
}

TEST_F(GivenBack, part_of_a_line_costs_its_part_and_bears_its_part_of_a_discount) {
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty,total,off\n"
                              "A-1,2026-11-01T10:00:00Z,MILK,3,10.00,1.00\n"
                              "A-1,2026-11-01T10:00:00Z,MILK,1,1.00,1.00\n");
  options_.stock_file = file("stock.csv", "sku,node,quantity\nMILK,north,2\n");
  take_back();
  const RunReport is = *run().virtual_time;
  ASSERT_EQ(is.returns.units_received(), 2U) << "what comes in a later parcel is kept";
  EXPECT_EQ(is.returns.refunds.of_returns, 1U);
  // Two of four cost 5.50 of 11.00, and bear 0.50 of the 1.00.
  EXPECT_EQ(is.returns.refunds.value, 500);
}

// A-1 has its goods for nothing and pays for carrying them, A-3 pays less than that.
TEST_F(GivenBack, a_discount_is_shared_by_goods_and_shipping_is_kept) {
  const std::string map =
      "currency = \"EUR\"\nprices_include_tax = NO\n[columns]\norder = \"order\"\n"
      "time = \"date\"\nsku = \"sku\"\nquantity = \"qty\"\nline_total = \"total\"\n"
      "order_discount = \"off\"\nshipping = \"ship\"\nline_tax = \"tax\"\n";
  const auto with_tax = [&map](const char* included) {
    std::string text = map;
    return text.replace(text.find("NO"), 2, included);
  };
  options_.map = file("map.toml", with_tax("false"));
  const std::string head = "order,date,sku,qty,total,off,ship,tax\n";
  options_.orders_file =
      file("orders.csv", head + "A-1,2026-11-01T10:00:00Z,MILK,2,40.00,40.00,5.00,\n" +
                             "A-3,2026-11-03T10:00:00Z,MILK,2,40.00,42.00,5.00,\n");
  take_back();
  const RunReport none = *run().virtual_time;
  EXPECT_EQ(none.returns.completed, 2U);
  EXPECT_EQ(none.returns.refunds.count, 0U);
  options_.orders_file =
      file("orders.csv", head + "A-2,2026-11-02T10:00:00Z,MILK,2,40.00,10.00,5.00,\n");
  EXPECT_EQ(run().virtual_time->returns.refunds.value, 3'000);
  options_.orders_file =
      file("orders.csv", head + "A-4,2026-11-02T10:00:00Z,MUG,2,40.00,10.00,5.00,4.00\n");
  EXPECT_EQ(run().virtual_time->returns.refunds.value, 3'400) << "with the tax that came on top";
  options_.map = file("map.toml", with_tax("true"));
  EXPECT_EQ(run().virtual_time->returns.refunds.value, 3'000) << "of which tax is a part";
  options_.orders_file =
      file("orders.csv", head +
                             "A-5,2026-11-02T10:00:00Z,MUG,1,10.00,10.00,5.00,\n"
                             "A-5,2026-11-02T10:00:00Z,MILK,3,20.00,10.00,5.00,\n");
  const RunReport milk = *run().virtual_time;
  ASSERT_EQ(milk.returns.units_received(), 3U) << "the mug is kept";
  EXPECT_EQ(milk.returns.refunds.value, 1'333) << "it bears 6.67 of the discount";
}

TEST_F(GivenBack, what_the_engine_tells_as_due_is_paid_back) {
  options_.updates_file = file("updates.csv", "time,type,order\n2026-11-02T10:30:00Z,cancel,A-2\n");
  say(R"(, "refunds": {"delay_quantiles": [60, 60]})");
  const SimulationReport report = run();
  const RefundCounts& is = report.virtual_time->returns.refunds;
  EXPECT_EQ(report.virtual_time->orders.cancelled, 1U);
  EXPECT_EQ(is.count, 1U);
  EXPECT_EQ(is.value, 1'000) << "what A-2 had paid";
  EXPECT_EQ(is.of_returns, 0U);
  EXPECT_EQ(is.returns_value, 0);
  EXPECT_EQ(is.to_refund_p95_s, 0U);
  EXPECT_TRUE(made_up(report)) << "no file says when";
  EXPECT_NE(summary_text(report, 200).find("  1 refund was made, 10.00 EUR.\n"), std::string::npos)
      << summary_text(report, 200);
  say(R"(, "refunds": {"pays": false})");
  EXPECT_EQ(run().virtual_time->returns.refunds.count, 0U);
}

TEST_F(GivenBack, nothing_of_own_orders_is_made_up_where_nothing_came_back) {
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->orders.accepted, 3U);
  EXPECT_EQ(report.virtual_time->returns.refunds.count, 0U);
  EXPECT_FALSE(made_up(report));
}

TEST_F(GivenBack, a_file_that_says_what_was_paid_says_what_was_given_back) {
  update(
      "2026-11-01T10:05:00Z,captured,A-1,2.00,P-1\n2026-11-02T10:05:00Z,captured,A-2,10.00,P-2\n"
      "2026-11-03T10:05:00Z,captured,A-3,24.50,P-3\n2026-11-02T10:30:00Z,cancel,A-2,,\n");
  take_back();
  const SimulationReport none = run();
  EXPECT_EQ(none.virtual_time->orders.cancelled, 1U);
  EXPECT_EQ(none.virtual_time->returns.completed, 2U);
  EXPECT_EQ(none.virtual_time->returns.refunds.count, 0U);
  EXPECT_FALSE(made_up(none));
  update(
      "2026-11-01T10:05:00Z,captured,A-1,2.00,P-1\n2026-11-02T10:05:00Z,captured,A-2,10.00,P-2\n"
      "2026-11-03T10:05:00Z,captured,A-3,24.50,P-3\n2026-11-02T10:30:00Z,cancel,A-2,,\n"
      "2026-11-03T10:30:00Z,refunded,A-2,4.00,P-2\n");
  const RefundCounts own = run().virtual_time->returns.refunds;
  EXPECT_EQ(own.count, 1U);
  EXPECT_EQ(own.value, 400);
  EXPECT_EQ(own.of_returns, 0U);
}

// Effects: of A-1 1.50 was given back by the file of orders, of A-3 30.00 of 24.50.
TEST_F(GivenBack, an_order_whose_row_says_it_is_given_back_that_and_no_more) {
  options_.map = file("map.toml",
                      "currency = \"EUR\"\n[columns]\norder = \"order\"\ntime = \"date\"\n"
                      "sku = \"sku\"\nquantity = \"qty\"\nline_total = \"total\"\n"
                      "refund = \"back\"\nstatus = \"state\"\n[status]\nunpaid = [\"open\"]\n");
  const std::string head = "order,date,sku,qty,total,back,state\n";
  options_.orders_file = file("orders.csv", head +
                                                "A-1,2026-11-01T10:00:00Z,MILK,2,2.00,1.50,paid\n"
                                                "A-2,2026-11-02T10:00:00Z,MILK,3,10.00,,paid\n"
                                                "A-3,2026-11-03T10:00:00Z,MUG,1,9.00,30.00,paid\n"
                                                "A-4,2026-11-03T10:00:00Z,MUG,1,9.00,3.00,open\n");
  say(R"(, "refunds": {"delay_quantiles": [7200, 7200]})");
  const SimulationReport report = run();
  const RefundCounts& is = report.virtual_time->returns.refunds;
  EXPECT_EQ(is.count, 2U) << "A-4 was not paid";
  EXPECT_EQ(is.value, 150 + 3'000) << "also what is more than was paid";
  EXPECT_EQ(is.of_returns, 0U);
  EXPECT_TRUE(made_up(report)) << "the file does not say when";
  EXPECT_TRUE(report.virtual_time->reasons.empty());
  EXPECT_TRUE(std::ranges::any_of(report.input.notes, [](const InputNote& note) {
    return note.name == "refund_above" && note.count == 1;
  }));
  // All goods come back, A-2 and A-3 are cancelled before they leave.
  options_.updates_file = file("updates.csv",
                               "time,type,order\n2026-11-02T10:30:00Z,cancel,A-2\n"
                               "2026-11-03T10:30:00Z,cancel,A-3\n");
  take_back();
  const SimulationReport both = run();
  EXPECT_EQ(both.virtual_time->orders.cancelled, 2U);
  EXPECT_EQ(both.virtual_time->returns.completed, 1U);
  EXPECT_EQ(both.virtual_time->returns.refunds.count, 3U);
  EXPECT_EQ(both.virtual_time->returns.refunds.value, 150 + 1'000 + 3'000)
      << "nothing besides for the milk of A-1 and for the end of A-3";
  EXPECT_EQ(both.virtual_time->returns.refunds.of_returns, 0U);
  EXPECT_EQ(unused(both), 0U);
  // Updates that say what was paid, or given back, of an order say all of it.
  const std::string others =
      "2026-11-02T10:30:00Z,cancel,A-2,,\n2026-11-03T10:30:00Z,cancel,A-3,,\n";
  update("2026-11-01T10:05:00Z,captured,A-1,2.00,P-1\n" + others);
  const SimulationReport paid = run();
  EXPECT_EQ(paid.virtual_time->returns.completed, 1U);
  EXPECT_EQ(paid.virtual_time->returns.refunds.count, 2U);
  EXPECT_EQ(paid.virtual_time->returns.refunds.value, 1'000 + 3'000);
  EXPECT_EQ(unused(paid), 1U);
  EXPECT_TRUE(made_up(paid)) << "when A-2 and A-3 are given money back";
  update("2026-11-03T11:00:00Z,refunded,A-1,0.40,P-1\n" + others);
  const SimulationReport alone = run();
  EXPECT_EQ(alone.virtual_time->returns.refunds.count, 3U);
  EXPECT_EQ(alone.virtual_time->returns.refunds.value, 40 + 1'000 + 3'000)
      << "and nothing for what came back of A-1";
  EXPECT_EQ(unused(alone), 1U);
  update(
      "2026-11-01T10:05:00Z,captured,A-1,2.00,P-1\n2026-11-02T10:05:00Z,captured,A-2,10.00,P-2\n"
      "2026-11-03T10:05:00Z,captured,A-3,9.00,P-3\n" +
      others);
  const SimulationReport all = run();
  EXPECT_EQ(all.virtual_time->returns.refunds.count, 0U);
  EXPECT_EQ(unused(all), 2U) << "A-1 and A-3";
  EXPECT_FALSE(made_up(all)) << "A-4 was not paid";
}

TEST_F(GivenBack, what_nobody_is_known_to_have_paid_is_not_paid_back) {
  take_back(R"(, "channels": [{"code": "shop", "kind": "cash_on_delivery"}])");
  const RunReport door = *run().virtual_time;
  EXPECT_EQ(door.returns.completed, 3U);
  EXPECT_EQ(door.returns.refunds.count, 0U);
  take_back(R"(, "channels": [{"code": "shop", "kind": "import"}])");
  const RunReport market = *run().virtual_time;
  EXPECT_EQ(market.returns.completed, 3U);
  EXPECT_EQ(market.returns.refunds.value, 3'650);
}

TEST_F(GivenBack, several_currencies_have_no_sum) {
  options_.map = file("map.toml",
                      "[columns]\norder = \"order\"\ntime = \"date\"\nsku = \"sku\"\n"
                      "quantity = \"qty\"\nline_total = \"total\"\ncurrency = \"money\"\n");
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty,total,money\n"
                              "A-1,2026-11-01T10:00:00Z,MILK,2,2.00,EUR\n"
                              "A-2,2026-11-02T10:00:00Z,MILK,3,10.00,USD\n");
  take_back();
  const SimulationReport report = run();
  ASSERT_TRUE(report.input.several_currencies);
  EXPECT_EQ(report.virtual_time->returns.refunds.count, 2U);
  EXPECT_EQ(report.virtual_time->returns.refunds.value, 0);
  EXPECT_EQ(report.virtual_time->returns.refunds.returns_value, 0);
}

TEST_F(GivenBack, of_a_currency_that_few_orders_have_the_refunds_are_counted_apart) {
  options_.map = file("map.toml",
                      "[columns]\norder = \"order\"\ntime = \"date\"\nsku = \"sku\"\n"
                      "quantity = \"qty\"\nline_total = \"total\"\ncurrency = \"money\"\n");
  std::string rows = "order,date,sku,qty,total,money\n";
  for (int n = 1; n <= 9; ++n) {
    rows += "A-" + std::to_string(n) + ",2026-11-01T10:00:00Z,MILK,1,2.00,USD\n";
  }
  options_.orders_file = file("orders.csv", rows + "B-1,2026-11-02T10:00:00Z,MUG,1,12.00,EUR\n");
  take_back();
  const SimulationReport report = run();
  const RefundCounts& is = report.virtual_time->returns.refunds;
  EXPECT_EQ(is.count, 10U);
  EXPECT_EQ(is.value, 1'800);
  EXPECT_EQ(is.other_currency, 1U);
  EXPECT_EQ(is.returns_other_currency, 1U);
  const std::string text = summary_text(report, 200);
  EXPECT_NE(text.find("10 refunds were made, 18.00 USD and 1 in another currency, for goods"),
            std::string::npos)
      << text;
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["refunds"]["other_currency"], 1);
  EXPECT_EQ(json["refunds"]["returns_other_currency"], 1);
}

TEST(RefundsText, tells_what_is_in_another_currency) {
  InputReport input;
  input.currency = "USD";
  RefundCounts counts;
  counts.count = 2;
  counts.value = 800;
  EXPECT_EQ(refunds_text(counts, input), "2 refunds were made, 8.00 USD.");
  counts.other_currency = 1;
  EXPECT_EQ(refunds_text(counts, input),
            "2 refunds were made, 8.00 USD and 1 in another currency.");
  counts.value = 0;
  counts.other_currency = 2;
  EXPECT_EQ(refunds_text(counts, input), "2 refunds were made, all in another currency.");
  counts.count = counts.other_currency = 1;
  EXPECT_EQ(refunds_text(counts, input), "1 refund was made, in another currency.");
  counts.count = 3;
  counts.value = 800;
  counts.of_returns = counts.returns_other_currency = 1;
  counts.to_refund_p95_s = 600;
  EXPECT_EQ(refunds_text(counts, input),
            "3 refunds were made, 8.00 USD and 1 in another currency; 1 of them, in another "
            "currency, for goods that had come back, within 10 minutes of that.");
}

TEST_F(GivenBack, a_seed_has_one_digest_with_and_without_a_live_run) {
  const auto made = [this](bool live) {
    options_ = SimulationOptions{};
    options_.log_directory = directory_ + "/log";
    options_.scenario_file = file("scenario.json",
                                  R"({"generator": {"orders": 300, "skus": 50, "customers": 100},
                                      "cancel": {"permille": 200}, "returns": {"permille": 500}})");
    options_.live = live;
    options_.live_seconds = 1;
    return run();
  };
  const SimulationReport alone = made(false);
  const SimulationReport both = made(true);
  const RefundCounts& is = alone.virtual_time->returns.refunds;
  EXPECT_GT(is.of_returns, 0U);
  EXPECT_GT(is.count, is.of_returns) << "and of orders that were cancelled";
  EXPECT_GT(is.value, is.returns_value);
  EXPECT_EQ(both.virtual_time->digest, alone.virtual_time->digest);
  EXPECT_EQ(both.virtual_time->returns.refunds.value, is.value);
  EXPECT_FALSE(alone.virtual_time->reasons.contains("payments_full"));
}

}  // namespace
}  // namespace allot
