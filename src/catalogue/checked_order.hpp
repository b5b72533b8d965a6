// An order as risk and allocation see it: checked, valued, with lines of one SKU summed, unless
// they have numbers of their own.
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
  bool lines_named{};  // a line has a number of its own, so that others may have its SKU, or a date

  // Returns: whether what is due is more, or less, than its lines come to.
  [[nodiscard]] bool any() const noexcept { return (discount | shipping | shipping_tax) != 0; }
};

// Returns: what a line's units cost together, before anything is taken off.
[[nodiscard]] constexpr MoneyMinor amount_of(const OrderLine& line) noexcept {
  return line.total != 0 ? line.total : line.price * MoneyMinor{line.quantity};
}

struct CheckedOrder {
  std::span<const OrderLine> lines;   // as they came
  std::span<const OrderLine> merged;  // one per SKU and line number, in order of first appearance,
                                      // with the first's price, date and shortage; `lines` itself
                                      // when no SKU comes twice and lines say nothing but prices
  Shortage of_order{};                // what a line's Shortage::by_order means
  bool exchanged{};                   // it is for goods that are to come back
  bool lines_named{};                 // a line has a number, or a date; else no SKU is in two
                                      // merged lines
  MoneyMinor value{};                 // what is due for it
  ChannelId channel;
  const OrderCharges* charges{};  // null: it is the sum over lines of quantity x price, and no line
                                  // says when it is wanted, or has a number
  const OrderTokens* tokens{};

  // Returns: the units of the merged line, and of those before it that have its SKU.
  [[nodiscard]] std::uint32_t units_up_to(std::size_t at) const noexcept {
    std::uint32_t units = merged[at].quantity;
    for (std::size_t i = 0; lines_named && i < at; ++i) {
      if (merged[i].sku == merged[at].sku) units += merged[i].quantity;
    }
    return units;
  }
  [[nodiscard]] Shortage shortage(const OrderLine& line) const noexcept {
    return line.shortage == Shortage::by_order ? of_order : line.shortage;
  }
};

}  // namespace allot
