// Several expressions of the profile as one list of instructions over typed registers.
//
// Made once, when rules are loaded; then any number of threads may run it, each with its own
// Machine. What occurs several times, in one expression or in several, is calculated once; what
// does not depend on the variable of a macro is calculated outside of it.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "cel/environment.hpp"
#include "cel/graph.hpp"
#include "cel/rule.hpp"
#include "cel/value.hpp"

namespace allot::cel {

// Numbers are kept: compiled rule sets that were logged hold them, and those of Function, Macro,
// TypeKind and ErrorCode.
enum class Code : std::uint8_t {
  load_variable,  // to, b: position of the variable
  load_field,     // to, a: record, b: position of the field
  load_int,       // the same of a field that is an int
  load_token,     // a uint
  load_span,      // a duration
  ask_field,      // the same: whether it is set
  load_index,     // to, a: list, b: int
  copy,           // to, a
  negate,
  logical_not,
  add,  // of two ints
  subtract,
  multiply,
  divide,
  modulo,
  add_durations,
  subtract_durations,
  add_to_time,  // a: time, b: duration
  add_time_to,  // a: duration, b: time
  subtract_from_time,
  subtract_times,
  compare_numbers,   // choice: the operator; bool, int and duration
  compare_constant,  // to, a; choice; number
  compare_field,     // the same of an int that is a field: a: record, b: its position
  compare_tokens,    // ==, !=
  compare_texts,
  compare_times,
  contains,
  starts_with,
  ends_with,
  size_of_text,
  size_of_values,  // of a list or a set
  in_list,         // a, b: list
  in_set,
  time_part,      // a: time, b: text of the zone; choice: which part
  duration_part,  // a: duration; choice: which part
  seconds_of,     // int(time)
  strict_or,
  chain,   // to: the chain, a: its first operand; choice: the truth that decides; target
  absorb,  // to: the chain so far, a: its next operand; choice and target as of chain
  join,    // to, a, b: a chain of two, both of which were calculated; choice
  branch,  // a: condition; to: where its error goes; target: of false; after: of an error
  jump,    // target
  loop,    // to: result, a: list, b: element; choice: macro; slot, target: behind the loop
  next,    // to: result, a: condition, b: element; choice: macro; slot, target: its body
  end,     // of what all rules share, and of each row of a table
};

static_assert(static_cast<int>(Code::end) == 45);

// A constant that a register holds from the beginning. Nothing writes to it, so that it is there
// in each run.
struct ConstantRegister {
  std::uint32_t to{};
  std::uint32_t constant{};  // its position
  TypeKind type{};           // an error among the constants is of each

  friend bool operator==(const ConstantRegister&, const ConstantRegister&) = default;
};

struct Instruction {
  Code code{};
  std::uint8_t choice{};
  TypeKind type{};  // of what is loaded
  std::uint8_t slot{};
  std::uint32_t to{};
  std::uint32_t a{};
  std::uint32_t b{};
  std::uint32_t target{};
  std::uint32_t after{};
  std::int64_t number{};  // what is compared with

  friend bool operator==(const Instruction&, const Instruction&) = default;
};

// A row of a decision table: a rule whose instructions are run only where it can hold.
struct TableRow {
  std::uint32_t rule{};   // its position among the results
  std::uint32_t begin{};  // its first instruction

  friend bool operator==(const TableRow&, const TableRow&) = default;
};

// Of a table of which the first row counts, a row holds if its own condition does, and none of a
// row before it: `condition && !(first || second || ...)`, with errors as the language has them.
struct Table {
  bool first{};
  std::vector<TableRow> rows;

  friend bool operator==(const Table&, const Table&) = default;
};

// What a program is made of, as it is kept. First stand the instructions that are always run, up to
// an end; then those of each row, in the order of tables and rows, each up to its own end. A row
// reads what it wrote itself and what was written for all.
struct ProgramParts {
  std::vector<Instruction> code;
  std::vector<Value> constants;
  std::vector<ConstantRegister> constant_registers;
  std::vector<std::uint32_t> results;
  std::uint32_t registers{};
  std::vector<Table> tables;
};

class Program {
 public:
  // Without rules.
  Program();
  // Requires: rules that are ok() and yield a bool, compiled for this environment.
  Program(const Environment& environment, std::span<const RuleExpression> rules);
  // Requires: a graph whose roots all yield a bool; tables whose rows are different ones of them,
  //           by their positions. Where a row begins is found.
  explicit Program(const Graph& graph, std::vector<Table> tables = {});
  // Requires: parts without a fault (program_check.hpp).
  explicit Program(ProgramParts parts) : parts_(std::move(parts)) {}

  [[nodiscard]] const std::vector<Instruction>& instructions() const noexcept {
    return parts_.code;
  }
  [[nodiscard]] const std::vector<Value>& constants() const noexcept { return parts_.constants; }
  [[nodiscard]] const std::vector<ConstantRegister>& constant_registers() const noexcept {
    return parts_.constant_registers;
  }
  [[nodiscard]] const std::vector<Table>& tables() const noexcept { return parts_.tables; }
  // Of each rule, in their order, the register of its result. That of a row is read when the row
  // was run; other rows write over it.
  [[nodiscard]] const std::vector<std::uint32_t>& results() const noexcept {
    return parts_.results;
  }
  [[nodiscard]] const ProgramParts& parts() const noexcept { return parts_; }
  [[nodiscard]] std::uint32_t registers() const noexcept { return parts_.registers; }

 private:
  ProgramParts parts_;
};

}  // namespace allot::cel
