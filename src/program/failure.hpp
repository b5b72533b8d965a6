// How a command says that it could not do its work.
#pragma once

#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::program {

// Returns: the name of a code for programs, such as "corrupt"; "ok" for ok.
[[nodiscard]] std::string_view cause_name(StatusCode code) noexcept;

// Effects: prints the message on stderr, and with `json` one object on stdout: the message as its
//          `error`, the code's name as its `cause`.
// Returns: `result`, an ExitStatus.
int fail(std::string_view command, bool json, const Status& why, int result);

// How a command says that Ctrl-C ended it before there was anything to show. `how_far`: a sentence.
// Returns: the exit status.
int fail_interrupted(std::string_view command, bool json, const std::string& how_far);

}  // namespace allot::program
