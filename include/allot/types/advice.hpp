// What a caller can do about what went wrong.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/enum_names.hpp"

namespace allot {

// What a caller can do about a reason or a status.
enum class Advice : std::uint8_t {
  none = 0,       // nothing was wrong
  permanent = 1,  // the same will never succeed
  retry = 2,      // the same may succeed later
  fix = 3,        // what was given has to change first, or what lies around the engine
};
template <>
inline constexpr std::array<std::string_view, 4> enum_names<Advice>{"none", "permanent", "retry",
                                                                    "fix"};

}  // namespace allot
