// The functions that a machine's steps are, by what they do and where their operands lie.
#pragma once

#include <cstddef>
#include <cstdint>

#include "cel/ast.hpp"
#include "cel/function.hpp"
#include "cel/machine_code.hpp"

namespace allot::cel {

enum class Operand : std::uint8_t {
  cell,     // of the machine
  element,  // a field of the element that the loop in slot 0 is at
  number,   // the step's own
};

// What becomes of the register of a loop's element.
enum class ElementUse : std::uint8_t { none, value, record };

// Of a bool, int, uint (== and != alone) or duration.
[[nodiscard]] MachineStep::Run comparing(Function function, Operand a, Operand b) noexcept;
// Compares two cells, with the step's number and with its target, and joins both as Code::join
// does.
[[nodiscard]] MachineStep::Run comparing_both(Function first, Function second,
                                              std::uint8_t choice) noexcept;
// Whether a field is set and compares so with the step's number.
[[nodiscard]] MachineStep::Run comparing_if_set(Function function) noexcept;
// Requires: add, subtract or multiply.
[[nodiscard]] MachineStep::Run calculating(Code code, Operand a, Operand b) noexcept;
// Reads a field of the element in slot 0 into a cell.
[[nodiscard]] MachineStep::Run reading_element() noexcept;
// Asks whether a field is set; of a cell or of the element in slot 0.
[[nodiscard]] MachineStep::Run asking(Operand field) noexcept;
// Requires: chain, absorb or join.
[[nodiscard]] MachineStep::Run deciding(Code code, std::uint8_t choice) noexcept;
// The beginning of a loop, and the end of its body.
[[nodiscard]] MachineStep::Run beginning(Macro macro, ElementUse use) noexcept;
[[nodiscard]] MachineStep::Run going_on(Macro macro, ElementUse use) noexcept;
// All others, whose operands are cells. Of fields: of a record that lies in a cell.
[[nodiscard]] MachineStep::Run running(Code code, TypeKind type) noexcept;

}  // namespace allot::cel
