#include "generator/description.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

namespace allot::schema {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& cause) {
  throw std::runtime_error(where + ": " + cause);
}

std::string text_of(const Attributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? "" : found->second;
}

// Reads 64, "50,000,000", "10^18" and "2^31-1": what number_text() writes, since flatc takes no
// attribute above 2^31-1.
std::int64_t parse_number(std::string text) {
  std::erase(text, ',');
  const std::size_t power = text.find('^');
  if (power == std::string::npos) return std::stoll(text);
  const std::int64_t base = std::stoll(text.substr(0, power));
  std::size_t used = 0;
  const int exponent = std::stoi(text.substr(power + 1), &used);
  std::int64_t number = 1;
  for (int i = 0; i < exponent; ++i) number *= base < 0 ? -base : base;
  const std::string rest = text.substr(power + 1 + used);
  return (base < 0 ? -number : number) + (rest.empty() ? 0 : std::stoll(rest));
}

std::optional<std::int64_t> integer_of(const Attributes& attributes, const std::string& name) {
  if (!attributes.contains(name)) return std::nullopt;
  return parse_number(attributes.at(name));
}

std::optional<Part> part_of(const Attributes& attributes, const std::string& where) {
  const std::string text = text_of(attributes, "part");
  if (text.empty()) return std::nullopt;
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) refuse(where, "part is \"member:Struct\"");
  return Part{text.substr(0, colon), text.substr(colon + 1)};
}

struct Integer {
  std::string_view type;
  unsigned bits;
  bool is_signed;
};
constexpr std::array integers{
    Integer{"ubyte", 8, false},  Integer{"ushort", 16, false}, Integer{"uint", 32, false},
    Integer{"ulong", 64, false}, Integer{"int", 32, true},     Integer{"long", 64, true},
};

Kind kind_of_integer(const Field& field, const std::string& where) {
  static const std::map<std::string, Kind> named{{"token", Kind::token},
                                                 {"sequence", Kind::sequence},
                                                 {"hash", Kind::hash},
                                                 {"command", Kind::command},
                                                 {"entry", Kind::entry}};
  const std::string unit = text_of(field.attributes, "unit");
  if (unit == "ns since 1970") return Kind::time;
  if (unit == "ns") return Kind::duration;
  if (unit == "minor units") return Kind::money;
  if (!field.attributes.contains("kind")) return Kind::number;
  const auto kind = named.find(field.attributes.at("kind"));
  if (kind == named.end()) refuse(where, "no such kind");
  return kind->second;
}

bool is_id(const Schema& schema, std::string_view type) {
  const auto table = schema.tables.find(std::string(type));
  return table != schema.tables.end() && table->second.is_struct && type.ends_with("Id");
}

// Sets kind, bits and is_signed.
void read_type(const Schema& schema, const Field& field, const std::string& where,
               MessageField& read) {
  const auto integer = std::ranges::find(integers, field.type, &Integer::type);
  if (integer != integers.end()) {
    read.kind = kind_of_integer(field, where);
    read.bits = integer->bits;
    read.is_signed = integer->is_signed;
    const bool is_i64 =
        read.kind == Kind::time || read.kind == Kind::duration || read.kind == Kind::money;
    if (is_i64 && field.type != "long") refuse(where, "times, durations and money are long");
  } else if (field.type == "bool") {
    read.kind = Kind::boolean;
    read.bits = 8;
  } else if (field.type == "string") {
    read.kind = Kind::code;
  } else if (field.type == "[OrderLine]") {
    read.kind = Kind::lines;
  } else if (field.type == "[OrderAttribute]") {
    read.kind = Kind::attributes;
  } else if (field.type == "[ubyte]") {
    read.kind = Kind::bytes;
    read.bits = 8;
  } else if (is_id(schema, element_of(read))) {
    read.kind = Kind::ids;
    read.bits = 32;
  } else if (field.type == "Key") {
    const std::string kind =
        field.attributes.contains("kind") ? field.attributes.at("kind") : field.name;
    static const std::map<std::string, Kind> keys{{"command_key", Kind::command_key},
                                                  {"order_key", Kind::order_key},
                                                  {"payment_key", Kind::payment_key}};
    const auto found = keys.find(kind);
    if (found == keys.end()) refuse(where, "say the kind of this key");
    read.kind = found->second;
  } else if (field.type == "Reason") {
    read.kind = Kind::reason;
    read.bits = 16;
  } else if (const auto choices = schema.enums.find(field.type); choices != schema.enums.end()) {
    read.kind = choices->second.is_flags ? Kind::flags : Kind::choice;
    read.bits = 8;
  } else if (is_id(schema, field.type)) {
    read.kind = Kind::id;
    read.bits = 32;
  } else {
    refuse(where, "no writer knows the type " + field.type);
  }
}

