#include "program/arguments.hpp"

#include <absl/strings/str_join.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "json/near_name.hpp"
#include "program/argument_fault.hpp"
#include "program/common_options.hpp"
#include "program/completion.hpp"
#include "program/describe.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/file_arguments.hpp"
#include "program/help.hpp"
#include "program/help_text.hpp"
#include "program/input_guard.hpp"
#include "program/input_report.hpp"
#include "program/interruption.hpp"
#include "program/log_arguments.hpp"
#include "program/man_page.hpp"
#include "program/option_values.hpp"
#include "program/report_file.hpp"
#include "program/terminal.hpp"
#include "program/topics.hpp"
#include "program/verbs.hpp"
#include "program/version.hpp"

namespace allot::program {
namespace {

// Makes CLI11 show help as the program does.
class HelpFormatter final : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string words, CLI::AppFormatMode) const override {
    return help_text(describe(*app), words, std::min(table_columns(), columns_max));
  }
};

// Every option of every command, alive while the arguments are read and the command runs.
struct Options {
  ApplyOptions apply;
  ReplayOptions replay;
  VerifyOptions verify;
  CopyOptions copy;
  InspectOptions inspect;
  EventsOptions events;
  StateOptions orders;
  StateOptions stock;
  StateOptions waiting;
  StateOptions exceptions;
  StateOptions services;
  StateOptions feed;
  StateOptions history;
  TopOptions top;
  ExplainOptions explain;
  BenchOptions bench;
  MapOptions map;
  RulesOptions rules;
  TrafficOptions traffic;
  SimulateOptions simulate;
  CompareOptions compare;
  WhatIfOptions whatif;
  DemoOptions demo;
  HelpOptions help;
  std::string shell;
  ManOptions man;
  bool version{};
  bool version_json{};
};

void add_report(CLI::App* command, std::string& file, std::string& language,
                const std::string& what) {
  command
      ->add_option("--report", file,
                   "write " + what + " as one HTML page, to be read without a network")
      ->type_name("FILE");
  command->add_option("--lang", language, "of that page: English or Chinese")
      ->check(one_of({"en", "zh"}))
      ->capture_default_str();
}

void add_durability(CLI::App* command, std::string& durability) {
  command
      ->add_option("--durability", durability,
                   "sync: nothing is shown before it is durable; async: soon after; none: left to "
                   "the operating system")
      ->check(one_of({"none", "async", "sync"}))
      ->capture_default_str();
}

// Requires: --journal and what is about writing it are there.
void add_dry_run(CLI::App* command, ApplyOptions& options) {
  CLI::Option* const dry_run =
      command
          ->add_flag("--dry-run", options.dry_run,
                     "only tell what the lines would do to the log in --journal, and what is left "
                     "to do behind them: the log is read, also while an engine writes it, and "
                     "nothing is logged")
          ->needs(command->get_option("--journal"));
  for (const char* const writes : {"--must-exist", "--drop-damaged-end", "--durability"}) {
    dry_run->excludes(command->get_option(writes));
  }
  add_moment(command, "--at", options.at, "as of then, for --dry-run; else at the log's end");
  command->get_option("--at")->needs(dry_run);
  command
      ->add_flag("--table", options.table,
                 "print the events of --dry-run as a table for people, as allot events does")
      ->needs(dry_run);
}

