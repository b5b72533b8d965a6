// Look-ups as Python has them: plain values, from which allot/look_up.py makes its classes.
//
// Threads: as PyEngine. Errors: InvalidArgument names the argument; as PyEngine::inspect().
#pragma once

#include <nanobind/nanobind.h>

#include "engine.hpp"

namespace allot::python {

void define_lookups(nanobind::module_& module);

}  // namespace allot::python
