#include "files/time_forms.hpp"

#include <algorithm>
#include <array>

#include "files/characters.hpp"
#include "files/times.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

// Of two that read one text, such as a month before the day and behind it, the first is the
// likelier. %b takes the names of months whole, too, and %a those of days.
constexpr std::array<std::string_view, 29> day_forms{
    "%d.%m.%Y",      "%d.%m.%y",   "%d/%m/%Y",     "%m/%d/%Y",    "%d-%m-%Y",    "%m-%d-%Y",
    "%m/%d/%y",      "%d/%m/%y",   "%d %b %Y",     "%b %d, %Y",   "%d-%b-%Y",    "%d-%b-%y",
    "%d %b %y",      "%d %b. %Y",  "%d. %b %Y",    "%d/%b/%Y",    "%b-%d-%y",    "%b-%d-%Y",
    "%b %d %Y",      "%b. %d, %Y", "%d %b, %Y",    "%a %d %b %Y", "%a %b %d %Y", "%a, %d %b %Y",
    "%a, %b %d, %Y", "%Y.%m.%d",   "%Y年%m月%d日", "%Y %b %d",    "%Y-%b-%d"};
constexpr std::array<std::string_view, 12> clocks{
    " %H:%M:%S", " %H:%M",        "",           " %I:%M:%S %p", " %I:%M %p", ", %H:%M:%S",
    ", %H:%M",   ", %I:%M:%S %p", ", %I:%M %p", " at %I:%M %p", " at %H:%M", "T%H:%M:%S"};
constexpr std::array<std::string_view, 3> offsets{"", " %z", " GMT%z"};
// A blank in a form is any number of them, also none.
constexpr std::array<std::string_view, 12> others{"%Y%m%d%H%M%S",
                                                  "%Y%m%d%H%M",
                                                  "%Y%m%d",
                                                  "%Y%m%d %H:%M:%S",
                                                  "%Y%m%d %H:%M",
                                                  "%Y年%m月%d日 %H时%M分%S秒",
                                                  "%Y年%m月%d日 %H时%M分",
                                                  "%Y年%m月%d日 %H時%M分",
                                                  "%Y-%m-%d %I:%M:%S %p",
                                                  "%Y-%m-%d %I:%M %p",
                                                  "%Y/%m/%d %I:%M:%S %p",
                                                  "%Y/%m/%d %I:%M %p"};
constexpr std::array numbers{unix_form, unix_ms_form, spreadsheet_form};
constexpr std::array<std::string_view, 5> doubtful{"%y-%m-%d", "%d-%m-%y", "%m-%d-%y", "%y/%m/%d",
                                                   "%y.%m.%d"};

template <class Days>
void add_forms(const Days& of_days, std::vector<std::string>& forms) {
  for (const std::string_view offset : offsets) {
    for (const std::string_view day : of_days) {
      for (const std::string_view clock : clocks) {
        if (clock.empty() && !offset.empty()) continue;
        forms.push_back(std::string(day) + std::string(clock) + std::string(offset));
      }
    }
  }
}

std::string first_of(const std::vector<std::string>& forms, std::string_view text) {
  const auto reads = [text](const std::string& form) {
    Result<TimeReader> reader = TimeReader::make("", {form});
    return reader.ok() && reader.value().read(text).has_value();
  };
  // The grammar that every reader has is no form to be named.
  if (reads("")) return {};
  const auto found = std::ranges::find_if(forms, reads);
  return found == forms.end() ? std::string() : *found;
}

}  // namespace

const std::vector<std::string>& time_forms() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> forms;
    add_forms(day_forms, forms);
    forms.insert(forms.end(), others.begin(), others.end());
    forms.insert(forms.end(), numbers.begin(), numbers.end());
    return forms;
  }();
  return all;
}

bool is_number_form(std::string_view form) noexcept {
  return std::ranges::find(numbers, form) != numbers.end();
}

std::string time_form_of(std::string_view text) {
  static const std::vector<std::string> more = [] {
    std::vector<std::string> forms;
    add_forms(doubtful, forms);
    return forms;
  }();
  std::string form = first_of(time_forms(), text);
  return form.empty() ? first_of(more, text) : form;
}

std::string time_formats_for(const std::vector<std::string_view>& texts) {
  std::vector<std::string> forms;
  for (const std::string_view text : texts) {
    Result<TimeReader> reader = TimeReader::make("", forms);
    if (reader.value().read(text)) continue;
    std::string form = time_form_of(text);
    if (form.empty()) return {};
    forms.push_back(std::move(form));
  }
  std::string all;
  for (const std::string& form : forms) all += (all.empty() ? "\"" : ", \"") + form + "\"";
  return all.empty() ? all : "time_formats = [" + all + "]";
}

std::vector<std::string> days_named(std::string_view text) {
  std::vector<std::string> days;
  const auto read = [&](const std::vector<std::string>& forms) {
    Result<TimeReader> reader = TimeReader::make("", forms);
    const auto time = reader.ok() ? reader.value().read(text) : std::nullopt;
    if (!time) return;
    constexpr std::size_t day_bytes = 10;
    std::string day = json::time_text(*time).substr(0, day_bytes);
    if (std::ranges::find(days, day) == days.end()) days.push_back(std::move(day));
  };
  if (text.find(':') != std::string_view::npos) return days;
  read({});
  if (!days.empty()) return days;
  read({"%Y%m%d"});
  read({"%Y/%m/%d"});
  for (const std::string_view form : day_forms) read({std::string(form)});
  for (const std::string_view form : doubtful) read({std::string(form)});
  return days;
}

namespace {

unsigned days_of(unsigned month, unsigned year) {
  constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return lengths[month - 1] + (month == 2 && leap ? 1U : 0U);
}

bool is_day(unsigned day, unsigned month, unsigned year) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of(month, year);
}

// A number of a day in figures; `digits` 0: there is none.
struct Part {
  unsigned number{};
  std::size_t digits{};
};

// Effects: takes a number of at most four digits off the front of `text`.
Part part_of(std::string_view& text) {
  Part part;
  while (!text.empty() && is_digit(text.front()) && part.digits < 4) {
    part.number = part.number * 10 + static_cast<unsigned>(text.front() - '0');
    ++part.digits;
    text.remove_prefix(1);
  }
  return part;
}

}  // namespace

std::string why_no_day(std::string_view text) {
  std::array<Part, 3> parts;
  for (Part& part : parts) {
    if (&part != parts.data()) {
      if (text.empty() || std::string_view("./-").find(text.front()) == std::string_view::npos) {
        return {};
      }
      text.remove_prefix(1);
    }
    part = part_of(text);
    if (part.digits == 0) return {};
  }
  const bool year_first = parts[0].digits == 4;
  const Part& last = year_first ? parts[0] : parts[2];
  if ((last.digits != 4 && last.digits != 2) || (!text.empty() && is_digit(text.front()))) {
    return {};
  }
  const unsigned year = last.number + (last.digits == 2 ? 2'000U : 0U);
  const unsigned one = year_first ? parts[2].number : parts[0].number;
  const unsigned other = parts[1].number;
  if (is_day(one, other, year) || is_day(other, one, year)) return {};
  // The number that can be no month is the day.
  const unsigned month = other <= 12 ? other : one;
  const unsigned day = other <= 12 ? one : other;
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  return "there is no such day: month " + std::to_string(month) + " of " + std::to_string(year) +
         " has " + std::to_string(days_of(month, year)) + " days; mend the row";
}

}  // namespace allot::files
