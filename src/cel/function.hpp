// Operators and functions of the language by number.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace allot::cel {

enum class Function : std::uint8_t {
  unknown,  // a name that nothing has
  // operators
  conditional,
  logical_or,
  logical_and,
  logical_not,
  negate,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  equals,
  not_equals,
  less,
  less_equals,
  greater,
  greater_equals,
  in,
  index,
  // functions
  size,
  contains,
  starts_with,
  ends_with,
  matches,
  get_full_year,
  get_month,
  get_date,
  get_day_of_month,
  get_day_of_week,
  get_day_of_year,
  get_hours,
  get_minutes,
  get_seconds,
  get_milliseconds,
  // conversions
  to_bool,
  to_bytes,
  to_double,
  to_duration,
  to_dyn,
  to_int,
  to_string,
  to_timestamp,
  to_type,
  to_uint,
};

// Returns: how it is written: "+", "startsWith".
[[nodiscard]] std::string_view spelling(Function function) noexcept;
// Returns: the function of this name; unknown for others and for operators.
[[nodiscard]] Function function_of(std::string_view name) noexcept;
// Returns: the names of all functions, without operators.
[[nodiscard]] std::span<const std::string_view> function_names() noexcept;
// Whether it reads a part of a calendar or a clock.
[[nodiscard]] constexpr bool is_calendar_part(Function function) noexcept {
  return function >= Function::get_full_year && function <= Function::get_milliseconds;
}
[[nodiscard]] constexpr bool is_operator(Function function) noexcept {
  return function >= Function::conditional && function <= Function::index;
}

}  // namespace allot::cel
