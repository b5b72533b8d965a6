#include <iostream>

#include "program/arguments.hpp"
#include "program/exit_status.hpp"
#include "program/progress_line.hpp"
#include "program/terminal.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const allot::program::WrappedErrors wrapped(allot::program::ProgressLine::make_way);
  const int status = allot::program::run(argc, argv);
  // A full disk behind a redirection must not look like success, whichever command printed.
  std::cout.flush();
  if (std::cout) return status;
  std::cerr << "allot: standard output cannot be written; what it shows is not whole\n";
  return status == allot::program::all_well ? allot::program::found_problem : status;
}
