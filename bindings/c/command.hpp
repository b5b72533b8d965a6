// From the C command to allot::Command: a check of its form, then a copy of its fields.
#pragma once

#include <cstddef>
#include <span>

#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

// Returns: what is malformed, naming the field and what it must be; null when the command can be
//          translated. What the business refuses (an unknown SKU, quantity 0) is not looked at.
[[nodiscard]] const char* malformed(const allot_command& command) noexcept;

// Returns: the lines of a place or import, 0 for other commands.
[[nodiscard]] std::size_t line_count(const allot_command& command) noexcept;

// Requires: malformed(command) is null, lines has line_count(command) elements.
// Effects:  writes the command's lines to `lines`; the returned command borrows them.
[[nodiscard]] Command translate(const allot_command& command, std::span<OrderLine> lines) noexcept;

}  // namespace allot::c
