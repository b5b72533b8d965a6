#include "files/toml_advice.hpp"

#include <algorithm>

#include "files/characters.hpp"
#include "files/toml_text.hpp"

namespace allot::files {

namespace {

bool is_wide(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Whether it stands in a text that somebody typed without quotes.
bool is_plain(char c) noexcept {
  return is_letter(c) || is_digit(c) || is_wide(c) || c == '_' || c == '-' || c == '.' || c == ' ';
}

// Returns: a line of a text, from 1, without its end.
std::string_view line_of(std::string_view text, std::size_t line) {
  for (std::size_t at = 1; at < line; ++at) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

std::string toml_advice(std::string_view text, std::size_t line) {
  text = line_of(text, line);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {};
  const std::string key(trimmed(text.substr(0, equals)));
  const std::string_view value = trimmed(text.substr(equals + 1));
  if (!value.empty() && std::ranges::all_of(value, is_plain)) {
    return ": texts stand in quotes: " + key + " = " + quoted(value);
  }
  if (value.find_first_of("\"'") == std::string_view::npos) {
    return ": texts stand in quotes, as in " + key + " = [\"...\", \"...\"]";
  }
  if (std::ranges::all_of(key, is_plain) && std::ranges::any_of(key, is_wide)) {
    return ": names with other letters than a to z stand in quotes: " + quoted(key) + " = ...";
  }
  return {};
}

}  // namespace allot::files
