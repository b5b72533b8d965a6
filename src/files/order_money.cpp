#include "files/order_money.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "files/numbers.hpp"
#include "files/row_account.hpp"

namespace allot::files {

namespace {

constexpr MoneyMinor unsaid = -1;
constexpr MoneyMinor unreadable = -2;

enum Part : std::size_t { discount, tax, shipping, shipping_tax, total, refund, count };

// What an order says once, and what to note where it cannot be read.
struct PartText {
  Role role;
  std::string_view note;
  std::string_view text;
};
constexpr std::array<PartText, Part::count> parts{{
    {Role::order_discount, "order_discount_unreadable",
     "discounts on whole orders that are no amounts of the currency: they are not taken off"},
    {Role::order_tax, "order_tax_unreadable",
     "taxes of whole orders that are no amounts of the currency: they are not added"},
    {Role::shipping, "shipping_unreadable",
     "shipping that is no amount of the currency: it is not added"},
    {Role::shipping_tax, "shipping_tax_unreadable",
     "taxes on shipping that are no amounts of the currency: they are not added"},
    {Role::order_total, "order_total_unreadable",
     "totals of orders that are no amounts of the currency: nothing is compared with them"},
    {Role::refund, "refund_unreadable",
     "refunds that are no amounts of the currency: nothing is given back for them"},
}};

// What a line says of its own.
constexpr std::array<PartText, 3> line_parts{{
    {Role::line_tax, "line_tax_unreadable",
     "taxes of lines that are no amounts of the currency: they are not added"},
    {Role::line_shipping, parts[shipping].note, parts[shipping].text},
    {Role::line_shipping_tax, parts[shipping_tax].note, parts[shipping_tax].text},
}};

constexpr std::uint32_t no_currency = LineReader::no_currency;
constexpr std::uint32_t several = no_currency - 1;

MoneyMinor plus(MoneyMinor a, MoneyMinor b) noexcept {
  MoneyMinor sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<MoneyMinor>::max() : sum;
}

MoneyMinor amount_or_none(MoneyMinor said) noexcept { return std::max<MoneyMinor>(0, said); }

std::size_t money_index(const SourceOrders& book, const SourceOrder& order) noexcept {
  return book.money.size() == 1 ? 0 : order.channel;
}

}  // namespace

OrderMoney::Said::Said() noexcept { parts.fill(unsaid); }

void OrderMoney::prepare() {
  const auto given = [this](const PartText& part) { return fields_.given(part.role); };
  // The tax of a line is kept with it.
  has_amounts_ = std::ranges::any_of(parts, given) ||
                 std::ranges::any_of(std::span(line_parts).subspan(1), given);
  has_taxes_ = fields_.given(Role::line_tax) || fields_.given(Role::order_tax);
}

OrderMoney::Said& OrderMoney::said_of(std::uint32_t order) {
  if (order >= said_.size()) said_.resize(order + std::size_t{1});
  return said_[order];
}

void OrderMoney::remember(std::uint32_t order, std::uint32_t currency) {
  if (!has_amounts_) return;
  Said& said = said_of(order);
  const int exponent = lines_.exponent_of_row(currency);
  if (said.line == 0) {
    said.line = fields_.line();
    said.exponent = static_cast<std::int8_t>(exponent);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!fields_.given(parts[i].role)) continue;
    // Of what an order says in each of its rows, the first one counts.
    if (said.parts[i] != unsaid && (i != refund || said.parts[i] == unreadable)) continue;
    const std::optional<Amount> amount = fields_.amount(parts[i].role, exponent);
    if (!amount) continue;
    // Some write what is taken off, or went back, as less than nothing.
    const bool is_good =
        amount->valid && amount->exact && (!amount->negative || i == discount || i == refund);
    const MoneyMinor value = is_good ? amount->minor : unreadable;
    if (said.parts[i] == unsaid)
      said.parts[i] = value;
    else if (said.parts[i] != value)
      said.refund_differs = true;
  }
  if (!fields_.given(Role::line_discount) || !fields_.given(Role::order_discount)) return;
  if (order >= off_lines_.size()) off_lines_.resize(order + std::size_t{1});
  const std::optional<Amount> off = fields_.amount(Role::line_discount, exponent);
  if (!off || !off->valid || !off->exact) return;
  off_lines_[order] = plus(off_lines_[order], off->minor);
}

void OrderMoney::leave_out(std::uint32_t order) {
  if (has_amounts_) said_of(order).left_out = true;
}

MoneyMinor OrderMoney::line_amount(Role role, int exponent) {
  if (!fields_.given(role)) return 0;
  const std::optional<Amount> amount = fields_.amount(role, exponent);
  if (!amount) return 0;
  if (amount->valid && amount->exact && !amount->negative) return amount->minor;
  const PartText& part = *std::ranges::find(line_parts, role, &PartText::role);
  fields_.account().note(part.note, part.text, fields_.line());
  return 0;
}

