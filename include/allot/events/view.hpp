// What any thread can read of an engine without asking the decision thread.
//
// Both are made from published events and outcomes only: under sync nothing in them can be taken
// back by a crash. `as_of` is the last published sequence that the answer takes in.
#pragma once

#include <cstdint>

#include "allot/messages/order_state.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct OrderView {
  OrderKey order_key;
  Sequence as_of{};
  Sequence changed{};  // sequence of the last event of this order
  OrderStatus status{};
  bool paid{};
  bool payment_pending{};
  bool in_review{};         // ship-stop included
  bool allocated{};         // paid, authorised or on delivery, and clear
  std::uint32_t version{};  // as of the last event that names one
  TimeNs pay_by{};          // 0 when none runs; until when it is authorised
};

struct AvailabilityView {
  Sequence as_of{};
  std::uint32_t available{};  // units in all lots of the SKU at the node, safety stock included
};

}  // namespace allot
