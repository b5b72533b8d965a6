// bindings/python/allot/commands.py and, by group, commands_*.py: a dataclass for each command that
// hosts may send, and for a line of an order; limits.py: for the sizes that a log is started with.
#include <algorithm>
#include <set>
#include <sstream>

#include "generator/python_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using namespace python;

// What Python may be given for the field; see allot/values.py.
std::string annotation(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return "bool";
    case Kind::time: return "Time";
    case Kind::duration: return "Duration";
    case Kind::token: return "Token";
    case Kind::code: return "str";
    case Kind::command_key:
    case Kind::order_key:
    case Kind::payment_key: return "Key";
    case Kind::choice: return field.type + " | str";
    case Kind::lines: return "Sequence[Line | Mapping[str, Any]]";
    case Kind::attributes: return "Sequence[Attribute | Mapping[str, Any]]";
    case Kind::bytes: return "bytes";
    default: return is_list(field) ? "Sequence[int]" : "int";
  }
}

void print_field(std::ostream& out, const MessageField& field) {
  out << "    " << field.name << ": " << annotation(field);
  if (!is_needed(field)) out << " | None = " << default_value(field);
  out << '\n' << docstring(field_comment(field), 4);
}

// Fields without a default come first, for those that are given by position.
void print_fields(std::ostream& out, const std::vector<MessageField>& fields) {
  for (const bool needed : {true, false}) {
    for (const MessageField& field : fields) {
      if (is_needed(field) == needed) print_field(out, field);
    }
  }
}

void print_command(std::ostream& out, const CommandMessage& command) {
  out << "\n\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass " << command.type
      << "(Command):\n"
      << docstring(command.comment, 4) << "\n    command: ClassVar[str] = " << quoted(command.name)
      << "\n    number: ClassVar[int] = " << command.number << '\n';
  print_fields(out, command.fields);
}

void add_types(const std::vector<MessageField>& fields, std::set<std::string>& choices,
               std::set<std::string>& values) {
  for (const MessageField& field : fields) {
    const std::string type = annotation(field);
    if (field.kind == Kind::choice) choices.insert(field.type);
    if (type == "Time" || type == "Duration" || type == "Token" || type == "Key") {
      values.insert(type);
    }
  }
}

void print_import(std::ostream& out, std::string_view from, const std::set<std::string>& names) {
  if (names.empty()) return;
  out << "from " << from << " import ";
  std::string_view comma;
  for (const std::string& name : names) {
    out << comma << name;
    comma = ", ";
  }
  out << '\n';
}

std::vector<CommandMessage> host_commands(const Description& description) {
  std::vector<CommandMessage> commands;
  for (const CommandMessage& command : description.commands) {
    if (command.from_hosts) commands.push_back(command);
  }
  return commands;
}

constexpr std::string_view commands_head =
    R"("""Commands: one frozen dataclass for each, with the field names of docs/commands.md.

Keys are integers below 2**128, chosen by the host; 0 means absent and is refused where a key is
needed. Money is in minor units. What may be given for keys, tokens, times and durations beside an
integer: allot/values.py. None is as if the field was left out.

