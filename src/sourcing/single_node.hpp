// The usual choice of nodes, decided at once: one node has everything that the order wants.
//
// The same plan as the general way of sourcing.hpp, which remains the one that is explained and the
// only one for everything else; tests compare the two.
#pragma once

#include <span>

#include "allot/messages/command.hpp"
#include "ledger/stock.hpp"
#include "sourcing/routes.hpp"

namespace allot {

struct SingleNode {
  NodeId node;  // absent when it takes the general way to say
  MoneyMinor cost{};
};

// Requires: no supply is claimed that the SKUs' rows do not show; no SKU is named twice.
// Returns:  the node that gives all lines all that they want, as one parcel, when no line's stock
//           is claimed for others and no other nodes can be better.
[[nodiscard]] SingleNode choose_single_node(const Route& route, const Stock& stock,
                                            std::span<const OrderLine> lines) noexcept;

// Prefetches the lots that an order will most likely take from: the first of each line at the
// cheapest node that has enough for that line. A wrong guess costs cache lines and nothing else.
// `units`: of all lines. Requires: the SKUs are known.
[[gnu::always_inline]] inline void prefetch_lots(const Route& route, const Stock& stock,
                                                 std::span<const OrderLine> lines,
                                                 UnitSum units) noexcept {
  const Route::Window& window = route.window;
  const std::uint32_t by_cost = window.columns_by_cost(units);
  for (const OrderLine& line : lines) {
    const Units* available = stock.available(line.sku) + window.first_node;
    std::uint32_t columns = by_cost;
    for (std::uint32_t left = window.candidates; left != 0; left &= left - 1, columns >>= 4) {
      const std::uint32_t column = columns & 15U;
      if (available[column] < Units{line.quantity}) continue;
      stock.prefetch_lot(stock.first_lot(line.sku, {window.first_node + column + 1}));
      break;
    }
  }
}

}  // namespace allot
