// What commands and events have in them, as the description of messages says it: the words of
// stories are read and written by this alone, so that a new command, event or field needs nothing
// here.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/message_types.hpp"

namespace allot::stories {

enum class ValueKind : std::uint8_t {
  whole,      // an integer
  money,      // minor units
  time,       // ns since 1970
  duration,   // ns
  truth,      // yes or no
  text,       // a code or a number as text
  id,         // of the catalogue
  choice,     // one of a few words
  order_key,  // of an order, which stories call by a name
  key,        // of a command
  reason,
  command,  // the number of a type of command
  flags,
  list,  // of values, or of lines
};

struct ValueForm {
  std::string name;
  ValueKind kind{};
  bool needed{};                     // it has no default
  IdKind id_kind{};                  // of an id, and of a list of ids
  std::vector<std::string> choices;  // of a choice, and the flags
  std::vector<ValueForm> parts;      // of a list of lines: what a line has
};

struct CommandForm {
  std::string name;
  std::vector<ValueForm> fields;

  [[nodiscard]] const ValueForm* field(std::string_view field_name) const;
};

struct EventForm {
  EventType type{};
  std::string name;
  std::vector<ValueForm> fields;

  [[nodiscard]] const ValueForm* field(std::string_view field_name) const;
  // Returns: whether it tells of one line of an order: its name is "line_" and what became of it.
  [[nodiscard]] bool is_of_line() const { return name.starts_with("line_"); }
  [[nodiscard]] std::string line_word() const { return name.substr(5); }
};

// Returns: whether the text is one of them, as of the choices of a value.
[[nodiscard]] inline bool is_one_of(std::string_view text, const std::vector<std::string>& names) {
  return std::ranges::find(names, text) != names.end();
}

// All of them, by number for events.
[[nodiscard]] const std::vector<CommandForm>& command_forms();
[[nodiscard]] const std::vector<EventForm>& event_forms();
[[nodiscard]] const EventForm& event_form(EventType type);
[[nodiscard]] const CommandForm* command_form(std::string_view name);
// Returns: the names of all commands.
[[nodiscard]] std::vector<std::string> command_names();

// Returns: "pay by" of "pay_by".
[[nodiscard]] std::string spoken(std::string_view name);

}  // namespace allot::stories
