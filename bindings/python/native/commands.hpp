// From the commands of Python, dataclasses and dicts, to allot::Command.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "allot/intake/admission.hpp"

namespace allot::python {

// Commands with the lists that they borrow. Nothing in it belongs to Python.
class Batch {
 public:
  std::vector<Submission> commands;

  // Returns: the same items, which live as long as the batch.
  template <class E>
  std::span<const E> keep(std::vector<E>&& items) {
    auto kept = std::make_shared<const std::vector<E>>(std::move(items));
    const std::span<const E> view(*kept);
    lists_.push_back(std::move(kept));
    return view;
  }

 private:
  std::vector<std::shared_ptr<const void>> lists_;
};

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
