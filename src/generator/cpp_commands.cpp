// include/allot/messages: the commands by group, a line of an order, the limits, and the variant.
#include <algorithm>
#include <map>
#include <sstream>

#include "generator/cpp_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

std::string equality(const std::string& type) {
  return "\n  friend bool operator==(const " + type + "&, const " + type +
         "&) noexcept = default;\n";
}

GeneratedFile order_line(const Description& description) {
  cpp::Includes includes;
  includes.add("\"allot/messages/field.hpp\"");
  includes.add(description.line);
  std::ostringstream out;
  out << cpp::begin(description.line_comment, includes.list());
  out << "\nstruct OrderLine {\n"
      << cpp::declarations(cpp::members(description.line)) << '\n'
      << cpp::visitor(description.line) << equality("OrderLine") << "};\n"
      << cpp::end();
  return {"include/allot/messages/order_line.hpp", out.str()};
}

GeneratedFile order_attribute(const Description& description) {
  cpp::Includes includes;
  includes.add("\"allot/messages/field.hpp\"");
  includes.add(description.attribute);
  std::ostringstream out;
  out << cpp::begin(description.attribute_comment, includes.list());
  out << "\nstruct OrderAttribute {\n"
      << cpp::declarations(cpp::members(description.attribute)) << '\n'
      << cpp::visitor(description.attribute) << equality("OrderAttribute") << "};\n"
      << cpp::end();
  return {"include/allot/messages/order_attribute.hpp", out.str()};
}

// The fields of one part as those of the struct that it is.
std::vector<MessageField> fields_of(const std::vector<MessageField>& fields, const Part& part) {
  std::vector<MessageField> inside;
  for (MessageField field : fields) {
    if (field.part != part) continue;
    field.part.reset();
    inside.push_back(std::move(field));
  }
  return inside;
}

// Returns: the header of the first command that has the part.
std::string header_of(const Description& description, const std::string& part) {
  for (const CommandMessage& command : description.commands) {
    for (const MessageField& field : command.fields) {
      if (field.part && field.part->type == part) return command.header;
    }
  }
  return {};
}

// Structs that hold some fields of commands; each is told before its first command, in that one's
// header.
class Parts {
 public:
  Parts(const Description& description, std::string header)
      : description_(description), header_(std::move(header)) {}

  void print_new(std::ostream& out, const CommandMessage& command) {
    for (const MessageField& field : command.fields) {
      if (!field.part || known_.contains(field.part->type)) continue;
      known_[field.part->type] = true;
      if (header_of(description_, field.part->type) != header_) continue;
      const std::string& type = field.part->type;
      out << "\nstruct " << type << " {\n"
          << cpp::declarations(cpp::members(fields_of(command.fields, *field.part)))
          << equality(type) << "};\n";
    }
  }

 private:
  const Description& description_;
  std::string header_;
  std::map<std::string, bool> known_;
};

void print_command(std::ostream& out, const CommandMessage& command) {
  out << '\n' << cpp::comment(command.comment);
  out << "struct " << command.type << " {\n";
  out << "  static constexpr std::string_view name = " << cpp::quoted(command.name) << ";\n";
  out << "  static constexpr CommandType type = CommandType::" << command.name << ";\n";
  if (command.fact) out << "  static constexpr bool is_fact = true;\n";
  if (!command.from_hosts) out << "  static constexpr bool from_hosts = false;\n";
  for (const MessageField& field : command.fields) {
    if (field.preset.empty()) continue;
    out << "  static constexpr " << cpp::type_of(field) << ' ' << field.preset << " = "
        << field.standard << ";\n";
  }
  if (!command.fields.empty()) out << '\n';
  out << cpp::declarations(cpp::members(command.fields)) << '\n';
  if (command.part) {
    out << "  template <class Self, class V>\n"
           "  static constexpr void fields(Self& self, V&& visit) {\n    "
        << command.part->type << "::fields(self." << command.part->member << ", visit);\n  }\n";
  } else {
    out << cpp::visitor(command.fields);
  }
  out << "};\n";
}

std::string path_of(const std::string& group) {
  return "include/allot/messages/" + group + "_commands.hpp";
}

GeneratedFile commands_of(const Description& description, const std::string& header) {
  std::ostringstream out;
  std::string group;
  cpp::Includes includes;
  includes.add("<string_view>");
  includes.add("\"allot/messages/message_types.hpp\"");
  includes.add("\"allot/messages/field.hpp\"");
  for (const CommandMessage& command : description.commands) {
    if (command.header != header) continue;
    group = command.group;
    if (command.part) {
      includes.add("\"allot/messages/limits.hpp\"");
    } else {
      includes.add(command.fields);
    }
    for (const MessageField& field : command.fields) {
      if (!field.part || command.part) continue;
      const std::string its = header_of(description, field.part->type);
      if (its != header) includes.add("\"allot/messages/" + its + "_commands.hpp\"");
    }
  }
  out << cpp::begin(
      (group == header ? "The commands of the group " : "Of the commands of the group ") + group +
          (group == header ? "" : ": " + header) +
          ". What each does, in which order, and every reason: docs/rules.md.",
      includes.list());
  Parts parts(description, header);
  for (const CommandMessage& command : description.commands) {
    if (command.header != header) continue;
    if (!command.part) parts.print_new(out, command);
    print_command(out, command);
  }
  out << cpp::end();
  return {path_of(header), out.str()};
}

