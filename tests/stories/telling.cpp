#include "telling.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "allot/messages/command_type.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "story_time.hpp"

namespace allot::stories {
namespace {

// What is seldom the point of a story: not written for it, but understood.
constexpr std::array<std::string_view, 9> unwritten{
    "lines",           "line",    "version", "cost", "command", "first_sequence",
    "placed_sequence", "paid_at", "at"};

class FactWriter {
 public:
  FactWriter(Told& told, const Event& event, const Speech& speech)
      : told_(told), event_(event), speech_(speech) {}

  template <class T>
  void operator()(const EventField& field, const T& value) {
    if (field.presence == Presence::not_zero && value == T{}) return;
    if (field.presence == Presence::of_one_line && !json::is_of_one_line(event_)) return;
    if (field.presence == Presence::of_one_cap && !json::is_of_one_cap(event_)) return;
    const ValueForm* form = told_.form->field(field.name);
    if constexpr (std::is_same_v<T, OrderKey>) {
      told_.order = speech_.orders.name({.high = value.high, .low = value.low});
    } else {
      told_.facts.push_back({form, number_of(value), text_of_value(*form, value)});
    }
  }

 private:
  template <class T>
  static std::int64_t number_of(const T& value) {
    if constexpr (requires { value.value; }) {
      return value.value;
    } else if constexpr (requires { value.bits; }) {
      return value.bits;
    } else {
      return static_cast<std::int64_t>(value);
    }
  }

  template <class T>
  std::string text_of_value(const ValueForm& form, const T& value) const {
    if constexpr (std::is_same_v<T, Reason>) {
      return std::string(name(value));
    } else if constexpr (std::is_same_v<T, CommandType>) {
      return std::string(command_name(value));
    } else if constexpr (std::is_same_v<T, EventFlags>) {
      return flags_text(value);
    } else if constexpr (requires { id_kind(value); }) {
      const std::string_view code = speech_.core->code(id_kind(value), value.value);
      return code.empty() ? std::to_string(value.value) : std::string(code);
    } else if constexpr (std::is_enum_v<T>) {
      return std::string(enum_names<T>[static_cast<std::size_t>(value)]);
    } else if constexpr (std::is_integral_v<T>) {
      if (form.kind == ValueKind::money) return amount_text(static_cast<std::int64_t>(value));
      if (form.kind == ValueKind::time) {
        return story_time_text(static_cast<std::int64_t>(value), speech_.now);
      }
      if (form.kind == ValueKind::duration) {
        return json::duration_text(static_cast<std::int64_t>(value));
      }
      return std::to_string(value);
    } else {
      return std::string(value.text());
    }
  }
  static std::string flags_text(EventFlags flags) {
    std::string text;
    for (const FlagName& flag : EventFlags::names) {
      if ((flags.bits & flag.mask) == 0) continue;
      if (!text.empty()) text += ' ';
      text += flag.name;
    }
    return text;
  }

  Told& told_;
  const Event& event_;
  const Speech& speech_;
};

bool is_written(const Told& told, const Fact& fact) {
  const std::string& name = fact.form->name;
  if (std::ranges::find(unwritten, name) != unwritten.end()) return false;
  if (name == "parcels") return fact.number > 1;
  // The value of an order is written where it is owed.
  if (name == "value") return told.form->type == EventType::refund_due;
  if (name == "lot") return fact.number != 0;
  if (told.form->type == EventType::balance) return fact.number != 0;
  // It is the time at which that happens.
  if (name == "pay_by") return told.form->type != EventType::expired;
  return true;
}

// Returns: "unit" of "units", where there is one.
std::string counted(const std::string& name, std::int64_t number) {
  std::string text = spoken(name);
  if (number == 1 && (name == "units" || name == "parcels")) text.pop_back();
  return text;
}

std::string text_of_fact(const Fact& fact) {
  switch (fact.form->kind) {
    case ValueKind::reason: return fact.text;
    case ValueKind::flags: return spoken(fact.text);
    case ValueKind::id:
      if (fact.form->name == "node") return "at " + fact.text;
      return fact.form->name == "sku" ? fact.text : spoken(fact.form->name) + ' ' + fact.text;
    case ValueKind::whole:
      if (fact.form->name == "lot" || fact.form->name == "tracking") {
        return fact.form->name + ' ' + fact.text;
      }
      return fact.text + ' ' + counted(fact.form->name, fact.number);
    case ValueKind::money:
      if (fact.form->name == "value" || fact.form->name == "amount") return fact.text;
      [[fallthrough]];
    default: return spoken(fact.form->name) + ' ' + fact.text;
  }
}

}  // namespace

const Fact* Told::fact(std::string_view name) const {
  const auto at =
      std::ranges::find_if(facts, [name](const Fact& one) { return one.form->name == name; });
  return at == facts.end() ? nullptr : &*at;
}

Told tell(const Event& event, const Speech& speech) {
  Told told;
  told.form = &event_form(event.type);
  visit_event(event,
              [&]<class E>(const E& said) { E::fields(said, FactWriter(told, event, speech)); });
  return told;
}

bool is_quiet(const Told& told) {
  constexpr std::array quiet{EventType::started,        EventType::ticked,
                             EventType::defined,        EventType::stock_received,
                             EventType::stock_adjusted, EventType::safety_stock_set};
  return std::ranges::find(quiet, told.form->type) != quiet.end();
}

std::string text_of(const Told& told, const std::string& own_order) {
  std::string text;
  if (told.order != own_order && !told.order.empty()) text = told.order + ' ';
  const bool of_line = told.form->is_of_line();
  if (of_line) {
    text += told.fact("sku")->text + " x" + told.fact("quantity")->text + ' ' +
            spoken(told.form->line_word());
  } else {
    text += spoken(told.form->name);
  }
  for (const Fact& fact : told.facts) {
    const bool told_already =
        of_line && (fact.form->name == "sku" || fact.form->name == "quantity");
    if (!told_already && is_written(told, fact)) text += ' ' + text_of_fact(fact);
  }
  return text;
}

}  // namespace allot::stories
