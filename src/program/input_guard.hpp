// Files that a command would write over although it reads them.
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

namespace allot::program {

// Returns: what is wrong, when a file that the parsed command writes (--report, --hgrm) is one that
//          another of its options or arguments names, by whatever path; else none. One line.
[[nodiscard]] std::optional<std::string> overwritten_input(const CLI::App& command);

}  // namespace allot::program