// What follows an `if (`: the condition, and the return of what has to be.
std::string range_fault(const Description& description, const MessageField& field) {
  const std::string value = "limits." + field.name;
  std::string outside;
  std::string range = range_text(field);
  if (field.kind == Kind::choice) {
    const auto list = std::ranges::find(description.choices, field.type, &ChoiceList::name);
    outside = value + " > " + field.type + "::" + list->values.back().name;
    range.clear();
    for (const Choice& choice : list->values) range += (range.empty() ? "" : " or ") + choice.name;
  } else if (field.min && field.max) {
    outside = "outside(" + value + ", " + cpp::literal(*field.min) + ", " +
              cpp::literal(*field.max) + ')';
  } else if (field.min) {
    outside = value + " < " + cpp::literal(*field.min);
    range = "at least " + number_text(*field.min);
  } else {
    return "";
  }
  return outside + ") return " + cpp::quoted(field.name + " must be " + range);
}

GeneratedFile limits(const Description& description) {
  const CommandMessage& start = description.command("start");
  const std::vector<MessageField> fields = fields_of(start.fields, *start.part);
  std::ostringstream out;
  out << cpp::begin(
      "Sizes fixed at start. They are logged whole in the first record, because reaching one is an "
      "answer, and an answer has to replay. How they depend on each other: limits_rules.hpp.",
      {"<cstdint>", "<string_view>", "", "\"allot/messages/enums.hpp\"",
       "\"allot/messages/field.hpp\""});
  out << "\nstruct Limits {\n"
      << cpp::declarations(cpp::members(fields)) << '\n'
      << cpp::visitor(fields) << equality("Limits") << "};\n";
  out << "\n// Returns: which field lies outside its range; empty when none does.\n"
         "[[nodiscard]] constexpr std::string_view limits_range_fault(const Limits& limits) "
         "noexcept {\n"
         "  const auto outside = [](std::int64_t value, std::int64_t low, std::int64_t high) {\n"
         "    return value < low || value > high;\n  };\n";
  for (const MessageField& field : fields) {
    const std::string fault = range_fault(description, field);
    if (!fault.empty()) out << "  if (" << fault << ";\n";
  }
  out << "  return {};\n}\n" << cpp::end();
  return {"include/allot/messages/limits.hpp", out.str()};
}

constexpr std::string_view command_header =
    "What a host can ask for or report: one struct per command, one variant over them.";
constexpr std::string_view command_words = R"(//
// Each struct names its fields once, in `fields`, with what the description says of them; the log
// record, the hash and the JSON form are made from that one list. Requests can be refused; facts
// are recorded and refused only when malformed. What each does, in which order, and every reason:
// docs/rules.md.
//
// Ownership: lists are borrowed: `lines` of an order, `skus` of a set. They must live until
// submit() returns.
)";

GeneratedFile command(const Description& description, const std::vector<std::string>& headers) {
  std::vector<std::string> includes{"<type_traits>", "<variant>", ""};
  for (const std::string& header : headers) {
    includes.push_back("\"allot/messages/" + header + "_commands.hpp\"");
  }
  std::ranges::sort(includes.begin() + 3, includes.end());
  std::string text = cpp::begin(command_header, includes);
  text.insert(text.find("//\n"), command_words);
  // A variant begins as its first alternative: a small one that any host can send.
  std::string list;
  for (const bool from_hosts : {true, false}) {
    for (const CommandMessage& each : description.commands) {
      if (each.from_hosts == from_hosts) list += (list.empty() ? "" : ", ") + each.type;
    }
  }
  text +=
      "\n// The alternatives stand in an arbitrary order; the log's numbers are CommandType.\n"
      "using Command = std::variant<" +
      list +
      ">;\n\n"
      "static_assert(std::is_trivially_copyable_v<Command>, "
      "\"a command is copied into the ring whole\");\n";
  return {"include/allot/messages/command.hpp", text + cpp::end()};
}

}  // namespace

std::vector<GeneratedFile> write_cpp_commands(const Description& description) {
  std::vector<std::string> headers;
  for (const CommandMessage& each : description.commands) {
    if (std::ranges::find(headers, each.header) == headers.end()) headers.push_back(each.header);
  }
  std::vector<GeneratedFile> files{order_line(description), order_attribute(description),
                                   limits(description), command(description, headers)};
  for (const std::string& header : headers) files.push_back(commands_of(description, header));
  return files;
}

}  // namespace allot::schema
