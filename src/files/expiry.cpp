#include "files/expiry.hpp"

#include <algorithm>
#include <array>

#include "files/characters.hpp"
#include "files/time_forms.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

constexpr std::size_t texts_kept = 4'096;  // lists have few days, each many times

// Forms that times of orders do not have: months, and days as they are printed on goods.
constexpr std::array<std::string_view, 19> expiry_forms{
    "%m/%Y",    "%m.%Y",  "%m-%Y",        "%Y-%m",    "%Y/%m",    "%Y.%m",    "%b %Y",
    "%b-%Y",    "%m/%y",  "%m.%y",        "%b-%y",    "%Y.%m.%d", "%d-%b-%Y", "%d-%b-%y",
    "%d.%b.%Y", "%Y%m%d", "%Y年%m月%d日", "%Y年%m月", "%d. %b %Y"};

enum class DayOrder : std::uint8_t { plain, day_first, month_first };

// Whether a form has days and months between the same signs, so that they could change places.
DayOrder order_of(std::string_view form) noexcept {
  if (form.starts_with("%d/%m") || form.starts_with("%d-%m")) return DayOrder::day_first;
  if (form.starts_with("%m/%d") || form.starts_with("%m-%d")) return DayOrder::month_first;
  return DayOrder::plain;
}

// Returns: what a form has before its time of day; empty when it has none, or nothing else.
std::string day_part(std::string_view form) {
  if (is_number_form(form)) return {};
  for (std::size_t at = 0; at + 1 < form.size(); ++at) {
    if (form[at] != '%') continue;
    if (unit_of(form.substr(at, 2)) != TimeUnit::moment) {
      ++at;
      continue;
    }
    while (at > 0 && (form[at - 1] == ' ' || form[at - 1] == 'T' || form[at - 1] == ',')) --at;
    return std::string(form.substr(0, at));
  }
  return {};
}

std::vector<std::string> forms_of(DayOrder order) {
  std::vector<std::string> forms;
  for (const std::string& form : time_forms()) {
    if (order_of(form) == order && !is_number_form(form)) forms.push_back(form);
  }
  return forms;
}

// Programs write what never ends as the last day that they know, or as one of zeros.
bool is_never(std::string_view text) noexcept {
  const bool zeros = std::any_of(text.begin(), text.end(), is_digit) &&
                     std::none_of(text.begin(), text.end(),
                                  [](char c) { return is_letter(c) || (is_digit(c) && c != '0'); });
  return zeros || text.starts_with("9999-") || text.starts_with("9999/") ||
         text.starts_with("999912") || text.ends_with(".9999") || text.ends_with("/9999");
}

// Whether a text names a moment at which a day begins, as programs write days that they keep as
// moments.
bool is_midnight(std::string_view text) noexcept {
  const std::size_t clock = text.find(" 00:00");
  if (clock == std::string_view::npos && text.find("T00:00") == std::string_view::npos)
    return false;
  const std::string_view rest = text.substr(text.find("00:00"));
  return rest.find_first_of("123456789") == std::string_view::npos;
}

// The last day on which a lot is sold.
std::string day_text(TimeNs end) { return json::time_text(end - 1).substr(0, 10); }

}  // namespace

ExpiryReader::ExpiryReader(TimeReader said, TimeReader day_first, TimeReader month_first,
                           bool known)
    : said_(std::move(said)),
      day_first_(std::move(day_first)),
      month_first_(std::move(month_first)),
      order_known_(known) {}

Result<ExpiryReader> ExpiryReader::make(const TimeForms& forms) {
  std::vector<std::string> said;
  std::vector<std::string> number_forms;
  DayOrder order = DayOrder::plain;
  for (const std::string& form : forms.formats) {
    (is_number_form(form) ? number_forms : said).push_back(form);
    if (std::string day = day_part(form); !day.empty()) said.push_back(std::move(day));
    if (order == DayOrder::plain) order = order_of(form);
  }
  const auto add = [&said](const auto& more) { said.insert(said.end(), more.begin(), more.end()); };
  if (order != DayOrder::plain) add(forms_of(order));
  add(expiry_forms);
  add(forms_of(DayOrder::plain));
  add(number_forms);
  Result<TimeReader> by_said = TimeReader::make(forms.zone, std::move(said));
  if (!by_said.ok()) return by_said.status();
  Result<TimeReader> day_first = TimeReader::make(forms.zone, forms_of(DayOrder::day_first));
  if (!day_first.ok()) return day_first.status();
  Result<TimeReader> month_first = TimeReader::make(forms.zone, forms_of(DayOrder::month_first));
  if (!month_first.ok()) return month_first.status();
  return ExpiryReader(std::move(by_said.value()), std::move(day_first.value()),
                      std::move(month_first.value()), order != DayOrder::plain);
}

