#include "files/source_orders.hpp"

#include <algorithm>
#include <limits>

#include "files/text_rules.hpp"

namespace allot::files {

namespace {

__extension__ using Wide = __int128;

MoneyMinor narrowed(Wide amount) noexcept {
  return static_cast<MoneyMinor>(
      std::clamp<Wide>(amount, 0, std::numeric_limits<MoneyMinor>::max()));
}

}  // namespace

MoneyMinor SourceLine::cost_of(std::uint64_t units) const noexcept {
  const Wide share = quantity == 0 ? Wide{0} : Wide{rest} * units / quantity;
  const Wide cost = Wide{price} * units + share;
  return narrowed(cost);
}

MoneyMinor SourceOrders::taxes_of(const SourceOrder& order) const noexcept {
  Wide sum = order.shipping_tax;
  for (std::size_t i = 0; i < order.line_count && !taxes.empty(); ++i) {
    sum += taxes[order.first_line + i];
  }
  return narrowed(sum);
}

MoneyMinor SourceOrders::due(const SourceOrder& order) const noexcept {
  Wide sum = Wide{order.shipping} - order.discount;
  for (const SourceLine& line : lines_of(order)) sum += line.total();
  const bool is_on_top = money.empty() || !money_of(order.channel).prices_include_tax;
  if (is_on_top) sum += taxes_of(order);
  return narrowed(sum);
}

void share_by_cost(MoneyMinor amount, std::span<const SourceLine> lines,
                   std::span<MoneyMinor> shares) noexcept {
  Wide all = 0;
  for (const SourceLine& line : lines) all += line.total();
  if (all == 0 || all > std::numeric_limits<MoneyMinor>::max()) {
    std::ranges::fill(shares, 0);
    shares.front() = amount;
    return;
  }
  Wide cost = 0;
  MoneyMinor given = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cost += lines[i].total();
    const auto until = static_cast<MoneyMinor>(Wide{amount} * cost / all);
    shares[i] = until - given;
    given = until;
  }
}

Code order_number_of(std::string_view text) {
  std::string number = code_of(text);
  std::ranges::replace(number, '\0', '?');
  return Code::given(number);
}

void sort_orders(SourceOrders& book) {
  const auto earlier = [](const SourceOrder& a, const SourceOrder& b) {
    return a.time != b.time ? a.time < b.time : a.first_line < b.first_line;
  };
  if (std::is_sorted(book.orders.begin(), book.orders.end(), earlier)) return;
  std::sort(book.orders.begin(), book.orders.end(), earlier);
}

void summarise(SourceOrders& book) {
  // The prices asked for each SKU, together: those of one end where those of the next begin.
  std::vector<std::uint32_t> ends(book.skus.size());
  for (SourceSku& sku : book.skus) sku.units = 0;
  for (const SourceLine& line : book.lines) {
    book.skus[line.sku].units += line.quantity;
    if (line.price != SourceLine::no_price) ++ends[line.sku];
  }
  std::uint32_t count = 0;
  for (std::uint32_t& end : ends) {
    const std::uint32_t begin = count;
    count += end;
    end = begin;
  }
  std::vector<MoneyMinor> prices(count);
  for (const SourceLine& line : book.lines) {
    if (line.price != SourceLine::no_price) prices[ends[line.sku]++] = line.price;
  }
  auto begin = prices.begin();
  for (std::size_t i = 0; i < book.skus.size(); ++i) {
    const auto end = prices.begin() + static_cast<std::ptrdiff_t>(ends[i]);
    MoneyMinor list_price = book.skus[i].list_price;
    if (begin != end) {
      const auto middle = begin + (end - begin - 1) / 2;
      std::nth_element(begin, middle, end);
      list_price = *middle;
    }
    book.skus[i].list_price = std::max<MoneyMinor>(1, list_price);
    begin = end;
  }
  for (SourceLine& line : book.lines) {
    if (line.price != SourceLine::no_price) continue;
    line.price = book.skus[line.sku].list_price;
    line.listed = true;
  }
  for (SourceOrder& order : book.orders) {
    std::uint64_t units = 0;
    for (const SourceLine& line : book.lines_of(order)) units += line.quantity;
    order.units = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(units, std::numeric_limits<std::uint32_t>::max()));
  }
}

}  // namespace allot::files
