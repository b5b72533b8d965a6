#include "program/log_arguments.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "json/scalar_text.hpp"
#include "program/common_options.hpp"
#include "program/option_values.hpp"
#include "program/terminal.hpp"

namespace allot::program {
namespace {

void add_json(CLI::App* command, bool& json, const std::string& text) {
  command->add_flag("--json", json, text);
}

CLI::Option* add_duration(CLI::App* command, const std::string& name, std::int64_t& duration,
                          const std::string& text, std::int64_t least) {
  return command
      ->add_option_function<std::string>(
          name,
          [&duration](const std::string& said) {
            duration = json::parse_duration(said).value_or(duration);
          },
          text)
      ->type_name("DURATION")
      ->check(a_duration(least))
      ->default_str(json::duration_text(duration));
}

void add_sheet_options(CLI::App* command, StateOptions& options) {
  add_moment(command, "--at", options.at, "as things stood then; else as they stand now");
  command
      ->add_option(
          "--format", options.format,
          "table: for people; json: one object; csv. Tables go by the shop's clock, the others "
          "have UTC")
      ->check(one_of({"table", "json", "csv"}))
      ->capture_default_str();
  add_json(command, options.json, "the same as --format json; a failure is its error");
}

void add_sku(CLI::App* command, StateOptions& options) {
  command->add_option("--sku", options.sku, "only of this one")->type_name("CODE");
}

}  // namespace

CLI::App* add_orders(CLI::App& app, StateOptions& options) {
  CLI::App* command =
      app.add_subcommand("orders", "lists the orders of a log, as they stand or stood at a moment");
  add_log(command, options.directory);
  const std::vector<std::string> names(inspection::order_state_names.begin(),
                                       inspection::order_state_names.end());
  command
      ->add_option_function<std::string>(
          "--state",
          [&options](const std::string& said) {
            const auto* const at = std::ranges::find(inspection::order_state_names, said);
            options.state =
                static_cast<inspection::OrderState>(at - inspection::order_state_names.begin());
          },
          "only those; unpaid to waiting are open ones")
      ->check(one_of(names));
  add_order(command, "ORDER", options.order, "only this one: its");
  add_sku(command, options);
  add_sheet_options(command, options);
  add_currency(command, options.currency);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  command->footer(
      "Orders that ended are forgotten in time; how many is said.\n"
      "Example:\n"
      "  allot orders /tmp/log --state unpaid --at 2026-11-27T08:00:00Z\n"
      "  allot orders /tmp/log 114-1234567-1234567");
  return command;
}

CLI::App* add_stock(CLI::App& app, StateOptions& options) {
  CLI::App* command =
      app.add_subcommand("stock", "lists what is available, held and allocated, by SKU and node");
  add_log(command, options.directory);
  add_sku(command, options);
  add_sheet_options(command, options);
  add_bare_integers(command, options.form);
  command->footer(
      "available: in all lots, safety stock included. held: for orders that are not paid or not "
      "cleared; allocated: for those that are.\n"
      "Example:\n"
      "  allot stock /tmp/log --sku TEAPOT --at 1000");
  return command;
}

CLI::App* add_waiting(CLI::App& app, StateOptions& options) {
  CLI::App* command =
      app.add_subcommand("waiting", "lists the lines of orders that wait for stock, by SKU");
  add_log(command, options.directory);
  add_sku(command, options);
  add_sheet_options(command, options);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  command->footer("Example:\n  allot waiting /tmp/log --format csv");
  return command;
}

CLI::App* add_exceptions(CLI::App& app, StateOptions& options) {
  CLI::App* command = app.add_subcommand(
      "exceptions", "lists what somebody has to look after: exceptions that are open");
  add_log(command, options.directory);
  add_sku(command, options);
  add_sheet_options(command, options);
  add_currency(command, options.currency);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  command->footer(
      "A log raises none until an exception_rule says which kinds it keeps.\n"
      "Example:\n"
      "  allot exceptions /tmp/log --at 2026-11-27T08:00:00Z");
  return command;
}

CLI::App* add_services(CLI::App& app, StateOptions& options) {
  CLI::App* command = app.add_subcommand(
      "services", "lists what channels promise of their orders, and how often it was kept");
  add_log(command, options.directory);
  add_sheet_options(command, options);
  add_bare_integers(command, options.form);
  command->footer(
      "begun = kept + breached + neither + running; neither: nobody waited for it any more. "
      "in_time and late are parcels. A channel promises nothing until a service_level says what.\n"
      "Example:\n"
      "  allot services /tmp/log --at 2026-11-27T08:00:00Z");
  return command;
}

CLI::App* add_feed(CLI::App& app, StateOptions& options) {
  CLI::App* command = app.add_subcommand(
      "feed", "lists what is for sale in each channel, and what its feed was told of it last");
  add_log(command, options.directory);
  add_sku(command, options);
  command->add_option("--channel", options.channel, "only this one: its code");
  add_sheet_options(command, options);
  add_bare_integers(command, options.form);
  command->footer(
      "for_sale: of all nodes of its network, less safety stock, lots too near their end for it, "
      "and what lines that wait claim. "
      "told: by the command of sequence version; a channel has a feed from a command feed on.\n"
      "Example:\n"
      "  allot feed /tmp/log --channel web --json");
  return command;
}

CLI::App* add_history(CLI::App& app, StateOptions& options) {
  CLI::App* command = app.add_subcommand(
      "history", "shows what happened to one SKU, and what was available after each step");
  add_log(command, options.directory);
  command->add_option("SKU", options.sku, "its code")->required();
  command->add_option("NODE", options.node, "the code of a node; else all of them");
  add_order(command, "--order", options.order, "only what this order took and gave back: its")
      ->type_name("ORDER");
  add_sheet_options(command, options);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  command->footer("Example:\n  allot history /tmp/log TEAPOT LEEDS");
  return command;
}

CLI::App* add_events(CLI::App& app, EventsOptions& options) {
  CLI::App* command = app.add_subcommand(
      "events", "shows what happened: every event of a log, with its time and its names");
  add_log(command, options.directory);
  add_moment(command, "--from", options.from, "first one to show");
  add_moment(command, "--to", options.to, "last one to show");
  command->add_flag("--follow", options.follow,
                    "go on with what is written from now on, until Ctrl-C");
  command
      ->add_option(
          "--format", options.format,
          "table: for people; json: an object a line; csv; arrow: an Arrow IPC stream. Tables "
          "go by the shop's clock, the others have UTC")
      ->check(one_of({"table", "json", "csv", "arrow"}))
      ->capture_default_str();
  add_currency(command, options.currency);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  add_json(command, options.json, "the same as --format json; a failure is its error");
  command->footer(
      "What the columns say, and how pandas, Polars and DuckDB read them: docs/look_inside.md.\n"
      "Example:\n"
      "  allot events /tmp/log --from 2026-11-27T08:00:00Z --follow\n"
      "  allot events /tmp/log --format arrow > events.arrows");
  return command;
}

CLI::App* add_top(CLI::App& app, TopOptions& options) {
  CLI::App* command = app.add_subcommand(
      "top",
      "shows how a log is doing while it is written: rates, fill, what waits, what runs out");
  add_log(command, options.directory);
  add_moment(command, "--at", options.at, "as things stood then, once");
  command->add_flag(
      "--once", options.once,
      "show it once and end; so it is without a terminal, unless --interval asks for more");
  const CLI::Option* interval =
      add_duration(command, "--interval", options.interval_ns, "between two looks", 100'000'000);
  add_duration(command, "--window", options.window_ns,
               "what counts as lately: so much time of the log before its last step",
               1'000'000'000);
  add_bare_integers(command, options.form);
  add_json(command, options.json,
           "print an object for each look, one a line; a failure is its error");
  // Where nobody watches it ends, as a pipe waits for that, unless looks were asked for.
  command->callback([&options, interval] {
    const bool watched = options.json ? is_terminal(STDOUT_FILENO) : draws_in_place(STDOUT_FILENO);
    options.once = options.once || (interval->count() == 0 && !watched);
  });
  command->footer(
      "It follows the directory as it is written, until Ctrl-C; there is nothing to attach to. "
      "What "
      "the figures say: docs/look_inside.md.\n"
      "Example:\n"
      "  allot top /tmp/log\n"
      "  allot top /tmp/log --at 2026-11-27T20:00:00Z\n"
      "  allot top /tmp/log --json --interval 10s >> pulse.jsonl");
  return command;
}

}  // namespace allot::program
