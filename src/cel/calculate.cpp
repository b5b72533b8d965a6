#include "cel/calculate.hpp"

#include <algorithm>
#include <compare>
#include <optional>
#include <string>

#include "cel/comparison.hpp"
#include "cel/times.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

Cell of_time(const std::optional<Timestamp>& time) noexcept {
  return time ? Cell::of(*time) : Cell::failed(ErrorCode::overflow);
}

Cell of_order(std::strong_ordering order, std::uint8_t function) noexcept {
  return Cell::of(comparison_holds(order < 0, order > 0, function));
}

Cell of_arithmetic(Code code, std::int64_t a, std::int64_t b) noexcept {
  std::int64_t result = 0;
  bool overflows = false;
  switch (code) {
    case Code::add:
    case Code::add_durations: overflows = __builtin_add_overflow(a, b, &result); break;
    case Code::subtract:
    case Code::subtract_durations: overflows = __builtin_sub_overflow(a, b, &result); break;
    case Code::multiply: overflows = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return Cell::failed(ErrorCode::divide_by_zero);
      overflows = a == INT64_MIN && b == -1;
      if (!overflows) result = code == Code::divide ? a / b : a % b;
  }
  return overflows ? Cell::failed(ErrorCode::overflow) : Cell::of(result);
}

Cell of_times(Code code, const Cell& a, const Cell& b) noexcept {
  switch (code) {
    case Code::add_to_time: return of_time(later(a.time(), Duration{b.number}));
    case Code::add_time_to: return of_time(later(b.time(), Duration{a.number}));
    case Code::subtract_from_time: return of_time(earlier(a.time(), Duration{b.number}));
    default: {
      const std::optional<Duration> span = between(b.time(), a.time());
      return span ? Cell::of(span->ns) : Cell::failed(ErrorCode::overflow);
    }
  }
}

Cell of_texts(Code code, const std::string& a, const std::string& b) noexcept {
  switch (code) {
    case Code::contains: return Cell::of(a.find(b) != std::string::npos ? 1 : 0);
    case Code::starts_with: return Cell::of(a.starts_with(b) ? 1 : 0);
    default: return Cell::of(a.ends_with(b) ? 1 : 0);
  }
}

bool is_in_list(const Cell& wanted, const Cell& list, TypeKind type) noexcept {
  return std::any_of(list.cells, list.cells + list.number, [&wanted, type](const Cell& element) {
    return order_of(element, wanted, type) == 0;
  });
}

bool is_in_set(const Cell& wanted, const Cell& set, TypeKind type) noexcept {
  if (set.is_borrowed_set) {
    return set.tokens->contains(static_cast<std::uint64_t>(wanted.number));
  }
  const Cell* const end = set.cells + set.number;
  const Cell* const found =
      std::lower_bound(set.cells, end, wanted, [type](const Cell& member, const Cell& sought) {
        return order_of(member, sought, type) < 0;
      });
  return found != end && order_of(*found, wanted, type) == 0;
}

Cell part_of_time(std::uint8_t function, const Timestamp& time, const std::string& zone) noexcept {
  const Calendar at = calendar_of(time, zone_offset(zone).value_or(0));
  switch (static_cast<Function>(function)) {
    case Function::get_full_year: return Cell::of(at.year);
    case Function::get_month: return Cell::of(at.month);
    case Function::get_date: return Cell::of(at.day);
    case Function::get_day_of_month: return Cell::of(at.day - 1);
    case Function::get_day_of_week: return Cell::of(at.day_of_week);
    case Function::get_day_of_year: return Cell::of(at.day_of_year);
    case Function::get_hours: return Cell::of(at.hours);
    case Function::get_minutes: return Cell::of(at.minutes);
    case Function::get_seconds: return Cell::of(at.seconds);
    default: return Cell::of(time.nanos / 1'000'000);
  }
}

Cell part_of_duration(std::uint8_t function, std::int64_t ns) noexcept {
  const std::int64_t seconds = ns / 1'000'000'000;
  if (static_cast<Function>(function) == Function::get_hours) return Cell::of(seconds / 3'600);
  if (static_cast<Function>(function) == Function::get_minutes) return Cell::of(seconds / 60);
  return Cell::of(seconds);
}

bool takes_two(Code code) noexcept {
  switch (code) {
    case Code::negate:
    case Code::logical_not:
    case Code::size_of_text:
    case Code::size_of_values:
    case Code::duration_part:
    case Code::seconds_of: return false;
    default: return true;
  }
}

}  // namespace

void calculate(Code code, std::uint8_t choice, TypeKind type, const Cell& a, const Cell& b,
               Cell& to) noexcept {
  if (a.error != ErrorCode{} || (takes_two(code) && b.error != ErrorCode{})) {
    to = Cell::failed(a.error != ErrorCode{} ? a.error : b.error);
    return;
  }
  switch (code) {
    case Code::negate: to = of_arithmetic(Code::subtract, 0, a.number); break;
    case Code::logical_not: to = Cell::of(a.number == 0 ? 1 : 0); break;
    case Code::add:
    case Code::multiply:
    case Code::subtract:
    case Code::divide:
    case Code::modulo:
    case Code::add_durations:
    case Code::subtract_durations: to = of_arithmetic(code, a.number, b.number); break;
    case Code::add_to_time:
    case Code::add_time_to:
    case Code::subtract_from_time:
    case Code::subtract_times: to = of_times(code, a, b); break;
    case Code::compare_tokens:
      to = of_order(order_of(a, b, TypeKind::unsigned_integer), choice);
      break;
    case Code::compare_texts: to = of_order(order_of(a, b, TypeKind::text), choice); break;
    case Code::compare_times: to = of_order(order_of(a, b, TypeKind::timestamp), choice); break;
    case Code::contains:
    case Code::starts_with:
    case Code::ends_with: to = of_texts(code, *a.text, *b.text); break;
    case Code::size_of_text:
      to = Cell::of(static_cast<std::int64_t>(count_code_points(*a.text)));
      break;
    case Code::size_of_values:
      to = Cell::of(a.is_borrowed_set ? static_cast<std::int64_t>(a.tokens->size()) : a.number);
      break;
    case Code::in_list: to = Cell::of(is_in_list(a, b, type) ? 1 : 0); break;
    case Code::in_set: to = Cell::of(is_in_set(a, b, type) ? 1 : 0); break;
    case Code::time_part: to = part_of_time(choice, a.time(), *b.text); break;
    case Code::duration_part: to = part_of_duration(choice, a.number); break;
    case Code::seconds_of: to = Cell::of(a.number); break;
    default: to = Cell::of(a.number | b.number);  // strict_or
  }
}

}  // namespace allot::cel
