#include "simulation/simulation.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "simulation/engine_run.hpp"
#include "simulation/order_input.hpp"
#include "simulation/own_shop.hpp"
#include "simulation/own_terms.hpp"
#include "simulation/reading_watch.hpp"
#include "simulation/refunds.hpp"
#include "simulation/run_inputs.hpp"
#include "simulation/scenario.hpp"
#include "simulation/stock_advice.hpp"
#include "simulation/timeline.hpp"

namespace allot {

namespace {

using namespace simulation;

Status bad(std::string text) { return {StatusCode::invalid_argument, std::move(text)}; }

// A log that was begun beside another one, or among somebody's files, would be found by accident
// later, so only a new or empty directory is taken.
Status check_log_directory(const std::string& directory) {
  std::error_code error;
  if (!std::filesystem::exists(directory, error)) return {};
  if (!std::filesystem::is_directory(directory, error)) return bad(directory + ": is no directory");
  if (std::filesystem::is_empty(directory, error) || error) return {};
  return bad(directory + ": is not empty; name another directory or remove what is in it");
}

// The file is opened before the run, because whoever waits for minutes should not learn afterwards
// that it cannot be written.
Status check_can_write(const std::string& path) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  if (file) return {};
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(errno)};
}

Status stopped_before() { return bad("stopped on request; nothing was logged yet"); }

// Updates speak of orders by their numbers and happen at times of their own.
Status check_updates(const SimulationOptions& options) {
  if (options.updates_file.empty()) return {};
  if (options.orders_file.empty()) {
    return bad("--updates is for a file of orders: give --orders too");
  }
  if (options.scale > 1) return bad("--updates speaks of orders, not of copies: --scale must be 1");
  if (options.compress > 1) return bad("--updates keeps its times: --compress must be 1");
  if (options.as_fast_as_possible) {
    return bad("--updates keeps its times: leave out --as-fast-as-possible");
  }
  return {};
}

