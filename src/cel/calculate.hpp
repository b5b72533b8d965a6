// What an instruction makes of its operands, for those that are not asked often enough to have a
// step of their own.
#pragma once

#include "cel/cell.hpp"
#include "cel/program.hpp"

namespace allot::cel {

// Effects:  to is the result; the first operand that is an error is.
// Requires: an instruction that takes all its operands first (any but those that read fields, jump
// or
//           go through lists), and operands of its types.
void calculate(Code code, std::uint8_t choice, TypeKind type, const Cell& a, const Cell& b,
               Cell& to) noexcept;

}  // namespace allot::cel
