#include "cel/functions.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cel/overloads.hpp"
#include "cel/times.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

Value no_overload(std::uint32_t place) { return Error{ErrorCode::no_such_overload, place}; }

template <class T>
Value checked(const std::optional<T>& result, std::uint32_t place) {
  if (!result) return Error{ErrorCode::overflow, place};
  return *result;
}

Value joined(const std::string& a, const std::string& b, bool bytes, std::uint32_t place,
             Work& work) {
  if (a.size() + b.size() > Work::size_max) return Error{ErrorCode::too_large, place};
  work.spend(steps_for(a.size() + b.size()));
  return bytes ? Value::bytes(a + b) : Value::text(a + b);
}

Value joined(const Values& a, const Values& b, std::uint32_t place, Work& work) {
  if (a.size() + b.size() > Work::size_max) return Error{ErrorCode::too_large, place};
  if (!work.spend(a.size() + b.size())) return Error{ErrorCode::work_exhausted, place};
  Values all = a;
  all.insert(all.end(), b.begin(), b.end());
  return Value::list(std::move(all));
}

Value calculated_duration(Function function, Duration a, Duration b, std::uint32_t place) {
  std::int64_t ns = 0;
  const bool overflows = function == Function::add ? __builtin_add_overflow(a.ns, b.ns, &ns)
                                                   : __builtin_sub_overflow(a.ns, b.ns, &ns);
  if (overflows) return Error{ErrorCode::overflow, place};
  return Duration{ns};
}

// Requires: + or -.
Value sum(Function function, const Value& a, const Value& b, std::uint32_t place, Work& work) {
  const bool plus = function == Function::add;
  const auto* time = a.as<Timestamp>();
  const auto* duration = a.as<Duration>();
  const auto* by = b.as<Duration>();
  const auto* other_time = b.as<Timestamp>();
  if (time != nullptr && by != nullptr) {
    return checked(plus ? later(*time, *by) : earlier(*time, *by), place);
  }
  if (duration != nullptr && by != nullptr) {
    return calculated_duration(function, *duration, *by, place);
  }
  if (time != nullptr && other_time != nullptr && !plus) {
    return checked(between(*other_time, *time), place);
  }
  if (!plus) return no_overload(place);
  if (duration != nullptr && other_time != nullptr) {
    return checked(later(*other_time, *duration), place);
  }
  if (a.as<Text>() != nullptr && b.as<Text>() != nullptr) {
    return joined(**a.as<Text>(), **b.as<Text>(), false, place, work);
  }
  if (a.as<Bytes>() != nullptr && b.as<Bytes>() != nullptr) {
    return joined(*a.as<Bytes>()->bytes, *b.as<Bytes>()->bytes, true, place, work);
  }
  if (a.as<List>() != nullptr && b.as<List>() != nullptr) {
    return joined(*a.as<List>()->values, *b.as<List>()->values, place, work);
  }
  return no_overload(place);
}

Value arithmetic(Function function, const Value& a, const Value& b, std::uint32_t place,
                 Work& work) {
  const auto* number = a.as<std::int64_t>();
  const auto* other = b.as<std::int64_t>();
  if (number != nullptr && other != nullptr) return calculated(function, *number, *other, place);
  const auto* natural = a.as<std::uint64_t>();
  const auto* other_natural = b.as<std::uint64_t>();
  if (natural != nullptr && other_natural != nullptr) {
    return calculated(function, *natural, *other_natural, place);
  }
  if (function != Function::add && function != Function::subtract) return no_overload(place);
  return sum(function, a, b, place, work);
}

Value compared(Function function, const Value& a, const Value& b, std::uint32_t place, Work& work) {
  const std::partial_ordering order = orders(a, b, work);
  if (order == std::partial_ordering::unordered) return no_overload(place);
  switch (function) {
    case Function::less: return order < 0;
    case Function::less_equals: return order <= 0;
    case Function::greater: return order > 0;
    default: return order >= 0;
  }
}

Value found_in(const Value& value, const Value& container, std::uint32_t place, Work& work) {
  if (const auto* list = container.as<List>()) {
    for (const Value& element : *list->values) {
      if (!work.spend(1)) return Error{ErrorCode::work_exhausted, place};
      if (equal(element, value, work)) return true;
    }
    return false;
  }
  if (const auto* set = container.as<Set>()) return is_in(*set, value, work);
  if (const auto* set = container.as<BorrowedSet>()) {
    const auto* token = value.as<std::uint64_t>();
    if (token == nullptr) return no_overload(place);
    work.spend(1);
    return set->tokens->contains(*token);
  }
  if (const auto* map = container.as<MapRef>()) {
    return can_be_key(value) && find_in(*map->map, value, work) != nullptr;
  }
  return no_overload(place);
}

Value element_of(const Value& container, const Value& index, std::uint32_t place, Work& work) {
  if (const auto* list = container.as<List>()) {
    const auto* number = index.as<std::int64_t>();
    const auto* natural = index.as<std::uint64_t>();
    if (number == nullptr && natural == nullptr) return Error{ErrorCode::invalid_argument, place};
    const bool below = number != nullptr && *number < 0;
    const std::uint64_t at = number != nullptr ? static_cast<std::uint64_t>(*number) : *natural;
    if (below || at >= list->values->size()) return Error{ErrorCode::index_out_of_range, place};
    return (*list->values)[at];
  }
  if (const auto* map = container.as<MapRef>()) {
    const Value* found = can_be_key(index) ? find_in(*map->map, index, work) : nullptr;
    if (found == nullptr) return Error{ErrorCode::no_such_key, place};
    return *found;
  }
  return no_overload(place);
}

