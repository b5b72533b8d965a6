#include <array>
#include <utility>

#include "allot/intake/body_hash.hpp"
#include "journal/byte_order.hpp"
#include "journal/record_codec.hpp"
#include "journal/record_input.hpp"
#include "journal/record_layout.hpp"
#include "messages/lists.hpp"

namespace allot {
namespace {

namespace layout = record_layout;

void take_time(RecordInput& in, TimeNs base_time, TimeNs& time) noexcept {
  if (!in.has(layout::wide_time)) return;
  in.take(time);
  if (layout::delta_fits(time, base_time)) in.fail(RecordFault::not_canonical);
}

void take_options(RecordInput& in, Place& c) noexcept {
  in.take(c.priority);
  in.take(c.max_splits);
  in.take(c.shortage);
  in.take(c.ship_complete);
  const Place usual;
  if (c.priority == usual.priority && c.max_splits == usual.max_splits &&
      c.shortage == usual.shortage && !c.ship_complete) {
    in.fail(RecordFault::not_canonical);
  }
}

void take_options(RecordInput& in, Import& c) noexcept {
  std::array<std::uint8_t, 3> unused{};
  in.take(c.priority);
  for (std::uint8_t& byte : unused) in.take(byte);
  if (c.priority == Place::default_priority) in.fail(RecordFault::not_canonical);
  if (unused != std::array<std::uint8_t, 3>{}) in.fail(RecordFault::padding_nonzero);
}

void take_lines(RecordInput& in, std::span<OrderLine> lines) noexcept {
  const std::size_t count = lines.size();
  std::size_t each = layout::line_bytes;
  if (in.has(layout::wide_prices)) each += 4;
  if (in.has(layout::line_shortage)) each += 1;
  if (!in.room(count * each)) return;
  const std::byte* line_at = in.at();
  const std::byte* high_at = line_at + count * layout::line_bytes;
  const std::byte* shortage_at = high_at + (in.has(layout::wide_prices) ? count * 4 : 0);
  std::uint32_t any_high = 0;
  std::uint8_t any_shortage = 0;
  for (std::size_t i = 0; i < count; ++i, line_at += layout::line_bytes) {
    OrderLine line;
    line.sku.value = load<std::uint32_t>(line_at);
    line.quantity = load<std::uint32_t>(line_at + 4);
    std::uint64_t price = load<std::uint32_t>(line_at + 8);
    if (in.has(layout::wide_prices)) {
      const auto high = load<std::uint32_t>(high_at + i * 4);
      any_high |= high;
      price |= std::uint64_t{high} << 32U;
    }
    line.price = static_cast<MoneyMinor>(price);
    if (in.has(layout::line_shortage)) {
      const auto shortage = load<std::uint8_t>(shortage_at + i);
      any_shortage = static_cast<std::uint8_t>(any_shortage | shortage);
      line.shortage = static_cast<Shortage>(shortage);
    }
    lines[i] = line;
  }
  if (in.has(layout::wide_prices) && any_high == 0) in.fail(RecordFault::not_canonical);
  if (in.has(layout::line_shortage) && any_shortage == 0) in.fail(RecordFault::not_canonical);
  in.skip(count * each);
}

template <class C>
void take_order(RecordInput& in, const std::byte* header, TimeNs base_time, ListRoom list_room,
                TimeNs& time, C& c) noexcept {
  const std::size_t count = load<std::uint16_t>(header + layout::at_lines);
  if (ListRoom::bytes_of<OrderLine>(count) > list_room.bytes_free()) {
    return in.fail(RecordFault::too_many_lines);
  }
  const std::span<OrderLine> lines = list_room.take<OrderLine>(count);
  in.take(c.command_key);
  in.take(c.order_key);
  take_time(in, base_time, time);
  c.channel.value = load<std::uint16_t>(header + layout::at_channel);
  c.zone.value = load<std::uint16_t>(header + layout::at_zone);
  if (in.has(layout::wide_ids)) {
    if ((c.channel.value | c.zone.value) != 0) in.fail(RecordFault::padding_nonzero);
    in.take(c.channel);
    in.take(c.zone);
    if (c.channel.value <= 65'535 && c.zone.value <= 65'535) in.fail(RecordFault::not_canonical);
  }
  std::uint32_t bit = 1U << layout::first_token;
  for (Token* token : {&c.tokens.customer, &c.tokens.device, &c.tokens.card, &c.tokens.address,
                       &c.tokens.phone, &c.tokens.recipient}) {
    in.take_present(*token, bit);
    bit <<= 1U;
  }
  in.take_present(c.ship_by, layout::ship_by);
  if (in.has(layout::options)) take_options(in, c);
  take_lines(in, lines);
  c.lines = lines;
  in.take_added(c, lines, list_room);
}

template <class C>
void take_plain(RecordInput& in, const std::byte* header, TimeNs base_time, ListRoom list_room,
                TimeNs& time, C& c) noexcept {
  if (load<std::uint16_t>(header + layout::at_lines) != 0 ||
      load<std::uint32_t>(header + layout::at_channel) != 0) {
    in.fail(RecordFault::padding_nonzero);
  }
  take_time(in, base_time, time);
  std::span<OrderLine> lines;
  C::fields(c, [&]<class T>(const Field& field, T& value) {
    if (field.added != 0) return;
    if constexpr (std::is_same_v<T, std::span<const OrderLine>>) {
      lines = in.take_lines(value, list_room);
    } else if constexpr (is_list<T>) {
      in.take(value, list_room);
    } else {
      in.take(value);
    }
  });
  in.take_added(c, lines, list_room);
}

template <class C>
[[nodiscard]] RecordFault decode_as(std::span<const std::byte> record, std::uint32_t flags,
                                    TimeNs base_time, ListRoom list_room, Sequenced& out) noexcept {
  if ((flags & ~layout::flags_allowed<C>()) != 0) return RecordFault::flags_unknown;
  const std::byte* header = record.data();
  const auto delta = load<std::uint32_t>(header + layout::at_time_delta);
  RecordInput in(record, flags);
  out.step_too_large = in.has(layout::step_too_large);
  if (in.has(layout::wide_time)) {
    if (delta != 0) return RecordFault::padding_nonzero;
  } else {
    out.time = static_cast<TimeNs>(static_cast<std::uint64_t>(base_time) + delta);
    if (out.time < base_time) return RecordFault::not_canonical;  // beyond the end of time
  }
  C& c = out.command.emplace<C>();
  if constexpr (layout::is_order<C>) {
    take_order(in, header, base_time, list_room, out.time, c);
  } else {
    take_plain(in, header, base_time, list_room, out.time, c);
  }
  in.finish();
  return in.fault();
}

// One decoder per type number, found by walking the alternatives once per record.
template <std::size_t... i>
[[nodiscard]] RecordFault decode_any(std::uint8_t type, std::span<const std::byte> record,
                                     std::uint32_t flags, TimeNs base_time, ListRoom list_room,
                                     Sequenced& out, std::index_sequence<i...>) noexcept {
  RecordFault fault = RecordFault::type_unknown;
  const auto try_one = [&]<class C>(std::type_identity<C>) {
    if (type != static_cast<std::uint8_t>(command_type_of<C>)) return false;
    fault = decode_as<C>(record, flags, base_time, list_room, out);
    return true;
  };
  static_cast<void>((try_one(std::type_identity<std::variant_alternative_t<i, Command>>{}) || ...));
  return fault;
}

}  // namespace

std::string_view record_fault_text(RecordFault fault) noexcept {
  switch (fault) {
    case RecordFault::none: return "good";
    case RecordFault::truncated: return "the record is longer than the bytes that are there";
    case RecordFault::size_wrong: return "the record's size disagrees with its contents";
    case RecordFault::type_unknown: return "unknown command type";
    case RecordFault::flags_unknown: return "a flag that this command does not have";
    case RecordFault::not_canonical: return "a value in a longer form than it needs";
    case RecordFault::padding_nonzero: return "a byte that must be zero is not";
    case RecordFault::bool_invalid: return "a yes/no byte is neither 0 nor 1";
    case RecordFault::too_many_lines:
      return "more lines, or elements of a list, than there is room for";
  }
  return "unknown fault";
}

RecordFault decode_record(std::span<const std::byte> bytes, Sequence sequence, TimeNs base_time,
                          ListRoom list_room, DecodedRecord& out) noexcept {
  if (bytes.size() < record_header_bytes) return RecordFault::truncated;
  const std::size_t size = std::size_t{load<std::uint16_t>(bytes.data())} * 8;
  if (size < record_header_bytes) return RecordFault::size_wrong;
  if (size > bytes.size()) return RecordFault::truncated;
  const auto type_and_flags = load<std::uint32_t>(bytes.data() + layout::at_type_and_flags);
  const RecordFault fault = decode_any(
      static_cast<std::uint8_t>(type_and_flags & 0xFFU), bytes.first(size), type_and_flags >> 8U,
      base_time, list_room, out.command, std::make_index_sequence<std::variant_size_v<Command>>{});
  if (fault != RecordFault::none) return fault;
  out.command.sequence = sequence;
  out.command.body_hash = body_hash(out.command.command);
  out.bytes = size;
  return RecordFault::none;
}

}  // namespace allot
