// Files that are no text, told by their first bytes.
#pragma once

#include <string>
#include <string_view>

namespace allot::files {

// Returns: what a file that begins with `head` is and how to make text of it; empty for text.
[[nodiscard]] std::string what_is_no_text(std::string_view head, const std::string& name);

// Returns: whether `python -m allot` reads it: Parquet, an Arrow file or a workbook.
[[nodiscard]] bool is_table_of_python(std::string_view head) noexcept;

}  // namespace allot::files
