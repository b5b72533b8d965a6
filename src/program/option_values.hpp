// What the value of an option may be, as CLI11 wants to be told. Its own reading lets NaN through
// every range, wraps what is negative and ends at the largest number without a word.
#pragma once

#include <absl/strings/str_format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "files/numbers.hpp"
#include "files/time_forms.hpp"
#include "inspection/moment.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"
#include "program/log_point_text.hpp"

namespace allot::program {

// Returns: whether all of `text` is a T, in decimal digits without a plus.
template <class T>
[[nodiscard]] bool read_number(const std::string& text, T& value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stop == end && !text.empty();
}

inline CLI::Validator whole_number(std::uint64_t least,
                                   std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
  const std::string range = std::to_string(least) + " to " + std::to_string(most);
  // Help tells no limit that only the size of a number sets.
  const bool open = most == std::numeric_limits<std::uint64_t>::max();
  const std::string shown = !open ? range : least == 0 ? "" : std::to_string(least) + " or more";
  return {[=](std::string& text) -> std::string {
            std::uint64_t value = 0;
            const bool good = read_number(text, value) && value >= least && value <= most;
            return good ? "" : text + ": give a whole number, " + range;
          },
          shown};
}

// One of a few words. What is none of them is answered with the one that was meant.
inline CLI::Validator one_of(const std::vector<std::string>& choices) {
  std::string all;
  for (const std::string& choice : choices) all += (all.empty() ? "" : ",") + choice;
  return {[choices](std::string& text) -> std::string {
            if (std::ranges::find(choices, text) != choices.end()) return "";
            std::string fault = text + ": give ";
            for (std::size_t i = 0; i < choices.size(); ++i) {
              if (i > 0) fault += i + 1 == choices.size() ? " or " : ", ";
              fault += choices[i];
            }
            return fault + json::suggestion(text, choices);
          },
          '{' + all + '}'};
}

inline CLI::Validator number(double least, double most) {
  const std::string range = CLI::detail::to_string(least) + " to " + CLI::detail::to_string(most);
  return {[=](std::string& text) -> std::string {
            double value = 0;
            // NaN is neither at least nor at most anything.
            const bool good = read_number(text, value) && value >= least && value <= most;
            return good ? "" : text + ": give a number, " + range;
          },
          range};
}

inline CLI::Validator hex_digits(std::size_t count) {
  const std::string what = std::to_string(count) + " hex digits";
  return {[=](std::string& text) -> std::string {
            bool good = text.size() == count;
            for (const char c : text) good = good && std::isxdigit(static_cast<unsigned char>(c));
            return good ? "" : text + ": give " + what;
          },
          what};
}

inline CLI::Validator log_moment() {
  return {[](std::string& text) -> std::string {
            if (inspection::parse_moment(text)) return "";
            return text + ": give " + std::string(inspection::moment_form);
          },
          std::string(inspection::moment_form)};
}

inline CLI::Validator a_duration(std::int64_t least) {
  const std::string what =
      "a duration from " + json::duration_text(least) + ", such as 15m or 1h30m";
  return {[=](std::string& text) -> std::string {
            const auto duration = json::parse_duration(text);
            return duration && *duration >= least ? "" : text + ": give " + what;
          },
          what};
}

// Returns: a number of seconds, also given as a duration such as 1m or 500ms.
template <class T>
[[nodiscard]] CLI::Validator seconds(T least, T most) {
  const std::string range = CLI::detail::to_string(least) + " to " + CLI::detail::to_string(most);
  return {[=](std::string& text) -> std::string {
            T value{};
            bool good = read_number(text, value) && value >= least && value <= most;
            if (const auto duration = json::parse_duration(text); !good && duration) {
              const double number = static_cast<double>(*duration) / static_cast<double>(second_ns);
              good = (std::is_floating_point_v<T> || *duration % second_ns == 0) &&
                     number >= static_cast<double>(least) && number <= static_cast<double>(most);
              if (good) value = static_cast<T>(number);
            }
            if (!good) {
              return text + ": give seconds, " + range + ", or a duration such as 1m";
            }
            text = CLI::detail::to_string(value);
            return "";
          },
          range + ", or a duration such as 1m"};
}

// Returns: the day behind one such as "2026-11-27"; empty when the text is none.
[[nodiscard]] inline std::string day_after(const std::string& day) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (day.size() != form.size()) return {};
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = std::isdigit(static_cast<unsigned char>(day[i])) != 0;
    if (form[i] == 'd' ? !is_digit : day[i] != form[i]) return {};
  }
  const auto number = [&day](std::size_t at, std::size_t digits) {
    return static_cast<unsigned>(std::stoul(day.substr(at, digits)));
  };
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(number(0, 4))},
                                         std::chrono::month{number(5, 2)},
                                         std::chrono::day{number(8, 2)}};
  if (!date.ok()) return {};
  const std::chrono::year_month_day next{std::chrono::sys_days{date} + std::chrono::days{1}};
  return absl::StrFormat("%04d-%02d-%02d", static_cast<int>(next.year()),
                         static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
}

// Makes a day of any form that files have, 27.11.2026, one such as 2026-11-27.
inline CLI::Validator a_day() {
  return {[](std::string& text) -> std::string {
            const std::vector<std::string> days = files::days_named(text);
            if (days.size() > 1) {
              return text + ": can be " + days[0] + " or " + days[1] +
                     "; write the one that is meant";
            }
            if (days.empty() || day_after(days[0]).empty()) {
              return text + ": give a day, such as 2026-11-27";
            }
            text = days[0];
            return "";
          },
          "a day, such as 2026-11-27"};
}

inline CLI::Validator currency_code() {
  const std::string what = "three letters, as ISO 4217 says";
  return {[=](std::string& text) -> std::string {
            return files::exponent_of(text) ? "" : text + ": give " + what;
          },
          what};
}

inline CLI::Validator log_point() {
  const std::string what = "SEQUENCE or SEQUENCE:CHAIN, of 32 hex digits";
  return {[](std::string& text) -> std::string {
            const std::string fault = log_point_fault(text);
            return fault.empty() ? "" : text + ": " + fault;
          },
          what};
}

}  // namespace allot::program
