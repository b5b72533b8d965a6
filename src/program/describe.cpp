#include "program/describe.hpp"

#include <algorithm>
#include <string_view>

namespace allot::program {
namespace {

// CLI11 tells a value as TYPE:CHECK:CHECK; a set of choices is a check of the form {a,b}.
void read_type(std::string_view type, DescribedOption& option) {
  const std::size_t colon = std::min(type.find(':'), type.size());
  const std::string_view kind = type.substr(0, colon);
  option.value = kind == "UINT" || kind == "INT" || kind == "FLOAT" ? "N" : kind;
  std::string_view checks = type.substr(std::min(colon + 1, type.size()));
  if (!checks.starts_with('{') || !checks.ends_with('}')) {
    option.range = checks;
    return;
  }
  checks = checks.substr(1, checks.size() - 2);
  while (!checks.empty()) {
    const std::size_t comma = std::min(checks.find(','), checks.size());
    option.choices.emplace_back(checks.substr(0, comma));
    checks.remove_prefix(std::min(comma + 1, checks.size()));
  }
}

DescribedOption describe(const CLI::Option& option) {
  DescribedOption described;
  for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  described.text = option.get_description();
  described.required = option.get_required();
  if (option.get_items_expected_max() == 0) return described;
  described.repeated = option.get_items_expected_max() > 1;
  described.default_value = option.get_default_str();
  read_type(option.get_type_name(), described);
  // An argument is called by its name, which says what it is.
  if (option.get_positional()) described.value = option.get_name(true);
  return described;
}

}  // namespace

DescribedCommand describe(const CLI::App& app) {
  DescribedCommand command{.name = app.get_name(),
                           .text = app.get_description(),
                           .footer = app.get_footer(),
                           .arguments = {},
                           .options = {},
                           .commands = {}};
  for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    auto& list = option->get_positional() ? command.arguments : command.options;
    list.push_back(describe(*option));
  }
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    command.commands.push_back(describe(*each));
  }
  return command;
}

}  // namespace allot::program
