#include "json/encode.hpp"

#include <nlohmann/json.hpp>

#include "allot/messages/command_type.hpp"
#include "json/enum_names.hpp"
#include "json/event_fields.hpp"
#include "json/field_form.hpp"
#include "types/key_text.hpp"

namespace allot::json {
namespace {

using Json = nlohmann::ordered_json;

NameKind kind_of(SkuId) { return NameKind::sku; }
NameKind kind_of(NodeId) { return NameKind::node; }
NameKind kind_of(ChannelId) { return NameKind::channel; }
NameKind kind_of(ZoneId) { return NameKind::zone; }

// Writes the fields that a `fields` visitor names, but those that have their default.
class FieldWriter {
 public:
  FieldWriter(Json& object, const Names& names) : object_(object), names_(names) {}

  template <class T>
  void operator()(std::string_view name, const T& value, const T& standard) {
    if (!is_needed(name) && value == standard) return;
    object_[std::string(name)] = write(value);
  }
  void operator()(std::string_view name, std::span<const OrderLine> lines,
                  std::span<const OrderLine>) {
    Json array = Json::array();
    for (const OrderLine& line : lines) {
      Json entry = Json::object();
      entry["sku"] = write(line.sku);
      entry["quantity"] = line.quantity;
      entry["price"] = line.price;
      if (line.shortage != Shortage::by_order) entry["shortage"] = write(line.shortage);
      array.push_back(std::move(entry));
    }
    object_[std::string(name)] = std::move(array);
  }

 private:
  Json write(std::integral auto value) const { return value; }
  Json write(const Code& code) const { return std::string(code.text()); }
  template <class Tag>
  Json write(const Key<Tag>& key) const {
    return encode_key(key.high, key.low);
  }
  template <class Tag>
  Json write(const Id<Tag>& id) const {
    const std::string_view code = names_.code(kind_of(id), id.value);
    if (code.empty()) return id.value;
    return std::string(code);
  }
  template <class E>
    requires std::is_enum_v<E>
  Json write(E value) const {
    const auto number = static_cast<std::size_t>(value);
    if (number >= enum_names<E>.size()) return number;
    return std::string(enum_names<E>[number]);
  }

  Json& object_;
  const Names& names_;
};

// Pairs each field with that of a default command, because the visitor sees one struct at a time.
template <class C>
void write_fields(const C& command, FieldWriter& writer) {
  const C standard{};
  C::fields(command, [&](std::string_view name, const auto& value) {
    C::fields(standard, [&](std::string_view other, const auto& fallback) {
      if constexpr (std::is_same_v<decltype(value), decltype(fallback)>) {
        if (name == other) writer(name, value, fallback);
      }
    });
  });
}

std::string command_name(std::int64_t type) {
  std::string name;
  const auto test = [&](const auto& command) {
    if (static_cast<std::int64_t>(command_type_of<std::decay_t<decltype(command)>>) == type) {
      name = command.name;
    }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (test(std::variant_alternative_t<I, Command>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<Command>>{});
  return name;
}

void write_entry(Json& object, NameKind kind, std::uint32_t id, const Names& names) {
  const std::string_view code = names.code(kind, id);
  const std::string name{name_of(kind)};
  if (!code.empty()) object[name] = std::string(code);
  object[name + "_id"] = id;
}

// `defined` names the id that the catalogue gave; which catalogue, the command says.
void write_defined_code(Json& object, const Event& event, const Names& names) {
  const std::string command = command_name(event.amount);
  for (const NameKind kind : {NameKind::sku, NameKind::node, NameKind::channel, NameKind::zone}) {
    if (name_of(kind) != command) continue;
    const std::string_view code = names.code(kind, event.quantity);
    if (!code.empty()) object["code"] = std::string(code);
  }
}

Json flag_names(std::uint8_t flags) {
  Json array = Json::array();
  if ((flags & Event::flag_bounded) != 0) array.push_back("bounded");
  if ((flags & Event::flag_several_lots) != 0) array.push_back("several_lots");
  if ((flags & Event::flag_waited) != 0) array.push_back("waited");
  return array;
}

void write_reason(Json& object, Reason reason) {
  object["reason"] = std::string(reason_text(reason).name);
  object["reason_number"] = static_cast<std::uint16_t>(reason);
}

void write_event_field(Json& object, const EventField& field, const Event& event,
                       const Names& names) {
  const std::string name{field.name};
  switch (field.slot) {
    case EventSlot::order_key:
      object[name] = encode_key(event.order_key.high, event.order_key.low);
      return;
    case EventSlot::sku: return write_entry(object, NameKind::sku, event.sku, names);
    case EventSlot::node: return write_entry(object, NameKind::node, event.node, names);
    case EventSlot::reason: return write_reason(object, event.reason);
    case EventSlot::flags: object[name] = flag_names(event.flags); return;
    case EventSlot::lot: object[name] = event.order_key.low; return;
    default: break;
  }
  if (field.form == EventForm::command) {
    object[name] = command_name(event.amount);
  } else if (name == "lot") {
    object[name] = static_cast<std::uint64_t>(event.amount);
  } else {
    object[name] = slot_value(field.slot, event);
  }
  if (field.form == EventForm::entry_id) write_defined_code(object, event, names);
}

}  // namespace

Json encode_key(std::uint64_t high, std::uint64_t low) {
  if (high == 0) return low;
  return hex_text(high, low);
}

Json encode(const Command& command, const Names& names) {
  Json fields = Json::object();
  FieldWriter writer(fields, names);
  std::string name;
  std::visit(
      [&](const auto& c) {
        name = c.name;
        write_fields(c, writer);
      },
      command);
  Json line = Json::object();
  line[name] = std::move(fields);
  return line;
}

Json encode(const Event& event, const Names& names) {
  Json object = Json::object();
  object["sequence"] = event.sequence;
  object["ordinal"] = event.ordinal;
  if (event.epoch != 0) object["epoch"] = event.epoch;
  const EventShape* shape = event_shape(event.type);
  if (shape == nullptr) {
    object["event"] = static_cast<unsigned>(event.type);
    return object;
  }
  object["event"] = std::string(shape->name);
  for (const EventField& field : shape->fields) {
    if (is_present(field, event)) write_event_field(object, field, event, names);
  }
  return object;
}

Json encode(const Answer& answer) {
  Json object = Json::object();
  object["answer"] = std::string(reason_text(answer.reason).name);
  object["reason_number"] = static_cast<std::uint16_t>(answer.reason);
  object["sequence"] = answer.sequence;
  if (answer.command_key.present()) {
    object["command_key"] = encode_key(answer.command_key.high, answer.command_key.low);
  }
  if (answer.duplicate) object["first_sequence"] = answer.first_sequence;
  return object;
}

std::string line_text(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace allot::json
