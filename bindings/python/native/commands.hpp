// From the commands of Python, dataclasses and dicts, to allot::Command.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <string>

#include "batch.hpp"

namespace allot::python {

// Effects: copies every command and its lists. The first is called commands[`first`] in messages.
// Errors:  raises InvalidArgument naming the command's index and field; nothing is then kept.
Batch read_commands(const nanobind::list& commands, std::size_t first);

// Returns: the number that a text stands for in this field of this command, or of `list` in it.
// where:   how a message names the field.
nanobind::object text_value(const std::string& command, const std::string& list,
                            const std::string& field, nanobind::str text, const std::string& where);

// Returns: {command name: (number, (field name, ...))} as the engine has them, of all commands.
nanobind::dict command_fields();

// Returns: each command as the JSON line that stands for it, with ids in place of codes.
nanobind::list json_lines(const Batch& batch);

}  // namespace allot::python
