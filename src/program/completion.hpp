// Scripts by which a shell completes commands, options and their values.
#pragma once

#include <string>
#include <string_view>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: the script for "bash", "zsh" or "fish".
[[nodiscard]] std::string completion_script(const DescribedCommand& program,
                                            std::string_view shell);

}  // namespace allot::program
