// Commands from columns: one array for each field, checked and typed by allot/columns.py.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <string>

#include "batch.hpp"

namespace allot::python {

// rows:     {field: array} with an item for each command; of a code, a list of str.
// lists:    {field: (offsets, {field of an item: array})}; command i has the items offsets[i] to
//           offsets[i + 1] - 1. Of a list of single values the one array has the list's own name.
// Requires: each array is contiguous, of the type that its field has, and long enough.
// Returns:  the commands of rows `start` to `stop` - 1, copied.
// Errors:   raises InvalidArgument when that is not so, as when another thread changes an array.
Batch read_columns(const std::string& command, const nanobind::dict& rows,
                   const nanobind::dict& lists, std::size_t start, std::size_t stop);

}  // namespace allot::python
