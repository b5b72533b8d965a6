// Numbers of the record layout that encoder and decoder share. Frozen.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "allot/messages/command_type.hpp"
#include "journal/record_codec.hpp"
#include "messages/added_fields.hpp"
#include "messages/lists.hpp"

namespace allot::record_layout {

// Bits of the 24-bit flags field.
inline constexpr std::uint32_t command_key_wide = 1U << 0U;
inline constexpr std::uint32_t order_key_wide = 1U << 1U;
inline constexpr std::uint32_t first_token = 2;  // bits 2 to 7: customer ... recipient
inline constexpr std::uint32_t ship_by = 1U << 8U;
inline constexpr std::uint32_t options = 1U << 9U;
inline constexpr std::uint32_t wide_ids = 1U << 10U;
inline constexpr std::uint32_t wide_time = 1U << 11U;
inline constexpr std::uint32_t step_too_large = 1U << 12U;
inline constexpr std::uint32_t wide_prices = 1U << 13U;
inline constexpr std::uint32_t line_shortage = 1U << 14U;
// Fields that came after this format follow behind everything else, each behind its number; one
// that is not there has its default, so that old records keep their meaning.
inline constexpr std::uint32_t added = 1U << 15U;
inline constexpr std::uint32_t payment_key_wide = 1U << 16U;

inline constexpr std::uint32_t every_command = command_key_wide | wide_time | step_too_large;
inline constexpr std::uint32_t every_order = every_command | order_key_wide |
                                             (0x3FU << first_token) | ship_by | options | wide_ids |
                                             wide_prices | line_shortage;

// Offsets in the header.
inline constexpr std::size_t at_size = 0;
inline constexpr std::size_t at_lines = 2;
inline constexpr std::size_t at_type_and_flags = 4;
inline constexpr std::size_t at_time_delta = 8;
inline constexpr std::size_t at_channel = 12;
inline constexpr std::size_t at_zone = 14;

inline constexpr std::size_t line_bytes = 12;
// A column of an added field has one tag for all lines, which order_bytes_widest counts.
inline constexpr std::size_t line_bytes_widest =
    line_bytes + 4 + 1 + added_fields::added_widest<OrderLine>() - added_fields::count<OrderLine>();
// No limits allow an order more attributes.
inline constexpr std::size_t attributes_most = 16;
// Header, two 16-byte keys, time, ids, six tokens, ship_by, options, what came later.
inline constexpr std::size_t order_bytes_widest =
    record_header_bytes + 32 + 8 + 8 + 48 + 8 + 4 +
    std::max(added_fields::added_widest<Place>(), added_fields::added_widest<Import>()) +
    attributes_most * added_fields::widest<OrderAttribute>() + added_fields::count<OrderLine>();

[[nodiscard]] constexpr std::size_t padded(std::size_t bytes) noexcept {
  return (bytes + 7) / 8 * 8;
}

// Returns: whether `time` lies 0 to 2^32-1 ns behind `base`.
[[nodiscard]] constexpr bool delta_fits(TimeNs time, TimeNs base) noexcept {
  return time >= base && static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(base) <=
                             std::numeric_limits<std::uint32_t>::max();
}

template <class C>
inline constexpr bool is_order = std::is_same_v<C, Place> || std::is_same_v<C, Import>;
template <class C>
concept HasOrderKey = requires(const C& c) { c.order_key; };
template <class C>
concept HasPaymentKey = requires(const C& c) { c.payment_key; };

template <class C>
concept HasLines = requires(const C& c) { c.lines; };
template <class C>
inline constexpr bool has_lines = HasLines<C>;

// Returns: the bytes of one element of a list, of what belongs to the first format.
template <class List>
[[nodiscard]] consteval std::size_t element_bytes() {
  using Element = std::remove_const_t<typename List::element_type>;
  if constexpr (HasFields<Element>) {
    return added_fields::widest<Element>() - added_fields::added_widest<Element>();
  } else {
    return sizeof(Element);
  }
}

// Orders are laid out by hand, for they are most of a log. Everything else about their first format
// follows from `fields`; these hold the hand to it.
static_assert(added_fields::first_fields_are<Place>({"command_key", "order_key", "channel", "zone",
                                                     "customer", "device", "card", "address",
                                                     "phone", "recipient", "ship_by", "priority",
                                                     "max_splits", "shortage", "ship_complete",
                                                     "lines"}));
static_assert(added_fields::first_fields_are<Import>({"command_key", "order_key", "channel", "zone",
                                                      "customer", "device", "card", "address",
                                                      "phone", "recipient", "ship_by", "priority",
                                                      "lines"}));
static_assert(added_fields::first_fields_are<OrderLine>({"sku", "quantity", "price", "shortage"}));

// Whether a record of C can have fields that came after the first format.
template <class C>
inline constexpr bool can_add =
    added_fields::count<C>() != 0 || (has_lines<C> && added_fields::count<OrderLine>() != 0);

template <class C>
[[nodiscard]] constexpr std::uint32_t flags_allowed() noexcept {
  const std::uint32_t later = can_add<C> ? added : 0;
  if (is_order<C>) return every_order | later;
  std::uint32_t flags = wide_time | step_too_large | later;
  if constexpr (requires(const C& c) { c.command_key; }) flags |= command_key_wide;
  if (HasOrderKey<C>) flags |= order_key_wide;
  if (HasPaymentKey<C>) flags |= payment_key_wide;
  return flags;
}

}  // namespace allot::record_layout
