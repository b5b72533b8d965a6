// How C writes what the description says; shared by the writers of the C interface. Lines of code
// are left to clang-format, only comments are broken here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/description.hpp"

namespace allot::schema::c {

// Returns: "SourcingPolicy" -> "sourcing_policy".
[[nodiscard]] std::string snake(std::string_view type);
// Returns: "sourcing_policy" -> "SOURCING_POLICY".
[[nodiscard]] std::string upper(std::string_view name);
// Returns: what a flag of the list is called, such as event_flag of EventFlags.
[[nodiscard]] std::string flag_name(const ChoiceList& flags);

// Returns: the struct of a part of a message or of an element, such as allot_order_tokens.
[[nodiscard]] std::string struct_name(std::string_view type);
// Returns: the type of one element of an array field: allot_order_line, or uint32_t for ids.
[[nodiscard]] std::string element_type(const MessageField& field);

// Returns: `text` as a comment behind `indent` spaces, in lines of at most 100 columns.
[[nodiscard]] std::string comment(std::string_view text, std::size_t indent = 0);
[[nodiscard]] std::string quoted(std::string_view text);

// What stands beside a member: what it is, its unit and range, what allot_command_init sets.
[[nodiscard]] std::string meaning(const MessageField& field);

struct Declaration {
  std::string code;
  std::string meaning;
};
// Returns: declarations, each with what it means beside or above it.
[[nodiscard]] std::string declarations(const std::vector<Declaration>& list);

// Returns: the start of a header: what it is, that it is made, its guard and includes.
// `name` is that of the file below include/allot/c, without its end.
[[nodiscard]] std::string begin_header(std::string_view name, std::string_view what,
                                       const std::vector<std::string>& includes);
[[nodiscard]] std::string end_header(std::string_view name);

// What surrounds declarations of functions.
inline constexpr std::string_view begin_functions =
    "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
inline constexpr std::string_view end_functions = "\n#ifdef __cplusplus\n}\n#endif\n";

// Says in the first lines of a file of C or C++ that it is made.
inline constexpr std::string_view made_from =
    "Made from src/messages; change the description there, then: scripts/generate.sh";

// Throws std::runtime_error when the name is a word of C or C++.
void check_name(const std::string& name);

}  // namespace allot::schema::c
