// What each line of a new order needs now, what of it waits, and what is dropped (docs/rules.md
// §6).
#pragma once

#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"
#include "sourcing/sourcing.hpp"

namespace allot {

class Needs {
 public:
  // Borrows all. `timers_due`: whether a hold is due whose stock has not come back yet.
  Needs(Sourcing& sourcing, const Stock& stock, const WaitingLines& waiting, bool timers_due)
      : sourcing_(sourcing), stock_(stock), waiting_(waiting), timers_due_(timers_due) {}

  // Requires: a choice has begun, and has no line. `nodes`: that it may take.
  // Effects:  the choice has every line of the order and knows what each needs.
  // Returns:  why the order cannot be had.
  Decision of_order(const Place& order, const CheckedOrder& checked, std::uint32_t nodes);
  // The same for a sale that has been made: what is short waits.
  void of_import(const CheckedOrder& checked, std::uint32_t nodes);

  // Returns: whether the order takes nothing, because it is shipped whole and a line is short.
  [[nodiscard]] bool waits_whole() const noexcept { return waits_whole_; }
  // Returns: why a line that is short cannot be had.
  [[nodiscard]] Reason short_reason(const LineNeed& line) const noexcept;

 private:
  Sourcing& sourcing_;
  const Stock& stock_;
  const WaitingLines& waiting_;
  bool timers_due_;
  bool waits_whole_{};
};

}  // namespace allot
