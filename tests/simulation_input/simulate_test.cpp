// Whole small simulations, through the engine and its log.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "simulation/simulation.hpp"

namespace allot {
namespace {

class Watching : public ProgressSink {
 public:
  void show(const SimulationProgress& progress) override {
    ++shown;
    EXPECT_GE(progress.done.value_or(0.0), 0.0);
    EXPECT_LE(progress.done.value_or(0.0), 1.0);
  }
  bool stop_requested() override { return stop; }
  int shown{0};
  bool stop{false};
};

class Simulate : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_simulate_" + test->name() + "_" +
                 std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.log_directory = directory_ + "/log";
    options_.scenario_file = std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/tiny.json";
    options_.live = false;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  SimulationReport run() {
    std::filesystem::remove_all(options_.log_directory);
    Result<SimulationReport> report = simulate(options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return report.ok() ? report.value() : SimulationReport{};
  }

  static void expect_consistent(const RunReport& run) {
    EXPECT_EQ(run.orders.submitted, run.orders.accepted + run.orders.refused);
    EXPECT_EQ(run.units.requested, run.units.at_once + run.units.backordered + run.units.refused);
    EXPECT_LE(run.units.allocated, run.units.held);
    EXPECT_GE(run.units.held, run.units.at_once + run.units.waited);
    EXPECT_GE(run.parcels, run.split_orders);
    EXPECT_TRUE(run.conservation) << run.conservation_fault;
    EXPECT_EQ(run.oversold_units, 0U);
    EXPECT_EQ(run.digest, run.replay.digest);
    EXPECT_EQ(run.digest.size(), 32U);
    EXPECT_EQ(run.latency_ns.count, run.orders.submitted);
    EXPECT_GE(run.latency_ns.max, run.latency_ns.p50);
  }

  std::string directory_;
  SimulationOptions options_;
  Watching sink_;
};

TEST_F(Simulate, virtual_time_gives_one_digest_for_any_number_of_producers) {
  const SimulationReport first = run();
  ASSERT_TRUE(first.virtual_time.has_value());
  EXPECT_TRUE(first.sound());
  expect_consistent(*first.virtual_time);
  EXPECT_EQ(first.virtual_time->orders.submitted, 300U);
  EXPECT_GT(first.virtual_time->orders.refused, 0U);
  EXPECT_GT(first.virtual_time->orders.expired, 0U);
  EXPECT_GT(first.virtual_time->orders.backordered, 0U);
  EXPECT_GT(first.virtual_time->orders.cancelled, 0U);
  EXPECT_GT(sink_.shown, 2);
  for (const std::uint32_t producers : {1U, 8U}) {
    options_.producers = producers;
    const SimulationReport again = run();
    EXPECT_EQ(again.virtual_time->digest, first.virtual_time->digest);
    EXPECT_EQ(again.virtual_time->reasons, first.virtual_time->reasons);
  }
  options_.seed = 2;
  EXPECT_NE(run().virtual_time->digest, first.virtual_time->digest);
}

TEST_F(Simulate, sync_decides_the_same_as_async) {
  const SimulationReport first = run();
  options_.durability = Durability::sync;
  const SimulationReport second = run();
  EXPECT_EQ(first.virtual_time->digest, second.virtual_time->digest);
  EXPECT_EQ(second.virtual_time->journal.durability, "sync");
}

TEST_F(Simulate, live_run_conserves_and_replays) {
  options_.virtual_time = false;
  options_.live = true;
  options_.live_seconds = 1;
  options_.hgrm_file = directory_ + "/latency.hgrm";
  const SimulationReport report = run();
  ASSERT_TRUE(report.live.has_value());
  EXPECT_TRUE(report.sound());
  expect_consistent(*report.live);
  EXPECT_EQ(report.live->orders.submitted, 300U);
  EXPECT_EQ(report.live->latency_ns.from, "intended_arrival");
  EXPECT_TRUE(std::filesystem::exists(options_.hgrm_file));
}

TEST_F(Simulate, as_fast_as_possible_answers_every_order) {
  options_.virtual_time = false;
  options_.live = true;
  options_.as_fast_as_possible = true;
  options_.producers = 3;
  const SimulationReport report = run();
  ASSERT_TRUE(report.live.has_value());
  expect_consistent(*report.live);
  EXPECT_EQ(report.live->orders.submitted, 300U);
}

TEST_F(Simulate, reads_a_file_and_accounts_for_its_rows) {
  options_.orders_file = directory_ + "/orders.csv";
  std::ofstream(options_.orders_file)
      << "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
         "536365,85123A,x,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
         "536365,POST,x,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom\n"
         "536366,71053,x,2,2010-12-02 09:00:00,3.39,,France\n"
         "C536367,71053,x,-2,2010-12-02 09:10:00,3.39,,France\n";
  options_.scale = 5;
  const SimulationReport report = run();
  EXPECT_EQ(report.input.rows, 4U);
  EXPECT_EQ(report.input.used, 2U);
  EXPECT_EQ(report.input.skipped.at("credit_note"), 1U);
  EXPECT_EQ(report.input.skipped.at("non_product"), 1U);
  EXPECT_EQ(report.input.map, "preset uci_online_retail");
  ASSERT_EQ(report.input.left_out.size(), 2U);
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("1 row left out: credit_note (line 5, InvoiceNo 'C536367')"),
            std::string::npos)
      << text;
  EXPECT_EQ(report.input.guest_orders, 1U);
  EXPECT_EQ(report.virtual_time->orders.submitted, 10U);
  EXPECT_EQ(report.virtual_time->lines, 10U);
  expect_consistent(*report.virtual_time);
}

// "Would Friday have gone well?" is asked of the times that Friday had.
TEST_F(Simulate, orders_of_a_file_keep_their_times_unless_a_scenario_was_asked_for) {
  options_.orders_file = directory_ + "/orders.csv";
  std::ofstream file(options_.orders_file);
  file << "order,date,sku,qty,price\n";
  for (int i = 0; i < 60; ++i) {
    file << i << ",2026-11-27T10:" << 10 + i % 40 << ":00Z,MUG,1,2.50\n";
  }
  file.close();
  const auto moves = [](const SimulationReport& report) {
    return std::any_of(report.synthetic.begin(), report.synthetic.end(),
                       [](const std::string& part) { return part.starts_with("peaks:"); });
  };
  options_.scenario_file = std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/peak.json";
  EXPECT_TRUE(moves(run()));
  options_.scenario_file.clear();
  const SimulationReport own = run();
  EXPECT_FALSE(moves(own));
  EXPECT_EQ(own.scenario, "own times");
  options_.orders_file.clear();
  options_.orders = 100;
  EXPECT_TRUE(moves(run())) << "the generator's have no times of their own";
}

TEST_F(Simulate, a_file_of_which_nothing_is_left_says_why) {
  options_.orders_file = directory_ + "/orders.csv";
  std::ofstream(options_.orders_file) << "order,date,sku,qty,price\n"
                                         "1,yesterday,A,1,2.00\n2,today,A,1,2.00\n";
  options_.map = directory_ + "/orders.toml";
  std::ofstream(options_.map) << "[columns]\norder = \"order\"\ntime = \"date\"\nsku = \"sku\"\n"
                                 "quantity = \"qty\"\nprice = \"price\"\n";
  const auto report = simulate(options_, sink_);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.status().code(), StatusCode::invalid_argument);
  const std::string text = report.status().message();
  EXPECT_NE(text.find("none of 2 rows could be used"), std::string::npos) << text;
  EXPECT_NE(text.find("2 rows left out: time_unreadable (line 2, date 'yesterday')"),
            std::string::npos)
      << text;
  std::ofstream(options_.orders_file) << "order,date,sku,qty,price\n";
  EXPECT_NE(simulate(options_, sink_).status().message().find("a header and no rows"),
            std::string::npos);
}

