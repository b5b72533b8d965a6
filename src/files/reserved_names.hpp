// Columns of a list of stock whose units lie there and are promised to somebody.
#pragma once

#include <string_view>

namespace allot::files {

// Returns: whether a column's name says so, in one of the languages of shops. A bare "reserve" is a
//          level that is kept back, and "unreserved" what nobody has been promised.
[[nodiscard]] bool says_reserved(std::string_view column);

}  // namespace allot::files
