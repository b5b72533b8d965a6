// include/allot/messages: enums.hpp, command_number.hpp, event_number.hpp, message_types.hpp,
// reason_number.hpp and reason.hpp.
#include <sstream>

#include "generator/cpp_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

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
  out << "  }\n  return {};\n}\n"
      << "[[nodiscard]] constexpr std::string_view name(" << enum_name
      << " type) noexcept { return " << function << "(type); }\n";
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
                    {"<array>", "<cstdint>", "<string_view>", "", "\"allot/types/enum_names.hpp\"",
                     "\"allot/types/ids.hpp\""});
  for (const ChoiceList& list : description.choices) out << cpp::choices(list);
  out << "\nstruct FlagName {\n  std::uint8_t mask;\n  std::string_view name;\n};\n";
  for (const ChoiceList& list : description.flags) print_flags(out, list);
  print_ids(out, description.ids);
  out << cpp::end();
  return {"include/allot/messages/enums.hpp", out.str()};
}

GeneratedFile command_numbers(const Description& description) {
  std::ostringstream out;
  out << cpp::begin("The numbers of commands. Never renumbered, never reused.",
                    {"<cstdint>", "<string_view>"});
  print_numbers(out, "The number of each command in the log.", "CommandType", "command_name",
                description.commands);
  out << cpp::end();
  return {"include/allot/messages/command_number.hpp", out.str()};
}

GeneratedFile event_numbers(const Description& description) {
  std::ostringstream out;
  out << cpp::begin("The numbers of events. Never renumbered, never reused.",
                    {"<cstdint>", "<string_view>"});
  print_numbers(out, "The number of each type of event.", "EventType", "event_name",
                description.events);
  out << cpp::end();
  return {"include/allot/messages/event_number.hpp", out.str()};
}

GeneratedFile message_types() {
  return {
      "include/allot/messages/message_types.hpp",
      cpp::begin("The numbers of commands and of events.",
                 {"\"allot/messages/command_number.hpp\"", "\"allot/messages/event_number.hpp\""}) +
          cpp::end()};
}

GeneratedFile reason_numbers(const Description& description) {
  std::ostringstream out;
  out << cpp::begin(
      "Why something was refused or flagged: stable numbers, banded by room. 1xxx intake, "
      "sequencing and identity; 2xxx risk; 3xxx allocation; 4xxx journal. What each says: "
      "reason.hpp.",
      {"<cstdint>"});
  out << "\nenum class Reason : std::uint16_t {\n";
  unsigned band = 0;
  for (const ReasonMessage& reason : description.reasons) {
    if (reason.number / 1'000 != band && band != 0) out << '\n';
    band = reason.number / 1'000;
    out << "  " << reason.name << " = " << reason.number << ",\n";
  }
  out << "};\n" << cpp::end();
  return {"include/allot/messages/reason_number.hpp", out.str()};
}

// Those of allocation and what follows it stand in a header of their own: there are so many.
constexpr unsigned first_of_allocation = 3'000;

GeneratedFile reasons(const Description& description) {
  std::vector<ReasonMessage> early = description.reasons;
  std::erase_if(early, [](const ReasonMessage& r) { return r.number >= first_of_allocation; });
  std::ostringstream out;
  out << cpp::begin(
      "What each reason says, and what to do about it. The order in which several causes are "
      "tested is in docs/rules.md.",
      {"<algorithm>", "<array>", "<string_view>", "", "\"allot/messages/allocation_reasons.hpp\""});
  out << cpp::reason_rows("Reason", "Reason", "early_reason_texts", early)
      << "\n// All of them.\n"
         "inline constexpr auto reason_texts = [] {\n"
         "  std::array<ReasonText, early_reason_texts.size() + allocation_reason_texts.size()> "
         "all{};\n"
         "  std::copy(allocation_reason_texts.begin(), allocation_reason_texts.end(),\n"
         "            std::copy(early_reason_texts.begin(), early_reason_texts.end(), "
         "all.begin()));\n"
         "  return all;\n}();\n"
      << cpp::reason_functions("Reason", "Reason") << cpp::end();
  return {"include/allot/messages/reason.hpp", out.str()};
}

GeneratedFile allocation_reasons(const Description& description) {
  std::vector<ReasonMessage> late = description.reasons;
  std::erase_if(late, [](const ReasonMessage& r) { return r.number < first_of_allocation; });
  std::ostringstream out;
  out << cpp::begin(
      "What the reasons of allocation and of the journal say. All of them: reason.hpp.",
      {"<array>", "<string_view>", "", "\"allot/messages/reason_number.hpp\"",
       "\"allot/types/advice.hpp\""});
  out << cpp::reason_struct("Reason", "Reason")
      << cpp::reason_rows("Reason", "Reason", "allocation_reason_texts", late) << cpp::end();
  return {"include/allot/messages/allocation_reasons.hpp", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_cpp_enums(const Description& description) {
  return {enums(description),
          command_numbers(description),
          event_numbers(description),
          message_types(),
          reason_numbers(description),
          reasons(description),
          allocation_reasons(description)};
}

}  // namespace allot::schema
