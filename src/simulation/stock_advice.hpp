// What to have more of in stock, so that it can be tried: which SKUs, how many units, at which
// node.
//
// Threads: any.
#pragma once

#include <string>

#include "allot/types/status.hpp"
#include "simulation/figures.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// Requires: shortfalls and sums of `figures` are final.
[[nodiscard]] StockAdvice stock_advice(const World& world, const RunFigures& figures);

// Effects: writes the rows as a stock file of their own: sku, node, quantity.
[[nodiscard]] Status write_stock_advice(const std::string& path, const StockAdvice& advice);

}  // namespace allot::simulation
