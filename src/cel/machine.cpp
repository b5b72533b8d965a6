#include "cel/machine.hpp"

#include <algorithm>
#include <compare>

#include "cel/times.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

constexpr ErrorCode no_error{};

Register failed(ErrorCode code) noexcept {
  Register made;
  made.error = code;
  return made;
}

Register of_number(std::int64_t number) noexcept {
  Register made;
  made.number = number;
  return made;
}

Register of_time(const std::optional<Timestamp>& time) noexcept {
  if (!time) return failed(ErrorCode::overflow);
  Register made;
  made.number = time->seconds;
  made.nanos = time->nanos;
  return made;
}

Timestamp time_of(const Register& from) noexcept {
  return {from.number, static_cast<std::int32_t>(from.nanos)};
}

// Requires: a value of this type, or an error.
Register of_value(const Value& value, TypeKind type) noexcept {
  if (const auto* error = value.as<Error>()) return failed(error->code);
  Register made;
  switch (type) {
    case TypeKind::boolean: made.number = *value.as<bool>() ? 1 : 0; break;
    case TypeKind::integer: made.number = *value.as<std::int64_t>(); break;
    case TypeKind::unsigned_integer:
      made.number = static_cast<std::int64_t>(*value.as<std::uint64_t>());
      break;
    case TypeKind::duration: made.number = value.as<Duration>()->ns; break;
    case TypeKind::timestamp: return of_time(*value.as<Timestamp>());
    case TypeKind::text: made.text = value.as<Text>()->get(); break;
    case TypeKind::list: made.values = value.as<List>()->values.get(); break;
    case TypeKind::set:
      if (const auto* borrowed = value.as<BorrowedSet>()) {
        made.number = 1;
        made.tokens = borrowed->tokens;
      } else {
        made.values = value.as<Set>()->values.get();
      }
      break;
    case TypeKind::structure: made.record = value.as<RecordRef>()->record.get(); break;
    default: break;
  }
  return made;
}

Register of_order(std::strong_ordering order, std::uint8_t function) noexcept {
  switch (static_cast<Function>(function)) {
    case Function::equals: return of_number(order == 0 ? 1 : 0);
    case Function::not_equals: return of_number(order != 0 ? 1 : 0);
    case Function::less: return of_number(order < 0 ? 1 : 0);
    case Function::less_equals: return of_number(order <= 0 ? 1 : 0);
    case Function::greater: return of_number(order > 0 ? 1 : 0);
    default: return of_number(order >= 0 ? 1 : 0);
  }
}

Register of_arithmetic(Code code, std::int64_t a, std::int64_t b) noexcept {
  std::int64_t result = 0;
  bool overflows = false;
  switch (code) {
    case Code::add:
    case Code::add_durations: overflows = __builtin_add_overflow(a, b, &result); break;
    case Code::subtract:
    case Code::subtract_durations: overflows = __builtin_sub_overflow(a, b, &result); break;
    case Code::multiply: overflows = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return failed(ErrorCode::divide_by_zero);
      overflows = a == INT64_MIN && b == -1;
      if (!overflows) result = code == Code::divide ? a / b : a % b;
  }
  return overflows ? failed(ErrorCode::overflow) : of_number(result);
}

Register of_times(Code code, const Register& a, const Register& b) noexcept {
  switch (code) {
    case Code::add_to_time: return of_time(later(time_of(a), Duration{b.number}));
    case Code::add_time_to: return of_time(later(time_of(b), Duration{a.number}));
    case Code::subtract_from_time: return of_time(earlier(time_of(a), Duration{b.number}));
    default: {
      const std::optional<Duration> span = between(time_of(b), time_of(a));
      return span ? of_number(span->ns) : failed(ErrorCode::overflow);
    }
  }
}

Register of_texts(Code code, const std::string& a, const std::string& b) noexcept {
  switch (code) {
    case Code::contains: return of_number(a.find(b) != std::string::npos ? 1 : 0);
    case Code::starts_with: return of_number(a.starts_with(b) ? 1 : 0);
    default: return of_number(a.ends_with(b) ? 1 : 0);
  }
}

std::strong_ordering order_of(const Register& a, const Register& b, TypeKind type) noexcept {
  switch (type) {
    case TypeKind::text: return a.text->compare(*b.text) <=> 0;
    case TypeKind::timestamp: return time_of(a) <=> time_of(b);
    case TypeKind::unsigned_integer:
      return static_cast<std::uint64_t>(a.number) <=> static_cast<std::uint64_t>(b.number);
    default: return a.number <=> b.number;
  }
}

