#include "cel/program_check.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/program_registers.hpp"
#include "cel/times.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

constexpr std::uint64_t no_bound = ~std::uint64_t{0};
// More than a set may take, and no sum of all rows is beyond 64 bits.
constexpr std::uint64_t steps_of_row_max = std::uint64_t{1} << 40U;

constexpr std::uint64_t bounded_sum(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? no_bound : sum;
}
constexpr std::uint64_t bounded_product(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t product = 0;
  return __builtin_mul_overflow(a, b, &product) ? no_bound : product;
}
constexpr std::uint64_t bound_of(std::uint32_t declared) noexcept {
  return declared == Bounds::unbounded ? no_bound : declared;
}

bool is_single(TypeKind kind) noexcept {
  return kind == TypeKind::boolean || kind == TypeKind::integer ||
         kind == TypeKind::unsigned_integer || kind == TypeKind::text ||
         kind == TypeKind::timestamp || kind == TypeKind::duration;
}

// Types of single values, and of constants.

TypeKind single_kind(const Value& value) noexcept {
  if (value.as<bool>() != nullptr) return TypeKind::boolean;
  if (value.as<std::int64_t>() != nullptr) return TypeKind::integer;
  if (value.as<std::uint64_t>() != nullptr) return TypeKind::unsigned_integer;
  if (value.as<Text>() != nullptr) return TypeKind::text;
  if (value.as<Timestamp>() != nullptr) return TypeKind::timestamp;
  if (value.as<Duration>() != nullptr) return TypeKind::duration;
  return TypeKind::failed;
}

bool is_value_of(const Value& value, TypeKind type) {
  if (!is_single(type) || single_kind(value) != type) return false;
  if (const auto* text = value.as<Text>()) return is_utf8(**text);
  if (const auto* time = value.as<Timestamp>()) {
    return timestamp_at(time->seconds).has_value() && time->nanos >= 0 &&
           time->nanos < 1'000'000'000;
  }
  return true;
}

bool is_ordered(const Values& values) {
  Work work(~std::uint64_t{0});
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (!(orders(values[i - 1], values[i], work) < 0)) return false;
  }
  return true;
}

// Returns: what is known of elements that are all of one type; nothing where they are not.
std::optional<Known> constant_elements(const Values& values, TypeKind container) {
  Known known = of_kind(container);
  known.elements = values.size();
  if (!values.empty()) known.element = single_kind(values.front());
  for (const Value& element : values) {
    if (!is_value_of(element, known.element)) return std::nullopt;
    if (const auto* text = element.as<Text>()) {
      known.bytes = std::max<std::uint64_t>(known.bytes, (*text)->size());
    }
  }
  return known;
}

std::optional<Known> known_constant(const Value& value, TypeKind type) {
  if (value.is_error()) {
    if (!is_single(type) && type != TypeKind::list) return std::nullopt;
    return of_kind(type);
  }
  if (const auto* list = value.as<List>()) {
    return type == TypeKind::list ? constant_elements(*list->values, type) : std::nullopt;
  }
  if (const auto* set = value.as<Set>()) {
    const bool fits = type == TypeKind::set && is_ordered(*set->values);
    return fits ? constant_elements(*set->values, type) : std::nullopt;
  }
  if (!is_value_of(value, type)) return std::nullopt;
  Known known = of_kind(type);
  if (const auto* text = value.as<Text>()) known.bytes = (*text)->size();
  return known;
}

Known declared_as(TypeId id, Bounds bounds, const Types& types) {
  const Type& type = types[id];
  Known known = of_kind(type.kind);
  known.elements = bound_of(bounds.elements);
  known.bytes = bound_of(bounds.bytes);
  if (type.kind == TypeKind::structure) known.structure = type.first;
  if (type.kind == TypeKind::list || type.kind == TypeKind::set) {
    const Type& element = types[type.first];
    known.element = element.kind;
    if (element.kind == TypeKind::structure) known.structure = element.first;
  }
  return known;
}

