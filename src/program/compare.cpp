// allot compare: what two runs of `allot simulate` say, side by side.
#include <iostream>
#include <nlohmann/json.hpp>

#include "json/scalar_text.hpp"
#include "program/comparison.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/file_progress.hpp"
#include "program/interruption.hpp"
#include "program/report_file.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

void print_table(const CompareOptions& options, const KeptRun& a, const KeptRun& b,
                 const Comparison& compared) {
  const std::size_t columns = table_columns();
  if (!compared.unlike.empty()) {
    std::cout << wrapped("They are not runs of the same orders; these differ: " +
                             unlike_text(compared) + ".",
                         columns)
              << "\n\n";
  }
  std::cout << wrapped(json::without_controls(what_changes(a, b, compared, "In B")), columns)
            << "\n\n"
            << fitted("A  " + options.first + "\nB  " + options.second + "\n\n", line_columns())
            << comparison_table(a, b, compared);
  if (!compared.has_figures) {
    std::cout << '\n'
              << wrapped("Compare two reports (--report FILE) to see SKUs and money, too.", columns)
              << '\n';
  }
}

void print_json(const CompareOptions& options, const KeptRun& a, const KeptRun& b,
                const Comparison& compared) {
  Json json{
      {"a", options.first}, {"b", options.second}, {"says", what_changes(a, b, compared, "In B")}};
  json.update(comparison_json(compared, options.form));
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

ComparisonPage page_of(const CompareOptions& options, const KeptRun& a, const KeptRun& b,
                       const Comparison& compared) {
  return {a,
          b,
          options.first,
          options.second,
          {},
          compared.unlike,
          what_changes(a, b, compared, "In B"),
          options.language};
}

}  // namespace

int compare(const CompareOptions& options) {
  try {
    FileProgress progress;
    const Result<KeptRun> a = read_run(options.first, progress);
    const Result<KeptRun> b = a.ok() ? read_run(options.second, progress) : a;
    progress.end();
    if (!b.ok() && Interruption::came()) {
      return fail_interrupted("compare", options.json,
                              "interrupted while " + (a.ok() ? options.second : options.first) +
                                  " was read; nothing is compared");
    }
    if (!b.ok()) return fail("compare", options.json, b.status(), bad_input);
    const Comparison compared = compare_runs(a.value(), b.value());
    (options.json ? print_json : print_table)(options, a.value(), b.value(), compared);
    if (!options.report_file.empty()) {
      const Status status = write_comparison_file(options.report_file,
                                                  page_of(options, a.value(), b.value(), compared));
      if (!status.ok()) {
        std::cerr << "allot compare: " << status.message() << '\n';
        return status.code() == StatusCode::io_error ? found_problem : bad_input;
      }
      if (!options.json) {
        std::cout << fitted("\nReport: " + options.report_file + '\n', line_columns());
      }
    }
  } catch (const Json::exception& error) {
    return fail("compare", options.json,
                {StatusCode::invalid_argument,
                 options.first + " or " + options.second +
                     " was written by another version, or changed: " + error.what()},
                bad_input);
  }
  return all_well;
}

}  // namespace allot::program
