#include "files/source_orders.hpp"

#include <algorithm>
#include <limits>

namespace allot::files {

void sort_orders(SourceOrders& book) {
  std::sort(book.orders.begin(), book.orders.end(), [](const SourceOrder& a, const SourceOrder& b) {
    return a.time != b.time ? a.time < b.time : a.first_line < b.first_line;
  });
}

void summarise(SourceOrders& book) {
  std::vector<std::vector<MoneyMinor>> prices(book.skus.size());
  for (SourceSku& sku : book.skus) sku.units = 0;
  for (const SourceLine& line : book.lines) {
    book.skus[line.sku].units += line.quantity;
    if (line.price != SourceLine::no_price) prices[line.sku].push_back(line.price);
  }
  for (std::size_t i = 0; i < book.skus.size(); ++i) {
    std::vector<MoneyMinor>& asked = prices[i];
    if (asked.empty()) {
      book.skus[i].list_price = std::max<MoneyMinor>(1, book.skus[i].list_price);
      continue;
    }
    const auto middle = asked.begin() + static_cast<std::ptrdiff_t>((asked.size() - 1) / 2);
    std::nth_element(asked.begin(), middle, asked.end());
    book.skus[i].list_price = std::max<MoneyMinor>(1, *middle);
  }
  for (SourceLine& line : book.lines) {
    if (line.price == SourceLine::no_price) line.price = book.skus[line.sku].list_price;
  }
  for (SourceOrder& order : book.orders) {
    std::uint64_t units = 0;
    for (const SourceLine& line : book.lines_of(order)) units += line.quantity;
    order.units = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(units, std::numeric_limits<std::uint32_t>::max()));
  }
}

}  // namespace allot::files
