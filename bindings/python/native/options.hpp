// What an engine is opened with, by names.
#pragma once

#include <nanobind/nanobind.h>

#include "allot/engine.hpp"

namespace allot::python {

// options: {name: int}, bytes for the directory, (sequence, chain's low half, high half) or None
//          for at_least; limits: {name: int} or None; names as in the C++ structs.
// Errors:  raises InvalidArgument naming the option.
EngineOptions read_options(const nanobind::dict& options, const nanobind::object& limits);

// Returns: {name: int} of what is not said otherwise.
nanobind::dict default_options();
nanobind::dict default_limits();

}  // namespace allot::python
