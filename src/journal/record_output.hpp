// Writes the fields of a record behind each other, into bytes whose room was checked before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "journal/byte_order.hpp"
#include "messages/added_fields.hpp"
#include "messages/lists.hpp"

namespace allot {

class RecordOutput {
 public:
  explicit RecordOutput(std::byte* begin) noexcept : at_(begin) {}

  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void put(T value) noexcept {
    store(at_, value);
    at_ += sizeof value;
  }
  void put(bool value) noexcept { put(static_cast<std::uint8_t>(value ? 1 : 0)); }
  template <class Tag>
  void put(Id<Tag> id) noexcept {
    put(id.value);
  }
  // The high half of a key of the first format is left out when it is 0; a flag says so.
  template <class Tag>
  void put(const Key<Tag>& key) noexcept {
    put(key.low);
    if (key.high != 0) put(key.high);
  }
  void put(const Code& code) noexcept {
    put(code.size);
    std::memcpy(at_, code.bytes.data(), code.bytes.size());
    at_ += code.bytes.size();
  }
  template <class Tag>
  void put(std::span<const Id<Tag>> ids) noexcept {
    put(static_cast<std::uint32_t>(ids.size()));
    for (const Id<Tag> id : ids) put(id);
  }
  void put(std::span<const std::uint8_t> bytes) noexcept {
    put(static_cast<std::uint32_t>(bytes.size()));
    if (!bytes.empty()) std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
  }
  // The fields of the first format of each element, one element after the other.
  template <HasFields E>
  void put(std::span<const E> list) noexcept {
    put(static_cast<std::uint32_t>(list.size()));
    for (const E& element : list) {
      E::fields(element, [this](const Field& field, const auto& value) {
        if (field.added == 0) this->put(value);
      });
    }
  }

  // The fields that came later, as docs/journal_format.md lays them out.
  template <class C>
  void put_added(const C& command) noexcept {
    added_fields::visit_set(command, [this](std::uint8_t tag, const auto& value) {
      put(tag);
      put_whole(value);
    });
  }
  template <class L>
  void put_added_columns(std::span<const L> lines) noexcept {
    added_fields::visit_set_columns(lines, [&](std::uint8_t tag, const auto& value_of) {
      put(tag);
      for (const L& line : lines) put_whole(value_of(line));
    });
  }

  void pad_to(std::byte* end) noexcept {
    while (at_ != end) *at_++ = std::byte{0};
  }
  [[nodiscard]] std::byte* at() const noexcept { return at_; }

 private:
  void put_whole(const auto& value) noexcept { put(value); }
  template <class Tag>
  void put_whole(const Key<Tag>& key) noexcept {
    put(key.low);
    put(key.high);
  }

  std::byte* at_;
};

// Returns: bytes that put_added() and put_added_columns() write.
template <class C>
[[nodiscard]] std::size_t added_bytes(const C& command) noexcept {
  std::size_t bytes = 0;
  // Most commands say none of them.
  if constexpr (added_fields::added_numbers_are_zero<C>()) {
    if (added_fields::said_later(command) == 0) return 0;
  }
  added_fields::visit_set(command, [&bytes](std::uint8_t, const auto& value) {
    bytes += 1 + added_fields::size_of(value);
  });
  return bytes;
}
template <class L>
[[nodiscard]] std::size_t added_column_bytes(std::span<const L> lines) noexcept {
  std::size_t bytes = 0;
  added_fields::visit_set_columns(lines, [&](std::uint8_t, const auto& value_of) {
    bytes += 1 + lines.size() * added_fields::width_of(value_of(lines.front()));
  });
  return bytes;
}

}  // namespace allot
