// The states an order can be in. The numbers are part of the canonical encoding: never renumbered.
#pragma once

#include <cstdint>

namespace allot {

enum class OrderStatus : std::uint8_t { open = 0, cancelled = 1, expired = 2, rejected = 3 };
enum class Payment : std::uint8_t { unpaid = 0, pending = 1, paid = 2, on_delivery = 3 };
enum class Review : std::uint8_t { clear = 0, in_review = 1 };

}  // namespace allot
