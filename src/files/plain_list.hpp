// A list of stock as its columns are told by: without rows that are sums of others, and with the
// SKU in each row.
#pragma once

#include "files/open_records.hpp"

namespace allot::files {

// Returns: the list without its last row, where that holds the sums of the others: it is no row of
//          any place.
[[nodiscard]] FileLook without_totals(FileLook look);

// Returns: the list without rows that say that they are totals, or that are the sums of other rows
//          of their SKU; where cells were merged, each row has what stands above it.
[[nodiscard]] FileLook plain_list(FileLook look);

}  // namespace allot::files