CLI::App* add_apply(CLI::App& app, ApplyOptions& options) {
  CLI::App* command = app.add_subcommand(
      "apply", "decides JSON lines of commands and prints the events as JSON lines");
  command->add_option("FILE", options.file, "JSON lines of commands; - is standard input")
      ->capture_default_str();
  CLI::Option* const journal = command->add_option(
      "--journal", options.journal, "log to this directory, going on with the log that is there");
  journal->type_name("DIR");
  command
      ->add_flag("--must-exist", options.must_exist,
                 "fail where --journal holds no log, instead of beginning one")
      ->needs(journal);
  command
      ->add_flag("--drop-damaged-end", options.drop_damaged_end,
                 "go on with a log whose end is damaged as far as it is whole; what is dropped "
                 "is counted on stderr")
      ->needs(journal);
  add_durability(command, options.durability);
  add_dry_run(command, options);
  command
      ->add_option("--limits", options.limits,
                   "sizes of a new log, as field=value: see start in docs/commands.md")
      ->type_name("FIELD=VALUE")
      // One value for each flag, and several behind commas: else it would take FILE for one.
      ->allow_extra_args(false)
      ->delimiter(',');
  command
      ->add_option("--key-space", options.key_space,
                   "high half of the command_key of lines that name none, whose low half is then "
                   "the line's number; else keys are made from what the file holds, and a file "
                   "that the log has already is gone on with behind that")
      ->check(whole_number(1, std::numeric_limits<std::uint32_t>::max()));
  command->add_flag("--digest", options.digest,
                    "after the last event, scan the books and print a line with the digest");
  command->add_flag("--answers", options.answers, "print each command's answer after its events");
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  command->add_flag("--keep-going", options.keep_going,
                    "print a bad line's error as an object and go on; the exit status is 0 even if "
                    "lines could not be taken, which are counted on stderr and in the summary");
  command
      ->add_option("--fail-on", options.fail_on,
                   "end with status 3 when such a thing happened, and nothing worse")
      ->type_name("KIND")
      ->check(one_of(InputReport::kinds()))
      ->allow_extra_args(false)
      ->delimiter(',');
  command->add_flag("--cross-gaps", options.cross_gaps,
                    "believe times that are more than max_step_ns after the line before");
  add_json(command, options.json);
  for (const char* const other : {"--json", "--answers", "--digest"}) {
    command->get_option("--table")->excludes(command->get_option(other));
  }
  command->footer(
      "The lines, their fields and the events: docs/commands.md.\n"
      "Example:\n"
      "  allot apply --digest examples/first_order.jsonl\n"
      "  allot apply --dry-run --table --journal /tmp/log changes.jsonl\n"
      "  printf '{\"sku\":{\"code\":\"A\"}}\\n' | allot apply --journal /tmp/log");
  return command;
}

CLI::App* add_replay(CLI::App& app, ReplayOptions& options) {
  CLI::App* command = app.add_subcommand(
      "replay", "rebuilds the state from a log, compares every logged check, scans the books");
  add_log(command, options.directory);
  add_moment(command, "--to", options.to, "stop behind this");
  command->add_option("--digest", options.expected_digest, "fail unless the digest is this one")
      ->type_name("DIGEST")
      ->check(hex_digits(32));
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer("Example:\n  allot replay /tmp/log --to 1000");
  return command;
}

CLI::App* add_verify(CLI::App& app, VerifyOptions& options) {
  CLI::App* command = app.add_subcommand(
      "verify", "reads every frame of a log and names file and offset of the first fault");
  add_log(command, options.directory);
  command
      ->add_option(
          "--at-least", options.at_least,
          "fail unless the log holds this point, as an earlier verify or a host printed it")
      ->type_name("POINT")
      ->check(log_point());
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer("Example:\n  allot verify /tmp/log --json");
  return command;
}

CLI::App* add_copy(CLI::App& app, CopyOptions& options) {
  CLI::App* command = app.add_subcommand(
      "copy", "copies a log, also one that is being written, and proves the copy");
  add_log(command, options.directory);
  command->add_option("DEST", options.destination, "empty directory for the copy, or a new one")
      ->required();
  add_moment(command, "--to", options.to,
             "copy up to this and the end of its frame; else all that is there");
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer("Example:\n  allot copy /tmp/log /backup/log-2026-11-11");
  return command;
}

