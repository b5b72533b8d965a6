#include "catalogue/order_reader.hpp"

#include <bit>

#include "containers/key_index.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

// Up to so many merged lines a search is faster than a table, and nearly all orders are that short.
constexpr std::size_t short_order = 16;

// Returns: whether a sale says of its state what can be. Only an unpaid one has a payment window.
bool in_range(const Import& sale) noexcept {
  if (sale.state > ImportState::elsewhere || sale.sold_at < 0) return false;
  if (sale.state != ImportState::unpaid) return sale.pay_by == 0;
  return sale.pay_by >= 0 && sale.pay_by <= time_max_ns;
}

}  // namespace

OrderReader::OrderReader(const Limits& limits)
    : lines_max_(limits.lines_per_order_max),
      table_(std::bit_ceil(std::size_t{limits.lines_per_order_max} * 2)) {
  merged_.reserve(limits.lines_per_order_max);
}

Decision OrderReader::read(const Place& order, const Catalogue& catalogue, CheckedOrder& checked) {
  checked.tokens = &order.tokens;
  return read({order.channel, order.zone, order.ship_by, order.shortage, order.ship_complete, true},
              order.lines, catalogue, checked);
}

Decision OrderReader::read(const Import& order, const Catalogue& catalogue, CheckedOrder& checked) {
  checked.tokens = &order.tokens;
  return read(
      {order.channel, order.zone, order.ship_by, Shortage::by_order, false, in_range(order)},
      order.lines, catalogue, checked);
}

Decision OrderReader::read(const Terms& terms, std::span<const OrderLine> lines,
                           const Catalogue& catalogue, CheckedOrder& checked) {
  if (lines.empty()) return Reason::no_lines;
  if (lines.size() > lines_max_) return Reason::too_many_lines;
  if (!catalogue.known(terms.channel)) return Reason::channel_unknown;
  if (!catalogue.known(terms.zone)) return Reason::zone_unknown;
  if (terms.shortage > Shortage::backorder || terms.ship_by < 0 || !terms.in_range) {
    return Reason::field_out_of_range;
  }
  if (terms.ship_complete && terms.shortage == Shortage::refuse_line) {
    return Reason::line_policy_conflict;
  }
  if (!read_plain(terms.ship_complete, lines, catalogue, checked.value)) {
    MoneyMinor value = 0;
    const Decision lines_read = read_lines(terms.ship_complete, lines, catalogue, value);
    if (!lines_read.accepted()) return lines_read;
    checked.value = value;
  }
  checked.lines = lines;
  checked.merged = merged(lines);
  checked.of_order = terms.shortage == Shortage::by_order ? Shortage::refuse_order : terms.shortage;
  return {};
}

// Nearly every line passes all checks, and then nobody needs to know which there are. Prices above
// small_price are left to read_lines(), because below it no sum over units_max units overflows.
// Effects: the value. Returns: false where read_lines() has to say.
bool OrderReader::read_plain(bool ship_complete, std::span<const OrderLine> lines,
                             const Catalogue& catalogue, MoneyMinor& value) {
  constexpr std::uint64_t small_price = std::uint64_t{1} << 31;
  const Shortage shortage_most = ship_complete ? Shortage::by_order : Shortage::backorder;
  std::uint64_t units = 0;
  std::uint64_t sum = 0;
  for (const OrderLine& line : lines) {
    const auto price = static_cast<std::uint64_t>(line.price);
    if (!catalogue.known(line.sku) || line.quantity - 1 >= units_max || price >= small_price ||
        line.shortage > shortage_most) {
      return false;
    }
    units += line.quantity;
    sum += price * line.quantity;
  }
  value = static_cast<MoneyMinor>(sum);
  return units <= units_max;
}

// Tests check by check, so that the first fault is named. Effects: the value.
Decision OrderReader::read_lines(bool ship_complete, std::span<const OrderLine> lines,
                                 const Catalogue& catalogue, MoneyMinor& value) {
  std::uint64_t units = 0;
  value = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const OrderLine& line = lines[i];
    const auto refuse = [&](Reason reason) { return Decision(reason, i, line.sku); };
    if (!catalogue.known(line.sku)) return refuse(Reason::sku_unknown);
    if (line.quantity - 1 >= units_max) return refuse(Reason::quantity_out_of_range);
    if (line.price < 0) return refuse(Reason::price_out_of_range);
    if (line.shortage > Shortage::backorder) return refuse(Reason::field_out_of_range);
    if (ship_complete && line.shortage != Shortage::by_order) {
      return refuse(Reason::line_policy_conflict);
    }
    units += line.quantity;
    if (units > units_max) return refuse(Reason::quantity_out_of_range);
    MoneyMinor line_value = 0;
    if (__builtin_mul_overflow(line.price, MoneyMinor{line.quantity}, &line_value) ||
        __builtin_add_overflow(value, line_value, &value)) {
      return refuse(Reason::order_value_overflow);
    }
  }
  return {};
}

// Nearly no order names a SKU twice, and then there is nothing to sum.
std::span<const OrderLine> OrderReader::merged(std::span<const OrderLine> lines) {
  if (lines.size() > short_order) return merge(lines);
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    for (auto before = lines.begin(); before != line; ++before) {
      if (before->sku == line->sku) return merge(lines);
    }
  }
  return lines;
}

std::span<const OrderLine> OrderReader::merge(std::span<const OrderLine> lines) {
  merged_.clear();
  if (++order_ == 0) {
    table_.assign(table_.size(), Seat{});
    order_ = 1;
  }
  for (const OrderLine& line : lines) {
    if (OrderLine* known = merged_line(line.sku)) {
      known->quantity += line.quantity;
    } else {
      merged_.push_back(line);
    }
  }
  return merged_;
}

// Returns: the merged line of `sku`; null, and its place is noted, when it is the next to be added.
OrderLine* OrderReader::merged_line(SkuId sku) {
  if (merged_.size() < short_order) {
    for (OrderLine& line : merged_) {
      if (line.sku == sku) return &line;
    }
    return nullptr;
  }
  const std::size_t mask = table_.size() - 1;
  const auto note = [&](SkuId noted, std::uint32_t line) -> OrderLine* {
    std::size_t at = spread(noted.value) & mask;
    while (table_[at].order == order_) {
      if (table_[at].sku == noted.value) return &merged_[table_[at].line];
      at = (at + 1) & mask;
    }
    table_[at] = {noted.value, order_, line};
    return nullptr;
  };
  if (merged_.size() == short_order) {
    for (std::uint32_t i = 0; i < short_order; ++i) (void)note(merged_[i].sku, i);
  }
  return note(sku, static_cast<std::uint32_t>(merged_.size()));
}

}  // namespace allot
