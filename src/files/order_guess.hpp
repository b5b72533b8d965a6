// Which column of a file is the number of its orders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/column_look.hpp"

namespace allot::files {

struct OrderGuess {
  std::size_t column{};
  std::string how;      // why this column
  std::string assumed;  // the same within a sentence, when somebody has to confirm it; else empty
};

// `taken`: of each column, whether it is something else already. `time`: the column of times.
//
// A name that stands inside another is believed only of texts that can be numbers of orders: "Order
// type" is none. Where no name is left, the one column whose texts tell orders apart is taken.
// Returns: nothing when no column looks like it.
[[nodiscard]] std::optional<OrderGuess> guess_order(const ColumnLook& columns,
                                                    const std::vector<bool>& taken,
                                                    std::optional<std::size_t> time);

}  // namespace allot::files
