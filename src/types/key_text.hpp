// Keys of commands and orders as text: one reader and one writer for JSON lines, C, Python and the
// program.
//
// A key is a number of 128 bits. As text it is decimal, or "hex:" and 16 or 32 hex digits, the high
// half first. A text of any other form is no key: nothing is hashed, cut or padded, and leading
// zeros of a decimal number are refused, because two order numbers that a host tells apart ("007"
// and "7") would become one key.
// Threads: any. Cost: some ten nanoseconds; the readers allocate nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot {

// The two halves of a key, whatever it names.
struct KeyHalves {
  std::uint64_t high{};
  std::uint64_t low{};

  friend constexpr bool operator==(const KeyHalves&, const KeyHalves&) noexcept = default;
};

// What messages say that a key looks like.
inline constexpr std::string_view key_text_form =
    "decimal digits without zeros in front, or hex: and 16 or 32 hex digits";

// The longest text that is a key: 2^128-1 in decimal.
inline constexpr std::size_t key_text_size_max = 39;

// Returns: the number, or nothing when `text` is not 0 to 2^128-1 in decimal or in the hex form.
[[nodiscard]] std::optional<KeyHalves> parse_key(std::string_view text) noexcept;

// Returns: the number of "hex:" and 16 or 32 digits; nothing for any other text.
[[nodiscard]] std::optional<KeyHalves> parse_hex(std::string_view text) noexcept;

// Returns: "hex:" and 32 lower-case digits.
[[nodiscard]] std::string hex_text(std::uint64_t high, std::uint64_t low);

// Returns: what parse_key() reads back: decimal when the high half is 0, else the hex form.
[[nodiscard]] std::string key_text(std::uint64_t high, std::uint64_t low);

template <class Tag>
[[nodiscard]] std::string key_text(const Key<Tag>& key) {
  return key_text(key.high, key.low);
}

}  // namespace allot
