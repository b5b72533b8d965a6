// Rules, orders and their results as lines of JSON, which other implementations of CEL read.
//
// The first line declares: {"structs": {"Line": [["sku", "string", false], ...]}, "variables":
// [["o", "Order"], ...]}; the third of a field says whether it is optional. Values are written by
// their declared types: a record as the list of its fields, null for one that is not set; a time as
// [seconds, nanoseconds]; a duration as nanoseconds; a set as a list.
#pragma once

#include <string>
#include <string_view>

#include "cel/environment.hpp"
#include "cel/value.hpp"

namespace allot::cel {

[[nodiscard]] std::string declarations_as_json(const Environment& environment);
void append_json(std::string& line, std::string_view text);
// Requires: a value of the profile, no error.
void append_json(std::string& line, const Value& value);
// One value for each variable, in brackets.
void append_json(std::string& line, const Values& values);

}  // namespace allot::cel