TEST_F(Simulate, unpaid_orders_are_placed_and_stay_unpaid) {
  options_.orders_file = directory_ + "/orders.csv";
  options_.map = directory_ + "/orders.toml";
  std::ofstream(options_.map) << "[columns]\norder = \"order\"\ntime = \"date\"\nsku = \"sku\"\n"
                                 "quantity = \"qty\"\nprice = \"price\"\nstatus = \"status\"\n"
                                 "channel = {value = \"outlet\"}\n"
                                 "[status]\nunpaid = [\"pending\"]\n";
  std::ofstream file(options_.orders_file);
  file << "order,date,sku,qty,price,status\n";
  for (int i = 0; i < 50; ++i) file << i << ",2026-01-01 10:00:" << i + 10 << ",A,1,2.00,pending\n";
  file.close();
  const SimulationReport report = run();
  EXPECT_EQ(report.virtual_time->orders.allocated, 0U) << "nobody pays for any of them";
  EXPECT_GT(report.virtual_time->orders.unsettled, 0U);
  EXPECT_EQ(report.virtual_time->orders.expired + report.virtual_time->orders.cancelled, 0U);
  EXPECT_EQ(report.input.notes.at(0).name, "unpaid");
  EXPECT_NE(summary_text(report).find("terms of the file's channels (outlet)"), std::string::npos);
}

