// How C++ writes what the description says; shared by the writers of C++ headers. Lines of code are
// left to clang-format, only comments are broken here.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/description.hpp"

namespace allot::schema::cpp {

// Returns: "line_held" -> "LineHeld".
[[nodiscard]] std::string type_name(std::string_view snake);

// Returns: an enum of choices, and the names of its values.
[[nodiscard]] std::string choices(const ChoiceList& list);

// What the values of an enum are called and mean, and what to do about each. `what`: Reason, whose
// rows are of ReasonText. Returns: the struct of a row; a table of some; the functions that look in
// the table of all, which is called reason_texts.
[[nodiscard]] std::string reason_struct(const std::string& type, const std::string& what);
[[nodiscard]] std::string reason_rows(const std::string& type, const std::string& what,
                                      const std::string& name,
                                      const std::vector<ReasonMessage>& reasons);
[[nodiscard]] std::string reason_functions(const std::string& type, const std::string& what);

// Returns: the C++ type of a field.
[[nodiscard]] std::string type_of(const MessageField& field);

// Returns: `text` as lines of comment behind `indent` spaces, each less than 100 columns.
[[nodiscard]] std::string comment(std::string_view text, std::size_t indent = 0);

// Returns: "text", in quotes.
[[nodiscard]] std::string quoted(std::string_view text);

// Returns: an integer as a literal: 1'000'000.
[[nodiscard]] std::string literal(std::int64_t number);

// Returns: declarations, each with what it means beside or above it.
struct Declaration {
  std::string code;
  std::string meaning;
};
[[nodiscard]] std::string declarations(const std::vector<Declaration>& list);

// Returns: the members of a message, those of a part left out.
[[nodiscard]] std::vector<Declaration> members(std::span<const MessageField> fields);

// Returns: the static member function `fields`, which names every field to a visitor.
[[nodiscard]] std::string visitor(std::span<const MessageField> fields);

// Gathers what a header has to include for the fields in it.
class Includes {
 public:
  void add(const std::string& include) { includes_.insert(include); }
  void add(std::span<const MessageField> fields);
  // Returns: the includes in order, those of the standard first.
  [[nodiscard]] std::vector<std::string> list() const;

 private:
  std::set<std::string> includes_;
};

// Returns: the start of a header: what it is, that it is made, what it includes, the namespace.
[[nodiscard]] std::string begin(std::string_view what, const std::vector<std::string>& includes,
                                std::string_view space = "allot");
[[nodiscard]] std::string end(std::string_view space = "allot");

}  // namespace allot::schema::cpp
