#include "files/time_guess.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "files/characters.hpp"
#include "files/row_account.hpp"
#include "files/time_forms.hpp"
#include "files/time_writing.hpp"
#include "files/times.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

constexpr TimeNs year_2000 = 946'684'800'000'000'000;

// What a column's texts are as times: how many steps go back, and the forms that read them.
struct TimeFit {
  std::string form;  // empty: the usual grammar
  std::size_t back{};
  TimeNs span{};
  std::vector<TimeNs> times;  // of the texts that are read
};

TimeReader reader_of(const std::string& form) {
  return std::move(TimeReader::make("", form.empty() ? std::vector<std::string>{}
                                                     : std::vector<std::string>{form})
                       .value());
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

// `least_good`: so many texts have to be read. Those that are not may be "n/a"; where more than one
// in ten have digits they are times of another form, which would be lost.
std::optional<TimeFit> fit_time(const std::vector<std::string_view>& all, const std::string& form,
                                std::size_t least_good) {
  TimeReader reader = reader_of(form);
  TimeFit fit{form, 0, 0, {}};
  std::size_t bad = 0;
  std::size_t other_times = 0;
  for (const std::string_view text : all) {
    if (const auto time = reader.read(text)) {
      if (!fit.times.empty() && *time < fit.times.back()) ++fit.back;
      fit.times.push_back(*time);
      continue;
    }
    if (has_digit(text)) ++other_times;
    if (++bad > all.size() - least_good || other_times * 10 > all.size()) return std::nullopt;
  }
  if (fit.times.empty()) return std::nullopt;
  const auto [least, most] = std::ranges::minmax_element(fit.times);
  // Small numbers are many things.
  if (is_number_form(form) && *least < year_2000) return std::nullopt;
  fit.span = *most - *least;
  return fit;
}

// Returns: the readings of a column's texts as times, the best one first. `is_whole`: the column is
// called like a time, so that half of its texts are enough, where no form reads nearly all.
std::vector<TimeFit> time_fits(const ColumnLook& columns, std::size_t column, bool is_whole) {
  const std::vector<std::string_view> all = columns.texts(column);
  const auto fits_of = [&all](std::size_t least_good) {
    std::vector<TimeFit> fits;
    if (auto usual = fit_time(all, "", least_good)) fits.push_back(std::move(*usual));
    if (!fits.empty() && fits[0].times.size() * 10 >= all.size() * 9) return fits;
    for (const std::string& known : time_forms()) {
      auto other = fit_time(all, known, least_good);
      // Two forms that read the same are one reading.
      if (other && std::ranges::find(fits, other->times, &TimeFit::times) == fits.end()) {
        fits.push_back(std::move(*other));
      }
    }
    return fits;
  };
  std::vector<TimeFit> fits = fits_of((all.size() * 9 + 9) / 10);
  if (fits.empty() && is_whole) {
    fits = fits_of((all.size() + 1) / 2);
    // A form that reads fewer of them is no second meaning.
    std::size_t most = 0;
    for (const TimeFit& fit : fits) most = std::max(most, fit.times.size());
    std::erase_if(fits, [most](const TimeFit& fit) { return fit.times.size() < most; });
  }
  std::stable_sort(fits.begin(), fits.end(), [](const TimeFit& a, const TimeFit& b) {
    return a.back != b.back ? a.back < b.back : a.span < b.span;
  });
  return fits;
}

// Returns: what of a column the form that reads most of it leaves unread.
Flaws flaws_of(const ColumnLook& columns, std::size_t column) {
  std::vector<std::string> forms = {""};
  std::ranges::copy(time_forms(), std::back_inserter(forms));
  std::optional<Flaws> least;
  for (const std::string& form : forms) {
    const auto fit = fit_time(columns.texts(column), form, 1);
    if (!fit) continue;  // or numbers that are many things
    TimeReader reader = reader_of(form);
    const Flaws flaws = columns.flaws(
        column, [&reader](std::string_view text) { return reader.read(text).has_value(); });
    if (!least || flaws.count < least->count) least = flaws;
  }
  return least.value_or(Flaws{columns.texts(column).size(), columns.texts(column).size(), {}, 0});
}

constexpr std::string_view no_times = "times that are read";

// Returns: the one column whose texts look like days or times and read as such, if there is one.
std::optional<std::size_t> only_times(const ColumnLook& columns) {
  std::optional<std::size_t> only;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!reads_as_times(columns, c)) continue;
    if (only) return std::nullopt;
    only = c;
  }
  return only;
}

// Effects: where the guess says days alone and a column beside it the times of day, the time is
// both. `form`: of the days; empty: the usual grammar.
void add_clock(const ColumnLook& columns, const std::string& form, TimeGuess& guess) {
  const std::size_t day = guess.columns[0];
  const auto is_clock = [](std::string_view text) {
    const bool is_plain = text.size() >= 4 && text.size() <= 11 && is_digit(text[0]) &&
                          (text[1] == ':' || text[2] == ':');
    return is_plain || is_time_of_day(text);
  };
  const auto has_clock = [](std::string_view text) {
    return text.find(':') != std::string_view::npos;
  };
  if (columns.mostly(day, has_clock)) return;
  // Where one column alone holds times of day, its name says nothing more.
  std::vector<std::size_t> clock_columns;
  std::vector<std::size_t> named;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (c == day || !columns.seen_mostly(c, is_clock)) continue;
    clock_columns.push_back(c);
    if (is_name(columns.name(c), words_of(Words::clock))) named.push_back(c);
  }
  if (named.empty() && clock_columns.size() == 1) named = clock_columns;
  for (const std::size_t c : named) {
    guess.columns.push_back(c);
    guess.beside = "; the times of day stand beside it";
    const bool halves = columns.mostly(
        c, [](std::string_view text) { return is_letter(text.back()) || says_half_of_day(text); });
    if (form.empty() && !halves) return;
    const std::string days = form.empty() ? "%Y-%m-%d" : form;
    guess.formats = halves ? std::vector<std::string>{days + " %I:%M:%S %p", days + " %I:%M %p"}
                           : std::vector<std::string>{days + " %H:%M:%S", days + " %H:%M"};
    return;
  }
}

