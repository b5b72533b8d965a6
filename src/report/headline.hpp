// The first sentence of a report: how the sale would have gone, and what that goes by.
#pragma once

#include <string>

#include "report/language.hpp"
#include "simulation/report.hpp"

namespace allot::report {

// Requires: `report` has a run. Returns: the sentence without its full stop, in which <b> marks the
//           verdict: nothing else of it is markup, and no name of the user's stands in it.
[[nodiscard]] std::string marked_headline(const SimulationReport& report, Language language);

// Returns: the same in English for a terminal, with its full stop.
[[nodiscard]] std::string headline(const SimulationReport& report);

}  // namespace allot::report