MessageField read_field(const Schema& schema, const Table& table, const Field& field) {
  const std::string where = table.name + '.' + field.name;
  const Attributes& attributes = field.attributes;
  MessageField read;
  read.name = field.name;
  read.comment = field.comment;
  read.type = field.type;
  read_type(schema, field, where, read);
  read.unit = text_of(attributes, "unit");
  read.needed = attributes.contains("needed");
  read.unless = text_of(attributes, "unless");
  read.not_zero = attributes.contains("not_zero");
  read.standard = field.standard;
  read.preset = text_of(attributes, "preset");
  read.min = integer_of(attributes, "min");
  read.max = integer_of(attributes, "max");
  read.at_most = text_of(attributes, "at_most");
  if (field.type.starts_with('[') == read.at_most.empty()) {
    refuse(where, "lists, and they alone, say which limit bounds them: at_most");
  }
  read.part = part_of(attributes, where);
  if (!read.part) read.part = part_of(table.attributes, table.name);
  read.added = static_cast<unsigned>(integer_of(attributes, "added").value_or(0));
  if (read.comment.empty()) refuse(where, "says nothing");
  if (read.added != 0 && !read.at_most.empty() && read.kind != Kind::attributes) {
    refuse(where, "a list belongs to the first format");
  }
  if (read.added != 0 && read.needed) refuse(where, "old records lack it, so it needs a default");
  if (!read.unless.empty() && !read.needed) refuse(where, "says unless, but is never needed");
  if (read.added > 127) refuse(where, "added is 1 to 127");
  if (attributes.contains("added") && read.added == 0) refuse(where, "added is 1 to 127");
  return read;
}

std::vector<MessageField> read_fields(const Schema& schema, const Table& table) {
  std::vector<MessageField> fields;
  unsigned added = 0;
  bool has_lines = false;
  for (const Field& field : table.fields) {
    MessageField read = read_field(schema, table, field);
    const std::string where = table.name + '.' + read.name;
    if (read.added != 0 && read.added <= added) refuse(where, "numbers of added fields rise");
    added = std::max(added, read.added);
    if (has_lines && read.added == 0) refuse(where, "lines are the last field of the first format");
    has_lines = has_lines || read.kind == Kind::lines;
    fields.push_back(std::move(read));
  }
  for (const MessageField& field : fields) {
    const auto other = std::ranges::find(fields, field.unless, &MessageField::name);
    if (!field.unless.empty() && (other == fields.end() || other->needed)) {
      refuse(table.name + '.' + field.name, "unless names no field that has a default");
    }
  }
  return fields;
}

// The members of the 64-byte event, their widths, and what may lie in them.
struct Slot {
  std::string_view name;
  unsigned bits;
};
constexpr std::array slots{
    Slot{"order_key", 128}, Slot{"order_key.low", 64}, Slot{"sku", 32},    Slot{"node", 32},
    Slot{"quantity", 32},   Slot{"line", 16},          Slot{"reason", 16}, Slot{"amount", 64},
    Slot{"time", 64},       Slot{"flags", 8},
};

unsigned width(const MessageField& field) { return is_key(field.kind) ? 128 : field.bits; }

