#include "program/argument_fault.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "json/encode.hpp"
#include "json/near_name.hpp"
#include "program/failure.hpp"

namespace allot::program {
namespace {

// The command that was being read, or the program when it was none yet.
const CLI::App& command_of(const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? app : *parsed.front();
}

// CLI11 only lists what it could not place.
std::string unexpected(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options([](const CLI::Option*) { return true; })) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  const std::vector<std::string> left = command.remaining();
  for (const std::string& argument : left) {
    if (!argument.starts_with('-') || argument == "-") continue;
    const std::string option = argument.substr(0, argument.find('='));
    return option + ": there is no such option" + json::suggestion(option, names);
  }
  return left.empty() ? "an argument is too many" : left.front() + ": an argument too many";
}

std::string fault_alone(const CLI::App& app, const CLI::Error& error) {
  const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  return is_extra ? unexpected(command_of(app)) : std::string(error.what());
}

}  // namespace

std::optional<std::string> unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || std::string_view(argv[1]).starts_with('-')) return std::nullopt;
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (each->get_name() == argv[1]) return std::nullopt;
    names.push_back(each->get_name());
  }
  const std::string word = argv[1];
  return app.get_name() + ": " + word + ": there is no such command" +
         json::suggestion(word, names) + "\n'" + app.get_name() + " --help' lists them\n";
}

std::string argument_fault(const CLI::App* app, const CLI::Error& error) {
  const CLI::App& command = command_of(*app);
  const std::string words =
      &command == app ? app->get_name() : app->get_name() + " " + command.get_name();
  return words + ": " + fault_alone(*app, error) + "\n'" + words + " --help' tells what it takes\n";
}

void print_fault(const CLI::App& app, const CLI::Error& error) {
  std::cout << json::line_text({{"error", fault_alone(app, error)},
                                {"cause", cause_name(StatusCode::invalid_argument)}})
            << '\n';
}

bool wants_json(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2) return false;
  const std::vector<const CLI::App*> found =
      app.get_subcommands([&](const CLI::App* each) { return each->get_name() == argv[1]; });
  if (found.empty() || found.front()->get_option_no_throw("--json") == nullptr) return false;
  return std::any_of(argv + 2, argv + argc,
                     [](std::string_view argument) { return argument == "--json"; });
}

}  // namespace allot::program
