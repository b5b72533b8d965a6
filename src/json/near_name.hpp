// Which name was meant by a word that names nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace allot::json {

// Returns: the name that takes the fewest letters added, left out, changed or swapped with a
//          neighbour, the first of several; nothing when all take more than a third of the letters.
[[nodiscard]] std::string_view near_name(std::string_view word, std::span<const std::string> names);

// Returns: "; did you mean NAME?", or nothing when no name is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> names);

// The same for names in quotes. Capitals, blanks, dashes and underscores count for nothing.
// Returns: "; did you mean 'NAME'?", or when no name is near "; there are 'A', 'B', ...".
[[nodiscard]] std::string suggestion_of(std::string_view word, std::span<const std::string> names);

}  // namespace allot::json
