// include/allot/messages: the events by group, and the list of all.
#include <algorithm>
#include <sstream>

#include "generator/cpp_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

using Events = std::vector<const EventMessage*>;

// The events that say what this table says.
Events events_of(const Description& description, const std::string& table) {
  Events events;
  for (const EventMessage& event : description.events) {
    if (event.type == table) events.push_back(&event);
  }
  return events;
}

void print_body(std::ostream& out, const std::string& type, const EventMessage& event) {
  if (!event.fields.empty()) out << '\n';
  out << cpp::declarations(cpp::members(event.fields)) << '\n'
      << cpp::visitor(event.fields) << "\n  friend bool operator==(const " << type << "&, const "
      << type << "&) noexcept = default;\n};\n";
}

// One struct for one type of event.
void print_single(std::ostream& out, const EventMessage& event) {
  const std::string type = cpp::type_name(event.name);
  out << '\n' << cpp::comment(event.comment);
  if (!event.note.empty()) out << cpp::comment(event.note);
  out << "struct " << type << " {\n  static constexpr EventType type = EventType::" << event.name
      << ";\n";
  print_body(out, type, event);
}

// One template for several types that say the same.
void print_shared(std::ostream& out, const Events& events) {
  const EventMessage& first = *events.front();
  out << '\n'
      << cpp::comment(first.comment) << "template <EventType of = EventType{}>\nstruct "
      << first.type
      << " {\n  static constexpr EventType type = of;\n  static constexpr std::array types{";
  for (const EventMessage* event : events) {
    out << (event == events.front() ? "" : ", ") << "EventType::" << event->name;
  }
  out << "};\n";
  print_body(out, first.type, first);
  for (const EventMessage* event : events) {
    if (!event->note.empty()) out << cpp::comment(event->note);
    out << "using " << cpp::type_name(event->name) << " = " << first.type
        << "<EventType::" << event->name << ">;\n";
  }
}

GeneratedFile events_of_group(const Description& description, const std::string& group) {
  std::ostringstream out;
  cpp::Includes includes;
  includes.add("\"allot/messages/message_types.hpp\"");
  includes.add("\"allot/messages/field.hpp\"");
  for (const EventMessage& event : description.events) {
    if (event.group != group) continue;
    includes.add(event.fields);
    if (events_of(description, event.type).size() > 1) includes.add("<array>");
  }
  out << cpp::begin("What the events of the group " + group +
                        " say, by name. How one lies in an Event: event.hpp.",
                    includes.list(), "allot::events");
  std::vector<std::string> told;
  for (const EventMessage& event : description.events) {
    if (event.group != group || std::ranges::find(told, event.type) != told.end()) continue;
    told.push_back(event.type);
    const Events all = events_of(description, event.type);
    if (all.size() == 1) {
      print_single(out, event);
    } else {
      print_shared(out, all);
    }
  }
  out << cpp::end("allot::events");
  return {"include/allot/messages/" + group + "_events.hpp", out.str()};
}

GeneratedFile list(const Description& description, const std::vector<std::string>& groups) {
  std::vector<std::string> includes{"<tuple>", ""};
  for (const std::string& group : groups) {
    includes.push_back("\"allot/messages/" + group + "_events.hpp\"");
  }
  std::ranges::sort(includes.begin() + 2, includes.end());
  std::string text = cpp::begin("All types of events, by number.", includes, "allot::events");
  std::string names;
  for (const EventMessage& event : description.events) {
    names += (names.empty() ? "" : ", ") + cpp::type_name(event.name);
  }
  text += "\nusing All = std::tuple<" + names + ">;\n";
  return {"include/allot/messages/all_events.hpp", text + cpp::end("allot::events")};
}

}  // namespace

std::vector<GeneratedFile> write_cpp_events(const Description& description) {
  std::vector<std::string> groups;
  for (const EventMessage& event : description.events) {
    if (std::ranges::find(groups, event.group) == groups.end()) groups.push_back(event.group);
  }
  std::vector<GeneratedFile> files{list(description, groups)};
  for (const std::string& group : groups) files.push_back(events_of_group(description, group));
  return files;
}

}  // namespace allot::schema
