#include "json/encode.hpp"

#include <nlohmann/json.hpp>

#include "allot/messages/command_type.hpp"
#include "json/base64.hpp"
#include "json/enum_names.hpp"
#include "json/scalar_text.hpp"
#include "messages/added_fields.hpp"
#include "messages/lists.hpp"
#include "types/key_text.hpp"

namespace allot::json {
namespace {

using Json = nlohmann::ordered_json;

// The forms of single values, which commands and events share.
class ValueWriter {
 public:
  ValueWriter(const Names& names, PrintForm form) : names_(names), form_(form) {}

  Json write(std::integral auto value) const { return value; }
  // The description has no count that is unsigned and 64 bits wide.
  Json write(std::uint64_t value) const { return encode_integer(value, form_); }
  Json write(const Code& code) const { return std::string(code.text()); }
  template <class Tag>
  Json write(const Key<Tag>& key) const {
    return encode_key(key.high, key.low, form_);
  }
  // A code where the catalogue has one, else the id.
  template <class Tag>
  Json write(const Id<Tag>& id) const {
    const std::string_view code = code_of(id);
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
  Json write(CommandType type) const { return std::string(command_name(type)); }
  Json write(EventFlags flags) const {
    Json array = Json::array();
    for (const FlagName& flag : EventFlags::names) {
      if ((flags.bits & flag.mask) != 0) array.push_back(std::string(flag.name));
    }
    return array;
  }

  [[nodiscard]] const Names& names() const { return names_; }

 protected:
  // What the form of the field says of it beyond its type.
  template <class T>
  void put_value(Json& object, const auto& field, const T& value) const {
    if constexpr (std::same_as<T, std::int64_t>) {
      if (field.form == FieldForm::time) return put_time(object, field.name, value, form_);
      if (field.form == FieldForm::money) {
        object[std::string(field.name)] = encode_integer(value, form_);
        return;
      }
    }
    object[std::string(field.name)] = write(value);
  }
  template <class Tag>
  [[nodiscard]] std::string_view code_of(const Id<Tag>& id) const {
    return names_.code(id_kind(id), id.value);
  }

 private:
  const Names& names_;
  PrintForm form_;
};

// Writes the fields of a command or of a line, but those that have their default.
class CommandWriter : public ValueWriter {
 public:
  using ValueWriter::ValueWriter;

  template <class S>
  Json fields_of(const S& said) const {
    Json object = Json::object();
    const S standard{};
    S::fields(said, [&]<class T>(const Field& field, const T& value) {
      if constexpr (std::is_same_v<T, std::span<const std::uint8_t>>) {
        object[std::string(field.name)] = base64_text(value);
      } else if constexpr (is_list<T>) {
        if (field.added == 0 || !value.empty()) object[std::string(field.name)] = array_of(value);
      } else if (field.needed || !(value == added_fields::same_member(said, value, standard))) {
        put_value(object, field, value);
      }
    });
    // What is absent because another field stands for it is not said.
    S::fields(said, [&object]<class T>(const Field& field, const T& value) {
      if (field.unless.empty() || !object.contains(field.unless)) return;
      if constexpr (!is_list<T>) {
        if (value == T{}) object.erase(std::string(field.name));
      }
    });
    return object;
  }

 private:
  template <class E>
  [[nodiscard]] Json array_of(std::span<const E> list) const {
    Json array = Json::array();
    for (const E& element : list) {
      if constexpr (HasFields<E>) {
        array.push_back(fields_of(element));
      } else {
        array.push_back(write(element));
      }
    }
    return array;
  }
};

// Writes the fields that an event says.
class EventWriter : public ValueWriter {
 public:
  EventWriter(Json& object, const Event& event, const Names& names, PrintForm form)
      : ValueWriter(names, form), object_(object), event_(event) {}

  template <class T>
  void operator()(const EventField& field, const T& value) {
    if (field.presence == Presence::not_zero && value == T{}) return;
    if (field.presence == Presence::of_one_line && !is_of_one_line(event_)) return;
    if (field.presence == Presence::of_one_cap && !is_of_one_cap(event_)) return;
    put(field, value);
  }

