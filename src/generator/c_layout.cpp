#include "generator/c_layout.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "generator/c_text.hpp"

namespace allot::schema::c {
namespace {

struct Form {
  std::string type;
  std::size_t size;
  std::size_t alignment;
};

Form form_of(const MessageField& field) {
  switch (field.kind) {
    case Kind::boolean: return {"uint8_t", 1, 1};
    case Kind::code: return {"allot_text", 16, 8};
    case Kind::command_key:
    case Kind::order_key:
    case Kind::payment_key: return {"allot_key", 16, 8};
    default: break;
  }
  if (field.bits == 0) throw std::runtime_error(field.name + ": its type has no form in C");
  const std::size_t size = field.bits / 8;
  return {std::string(field.is_signed ? "int" : "uint") + std::to_string(field.bits) + "_t", size,
          size};
}

// Lays members out one after the other, each in the first hole that it fits into.
class Layout {
 public:
  explicit Layout(std::string name) { made_.name = std::move(name); }

  void put(Member member, std::size_t alignment, bool at_the_end = false) {
    made_.alignment = std::max(made_.alignment, alignment);
    for (Hole& hole : holes_) {
      const std::size_t offset = aligned(hole.begin, alignment);
      if (at_the_end || offset + member.size > hole.end) continue;
      const Hole behind{offset + member.size, hole.end};
      hole.end = offset;
      holes_.push_back(behind);
      return place(std::move(member), offset);
    }
    const std::size_t offset = aligned(end_, alignment);
    if (offset > end_) holes_.push_back({end_, offset});
    end_ = offset + member.size;
    place(std::move(member), offset);
  }

  // Returns: the struct, with a member in each hole that is left.
  Struct finish() {
    made_.size = aligned(end_, made_.alignment);
    if (made_.size > end_) holes_.push_back({end_, made_.size});
    fill_holes(made_, holes_, "reserved");
    return std::move(made_);
  }

  struct Hole {
    std::size_t begin;
    std::size_t end;
  };
  static void fill_holes(Struct& into, std::vector<Hole> holes, const std::string& name) {
    std::erase_if(holes, [](const Hole& hole) { return hole.begin == hole.end; });
    std::ranges::sort(holes, {}, &Hole::begin);
    for (std::size_t i = 0; i < holes.size(); ++i) {
      Member member;
      member.kind = Member::Kind::filler;
      member.name = i == 0 ? name : name + std::to_string(i + 1);
      member.offset = holes[i].begin;
      member.size = holes[i].end - holes[i].begin;
      const bool is_word = member.size == 4 && member.offset % 4 == 0;
      member.type = is_word ? "uint32_t" : "uint8_t";
      if (!is_word) member.extent = '[' + std::to_string(member.size) + ']';
      into.members.push_back(std::move(member));
    }
    std::ranges::sort(into.members, {}, &Member::offset);
  }

 private:
  static std::size_t aligned(std::size_t offset, std::size_t alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }
  void place(Member member, std::size_t offset) {
    member.offset = offset;
    made_.members.push_back(std::move(member));
  }

