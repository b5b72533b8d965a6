// What shops call the columns of their orders.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "files/order_map.hpp"

namespace allot::files {

// Returns: the names of a column of this role, folded, the better ones first; none for roles that
//          are never guessed.
[[nodiscard]] std::span<const std::string_view> column_names(Role role) noexcept;

// Returns: a name as names are compared: in small letters, without blanks and signs between words.
[[nodiscard]] std::string folded_name(std::string_view name);

// Returns: how well a column's name is one of `names`: 0 best, -1 not at all.
[[nodiscard]] int name_rank(std::string_view column, std::span<const std::string_view> names);

}  // namespace allot::files
