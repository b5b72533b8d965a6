// Reads the fields of a record at a cursor, never behind the record's end; the first fault stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

#include "journal/byte_order.hpp"
#include "journal/record_codec.hpp"
#include "journal/record_layout.hpp"
#include "messages/added_fields.hpp"
#include "messages/lists.hpp"

namespace allot {

class RecordInput {
 public:
  RecordInput(std::span<const std::byte> record, std::uint32_t flags) noexcept
      : record_(record), flags_(flags) {}

  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void take(T& value) noexcept {
    if (!room(sizeof value)) return;
    value = load<T>(record_.data() + used_);
    used_ += sizeof value;
  }
  void take(bool& value) noexcept {
    std::uint8_t byte = 0;
    take(byte);
    if (byte > 1) fail(RecordFault::bool_invalid);
    value = byte == 1;
  }
  template <class Tag>
  void take(Id<Tag>& id) noexcept {
    take(id.value);
  }
  void take(CommandKey& key) noexcept { take_key(key, record_layout::command_key_wide); }
  void take(OrderKey& key) noexcept { take_key(key, record_layout::order_key_wide); }
  void take(PaymentKey& key) noexcept { take_key(key, record_layout::payment_key_wide); }
  void take(Code& code) noexcept {
    take(code.size);
    if (!room(code.bytes.size())) return;
    std::memcpy(code.bytes.data(), record_.data() + used_, code.bytes.size());
    used_ += code.bytes.size();
  }
  // The elements come to lie in the room.
  template <class Tag>
  void take(std::span<const Id<Tag>>& ids, ListRoom& list_room) noexcept {
    std::uint32_t count = 0;
    take(count);
    if (!room(count * sizeof(std::uint32_t))) return;
    if (ListRoom::bytes_of<Id<Tag>>(count) > list_room.bytes_free()) {
      return fail(RecordFault::too_many_lines);
    }
    const std::span<Id<Tag>> taken = list_room.take<Id<Tag>>(count);
    for (Id<Tag>& id : taken) take(id);
    ids = taken;
  }
  void take(std::span<const std::uint8_t>& bytes, ListRoom& list_room) noexcept {
    std::uint32_t count = 0;
    take(count);
    if (!room(count)) return;
    if (ListRoom::bytes_of<std::uint8_t>(count) > list_room.bytes_free()) {
      return fail(RecordFault::too_many_lines);
    }
    const std::span<std::uint8_t> taken = list_room.take<std::uint8_t>(count);
    if (count != 0) std::memcpy(taken.data(), at(), count);
    used_ += count;
    bytes = taken;
  }
  template <HasFields E>
  void take(std::span<const E>& list, ListRoom& list_room) noexcept {
    std::uint32_t count = 0;
    take(count);
    if (!room(count * record_layout::element_bytes<std::span<const E>>())) return;
    if (ListRoom::bytes_of<E>(count) > list_room.bytes_free()) {
      return fail(RecordFault::too_many_lines);
    }
    const std::span<E> taken = list_room.take<E>(count);
    for (E& element : taken) {
      element = {};
      E::fields(element, [this](const Field&, auto& value) { this->take(value); });
    }
    list = taken;
  }
  // The same of lines. Returns: them, as they lie there.
  [[nodiscard]] std::span<OrderLine> take_lines(std::span<const OrderLine>& lines,
                                                ListRoom& list_room) noexcept {
    std::uint32_t count = 0;
    take(count);
    constexpr std::size_t each = record_layout::element_bytes<std::span<const OrderLine>>();
    if (!room(count * each)) return {};
    if (ListRoom::bytes_of<OrderLine>(count) > list_room.bytes_free()) {
      fail(RecordFault::too_many_lines);
      return {};
    }
    const std::span<OrderLine> taken = list_room.take<OrderLine>(count);
    for (OrderLine& line : taken) {
      line = {};
      OrderLine::fields(line, [this](const Field& field, auto& value) {
        if (field.added == 0) this->take(value);
      });
    }
    lines = taken;
    return taken;
  }
  // A present value that could have been absent has a second encoding: refused.
  template <class T>
  void take_present(T& value, std::uint32_t bit) noexcept {
    if (!has(bit)) return;
    take(value);
    if (value == T{}) fail(RecordFault::not_canonical);
  }

