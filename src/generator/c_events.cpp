// include/allot/c: what the events say, by name, and the event that carries it.
#include <algorithm>
#include <sstream>

#include "generator/c_layout.hpp"
#include "generator/c_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

GeneratedFile header(const std::string& name, const std::string& text) {
  return {"include/allot/c/" + name + ".h", text + c::end_header(name)};
}

// What a field says in an event; a value may be absent.
std::string meaning(const MessageField& field) {
  std::string text = c::meaning(field);
  const bool is_told = text.find("absent") != std::string::npos;
  if (field.presence == Presence::not_zero && !is_told) text += "; 0: none";
  return text;
}

// The flags lie in the event's head, where the struct of its values does not reach.
std::string comment_of(const EventMessage& event) {
  std::string text = event.comment;
  for (const MessageField& field : event.fields) {
    if (field.slot == "flags") text += " `flags` of the event: " + field.comment + '.';
  }
  return text;
}

void print_values(std::ostream& out, const EventMessage& event) {
  const c::Struct made = c::layout_of(event);
  std::vector<c::Declaration> members;
  for (const c::Member& member : made.members) {
    const bool is_value = member.kind == c::Member::Kind::value;
    if (is_value) c::check_name(member.name);
    members.push_back({member.type + ' ' + member.name + member.extent + ';',
                       is_value ? meaning(member.field) : ""});
  }
  const std::string name = c::event_struct_name(event);
  out << '\n'
      << c::comment(comment_of(event)) << "typedef struct " << name << " {\n"
      << c::declarations(members) << "} " << name << ";\n";
}

GeneratedFile events_of(const Description& description, const std::string& group) {
  const std::string name = "events_" + group;
  std::ostringstream out;
  out << c::begin_header(name,
                         "What the events of the group " + group +
                             " say: members of an allot_event. What is absent or unused is 0.",
                         {"types"});
  std::vector<std::string> told;
  for (const EventMessage& event : description.events) {
    const std::string type = c::event_struct_name(event);
    if (event.group != group || type.empty()) continue;
    if (std::ranges::find(told, type) != told.end()) continue;
    told.push_back(type);
    print_values(out, event);
  }
  return header(name, out.str());
}

void print_numbers(std::ostream& out, const Description& description) {
  out << "\n/* The numbers of the types of events. */\nenum {\n";
  std::vector<c::Declaration> numbers;
  for (const EventMessage& event : description.events) {
    const std::string code =
        "ALLOT_EVENT_" + c::upper(event.name) + " = " + std::to_string(event.number);
    numbers.push_back({code + (&event == &description.events.back() ? "" : ","), event.note});
  }
  out << c::declarations(numbers) << "};\n";
  for (const ChoiceList& flags : description.flags) {
    out << '\n' << c::comment(flags.comment) << "enum {\n";
    std::vector<c::Declaration> masks;
    for (const Choice& flag : flags.values) {
      const std::string code = "ALLOT_" + c::upper(c::flag_name(flags)) + '_' +
                               c::upper(flag.name) + " = " + std::to_string(flag.number);
      masks.push_back({code + (&flag == &flags.values.back() ? "" : ","), flag.comment});
    }
    out << c::declarations(masks) << "};\n";
  }
}

void print_raw(std::ostream& out) {
  const c::Struct raw = c::layout_of_slots();
  out << "\n/* Where the values lie, whatever they are called: what each type of event puts where "
         "is "
         "said in\n * docs/commands.md. */\n"
      << "typedef struct " << raw.name << " {\n";
  for (const c::Member& member : raw.members) {
    out << "  " << member.type << ' ' << member.name << ";\n";
  }
  out << "} " << raw.name << ";\n";
}

constexpr std::string_view event_head = R"(
/* One fact, identified by (shard, epoch, sequence, ordinal). 64 bytes for ever. What it says is the
 * member that is called like its type: event.placed.parcels of an ALLOT_EVENT_PLACED. */
typedef struct allot_event {
  uint64_t sequence; /* of the command that the event belongs to, dense from 1 */
  uint32_t epoch;    /* rises with each recovery */
  uint16_t ordinal;  /* among the events of its sequence, from 0 */
  uint8_t type;      /* ALLOT_EVENT_* */
  uint8_t flags;     /* ALLOT_EVENT_FLAG_* */
  union {
    allot_event_raw raw;
)";

GeneratedFile events(const Description& description) {
  std::vector<std::string> includes{"types"};
  for (const std::string& group : description.event_groups()) includes.push_back("events_" + group);
  std::ranges::sort(includes);
  std::ostringstream out;
  out << c::begin_header("events", "One event, the number of each type, and the flags.", includes);
  print_numbers(out, description);
  print_raw(out);
  out << event_head;
  for (const EventMessage& event : description.events) {
    const std::string type = c::event_struct_name(event);
    if (type.empty()) continue;
    c::check_name(event.name);
    out << "    " << type << ' ' << event.name << ";\n";
  }
  out << "  };\n} allot_event;\n" << c::begin_functions << '\n';
  out << "/* Returns: [view] the name of a type of event, such as \"placed\"; \"unknown\" for "
         "other "
         "numbers.\n * Any thread. */\n"
         "ALLOT_API const char* allot_event_type_name(uint32_t number);\n";
  for (const ChoiceList& flags : description.flags) {
    out << "/* Returns: [view] the name of one flag, such as \"" << flags.values.front().name
        << "\"; \"unknown\" for other numbers. Any thread. */\n"
        << "ALLOT_API const char* allot_" << c::flag_name(flags) << "_name(uint32_t flag);\n";
  }
  out << c::end_functions;
  return header("events", out.str());
}

}  // namespace

std::vector<GeneratedFile> write_c_events(const Description& description) {
  std::vector<GeneratedFile> files{events(description)};
  for (const std::string& group : description.event_groups()) {
    files.push_back(events_of(description, group));
  }
  return files;
}

}  // namespace allot::schema