Value size_of(const Value& value, std::uint32_t place, Work& work) {
  const auto counted = [](std::size_t size) { return static_cast<std::int64_t>(size); };
  if (const auto* text = value.as<Text>()) {
    work.spend(steps_for((*text)->size()));
    return counted(count_code_points(**text));
  }
  if (const auto* bytes = value.as<Bytes>()) return counted(bytes->bytes->size());
  if (const auto* list = value.as<List>()) return counted(list->values->size());
  if (const auto* set = value.as<Set>()) return counted(set->values->size());
  if (const auto* set = value.as<BorrowedSet>()) return counted(set->tokens->size());
  if (const auto* map = value.as<MapRef>()) return counted(map->map->entries.size());
  return no_overload(place);
}

Value searched(Function function, const Value& text, const Value& part, std::uint32_t place,
               Work& work) {
  const auto* whole = text.as<Text>();
  const auto* wanted = part.as<Text>();
  if (whole == nullptr || wanted == nullptr) return no_overload(place);
  const std::string_view in = **whole;
  const std::string_view of = **wanted;
  if (function == Function::contains) {
    // At worst each place of the one begins like the other.
    work.spend(in.size() * steps_for(of.size()));
    return in.find(of) != std::string_view::npos;
  }
  work.spend(steps_for(of.size()));
  return function == Function::starts_with ? in.starts_with(of) : in.ends_with(of);
}

// Whether a call of this shape is defined for any types.
bool has_shape(Function function, bool has_target, std::size_t arguments) {
  const auto overloads = overloads_of(function);
  return std::any_of(overloads.begin(), overloads.end(), [&](const Overload& overload) {
    const auto count =
        static_cast<std::size_t>(std::count_if(overload.arguments.begin(), overload.arguments.end(),
                                               [](Part part) { return part != Part::none; }));
    const bool shape =
        overload.shape == Shape::both || has_target == (overload.shape == Shape::method);
    return shape && count == arguments;
  });
}

}  // namespace

Value calculated(Function function, std::int64_t a, std::int64_t b, std::uint32_t place) noexcept {
  std::int64_t result = 0;
  bool overflows = false;
  switch (function) {
    case Function::add: overflows = __builtin_add_overflow(a, b, &result); break;
    case Function::subtract: overflows = __builtin_sub_overflow(a, b, &result); break;
    case Function::multiply: overflows = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return Error{ErrorCode::divide_by_zero, place};
      overflows = a == INT64_MIN && b == -1;
      if (!overflows) result = function == Function::divide ? a / b : a % b;
  }
  if (overflows) return Error{ErrorCode::overflow, place};
  return result;
}

Value calculated(Function function, std::uint64_t a, std::uint64_t b,
                 std::uint32_t place) noexcept {
  std::uint64_t result = 0;
  bool overflows = false;
  switch (function) {
    case Function::add: overflows = __builtin_add_overflow(a, b, &result); break;
    case Function::subtract: overflows = __builtin_sub_overflow(a, b, &result); break;
    case Function::multiply: overflows = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return Error{ErrorCode::divide_by_zero, place};
      result = function == Function::divide ? a / b : a % b;
  }
  if (overflows) return Error{ErrorCode::overflow, place};
  return result;
}

const Value* find_in(const Map& map, const Value& key, Work& work) {
  const auto found = std::lower_bound(map.entries.begin(), map.entries.end(), key,
                                      [&work](const auto& entry, const Value& wanted) {
                                        work.spend(1);
                                        return key_order(entry.first, wanted, work) < 0;
                                      });
  if (found == map.entries.end() || key_order(found->first, key, work) != 0) return nullptr;
  return &found->second;
}

bool is_in(const Set& set, const Value& value, Work& work) {
  const auto found = std::lower_bound(set.values->begin(), set.values->end(), value,
                                      [&work](const Value& element, const Value& wanted) {
                                        work.spend(1);
                                        return orders(element, wanted, work) < 0;
                                      });
  return found != set.values->end() && equal(*found, value, work);
}

Value apply(Function function, bool has_target, std::span<const Value> arguments,
            std::uint32_t place, Work& work) {
  if (!has_shape(function, has_target, arguments.size())) return no_overload(place);
  const Value& first = arguments[0];
  if (is_calendar_part(function)) {
    return calendar_part(function, first, arguments.size() == 2 ? &arguments[1] : nullptr, place);
  }
  switch (function) {
    case Function::logical_not:
      if (const auto* value = first.as<bool>()) return !*value;
      return no_overload(place);
    case Function::negate:
      if (const auto* number = first.as<std::int64_t>()) {
        return calculated(Function::subtract, std::int64_t{0}, *number, place);
      }
      return no_overload(place);
    case Function::add:
    case Function::subtract:
    case Function::multiply:
    case Function::divide:
    case Function::modulo: return arithmetic(function, first, arguments[1], place, work);
    case Function::equals: return equal(first, arguments[1], work);
    case Function::not_equals: return !equal(first, arguments[1], work);
    case Function::less:
    case Function::less_equals:
    case Function::greater:
    case Function::greater_equals: return compared(function, first, arguments[1], place, work);
    case Function::in: return found_in(first, arguments[1], place, work);
    case Function::index: return element_of(first, arguments[1], place, work);
    case Function::size: return size_of(first, place, work);
    case Function::contains:
    case Function::starts_with:
    case Function::ends_with: return searched(function, first, arguments[1], place, work);
    case Function::matches: return Error{ErrorCode::unsupported, place};
    default: return converted(function, first, place, work);
  }
}

}  // namespace allot::cel
