// The synthetic world around the orders: nodes, lanes, channels, stock, payment, cancelling,
// review.
//
// Read from JSON (docs/simulation.md lists every key, unit and limit); a missing key has the value
// of the base: for generated orders of the built-in scenario, which is
// examples/scenarios/peak.json, for those of a file of what changes nothing about them. Shares are
// in thousandths, times in seconds, money in minor units. `*_quantiles` are evenly spaced
// quantiles, least to greatest, with straight lines between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/types/status.hpp"
#include "files/source_orders.hpp"

namespace allot::simulation {

struct GeneratorSpec {
  static constexpr std::int64_t orders_max = 4'000'000;  // about 110 million lines

  std::uint64_t orders{};
  std::uint32_t skus{};
  std::uint32_t customers{};
  TimeNs start{};
  std::uint64_t duration_s{};
};

// Countries that the same lanes serve. The group without countries takes all others.
struct ZoneGroup {
  std::string code;
  std::vector<std::string> countries;
};

struct NodeSpec {
  std::string code;
  std::uint32_t priority{};
  std::uint32_t stock_weight{};  // share of each SKU's stock, against the other nodes' weights
};

// No lane between a node and a group: the node does not serve it.
struct LaneSpec {
  std::uint32_t node{};
  std::uint32_t group{};
  MoneyMinor parcel_cost{};
  MoneyMinor unit_cost{};
  std::uint64_t transit_s{};
};

enum class ChannelKind : std::uint8_t { prepaid, cash_on_delivery, import };

struct ChannelSpec {
  static constexpr std::uint64_t no_end_s = 1'000'000'000;  // the longest that the engine takes

  std::string code;
  std::uint32_t weight{};  // share of the orders, against the other channels' weights
  ChannelKind kind{};
  std::uint64_t hold_ttl_s{};  // no_end_s: unpaid orders keep what they took until the run is over
  std::uint64_t remind_before_s{};
  std::uint64_t pending_ttl_s{};
  std::uint64_t review_ttl_s{};
  std::uint32_t safety_stock{};
  SourcingPolicy policy{};
  ReviewOutcome review_outcome{};
  bool review_pauses_payment{};
  std::vector<std::uint32_t> nodes;  // of its network
  // Of own orders: the codes of its network, where the scenario lacks one of them, which a file of
  // the shop must have then. `own_nodes_at`: what errors about them begin with.
  std::vector<std::string> own_nodes;
  std::string own_nodes_at;
};

struct StockSpec {
  std::vector<std::int64_t> depth_quantiles;  // first stock of a SKU, thousandths of its demand
  std::uint32_t spread_nodes{};               // most nodes that stock one SKU
  std::uint32_t expiring_permille{};          // of the SKUs: their lots carry an expiry
  std::uint64_t shelf_life_s{};
  std::uint32_t receipts{};                     // deliveries of each SKU, spread over the run
  std::vector<std::int64_t> receipt_quantiles;  // of one delivery, thousandths of its demand
};

// How prepaid orders are paid. What is left of 1,000 pays at the first try.
struct PaymentSpec {
  std::uint32_t never_permille{};
  std::uint32_t pending_permille{};            // the provider says pending first
  std::uint32_t pending_fails_permille{};      // of these: then failed, for good
  std::uint32_t failed_permille{};             // the first try fails
  std::uint32_t retry_permille{};              // of these: a second try succeeds
  std::vector<std::int64_t> delay_quantiles;   // until the first news
  std::vector<std::int64_t> second_quantiles;  // from there to the second

  // Returns: whether every order is paid as soon as it is placed.
  [[nodiscard]] bool at_once() const noexcept {
    return never_permille == 0 && pending_permille == 0 && failed_permille == 0 &&
           delay_quantiles.back() == 0;
  }
};

struct CancelSpec {
  std::uint32_t permille{};
  std::vector<std::int64_t> delay_quantiles;
};

// How what is promised leaves.
struct FulfilmentSpec {
  bool ships{};
  std::vector<std::int64_t> handling_quantiles;  // from when a parcel can be packed until it leaves
};

// What comes back of what arrived. What is left of 1,000 is scrapped.
struct ReturnSpec {
  std::uint32_t permille{};       // of the orders: one of their SKUs comes back
  std::uint32_t lost_permille{};  // of the requests: nothing ever arrives
  std::uint32_t restock_permille{};
  std::uint32_t quarantine_permille{};
  std::uint64_t window_s{};                     // from a request until it is waited for no more
  std::vector<std::int64_t> request_quantiles;  // from when it was delivered until it is requested
  std::vector<std::int64_t> arrival_quantiles;  // from there until it is back at its node
};

// How money is given back: for what came back, and what the engine tells as due.
struct RefundSpec {
  bool pays{};                                // whether anything is
  std::vector<std::int64_t> delay_quantiles;  // from when it came back, or was told
};

// What every channel promises of its orders; 0: nothing.
struct ServiceSpec {
  std::uint64_t processing_s{};   // from when an order can leave until all that can has left
  std::uint64_t delivery_s{};     // from there until it has arrived
  std::uint64_t returns_s{};      // from a request until all of it is back
  bool ship_by{};                 // what has to leave by a time does
  std::uint64_t warn_before_s{};  // so long before each of these is over somebody is warned

