// A manual page of the program or of one of its commands.
#pragma once

#include <string>
#include <string_view>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: the page in the language of man(7). `command` is `program` or one of its commands;
//          `version` stands in the page's foot.
[[nodiscard]] std::string man_page(const DescribedCommand& program, const DescribedCommand& command,
                                   std::string_view version);

}  // namespace allot::program
