// Keeps a thread on one processor.
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot {

// Any processor: the system chooses, and may move the thread.
inline constexpr std::int32_t any_cpu = -1;

// Returns: invalid_argument, naming `option` and the processors there are, when this process may
//          not run on `cpu`. The calling thread may be moved for a moment.
[[nodiscard]] Status check_cpu(std::string_view option, std::int32_t cpu);

// Effects: the calling thread stays on `cpu` from now on. A processor that went away since it was
//          checked is no reason to stop: the thread then runs where it is.
void stay_on_cpu(std::int32_t cpu) noexcept;

}  // namespace allot
