#include "generator/python_text.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace allot::schema::python {

std::string upper(std::string_view name) {
  std::string text(name);
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

std::string camel(std::string_view name) {
  std::string text;
  bool first = true;
  for (const char c : name) {
    if (c == '_') {
      first = true;
      continue;
    }
    text += first ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    first = false;
  }
  return text;
}

std::string singular(std::string_view name) {
  if (name.ends_with('s')) name.remove_suffix(1);
  return std::string(name);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string docstring(std::string_view text, std::size_t indent) {
  constexpr std::size_t columns_max = 100;
  const std::string margin(indent, ' ');
  std::string result;
  std::string line = margin + "\"\"\"";
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, space - at));
    // The closing quotes may follow the last word.
    if (words > 0 && line.size() + 1 + word.size() + 3 > columns_max) {
      result += line + '\n';
      line = margin + word;
    } else {
      line += (words == 0 ? "" : " ") + word;
    }
    ++words;
    at = space + 1;
  }
  return result + line + "\"\"\"\n";
}

std::string field_comment(const MessageField& field) {
  std::string more = field.unit;
  const std::string range = range_text(field);
  if (!range.empty()) more += (more.empty() ? "" : ", ") + range;
  return field.comment + (more.empty() ? "" : "; " + more);
}

const ChoiceList& list_named(const std::vector<ChoiceList>& lists, std::string_view name) {
  const auto found = std::ranges::find(lists, name, &ChoiceList::name);
  if (found == lists.end()) throw std::runtime_error("no choices " + std::string(name));
  return *found;
}

std::string default_value(const MessageField& field) {
  if (field.kind == Kind::boolean) return field.standard == "true" ? "True" : "False";
  if (field.kind == Kind::choice) return field.type + '.' + upper(field.standard);
  if (is_list(field)) return "()";
  if (field.kind == Kind::code || !field.unless.empty()) return "None";
  return field.standard.empty() ? "0" : field.standard;
}

bool is_needed(const MessageField& field) {
  return (field.needed && field.unless.empty()) || field.kind == Kind::command_key ||
         (is_list(field) && field.added == 0);
}

bool is_list(const MessageField& field) { return field.type.starts_with('['); }

}  // namespace allot::schema::python
