// bindings/python/allot/events.py and, by group, events_*.py: a class for each event, with a named
// field for each value.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

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

// Throws when a class of fields has the name of another event's class, or is of two groups.
std::set<std::string> shared_types(const Description& description) {
  std::map<std::string, int> uses;
  std::map<std::string, std::string> group;
  for (const EventMessage& event : description.events) {
    ++uses[event.type];
    if (group.try_emplace(event.type, event.group).first->second != event.group) {
      throw std::runtime_error(event.name + ": its table is shared with an event of another group");
    }
  }
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

from allot.event_base import Event
)";

std::string module_of(const std::string& group) { return "events_" + group; }

std::vector<EventMessage> events_of(const Description& description, const std::string& group) {
  std::vector<EventMessage> events;
  std::ranges::copy_if(description.events, std::back_inserter(events),
                       [&group](const EventMessage& event) { return event.group == group; });
  return events;
}

void print_imported(std::ostream& out, const std::vector<EventMessage>& events) {
  std::set<std::string> imported{"EventType"};
  for (const EventMessage& event : events) {
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
  out << '\n';
}

// Returns: the names of the classes of these events, those that several share first.
std::vector<std::string> classes_of(const std::vector<EventMessage>& events,
                                    const std::set<std::string>& shared) {
  std::set<std::string> bases;
  for (const EventMessage& event : events) {
    if (shared.contains(event.type)) bases.insert(event.type);
  }
  std::vector<std::string> classes(bases.begin(), bases.end());
  for (const EventMessage& event : events) classes.push_back(camel(event.name));
  return classes;
}

void print_all(std::ostream& out, const std::vector<std::string>& classes) {
  out << "\n__all__ = [\n";
  for (const std::string& name : classes) out << "    " << quoted(name) << ",\n";
  out << "]\n";
}

GeneratedFile write_group(const Description& description, const std::string& group,
                          const std::set<std::string>& shared) {
  const std::vector<EventMessage> events = events_of(description, group);
  std::ostringstream out;
  out << made_from << "\"\"\"The events of the group " << group
      << "; allot.events has those of all groups.\"\"\"\n\nfrom __future__ import annotations\n\n"
         "from dataclasses import dataclass\nfrom typing import ClassVar\n\n"
         "from allot.event_base import Event\n";
  print_imported(out, events);
  print_all(out, classes_of(events, shared));
  std::set<std::string> printed;
  for (const EventMessage& event : events) {
    const bool is_shared = shared.contains(event.type);
    if (is_shared && printed.insert(event.type).second) print_shared(out, event);
    print_event(out, event, is_shared);
  }
  return {"bindings/python/allot/" + module_of(group) + ".py", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_python_events(const Description& description) {
  const std::set<std::string> shared = shared_types(description);
  std::vector<GeneratedFile> files;
  std::vector<std::string> groups = description.event_groups();
  for (const std::string& group : groups) files.push_back(write_group(description, group, shared));

  std::ostringstream out;
  out << made_from << head;
  std::ranges::sort(groups);
  for (const std::string& group : groups) {
    out << "from allot." << module_of(group) << " import *\n";
  }
  out << "from allot.names import EventType\n";
  std::vector<std::string> classes = classes_of(description.events, shared);
  classes.insert(classes.begin(), "Event");
  print_all(out, classes);
  out << "\n# The class of each type of event.\nCLASSES: dict[EventType, type[Event]] = {\n";
  for (const EventMessage& event : description.events) {
    out << "    EventType." << upper(event.name) << ": " << camel(event.name) << ",\n";
  }
  out << "}\n";
  files.push_back({"bindings/python/allot/events.py", out.str()});
  return files;
}

}  // namespace allot::schema
