// Whether what stands in a column says what became of orders.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "files/column_look.hpp"

namespace allot::files {

// Whether goods came back, of an order that had been delivered then: they had been taken, and it
// was sold. What only says that money went back, or that the order was called off, is none.
[[nodiscard]] bool came_back(std::string_view status);

// Returns: why orders of this status are left out; empty when they are not. What was given back or
//          called off in part was sold all the same, and so was what came back.
[[nodiscard]] std::string_view reason_of_status(std::string_view status);

// Returns: what the texts of a status mean by their words.
[[nodiscard]] StatusRule rule_of_statuses(const std::vector<std::string>& statuses);

// Whether no text of a column that is called like a status is one that words know, as "Estado" is
// a region in Brazil, while half of another's are, which is called so, too, and is not `taken`, and
// has at most so many texts.
[[nodiscard]] bool loses_by_texts(const ColumnLook& columns, const std::vector<bool>& taken,
                                  std::size_t column, std::size_t texts_most);

// Whether a column that is called like a status holds places: codes of two or three capitals, or
// what no words know where such a column may be one of regions. `sure`: they are such codes.
[[nodiscard]] bool holds_regions(const ColumnLook& columns, std::size_t column, bool& sure);

}  // namespace allot::files
