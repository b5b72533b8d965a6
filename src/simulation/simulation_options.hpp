// What a simulation is asked for, and what it says on its way.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "allot/driver/engine_options.hpp"
#include "allot/journal/storage.hpp"
#include "allot/types/status.hpp"

namespace allot {

struct SimulationOptions {
  std::string orders_file;  // or "-", or a directory (docs/files.md); empty: the generator
  // Only the orders of these times, as texts of the one grammar of times: from `from` on, and
  // before `until`; empty: no such end. Without an offset they are times of the clock that the
  // orders' own times are of ("2026-11-27" is a day of the shop). Only with an orders_file.
  std::string from;
  std::string until;
  std::string map;         // preset or TOML file; empty: told from the columns of orders_file
  std::string stock_file;  // of the shop itself (docs/files.md); empty: stock is made up
  // Rows of stock besides those of stock_file, without which there are none: what stock_advice_file
  // wrote, for one.
  std::string more_stock_file;
  std::string products_file;  // list prices
  std::string nodes_file;     // empty: those of the stock and lanes, or the scenario's
  std::string lanes_file;     // empty: the scenario's, or one from each node to each zone
  // What happened beside the orders, by orders_file's times and numbers; empty: payments,
  // cancellations and deliveries are made up. Only with an orders_file, whose orders keep their
  // times then: at scale 1, without compression, peaks or as_fast_as_possible.
  std::string updates_file;
  std::string key_file;  // of customers' tokens, made when absent; empty: customers are numbered
  // JSON; empty: the built-in scenario, as examples/scenarios/peak.json, and with an orders_file
  // without its peaks, so that orders keep their times, and without its block list.
  std::string scenario_file;
  // New or empty. Logs are written to <log_directory>/virtual_time and <log_directory>/live.
  std::string log_directory;
  // Opens what a run logs to when that is no directory on a disk: it is told the directory's name,
  // which nothing makes then. Empty: the directory.
  std::function<Result<std::unique_ptr<Storage>>(const std::string& directory)> open_storage;
  // Written by the end: which SKUs to have more of, as a stock file for more_stock_file; empty:
  // none. Only with figures and a stock_file.
  std::string stock_advice_file;
  std::string hgrm_file;  // latency histogram as text, percentiles in nanoseconds; empty: none

  std::uint64_t seed{1};
  std::uint32_t scale{1};      // times the load, 1 to 1,000
  std::uint32_t compress{1};   // arrivals come this many times faster, 1 to 100,000,000
  std::uint32_t producers{4};  // 1 to 64
  std::uint64_t orders{0};     // of the generator; 0: as the scenario says

  // The first run is broken down by time, zone, channel, node, SKU and reason (RunReport::figures).
  bool figures{false};
  bool virtual_time{true};
  bool live{true};
  // The live run plays the scenario so fast that it lasts about this long: every time and duration
  // is divided by the same number. 1 to 3,600.
  std::uint32_t live_seconds{10};
  // Live producers submit without waiting for the intended times; latency then counts from the
  // moment at which a producer first tries.
  bool as_fast_as_possible{false};
  Durability durability{Durability::async};
};

struct SimulationProgress {
  enum class Phase : std::uint8_t { reading, virtual_time, live, replaying };

  Phase phase{Phase::reading};
  std::string file;    // that is read in this phase; empty: none, what was read is made ready
  double elapsed_s{};  // of this phase
  // That it still takes, about, and of a file that this still takes; nothing while it is not known.
  std::optional<double> left_s;
  double orders_per_second{};
  double fill_rate{};  // units promised at once / units requested, 0 to 1
  std::uint64_t orders{};
  std::uint64_t refused{};
  std::uint64_t p99_ns{};
  std::uint64_t queue_depth{};
  // Share of this phase, or of the file, 0 to 1; nothing of a pipe, whose length nobody knows.
  std::optional<double> done{0.0};
};

class ProgressSink {
 public:
  virtual ~ProgressSink() = default;
  // Called about five times a second and once at the end of each phase.
  virtual void show(const SimulationProgress& progress) = 0;
  // Asked at least as often; true ends the simulation early: with what was found by then and
  // SimulationReport::stopped, or, before the first order is answered, with an error that says so.
  // Once it was true it stays so.
  virtual bool stop_requested() { return false; }
};

}  // namespace allot