// Returns: what an element of a list is, where the instruction says its kind.
std::optional<Known> element_of(const Known& list, TypeKind said) {
  Known element = of_kind(said);
  if (list.element != TypeKind::dyn && list.element != said) return std::nullopt;
  if (!is_single(said) && (said != TypeKind::structure || list.element != said)) {
    return std::nullopt;
  }
  element.structure = list.structure;
  element.bytes = list.bytes;
  return element;
}

std::uint64_t steps_for_text(std::uint64_t bytes) noexcept {
  return bytes == no_bound ? no_bound : steps_for(bytes);
}

// What comes of operands: its type, and steps besides the one that every instruction takes.
struct Calculated {
  TypeKind type{};
  std::uint64_t steps{};
};
using MaybeCalculated = std::optional<Calculated>;

MaybeCalculated when(bool fits, TypeKind result, std::uint64_t steps = 0) {
  return fits ? MaybeCalculated({result, steps}) : std::nullopt;
}

bool is_comparison(const Instruction& one) noexcept {
  const auto function = static_cast<Function>(one.choice);
  return function >= Function::equals && function <= Function::greater_equals;
}

MaybeCalculated compared(const Instruction& one, bool fits, std::uint64_t steps = 0) {
  return when(fits && is_comparison(one), TypeKind::boolean, steps);
}

// Returns: whether a field of this type is read by this instruction.
bool reads(Code code, TypeKind field) noexcept {
  switch (code) {
    case Code::load_int:
    case Code::compare_field: return field == TypeKind::integer;
    case Code::load_token: return field == TypeKind::unsigned_integer;
    case Code::load_span: return field == TypeKind::duration;
    default: return true;
  }
}

bool takes_one(Code code) noexcept {
  switch (code) {
    case Code::compare_constant:
    case Code::negate:
    case Code::logical_not:
    case Code::seconds_of:
    case Code::size_of_values:
    case Code::size_of_text:
    case Code::duration_part: return true;
    default: return false;
  }
}

MaybeCalculated result_of(const Instruction& one, const Known& a) {
  switch (one.code) {
    case Code::compare_constant:
      return compared(one, a.kind == TypeKind::integer || a.kind == TypeKind::duration);
    case Code::negate: return when(a.kind == TypeKind::integer, TypeKind::integer);
    case Code::logical_not: return when(a.kind == TypeKind::boolean, TypeKind::boolean);
    case Code::seconds_of: return when(a.kind == TypeKind::timestamp, TypeKind::integer);
    case Code::size_of_values:
      return when(a.kind == TypeKind::list || a.kind == TypeKind::set, TypeKind::integer);
    case Code::size_of_text:
      return when(a.kind == TypeKind::text, TypeKind::integer, steps_for_text(a.bytes));
    default: {
      const auto part = static_cast<Function>(one.choice);
      const bool known = part == Function::get_hours || part == Function::get_minutes ||
                         part == Function::get_seconds;
      return when(known && a.kind == TypeKind::duration, TypeKind::integer);
    }
  }
}

MaybeCalculated looked_up(const Instruction& one, const Known& wanted, const Known& in) {
  const bool list = one.code == Code::in_list;
  const bool fits = in.kind == (list ? TypeKind::list : TypeKind::set) && is_single(one.type) &&
                    wanted.kind == one.type &&
                    (in.element == TypeKind::dyn || in.element == one.type);
  const std::uint64_t each = bounded_sum(1, steps_for_text(std::min(wanted.bytes, in.bytes)));
  // What is kept outside has no bound, and is halved 64 times at most.
  return when(fits, TypeKind::boolean, bounded_product(list ? in.elements : 64, each));
}