CLI::App* add_inspect(CLI::App& app, InspectOptions& options) {
  CLI::App* command =
      app.add_subcommand("inspect", "shows the segments, frames and records of a log");
  add_log(command, options.directory);
  add_moment(command, "--from", options.from, "first one to show");
  add_moment(command, "--to", options.to, "last one to show");
  command->add_flag("!--records-only", options.frames, "leave out segments and frames");
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer("Example:\n  allot inspect /tmp/log --from 10 --to 20");
  return command;
}

CLI::App* add_explain(CLI::App& app, ExplainOptions& options) {
  CLI::App* command = app.add_subcommand(
      "explain", "why an order went where it went: rules, nodes, costs, and what came after");
  add_log(command, options.directory);
  add_order(command, "ORDER", options.order, "its")->required();
  add_moment(command, "--to", options.to, "as of then");
  add_currency(command, options.currency);
  add_keys(command, options.form);
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer("Example:\n  allot explain /tmp/log 114-1234567-1234567");
  return command;
}

CLI::App* add_bench(CLI::App& app, BenchOptions& options) {
  CLI::App* command = app.add_subcommand(
      "bench", "runs a built-in load through the live engine and checks its answers");
  command->add_option("--seconds", options.seconds, "how long")
      ->transform(seconds(0.1, 3'600.0))
      ->capture_default_str();
  command->add_option("--skus", options.skus, "SKUs of the catalogue, asked for alike")
      ->check(whole_number(1, 10'000'000))
      ->capture_default_str();
  command->add_option("--nodes", options.nodes, "nodes that ship, each with every SKU")
      ->check(whole_number(1, 64))
      ->capture_default_str();
  command->add_option("--lines", options.lines, "lines of an order")
      ->check(whole_number(1, 16))
      ->capture_default_str();
  command->add_option("--producers", options.producers, "threads that submit")
      ->check(whole_number(1, 64))
      ->capture_default_str();
  command->add_option("--journal", options.journal, "log to this new directory; else to none")
      ->type_name("DIR");
  add_durability(command, options.durability);
  add_json(command, options.json);
  command->footer("Example:\n  allot bench --seconds 3 --journal /tmp/bench_log");
  return command;
}

// What a shop says of itself beside its orders.
void add_shop(CLI::App* command, SimulateOptions& options) {
  command
      ->add_option("--stock", options.stock_file,
                   "stock as it is: sku, node, quantity, lot, expiry, safety; else it is made up")
      ->type_name("FILE");
  command
      ->add_option("--more-stock", options.more_stock_file,
                   "stock beside --stock, as --advice writes it: sku, node, quantity, ...")
      ->type_name("FILE");
  command
      ->add_option(
          "--advice", options.advice_file,
          "write which SKUs to have more of, how many and where, as stock to be tried with "
          "whatif --more-stock")
      ->type_name("FILE");
  command->add_option("--products", options.products_file, "list prices: sku, price, gtin, ...")
      ->type_name("FILE");
  command->add_option("--nodes", options.nodes_file, "nodes: node, priority")->type_name("FILE");
  command
      ->add_option("--lanes", options.lanes_file,
                   "lanes and rates: node, zone, parcel_cost, unit_cost, transit")
      ->type_name("FILE");
  command
      ->add_option("--updates", options.updates_file,
                   "what happened beside the orders: time, type (payment, payment_pending, "
                   "payment_failed, cancel, receipt, adjust, tick), order, sku, node, quantity, "
                   "lot, expiry; else payments, cancellations and deliveries are made up")
      ->type_name("FILE");
  command
      ->add_option("--key-file", options.key_file,
                   "key of customers' tokens, made when absent; else customers are numbered")
      ->type_name("FILE");
}

CLI::App* add_simulate(CLI::App& app, SimulateOptions& options) {
  CLI::App* command = app.add_subcommand(
      "simulate", "rehearses a peak sale: orders, warehouses, payments, the log and its replay");
  command
      ->add_option("--orders", options.orders_file,
                   "orders: CSV, tab-separated or JSON lines, plain, zstd or gzip; - is standard "
                   "input; else a generator")
      ->type_name("FILE");
  CLI::Option* const from =
      command
          ->add_option("--from", options.from,
                       "only orders from this time on: 2026-11-27, a day of their own clock, or "
                       "2026-11-27T19:00:00+01:00; stock is what lies there then")
          ->type_name("TIME");
  CLI::Option* const until =
      command
          ->add_option("--until", options.until, "only orders before this time, which is not in it")
          ->type_name("TIME");
  command
      ->add_option_function<std::string>(
          "--day",
          [&options](const std::string& day) {
            options.from = day;
            options.until = day_after(day);
          },
          "only orders of this day of their own clock, as of last Friday in the export of a month; "
          "--stock is what lay there that morning")
      ->type_name("DAY")
      ->transform(a_day())
      ->excludes(from)
      ->excludes(until);
  command
      ->add_option("--map", options.map,
                   "what its columns mean: a preset or a TOML file (see allot map); else told from "
                   "the columns")
      ->type_name("MAP");
  add_shop(command, options);
  command
      ->add_option("--scenario", options.scenario_file,
                   "JSON file of the made-up world; else the built-in peak, whose peaks are for "
                   "generated orders only")
      ->type_name("FILE");
  command
      ->add_option("--log", options.log_directory,
                   "new or empty directory for the logs; else a new one among the temporary files")
      ->type_name("DIR");
  command
      ->add_option("--mode", options.mode,
                   "virtual time, live threads, or both in turn; else virtual for --orders, unless "
                   "an option of the live run is given, and both for the generator")
      ->check(one_of({"both", "virtual", "live"}));
  command->add_option("--seed", options.seed, "of everything that is made up")
      ->check(whole_number(0))
      ->capture_default_str();
  command->add_option("--order-count", options.orders, "of the generator; 0: as the scenario says")
      ->check(whole_number(0))
      ->capture_default_str();
  command->add_option("--scale", options.scale, "times the load, with new customers")
      ->check(whole_number(1, 1'000))
      ->capture_default_str();
  command->add_option("--compress", options.compress, "arrivals come this many times faster")
      ->check(whole_number(1, 100'000'000))
      ->capture_default_str();
  std::vector<const CLI::Option*> of_live;  // options of the live run alone
  of_live.push_back(command->add_option("--producers", options.producers, "threads of the live run")
                        ->check(whole_number(1, 64))
                        ->capture_default_str());
  of_live.push_back(
      command
          ->add_option("--live-seconds", options.live_seconds, "about how long the live run lasts")
          ->transform(seconds<std::uint32_t>(1, 3'600))
          ->capture_default_str());
  of_live.push_back(command->add_flag("--as-fast-as-possible", options.as_fast_as_possible,
                                      "live producers do not wait for the intended times"));
  command->add_flag("--details", options.details,
                    "of own orders print all: every note, what was made up, latencies, digests");
  add_durability(command, options.durability);
  add_report(command, options.report_file, options.language, "what happened");
  of_live.push_back(
      command->add_option("--hgrm", options.hgrm_file, "write the latency percentiles to this file")
          ->type_name("FILE"));
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  // Who brings orders asks what became of them, which the live run takes seconds to say once more.
  command->callback([&options, of_live] {
    if (!options.mode.empty()) return;
    const bool is_live =
        std::ranges::any_of(of_live, [](const CLI::Option* option) { return option->count() > 0; });
    options.mode = options.orders_file.empty() || is_live ? "both" : "virtual";
  });
  command->footer(
      "What is read, what is made up and every rule: docs/files.md, docs/simulation.md.\n"
      "Example:\n"
      "  allot simulate --log /tmp/peak --seed 1\n"
      "  allot simulate --orders orders.csv --report peak.html\n"
      "  allot simulate --orders online_retail.csv.zst --log /tmp/retail --json");
  return command;
}

CLI::App* add_compare(CLI::App& app, CompareOptions& options) {
  CLI::App* command = app.add_subcommand(
      "compare",
      "two runs of simulate side by side: what was promised, refused, missing, paid for");
  command->add_option("A", options.first, "a report of simulate, or what it printed with --json")
      ->required();
  command->add_option("B", options.second, "another one")->required();
  add_report(command, options.report_file, options.language, "both side by side");
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer(
      "To see what would change, run the same orders twice, or let allot whatif do it.\n"
      "Example:\n"
      "  allot simulate --orders orders.csv --stock now.csv --report now.html\n"
      "  allot simulate --orders orders.csv --stock more.csv --report more.html\n"
      "  allot compare now.html more.html");
  return command;
}

CLI::App* add_whatif(CLI::App& app, WhatIfOptions& options) {
  CLI::App* command = app.add_subcommand(
      "whatif", "the same orders once more with other stock or another scenario: what changes");
  command
      ->add_option("RUN", options.run,
                   "a run of simulate: its --log directory, its report, or what --json printed")
      ->required();
  command->add_option("--stock", options.stock_file, "other stock")->type_name("FILE");
  command
      ->add_option("--more-stock", options.more_stock_file,
                   "stock beside that of RUN, as --advice of simulate writes it")
      ->type_name("FILE");
  command->add_option("--scenario", options.scenario_file, "another made-up world")
      ->type_name("FILE");
  command->add_option("--nodes", options.nodes_file, "other nodes")->type_name("FILE");
  command->add_option("--lanes", options.lanes_file, "other lanes and rates")->type_name("FILE");
  command->add_option("--products", options.products_file, "other list prices")->type_name("FILE");
  command
      ->add_option("--log", options.log_directory,
                   "new or empty directory for the log of the new run; else it is not kept")
      ->type_name("DIR");
  add_report(command, options.report_file, options.language, "both side by side");
  add_bare_integers(command, options.form);
  add_json(command, options.json);
  command->footer(
      "Everything that is not given stays as it was in RUN. Both are compared in virtual time, so "
      "that nothing but the change differs.\n"
      "Example:\n"
      "  allot simulate --orders orders.csv --stock stock.csv --advice more.csv \\\n"
      "      --log friday\n"
      "  allot whatif friday --stock stock2.csv\n"
      "  allot whatif friday --more-stock more.csv");
  return command;
}

CLI::App* add_demo(CLI::App& app, DemoOptions& options) {
  CLI::App* command =
      app.add_subcommand("demo", "shows in six steps, each done for real, what the program is for");
  command->add_flag("--keep", options.keep, "leave the directory that it works in, which it names");
  add_json(command, options.json);
  command->footer(
      "It takes less than a minute, needs no network, and works in a directory of its own among "
      "the "
      "temporary files, where the report stays. Each command that it runs is shown, to be run "
      "again.\n"
      "Example:\n"
      "  allot demo --keep");
  return command;
}

// The program's own footer tells the exit statuses, as the topic does.
std::string exit_statuses() {
  std::string text;
  for (const ExitStatusText& each : exit_status_texts) {
    text += (text.empty() ? "Exit status: " : "; ") + std::to_string(each.status) + ' ' +
            std::string(each.text);
  }
  return text + '.';
}

CLI::App* add_help(CLI::App& app, HelpOptions& options) {
  CLI::App* command = app.add_subcommand(
      "help", "tells of a topic that several commands share, of a command or of a reason");
  std::vector<std::string> names = topic_names();
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (each != command) names.push_back(each->get_name());
  }
  // Anything may be asked for: reasons, too, which are too many to be listed. What is none is
  // answered with the one that was meant.
  command
      ->add_option("TOPIC", options.topic,
                   "or a command, or a reason such as stock_insufficient; else all topics are "
                   "listed")
      ->check(CLI::Validator([](std::string&) { return std::string(); },
                             "{" + absl::StrJoin(names, ",") + "}"));
  add_json(command, options.json);
  command->footer("Example:\n  allot help times\n  allot help stock_insufficient");
  return command;
}

CLI::App* add_completion(CLI::App& app, std::string& shell) {
  CLI::App* command = app.add_subcommand(
      "completion", "prints what a shell needs to complete commands and options");
  command->add_option("SHELL", shell, "whose script")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  command->footer("Example:\n  source <(allot completion bash)");
  return command;
}

CLI::App* add_man(CLI::App& app, ManOptions& options) {
  CLI::App* command = app.add_subcommand("man", "prints a manual page, in the language of man(7)");
  command->add_option("COMMAND", options.command, "the command that it is about; else the program");
  command
      ->add_option("--to", options.directory,
                   "write every page into this directory, as allot.1, allot-apply.1 and so on")
      ->type_name("DIR");
  command->footer("Example:\n  allot man apply | man -l -");
  return command;
}

int print_man_pages(const DescribedCommand& program, const ManOptions& options) {
  if (!options.directory.empty()) {
    const Status status = write_man_pages(program, program_version(), options.directory);
    return status.ok() ? all_well : fail("man", false, status, found_problem);
  }
  const std::string& verb = options.command;
  const DescribedCommand* page = verb.empty() ? &program : nullptr;
  std::vector<std::string> verbs;
  for (const DescribedCommand& each : program.commands) {
    verbs.push_back(each.name);
    if (each.name == verb) page = &each;
  }
  if (page == nullptr) {
    const std::string why = verb + ": there is no such command" + json::suggestion(verb, verbs);
    return fail("man", false, {StatusCode::invalid_argument, why}, bad_input);
  }
  std::cout << man_page(program, *page, program_version());
  return all_well;
}

void begin_help(CLI::App& app) {
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_help_flag("-h,--help", "print this help and exit");
  app.require_subcommand(0, 1);
  app.footer(exit_statuses() + "\nEach command explains itself: allot apply --help\n" +
             "Topics, told by allot help TOPIC: " + absl::StrJoin(topic_names(), ", "));
}

// Returns: the exit status of the command.
template <class Function, class Its>
int carry_out(const CLI::App* command, Function function, const Its& its_options) {
  const Interruption interruption;
  try {
    return function(its_options);
  } catch (const std::exception& error) {
    // Memory that the limits ask for and the machine does not have ends up here.
    return fail(command->get_name(), its_options.json, {StatusCode::io_error, error.what()},
                found_problem);
  }
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{
      "takes orders in, checks them for risk, matches them with stock, replays bit for bit",
      "allot"};
  begin_help(app);
  Options options;
  CLI::Option* const version =
      app.add_flag("--version", options.version, "print what this program is, and exit");
  app.add_flag("--json", options.version_json, "with --version: one machine-readable object")
      ->needs(version);
  CLI::App* const apply_command = add_apply(app, options.apply);
  CLI::App* const replay_command = add_replay(app, options.replay);
  CLI::App* const verify_command = add_verify(app, options.verify);
  CLI::App* const copy_command = add_copy(app, options.copy);
  CLI::App* const inspect_command = add_inspect(app, options.inspect);
  CLI::App* const events_command = add_events(app, options.events);
  CLI::App* const orders_command = add_orders(app, options.orders);
  CLI::App* const stock_command = add_stock(app, options.stock);
  CLI::App* const waiting_command = add_waiting(app, options.waiting);
  CLI::App* const exceptions_verb = add_exceptions(app, options.exceptions);
  CLI::App* const services_command = add_services(app, options.services);
  CLI::App* const feed_command = add_feed(app, options.feed);
  CLI::App* const history_command = add_history(app, options.history);
  CLI::App* const top_command = add_top(app, options.top);
  CLI::App* const explain_command = add_explain(app, options.explain);
  CLI::App* const bench_command = add_bench(app, options.bench);
  CLI::App* const map_command = add_map(app, options.map);
  CLI::App* const rules_command = add_rules(app, options.rules);
  CLI::App* const traffic_command = add_traffic(app, options.traffic);
  CLI::App* const simulate_command = add_simulate(app, options.simulate);
  CLI::App* const compare_command = add_compare(app, options.compare);
  CLI::App* const whatif_command = add_whatif(app, options.whatif);
  CLI::App* const demo_command = add_demo(app, options.demo);
  CLI::App* const completion_command = add_completion(app, options.shell);
  CLI::App* const man_command = add_man(app, options.man);
  CLI::App* const help_command = add_help(app, options.help);
  const bool json = wants_json(app, argc, argv);
  if (const auto fault = unknown_command(app, argc, argv)) {
    std::cerr << *fault;
    return bad_input;
  }
  app.failure_message(argument_fault);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int result = app.exit(error, std::cout, std::cerr);
    if (result == 0) return all_well;
    if (json) print_fault(app, error);
    return bad_input;
  }
  if (options.version) {
    const std::string text = version_text(options.version_json);
    std::cout << (options.version_json ? text : fitted(text, line_columns()));
    return all_well;
  }
  if (completion_command->parsed()) {
    std::cout << completion_script(describe(app), options.shell);
    return all_well;
  }
  if (man_command->parsed() || help_command->parsed()) {
    DescribedCommand program = describe(app);
    program.topics = described_topics(program);
    return help_command->parsed() ? help(options.help, program)
                                  : print_man_pages(program, options.man);
  }
  if (app.get_subcommands().empty()) {
    std::cerr << "allot: give a command\n\n" << app.help();
    return bad_input;
  }
  const CLI::App& given = *app.get_subcommands().front();
  if (const auto fault = overwritten_input(given)) {
    return fail(given.get_name(), json, {StatusCode::invalid_argument, *fault}, bad_input);
  }
  if (apply_command->parsed()) return carry_out(apply_command, apply, options.apply);
  if (replay_command->parsed()) return carry_out(replay_command, replay, options.replay);
  if (verify_command->parsed()) return carry_out(verify_command, verify, options.verify);
  if (copy_command->parsed()) return carry_out(copy_command, copy, options.copy);
  if (inspect_command->parsed()) return carry_out(inspect_command, inspect, options.inspect);
  if (events_command->parsed()) return carry_out(events_command, events, options.events);
  if (orders_command->parsed()) return carry_out(orders_command, orders, options.orders);
  if (stock_command->parsed()) return carry_out(stock_command, stock, options.stock);
  if (waiting_command->parsed()) return carry_out(waiting_command, waiting, options.waiting);
  if (exceptions_verb->parsed()) return carry_out(exceptions_verb, exceptions, options.exceptions);
  if (services_command->parsed()) return carry_out(services_command, services, options.services);
  if (feed_command->parsed()) return carry_out(feed_command, feed, options.feed);
  if (history_command->parsed()) return carry_out(history_command, history, options.history);
  if (top_command->parsed()) return carry_out(top_command, top, options.top);
  if (explain_command->parsed()) return carry_out(explain_command, explain, options.explain);
  if (bench_command->parsed()) return carry_out(bench_command, bench, options.bench);
  if (compare_command->parsed()) return carry_out(compare_command, compare, options.compare);
  if (demo_command->parsed()) return carry_out(demo_command, demo, options.demo);
  if (rules_command->parsed()) return carry_out(rules_command, rules, options.rules);
  if (traffic_command->parsed()) return carry_out(traffic_command, traffic, options.traffic);
  if (map_command->parsed()) return carry_out(map_command, map, options.map);
  const std::string typed = shell_words(std::vector<std::string>(argv, argv + argc));
  options.whatif.command = options.simulate.command = typed;
  if (whatif_command->parsed()) return carry_out(whatif_command, whatif, options.whatif);
  return carry_out(simulate_command, simulate, options.simulate);
}

}  // namespace allot::program
