// Lines that the draft of a map has in common for orders and stock.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/column_look.hpp"

namespace allot::files {

// Before what whoever reads a draft should look at: the rest of it was plain.
inline constexpr std::string_view look_at_this = "Look at this: ";

// Returns: the texts of a column with their rows, "'sent' (12 rows), 'open' (1 row)", those that
//          more rows have first; of many the first ones.
[[nodiscard]] std::string counted_list(const ColumnLook& columns, std::size_t column);
// Returns: the same of texts that were counted before, the most frequent first.
[[nodiscard]] std::string counted_list(
    const std::vector<std::pair<std::string_view, std::size_t>>& texts);

// Returns: the line of a map that says what a file is written in, where its
// bytes told it and it may
//          be another; else nothing. `form`: FileLook::form.
[[nodiscard]] std::string encoding_line(std::string_view form);

// Returns: comments that name each column that is not taken, with the first text that stands there,
//          unless it may be somebody's address.
[[nodiscard]] std::string unused_text(const ColumnLook& columns, const std::vector<bool>& taken);

}  // namespace allot::files
