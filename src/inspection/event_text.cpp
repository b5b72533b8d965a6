#include "inspection/event_text.hpp"

#include <array>
#include <charconv>

#include "allot/messages/command_type.hpp"
#include "json/enum_names.hpp"
#include "json/scalar_text.hpp"
#include "types/key_text.hpp"

namespace allot::inspection {
namespace {

template <class T>
void append_number(std::string& out, T value) {
  std::array<char, 24> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), end);
}

void append_name(std::string& out, std::string_view name, std::int64_t number) {
  if (name.empty()) {
    append_number(out, number);
  } else {
    out += name;
  }
}

void append_flags(std::string& out, std::int64_t bits) {
  bool first = true;
  for (const FlagName& flag : EventFlags::names) {
    if ((bits & flag.mask) == 0) continue;
    if (!first) out += '|';
    out += flag.name;
    first = false;
  }
}

// The catalogue that a `defined` names, by its command.
std::string_view code_of_entry(const EventRow& row, std::int64_t id, const Core& core) {
  const auto kind = json::enum_value<IdKind>(command_name(row.event.as<events::Defined>().command));
  return kind ? core.code(*kind, static_cast<std::uint32_t>(id)) : std::string_view{};
}

}  // namespace

void append_cell(std::string& out, const RowColumn& column, const EventRow& row, std::int64_t value,
                 const Core& core) {
  switch (column.column.kind) {
    case ColumnKind::uint64: return append_number(out, static_cast<std::uint64_t>(value));
    case ColumnKind::uint16:
    case ColumnKind::uint32:
    case ColumnKind::int64:
    case ColumnKind::money: return append_number(out, value);
    case ColumnKind::time: out += json::time_text(value); return;
    case ColumnKind::code:
      return append_name(out, core.code(column.column.id_kind, static_cast<std::uint32_t>(value)),
                         value);
    case ColumnKind::entry: return append_name(out, code_of_entry(row, value, core), value);
    case ColumnKind::reason: return append_name(out, name(static_cast<Reason>(value)), value);
    case ColumnKind::command:
      return append_name(out, command_name(static_cast<CommandType>(value)), value);
    case ColumnKind::choice: {
      const auto number = static_cast<std::size_t>(value);
      const auto& place = column.column.of_type[static_cast<std::size_t>(row.event.type)];
      const auto choices = place ? place->choices : std::span<const std::string_view>{};
      return append_name(out, number < choices.size() ? choices[number] : std::string_view{},
                         value);
    }
    case ColumnKind::event:
      return append_name(out, event_name(static_cast<EventType>(value)), value);
    case ColumnKind::flags: return append_flags(out, value);
    case ColumnKind::key:
    case ColumnKind::number: return;
  }
}

void append_key(std::string& out, const OrderKey& key, json::KeyForm form) {
  if (key.high == 0 && form == json::KeyForm::shortest) {
    append_number(out, key.low);
  } else {
    out += hex_text(key.high, key.low);
  }
}

bool names_order(const RowColumn& column, const EventRow& row) noexcept {
  return column.column.kind == ColumnKind::key &&
         column.column.of_type[static_cast<std::size_t>(row.event.type)].has_value() &&
         row.event.order_key.present();
}

}  // namespace allot::inspection