  Struct made_;
  std::vector<Hole> holes_;
  std::size_t end_{};
};

void put_field(Layout& layout, const MessageField& field, bool at_the_end = false) {
  Member member;
  member.field = field;
  member.name = field.name;
  if (element_of(field).empty()) {
    const Form form = form_of(field);
    member.type = form.type;
    member.size = form.size;
    return layout.put(std::move(member), form.alignment, at_the_end);
  }
  member.type = "const " + element_type(field) + '*';
  member.size = 8;
  Member count = member;
  layout.put(std::move(member), 8, at_the_end);
  count.kind = Member::Kind::count;
  count.type = "uint64_t";
  count.name = count_name(field);
  layout.put(std::move(count), 8, at_the_end);
}

Struct layout_of_part(const std::vector<MessageField>& fields, const Part& part) {
  Layout layout(struct_name(part.type));
  for (const MessageField& field : fields) {
    if (is_in_part(field) && *field.part == part) put_field(layout, field);
  }
  return layout.finish();
}

// The fields of the first format, then those that were added, by their numbers.
std::vector<MessageField> in_order(std::vector<MessageField> fields) {
  std::ranges::stable_sort(fields, {}, &MessageField::added);
  return fields;
}

Struct layout_of_fields(const std::string& name, const std::vector<MessageField>& fields) {
  Layout layout(name);
  std::vector<Part> told;
  for (const MessageField& field : in_order(fields)) {
    if (!is_in_part(field)) {
      put_field(layout, field);
      continue;
    }
    if (std::ranges::find(told, *field.part) != told.end()) continue;
    told.push_back(*field.part);
    const Struct inside = layout_of_part(fields, *field.part);
    Member member;
    member.kind = Member::Kind::part;
    member.type = inside.name;
    member.name = field.part->member;
    member.size = inside.size;
    layout.put(std::move(member), inside.alignment);
  }
  return layout.finish();
}

// The members of the 64-byte event behind its head.
struct Slot {
  std::string_view name;
  std::string_view type;
  std::size_t offset;
  std::size_t size;
};
constexpr std::array slots{
    Slot{"order_key", "allot_key", 0, 16}, Slot{"sku", "uint32_t", 16, 4},
    Slot{"node", "uint32_t", 20, 4},       Slot{"quantity", "uint32_t", 24, 4},
    Slot{"line", "uint16_t", 28, 2},       Slot{"reason", "uint16_t", 30, 2},
    Slot{"amount", "int64_t", 32, 8},      Slot{"time", "int64_t", 40, 8},
};

// "order_key.low" -> 0. A value lies at the beginning of its slot: hosts are little-endian.
std::size_t offset_of_slot(const MessageField& field) {
  const std::string first = field.slot.substr(0, field.slot.find('.'));
  const auto slot = std::ranges::find(slots, first, &Slot::name);
  if (slot == slots.end()) throw std::runtime_error(field.slot + ": no slot in C");
  return slot->offset + (field.slot == first || field.slot.ends_with(".low") ? 0 : 8);
}

}  // namespace

std::string count_name(const MessageField& field) {
  const bool plural = field.name.ends_with('s');
  return field.name.substr(0, field.name.size() - (plural ? 1 : 0)) + "_count";
}

bool is_in_part(const MessageField& field) { return field.part && field.added == 0; }

std::string path_of(const MessageField& field) {
  return is_in_part(field) ? field.part->member + '.' + field.name : field.name;
}

Struct layout_of(const CommandMessage& command) {
  Struct made = layout_of_fields("allot_" + command.name, command.fields);
  if (made.size > command_body_bytes) {
    throw std::runtime_error(command.name + ": larger than the body of a command in C");
  }
  return made;
}

Struct layout_of_line(const Description& description) {
  return layout_of_fields("allot_order_line", description.line);
}

Struct layout_of_attribute(const Description& description) {
  return layout_of_fields("allot_order_attribute", description.attribute);
}

namespace {

Struct layout_of_limits(const std::vector<MessageField>& fields) {
  Layout layout("allot_limits");
  Member size;
  size.kind = Member::Kind::size;
  size.type = "uint32_t";
  size.name = "struct_size";
  size.size = 4;
  layout.put(std::move(size), 4);
  for (const MessageField& field : in_order(fields)) put_field(layout, field, field.added != 0);
  return layout.finish();
}

}  // namespace

Struct layout_of_limits(const Description& description) {
  return layout_of_limits(description.limits());
}

std::size_t first_size_of_limits(const Description& description) {
  std::vector<MessageField> fields = description.limits();
  std::erase_if(fields, [](const MessageField& field) { return field.added != 0; });
  return layout_of_limits(fields).size;
}

std::vector<Struct> parts_of(const std::vector<const CommandMessage*>& commands) {
  std::vector<Struct> parts;
  for (const CommandMessage* command : commands) {
    for (const MessageField& field : command->fields) {
      if (!is_in_part(field)) continue;
      Struct part = layout_of_part(command->fields, *field.part);
      if (std::ranges::find(parts, part.name, &Struct::name) == parts.end()) {
        parts.push_back(std::move(part));
      }
    }
  }
  return parts;
}

std::string event_struct_name(const EventMessage& event) {
  const bool says = std::ranges::any_of(
      event.fields, [](const MessageField& field) { return field.slot != "flags"; });
  return says ? "allot_event_" + snake(event.type) : "";
}

Struct layout_of(const EventMessage& event) {
  Struct made;
  made.name = event_struct_name(event);
  made.size = event_bytes - event_head_bytes;
  made.alignment = 8;
  std::vector<Layout::Hole> holes;
  std::vector<MessageField> fields = event.fields;
  std::erase_if(fields, [](const MessageField& field) { return field.slot == "flags"; });
  std::ranges::sort(fields, {}, offset_of_slot);
  std::size_t end = 0;
  for (const MessageField& field : fields) {
    const Form form = form_of(field);
    Member member;
    member.type = form.type;
    member.name = field.name;
    member.offset = offset_of_slot(field);
    member.size = form.size;
    member.field = field;
    holes.push_back({end, member.offset});
    end = member.offset + member.size;
    made.members.push_back(std::move(member));
  }
  holes.push_back({end, made.size});
  Layout::fill_holes(made, std::move(holes), "unused");
  return made;
}

Struct layout_of_slots() {
  Struct made;
  made.name = "allot_event_raw";
  made.size = event_bytes - event_head_bytes;
  made.alignment = 8;
  for (const Slot& slot : slots) {
    Member member;
    member.type = slot.type;
    member.name = slot.name;
    member.offset = slot.offset;
    member.size = slot.size;
    made.members.push_back(std::move(member));
  }
  return made;
}

}  // namespace allot::schema::c
