#include "files/line_values.hpp"

#include "allot/types/code.hpp"
#include "files/capitals.hpp"
#include "files/numbers.hpp"

namespace allot::files {

namespace {

// Returns: what to do about an amount that has the other sign before its decimals than the map;
//          empty when that is not what is wrong.
std::string decimal_advice(const OrderMap& map, std::string_view text, int exponent) {
  const char other = map.decimal == ',' ? '.' : ',';
  const Amount amount = parse_amount(text, other, exponent);
  if (!amount.valid || !amount.exact) return {};
  const auto key = [](char sign) { return std::string("decimal = \"") + sign + '"'; };
  std::string advice = "the map says " + key(map.decimal);
  if (map.origin == MapOrigin::guess && map.decimal_known)
    advice = "most amounts of the file have " + key(map.decimal);
  if (!map.decimal_known) advice = "the map does not say what stands before decimals, '.' is taken";
  return advice + ", and this has a '" + other + "' there: say " + key(other) +
         " in the map if all amounts have it, or mend the row";
}

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
  const std::string_view text = fields_[Role::currency];
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
  const std::string_view text = fields_[Role::currency];
  if (text.empty() || !files::exponent_of(text)) return;
  currency = currencies_.number_of(text);
  if (currency == exponents_.size()) exponents_.push_back(files::exponent_of(text).value_or(-1));
}

int LineReader::exponent_of_row(std::uint32_t currency) const {
  const std::string_view text = fields_[Role::currency];
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

// Effects: the first row of a reason says what to do about what stands there.
void LineReader::leave_out_amount(OrderReason reason, Role role, std::uint32_t currency) {
  if (reason != negative_price && reason != discount_above_line &&
      fields_.account().reasons()[reason].rows == 0) {
    const std::string advice = decimal_advice(fields_.map(), fields_[role], exponents_[currency]);
    if (!advice.empty()) fields_.account().advise(reason, advice);
  }
  fields_.leave_out(reason, role);
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
  std::string code = one_line(skus_.raw(number));
  if (fields_.map().sku_capitals) code = in_capitals(code);
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
