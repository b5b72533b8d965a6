#include "events.hpp"

#include <cstddef>
#include <cstring>
#include <variant>
#include <vector>

#include "allot/messages/command_type.hpp"
#include "allot/messages/event.hpp"
#include "json/event_fields.hpp"
#include "key_number.hpp"

namespace allot::python {
namespace {

namespace nb = nanobind;

nb::object command_name(std::int64_t number) {
  nb::object name = nb::int_(number);
  const auto test = [&]<class C>(std::type_identity<C>) {
    if (static_cast<std::int64_t>(command_type_of<C>) == number) {
      name = nb::str(C::name.data(), C::name.size());
    }
  };
  [&]<class... C>(std::type_identity<std::variant<C...>>) {
    (test(std::type_identity<C>{}), ...);
  }(std::type_identity<Command>{});
  return name;
}

class EventReader {
 public:
  EventReader(const nb::dict& classes, const nb::dict& reasons, const nb::dict& flags)
      : classes_(classes), reasons_(reasons), flags_(flags) {}

  nb::object read(const Event& event) const {
    const json::EventShape* shape = json::event_shape(event.type);
    const nb::object type = nb::int_(static_cast<unsigned>(event.type));
    if (shape == nullptr || !classes_.contains(type)) throw nb::value_error("no such event");
    nb::list values;
    values.append(event.sequence);
    values.append(event.epoch);
    values.append(event.ordinal);
    for (const json::EventField& field : shape->fields) values.append(value(field, event));
    return nb::object(classes_[type])(*values);
  }

 private:
  nb::object value(const json::EventField& field, const Event& event) const {
    using json::EventSlot;
    if (field.slot == EventSlot::flags) return flags_[nb::int_(event.flags)];
    if (!json::is_present(field, event)) return nb::none();
    if (field.slot == EventSlot::order_key) return key_number(event.order_key);
    if (field.slot == EventSlot::lot) return nb::int_(event.order_key.low);
    if (field.slot == EventSlot::reason) {
      return reasons_[nb::int_(static_cast<unsigned>(event.reason))];
    }
    const std::int64_t number = json::slot_value(field.slot, event);
    if (field.form == json::EventForm::command) return command_name(number);
    const bool is_u64 =
        field.name == "lot" || field.name == "skipped" || field.name == "first_sequence";
    if (is_u64) return nb::int_(static_cast<std::uint64_t>(number));
    return nb::int_(number);
  }

  const nb::dict& classes_;
  const nb::dict& reasons_;
  const nb::dict& flags_;
};

}  // namespace

nb::list read_events(const nb::bytes& data, const nb::dict& classes, const nb::dict& reasons,
                     const nb::dict& flags) {
  const EventReader reader(classes, reasons, flags);
  nb::list events;
  for (std::size_t at = 0; at + sizeof(Event) <= data.size(); at += sizeof(Event)) {
    Event event;
    std::memcpy(static_cast<void*>(&event), data.c_str() + at, sizeof event);
    events.append(reader.read(event));
  }
  return events;
}

nb::dict event_fields() {
  nb::dict result;
  for (const json::EventShape& shape : json::event_shapes()) {
    nb::list names;
    for (const json::EventField& field : shape.fields) {
      names.append(nb::str(field.name.data(), field.name.size()));
    }
    result[nb::str(shape.name.data(), shape.name.size())] =
        nb::make_tuple(static_cast<unsigned>(shape.type), nb::tuple(names));
  }
  return result;
}

nb::dict event_flags() {
  nb::dict flags;
  flags["bounded"] = Event::flag_bounded;
  flags["several_lots"] = Event::flag_several_lots;
  flags["waited"] = Event::flag_waited;
  return flags;
}

nb::dict event_layout() {
  nb::dict layout;
  const auto add = [&](const char* name, std::size_t offset, std::size_t size) {
    layout[name] = nb::make_tuple(offset, size);
  };
  add("sequence", offsetof(Event, sequence), sizeof(Event::sequence));
  add("epoch", offsetof(Event, epoch), sizeof(Event::epoch));
  add("ordinal", offsetof(Event, ordinal), sizeof(Event::ordinal));
  add("type", offsetof(Event, type), sizeof(Event::type));
  add("flags", offsetof(Event, flags), sizeof(Event::flags));
  add("order_key", offsetof(Event, order_key), sizeof(OrderKey::low));
  add("order_key_high", offsetof(Event, order_key) + offsetof(OrderKey, high),
      sizeof(OrderKey::high));
  add("sku", offsetof(Event, sku), sizeof(Event::sku));
  add("node", offsetof(Event, node), sizeof(Event::node));
  add("quantity", offsetof(Event, quantity), sizeof(Event::quantity));
  add("line", offsetof(Event, line), sizeof(Event::line));
  add("reason", offsetof(Event, reason), sizeof(Event::reason));
  add("amount", offsetof(Event, amount), sizeof(Event::amount));
  add("time", offsetof(Event, time), sizeof(Event::time));
  return layout;
}

}  // namespace allot::python
