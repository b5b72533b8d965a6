// A manual page of the program or of one of its commands.
#pragma once

#include <string>
#include <string_view>

#include "allot/types/status.hpp"
#include "program/described_command.hpp"

namespace allot::program {

// Returns: the page in the language of man(7). `command` is `program` or one of its commands;
//          `version` stands in the page's foot.
[[nodiscard]] std::string man_page(const DescribedCommand& program, const DescribedCommand& command,
                                   std::string_view version);

// Effects: writes the page of the program and of each command into `directory`.
// Errors:  io_error, which names the file.
[[nodiscard]] Status write_man_pages(const DescribedCommand& program, std::string_view version,
                                     const std::string& directory);

}  // namespace allot::program
