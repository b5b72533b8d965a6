// The commands that look into a log, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>

#include "program/verb_options.hpp"

namespace allot::program {

// Effects: adds the command to `app`; its arguments go into `options`, which outlive the app.
CLI::App* add_events(CLI::App& app, EventsOptions& options);

}  // namespace allot::program
