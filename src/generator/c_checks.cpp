// bindings/c/generated: what is compared when the C interface is compiled, and names of numbers.
#include <sstream>

#include "generator/c_layout.hpp"
#include "generator/c_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

std::string begin(std::string_view what, const std::vector<std::string>& includes) {
  std::string out = "// " + std::string(what) + "\n//\n// " + std::string(c::made_from) + "\n";
  for (const std::string& include : includes) {
    out += include.empty() ? "\n" : "#include " + include + '\n';
  }
  return out;
}

void print_layout(std::ostream& out, const c::Struct& made) {
  out << "\nstatic_assert(sizeof(" << made.name << ") == " << made.size << ");\n";
  for (const c::Member& member : made.members) {
    out << "static_assert(lies<offsetof(" << made.name << ", " << member.name << "), sizeof("
        << made.name << "::" << member.name << "), " << member.offset << ", " << member.size
        << ">);\n";
  }
}

GeneratedFile layout(const Description& description) {
  std::ostringstream out;
  out << begin(
             "The layouts that a host compiles into itself: what the description says, and what "
             "the "
             "compiler makes.",
             {"<cstddef>", "", "\"allot/allot.h\""})
      << "\nnamespace {\n\n"
         "// Whether a member has this offset and size.\n"
         "template <std::size_t offset, std::size_t size, std::size_t wanted, std::size_t bytes>\n"
         "inline constexpr bool lies = offset == wanted && size == bytes;\n";
  std::vector<const CommandMessage*> commands;
  for (const CommandMessage& command : description.commands) {
    if (command.from_hosts) commands.push_back(&command);
  }
  print_layout(out, c::layout_of_line(description));
  print_layout(out, c::layout_of_attribute(description));
  for (const c::Struct& part : c::parts_of(commands)) print_layout(out, part);
  for (const CommandMessage* command : commands) print_layout(out, c::layout_of(*command));
  print_layout(out, c::layout_of_limits(description));
  out << "\n}  // namespace\n";
  return {"bindings/c/generated/layout.cpp", out.str()};
}

void print_event(std::ostream& out, const EventMessage& event) {
  const c::Struct raw = c::layout_of_slots();
  for (const c::Member& member : c::layout_of(event).members) {
    if (member.kind != c::Member::Kind::value) continue;
    for (const c::Member& slot : raw.members) {
      const std::string& place = member.field.slot;
      if (slot.name != place.substr(0, place.find('.'))) continue;
      out << "static_assert(lies_in<offsetof(allot_event, " << event.name << '.' << member.name
          << "), sizeof(" << c::event_struct_name(event) << "::" << member.name
          << "), offsetof(allot_event, raw." << place << "), sizeof(allot_event_raw::" << slot.name
          << ")>);\n";
    }
  }
}

GeneratedFile event_layout(const Description& description) {
  std::ostringstream out;
  out << begin(
             "Each named value of an event lies in its slot, and each slot where C++ has it: "
             "events are copied whole.",
             {"<cstddef>", "", "\"allot/allot.h\"", "\"allot/messages/event.hpp\""})
      << "\nnamespace {\n\n"
         "template <std::size_t ours, std::size_t theirs>\n"
         "inline constexpr bool same = ours == theirs;\n"
         "// Whether a value begins where its slot does and is no wider.\n"
         "template <std::size_t value, std::size_t size, std::size_t slot, std::size_t room>\n"
         "inline constexpr bool lies_in = value == slot && size <= room;\n\n"
         "static_assert(same<sizeof(allot_event), sizeof(allot::Event)>);\n";
  for (const std::string_view head : {"sequence", "epoch", "ordinal", "type", "flags"}) {
    out << "static_assert(same<offsetof(allot_event, " << head << "), offsetof(allot::Event, "
        << head << ")>);\n";
  }
  for (const c::Member& slot : c::layout_of_slots().members) {
    out << "static_assert(same<offsetof(allot_event, raw." << slot.name
        << "), offsetof(allot::Event, " << slot.name << ")>);\n";
    out << "static_assert(same<sizeof(allot_event_raw::" << slot.name
        << "), sizeof(allot::Event::" << slot.name << ")>);\n";
  }
  for (const EventMessage& event : description.events) {
    if (c::event_struct_name(event).empty()) continue;
    out << "\nstatic_assert(sizeof(" << c::event_struct_name(event)
        << ") == sizeof(allot_event_raw));\n";
    print_event(out, event);
  }
  out << "\n}  // namespace\n";
  return {"bindings/c/generated/event_layout.cpp", out.str()};
}

std::string same_number(const std::string& ours, const std::string& theirs) {
  return "static_assert(same_number<" + theirs + ", ALLOT_" + c::upper(ours) + ">);\n";
}

