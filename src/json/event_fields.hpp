// What each type of event puts into the fields of Event, and how JSON calls it (docs/rules.md).
//
// One table for the printer, the explanations and the documentation; tests/schema compares it with
// the tables of the schema of record.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "allot/messages/event.hpp"

namespace allot::json {

// Where in Event a value lies.
enum class EventSlot : std::uint8_t {
  order_key,
  lot,
  sku,
  node,
  quantity,
  line,
  reason,
  amount,
  time,
  flags,
};

// When a value is printed.
enum class EventPresence : std::uint8_t {
  always,
  not_zero,     // 0 means that there is none
  of_one_line,  // only when the event is about one line of the order
};

// What a value means beyond its integer.
enum class EventForm : std::uint8_t { number, money, time, command, entry_id };

struct EventField {
  std::string_view name;
  EventSlot slot{};
  EventPresence presence{EventPresence::always};
  EventForm form{EventForm::number};
};

struct EventShape {
  EventType type{};
  std::string_view name;
  std::span<const EventField> fields;
};

// Every type, by number.
[[nodiscard]] std::span<const EventShape> event_shapes() noexcept;

// Returns: the shape of `type`, null when the number is not one of ours.
[[nodiscard]] const EventShape* event_shape(EventType type) noexcept;

// Returns: whether the event says this field at all.
[[nodiscard]] bool is_present(const EventField& field, const Event& event) noexcept;

// Returns: the value of a numeric slot (not order_key, flags), as the 64 bits that it is.
[[nodiscard]] std::int64_t slot_value(EventSlot slot, const Event& event) noexcept;

}  // namespace allot::json
