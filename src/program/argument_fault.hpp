// What is said of arguments that cannot be read.
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

namespace allot::program {

// Returns: why the first argument that is no option names no command of `app`; nothing when it
//          does, or when an option stands there.
[[nodiscard]] std::optional<std::string> unknown_command(const CLI::App& app, int argc,
                                                         const char* const* argv);

// Returns: two lines for stderr: the command, what is wrong with which argument, where to read on.
[[nodiscard]] std::string argument_fault(const CLI::App* app, const CLI::Error& error);

// Effects: prints what is wrong on stdout, as fail() does with --json.
void print_fault(const CLI::App& app, const CLI::Error& error);

// Returns: whether the command that `argv` names has --json, and is given it, though other
//          arguments cannot be read.
[[nodiscard]] bool wants_json(const CLI::App& app, int argc, const char* const* argv);

}  // namespace allot::program
