// What `allot help NAME` tells of a command of JSON lines, or of an event: what docs/commands.md
// says, which the program has in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: what it does or says, and its fields; nothing when none has that name.
[[nodiscard]] std::optional<DescribedTopic> message_topic(std::string_view name);

// Returns: the names of all commands and events, as the page has them.
[[nodiscard]] std::vector<std::string> message_names();

}  // namespace allot::program
