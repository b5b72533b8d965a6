// Files that are read whole, and files that are there whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::program {

// Errors: not_found, io_error, invalid_argument for a directory; each names the file.
[[nodiscard]] Result<std::string> read_text_file(const std::string& name);

// Effects: the text takes the place of the file when it is written.
[[nodiscard]] Status write_text_file(const std::string& name, std::string_view text);

}  // namespace allot::program
