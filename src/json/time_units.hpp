// A second, as times of the library count it.
#pragma once

#include <cstdint>

namespace allot {

inline constexpr std::int64_t second_ns = 1'000'000'000;
// For rates and lengths that are shown; nothing is decided with it.
inline constexpr double ns_per_second = 1e9;

}  // namespace allot
