#include "program/input_guard.hpp"

#include <filesystem>
#include <string_view>

namespace allot::program {
namespace {

// Returns: whether both name one file, or would if they were made.
bool is_one_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return a == b || std::filesystem::equivalent(a, b, error);
}

}  // namespace

std::optional<std::string> overwritten_input(const CLI::App& command) {
  for (const std::string_view name : {"--report", "--hgrm"}) {
    const CLI::Option* const written = command.get_option_no_throw(std::string(name));
    if (written == nullptr || written->count() == 0) continue;
    const std::string file = written->as<std::string>();
    for (const CLI::Option* const other : command.get_options()) {
      if (other == written || other->count() == 0) continue;
      for (const std::string& value : other->results()) {
        if (!is_one_file(file, value)) continue;
        return std::string(name) + " would write over " + file + ", which " + other->get_name() +
               " names; give it another file";
      }
    }
  }
  return {};
}

}  // namespace allot::program
