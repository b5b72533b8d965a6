// Orders from columns: one array for each field, checked and typed by allot/columns.py.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>

#include "commands.hpp"

namespace allot::python {

// Requires: every column that is present is a contiguous array of its own type (see
//           allot/columns.py), line_offset rises from 0 to the number of lines.
// Returns:  at most `count` orders from row `start` on, copied.
Batch read_orders(const nanobind::dict& columns, std::size_t start, std::size_t count);

}  // namespace allot::python