bool is_in_list(const Register& wanted, const Values& values, TypeKind type) noexcept {
  return std::any_of(values.begin(), values.end(), [&wanted, type](const Value& value) {
    return order_of(of_value(value, type), wanted, type) == 0;
  });
}

bool is_in_set(const Register& wanted, const Register& set, TypeKind type) noexcept {
  if (set.number != 0) return set.tokens->contains(static_cast<std::uint64_t>(wanted.number));
  const Values& values = *set.values;
  const auto found = std::lower_bound(values.begin(), values.end(), wanted,
                                      [type](const Value& value, const Register& sought) {
                                        return order_of(of_value(value, type), sought, type) < 0;
                                      });
  return found != values.end() && order_of(of_value(*found, type), wanted, type) == 0;
}

Register part_of_time(std::uint8_t function, const Timestamp& time,
                      const std::string& zone) noexcept {
  const Calendar at = calendar_of(time, zone_offset(zone).value_or(0));
  switch (static_cast<Function>(function)) {
    case Function::get_full_year: return of_number(at.year);
    case Function::get_month: return of_number(at.month);
    case Function::get_date: return of_number(at.day);
    case Function::get_day_of_month: return of_number(at.day - 1);
    case Function::get_day_of_week: return of_number(at.day_of_week);
    case Function::get_day_of_year: return of_number(at.day_of_year);
    case Function::get_hours: return of_number(at.hours);
    case Function::get_minutes: return of_number(at.minutes);
    case Function::get_seconds: return of_number(at.seconds);
    default: return of_number(time.nanos / 1'000'000);
  }
}

