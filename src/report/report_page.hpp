// The page that shows what a simulation found: one HTML file with everything in it, which loads
// nothing. docs/report.md says what stands on it.
//
// The page has one block of JSON, made here; its script (page.js) makes the words, the tables and
// the charts from that block, so that no two of them can differ. Texts of files that users brought
// (codes, file names) are data in that block and never markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "report/language.hpp"
#include "simulation/report.hpp"

namespace allot::report {

struct PageOptions {
  Language language{Language::en};
  std::string command;  // what repeats the run, as typed; empty: nobody knows
};

// Requires: a run of `report` has figures.
// Returns: the whole page, UTF-8, less than 5 MB.
[[nodiscard]] std::string report_page(const SimulationReport& report, const PageOptions& options);

// Two runs side by side.
struct ComparedRuns {
  std::string name_a;  // what they are called, such as the files that they were read from
  std::string name_b;
  std::string data_a;  // as report_data() made them, with figures
  std::string data_b;
  std::vector<std::string>
      changed;                      // the files with which B was made of A; empty: B is another run
  std::vector<std::string> unlike;  // unlike_* of the texts: what makes them no runs of the same
                                    // orders
  std::string summary;              // for readers without a script, in English
};

// Returns: the page of both, UTF-8, less than 5 MB.
[[nodiscard]] std::string comparison_page(const ComparedRuns& runs, Language language);

// The object that stands in the page, without what would end the block that it stands in.
[[nodiscard]] std::string report_data(const SimulationReport& report, const PageOptions& options);

// The same of comparison_page().
[[nodiscard]] std::string comparison_data(const ComparedRuns& runs);

// Returns: that object of a page that was written here; empty when it is no such page.
[[nodiscard]] std::string_view data_of_page(std::string_view page) noexcept;

}  // namespace allot::report