void read_slots(const Table& table, std::vector<MessageField>& fields) {
  std::set<std::string> used;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Attributes& attributes = table.fields[i].attributes;
    MessageField& field = fields[i];
    const std::string where = table.name + '.' + field.name;
    field.slot = text_of(attributes, "slot");
    const auto slot = std::ranges::find(slots, field.slot, &Slot::name);
    if (slot == slots.end()) refuse(where, "says no slot of an event");
    if (!field.at_most.empty()) refuse(where, "no event has room for a list");
    if (width(field) == 0 || width(field) > slot->bits) refuse(where, "does not fit its slot");
    if (!used.insert(field.slot.substr(0, field.slot.find('.'))).second) {
      refuse(where, "its slot is taken");
    }
    const std::string presence = text_of(attributes, "presence");
    if (presence == "not_zero") {
      field.presence = Presence::not_zero;
    } else if (presence == "of_one_line") {
      field.presence = Presence::of_one_line;
    } else if (presence == "of_one_cap") {
      field.presence = Presence::of_one_cap;
    } else if (!presence.empty()) {
      refuse(where, "no such presence");
    }
  }
}

// Returns: the group in whose band the number lies.
std::string group_of(const Enum& bands, std::int64_t number) {
  std::string group;
  for (const EnumValue& band : bands.values) {
    if (number >= band.number) group = band.name;
  }
  return group;
}

std::vector<CommandMessage> read_commands(const Schema& schema) {
  std::vector<CommandMessage> commands;
  for (const EnumValue& value : schema.enums.at("CommandBody").values) {
    const Table& table = schema.tables.at(value.table);
    CommandMessage command;
    command.name = value.name;
    command.number = static_cast<unsigned>(value.number);
    command.type = table.name;
    command.fact = table.attributes.contains("fact");
    command.comment = (command.fact ? "Fact: " : "") + table.comment;
    if (command.fact) command.comment[6] = static_cast<char>(std::tolower(command.comment[6]));
    command.group = group_of(schema.enums.at("CommandGroup"), value.number);
    command.header =
        table.attributes.contains("header") ? table.attributes.at("header") : command.group;
    command.from_hosts = !table.attributes.contains("not_for_hosts");
    command.part = part_of(table.attributes, table.name);
    command.fields = read_fields(schema, table);
    if (table.comment.empty()) refuse(table.name, "says nothing");
    commands.push_back(std::move(command));
  }
  return commands;
}

std::vector<EventMessage> read_events(const Schema& schema) {
  std::vector<EventMessage> events;
  for (const EnumValue& value : schema.enums.at("EventBody").values) {
    const Table& table = schema.tables.at(value.table);
    EventMessage event;
    event.name = value.name;
    event.number = static_cast<unsigned>(value.number);
    event.type = table.name;
    event.comment = table.comment;
    event.note = value.comment;
    event.group = table.attributes.contains("group")
                      ? table.attributes.at("group")
                      : group_of(schema.enums.at("EventGroup"), value.number);
    event.fields = read_fields(schema, table);
    read_slots(table, event.fields);
    if (table.comment.empty()) refuse(table.name, "says nothing");
    events.push_back(std::move(event));
  }
  return events;
}

ChoiceList read_choices(const Enum& source) {
  ChoiceList list{source.name, source.comment, {}, {}};
  for (const EnumValue& value : source.values) {
    const auto place = static_cast<std::int64_t>(list.values.size());
    if (!source.is_flags && value.number != place) {
      refuse(source.name + '.' + value.name, "choices are numbered from 0 without a gap");
    }
    if (value.comment.empty()) refuse(source.name + '.' + value.name, "says nothing");
    list.values.push_back({value.name, value.number, value.comment});
  }
  return list;
}

// Adds the enums of that kind which the fields use, each once.
void add_choices(const Schema& schema, const std::vector<MessageField>& fields, Kind kind,
                 std::vector<ChoiceList>& lists) {
  for (const MessageField& field : fields) {
    if (field.kind != kind) continue;
    if (std::ranges::find(lists, field.type, &ChoiceList::name) != lists.end()) continue;
    lists.push_back(read_choices(schema.enums.at(field.type)));
  }
}