Register part_of_duration(std::uint8_t function, std::int64_t ns) noexcept {
  const std::int64_t seconds = ns / 1'000'000'000;
  if (static_cast<Function>(function) == Function::get_hours) return of_number(seconds / 3'600);
  if (static_cast<Function>(function) == Function::get_minutes) return of_number(seconds / 60);
  return of_number(seconds);
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

Machine::Machine(const Program& program) : program_(program), registers_(program.registers()) {}

void Machine::run(std::span<const Value> variables, std::span<Outcome> outcomes) noexcept {
  const std::vector<Instruction>& code = program_.instructions();
  for (std::uint32_t at = 0; at < code.size();) at = step(code[at], at, variables);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const Register& result = registers_[program_.results()[i]];
    outcomes[i] = {};
    if (result.error == no_error) {
      outcomes[i].holds = result.number != 0;
    } else {
      outcomes[i].error = result.error;
    }
  }
}

// Returns: the position of the next instruction.
std::uint32_t Machine::step(const Instruction& instruction, std::uint32_t at,
                            std::span<const Value> variables) noexcept {
  Register& to = registers_[instruction.to];
  switch (instruction.code) {
    case Code::load_constant:
      to = of_value(program_.constants()[instruction.a], instruction.type);
      break;
    case Code::load_variable: to = of_value(variables[instruction.a], instruction.type); break;
    case Code::load_field:
    case Code::ask_field:
    case Code::load_index: read(instruction); break;
    case Code::copy: to = registers_[instruction.a]; break;
    case Code::absorb: {
      const Register& operand = registers_[instruction.a];
      const bool decides =
          operand.error == no_error && (operand.number != 0) == (instruction.choice != 0);
      if (decides || (operand.error != no_error && to.error == no_error)) to = operand;
      break;
    }
    case Code::jump_decided:
      if (to.error == no_error && (to.number != 0) == (instruction.choice != 0)) {
        return instruction.target;
      }
      break;
    case Code::branch: {
      const Register& condition = registers_[instruction.a];
      if (condition.error != no_error) {
        to = condition;
        return instruction.after;
      }
      if (condition.number == 0) return instruction.target;
      break;
    }
    case Code::jump: return instruction.target;
    case Code::loop: return begin(instruction, at);
    case Code::next: return next(instruction, at);
    default: calculate(instruction);
  }
  return at + 1;
}

void Machine::read(const Instruction& instruction) noexcept {
  const Register& from = registers_[instruction.a];
  Register& to = registers_[instruction.to];
  if (from.error != no_error) {
    to = failed(from.error);
    return;
  }
  if (instruction.code == Code::load_index) {
    const Register& index = registers_[instruction.b];
    if (index.error != no_error) {
      to = failed(index.error);
      return;
    }
    const auto position = static_cast<std::uint64_t>(index.number);
    const Values& values = *from.values;
    to = index.number < 0 || position >= values.size()
             ? failed(ErrorCode::index_out_of_range)
             : of_value(values[position], instruction.type);
    return;
  }
  const Record::Field& field = from.record->fields[instruction.b];
  if (instruction.code == Code::ask_field) {
    to = of_number(field.set ? 1 : 0);
  } else {
    to = field.set ? of_value(field.value, instruction.type) : failed(ErrorCode::no_such_field);
  }
}

// What takes all its operands first: the first that is an error is the result.
void Machine::calculate(const Instruction& instruction) noexcept {
  const Register& a = registers_[instruction.a];
  const Register& b = registers_[instruction.b];
  Register& to = registers_[instruction.to];
  if (a.error != no_error || (takes_two(instruction.code) && b.error != no_error)) {
    to = failed(a.error != no_error ? a.error : b.error);
    return;
  }
  switch (instruction.code) {
    case Code::negate: to = of_arithmetic(Code::subtract, 0, a.number); break;
    case Code::logical_not: to = of_number(a.number == 0 ? 1 : 0); break;
    case Code::add:
    case Code::subtract:
    case Code::multiply:
    case Code::divide:
    case Code::modulo:
    case Code::add_durations:
    case Code::subtract_durations: to = of_arithmetic(instruction.code, a.number, b.number); break;
    case Code::add_to_time:
    case Code::add_time_to:
    case Code::subtract_from_time:
    case Code::subtract_times: to = of_times(instruction.code, a, b); break;
    case Code::compare_numbers: to = of_order(a.number <=> b.number, instruction.choice); break;
    case Code::compare_tokens:
      to = of_order(order_of(a, b, TypeKind::unsigned_integer), instruction.choice);
      break;
    case Code::compare_texts:
      to = of_order(order_of(a, b, TypeKind::text), instruction.choice);
      break;
    case Code::compare_times:
      to = of_order(order_of(a, b, TypeKind::timestamp), instruction.choice);
      break;
    case Code::contains:
    case Code::starts_with:
    case Code::ends_with: to = of_texts(instruction.code, *a.text, *b.text); break;
    case Code::size_of_text:
      to = of_number(static_cast<std::int64_t>(count_code_points(*a.text)));
      break;
    case Code::size_of_values:
      to =
          of_number(static_cast<std::int64_t>(a.number != 0 ? a.tokens->size() : a.values->size()));
      break;
    case Code::in_list: to = of_number(is_in_list(a, *b.values, instruction.type) ? 1 : 0); break;
    case Code::in_set: to = of_number(is_in_set(a, b, instruction.type) ? 1 : 0); break;
    case Code::time_part: to = part_of_time(instruction.choice, time_of(a), *b.text); break;
    case Code::duration_part: to = part_of_duration(instruction.choice, a.number); break;
    case Code::seconds_of: to = of_number(a.number); break;
    default: to = of_number(a.number | b.number);  // strict_or
  }
}

std::uint32_t Machine::begin(const Instruction& instruction, std::uint32_t at) noexcept {
  const Register& range = registers_[instruction.a];
  Register& to = registers_[instruction.to];
  if (range.error != no_error) {
    to = failed(range.error);
    return instruction.target;
  }
  if (range.values->empty()) {
    to = of_number(static_cast<Macro>(instruction.choice) == Macro::all ? 1 : 0);
    return instruction.target;
  }
  loops_[instruction.slot] = {range.values, 0, 0, no_error};
  registers_[instruction.b] = of_value(range.values->front(), instruction.type);
  return at + 1;
}

std::uint32_t Machine::next(const Instruction& instruction, std::uint32_t at) noexcept {
  Loop& loop = loops_[instruction.slot];
  const Register& condition = registers_[instruction.a];
  Register& to = registers_[instruction.to];
  const auto macro = static_cast<Macro>(instruction.choice);
  if (condition.error != no_error) {
    if (loop.error == no_error) loop.error = condition.error;
    // The others may still be decided by a later element.
    if (macro == Macro::exists_one) {
      to = failed(loop.error);
      return at + 1;
    }
  } else if (condition.number != 0) {
    ++loop.held;
    if (macro == Macro::exists) {
      to = of_number(1);
      return at + 1;
    }
  } else if (macro == Macro::all) {
    to = of_number(0);
    return at + 1;
  }
  if (++loop.position < loop.values->size()) {
    registers_[instruction.b] = of_value((*loop.values)[loop.position], instruction.type);
    return instruction.target;
  }
  if (loop.error != no_error) {
    to = failed(loop.error);
  } else {
    to = of_number(macro == Macro::all || (macro == Macro::exists_one && loop.held == 1) ? 1 : 0);
  }
  return at + 1;
}

}  // namespace allot::cel
