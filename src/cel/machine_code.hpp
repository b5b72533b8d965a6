// What a machine runs: the cells that it works on, and steps.
#pragma once

#include <cstdint>
#include <vector>

#include "cel/cell.hpp"
#include "cel/program.hpp"
#include "cel/type.hpp"

namespace allot::cel {

// One macro that runs.
struct MachineLoop {
  const Cell* element{};  // its first cell
  std::uint64_t left{};   // elements from this one on
  std::uint32_t stride{};
  std::uint32_t held{};  // for how many elements so far
  ErrorCode error{};     // the first
};

// Where operands lie is said in bytes, from the first cell of a machine on.
struct MachineStep {
  // Returns: the next step; nullptr at the end.
  using Run = const MachineStep* (*)(const MachineStep* step, Cell* cells,
                                     MachineLoop* loops) noexcept;
  Run run{};
  std::uint32_t to{};
  std::uint32_t a{};
  std::uint32_t b{};
  std::int32_t target{};  // in steps, from this one
  std::int64_t number{};  // what is compared or calculated with, or the step `after`
  Code code{};
  std::uint8_t choice{};
  TypeKind type{};
  std::uint8_t slot{};
};

struct MachineVariable {
  std::uint32_t first{};  // its first cell
  std::uint32_t count{};
  bool is_struct{};
};

struct MachineCode {
  std::vector<MachineVariable> variables;
  // One for each variable, then their fields, then the program's registers.
  std::vector<Cell> cells;
  std::vector<std::vector<Cell>> constants;  // elements of constant lists and sets
  std::vector<MachineStep> steps;
  std::vector<std::uint32_t> step_of;    // of each instruction, its first step
  std::vector<std::uint32_t> registers;  // of each register, the cell where its value lies
  std::vector<std::uint32_t> results;    // of each rule, its cell
  std::vector<bool> reads;               // by cell, of variables and their fields
  std::vector<bool> reads_of_elements;   // by field
};

}  // namespace allot::cel
