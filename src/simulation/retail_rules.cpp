#include "simulation/retail_rules.hpp"

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

// Cuts the text before `mark` off `rest`; nothing when the mark is missing.
std::optional<std::string_view> cut(std::string_view& rest, char mark) noexcept {
  const std::size_t at = rest.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view head = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  return head;
}

constexpr bool leap(std::int64_t year) noexcept {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) noexcept {
  constexpr std::array<std::int64_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap(year) ? 1 : 0);
}

std::optional<TimeNs> to_time(std::int64_t year, std::int64_t month, std::int64_t day,
                              std::string_view clock) noexcept {
  if (year < 1970 || year > 2090 || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  const auto hour_text = cut(clock, ':');
  if (!hour_text) return std::nullopt;
  std::string_view second_text = "0";
  std::string_view minute_text = clock;
  if (const auto minutes = cut(clock, ':')) {
    minute_text = *minutes;
    second_text = clock;
  }
  const auto hour = whole(*hour_text);
  const auto minute = whole(minute_text);
  const auto second = whole(second_text);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  std::int64_t days = day - 1;
  for (std::int64_t m = 1; m < month; ++m) days += days_in_month(year, m);
  for (std::int64_t y = 1970; y < year; ++y) days += leap(y) ? 366 : 365;
  return (((days * 24 + *hour) * 60 + *minute) * 60 + *second) * 1'000'000'000;
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

std::optional<TimeNs> parse_date(std::string_view text) noexcept {
  const auto date = cut(text, ' ');
  if (!date) return std::nullopt;
  std::string_view rest = *date;
  const bool american = rest.find('/') != std::string_view::npos;
  const char mark = american ? '/' : '-';
  const auto first = cut(rest, mark);
  if (!first) return std::nullopt;
  const auto second = cut(rest, mark);
  if (!second) return std::nullopt;
  const auto a = whole(*first);
  const auto b = whole(*second);
  const auto c = whole(rest);
  if (!a || !b || !c) return std::nullopt;
  return american ? to_time(*c, *a, *b, text) : to_time(*a, *b, *c, text);
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
