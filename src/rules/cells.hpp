// The cells of a line of a table.
#pragma once

#include <string_view>
#include <vector>

#include "cel/problem.hpp"

namespace allot::rules {

// Returns: the parts of a line between single bars that stand outside of texts and brackets,
// without
//          blanks around them.
[[nodiscard]] std::vector<cel::Range> cells_of(std::string_view text, cel::Range line);

}  // namespace allot::rules
