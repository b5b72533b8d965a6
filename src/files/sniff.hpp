// What a text file is, told by its first rows: JSON lines, or delimited text and by what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"
#include "files/delimited_reader.hpp"

namespace allot::files {

enum class Shape : std::uint8_t { delimited, json_lines };

struct Sniffed {
  Shape shape{Shape::delimited};
  Dialect dialect;
  std::size_t above{};  // rows above the header: a title, or what tells a spreadsheet the delimiter
  std::string why;      // in words, such as "';' splits each of the first 20 rows into 8 fields"
};

// "," and "comma", ";" and "semicolon", "\t" and "tab", "|" and "pipe". Returns: '\0' for others.
[[nodiscard]] char delimiter_named(std::string_view name) noexcept;
// Returns: the first of these names.
[[nodiscard]] std::string name_of_delimiter(char delimiter);

// `head`: the beginning of the text; what is cut off at its end is left alone.
// Errors: an empty file, a JSON document of one piece, lines that end in carriage returns alone.
[[nodiscard]] Result<Sniffed> sniff(const std::string& name, std::string_view head, bool is_whole);

}  // namespace allot::files
