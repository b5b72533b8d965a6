// bindings/c/generated: which member of each C struct becomes which field of the C++ one.
#include <algorithm>
#include <sstream>

#include "generator/c_layout.hpp"
#include "generator/c_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

std::string begin(std::string_view what, const std::vector<std::string>& includes) {
  std::string out =
      "// " + std::string(what) + "\n//\n// " + std::string(c::made_from) + "\n#pragma once\n\n";
  for (const std::string& include : includes) {
    out += include.empty() ? "\n" : "#include " + include + '\n';
  }
  return out + "\nnamespace allot::c {\n";
}

// The field's member in C++, where fields that came later are in their part too.
std::string cpp_path(const MessageField& field) {
  return field.part ? field.part->member + '.' + field.name : field.name;
}

// What a visitor is told of one field.
std::string visit(const Description& description, const MessageField& field) {
  const std::string ours = "c." + c::path_of(field);
  const std::string theirs = "cpp." + cpp_path(field);
  const std::string said = c::quoted(field.name) + ", " + ours + ", " + theirs;
  if (field.kind == Kind::choice) {
    const auto list = std::ranges::find(description.choices, field.type, &ChoiceList::name);
    return "    visit.choice(" + said + ", " + std::to_string(list->values.size()) + ");\n";
  }
  if (element_of(field).empty()) return "    visit(" + said + ");\n";
  return "    visit.array(Array{" + c::quoted(field.name) + ", " + c::quoted(c::count_name(field)) +
         ", &Limits::" + field.at_most + "}, " + ours + ", c." + c::count_name(field) + ", " +
         theirs + ");\n";
}

void print_form(std::ostream& out, const Description& description, const c::Struct& made,
                const std::string& type, const std::vector<MessageField>& fields) {
  out << "\ntemplate <>\nstruct Form<" << type << "> {\n  using Struct = " << made.name << ";\n\n"
      << "  template <class C, class Cpp, class Visitor>\n"
         "  static void fields(C& c, Cpp& cpp, Visitor&& visit) {\n";
  for (const MessageField& field : fields) out << visit(description, field);
  out << "  }\n  template <class C, class Visitor>\n"
         "  static void reserved(";
  std::string holes;
  for (const c::Member& member : made.members) {
    if (member.kind == c::Member::Kind::filler) {
      holes += "    visit(" + c::quoted(member.name) + ", c." + member.name + ");\n";
    }
  }
  out << (holes.empty() ? "C&, Visitor&&) {}\n" : "C& c, Visitor&& visit) {\n" + holes + "  }\n")
      << "};\n";
}

GeneratedFile forms_of(const Description& description, const std::string& group) {
  std::ostringstream out;
  out << begin("The commands of the group " + group + ", member by member.",
               {"\"../form.hpp\"", "\"allot/allot.h\"", "\"allot/messages/command.hpp\""});
  for (const CommandMessage& command : description.commands) {
    if (command.group != group || !command.from_hosts) continue;
    print_form(out, description, c::layout_of(command), command.type, command.fields);
  }
  out << "\n}  // namespace allot::c\n";
  return {"bindings/c/generated/forms_" + group + ".hpp", out.str()};
}

// The limits lie directly in Limits, whatever struct the command that logs them holds them in.
std::vector<MessageField> limits_of(const Description& description) {
  std::vector<MessageField> fields = description.limits();
  for (MessageField& field : fields) field.part.reset();
  return fields;
}

GeneratedFile forms(const Description& description, const std::vector<std::string>& groups) {
  std::vector<std::string> includes{"<cstddef>", "<cstdint>", "", "\"allot/messages/limits.hpp\""};
  for (const std::string& group : groups) includes.push_back("\"forms_" + group + ".hpp\"");
  std::ranges::sort(includes.begin() + 3, includes.end());
  std::ostringstream out;
  out << begin(
      "All structs of the C interface that stand for one of C++, and the body of a command.",
      includes);
  print_form(out, description, c::layout_of_line(description), "OrderLine", description.line);
  print_form(out, description, c::layout_of_attribute(description), "OrderAttribute",
             description.attribute);
  print_form(out, description, c::layout_of_limits(description), "Limits", limits_of(description));
  out << "\n// The size of allot_limits in the first minor of this ABI major.\n"
         "inline constexpr std::size_t limits_first_size = "
      << c::first_size_of_limits(description)
      << ";\n\n// Calls `use(member of the body, command of C++)` for the type of `command`, an "
         "allot_command.\n"
         "// Returns: false, without a call, when hosts have no command of this number.\n"
         "template <class C, class Use>\nbool with_body(C& command, Use&& use) {\n"
         "  switch (command.type) {\n";
  for (const CommandMessage& command : description.commands) {
    if (!command.from_hosts) continue;
    out << "    case ALLOT_COMMAND_" << c::upper(command.name) << ": use(command.body."
        << command.name << ", " << command.type << "{}); return true;\n";
  }
  out << "    default: return false;\n  }\n}\n\n"
         "// Returns: whether only the engine or an operator logs commands of this number.\n"
         "[[nodiscard]] constexpr bool is_not_for_hosts(std::uint32_t type) noexcept {\n"
         "  switch (type) {\n";
  for (const CommandMessage& command : description.commands) {
    if (!command.from_hosts) out << "    case ALLOT_COMMAND_" << c::upper(command.name) << ":\n";
  }
  out << "      return true;\n    default: return false;\n  }\n}\n\n}  // namespace allot::c\n";
  return {"bindings/c/generated/forms.hpp", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_c_forms(const Description& description) {
  std::vector<std::string> groups;
  for (const CommandMessage& command : description.commands) {
    const bool known = std::ranges::find(groups, command.group) != groups.end();
    if (command.from_hosts && !known) groups.push_back(command.group);
  }
  std::vector<GeneratedFile> files{forms(description, groups)};
  for (const std::string& group : groups) files.push_back(forms_of(description, group));
  return files;
}

}  // namespace allot::schema
