#include "inspection/money_text.hpp"

#include <algorithm>

namespace allot::inspection {

std::string money_text(MoneyMinor amount, const Currency& currency) {
  if (currency.code.empty() || currency.exponent <= 0) return std::to_string(amount);
  const bool negative = amount < 0;
  // The least number has no positive twin.
  std::string digits = std::to_string(amount).substr(negative ? 1 : 0);
  const auto decimals = static_cast<std::size_t>(currency.exponent);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  digits.insert(digits.size() - decimals, 1, '.');
  return negative ? '-' + digits : digits;
}

std::string grouped_money(MoneyMinor amount, const Currency& currency) {
  std::string text = money_text(amount, currency);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) text.insert(at -= 3, 1, ',');
  return text;
}

std::string shown_money(MoneyMinor amount, const Currency& currency) {
  return currency.code.empty() ? std::to_string(amount) : grouped_money(amount, currency);
}

}  // namespace allot::inspection
