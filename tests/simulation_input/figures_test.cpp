// What a run is broken down into, against a recount that reads its log once more: every event of
// the log, and the rows that the orders were read from, counted with maps and loops.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/replay/replay.hpp"
#include "simulation/simulation.hpp"

namespace allot {
namespace {

class Silent : public ProgressSink {
 public:
  void show(const SimulationProgress&) override {}
};

struct Row {
  std::string sku;
  std::uint64_t quantity;
  std::int64_t price;
};
struct Bought {
  std::int64_t second;  // of 2026-11-11
  std::string zone;
  std::vector<Row> rows;

  [[nodiscard]] std::uint64_t units() const {
    std::uint64_t sum = 0;
    for (const Row& row : rows) sum += row.quantity;
    return sum;
  }
  [[nodiscard]] std::int64_t value() const {
    std::int64_t sum = 0;
    for (const Row& row : rows) sum += static_cast<std::int64_t>(row.quantity) * row.price;
    return sum;
  }
  // What the first `units` of a SKU cost.
  [[nodiscard]] std::int64_t value_of(const std::string& sku, std::uint64_t units) const {
    std::int64_t sum = 0;
    for (const Row& row : rows) {
      for (std::uint64_t one = 0; row.sku == sku && one < row.quantity && units > 0; ++one) {
        sum += row.price;
        --units;
      }
    }
    return sum;
  }
};

constexpr std::int64_t midnight_s = 1'794'355'200;  // 2026-11-11
constexpr std::int64_t second_ns = 1'000'000'000;

// Six hours of orders, of which some have a SKU in two lines at two prices.
std::vector<Bought> bought(std::size_t orders) {
  const std::vector<std::string> zones{"France", "Germany", "Japan", "EIRE"};
  std::uint64_t state = 7;
  const auto draw = [&state](std::uint64_t below) {
    state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return (state >> 33U) % below;
  };
  std::vector<Bought> all;
  for (std::size_t order = 0; order < orders; ++order) {
    Bought one;
    one.second = 9 * 3'600 + static_cast<std::int64_t>(order * 6 * 3'600 / orders);
    one.zone = zones[draw(zones.size())];
    const std::uint64_t lines = 1 + draw(4);
    for (std::uint64_t line = 0; line < lines; ++line) {
      const std::uint64_t sku = draw(8) * draw(5);
      one.rows.push_back({std::to_string(10'000 + sku), 1 + draw(6),
                          static_cast<std::int64_t>(100 * (1 + sku) + draw(2))});
    }
    all.push_back(one);
  }
  return all;
}

std::string number_of(std::size_t order) { return std::to_string(500'000 + order); }

void write_orders(const std::string& path, const std::vector<Bought>& orders) {
  std::ofstream file(path);
  file << "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  for (std::size_t n = 0; n < orders.size(); ++n) {
    char time[32];
    const std::int64_t s = orders[n].second;
    (void)std::snprintf(time, sizeof time, "2026-11-11 %02d:%02d:%02d", static_cast<int>(s / 3'600),
                        static_cast<int>(s / 60 % 60), static_cast<int>(s % 60));
    for (const Row& row : orders[n].rows) {
      char price[32];
      (void)std::snprintf(price, sizeof price, "%d.%02d", static_cast<int>(row.price / 100),
                          static_cast<int>(row.price % 100));
      file << number_of(n) << ',' << row.sku << ",x," << row.quantity << ',' << time << ',' << price
           << ',' << 12'000 + n % 90 << ',' << orders[n].zone << '\n';
    }
  }
}

// What the recount finds, in the words of the figures.
struct Recount {
  Demand total;
  std::map<std::string, Demand> zones;
  std::map<std::int64_t, Demand> hours;  // of the day
  std::map<std::uint32_t, NodeLoad> nodes;
  std::map<std::string, Shortfall> shortfalls;
  std::map<Reason, Refusals> refusals;
  std::map<std::uint64_t, ParcelGroup> parcels;
  std::map<EventType, std::uint64_t> counts;
  std::int64_t given_back{};
  std::uint64_t served{};
  std::uint64_t waited_for_others{};
  std::int64_t value_waited_for_others{};

  std::vector<Demand*> sums_of(const Bought& order) {
    return {&total, &zones[order.zone], &hours[order.second / 3'600]};
  }
};

std::vector<Event> events_of_log(const std::string& directory) {
  Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory);
  EngineOptions options;
  options.storage = storage.value().get();
  options.threading = Threading::host_steps;
  Result<std::unique_ptr<Engine>> engine = Engine::open(options);
  EXPECT_TRUE(engine.ok()) << engine.status().message();
  Result<Consumer> consumer = engine.value()->open_consumer({.from_sequence = 1});
  const Sequence last = engine.value()->statistics().decided_sequence;
  std::vector<Event> all;
  std::vector<Event> some(1'000);
  while (all.empty() || all.back().sequence < last) {
    const std::size_t count = consumer.value().poll(some, std::chrono::milliseconds(50));
    if (count == 0 && !consumer.value().status().ok()) break;
    all.insert(all.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
    if (count == 0) (void)engine.value()->step();
    if (count > 0) consumer.value().acknowledge(all.back().sequence);
  }
  return all;
}

// What there was for an order just before it was decided, asked of the log's state of that moment.
class Before {
 public:
  explicit Before(const std::string& directory)
      : storage_(std::move(open_posix_storage(directory).value())),
        end_(std::move(replay(*storage_).value().core)) {}

  [[nodiscard]] const Core& end() const { return *end_; }
  bool lacks(const Event& event, std::uint64_t wanted) {
    if (at_ != event.sequence) {
      at_ = event.sequence;
      core_ = std::move(replay(*storage_, {.up_to = at_ - 1}).value().core);
    }
    const std::optional<OrderInspection> order = end_->find_order(event.order_key);
    EXPECT_TRUE(order.has_value());
    const auto found = core_->find_available(order->channel, order->zone, {event.sku});
    EXPECT_TRUE(found.has_value());
    return wanted > found->can_have;
  }

 private:
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<Core> end_;
  std::unique_ptr<Core> core_;
  Sequence at_{};
};

class Recounter {
 public:
  Recounter(const std::vector<Bought>& orders, const std::string& directory)
      : orders_(orders), before_(directory) {
    const std::vector<Event> events = events_of_log(directory);
    for (const Event& event : events) {
      if (event.type == EventType::defined &&
          event.amount == static_cast<std::int64_t>(CommandType::sku)) {
        sku_ids_ = std::max(sku_ids_, event.quantity);
      }
      if (event.type == EventType::placed || event.type == EventType::imported) {
        accepted_at_[event.order_key.low] = event.sequence;
      }
    }
    for (std::size_t n = 0; n < orders.size(); ++n) {
      for (std::uint32_t id = 1; id <= before_.end().count(IdKind::channel); ++id) {
        numbered_[order_key_of(before_.end().code(IdKind::channel, id), number_of(n))] = n;
      }
    }
    // Ids are handed out as SKUs are first met in the file.
    for (const Bought& order : orders) {
      for (const Row& row : order.rows) {
        if (std::find(skus_.begin(), skus_.end(), row.sku) == skus_.end()) skus_.push_back(row.sku);
        asked_[row.sku] += row.quantity;
      }
    }
    for (const Event& event : events) count(event);
    EXPECT_EQ(sku_ids_, skus_.size());
    for (auto& [sku, shortfall] : found_.shortfalls) {
      shortfall.sku = sku;
      shortfall.asked = asked_[sku];
      shortfall.received = received_[sku];
    }
  }
  [[nodiscard]] Recount& found() { return found_; }

 private:
  const std::string& sku_of(const Event& event) const { return skus_.at(event.sku - 1); }

  Shortfall& missing(const Event& event, const Bought& order) {
    const TimeNs at = (midnight_s + order.second) * second_ns;
    Shortfall& shortfall = found_.shortfalls[sku_of(event)];
    if (shortfall.first_at == 0) shortfall.first_at = at;
    shortfall.last_at = std::max(shortfall.last_at, at);
    return shortfall;
  }

  void count(const Event& event) {
    ++found_.counts[event.type];
    if (event.type == EventType::refunded) found_.given_back += event.amount;
    if (event.type == EventType::stock_received) {
      received_[sku_of(event)] += static_cast<std::uint64_t>(event.amount);
      found_.nodes[event.node].received += static_cast<std::uint64_t>(event.amount);
      return;
    }
    const auto known = numbered_.find(event.order_key);
    if (known == numbered_.end()) return;
    const Bought& order = orders_[known->second];
    const bool is_order = event.amount == static_cast<std::int64_t>(CommandType::place) ||
                          event.amount == static_cast<std::int64_t>(CommandType::import);
    if (event.type == EventType::refused && is_order) return count_refused(event, order);
    if (event.type == EventType::placed || event.type == EventType::imported) {
      for (Demand* sum : found_.sums_of(order)) {
        ++sum->orders;
        ++sum->accepted;
        sum->units += order.units();
        sum->value += order.value();
      }
      ParcelGroup& group = found_.parcels[std::min<std::uint64_t>(event.quantity, 4)];
      ++group.orders;
      group.cost += event.amount;
      return;
    }
    const bool at_acceptance = accepted_at_[event.order_key.low] == event.sequence;
    switch (event.type) {
      case EventType::line_held:
      case EventType::line_allocated: count_taken(event, order, at_acceptance); break;
      case EventType::line_waiting:
      case EventType::line_short:
        if (!at_acceptance) break;
        for (Demand* sum : found_.sums_of(order)) {
          sum->waiting += event.quantity;
          sum->value_waiting += order.value_of(sku_of(event), event.quantity);
        }
        count_waiting(event, order);
        break;
      case EventType::line_refused: {
        if (!at_acceptance) break;
        const std::int64_t value = order.value_of(sku_of(event), event.quantity);
        for (Demand* sum : found_.sums_of(order)) {
          sum->refused += event.quantity;
          sum->value_refused += value;
        }
        ++found_.refusals[event.reason].lines;
        found_.refusals[event.reason].units += event.quantity;
        found_.refusals[event.reason].value += value;
        if (event.reason != Reason::stock_insufficient) break;
        missing(event, order).refused += event.quantity;
        missing(event, order).value_refused += value;
        break;
      }
      default: break;
    }
  }

  void count_waiting(const Event& event, const Bought& order) {
    const std::int64_t value = order.value_of(sku_of(event), event.quantity);
    std::uint64_t wanted = 0;
    for (const Row& row : order.rows) wanted += row.sku == sku_of(event) ? row.quantity : 0;
    if (before_.lacks(event, wanted)) {
      lacking_.emplace(event.order_key.low, event.sku);
      missing(event, order).waited += event.quantity;
      missing(event, order).value_waited += value;
    } else {
      found_.waited_for_others += event.quantity;
      found_.value_waited_for_others += value;
    }
  }

  void count_refused(const Event& event, const Bought& order) {
    for (Demand* sum : found_.sums_of(order)) {
      ++sum->orders;
      sum->units += order.units();
      sum->refused += order.units();
      sum->value += order.value();
      sum->value_refused += order.value();
    }
    ++found_.refusals[event.reason].orders;
    found_.refusals[event.reason].units += order.units();
    found_.refusals[event.reason].value += order.value();
    if (event.reason != Reason::stock_insufficient) return;
    Shortfall& shortfall = missing(event, order);
    ++shortfall.refused_orders;
    for (const Row& row : order.rows) {
      const bool is_own = row.sku == sku_of(event);
      const std::int64_t value = static_cast<std::int64_t>(row.quantity) * row.price;
      (is_own ? shortfall.refused : shortfall.refused_with) += row.quantity;
      (is_own ? shortfall.value_refused : shortfall.value_with) += value;
    }
  }

  void count_taken(const Event& event, const Bought& order, bool at_acceptance) {
    const bool waited = (event.flags & EventFlags::waited) != 0;
    if (waited) {
      found_.served += event.quantity;
      if (lacking_.contains({event.order_key.low, event.sku})) {
        found_.shortfalls[sku_of(event)].served += event.quantity;
      }
    } else if (at_acceptance) {
      for (Demand* sum : found_.sums_of(order)) sum->at_once += event.quantity;
    }
    found_.nodes[event.node].taken += event.quantity;
    ++found_.nodes[event.node].lines;
  }

  const std::vector<Bought>& orders_;
  std::vector<std::string> skus_;
  std::map<std::string, std::uint64_t> asked_;
  std::map<std::string, std::uint64_t> received_;
  std::map<std::uint64_t, Sequence> accepted_at_;
  std::set<std::pair<std::uint64_t, std::uint32_t>>
      lacking_;  // order, SKU: lines that waited for it
  Before before_;
  std::uint32_t sku_ids_{};
  std::map<OrderKey, std::size_t> numbered_;  // orders of the file, in whichever channel
  Recount found_;
};

class Figures : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = testing::TempDir() + "allot_figures_" + test->name() + "_" +
                 std::to_string(static_cast<long>(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    options_.log_directory = directory_ + "/log";
    options_.scenario_file = directory_ + "/scenario.json";
    std::ofstream(options_.scenario_file) << R"({"name":"recount","peaks":[],
       "channels":[{"code":"shop","hold_ttl_s":1800}],
       "payment":{"never_permille":50,"pending_permille":70,"pending_fails_permille":150,
       "failed_permille":60,"retry_permille":700,"delay_quantiles":[4,15,30,55,90,160,420,1500],
       "second_quantiles":[20,60,150,400,1100]},
       "cancel":{"permille":25,"delay_quantiles":[30,300,1200,3600,7200]},
       "orders":{"refuse_order_weight":15,"refuse_line_weight":35,"backorder_weight":50,
       "ship_complete_permille":60,"limited_splits_permille":100,"max_splits":2,
       "priorities":[{"priority":64,"weight":10},{"priority":128,"weight":85},
       {"priority":200,"weight":5}]},
       "settle_s":7200,
              "stock":{"depth_quantiles":[300,700,1000],"receipts":2}})";
    options_.orders_file = directory_ + "/orders.csv";
    options_.live = false;
    options_.figures = true;
    orders_ = bought(600);
    write_orders(options_.orders_file, orders_);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  RunReport run() {
    Silent sink;
    Result<SimulationReport> report = simulate(options_, sink);
    EXPECT_TRUE(report.ok()) << report.status().message();
    if (!report.ok()) return {};
    return options_.virtual_time ? *report.value().virtual_time : *report.value().live;
  }

  std::string directory_;
  SimulationOptions options_;
  std::vector<Bought> orders_;
};

void expect_sums_agree(const RunFigures& figures, const RunReport& run) {
  EXPECT_EQ(figures.total.orders, run.orders.submitted);
  EXPECT_EQ(figures.total.accepted, run.orders.accepted);
  EXPECT_EQ(figures.total.units, run.units.requested);
  EXPECT_EQ(figures.total.at_once, run.units.at_once);
  EXPECT_EQ(figures.total.waiting, run.units.backordered);
  EXPECT_EQ(figures.total.refused, run.units.refused);
  EXPECT_EQ(figures.afterwards.held_units + figures.afterwards.firm_units, run.units.held);
  EXPECT_EQ(figures.afterwards.expired, run.orders.expired);
  EXPECT_EQ(figures.afterwards.cancelled, run.orders.cancelled);
  std::uint64_t parcels = 0;
  for (const NodeLoad& node : figures.nodes) parcels += node.parcels;
  EXPECT_GE(parcels, run.parcels);
  std::uint64_t waiting = figures.waited_for_others;
  MoneyMinor value_waiting = figures.value_waited_for_others;
  Shortfall sums;
  for (const Shortfall& shortfall : figures.shortfalls) {
    sums.refused_orders += shortfall.refused_orders;
    sums.refused += shortfall.refused;
    sums.refused_with += shortfall.refused_with;
    sums.waited += shortfall.waited;
    sums.served += shortfall.served;
    sums.needed += shortfall.needed;
    sums.value_refused += shortfall.value_refused;
    sums.value_with += shortfall.value_with;
    sums.value_waited += shortfall.value_waited;
    waiting += shortfall.waited;
    value_waiting += shortfall.value_waited;
  }
  EXPECT_EQ(waiting, figures.total.waiting);
  EXPECT_EQ(value_waiting, figures.total.value_waiting);
  EXPECT_EQ(sums, figures.short_sums);
  // What was refused for want of stock is that of all SKUs that ran short, with what was refused
  // in the same orders.
  const auto lacking = figures.refusals.find(Reason::stock_insufficient);
  if (lacking != figures.refusals.end()) {
    EXPECT_EQ(sums.refused + sums.refused_with, lacking->second.units);
    EXPECT_EQ(sums.value_refused + sums.value_with, lacking->second.value);
  }
  TimeStep steps;
  for (const TimeStep& step : figures.steps) {
    steps.demand.orders += step.demand.orders;
    steps.demand.at_once += step.demand.at_once;
    steps.demand.value_refused += step.demand.value_refused;
    steps.ran_short += step.ran_short;
    steps.served += step.served;
    steps.paid += step.paid;
    steps.expired += step.expired;
    steps.cancelled += step.cancelled;
  }
  EXPECT_EQ(steps.demand.orders, figures.total.orders);
  EXPECT_EQ(steps.demand.at_once, figures.total.at_once);
  EXPECT_EQ(steps.demand.value_refused, figures.total.value_refused);
  EXPECT_EQ(steps.ran_short, figures.skus_short);
  EXPECT_EQ(steps.served, run.units.waited);
  EXPECT_EQ(steps.paid, figures.afterwards.paid);
  EXPECT_EQ(steps.expired, figures.afterwards.expired);
  EXPECT_EQ(steps.cancelled, figures.afterwards.cancelled);
  for (const NodeLoad& node : figures.nodes) {
    std::uint64_t taken = 0;
    for (const std::uint64_t units : node.taken_by_step) taken += units;
    EXPECT_EQ(taken, node.taken) << node.code;
  }
}

TEST_F(Figures, equal_a_recount_of_the_log) {
  const RunReport run = this->run();
  ASSERT_TRUE(run.figures.has_value());
  const RunFigures& figures = *run.figures;
  expect_sums_agree(figures, run);
  Recounter recounter(orders_, options_.log_directory + "/virtual_time");
  Recount& naive = recounter.found();

  EXPECT_EQ(figures.total, naive.total);
  EXPECT_EQ(figures.zones, naive.zones);
  ASSERT_TRUE(figures.hours_in_turn);
  ASSERT_EQ(figures.hours.size(), 6U);
  for (std::size_t hour = 0; hour < 6; ++hour) {
    EXPECT_EQ(figures.hours[hour], naive.hours[9 + static_cast<std::int64_t>(hour)]) << hour;
  }
  EXPECT_EQ(figures.first_hour, (midnight_s + 9 * 3'600) * second_ns);
  EXPECT_EQ(figures.refusals, naive.refusals);
  for (std::size_t parcels = 0; parcels < RunFigures::parcel_groups; ++parcels) {
    EXPECT_EQ(figures.parcels[parcels], naive.parcels[parcels]) << parcels;
  }
  for (std::uint32_t node = 0; node < figures.nodes.size(); ++node) {
    EXPECT_EQ(figures.nodes[node].taken, naive.nodes[node + 1].taken) << node;
    EXPECT_EQ(figures.nodes[node].lines, naive.nodes[node + 1].lines) << node;
    EXPECT_EQ(figures.nodes[node].received, naive.nodes[node + 1].received) << node;
  }
  ASSERT_EQ(figures.skus_short, naive.shortfalls.size());
  for (const Shortfall& shortfall : figures.shortfalls) {
    Shortfall counted = shortfall;
    counted.needed = 0;  // what it is, other runs show
    EXPECT_EQ(counted, naive.shortfalls[shortfall.sku]) << shortfall.sku;
  }
  EXPECT_EQ(naive.served, run.units.waited);
  EXPECT_EQ(figures.waited_for_others, naive.waited_for_others);
  EXPECT_EQ(figures.value_waited_for_others, naive.value_waited_for_others);
  const Afterwards& after = figures.afterwards;
  EXPECT_EQ(after.paid, naive.counts[EventType::paid]);
  EXPECT_EQ(after.pending, naive.counts[EventType::payment_pending]);
  EXPECT_EQ(after.failed, naive.counts[EventType::payment_failed]);
  EXPECT_EQ(after.reminders, naive.counts[EventType::reminder]);
  EXPECT_EQ(after.retaken, naive.counts[EventType::retaken]);
  EXPECT_EQ(after.approved, naive.counts[EventType::review_approved]);
  EXPECT_EQ(after.rejected, naive.counts[EventType::review_rejected]);
  EXPECT_EQ(after.refunds_due, naive.counts[EventType::refund_due]);
  EXPECT_EQ(run.returns.refunds.count, naive.counts[EventType::refunded]);
  EXPECT_EQ(run.returns.refunds.value, naive.given_back);
  // The run was one that has something of everything to count.
  EXPECT_GT(run.returns.refunds.count, 0U);
  EXPECT_GT(naive.given_back, 0);
  EXPECT_GT(figures.skus_short, 5U);
  EXPECT_GT(figures.total.waiting, figures.waited_for_others);
  EXPECT_GT(figures.waited_for_others, 0U);
  EXPECT_GT(figures.refusals.at(Reason::stock_insufficient).lines, 0U);
  EXPECT_GT(figures.refusals.at(Reason::stock_insufficient).orders, 0U);
  EXPECT_GT(after.expired, 0U);
  EXPECT_GT(run.units.waited, 0U);
}

TEST_F(Figures, list_the_dearest_first_and_name_the_first_that_ran_short) {
  const RunFigures figures = run().figures.value();
  TimeNs first = figures.shortfalls.front().first_at;
  for (std::size_t i = 1; i < figures.shortfalls.size(); ++i) {
    const Shortfall& a = figures.shortfalls[i - 1];
    const Shortfall& b = figures.shortfalls[i];
    EXPECT_GE(a.value_refused + a.value_with + a.value_waited,
              b.value_refused + b.value_with + b.value_waited);
    first = std::min(first, b.first_at);
  }
  ASSERT_EQ(figures.shortfalls.size(), figures.skus_short);  // all are listed, so:
  EXPECT_EQ(figures.short_at.first, first);
  EXPECT_FALSE(figures.first_short.empty());
}

TEST_F(Figures, are_the_same_whatever_the_number_of_producers) {
  const RunReport first = run();
  std::filesystem::remove_all(options_.log_directory);
  options_.producers = 7;
  EXPECT_EQ(run().figures, first.figures);
  std::filesystem::remove_all(options_.log_directory);
  options_.figures = false;
  const RunReport without = run();
  EXPECT_FALSE(without.figures.has_value());
  EXPECT_EQ(without.digest, first.digest);
}

TEST_F(Figures, of_a_live_run_agree_with_its_counts) {
  options_.virtual_time = false;
  options_.live = true;
  options_.live_seconds = 1;
  const RunReport run = this->run();
  ASSERT_TRUE(run.figures.has_value());
  expect_sums_agree(*run.figures, run);
  ASSERT_FALSE(run.latency_points.empty());
  for (std::size_t i = 1; i < run.latency_points.size(); ++i) {
    EXPECT_LE(run.latency_points[i - 1].ns, run.latency_points[i].ns);
  }
}

// What one SKU has plenty of waits because its order ships whole: that is no shortage of it.
TEST_F(Figures, count_a_line_that_waits_for_another_sku_to_none) {
  std::ofstream(options_.scenario_file) << R"({"name":"whole","peaks":[],"settle_s":7200,
             "orders":{"ship_complete_permille":1000,"refuse_order_weight":0,
                       "refuse_line_weight":0,"backorder_weight":100},
             "risk":{"blocked_permille":0}})";
  options_.stock_file = directory_ + "/stock.csv";
  std::ofstream(options_.stock_file) << "sku,quantity\n10001,100000\n20002,7\n";
  orders_.clear();
  for (std::int64_t n = 0; n < 40; ++n) {
    orders_.push_back({9 * 3'600 + n * 60, "France", {{"10001", 3, 500}, {"20002", 1, 200}}});
  }
  write_orders(options_.orders_file, orders_);
  const RunFigures figures = run().figures.value();
  ASSERT_GT(figures.total.waiting, 0U);
  EXPECT_EQ(figures.skus_short, 1U);
  ASSERT_EQ(figures.shortfalls.size(), 1U);
  EXPECT_EQ(figures.shortfalls[0].sku, "20002");
  // An order of the channel that imports takes what there is, and waits for the rest alone.
  const Shortfall& shade = figures.shortfalls[0];
  EXPECT_GT(figures.waited_for_others, 0U);
  EXPECT_EQ(figures.waited_for_others % 3, 0U);
  EXPECT_LE(figures.waited_for_others, shade.waited * 3);
  EXPECT_EQ(figures.waited_for_others + shade.waited, figures.total.waiting);
  EXPECT_EQ(figures.value_waited_for_others,
            static_cast<MoneyMinor>(figures.waited_for_others) * 500);
  EXPECT_EQ(shade.value_waited, static_cast<MoneyMinor>(shade.waited) * 200);
}

TEST_F(Figures, tell_skus_without_a_row_of_stock_from_those_that_ran_out) {
  options_.stock_file = directory_ + "/stock.csv";
  std::ofstream(options_.stock_file) << "sku,quantity\n10001,1\n";
  orders_.clear();
  for (std::int64_t n = 0; n < 40; ++n) {
    orders_.push_back({9 * 3'600 + n * 60, "France", {{n % 2 == 0 ? "10001" : "20002", 2, 500}}});
  }
  write_orders(options_.orders_file, orders_);
  const RunFigures figures = run().figures.value();
  EXPECT_EQ(figures.skus_short, 2U);
  EXPECT_EQ(figures.short_without_row, 1U);
  for (const Shortfall& shortfall : figures.shortfalls) {
    EXPECT_EQ(shortfall.no_stock_row, shortfall.sku == "20002") << shortfall.sku;
  }
}

// Everything that the figures say is needed is there from the beginning, at the one node: nothing
// is lacking, whatever is refused, dropped, waits, is served, cancelled or expires in between.
TEST_F(Figures, of_what_is_needed_are_enough) {
  options_.stock_file = directory_ + "/stock.csv";
  std::string rows = "sku,node,quantity\n";
  std::set<std::string> skus;
  for (const Bought& order : orders_) {
    for (const Row& row : order.rows) skus.insert(row.sku);
  }
  for (const std::string& sku : skus) rows += sku + ",north,60\n" + sku + ",south,20\n";
  std::ofstream(options_.stock_file) << rows;
  const RunFigures figures = run().figures.value();
  ASSERT_GT(figures.skus_short, 3U);
  ASSERT_GT(figures.total.waiting, figures.waited_for_others);
  ASSERT_GT(figures.refusals.at(Reason::stock_insufficient).orders, 0U);
  std::uint64_t needed = 0;
  options_.more_stock_file = directory_ + "/more.csv";
  std::string more = "sku,node,quantity\n";
  for (const Shortfall& row : figures.shortfalls) {
    EXPECT_GT(row.needed, 0U) << row.sku;
    more += row.sku + ",north," + std::to_string(row.needed) + '\n';
    needed += row.needed;
  }
  for (const NeededBesides& row : figures.needed_besides) {
    more += row.sku + ",north," + std::to_string(row.units) + '\n';
  }
  std::ofstream(options_.more_stock_file) << more;
  std::filesystem::remove_all(options_.log_directory);
  const RunFigures after = run().figures.value();
  for (const Shortfall& row : after.shortfalls) {
    ADD_FAILURE() << row.sku << " is short of " << row.refused + row.waited;
  }
  EXPECT_EQ(after.skus_short, 0U);
  EXPECT_FALSE(after.refusals.contains(Reason::stock_insufficient));
  // And they are not simply all that was asked for.
  std::uint64_t asked = 0;
  for (const Shortfall& row : figures.shortfalls) asked += row.asked;
  EXPECT_LT(needed, asked);
}

// A year of orders: hours are those of the day, steps a few days each.
TEST_F(Figures, keep_their_size_however_long_the_run_is) {
  std::ofstream file(options_.orders_file);
  file << "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
          "500001,10001,x,2,2010-12-01 08:26:00,2.55,12345,France\n"
          "500002,10001,x,3,2011-12-01 17:10:00,2.55,12345,France\n";
  file.close();
  const RunFigures figures = run().figures.value();
  EXPECT_FALSE(figures.hours_in_turn);
  ASSERT_EQ(figures.hours.size(), 24U);
  EXPECT_EQ(figures.hours[8].units, 2U);
  EXPECT_EQ(figures.hours[17].units, 3U);
  EXPECT_LE(figures.steps.size(), 122U);
  EXPECT_EQ(figures.steps.front().demand.units, 2U);
}

}  // namespace
}  // namespace allot