  [[nodiscard]] bool any() const noexcept {
    return ship_by || processing_s > 0 || delivery_s > 0 || returns_s > 0;
  }
};

struct ReviewSpec {
  std::uint32_t unattended_permille{};  // nobody looks: the deadline decides
  std::uint32_t approve_permille{};     // of those looked at
  std::vector<std::int64_t> delay_quantiles;
};

struct RiskSpec {
  MoneyMinor order_value_max{};
  std::uint32_t line_quantity_max{};
  std::uint32_t price_low_bp{};
  std::uint32_t price_high_bp{};
  std::uint32_t velocity_count{};
  std::uint64_t velocity_window_s{};
  MoneyMinor review_value_min{};
  std::uint32_t blocked_permille{};  // of the customers, on the block list
};

struct PriorityClass {
  std::uint8_t priority{};
  std::uint32_t weight{};
};

struct OrderPolicySpec {
  std::uint32_t refuse_order_weight{};
  std::uint32_t refuse_line_weight{};
  std::uint32_t backorder_weight{};
  std::uint32_t ship_complete_permille{};
  std::uint32_t limited_splits_permille{};  // of the orders: at most max_splits
  std::uint8_t max_splits{};
  std::vector<PriorityClass> priorities;
  std::uint64_t ship_within_s{};  // ship_by = time of the order + this; 0: none

  // Returns: whether every order takes what is there, at any nodes, and waits for the rest.
  [[nodiscard]] bool all_wait() const noexcept {
    return refuse_order_weight == 0 && refuse_line_weight == 0 && backorder_weight > 0 &&
           ship_complete_permille == 0 && limited_splits_permille == 0;
  }
};

// A share of the orders is moved into a window: the peak that the data does not have.
struct PeakSpec {
  std::uint32_t at_permille{};  // where the window begins, of the whole time
  std::uint32_t length_permille{};
  std::uint32_t orders_permille{};
};

struct LiveSpec {
  std::uint64_t durations_divided_by{};  // delays and times to live, in the live run
};

struct EngineSpec {
  std::uint32_t work_units{};
  std::uint32_t nodes_per_order_max{};
  std::uint32_t sourcing_steps_max{};
};

struct Scenario {
  std::string name;
  bool names_channels{false};  // they, and not the base's, are what whoever gave it wants
  bool names_lanes{false};
  bool names_holds{false};  // how long unpaid orders keep what they took
  // Not of the scenario's file but of the orders' map: the zone by whose clock days and hours are
  // told; empty: UTC.
  std::string time_zone;
  files::Guests guests{files::Guests::use};
  GeneratorSpec generator;
  std::vector<ZoneGroup> zone_groups;
  std::vector<NodeSpec> nodes;
  std::vector<LaneSpec> lanes;
  std::vector<ChannelSpec> channels;
  StockSpec stock;
  PaymentSpec payment;
  CancelSpec cancel;
  ReviewSpec review;
  FulfilmentSpec fulfilment;
  ReturnSpec returns;
  RefundSpec refunds;
  ServiceSpec services;
  RiskSpec risk;
  OrderPolicySpec orders;
  std::vector<PeakSpec> peaks;
  std::uint64_t jitter_s{};  // copies of an order move by up to this, either way
  std::uint64_t settle_s{};  // time goes on for so long after the last order
  LiveSpec live;
  EngineSpec engine;

  // Returns: whether unpaid orders of some channel keep what they took until the run is over.
  [[nodiscard]] bool keeps_unpaid() const noexcept;
  // Returns: the group that a country belongs to.
  [[nodiscard]] std::uint32_t group_of(std::string_view country) const noexcept;
};

// What a scenario says of which its file says nothing.
enum class ScenarioBase : std::uint8_t {
  peak,        // the built-in scenario, of the generator
  own_orders,  // the same without peaks, rules of risk and a block list, which were made for the
               // generator's orders and its currency, and with one channel, which withholds
               // nothing and lets go of nothing that is unpaid; all orders are paid at once, none
               // is cancelled, has to leave by a time, or comes back, and when goods run short each
               // takes what is there and waits for the rest: nothing is dealt at random
};

// Errors: "<name>:<line>:<column>: <cause>".
[[nodiscard]] Result<Scenario> parse_scenario(const std::string& name, std::string_view text,
                                              ScenarioBase base = ScenarioBase::peak);
[[nodiscard]] Result<Scenario> read_scenario(const std::string& path,
                                             ScenarioBase base = ScenarioBase::peak);
// The one that is used when no file is given.
[[nodiscard]] Result<Scenario> built_in_scenario();
[[nodiscard]] Result<Scenario> base_scenario(ScenarioBase base);
// Effects: channels with own_nodes are served by these. Requires: `scenario` has the nodes of the
// shop's files. Errors: one of them is no node, or comes twice.
[[nodiscard]] Status take_own_networks(Scenario& scenario);

}  // namespace allot::simulation
