#include "inspection/event_columns.hpp"

#include <algorithm>
#include <concepts>
#include <type_traits>

namespace allot::inspection {
namespace {

template <class T>
constexpr bool is_id = requires(T id) { id_kind(id); };

// What a field's type and form make of its column.
template <class T>
void describe(EventColumn& column, const EventField& field, const T&) {
  if constexpr (std::is_same_v<T, OrderKey>) {
    column.kind = ColumnKind::key;
  } else if constexpr (is_id<T>) {
    column.kind = ColumnKind::code;
    column.id_kind = id_kind(T{});
  } else if constexpr (std::is_same_v<T, Reason>) {
    column.kind = ColumnKind::reason;
  } else if constexpr (std::is_same_v<T, EventFlags>) {
    column.kind = ColumnKind::flags;
  } else if constexpr (std::is_same_v<T, CommandType>) {
    column.kind = ColumnKind::command;
  } else if constexpr (std::is_enum_v<T>) {
    column.kind = ColumnKind::choice;
  } else if (field.form == FieldForm::money) {
    column.kind = ColumnKind::money;
  } else if (field.form == FieldForm::time) {
    column.kind = ColumnKind::time;
  } else if constexpr (std::is_signed_v<T>) {
    column.kind = ColumnKind::int64;
  } else if constexpr (sizeof(T) == sizeof(std::uint64_t)) {
    column.kind = ColumnKind::uint64;
  } else if constexpr (sizeof(T) == sizeof(std::uint32_t)) {
    column.kind = ColumnKind::uint32;
  } else {
    column.kind = ColumnKind::uint16;
  }
}

class Columns {
 public:
  Columns() {
    add_step("sequence", ColumnKind::uint64, StepColumn::sequence);
    add_step("ordinal", ColumnKind::uint16, StepColumn::ordinal);
    add_step("epoch", ColumnKind::uint32, StepColumn::epoch);
    add_step("time", ColumnKind::time, StepColumn::time);
    add_step("command", ColumnKind::command, StepColumn::command);
    add_step("event", ColumnKind::event, StepColumn::event);
    // What is looked at first stands in front of what the events name in their order.
    add_field_of("order_key");
    add_step("order_number", ColumnKind::number, StepColumn::order_number);
    for (const std::string_view name : {"sku", "node", "quantity", "reason"}) add_field_of(name);
    add_step("channel", ColumnKind::code, StepColumn::channel, IdKind::channel);
    add_step("zone", ColumnKind::code, StepColumn::zone, IdKind::zone);
    add_types(std::type_identity<events::All>{});
  }
  [[nodiscard]] std::span<const RowColumn> all() const { return all_; }

 private:
  void add_field_of(std::string_view name) {
    all_.push_back({.column = {.name = name}, .of_step = std::nullopt});
  }
  void add_step(std::string_view name, ColumnKind kind, StepColumn of_step, IdKind id_kind = {}) {
    all_.push_back(
        {.column = {.name = name, .kind = kind, .id_kind = id_kind}, .of_step = of_step});
  }
  template <class... E>
  void add_types(std::type_identity<std::tuple<E...>>) {
    (add_type<E>(), ...);
  }
  template <class E>
  void add_type() {
    const E standard{};
    E::fields(standard, [this](const EventField& field, const auto& value) {
      this->add_field(field.name, E::type, field, value);
      if (field.form == FieldForm::entry) {
        this->add_field("code", E::type, field, value).kind = ColumnKind::entry;
      }
    });
  }
  template <class T>
  EventColumn& add_field(std::string_view name, EventType type, const EventField& field,
                         const T& value) {
    auto found = std::ranges::find(all_, name, [](const RowColumn& c) { return c.column.name; });
    if (found == all_.end()) {
      add_field_of(name);
      found = all_.end() - 1;
    }
    // A command or time that an event names is that of its step.
    EventColumn& column = found->column;
    if (found->of_step) return column;
    describe(column, field, value);
    FieldPlace& place =
        column.of_type[static_cast<std::size_t>(type)].emplace(field.slot, field.presence);
    // Events of several types may each have choices of their own under one name.
    if constexpr (std::is_enum_v<T>) {
      if (column.kind == ColumnKind::choice) place.choices = enum_names<T>;
    }
    return column;
  }

  std::vector<RowColumn> all_;
};

}  // namespace

std::span<const RowColumn> event_columns() {
  static const Columns columns;
  return columns.all();
}

}  // namespace allot::inspection
