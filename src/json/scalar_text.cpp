#include "json/scalar_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <span>

#include "json/time_units.hpp"

namespace allot::json {
namespace {

// Reads exactly `count` decimal digits at the front of `text` and drops them.
bool take_digits(std::string_view& text, std::size_t count, std::int64_t& out) noexcept {
  if (text.size() < count) return false;
  out = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    out = out * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool take(std::string_view& text, char wanted) noexcept {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

// Reads ".123" with one to nine decimals as nanoseconds.
bool take_decimals(std::string_view& text, std::int64_t& nanoseconds) noexcept {
  nanoseconds = 0;
  if (!take(text, '.')) return true;
  std::int64_t scale = second_ns;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    if (scale == 1) return false;
    scale /= 10;
    nanoseconds += (text.front() - '0') * scale;
    text.remove_prefix(1);
  }
  return scale < second_ns;
}

// Reads "Z", "+01:00", "+0100" or "+01"; nothing at the end of the text is no offset.
bool take_offset(std::string_view& text, std::optional<std::int64_t>& seconds) noexcept {
  if (text.empty()) return true;
  if (take(text, 'Z') || take(text, 'z')) {
    seconds = 0;
    return true;
  }
  if (text == "UTC" || text == "GMT") {
    text = {};
    seconds = 0;
    return true;
  }
  const std::int64_t sign = text.front() == '-' ? -1 : 1;
  if (!take(text, '+') && !take(text, '-')) return false;
  std::int64_t hours = 0, minutes = 0;
  if (!take_digits(text, 2, hours)) return false;
  if (!text.empty()) {
    take(text, ':');
    if (!take_digits(text, 2, minutes)) return false;
  }
  seconds = sign * (hours * 3'600 + minutes * 60);
  return hours <= 23 && minutes <= 59;
}

struct Unit {
  std::string_view name;
  std::int64_t ns;
};
constexpr std::array units{
    Unit{"ns", 1},
    Unit{"us", 1'000},
    Unit{"ms", 1'000'000},
    Unit{"s", second_ns},
    Unit{"m", 60 * second_ns},
    Unit{"h", 3'600 * second_ns},
    Unit{"d", 86'400 * second_ns},
};

// Units as ISO 8601 has them, behind the T and before it.
constexpr std::array clock_units{Unit{"S", second_ns}, Unit{"M", 60 * second_ns},
                                 Unit{"H", 3'600 * second_ns}};
constexpr std::array day_units{Unit{"D", 86'400 * second_ns}, Unit{"W", 7 * 86'400 * second_ns}};

// A duration part by part, each of a smaller unit than the one before it.
class DurationSum {
 public:
  // Effects: takes "30m" off the front of `text`. `known`: the units that it may be of.
  // Returns: false for another text, a unit that is not smaller, and more than 63 bits hold.
  bool take_part(std::string_view& text, std::span<const Unit> known) noexcept {
    if (text.empty() || text.front() < '0' || text.front() > '9') return false;
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    std::int64_t decimals = 0;
    const bool has_decimals = text.starts_with('.');
    if (!take_decimals(text, decimals)) return false;
    const std::string_view name =
        text.substr(0, std::min(text.find_first_of("0123456789T"), text.size()));
    const auto unit = std::ranges::find(known, name, &Unit::name);
    if (unit == known.end() || unit->ns >= last_ns_) return false;
    if (has_decimals && unit->name != "S") return false;
    text.remove_prefix(name.size());
    last_ns_ = unit->ns;
    if (count > (most - ns_) / unit->ns) return false;
    ns_ += count * unit->ns;
    if (decimals > most - ns_) return false;
    ns_ += decimals;
    return true;
  }
  [[nodiscard]] std::int64_t ns() const noexcept { return ns_; }

 private:
  static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::int64_t ns_{};
  std::int64_t last_ns_{most};
};

// `text`: what stands behind the P.
std::optional<std::int64_t> parse_iso_duration(std::string_view text) noexcept {
  DurationSum sum;
  if (text.empty()) return std::nullopt;
  while (!text.empty() && text.front() != 'T') {
    if (!sum.take_part(text, day_units)) return std::nullopt;
  }
  if (text.empty()) return sum.ns();
  text.remove_prefix(1);
  do {
    if (!sum.take_part(text, clock_units)) return std::nullopt;
  } while (!text.empty());
  return sum.ns();
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<LocalTime> parse_local_time(std::string_view text) noexcept {
  std::int64_t year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  LocalTime time;
  if (!take_digits(text, 4, year)) return std::nullopt;
  const char dash = text.starts_with('/') ? '/' : '-';
  if (!take(text, dash) || !take_digits(text, 2, month) || !take(text, dash) ||
      !take_digits(text, 2, day)) {
    return std::nullopt;
  }
  if (!text.empty()) {
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
    if (!take_digits(text, 2, hour) || !take(text, ':') || !take_digits(text, 2, minute)) {
      return std::nullopt;
    }
    if (take(text, ':') &&
        (!take_digits(text, 2, second) || !take_decimals(text, time.nanoseconds))) {
      return std::nullopt;
    }
    take(text, ' ');
    if (!take_offset(text, time.offset_s)) return std::nullopt;
  }
  if (!text.empty() || year < 1970 || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  time.seconds = days * 86'400 + hour * 3'600 + minute * 60 + second;
  return time;
}

std::optional<TimeNs> parse_time(std::string_view text) noexcept {
  const std::optional<LocalTime> local = parse_local_time(text);
  return local && local->offset_s ? parse_time_or_utc(text) : std::nullopt;
}

std::optional<TimeNs> parse_time_or_utc(std::string_view text) noexcept {
  const std::optional<LocalTime> local = parse_local_time(text);
  if (!local) return std::nullopt;
  const std::int64_t seconds = local->seconds - local->offset_s.value_or(0);
  // Years end at 2262, because 2262-04-11 is the last day that 63 bits of nanoseconds reach.
  if (seconds < 0 || seconds >= std::numeric_limits<std::int64_t>::max() / second_ns) {
    return std::nullopt;
  }
  return seconds * second_ns + local->nanoseconds;
}

std::string time_text(TimeNs time) {
  // Rounded down, also before 1970, without a step beyond what the integer holds.
  const bool borrows = time % second_ns < 0;
  const std::int64_t seconds = time / second_ns - (borrows ? 1 : 0);
  const std::int64_t decimals = time % second_ns + (borrows ? second_ns : 0);
  const std::int64_t days = seconds >= 0 ? seconds / 86'400 : (seconds - 86'399) / 86'400;
  const std::int64_t rest = seconds - days * 86'400;
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  std::string text = padded(static_cast<int>(date.year()), 4) + '-' +
                     padded(static_cast<unsigned>(date.month()), 2) + '-' +
                     padded(static_cast<unsigned>(date.day()), 2) + 'T' + padded(rest / 3'600, 2) +
                     ':' + padded(rest / 60 % 60, 2) + ':' + padded(rest % 60, 2);
  if (decimals != 0) {
    std::string digits = padded(decimals, 9);
    while (digits.ends_with("000")) digits.resize(digits.size() - 3);
    text += '.' + digits;
  }
  return text + 'Z';
}

std::optional<std::int64_t> parse_duration(std::string_view text) noexcept {
  if (take(text, 'P')) return parse_iso_duration(text);
  DurationSum sum;
  do {
    if (!sum.take_part(text, units)) return std::nullopt;
  } while (!text.empty());
  return sum.ns();
}

std::string duration_text(std::int64_t nanoseconds) {
  if (nanoseconds == 0) return "0ns";
  const Unit* largest = nullptr;
  for (const Unit& unit : units) {
    if (nanoseconds % unit.ns == 0) largest = &unit;
  }
  return std::to_string(nanoseconds / largest->ns) + std::string(largest->name);
}

std::string without_controls(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
    } else {
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    }
  }
  return out;
}

}  // namespace allot::json
