#include "catalogue/order_reader.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "allot/messages/limits_rules.hpp"
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
  return read(order, {order.shortage, order.ship_complete, true}, catalogue, checked);
}

Decision OrderReader::read(const Import& order, const Catalogue& catalogue, CheckedOrder& checked) {
  return read(order, {Shortage::by_order, false, in_range(order)}, catalogue, checked);
}

template <class C>
Decision OrderReader::read(const C& order, const Terms& terms, const Catalogue& catalogue,
                           CheckedOrder& checked) {
  const std::span<const OrderLine> lines = order.lines;
  if (lines.empty()) return Reason::no_lines;
  if (lines.size() > lines_max_) return Reason::too_many_lines;
  if (!catalogue.known(order.channel)) return Reason::channel_unknown;
  if (!catalogue.known(order.zone)) return Reason::zone_unknown;
  if (terms.shortage > Shortage::backorder || order.ship_by < 0 || !terms.in_range) {
    return Reason::field_out_of_range;
  }
  checked.tokens = &order.tokens;
  checked.lines = checked.merged = lines;
  checked.channel = order.channel;
  if (terms.ship_complete || !read_plain(order, catalogue, checked.value)) [[unlikely]] {
    if (terms.ship_complete && terms.shortage == Shortage::refuse_line) {
      return Reason::line_policy_conflict;
    }
    const Decision decision = read_whole(order, terms.ship_complete, catalogue, checked);
    if (!decision.accepted()) return decision;
  } else if (names_one_twice(lines)) [[unlikely]] {
    merge_plain(catalogue, checked);
  }
  checked.of_order = terms.shortage == Shortage::by_order ? Shortage::refuse_order : terms.shortage;
  return {};
}

// Nearly every line passes all checks, and then nobody needs to know which there are. Prices of
// more than small_bits are left to read_whole(), because below no sum over units_max units
// overflows, and so are units that are too many together, and whatever else lines say.
// Requires: not ship_complete. Effects: the value. Returns: false where read_whole() has to say.
template <class C>
bool OrderReader::read_plain(const C& order, const Catalogue& catalogue, MoneyMinor& value) {
  constexpr unsigned small_bits = 31;
  static_assert(units_max == (std::uint64_t{1} << small_bits) - 1);
  std::uint64_t units = 0;
  std::uint64_t sum = 0;
  MoneyMinor more = order.discount | order.shipping | order.shipping_tax | order.deposit;
  for (const OrderLine& line : order.lines) {
    if (!catalogue.known(line.sku) || line.quantity == 0 || line.shortage > Shortage::backorder) {
      return false;
    }
    const auto price = static_cast<std::uint64_t>(line.price);
    more |= static_cast<MoneyMinor>(price >> small_bits) | line.total | line.discount | line.tax |
            line.wanted_at | line.line_number;
    units += line.quantity;
    sum += price * line.quantity;
  }
  value = static_cast<MoneyMinor>(sum);
  return (units >> small_bits | static_cast<std::uint64_t>(more)) == 0;
}

// Effects: the lines are merged. Where they cost together what no price of a unit says, that is
// kept.
void OrderReader::merge_plain(const Catalogue& catalogue, CheckedOrder& checked) {
  checked.merged = merge(checked.lines);
  if (!itemised_) return;
  charges_ = {.tax_included = catalogue.channel(checked.channel).settings.prices_include_tax};
  checked.charges = &charges_;
}

// Tests check by check, so that the first fault is named. Effects: what the order comes to.
template <class C>
Decision OrderReader::read_whole(const C& order, bool ship_complete, const Catalogue& catalogue,
                                 CheckedOrder& checked) {
  if ((order.discount | order.shipping | order.shipping_tax | order.deposit) < 0) {
    return Reason::field_out_of_range;
  }
  LineSums sums;
  const Decision decision = add_up(ship_complete, order.lines, catalogue, sums);
  if (!decision.accepted()) return decision;
  return read_money({order.discount, order.shipping, order.shipping_tax, order.deposit}, sums,
                    catalogue, checked);
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
    if (line.wanted_at < 0 || line.wanted_at > time_max_ns) {
      return refuse(Reason::field_out_of_range);
    }
    sums.itemised |= (line.total | line.discount | line.tax) != 0;
    sums.named |= line.line_number != 0 || line.wanted_at != 0;
  }
  return {};
}

