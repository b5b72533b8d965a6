// Points in time and durations as text, as numbers and as parts of a calendar, by integers alone.
//
// Time zones are "UTC" and fixed offsets: named ones change with their data base.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace allot::cel {

// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
struct Timestamp {
  std::int64_t seconds{};  // since 1970, rounded down
  std::int32_t nanos{};    // 0 to 999,999,999

  friend constexpr auto operator<=>(const Timestamp&, const Timestamp&) noexcept = default;
};

struct Duration {
  std::int64_t ns{};

  friend constexpr auto operator<=>(const Duration&, const Duration&) noexcept = default;
};

// Returns: the time of RFC 3339 text. Nothing for what is none: a leap second, 30 February, more
//          than nine digits of a second, a year outside of 1 to 9999 in UTC.
[[nodiscard]] std::optional<Timestamp> timestamp_of(std::string_view text);
[[nodiscard]] std::string text_of(const Timestamp& time);
// Returns: the time so many seconds after 1970 began; nothing outside of the years 1 to 9999.
[[nodiscard]] std::optional<Timestamp> timestamp_at(std::int64_t seconds) noexcept;
// Returns: nothing outside of these years; earlier() by the lowest duration neither, as cel-go has
// it.
[[nodiscard]] std::optional<Timestamp> later(const Timestamp& time, Duration by) noexcept;
[[nodiscard]] std::optional<Timestamp> earlier(const Timestamp& time, Duration by) noexcept;
// Returns: from `from` to `to`; nothing when that is more than 64 bits of nanoseconds.
[[nodiscard]] std::optional<Duration> between(const Timestamp& from, const Timestamp& to) noexcept;

// Returns: the duration of a text such as "1h30m", "-1.5s", "20ms"; nothing for what is none, has
//          parts of a nanosecond, or does not fit into 64 bits.
[[nodiscard]] std::optional<Duration> duration_of(std::string_view text);
// Returns: seconds with up to nine digits behind the point and an s: "5400s", "0.1s".
[[nodiscard]] std::string text_of(const Duration& duration);

// Returns: seconds to be added to UTC, of "UTC", "+08:00", "-05:30" and, as the specification has
//          it, "08:00"; nothing for other texts.
[[nodiscard]] std::optional<std::int64_t> zone_offset(std::string_view zone) noexcept;
// The same of what a rule may say: the sign has to be there.
[[nodiscard]] bool is_fixed_zone(std::string_view zone) noexcept;

// What a clock and a calendar show. Months, days of the year and days of the week count from 0,
// Sunday is 0.
struct Calendar {
  std::int64_t year{};
  std::int64_t month{};
  std::int64_t day{};  // from 1
  std::int64_t day_of_year{};
  std::int64_t day_of_week{};
  std::int64_t hours{};
  std::int64_t minutes{};
  std::int64_t seconds{};
};
[[nodiscard]] Calendar calendar_of(const Timestamp& time, std::int64_t offset_seconds) noexcept;

}  // namespace allot::cel
