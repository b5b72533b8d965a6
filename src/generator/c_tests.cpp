// tests/c_api/generated: rows from which the tests of the C interface are driven.
#include <algorithm>
#include <limits>
#include <map>
#include <sstream>
#include <utility>

#include "generator/c_layout.hpp"
#include "generator/c_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

std::string begin(std::string_view what) {
  std::string out = c::comment(what);
  out.replace(out.size() - 4, 4, "\n *\n * " + std::string(c::made_from) + " */\n");
  return out + "#include \"../message_tables.h\"\n";
}

std::string number(std::int64_t value) {
  if (value == std::numeric_limits<std::int64_t>::min()) return "INT64_MIN";
  if (value == std::numeric_limits<std::int64_t>::max()) return "INT64_MAX";
  return "INT64_C(" + std::to_string(value) + ")";
}

std::string_view kind_of(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return "FIELD_BOOLEAN";
    case Kind::choice: return "FIELD_CHOICE";
    case Kind::code: return "FIELD_TEXT";
    case Kind::command_key:
    case Kind::order_key:
    case Kind::payment_key: return "FIELD_KEY";
    default: return element_of(field).empty() ? "FIELD_NUMBER" : "FIELD_ARRAY";
  }
}

// Prints the rows of one struct, which is `path` inside `whole`.
class FieldRows {
 public:
  FieldRows(const Description& description, std::string whole, std::string path)
      : description_(description), whole_(std::move(whole)), path_(std::move(path)) {}

  void add(const MessageField& field) {
    // The tables of tests have no form for a list that came later; c_test.c has orders with them.
    if (field.added != 0 && !element_of(field).empty()) return;
    const std::string place = path_ + c::path_of(field);
    row(field.name, kind_of(field), place, field);
    if (element_of(field).empty()) return;
    row(c::count_name(field), "FIELD_COUNT", path_ + c::count_name(field), MessageField{});
  }
  void add_reserved(const c::Struct& made) {
    for (const c::Member& member : made.members) {
      if (member.kind != c::Member::Kind::filler) continue;
      row(member.name, "FIELD_RESERVED", path_ + member.name, MessageField{});
    }
  }
  [[nodiscard]] std::string text() const {
    return "{\n" + out_.str() + "  {NULL, FIELD_NUMBER, 0, 0, 0, 0, 0, 0, 0, NULL, 0, 0}\n};\n";
  }

 private:
  void row(const std::string& name, std::string_view kind, const std::string& place,
           const MessageField& field) {
    out_ << "  {" << c::quoted(name) << ", " << kind << ", LIES_AT(" << whole_ << ", " << place
         << "), " << (field.is_signed ? 1 : 0) << ", " << number(standard_of(field)) << ", "
         << choices_of(field) << ", "
         << number(field.min.value_or(std::numeric_limits<std::int64_t>::min())) << ", "
         << number(field.max.value_or(std::numeric_limits<std::int64_t>::max())) << ", "
         << element_rows(field) << ", ";
    if (element_of(field).empty()) {
      out_ << "0, ";
    } else {
      out_ << "sizeof(" << c::element_type(field) << "), ";
    }
    out_ << field.added << "},\n";
  }
  // The number that the default is in C.
  [[nodiscard]] std::int64_t standard_of(const MessageField& field) const {
    if (field.needed || field.standard.empty()) return 0;
    if (field.kind == Kind::boolean) return field.standard == "true" ? 1 : 0;
    if (field.kind != Kind::choice) return std::stoll(field.standard);
    const auto list = std::ranges::find(description_.choices, field.type, &ChoiceList::name);
    return std::ranges::find(list->values, field.standard, &Choice::name)->number;
  }
  [[nodiscard]] std::size_t choices_of(const MessageField& field) const {
    if (field.kind != Kind::choice) return 0;
    return std::ranges::find(description_.choices, field.type, &ChoiceList::name)->values.size();
  }
  static std::string element_rows(const MessageField& field) {
    return element_of(field) == "OrderLine" ? "line_rows" : "NULL";
  }

  const Description& description_;
  std::string whole_;
  std::string path_;
  std::ostringstream out_;
};

