// Which orders of a state are asked for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace allot::inspection {

enum class OrderState : std::uint8_t {
  open,
  cancelled,
  expired,
  rejected,
  unpaid,     // open, and not paid
  paid,       // open, and paid or on delivery
  in_review,  // open, and held for a decision
  waiting,    // open, with units that wait for stock
  elsewhere,  // shipped by somebody else
  shipped,    // all of it has left
  refused,    // whole, when it was asked for
};
inline constexpr std::array<std::string_view, 11> order_state_names{
    "open",      "cancelled", "expired",   "rejected", "unpaid", "paid",
    "in_review", "waiting",   "elsewhere", "shipped",  "refused"};

}  // namespace allot::inspection
