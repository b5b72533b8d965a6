// Commands on their way from Python to the engine.
#pragma once

#include <vector>

#include "allot/intake/admission.hpp"
#include "json/kept_lists.hpp"

namespace allot::python {

// Commands with the lists that they borrow. Nothing in it belongs to Python.
struct Batch {
  std::vector<Submission> commands;
  json::KeptLists lists;
};

}  // namespace allot::python
