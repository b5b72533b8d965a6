// include/allot/c: the commands and events of the C interface by group, its numbers, its limits.
#include <algorithm>
#include <sstream>

#include "generator/c_layout.hpp"
#include "generator/c_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

GeneratedFile header(const std::string& name, const std::string& text) {
  return {"include/allot/c/" + name + ".h", text + c::end_header(name)};
}

// The groups of the messages, in order, each once.
template <class Messages>
std::vector<std::string> groups_of(const Messages& messages) {
  std::vector<std::string> groups;
  for (const auto& message : messages) {
    if (std::ranges::find(groups, message.group) == groups.end()) groups.push_back(message.group);
  }
  return groups;
}

void print_struct(std::ostream& out, const c::Struct& made, std::string_view what) {
  std::vector<c::Declaration> members;
  for (const c::Member& member : made.members) {
    const bool is_value = member.kind == c::Member::Kind::value;
    if (is_value) c::check_name(member.name);
    members.push_back({member.type + ' ' + member.name + member.extent + ';',
                       is_value ? c::meaning(member.field) : ""});
  }
  out << '\n';
  if (!what.empty()) out << c::comment(what);
  out << "typedef struct " << made.name << " {\n"
      << c::declarations(members) << "} " << made.name << ";\n";
}

// An enum of constants that all begin alike. The last has no comma, as C++ before 11 wants it.
void print_constants(std::ostream& out, const std::vector<c::Declaration>& constants) {
  std::vector<c::Declaration> list = constants;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) list[i].code += ',';
  out << "enum {\n" << c::declarations(list) << "};\n";
}

std::string constant(std::string_view list, std::string_view name, std::int64_t number) {
  return "ALLOT_" + c::upper(list) + '_' + c::upper(name) + " = " + std::to_string(number);
}

void print_name_function(std::ostream& out, const std::string& what, const std::string& type,
                         const std::string& example) {
  out << c::comment("Returns: [view] the name of a number of ALLOT_" + c::upper(what) +
                    "_*, such as \"" + example + "\"; \"unknown\" for others. Any thread.")
      << "ALLOT_API const char* allot_" << what << type << "_name(uint32_t number);\n";
}

void print_choices(std::ostream& out, const ChoiceList& list) {
  const std::string name = c::snake(list.name);
  std::vector<c::Declaration> constants;
  for (const Choice& choice : list.values) {
    constants.push_back({constant(name, choice.name, choice.number), choice.comment});
  }
  out << '\n' << c::comment(list.comment);
  print_constants(out, constants);
  print_name_function(out, name, "", list.values.front().name);
}

GeneratedFile values(const Description& description) {
  std::ostringstream out;
  out << c::begin_header("values", "The choices that fields of commands have, and their names.",
                         {"types"})
      << c::begin_functions;
  for (const ChoiceList& list : description.choices) print_choices(out, list);
  out << c::end_functions;
  return header("values", out.str());
}

GeneratedFile settings(const Description& description) {
  std::ostringstream out;
  out << c::begin_header("settings",
                         "The choices that an engine is opened with, the states of an order, and "
                         "their names.",
                         {"types"})
      << c::begin_functions;
  for (const ChoiceList& list : description.settings) print_choices(out, list);
  out << c::end_functions;
  return header("settings", out.str());
}

constexpr std::string_view reason_functions = R"(
/* Returns: [view] the name of a reason, such as "stock_insufficient"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_reason_name(uint16_t reason);
/* Returns: [view] the reason in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_reason_text(uint16_t reason);
/* Returns: ALLOT_ADVICE_*: what a caller can do about it; ALLOT_ADVICE_NONE for other numbers.
 * Any thread. */
ALLOT_API uint8_t allot_reason_advice(uint16_t reason);
/* Returns: [view] what to do about it, in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_reason_to_do(uint16_t reason);
)";
constexpr std::string_view status_functions = R"(
/* Returns: [view] the name of a status, such as "io_error"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_status_name(allot_status status);
/* Returns: [view] the status in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_status_text(allot_status status);
/* Returns: ALLOT_ADVICE_*: what a caller can do about it; ALLOT_ADVICE_NONE for other numbers.
 * Any thread. */
