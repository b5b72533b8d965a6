// allot simulate: a peak sale rehearsed by the simulation library, with a live line on a terminal.
#include <absl/strings/str_format.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include "files/row_account.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/kept_run.hpp"
#include "program/limits_text.hpp"
#include "program/rehearsal.hpp"
#include "program/report_file.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"
#include "report/headline.hpp"

namespace allot::program {
namespace {

// The logs stay, and the summary says where, so that what was decided can be looked into
// afterwards.
std::optional<std::string> log_directory(const SimulateOptions& options) {
  if (!options.log_directory.empty()) return options.log_directory;
  std::error_code error;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
  std::string made = (temporary / "allot_simulate.XXXXXX").string();
  if (error || ::mkdtemp(made.data()) == nullptr) return std::nullopt;
  return made;
}

std::string printed(const SimulationReport& report) {
  const std::size_t columns = table_columns();
  return files::wrapped(report::headline(report), "", columns) + summary_text(report, columns);
}

// Where nobody said a place for them, nobody would look for them, nor for the room that they take.
std::string staying_text(const std::string& directory) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code gone;
    const std::uintmax_t size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return absl::StrFormat(
      "The logs stay in %s (%.1f MB) until you remove it; --log DIR keeps them elsewhere.\n",
      directory, static_cast<double>(bytes) / 1e6);
}

}  // namespace

int simulate(const SimulateOptions& options) {
  SimulationOptions how;
  const std::optional<std::string> logs = log_directory(options);
  if (!logs) {
    return fail(
        "simulate", options.json,
        {StatusCode::io_error, "no directory can be made for the logs; give one with --log"},
        found_problem);
  }
  how.orders_file = options.orders_file;
  how.from = options.from;
  how.until = options.until;
  how.map = options.map;
  how.stock_file = options.stock_file;
  how.products_file = options.products_file;
  how.nodes_file = options.nodes_file;
  how.lanes_file = options.lanes_file;
  how.updates_file = options.updates_file;
  how.key_file = options.key_file;
  how.scenario_file = options.scenario_file;
  how.log_directory = *logs;
  how.hgrm_file = options.hgrm_file;
  how.seed = options.seed;
  how.orders = options.orders;
  how.scale = options.scale;
  how.compress = options.compress;
  how.producers = options.producers;
  how.live_seconds = options.live_seconds;
  how.as_fast_as_possible = options.as_fast_as_possible;
  how.durability = durability_from(options.durability);
  how.virtual_time = options.mode != "live";
  how.live = options.mode != "virtual";

  how.figures = !options.report_file.empty();
  if (how.figures) {
    if (const Status status = check_report_file(options.report_file); !status.ok()) {
      return fail("simulate", options.json, status, found_problem);
    }
  }

  const Rehearsal rehearsal = rehearse(how);
  const Result<SimulationReport>& result = rehearsal.report;
  if (!result.ok()) {
    if (options.log_directory.empty()) {
      std::error_code kept;  // only an empty directory is removed; what was logged stays
      std::filesystem::remove(*logs, kept);
    }
    if (!rehearsal.interrupted.empty()) {
      return fail_interrupted("simulate", options.json, rehearsal.interrupted);
    }
    return fail("simulate", options.json, result.status(), rehearsal.failure());
  }
  std::cout << (options.json ? to_json(result.value(), options.form) : printed(result.value()));
  if (options.json) std::cout << '\n';
  if (!options.report_file.empty()) {
    const Status status =
        write_report_file(options.report_file, result.value(), options.language, options.command);
    if (!status.ok()) {
      std::cerr << "allot simulate: " << status.message() << '\n';
      return found_problem;
    }
    if (!options.json) {
      std::cout << fitted("Report: " + options.report_file + '\n', line_columns());
    }
  }
  if (const Status status = write_run(*logs, result.value(), options.command); !status.ok()) {
    std::cerr << "allot simulate: " << status.message() << '\n';
    return found_problem;
  }
  if (options.log_directory.empty() && !options.json) {
    std::cout << fitted(staying_text(*logs), line_columns());
  }
  const auto& live = result.value().live;
  if (live && !live->hgrm_fault.empty()) {
    std::cerr << "allot simulate: " << live->hgrm_fault << '\n';
    return found_problem;
  }
  if (!result.value().sound()) return found_problem;
  if (!result.value().stopped) return all_well;
  std::cerr << "allot simulate: " << stopped_text(*result.value().stopped) << '\n';
  return was_interrupted;
}

}  // namespace allot::program
