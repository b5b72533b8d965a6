// Events as rows of one table: a column for each field that any type of event has, and those of the
// step. What an event does not say is absent from its row.
//
// The columns are made from the description of the events, so a new field is a new column. Their
// names are those of the JSON form.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/event.hpp"
#include "allot/types/code.hpp"
#include "json/encode.hpp"

namespace allot::inspection {

enum class ColumnKind : std::uint8_t {
  uint16,
  uint32,
  uint64,
  int64,
  money,    // minor units, int64
  time,     // nanoseconds since 1970, int64; 0 is absent
  key,      // of an order: 128 bits
  number,   // of an order, as the shop has it: text
  code,     // an id of the catalogue, shown by its code
  reason,   // by its name
  flags,    // by their names
  command,  // by its name
  event,    // by its name
  choice,   // one of some names, by its own
  entry,    // code of what a `defined` names
};

// Where an event has a field.
struct FieldPlace {
  EventSlot slot{};
  Presence presence{};
  std::span<const std::string_view> choices{};  // of a choice, by number
};

struct EventColumn {
  std::string_view name;
  ColumnKind kind{};
  IdKind id_kind{};  // of a code
  // By the number of an event's type; nothing where that has no such field.
  std::array<std::optional<FieldPlace>, 256> of_type{};
};

// An event and what its step says of it.
struct EventRow {
  Event event;
  TimeNs time{};          // of the step
  CommandType command{};  // of the step
  ChannelId channel;      // of the order that the command placed, on the events of that order
  ZoneId zone;
  Code order_number;  // of the order that the event names; absent when it has none
};

// Columns of the step and of the event as such, which have no field behind them.
enum class StepColumn : std::uint8_t {
  sequence,
  ordinal,
  epoch,
  time,
  command,
  event,
  channel,
  zone,
  order_number
};

struct RowColumn {
  EventColumn column;
  std::optional<StepColumn> of_step;
};

// Returns: all columns, those that people look at first in front. The same at every call.
[[nodiscard]] std::span<const RowColumn> event_columns();

namespace cells {

inline std::int64_t number_in(const Event& event, EventSlot slot) {
  std::int64_t value = 0;
  event_slots::take(event, slot, value);
  return value;
}

inline std::optional<std::int64_t> of_step(StepColumn column, const EventRow& row) {
  const auto id = [](std::uint32_t value) {
    return value != 0 ? std::optional<std::int64_t>(value) : std::nullopt;
  };
  switch (column) {
    case StepColumn::sequence: return static_cast<std::int64_t>(row.event.sequence);
    case StepColumn::ordinal: return row.event.ordinal;
    case StepColumn::epoch: return row.event.epoch;
    case StepColumn::time: return row.time;
    case StepColumn::command: return static_cast<std::int64_t>(row.command);
    case StepColumn::event: return static_cast<std::int64_t>(row.event.type);
    case StepColumn::channel: return id(row.channel.value);
    case StepColumn::zone: return id(row.zone.value);
    case StepColumn::order_number: break;  // is no number
  }
  return std::nullopt;
}

}  // namespace cells

// A cell that holds a number: of a name its id, of a reason, flags or a command its number.
// Returns: nothing when the event does not say it. Requires: not a key, which is event.order_key,
//          nor the order's number, which is text.
[[nodiscard]] inline std::optional<std::int64_t> cell(const RowColumn& column,
                                                      const EventRow& row) {
  if (column.of_step) return cells::of_step(*column.of_step, row);
  const Event& event = row.event;
  const auto& place = column.column.of_type[static_cast<std::size_t>(event.type)];
  if (!place) return std::nullopt;
  const std::int64_t value = cells::number_in(event, place->slot);
  switch (place->presence) {
    case Presence::always: return value;
    case Presence::not_zero: return value != 0 ? std::optional(value) : std::nullopt;
    case Presence::of_one_line:
      return json::is_of_one_line(event) ? std::optional(value) : std::nullopt;
    case Presence::of_one_cap:
      return json::is_of_one_cap(event) ? std::optional(value) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace allot::inspection
