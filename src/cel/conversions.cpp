#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

#include "cel/functions.hpp"
#include "cel/times.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

Value no_conversion(std::uint32_t place) { return Error{ErrorCode::no_such_overload, place}; }
Value bad_argument(std::uint32_t place) { return Error{ErrorCode::invalid_argument, place}; }

// Decimal digits, for an int with a minus before them. The specification leaves open what else is a
// number; implementations differ, so that nothing else is.
template <class T>
Value number_of(std::string_view text, std::uint32_t place) {
  T number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc::result_out_of_range) return Error{ErrorCode::out_of_range, place};
  if (fault != std::errc{} || end != text.data() + text.size()) return bad_argument(place);
  return number;
}

Value truth_of(std::string_view text, std::uint32_t place) {
  for (const std::string_view yes : {"1", "t", "true", "TRUE", "True"}) {
    if (text == yes) return true;
  }
  for (const std::string_view no : {"0", "f", "false", "FALSE", "False"}) {
    if (text == no) return false;
  }
  return bad_argument(place);
}

Value integer_of(const Value& value, std::uint32_t place) {
  if (value.as<std::int64_t>() != nullptr) return value;
  if (const auto* natural = value.as<std::uint64_t>()) {
    if (*natural > static_cast<std::uint64_t>(INT64_MAX)) {
      return Error{ErrorCode::out_of_range, place};
    }
    return static_cast<std::int64_t>(*natural);
  }
  if (const auto* text = value.as<Text>()) return number_of<std::int64_t>(**text, place);
  if (const auto* time = value.as<Timestamp>()) return time->seconds;
  return no_conversion(place);
}

Value natural_of(const Value& value, std::uint32_t place) {
  if (value.as<std::uint64_t>() != nullptr) return value;
  if (const auto* number = value.as<std::int64_t>()) {
    if (*number < 0) return Error{ErrorCode::out_of_range, place};
    return static_cast<std::uint64_t>(*number);
  }
  if (const auto* text = value.as<Text>()) return number_of<std::uint64_t>(**text, place);
  return no_conversion(place);
}

Value text_from(const Value& value, std::uint32_t place, Work& work) {
  if (value.as<Text>() != nullptr) return value;
  if (const auto* truth = value.as<bool>()) return Value::text(*truth ? "true" : "false");
  if (const auto* number = value.as<std::int64_t>()) return Value::text(std::to_string(*number));
  if (const auto* natural = value.as<std::uint64_t>()) {
    return Value::text(std::to_string(*natural));
  }
  if (const auto* time = value.as<Timestamp>()) return Value::text(text_of(*time));
  if (const auto* duration = value.as<Duration>()) return Value::text(text_of(*duration));
  if (const auto* bytes = value.as<Bytes>()) {
    work.spend(steps_for(bytes->bytes->size()));
    if (!is_utf8(*bytes->bytes)) return bad_argument(place);
    return Value::text(*bytes->bytes);
  }
  return no_conversion(place);
}

Value time_of(const Value& value, std::uint32_t place) {
  if (value.as<Timestamp>() != nullptr) return value;
  if (const auto* text = value.as<Text>()) {
    const auto time = timestamp_of(**text);
    return time ? Value(*time) : bad_argument(place);
  }
  if (const auto* seconds = value.as<std::int64_t>()) {
    const auto time = timestamp_at(*seconds);
    return time ? Value(*time) : Value(Error{ErrorCode::out_of_range, place});
  }
  return no_conversion(place);
}

Value duration_from(const Value& value, std::uint32_t place) {
  if (value.as<Duration>() != nullptr) return value;
  if (const auto* text = value.as<Text>()) {
    const auto duration = duration_of(**text);
    return duration ? Value(*duration) : bad_argument(place);
  }
  return no_conversion(place);
}

}  // namespace

Value converted(Function function, const Value& value, std::uint32_t place, Work& work) {
  if (const auto* text = value.as<Text>()) work.spend(steps_for((*text)->size()));
  switch (function) {
    case Function::to_bool:
      if (value.as<bool>() != nullptr) return value;
      if (const auto* text = value.as<Text>()) return truth_of(**text, place);
      return no_conversion(place);
    case Function::to_bytes:
      if (value.as<Bytes>() != nullptr) return value;
      if (const auto* text = value.as<Text>()) return Value::bytes(**text);
      return no_conversion(place);
    case Function::to_duration: return duration_from(value, place);
    case Function::to_dyn: return value;
    case Function::to_int: return integer_of(value, place);
    case Function::to_string: return text_from(value, place, work);
    case Function::to_timestamp: return time_of(value, place);
    case Function::to_type: return Value::type(type_name_of(value));
    case Function::to_uint: return natural_of(value, place);
    default: return no_conversion(place);
  }
}

Value calendar_part(Function function, const Value& value, const Value* zone, std::uint32_t place) {
  constexpr std::int64_t second_ns = 1'000'000'000;
  if (const auto* duration = value.as<Duration>()) {
    if (zone != nullptr) return no_conversion(place);
    switch (function) {
      case Function::get_hours: return duration->ns / (3'600 * second_ns);
      case Function::get_minutes: return duration->ns / (60 * second_ns);
      case Function::get_seconds: return duration->ns / second_ns;
      // What goes beyond whole seconds, as the language definition has it.
      case Function::get_milliseconds: return duration->ns % second_ns / 1'000'000;
      default: return no_conversion(place);
    }
  }
  const auto* time = value.as<Timestamp>();
  if (time == nullptr) return no_conversion(place);
  std::int64_t offset = 0;
  if (zone != nullptr) {
    const auto* text = zone->as<Text>();
    if (text == nullptr) return no_conversion(place);
    const auto found = zone_offset(**text);
    if (!found) return bad_argument(place);
    offset = *found;
  }
  const Calendar at = calendar_of(*time, offset);
  switch (function) {
    case Function::get_full_year: return at.year;
    case Function::get_month: return at.month;
    case Function::get_date: return at.day;
    case Function::get_day_of_month: return at.day - 1;
    case Function::get_day_of_week: return at.day_of_week;
    case Function::get_day_of_year: return at.day_of_year;
    case Function::get_hours: return at.hours;
    case Function::get_minutes: return at.minutes;
    case Function::get_seconds: return at.seconds;
    default: return static_cast<std::int64_t>(time->nanos / 1'000'000);
  }
}

}  // namespace allot::cel
