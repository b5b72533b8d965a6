// Orders with the fraud of a shop among them, and who is who: what rules are measured on.
//
// One seed gives one traffic, byte for byte, on every compiler: integers only, and each actor draws
// numbers of his own. It is made of people and what they want, and knows no rule: shares, sizes of
// households and rings, and what careful ones do, are in docs/risk.md and stand beside the draws.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/traffic_spec.hpp"

namespace allot::simulation {

// Who an order is of.
struct TrafficLabel {
  std::uint64_t order_key{};
  TrafficClass of{};
  std::string_view kind;  // of honest people, or how careful the others are; static
};

struct Traffic {
  // Lines of commands as `allot apply` takes them, in the order of time: the shop, its stock, then
  // orders and what becomes of them.
  std::string commands;
  std::vector<TrafficLabel> labels;  // by order_key, which is 1, 2, ... in the order of time
};

// Requires: 1 <= orders <= orders_max, 1 <= days <= days_max, shares of 100 together at most.
// Cost:     some 700 bytes of text for each order.
[[nodiscard]] Traffic make_traffic(const TrafficSpec& spec);

// Returns: the labels as a table: order_key,class,kind,honest.
[[nodiscard]] std::string labels_csv(const Traffic& traffic);

// Returns: a line with a share for each class of those named, such as "scalper=5,duplicate=0"; what
//          is wrong with it, or empty. Those that are not named stay as they are.
[[nodiscard]] std::string set_traffic_shares(std::string_view text, TrafficSpec& spec);

}  // namespace allot::simulation
