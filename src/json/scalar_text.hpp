// The string forms of times and durations. Exact in both directions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::json {

// The one grammar of times, that of RFC 3339: "2026-11-11T00:00:00Z", "2026-11-11 01:00:00+01:00".
// A blank may stand for the T and before the offset, slashes for the dashes; seconds, and the colon
// of the offset, may be left out; up to nine decimals of a second.
struct LocalTime {
  std::int64_t seconds{};                // since 1970 of a clock that shows this
  std::int64_t nanoseconds{};            // of the second
  std::optional<std::int64_t> offset_s;  // of that clock against UTC, if the text says so
};
// Returns: nothing for another text, a day that does not exist, or one before 1970.
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text) noexcept;

// The same with an offset. Returns: nothing without one, and outside 1970 to 2262.
[[nodiscard]] std::optional<TimeNs> parse_time(std::string_view text) noexcept;
// The same; a text without an offset is a time of UTC.
[[nodiscard]] std::optional<TimeNs> parse_time_or_utc(std::string_view text) noexcept;
// What is asked for, in messages, where a text is neither.
inline constexpr std::string_view time_wanted =
    "a time like \"2026-11-11T00:00:00Z\" or \"2026-11-11T01:00:00+01:00\"";
inline constexpr std::string_view duration_wanted =
    "whole numbers with units, like \"15m\" or \"1h30m\" (ns, us, ms, s, m, h, d), or ISO 8601, "
    "like \"PT1H30M\"";
// Returns: that form, with as many decimals (none, 3, 6 or 9) as the time needs.
[[nodiscard]] std::string time_text(TimeNs time);

// Integers, each with one of ns, us, ms, s, m, h, d, the larger unit first: "15m", "1h30m". Or a
// duration of ISO 8601, of weeks to seconds, these with up to nine decimals: "PT1H30M", "P2D",
// "PT0.5S". A day has 24 hours; years and months have no length of their own and are none.
// Returns: nanoseconds.
[[nodiscard]] std::optional<std::int64_t> parse_duration(std::string_view text) noexcept;
// Returns: the first form, in the largest unit of which it is a whole number.
[[nodiscard]] std::string duration_text(std::int64_t nanoseconds);

// Returns: the text with its control bytes as \u00.., for terminals, which would obey them.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace allot::json
