#include "events.hpp"

#include <concepts>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <variant>

#include "allot/messages/command_type.hpp"
#include "allot/messages/event.hpp"
#include "json/encode.hpp"
#include "key_number.hpp"

namespace allot::python {
namespace {

namespace nb = nanobind;

nb::object command_text(CommandType number) {
  nb::object name = nb::int_(static_cast<unsigned>(number));
  const auto test = [&]<class C>(std::type_identity<C>) {
    if (command_type_of<C> == number) name = nb::str(C::name.data(), C::name.size());
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
    const nb::object type = nb::int_(static_cast<unsigned>(event.type));
    nb::list values;
    values.append(event.sequence);
    values.append(event.epoch);
    values.append(event.ordinal);
    const bool known = visit_event(event, [&]<class E>(const E& said) {
      E::fields(said, [&](const EventField& field, const auto& value) {
        values.append(is_said(field, event) ? object(value) : nb::object(nb::none()));
      });
    });
    if (!known || !classes_.contains(type)) throw nb::value_error("no such event");
    return nb::object(classes_[type])(*values);
  }

 private:
  // What has no value is told by JSON lines and by Python alike. Flags are always a set.
  static bool is_said(const EventField& field, const Event& event) {
    if (field.presence == Presence::always || field.slot == EventSlot::flags) return true;
    if (field.presence == Presence::of_one_line) return json::is_of_one_line(event);
    if (field.presence == Presence::of_one_cap) return json::is_of_one_cap(event);
    return !is_zero(field, event);
  }

  static bool is_zero(const EventField& field, const Event& event) {
    if (field.slot == EventSlot::order_key) return !event.order_key.present();
    std::uint64_t value = 0;
    event_slots::take(event, field.slot, value);
    return value == 0;
  }

  template <class Tag>
  nb::object object(const Key<Tag>& value) const {
    return key_number(value);
  }
  template <class Tag>
  nb::object object(const Id<Tag>& value) const {
    return nb::int_(value.value);
  }
  nb::object object(const EventFlags& value) const { return flags_[nb::int_(value.bits)]; }
  nb::object object(const Reason& value) const {
    return reasons_[nb::int_(static_cast<unsigned>(value))];
  }
  nb::object object(const CommandType& value) const { return command_text(value); }
  nb::object object(const ReturnReason& value) const { return choice("ReturnReason", value); }
  nb::object object(const ExceptionKind& value) const { return choice("ExceptionKind", value); }
  nb::object object(const Resolution& value) const { return choice("Resolution", value); }
  nb::object object(const ServiceKind& value) const { return choice("ServiceKind", value); }
  nb::object object(const CreditWhen& value) const { return choice("CreditWhen", value); }
  nb::object object(const RulePhase& value) const { return choice("RulePhase", value); }
  nb::object object(const HitOutcome& value) const { return choice("HitOutcome", value); }
  nb::object object(const RuleError& value) const { return choice("RuleError", value); }
  template <std::integral T>
  nb::object object(const T& value) const {
    return nb::int_(value);
  }

  // Returns: the value of the enum in allot.names that has this name.
  template <class Enum>
  static nb::object choice(const char* name, Enum value) {
    return nb::module_::import_("allot.names").attr(name)(static_cast<unsigned>(value));
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
  const auto add = [&]<class E>(std::type_identity<E>) {
    nb::list names;
    E sample{};
    E::fields(sample, [&](const EventField& field, auto&) {
      names.append(nb::str(field.name.data(), field.name.size()));
    });
    const std::string_view name = event_name(E::type);
    result[nb::str(name.data(), name.size())] =
        nb::make_tuple(static_cast<unsigned>(E::type), nb::tuple(names));
  };
  [&]<class... E>(std::type_identity<std::tuple<E...>>) {
    (add(std::type_identity<E>{}), ...);
  }(std::type_identity<events::All>{});
  return result;
}

nb::dict event_flags() {
  nb::dict flags;
  for (const auto& flag : EventFlags::names) {
    flags[nb::str(flag.name.data(), flag.name.size())] = flag.mask;
  }
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
