#include "files/times.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "files/characters.hpp"
#include "files/month_names.hpp"
#include "files/time_writing.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::files {

namespace {

constexpr std::size_t text_bytes_max = 100;
constexpr std::int64_t time_end_s = 3'818'448'000;    // of the year 2090
constexpr std::int64_t expiry_end_s = 9'000'000'000;  // of the year 2255

// What names a clock at the end of a time: the zones of RFC 5322, 4.3.
struct ClockName {
  std::string_view name;
  std::string_view offset;
};
constexpr std::array clock_names{
    ClockName{"UTC", "+0000"}, ClockName{"GMT", "+0000"}, ClockName{"UT", "+0000"},
    ClockName{"EST", "-0500"}, ClockName{"EDT", "-0400"}, ClockName{"CST", "-0600"},
    ClockName{"CDT", "-0500"}, ClockName{"MST", "-0700"}, ClockName{"MDT", "-0600"},
    ClockName{"PST", "-0800"}, ClockName{"PDT", "-0700"}};

// Returns: `text` without a remark in brackets at its end, such as the name of the zone whose
//          offset stands before it, and with the offset of a clock that is named there.
std::string with_offset(std::string_view text) {
  if (const std::size_t remark = text.rfind(" (");
      remark != std::string_view::npos && text.back() == ')') {
    text = text.substr(0, remark);
  }
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return std::string(text);
  const std::string_view last = text.substr(blank + 1);
  const auto* known = std::ranges::find(clock_names, last, &ClockName::name);
  return std::string(text.substr(0, blank + 1)) +
         std::string(known == clock_names.end() ? last : known->offset);
}

// Returns: "2026-11-29T17:30:00Z" for "20261129T173000Z", the basic form of ISO 8601; empty for
//          what has not as many digits.
std::string extended(std::string_view text) {
  constexpr std::size_t day_digits = 8;
  if (text.size() <= day_digits || text[day_digits] != 'T') return {};
  const std::string_view clock = text.substr(day_digits + 1);
  const auto is_number = [](std::string_view digits) {
    return std::ranges::all_of(digits, is_digit);
  };
  const std::size_t digits = std::min(clock.find_first_not_of("0123456789"), clock.size());
  if (!is_number(text.substr(0, day_digits)) || (digits != 4 && digits != 6)) return {};
  std::string out(text.substr(0, 4));
  out.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2)).append("T");
  out.append(clock.substr(0, 2)).append(":").append(clock.substr(2, 2));
  if (digits == 6) out.append(":").append(clock.substr(4, 2));
  return out.append(clock.substr(digits));
}

// Times of ISO 8601 that RFC 3339 does not have: the basic form, and 24:00, at which the day ends.
std::optional<json::LocalTime> parse_iso_time(std::string_view text) {
  std::string other = extended(text);
  if (other.empty()) other = text;
  if (auto time = json::parse_local_time(other)) return time;
  constexpr std::size_t hour_at = 11;
  if (other.size() <= hour_at + 2 || other.compare(hour_at, 3, "24:") != 0) return std::nullopt;
  other[hour_at] = other[hour_at + 1] = '0';
  std::optional<json::LocalTime> time = json::parse_local_time(other);
  constexpr std::int64_t day_s = 86'400;
  if (!time || time->seconds % day_s != 0 || time->nanoseconds != 0) return std::nullopt;
  time->seconds += day_s;
  return time;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Returns: a form in which a year that further digits follow has four of its own: Abseil would take
// all of "20261231" for the year.
std::string with_short_years(std::string_view format) {
  std::string out;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format.substr(at, 3) == "%Y%") {
      out += "%E4Y";
      ++at;
    } else {
      out += format[at];
      // What stands behind a % belongs to it, also another %.
      if (format[at] == '%' && at + 1 < format.size()) out += format[++at];
    }
  }
  return out;
}

// A form as Abseil takes it.
struct Form {
  std::string name;   // as the map has it
  std::string whole;  // Abseil's
  std::string clock;  // the same for what the clock shows; empty: the text says no offset

  explicit Form(std::string text) : name(std::move(text)) {
    // Seconds with decimals; offsets with and without a colon.
    whole = replaced(replaced(with_short_years(name), "%S", "%E*S"), "%z", "%Ez");
    clock = replaced(replaced(whole, "%Ez", "%Z"), "%E*z", "%Z");
    if (clock == whole) clock.clear();
  }
};

