// What text says besides its words, where a terminal shows colours: that something went wrong, or
// is to be looked at. Sparingly: a table in which most is coloured says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace allot::inspection {

enum class Tone : std::uint8_t { plain, good, look, bad };

// Returns: the text in its colour, which takes no column; `colour` false: as it is.
[[nodiscard]] inline std::string toned(std::string_view text, Tone tone, bool colour) {
  if (!colour || tone == Tone::plain || text.empty()) return std::string(text);
  const char* const begin = tone == Tone::good   ? "\x1b[32m"
                            : tone == Tone::look ? "\x1b[33m"
                                                 : "\x1b[31m";
  return begin + std::string(text) + "\x1b[0m";
}

}  // namespace allot::inspection
