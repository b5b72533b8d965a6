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
StockChange set_safety_stock(Stock& stock, const Catalogue& catalogue,
                             const SetSafetyStock& command, const StepContext& step);

}  // namespace allot
