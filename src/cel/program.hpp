// Several expressions of the profile as one list of instructions over typed registers.
//
// Made once, when rules are loaded; then any number of threads may run it, each with its own
// Machine. What occurs several times, in one expression or in several, is calculated once; what
// does not depend on the variable of a macro is calculated outside of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cel/environment.hpp"
#include "cel/graph.hpp"
#include "cel/rule.hpp"
#include "cel/value.hpp"

namespace allot::cel {

enum class Code : std::uint8_t {
  load_variable,  // to, a: position of the variable
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
  end,     // behind the last
};

// A constant that a register holds from the beginning.
struct ConstantRegister {
  std::uint32_t to{};
  std::uint32_t constant{};
  TypeKind type{};
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
  std::int64_t number{};
};

class Program {
 public:
  // Requires: rules that are ok() and yield a bool, compiled for this environment.
  Program(const Environment& environment, std::span<const RuleExpression> rules);

  [[nodiscard]] const std::vector<Instruction>& instructions() const noexcept { return code_; }
  [[nodiscard]] const std::vector<Value>& constants() const noexcept { return constants_; }
  [[nodiscard]] const std::vector<ConstantRegister>& constant_registers() const noexcept {
    return constant_registers_;
  }
  // Of each rule, in their order, the register of its result.
  [[nodiscard]] const std::vector<std::uint32_t>& results() const noexcept { return results_; }
  [[nodiscard]] std::uint32_t registers() const noexcept { return registers_; }

 private:
  friend class Emitter;

  std::vector<Instruction> code_;
  std::vector<Value> constants_;
  std::vector<ConstantRegister> constant_registers_;
  std::vector<std::uint32_t> results_;
  std::uint32_t registers_{0};
};

}  // namespace allot::cel
