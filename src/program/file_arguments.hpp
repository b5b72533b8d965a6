// The commands that look at files that people write or export, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>

#include "program/verb_options.hpp"

namespace allot::program {

// Each: adds the command to `app`; its arguments go into `options`, which outlive the app.
CLI::App* add_map(CLI::App& app, MapOptions& options);
CLI::App* add_rules(CLI::App& app, RulesOptions& options);
CLI::App* add_traffic(CLI::App& app, TrafficOptions& options);

}  // namespace allot::program
