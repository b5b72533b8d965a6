#include "cel/peers/json_lines.hpp"

#include <cstdint>

namespace allot::cel {

void append_json(std::string& line, std::string_view text) {
  line += '"';
  for (const char letter : text) {
    if (letter == '\n') {
      line += "\\n";
    } else {
      if (letter == '"' || letter == '\\') line += '\\';
      line += letter;
    }
  }
  line += '"';
}

void append_json(std::string& line, const Values& values) {
  line += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) line += ',';
    append_json(line, values[i]);
  }
  line += ']';
}

void append_json(std::string& line, const Value& value) {
  if (const auto* truth = value.as<bool>()) {
    line += *truth ? "true" : "false";
  } else if (const auto* number = value.as<std::int64_t>()) {
    line += std::to_string(*number);
  } else if (const auto* token = value.as<std::uint64_t>()) {
    line += std::to_string(*token);
  } else if (const auto* span = value.as<Duration>()) {
    line += std::to_string(span->ns);
  } else if (const auto* time = value.as<Timestamp>()) {
    line += "[" + std::to_string(time->seconds) + "," + std::to_string(time->nanos) + "]";
  } else if (const auto* text = value.as<Text>()) {
    append_json(line, std::string_view(**text));
  } else if (const auto* list = value.as<List>()) {
    append_json(line, *list->values);
  } else if (const auto* set = value.as<Set>()) {
    append_json(line, *set->values);
  } else if (const auto* record = value.as<RecordRef>()) {
    line += '[';
    for (const Record::Field& field : record->record->fields) {
      if (&field != record->record->fields.data()) line += ',';
      if (field.set) {
        append_json(line, field.value);
      } else {
        line += "null";
      }
    }
    line += ']';
  }
}

std::string declarations_as_json(const Environment& environment) {
  const auto type = [&](TypeId id) { return name_of(id, environment.types, environment); };
  std::string made = "{\"structs\":{";
  for (const StructDeclaration& one : environment.structs) {
    if (&one != environment.structs.data()) made += ',';
    append_json(made, std::string_view(one.name));
    made += ":[";
    for (const FieldDeclaration& field : one.fields) {
      if (&field != one.fields.data()) made += ',';
      made += "[\"" + field.name + "\",\"" + type(field.type) + "\"," +
              (field.presence == Presence::optional ? "true]" : "false]");
    }
    made += ']';
  }
  made += "},\"variables\":[";
  for (const VariableDeclaration& variable : environment.variables) {
    if (&variable != environment.variables.data()) made += ',';
    made += "[\"" + variable.name + "\",\"" + type(variable.type) + "\"]";
  }
  return made + "]}";
}

}  // namespace allot::cel