ALLOT_API uint8_t allot_status_advice(allot_status status);
/* Returns: [view] what to do about it, in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_status_to_do(allot_status status);
)";

GeneratedFile reasons(const Description& description) {
  std::ostringstream out;
  out << c::begin_header("reasons", description.reason_comment, {"settings", "types"}) << '\n';
  std::vector<c::Declaration> constants;
  for (const ReasonMessage& reason : description.reasons) {
    constants.push_back(
        {constant("reason", reason.name, reason.number), reason.advice + ": " + reason.text});
  }
  print_constants(out, constants);
  out << c::begin_functions << reason_functions << c::end_functions;
  return header("reasons", out.str());
}

GeneratedFile statuses(const Description& description) {
  std::ostringstream out;
  out << c::begin_header("statuses", description.status_comment, {"settings", "types"})
      << "\ntypedef int32_t allot_status;\n";
  std::vector<c::Declaration> constants;
  for (const auto* list : {&description.statuses, &description.call_statuses}) {
    for (const ReasonMessage& status : *list) {
      constants.push_back(
          {constant("status", status.name, status.number), status.advice + ": " + status.text});
    }
  }
  print_constants(out, constants);
  out << c::begin_functions << status_functions << c::end_functions;
  return header("statuses", out.str());
}

GeneratedFile limits(const Description& description) {
  std::ostringstream out;
  out << c::begin_header("limits", "The sizes that a log is started with.", {"types", "values"});
  print_struct(out, c::layout_of_limits(description),
               "Sizes fixed when a log begins, and logged with it: reaching one is an answer. "
               "Start with allot_limits_init, which sets the defaults and struct_size.");
  return header("limits", out.str());
}

std::vector<const CommandMessage*> commands_in(const Description& description,
                                               const std::string& group) {
  std::vector<const CommandMessage*> commands;
  for (const CommandMessage& command : description.commands) {
    if (command.group == group && command.from_hosts) commands.push_back(&command);
  }
  return commands;
}

// Returns: the structs that the commands have in them: lines and attributes of an order, and parts.
std::vector<c::Struct> inner_structs(const Description& description,
                                     const std::vector<const CommandMessage*>& commands) {
  std::vector<c::Struct> structs = c::parts_of(commands);
  const auto have = [&commands](Kind kind) {
    return std::ranges::any_of(commands, [kind](const CommandMessage* command) {
      return std::ranges::count(command->fields, kind, &MessageField::kind) != 0;
    });
  };
  if (have(Kind::attributes)) {
    structs.insert(structs.begin(), c::layout_of_attribute(description));
  }
  if (have(Kind::lines)) structs.insert(structs.begin(), c::layout_of_line(description));
  return structs;
}

// Structs that commands of any group have in them stand apart: more than one group has them.
GeneratedFile parts(const Description& description) {
  std::vector<const CommandMessage*> all;
  for (const CommandMessage& command : description.commands) {
    if (command.from_hosts) all.push_back(&command);
  }
  std::ostringstream out;
  out << c::begin_header("commands_parts", "What commands have in them besides plain fields.",
                         {"types", "values"});
  const std::string line = c::layout_of_line(description).name;
  const std::string attribute = c::layout_of_attribute(description).name;
  for (const c::Struct& one : inner_structs(description, all)) {
    print_struct(out, one,
                 one.name == line        ? description.line_comment
                 : one.name == attribute ? description.attribute_comment
                                         : "");
  }
  return header("commands_parts", out.str());
}

GeneratedFile commands_of(const Description& description, const std::string& group) {
  const std::vector<const CommandMessage*> commands = commands_in(description, group);
  std::vector<std::string> includes{"types", "values"};
  if (!inner_structs(description, commands).empty()) includes.push_back("commands_parts");
  std::ranges::sort(includes);
  const std::string name = "commands_" + group;
  std::ostringstream out;
  out << c::begin_header(
      name,
      "The commands of the group " + group +
          " as C structs: members of `body` of an allot_command. Start each with "
          "allot_command_init, which sets what is said here to be set. What each "
          "does: docs/rules.md.",
      includes);
  for (const CommandMessage* command : commands) {
    print_struct(out, c::layout_of(*command), command->comment);
  }
  return header(name, out.str());
}

GeneratedFile commands(const Description& description) {
  std::vector<std::string> includes{"types"};
  for (const std::string& group : groups_of(description.commands)) {
    includes.push_back("commands_" + group);
  }
  std::ranges::sort(includes);
  std::ostringstream out;
  out << c::begin_header("commands", "One command, and the number of each.", includes)
      << "\n/* The numbers that commands have in the log. */\n";
  std::vector<c::Declaration> constants;
  std::string members;
  std::string example;
  for (const CommandMessage& command : description.commands) {
    constants.push_back({constant("command", command.name, command.number),
                         command.from_hosts ? "" : "only the engine or an operator logs it"});
    if (!command.from_hosts) continue;
    c::check_name(command.name);
    members += "    allot_" + command.name + ' ' + command.name + ";\n";
    example = command.name;
  }
  print_constants(out, constants);
  out << "\n/* One command. 256 bytes for ever: the space behind today's bodies is where they will "
         "grow. */\n"
         "typedef struct allot_command {\n"
         "  uint32_t type; /* ALLOT_COMMAND_*; says which member of `body` counts */\n"
         "  uint32_t reserved;\n"
         "  int64_t time; /* the host's stamp, ns since 1970; read only with "
         "ALLOT_TIME_SOURCE_HOST */\n"
         "  union {\n    uint8_t bytes["
      << c::command_body_bytes << "];\n"
      << members << "  } body;\n} allot_command;\n"
      << c::begin_functions << '\n'
      << "/* Zeroes *command, sets its type and what the fields of its body are said to be set "
         "to.\n * An unknown type stays in `type` and is refused by submit.\n"
         " * command: [out]; NULL has no effect. Any thread. */\n"
         "ALLOT_API void allot_command_init(allot_command* command, uint32_t type);\n";
  print_name_function(out, "command", "", example);
  out << c::end_functions;
  return header("commands", out.str());
}

}  // namespace

std::vector<GeneratedFile> write_c_commands(const Description& description) {
  std::vector<GeneratedFile> files{
      values(description), settings(description), reasons(description), statuses(description),
      limits(description), parts(description),    commands(description)};
  for (const std::string& group : groups_of(description.commands)) {
    files.push_back(commands_of(description, group));
  }
  return files;
}

}  // namespace allot::schema
