// Characters of ASCII, as files of shops have them around what they say. No locale.
#pragma once

#include <string_view>

namespace allot::files {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

// Returns: the text without blanks around.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Returns: what a cell says: without blanks around, and without the guard by which digits stay a
//          text in a spreadsheet, ="0801".
[[nodiscard]] constexpr std::string_view cell_text(std::string_view cell) noexcept {
  cell = trimmed(cell);
  if (cell.size() < 3 || cell[0] != '=' || cell[1] != '"' || cell.back() != '"') return cell;
  return trimmed(cell.substr(2, cell.size() - 3));
}

}  // namespace allot::files
