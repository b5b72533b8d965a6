// Which columns of a file are its times, and how they are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/column_look.hpp"
#include "files/guess_doubt.hpp"

namespace allot::files {

struct TimeGuess {
  std::vector<std::size_t> columns;  // the first says the day; one behind it the time of day
  std::vector<std::string> formats;  // OrderMap::time_formats
  std::string how;                   // why this column
  std::string beside;                // what the reason says behind its first text
  std::vector<GuessDoubt> doubts;
};

// Returns: nothing when no column looks like times.
[[nodiscard]] std::optional<TimeGuess> guess_time(const ColumnLook& columns);

// Returns: how a column is read whose texts are times. `how`: why it is taken.
[[nodiscard]] TimeGuess guess_time_of(const ColumnLook& columns, std::size_t column,
                                      std::string how);

// Whether nearly all texts look like days or times, and are read as such.
[[nodiscard]] bool reads_as_times(const ColumnLook& columns, std::size_t column);

// A column that is called like a time, and whose texts are not read as such.
struct UnreadTime {
  std::string column;
  std::string why;  // a sentence without its full stop: what was seen, and what would read it
};
// Returns: nothing when no column is called so. Requires: guess_time() found none.
[[nodiscard]] std::optional<UnreadTime> unread_time(const ColumnLook& columns);

}  // namespace allot::files
