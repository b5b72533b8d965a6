#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>

#include "journal/byte_order.hpp"
#include "journal/record_codec.hpp"
#include "journal/record_layout.hpp"
#include "journal/record_output.hpp"
#include "messages/lists.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {
namespace {

namespace layout = record_layout;

// Adds up the bytes of the fields of the first format.
struct SizeCounter {
  std::size_t bytes{};
  template <class T>
  void operator()(const Field& field, const T& value) noexcept {
    if (field.added != 0) return;
    if constexpr (requires { value.high; }) {
      bytes += value.high != 0 ? 16 : 8;
    } else if constexpr (is_list<T>) {
      bytes += added_fields::width_of(value) + value.size() * layout::element_bytes<T>();
    } else {
      bytes += added_fields::width_of(value);
    }
  }
};

// Writes them.
struct FirstFields {
  RecordOutput& out;
  void operator()(const Field& field, const auto& value) const noexcept {
    if (field.added == 0) out.put(value);
  }
};

// Four bytes, the first one lowest: as they lie in the command, so that they are one load.
[[nodiscard]] std::uint32_t option_word(const Place& c) noexcept {
  static_assert(offsetof(Place, max_splits) == offsetof(Place, priority) + 1 &&
                offsetof(Place, shortage) == offsetof(Place, priority) + 2 &&
                offsetof(Place, ship_complete) == offsetof(Place, priority) + 3);
  std::uint32_t word = 0;
  std::memcpy(&word, reinterpret_cast<const std::byte*>(&c) + offsetof(Place, priority),
              sizeof word);
  return word;
}
[[nodiscard]] std::uint32_t option_word(const Import& c) noexcept { return c.priority; }
[[nodiscard]] std::array<Token, enum_count<TokenKind>> token_list(const OrderTokens& t) noexcept {
  return {t.customer, t.device, t.card, t.address, t.phone, t.recipient};
}

// What an order's optional parts are; one pass over its lines.
template <class C>
[[nodiscard]] std::uint32_t order_flags(const C& c) noexcept {
  std::uint32_t flags = 0;
  if (c.command_key.high != 0) flags |= layout::command_key_wide;
  if (c.order_key.high != 0) flags |= layout::order_key_wide;
  std::uint32_t bit = 1U << layout::first_token;
  for (const Token token : token_list(c.tokens)) {
    if (token != 0) flags |= bit;
    bit <<= 1U;
  }
  if (c.ship_by != 0) flags |= layout::ship_by;
  if (option_word(c) != option_word(C{})) flags |= layout::options;
  if (c.channel.value > 65'535 || c.zone.value > 65'535) flags |= layout::wide_ids;
  std::uint64_t prices = 0;
  std::uint8_t shortages = 0;
  for (const OrderLine& line : c.lines) {
    prices |= static_cast<std::uint64_t>(line.price);
    shortages = static_cast<std::uint8_t>(shortages | static_cast<std::uint8_t>(line.shortage));
  }
  if ((prices >> 32U) != 0) flags |= layout::wide_prices;
  if (shortages != 0) flags |= layout::line_shortage;
  return flags;
}

[[nodiscard]] std::size_t order_bytes(std::uint32_t flags, std::size_t lines,
                                      std::size_t added) noexcept {
  const auto has = [flags](std::uint32_t bit) { return (flags & bit) != 0; };
  const auto tokens =
      static_cast<std::size_t>(std::popcount((flags >> layout::first_token) & 0x3FU));
  std::size_t bytes = record_header_bytes + 16 + tokens * 8;
  if (has(layout::command_key_wide)) bytes += 8;
  if (has(layout::order_key_wide)) bytes += 8;
  if (has(layout::wide_time)) bytes += 8;
  if (has(layout::wide_ids)) bytes += 8;
  if (has(layout::ship_by)) bytes += 8;
  if (has(layout::options)) bytes += 4;
  std::size_t each = layout::line_bytes;
  if (has(layout::wide_prices)) each += 4;
  if (has(layout::line_shortage)) each += 1;
  return layout::padded(bytes + lines * each + added);
}

void put_header(std::byte* at, CommandType type, std::uint32_t flags, std::size_t bytes,
                std::size_t lines, std::uint32_t delta, std::uint32_t ids) noexcept {
  store(at + layout::at_size, static_cast<std::uint16_t>(bytes / 8));
  store(at + layout::at_lines, static_cast<std::uint16_t>(lines));
  store(at + layout::at_type_and_flags, static_cast<std::uint32_t>(type) | flags << 8U);
  store(at + layout::at_time_delta, delta);
  store(at + layout::at_channel, ids);
}

template <class C>
void put_order(const C& c, std::uint32_t flags, TimeNs time, std::byte* begin,
               std::byte* end) noexcept {
  RecordOutput out(begin + record_header_bytes);
  out.put(c.command_key);
  out.put(c.order_key);
  if ((flags & layout::wide_time) != 0) out.put(time);
  if ((flags & layout::wide_ids) != 0) {
    out.put(c.channel);
    out.put(c.zone);
  } else {
    store(begin + layout::at_channel, static_cast<std::uint16_t>(c.channel.value));
    store(begin + layout::at_zone, static_cast<std::uint16_t>(c.zone.value));
  }
  for (const Token token : token_list(c.tokens)) {
    if (token != 0) out.put(token);
  }
  if (c.ship_by != 0) out.put(c.ship_by);
  if ((flags & layout::options) != 0) {
    out.put(option_word(c));
  }
  for (const OrderLine& line : c.lines) {
    out.put(line.sku);
    out.put(line.quantity);
    out.put(static_cast<std::uint32_t>(static_cast<std::uint64_t>(line.price)));
  }
  if ((flags & layout::wide_prices) != 0) {
    for (const OrderLine& line : c.lines) {
      out.put(static_cast<std::uint32_t>(static_cast<std::uint64_t>(line.price) >> 32U));
    }
  }
  if ((flags & layout::line_shortage) != 0) {
    for (const OrderLine& line : c.lines) out.put(line.shortage);
  }
  out.put_added(c);
  out.put_added_columns(c.lines);
  out.pad_to(end);
}

// Room for the widest order of so many lines, and for what put_order_in_one_pass() writes behind
// it.
[[nodiscard]] constexpr bool roomy(std::size_t lines, std::size_t room) noexcept {
  const std::size_t room_used = room < record_bytes_max ? room : record_bytes_max;
  return lines < record_bytes_max / layout::line_bytes_widest &&
         layout::order_bytes_widest + lines * layout::line_bytes_widest + 8 <= room_used;
}

// Returns: which of what few orders say this one does.
template <class C>
[[gnu::noinline]] std::uint32_t rest_flags(const C& c) noexcept {
  std::uint64_t later = added_fields::said_later(c);
  for (const OrderLine& line : c.lines) later |= added_fields::said_later(line);
  return (order_flags(c) & (layout::wide_prices | layout::line_shortage)) |
         (later != 0 ? layout::added : 0);
}

// Effects: writes it behind all others, as `flags` tells. Returns: its end.
template <class C>
[[gnu::noinline]] std::byte* put_rest(const C& c, std::uint32_t flags, std::byte* at) noexcept {
  RecordOutput out(at);
  if ((flags & layout::wide_prices) != 0) {
    for (const OrderLine& line : c.lines) {
      out.put(static_cast<std::uint32_t>(static_cast<std::uint64_t>(line.price) >> 32U));
    }
  }
  if ((flags & layout::line_shortage) != 0) {
    for (const OrderLine& line : c.lines) out.put(line.shortage);
  }
  if ((flags & layout::added) != 0) {
    out.put_added(c);
    out.put_added_columns(c.lines);
  }
  return out.at();
}

// Without a look at the order beforehand. Gives the bytes of order_flags(), order_bytes() and
// put_order(). What is absent is left out by branches: one host's orders are alike.
// Requires: roomy(), and no more attributes than attributes_most. Returns: the size of the record.
template <class C>
std::size_t put_order_in_one_pass(const C& c, const Sequenced& in, bool wide_time,
                                  std::uint32_t delta, std::byte* begin) noexcept {
  std::byte* at = begin + record_header_bytes;
  std::uint32_t flags = in.step_too_large ? layout::step_too_large : 0;
  const auto put = [&at, &flags](auto value, bool present, std::uint32_t flag) {
    if (!present) return;
    store(at, value);
    at += sizeof value;
    flags |= flag;
  };
  put(c.command_key.low, true, 0);
  put(c.command_key.high, c.command_key.high != 0, layout::command_key_wide);
  put(c.order_key.low, true, 0);
  put(c.order_key.high, c.order_key.high != 0, layout::order_key_wide);
  put(in.time, wide_time, layout::wide_time);
  const bool wide_ids = (c.channel.value | c.zone.value) > 65'535;
  put(c.channel.value | std::uint64_t{c.zone.value} << 32U, wide_ids, layout::wide_ids);
  const std::uint32_t ids = wide_ids ? 0 : c.channel.value | c.zone.value << 16U;
  std::uint32_t bit = 1U << layout::first_token;
  for (const Token token : token_list(c.tokens)) {
    put(token, token != 0, bit);
    bit <<= 1U;
  }
  put(c.ship_by, c.ship_by != 0, layout::ship_by);
  const std::uint32_t options = option_word(c);
  put(options, options != option_word(C{}), layout::options);
  std::uint64_t prices = 0;
  std::uint64_t later = added_fields::said_later(c);
  // What is written could be the command itself for all that the compiler knows, so where the lines
  // are is read once. By count: from pointers it would divide to learn where they end.
  const OrderLine* line = c.lines.data();
  const std::size_t lines = c.lines.size();
  for (std::size_t i = 0; i < lines; ++i, ++line, at += layout::line_bytes) {
    const auto price = static_cast<std::uint64_t>(line->price);
    store(at, line->sku.value | std::uint64_t{line->quantity} << 32U);
    store(at + 8, static_cast<std::uint32_t>(price));
    prices |= price;
    later |= added_fields::said_later(*line) | static_cast<std::uint8_t>(line->shortage);
  }
  if ((prices >> 32U | later) != 0) [[unlikely]] {
    flags |= rest_flags(c);
    at = put_rest(c, flags, at);
  }
  store(at, std::uint64_t{0});
  const std::size_t bytes = layout::padded(static_cast<std::size_t>(at - begin));
  put_header(begin, command_type_of<C>, flags, bytes, lines, delta, ids);
  return bytes;
}

template <class C>
[[nodiscard]] std::uint32_t plain_flags(const C& c) noexcept {
  std::uint32_t flags = 0;
  if constexpr (requires { c.command_key; }) {
    if (c.command_key.high != 0) flags |= layout::command_key_wide;
  }
  if constexpr (layout::HasOrderKey<C>) {
    if (c.order_key.high != 0) flags |= layout::order_key_wide;
  }
  if constexpr (layout::HasPaymentKey<C>) {
    if (c.payment_key.high != 0) flags |= layout::payment_key_wide;
  }
  return flags;
}

struct Plan {
  std::uint32_t flags{};
  std::size_t bytes{};  // 0: too many lines, or a list that is too long
  std::size_t lines{};
};

template <class C>
[[nodiscard]] Plan plan_record(const C& c, bool wide_time, bool step_too_large) noexcept {
  Plan plan;
  const std::uint32_t stamp =
      (wide_time ? layout::wide_time : 0) | (step_too_large ? layout::step_too_large : 0);
  if constexpr (layout::is_order<C>) {
    plan.lines = c.lines.size();
    // Nothing above this count could fit; leaving early keeps the sum below from overflowing.
    if (plan.lines > record_bytes_max / layout::line_bytes) return plan;
    const std::size_t added = added_bytes(c) + added_column_bytes(c.lines);
    plan.flags = order_flags(c) | stamp | (added != 0 ? layout::added : 0);
    plan.bytes = order_bytes(plan.flags, plan.lines, added);
    if (plan.bytes > record_bytes_max) plan.bytes = 0;
  } else {
    std::size_t added = added_bytes(c);
    if constexpr (layout::has_lines<C>) added += added_column_bytes(c.lines);
    plan.flags = plain_flags(c) | stamp | (added != 0 ? layout::added : 0);
    SizeCounter counter{record_header_bytes + (wide_time ? 8U : 0U) + added};
    C::fields(c, counter);
    plan.bytes = layout::padded(counter.bytes);
    if (plan.bytes > record_bytes_max) plan.bytes = 0;
  }
  return plan;
}

template <class C>
void write_record(const C& c, const Plan& plan, const Sequenced& in, std::uint32_t delta,
                  std::byte* out) noexcept {
  put_header(out, command_type_of<C>, plan.flags, plan.bytes, plan.lines, delta, 0);
  if constexpr (layout::is_order<C>) {
    put_order(c, plan.flags, in.time, out, out + plan.bytes);
  } else {
    RecordOutput fields(out + record_header_bytes);
    if ((plan.flags & layout::wide_time) != 0) fields.put(in.time);
    C::fields(c, FirstFields{fields});
    if ((plan.flags & layout::added) != 0) {
      fields.put_added(c);
      if constexpr (layout::has_lines<C>) fields.put_added_columns(c.lines);
    }
    fields.pad_to(out + plan.bytes);
  }
}

template <class C>
[[nodiscard]] std::size_t encode(const C& c, const Sequenced& in, bool wide, std::uint32_t delta,
                                 std::span<std::byte> out) noexcept {
  if constexpr (layout::is_order<C>) {
    if (c.attributes.size() <= layout::attributes_most && roomy(c.lines.size(), out.size()))
        [[likely]] {
      return put_order_in_one_pass(c, in, wide, delta, out.data());
    }
  }
  const Plan plan = plan_record(c, wide, in.step_too_large);
  if (plan.bytes == 0 || plan.bytes > out.size()) return 0;
  write_record(c, plan, in, delta, out.data());
  return plan.bytes;
}

}  // namespace

