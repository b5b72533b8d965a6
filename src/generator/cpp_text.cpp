#include "generator/cpp_text.hpp"

#include <sstream>

#include <algorithm>
#include <array>
#include <cctype>

namespace allot::schema::cpp {
namespace {

constexpr std::size_t columns_max = 100;

// What stands beside a member: meaning, unit and range.
std::string meaning(const MessageField& field) {
  std::string text = field.comment;
  const bool shows_unit =
      !field.unit.empty() && field.comment.find(field.unit) == std::string::npos;
  if (shows_unit) text += "; " + field.unit;
  const std::string range = field.min || field.max || field.not_zero ? range_text(field) : "";
  if (!range.empty()) text += (shows_unit ? ", " : "; ") + range;
  return text;
}

bool is_integer(Kind kind) {
  switch (kind) {
    case Kind::number:
    case Kind::money:
    case Kind::time:
    case Kind::duration:
    case Kind::token:
    case Kind::sequence:
    case Kind::hash:
    case Kind::entry: return true;
    default: return false;
  }
}

// The default of a member: always said, so that a designated initializer may leave it out.
std::string initializer(const MessageField& field) {
  if (!field.preset.empty()) return '{' + field.preset + '}';
  if (is_integer(field.kind)) {
    const bool zero = field.standard.empty() || field.standard == "0";
    return zero ? "{}" : '{' + literal(std::stoll(field.standard)) + '}';
  }
  if (field.kind == Kind::boolean && field.standard == "true") return "{true}";
  if (field.kind == Kind::choice) return '{' + field.type + "::" + field.standard + '}';
  return "{}";
}

std::string_view form_of(const MessageField& field) {
  switch (field.kind) {
    case Kind::money: return "money";
    case Kind::time: return "time";
    case Kind::duration: return "duration";
    case Kind::entry: return "entry";
    default: return "";
  }
}

// What a visitor is told of a field of an event: EventField{"sku", EventSlot::sku}.
std::string about_event_field(const MessageField& field) {
  static constexpr std::array presences{"always", "not_zero", "of_one_line", "of_one_cap"};
  const std::string_view form = form_of(field);
  const std::string slot = field.slot == "order_key.low" ? "order_key_low" : field.slot;
  std::string text = "EventField{" + quoted(field.name) + ", EventSlot::" + slot;
  if (field.presence != Presence::always || !form.empty()) {
    text += ", Presence::";
    text += presences[static_cast<std::size_t>(field.presence)];
  }
  if (!form.empty()) text += ", FieldForm::" + std::string(form);
  return text + '}';
}

// The same of a command's: Field{.name = "sku", .needed = true}.
std::string about_field(const MessageField& field) {
  std::string text = "Field{.name = " + quoted(field.name);
  if (const std::string_view form = form_of(field); !form.empty()) {
    text += ", .form = FieldForm::" + std::string(form);
  }
  if (field.needed) text += ", .needed = true";
  if (!field.unless.empty()) text += ", .unless = " + quoted(field.unless);
  if (field.not_zero) text += ", .not_zero = true";
  if (field.added != 0) text += ", .added = " + std::to_string(field.added);
  if (field.min) text += ", .min = " + literal(*field.min);
  if (field.max) text += ", .max = " + literal(*field.max);
  if (!field.at_most.empty()) text += ", .at_most = &Limits::" + field.at_most;
  return text + '}';
}

std::string visit(const MessageField& field) {
  const std::string member = field.part ? field.part->member + '.' + field.name : field.name;
  return "visit(" + (field.slot.empty() ? about_field(field) : about_event_field(field)) +
         ", self." + member + ");\n";
}

std::string header_of(const MessageField& field) {
  switch (field.kind) {
    case Kind::choice:
    case Kind::flags: return "\"allot/messages/enums.hpp\"";
    case Kind::command: return "\"allot/messages/message_types.hpp\"";
    case Kind::reason: return "\"allot/messages/reason.hpp\"";
    case Kind::lines: return "\"allot/messages/order_line.hpp\"";
    case Kind::attributes: return "\"allot/messages/order_attribute.hpp\"";
    case Kind::code: return "\"allot/types/code.hpp\"";
    case Kind::boolean: return "";
    case Kind::number:
    case Kind::duration:
    case Kind::hash:
    case Kind::bytes:
    case Kind::entry: return "<cstdint>";
    default: return "\"allot/types/ids.hpp\"";  // of ids in a list, too
  }
}

}  // namespace

std::string type_name(std::string_view snake) {
  std::string name;
  bool upper = true;
  for (const char letter : snake) {
    if (letter == '_') {
      upper = true;
      continue;
    }
    name += upper ? static_cast<char>(std::toupper(letter)) : letter;
    upper = false;
  }
  return name;
}

std::string choices(const ChoiceList& list) {
  std::string out =
      '\n' + comment(list.comment) + "enum class " + list.name + " : std::uint8_t {\n";
  std::vector<Declaration> values;
  std::string names;
  for (const Choice& choice : list.values) {
    values.push_back({choice.name + " = " + std::to_string(choice.number) + ',', choice.comment});
    names += (names.empty() ? "" : ", ") + quoted(choice.name);
  }
  return out + declarations(values) +
         "};\ntemplate <>\ninline constexpr std::array<std::string_view, " +
         std::to_string(list.values.size()) + "> enum_names<" + list.name + ">{" + names + "};\n";
}

namespace {

std::string snake_of(std::string what) {
  what[0] = static_cast<char>(what[0] - 'A' + 'a');
  return what;
}

}  // namespace

std::string reason_struct(const std::string& type, const std::string& what) {
  return "\nstruct " + what + "Text {\n  " + type + ' ' + snake_of(what) +
         ";\n  std::string_view name;\n  Advice advice;\n  std::string_view text;   // what is the "
         "case\n  std::string_view to_do;  // what to do about it\n};\n";
}

std::string reason_rows(const std::string& type, const std::string& what, const std::string& name,
                        const std::vector<ReasonMessage>& reasons) {
  std::ostringstream out;
  out << "\ninline constexpr std::array " << name << "{\n";
  for (const ReasonMessage& reason : reasons) {
    out << "    " << what << "Text{" << type << "::" << reason.name << ", " << quoted(reason.name)
        << ", Advice::" << reason.advice << ", " << quoted(reason.text) << ", "
        << quoted(reason.to_do) << "},\n";
  }
  out << "};\n";
  return out.str();
}

std::string reason_functions(const std::string& type, const std::string& what) {
  const std::string entry = what + "Text";
  const std::string snake = snake_of(what);
  std::ostringstream out;
  out << "\n// Returns: the entry of `" << snake
      << "`, or that of ok when the number is not one of ours.\n[[nodiscard]] constexpr const "
      << entry << "& " << snake << "_text(" << type << ' ' << snake << ") noexcept {\n  for (const "
      << entry << "& entry : " << snake << "_texts) {\n    if (entry." << snake << " == " << snake
      << ") return entry;\n  }\n  return " << snake << "_texts[0];\n}\n\n"
      << "// Returns: its name in JSON, C and Python; empty when the number is not one of ours.\n"
      << "[[nodiscard]] constexpr std::string_view name(" << type << ' ' << snake
      << ") noexcept {\n  const " << entry << "& entry = " << snake << "_text(" << snake
      << ");\n  return entry." << snake << " == " << snake
      << " ? entry.name : std::string_view{};\n}\n"
      << "// Returns: what kind of thing a caller can do about it, and what.\n"
      << "[[nodiscard]] constexpr Advice advice(" << type << ' ' << snake
      << ") noexcept {\n  return " << snake << "_text(" << snake << ").advice;\n}\n"
      << "[[nodiscard]] constexpr std::string_view to_do(" << type << ' ' << snake
      << ") noexcept {\n  return " << snake << "_text(" << snake << ").to_do;\n}\n";
  return out.str();
}

std::string type_of(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return "bool";
    case Kind::money: return "MoneyMinor";
    case Kind::time: return "TimeNs";
    case Kind::token: return "Token";
    case Kind::sequence: return "Sequence";
    case Kind::command: return "CommandType";
    case Kind::code: return "Code";
    case Kind::command_key: return "CommandKey";
    case Kind::order_key: return "OrderKey";
    case Kind::payment_key: return "PaymentKey";
    case Kind::reason: return "Reason";
    case Kind::bytes: return "std::span<const std::uint8_t>";
    case Kind::lines:
    case Kind::attributes:
    case Kind::ids: return "std::span<const " + std::string(element_of(field)) + '>';
    case Kind::id:
    case Kind::choice:
    case Kind::flags: return field.type;
    default:
      return std::string(field.is_signed ? "std::int" : "std::uint") + std::to_string(field.bits) +
             "_t";
  }
}