// "SkuSetId" -> "sku_set"
std::string id_name(const std::string& type) {
  std::string name;
  for (const char letter : type.substr(0, type.size() - 2)) {
    if (std::isupper(letter) != 0 && !name.empty()) name += '_';
    name += static_cast<char>(std::tolower(letter));
  }
  return name;
}

void add_id(const std::string& type, std::vector<IdMessage>& ids) {
  if (std::ranges::find(ids, type, &IdMessage::type) != ids.end()) return;
  ids.push_back({type, id_name(type)});
}

void add_ids(const std::vector<MessageField>& fields, std::vector<IdMessage>& ids) {
  for (const MessageField& field : fields) {
    // What is named by fields that came later only has its number behind that of all else.
    if (field.added != 0) continue;
    if (field.kind == Kind::id) add_id(field.type, ids);
    if (field.kind == Kind::ids) add_id(std::string(element_of(field)), ids);
  }
}

// Stands between what is the case and what to do about it.
constexpr std::string_view to_do_mark = " To do: ";

std::vector<ReasonMessage> read_reasons(const Enum& source) {
  static const std::set<std::string> advices{"none", "permanent", "retry", "fix"};
  std::vector<ReasonMessage> reasons;
  for (const EnumValue& value : source.values) {
    const std::size_t colon = value.comment.find(": ");
    const std::size_t to_do = value.comment.find(to_do_mark);
    const std::string where = source.name + '.' + value.name;
    if (colon == std::string::npos || !advices.contains(value.comment.substr(0, colon))) {
      refuse(where, "begins with none:, permanent:, retry: or fix:");
    }
    if (to_do == std::string::npos || to_do < colon) refuse(where, "does not say what to do");
    reasons.push_back({value.name, static_cast<unsigned>(value.number),
                       value.comment.substr(0, colon),
                       value.comment.substr(colon + 2, to_do - colon - 2),
                       value.comment.substr(to_do + to_do_mark.size())});
  }
  return reasons;
}

// The enums that no field uses; those that say why something failed are read apart.
std::vector<ChoiceList> read_settings(const Schema& schema) {
  std::vector<ChoiceList> settings;
  for (const auto& [name, source] : schema.enums) {
    const auto header = source.attributes.find("header");
    if (header == source.attributes.end() || name == "StatusCode") continue;
    if (source.type != "ubyte") refuse(name, "is no ubyte");
    settings.push_back(read_choices(source));
    settings.back().header = header->second;
  }
  std::ranges::stable_sort(settings, {}, &ChoiceList::header);
  return settings;
}

std::vector<GroupMessage> read_groups(const Enum& source) {
  std::vector<GroupMessage> groups;
  for (const EnumValue& value : source.values) {
    groups.push_back({value.name, static_cast<unsigned>(value.number), value.comment});
  }
  return groups;
}

// A reserved number belongs to the command that it is reserved for; once there is that, it is no
// longer reserved.
void check_reserved(const Description& description) {
  for (const GroupMessage& group : description.groups) {
    for (const CommandMessage& command : description.commands) {
      const std::string reserved = ", " + group.reserved + ',';
      const std::string number = ", " + std::to_string(command.number) + ' ';
      if (reserved.find(number) != std::string::npos)
        refuse(command.name, "its number is reserved");
    }
  }
}

// Every list is bounded by a limit that there is.
void check_bounds(const Description& description) {
  for (const CommandMessage& command : description.commands) {
    for (const MessageField& field : command.fields) {
      const auto& limits = description.limits();
      if (field.at_most.empty()) continue;
      if (std::ranges::find(limits, field.at_most, &MessageField::name) != limits.end()) continue;
      refuse(command.name + '.' + field.name, "no limit is called " + field.at_most);
    }
  }
}

}  // namespace

std::string_view element_of(const MessageField& field) {
  const std::string_view type = field.type;
  return type.starts_with('[') ? type.substr(1, type.size() - 2) : std::string_view{};
}

