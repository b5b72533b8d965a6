#include "catalogue/order_reader.hpp"

#include <bit>
#include <limits>

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

OrderReader::OrderReader(const Limits& limits, Semantics semantics)
    : lines_max_(limits.lines_per_order_max),
      keeps_amounts_(semantics.keeps_amounts_of_merged_lines()),
      table_(std::bit_ceil(std::size_t{limits.lines_per_order_max} * 2)) {
  merged_.reserve(limits.lines_per_order_max);
}

Decision OrderReader::read(const Place& order, const Catalogue& catalogue, CheckedOrder& checked) {
  checked.tokens = &order.tokens;
  return read({order.channel,
               order.zone,
               order.ship_by,
               order.shortage,
               order.ship_complete,
               true,
               {order.discount, order.shipping, order.shipping_tax}},
              order.lines, catalogue, checked);
}

Decision OrderReader::read(const Import& order, const Catalogue& catalogue, CheckedOrder& checked) {
  checked.tokens = &order.tokens;
  return read({order.channel,
               order.zone,
               order.ship_by,
               Shortage::by_order,
               false,
               in_range(order),
               {order.discount, order.shipping, order.shipping_tax}},
              order.lines, catalogue, checked);
}

Decision OrderReader::read(const Terms& terms, std::span<const OrderLine> lines,
                           const Catalogue& catalogue, CheckedOrder& checked) {
  if (lines.empty()) return Reason::no_lines;
  if (lines.size() > lines_max_) return Reason::too_many_lines;
  if (!catalogue.known(terms.channel)) return Reason::channel_unknown;
  if (!catalogue.known(terms.zone)) return Reason::zone_unknown;
  if (terms.shortage > Shortage::backorder || terms.ship_by < 0 || !terms.in_range ||
      (terms.charges.discount | terms.charges.shipping | terms.charges.shipping_tax) < 0) {
    return Reason::field_out_of_range;
  }
  if (terms.ship_complete && terms.shortage == Shortage::refuse_line) {
    return Reason::line_policy_conflict;
  }
  checked.lines = lines;
  checked.channel = terms.channel;
  if (read_plain(terms, lines, catalogue, checked.value)) [[likely]] {
    checked.merged = merged(lines);
    if (checked.merged.data() != lines.data()) [[unlikely]]
      checked.charges = charges_of_merged(terms.channel, catalogue);
  } else {
    const Read read = read_lines(terms, lines, catalogue);
    if (!read.decision.accepted()) return read.decision;
    checked.value = read.value;
    checked.merged = read.merged;
    checked.charges = read.charges;
  }
  checked.of_order = terms.shortage == Shortage::by_order ? Shortage::refuse_order : terms.shortage;
  return {};
}

// Nearly every line passes all checks, and then nobody needs to know which there are. Prices above
// small_price are left to read_lines(), because below it no sum over units_max units overflows, and
// so is whatever else is said of money.
// Effects: the value. Returns: false where read_lines() has to say.
bool OrderReader::read_plain(const Terms& terms, std::span<const OrderLine> lines,
                             const Catalogue& catalogue, MoneyMinor& value) {
  constexpr std::uint64_t small_price = std::uint64_t{1} << 31;
  const Shortage shortage_most = terms.ship_complete ? Shortage::by_order : Shortage::backorder;
  const OrderCharges& charges = terms.charges;
  MoneyMinor more = charges.discount | charges.shipping | charges.shipping_tax;
  std::uint64_t units = 0;
  std::uint64_t sum = 0;
  for (const OrderLine& line : lines) {
    const auto price = static_cast<std::uint64_t>(line.price);
    if (!catalogue.known(line.sku) || line.quantity - 1 >= units_max || price >= small_price ||
        line.shortage > shortage_most) {
      return false;
    }
    more |= line.total | line.discount | line.tax;
    units += line.quantity;
    sum += price * line.quantity;
  }
  value = static_cast<MoneyMinor>(sum);
  return units <= units_max && more == 0;
}

// Returns: where the lines that were merged cost together what no price of a unit says, that.
const OrderCharges* OrderReader::charges_of_merged(ChannelId channel, const Catalogue& catalogue) {
  if (!itemised_) return nullptr;
  charges_ = {.tax_included = catalogue.channel(channel).settings.prices_include_tax};
  return &charges_;
}