ExpiryReader::Reading ExpiryReader::reading_of(std::string_view text) {
  const auto known = met_.find(std::string(text));
  if (known != met_.end()) return known->second;
  Reading reading;
  reading.never = is_never(text);
  if (reading.never) {
    reading.at = 0;
  } else {
    reading.at = said_.read_end(text);
    if (!reading.at && !order_known_) {
      reading.at = day_first_.read_end(text);
      reading.month_first = month_first_.read_end(text);
      reading.tells = reading.at.has_value() != reading.month_first.has_value();
      reading.is_month_first = !reading.at;
      if (!reading.at) reading.at = reading.month_first;
    }
  }
  if (met_.size() < texts_kept) met_.emplace(text, reading);
  return reading;
}

bool ExpiryReader::read(NamedTable& table, std::size_t number, std::size_t row, TimeNs& at) {
  at = 0;
  const std::string_view text = table[number];
  if (text.empty()) return true;
  while (!doubts_.empty() && doubts_.back().row >= row) doubts_.pop_back();
  const Reading reading = reading_of(text);
  if (!reading.at) {
    table.leave_out("expiry_unreadable",
                    "a day such as 2026-12-24 or 24.12.2026, a month such as 12/2026, or a time as "
                    "time_formats in the map of the orders says is expected",
                    number);
    return false;
  }
  at = *reading.at;
  if (reading.never) {
    table.account().note(
        "expiry_never",
        "expiries that no lot reaches, such as '" + std::string(text) + "': it never ends",
        table.line());
  }
  if (is_midnight(text)) {
    table.account().note("expiry_midnight",
                         "expiries at 00:00, such as '" + std::string(text) +
                             "': the lot ends as that day begins, while a day without a time of "
                             "day is sold to its end",
                         table.line());
  }
  if (reading.tells) ++(reading.is_month_first ? month_first_only_ : day_first_only_);
  if (reading.month_first && *reading.month_first != at) {
    if (first_doubt_.empty()) {
      first_doubt_ = text;
      first_line_ = table.line();
      first_reading_ = reading;
    }
    doubts_.push_back({row, *reading.month_first});
    last_row_ = row;
  }
  return true;
}

void ExpiryReader::repeat(std::size_t row) {
  if (doubts_.empty() || doubts_.back().row != last_row_) return;
  doubts_.push_back({row, doubts_.back().month_first});
  last_row_ = row;
}

std::vector<ExpiryReader::Change> ExpiryReader::settle(RowAccount& account) {
  if (doubts_.empty()) return {};
  const bool month_first = month_first_only_ > day_first_only_;
  const bool file_tells = (month_first_only_ == 0) != (day_first_only_ == 0);
  if (!file_tells) {
    const std::string days = day_text(*first_reading_.at);
    const std::string months = day_text(*first_reading_.month_first);
    account.assume(
        "expiry_ambiguous",
        json::counted(doubts_.size(), "expiry", "expiries") + " can be read in two ways, as '" +
            first_doubt_ + "' in line " + std::to_string(first_line_) + " by day and month is " +
            days + ", by month and day " + months + "; " +
            (month_first ? "the month is taken to come first" : "the day is taken to come first") +
            "; time_formats = [\"" + (month_first ? "%d/%m/%Y" : "%m/%d/%Y") +
            "\"] in the map of the orders says otherwise");
  }
  std::vector<Change> changes;
  if (!month_first) return changes;
  for (const Doubt& doubt : doubts_) changes.push_back({doubt.row, doubt.month_first});
  return changes;
}

}  // namespace allot::files