// Tables of what each message says, which would be too long for one file: one for each group.
class Groups {
 public:
  explicit Groups(std::string_view what) : what_(what) {}
  std::ostringstream& of(const std::string& group) {
    std::ostringstream& out = files_[group];
    if (out.view().empty()) out << schema::begin(what_ + " Of group " + group + '.');
    return out;
  }
  // Returns: `file`, and one beside it for each group.
  [[nodiscard]] std::vector<GeneratedFile> with(const std::string& stem, std::string text) const {
    const std::string path = "tests/c_api/generated/" + stem;
    std::vector<GeneratedFile> files{{path + ".c", std::move(text)}};
    for (const auto& [group, out] : files_) {
      files.push_back({path + '_' + group + ".c", out.str()});
    }
    return files;
  }

 private:
  std::string what_;
  std::map<std::string, std::ostringstream> files_;
};

std::vector<GeneratedFile> commands(const Description& description) {
  std::ostringstream out;
  out << begin("Every command. Its members lie in the files of the groups.");
  FieldRows line(description, "allot_order_line", "");
  for (const MessageField& field : description.line) line.add(field);
  line.add_reserved(c::layout_of_line(description));
  out << "\nconst struct field_row line_rows[] = " << line.text() << '\n';
  Groups groups("Every member of every command.");
  std::string rows;
  for (const CommandMessage& command : description.commands) {
    std::string list = "NULL";
    std::string size = "0";
    if (command.from_hosts) {
      FieldRows fields(description, "allot_command", "body." + command.name + '.');
      for (const MessageField& field : command.fields) fields.add(field);
      fields.add_reserved(c::layout_of(command));
      list = "rows_of_" + command.name;
      size = "sizeof(allot_" + command.name + ')';
      const std::string table = "const struct field_row " + list + "[]";
      groups.of(command.group) << "\nextern " << table << ";\n" << table << " = " << fields.text();
      out << "extern " << table << ";\n";
    }
    rows += "  {" + c::quoted(command.name) + ", ALLOT_COMMAND_" + c::upper(command.name) + ", " +
            std::to_string(command.number) + ", " + (command.from_hosts ? "1" : "0") + ", " + size +
            ", " + list + "},\n";
  }
  out << "\nconst struct command_row command_rows[] = {\n"
      << rows << "  {NULL, 0, 0, 0, 0, NULL}\n};\n";
  return groups.with("command_rows", out.str());
}

GeneratedFile limits(const Description& description) {
  std::ostringstream out;
  out << begin("Every limit.");
  FieldRows limits(description, "allot_limits", "");
  for (MessageField field : description.limits()) {
    field.part.reset();
    limits.add(field);
  }
  limits.add_reserved(c::layout_of_limits(description));
  out << "\nconst struct field_row limit_rows[] = " << limits.text();
  return {"tests/c_api/generated/limit_rows.c", out.str()};
}

std::vector<GeneratedFile> events(const Description& description) {
  std::ostringstream out;
  out << begin("Every event. Its values lie in the files of the groups.") << '\n';
  Groups groups("Every value of every event, by its name and by its slot.");
  std::string rows;
  for (const EventMessage& event : description.events) {
    const std::string list = "values_of_" + event.name;
    const std::string table = "const struct value_row " + list + "[]";
    std::ostringstream& values = groups.of(event.group);
    values << "\nextern " << table << ";\n" << table << " = {\n";
    out << "extern " << table << ";\n";
    for (const MessageField& field : event.fields) {
      if (field.slot == "flags") continue;
      const std::string named = event.name + '.' + field.name;
      const std::string raw = "raw." + field.slot;
      values << "  {" << c::quoted(field.name) << ", LIES_AT(allot_event, " << named
             << "), LIES_AT(allot_event, " << raw << ")},\n";
    }
    values << "  {NULL, 0, 0, 0, 0}\n};\n";
    rows += "  {" + c::quoted(event.name) + ", ALLOT_EVENT_" + c::upper(event.name) + ", " +
            std::to_string(event.number) + ", " + list + "},\n";
  }
  out << "\nconst struct event_row event_rows[] = {\n" << rows << "  {NULL, 0, 0, NULL}\n};\n";
  return groups.with("event_rows", out.str());
}

std::string number_row(const std::string& list, const std::string& name, std::int64_t value,
                       const std::string& function) {
  const std::string constant = "ALLOT_" + c::upper(list) + '_' + c::upper(name);
  return "  {" + c::quoted(constant) + ", " + constant + ", " + std::to_string(value) + ", " +
         c::quoted(name) + ", allot_" + function + "_name},\n";
}

