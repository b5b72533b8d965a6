// Which options can be used. Each refusal names the option, its range and what to do.
#pragma once

#include <cstddef>

#include "allot/driver/engine_options.hpp"
#include "allot/messages/semantics.hpp"
#include "allot/types/status.hpp"

namespace allot {

// What can be said without knowing the limits.
[[nodiscard]] Status check_options(const EngineOptions& options);
// What depends on them. `step_events_max`: of the core.
[[nodiscard]] Status check_sizes(const EngineOptions& options, const Limits& limits,
                                 std::size_t step_events_max);
// Returns: why an engine that was asked for limits cannot go on with a log, whose own they are not:
//          the first that differs. What was left at a default is taken for that of the semantics.
[[nodiscard]] Status check_limits(const Limits& asked, const Limits& logged, Semantics semantics);
[[nodiscard]] std::size_t events_capacity(const EngineOptions& options,
                                          std::size_t step_events_max) noexcept;

}  // namespace allot
