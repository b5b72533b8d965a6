// Limits and durability as they are written on the command line.
#pragma once

#include <string>
#include <vector>

#include "allot/messages/limits.hpp"
#include "allot/types/status.hpp"
#include "journal/journal_options.hpp"

namespace allot::program {

// Effects: sets each field=value of `settings` in `limits`.
// Errors:  invalid_argument, naming the setting and what to write instead.
[[nodiscard]] Status set_limits(const std::vector<std::string>& settings, Limits& limits);

// "none", "async" or "sync"; arguments.cpp lets no other text through.
[[nodiscard]] Durability durability_from(const std::string& text);

}  // namespace allot::program
