// Times of day and amounts as stories write them.
//
// A story begins on day 1 at 09:00, which is 2026-11-02T09:00:00Z, a Monday.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::stories {

inline constexpr TimeNs first_day = 1'793'577'600'000'000'000;
inline constexpr TimeNs first_time = first_day + std::int64_t{9} * 3'600'000'000'000;

// "09:00" or "09:00:30" on the day of `now`; "day3" or "day3 09:00"; "+15m" and "-15m" from `now`;
// a time of RFC 3339. Returns: nothing for another text.
[[nodiscard]] std::optional<TimeNs> parse_story_time(std::string_view text, TimeNs now);
// Returns: whether the text is the first half of "day3 09:00".
[[nodiscard]] bool is_day(std::string_view text);
// Returns: whether the text is a time of day, which may be the second half.
[[nodiscard]] bool is_clock(std::string_view text);
// Returns: the shortest of these forms but the relative ones.
[[nodiscard]] std::string story_time_text(TimeNs time, TimeNs now);

inline constexpr std::string_view story_time_form =
    "a time like 09:15, day2 09:15, +15m or 2026-11-02T09:15:00Z";

// "15.00" is 1500 minor units. Returns: nothing for a text without two decimals.
[[nodiscard]] std::optional<std::int64_t> parse_amount(std::string_view text);
[[nodiscard]] std::string amount_text(std::int64_t amount);

}  // namespace allot::stories
