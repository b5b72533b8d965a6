// How the limits depend on each other, and what follows from them.
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/limits.hpp"

namespace allot {

// Queued work stops for a step once it has made this many events, so that a step's events have a
// bound.
inline constexpr std::uint32_t sweep_events_max = 1'024;

// What is for sale where is told by so many events of a step at most; the rest is told by the next.
inline constexpr std::uint32_t feed_events_max = 32;

// So many lines of one order may have the same SKU, each with a number of its own.
inline constexpr std::uint32_t lines_per_sku_max = 64;
// And as many orders go into one other by merge.
inline constexpr std::uint32_t orders_per_order_max = 64;

// So many orders may have units in one parcel, which may leave by one command; but never more than
// the events of a step have room for.
inline constexpr std::uint32_t orders_per_parcel_max = 16;
[[nodiscard]] constexpr std::uint32_t orders_per_parcel(const Limits& limits) noexcept {
  const std::uint32_t most = 1 + limits.lines_per_order_max / 8;
  return most < orders_per_parcel_max ? most : orders_per_parcel_max;
}

// An event of a step is numbered with 16 bits.
inline constexpr std::uint64_t step_events_most = 65'535;

// Returns: the most events that one step can make, but those of purchase caps: the sweep up to its
// limit and one unit beyond, then the command's own work. A unit or an order makes at most one
// event per line and node, one more per line, and a few for the order. That a line has a number is
// told by the command alone, which so has room for two more per line: a unit of queued work makes
// events of lines that are served by nodes, or of lines that wait, and never of both.
[[nodiscard]] constexpr std::uint64_t step_events_without_caps(const Limits& limits) noexcept {
  const std::uint32_t nodes =
      limits.nodes_per_order_max < limits.nodes_max ? limits.nodes_per_order_max : limits.nodes_max;
  constexpr std::uint64_t order_events = 8;
  const std::uint64_t unit = std::uint64_t{limits.lines_per_order_max} * (nodes + 1) + order_events;
  return sweep_events_max + 2 * unit;
}

// Returns: how many purchase caps can be defined. A sale that was made elsewhere tells each cap
// that it exceeds, so there are only as many as the events of a step have room for.
[[nodiscard]] constexpr std::uint32_t caps_usable(const Limits& limits) noexcept {
  const std::uint64_t others = step_events_without_caps(limits);
  const std::uint64_t room = others < step_events_most ? step_events_most - others : 0;
  return room < limits.caps_max ? static_cast<std::uint32_t>(room) : limits.caps_max;
}

// Returns: the most events that one step can make.
[[nodiscard]] constexpr std::uint64_t step_events_bound(const Limits& limits) noexcept {
  return step_events_without_caps(limits) + caps_usable(limits);
}

// Returns: how many rules a set can have. Each may be told once for an order, and those of a set
// that is only tried beside those of the one that judges, so there are only as many as the events
// of a step have room for.
[[nodiscard]] constexpr std::uint32_t rules_usable(const Limits& limits) noexcept {
  const std::uint64_t others = step_events_bound(limits);
  const std::uint64_t room = others < step_events_most ? (step_events_most - others) / 2 : 0;
  return room < limits.rules_max ? static_cast<std::uint32_t>(room) : limits.rules_max;
}

// Returns: what is wrong with `limits`, naming the field and its range; empty when they can be
// used.
[[nodiscard]] constexpr std::string_view limits_fault(const Limits& limits) noexcept {
  if (const std::string_view fault = limits_range_fault(limits); !fault.empty()) return fault;
  if (std::uint64_t{limits.skus_max} * limits.nodes_max > 1'000'000'000ULL) {
    return "skus_max x nodes_max must be at most 1,000,000,000";
  }
  if (limits.lines_max < limits.lines_per_order_max) {
    return "lines_max must be at least lines_per_order_max";
  }
  if (step_events_without_caps(limits) > step_events_most) {
    return "lines_per_order_max x (nodes_per_order_max + 1) is too large: a step can make at most "
           "65,535 events";
  }
  return {};
}

}  // namespace allot
