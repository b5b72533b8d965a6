// What is read out of the events of a step behind it, by those who look at what it told.
#pragma once

#include "allot/messages/event.hpp"

namespace allot {

// Of stock, the member for an order's key has the code of a lot.
[[nodiscard]] constexpr bool names_order(const Event& event) noexcept {
  const bool of_stock =
      event.type >= EventType::stock_received && event.type <= EventType::lot_end_unknown;
  return event.order_key.present() && !of_stock;
}

}  // namespace allot
