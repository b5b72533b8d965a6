// Failures on their way to Python: each StatusCode has its exception class in allot/errors.py.
#pragma once

#include <nanobind/nanobind.h>

#include <string>
#include <utility>

#include "allot/types/status.hpp"

namespace allot::python {

// Effects: sets the Python error `allot.errors.<class_name>(message)` and throws it.
// Requires: the GIL is held.
[[noreturn]] void raise(const char* class_name, const std::string& message);

// Does nothing when `status` is ok. Requires: the GIL is held.
void raise_if_failed(const Status& status);

// Requires: a Python error is set, raised by code of a value that was asked what it is.
// Effects:  clears it; throws it on where it is not about the value: an interrupt, an exit, a lack
//           of memory.
void clear_error_of_value();

// Effects: turns an error of other code, which the reading of something set off, into an
//          InvalidArgument that names `where` and is raised from it. Errors of ours, and what
//          clear_error_of_value() throws on, stay as they are.
[[noreturn]] void raise_named(nanobind::python_error& error, const std::string& where);

}  // namespace allot::python
