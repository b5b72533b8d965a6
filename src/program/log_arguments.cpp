#include "program/log_arguments.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "program/option_values.hpp"

namespace allot::program {
namespace {

void add_log(CLI::App* command, std::string& directory) {
  command->add_option("DIR", directory, "directory of the log")->required();
}

void add_moment(CLI::App* command, const std::string& name, inspection::Moment& moment,
                const std::string& text) {
  command
      ->add_option_function<std::string>(
          name,
          [&moment](const std::string& said) {
            moment = inspection::parse_moment(said).value_or(inspection::Moment{});
          },
          text)
      ->type_name("MOMENT")
      ->check(log_moment());
}

void add_json(CLI::App* command, bool& json, const std::string& text) {
  command->add_flag("--json", json, text);
}

void add_keys(CLI::App* command, json::KeyForm& keys) {
  command
      ->add_option_function<std::string>(
          "--keys",
          [&keys](const std::string& form) {
            keys = form == "hex" ? json::KeyForm::hex : json::KeyForm::shortest;
          },
          "how keys are printed. shortest: an integer, or hex: and 32 digits beyond 64 bits; "
          "hex: always so")
      ->check(CLI::IsMember({"shortest", "hex"}))
      ->default_str("shortest");
}

void add_currency(CLI::App* command, std::string& currency) {
  command
      ->add_option("--currency", currency,
                   "of the shop, such as EUR: amounts are shown with its decimals; else in minor "
                   "units, as they are logged")
      ->type_name("CODE")
      ->check(currency_code());
}

}  // namespace

CLI::App* add_events(CLI::App& app, EventsOptions& options) {
  CLI::App* command = app.add_subcommand(
      "events", "shows what happened: every event of a log, with its time and its names");
  add_log(command, options.directory);
  add_moment(command, "--from", options.from, "first one to show");
  add_moment(command, "--to", options.to, "last one to show");
  command->add_flag("--follow", options.follow,
                    "go on with what is written from now on, until Ctrl-C");
  command
      ->add_option("--format", options.format,
                   "table: for people; json: an object a line; csv; arrow: an Arrow IPC stream")
      ->check(CLI::IsMember({"table", "json", "csv", "arrow"}))
      ->capture_default_str();
  add_currency(command, options.currency);
  add_keys(command, options.keys);
  add_json(command, options.json, "the same as --format json; a failure is its error");
  command->footer(
      "What the columns say, and how pandas, Polars and DuckDB read them: docs/look_inside.md.\n"
      "Example:\n"
      "  allot events /tmp/log --from 2026-11-27T08:00:00Z --follow\n"
      "  allot events /tmp/log --format arrow > events.arrows");
  return command;
}

}  // namespace allot::program
