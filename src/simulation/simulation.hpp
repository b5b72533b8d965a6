// The library behind `allot simulate`: orders from a file or a generator, a synthetic warehouse
// world around them, run through the real engine in virtual time, live, or both, then replayed.
//
// What is read, what is made up and every rule: docs/simulation.md.
// Threads: simulate() blocks; it starts and ends threads of its own. The sink is called from one of
//          them at a time, never after simulate() has returned.
// Errors:  a Status that names file, line and cause. Nothing is printed here.
// Memory:  the orders are held in memory, about 24 bytes per line and 24 per order of the scaled
// load.
#pragma once

#include "allot/types/status.hpp"
#include "simulation/report.hpp"
#include "simulation/simulation_options.hpp"

namespace allot {

// Returns: what happened, or why it could not be done.
[[nodiscard]] Result<SimulationReport> simulate(const SimulationOptions& options,
                                                ProgressSink& sink);

}  // namespace allot
