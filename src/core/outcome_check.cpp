// The 32 bits that a log keeps of what a command caused: docs/journal_format.md, section 3.
//
// They guard against a replay that decides otherwise, not against bit errors (frames have their own
// sums). Made of the values, so that every compiler and machine gets the same. The products of one
// event do not wait for one another; from event to event there is one step that does.
#include <bit>
#include <cstdint>

#include "allot/core/core.hpp"

namespace allot {
namespace {

// Odd, so that no difference in a word is lost.
constexpr std::uint64_t key_0 = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t key_1 = 0xC2B2AE3D27D4EB4FU;
constexpr std::uint64_t key_2 = 0xD6E8FEB86659FD93U;
constexpr std::uint64_t key_3 = 0xA0761D6478BD642FU;
constexpr std::uint64_t key_4 = 0xE7037ED1A0B428DBU;
constexpr std::uint64_t key_5 = 0x8EBC6AF09C88C6E3U;
constexpr std::uint64_t key_6 = 0x589965CC75374CC3U;
constexpr std::uint64_t key_step = 0xBF58476D1CE4E5B9U;
constexpr std::uint64_t seed = 0x6A09E667F3BCC909U;

[[nodiscard]] std::uint64_t step(std::uint64_t state, std::uint64_t sum) noexcept {
  return std::rotl(state ^ sum, 29) * key_step;
}

[[nodiscard]] std::uint64_t sum_of(const Event& event) noexcept {
  const std::uint64_t head = event.ordinal |
                             std::uint64_t{static_cast<std::uint8_t>(event.type)} << 16U |
                             std::uint64_t{event.flags} << 24U;
  const std::uint64_t place = event.sku | std::uint64_t{event.node} << 32U;
  const std::uint64_t what = event.quantity | std::uint64_t{event.line} << 32U |
                             std::uint64_t{static_cast<std::uint16_t>(event.reason)} << 48U;
  return head * key_0 + event.order_key.low * key_1 + event.order_key.high * key_2 + place * key_3 +
         what * key_4 + static_cast<std::uint64_t>(event.amount) * key_5 +
         static_cast<std::uint64_t>(event.time) * key_6;
}

[[nodiscard]] std::uint64_t sum_of(const CellTouch& touch) noexcept {
  return (touch.sku.value | std::uint64_t{touch.node.value} << 32U) * key_3 +
         touch.available * key_4;
}

}  // namespace

std::uint32_t Core::outcome_check(const Outcome& out) const noexcept {
  std::uint64_t state = seed;
  for (const Event& event : out.events()) state = step(state, sum_of(event));
  for (const CellTouch& touch : out.touches()) state = step(state, sum_of(touch));
  return static_cast<std::uint32_t>(state >> 32U);
}

}  // namespace allot
