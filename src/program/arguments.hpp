// The command line: which command, with which options. The one place that knows CLI11.
#pragma once

namespace allot::program {

// Effects: reads the arguments and runs the command that they name.
// Returns: an ExitStatus.
int run(int argc, char** argv);

}  // namespace allot::program