MaybeCalculated result_of(const Instruction& one, const Known& a, const Known& b) {
  const auto both = [&](TypeKind kind) { return a.kind == kind && b.kind == kind; };
  const auto pair = [&](TypeKind first, TypeKind second) {
    return a.kind == first && b.kind == second;
  };
  switch (one.code) {
    case Code::add:
    case Code::subtract:
    case Code::multiply:
    case Code::divide:
    case Code::modulo: return when(both(TypeKind::integer), TypeKind::integer);
    case Code::add_durations:
    case Code::subtract_durations: return when(both(TypeKind::duration), TypeKind::duration);
    case Code::add_to_time:
    case Code::subtract_from_time:
      return when(pair(TypeKind::timestamp, TypeKind::duration), TypeKind::timestamp);
    case Code::add_time_to:
      return when(pair(TypeKind::duration, TypeKind::timestamp), TypeKind::timestamp);
    case Code::subtract_times: return when(both(TypeKind::timestamp), TypeKind::duration);
    case Code::compare_numbers:
      return compared(
          one, both(TypeKind::boolean) || both(TypeKind::integer) || both(TypeKind::duration));
    case Code::compare_tokens:
      return compared(one, both(TypeKind::unsigned_integer) &&
                               one.choice <= static_cast<std::uint8_t>(Function::not_equals));
    case Code::compare_times: return compared(one, both(TypeKind::timestamp));
    case Code::compare_texts:
      return compared(one, both(TypeKind::text), steps_for_text(std::min(a.bytes, b.bytes)));
    case Code::contains:
      return when(both(TypeKind::text), TypeKind::boolean,
                  bounded_product(a.bytes, steps_for_text(b.bytes)));
    case Code::starts_with:
    case Code::ends_with:
      return when(both(TypeKind::text), TypeKind::boolean, steps_for_text(b.bytes));
    case Code::in_list:
    case Code::in_set: return looked_up(one, a, b);
    case Code::time_part: {
      const bool part = is_calendar_part(static_cast<Function>(one.choice));
      return when(part && pair(TypeKind::timestamp, TypeKind::text), TypeKind::integer);
    }
    case Code::join:
    case Code::strict_or: return when(both(TypeKind::boolean), TypeKind::boolean);
    default: return std::nullopt;
  }
}

// Returns: what there is too much of; empty when there is not.
std::string too_many(const ProgramParts& parts) {
  if (parts.code.size() > ProgramLimits::instructions_max) return "too many instructions";
  if (parts.registers > ProgramLimits::registers_max) return "too many registers";
  if (parts.constants.size() > ProgramLimits::constants_max) return "too many constants";
  if (parts.constant_registers.size() > parts.registers) return "too many registers of constants";
  // Each costs the instruction that writes it; more would only take memory.
  if (parts.registers - parts.constant_registers.size() > 2 * parts.code.size())
    return "more registers than are written";
  if (parts.tables.size() > ProgramLimits::tables_max) return "too many tables";
  std::vector<bool> is_row(parts.results.size());
  for (const Table& table : parts.tables) {
    if (table.rows.empty()) return "a table without rows";
    if (table.rows.size() > ProgramLimits::table_rows_max) return "too many rows";
    for (const TableRow& row : table.rows) {
      if (row.rule >= is_row.size()) return "a row of a rule that there is not";
      if (is_row[row.rule]) return "two rows of one rule";
      is_row[row.rule] = true;
    }
  }
  return {};
}

// Notes what the registers of constants hold.
// Returns: what is wrong with one; empty when nothing is.
std::string hold_constants(const ProgramParts& parts, Registers& registers) {
  std::set<std::pair<std::uint32_t, TypeKind>> held;
  for (const ConstantRegister& one : parts.constant_registers) {
    const auto refused = [&one](std::string_view text) {
      return "register " + std::to_string(one.to) + ": " + std::string(text);
    };
    if (one.to >= parts.registers) return refused("there is none");
    if (registers.is_constant(one.to)) return refused("holds two constants");
    if (one.constant >= parts.constants.size()) return refused("a constant that there is not");
    // Looking at a long list as often as there are registers would take long.
    if (!held.emplace(one.constant, one.type).second) {
      return refused("a constant that another one holds");
    }
    const std::optional<Known> known = known_constant(parts.constants[one.constant], one.type);
    if (!known) return refused("a constant that is none of its type");
    registers.hold(one.to, *known);
  }
  return {};
}

