// An order as risk and allocation see it: checked, valued, with lines of one SKU summed.
#pragma once

#include <cstdint>
#include <span>

#include "allot/messages/command.hpp"

namespace allot {

struct CheckedOrder {
  std::span<const OrderLine> lines;   // as they came
  std::span<const OrderLine> merged;  // one per SKU, in order of first appearance, with the first's
                                      // price and shortage; `lines` itself when no SKU comes twice
  Shortage of_order{};                // what a line's Shortage::by_order means
  MoneyMinor value{};                 // sum over `lines` of quantity x price
  const OrderTokens* tokens{};

  [[nodiscard]] Shortage shortage(const OrderLine& line) const noexcept {
    return line.shortage == Shortage::by_order ? of_order : line.shortage;
  }
};

}  // namespace allot
