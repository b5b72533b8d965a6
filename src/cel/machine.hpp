// Runs a program: the values of its rules for one order, without allocating.
//
// What the order holds is written into cells, each in its place, by whoever runs rules: those of a
// field that stays need not be written again. The instructions of a program are made into steps
// when a machine is made: each step is a function of its kind and of where its operands lie, so
// that nothing of that is asked while it runs, and fields of variables are operands as registers
// are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cel/cell.hpp"
#include "cel/environment.hpp"
#include "cel/machine_code.hpp"
#include "cel/program.hpp"
#include "cel/table_index.hpp"

namespace allot::cel {

// A rule's result.
struct Outcome {
  bool holds{};
  std::optional<ErrorCode> error;  // why there is none; where it came up, evaluate() tells

  friend constexpr bool operator==(const Outcome&, const Outcome&) noexcept = default;
};

// What is to be told of a rule: that it holds, or has no value.
struct Told {
  std::uint32_t rule{};  // its position among the results
  Outcome outcome;

  friend constexpr bool operator==(const Told&, const Told&) noexcept = default;
};

// Borrows the program. Threads: one.
class Machine {
 public:
  // Requires: the environment that the program was made for.
  Machine(const Program& program, const Environment& environment);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Returns: of a struct a cell for each field, in the order of their declaration; of another
  //          variable the one of its value. The caller writes them; they stay as they are.
  [[nodiscard]] std::span<Cell> cells(std::uint32_t variable) noexcept {
    const MachineVariable& found = code_.variables[variable];
    return {code_.cells.data() + found.first, found.count};
  }
  // Makes a variable that is a struct an error as a whole, until its cells are written again.
  void fail(std::uint32_t variable, ErrorCode error) noexcept;
  // Takes that back.
  void restore(std::uint32_t variable) noexcept;

  // Returns: whether the program looks at a field of a variable that is a struct; where not, its
  //          cell need not be written.
  [[nodiscard]] bool reads(std::uint32_t variable, std::uint32_t field) const noexcept {
    return code_.reads[code_.variables[variable].first + field];
  }
  // Returns: whether it looks at this field of the elements of any list of structs.
  [[nodiscard]] bool reads_of_elements(std::uint32_t field) const noexcept {
    return field < code_.reads_of_elements.size() && code_.reads_of_elements[field];
  }

  // Requires: cells that hold values of the types of their variables, or errors.
  // Returns:  what is to be told, by rule; it is there until the next call.
  // Cost:     allocates nothing; of a table, rows that cannot hold are not run.
  [[nodiscard]] std::span<const Told> evaluate() noexcept;
  // The same of every rule. Requires: an outcome for each.
  void run(std::span<Outcome> outcomes) noexcept;

 private:
  static constexpr std::size_t loops_max = 2;
  static_assert(ProfileLimits::nested_macros_max <= loops_max);

  // A rule that is no row, and where its result lies.
  struct Alone {
    std::uint32_t rule{};
    std::uint32_t cell{};
  };
  [[nodiscard]] Outcome outcome(std::uint32_t rule) const noexcept {
    const Cell& from = code_.cells[code_.results[rule]];
    if (!from.is_value()) return {false, from.error};
    return {from.number != 0, std::nullopt};
  }
  void run_from(const MachineStep* step) noexcept;
  void run_table(std::size_t table) noexcept;

  MachineCode code_;
  const Program& program_;
  std::vector<Alone> alone_;
  std::vector<TableIndex> indexes_;  // of each table
  std::vector<Told> told_;
  RowSet rows_;
  RowSet scratch_;
  std::array<MachineLoop, loops_max> loops_{};
};

}  // namespace allot::cel
