// The token that stands for a text: a name of an attribute, what rules compare texts with.
#pragma once

#include <string_view>

#include "allot/types/ids.hpp"

namespace allot {

// Returns: XXH3-64 of its bytes; 1 where that is 0.
[[nodiscard]] Token name_token(std::string_view text) noexcept;

}  // namespace allot
