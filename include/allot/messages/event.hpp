// What the engine tells the host: one 64-byte record per fact.
//
// An event is identified by (shard, epoch, sequence, ordinal); the epoch belongs to the stream.
// What a type says has a struct with named fields in allot::events, such as events::Placed; an
// Event carries them in members that all types share, and as<events::Placed>() reads them. The
// members that a type does not use are zero.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

#include "allot/messages/all_events.hpp"
#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"

namespace allot {

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

  // Returns: what the event says, by name. Requires: it is of E's type, or of one that shares E.
  template <class E>
  [[nodiscard]] E as() const noexcept;

  friend bool operator==(const Event&, const Event&) noexcept = default;
};
static_assert(std::endian::native == std::endian::little, "words are stored as they lie in memory");
static_assert(offsetof(Event, epoch) == 8 && offsetof(Event, ordinal) == 12 &&
              offsetof(Event, type) == 14 && offsetof(Event, flags) == 15 &&
              offsetof(Event, order_key) == 16 && offsetof(Event, sku) == 32 &&
              offsetof(Event, node) == 36 && offsetof(Event, quantity) == 40 &&
              offsetof(Event, line) == 44 && offsetof(Event, reason) == 46 &&
              offsetof(Event, amount) == 48 && offsetof(Event, time) == 56);
static_assert(sizeof(Event) == 64);
static_assert(std::has_unique_object_representations_v<Event>, "events are hashed as bytes");

// An event put together in registers, to be stored word by word: neighbours are read as one word
// while they are still on their way to memory (Core::outcome_check), and a processor passes on only
// what lies in one store, and else waits until everything before has arrived.
class EventWords {
 public:
  // The epoch and the ordinal of an event, as they lie in its second word.
  using Position = std::uint64_t;
  [[nodiscard]] static constexpr Position first_position(std::uint32_t epoch) noexcept {
    return epoch;
  }
  static constexpr Position next_position = Position{1} << 32U;

  EventWords(Sequence sequence, Position position, EventType type) noexcept
      : words_{sequence, position | std::uint64_t{static_cast<std::uint8_t>(type)} << 48U} {}

  template <class E>
  [[gnu::always_inline]] void put_fields(const E& event) noexcept {
    E::fields(event, [this](const EventField& field, const auto& value)
                         __attribute__((always_inline)) { this->put(field.slot, value); });
  }

  [[gnu::always_inline]] void store(Event& event) const noexcept {
    auto* at = reinterpret_cast<std::byte*>(&event);
    [this, at]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
      (std::memcpy(at + i * sizeof(std::uint64_t), &words_[i], sizeof(std::uint64_t)), ...);
    }(std::make_index_sequence<words>{});
  }

 private:
  static constexpr std::size_t words = sizeof(Event) / sizeof(std::uint64_t);

  template <class Tag>
  [[gnu::always_inline]] void put(EventSlot, const Key<Tag>& key) noexcept {
    words_[2] = key.low;
    words_[3] = key.high;
  }
  template <class Tag>
  [[gnu::always_inline]] void put(EventSlot slot, const Id<Tag>& id) noexcept {
    put(slot, id.value);
  }
  [[gnu::always_inline]] void put(EventSlot slot, const EventFlags& flags) noexcept {
    put(slot, flags.bits);
  }
  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  [[gnu::always_inline]] void put(EventSlot slot, const T& value) noexcept {
    const auto word = static_cast<std::uint64_t>(value);
    switch (slot) {
      case EventSlot::order_key:
      case EventSlot::order_key_low: words_[2] = word; return;
      case EventSlot::sku: words_[4] |= word; return;
      case EventSlot::node: words_[4] |= word << 32U; return;
      case EventSlot::quantity: words_[5] |= word; return;
      case EventSlot::line: words_[5] |= word << 32U; return;
      case EventSlot::reason: words_[5] |= word << 48U; return;
      case EventSlot::amount: words_[6] = word; return;
      case EventSlot::time: words_[7] = word; return;
      case EventSlot::flags: words_[1] |= word << 56U; return;
    }
  }

  std::array<std::uint64_t, words> words_;
};

namespace event_slots {

template <class T>
void take(const Event& event, EventSlot slot, T& value) noexcept {
  if constexpr (std::is_same_v<T, OrderKey>) {
    value = event.order_key;
  } else if constexpr (std::is_same_v<T, EventFlags>) {
    value.bits = event.flags;
  } else if constexpr (requires { value.value; }) {
    take(event, slot, value.value);
  } else {
    switch (slot) {
      case EventSlot::order_key:
      case EventSlot::order_key_low: value = static_cast<T>(event.order_key.low); return;
      case EventSlot::sku: value = static_cast<T>(event.sku); return;
      case EventSlot::node: value = static_cast<T>(event.node); return;
      case EventSlot::quantity: value = static_cast<T>(event.quantity); return;
      case EventSlot::line: value = static_cast<T>(event.line); return;
      case EventSlot::reason: value = static_cast<T>(event.reason); return;
      case EventSlot::amount: value = static_cast<T>(event.amount); return;
      case EventSlot::time: value = static_cast<T>(event.time); return;
      case EventSlot::flags: value = static_cast<T>(event.flags); return;
    }
  }
}

}  // namespace event_slots

template <class E>
E Event::as() const noexcept {
  E event;
  E::fields(event, [this](const EventField& field, auto& value) {
    event_slots::take(*this, field.slot, value);
  });
  return event;
}

// Returns: the event as it travels, of no sequence yet.
template <class E>
[[nodiscard]] Event event_of(const E& said) noexcept {
  Event event;
  EventWords words(0, EventWords::first_position(0), E::type);
  words.put_fields(said);
  words.store(event);
  return event;
}

// Calls `call` with what the event says, by name, such as an events::Placed. Returns: false,
// without a call, when the type's number is not one of ours.
template <class Call>
bool visit_event(const Event& event, Call&& call) {
  const auto is_one = [&]<class E>(std::type_identity<E>) {
    if (event.type != E::type) return false;
    call(event.as<E>());
    return true;
  };
  return [&]<class... E>(std::type_identity<std::tuple<E...>>) {
    return (is_one(std::type_identity<E>{}) || ...);
  }(std::type_identity<events::All>{});
}

}  // namespace allot
