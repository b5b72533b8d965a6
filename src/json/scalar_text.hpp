// The string forms of times and durations. Exact in both directions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::json {

// "2026-11-11T00:00:00Z", with up to nine decimals of a second; UTC only, 1970 to 2262.
[[nodiscard]] std::optional<TimeNs> parse_time(std::string_view text) noexcept;
// Returns: that form, with as many decimals (none, 3, 6 or 9) as the time needs.
[[nodiscard]] std::string time_text(TimeNs time);

// An integer and one of ns, us, ms, s, m, h, d: "15m". Returns: nanoseconds.
[[nodiscard]] std::optional<std::int64_t> parse_duration(std::string_view text) noexcept;
// Returns: that form, in the largest unit of which it is a whole number.
[[nodiscard]] std::string duration_text(std::int64_t nanoseconds);

// Returns: the text with its control bytes as \u00.., for terminals, which would obey them.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace allot::json
