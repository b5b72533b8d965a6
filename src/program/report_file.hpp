// The pages that --report leaves behind.
#pragma once

#include <string>
#include <vector>

#include "allot/types/status.hpp"
#include "program/kept_run.hpp"
#include "simulation/report.hpp"

namespace allot::program {

struct ComparisonPage {
  const KeptRun& a;
  const KeptRun& b;
  std::string name_a;
  std::string name_b;
  std::vector<std::string> changed;  // files; empty: B is no change of A
  std::vector<std::string> unlike;   // as Comparison
  std::string summary;               // what the page says, as text
  std::string language;              // en or zh
};

// Returns: the words of a command line as a shell reads them back.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& words);

// Effects: none that stay: a file that was not there is not there afterwards.
// Errors: it cannot be written. Asked before a run, because whoever waits for minutes should not
//         learn afterwards.
[[nodiscard]] Status check_report_file(const std::string& path);

// `language`: en or zh. `command`: what repeats the run.
[[nodiscard]] Status write_report_file(const std::string& path, const SimulationReport& report,
                                       const std::string& language, const std::string& command);

// The page of two runs side by side. Errors: also when one of them has no figures.
[[nodiscard]] Status write_comparison_file(const std::string& path, const ComparisonPage& page);

}  // namespace allot::program