// Tests check by check, so that the first fault is named. Effects: what the lines come to.
OrderReader::Read OrderReader::read_lines(Terms terms, std::span<const OrderLine> lines,
                                          const Catalogue& catalogue) {
  LineSums sums;
  const Decision decision = add_up(terms.ship_complete, lines, catalogue, sums);
  if (!decision.accepted()) return {.decision = decision};
  return read_money(terms, sums, lines, catalogue);
}

Decision OrderReader::add_up(bool ship_complete, std::span<const OrderLine> lines,
                             const Catalogue& catalogue, LineSums& sums) {
  std::uint64_t units = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const OrderLine& line = lines[i];
    const auto refuse = [&](Reason reason) { return Decision(reason, i, line.sku); };
    if (!catalogue.known(line.sku)) return refuse(Reason::sku_unknown);
    if (line.quantity - 1 >= units_max) return refuse(Reason::quantity_out_of_range);
    if (line.price < 0 || line.total < 0) return refuse(Reason::price_out_of_range);
    if (line.price != 0 && line.total != 0) return refuse(Reason::price_and_total);
    if (line.shortage > Shortage::backorder) return refuse(Reason::field_out_of_range);
    if (ship_complete && line.shortage != Shortage::by_order) {
      return refuse(Reason::line_policy_conflict);
    }
    units += line.quantity;
    if (units > units_max) return refuse(Reason::quantity_out_of_range);
    MoneyMinor amount = line.total;
    if ((amount == 0 && __builtin_mul_overflow(line.price, MoneyMinor{line.quantity}, &amount)) ||
        __builtin_add_overflow(sums.amounts, amount, &sums.amounts)) {
      return refuse(Reason::order_value_overflow);
    }
    if (line.discount < 0 || line.discount > amount || line.tax < 0) {
      return refuse(Reason::field_out_of_range);
    }
    sums.discounts += line.discount;  // no more than amounts
    if (__builtin_add_overflow(sums.taxes, line.tax, &sums.taxes)) {
      return refuse(Reason::order_value_overflow);
    }
    sums.itemised |= (line.total | line.discount | line.tax) != 0;
  }
  return {};
}

// Returns: what is due, and the lines merged.
OrderReader::Read OrderReader::read_money(const Terms& terms, const LineSums& sums,
                                          std::span<const OrderLine> lines,
                                          const Catalogue& catalogue) {
  __extension__ using Wide = __int128;
  const OrderCharges& asked = terms.charges;
  const bool included = catalogue.channel(terms.channel).settings.prices_include_tax;
  const Wide due = Wide{sums.amounts} - sums.discounts - asked.discount + asked.shipping +
                   (included ? Wide{0} : Wide{sums.taxes} + asked.shipping_tax);
  if (due < 0) return {.decision = Reason::discount_too_large};
  if (due > std::numeric_limits<MoneyMinor>::max()) {
    return {.decision = Reason::order_value_overflow};
  }
  const bool says_more = sums.itemised || asked.any();
  itemised_ = false;
  Read read{.value = static_cast<MoneyMinor>(due),
            .merged = says_more ? merge(lines) : merged(lines)};
  charges_ = asked;
  charges_.tax_included = included;
  if (says_more || itemised_) read.charges = &charges_;
  return read;
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
  itemised_ = false;
  if (++order_ == 0) {
    table_.assign(table_.size(), Seat{});
    order_ = 1;
  }
  for (const OrderLine& line : lines) {
    if (OrderLine* known = merged_line(line.sku)) {
      add(*known, line);
    } else {
      merged_.push_back(line);
    }
  }
  return merged_;
}

// Effects: the line counts to the one that its SKU has. What they cost together is no price of a
// unit unless it is the same one.
void OrderReader::add(OrderLine& merged, const OrderLine& line) {
  const bool same = line.price == merged.price || !keeps_amounts_;
  if (!same || (line.total | merged.total) != 0) {
    merged.total = amount_of(merged) + amount_of(line);
    merged.price = 0;
    itemised_ = true;
  }
  merged.quantity += line.quantity;
  merged.discount += line.discount;
  merged.tax += line.tax;
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
