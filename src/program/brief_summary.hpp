// What a person wants to know first of a rehearsal of own orders, in about twenty lines: what was
// read, what became of it, what ran short when, what to change, and what to doubt. The rest stands
// in the report, in --json, and in the summary with --details.
#pragma once

#include <cstddef>
#include <string>

#include "program/verb_options.hpp"
#include "simulation/report.hpp"

namespace allot::program {

// Returns: whether the run is told so: one of own orders that came to its end with books that are
//          right. Anything else has to be told whole.
[[nodiscard]] bool is_told_briefly(const SimulationReport& report, const SimulateOptions& options);

// Requires: a run with figures. Returns: lines of at most `columns`, without the verdict before
//           them and the advice (`advice`, as it is printed), which stands among them.
[[nodiscard]] std::string brief_summary(const SimulationReport& report,
                                        const SimulateOptions& options, const std::string& advice,
                                        std::size_t columns);

}  // namespace allot::program
