// What the program ends with.
#pragma once

namespace allot::program {

enum ExitStatus : int {
  all_well = 0,
  found_problem = 1,  // the log, the stock or an answer is not as it has to be
  bad_input = 2,      // a wrong option, a line that is no command, a file that cannot be read
};

}  // namespace allot::program
