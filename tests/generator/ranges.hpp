// The greatest values that commands may give, as docs/commands.md says them: written down again
// here, so that neither the naive engine nor the generator takes them from the engine.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"

namespace allot::ranges {

inline constexpr std::int64_t units_max = 2'147'483'647;
inline constexpr TimeNs time_max = 4'000'000'000'000'000'000;
inline constexpr std::int64_t ttl_max = 1'000'000'000'000'000'000;
inline constexpr std::int64_t second = 1'000'000'000;

}  // namespace allot::ranges
