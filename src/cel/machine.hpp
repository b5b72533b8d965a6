// Runs a program: the values of its rules for one order, without allocating.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cel/program.hpp"
#include "cel/table_index.hpp"
#include "cel/value.hpp"

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

// A value of a known type. Texts, lists and records are borrowed from constants and variables.
struct Register {
  // bool, int, uint, duration; of a timestamp its seconds; of a set 1 when it is kept outside.
  std::int64_t number{};
  union {
    std::int64_t nanos;
    const std::string* text;
    const Values* values;
    const Record* record;
    const TokenSet* tokens;
  };
  ErrorCode error{};  // 0 when it is a value

  Register() : nanos(0) {}
};

// Borrows the program. Threads: one.
class Machine {
 public:
  explicit Machine(const Program& program);

  // Requires: a value for each variable of the program's environment, of its type, records with all
  //           fields in the order of their declaration; one outcome for each rule.
  // Cost:     allocates nothing; of a table, rows that cannot hold are not run.
  void run(std::span<const Value> variables, std::span<Outcome> outcomes) noexcept;
  // The same without a look at each rule: what does not hold is left out.
  // Returns: what is to be told, by rule; it is there until the next run.
  [[nodiscard]] std::span<const Told> run(std::span<const Value> variables) noexcept;

 private:
  static constexpr std::size_t loops_max = 2;
  static_assert(ProfileLimits::nested_macros_max <= loops_max);

  struct Loop {
    const Values* values{};
    std::size_t position{};
    std::uint32_t held{};  // for how many elements so far
    ErrorCode error{};     // the first
  };

  [[nodiscard]] static Outcome outcome_of(const Register& from) noexcept;
  void run_part(std::uint32_t begin, std::span<const Value> variables) noexcept;
  void run_table(std::size_t table, std::span<const Value> variables) noexcept;
  const Instruction* step(const Instruction* at, Register* registers,
                          std::span<const Value> variables) noexcept;
  static void calculate(const Instruction& instruction, const Register& a, const Register& b,
                        Register& to) noexcept;
  void read(const Instruction& instruction, Register& to) noexcept;
  const Instruction* begin(const Instruction* at) noexcept;
  const Instruction* next(const Instruction* at) noexcept;
  [[nodiscard]] const Instruction* target(std::uint32_t position) const noexcept {
    return program_.instructions().data() + position;
  }

  const Program& program_;
  std::vector<Register> registers_;
  std::array<Loop, loops_max> loops_{};
  std::vector<std::uint32_t> alone_;  // rules that are no rows
  std::vector<TableIndex> indexes_;   // of each table
  std::vector<Told> told_;
  RowSet rows_;
  RowSet scratch_;
};

}  // namespace allot::cel
