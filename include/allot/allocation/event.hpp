// What the engine tells the host: one 64-byte record per fact.
//
// An event is identified by (shard, epoch, sequence, ordinal); the epoch belongs to the stream. The
// fields that a type does not use are zero. What each type puts where: docs/rules.md, section 8.
#pragma once

#include <cstdint>
#include <type_traits>

#include "allot/types/ids.hpp"
#include "allot/types/reason.hpp"

namespace allot {

enum class EventType : std::uint8_t {
  // control and catalogue
  started = 1,
  refused = 2,    // the command was refused: reason
  duplicate = 3,  // command_key seen before with the same body: first sequence, first reason
  ticked = 4,
  defined = 5,  // a catalogue entry, list or limit was set: its id, if it has one
  skipped = 6,
  // stock
  stock_received = 20,
  stock_adjusted = 21,
  stock_deficit = 22,  // promised units that a count could not find
  safety_stock_set = 23,
  // orders
  placed = 40,
  imported = 41,
  line_held = 42,
  line_allocated = 43,
  line_waiting = 44,
  line_refused = 45,
  line_short = 46,
  in_review = 47,
  ship_stop = 48,
  allocated = 49,
  cancelled = 50,
  expired = 51,
  paid = 52,
  payment_pending = 53,
  payment_failed = 54,
  refund_due = 55,
  retaken = 56,
  reminder = 57,
  review_approved = 58,
  review_rejected = 59,
};

struct Event {
  Sequence sequence{};
  std::uint32_t epoch{};
  std::uint16_t ordinal{};  // position among the events of its sequence, from 0
  EventType type{};
  std::uint8_t flags{};
  OrderKey order_key;
  std::uint32_t sku{};
  std::uint32_t node{};
  std::uint32_t quantity{};
  std::uint16_t line{};
  Reason reason{Reason::ok};
  std::int64_t amount{};
  TimeNs time{};

  static constexpr std::uint8_t flag_bounded = 1;   // sourced by the bounded fallback
  static constexpr std::uint8_t flag_several_lots = 2;  // `amount` names the first lot only
  static constexpr std::uint8_t flag_waited = 4;    // the line had been waiting

  friend bool operator==(const Event&, const Event&) noexcept = default;
};
static_assert(sizeof(Event) == 64);
static_assert(std::has_unique_object_representations_v<Event>, "events are hashed as bytes");

}  // namespace allot
