#include "program/file_arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>

#include "program/common_options.hpp"
#include "program/option_values.hpp"

namespace allot::program {

CLI::App* add_map(CLI::App& app, MapOptions& options) {
  CLI::App* command = app.add_subcommand(
      "map",
      "looks at orders, or at a list of stock, and writes a first map: what columns mean, and why");
  CLI::Option* const file =
      command->add_option("FILE", options.file, "file of orders or of stock; - is standard input");
  command
      ->add_option("--stock", options.stock,
                   "a list of stock beside the orders: one map for both, in which SKUs are told by "
                   "the codes that both have")
      ->type_name("FILE");
  command->add_flag("--presets", options.presets, "list the maps that are built in")
      ->excludes(file);
  command->add_option("--preset", options.preset, "print this one, to begin with")
      ->excludes(file)
      ->type_name("NAME");
  add_json(command, options.json);
  command->footer(
      "What a map says: docs/files.md.\n"
      "Example:\n"
      "  allot map orders.csv --stock stock.csv > shop.toml\n"
      "  allot simulate --orders orders.csv --stock stock.csv --map shop.toml");
  return command;
}

CLI::App* add_rules(CLI::App& app, RulesOptions& options) {
  CLI::App* command = app.add_subcommand(
      "rules", "checks, formats, explains, tests, measures and compiles files of risk rules");
  command
      ->add_option(
          "ACTION", options.action,
          "check: all that is wrong with a file; fmt: the one way to write it; explain: "
          "what each rule reads and costs; test: orders that are given, and what rules "
          "say of them; measure: what they do to orders of which is known who they are of; "
          "compile: lines for allot apply that load the rules")
      ->check(one_of({"check", "fmt", "explain", "test", "measure", "compile"}))
      ->required();
  command
      ->add_option(
          "FILE", options.files,
          "files of rules, or of tests; behind explain one file, and a rule of it or none; "
          "behind measure one file, then commands and labels as allot traffic writes them; "
          "behind compile one file")
      ->required();
  CLI::Option* const write =
      command->add_flag("--write", options.write, "with fmt: write the files instead of printing");
  command
      ->add_flag("--check", options.check,
                 "with fmt: only tell which files are not as fmt would write them")
      ->excludes(write);
  command
      ->add_option("-o,--output", options.output,
                   "with compile: where the lines go (default: they are printed)")
      ->type_name("FILE");
  CLI::Option* const activate =
      command
          ->add_option("--activate", options.activate,
                       "with compile: one more line, which has the rules judge (live), or be tried "
                       "(shadow)")
          ->check(one_of({"live", "shadow"}));
  CLI::Option* const version =
      command
          ->add_option("--set-version", options.version,
                       "with --activate: the version that the engine gives the set: 1 to the first "
                       "one of a log, then 2, 3, ...")
          ->check(whole_number(1, std::numeric_limits<std::uint32_t>::max()));
  activate->needs(version);
  version->needs(activate);
  command
      ->add_option("--part-bytes", options.part_bytes,
                   "with compile: the most bytes of the set in one line; the log's limit "
                   "rule_part_bytes_max")
      ->check(whole_number(1, 65'536))
      ->capture_default_str();
  add_json(command, options.json);
  command->footer(
      "How rules are written: docs/risk.md.\n"
      "Examples:\n"
      "  allot rules check shop.rules\n"
      "  allot rules fmt --write shop.rules\n"
      "  allot rules explain shop.rules CARD_TEST\n"
      "  allot rules test shop.cases\n"
      "  allot rules measure shop.rules traffic.jsonl labels.csv\n"
      "  allot rules compile shop.rules --activate live --set-version 1 |\n"
      "    allot apply --journal shop.log");
  return command;
}

CLI::App* add_traffic(CLI::App& app, TrafficOptions& options) {
  using simulation::TrafficSpec;
  CLI::App* command = app.add_subcommand(
      "traffic", "makes orders with fraud among them, and says which, to measure rules on");
  command
      ->add_option("COMMANDS", options.commands,
                   "file to write: a shop and its orders, as allot apply takes them")
      ->required();
  command
      ->add_option("LABELS", options.labels,
                   "file to write: of each order its class, its kind, and whether it is honest")
      ->required();
  command->add_option("--seed", options.spec.seed, "another one makes other orders")
      ->check(whole_number(0))
      ->capture_default_str();
  command->add_option("--order-count", options.spec.orders, "of all classes together")
      ->check(whole_number(1, TrafficSpec::orders_max))
      ->capture_default_str();
  command->add_option("--days", options.spec.days, "over which they come")
      ->check(whole_number(1, TrafficSpec::days_max))
      ->capture_default_str();
  command
      ->add_option("--shares", options.shares,
                   "of 100 orders, how many are of a class, such as scalper=5,duplicate=0; without "
                   "it 3 each of scalper and bonus_hunter, 2 of brushing and card_testing, 1 of "
                   "duplicate and price_error; the others are honest")
      ->type_name("CLASS=N,...");
  add_json(command, options.json);
  command->footer(
      "What is made up, and what is not: docs/risk.md.\n"
      "Example:\n"
      "  allot traffic traffic.jsonl labels.csv --seed 7\n"
      "  allot rules measure shop.rules traffic.jsonl labels.csv");
  return command;
}

}  // namespace allot::program
