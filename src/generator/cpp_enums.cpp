// include/allot/messages: enums.hpp, message_types.hpp and reason.hpp.
#include <sstream>

#include "generator/cpp_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

void print_values(std::ostream& out, const std::vector<cpp::Declaration>& values) {
  out << cpp::declarations(values) << "};\n";
}

void print_choices(std::ostream& out, const ChoiceList& list) {
  out << '\n' << cpp::comment(list.comment) << "enum class " << list.name << " : std::uint8_t {\n";
  std::vector<cpp::Declaration> values;
  std::string names;
  for (const Choice& choice : list.values) {
    values.push_back({choice.name + " = " + std::to_string(choice.number) + ',', choice.comment});
    names += (names.empty() ? "" : ", ") + cpp::quoted(choice.name);
  }
  print_values(out, values);
  out << "template <>\ninline constexpr std::array<std::string_view, " << list.values.size()
      << "> enum_names<" << list.name << ">{" << names << "};\n";
}

void print_flags(std::ostream& out, const ChoiceList& list) {
  out << '\n' << cpp::comment(list.comment) << "struct " << list.name << " {\n";
  std::vector<cpp::Declaration> values;
  std::string names;
  for (const Choice& flag : list.values) {
    values.push_back(
        {"static constexpr std::uint8_t " + flag.name + " = " + std::to_string(flag.number) + ';',
         flag.comment});
    names += (names.empty() ? "" : ", ") +
             ("FlagName{" + flag.name + ", " + cpp::quoted(flag.name) + "}");
  }
  out << cpp::declarations(values) << "  static constexpr std::array names{" << names
      << "};\n\n  std::uint8_t bits{};\n\n  friend bool operator==(const " << list.name
      << "&, const " << list.name << "&) noexcept = default;\n};\n";
}

// Numbers of messages, with a comment where a group begins, and the name of each.
template <class Message>
void print_numbers(std::ostream& out, std::string_view what, const std::string& enum_name,
                   const std::string& function, const std::vector<Message>& messages) {
  out << '\n' << cpp::comment(what) << "enum class " << enum_name << " : std::uint8_t {\n";
  std::string group;
  for (const Message& message : messages) {
    if (message.group != group) out << "  // " << (group = message.group) << '\n';
    out << "  " << message.name << " = " << message.number << ",\n";
  }
  out << "};\n\n// Returns: its name in JSON, C and Python; empty when the number is not one of "
         "ours."
         "\n[[nodiscard]] constexpr std::string_view "
      << function << '(' << enum_name << " type) noexcept {\n  switch (type) {\n";
  for (const Message& message : messages) {
    out << "    case " << enum_name << "::" << message.name << ": return "
        << cpp::quoted(message.name) << ";\n";
  }
  out << "  }\n  return {};\n}\n";
}

void print_ids(std::ostream& out, const std::vector<IdMessage>& ids) {
  out << "\n// The kinds of catalogue ids.\nenum class IdKind : std::uint8_t { ";
  std::string names;
  for (const IdMessage& id : ids) {
    out << (names.empty() ? "" : ", ") << id.name;
    names += (names.empty() ? "" : ", ") + cpp::quoted(id.name);
  }
  out << " };\ntemplate <>\ninline constexpr std::array<std::string_view, " << ids.size()
      << "> enum_names<IdKind>{" << names << "};\n\n";
  for (const IdMessage& id : ids) {
    out << "[[nodiscard]] constexpr IdKind id_kind(" << id.type
        << ") noexcept { return IdKind::" << id.name << "; }\n";
  }
}

GeneratedFile enums(const Description& description) {
  std::ostringstream out;
  out << cpp::begin("Choices that fields have, and kinds of ids.",
                    {"<array>", "<cstdint>", "<string_view>", "", "\"allot/types/ids.hpp\""});
  out << '\n'
      << cpp::comment(
             "The names of an enum's values as JSON writes them; the position is the "
             "number.")
      << "template <class E>\n"
         "inline constexpr std::array<std::string_view, 0> enum_names{};\n\n"
         "template <class E>\n"
         "inline constexpr std::uint32_t enum_count = enum_names<E>.size();\n";
  for (const ChoiceList& list : description.choices) print_choices(out, list);
  out << "\nstruct FlagName {\n  std::uint8_t mask;\n  std::string_view name;\n};\n";
  for (const ChoiceList& list : description.flags) print_flags(out, list);
  print_ids(out, description.ids);
  out << cpp::end();
  return {"include/allot/messages/enums.hpp", out.str()};
}

GeneratedFile message_types(const Description& description) {
  std::ostringstream out;
  out << cpp::begin("The numbers of commands and events. Never renumbered, never reused.",
                    {"<cstdint>", "<string_view>"});
  print_numbers(out, "The number of each command in the log.", "CommandType", "command_name",
                description.commands);
  print_numbers(out, "The number of each type of event.", "EventType", "event_name",
                description.events);
  out << cpp::end();
  return {"include/allot/messages/message_types.hpp", out.str()};
}

constexpr std::string_view advice_enum = R"(
// What a caller can do about it.
enum class Advice : std::uint8_t {
  none,       // nothing was wrong
  permanent,  // the same command will never succeed
  retry,      // the same command may succeed later
  fix,        // the input has to change
};

struct ReasonText {
  Reason reason;
  std::string_view name;
  Advice advice;
  std::string_view text;
};
)";

constexpr std::string_view reason_lookup = R"(
// Returns: the entry of `reason`, or that of ok when the number is not one of ours.
[[nodiscard]] constexpr const ReasonText& reason_text(Reason reason) noexcept {
  for (const ReasonText& entry : reason_texts) {
    if (entry.reason == reason) return entry;
  }
  return reason_texts[0];
}
)";

GeneratedFile reasons(const Description& description) {
  std::ostringstream out;
  out << cpp::begin(
      "Why something was refused or flagged: stable numbers, banded by room, each saying what to "
      "do. 1xxx intake, sequencing and identity; 2xxx risk; 3xxx allocation; 4xxx journal. The "
      "order in which several causes are tested is in docs/rules.md.",
      {"<array>", "<cstdint>", "<string_view>"});
  out << "\nenum class Reason : std::uint16_t {\n";
  unsigned band = 0;
  for (const ReasonMessage& reason : description.reasons) {
    if (reason.number / 1'000 != band && band != 0) out << '\n';
    band = reason.number / 1'000;
    out << "  " << reason.name << " = " << reason.number << ",\n";
  }
  out << "};\n" << advice_enum << "\ninline constexpr std::array reason_texts{\n";
  for (const ReasonMessage& reason : description.reasons) {
    out << "    ReasonText{Reason::" << reason.name << ", " << cpp::quoted(reason.name)
        << ", Advice::" << reason.advice << ", " << cpp::quoted(reason.text) << "},\n";
  }
  out << "};\n" << reason_lookup << cpp::end();
  return {"include/allot/messages/reason.hpp", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_cpp_enums(const Description& description) {
  return {enums(description), message_types(description), reasons(description)};
}

}  // namespace allot::schema
