// What labelled traffic is asked for, and the classes that its orders are of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

}  // namespace allot::simulation
