#include "cel/overloads.hpp"

#include <algorithm>
#include <cstddef>

namespace allot::cel {
namespace {

using F = Function;
using S = Shape;
using P = Part;

constexpr Overload same(Function function, Part type) {
  return {function, S::function, type, {type, type, P::none}};
}
constexpr Overload compared(Function function, Part type) {
  return {function, S::function, P::boolean, {type, type, P::none}};
}
constexpr Overload one(Function function, Part result, Part argument, Shape shape = S::function) {
  return {function, shape, result, {argument, P::none, P::none}};
}
constexpr Overload two(Function function, Part result, Part first, Part second,
                       Shape shape = S::function) {
  return {function, shape, result, {first, second, P::none}};
}

// By function, in the order of their numbers.
constexpr std::array table{
    Overload{F::conditional, S::function, P::a, {P::boolean, P::a, P::a}},
    one(F::logical_not, P::boolean, P::boolean),
    one(F::negate, P::integer, P::integer),
    same(F::add, P::integer),
    same(F::add, P::unsigned_integer),
    same(F::add, P::text),
    same(F::add, P::bytes),
    same(F::add, P::list_of_a),
    two(F::add, P::timestamp, P::timestamp, P::duration),
    two(F::add, P::timestamp, P::duration, P::timestamp),
    same(F::add, P::duration),
    same(F::subtract, P::integer),
    same(F::subtract, P::unsigned_integer),
    two(F::subtract, P::duration, P::timestamp, P::timestamp),
    two(F::subtract, P::timestamp, P::timestamp, P::duration),
    same(F::subtract, P::duration),
    same(F::multiply, P::integer),
    same(F::multiply, P::unsigned_integer),
    same(F::divide, P::integer),
    same(F::divide, P::unsigned_integer),
    same(F::modulo, P::integer),
    same(F::modulo, P::unsigned_integer),
    compared(F::equals, P::a),
    compared(F::not_equals, P::a),
    compared(F::less, P::boolean),
    compared(F::less, P::integer),
    compared(F::less, P::unsigned_integer),
    compared(F::less, P::text),
    compared(F::less, P::bytes),
    compared(F::less, P::timestamp),
    compared(F::less, P::duration),
    two(F::in, P::boolean, P::a, P::list_of_a),
    two(F::in, P::boolean, P::a, P::map_of_a_b),
    two(F::in, P::boolean, P::a, P::set_of_a),
    two(F::index, P::a, P::list_of_a, P::integer),
    two(F::index, P::b, P::map_of_a_b, P::a),
    one(F::size, P::integer, P::text, S::both),
    one(F::size, P::integer, P::bytes, S::both),
    one(F::size, P::integer, P::list_of_a, S::both),
    one(F::size, P::integer, P::map_of_a_b, S::both),
    one(F::size, P::integer, P::set_of_a, S::both),
    two(F::contains, P::boolean, P::text, P::text, S::method),
    two(F::starts_with, P::boolean, P::text, P::text, S::method),
    two(F::ends_with, P::boolean, P::text, P::text, S::method),
    two(F::matches, P::boolean, P::text, P::text, S::both),
    one(F::to_bool, P::boolean, P::boolean),
    one(F::to_bool, P::boolean, P::text),
    one(F::to_bytes, P::bytes, P::bytes),
    one(F::to_bytes, P::bytes, P::text),
    one(F::to_duration, P::duration, P::duration),
    one(F::to_duration, P::duration, P::text),
    one(F::to_dyn, P::dyn, P::a),
    one(F::to_int, P::integer, P::integer),
    one(F::to_int, P::integer, P::unsigned_integer),
    one(F::to_int, P::integer, P::text),
    one(F::to_int, P::integer, P::timestamp),
    one(F::to_string, P::text, P::text),
    one(F::to_string, P::text, P::boolean),
    one(F::to_string, P::text, P::integer),
    one(F::to_string, P::text, P::unsigned_integer),
    one(F::to_string, P::text, P::bytes),
    one(F::to_string, P::text, P::timestamp),
    one(F::to_string, P::text, P::duration),
    one(F::to_timestamp, P::timestamp, P::timestamp),
    one(F::to_timestamp, P::timestamp, P::text),
    one(F::to_timestamp, P::timestamp, P::integer),
    one(F::to_type, P::type_of_a, P::a),
    one(F::to_uint, P::unsigned_integer, P::unsigned_integer),
    one(F::to_uint, P::unsigned_integer, P::integer),
    one(F::to_uint, P::unsigned_integer, P::text),
};
static_assert(std::is_sorted(table.begin(), table.end(), [](const Overload& a, const Overload& b) {
  return a.function < b.function;
}));

// Parts of a calendar have one set of signatures, those of a clock one more.
constexpr std::array calendar_parts{
    one(F::unknown, P::integer, P::timestamp, S::method),
    two(F::unknown, P::integer, P::timestamp, P::text, S::method),
    one(F::unknown, P::integer, P::duration, S::method),
};

}  // namespace

std::span<const Overload> overloads_of(Function function) noexcept {
  if (is_calendar_part(function)) {
    return std::span(calendar_parts).first(function >= Function::get_hours ? 3 : 2);
  }
  // All comparisons are defined for the same types.
  const bool comparison = function >= Function::less && function <= Function::greater_equals;
  const Function wanted = comparison ? Function::less : function;
  const auto [first, last] = std::equal_range(
      table.begin(), table.end(), Overload{wanted, {}, {}, {}},
      [](const Overload& a, const Overload& b) { return a.function < b.function; });
  return {first, last};
}

}  // namespace allot::cel
