// What a host reports of stock: receipts, counts, and what is withheld from sale (docs/rules.md
// §4).
#pragma once

#include "allot/messages/command.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/decision.hpp"
#include "ledger/stock.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

struct [[nodiscard]] StockChange {
  Decision decision;
  bool supply_grew{};  // more of the SKU can be had than before: whoever waits for it is served
  bool loses{};        // more of a lot is promised than before that it does not have
};

// Effects: tells what changed, unless the command is refused.
StockChange receive(Stock& stock, const Catalogue& catalogue, const Receive& fact,
                    const StepContext& step);
StockChange adjust(Stock& stock, const Catalogue& catalogue, const Adjust& fact,
                   const StepContext& step);
// A place in stock as a fact about goods names it.
struct LotPlace {
  SkuId sku;
  NodeId node;
  std::uint64_t code{};
};
// Returns: why so many units do not fit there; ok when they do.
[[nodiscard]] Reason no_room(const Stock& stock, const LotPlace& place, Units units);
// Requires: there is room. Effects: the lot is there. A new one ends when the same lot does
//           elsewhere; that nobody knows when is told of an article that ends. `units`: those that
//           come to it.
[[nodiscard]] LotSlot lot_at(Stock& stock, const LotPlace& place, Units units,
                             const StepContext& step);
// Effects: units are in the lot again. What was promised is owed whatever its age; of the rest
//          nothing that has expired is sold. Returns: how many more are available. Requires: the
//          SKU is settled.
Units bring_back(Stock& stock, LotSlot lot, Units units, const StepContext& step);
StockChange set_safety_stock(Stock& stock, const Catalogue& catalogue,
                             const SetSafetyStock& command, const StepContext& step);

}  // namespace allot
