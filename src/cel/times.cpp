#include "cel/times.hpp"

#include <array>
#include <cstddef>

namespace allot::cel {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t second_ns = 1'000'000'000;
constexpr std::int64_t first_second = -62'135'596'800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253'402'300'799;   // 9999-12-31T23:59:59Z

// Days from 1970-01-01 in the Gregorian calendar, and back, after Howard Hinnant: years begin in
// March, so that the leap day is a year's last.
constexpr std::int64_t days_of(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
  const std::int64_t shifted = month <= 2 ? year - 1 : year;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const std::int64_t of_era = shifted - era * 400;
  const std::int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

constexpr bool is_leap(std::int64_t year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::int64_t days_in(std::int64_t year, std::int64_t month) noexcept {
  constexpr std::array<std::int64_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) noexcept {
  return a / b - (a % b < 0 ? 1 : 0);
}

// Reads a text from the front.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
  [[nodiscard]] bool digit_next() const noexcept {
    return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9';
  }
  bool skip(char c) noexcept {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool skip(std::string_view word) noexcept {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::int64_t digit() noexcept { return text_[at_++] - '0'; }
  // Returns: the number of exactly so many digits; -1 when there are fewer.
  std::int64_t digits(int count) noexcept {
    std::int64_t number = 0;
    for (int i = 0; i < count; ++i) {
      if (!digit_next()) return -1;
      number = number * 10 + digit();
    }
    return number;
  }

 private:
  std::string_view text_;
  std::size_t at_{0};
};

// Returns: seconds east of UTC; nothing when no ±HH:MM stands there.
std::optional<std::int64_t> offset_of(Reader& reader) noexcept {
  const bool west = reader.skip('-');
  if (!west && !reader.skip('+')) return std::nullopt;
  const std::int64_t hours = reader.digits(2);
  if (hours < 0 || hours > 23 || !reader.skip(':')) return std::nullopt;
  const std::int64_t minutes = reader.digits(2);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  const std::int64_t seconds = hours * 3'600 + minutes * 60;
  return west ? -seconds : seconds;
}

std::optional<Timestamp> shifted(const Timestamp& time, std::int64_t seconds,
                                 std::int64_t nanos) noexcept {
  std::int64_t sum_nanos = time.nanos + nanos;
  std::int64_t sum = time.seconds + seconds;
  if (sum_nanos < 0) {
    sum_nanos += second_ns;
    --sum;
  } else if (sum_nanos >= second_ns) {
    sum_nanos -= second_ns;
    ++sum;
  }
  if (sum < first_second || sum > last_second) return std::nullopt;
  return Timestamp{sum, static_cast<std::int32_t>(sum_nanos)};
}

void append_padded(std::string& text, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width > digits.size() ? width - digits.size() : 0, '0');
  text += digits;
}

// A point and the digits of a part of a second, without zeros at the end.
void append_fraction(std::string& text, std::int64_t nanos) {
  if (nanos == 0) return;
  text += '.';
  append_padded(text, nanos, 9);
  text.erase(text.find_last_not_of('0') + 1);
}

struct Unit {
  std::string_view name;
  std::int64_t ns;
};
// "ms" before "m", which it begins with.
constexpr std::array<Unit, 8> units{{{"h", 3'600 * second_ns},
                                     {"ms", 1'000'000},
                                     {"m", 60 * second_ns},
                                     {"s", second_ns},
                                     {"us", 1'000},
                                     {"\u00B5s", 1'000},
                                     {"\u03BCs", 1'000},
                                     {"ns", 1}}};

// More than 64 bits, for what is only then found to fit.
__extension__ using Wide = __int128;

constexpr bool fits(Wide number) noexcept { return number <= INT64_MAX && number >= INT64_MIN; }

// A part such as "1.5h", subtracted from `ns`, which can hold one more below zero than above.
bool subtract_part(Reader& reader, std::int64_t& ns) noexcept {
  Wide whole = 0;
  Wide fraction = 0;
  Wide scale = 1;
  bool any = false;
  while (reader.digit_next()) {
    any = true;
    whole = whole * 10 + reader.digit();
    if (!fits(-whole)) return false;
  }
  if (reader.skip('.')) {
    while (reader.digit_next()) {
      any = true;
      const std::int64_t digit = reader.digit();
      // No unit has more than thirteen digits; further ones may only be zeros.
      if (scale < 1'000'000'000'000'000) {
        fraction = fraction * 10 + digit;
        scale *= 10;
      } else if (digit != 0) {
        return false;
      }
    }
  }
  if (!any) return false;
  for (const Unit& unit : units) {
    if (!reader.skip(unit.name)) continue;
    if (fraction * unit.ns % scale != 0) return false;
    const Wide below = ns - whole * unit.ns - fraction * unit.ns / scale;
    if (!fits(below)) return false;
    ns = static_cast<std::int64_t>(below);
    return true;
  }
  return false;
}

}  // namespace

std::optional<Timestamp> timestamp_at(std::int64_t seconds) noexcept {
  if (seconds < first_second || seconds > last_second) return std::nullopt;
  return Timestamp{seconds, 0};
}

std::optional<Timestamp> timestamp_of(std::string_view text) {
  Reader reader(text);
  const std::int64_t year = reader.digits(4);
  if (year < 0 || !reader.skip('-')) return std::nullopt;
  const std::int64_t month = reader.digits(2);
  if (month < 1 || month > 12 || !reader.skip('-')) return std::nullopt;
  const std::int64_t day = reader.digits(2);
  if (day < 1 || day > days_in(year, month) || !reader.skip('T')) return std::nullopt;
  const std::int64_t hours = reader.digits(2);
  if (hours < 0 || hours > 23 || !reader.skip(':')) return std::nullopt;
  const std::int64_t minutes = reader.digits(2);
  if (minutes < 0 || minutes > 59 || !reader.skip(':')) return std::nullopt;
  const std::int64_t seconds = reader.digits(2);
  if (seconds < 0 || seconds > 59) return std::nullopt;
  std::int64_t nanos = 0;
  if (reader.skip('.')) {
    std::int64_t unit = second_ns;
    if (!reader.digit_next()) return std::nullopt;
    while (reader.digit_next()) {
      unit /= 10;
      if (unit == 0) return std::nullopt;
      nanos += reader.digit() * unit;
    }
  }
  std::int64_t offset = 0;
  if (!reader.skip('Z')) {
    const std::optional<std::int64_t> found = offset_of(reader);
    if (!found) return std::nullopt;
    offset = *found;
  }
  if (!reader.at_end()) return std::nullopt;
  const std::int64_t local =
      days_of(year, month, day) * day_seconds + hours * 3'600 + minutes * 60 + seconds;
  return shifted(Timestamp{local - offset, 0}, 0, nanos);
}

std::string text_of(const Timestamp& time) {
  const Calendar at = calendar_of(time, 0);
  std::string text;
  append_padded(text, at.year, 4);
  append_padded(text += '-', at.month + 1, 2);
  append_padded(text += '-', at.day, 2);
  append_padded(text += 'T', at.hours, 2);
  append_padded(text += ':', at.minutes, 2);
  append_padded(text += ':', at.seconds, 2);
  append_fraction(text, time.nanos);
  return text + 'Z';
}

std::optional<Timestamp> later(const Timestamp& time, Duration by) noexcept {
  return shifted(time, by.ns / second_ns, by.ns % second_ns);
}

std::optional<Timestamp> earlier(const Timestamp& time, Duration by) noexcept {
  // The lowest duration has no counterpart above zero, so that it is not taken away.
  if (by.ns == INT64_MIN) return std::nullopt;
  return shifted(time, -(by.ns / second_ns), -(by.ns % second_ns));
}

std::optional<Duration> between(const Timestamp& from, const Timestamp& to) noexcept {
  const Wide ns =
      static_cast<Wide>(to.seconds - from.seconds) * second_ns + (to.nanos - from.nanos);
  if (!fits(ns)) return std::nullopt;
  return Duration{static_cast<std::int64_t>(ns)};
}

std::optional<Duration> duration_of(std::string_view text) {
  Reader reader(text);
  const bool negative = reader.skip('-');
  if (!negative) reader.skip('+');
  if (reader.at_end()) return std::nullopt;
  if (text == "0" || text == "-0" || text == "+0") return Duration{};
  std::int64_t below = 0;
  while (!reader.at_end()) {
    if (!subtract_part(reader, below)) return std::nullopt;
  }
  if (negative) return Duration{below};
  if (below == INT64_MIN) return std::nullopt;
  return Duration{-below};
}

std::string text_of(const Duration& duration) {
  std::string text = duration.ns < 0 ? "-" : "";
  // Parts are turned round each for itself: the lowest number has no counterpart.
  const std::int64_t seconds = duration.ns / second_ns;
  const std::int64_t nanos = duration.ns % second_ns;
  text += std::to_string(seconds < 0 ? -seconds : seconds);
  append_fraction(text, nanos < 0 ? -nanos : nanos);
  return text + 's';
}

std::optional<std::int64_t> zone_offset(std::string_view zone) noexcept {
  if (zone == "UTC") return 0;
  Reader signed_reader(zone);
  if (const auto found = offset_of(signed_reader); found && signed_reader.at_end()) return found;
  if (zone.size() != 5 || zone[0] < '0' || zone[0] > '9') return std::nullopt;
  Reader reader(zone);
  const std::int64_t hours = reader.digits(2);
  if (hours < 0 || hours > 23 || !reader.skip(':')) return std::nullopt;
  const std::int64_t minutes = reader.digits(2);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  return hours * 3'600 + minutes * 60;
}

bool is_fixed_zone(std::string_view zone) noexcept {
  return zone == "UTC" ||
         (!zone.empty() && (zone[0] == '+' || zone[0] == '-') && zone_offset(zone).has_value());
}

Calendar calendar_of(const Timestamp& time, std::int64_t offset_seconds) noexcept {
  const std::int64_t local = time.seconds + offset_seconds;
  const std::int64_t day_number = floor_div(local, day_seconds);
  const std::int64_t second = local - day_number * day_seconds;
  const std::int64_t shifted_day = day_number + 719'468;
  const std::int64_t era = floor_div(shifted_day, 146'097);
  const std::int64_t of_era = shifted_day - era * 146'097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t from_march =
      of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * from_march + 2) / 153;
  Calendar at;
  at.month = march_month < 10 ? march_month + 2 : march_month - 10;
  at.year = year_of_era + era * 400 + (at.month <= 1 ? 1 : 0);
  at.day = from_march - (153 * march_month + 2) / 5 + 1;
  at.day_of_year = day_number - days_of(at.year, 1, 1);
  at.day_of_week = day_number + 4 - floor_div(day_number + 4, 7) * 7;
  at.hours = second / 3'600;
  at.minutes = second / 60 % 60;
  at.seconds = second % 60;
  return at;
}

}  // namespace allot::cel
