// allot help: topics, commands and reasons, told on the terminal or as one object.
#pragma once

#include "program/described_command.hpp"
#include "program/verb_options.hpp"

namespace allot::program {

// Effects: prints the topic, command or reason that was asked for, or what there is to ask for.
// Returns: an ExitStatus.
int help(const HelpOptions& options, const DescribedCommand& program);

}  // namespace allot::program
