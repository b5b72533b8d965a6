#include "files/repeated_rows.hpp"

#include <string>
#include <utility>

#include "json/counted.hpp"

namespace allot::files {

bool RepeatedRows::take(std::uint32_t before, std::uint64_t line, std::uint32_t units) noexcept {
  if (before == 0) {
    ++different_;
    return false;
  }
  if (count_++ == 0) first_ = line;
  if (before == 1) ++twice_;
  if (before == 2) --twice_;
  several_ = several_ || units > 1;
  return before % 2 == 1;
}

void RepeatedRows::drop_from(std::vector<StockRow>& rows) const {
  if (!is_twice()) return;
  std::vector<bool> is_copy(rows.size());
  for (const std::size_t row : copies_) is_copy[row] = true;
  std::vector<StockRow> kept;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!is_copy[row]) kept.push_back(std::move(rows[row]));
  }
  rows = std::move(kept);
}

void RepeatedRows::tell(RowAccount& account) const {
  if (count_ == 0) return;
  if (is_twice()) {
    return account.assume(
        "stock_twice", "the list of stock has " + json::grouped(twice_) + " of its " +
                           json::counted(different_, "row") + " twice, the first again in line " +
                           std::to_string(first_) +
                           ": they count once; take out the rows that came again");
  }
  account.note("repeated",
               "rows that are the same as an earlier one in every column, the first in line " +
                   std::to_string(first_) + ": their units add up",
               first_, count_);
}

}  // namespace allot::files