// Effects: what is due, and the lines merged.
Decision OrderReader::read_money(OrderCharges asked, const LineSums& sums,
                                 const Catalogue& catalogue, CheckedOrder& checked) {
  __extension__ using Wide = __int128;
  const DefineChannel& channel = catalogue.channel(checked.channel).settings;
  asked.tax_included = channel.prices_include_tax;
  const Wide due = Wide{sums.amounts} - sums.discounts - asked.discount + asked.shipping +
                   (asked.tax_included ? Wide{0} : Wide{sums.taxes} + asked.shipping_tax);
  if (due < 0) return Reason::discount_too_large;
  if (due > std::numeric_limits<MoneyMinor>::max()) return Reason::order_value_overflow;
  checked.value = static_cast<MoneyMinor>(due);
  // A deposit that makes nothing firm, or is more than what is due, is a mistake.
  if (asked.deposit != 0 &&
      (channel.firm_when != FirmWhen::deposit || asked.deposit > checked.value)) {
    return Reason::field_out_of_range;
  }
  asked.lines_named = sums.named;
  const bool says_more = sums.itemised || sums.named || asked.any() || asked.deposit != 0;
  itemised_ = false;
  if (says_more || names_one_twice(checked.lines)) {
    checked.merged = merge(checked.lines);
    // Nothing that was said is dropped in silence.
    if (other_date_at_ != no_line) {
      return {Reason::wanted_at_conflict, other_date_at_, checked.lines[other_date_at_].sku};
    }
    if (sums.named) {
      if (const Decision many = too_many_of_a_sku(); !many.accepted()) return many;
    }
  }
  if (!says_more && !itemised_) return {};
  charges_ = asked;
  checked.charges = &charges_;
  checked.lines_named = sums.named;
  return {};
}

// What a fact says of a SKU is shared out to its lines, so that a step can be bounded by their
// number. Returns: the first line that is one too many.
Decision OrderReader::too_many_of_a_sku() const {
  if (merged_.size() <= lines_per_sku_max) return {};
  for (std::size_t i = lines_per_sku_max; i < merged_.size(); ++i) {
    const auto before =
        std::count_if(merged_.begin(), merged_.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const OrderLine& line) { return line.sku == merged_[i].sku; });
    if (before >= lines_per_sku_max) return {Reason::too_many_lines, i, merged_[i].sku};
  }
  return {};
}

// Nearly no order does, and then there is nothing to sum. Of a long one it is not asked.
bool OrderReader::names_one_twice(std::span<const OrderLine> lines) {
  if (lines.size() < 3) return lines.size() == 2 && lines[0].sku == lines[1].sku;
  if (lines.size() > short_order) return true;
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    for (auto before = lines.begin(); before != line; ++before) {
      if (before->sku == line->sku) return true;
    }
  }
  return false;
}

std::span<const OrderLine> OrderReader::merge(std::span<const OrderLine> lines) {
  merged_.clear();
  itemised_ = false;
  other_date_at_ = no_line;
  if (++order_ == 0) {
    table_.assign(table_.size(), Seat{});
    order_ = 1;
  }
  // No order of an older log had a total. In one that has, lines whose price was not their own
  // would come to amounts that nobody added up.
  const bool by_amount = keeps_amounts_ || std::ranges::any_of(lines, [](const OrderLine& line) {
                           return line.total != 0;
                         });
  for (const OrderLine& line : lines) {
    if (OrderLine* known = merged_line(line)) {
      if (known->wanted_at != line.wanted_at && other_date_at_ == no_line) {
        other_date_at_ = static_cast<std::size_t>(&line - lines.data());
      }
      add(*known, line, by_amount);
    } else {
      merged_.push_back(line);
    }
  }
  return merged_;
}

// Effects: the line counts to the one that its SKU has. `by_amount`: what they cost together is no
// price of a unit unless it is the same one; else the first's price is that of all.
void OrderReader::add(OrderLine& merged, const OrderLine& line, bool by_amount) {
  const bool same = line.price == merged.price || !by_amount;
  if (!same || (line.total | merged.total) != 0) {
    merged.total = amount_of(merged) + amount_of(line);
    merged.price = 0;
    itemised_ = true;
  }
  merged.quantity += line.quantity;
  merged.discount += line.discount;
  merged.tax += line.tax;
}

// Returns: the merged line that `line` counts to; null, and its place is noted, when it is the next
// to be added.
OrderLine* OrderReader::merged_line(const OrderLine& line) {
  const auto is_same = [&line](const OrderLine& known) {
    return known.sku == line.sku && known.line_number == line.line_number;
  };
  if (merged_.size() < short_order) {
    for (OrderLine& known : merged_) {
      if (is_same(known)) return &known;
    }
    return nullptr;
  }
  const std::size_t mask = table_.size() - 1;
  const auto place_of = [](const OrderLine& one) {
    return spread(std::uint64_t{one.line_number} << 32U | one.sku.value);
  };
  const auto note = [&](const OrderLine& noted, std::uint32_t at_line) -> OrderLine* {
    std::size_t at = place_of(noted) & mask;
    while (table_[at].order == order_) {
      OrderLine& known = merged_[table_[at].line];
      if (known.sku == noted.sku && known.line_number == noted.line_number) return &known;
      at = (at + 1) & mask;
    }
    table_[at] = {order_, at_line};
    return nullptr;
  };
  if (merged_.size() == short_order) {
    for (std::uint32_t i = 0; i < short_order; ++i) (void)note(merged_[i], i);
  }
  return note(line, static_cast<std::uint32_t>(merged_.size()));
}

}  // namespace allot
