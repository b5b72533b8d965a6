// How the writers of the Python package spell names, values and comments.
#pragma once

#include <string>
#include <string_view>

#include "generator/description.hpp"

namespace allot::schema::python {

// Stands at the top of every file made here.
inline constexpr std::string_view made_from =
    "# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh\n";

// Returns: "BY_ORDER" of "by_order".
[[nodiscard]] std::string upper(std::string_view name);
// Returns: "LineHeld" of "line_held".
[[nodiscard]] std::string camel(std::string_view name);
// Returns: "EventFlag" of "EventFlags": the name of one, as Python's enums have it.
[[nodiscard]] std::string singular(std::string_view name);

// Returns: the text between double quotes.
[[nodiscard]] std::string quoted(std::string_view text);
// Returns: the text as a docstring of lines of at most 100 columns, each indented by `indent`.
[[nodiscard]] std::string docstring(std::string_view text, std::size_t indent);
// Returns: the field's comment with what it counts and its range.
[[nodiscard]] std::string field_comment(const MessageField& field);

// Returns: `list`, or the list of flags or choices that `name` names. Throws when there is none.
[[nodiscard]] const ChoiceList& list_named(const std::vector<ChoiceList>& lists,
                                           std::string_view name);

// Returns: what a field that is left out holds: 0, False, Shortage.BY_ORDER.
[[nodiscard]] std::string default_value(const MessageField& field);
// Returns: whether Python has to be given the field. A command_key is made from the number of its
//          line by those who read files; Python has no lines.
[[nodiscard]] bool is_needed(const MessageField& field);

// Returns: whether the field is a list, of lines or of single values.
[[nodiscard]] bool is_list(const MessageField& field);

}  // namespace allot::schema::python
