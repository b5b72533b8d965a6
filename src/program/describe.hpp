// Reads a DescribedCommand out of CLI11's description of the program.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: what `app` takes, with its commands and theirs.
[[nodiscard]] DescribedCommand describe(const CLI::App& app);

}  // namespace allot::program