// The rows of what reasons or statuses say.
void print_reason_rows(std::ostream& out, const std::string& what,
                       const std::vector<const std::vector<ReasonMessage>*>& lists) {
  out << "\nconst struct reason_row " << what << "_rows[] = {\n";
  for (const auto* list : lists) {
    for (const ReasonMessage& reason : *list) {
      out << "  {ALLOT_" << c::upper(what) << '_' << c::upper(reason.name) << ", " << reason.number
          << ", " << c::quoted(reason.name) << ", " << c::quoted(reason.text) << ", "
          << c::quoted(reason.to_do) << ", ALLOT_ADVICE_" << c::upper(reason.advice) << "},\n";
    }
  }
  out << "  {0, 0, NULL, NULL, NULL, 0}\n};\n";
}

GeneratedFile numbers(const Description& description) {
  std::ostringstream out;
  out << begin("Every constant with its number and name.")
      << "\nconst struct number_row number_rows[] = {\n";
  for (const auto* lists : {&description.choices, &description.settings}) {
    for (const ChoiceList& list : *lists) {
      const std::string name = c::snake(list.name);
      for (const Choice& choice : list.values) {
        out << number_row(name, choice.name, choice.number, name);
      }
    }
  }
  for (const ChoiceList& flags : description.flags) {
    const std::string name = c::flag_name(flags);
    for (const Choice& flag : flags.values) out << number_row(name, flag.name, flag.number, name);
  }
  for (const CommandMessage& command : description.commands) {
    out << number_row("command", command.name, command.number, "command");
  }
  for (const EventMessage& event : description.events) {
    out << number_row("event", event.name, event.number, "event_type");
  }
  out << "  {NULL, 0, 0, NULL, NULL}\n};\n";
  return {"tests/c_api/generated/number_rows.c", out.str()};
}

GeneratedFile reasons(const Description& description) {
  std::ostringstream out;
  out << begin("Every reason and every status, with what it says.");
  print_reason_rows(out, "reason", {&description.reasons});
  print_reason_rows(out, "status", {&description.statuses, &description.call_statuses});
  return {"tests/c_api/generated/reason_rows.c", out.str()};
}

// One word of a table for a field, another one in every row: rows differ in each field, and so do
// two fields of one row.
std::string word(const Description& description, const MessageField& field, std::size_t place,
                 unsigned row) {
  const bool is_set = ((place + 1) >> row & 1U) != 0;
  if (field.kind == Kind::boolean) return is_set ? "1" : "0";
  if (field.kind == Kind::choice) {
    const auto list = std::ranges::find(description.choices, field.type, &ChoiceList::name);
    return std::to_string((place + row) % list->values.size());
  }
  if (field.kind == Kind::code) return "CODE" + std::to_string(place) + '_' + std::to_string(row);
  const std::int64_t small = static_cast<std::int64_t>(place) * 5 + row + 1;
  if (is_key(field.kind)) {
    return "hex:" + std::string(15, '0') + std::to_string(row + 1) + std::string(8, '0') +
           std::to_string(10'000'000 + small);
  }
  // Now and then a value that needs all bits that the field has.
  if (!is_set) return std::to_string(small);
  if (field.is_signed) return std::to_string(-(std::int64_t{1} << (field.bits - 2)) - small);
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max() >> (64 - field.bits);
  return std::to_string(most - static_cast<std::uint64_t>(small) % (most / 2));
}

constexpr unsigned rows_each = 5;

// The words of the fields of one command or line. Those that came later are named, since rows of a
// table that was written before may leave them out.
std::string words(const Description& description, const std::vector<MessageField>& fields,
                  std::size_t shift, unsigned row, const std::string& command_key) {
  std::string text;
  std::string named;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const MessageField& field = fields[i];
    if (field.kind == Kind::command_key) {
      text += ' ' + command_key;
    } else if (field.added != 0 && !element_of(field).empty()) {
      continue;
    } else if (field.added != 0) {
      named += ' ' + field.name + '=' + word(description, field, i + shift, row);
    } else if (element_of(field).empty()) {
      text += ' ' + word(description, field, i + shift, row);
    } else {
      text += ' ' + std::to_string(row);
      for (unsigned n = 0; n < row; ++n) {
        text += field.kind == Kind::lines ? words(description, description.line, n, row, "")
                                          : ' ' + std::to_string(n + row + 1);
      }
    }
  }
  return text + named;
}

