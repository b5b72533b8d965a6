// What each command of the program is told. Filled in by arguments.cpp alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "allot/types/ids.hpp"
#include "inspection/moment.hpp"
#include "inspection/state_names.hpp"
#include "json/print_form.hpp"
#include "program/order_choice.hpp"
#include "simulation/traffic_spec.hpp"

namespace allot::program {

struct ApplyOptions {
  std::string file{"-"};
  std::string journal;                     // directory; empty: nothing is logged
  std::string durability{"sync"};          // of the journal
  std::vector<std::string> limits;         // field=value
  std::optional<std::uint32_t> key_space;  // else keys come from what the file holds
  std::vector<std::string> fail_on;        // names of InputReport::kinds()
  bool must_exist{};
  bool drop_damaged_end{};
  bool digest{};
  bool answers{};
  json::PrintForm form;
  bool keep_going{};
  bool cross_gaps{};
  bool json{};
  bool dry_run{};         // the journal is only read
  inspection::Moment at;  // of the journal, for a dry run
  bool table{};           // of a dry run's events
};

struct ReplayOptions {
  std::string directory;
  inspection::Moment to;  // none: all of the log
  std::string expected_digest;
  json::PrintForm form;
  bool json{};
};

struct VerifyOptions {
  std::string directory;
  std::string at_least;  // "SEQUENCE" or "SEQUENCE:CHAIN"; empty: nothing
  json::PrintForm form;
  bool json{};
};

struct CopyOptions {
  std::string directory;
  std::string destination;
  inspection::Moment to;  // none: all that is there
  json::PrintForm form;
  bool json{};
};

struct InspectOptions {
  std::string directory;
  inspection::Moment from;
  inspection::Moment to;
  bool frames{true};
  json::PrintForm form;
  bool json{};
};

struct EventsOptions {
  std::string directory;
  inspection::Moment from;
  inspection::Moment to;
  bool follow{};
  std::string format{"table"};
  std::string currency;  // ISO 4217; empty: amounts are shown as they are logged
  json::PrintForm form;
  bool json{};  // the format is json
};

// Of orders, stock, waiting, exceptions, services, feed and history.
struct StateOptions {
  std::string directory;
  inspection::Moment at;  // none: now
  std::optional<inspection::OrderState> state;
  std::string sku;      // empty: all
  std::string node;     // the same
  std::string channel;  // the same, of feed
  OrderName order;      // of orders and history; without text: all
  std::string format{"table"};
  std::string currency;
  json::PrintForm form;
  bool json{};
};

struct TopOptions {
  std::string directory;
  inspection::Moment at;  // none: now, and as it goes on
  std::int64_t window_ns{300'000'000'000};
  std::int64_t interval_ns{1'000'000'000};
  json::PrintForm form;
  bool once{};
  bool json{};
};

struct ExplainOptions {
  std::string directory;
  OrderName order;
  inspection::Moment to;  // none: now
  std::string currency;   // ISO 4217; empty: amounts are shown as they are logged
  json::PrintForm form;
  bool json{};
};

struct BenchOptions {
  double seconds{3};
  std::uint32_t skus{10'000};
  std::uint32_t nodes{5};
  std::uint32_t lines{2};
  std::uint32_t producers{1};
  std::string journal;
  std::string durability{"async"};
  bool json{};
};

struct MapOptions {
  std::string file;
  std::string stock;   // a list of stock beside it; empty: none
  std::string preset;  // to print; empty: none
  bool presets{};      // list them
  bool json{};
};

struct RulesOptions {
  std::string action;
  std::vector<std::string> files;
  std::string output;
  std::string activate;
  std::uint32_t version{};
  std::uint32_t part_bytes{4'000};
  bool write{};
  bool check{};
  bool json{};
};

struct TrafficOptions {
  std::string commands;
  std::string labels;
  simulation::TrafficSpec spec;
  std::string shares;
  bool json{};
};

struct SimulateOptions {
  std::string orders_file;
  std::string from;
  std::string until;
  std::string map;
  std::string stock_file;
  std::string more_stock_file;
  std::string advice_file;  // which stock would have helped most
  std::string products_file;
  std::string nodes_file;
  std::string lanes_file;
  std::string updates_file;
  std::string key_file;
  std::string scenario_file;
  std::string log_directory;
  std::string hgrm_file;
  std::string report_file;
  std::string language{"en"};  // of the report
  std::string command;         // as it was typed
  std::string durability{"async"};
  std::string mode;  // "virtual", "live"; else both
  std::uint64_t seed{1};
  std::uint64_t orders{0};
  std::uint32_t scale{1};
  std::uint32_t compress{1};
  std::uint32_t producers{4};
  std::uint32_t live_seconds{10};
  bool as_fast_as_possible{};
  json::PrintForm form;
  bool json{};
  bool details{};  // all of the summary, where own orders have a short one
};

struct CompareOptions {
  std::string first;
  std::string second;
  std::string report_file;
  std::string language{"en"};  // of the report
  json::PrintForm form;
  bool json{};
};

struct WhatIfOptions {
  std::string run;  // what simulate left: a directory, a report or a summary
  std::string stock_file;
  std::string more_stock_file;
  std::string products_file;
  std::string nodes_file;
  std::string lanes_file;
  std::string scenario_file;
  std::string log_directory;  // empty: the log is not kept
  std::string command;        // as it was typed
  std::string report_file;
  std::string language{"en"};  // of the report
  json::PrintForm form;
  bool json{};
};

struct HelpOptions {
  std::string topic;  // or command, or reason; empty: list them
  bool json{};
};

struct ManOptions {
  std::string command;
  std::string directory;
};

struct DemoOptions {
  bool keep{};
  bool json{};
};

}  // namespace allot::program
