#include "files/line_values.hpp"

#include "allot/types/code.hpp"
#include "files/numbers.hpp"
#include "json/capitals.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

// Returns: the sign before decimals that a map does not say.
char other_sign(const OrderMap& map) noexcept { return map.decimal == ',' ? '.' : ','; }

}  // namespace

LineReader::LineReader(RowFields& fields) : fields_(fields) {
  const std::string& currency = fields.map().currency;
  currencies_.number_of(currency);
  exponents_.push_back(exponent_of(currency).value_or(2));
}

bool LineReader::read(LineValues& line, std::uint32_t& currency, bool unpaid) {
  const std::string_view sku = fields_[Role::sku];
  if (sku.empty()) {
    fields_.leave_out(sku_missing, Role::sku);
    return false;
  }
  line.sku = skus_.raw_number(sku);
  if (skus_.id(line.sku) == Codes::none && !is_printable(one_line(sku))) {
    fields_.leave_out(sku_unreadable, Role::sku);
    return false;
  }
  return read_quantity(line) && read_currency(line, currency) && read_price(line, unpaid);
}

bool LineReader::read_quantity(LineValues& line) {
  line.quantity = 1;
  if (!fields_.given(Role::quantity)) return true;
  const std::string_view text = fields_[Role::quantity];
  const OrderMap& map = fields_.map();
  if (!map.decimal_known && sign_before_three(text) != '\0') {
    fields_.leave_out(quantity_ambiguous, Role::quantity);
    return false;
  }
  const auto quantity = parse_quantity(text, map.decimal_known ? map.decimal : '\0');
  if (!quantity || *quantity <= 0) {
    fields_.leave_out(quantity ? non_positive_quantity : quantity_unreadable, Role::quantity);
    return false;
  }
  line.quantity = static_cast<std::uint32_t>(*quantity);
  return true;
}

bool LineReader::read_currency(LineValues& line, std::uint32_t& currency) {
  line.currency = 0;
  if (!fields_.given(Role::currency)) return true;
  const std::string_view text = currency_code(fields_[Role::currency]);
  if (text.empty()) {
    if (currency != no_currency) line.currency = currency;
    return true;
  }
  line.currency = currencies_.number_of(text);
  if (line.currency == exponents_.size()) {
    exponents_.push_back(exponent_of(text).value_or(-1));
  }
  if (exponents_[line.currency] < 0) {
    fields_.leave_out(currency_unreadable, Role::currency);
    return false;
  }
  if (currency == no_currency) currency = line.currency;
  return true;
}

void LineReader::remember(std::uint32_t& currency) {
  if (currency != no_currency || !fields_.given(Role::currency)) return;
  const std::string_view text = currency_code(fields_[Role::currency]);
  if (text.empty() || !files::exponent_of(text)) return;
  currency = currencies_.number_of(text);
  if (currency == exponents_.size()) exponents_.push_back(files::exponent_of(text).value_or(-1));
}

int LineReader::exponent_of_row(std::uint32_t currency) const {
  const std::string_view text = currency_code(fields_[Role::currency]);
  if (!text.empty()) return files::exponent_of(text).value_or(2);
  return exponents_[currency == no_currency ? 0 : currency];
}

bool LineReader::read_price(LineValues& line, bool unpaid) {
  const bool of_unit = fields_.given(Role::price);
  const Role role = of_unit ? Role::price : Role::line_total;
  const std::string_view text = fields_[role];
  line.rest = 0;
  if (!fields_.given(role) || (text.empty() && unpaid)) {
    line.price = SourceLine::no_price;
    return true;
  }
  const Amount amount = parse_amount(text, fields_.map().decimal, exponents_[line.currency]);
  if (!amount.valid || amount.negative || !amount.exact) {
    leave_out_amount(!amount.valid     ? price_unreadable
                     : amount.negative ? negative_price
                                       : inexact_price,
                     role, line.currency);
    return false;
  }
  line.price = amount.minor;
  if ((!of_unit || fields_.given(Role::line_discount)) && !share_total(line, of_unit)) return false;
  if (line.price == 0 && line.rest == 0 && fields_.map().skip_zero_prices) {
    fields_.leave_out(zero_price, role);
    return false;
  }
  return true;
}

void LineReader::leave_out_amount(OrderReason reason, Role role, std::uint32_t currency) {
  for (OtherDecimal& decimal : decimals_) {
    if (decimal.reason != reason) continue;
    ++decimal.all;
    const Amount amount =
        parse_amount(fields_[role], other_sign(fields_.map()), exponents_[currency]);
    decimal.fits += amount.valid && amount.exact ? 1U : 0U;
  }
  fields_.leave_out(reason, role);
}

void LineReader::advise_decimal() const {
  const OrderMap& map = fields_.map();
  const auto key = [](char sign) { return std::string("decimal = \"") + sign + '"'; };
  const std::string other = key(other_sign(map));
  std::string said = "the map says " + key(map.decimal);
  if (map.origin == MapOrigin::guess && map.decimal_known)
    said = "most amounts of the file have " + key(map.decimal);
  if (!map.decimal_known) said = "the map does not say what stands before decimals, '.' is taken";
  for (const OtherDecimal& decimal : decimals_) {
    if (decimal.fits == 0) continue;
    const std::string all = json::grouped(decimal.all);
    std::string advice = said;
    if (decimal.all == 1) {
      advice += ", and this has a '" + std::string(1, other_sign(map)) + "' there: say " + other +
                " in the map if all amounts have it, or mend the row";
    } else {
      advice += ", and " + other + " fits " +
                (decimal.fits == decimal.all ? "all" : json::grouped(decimal.fits)) + " of the " +
                all + " texts: say so in the map if all amounts have it, or mend the rows";
    }
    fields_.account().advise(decimal.reason, advice);
  }
}

// Effects: makes the price of one unit of the line's total, less the line's discount.
bool LineReader::share_total(LineValues& line, bool of_unit) {
  __extension__ using Wide = __int128;
  Wide total = of_unit ? Wide{line.price} * line.quantity : Wide{line.price};
  if (const std::string_view text = fields_[Role::line_discount]; !text.empty()) {
    const Amount off = parse_amount(text, fields_.map().decimal, exponents_[line.currency]);
    if (!off.valid || !off.exact || off.minor > total) {
      leave_out_amount(off.valid && off.exact ? discount_above_line : price_unreadable,
                       Role::line_discount, line.currency);
      return false;
    }
    total -= off.minor;
  }
  line.price = static_cast<MoneyMinor>(total / line.quantity);
  line.rest = static_cast<std::uint32_t>(total % line.quantity);
  return true;
}

std::uint32_t LineReader::sku_of(std::uint32_t number, std::vector<SourceSku>& skus) {
  if (const std::uint32_t known = skus_.id(number); known != Codes::none) return known;
  const std::string raw = one_line(skus_.raw(number));
  std::string code(without_text_mark(raw));
  if (code.size() != raw.size()) {
    fields_.account().note("text_mark",
                           "SKUs with an apostrophe in front, as spreadsheets mark text: it is no "
                           "part of them",
                           fields_.line());
  }
  if (fields_.map().sku_capitals) code = json::in_capitals(code);
  if (code.size() > Code::size_max) {
    fields_.account().note("sku_shortened",
                           "SKUs longer than 40 bytes: they are cut and marked with a hash",
                           fields_.line());
    code = code_of(code);
  }
  const std::uint32_t id = skus_.assign(number, code);
  if (id == skus.size()) skus.push_back({std::move(code), 0, 0});
  return id;
}

}  // namespace allot::files
