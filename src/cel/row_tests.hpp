// Tests of columns that a row of a table cannot hold without, read from its instructions.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "cel/program.hpp"

namespace allot::cel {

// A range of values, both ends in it.
struct Interval {
  std::int64_t from{};
  std::int64_t to{};
};

// Of a register that is written for all rows, the values that it has where the row holds: in order,
// none overlapping.
using RowTests = std::map<std::uint32_t, std::vector<Interval>>;

// Requires: parts that may be run, which it borrows.
class RowTestReader {
 public:
  explicit RowTestReader(const ProgramParts& parts);

  // Returns: what is sure: when a register has a value outside of its ranges, the row is false.
  //          Rows of unusual form, or of more tests than anybody writes, have none.
  [[nodiscard]] RowTests tests_of(const TableRow& row);

 private:
  void count_writes(const Instruction& one);
  void note(std::uint32_t position);
  void chain(std::uint32_t position, const Instruction& one);
  void absorb(std::uint32_t position, const Instruction& one);
  void compare(const Instruction& one);
  void look_up(const Instruction& one);
  void keep(std::uint32_t to, RowTests tests);
  [[nodiscard]] bool is_column(std::uint32_t index) const;
  [[nodiscard]] RowTests tests_behind(std::uint32_t index) const;
  [[nodiscard]] RowTests both(RowTests first, const RowTests& second);

  struct Writes {
    std::uint32_t made{};      // instructions that write it, but absorbing ones
    std::uint32_t absorbed{};  // the last one that absorbs; 0: none
    bool is_plain{true};       // absorbs into an && only
  };
  struct Jump {
    std::uint32_t from{};
    std::uint32_t target{};
    std::uint32_t chain{};  // the register of the chain that it ends
  };

  const ProgramParts& parts_;
  std::vector<const Value*> constants_;  // of each register; null: none
  std::uint64_t budget_;                 // ranges that may still be kept; no row has tests at 0
  // Of the row that is read.
  std::map<std::uint32_t, Writes> writes_;
  std::map<std::uint32_t, RowTests> tests_;
  std::map<std::uint32_t, std::uint32_t> chains_;  // register -> where its chain begins
  std::vector<Jump> jumps_;
};

}  // namespace allot::cel
