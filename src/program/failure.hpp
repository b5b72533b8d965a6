// How a command says that it could not do its work.
#pragma once

#include <string>
#include <string_view>

namespace allot::program {

// Effects: prints the message on stderr, and with `json` as the one object on stdout too.
// Returns: `result`, an ExitStatus.
int fail(std::string_view command, bool json, const std::string& message, int result);

}  // namespace allot::program
