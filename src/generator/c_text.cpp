#include "generator/c_text.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>

namespace allot::schema::c {
namespace {

constexpr std::size_t columns_max = 100;

bool is_zero(const MessageField& field) {
  return field.standard.empty() || field.standard == "0" || field.standard == "false";
}

}  // namespace

std::string snake(std::string_view type) {
  std::string name;
  for (const char letter : type) {
    if (std::isupper(letter) != 0 && !name.empty()) name += '_';
    name += static_cast<char>(std::tolower(letter));
  }
  return name;
}

std::string upper(std::string_view name) {
  std::string text(name);
  for (char& letter : text) letter = static_cast<char>(std::toupper(letter));
  return text;
}

std::string flag_name(const ChoiceList& flags) {
  std::string name = snake(flags.name);
  if (name.ends_with('s')) name.pop_back();
  return name;
}

std::string struct_name(std::string_view type) { return "allot_" + snake(type); }

std::string element_type(const MessageField& field) {
  const std::string_view element = element_of(field);
  if (field.kind == Kind::bytes) return "uint8_t";
  return element.ends_with("Id") ? "uint32_t" : struct_name(element);
}

std::string comment(std::string_view text, std::size_t indent) {
  const std::string margin(indent, ' ');
  // The last line needs room for the end mark.
  const std::size_t room = columns_max - indent - 6;
  std::string out = margin + "/* ";
  while (text.size() > room) {
    std::size_t end = text.rfind(' ', room);
    if (end == std::string_view::npos) end = std::min(text.find(' '), text.size());
    out += std::string(text.substr(0, end)) + '\n' + margin + " * ";
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out + std::string(text) + " */\n";
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string meaning(const MessageField& field) {
  std::string text = field.comment;
  const bool shows_unit =
      !field.unit.empty() && field.comment.find(field.unit) == std::string::npos;
  if (shows_unit) text += "; " + field.unit;
  const std::string range = range_text(field);
  if (!range.empty()) text += (shows_unit ? ", " : "; ") + range;
  if (field.kind == Kind::boolean) text += "; 0 or 1";
  if (field.kind == Kind::choice) text += "; ALLOT_" + upper(snake(field.type)) + "_*";
  if (field.kind == Kind::command) text += "; ALLOT_COMMAND_*";
  if (field.kind == Kind::reason) text += "; ALLOT_REASON_*";
  if (!element_of(field).empty()) text = "[in] " + text;
  // The default of a choice is its first value, which is 0.
  const bool told = field.slot.empty() && !field.needed && !is_zero(field);
  if (told && field.kind == Kind::boolean) text += ", init sets 1";
  if (told && field.kind != Kind::boolean && field.kind != Kind::choice) {
    text += "; init sets " + number_text(std::stoll(field.standard));
  }
  return text;
}

std::string declarations(const std::vector<Declaration>& list) {
  // Comments beside code are aligned to the longest line; what would pass the margin then stands
  // above its line.
  std::size_t longest = 0;
  for (const Declaration& each : list) longest = std::max(longest, each.code.size());
  std::string out;
  for (const Declaration& each : list) {
    const bool beside = 2 + longest + 7 + each.meaning.size() <= columns_max;
    if (!beside) out += comment(each.meaning, 2);
    out += "  " + each.code;
    if (beside && !each.meaning.empty()) out += " /* " + each.meaning + " */";
    out += '\n';
  }
  return out;
}

std::string begin_header(std::string_view name, std::string_view what,
                         const std::vector<std::string>& includes) {
  const std::string guard = "ALLOT_C_" + upper(name) + "_H";
  std::string out = comment(what);
  out.replace(out.size() - 4, 4, "\n *\n * " + std::string(made_from) + " */\n");
  out += "#ifndef " + guard + "\n#define " + guard + "\n\n";
  for (const std::string& include : includes) out += "#include \"allot/c/" + include + ".h\"\n";
  return out;
}

std::string end_header(std::string_view name) {
  return "\n#endif /* ALLOT_C_" + upper(name) + "_H */\n";
}

void check_name(const std::string& name) {
  // Those of them that a message or field could want to be called.
  static const std::set<std::string> words{
      "auto",     "break",   "case",   "catch",    "class",    "const",    "continue",  "default",
      "delete",   "do",      "double", "else",     "enum",     "explicit", "export",    "extern",
      "false",    "float",   "for",    "friend",   "goto",     "if",       "inline",    "int",
      "long",     "mutable", "new",    "not",      "operator", "private",  "protected", "public",
      "register", "return",  "short",  "signed",   "sizeof",   "static",   "struct",    "switch",
      "template", "this",    "throw",  "true",     "try",      "typedef",  "union",     "unsigned",
      "using",    "virtual", "void",   "volatile", "while",    "raw",      "bytes",     "reserved",
      "unused"};
  if (words.contains(name)) {
    throw std::runtime_error(name + ": a word of C or C++, or of the C interface itself");
  }
}

}  // namespace allot::schema::c