MoneyMinor OrderMoney::tax_of(const LineValues& line) {
  return line_amount(Role::line_tax, lines_.exponent(line.currency));
}

void OrderMoney::use(std::uint32_t order, std::uint32_t channel, const LineValues& line) {
  if (has_amounts_) {
    Said& said = said_of(order);
    const int exponent = lines_.exponent(line.currency);
    said.line_shipping = plus(said.line_shipping, line_amount(Role::line_shipping, exponent));
    said.line_shipping_tax =
        plus(said.line_shipping_tax, line_amount(Role::line_shipping_tax, exponent));
  }
  // Of what has no amount, a currency that is not said is none.
  const std::string_view text = lines_.currency_text(line.currency);
  if (line.price == SourceLine::no_price && text.empty()) return;
  if (text.empty()) ++seen_.blank;
  if (order >= seen_.of_orders.size()) {
    seen_.of_orders.resize(order + std::size_t{1}, no_currency);
  }
  seen_.of_orders[order] = line.currency;
  if (line.currency == seen_.last_currency && channel == seen_.last_channel) return;
  seen_.last_currency = line.currency;
  seen_.last_channel = channel;
  if (std::ranges::find(seen_.currencies, text) == seen_.currencies.end())
    seen_.currencies.emplace_back(text);
  const std::size_t at = channel == SourceOrder::no_channel ? 0 : channel;
  if (at >= seen_.of_channels.size()) seen_.of_channels.resize(at + 1, no_currency);
  std::uint32_t& known = seen_.of_channels[at];
  known = known == no_currency || known == line.currency ? line.currency : several;
}

void OrderMoney::settle_currencies(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  book.money.resize(std::max<std::size_t>(1, book.channels.size()));
  settle_blank_currency();
  find_main_currency(book, numbers);
  tell_currencies(book);
}

// Effects: a currency that nearly all orders are in is that of the amounts, and few others take no
// part in them.
void OrderMoney::find_main_currency(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  if (seen_.currencies.size() == 1) seen_.main = seen_.currencies.front();
  if (seen_.currencies.size() <= 1) return;
  const auto currency_of = [&](std::size_t order) -> std::string_view {
    const std::uint32_t number = numbers[order];
    const bool known = number < seen_.of_orders.size() && seen_.of_orders[number] != no_currency;
    return known ? lines_.currency_text(seen_.of_orders[number]) : std::string_view();
  };
  std::map<std::string_view, std::size_t> orders;
  for (std::size_t i = 0; i < book.orders.size(); ++i) ++orders[currency_of(i)];
  const auto most =
      std::ranges::max_element(orders, {}, [](const auto& one) { return one.second; });
  if (most->first.empty() || most->second * 10 < book.orders.size() * 9) return;
  seen_.main = most->first;
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    book.orders[i].other_currency = currency_of(i) != seen_.main;
  }
}

void OrderMoney::settle(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  if (fields_.given(Role::order_tax)) book.taxes.assign(book.lines.size(), 0);
  if (has_amounts_) {
    for (std::size_t i = 0; i < book.orders.size(); ++i) {
      settle_order(book, book.orders[i], said_of(numbers[i]));
    }
  }
  settle_discounts(book, numbers);
  settle_taxes(book, numbers);
  if (bounded_ > 0) {
    fields_.account().note("order_discount_bounded",
                           "orders whose discount is more than the lines that are used and their "
                           "shipping cost: the rest of it is not taken off",
                           0, bounded_);
  }
  if (fields_.given(Role::order_total)) compare(book, numbers);
  if (fields_.given(Role::refund)) settle_refunds(book, numbers);
}

void OrderMoney::note_parts(const Said& said) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (said.parts[i] != unreadable) continue;
    fields_.account().note(parts[i].note, parts[i].text, said.line);
  }
}

void OrderMoney::settle_order(SourceOrders& book, SourceOrder& order, const Said& said) {
  note_parts(said);
  order.shipping = plus(amount_or_none(said.parts[shipping]), said.line_shipping);
  order.shipping_tax = plus(amount_or_none(said.parts[shipping_tax]), said.line_shipping_tax);
  MoneyMinor goods = order.shipping;
  for (const SourceLine& line : book.lines_of(order)) goods = plus(goods, line.total());
  order.discount = std::min(amount_or_none(said.parts[discount]), goods);
  if (order.discount < said.parts[discount]) ++bounded_;
  const MoneyMinor on_lines = amount_or_none(said.parts[tax]) - order.shipping_tax;
  if (on_lines <= 0 || !fields_.given(Role::order_tax)) return;
  share_by_cost(on_lines, book.lines_of(order),
                std::span(book.taxes).subspan(order.first_line, order.line_count));
}