std::size_t encoded_size(const Sequenced& in, TimeNs base_time) noexcept {
  const bool wide = !layout::delta_fits(in.time, base_time);
  return std::visit([&](const auto& c) { return plan_record(c, wide, in.step_too_large).bytes; },
                    in.command);
}

std::size_t encoded_size_max(const Command& command) noexcept {
  return std::visit([](const auto& c) { return plan_record(c, true, false).bytes; }, command);
}

std::size_t encode_record(const Sequenced& in, TimeNs base_time,
                          std::span<std::byte> out) noexcept {
  const bool wide = !layout::delta_fits(in.time, base_time);
  const auto delta = wide ? 0U
                          : static_cast<std::uint32_t>(static_cast<std::uint64_t>(in.time) -
                                                       static_cast<std::uint64_t>(base_time));
  // Most records are this one's: no jump through a table for it.
  if (const auto* place = std::get_if<Place>(&in.command))
    return encode(*place, in, wide, delta, out);
  return std::visit(
      [&in, wide, delta, out](const auto& c) { return encode(c, in, wide, delta, out); },
      in.command);
}

std::size_t command_bytes_max(const Limits& limits) noexcept {
  const std::size_t order =
      layout::padded(layout::order_bytes_widest +
                     std::size_t{limits.lines_per_order_max} * layout::line_bytes_widest);
  std::size_t widest = order;
  // The other commands: header, time, all fields, the elements of their lists.
  const auto bytes_of = [&limits]<class C>(std::type_identity<C>) {
    std::size_t bytes = record_header_bytes + 8 + added_fields::widest<C>();
    if constexpr (!layout::is_order<C>) {
      const C command{};
      visit_lists(command, [&]<class E>(const Field& field, const std::span<const E>&) {
        std::size_t each = sizeof(E);
        if constexpr (HasFields<E>) {
          // A column of an added field has one tag for all elements.
          each = added_fields::widest<E>() - added_fields::count<E>();
          bytes += added_fields::count<E>();
        }
        bytes += limits.*field.at_most * each;
      });
    }
    return layout::padded(bytes);
  };
  [&]<class... C>(std::type_identity<std::variant<C...>>) {
    widest = std::max({widest, bytes_of(std::type_identity<C>{})...});
  }(std::type_identity<Command>{});
  return widest;
}

std::uint64_t limits_hash(const Limits& limits) noexcept {
  std::array<std::byte, added_fields::widest<Limits>()> bytes{};
  RecordOutput out(bytes.data());
  Limits::fields(limits, FirstFields{out});
  out.put_added(limits);
  return XXH3_64bits(bytes.data(), static_cast<std::size_t>(out.at() - bytes.data()));
}

}  // namespace allot
