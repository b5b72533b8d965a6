// The commands of the program. Each prints its result on stdout and everything else on stderr.
// Returns: an ExitStatus.
#pragma once

#include "program/verb_options.hpp"

namespace allot::program {

int apply(const ApplyOptions& options);
int replay(const ReplayOptions& options);
int verify(const VerifyOptions& options);
int copy(const CopyOptions& options);
int inspect(const InspectOptions& options);
int events(const EventsOptions& options);
int orders(const StateOptions& options);
int stock(const StateOptions& options);
int waiting(const StateOptions& options);
int exceptions(const StateOptions& options);
int services(const StateOptions& options);
int feed(const StateOptions& options);
int history(const StateOptions& options);
int top(const TopOptions& options);
int explain(const ExplainOptions& options);
int bench(const BenchOptions& options);
int map(const MapOptions& options);
int rules(const RulesOptions& options);
int traffic(const TrafficOptions& options);
int simulate(const SimulateOptions& options);
int compare(const CompareOptions& options);
int whatif(const WhatIfOptions& options);
int demo(const DemoOptions& options);

}  // namespace allot::program
