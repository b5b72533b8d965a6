// What happened in a run, broken down by time, zone, channel, node, SKU and reason: what a report
// draws and lists. Plain integers; nothing here is rounded.
//
// Money is in minor units of the orders' one currency, and 0 throughout where they have several or
// no prices. What a unit is worth is what its order asked for it. Times are those of the scenario,
// whichever clock the run had.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// What some orders asked for, and what became of it when each was decided.
struct Demand {
  std::uint64_t orders{};
  std::uint64_t accepted{};  // the others were refused
  std::uint64_t units{};     // asked for: at_once + waiting + refused
  std::uint64_t at_once{};
  std::uint64_t waiting{};
  std::uint64_t refused{};  // of refused orders and refused lines
  MoneyMinor value{};       // of all units asked for
  MoneyMinor value_waiting{};
  MoneyMinor value_refused{};

  friend bool operator==(const Demand&, const Demand&) = default;
};

// One step of the time axis.
struct TimeStep {
  Demand demand;              // of the orders that arrived in it
  std::uint64_t ran_short{};  // SKUs that something was first missing of
  std::uint64_t served{};     // units given to waiting lines
  std::uint64_t paid{};
  std::uint64_t expired{};
  std::uint64_t cancelled{};

  friend bool operator==(const TimeStep&, const TimeStep&) = default;
};

struct NodeLoad {
  std::string code;
  std::uint64_t received{};  // units that came in
  std::uint64_t taken{};     // units that orders took, also those given back later
  std::uint64_t lines{};     // takings of them
  std::uint64_t parcels{};
  std::vector<std::uint64_t> taken_by_step;

  friend bool operator==(const NodeLoad&, const NodeLoad&) = default;
};

// A SKU of which something was missing: an order was refused, or one of its lines waited or was
// dropped, and there was less of this SKU for it than it asked for. What orders that were refused
// whole for want of it wanted of other SKUs is told apart, so that with what was refused for other
// reasons all SKUs add up to Demand::refused.
struct Shortfall {
  std::string sku;
  TimeNs first_at{};
  TimeNs last_at{};
  std::uint64_t asked{};           // units, by all orders
  std::uint64_t received{};        // units, first stock and deliveries
  std::uint64_t withheld{};        // of `received`, as safety stock: from one channel at least
  std::uint64_t refused_orders{};  // whole orders, for want of this SKU
  std::uint64_t refused{};         // units of it: of those orders and of dropped lines
  std::uint64_t waited{};          // units of it that had to wait for it
  std::uint64_t served{};          // units of it given to waiting lines later
  std::uint64_t refused_with{};    // units of other SKUs in those orders
  MoneyMinor value_refused{};      // of `refused`
  MoneyMinor value_waited{};       // of `waited`
  MoneyMinor value_with{};         // of `refused_with`
  // Units more of it with which, in stock from the beginning where every order can have them, none
  // of these orders would have lacked it; see NeededStock.
  std::uint64_t needed{};
  bool no_stock_row{};  // the stock file says nothing of it, so there was none

  friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

// Units more of a SKU that did not run short, but would have if the others had not.
struct NeededBesides {
  std::string sku;
  std::uint64_t units{};

  friend bool operator==(const NeededBesides&, const NeededBesides&) = default;
};

// What to have more of: the SKUs that were missed most, until they stand for four fifths of what
// was refused or waited for want of stock, or are `rows_max`; without those that the stock file has
// no row of, which may be another mistake.
struct StockAdvice {
  static constexpr std::size_t rows_max = 10;

  struct Row {
    std::string sku;
    std::string node;       // that serves most zones; of several, the one that has most of it
    std::uint64_t units{};  // Shortfall::needed

    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;
  std::uint64_t covered{};  // of `of`, by the rows: money, and without prices units
  std::uint64_t of{};       // what was missing for want of stock

  friend bool operator==(const StockAdvice&, const StockAdvice&) = default;
};

struct Refusals {
  std::uint64_t orders{};
  std::uint64_t lines{};  // dropped from orders that went on
  std::uint64_t units{};  // of both
  MoneyMinor value{};     // of both

