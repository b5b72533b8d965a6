#include "files/repeated_totals.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "files/characters.hpp"
#include "files/numbers.hpp"
#include "files/row_account.hpp"

namespace allot::files {

namespace {

using Rows = std::vector<std::size_t>;

class Orders {
 public:
  Orders(const ColumnLook& columns, const AmountColumns& of) : columns_(columns), of_(of) {
    std::map<std::string_view, Rows> by_number;
    for (std::size_t row = 0; row < columns.rows().size(); ++row) {
      const std::string_view number = cell(row, of.order);
      if (!number.empty()) by_number[number].push_back(row);
    }
    for (auto& [number, rows] : by_number) {
      if (rows.size() > 1) orders_.push_back(std::move(rows));
    }
    std::ranges::sort(orders_);
  }

  std::string why() {
    for (const Rows& rows : orders_) count(rows);
    // One line in ten orders may be a slip; a line's own totals differ in most.
    if (different_ * 9 > alike_.size() + first_alone_.size()) return {};
    if (!first_alone_.empty()) {
      return "stands on the first line alone of orders with several, such as " +
             seen(first_alone_[0]);
    }
    const auto differs = std::ranges::find_if(alike_, [this](const Rows* rows) {
      return of_.quantity && !is_alike(*rows, *of_.quantity);
    });
    if (differs != alike_.end()) {
      return "is the same on all lines of orders whose quantities differ, such "
             "as " +
             seen(*differs);
    }
    if (const std::optional<std::size_t> of_parts = column_of_parts()) {
      return "is what '" + columns_.name(*of_parts) + "' of the lines adds up to, as in " +
             seen(alike_[0]);
    }
    constexpr std::size_t orders_least = 3;
    if (alike_.size() < orders_least || amounts_.size() < 2) return {};
    return "is the same on all lines of each order with several, such as " + seen(alike_[0]);
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return cell_text(columns_.rows()[row][column]);
  }
  [[nodiscard]] bool is_alike(const Rows& rows, std::size_t column) const {
    return std::ranges::all_of(
        rows, [&](std::size_t row) { return cell(row, column) == cell(rows[0], column); });
  }

  void count(const Rows& rows) {
    const auto filled = std::ranges::count_if(
        rows, [this](std::size_t row) { return !cell(row, of_.amount).empty(); });
    if (filled == 0) return;
    if (filled == 1 && !cell(rows[0], of_.amount).empty()) {
      first_alone_.push_back(&rows);
    } else if (is_alike(rows, of_.amount)) {
      alike_.push_back(&rows);
      amounts_.insert(cell(rows[0], of_.amount));
    } else {
      ++different_;
    }
  }

  [[nodiscard]] std::string seen(const Rows* rows) const {
    return "order " + shown(cell((*rows)[0], of_.order)) + ": " +
           shown(cell((*rows)[0], of_.amount)) + " on " + rows_text(rows->size());
  }

  // Returns: another column of amounts that adds up, by itself or times the quantity, to the amount
  //          in question in each order with several lines.
  [[nodiscard]] std::optional<std::size_t> column_of_parts() const {
    if (alike_.empty()) return std::nullopt;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c == of_.amount || c == of_.order || c == of_.quantity) continue;
      if (!columns_.seen_mostly(c, [this](std::string_view text) {
            return parse_amount(text, of_.decimal, 2).valid;
          })) {
        continue;
      }
      for (const bool by_quantity : {false, true}) {
        if (by_quantity && !of_.quantity) continue;
        if (std::ranges::all_of(alike_,
                                [&](const Rows* rows) { return adds_up(*rows, c, by_quantity); })) {
          return c;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool adds_up(const Rows& rows, std::size_t column, bool by_quantity) const {
    MoneyMinor sum = 0;
    for (const std::size_t row : rows) {
      const Amount amount = parse_amount(cell(row, column), of_.decimal, 2);
      const auto units = by_quantity ? parse_quantity(cell(row, *of_.quantity), of_.decimal)
                                     : std::optional<std::int64_t>(1);
      MoneyMinor part = 0;
      if (!amount.valid || amount.negative || !units ||
          __builtin_mul_overflow(amount.minor, *units, &part) ||
          __builtin_add_overflow(sum, part, &sum)) {
        return false;
      }
    }
    const Amount whole = parse_amount(cell(rows[0], of_.amount), of_.decimal, 2);
    return whole.valid && sum == whole.minor && sum > 0;
  }

  const ColumnLook& columns_;
  const AmountColumns& of_;
  std::vector<Rows> orders_;  // with several lines, as they stand in the file
  std::vector<const Rows*> alike_;
  std::vector<const Rows*> first_alone_;
  std::set<std::string_view> amounts_;  // of those that are alike
  std::size_t different_{};
};

}  // namespace

std::string why_of_orders(const ColumnLook& columns, const AmountColumns& of) {
  return Orders(columns, of).why();
}

}  // namespace allot::files
