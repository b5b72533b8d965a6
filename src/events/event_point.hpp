// A place in the stream of all events of a log, which stays the same however often they are made
// again.
#pragma once

#include <compare>
#include <cstdint>

#include "allot/messages/event.hpp"

namespace allot {

// Before the event of this sequence and ordinal, or where that would be.
struct EventPoint {
  Sequence sequence{};
  std::uint32_t ordinal{};
  friend auto operator<=>(const EventPoint&, const EventPoint&) noexcept = default;
};

[[nodiscard]] constexpr EventPoint before(const Event& event) noexcept {
  return {.sequence = event.sequence, .ordinal = event.ordinal};
}
[[nodiscard]] constexpr EventPoint behind(const Event& event) noexcept {
  return {.sequence = event.sequence, .ordinal = std::uint32_t{event.ordinal} + 1};
}

}  // namespace allot
