// The texts that a JSON line may have in place of a number: "15m", "backorder", "hex:…", a time.
// Read by the reader that `allot apply` uses, so that both mean the same.
#pragma once

#include <nanobind/nanobind.h>

#include <string>

namespace allot::python {

// command: a command's name, or "line" for the fields of an order's line.
// where:   how a message names the field, such as commands[2].shortage.
// Returns: the number that the text stands for; the text itself where the field is one.
// Errors:  raises InvalidArgument saying what can be given. Codes in place of ids are refused: what
//          gives a code its id may stand in the same batch, undecided.
nanobind::object text_value(const std::string& command, const std::string& field,
                            nanobind::str text, const std::string& where);

}  // namespace allot::python
