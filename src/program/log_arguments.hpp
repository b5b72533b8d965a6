// The commands that look into a log, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>

#include "program/verb_options.hpp"

namespace allot::program {

// Each: adds the command to `app`; its arguments go into `options`, which outlive the app.
CLI::App* add_events(CLI::App& app, EventsOptions& options);
CLI::App* add_orders(CLI::App& app, StateOptions& options);
CLI::App* add_stock(CLI::App& app, StateOptions& options);
CLI::App* add_waiting(CLI::App& app, StateOptions& options);
CLI::App* add_exceptions(CLI::App& app, StateOptions& options);
CLI::App* add_services(CLI::App& app, StateOptions& options);
CLI::App* add_feed(CLI::App& app, StateOptions& options);
CLI::App* add_top(CLI::App& app, TopOptions& options);
CLI::App* add_history(CLI::App& app, StateOptions& options);

}  // namespace allot::program
