#include <algorithm>
#include <iterator>

#include "generator/writers.hpp"

namespace allot::schema {

std::vector<GeneratedFile> write_python(const Description& description) {
  std::vector<GeneratedFile> files{
      write_python_names(description),         write_python_reasons(description),
      write_python_limits(description),        write_python_columns(description),
      write_python_command_types(description), write_python_tables(description)};
  std::ranges::move(write_python_commands(description), std::back_inserter(files));
  std::ranges::move(write_python_events(description), std::back_inserter(files));
  return files;
}

}  // namespace allot::schema