class ProgramWalk {
 public:
  ProgramWalk(const ProgramParts& parts, const Environment& environment)
      : parts_(parts), environment_(environment) {}

  ProgramCheck run() {
    std::string fault = too_many(parts_);
    if (fault.empty()) {
      registers_ = Registers(parts_.registers);
      fault = hold_constants(parts_, registers_);
    }
    if (!fault.empty()) return {fault, 0};
    walk();
    fault = fault_.empty() ? registers_.fault() : fault_;
    if (fault.empty()) return {{}, steps_};
    return {"instruction " + std::to_string(at_) + ": " + fault, 0};
  }

 private:
  struct OpenLoop {
    std::size_t begin{};
    Instruction instruction;
    Written written;  // where its body begins
  };

  void walk() {
    if (!part()) return;
    if (parts_.tables.empty() && !is_at_last()) return;
    std::vector<bool> is_row(parts_.results.size());
    for (const Table& table : parts_.tables) {
      for (const TableRow& row : table.rows) is_row[row.rule] = true;
    }
    for (std::size_t i = 0; i < is_row.size(); ++i) {
      if (!is_row[i] && !registers_.read_as(parts_.results[i], TypeKind::boolean)) return;
    }
    std::uint64_t steps = steps_;
    for (const Table& table : parts_.tables) {
      const std::vector<std::uint64_t> of_rows = rows(table);
      if (of_rows.size() != table.rows.size()) return;
      const auto is_sure = [this](std::uint32_t index) { return registers_[index].never_fails(); };
      steps = bounded_sum(steps, TableIndex(parts_, table).worst_steps(of_rows, is_sure));
    }
    steps_ = steps;
    (void)is_at_last();
  }

  bool is_at_last() {
    return at_ + 1 == parts_.code.size() || refuse("an end that is not the last");
  }

  // Walks to the end of what is run as a whole.
  bool part() {
    for (; at_ < parts_.code.size(); ++at_) {
      arrive();
      if (!reached_) return refuse("an instruction that nothing leads to");
      if (parts_.code[at_].code == Code::end) break;
      steps_ = bounded_sum(steps_, rounds());
      if (!instruction(parts_.code[at_])) return false;
    }
    // A machine would go on behind the last one.
    if (at_ == parts_.code.size()) return refuse("there is no end");
    if (!loops_.empty()) return refuse("a loop without an end");
    return open_.empty() || refuse("jumps behind its end");
  }

  // Returns: the steps of each row; fewer when there is a fault.
  std::vector<std::uint64_t> rows(const Table& table) {
    std::vector<std::uint64_t> steps;
    for (const TableRow& row : table.rows) {
      if (row.begin != at_ + 1) {
        (void)refuse("no row begins here");
        break;
      }
      ++at_;
      steps_ = 0;
      registers_.begin_row();
      if (!part() || !registers_.read_as(parts_.results[row.rule], TypeKind::boolean)) break;
      steps.push_back(std::min(steps_, steps_of_row_max));
      registers_.end_row();
    }
    return steps;
  }

  // Ways that meet at this instruction.
  void arrive() {
    const auto found = open_.find(at_);
    if (found == open_.end()) return;
    if (reached_) {
      registers_.now().keep_common(found->second);
    } else {
      registers_.now() = std::move(found->second);
      reached_ = true;
    }
    open_.erase(found);
  }

  // How often the instruction runs at most.
  [[nodiscard]] std::uint64_t rounds() const {
    std::uint64_t times = 1;
    for (const OpenLoop& loop : loops_) {
      times = bounded_product(times, registers_[loop.instruction.a].elements);
    }
    return times;
  }