// Every field of every command with values of its own, as the tables of tests/c_api are written:
// time, command, then its fields. Most are refused; a program that reads one field for another, or
// cuts its bits, remembers another body under the command's key and ends with another digest.
GeneratedFile table(const Description& description) {
  std::ostringstream out;
  out << "# Every field of every command, in the form of ../table.txt.\n# " << c::made_from << '\n';
  unsigned key = 0;
  for (unsigned row = 0; row < rows_each; ++row) {
    for (const CommandMessage& command : description.commands) {
      if (!command.from_hosts) continue;
      const std::string command_key = "hex:" + std::string(15, '0') + std::to_string(row + 1) +
                                      std::string(8, '0') + std::to_string(10'000'000 + key + 1);
      if (std::ranges::find(command.fields, Kind::command_key, &MessageField::kind) !=
          command.fields.end()) {
        ++key;
      }
      out << row << ' ' << command.name << words(description, command.fields, 0, row, command_key)
          << '\n';
    }
  }
  return {"tests/c_api/generated/field_table.txt", out.str()};
}

std::string_view python_kind(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return "boolean";
    case Kind::choice: return "choice";
    case Kind::code: return "code";
    case Kind::id: return "id";
    case Kind::command_key: return "command_key";
    case Kind::order_key: return "order_key";
    case Kind::time: return "time";
    default: return element_of(field).empty() ? "number" : element_of(field);
  }
}

// What random commands are drawn from: kind, and the least and greatest value worth drawing.
void print_python_fields(std::ostream& out, const Description& description,
                         const std::vector<MessageField>& fields) {
  for (const MessageField& field : fields) {
    if (field.added != 0 && !element_of(field).empty()) continue;
    std::int64_t low = field.min.value_or(0);
    std::int64_t high = field.max.value_or(100);
    if (field.kind == Kind::choice) {
      const auto list = std::ranges::find(description.choices, field.type, &ChoiceList::name);
      high = static_cast<std::int64_t>(list->values.size()) - 1;
    }
    out << "        (\"" << field.name << "\", \"" << python_kind(field) << "\", " << low << ", "
        << high << ", " << field.added << "),\n";
  }
}

GeneratedFile python_fields(const Description& description) {
  std::ostringstream out;
  out << "\"\"\"The fields of every command that hosts can submit, for random tables.\n\n"
      << c::made_from
      << "\n\"\"\"\n\n# name, kind, least and greatest value, its number among fields that came "
         "later or 0\nCOMMANDS = {\n";
  for (const CommandMessage& command : description.commands) {
    if (!command.from_hosts) continue;
    out << "    \"" << command.name << "\": [\n";
    print_python_fields(out, description, command.fields);
    out << "    ],\n";
  }
  out << "}\n\nELEMENTS = {\n    \"OrderLine\": [\n";
  print_python_fields(out, description, description.line);
  out << "    ],\n}\n";
  return {"tests/c_api/generated/command_fields.py", out.str()};
}

// The functions that follow from the description, for the list of exported symbols.
GeneratedFile exported_names(const Description& description) {
  std::vector<std::string> names{"command", "event_type"};
  for (const ChoiceList& list : description.choices) names.push_back(c::snake(list.name));
  for (const ChoiceList& list : description.settings) names.push_back(c::snake(list.name));
  for (const ChoiceList& flags : description.flags) names.push_back(c::flag_name(flags));
  for (std::string& name : names) name += "_name";
  for (const std::string what : {"reason", "status"}) {
    for (const std::string of : {"name", "text", "advice", "to_do"}) {
      names.push_back(what + '_' + of);
    }
  }
  std::ranges::sort(names);
  std::string text;
  for (const std::string& name : names) text += "allot_" + name + '\n';
  return {"tests/c_api/generated/exported_names.txt", text};
}

}  // namespace

std::vector<GeneratedFile> write_c_tests(const Description& description) {
  std::vector<GeneratedFile> files{limits(description),        numbers(description),
                                   reasons(description),       table(description),
                                   python_fields(description), exported_names(description)};
  for (auto write : {commands, events}) {
    for (GeneratedFile& file : write(description)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace allot::schema