std::string comment(std::string_view text, std::size_t indent) {
  const std::size_t room = columns_max - indent - 3;
  std::string out;
  while (!text.empty()) {
    std::size_t end = text.size() <= room ? text.size() : text.rfind(' ', room);
    if (end == std::string_view::npos) end = text.size();
    out += std::string(indent, ' ') + "// " + std::string(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string literal(std::int64_t number) {
  std::string text = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  if (text.size() < first + 4) return text;
  for (std::size_t at = text.size(); at > first + 3;) text.insert(at -= 3, 1, '\'');
  return text;
}

std::string declarations(const std::vector<Declaration>& list) {
  // Comments beside code are aligned to the longest line; what would pass the margin then stands
  // above its line.
  std::size_t longest = 0;
  for (const Declaration& each : list) longest = std::max(longest, each.code.size());
  std::string out;
  for (const Declaration& each : list) {
    const bool beside = 2 + longest + 5 + each.meaning.size() <= columns_max;
    if (!beside) out += comment(each.meaning, 2);
    out += "  " + each.code;
    if (beside && !each.meaning.empty()) out += "  // " + each.meaning;
    out += '\n';
  }
  return out;
}

std::vector<Declaration> members(std::span<const MessageField> fields) {
  std::vector<Declaration> list;
  std::vector<Part> parts;
  for (const MessageField& field : fields) {
    if (!field.part) {
      list.push_back(
          {type_of(field) + ' ' + field.name + initializer(field) + ';', meaning(field)});
    } else if (std::ranges::find(parts, *field.part) == parts.end()) {
      parts.push_back(*field.part);
      list.push_back({field.part->type + ' ' + field.part->member + "{};", ""});
    }
  }
  return list;
}

std::string visitor(std::span<const MessageField> fields) {
  std::string out = "  template <class Self, class V>\n";
  if (fields.empty()) return out + "  static constexpr void fields(Self&, V&&) {}\n";
  out += "  static constexpr void fields(Self& self, V&& visit) {\n";
  for (const MessageField& field : fields) out += "    " + visit(field);
  return out + "  }\n";
}

void Includes::add(std::span<const MessageField> fields) {
  for (const MessageField& field : fields) {
    if (const std::string header = header_of(field); !header.empty()) includes_.insert(header);
    if (!field.at_most.empty()) {
      includes_.insert("<span>");
      includes_.insert("\"allot/messages/limits.hpp\"");
    }
    if (!field.preset.empty()) includes_.insert("<cstdint>");
  }
}

std::vector<std::string> Includes::list() const {
  std::vector<std::string> standard;
  std::vector<std::string> own;
  for (const std::string& each : includes_) (each[0] == '<' ? standard : own).push_back(each);
  if (!standard.empty() && !own.empty()) standard.emplace_back();
  standard.insert(standard.end(), own.begin(), own.end());
  return standard;
}

std::string begin(std::string_view what, const std::vector<std::string>& includes,
                  std::string_view space) {
  std::string out = comment(what);
  out +=
      "//\n// Made from src/messages; change the description there, then: scripts/generate.sh\n"
      "#pragma once\n\n";
  for (const std::string& include : includes) {
    out += include.empty() ? "\n" : "#include " + include + '\n';
  }
  return out + "\nnamespace " + std::string(space) + " {\n";
}

std::string end(std::string_view space) { return "\n}  // namespace " + std::string(space) + "\n"; }

}  // namespace allot::schema::cpp
