// Columns of lists of stock whose units are promised to somebody, or are a level and no units.
#pragma once

#include <string_view>

namespace allot::files {

// Returns: whether a column's name says so, in one of the languages of shops. A bare "reserve" is a
//          level that is kept back, and "unreserved" what nobody has been promised.
[[nodiscard]] bool says_reserved(std::string_view column);

// Returns: whether a column's name says that its units cannot be sold, as damaged ones: that they
//          are not what names of what is for sale say.
[[nodiscard]] bool says_unavailable(std::string_view column);

// Returns: whether a column's name says that its numbers are a least or most that should lie there,
//          or from which more is ordered, and no units.
[[nodiscard]] bool says_level(std::string_view column);

}  // namespace allot::files
