// What is made from the description of messages: one writer per surface, all given the same
// description.
//
// A writer returns whole files; main.cpp alone touches the disk. A new surface is a new writer and
// a line in `writers`. Everything made here is checked in, so that a clone builds without a
// generator; scripts/generate.sh makes it anew, and the test schema.generated_is_current finds what
// is stale.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "generator/description.hpp"

namespace allot::schema {

struct GeneratedFile {
  std::string path;  // from the top of the tree
  std::string text;
};

[[nodiscard]] std::vector<GeneratedFile> write_c_checks(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_c_commands(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_c_events(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_c_forms(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_c_tests(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_commands_page(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_cpp_commands(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_cpp_enums(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_cpp_events(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_cpp_settings(const Description& description);

// The Python package: its modules, its native list of commands, its tests' tables.
[[nodiscard]] std::vector<GeneratedFile> write_python(const Description& description);
[[nodiscard]] GeneratedFile write_python_names(const Description& description);
[[nodiscard]] GeneratedFile write_python_reasons(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_python_commands(const Description& description);
[[nodiscard]] GeneratedFile write_python_limits(const Description& description);
[[nodiscard]] std::vector<GeneratedFile> write_python_events(const Description& description);
[[nodiscard]] GeneratedFile write_python_columns(const Description& description);
[[nodiscard]] GeneratedFile write_python_command_types(const Description& description);
[[nodiscard]] GeneratedFile write_python_tables(const Description& description);

using Writer = std::vector<GeneratedFile> (*)(const Description&);
// One to a line, so that two new ones do not meet.
// clang-format off
inline constexpr std::array writers{
    Writer{write_c_checks},
    Writer{write_c_commands},
    Writer{write_c_events},
    Writer{write_c_forms},
    Writer{write_c_tests},
    Writer{write_commands_page},
    Writer{write_cpp_commands},
    Writer{write_cpp_enums},
    Writer{write_cpp_events},
    Writer{write_cpp_settings},
    Writer{write_python},
};
// clang-format on

}  // namespace allot::schema
