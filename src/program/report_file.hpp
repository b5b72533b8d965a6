// The page that `allot simulate --report` leaves behind.
#pragma once

#include <string>
#include <vector>

#include "allot/types/status.hpp"
#include "simulation/report.hpp"

namespace allot::program {

// Returns: the words of a command line as a shell reads them back.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& words);

// Effects: none that stay: a file that was not there is not there afterwards.
// Errors: it cannot be written. Asked before a run, because whoever waits for minutes should not
//         learn afterwards.
[[nodiscard]] Status check_report_file(const std::string& path);

// `language`: en or zh. `command`: what repeats the run.
[[nodiscard]] Status write_report_file(const std::string& path, const SimulationReport& report,
                                       const std::string& language, const std::string& command);

}  // namespace allot::program
