// An order as risk and allocation see it: checked, valued, with lines of one SKU summed.
#pragma once

#include <cstdint>
#include <span>

#include "allot/messages/command.hpp"

namespace allot {

// What few orders say of their money besides prices: of the whole order.
struct OrderCharges {
  MoneyMinor discount{};
  MoneyMinor shipping{};
  MoneyMinor shipping_tax{};
  MoneyMinor deposit{};  // as the order says; 0: as its channel does
  bool tax_included{};   // prices and shipping had it in them when it was placed

  // Returns: whether what is due is more, or less, than its lines come to.
  [[nodiscard]] bool any() const noexcept { return (discount | shipping | shipping_tax) != 0; }
};

// Returns: what a line's units cost together, before anything is taken off.
[[nodiscard]] constexpr MoneyMinor amount_of(const OrderLine& line) noexcept {
  return line.total != 0 ? line.total : line.price * MoneyMinor{line.quantity};
}

struct CheckedOrder {
  std::span<const OrderLine> lines;   // as they came
  std::span<const OrderLine> merged;  // one per SKU, in order of first appearance, with the first's
                                      // price and shortage; `lines` itself when no SKU comes twice
                                      // and nothing is said of its money but prices
  Shortage of_order{};                // what a line's Shortage::by_order means
  MoneyMinor value{};                 // what is due for it
  ChannelId channel;
  const OrderCharges* charges{};  // null: it is the sum over lines of quantity x price
  const OrderTokens* tokens{};

  [[nodiscard]] Shortage shortage(const OrderLine& line) const noexcept {
    return line.shortage == Shortage::by_order ? of_order : line.shortage;
  }
};

}  // namespace allot
