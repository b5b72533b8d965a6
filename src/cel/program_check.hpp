// Whether a program that was kept may be run: whatever its instructions say, a Machine then reads
// no register before it was written, none as another type than was written, nothing behind the end
// of anything, and stops.
//
// Registers of constants are never written to, so that each run finds them as the first one did.
// Jumps go forward, and into no loop from outside; a loop is closed by its own last instruction. So
// one walk over the instructions, in their order, sees all ways on which each can be reached. Each
// part has its end: what is always run, and each row of a table. A row reads only what it wrote
// itself or what was always run, and writes over nothing of the latter, so that it does not matter
// which rows were run before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "cel/environment.hpp"
#include "cel/program.hpp"
#include "cel/table_index.hpp"

namespace allot::cel {

struct ProgramLimits {
  static constexpr std::size_t instructions_max = 65'536;
  static constexpr std::uint32_t registers_max = 65'536;
  static constexpr std::size_t constants_max = 65'536;
  static constexpr std::size_t tables_max = 256;
  static constexpr std::size_t table_rows_max = RowSet::rows_max;
  // Places that were jumped to and not reached yet, at one instruction.
  static constexpr std::size_t open_jumps_max = 1'024;
};

struct ProgramCheck {
  std::string fault;  // empty when there is none
  // Then: the most that running it can take, loops and texts included; of a table the rows that
  // are looked at for one order.
  std::uint64_t steps{};

  [[nodiscard]] bool ok() const noexcept { return fault.empty(); }
};

// `environment`: that of the program, in which lists that are gone through have bounds.
[[nodiscard]] ProgramCheck check(const ProgramParts& parts, const Environment& environment);

}  // namespace allot::cel
