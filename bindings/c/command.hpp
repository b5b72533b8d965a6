// From the C command to allot::Command: a check of its form, then a copy of its fields.
#pragma once

#include <cstddef>
#include <span>

#include "allot/allot.h"
#include "allot/messages/command.hpp"

namespace allot::c {

// Returns: what is malformed, naming the field and what it must be; null when the command can be
//          translated. What the business refuses (an unknown SKU, quantity 0) is not looked at, nor
//          are the lines of a command that claims more than `lines_max`.
[[nodiscard]] const char* malformed(const allot_command& command, std::size_t lines_max) noexcept;

// Returns: the lines that translate() needs room for: those of a place or import, at most
//          lines_max + 1; 0 for other commands.
[[nodiscard]] std::size_t line_count(const allot_command& command, std::size_t lines_max) noexcept;

// Requires: malformed(command, lines_max) is null, `lines` has line_count(command, lines_max)
//           elements.
// Effects:  writes the command's lines to `lines`; the returned command borrows them. Those of a
//           command that claims more than lines_max are not read: it has lines_max + 1 of any
//           content, and is refused for their number.
[[nodiscard]] Command translate(const allot_command& command, std::span<OrderLine> lines,
                                std::size_t lines_max) noexcept;

}  // namespace allot::c
