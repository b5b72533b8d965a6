// What the program ends with.
#pragma once

#include <array>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::program {

enum ExitStatus : int {
  all_well = 0,
  found_problem = 1,      // the log, the stock or an answer is not as it has to be, or could not be
                          // written
  bad_input = 2,          // a wrong option, a line that is no command, a file that cannot be read
  named_happened = 3,     // what --fail-on names, and nothing worse
  was_interrupted = 130,  // by Ctrl-C or a signal like it, before all was done
};

struct ExitStatusText {
  ExitStatus status;
  std::string_view text;
};
inline constexpr std::array exit_status_texts{
    ExitStatusText{all_well, "all is well"},
    ExitStatusText{found_problem, "a problem was found, or something could not be written"},
    ExitStatusText{bad_input, "wrong options or input"},
    ExitStatusText{named_happened, "something happened that --fail-on names"},
    ExitStatusText{was_interrupted, "Ctrl-C ended it"},
};

// Returns: the exit status for what went wrong with a log that is written.
[[nodiscard]] inline ExitStatus exit_status_of(const Status& status) noexcept {
  return status.code() == StatusCode::invalid_argument ? bad_input : found_problem;
}

}  // namespace allot::program