TEST_F(Simulate, a_key_file_makes_the_same_tokens_whatever_the_seed) {
  options_.orders_file = directory_ + "/orders.csv";
  std::ofstream(options_.orders_file) << "order,date,sku,qty,price,email\n"
                                         "1,2026-01-01 10:00:00,A,1,2.00,a@example.com\n";
  const std::string numbered = run().virtual_time->digest;
  EXPECT_EQ(run().virtual_time->digest, numbered) << "without a key a seed has one digest";
  options_.key_file = directory_ + "/customers.key";
  const std::string keyed = run().virtual_time->digest;
  EXPECT_NE(keyed, numbered);
  EXPECT_EQ(run().virtual_time->digest, keyed);
}

TEST_F(Simulate, own_stock_and_lanes_are_taken_as_they_are) {
  const auto file = [this](const std::string& name, const std::string& text) {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  };
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty,price,country\n"
                              "1,2026-01-01 10:00:00,A,3,2.00,DE\n"
                              "2,2026-01-01 11:00:00,A,3,2.00,DE\n"
                              "3,2026-01-01 12:00:00,0B,1,2.00,FR\n");
  options_.stock_file = file("stock.csv",
                             "sku,node,quantity,lot,expiry\n"
                             "A,north,2,L1,2027-01-01\nA,north,2,L1,2027-01-01\n"
                             "B,south,9,,\nC,south,-1,,\nD,west,x,,\n");
  options_.lanes_file = file("lanes.csv",
                             "node,zone,parcel_cost,transit\n"
                             "north,DE,4.90,1d\nsouth,DE,5.90,2d\n");
  options_.products_file = file("products.csv", "sku,price,gtin\nA,2.50,4006381333931\nE,1,123\n");
  const SimulationReport report = run();
  ASSERT_EQ(report.files.size(), 3U);
  for (const FileReport& read : report.files) {
    std::uint64_t rows = read.used;
    for (const auto& [reason, skipped] : read.skipped) rows += skipped;
    EXPECT_EQ(rows, read.rows) << read.kind;
  }
  const FileReport& stock = report.files.back();
  EXPECT_EQ(stock.kind, "stock");
  EXPECT_EQ(stock.used, 4U) << "less than nothing is nothing";
  EXPECT_EQ(stock.skipped.at("quantity_unreadable"), 1U);
  const std::string text = summary_text(report);
  EXPECT_NE(text.find("SKUs that are ordered and have no row (1)"), std::string::npos) << text;
  EXPECT_TRUE(std::ranges::any_of(stock.notes, [](const InputNote& note) {
    return note.text == "SKUs that are ordered and have no row: they have no stock: 0B";
  })) << text;
  EXPECT_NE(text.find("1 would if capitals, blanks and"), std::string::npos) << "0B and B\n"
                                                                             << text;
  EXPECT_NE(text.find("orders to zones without a lane (1)"), std::string::npos) << text;
  EXPECT_EQ(text.find("stock, lots"), std::string::npos) << "nothing about stock is made up";
  EXPECT_EQ(report.virtual_time->units.at_once, 4U)
      << "4 of A are there: the second order wants 3, and waits for one of them";
  expect_consistent(*report.virtual_time);
  options_.lanes_file.clear();
  EXPECT_NE(summary_text(run()).find("one lane from each node to each zone"), std::string::npos);
  std::filesystem::remove_all(options_.log_directory);
  options_.stock_file = file("bad.csv", "sku,nodes,quantty\nA,n,1\n");
  EXPECT_NE(simulate(options_, sink_)
                .status()
                .message()
                .find("bad.csv:1: the file has no column 'quantity'; did you mean 'quantty'?"),
            std::string::npos)
      << simulate(options_, sink_).status().message();
}

