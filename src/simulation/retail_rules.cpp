#include "simulation/retail_rules.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <algorithm>

namespace allot::simulation {

namespace {

constexpr bool digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool letter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool all_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

// Returns: nothing when the text is not 1 to 18 digits.
std::optional<std::int64_t> whole(std::string_view text) noexcept {
  if (text.size() > 18 || !all_digits(text)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

ParsedPrice parse_price(std::string_view text) noexcept {
  ParsedPrice price;
  if (!text.empty() && text.front() == '-') {
    price.negative = true;
    text.remove_prefix(1);
  }
  std::string_view decimals;
  if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
    decimals = text.substr(point + 1);
    text = text.substr(0, point);
    if (!all_digits(decimals)) return price;
  }
  const auto major = whole(text);
  if (!major || *major >= 10'000'000'000'000) return price;
  const std::int64_t tens = !decimals.empty() ? decimals[0] - '0' : 0;
  const std::int64_t ones = decimals.size() > 1 ? decimals[1] - '0' : 0;
  price.minor = *major * 100 + tens * 10 + ones;
  price.exact =
      decimals.size() <= 2 || decimals.find_first_not_of('0', 2) == std::string_view::npos;
  price.valid = true;
  return price;
}

std::optional<std::int64_t> parse_quantity(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto size = whole(text);
  if (!size || *size > 2'147'483'647) return std::nullopt;
  return negative ? -*size : *size;
}

std::optional<TimeNs> parse_date(std::string_view text) {
  // Spaces around a date are refused here, because Abseil skips them.
  if (text.empty() || !digit(text.front()) || !digit(text.back())) return std::nullopt;
  const bool american = text.find('/') != std::string_view::npos;
  const bool has_seconds = text.find(':') != text.rfind(':');
  const std::string form =
      std::string(american ? "%m/%d/%Y" : "%Y-%m-%d") + (has_seconds ? " %H:%M:%S" : " %H:%M");
  absl::Time time;
  if (!absl::ParseTime(form, {text.data(), text.size()}, &time, nullptr)) return std::nullopt;
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  const absl::CivilYear year(absl::ToCivilSecond(time, absl::UTCTimeZone()));
  if (year.year() < 1970 || year.year() > 2090) return std::nullopt;
  return seconds * 1'000'000'000;
}

std::optional<std::uint64_t> parse_customer(std::string_view text) noexcept {
  if (text.empty()) return 0;
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  const auto number = whole(text);
  if (!number || *number < 1) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

bool is_article(std::string_view stock_code) noexcept {
  constexpr std::string_view gift_shop = "DCGS";
  if (stock_code.size() > gift_shop.size() && stock_code.substr(0, 4) == gift_shop) {
    const std::string_view rest = stock_code.substr(4);
    return std::all_of(rest.begin(), rest.end(), [](char c) { return digit(c) || letter(c); });
  }
  if (stock_code.size() < 5 || stock_code.size() > 7) return false;
  const std::string_view letters = stock_code.substr(5);
  return all_digits(stock_code.substr(0, 5)) && std::all_of(letters.begin(), letters.end(), letter);
}

std::string sku_code_of(std::string_view stock_code) {
  std::string code(stock_code);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

std::optional<SkipReason> skip_reason(const RetailRow& row, Guests guests) noexcept {
  const char first = row.invoice.empty() ? '\0' : row.invoice.front();
  if (first == 'C' || first == 'c') return SkipReason::credit_note;
  if (first == 'A' || first == 'a') return SkipReason::bad_debt;
  if (!is_article(row.stock_code)) return SkipReason::non_product;
  if (row.quantity <= 0) return SkipReason::non_positive_quantity;
  if (row.price.negative && (row.price.minor > 0 || !row.price.exact)) {
    return SkipReason::negative_price;
  }
  if (!row.price.exact) return SkipReason::inexact_price;
  if (row.price.minor == 0) return SkipReason::zero_price;
  if (row.customer == 0 && guests == Guests::skip) return SkipReason::missing_customer;
  return std::nullopt;
}

}  // namespace allot::simulation
