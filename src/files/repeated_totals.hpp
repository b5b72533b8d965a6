// Amounts that are an order's, which its lines repeat, although nothing in their name says so.
#pragma once

#include <optional>
#include <string>

#include "files/column_look.hpp"

namespace allot::files {

struct AmountColumns {
  std::size_t order{};
  std::size_t amount{};  // the one in question
  std::optional<std::size_t> quantity;
  char decimal{'.'};
};

// Returns: what shows in the first rows that `amount` is of whole orders, as the end of a sentence;
//          empty where it is of lines, and where no order has several.
[[nodiscard]] std::string why_of_orders(const ColumnLook& columns, const AmountColumns& of);

}  // namespace allot::files
