// What the program ends with.
#pragma once

#include "allot/types/status.hpp"

namespace allot::program {

enum ExitStatus : int {
  all_well = 0,
  found_problem = 1,   // the log, the stock or an answer is not as it has to be, or could not be
                       // written
  bad_input = 2,       // a wrong option, a line that is no command, a file that cannot be read
  named_happened = 3,  // what --fail-on names, and nothing worse
};

// Returns: the exit status for what went wrong with a log that is written.
[[nodiscard]] inline ExitStatus exit_status_of(const Status& status) noexcept {
  return status.code() == StatusCode::invalid_argument ? bad_input : found_problem;
}

}  // namespace allot::program
