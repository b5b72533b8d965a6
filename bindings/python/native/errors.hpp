// Failures on their way to Python: each StatusCode has its exception class in allot/errors.py.
#pragma once

#include <string>

#include "allot/types/status.hpp"

namespace allot::python {

// Effects: sets the Python error `allot.errors.<class_name>(message)` and throws it.
// Requires: the GIL is held.
[[noreturn]] void raise(const char* class_name, const std::string& message);

// Does nothing when `status` is ok. Requires: the GIL is held.
void raise_if_failed(const Status& status);

}  // namespace allot::python
