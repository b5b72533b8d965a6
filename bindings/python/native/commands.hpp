// From the command objects of allot/commands.py to allot::Command.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <string>
#include <vector>

#include "allot/intake/admission.hpp"

namespace allot::python {

// Commands with the lines that they borrow. Nothing in it belongs to Python.
struct Batch {
  std::vector<Submission> commands;
  std::vector<std::vector<OrderLine>> lines;
};

// Effects: copies every command and its lines. The first is called commands[`first`] in messages.
// Errors:  raises InvalidArgument naming the command's index and field; nothing is then kept.
Batch read_commands(nanobind::sequence commands, std::size_t first);

// Returns: {command name: (field name, ...)} as the engine's own schema has them.
nanobind::dict command_fields();

}  // namespace allot::python