// Effects: an order's own discount that is the sum of its lines' is not taken off a second time.
// That it is, the file's totals say, or else nearly all orders that have both.
void OrderMoney::settle_discounts(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  struct Both {
    SourceOrder* order{};
    MoneyMinor whole{};
    MoneyMinor rest{};  // of it, what its lines do not have
  };
  std::vector<Both> found;
  std::uint64_t same = 0;
  std::uint64_t once = 0;  // orders of which only this reading gives the file's total
  std::uint64_t twice = 0;
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    if (numbers[i] >= off_lines_.size()) continue;
    const Said& said = said_of(numbers[i]);
    const MoneyMinor whole = said.parts[discount];
    const MoneyMinor lines = off_lines_[numbers[i]];
    if (whole <= 0 || lines <= 0) continue;
    // What is missing of an order of which rows are left out was most likely theirs.
    const MoneyMinor rest = said.left_out ? 0 : std::max<MoneyMinor>(0, whole - lines);
    found.push_back({&book.orders[i], whole, rest});
    same += whole == lines ? 1U : 0U;
    if (said.left_out || said.parts[total] < 0) continue;
    SourceOrder order = book.orders[i];
    const auto fits = [&] {
      const MoneyMinor due = book.due(order);  // as if tax came on top
      return due == said.parts[total] || due - book.taxes_of(order) == said.parts[total];
    };
    const bool fits_twice = fits();
    order.discount = std::min(order.discount, rest);
    const bool fits_once = fits();
    once += fits_once && !fits_twice ? 1U : 0U;
    twice += fits_twice && !fits_once ? 1U : 0U;
  }
  constexpr std::uint64_t orders_least = 3;
  const bool is_told = once + twice > 0;
  const bool is_sum =
      is_told ? once >= twice * 19 : same >= orders_least && same * 20 >= found.size() * 19;
  if (is_sum) {
    for (const Both& both : found) {
      if (both.order->discount < both.whole) --bounded_;
      both.order->discount = std::min(both.order->discount, both.rest);
      if (both.order->discount < both.rest) ++bounded_;
    }
    fields_.account().note(
        "discount_of_lines",
        "orders whose discount is that of their lines, added up: it is not taken "
        "off a second time",
        0, found.size());
  } else if (same > 0 && (once > 0 || twice == 0)) {
    fields_.account().note(
        "discount_of_some_lines",
        "orders whose discount is that of their lines, added up, beside others whose is not, or in "
        "a file of too few: both are taken off; a map without order_discount takes off the lines' "
        "alone",
        0, same);
  }
}

// Effects: what was given back of an order is told of it. Where rows of it are left out, nobody
// knows whether it was for these, of which nothing was paid either.
void OrderMoney::settle_refunds(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  std::uint64_t unsure = 0;
  std::uint64_t above = 0;
  Odd different;
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    const Said& said = said_of(numbers[i]);
    if (said.refund_differs && !said.left_out && ++different.count == 1) {
      different.first = amount_text(said.parts[refund], said.exponent) + " of " +
                        std::string(book.numbers[book.orders[i].number].text()) + " in line " +
                        std::to_string(said.line);
    }
    if (said.parts[refund] <= 0) continue;
    if (said.left_out) {
      ++unsure;
      continue;
    }
    SourceOrder& order = book.orders[i];
    order.refunded = said.parts[refund];
    if (order.refunded > book.due(order)) ++above;
  }
  RowAccount& account = fields_.account();
  if (unsure > 0) {
    account.note("refund_of_left_out",
                 "refunded orders of which rows were left out: what was given back may be for "
                 "these, and is not told",
                 0, unsure);
  }
  if (above > 0) {
    account.note("refund_above", "orders of which more was given back than they cost", 0, above);
  }
  if (different.count > 0) {
    account.note(
        "refund_differs",
        "orders whose rows say different refunds: the first one counts, as the " + different.first,
        0, different.count);
  }
}

