// This program, run once more beside this process.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "allot/types/status.hpp"

namespace allot::program {

struct ChildOptions {
  std::string input{};         // file that is its standard input; empty: it has none
  std::uint64_t input_from{};  // offset in it at which it begins
  // SIGKILL is sent when it has printed so many lines. Until they are read it waits for its output
  // to be taken, so that it is in the middle of its work if more than 64 KiB are still to come.
  std::optional<std::uint64_t> kill_after_lines{};
  bool errors_with_output{};  // what it prints on stderr comes with its output; else here
};

struct ChildEnd {
  int status{};     // that it ended with; 128 and the number of the signal that ended it
  std::string out;  // all that it printed
};

// Effects: runs the program that this process is, as `allot ARGUMENTS...`, and waits for it. When
//          `stop_requested` returns true it is asked to end.
// Errors:  io_error when it cannot be started.
[[nodiscard]] Result<ChildEnd> run_child(const std::vector<std::string>& arguments,
                                         const ChildOptions& options, bool (*stop_requested)());

}  // namespace allot::program