  bool refuse(std::string text) {
    fault_ = std::move(text);
    return false;
  }

  bool jump_with(std::uint32_t target, const Written& written) {
    if (target <= at_ || target >= parts_.code.size()) return refuse("jumps to where it may not");
    // The last instruction of a loop is part of it, so that no round is left without it.
    if (!loops_.empty() && target >= loops_.back().instruction.target) {
      return refuse("jumps out of a loop");
    }
    if (const auto found = open_.find(target); found != open_.end()) {
      found->second.keep_common(written);
      return true;
    }
    if (open_.size() >= ProgramLimits::open_jumps_max) return refuse("too many jumps at once");
    open_.emplace(target, written);
    return true;
  }

  bool instruction(const Instruction& one) {
    // A machine forms these, whether or not it looks at them.
    if (!registers_.is_register(one.to) || !registers_.is_register(one.a)) return false;
    const bool decides =
        one.code == Code::chain || one.code == Code::absorb || one.code == Code::join;
    if (decides && one.choice > 1) return refuse("a truth that there is not");
    switch (one.code) {
      case Code::load_variable: return load_variable(one);
      case Code::load_field:
      case Code::load_int:
      case Code::load_token:
      case Code::load_span:
      case Code::ask_field:
      case Code::compare_field: return read_field(one);
      case Code::load_index: return load_index(one);
      case Code::copy: {
        const Known* from = registers_.read(one.a);
        return from != nullptr && registers_.write(one.to, *from);
      }
      case Code::chain:
        return registers_.read_as(one.a, TypeKind::boolean) &&
               registers_.write(one.to, of_kind(TypeKind::boolean)) &&
               jump_with(one.target, registers_.now());
      case Code::absorb:
        return registers_.read_as(one.a, TypeKind::boolean) &&
               registers_.read_as(one.to, TypeKind::boolean) &&
               registers_.write(one.to, of_kind(TypeKind::boolean)) &&
               jump_with(one.target, registers_.now());
      case Code::branch: {
        if (!registers_.read_as(one.a, TypeKind::boolean) || !registers_.may_write(one.to))
          return false;
        if (!registers_[one.a].never_fails()) registers_[one.to].may_fail = true;
        // An error is written, which is of every type.
        Written failed = registers_.now();
        failed.add(one.to);
        return jump_with(one.target, registers_.now()) && jump_with(one.after, failed);
      }
      case Code::jump: reached_ = false; return jump_with(one.target, registers_.now());
      case Code::loop: return loop(one);
      case Code::next: return next(one);
      default: return calculated(one);
    }
  }

  bool load_variable(const Instruction& one) {
    if (one.b >= environment_.variables.size()) return refuse("a variable that there is not");
    const VariableDeclaration& variable = environment_.variables[one.b];
    Known known = declared_as(variable.type, variable.bounds, environment_.types);
    if (known.kind != one.type) return refuse("a variable of another type");
    known.is_sure = true;
    return registers_.write(one.to, known);
  }

  bool read_field(const Instruction& one) {
    const Known* record = registers_.read(one.a);
    if (record == nullptr) return false;
    if (record->kind != TypeKind::structure) return refuse("a field of what has none");
    const StructDeclaration& of = environment_.structs[record->structure];
    if (one.b >= of.fields.size()) return refuse("a field that there is not");
    const bool is_sure = record->never_fails();
    if (one.code == Code::ask_field) {
      Known asked = of_kind(TypeKind::boolean);
      asked.is_sure = is_sure;
      return registers_.write(one.to, asked);
    }
    Known known = declared_as(of.fields[one.b].type, of.fields[one.b].bounds, environment_.types);
    known.is_sure = is_sure && of.fields[one.b].presence == Presence::required;
    if (known.kind != one.type || !reads(one.code, known.kind)) {
      return refuse("a field of another type");
    }
    if (one.code != Code::compare_field) return registers_.write(one.to, known);
    if (!is_comparison(one)) return refuse("a comparison that there is not");
    return registers_.write(one.to, of_kind(TypeKind::boolean));
  }