Status check(const SimulationOptions& options) {
  if (options.log_directory.empty()) return bad("--log must name a directory for the logs");
  if (options.scale < 1 || options.scale > 1'000) return bad("--scale must be 1 to 1,000");
  if (options.compress < 1 || options.compress > 100'000'000) {
    return bad("--compress must be 1 to 100,000,000");
  }
  if (options.producers < 1 || options.producers > 64) return bad("--producers must be 1 to 64");
  if (options.live_seconds < 1 || options.live_seconds > 3'600) {
    return bad("--live-seconds must be 1 to 3,600");
  }
  if (options.orders > static_cast<std::uint64_t>(GeneratorSpec::orders_max)) {
    return bad("--order-count must be at most " + std::to_string(GeneratorSpec::orders_max));
  }
  if (options.orders != 0 && !options.orders_file.empty()) {
    return bad("--order-count is for the generator; it cannot be given together with --orders");
  }
  if (!options.virtual_time && !options.live) {
    return bad("neither virtual time nor live was asked for");
  }
  if (options.as_fast_as_possible && !options.live) {
    return bad("--as-fast-as-possible is for the live run: give --mode live or both");
  }
  if (options.orders_file.empty() && !(options.map.empty() && options.key_file.empty())) {
    return bad("--map and --key-file are for a file of orders: give --orders too");
  }
  if (options.orders_file.empty() && !(options.from.empty() && options.until.empty())) {
    return bad("--from and --until are for a file of orders: give --orders too");
  }
  if (options.stock_file.empty() && !options.more_stock_file.empty()) {
    return bad("--more-stock is for what lies beside a list of stock: give --stock too");
  }
  if (options.stock_file.empty() && !options.stock_advice_file.empty()) {
    return bad("--advice says what to have more of than a list of stock has: give --stock too");
  }
  if (Status status = check_updates(options); !status.ok()) return status;
  if (!options.hgrm_file.empty() && !options.live)
    return bad(
        "--hgrm has the latencies of the live run, and there is none: give --mode live or both");
  if (!options.open_storage) {
    if (Status status = check_log_directory(options.log_directory); !status.ok()) return status;
  }
  for (const std::string* file : {&options.hgrm_file, &options.stock_advice_file}) {
    if (file->empty()) continue;
    if (Status status = check_can_write(*file); !status.ok()) return status;
  }
  return {};
}

// Whether the file says of each order whether it is paid, so that nobody is made to leave one
// unpaid or to cancel it.
bool all_have_status(const files::SourceOrders& book) {
  return std::ranges::all_of(
      book.orders, [](const files::SourceOrder& order) { return order.paid || order.unpaid; });
}

// Whether some orders are not paid, and nobody says how long they keep what they took.
bool keeps_what_is_unpaid(const Scenario& scenario, const OwnShop& shop,
                          const files::SourceOrders& book) {
  return scenario.keeps_unpaid() && (shop.has_payments || !scenario.payment.at_once() ||
                                     std::ranges::any_of(book.orders, &files::SourceOrder::unpaid));
}

// Returns: what of the orders is dealt at random, as one part of what is made up.
std::string drawn_parts(const Scenario& scenario, const OwnShop& shop, bool has_status) {
  std::string parts;
  const auto add = [&parts](bool drawn, const char* part) {
    if (drawn) parts += (parts.empty() ? "" : ", ") + std::string(part);
  };
  const bool others = shop.has_payments && shop.payments.has_paid_without_row;
  add(!scenario.payment.at_once() && (!shop.has_payments || others),
      others       ? "when other orders were paid"
      : has_status ? "when orders were paid"
                   : "payments");
  add(scenario.cancel.permille > 0 && !shop.has_cancellations && !has_status, "cancellations");
  add(scenario.risk.review_value_min > 0, "reviews");
  add(scenario.risk.blocked_permille > 0, "block list");
  const OrderPolicySpec& orders = scenario.orders;
  add(!orders.all_wait() || orders.priorities.size() > 1, "priorities, shortage choices");
  return parts;
}

// Whether anybody may be given money back at a time that no file says.
bool refunds_are_made_up(const Scenario& scenario, const OwnShop& shop,
                         const files::SourceOrders& book) {
  if (!scenario.refunds.pays) return false;
  // Where updates tell payments, only what a file calls paid, or a market sold, is paid besides.
  const bool may_all_pay =
      !shop.has_payments || std::ranges::any_of(scenario.channels, [](const ChannelSpec& channel) {
        return channel.kind == ChannelKind::import;
      });
  bool is_any = false;
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    if (shop.payments.tell(i) || !(may_all_pay || book.orders[i].paid)) continue;
    if (book.orders[i].refunded > 0) return true;
    is_any = true;
  }
  if (!is_any) return false;
  return (scenario.fulfilment.ships && scenario.returns.permille > 0) ||
         scenario.cancel.permille > 0 || shop.has_cancellations ||
         scenario.risk.review_value_min > 0;
}

std::vector<std::string> synthetic_parts(const SimulationOptions& options, const Scenario& scenario,
                                         const OwnShop& shop, const files::SourceOrders& book) {
  std::vector<std::string> parts;
  if (options.orders_file.empty()) {
    parts.emplace_back(
        "orders: from the generator, its distributions fitted to the UCI Online Retail data");
  }
  const bool own_stock = !options.stock_file.empty();
  const bool own_lanes = !options.lanes_file.empty();
  const bool own_nodes = own_stock || own_lanes || !options.nodes_file.empty();
  std::string world = own_nodes ? "" : "warehouses, ";
  if (!own_lanes) world += "lanes, costs and transit times, ";
  parts.push_back(world +
                  (scenario.names_channels ? "channels and their shares" : "terms of channels"));
  if (!own_stock) {
    parts.push_back("stock, lots, expiry" +
                    std::string(shop.has_receipts ? "" : " and deliveries") +
                    ", as shares of each SKU's demand");
  }
  if (keeps_what_is_unpaid(scenario, shop, book)) {
    parts.emplace_back("how long unpaid orders keep what they took: until the run is over");
  }
  const std::string drawn = drawn_parts(scenario, shop, all_have_status(book));
  if (!drawn.empty()) parts.push_back(drawn);
  if (scenario.fulfilment.ships) {
    parts.emplace_back(
        "shipments, after times of handling, and deliveries, after times of transit");
    if (scenario.returns.permille > 0) parts.emplace_back("returns, and what becomes of them");
  }
  if (refunds_are_made_up(scenario, shop, book)) parts.emplace_back("when money is given back");
  if (options.scale > 1) {
    parts.emplace_back("copies 2 to " + std::to_string(options.scale) +
                       " of each order, by new customers at jittered times");
  }
  std::uint32_t moved = 0;
  for (const PeakSpec& peak : scenario.peaks) moved += peak.orders_permille;
  if (moved > 0) {
    parts.emplace_back("peaks: " + std::to_string(moved) +
                       " of 1,000 orders were moved into peak windows");
  }
  if (options.compress > 1) {
    parts.emplace_back("arrival times, compressed " + std::to_string(options.compress) + " times");
  }
  return parts;
}

}  // namespace