 private:
  void put(const EventField& field, const auto& value) {
    put_value(object_, field, value);
    if (field.form == FieldForm::entry) put_code_of_entry();
  }
  // A code, where there is one, and beside it the id.
  template <class Tag>
  void put(const EventField& field, const Id<Tag>& id) {
    const std::string_view code = code_of(id);
    const std::string name{field.name};
    if (!code.empty()) object_[name] = std::string(code);
    object_[name + "_id"] = id.value;
  }
  // A number, where there is one, behind the key that is made of it.
  void put(const EventField& field, const OrderKey& key) {
    object_[std::string(field.name)] = write(key);
    const std::string_view number = names().order_number(key);
    if (!number.empty()) object_["order_number"] = std::string(number);
  }
  void put(const EventField& field, Reason reason) {
    const std::string name{field.name};
    object_[name] = std::string(reason_text(reason).name);
    object_[name + "_number"] = static_cast<std::uint16_t>(reason);
  }
  // `defined` names the id that the catalogue gave; which catalogue, the command says.
  void put_code_of_entry() {
    const auto defined = event_.as<events::Defined>();
    const std::optional<IdKind> kind = enum_value<IdKind>(command_name(defined.command));
    if (!kind) return;
    const std::string_view code = names().code(*kind, defined.id);
    if (!code.empty()) object_["code"] = std::string(code);
  }

  Json& object_;
  const Event& event_;
};

}  // namespace

bool is_of_one_line(const Event& event) noexcept {
  if (event.line != 0 || event.sku != 0) return true;
  const auto is_of = [&event](CommandType type) {
    return event.amount == static_cast<std::int64_t>(type);
  };
  // The first element of a list of exceptions, which have no SKU; or that names the SKU 0.
  return event.reason == Reason::exception_unknown ||
         (event.reason == Reason::sku_unknown &&
          (is_of(CommandType::place) || is_of(CommandType::import) || is_of(CommandType::sku_set)));
}

bool is_of_one_cap(const Event& event) noexcept {
  return event.as<events::Refused>().cap.present();
}

Json encode_integer(std::uint64_t value, PrintForm form) {
  if (form.integers == IntegerForm::bare) return value;
  return std::to_string(value);
}

Json encode_integer(std::int64_t value, PrintForm form) {
  if (form.integers == IntegerForm::bare) return value;
  return std::to_string(value);
}

void put_time(Json& object, std::string_view name, TimeNs time, PrintForm form) {
  const std::string text = time_text(time);
  if (parse_time(text)) object[std::string(name)] = text;
  object[std::string(name) + "_ns"] = encode_integer(time, form);
}

Json encode_key(std::uint64_t high, std::uint64_t low, PrintForm form) {
  if (high == 0 && form.keys == KeyForm::shortest) return encode_integer(low, form);
  return hex_text(high, low);
}

Json encode(const Command& command, const Names& names, PrintForm form) {
  const CommandWriter writer(names, form);
  Json line = Json::object();
  std::visit([&](const auto& c) { line[std::string(c.name)] = writer.fields_of(c); }, command);
  return line;
}

Json encode(const Event& event, const Names& names, PrintForm form) {
  Json object = Json::object();
  object["sequence"] = encode_integer(event.sequence, form);
  object["ordinal"] = event.ordinal;
  if (event.epoch != 0) object["epoch"] = event.epoch;
  const bool known = visit_event(event, [&]<class E>(const E& said) {
    object["event"] = std::string(event_name(E::type));
    E::fields(said, EventWriter(object, event, names, form));
  });
  if (!known) object["event"] = static_cast<unsigned>(event.type);
  return object;
}

Json encode(const Answer& answer, PrintForm form) {
  Json object = Json::object();
  object["answer"] = std::string(reason_text(answer.reason).name);
  object["reason_number"] = static_cast<std::uint16_t>(answer.reason);
  object["sequence"] = encode_integer(answer.sequence, form);
  if (answer.command_key.present()) {
    object["command_key"] = encode_key(answer.command_key.high, answer.command_key.low, form);
  }
  if (answer.duplicate) {
    object["first_sequence"] = encode_integer(answer.first_sequence, form);
  }
  if (answer.id != 0) object["id"] = answer.id;
  return object;
}

std::string line_text(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace allot::json
