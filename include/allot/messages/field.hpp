// What a message says of one of its fields besides name and C++ type. Commands, lines of orders,
// limits and events give one with each field that their `fields` names to a visitor; record, hash,
// JSON and tests are made from it.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace allot {

struct Limits;

// What an integer counts, where that changes how people write it.
enum class FieldForm : std::uint8_t {
  plain,
  money,     // minor units
  time,      // nanoseconds since 1970
  duration,  // nanoseconds
  entry,     // an id of the catalogue that the event's command names
};

// Which member of the 64-byte Event carries a field of an event.
enum class EventSlot : std::uint8_t {
  order_key,
  order_key_low,
  sku,
  node,
  quantity,
  line,
  reason,
  amount,
  time,
  flags,
};

// When a field of an event is said.
enum class Presence : std::uint8_t {
  always,
  not_zero,     // 0 means that there is none
  of_one_line,  // only when one line of the order is meant
  of_one_cap,   // only when one purchase cap is meant
};

// Of a command, of a line of an order, or of the limits.
struct Field {
  std::string_view name;
  FieldForm form{FieldForm::plain};
  bool needed{};              // it has no default
  std::string_view unless{};  // and is needed unless the field of this name is given
  bool not_zero{};            // 0 is refused
  // 0: a field of the first record format; else its number among those that came later, which are
  // recorded and hashed only when they differ from their default (docs/journal_format.md).
  std::uint8_t added{};
  std::int64_t min{std::numeric_limits<std::int64_t>::min()};
  std::int64_t max{std::numeric_limits<std::int64_t>::max()};
  std::uint32_t Limits::* at_most{};  // of a list: the limit that bounds its elements

  // Most visitors ask for the name alone.
  constexpr operator std::string_view() const noexcept { return name; }  // NOLINT: meant so
};

struct EventField {
  std::string_view name;
  EventSlot slot{};
  Presence presence{Presence::always};
  FieldForm form{FieldForm::plain};
};

}  // namespace allot
