// "Did you mean": the known name nearest to one that is not known.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace allot::files {

// Returns: "; did you mean 'price'?", or the known names when none is near, or nothing.
[[nodiscard]] std::string suggestion(std::string_view wrong, std::span<const std::string> known);

}  // namespace allot::files