TEST_F(Simulate, nodes_whose_lanes_were_all_left_out_are_named) {
  const auto file = [this](const std::string& name, const std::string& text) {
    std::ofstream(directory_ + "/" + name) << text;
    return directory_ + "/" + name;
  };
  options_.orders_file = file("orders.csv",
                              "order,date,sku,qty,price,country\n"
                              "1,2026-01-01 10:00:00,A,3,2.00,DE\n");
  options_.stock_file = file("stock.csv", "sku,node,quantity\nA,north,2\nA,east,9\nA,west,9\n");
  options_.lanes_file = file("lanes.csv",
                             "node,zone,parcel_cost,transit\n"
                             "north,DE,4.90,1d\neast,DE,cheap,2d\n");
  const SimulationReport report = run();
  const std::string text = summary_text(report, 400);
  EXPECT_NE(text.find("nodes without a lane (2): nothing is sent from there: east, west"),
            std::string::npos)
      << text;
  EXPECT_EQ(report.virtual_time->units.at_once, 2U) << "north has two of the three";
  options_.lanes_file = file("lanes.csv",
                             "node,zone,parcel_cost,transit\n"
                             "north,DE,4.90,1d\neast,DE,5,2d\nwest,FR,5,2d\n");
  EXPECT_EQ(summary_text(run()).find("nodes without a lane"), std::string::npos);
}

TEST_F(Simulate, json_has_the_promised_fields) {
  const auto json = nlohmann::json::parse(to_json(run()));
  for (const char* key : {"input", "orders", "lines", "units", "parcels", "split_orders", "reasons",
                          "orders_per_second", "latency_ns", "oversold_units", "conservation",
                          "digest", "journal", "replay", "seed", "version", "synthetic", "modes"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  for (const char* key : {"submitted", "accepted", "refused", "in_review", "backordered", "expired",
                          "busy_retries"}) {
    EXPECT_TRUE(json["orders"].contains(key)) << key;
  }
  for (const char* key : {"requested", "held", "allocated", "backordered", "refused"}) {
    EXPECT_TRUE(json["units"].contains(key)) << key;
  }
  for (const char* key : {"p50", "p99", "p999", "max"}) {
    EXPECT_TRUE(json["latency_ns"].contains(key)) << key;
  }
  for (const char* key : {"bytes", "records", "segments", "durability"}) {
    EXPECT_TRUE(json["journal"].contains(key)) << key;
  }
  EXPECT_TRUE(json["replay"].contains("digest"));
  EXPECT_TRUE(json["modes"].contains("virtual_time"));
}

TEST_F(Simulate, summary_says_it_in_words) {
  const std::string text = summary_text(run());
  EXPECT_NE(text.find("to the same digest"), std::string::npos) << text;
  EXPECT_NE(text.find("Synthetic:"), std::string::npos);
  EXPECT_NE(text.find(options_.log_directory), std::string::npos);
}

TEST_F(Simulate, stops_when_asked) {
  sink_.stop = true;
  const auto report = simulate(options_, sink_);
  ASSERT_FALSE(report.ok());
  EXPECT_NE(report.status().message().find("stopped on request"), std::string::npos);
}

TEST_F(Simulate, bad_options_are_refused_by_name) {
  const auto fault = [this] {
    const auto report = simulate(options_, sink_);
    return report.ok() ? std::string{} : report.status().message();
  };
  options_.scale = 0;
  EXPECT_EQ(fault(), "--scale must be 1 to 1,000");
  options_.scale = 1;
  options_.producers = 65;
  EXPECT_EQ(fault(), "--producers must be 1 to 64");
  options_.producers = 1;
  options_.orders = 5;
  options_.orders_file = "x.csv";
  EXPECT_NE(fault().find("--order-count is for the generator"), std::string::npos);
  options_.orders = 0;
  EXPECT_EQ(fault().rfind("x.csv: cannot be opened", 0), 0U);
  options_.orders_file.clear();
  std::filesystem::create_directories(options_.log_directory + "/virtual_time/old");
  EXPECT_NE(fault().find("is not empty"), std::string::npos);
  // What is wrong is named as whoever typed it did, not as the library does.
  options_.hgrm_file = directory_ + "/latency.hgrm";
  EXPECT_EQ(
      fault(),
      "--hgrm has the latencies of the live run, and there is none: give --mode live or both");
  options_.hgrm_file.clear();
  options_.log_directory.clear();
  EXPECT_NE(fault().find("--log must name"), std::string::npos);
}

}  // namespace
}  // namespace allot
