#include "files/implausible_values.hpp"

#include <algorithm>

#include "files/row_account.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

void AmountVotes::add(std::uint64_t sku, std::int64_t quantity, MoneyMinor amount) {
  if (quantity <= 0 || amount <= 0) return;
  const auto [met, is_new] = last_.try_emplace(sku, quantity, amount);
  const auto [last_quantity, last_amount] = std::exchange(met->second, {quantity, amount});
  if (is_new || last_quantity == quantity) return;
  __extension__ using Wide = __int128;
  ++pairs_;
  same_ += last_amount == amount ? 1U : 0U;
  // A total is rounded once, perhaps.
  const Wide difference = Wide{last_amount} * quantity - Wide{amount} * last_quantity;
  const Wide rounding = std::max(quantity, last_quantity);
  grown_ += difference <= rounding && difference >= -rounding ? 1U : 0U;
}

std::int64_t implausible_median(std::vector<std::int64_t> quantities) {
  constexpr std::size_t rows_least = 10;
  constexpr std::int64_t median_least = 1'000;
  if (quantities.size() < rows_least) return 0;
  const auto middle = quantities.begin() + static_cast<std::ptrdiff_t>(quantities.size() / 2);
  std::ranges::nth_element(quantities, middle);
  return *middle >= median_least ? *middle : 0;
}

std::string implausible_quantity_text(const std::string& column, std::int64_t median) {
  return "half of the quantities are " + json::grouped(static_cast<std::uint64_t>(median)) +
         " or more: is " + shown(column) +
         " how many units were ordered? quantity under [columns] of a map names another";
}

std::vector<ImplausibleValue> implausible_values(const SourceOrders& book, const OrderMap& map) {
  constexpr std::size_t lines_most = 200'000;
  std::vector<ImplausibleValue> found;
  const ColumnChoice& quantity = map.of(Role::quantity);
  if (quantity.columns.empty()) return found;
  const bool is_total = map.of(Role::price).columns.empty();
  const ColumnChoice& money = map.of(is_total ? Role::line_total : Role::price);
  AmountVotes votes;
  std::vector<std::int64_t> quantities;
  quantities.reserve(std::min(book.lines.size(), lines_most));
  for (const SourceOrder& order : book.orders) {
    if (quantities.size() >= lines_most) break;
    for (const SourceLine& line : book.lines_of(order)) {
      quantities.push_back(line.quantity);
      if (line.price == SourceLine::no_price) continue;
      votes.add(line.sku, line.quantity, is_total ? line.total() : line.price);
    }
  }
  if (const std::int64_t median = implausible_median(std::move(quantities)); median > 0) {
    found.push_back(
        {"quantity_implausible", implausible_quantity_text(quantity.columns[0], median)});
  }
  if (money.columns.empty()) return found;
  const std::string& column = money.columns[0];
  if (!is_total && votes.are_of_lines()) {
    found.push_back({"price_of_lines",
                     shown(column) +
                         " looks like the total of a line, as the amounts of a SKU grow with its "
                         "quantities: map it as line_total = " +
                         quoted(column) + " under [columns], in place of price"});
  }
  if (is_total && votes.are_of_units()) {
    found.push_back({"total_of_units",
                     shown(column) +
                         " looks like the price of one unit, as a SKU has the same amount whatever "
                         "its quantity: map it as price = " +
                         quoted(column) + " under [columns], in place of line_total"});
  }
  return found;
}

}  // namespace allot::files