// Returns: the seconds east of UTC that "+01:00" says; nothing for another text.
std::optional<int> fixed_offset(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
  for (const std::size_t at : {1U, 2U, 4U, 5U}) {
    if (!is_digit(text[at])) return {};
  }
  const int hours = (text[1] - '0') * 10 + (text[2] - '0');
  const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
  if (hours > 23 || minutes > 59) return {};
  return (text[0] == '-' ? -1 : 1) * (hours * 3'600 + minutes * 60);
}

Status unknown_zone(const std::string& zone) {
  absl::TimeZone any;
  if (absl::LoadTimeZone("Etc/GMT", &any)) {
    return {StatusCode::invalid_argument,
            "'" + zone +
                "' is no time zone that this system knows; names are those of the IANA "
                "database, such as Europe/Berlin, or an offset such as +01:00"};
  }
  return {StatusCode::invalid_argument,
          "the time zone '" + zone +
              "' cannot be looked up, for this system has no data of time zones: install "
              "tzdata, or name a folder that holds them in TZDIR; an offset such as +01:00 needs "
              "none"};
}

}  // namespace

struct TimeReader::State {
  TimeForms forms;
  std::vector<Form> formats;  // those of `forms`
  absl::TimeZone zone;
  bool utc{true};
  std::uint64_t unsure{};
  std::uint64_t without_offset{};
  bool only_days{true};
  std::string last_text;
  std::optional<TimeNs> last;
  std::optional<std::int64_t> last_offset;
  // Where the last local time lay: local times between the two have the same offset.
  std::int64_t same_from{1};
  std::int64_t same_until{0};
  std::int64_t offset{};

  // Returns: the time of a clock on the wall, given as if it were UTC.
  std::int64_t seconds_of(std::int64_t local) {
    if (utc) return local;
    if (local >= same_from && local < same_until) return local - offset;
    const absl::CivilSecond civil = absl::CivilSecond(1970, 1, 1) + local;
    const absl::TimeZone::TimeInfo info = zone.At(civil);
    if (info.kind != absl::TimeZone::TimeInfo::UNIQUE) {
      // The earlier of the two, or the moment at which clocks jump over it.
      ++unsure;
      return absl::ToUnixSeconds(info.kind == absl::TimeZone::TimeInfo::SKIPPED ? info.trans
                                                                                : info.pre);
    }
    const std::int64_t seconds = absl::ToUnixSeconds(info.pre);
    learn(local, seconds);
    return seconds;
  }

  // Effects: remembers the span around `local` in which the offset surely is the same.
  void learn(std::int64_t local, std::int64_t seconds) {
    constexpr std::int64_t margin = 2 * 86'400;  // no zone's offset changes by more
    offset = local - seconds;
    same_from = 1;
    same_until = 0;
    absl::TimeZone::CivilTransition before;
    absl::TimeZone::CivilTransition after;
    const absl::CivilSecond epoch(1970, 1, 1);
    const absl::Time at = absl::FromUnixSeconds(seconds);
    if (!zone.NextTransition(at, &after)) after.from = epoch + (local + 10 * margin);
    if (!zone.PrevTransition(at, &before)) before.to = epoch + (local - 10 * margin);
    const std::int64_t from = (before.to - epoch) + margin;
    const std::int64_t until = (after.from - epoch) - margin;
    if (local < from || local >= until) return;
    same_from = from;
    same_until = until;
  }

