// bindings/python/allot/column_tables.py: which columns the commands of each type take.
#include <algorithm>
#include <sstream>

#include "generator/python_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using namespace python;

struct Column {
  std::string name;
  std::string field;
  std::string kind;   // how values are read: see allot/column.py
  std::string dtype;  // empty for text
  std::string largest = "None";
  bool needed{};
  std::string absent = "0";
  std::string choices;  // the name of the enum that the field is
  std::string unless;   // the column in whose presence it is not needed
};

std::string integer_type(const MessageField& field) {
  return (field.is_signed ? "int" : "uint") + std::to_string(field.bits);
}

Column column_of(const Description& description, const MessageField& field) {
  Column column;
  column.name = column.field = field.name;
  column.kind = "integer";
  column.dtype = integer_type(field);
  column.needed = field.needed || is_needed(field);
  column.unless = field.unless;
  if (!field.standard.empty() && field.kind != Kind::choice) column.absent = field.standard;
  switch (field.kind) {
    case Kind::boolean:
      column.kind = "truth";
      column.dtype = "uint8";
      column.largest = "1";
      column.absent = field.standard == "true" ? "1" : "0";
      break;
    case Kind::choice: {
      const auto& values = list_named(description.choices, field.type).values;
      column.kind = "choice";
      column.choices = field.type;
      column.largest = std::to_string(values.size() - 1);
      const auto absent = std::ranges::find(values, field.standard, &Choice::name);
      if (absent != values.end()) column.absent = std::to_string(absent->number);
      break;
    }
    case Kind::time: column.kind = "time"; break;
    case Kind::duration: column.kind = "duration"; break;
    case Kind::command_key:
    case Kind::order_key:
    case Kind::payment_key: column.dtype = "uint64"; break;
    case Kind::code:
      column.kind = "text";
      column.dtype.clear();
      break;
    default: break;
  }
  return column;
}

void print_column(std::ostream& out, const Column& column, std::string_view margin) {
  out << margin << "Column(" << quoted(column.name) << ", " << quoted(column.field) << ", "
      << quoted(column.kind) << ", " << quoted(column.dtype) << ", " << column.largest << ", "
      << (column.needed ? "True" : "False") << ", " << column.absent;
  if (!column.choices.empty()) out << ", " << quoted(column.choices);
  if (!column.unless.empty()) out << ", unless=" << quoted(column.unless);
  out << "),\n";
}

// The fields of a command's lines, which are columns of their own name but where the command, or
// one that is of orders as such, has a field of the same name: lines of all orders have the same
// columns.
std::vector<Column> line_columns(const Description& description, const CommandMessage& of) {
  const auto taken = [&](const std::string& name) {
    return std::ranges::any_of(description.commands, [&](const CommandMessage& command) {
      const bool counts =
          command.name == of.name ||
          (command.group == "order" &&
           std::ranges::count(command.fields, Kind::lines, &MessageField::kind) != 0);
      return counts && std::ranges::count(command.fields, name, &MessageField::name) != 0;
    });
  };
  std::vector<Column> columns;
  for (const MessageField& field : description.line) {
    Column column = column_of(description, field);
    if (taken(field.name)) column.name = "line_" + field.name;
    columns.push_back(std::move(column));
  }
  return columns;
}

// The columns of a list: one for the offsets, and one for each field of its items, or for the items
// themselves.
void print_list(std::ostream& out, const Description& description, const CommandMessage& command,
                const MessageField& field) {
  const std::string one = singular(field.name);
  out << "            ColumnList(" << quoted(field.name) << ", " << quoted(one + "_offset")
      << ", (\n";
  const std::string_view margin = "                ";
  if (field.kind == Kind::lines) {
    for (const Column& column : line_columns(description, command)) {
      print_column(out, column, margin);
    }
  } else if (field.kind == Kind::attributes) {
    for (const MessageField& each : description.attribute) {
      Column column = column_of(description, each);
      column.name = "attribute_" + each.name;
      print_column(out, column, margin);
    }
  } else {
    MessageField item = field;
    item.type = field.type.substr(1, field.type.size() - 2);
    item.needed = true;
    Column column = column_of(description, item);
    column.name = one;
    print_column(out, column, margin);
  }
  // Who sends no such list yet has no columns of it.
  out << (field.added == 0 ? "            )),\n" : "            ), False),\n");
}

void print_table(std::ostream& out, const Description& description, const CommandMessage& command) {
  out << "    " << quoted(command.name) << ": ColumnTable(\n        (\n";
  const std::string_view margin = "            ";
  for (const MessageField& field : command.fields) {
    if (!is_list(field)) print_column(out, column_of(description, field), margin);
  }
  Column time;
  time.name = time.field = time.kind = "time";
  time.dtype = "int64";
  print_column(out, time, margin);
  out << "        ),\n        (";
  const bool has_list = std::ranges::any_of(command.fields, is_list);
  if (has_list) out << '\n';
  for (const MessageField& field : command.fields) {
    if (is_list(field)) print_list(out, description, command, field);
  }
  out << (has_list ? "        " : "") << "),\n    ),\n";
}

}  // namespace

GeneratedFile write_python_columns(const Description& description) {
  std::ostringstream out;
  out << made_from
      << "\"\"\"Which columns the commands of each type take.\"\"\"\n\n"
         "from __future__ import annotations\n\n"
         "from allot.column import Column, ColumnList, ColumnTable\n\n"
         "# By the command's name. A field that is a list has a column of offsets and columns of "
         "its"
         "\n# own; a field of a line is called line_... where orders, or its command, have one of "
         "its "
         "name.\n"
         "TABLES: dict[str, ColumnTable] = {\n";
  for (const CommandMessage& command : description.commands) {
    if (command.from_hosts) print_table(out, description, command);
  }
  out << "}\n";
  return {"bindings/python/allot/column_tables.py", out.str()};
}

}  // namespace allot::schema
