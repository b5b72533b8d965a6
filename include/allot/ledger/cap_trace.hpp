// Told which purchase caps an order meets while they are asked; for explanations, never for
// decisions.
#pragma once

#include <cstdint>

#include "allot/messages/enums.hpp"
#include "allot/messages/reason.hpp"
#include "allot/risk/risk_trace.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// What one cap said of an order. Counts are units or orders, as the cap says.
struct CapFinding {
  CapId cap;
  CapMeasure measure{};
  TokenKind per{};
  Token token{};              // of that kind; 0 when the order has none
  std::uint32_t wanted{};     // by the order
  std::uint32_t left{};       // before the order; 0 without a token
  std::uint32_t at_most{};    // of the cap, now
  TimeNs next_window_at{};    // when its next window begins; 0 when it has one for ever
  Reason reason{Reason::ok};  // why the order is refused, or why a sale that was made must not ship
};

class CapTrace : public RiskTrace {
 public:
  // Caps are told by id, up to the first that refuses the order; of a sale that was made, all. For
  // an order that comes back after it expired these are the caps that it had debited, one of them
  // more than once if a change made it count for another token or in another window, too.
  virtual void cap_asked(const OrderKey& /*order_key*/, const CapFinding& /*finding*/) {}
};

}  // namespace allot
