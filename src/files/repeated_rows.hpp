// Rows of a list that say again what an earlier one says in every column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "files/row_account.hpp"
#include "files/shop_files.hpp"

namespace allot::files {

class RepeatedRows {
 public:
  // `before`: how many rows before it say the same; `line`: of the row; `units`: the most that it
  // has anywhere. Returns: whether it may be the copy of another, as each second one is.
  bool take(std::uint32_t before, std::uint64_t line, std::uint32_t units) noexcept;
  // Whether the list was joined from two that are the same: more than half of its rows are there
  // twice. Where each row is one unit, rows that are alike are several units.
  [[nodiscard]] bool is_twice() const noexcept { return twice_ * 2 > different_ && several_; }
  // Effects: row `row` of the stock is of what may be a copy.
  void place(std::size_t row) { copies_.push_back(row); }
  // Effects: of a list that was joined from two, what came again is no further stock.
  void drop_from(std::vector<StockRow>& rows) const;
  // Effects: tells of them, and how they count.
  void tell(RowAccount& account) const;

 private:
  std::uint64_t different_{};
  std::uint64_t twice_{};  // of these
  std::uint64_t count_{};  // of rows that came again
  std::uint64_t first_{};  // line
  bool several_{};         // one of them has more than one unit
  std::vector<std::size_t> copies_;
};

}  // namespace allot::files