// Effects: says of each channel whether its prices include tax: as the map says, or else as more of
//          the file's own totals do.
void OrderMoney::settle_taxes(SourceOrders& book, std::span<const std::uint32_t> numbers) {
  const TaxRule& rule = fields_.map().prices_include_tax;
  for (std::size_t i = 0; i < book.channels.size(); ++i) {
    book.money[i].prices_include_tax =
        std::ranges::find(rule.channels, book.channels[i]) != rule.channels.end();
  }
  if (rule.all) {
    for (ChannelMoney& money : book.money) money.prices_include_tax = *rule.all;
  }
  if (rule.said()) return;
  std::vector<Votes> votes(book.money.size());
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    const SourceOrder& order = book.orders[i];
    Votes& channel = votes[money_index(book, order)];
    const MoneyMinor taxes = book.taxes_of(order);
    if (taxes == 0) continue;
    channel.has_taxes = true;
    if (!has_amounts_) continue;
    const Said& said = said_of(numbers[i]);
    if (said.left_out || said.parts[total] < 0) continue;
    const MoneyMinor due = book.due(order);  // as if tax came on top
    if (due == said.parts[total]) ++channel.without;
    if (due - taxes == said.parts[total]) ++channel.with_tax;
  }
  std::uint64_t told = 0;
  bool is_unsure = false;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    book.money[i].prices_include_tax = votes[i].with_tax > votes[i].without;
    if (book.money[i].prices_include_tax) told += votes[i].with_tax;
    is_unsure |= votes[i].has_taxes && votes[i].with_tax == votes[i].without;
  }
  RowAccount& account = fields_.account();
  if (told > 0) {
    account.note("prices_include_tax",
                 "orders whose totals say that prices include tax: all of their channels' do, "
                 "unless prices_include_tax in the map says otherwise",
                 0, told);
  }
  if (is_unsure) {
    account.assume("tax_assumed",
                   "taxes come on top of prices, as neither the map nor totals of the file say "
                   "whether prices include them; prices_include_tax in the map says it");
  }
}

// Effects: orders that name no currency have the one of all others, where its amounts have as many
// decimals.
void OrderMoney::settle_blank_currency() {
  const auto blank = std::ranges::find(seen_.currencies, std::string());
  if (seen_.currencies.size() != 2 || blank == seen_.currencies.end()) return;
  const std::string only = seen_.currencies[blank == seen_.currencies.begin() ? 1 : 0];
  if (exponent_of(only) != 2) return;
  seen_.currencies.erase(blank);
  fields_.account().note(
      "currency_blank",
      "lines of orders that name no currency: they are in that of all others, " + only, 0,
      seen_.blank);
}

// Effects: each channel has its currency, where it has one.
void OrderMoney::tell_currencies(SourceOrders& book) {
  const auto in_capitals = [](std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return capitals;
  };
  if (seen_.currencies.size() == 1) {
    for (ChannelMoney& money : book.money) money.currency = in_capitals(seen_.currencies.front());
  }
  if (seen_.currencies.size() <= 1) return;
  seen_.of_channels.resize(book.money.size(), no_currency);
  std::string mixed;
  for (std::size_t i = 0; i < book.money.size(); ++i) {
    if (seen_.of_channels[i] < several) {
      book.money[i].currency = in_capitals(lines_.currency_text(seen_.of_channels[i]));
    } else if (seen_.of_channels[i] == several && i < book.channels.size()) {
      mixed += (mixed.empty() ? "" : ", ") + book.channels[i];
    }
  }
  std::string all;
  for (const std::string& currency : seen_.currencies) {
    all += (all.empty() ? "" : ", ") + (currency.empty() ? "none" : currency);
  }
  std::string text =
      "currencies (" + all + "): amounts are not converted, and no limit compares them";
  if (book.channels.empty())
    text += "; as no column says the channel, none is told of its currency";
  else if (mixed.empty())
    text += "; each channel has its own";
  else
    text += "; channels with several are told of none (" + mixed + ")";
  fields_.account().note("currencies", text, 0, 0);
}

// Effects: notes the orders that cost another amount than the file's own total of them.
void OrderMoney::compare(const SourceOrders& book, std::span<const std::uint32_t> numbers) {
  Odd whole;
  Odd in_part;  // of which rows were left out
  for (std::size_t i = 0; i < book.orders.size(); ++i) {
    const Said& said = said_of(numbers[i]);
    const MoneyMinor due = book.due(book.orders[i]);
    if (said.parts[total] < 0 || due == said.parts[total]) continue;
    Odd& odd = said.left_out ? in_part : whole;
    if (++odd.count > 1) continue;
    odd.first = std::string(book.numbers[book.orders[i].number].text()) + " in line " +
                std::to_string(said.line) + ", with " + amount_text(due, said.exponent) +
                " by its rows and " + amount_text(said.parts[total], said.exponent) +
                " by the file";
  }
  const auto note = [this](std::string_view name, const std::string& what, const Odd& odd) {
    if (odd.count == 0) return;
    fields_.account().note(name, what + ": the first is " + odd.first, 0, odd.count);
  };
  note("total_differs", "orders that cost another amount than the file's total of them", whole);
  note("total_of_left_out",
       "orders that cost another amount than the file's total of them, as rows were left out",
       in_part);
}

}  // namespace allot::files
