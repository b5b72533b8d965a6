// Texts in capitals, the same on every machine.
#pragma once

#include <string>
#include <string_view>

namespace allot::json {

// Returns: the text with the small letters of Latin, Greek and Cyrillic as capitals, with their
//          accents. What has no one capital, such as ß, and what is no UTF-8 stays as it is.
[[nodiscard]] std::string in_capitals(std::string_view text);

}  // namespace allot::json
