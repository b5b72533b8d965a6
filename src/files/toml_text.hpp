// Texts of files as a map in TOML may have them.
#pragma once

#include <string>
#include <string_view>

namespace allot::files {

// What a file says itself, as it may stand in a comment: TOML allows no control character there,
// and a line break would end it.
[[nodiscard]] std::string in_comment(std::string_view text);

// A text of TOML, in its quotes.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace allot::files
