// Numbers and what they count, in words for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace allot::program {

// Returns: "1 segment", "2 segments".
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace allot::program
