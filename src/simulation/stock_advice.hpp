// What to have more of in stock, so that it can be tried: which SKUs, how many units, at which
// node.
//
// Threads: any.
#pragma once

#include <string>

#include "allot/types/status.hpp"
#include "files/shop_files.hpp"
#include "simulation/figures.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// Requires: shortfalls and sums of `figures` are final.
[[nodiscard]] StockAdvice stock_advice(const World& world, const RunFigures& figures);

// Effects: writes the rows as a stock file of their own, with the columns, the delimiter and the
//          encoding of the list of stock, so that what opens the one opens the other. Letters that
//          the encoding lacks make it UTF-8, which a mark at its beginning says then.
[[nodiscard]] Status write_stock_advice(const std::string& path, const StockAdvice& advice,
                                        const files::StockForm& form);

}  // namespace allot::simulation