// Numbers are times by the name of their column alone.
GuessDoubt number_doubt(const ColumnLook& columns, std::size_t column, const TimeFit& fit) {
  const std::string what = fit.form == spreadsheet_form ? "days of a spreadsheet"
                           : fit.form == unix_form      ? "seconds since 1970"
                                                        : "milliseconds since 1970";
  return {std::string(times_of_numbers),
          "numbers in '" + columns.name(column) + "', such as " + shown(columns.texts(column)[0]) +
              ", are taken for " + what + ", which makes the first one " +
              json::time_text(fit.times[0]) + "; time_formats = [\"" + fit.form +
              "\"] in a map confirms it",
          true};
}

TimeGuess guess_of(const ColumnLook& columns, std::size_t column, std::string how) {
  const bool is_whole = columns.is_whole(column, Role::time);
  const std::vector<TimeFit> fits = time_fits(columns, column, is_whole);
  const std::string form = fits.empty() ? "" : fits[0].form;
  TimeGuess guess;
  guess.columns = {column};
  guess.how = std::move(how);
  if (!form.empty()) guess.formats = {form};
  add_clock(columns, form, guess);
  if (!fits.empty() && fits[0].times.size() < columns.texts(column).size()) {
    guess.beside += "; " + flaws_of(columns, column).told(no_times);
  }
  if (is_number_form(form)) guess.doubts.push_back(number_doubt(columns, column, fits[0]));
  if (fits.size() > 1) {
    guess.doubts.push_back({std::string(times_ambiguous),
                            "times can be read as " + form + " and as " + fits[1].form +
                                "; the first puts them into better order, and is taken",
                            true});
  }
  return guess;
}

}  // namespace

TimeGuess guess_time_of(const ColumnLook& columns, std::size_t column, std::string how) {
  return guess_of(columns, column, std::move(how));
}

bool reads_as_times(const ColumnLook& columns, std::size_t column) {
  const auto looks_so = [](std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return c == '.' || c == '/' || c == '-' || c == ':'; }) >= 2;
  };
  return columns.seen_mostly(column, looks_so) && !time_fits(columns, column, false).empty();
}

namespace {

// Whether neither the usual grammar nor a form that is known reads it.
bool is_no_time(std::string_view text) {
  return !reader_of("").read(text).has_value() && time_form_of(text).empty();
}

}  // namespace

std::optional<UnreadTime> unread_time(const ColumnLook& columns) {
  constexpr std::size_t texts_max = 50;
  int best = std::numeric_limits<int>::max();
  std::size_t chosen = columns.size();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const int rank = columns.rank(c, Role::time);
    if (rank < 0 || rank >= best || columns.texts(c).empty()) continue;
    best = rank;
    chosen = c;
  }
  if (chosen == columns.size()) return std::nullopt;
  std::vector<std::string_view> texts = columns.texts(chosen);
  const Flaws flaws = flaws_of(columns, chosen);
  if (texts.size() > texts_max) texts.resize(texts_max);
  const auto seen = [&](std::string_view text) {
    return shown(text) + " (line " + std::to_string(columns.line_of(chosen, text)) + ")";
  };
  UnreadTime unread{columns.name(chosen), "'" + columns.name(chosen) + "' is called like a time, "};
  if (const std::string formats = time_formats_for(texts); !formats.empty()) {
    unread.why += "but no one form that is surely meant reads " + seen(texts[0]) +
                  " and the others; " + formats + " in a map would";
    return unread;
  }
  const auto flaw = std::ranges::find_if(texts, is_no_time);
  if (flaws.count < flaws.texts) {
    unread.why += "but " + flaws.told(no_times);
    if (flaw != texts.end() && *flaw != flaws.first) {
      unread.why += "; no form that is known reads " + seen(*flaw);
    }
    unread.why +=
        "; time under [columns] in a map takes it all the same and leaves such rows out, "
        "time_formats there says another form";
    return unread;
  }
  unread.why += "but no form that is known reads " + seen(flaw == texts.end() ? texts[0] : *flaw) +
                "; time_formats in a map says one as strftime has it, such as "
                "time_formats = [\"%d.%m.%Y %H:%M\"]; months are read by their names "
                "in English, German, French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish "
                "and Turkish";
  return unread;
}

std::optional<TimeGuess> guess_time(const ColumnLook& columns) {
  std::pair<int, int> best{};
  std::optional<std::size_t> chosen;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns.rank(c, Role::time) < 0) continue;
    const std::vector<TimeFit> fits = time_fits(columns, c, columns.is_whole(c, Role::time));
    if (columns.has_rows() && fits.empty()) continue;
    const bool good = fits.empty() || fits[0].times.size() * 10 >= columns.texts(c).size() * 9;
    const auto place = columns.place_for(Role::time, c, good);
    if (!place || (chosen && *place >= best)) continue;
    best = *place;
    chosen = c;
  }
  if (chosen) {
    const bool by_part = columns.is_part(*chosen, Role::time);
    const std::string how = by_part ? "by a part of its name" : "by its name";
    return guess_of(columns, *chosen, how + ", and its texts are times");
  }
  const std::optional<std::size_t> only = only_times(columns);
  if (!only) return std::nullopt;
  return guess_of(columns, *only, "its texts are times, as those of no other column are");
}

}  // namespace allot::files
