// What the tests of the Python package are driven from, and the list of commands that its native
// module reads.
#include <sstream>

#include "generator/python_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using namespace python;

std::string kind_name(Kind kind) {
  switch (kind) {
    case Kind::boolean: return "boolean";
    case Kind::number: return "number";
    case Kind::money: return "money";
    case Kind::time: return "time";
    case Kind::duration: return "duration";
    case Kind::token: return "token";
    case Kind::sequence: return "sequence";
    case Kind::hash: return "hash";
    case Kind::command: return "command";
    case Kind::entry: return "entry";
    case Kind::code: return "code";
    case Kind::id: return "id";
    case Kind::command_key: return "command_key";
    case Kind::order_key: return "order_key";
    case Kind::payment_key: return "payment_key";
    case Kind::choice: return "choice";
    case Kind::flags: return "flags";
    case Kind::reason: return "reason";
    case Kind::lines: return "lines";
    case Kind::ids: return "ids";
    case Kind::attributes: return "attributes";
    case Kind::bytes: return "bytes";
  }
  return "";
}

std::string presence_name(Presence presence) {
  switch (presence) {
    case Presence::always: return "always";
    case Presence::not_zero: return "not_zero";
    case Presence::of_one_line: return "of_one_line";
    case Presence::of_one_cap: return "of_one_cap";
  }
  return "";
}

std::string truth(bool value) { return value ? "True" : "False"; }

void print_fields(std::ostream& out, const std::vector<MessageField>& fields) {
  out << "[";
  for (const MessageField& field : fields) {
    out << "\n        Field(" << quoted(field.name) << ", " << quoted(kind_name(field.kind)) << ", "
        << quoted(field.type) << ", " << field.bits << ", " << truth(field.is_signed) << ", "
        << truth(field.needed || is_needed(field)) << ", " << quoted(field.unless) << ", "
        << (field.slot.empty() && field.kind != Kind::code && !is_list(field) ? default_value(field)
                                                                              : "None")
        << ", " << quoted(field.slot) << ", " << quoted(presence_name(field.presence)) << ", "
        << field.added << "),";
  }
  out << (fields.empty() ? "" : "\n    ") << "]";
}

void print_choices(std::ostream& out, std::string_view name, const std::vector<ChoiceList>& lists,
                   bool flags) {
  out << "\n" << name << ": dict[str, dict[str, int]] = {\n";
  for (const ChoiceList& list : lists) {
    out << "    " << quoted(flags ? singular(list.name) : list.name) << ": {";
    std::string_view comma;
    for (const Choice& choice : list.values) {
      out << comma << quoted(choice.name) << ": " << choice.number;
      comma = ", ";
    }
    out << "},\n";
  }
  out << "}\n";
}

}  // namespace

namespace {

void print_reasons(std::ostream& out, std::string_view name,
                   const std::vector<ReasonMessage>& reasons) {
  out << "\n# Name: number, advice, text, what to do.\n"
      << name << ": dict[str, tuple[int, str, str, str]] = {\n";
  for (const ReasonMessage& reason : reasons) {
    out << "    " << quoted(reason.name) << ": (" << reason.number << ", " << quoted(reason.advice)
        << ", " << quoted(reason.text) << ", " << quoted(reason.to_do) << "),\n";
  }
  out << "}\n";
}

}  // namespace

GeneratedFile write_python_tables(const Description& description) {
  std::ostringstream out;
  out << made_from
      << "\"\"\"Every command, event, choice and reason, for tests that go over all of them."
         "\"\"\"\n\nfrom __future__ import annotations\n\nfrom typing import Any, NamedTuple\n\n"
         "from allot.names import *\n\n\nclass Field(NamedTuple):\n    name: str\n    kind: str\n"
         "    type: str\n    bits: int\n    signed: bool\n    needed: bool\n"
         "    unless: str\n    default: Any\n"
         "    slot: str\n    presence: str\n    added: int\n\n\n"
         "# Name: number, class, whether hosts may send it, fields.\n"
         "COMMANDS: dict[str, tuple[int, str, bool, list[Field]]] = {\n";
  for (const CommandMessage& command : description.commands) {
    out << "    " << quoted(command.name) << ": (" << command.number << ", " << quoted(command.type)
        << ", " << truth(command.from_hosts) << ", ";
    print_fields(out, command.fields);
    out << "),\n";
  }
  out << "}\n\nLINE: list[Field] = ";
  print_fields(out, description.line);
  out << "\n\nATTRIBUTE: list[Field] = ";
  print_fields(out, description.attribute);
  out << "\n\n# Name: number, class, fields.\nEVENTS: dict[str, tuple[int, str, list[Field]]] = "
         "{\n";
  for (const EventMessage& event : description.events) {
    out << "    " << quoted(event.name) << ": (" << event.number << ", "
        << quoted(camel(event.name)) << ", ";
    print_fields(out, event.fields);
    out << "),\n";
  }
  out << "}\n";
  print_choices(out, "CHOICES", description.choices, false);
  print_choices(out, "FLAGS", description.flags, true);
  print_choices(out, "SETTINGS", description.settings, false);
  print_reasons(out, "REASONS", description.reasons);
  print_reasons(out, "STATUSES", description.statuses);
  return {"bindings/python/tests/message_tables.py", out.str()};
}

GeneratedFile write_python_command_types(const Description& description) {
  std::ostringstream out;
  out << "// Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh\n"
         "//\n// The commands that a host may send, and how Python calls the choices.\n#pragma "
         "once\n\n"
         "#include <string_view>\n#include <tuple>\n\n#include \"allot/messages/command.hpp\"\n\n"
         "namespace allot::python {\n\nusing HostCommands = std::tuple<";
  std::string_view comma;
  for (const CommandMessage& command : description.commands) {
    if (!command.from_hosts) continue;
    out << comma << command.type;
    comma = ", ";
  }
  out << ">;\n\n// The enum's class in allot/names.py, and the last of its numbers, which begin at "
         "0.\n"
         "template <class E>\nstruct ChoiceOf;\n";
  for (const ChoiceList& list : description.choices) {
    out << "template <>\nstruct ChoiceOf<" << list.name
        << "> {\n  static constexpr std::string_view name = " << quoted(list.name)
        << ";\n  static constexpr std::uint8_t last = " << list.values.size() - 1 << ";\n};\n";
  }
  out << "\n}  // namespace allot::python\n";
  return {"bindings/python/native/command_types.hpp", out.str()};
}

}  // namespace allot::schema
