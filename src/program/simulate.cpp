// allot simulate: a peak sale rehearsed by the simulation library, with a live line on a terminal.
#include <absl/strings/str_format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "files/row_account.hpp"
#include "inspection/money_text.hpp"
#include "inspection/tone.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"
#include "program/brief_summary.hpp"
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

using inspection::Tone;

// SKUs of the advice that a short summary names: a few more of them are named, too.
constexpr std::size_t advice_listed = 3;
constexpr std::size_t advice_listed_all = 4;

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

// Returns: the summary with its alarms in colour. Each is a sentence that begins a line.
std::string in_colour(const std::string& summary, bool colour) {
  constexpr std::string_view alarms[] = {"MORE THAN HALF of the rows", "CONSERVATION IS BROKEN",
                                         "Assumed, to be confirmed"};
  std::string text;
  bool goes_on = false;  // a line of an alarm, which is broken with four blanks
  for (std::size_t from = 0; colour && from < summary.size();) {
    const std::size_t to = std::min(summary.find('\n', from), summary.size());
    const std::string_view line = std::string_view(summary).substr(from, to - from);
    const std::string_view words = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    goes_on = (goes_on && line.starts_with("    ")) ||
              std::ranges::any_of(
                  alarms, [words](std::string_view alarm) { return words.starts_with(alarm); });
    const bool is_worst = line.find("ANOTHER digest") != std::string_view::npos;
    text += inspection::toned(line, goes_on || is_worst ? Tone::bad : Tone::plain, true) + '\n';
    from = to + 1;
  }
  return colour ? text : summary;
}

// Returns: ": 50 units worth 1,245.00 GBP refused or made to wait", with other goods of the same
//          orders; nothing where that is not known.
std::string cost_of(const SimulationReport& report, const RunFigures& figures,
                    const StockAdvice::Row& row) {
  const auto found = std::ranges::find(figures.shortfalls, row.sku, &Shortfall::sku);
  if (found == figures.shortfalls.end()) return {};
  const std::uint64_t units = found->refused + found->refused_with + found->waited;
  const MoneyMinor value = found->value_refused + found->value_with + found->value_waited;
  std::string text = ": " + json::counted(units, "unit");
  if (value > 0 && !report.input.several_currencies) {
    const std::string& code = report.input.currency;
    text += " worth " + inspection::grouped_money(value, {"?", report.input.exponent}) +
            (code.empty() ? "" : ' ' + code);
  }
  return text + " refused or made to wait";
}

// Returns: what to have more of, where the run has figures, one thing a line: as the report says
// it.
std::string advice_text(const SimulationReport& report, const SimulateOptions& options,
                        std::size_t columns) {
  const RunReport& run = report.virtual_time ? *report.virtual_time : *report.live;
  if (!run.figures) return {};
  const StockAdvice& advice = run.figures->advice;
  if (advice.rows.empty()) {
    return options.advice_file.empty()
               ? std::string()
               : files::wrapped("Advice: no more stock of any SKU would have helped; " +
                                    options.advice_file + " has no row.",
                                "", columns);
  }
  std::string text =
      files::wrapped("What would have helped most, in stock from the beginning:", "", columns);
  const bool is_brief = is_told_briefly(report, options);
  const std::size_t listed =
      is_brief && advice.rows.size() > advice_listed_all ? advice_listed : advice.rows.size();
  for (std::size_t at = 0; at < listed; ++at) {
    const StockAdvice::Row& row = advice.rows[at];
    text += files::wrapped(json::counted(row.units, "unit") + " of " +
                               json::without_controls(row.sku) + cost_of(report, *run.figures, row),
                           "  ", columns);
  }
  if (listed < advice.rows.size()) {
    text += "  and " + json::counted(advice.rows.size() - listed, "other SKU") + ", which " +
            (options.advice_file.empty() ? "--advice FILE" : options.advice_file) + " has\n";
  }
  // Who takes this advice still runs short of them.
  const RunFigures& figures = *run.figures;
  const std::uint64_t advised = advice.rows.size() + figures.short_without_row;
  if (figures.skus_short > advised) {
    const std::uint64_t others = figures.skus_short - advised;
    text += files::wrapped("and less: " + json::counted(others, "other SKU") + " that ran short",
                           "  ", columns);
  }
  if (options.advice_file.empty()) return text;
  const std::string run_name = options.log_directory.empty() ? "RUN" : options.log_directory;
  return text +
         files::wrapped("They are the rows of " + options.advice_file + "; try them with", "  ",
                        columns) +
         fitted("  allot whatif " + run_name + " --more-stock " + options.advice_file + '\n',
                line_columns());
}

std::string printed(const SimulationReport& report, const SimulateOptions& options) {
  const std::size_t columns = table_columns();
  const bool colour = takes_colour(STDOUT_FILENO);
  const std::string advice = advice_text(report, options, columns);
  const std::string summary = is_told_briefly(report, options)
                                  ? brief_summary(report, options, advice, columns)
                                  : summary_text(report, columns) + advice;
  const Tone tones[] = {Tone::good, Tone::look, Tone::bad};
  const Tone tone = tones[static_cast<std::size_t>(report.verdict().level)];
  return inspection::toned(files::wrapped(report::headline(report), "", columns), tone, colour) +
         in_colour(summary, colour);
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
  const std::string said = absl::StrFormat(
      "The logs stay in %s (%.1f MB) until you remove it; --log DIR keeps them elsewhere.",
      directory, static_cast<double>(bytes) / 1e6);
  // The directory stays whole for who searches it, unless a terminal has no room for it.
  return fitted(files::wrapped(said, "", table_columns()), line_columns());
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
  how.more_stock_file = options.more_stock_file;
  how.stock_advice_file = options.advice_file;
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

  how.figures = !options.report_file.empty() || !options.advice_file.empty() ||
                (!options.orders_file.empty() && (options.json || !options.details));
  if (!options.report_file.empty()) {
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
  std::cout << (options.json ? to_json(result.value(), options.form)
                             : printed(result.value(), options));
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
    std::cout << staying_text(*logs);
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
