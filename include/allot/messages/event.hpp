// What the engine tells the host: one 64-byte record per fact.
//
// An event is identified by (shard, epoch, sequence, ordinal); the epoch belongs to the stream. The
// fields that a type does not use are zero. What each type puts where: docs/rules.md, section 8.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

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

  // Neighbours that are set together are one store. They are read as one word while that is still
  // on its way to memory (Core::outcome_check): a processor passes on what lies in one store, and
  // else waits until everything before has arrived.
  void set_head(std::uint32_t of_epoch, std::uint16_t of_ordinal, EventType of_type) noexcept {
    store_word(8, of_epoch | std::uint64_t{of_ordinal} << 32U |
                      std::uint64_t{static_cast<std::uint8_t>(of_type)} << 48U);
  }
  void set_place(std::uint32_t of_sku, std::uint32_t of_node) noexcept {
    store_word(32, of_sku | std::uint64_t{of_node} << 32U);
  }
  void set_quantity(std::uint32_t of_quantity, std::uint16_t of_line) noexcept {
    store_word(40, of_quantity | std::uint64_t{of_line} << 32U);
  }

  static constexpr std::uint8_t flag_bounded = 1;       // sourced by the bounded fallback
  static constexpr std::uint8_t flag_several_lots = 2;  // `amount` names the first lot only
  static constexpr std::uint8_t flag_waited = 4;        // the line had been waiting

  friend bool operator==(const Event&, const Event&) noexcept = default;

 private:
  void store_word(std::size_t offset, std::uint64_t word) noexcept {
    std::memcpy(reinterpret_cast<std::byte*>(this) + offset, &word, sizeof word);
  }
};
static_assert(std::endian::native == std::endian::little, "words are stored as they lie in memory");
static_assert(offsetof(Event, epoch) == 8 && offsetof(Event, ordinal) == 12 &&
              offsetof(Event, type) == 14 && offsetof(Event, sku) == 32 &&
              offsetof(Event, node) == 36 && offsetof(Event, quantity) == 40 &&
              offsetof(Event, line) == 44);
static_assert(sizeof(Event) == 64);
static_assert(std::has_unique_object_representations_v<Event>, "events are hashed as bytes");

}  // namespace allot