std::string number_text(std::int64_t number) {
  if (number == std::numeric_limits<std::int32_t>::max()) return "2^31-1";
  if (number == -std::numeric_limits<std::int32_t>::max()) return "-2^31+1";
  std::int64_t rest = number;
  int zeros = 0;
  for (; rest >= 10 && rest % 10 == 0; rest /= 10) ++zeros;
  if (rest == 1 && zeros > 9) return "10^" + std::to_string(zeros);
  std::string text = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string range_text(const MessageField& field) {
  std::string text;
  if (field.min && field.max) {
    text = number_text(*field.min) + " to " + number_text(*field.max);
  } else if (field.min) {
    text = "from " + number_text(*field.min);
  } else if (field.max) {
    text = "at most " + number_text(*field.max);
  } else if (field.kind == Kind::number && field.bits == 8) {
    text = "0 to 255";
  }
  if (field.not_zero) text += text.empty() ? "not 0" : ", not 0";
  return text;
}

std::vector<std::string> Description::event_groups() const {
  std::vector<std::string> found;
  for (const EventMessage& event : events) {
    if (std::ranges::find(found, event.group) == found.end()) found.push_back(event.group);
  }
  return found;
}

const CommandMessage& Description::command(std::string_view name) const {
  const auto found = std::ranges::find(commands, name, &CommandMessage::name);
  if (found == commands.end()) throw std::runtime_error("no command " + std::string(name));
  return *found;
}

const std::vector<MessageField>& Description::element(const MessageField& list) const {
  static const std::vector<MessageField> none;
  if (list.kind == Kind::lines) return line;
  return list.kind == Kind::attributes ? attribute : none;
}

Description describe(const Schema& schema) {
  Description description;
  description.commands = read_commands(schema);
  const Table& line = schema.tables.at("OrderLine");
  description.line_comment = line.comment;
  description.line = read_fields(schema, line);
  const Table& attribute = schema.tables.at("OrderAttribute");
  description.attribute_comment = attribute.comment;
  description.attribute = read_fields(schema, attribute);
  description.events = read_events(schema);
  for (const CommandMessage& command : description.commands) {
    add_choices(schema, command.fields, Kind::choice, description.choices);
    add_ids(command.fields, description.ids);
  }
  add_choices(schema, description.line, Kind::choice, description.choices);
  add_ids(description.line, description.ids);
  for (const EventMessage& event : description.events) {
    add_choices(schema, event.fields, Kind::choice, description.choices);
    add_choices(schema, event.fields, Kind::flags, description.flags);
    add_ids(event.fields, description.ids);
  }
  // An entry of the catalogue may have an id before any command names one.
  for (const auto& [name, table] : schema.tables) {
    if (is_id(schema, name)) add_id(name, description.ids);
  }
  // Numbers of what has no code come last, so that those of the catalogue keep theirs.
  std::ranges::stable_partition(description.ids, [&description](const IdMessage& id) {
    return std::ranges::find(description.commands, id.name, &CommandMessage::name) !=
           description.commands.end();
  });
  check_bounds(description);
  description.groups = read_groups(schema.enums.at("CommandGroup"));
  check_reserved(description);
  description.reasons = read_reasons(schema.enums.at("Reason"));
  description.reason_comment = schema.enums.at("Reason").comment;
  description.settings = read_settings(schema);
  ChoiceList kinds{
      "IdKind", "The kinds of entries of the catalogue that have codes and ids.", {}, {}};
  for (const IdMessage& id : description.ids) {
    const auto number = static_cast<std::int64_t>(kinds.values.size());
    kinds.values.push_back({id.name, number, "what a command `" + id.name + "` defines"});
  }
  description.settings.push_back(std::move(kinds));
  const Enum& status = schema.enums.at("StatusCode");
  description.statuses = read_reasons(status);
  description.call_statuses = read_reasons(schema.enums.at("CallStatus"));
  description.status_comment = status.comment;
  description.status_header = status.attributes.at("header");
  return description;
}

}  // namespace allot::schema