  // `end_s`: where times end.
  std::optional<TimeNs> by_format(const Form& form, std::string_view text,
                                  std::int64_t end_s = time_end_s) {
    if (form.name == unix_form || form.name == unix_ms_form) {
      return by_unix(text, form.name == unix_ms_form);
    }
    if (form.name == spreadsheet_form) return by_spreadsheet(text);
    // Abseil passes over blanks around a time.
    if (text.front() == ' ' || text.back() == ' ') return std::nullopt;
    absl::Time time;
    if (!absl::ParseTime(form.whole, {text.data(), text.size()}, &time, nullptr)) {
      return std::nullopt;
    }
    absl::Time shown = time;
    const bool has_offset = !form.clock.empty();
    if (has_offset && absl::ParseTime(form.clock, {text.data(), text.size()}, &shown, nullptr)) {
      last_offset = absl::ToInt64Seconds(shown - time);
    }
    const std::int64_t whole = absl::ToUnixSeconds(time);
    // A day more than any offset: what lies beyond, as the year 26 does, is another format's.
    constexpr std::int64_t day = 86'400;
    if (whole < -day || whole > end_s + day) return std::nullopt;
    const std::int64_t rest = absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(whole));
    note_clock(absl::ToUnixSeconds(shown), rest);
    if (has_offset) return absl::ToUnixNanos(time);
    ++without_offset;
    return seconds_of(whole) * second_ns + rest;
  }

  // Days since the end of 1899 as spreadsheets count them, with the time of day behind the point.
  // Returns: milliseconds since 1970 of a clock on the wall.
  static std::optional<std::int64_t> spreadsheet_ms(std::string_view text) {
    constexpr std::int64_t days_to_1970 = 25'569;
    constexpr std::int64_t day_ms = 86'400'000;
    constexpr std::size_t decimals_max = 10;  // less than a millisecond lies in one more
    const std::size_t point = text.find_first_of(".,");
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.size() != 5 || !std::ranges::all_of(whole, is_digit) ||
        !std::ranges::all_of(decimals, is_digit) || (point != text.npos && decimals.empty())) {
      return std::nullopt;
    }
    std::int64_t days = 0;
    for (const char c : whole) days = days * 10 + (c - '0');
    std::int64_t part = 0;
    std::int64_t scale = 1;
    for (const char c : decimals.substr(0, decimals_max)) {
      part = part * 10 + (c - '0');
      scale *= 10;
    }
    if (days < days_to_1970) return std::nullopt;
    // To the millisecond, as spreadsheets round what they show.
    return (days - days_to_1970) * day_ms + (part * day_ms + scale / 2) / scale;
  }

  std::optional<TimeNs> by_spreadsheet(std::string_view text) {
    const std::optional<std::int64_t> local_ms = spreadsheet_ms(text);
    if (!local_ms) return std::nullopt;
    note_clock(*local_ms / 1'000, *local_ms % 1'000 * 1'000'000);
    ++without_offset;
    return seconds_of(*local_ms / 1'000) * second_ns + *local_ms % 1'000 * 1'000'000;
  }

  void note_clock(std::int64_t local, std::int64_t nanoseconds) noexcept {
    only_days = only_days && local % 86'400 == 0 && nanoseconds == 0;
  }

  std::optional<TimeNs> by_unix(std::string_view text, bool milliseconds) {
    std::int64_t value = 0;
    if (text.size() > 14) return std::nullopt;
    for (const char c : text) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    const std::int64_t unit = milliseconds ? 1'000'000 : second_ns;
    if (value / (second_ns / unit) >= time_end_s) return std::nullopt;
    note_clock(value * unit / second_ns, value * unit % second_ns);
    return value * unit;
  }

  std::optional<TimeNs> parse(std::string_view text) {
    if (const auto time = parse_written(text)) return time;
    if (std::ranges::none_of(text, is_digit)) return std::nullopt;
    for (const std::string& writing : plain_writings(text)) {
      if (const auto time = parse_written(writing)) return time;
    }
    return std::nullopt;
  }

  std::optional<TimeNs> parse_written(std::string_view text) {
    if (const auto time = parse_plain(text)) return time;
    const std::string other = with_offset(text);
    if (other != text && !other.empty()) {
      if (const auto time = parse_plain(other)) return time;
    }
    if (std::ranges::none_of(other, is_digit)) return std::nullopt;
    const std::string english = with_english_month(other);
    return english.empty() ? std::nullopt : parse_plain(english);
  }

  std::optional<TimeNs> parse_plain(std::string_view text) {
    last_offset.reset();
    for (const Form& format : formats) {
      if (const auto time = by_format(format, text)) return time;
    }
    const std::optional<json::LocalTime> local = parse_iso_time(text);
    if (!local) return std::nullopt;
    note_clock(local->seconds, local->nanoseconds);
    last_offset = local->offset_s;
    if (local->offset_s) return moment(local->seconds - *local->offset_s, local->nanoseconds);
    ++without_offset;
    return moment(seconds_of(local->seconds), local->nanoseconds);
  }

  // Returns: nothing beyond April 2262, where the nanoseconds end: a text may say the year 9999.
  static std::optional<TimeNs> moment(std::int64_t seconds, std::int64_t nanoseconds) {
    constexpr std::int64_t last = std::numeric_limits<TimeNs>::max() / second_ns - 1;
    if (seconds > last || seconds < -last) return std::nullopt;
    return seconds * second_ns + nanoseconds;
  }

  // Returns: the moment at which the next day, or month, begins. `day`: in seconds since 1970 of a
  // clock on the wall, of the day itself or of any of its month.
  TimeNs end_of(TimeUnit unit, std::int64_t day) {
    const absl::CivilDay epoch(1970, 1, 1);
    const absl::CivilDay named = epoch + day / 86'400;
    const absl::CivilDay next =
        unit == TimeUnit::day ? named + 1 : absl::CivilDay(absl::CivilMonth(named) + 1);
    return seconds_of((next - epoch) * 86'400) * second_ns;
  }

  std::optional<TimeNs> parse_end(std::string_view text) {
    for (const Form& format : formats) {
      if (format.name == spreadsheet_form) {
        const std::optional<std::int64_t> local_ms = spreadsheet_ms(text);
        constexpr std::int64_t day_ms = 86'400'000;
        if (local_ms && *local_ms % day_ms == 0) return end_of(TimeUnit::day, *local_ms / 1'000);
      }
      const TimeUnit unit = unit_of(format.name);
      if (unit == TimeUnit::moment) {
        if (const auto time = by_format(format, text, expiry_end_s)) return time;
        continue;
      }
      absl::Time time;
      if (text.front() == ' ' || text.back() == ' ' ||
          !absl::ParseTime(format.whole, {text.data(), text.size()}, &time, nullptr)) {
        continue;
      }
      const std::int64_t day = absl::ToUnixSeconds(time);
      if (day >= 0 && day < expiry_end_s) return end_of(unit, day);
    }
    const std::optional<json::LocalTime> local = json::parse_local_time(text);
    if (!local || local->seconds >= expiry_end_s) return std::nullopt;
    constexpr std::size_t day_bytes = 10;  // "2026-12-24"
    if (text.size() <= day_bytes) return end_of(TimeUnit::day, local->seconds);
    if (local->offset_s)
      return (local->seconds - *local->offset_s) * second_ns + local->nanoseconds;
    return seconds_of(local->seconds) * second_ns + local->nanoseconds;
  }
};

TimeUnit unit_of(std::string_view format) noexcept {
  const auto has_one_of = [format](std::string_view letters) {
    for (std::size_t at = 0; at + 1 < format.size(); ++at) {
      if (format[at] != '%') continue;
      if (letters.find(format[++at]) != std::string_view::npos) return true;
    }
    return false;
  };
  const bool is_number =
      format == unix_form || format == unix_ms_form || format == spreadsheet_form;
  if (is_number || has_one_of("HIMSTRXcklprs")) return TimeUnit::moment;
  return has_one_of("DFdejx") ? TimeUnit::day : TimeUnit::month;
}

TimeReader::TimeReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TimeReader::TimeReader(TimeReader&&) noexcept = default;
TimeReader& TimeReader::operator=(TimeReader&&) noexcept = default;
TimeReader::~TimeReader() = default;

Result<TimeReader> TimeReader::make(const std::string& zone, std::vector<std::string> formats) {
  auto state = std::make_unique<State>();
  for (const std::string& format : formats) state->formats.emplace_back(format);
  state->forms = {zone, std::move(formats)};
  if (!zone.empty() && zone != "UTC") {
    state->utc = false;
    if (const std::optional<int> offset = fixed_offset(zone)) {
      state->zone = absl::FixedTimeZone(*offset);
    } else if (!absl::LoadTimeZone(zone, &state->zone)) {
      return unknown_zone(zone);
    }
  }
  return TimeReader(std::move(state));
}

std::optional<TimeNs> TimeReader::read(std::string_view text) {
  State& state = *state_;
  if (text == state.last_text && !text.empty()) return state.last;
  if (text.empty() || text.size() > text_bytes_max) return std::nullopt;
  std::optional<TimeNs> time = state.parse(text);
  if (time && (*time < 0 || *time >= time_end_s * second_ns)) time.reset();
  state.last_text = text;
  state.last = time;
  return time;
}

std::optional<TimeNs> TimeReader::read_end(std::string_view text) {
  if (text.empty() || text.size() > text_bytes_max) return std::nullopt;
  const std::optional<TimeNs> time = state_->parse_end(text);
  const bool is_one = time && *time >= second_ns && *time < expiry_end_s * second_ns;
  return is_one ? time : std::nullopt;
}

const TimeForms& TimeReader::forms() const noexcept { return state_->forms; }
std::uint64_t TimeReader::unsure() const noexcept { return state_->unsure; }
bool TimeReader::only_days() const noexcept { return state_->only_days; }
std::optional<std::int64_t> TimeReader::last_offset() const noexcept { return state_->last_offset; }
std::uint64_t TimeReader::without_offset() const noexcept { return state_->without_offset; }

std::string TimeReader::shown(TimeNs time, std::optional<std::int64_t> offset_s) const {
  if (!state_->utc) offset_s = state_->zone.At(absl::FromUnixNanos(time)).offset;
  if (!offset_s || *offset_s == 0) return json::time_text(time);
  std::string text = json::time_text(time + *offset_s * second_ns);
  text.pop_back();  // the Z
  return text + offset_text(*offset_s);
}

std::string offset_text(std::int64_t offset_s) {
  const std::int64_t minutes = std::abs(offset_s) / 60;
  const auto two = [](std::int64_t value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  return (offset_s < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace allot::files
