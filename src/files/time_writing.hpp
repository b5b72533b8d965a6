// How people and spreadsheets write a time around its numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace allot::files {

// Returns: the same time as forms of strptime have it, where it is written with blanks behind the
//          dots of the day, something between the day and the clock ("-", "|", "saat", "um"), a
//          clock with dots, or halves of the day in another language than English: "27. 11. 2026
//          02.05 ÖS" is "27.11.2026 02:05 PM". Two writings where a half stood before the clock;
//          none where nothing is to be changed, or no day and clock are seen.
[[nodiscard]] std::vector<std::string> plain_writings(std::string_view text);

// Whether a time of day says which half of the day it is of: "02:05 PM", "下午 02:05".
[[nodiscard]] bool says_half_of_day(std::string_view text);

// Whether it is a time of day alone, such as "14:05" and "午後 2:05".
[[nodiscard]] bool is_time_of_day(std::string_view text);

}  // namespace allot::files