Result<SimulationReport> simulate(const SimulationOptions& options, ProgressSink& sink) {
  if (Status status = check(options); !status.ok()) return status;
  // A file has times, customers and a currency of its own: only what a scenario names is done to
  // its orders.
  const ScenarioBase base =
      options.orders_file.empty() ? ScenarioBase::peak : ScenarioBase::own_orders;
  Result<Scenario> read = options.scenario_file.empty()
                              ? base_scenario(base)
                              : read_scenario(options.scenario_file, base);
  if (!read.ok()) return read.status();
  Scenario& scenario = read.value();
  if (!options.updates_file.empty() && !scenario.peaks.empty()) {
    return bad(options.scenario_file +
               ": has peaks, which move orders, while updates keep their times: leave peaks empty");
  }
  if (options.orders != 0) scenario.generator.orders = options.orders;

  ReadingWatch watch(sink);
  SimulationReport report;
  report.version = ALLOT_VERSION;
  report.seed = options.seed;
  report.scale = options.scale;
  report.compress = options.compress;
  report.scenario = scenario.name;
  report.inputs = run_inputs(options, &watch);
  std::vector<std::string> made_for_files;
  Result<OrderInput> orders = read_orders(options, scenario, report.input, made_for_files, &watch);
  if (!orders.ok()) return orders.status();
  const Result<OwnShop> shop =
      read_own_shop(options, orders.value(), scenario, report.files, made_for_files, &watch);
  if (!shop.ok()) return shop.status();
  if (base == ScenarioBase::own_orders) {
    tell_terms(options, scenario, orders.value().book, shop.value(), report.input);
  }
  if (!watch.makes_ready()) return stopped_before();
  report.synthetic = synthetic_parts(options, scenario, shop.value(), orders.value().book);
  report.synthetic.insert(report.synthetic.end(), made_for_files.begin(), made_for_files.end());
  const files::SourceOrders& book = orders.value().book;
  Result<Timeline> timeline =
      make_timeline(book, scenario, options.seed, options.scale, options.compress, &watch);
  if (!timeline.ok()) return timeline.status();
  const World world(book, scenario, timeline.value(), options.seed, options.scale, &shop.value());
  watch.end();
  if (sink.stop_requested()) return stopped_before();

  if (options.virtual_time) {
    Result<RunReport> run = run_virtual_time(world, options, sink);
    if (!run.ok()) return run.status();
    report.virtual_time = std::move(run.value());
    report.stopped = report.virtual_time->stopped;
    if (!report.stopped && options.live && sink.stop_requested()) {
      const std::uint64_t arrivals = timeline.value().arrivals.size();
      report.stopped =
          StopReport{"live", StopReport::During::begin, 0, arrivals, timeline.value().begin};
    }
  }
  if (options.live && !report.stopped) {
    Result<RunReport> run = run_live(world, options, sink);
    if (!run.ok()) return run.status();
    report.live = std::move(run.value());
    report.stopped = report.live->stopped;
  }
  for (std::optional<RunReport>* run : {&report.virtual_time, &report.live}) {
    if (!*run || !(*run)->figures) continue;
    (*run)->figures->costs_made_up = shop.value().costs_made_up;
    (*run)->figures->holds_made_up = !scenario.names_holds;
  }
  const auto& figures = report.virtual_time ? report.virtual_time->figures : report.live->figures;
  if (!options.stock_advice_file.empty() && figures) {
    Status written =
        write_stock_advice(options.stock_advice_file, figures->advice, world.own()->stock_form);
    if (!written.ok()) return written;
  }
  return report;
}

}  // namespace allot