A command can be written as a dict as well, in the form of the JSON lines of docs/commands.md but
with ids in place of codes, and with its command_key:
``{"cancel": {"command_key": 7, "order_key": "hex:000000000000002a"}, "time": 0}``.
"""

from __future__ import annotations

from allot.command_base import Command
)";

std::string module_of_commands(const std::string& group) { return "commands_" + group; }

bool has_lines(const CommandMessage& command) {
  return std::ranges::any_of(command.fields,
                             [](const MessageField& field) { return field.kind == Kind::lines; });
}

// The line of an order stands in the first group whose commands have any.
GeneratedFile write_command_group(const Description& description, const std::string& group,
                                  const std::vector<CommandMessage>& commands,
                                  const std::string& group_of_line) {
  const bool with_line = group_of_line == group;
  const bool lines = std::ranges::any_of(commands, has_lines);
  std::set<std::string> choices;
  std::set<std::string> values;
  if (with_line) {
    add_types(description.line, choices, values);
    add_types(description.attribute, choices, values);
  }
  for (const CommandMessage& command : commands) add_types(command.fields, choices, values);
  const bool lists = std::ranges::any_of(commands, [](const CommandMessage& command) {
    return std::ranges::any_of(command.fields, [](const MessageField& field) {
      return is_list(field) && field.kind != Kind::bytes;
    });
  });
  std::ostringstream out;
  out << made_from << "\"\"\"The commands of the group " << group
      << "; allot.commands has those of all groups.\"\"\"\n\nfrom __future__ import "
         "annotations\n\n";
  if (lines) {
    out << "from collections.abc import Mapping, Sequence\n";
  } else if (lists) {
    out << "from collections.abc import Sequence\n";
  }
  out << "from dataclasses import dataclass\nfrom typing import " << (lines ? "Any, " : "")
      << "ClassVar\n\nfrom allot.command_base import Command\n";
  if (lines && !with_line) {
    out << "from allot." << module_of_commands(group_of_line) << " import Line\n";
  }
  print_import(out, "allot.names", choices);
  print_import(out, "allot.values", values);
  out << "\n__all__ = [\n";
  if (with_line) out << "    \"Attribute\",\n    \"Line\",\n";
  for (const CommandMessage& command : commands) out << "    " << quoted(command.type) << ",\n";
  out << "]\n";
  if (with_line) {
    out << "\n\n@dataclass(frozen=True, slots=True)\nclass Line:\n"
        << docstring(description.line_comment, 4) << '\n';
    print_fields(out, description.line);
    out << "\n\n@dataclass(frozen=True, slots=True)\nclass Attribute:\n"
        << docstring(description.attribute_comment, 4) << '\n';
    print_fields(out, description.attribute);
  }
  for (const CommandMessage& command : commands) print_command(out, command);
  return {"bindings/python/allot/" + module_of_commands(group) + ".py", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_python_commands(const Description& description) {
  const std::vector<CommandMessage> commands = host_commands(description);
  std::vector<GeneratedFile> files;
  std::set<std::string> groups;
  const auto first = std::ranges::find_if(commands, has_lines);
  const std::string group_of_line = first == commands.end() ? std::string() : first->group;
  for (const CommandMessage& command : commands) {
    if (!groups.insert(command.group).second) continue;
    std::vector<CommandMessage> some = commands;
    std::erase_if(some, [&](const CommandMessage& one) { return one.group != command.group; });
    files.push_back(write_command_group(description, command.group, some, group_of_line));
  }
  std::ostringstream out;
  out << made_from << commands_head;
  for (const std::string& group : groups) {
    out << "from allot." << module_of_commands(group) << " import *\n";
  }
  out << "\n__all__ = [\n    \"Attribute\",\n    \"Line\",\n";
  for (const CommandMessage& command : commands) out << "    " << quoted(command.type) << ",\n";
  out << "]\n\n# The class of each command, by the command's name.\n"
         "CLASSES: dict[str, type[Command]] = {\n";
  for (const CommandMessage& command : commands) {
    out << "    " << quoted(command.name) << ": " << command.type << ",\n";
  }
  out << "}\n";
  files.push_back({"bindings/python/allot/commands.py", out.str()});
  return files;
}

GeneratedFile write_python_limits(const Description& description) {
  std::set<std::string> choices;
  for (const MessageField& field : description.limits()) {
    if (field.kind == Kind::choice) choices.insert(field.type);
  }
  std::ostringstream out;
  out << made_from
      << "\"\"\"The sizes that a log is started with.\"\"\"\n\nfrom __future__ import "
         "annotations\n\n"
         "from dataclasses import dataclass\n\n";
  print_import(out, "allot.names", choices);
  print_import(out, "allot.values", {"Duration"});
  out << "\n\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass Limits:\n"
      << docstring(description.command("start").comment, 4) << '\n';
  for (const MessageField& field : description.limits()) {
    const bool is_duration = field.kind == Kind::duration;
    out << "    " << field.name << ": "
        << (field.kind == Kind::choice ? field.type
            : is_duration              ? "Duration"
                                       : "int")
        << " = " << default_value(field) << '\n'
        << docstring(field_comment(field), 4);
  }
  return {"bindings/python/allot/limits.py", out.str()};
}

}  // namespace allot::schema
