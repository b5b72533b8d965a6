// Which rows of a decision table an order can be in, found by what the order has in the columns.
//
// A row's condition is a chain of tests, and a chain is false as soon as one of them is false, also
// where others are errors. So a row is passed over only where a column has a value, and a test that
// compares it with a constant is false. Where a column is an error, nothing is concluded from it.
//
// Made from the instructions of the rows, so that there is nothing to believe but them; of tests
// that it does not understand, rows are looked at as without the index. Threads: any may read.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "cel/program.hpp"
#include "cel/row_tests.hpp"

namespace allot::cel {

// Some rows of a table, in their order.
class RowSet {
 public:
  static constexpr std::size_t rows_max = 4'096;

  void add(std::size_t row) noexcept {
    words_[row / 64] |= std::uint64_t{1} << (row % 64);
    used_ |= std::uint64_t{1} << (row / 64);
  }
  void add_below(std::size_t rows) noexcept;
  void keep_common(const RowSet& other) noexcept;
  void clear() noexcept;
  // Calls visit(row) for each, until it says false.
  template <class Visit>
  void visit(Visit&& visit) const noexcept {
    for (std::uint64_t used = used_; used != 0; used &= used - 1) {
      const auto at = static_cast<std::size_t>(std::countr_zero(used));
      for (std::uint64_t word = words_[at]; word != 0; word &= word - 1) {
        if (!visit(at * 64 + static_cast<std::size_t>(std::countr_zero(word)))) return;
      }
    }
  }

 private:
  std::uint64_t used_{};  // bit n: word n is not 0
  std::array<std::uint64_t, rows_max / 64> words_{};
};

// The rows of a table by the ranges that they take of one value.
class RangeIndex {
 public:
  // Values that a row takes: in order, none overlapping. Nothing: any value.
  using Ranges = std::optional<std::vector<Interval>>;
  explicit RangeIndex(std::span<const Ranges> rows);

  // Returns: a number for all values of which the same rows are found.
  [[nodiscard]] std::size_t place_of(std::int64_t value) const noexcept;
  [[nodiscard]] std::uint32_t count_at(std::size_t place) const noexcept { return counts_[place]; }
  void add_rows(std::size_t place, RowSet& rows) const noexcept;
  // Returns: the most rows of a place.
  [[nodiscard]] std::uint32_t most_rows() const noexcept;
  // Returns: of the places with so many rows at most, the greatest sum of the weights of their
  //          rows.
  [[nodiscard]] std::uint64_t heaviest(std::span<const std::uint64_t> weights,
                                       std::uint32_t rows_max) const;
  // How many rows are found for a value that a row takes, on average, in sixteenths of a row.
  [[nodiscard]] std::uint64_t rows_on_average() const noexcept;
  [[nodiscard]] std::size_t steps() const noexcept { return 2 * std::bit_width(leaves_); }

 private:
  std::vector<std::int64_t> starts_;   // of places but the first
  std::vector<std::uint32_t> counts_;  // of each place
  std::size_t leaves_{1};              // a power of two
  // Node 1 is all places, node n the halves 2n and 2n + 1. A range is the fewest nodes that it is
  // made of.
  std::vector<std::uint32_t> ends_;  // of each node, where its rows end
  std::vector<std::uint16_t> rows_;
};

class TableIndex {
 public:
  static constexpr std::size_t columns_max = 4;
  // With fewer rows each is looked at.
  static constexpr std::size_t rows_min = 4;
  using Values = std::array<std::optional<std::int64_t>, columns_max>;

  // Requires: parts that may be run.
  TableIndex(const ProgramParts& parts, const Table& table);

  // Registers of the columns that rows are found by. They are written for all rows.
  [[nodiscard]] std::span<const std::uint32_t> columns() const noexcept { return registers_; }
  // Of each column its value, nothing where it is an error. Effects: fills `rows` with those that
  // may not be passed over; `scratch` holds anything.
  void select(const Values& values, RowSet& rows, RowSet& scratch) const noexcept;

  // Returns: the most steps that looking at rows can take. `steps`: of each row; `is_sure`: whether
  //          a register is never an error.
  [[nodiscard]] std::uint64_t worst_steps(std::span<const std::uint64_t> steps,
                                          const std::function<bool(std::uint32_t)>& is_sure) const;

 private:
  std::size_t rows_;
  std::vector<std::uint32_t> registers_;
  std::vector<RangeIndex> ranges_;  // of each column
};

}  // namespace allot::cel