  friend bool operator==(const Refusals&, const Refusals&) = default;
};

// What became of accepted orders; some of it more than once to one order.
struct Afterwards {
  std::uint64_t held_units{};  // until paid and cleared
  std::uint64_t firm_units{};  // allocated as soon as taken
  std::uint64_t paid{};
  std::uint64_t pending{};
  std::uint64_t failed{};
  std::uint64_t reminders{};
  std::uint64_t expired{};
  std::uint64_t expired_units{};  // given back
  MoneyMinor expired_value{};
  std::uint64_t cancelled{};
  std::uint64_t cancelled_units{};
  MoneyMinor cancelled_value{};
  std::uint64_t in_review{};
  std::uint64_t approved{};
  std::uint64_t rejected{};
  std::uint64_t retaken{};
  std::uint64_t refunds_due{};
  MoneyMinor refunds_value{};

  friend bool operator==(const Afterwards&, const Afterwards&) = default;
};

struct ParcelGroup {
  std::uint64_t orders{};
  MoneyMinor cost{};  // of the lanes chosen when they were accepted

  friend bool operator==(const ParcelGroup&, const ParcelGroup&) = default;
};

// A point of the distribution of latencies.
struct LatencyPoint {
  std::uint32_t per_million{};  // this many of a million answers took at most so long
  std::uint64_t ns{};

  friend bool operator==(const LatencyPoint&, const LatencyPoint&) = default;
};

// When SKUs ran short for the first time: the first of them, half of them, all of them.
struct ShortTimes {
  TimeNs first{};
  TimeNs half{};
  TimeNs all{};

  friend bool operator==(const ShortTimes&, const ShortTimes&) = default;
};

struct RunFigures {
  static constexpr std::size_t shortfalls_max = 2'000;
  static constexpr std::size_t parcel_groups = 5;
  static constexpr std::int64_t hours_in_turn_max = 72;

  TimeNs begin{};  // of the first step
  std::int64_t step_ns{};
  std::int64_t ahead_ns{};      // by which the clock that steps are round times of is ahead of UTC
  std::vector<TimeStep> steps;  // the last also has what came after it

  Demand total;
  // From first_hour on; else they are the 24 of a day, by the clock of the orders' map.
  bool hours_in_turn{};
  TimeNs first_hour{};
  std::vector<Demand> hours;
  std::map<std::string, Demand> zones;
  std::map<std::string, Demand> channels;
  std::vector<NodeLoad> nodes;        // as the scenario has them
  std::uint64_t skus_short{};         // all of them; of these, the dearest are listed
  std::uint64_t short_without_row{};  // of skus_short, those of which the stock file has no row
  std::string first_short;  // which of them was the first; of several at one time, by its code
  ShortTimes short_at;      // and when
  std::vector<Shortfall> shortfalls;          // at most shortfalls_max, by value, units, code
  Shortfall short_sums;                       // of all that ran short: orders, units and values
  std::vector<NeededBesides> needed_besides;  // at most shortfalls_max, by units, code
  std::uint64_t skus_needed_besides{};        // all of them
  StockAdvice advice;
  // Units of lines that waited although there was enough of their SKU: for another SKU of an order
  // that ships whole, or because the order may come in no more parcels. With `waited` of all
  // shortfalls they are total.waiting.
  std::uint64_t waited_for_others{};
  MoneyMinor value_waited_for_others{};
  std::map<Reason, Refusals> refusals;
  Afterwards afterwards;
  std::array<ParcelGroup, parcel_groups> parcels;  // accepted with 0, 1, 2, 3, more parcels
  bool holds_made_up{};  // nobody said how long unpaid orders keep what they took
  bool costs_made_up{};  // nobody gave lanes or rates, so that costs of parcels say nothing

  friend bool operator==(const RunFigures&, const RunFigures&) = default;
};

}  // namespace allot
