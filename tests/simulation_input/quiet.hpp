// What a test gives to a run whose progress it does not look at.
#pragma once

#include "simulation/simulation_options.hpp"

namespace allot {

class Quiet : public ProgressSink {
 public:
  void show(const SimulationProgress&) override {}
};

}  // namespace allot
