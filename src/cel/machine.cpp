#include "cel/machine.hpp"

#include <algorithm>
#include <array>
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

// By operator, from == on: bit 0 says whether it holds for what is less, bit 1 of what is equal,
// bit 2 of what is greater.
constexpr std::array<std::uint8_t, 6> holds_for{0b010, 0b101, 0b001, 0b011, 0b100, 0b110};
static_assert(static_cast<int>(Function::greater_equals) - static_cast<int>(Function::equals) == 5);

// Without a jump, since nobody can tell ahead how numbers compare.
inline std::int64_t holds(bool less, bool greater, std::uint8_t function) noexcept {
  const unsigned order = 1U + static_cast<unsigned>(greater) - static_cast<unsigned>(less);
  return (holds_for[function - static_cast<std::size_t>(Function::equals)] >> order) & 1U;
}

Register of_order(std::strong_ordering order, std::uint8_t function) noexcept {
  return of_number(holds(order < 0, order > 0, function));
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

bool is_token_in_set(std::uint64_t wanted, const Values& values) noexcept {
  const Value* from = values.data();
  // Halves that are not looked at are left without a jump.
  std::size_t left = values.size();
  while (left > 1) {
    const std::size_t half = left / 2;
    from = *from[half].as<std::uint64_t>() <= wanted ? from + half : from;
    left -= half;
  }
  return left == 1 && *from->as<std::uint64_t>() == wanted;
}

bool is_in_set(const Register& wanted, const Register& set, TypeKind type) noexcept {
  if (set.number != 0) return set.tokens->contains(static_cast<std::uint64_t>(wanted.number));
  const Values& values = *set.values;
  if (type == TypeKind::unsigned_integer) {
    return is_token_in_set(static_cast<std::uint64_t>(wanted.number), values);
  }
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

// Whether an operand makes a chain true or false whatever the others are.
inline bool decides(const Register& operand, std::uint8_t choice) noexcept {
  return operand.error == no_error && operand.number == choice;
}

inline void set(Register& to, std::int64_t number) noexcept {
  to.number = number;
  to.error = no_error;
}

// Returns: what the field of a record holds; null where there is none to be read.
template <class T>
inline const T* field_of(const Register& record, const Instruction& instruction) noexcept {
  if (record.error != no_error) return nullptr;
  const Record::Field& field = record.record->fields[instruction.b];
  return field.set ? field.value.as<T>() : nullptr;
}

// Returns: whether it has a result, which is there then.
inline bool is_quick(const Instruction& instruction, const Register& a, const Register& b,
                     Register& to) noexcept {
  std::int64_t result = 0;
  const bool overflows = instruction.code == Code::add
                             ? __builtin_add_overflow(a.number, b.number, &result)
                             : __builtin_mul_overflow(a.number, b.number, &result);
  if (overflows || a.error != no_error || b.error != no_error) return false;
  set(to, result);
  return true;
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

Machine::Machine(const Program& program) : program_(program), registers_(program.registers()) {
  for (const ConstantRegister& one : program.constant_registers()) {
    registers_[one.to] = of_value(program.constants()[one.constant], one.type);
  }
  std::vector<bool> is_row(program.results().size());
  for (const Table& table : program.tables()) {
    indexes_.emplace_back(program.parts(), table);
    for (const TableRow& row : table.rows) is_row[row.rule] = true;
  }
  for (std::uint32_t i = 0; i < is_row.size(); ++i) {
    if (!is_row[i]) alone_.push_back(i);
  }
  told_.reserve(is_row.size());
}

inline Outcome Machine::outcome_of(const Register& from) noexcept {
  const bool is_value = from.error == no_error;
  return {is_value && from.number != 0,
          is_value ? std::nullopt : std::optional<ErrorCode>(from.error)};
}

void Machine::run_part(std::uint32_t begin, std::span<const Value> variables) noexcept {
  Register* const registers = registers_.data();
  const Instruction* at = target(begin);
  while (at->code != Code::end) at = step(at, registers, variables);
}

void Machine::run(std::span<const Value> variables, std::span<Outcome> outcomes) noexcept {
  if (!indexes_.empty()) {
    std::fill(outcomes.begin(), outcomes.end(), Outcome{});
    for (const Told& told : run(variables)) outcomes[told.rule] = told.outcome;
    return;
  }
  run_part(0, variables);
  const std::uint32_t* result = program_.results().data();
  for (Outcome& outcome : outcomes) outcome = outcome_of(registers_[*result++]);
}

std::span<const Told> Machine::run(std::span<const Value> variables) noexcept {
  told_.clear();
  run_part(0, variables);
  for (const std::uint32_t rule : alone_) {
    const Register& from = registers_[program_.results()[rule]];
    if (from.error != no_error || from.number != 0) told_.push_back({rule, outcome_of(from)});
  }
  if (indexes_.empty()) return told_;
  for (std::size_t table = 0; table < indexes_.size(); ++table) run_table(table, variables);
  const auto is_before = [](const Told& a, const Told& b) { return a.rule < b.rule; };
  if (!std::is_sorted(told_.begin(), told_.end(), is_before)) {
    std::sort(told_.begin(), told_.end(), is_before);
  }
  return told_;
}

void Machine::run_table(std::size_t table, std::span<const Value> variables) noexcept {
  const Table& of = program_.tables()[table];
  const TableIndex& index = indexes_[table];
  TableIndex::Values values;
  for (std::size_t i = 0; i < index.columns().size(); ++i) {
    const Register& from = registers_[index.columns()[i]];
    if (from.error == no_error) values[i] = from.number;
  }
  index.select(values, rows_, scratch_);
  ErrorCode before = no_error;  // why nobody knows whether a row before this one holds
  rows_.visit([&](std::size_t at) {
    const TableRow& row = of.rows[at];
    run_part(row.begin, variables);
    const Register& result = registers_[program_.results()[row.rule]];
    if (result.error == no_error && result.number == 0) return true;
    Outcome outcome = outcome_of(result);
    if (of.first && outcome.holds && before != no_error) outcome = {false, before};
    told_.push_back({row.rule, outcome});
    if (result.error == no_error) return !of.first;
    if (before == no_error) before = result.error;
    return true;
  });
}

// Returns: the next instruction.
inline const Instruction* Machine::step(const Instruction* at, Register* registers,
                                        std::span<const Value> variables) noexcept {
  const Instruction& instruction = *at;
  Register& to = registers[instruction.to];
  const Register& a = registers[instruction.a];
  switch (instruction.code) {
    case Code::load_variable: to = of_value(variables[instruction.b], instruction.type); break;
    case Code::load_int:
      if (const auto* number = field_of<std::int64_t>(a, instruction)) {
        set(to, *number);
        break;
      }
      [[fallthrough]];
    case Code::load_field:
    case Code::ask_field:
    case Code::load_index: read(instruction, to); break;
    case Code::load_token:
      if (const auto* token = field_of<std::uint64_t>(a, instruction)) {
        set(to, static_cast<std::int64_t>(*token));
      } else {
        read(instruction, to);
      }
      break;
    case Code::load_span:
      if (const auto* span = field_of<Duration>(a, instruction)) {
        set(to, span->ns);
      } else {
        read(instruction, to);
      }
      break;
    case Code::compare_field:
      if (const auto* number = field_of<std::int64_t>(a, instruction)) {
        set(to, holds(*number<instruction.number, *number> instruction.number, instruction.choice));
      } else {
        read(instruction, to);
      }
      break;
    case Code::compare_constant:
      to.number =
          holds(a.number<instruction.number, a.number> instruction.number, instruction.choice);
      to.error = a.error;
      break;
    case Code::compare_numbers: {
      const Register& b = registers[instruction.b];
      to.number = holds(a.number<b.number, a.number> b.number, instruction.choice);
      to.error = a.error != no_error ? a.error : b.error;
      break;
    }
    case Code::multiply:
    case Code::add:
      if (!is_quick(instruction, a, registers[instruction.b], to)) {
        calculate(instruction, a, registers[instruction.b], to);
      }
      break;
    case Code::join: {
      // An error and a value are taken from one register.
      const Register& b = registers[instruction.b];
      const bool second = !decides(a, instruction.choice) &&
                          (a.error == no_error || decides(b, instruction.choice));
      const Register& taken = second ? b : a;
      to.number = taken.number;
      to.error = taken.error;
      break;
    }
    case Code::chain:
      to = a;
      if (decides(a, instruction.choice)) return target(instruction.target);
      break;
    case Code::absorb:
      if (decides(a, instruction.choice)) {
        to = a;
        return target(instruction.target);
      }
      if (to.error == no_error) to = a;
      break;
    case Code::copy: to = a; break;
    case Code::branch:
      if (a.error != no_error) {
        to = a;
        return target(instruction.after);
      }
      if (a.number == 0) return target(instruction.target);
      break;
    case Code::jump: return target(instruction.target);
    case Code::loop: return begin(at);
    case Code::next: return next(at);
    default: calculate(instruction, a, registers[instruction.b], to);
  }
  return at + 1;
}

void Machine::read(const Instruction& instruction, Register& to) noexcept {
  const Register& from = registers_[instruction.a];
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
void Machine::calculate(const Instruction& instruction, const Register& a, const Register& b,
                        Register& to) noexcept {
  if (a.error != no_error || (takes_two(instruction.code) && b.error != no_error)) {
    to = failed(a.error != no_error ? a.error : b.error);
    return;
  }
  switch (instruction.code) {
    case Code::negate: to = of_arithmetic(Code::subtract, 0, a.number); break;
    case Code::logical_not: to = of_number(a.number == 0 ? 1 : 0); break;
    case Code::add:
    case Code::multiply:
    case Code::subtract:
    case Code::divide:
    case Code::modulo:
    case Code::add_durations:
    case Code::subtract_durations: to = of_arithmetic(instruction.code, a.number, b.number); break;
    case Code::add_to_time:
    case Code::add_time_to:
    case Code::subtract_from_time:
    case Code::subtract_times: to = of_times(instruction.code, a, b); break;
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

const Instruction* Machine::begin(const Instruction* at) noexcept {
  const Instruction& instruction = *at;
  const Register& range = registers_[instruction.a];
  Register& to = registers_[instruction.to];
  if (range.error != no_error) {
    to = failed(range.error);
    return target(instruction.target);
  }
  if (range.values->empty()) {
    to = of_number(static_cast<Macro>(instruction.choice) == Macro::all ? 1 : 0);
    return target(instruction.target);
  }
  loops_[instruction.slot] = {range.values, 0, 0, no_error};
  registers_[instruction.b] = of_value(range.values->front(), instruction.type);
  return at + 1;
}

const Instruction* Machine::next(const Instruction* at) noexcept {
  const Instruction& instruction = *at;
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
    return target(instruction.target);
  }
  if (loop.error != no_error) {
    to = failed(loop.error);
  } else {
    to = of_number(macro == Macro::all || (macro == Macro::exists_one && loop.held == 1) ? 1 : 0);
  }
  return at + 1;
}

}  // namespace allot::cel
