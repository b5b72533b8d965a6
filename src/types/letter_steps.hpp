// How far two words are from each other, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace allot {

// Returns: the fewest bytes added, left out, changed or swapped with a neighbour that make one of
//          the other: Damerau's and Levenshtein's distance, with swaps of neighbours only.
// Cost:    the product of both lengths.
[[nodiscard]] std::size_t letter_steps(std::string_view from, std::string_view to);

}  // namespace allot
