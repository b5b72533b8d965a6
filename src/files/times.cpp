#include "files/times.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <array>
#include <cstring>

#include "files/characters.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

constexpr std::int64_t second_ns = 1'000'000'000;
constexpr TimeNs time_end = 3'818'448'000 * second_ns;  // of the year 2090

constexpr std::array<std::string_view, 32> known_forms{"%d.%m.%Y %H:%M:%S",
                                                       "%d.%m.%Y %H:%M",
                                                       "%d.%m.%Y",
                                                       "%d.%m.%y %H:%M",
                                                       "%d/%m/%Y %H:%M:%S",
                                                       "%d/%m/%Y %H:%M",
                                                       "%d/%m/%Y",
                                                       "%m/%d/%Y %H:%M:%S",
                                                       "%m/%d/%Y %H:%M",
                                                       "%m/%d/%Y",
                                                       "%m/%d/%y %H:%M",
                                                       "%d/%m/%y %H:%M",
                                                       "%m/%d/%Y %I:%M:%S %p",
                                                       "%m/%d/%Y %I:%M %p",
                                                       "%d-%m-%Y %H:%M:%S",
                                                       "%d-%m-%Y %H:%M",
                                                       "%d-%m-%Y",
                                                       "%m-%d-%Y",
                                                       "%d %b %Y %H:%M:%S",
                                                       "%d %b %Y",
                                                       "%b %d, %Y %I:%M %p",
                                                       "%b %d, %Y",
                                                       "%Y%m%d%H%M%S",
                                                       "%Y%m%d",
                                                       "%m/%d/%y",
                                                       "%d/%m/%y",
                                                       "%d.%m.%y",
                                                       "%b %d, %Y %I:%M:%S %p",
                                                       "%b %d, %Y %H:%M:%S",
                                                       "%d %b %Y %H:%M",
                                                       "unix",
                                                       "unix_ms"};

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
  absl::TimeZone zone;
  bool utc{true};
  std::vector<std::string> formats;
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

  std::optional<TimeNs> by_format(const std::string& format, std::string_view text) {
    if (format == "unix" || format == "unix_ms") return by_unix(text, format == "unix_ms");
    // Abseil passes over blanks around a time.
    if (text.front() == ' ' || text.back() == ' ') return std::nullopt;
    absl::Time time;
    const bool has_offset = format.find("%z") != std::string::npos ||
                            format.find("%Ez") != std::string::npos ||
                            format.find("%E*z") != std::string::npos;
    if (!absl::ParseTime(format, {text.data(), text.size()}, &time, nullptr)) return std::nullopt;
    const std::int64_t whole = absl::ToUnixSeconds(time);
    // A day more than any offset: what lies beyond, as the year 26 does, is another format's.
    constexpr std::int64_t day = 86'400;
    if (whole < -day || whole > time_end / second_ns + day) return std::nullopt;
    const std::int64_t rest = absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(whole));
    note_clock(whole, rest);
    if (has_offset) return absl::ToUnixNanos(time);
    ++without_offset;
    return seconds_of(whole) * second_ns + rest;
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
    if (value >= time_end / unit) return std::nullopt;
    note_clock(value * unit / second_ns, value * unit % second_ns);
    return value * unit;
  }

  std::optional<TimeNs> parse(std::string_view text) {
    last_offset.reset();
    for (const std::string& format : formats) {
      if (const auto time = by_format(format, text)) return time;
    }
    const std::optional<json::LocalTime> local = json::parse_local_time(text);
    if (!local) return std::nullopt;
    note_clock(local->seconds, local->nanoseconds);
    last_offset = local->offset_s;
    if (local->offset_s)
      return (local->seconds - *local->offset_s) * second_ns + local->nanoseconds;
    ++without_offset;
    return seconds_of(local->seconds) * second_ns + local->nanoseconds;
  }
};

TimeReader::TimeReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TimeReader::TimeReader(TimeReader&&) noexcept = default;
TimeReader& TimeReader::operator=(TimeReader&&) noexcept = default;
TimeReader::~TimeReader() = default;

Result<TimeReader> TimeReader::make(const std::string& zone, std::vector<std::string> formats) {
  auto state = std::make_unique<State>();
  state->formats = std::move(formats);
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
  if (text.empty() || text.size() > 64) return std::nullopt;
  std::optional<TimeNs> time = state.parse(text);
  if (time && (*time < 0 || *time >= time_end)) time.reset();
  state.last_text = text;
  state.last = time;
  return time;
}

std::uint64_t TimeReader::unsure() const noexcept { return state_->unsure; }
bool TimeReader::only_days() const noexcept { return state_->only_days; }
std::optional<std::int64_t> TimeReader::last_offset() const noexcept { return state_->last_offset; }
std::uint64_t TimeReader::without_offset() const noexcept { return state_->without_offset; }

std::span<const std::string_view> time_forms() noexcept { return known_forms; }

std::string_view time_form_of(std::string_view text) {
  for (const std::string_view form : known_forms) {
    Result<TimeReader> reader = TimeReader::make("", {std::string(form)});
    if (reader.ok() && reader.value().read(text)) return form;
  }
  return {};
}

}  // namespace allot::files