  // The fields that came later, if there are any: those of the command, then those of its lines.
  template <class C, class L>
  void take_added(C& command, std::span<L> lines, ListRoom& list_room) noexcept {
    if (!has(record_layout::added)) return;
    std::uint8_t last = 0;
    while (fault_ == RecordFault::none && used_ < record_.size() && at()[0] != std::byte{0}) {
      std::uint8_t tag = 0;
      take(tag);
      if (tag <= last) return fail(RecordFault::not_canonical);
      last = tag;
      const bool known = tag < added_fields::line_tag
                             ? take_added_field(command, tag, list_room)
                             : take_added_column(lines, tag - added_fields::line_tag);
      if (!known) return fail(RecordFault::flags_unknown);
    }
    if (last == 0) fail(RecordFault::not_canonical);
  }

  // Everything up to the end has to be padding.
  void finish() noexcept {
    if (fault_ != RecordFault::none) return;
    if (record_layout::padded(used_) != record_.size()) return fail(RecordFault::size_wrong);
    for (; used_ < record_.size(); ++used_) {
      if (record_[used_] != std::byte{0}) return fail(RecordFault::padding_nonzero);
    }
  }
  void skip(std::size_t bytes) noexcept {
    if (room(bytes)) used_ += bytes;
  }
  [[nodiscard]] const std::byte* at() const noexcept { return record_.data() + used_; }
  [[nodiscard]] bool has(std::uint32_t bit) const noexcept { return (flags_ & bit) != 0; }
  // Returns: whether that many bytes follow; faults when not.
  [[nodiscard]] bool room(std::size_t bytes) noexcept {
    if (record_.size() - used_ >= bytes) return true;
    fail(RecordFault::size_wrong);
    return false;
  }
  void fail(RecordFault fault) noexcept {
    if (fault_ == RecordFault::none) fault_ = fault;
  }
  [[nodiscard]] RecordFault fault() const noexcept { return fault_; }

 private:
  template <class Tag>
  void take_key(Key<Tag>& key, std::uint32_t wide) noexcept {
    take(key.low);
    take_present(key.high, wide);
  }

  void take_whole(auto& value) noexcept { take(value); }
  template <class Tag>
  void take_whole(Key<Tag>& key) noexcept {
    take(key.low);
    take(key.high);
  }

  // Returns: whether the command has an added field of this number. The default is never written.
  template <class C>
  bool take_added_field(C& command, unsigned number, ListRoom& list_room) noexcept {
    bool known = false;
    const C standard{};
    C::fields(command, [&]<class T>(const Field& field, T& value) {
      if constexpr (added_fields::is_list_of_structs<T> || requires { value == value; }) {
        if (field.added != number) return;
        known = true;
        if constexpr (added_fields::is_list_of_structs<T>) {
          take(value, list_room);
        } else {
          take_whole(value);
        }
        if (!added_fields::is_said(value, added_fields::same_member(command, value, standard))) {
          fail(RecordFault::not_canonical);
        }
      }
    });
    return known;
  }
  // The same of a column: one value for each line, not all of them the default.
  template <class L>
  bool take_added_column(std::span<L> lines, unsigned number) noexcept {
    if (number == 0) return false;
    bool known = false;
    bool all_usual = true;
    const L standard{};
    for (L& line : lines) {
      L::fields(line, [&](const Field& field, auto& value) {
        if (field.added != number) return;
        known = true;
        take_whole(value);
        all_usual = all_usual && value == added_fields::same_member(line, value, standard);
      });
    }
    if (known && all_usual) fail(RecordFault::not_canonical);
    return known;
  }

  std::span<const std::byte> record_;
  std::uint32_t flags_;
  std::size_t used_{record_header_bytes};
  RecordFault fault_{RecordFault::none};
};

}  // namespace allot