GeneratedFile numbers(const Description& description) {
  std::ostringstream out;
  out << begin("Every number is the same in C and in C++.",
               {"\"allot/allot.h\"", "\"allot/engine.hpp\"", "\"allot/messages/command_type.hpp\"",
                "\"allot/messages/event.hpp\"", "\"allot/messages/limits.hpp\"",
                "\"allot/messages/reason.hpp\""})
      << "\nnamespace {\n\nusing namespace allot;\n\n"
         "template <auto theirs, int ours>\n"
         "inline constexpr bool same_number = static_cast<int>(theirs) == ours;\n\n";
  for (const auto* lists : {&description.choices, &description.settings}) {
    for (const ChoiceList& list : *lists) {
      for (const Choice& choice : list.values) {
        out << same_number(c::snake(list.name) + '_' + choice.name, list.name + "::" + choice.name);
      }
    }
  }
  out << '\n';
  for (const CommandMessage& command : description.commands) {
    out << same_number("command_" + command.name, "CommandType::" + command.name);
  }
  out << '\n';
  for (const EventMessage& event : description.events) {
    out << same_number("event_" + event.name, "EventType::" + event.name);
  }
  for (const ChoiceList& flags : description.flags) {
    for (const Choice& flag : flags.values) {
      out << same_number(c::flag_name(flags) + '_' + flag.name, flags.name + "::" + flag.name);
    }
  }
  out << '\n';
  for (const ReasonMessage& reason : description.reasons) {
    out << same_number("reason_" + reason.name, "Reason::" + reason.name);
  }
  for (const ReasonMessage& status : description.statuses) {
    out << same_number("status_" + status.name, "StatusCode::" + status.name);
  }
  out << "\n}  // namespace\n";
  return {"bindings/c/generated/numbers.cpp", out.str()};
}

// One function from a number to its name.
class NameFunction {
 public:
  NameFunction(const std::string& what, const std::string& prefix) : prefix_(c::upper(prefix)) {
    out_ << "\nconst char* allot_" << what << "_name(uint32_t number) {\n  switch (number) {\n";
  }
  void add(const std::string& name) {
    out_ << "    case ALLOT_" << prefix_ << '_' << c::upper(name) << ": return " << c::quoted(name)
         << ";\n";
  }
  [[nodiscard]] std::string text() const {
    return out_.str() + "    default: return \"unknown\";\n  }\n}\n";
  }

 private:
  std::string prefix_;
  std::ostringstream out_;
};

GeneratedFile names(const Description& description) {
  std::ostringstream out;
  out << begin("The names of numbers.", {"\"allot/allot.h\""});
  const auto print = [&out](const std::string& what, const std::string& prefix, const auto& list) {
    NameFunction function(what, prefix);
    for (const auto& each : list) function.add(each.name);
    out << function.text();
  };
  for (const auto* lists : {&description.choices, &description.settings}) {
    for (const ChoiceList& list : *lists)
      print(c::snake(list.name), c::snake(list.name), list.values);
  }
  for (const ChoiceList& flags : description.flags) {
    print(c::flag_name(flags), c::flag_name(flags), flags.values);
  }
  print("command", "command", description.commands);
  print("event_type", "event", description.events);
  return {"bindings/c/generated/names.cpp", out.str()};
}

// A table of reasons or statuses, and the functions that say what stands in it.
void print_reason_functions(std::ostream& out, const std::string& what, const std::string& type,
                            const std::vector<const std::vector<ReasonMessage>*>& lists) {
  out << "\nstatic constexpr Said said_of_" << what << "[] = {\n";
  for (const auto* list : lists) {
    for (const ReasonMessage& reason : *list) {
      out << "    {ALLOT_" << c::upper(what) << '_' << c::upper(reason.name) << ", "
          << c::quoted(reason.name) << ", " << c::quoted(reason.text) << ", "
          << c::quoted(reason.to_do) << ", ALLOT_ADVICE_" << c::upper(reason.advice) << "},\n";
    }
  }
  out << "};\n\n";
  for (const std::string of : {"name", "text", "to_do"}) {
    out << "const char* allot_" << what << '_' << of << '(' << type << ' ' << what
        << ") { return find(said_of_" << what << ", " << what << ")." << of << "; }\n";
  }
  out << "uint8_t allot_" << what << "_advice(" << type << ' ' << what << ") { return find(said_of_"
      << what << ", " << what << ").advice; }\n";
}

GeneratedFile reasons(const Description& description) {
  std::ostringstream out;
  out << begin("What reasons and statuses are called and mean, and what to do about each.",
               {"\"allot/allot.h\""})
      << "\nnamespace {\n\nstruct Said {\n  int32_t number;\n  const char* name;\n"
         "  const char* text;\n  const char* to_do;\n  uint8_t advice;\n};\n\n"
         "constexpr Said unknown{0, \"unknown\", \"unknown\", \"unknown\", ALLOT_ADVICE_NONE};"
         "\n\ntemplate <int count>\nconst Said& find(const Said (&table)[count], int32_t number) "
         "noexcept {\n  for (const Said& said : table) {\n    if (said.number == number) return "
         "said;\n  }\n  return unknown;\n}\n\n}  // namespace\n";
  print_reason_functions(out, "reason", "uint16_t", {&description.reasons});
  print_reason_functions(out, "status", "allot_status",
                         {&description.statuses, &description.call_statuses});
  return {"bindings/c/generated/reasons.cpp", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_c_checks(const Description& description) {
  return {layout(description), event_layout(description), numbers(description), names(description),
          reasons(description)};
}

}  // namespace allot::schema