  bool load_index(const Instruction& one) {
    const Known* list = registers_.read(one.a);
    if (list == nullptr || !registers_.read_as(one.b, TypeKind::integer)) return false;
    if (list->kind != TypeKind::list) return refuse("an element of what has none");
    const std::optional<Known> element = element_of(*list, one.type);
    return element ? registers_.write(one.to, *element) : refuse("an element of another type");
  }

  bool loop(const Instruction& one) {
    const Known* list = registers_.read(one.a);
    if (list == nullptr) return false;
    if (list->kind != TypeKind::list) return refuse("goes through what is no list");
    if (one.slot >= ProfileLimits::nested_macros_max) return refuse("a loop that there is not");
    const bool taken = std::any_of(loops_.begin(), loops_.end(), [&one](const OpenLoop& open) {
      return open.instruction.slot == one.slot;
    });
    if (taken) return refuse("a loop inside itself");
    if (one.choice > static_cast<std::uint8_t>(Macro::exists_one)) {
      return refuse("a macro that there is not");
    }
    // Nobody looks at an element without a type.
    std::optional<Known> element;
    if (one.type == TypeKind::dyn) {
      element = of_kind(TypeKind::dyn);
    } else {
      element = element_of(*list, one.type);
    }
    if (!element) return refuse("an element of another type");
    if (one.target < at_ + 2) return refuse("a loop without a body");
    Written done = registers_.now();
    if (!registers_.note(one.to, of_kind(TypeKind::boolean)) || !registers_.note(one.b, *element))
      return false;
    done.add(one.to);
    if (!jump_with(one.target, done)) return false;
    const auto inside = open_.upper_bound(at_);
    if (inside != open_.end() && inside->first < one.target) return refuse("jumps into a loop");
    registers_.now().add(one.b);
    loops_.push_back({at_ + 1, one, registers_.now()});
    return true;
  }

  bool next(const Instruction& one) {
    if (loops_.empty()) return refuse("an end of no loop");
    const OpenLoop& open = loops_.back();
    const Instruction& begin = open.instruction;
    const bool same = one.choice == begin.choice && one.type == begin.type &&
                      one.slot == begin.slot && one.to == begin.to && one.b == begin.b &&
                      one.target == open.begin && at_ + 1 == begin.target;
    if (!same) return refuse("an end of another loop");
    if (!registers_.read_as(one.a, TypeKind::boolean)) return false;
    if (!registers_.now().has_all(open.written)) return refuse("a body that forgets");
    loops_.pop_back();
    return registers_.write(one.to, of_kind(TypeKind::boolean));
  }

  // What takes all its operands first.
  bool calculated(const Instruction& one) {
    if (one.code > Code::end) return refuse("an instruction that there is not");
    const Known* a = registers_.read(one.a);
    if (a == nullptr || !registers_.is_register(one.b)) return false;
    const Known* b = takes_one(one.code) ? a : registers_.read(one.b);
    if (b == nullptr) return false;
    const MaybeCalculated result =
        takes_one(one.code) ? result_of(one, *a) : result_of(one, *a, *b);
    if (!result) return refuse("does this with values of another type");
    steps_ = bounded_sum(steps_, bounded_product(rounds(), result->steps));
    return registers_.write(one.to, of_kind(result->type));
  }

  const ProgramParts& parts_;
  const Environment& environment_;
  Registers registers_{0};
  bool reached_{true};
  std::map<std::size_t, Written> open_;  // where was jumped to -> what is written on each such way
  std::vector<OpenLoop> loops_;
  std::size_t at_{0};
  std::uint64_t steps_{0};  // of this part
  std::string fault_;
};

}  // namespace

ProgramCheck check(const ProgramParts& parts, const Environment& environment) {
  return ProgramWalk(parts, environment).run();
}

}  // namespace allot::cel
