#include "generator/writers.hpp"

namespace allot::schema {

std::vector<GeneratedFile> write_python(const Description& description) {
  return {write_python_names(description),         write_python_reasons(description),
          write_python_commands(description),      write_python_limits(description),
          write_python_events(description),        write_python_columns(description),
          write_python_command_types(description), write_python_tables(description)};
}

}  // namespace allot::schema
