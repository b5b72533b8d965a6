// Forms of times, beside RFC 3339, that files of shops have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace allot::files {

// Returns: forms, as TimeReader takes them, that a guess tries, the likelier ones first, numbers
// last.
[[nodiscard]] const std::vector<std::string>& time_forms();
[[nodiscard]] bool is_number_form(std::string_view form) noexcept;

// Returns: the first form that reads `text`: one of those, or one too doubtful for a guess, such as
//          a day whose year has two digits and may stand first; empty when none does.
[[nodiscard]] std::string time_form_of(std::string_view text);

// Returns: time_formats of a map, such as `time_formats = ["%d.%m.%Y"]`, with a form for each of
//          the texts; empty when there is one that no form reads.
[[nodiscard]] std::string time_formats_for(const std::vector<std::string_view>& texts);

// Returns: the days, such as "2026-11-27", that `text` can mean, a day without a time of day in any
//          of the forms: one of 27.11.2026, two of 05/11/2026, none of what is no day.
[[nodiscard]] std::vector<std::string> days_named(std::string_view text);

// Returns: of a text that names a day which no month has, such as 31/11/2026, what is wrong, with
//          what to do; empty for others.
[[nodiscard]] std::string why_no_day(std::string_view text);

}  // namespace allot::files
