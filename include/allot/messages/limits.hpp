// Sizes fixed at start. They are logged whole in the first record, because reaching one is an
// answer, and an answer has to replay.
#pragma once

#include <cstdint>
#include <string_view>

namespace allot {

// Who stamps commands with their logical time.
enum class TimeSource : std::uint8_t {
  engine = 0,  // one stamp for each drained batch, read from the clock given at start
  host = 1,    // the time that each command carries
};

struct Limits {
  std::uint32_t skus_max{100'000};               // 1 to 50,000,000
  std::uint32_t nodes_max{8};                    // 1 to 1,024
  std::uint32_t channels_max{16};                // 1 to 65,535
  std::uint32_t zones_max{256};                  // 1 to 65,535
  std::uint32_t lots_max{1'000'000};             // lots over all SKUs and nodes
  std::uint32_t lots_per_cell_max{64};           // lots of one SKU at one node, 1 to 4,096
  std::uint32_t orders_max{1'000'000};           // open orders, 1 to 100,000,000
  std::uint32_t closed_orders_max{100'000};      // ended orders still known by key, at least 1
  std::uint32_t lines_max{4'000'000};            // lines of open and closed orders together
  std::uint32_t lines_per_order_max{2'000};      // 1 to 4,000
  std::uint32_t holds_max{1'000'000};            // places a line takes from beyond its first
  std::uint32_t command_keys_max{1'000'000};     // commands whose key is still known, at least 1
  std::uint32_t attempts_max{1'000'000};         // attempts inside the velocity window
  std::uint32_t velocity_depth{6};               // largest velocity limit that can be set, 1 to 62
  std::uint32_t list_entries_max{100'000};       // allow and block entries together
  std::uint32_t nodes_per_order_max{8};          // nodes in one sourcing decision, 1 to 16
  std::uint32_t sourcing_steps_max{65'536};      // node sets x lines looked at for one order
  std::uint32_t work_units{64};                  // W: units of queued work before each command
  std::int64_t max_step_ns{86'400'000'000'000};  // furthest that one stamp may move time
  TimeSource time_source{TimeSource::engine};

  friend bool operator==(const Limits&, const Limits&) noexcept = default;

  // Visits every field in its frozen order with its name.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("skus_max", self.skus_max);
    visit("nodes_max", self.nodes_max);
    visit("channels_max", self.channels_max);
    visit("zones_max", self.zones_max);
    visit("lots_max", self.lots_max);
    visit("lots_per_cell_max", self.lots_per_cell_max);
    visit("orders_max", self.orders_max);
    visit("closed_orders_max", self.closed_orders_max);
    visit("lines_max", self.lines_max);
    visit("lines_per_order_max", self.lines_per_order_max);
    visit("holds_max", self.holds_max);
    visit("command_keys_max", self.command_keys_max);
    visit("attempts_max", self.attempts_max);
    visit("velocity_depth", self.velocity_depth);
    visit("list_entries_max", self.list_entries_max);
    visit("nodes_per_order_max", self.nodes_per_order_max);
    visit("sourcing_steps_max", self.sourcing_steps_max);
    visit("work_units", self.work_units);
    visit("max_step_ns", self.max_step_ns);
    visit("time_source", self.time_source);
  }
};

// Queued work stops for a step once it has made this many events, so that a step's events have a
// bound.
inline constexpr std::uint32_t sweep_events_max = 1'024;

// Returns: the most events that one step can make: the sweep up to its limit and one unit beyond,
// then the command's own work. A unit or an order makes at most one event per line and node, one
// more per line, and a few for the order.
[[nodiscard]] constexpr std::uint64_t step_events_bound(const Limits& limits) noexcept {
  const std::uint32_t nodes =
      limits.nodes_per_order_max < limits.nodes_max ? limits.nodes_per_order_max : limits.nodes_max;
  constexpr std::uint64_t order_events = 8;
  const std::uint64_t unit = std::uint64_t{limits.lines_per_order_max} * (nodes + 1) + order_events;
  return sweep_events_max + 2 * unit;
}

// Returns: what is wrong with `limits`, naming the field and its range; empty when they can be
// used.
[[nodiscard]] constexpr std::string_view limits_fault(const Limits& limits) noexcept {
  const auto outside = [](std::uint32_t value, std::uint32_t low, std::uint32_t high) {
    return value < low || value > high;
  };
  if (outside(limits.skus_max, 1, 50'000'000)) return "skus_max must be 1 to 50,000,000";
  if (outside(limits.nodes_max, 1, 1'024)) return "nodes_max must be 1 to 1,024";
  if (std::uint64_t{limits.skus_max} * limits.nodes_max > 1'000'000'000ULL) {
    return "skus_max x nodes_max must be at most 1,000,000,000";
  }
  if (outside(limits.channels_max, 1, 65'535)) return "channels_max must be 1 to 65,535";
  if (outside(limits.zones_max, 1, 65'535)) return "zones_max must be 1 to 65,535";
  if (outside(limits.lots_max, 1, 200'000'000)) return "lots_max must be 1 to 200,000,000";
  if (outside(limits.lots_per_cell_max, 1, 4'096)) return "lots_per_cell_max must be 1 to 4,096";
  if (outside(limits.orders_max, 1, 100'000'000)) return "orders_max must be 1 to 100,000,000";
  if (outside(limits.closed_orders_max, 1, 100'000'000)) {
    return "closed_orders_max must be 1 to 100,000,000";
  }
  if (outside(limits.lines_per_order_max, 1, 4'000))
    return "lines_per_order_max must be 1 to 4,000";
  if (outside(limits.lines_max, limits.lines_per_order_max, 400'000'000)) {
    return "lines_max must be lines_per_order_max to 400,000,000";
  }
  if (outside(limits.holds_max, 1, 400'000'000)) return "holds_max must be 1 to 400,000,000";
  if (outside(limits.command_keys_max, 1, 100'000'000)) {
    return "command_keys_max must be 1 to 100,000,000";
  }
  if (outside(limits.attempts_max, 1, 100'000'000)) return "attempts_max must be 1 to 100,000,000";
  if (outside(limits.velocity_depth, 1, 62)) return "velocity_depth must be 1 to 62";
  if (outside(limits.list_entries_max, 1, 100'000'000)) {
    return "list_entries_max must be 1 to 100,000,000";
  }
  if (outside(limits.nodes_per_order_max, 1, 16)) return "nodes_per_order_max must be 1 to 16";
  if (step_events_bound(limits) > 65'535) {
    return "lines_per_order_max x (nodes_per_order_max + 1) is too large: a step can make at most "
           "65,535 events";
  }
  if (outside(limits.sourcing_steps_max, 1, 100'000'000)) {
    return "sourcing_steps_max must be 1 to 100,000,000";
  }
  if (outside(limits.work_units, 1, 65'536)) return "work_units must be 1 to 65,536";
  if (limits.max_step_ns < 1) return "max_step_ns must be at least 1";
  if (limits.time_source > TimeSource::host) return "time_source must be engine or host";
  return {};
}

}  // namespace allot
