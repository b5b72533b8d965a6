#include "story_time.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "json/scalar_text.hpp"

namespace allot::stories {
namespace {

constexpr TimeNs second = 1'000'000'000;
constexpr TimeNs day = 86'400 * second;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!all_digits(text) || error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

// Returns: the time since midnight.
std::optional<TimeNs> parse_clock(std::string_view text) {
  const bool has_seconds = text.size() == 8 && text[5] == ':';
  if (!(text.size() == 5 || has_seconds) || text[2] != ':') return {};
  const auto hours = number_of(text.substr(0, 2));
  const auto minutes = number_of(text.substr(3, 2));
  const auto seconds = has_seconds ? number_of(text.substr(6, 2)) : 0;
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return {};
  return ((*hours * 60 + *minutes) * 60 + *seconds) * second;
}

std::optional<TimeNs> parse_day(std::string_view text) {
  if (!text.starts_with("day")) return {};
  const auto number = number_of(text.substr(3));
  if (!number || *number < 1 || *number > 9'999) return {};
  return first_day + (*number - 1) * day;
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

bool is_day(std::string_view text) { return parse_day(text).has_value(); }
bool is_clock(std::string_view text) { return parse_clock(text).has_value(); }

std::optional<TimeNs> parse_story_time(std::string_view text, TimeNs now) {
  if (const auto clock = parse_clock(text)) return now / day * day + *clock;
  if (text.size() > 1 && (text.front() == '+' || text.front() == '-')) {
    const auto span = json::parse_duration(text.substr(1));
    if (!span) return {};
    return text.front() == '+' ? now + *span : now - *span;
  }
  const std::size_t blank = text.find(' ');
  if (const auto begin = parse_day(text.substr(0, blank))) {
    if (blank == std::string_view::npos) return begin;
    const auto clock = parse_clock(text.substr(blank + 1));
    if (!clock) return {};
    return *begin + *clock;
  }
  return json::parse_time(text);
}

std::string story_time_text(TimeNs time, TimeNs now) {
  const TimeNs number = (time - first_day) / day + 1;
  const bool is_today = time / day == now / day;
  const bool has_day = is_today || (time >= first_day && number <= 9'999);
  if (!has_day || time % second != 0) return json::time_text(time);
  const TimeNs seconds = time % day / second;
  std::string text = two_digits(seconds / 3'600) + ':' + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ':' + two_digits(seconds % 60);
  if (is_today) return text;
  return "day" + std::to_string(number) + ' ' + text;
}

std::optional<std::int64_t> parse_amount(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || text.size() != point + 3) return {};
  const auto whole = number_of(text.substr(0, point));
  const auto decimals = number_of(text.substr(point + 1));
  constexpr std::int64_t whole_max = 92'233'720'368'547'757;
  if (!whole || !decimals || *whole > whole_max) return {};
  const std::int64_t amount = *whole * 100 + *decimals;
  return negative ? -amount : amount;
}

std::string amount_text(std::int64_t amount) {
  const std::string sign = amount < 0 ? "-" : "";
  const std::int64_t size = amount < 0 ? -amount : amount;
  return sign + std::to_string(size / 100) + '.' + two_digits(size % 100);
}

}  // namespace allot::stories
