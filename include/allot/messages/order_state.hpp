// The states an order can be in. The numbers are part of the canonical encoding: never renumbered.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/enum_names.hpp"

namespace allot {

// How one line of an order stands.
enum class LineState : std::uint8_t {
  held = 0,       // all of it is held until the order is firm
  allocated = 1,  // all of it is held for good: the order is paid, or on delivery, and clear
  waiting = 2,    // all of it, or what could not be held, waits for stock
  refused = 3,    // it was dropped when the order was placed
  ended = 4,      // its order has ended, or all of it was cancelled
};
template <>
inline constexpr std::array<std::string_view, 5> enum_names<LineState>{
    "held", "allocated", "waiting", "refused", "ended"};

// Whether an order goes on, or how it ended.
enum class OrderStatus : std::uint8_t {
  open = 0,       // it goes on
  cancelled = 1,  // by a command
  expired = 2,    // not paid in time
  rejected = 3,   // by a review, or its deadline
  elsewhere = 4,  // as soon as it was imported, for somebody else ships it
  shipped = 5,    // all that it was owed has left
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<OrderStatus>{
    "open", "cancelled", "expired", "rejected", "elsewhere", "shipped"};

// What is known of an order's payment.
enum class Payment : std::uint8_t {
  unpaid = 0,       // it is waited for
  pending = 1,      // it is on its way, which stops the clock once
  paid = 2,         // it is there
  on_delivery = 3,  // when the goods arrive
  authorised = 4,   // all that is due was set aside or has come in, and counts until it lapses
  deposited = 5,    // its deposit has come in, and the balance is waited for
};
template <>
inline constexpr std::array<std::string_view, 6> enum_names<Payment>{
    "unpaid", "pending", "paid", "on_delivery", "authorised", "deposited"};

// Whether an order is held for a decision.
enum class Review : std::uint8_t {
  clear = 0,      // it is not
  in_review = 1,  // until review_decision, or its deadline
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<Review>{"clear", "in_review"};

}  // namespace allot
