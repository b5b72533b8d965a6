// What to do about a map that is no TOML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace allot::files {

// Returns: how the line, from 1, should be written, as an error goes on; empty where that is not
//          known. Who writes a map by hand forgets quotes first of all.
[[nodiscard]] std::string toml_advice(std::string_view text, std::size_t line);

}  // namespace allot::files
