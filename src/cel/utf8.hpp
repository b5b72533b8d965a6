// UTF-8, byte for byte: the encoding of every text and of the rules themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace allot::cel {

// What stands at a place of a text.
struct CodePoint {
  char32_t value{};
  std::uint32_t bytes{};  // 0 where no code point begins: the end, or what is no UTF-8
};

// Returns: the code point that begins at `at`. Overlong forms, surrogates and what lies above
//          U+10FFFF are no UTF-8.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;
// Requires: is_utf8(text).
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;
// Requires: a code point that is no surrogate.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace allot::cel
