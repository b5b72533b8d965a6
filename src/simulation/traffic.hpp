// Orders with the fraud of a shop among them, and who is who: what rules are measured on.
//
// One seed gives one traffic, byte for byte, on every compiler: integers only, and each actor draws
// numbers of his own. It is made of people and what they want, and knows no rule: shares, sizes of
// households and rings, and what careful ones do, are in docs/risk.md and stand beside the draws.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace allot::simulation {

enum class TrafficClass : std::uint8_t {
  honest = 0,
  scalper = 1,       // many accounts buy what is limited
  bonus_hunter = 2,  // many accounts take one coupon
  brushing = 3,      // a seller has his own goods ordered
  card_testing = 4,  // stolen cards are tried out
  duplicate = 5,     // one cart is ordered twice by mistake
  price_error = 6,   // a wrong price is made use of
};
inline constexpr std::size_t traffic_classes = 7;
inline constexpr std::array<std::string_view, traffic_classes> traffic_class_names{
    "honest", "scalper", "bonus_hunter", "brushing", "card_testing", "duplicate", "price_error"};

struct TrafficSpec {
  std::uint64_t seed{1};
  std::uint32_t orders{20'000};
  std::uint32_t days{14};
  // Of 100 orders, how many are of each class; the honest ones are what is left.
  std::array<std::uint32_t, traffic_classes> shares{0, 3, 3, 2, 2, 1, 1};

  static constexpr std::uint32_t orders_max = 500'000;
  static constexpr std::uint32_t days_max = 90;
};

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
