// Writes numbers and texts as the canonical encoding of the state has them (docs/rules.md §10):
// little-endian, one after the other.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "allot/types/code.hpp"

namespace allot {

static_assert(std::endian::native == std::endian::little,
              "values are written as they lie in memory");

class StateWriter {
 public:
  template <class... T>
  void put(T... values) {
    (put_one(values), ...);
  }
  void put_code(const Code& code) { put_text(code.text()); }
  // Requires: no more bytes than a code has.
  void put_text(std::string_view text) {
    put(static_cast<std::uint8_t>(text.size()));
    append(text.data(), text.size());
  }
  void section(std::uint8_t number, std::uint64_t count) { put(number, count); }
  [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

 private:
  template <class T>
  void put_one(T value) {
    static_assert(std::is_integral_v<T> || std::is_enum_v<T>);
    append(&value, sizeof value);
  }
  void append(const void* data, std::size_t size) {
    const auto* from = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), from, from + size);
  }

  std::vector<std::byte> bytes_;
};

}  // namespace allot
