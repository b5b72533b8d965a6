#include "files/source_orders.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "files/text_rules.hpp"

namespace allot::files {

namespace {

__extension__ using Wide = __int128;

MoneyMinor narrowed(Wide amount) noexcept {
  return static_cast<MoneyMinor>(
      std::clamp<Wide>(amount, 0, std::numeric_limits<MoneyMinor>::max()));
}

bool are_like_lines(const SourceLine& a, const SourceLine& b) noexcept {
  return a.sku == b.sku && a.quantity == b.quantity && a.price == b.price && a.rest == b.rest;
}

// Returns: whether the second half of an order's lines says the first again. Lines that are all
// alike may be lines of one order, unless rows of other orders stand between them.
bool has_lines_twice(std::span<const SourceLine> lines, bool came_apart) {
  if (lines.size() % 2 != 0) return false;
  const std::size_t half = lines.size() / 2;
  if (!std::ranges::equal(lines.first(half), lines.last(half), are_like_lines)) return false;
  return came_apart || !std::ranges::all_of(lines, [&lines](const SourceLine& line) {
           return are_like_lines(line, lines.front());
         });
}

// Returns: how many of an order's lines say what an earlier one says.
std::uint64_t repeated_lines_of(std::span<const SourceLine> lines) {
  constexpr std::size_t lines_compared = 64;
  lines = lines.first(std::min(lines.size(), lines_compared));
  std::uint64_t repeats = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool met = std::ranges::any_of(
        lines.first(i), [&](const SourceLine& other) { return are_like_lines(lines[i], other); });
    repeats += met ? 1U : 0U;
  }
  return repeats;
}

// Effects: the list price of each SKU is the middle one of the prices that are asked for it.
// `Price`: can say all of them. `count_of`: how many there are of each SKU.
template <class Price>
void find_list_prices(SourceOrders& book, std::span<const std::uint32_t> count_of) {
  // The prices asked for each SKU, together: those of one end where those of the next begin.
  std::vector<std::uint32_t> ends(count_of.size());
  std::exclusive_scan(count_of.begin(), count_of.end(), ends.begin(), std::uint32_t{0});
  LargeVector<Price> prices(std::reduce(count_of.begin(), count_of.end(), std::size_t{0}));
  for (const SourceOrder& order : book.orders) {
    if (order.other_currency) continue;
    for (const SourceLine& line : book.lines_of(order)) {
      if (line.price != SourceLine::no_price)
        prices[ends[line.sku]++] = static_cast<Price>(line.price);
    }
  }
  auto begin = prices.begin();
  for (std::size_t i = 0; i < book.skus.size(); ++i) {
    const auto end = prices.begin() + static_cast<std::ptrdiff_t>(ends[i]);
    MoneyMinor list_price = book.skus[i].list_price;
    if (begin != end) {
      const auto middle = begin + (end - begin - 1) / 2;
      std::nth_element(begin, middle, end);
      list_price = static_cast<MoneyMinor>(*middle);
    }
    book.skus[i].list_price = std::max<MoneyMinor>(1, list_price);
    begin = end;
  }
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

void sort_orders(SourceOrders& book, bool newest_first) {
  const auto earlier = [newest_first](const SourceOrder& a, const SourceOrder& b) {
    if (a.time != b.time) return a.time < b.time;
    return newest_first ? a.first_line > b.first_line : a.first_line < b.first_line;
  };
  if (std::is_sorted(book.orders.begin(), book.orders.end(), earlier)) return;
  std::sort(book.orders.begin(), book.orders.end(), earlier);
}

void summarise(SourceOrders& book) {
  std::vector<std::uint32_t> prices_of(book.skus.size());
  MoneyMinor highest = 0;
  for (SourceSku& sku : book.skus) sku.units = 0;
  for (SourceOrder& order : book.orders) {
    std::uint64_t units = 0;
    for (const SourceLine& line : book.lines_of(order)) {
      units += line.quantity;
      book.skus[line.sku].units += line.quantity;
      if (order.other_currency || line.price == SourceLine::no_price) continue;
      ++prices_of[line.sku];
      highest = std::max(highest, line.price);
    }
    order.units = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(units, std::numeric_limits<std::uint32_t>::max()));
  }
  // Half the memory holds those of most shops.
  if (highest <= std::numeric_limits<std::uint32_t>::max())
    find_list_prices<std::uint32_t>(book, prices_of);
  else
    find_list_prices<MoneyMinor>(book, prices_of);
  for (SourceLine& line : book.lines) {
    if (line.price != SourceLine::no_price) continue;
    line.price = book.skus[line.sku].list_price;
    line.listed = true;
  }
}

std::vector<bool> orders_apart(std::span<const std::uint32_t> line_orders, std::size_t orders) {
  std::vector<bool> apart(orders);
  std::vector<bool> has_come(orders);
  for (std::size_t i = 0; i < line_orders.size(); ++i) {
    const std::uint32_t order = line_orders[i];
    if (i > 0 && line_orders[i - 1] == order) continue;
    if (has_come[order]) apart[order] = true;
    has_come[order] = true;
  }
  return apart;
}

Repeats find_repeats(const SourceOrders& book, const std::vector<bool>& came_apart) {
  Repeats found;
  for (const SourceOrder& order : book.orders) {
    const std::span<const SourceLine> lines = book.lines_of(order);
    if (has_lines_twice(lines, came_apart[order.number])) {
      if (found.orders++ == 0) found.first_order = order.number;
      continue;
    }
    const std::uint64_t again = repeated_lines_of(lines);
    if (found.lines == 0 && again > 0) found.first_of_lines = order.number;
    found.lines += again;
  }
  return found;
}

}  // namespace allot::files
