// Variables of the environment that the program looks at, each with what it does.
#pragma once

#include <array>
#include <string_view>

#include "files/made_text.hpp"

namespace allot::program {

struct EnvironmentVariable {
  const char* name;
  std::string_view text;
};

inline constexpr EnvironmentVariable terminal_kind{
    "TERM", "dumb, or nothing: no line is drawn over, and nothing is coloured"};
inline constexpr EnvironmentVariable colour_refused{
    "NO_COLOR", "anything but nothing: nothing is coloured, on no terminal"};
inline constexpr EnvironmentVariable columns_told{
    "COLUMNS",
    "how wide tables and text on stdout may be where stdout is no terminal; else 80, and on a "
    "terminal as wide as that is"};
// Read by the standard library, which is asked where temporary files lie.
inline constexpr EnvironmentVariable temporary_directory{
    "TMPDIR", "where simulate, whatif and demo keep what they were told no place for; else /tmp"};
inline constexpr EnvironmentVariable made_texts{
    files::made_texts_variable,
    "set by python -m allot alone: where the texts lie that it made of workbooks and Parquet"};

inline constexpr std::array environment_variables{&terminal_kind, &colour_refused, &columns_told,
                                                  &temporary_directory, &made_texts};

}  // namespace allot::program
