// bindings/python/allot/events.py: a class for each event, with a named field for each value.
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "generator/python_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using namespace python;

std::string annotation(const MessageField& field) {
  std::string type = "int";
  if (field.kind == Kind::reason) type = "Reason";
  if (field.kind == Kind::command) type = "str";
  if (field.kind == Kind::boolean) type = "bool";
  if (field.kind == Kind::choice) type = field.type;
  if (field.kind == Kind::flags) return singular(field.type);
  return field.presence == Presence::always ? type : type + " | None";
}

std::string comment_of(const MessageField& field) {
  std::string text = field.comment;
  if (!field.unit.empty()) text += "; " + field.unit;
  if (field.kind == Kind::flags || field.presence == Presence::always) return text;
  const bool said = text.find("absent") != std::string::npos;
  return said ? text : text + "; None when there is none";
}

void print_fields(std::ostream& out, const EventMessage& event) {
  for (const MessageField& field : event.fields) {
    out << "    " << field.name << ": " << annotation(field) << '\n'
        << docstring(comment_of(field), 4);
  }
}

// A class of its own for fields that several events share, which is the base of theirs.
void print_shared(std::ostream& out, const EventMessage& event) {
  out << "\n\n@dataclass(frozen=True, slots=True)\nclass " << event.type << "(Event):\n"
      << docstring(event.comment, 4) << '\n';
  print_fields(out, event);
}

void print_event(std::ostream& out, const EventMessage& event, bool shared) {
  const std::string name = camel(event.name);
  std::string comment = event.comment;
  if (!event.note.empty()) comment += " Here: " + event.note + '.';
  out << (shared ? "\n\nclass " : "\n\n@dataclass(frozen=True, slots=True)\nclass ") << name << '('
      << (shared ? event.type : "Event") << "):\n"
      << docstring(comment, 4) << '\n';
  if (shared) out << "    __slots__ = ()\n";
  out << "    type: ClassVar[EventType] = EventType." << upper(event.name) << '\n';
  if (!shared) print_fields(out, event);
}

// Throws when a class of fields has the name of another event's class.
std::set<std::string> shared_types(const Description& description) {
  std::map<std::string, int> uses;
  for (const EventMessage& event : description.events) ++uses[event.type];
  std::set<std::string> shared;
  for (const auto& [type, count] : uses) {
    if (count > 1) shared.insert(type);
  }
  for (const EventMessage& event : description.events) {
    if (shared.contains(camel(event.name))) {
      throw std::runtime_error(event.name + ": its class would have the name of a shared table");
    }
  }
  return shared;
}

constexpr std::string_view head =
    R"("""Events: a frozen dataclass for each type, with the fields that it has.

``match`` works on them: ``case events.LineHeld(order_key=key, quantity=units): ...``
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
)";

void print_names(std::ostream& out, const Description& description,
                 const std::set<std::string>& shared) {
  std::set<std::string> imported{"EventType"};
  for (const EventMessage& event : description.events) {
    for (const MessageField& field : event.fields) {
      if (field.kind == Kind::reason) imported.insert("Reason");
      if (field.kind == Kind::choice) imported.insert(field.type);
      if (field.kind == Kind::flags) imported.insert(singular(field.type));
    }
  }
  out << "from allot.names import ";
  std::string_view comma;
  for (const std::string& name : imported) {
    out << comma << name;
    comma = ", ";
  }
  out << "\n\n__all__ = [\n    \"Event\",\n";
  for (const std::string& name : shared) out << "    " << quoted(name) << ",\n";
  for (const EventMessage& event : description.events) {
    out << "    " << quoted(camel(event.name)) << ",\n";
  }
  out << "]\n";
}

}  // namespace

GeneratedFile write_python_events(const Description& description) {
  const std::set<std::string> shared = shared_types(description);
  std::ostringstream out;
  out << made_from << head;
  print_names(out, description, shared);
  std::set<std::string> printed;
  for (const EventMessage& event : description.events) {
    const bool is_shared = shared.contains(event.type);
    if (is_shared && printed.insert(event.type).second) print_shared(out, event);
    print_event(out, event, is_shared);
  }
  out << "\n\n# The class of each type of event.\nCLASSES: dict[EventType, type[Event]] = {\n";
  for (const EventMessage& event : description.events) {
    out << "    EventType." << upper(event.name) << ": " << camel(event.name) << ",\n";
  }
  out << "}\n";
  return {"bindings/python/allot/events.py", out.str()};
}

}  // namespace allot::schema
