// From the C command to allot::Command: a check of its form, then a copy of its fields.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "allot/allot.h"
#include "allot/messages/command.hpp"
#include "allot/messages/limits.hpp"
#include "form.hpp"

namespace allot::c {

// Returns: what is malformed, naming the field and what it must be; empty when the command can be
//          translated. What the business refuses (an unknown SKU, quantity 0) is not looked at, nor
//          are the lines of an order that claims more than the limits allow.
[[nodiscard]] std::string malformed(const allot_command& command, const Limits& limits);

// Returns: the same of the first of them that is malformed, with its place; empty when none is.
[[nodiscard]] std::string first_malformed(std::span<const allot_command> commands,
                                          const Limits& limits);

// Returns: the bytes of room that translate() takes for the command's lines.
[[nodiscard]] std::size_t room_bytes(const allot_command& command, const Limits& limits) noexcept;
// Returns: the most that any command takes.
[[nodiscard]] std::size_t room_bytes_max(const Limits& limits) noexcept;

// Requires: malformed(command, limits) is empty, `room` has room_bytes(command, limits).
// Effects:  writes the command's lines to the room; the returned command borrows them. Those of an
//           order that claims more than the limits allow are not read: it has one more, of any
//           content, and is refused for their number.
[[nodiscard]] Command translate(const allot_command& command, ListRoom& room,
                                const Limits& limits) noexcept;

}  // namespace allot::c
