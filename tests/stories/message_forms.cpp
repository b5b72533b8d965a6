#include "message_forms.hpp"

#include <algorithm>
#include <concepts>
#include <span>
#include <tuple>
#include <type_traits>
#include <variant>

#include "allot/messages/all_events.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/check.hpp"
#include "messages/lists.hpp"

namespace allot::stories {
namespace {

ValueKind kind_of(FieldForm form) {
  switch (form) {
    case FieldForm::money: return ValueKind::money;
    case FieldForm::time: return ValueKind::time;
    case FieldForm::duration: return ValueKind::duration;
    case FieldForm::plain:
    case FieldForm::entry: return ValueKind::whole;
  }
  return ValueKind::whole;
}

template <class T>
void shape(ValueForm& form, FieldForm said, const T& sample) {
  if constexpr (std::is_same_v<T, Reason>) {
    form.kind = ValueKind::reason;
  } else if constexpr (std::is_same_v<T, CommandType>) {
    form.kind = ValueKind::command;
  } else if constexpr (std::is_same_v<T, EventFlags>) {
    form.kind = ValueKind::flags;
    for (const FlagName& flag : EventFlags::names) form.choices.emplace_back(flag.name);
  } else if constexpr (std::is_same_v<T, bool>) {
    form.kind = ValueKind::truth;
  } else if constexpr (std::is_same_v<T, Code>) {
    form.kind = ValueKind::text;
  } else if constexpr (std::is_same_v<T, OrderKey>) {
    form.kind = ValueKind::order_key;
  } else if constexpr (std::is_same_v<T, CommandKey> || std::is_same_v<T, PaymentKey>) {
    form.kind = ValueKind::key;
  } else if constexpr (std::is_same_v<T, ExceptionId>) {
    form.kind = ValueKind::whole;  // it has no code
  } else if constexpr (requires { id_kind(sample); }) {
    form.kind = ValueKind::id;
    form.id_kind = id_kind(sample);
  } else if constexpr (std::is_enum_v<T>) {
    form.kind = ValueKind::choice;
    for (const std::string_view choice : enum_names<T>) form.choices.emplace_back(choice);
  } else {
    static_assert(std::integral<T>, "a new type of field needs a kind of value");
    form.kind = kind_of(said);
  }
}

// Bytes are written as JSON has them.
void shape(ValueForm& form, FieldForm, const std::span<const std::uint8_t>&) {
  form.kind = ValueKind::text;
}

// The shape of a list is that of its elements: a line has parts, an id has a kind.
template <class E>
void shape(ValueForm& form, FieldForm, const std::span<const E>&) {
  const E sample{};
  if constexpr (HasFields<E>) {
    E::fields(sample, [&form]<class T>(const Field& field, const T& value) {
      ValueForm part{std::string(field.name), {}, field.needed, {}, {}, {}};
      shape(part, field.form, value);
      form.parts.push_back(std::move(part));
    });
  } else {
    shape(form, FieldForm::plain, sample);
  }
  form.kind = ValueKind::list;
}

template <class C>
CommandForm form_of_command() {
  CommandForm form{std::string(C::name), {}};
  const C sample{};
  C::fields(sample, [&form]<class T>(const Field& field, const T& value) {
    ValueForm one{std::string(field.name), {}, field.needed, {}, {}, {}};
    shape(one, field.form, value);
    form.fields.push_back(std::move(one));
  });
  return form;
}

template <class E>
EventForm form_of_event() {
  EventForm form{E::type, std::string(event_name(E::type)), {}};
  const E sample{};
  E::fields(sample, [&form]<class T>(const EventField& field, const T& value) {
    ValueForm one{std::string(field.name), {}, false, {}, {}, {}};
    shape(one, field.form, value);
    form.fields.push_back(std::move(one));
  });
  return form;
}

template <class Form>
const ValueForm* find_field(const Form& form, std::string_view name) {
  const auto at = std::ranges::find(form.fields, name, &ValueForm::name);
  return at == form.fields.end() ? nullptr : &*at;
}

}  // namespace

const ValueForm* CommandForm::field(std::string_view field_name) const {
  return find_field(*this, field_name);
}
const ValueForm* EventForm::field(std::string_view field_name) const {
  return find_field(*this, field_name);
}

const std::vector<CommandForm>& command_forms() {
  static const std::vector<CommandForm> forms =
      []<class... C>(std::type_identity<std::variant<C...>>) {
        return std::vector<CommandForm>{form_of_command<C>()...};
      }(std::type_identity<Command>{});
  return forms;
}

const std::vector<EventForm>& event_forms() {
  static const std::vector<EventForm> forms = []<class... E>(std::type_identity<std::tuple<E...>>) {
    return std::vector<EventForm>{form_of_event<E>()...};
  }(std::type_identity<events::All>{});
  return forms;
}

const EventForm& event_form(EventType type) {
  const auto at = std::ranges::find(event_forms(), type, &EventForm::type);
  ALLOT_CHECK(at != event_forms().end());
  return *at;
}

const CommandForm* command_form(std::string_view name) {
  const auto at = std::ranges::find(command_forms(), name, &CommandForm::name);
  return at == command_forms().end() ? nullptr : &*at;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const CommandForm& form : command_forms()) names.push_back(form.name);
  return names;
}

std::string spoken(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace allot::stories
