// What a run of `allot simulate` left behind, as other commands read it: the record beside its
// logs, the page of --report, or what --json printed.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "inspection/sheet.hpp"
#include "simulation/report.hpp"

namespace allot::program {

struct KeptRun {
  // As report::report_data() made it; of a run that was told by --json alone, nothing but its
  // summary.
  nlohmann::ordered_json data;
  std::string directory;  // that its files were named from; empty: not known
  // Of its list of stock; none: there was none, or the run was made by another version, or has told
  // them nowhere. Which SKUs orders ask for is known of a run that was just made.
  std::optional<StockCodes> stock_codes;

  // Returns: what --json printed.
  [[nodiscard]] const nlohmann::ordered_json& summary() const { return data.at("summary"); }
  // Returns: as they stand in a report; null: it has none.
  [[nodiscard]] const nlohmann::ordered_json& figures() const;
  // Returns: how many orders were answered when what it counts was interrupted, and of how many:
  //          "12,345 of 400,000 orders"; empty when all were.
  [[nodiscard]] std::string interrupted_behind() const;
  // Returns: whether its values are of one currency, and there are some.
  [[nodiscard]] bool has_money() const;
  [[nodiscard]] std::string currency() const { return data.value("currency", ""); }
  [[nodiscard]] int exponent() const { return data.value("exponent", 2); }
};

// Returns: the run that `path` names: a directory that --log named, a report, or a summary.
// Errors:  not_found and invalid_argument, with what could be given instead; also when `watch`
//          ends it.
[[nodiscard]] Result<KeptRun> read_run(const std::string& path, files::ReadWatch& watch);

// Returns: the same of a run that was just made. `command`: what repeats it.
[[nodiscard]] KeptRun kept_run(const SimulationReport& report, const std::string& command);

// Effects: leaves the run beside its logs, in `log_directory`, as run.json.
[[nodiscard]] Status write_run(const std::string& log_directory, const SimulationReport& report,
                               const std::string& command);

// Returns: "1 row of it in friday.csv was left out: line 424 (sku_missing)", when `log` is that of
//          a run which left out rows of the order with this number; else nothing. It is what the
//          run left beside its logs, not what the log says.
[[nodiscard]] std::string left_out_of(const std::string& log, const std::string& order);

// Returns: "the log holds orders of 2026-11-27 only, as --day or --from and --until of the run
// asked", when `log` is that of a run which took a window of its file; else nothing.
[[nodiscard]] std::string window_of(const std::string& log);

// Returns: how tables and texts about the log show amounts and times: in `currency` where one is
//          asked for, else in that of the rehearsal which left the log, if one did and had one
//          alone; by the clock of its zone, else UTC's, as its page does.
[[nodiscard]] inspection::Shown shown_of(const std::string& log, const std::string& currency);

// Returns: a number that JSON may have as text, because it has 64 bits.
[[nodiscard]] std::int64_t number(const nlohmann::ordered_json& json);

}  // namespace allot::program
