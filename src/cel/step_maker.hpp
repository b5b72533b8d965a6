// Makes the instructions of a program into the steps of a machine.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cel/machine_code.hpp"
#include "cel/steps.hpp"

namespace allot::cel {

// A register that is written in one place alone may be where its value lies already: a variable, or
// a field of one. One that is read in one place alone may be the field of an element that this
// place reads itself. Neither takes a step then.
class StepMaker {
 public:
  StepMaker(const Program& program, MachineCode& made, std::uint32_t first_register);

  void run();

 private:
  struct Register {
    std::uint32_t writes{};
    std::uint32_t reads{};
    std::uint32_t whole_reads{};  // not of a field of it
    std::uint32_t cell{};         // where its value lies
    // Of a register that was loaded from a variable that is a struct: which one.
    std::optional<std::uint32_t> variable;
    std::optional<std::int64_t> constant;  // what it holds, where that is a number
    // Of one that has not been loaded yet: the field of the element in slot 0.
    std::optional<std::uint32_t> pending;
  };
  struct OpenLoop {
    std::uint32_t element{};  // its register
    bool is_direct{};         // fields are read where the loop is at
    ElementUse use{};
  };
  struct Place {
    Operand operand{};
    std::uint32_t offset{};
    std::int64_t number{};
  };

  void count();
  void hold_constants();
  void hold(const Value& value, TypeKind type, Cell& to);

  void instruction(const Instruction& one);
  void load_variable(const Instruction& one);
  void load_field(const Instruction& one);
  void compare_field(const Instruction& one);
  void compare(const Instruction& one);
  void calculate(const Instruction& one);
  void loop(const Instruction& one);
  void next(const Instruction& one);
  void plain(const Instruction& one);
  bool join_comparisons(const Instruction& one);
  // Takes back the last two steps, for what is made of them.
  void take_back_two();

  // Whether it is the element of the loop in slot 0, which may be around the innermost one.
  [[nodiscard]] bool is_direct_element(std::uint32_t index) const noexcept;
  void note_field(std::uint32_t index, std::uint32_t field);
  // Returns: where an operand lies that may be a field of an element.
  Place place(std::uint32_t index);
  // The same of one that may be a number besides.
  Place place_or_number(std::uint32_t index);
  // Returns: where one lies that has to be in a cell.
  std::uint32_t cell(std::uint32_t index);
  MachineStep& added(const Instruction& one, MachineStep::Run does);
  // A step that compares a cell with a number: with which function; nothing where it is another.
  [[nodiscard]] std::optional<Function> comparison_of(const MachineStep& step,
                                                      std::uint32_t index) const noexcept;
  [[nodiscard]] static std::uint32_t offset(std::uint32_t cell) noexcept {
    return cell * static_cast<std::uint32_t>(sizeof(Cell));
  }

  const Program& program_;
  MachineCode& made_;
  std::vector<Register> registers_;
  std::vector<OpenLoop> loops_;
  std::vector<std::uint32_t> instruction_;  // of each step, its instruction
};

}  // namespace allot::cel
