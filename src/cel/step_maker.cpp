#include "cel/step_maker.hpp"

#include <algorithm>
#include <cstddef>

namespace allot::cel {
namespace {

// Which of its registers an instruction reads.
struct Reads {
  bool a{};
  bool b{};
  bool to{};  // besides writing it
};

Reads reads_of(Code code) noexcept {
  switch (code) {
    case Code::load_variable:
    case Code::jump:
    case Code::end: return {};
    case Code::load_field:
    case Code::load_int:
    case Code::load_token:
    case Code::load_span:
    case Code::ask_field:
    case Code::compare_field:
    case Code::compare_constant:
    case Code::copy:
    case Code::negate:
    case Code::logical_not:
    case Code::size_of_text:
    case Code::size_of_values:
    case Code::duration_part:
    case Code::seconds_of:
    case Code::chain:
    case Code::branch:
    case Code::loop:
    case Code::next: return {true, false, false};
    case Code::absorb: return {true, false, true};
    default: return {true, true, false};
  }
}

bool reads_field(Code code) noexcept {
  switch (code) {
    case Code::load_field:
    case Code::load_int:
    case Code::load_token:
    case Code::load_span:
    case Code::ask_field:
    case Code::compare_field: return true;
    default: return false;
  }
}

}  // namespace

StepMaker::StepMaker(const Program& program, MachineCode& made, std::uint32_t first_register)
    : program_(program), made_(made), registers_(program.registers()) {
  for (Register& one : registers_) one.cell = first_register++;
}

void StepMaker::run() {
  count();
  hold_constants();
  for (const Instruction& one : program_.instructions()) {
    made_.step_of.push_back(static_cast<std::uint32_t>(made_.steps.size()));
    instruction(one);
  }
  for (std::size_t i = 0; i < made_.steps.size(); ++i) {
    MachineStep& step = made_.steps[i];
    const Instruction& one = program_.instructions()[instruction_[i]];
    const auto to = [&](std::uint32_t target) {
      return static_cast<std::int32_t>(made_.step_of[target]) - static_cast<std::int32_t>(i);
    };
    switch (one.code) {
      case Code::chain:
      case Code::absorb:
      case Code::jump:
      case Code::loop:
      case Code::next: step.target = to(one.target); break;
      case Code::branch:
        step.target = to(one.target);
        step.number = to(one.after);
        break;
      default: break;
    }
  }
  for (const std::uint32_t result : program_.results()) made_.results.push_back(cell(result));
  for (const Register& one : registers_) made_.registers.push_back(one.cell);
}

void StepMaker::count() {
  for (const Instruction& one : program_.instructions()) {
    if (one.code == Code::end) continue;
    const Reads reads = reads_of(one.code);
    const auto read = [&](std::uint32_t index, bool whole) {
      ++registers_[index].reads;
      registers_[index].whole_reads += whole ? 1 : 0;
    };
    if (reads.a) read(one.a, !reads_field(one.code));
    if (reads.b) read(one.b, true);
    if (reads.to) read(one.to, true);
    if (one.code != Code::jump) ++registers_[one.to].writes;
    if (one.code == Code::loop || one.code == Code::next) ++registers_[one.b].writes;
  }
  for (const std::uint32_t result : program_.results()) {
    ++registers_[result].reads;
    ++registers_[result].whole_reads;
  }
}

void StepMaker::hold_constants() {
  for (const ConstantRegister& one : program_.constant_registers()) {
    Cell& cell = made_.cells[registers_[one.to].cell];
    hold(program_.constants()[one.constant], one.type, cell);
    const bool is_number = one.type == TypeKind::boolean || one.type == TypeKind::integer ||
                           one.type == TypeKind::unsigned_integer || one.type == TypeKind::duration;
    if (is_number && cell.is_value()) registers_[one.to].constant = cell.number;
  }
}

void StepMaker::hold(const Value& value, TypeKind type, Cell& to) {
  if (const auto* error = value.as<Error>()) {
    to = Cell::failed(error->code);
    return;
  }
  if (type == TypeKind::list || type == TypeKind::set) {
    const Values& values =
        type == TypeKind::list ? *value.as<List>()->values : *value.as<Set>()->values;
    std::vector<Cell> elements;
    elements.reserve(values.size());
    for (const Value& element : values) elements.push_back(cell_of(element));
    to = Cell::list(elements.data(), elements.size(), 1);
    made_.constants.push_back(std::move(elements));
    return;
  }
  to = cell_of(value);
}

void StepMaker::instruction(const Instruction& one) {
  switch (one.code) {
    case Code::load_variable: return load_variable(one);
    case Code::load_field:
    case Code::load_int:
    case Code::load_token:
    case Code::load_span:
    case Code::ask_field: return load_field(one);
    case Code::compare_field: return compare_field(one);
    case Code::compare_constant:
    case Code::compare_numbers:
    case Code::compare_tokens: return compare(one);
    case Code::add:
    case Code::subtract:
    case Code::multiply:
    case Code::add_durations:
    case Code::subtract_durations: return calculate(one);
    case Code::loop: return loop(one);
    case Code::next: return next(one);
    default: return plain(one);
  }
}

void StepMaker::load_variable(const Instruction& one) {
  Register& to = registers_[one.to];
  const bool is_struct = made_.variables[one.b].is_struct;
  // Whoever takes it on as a whole may read any of its fields.
  if (is_struct && (to.whole_reads > 0 || to.writes > 1)) {
    const MachineVariable& variable = made_.variables[one.b];
    const auto first = made_.reads.begin() + variable.first;
    std::fill(first, first + variable.count, true);
  }
  if (to.writes == 1) {
    to.cell = one.b;
    if (is_struct) to.variable = one.b;
    return;
  }
  MachineStep& step = added(one, running(one.code, one.type));
  step.a = offset(one.b);
}

void StepMaker::note_field(std::uint32_t index, std::uint32_t field) {
  if (registers_[index].variable) {
    made_.reads[made_.variables[*registers_[index].variable].first + field] = true;
    return;
  }
  if (made_.reads_of_elements.size() <= field) made_.reads_of_elements.resize(field + 1);
  made_.reads_of_elements[field] = true;
}

bool StepMaker::is_direct_element(std::uint32_t index) const noexcept {
  return std::any_of(loops_.begin(), loops_.end(), [index](const OpenLoop& open) {
    return open.is_direct && open.element == index;
  });
}

void StepMaker::load_field(const Instruction& one) {
  note_field(one.a, one.b);
  Register& to = registers_[one.to];
  const std::optional<std::uint32_t> variable = registers_[one.a].variable;
  if (one.code == Code::ask_field) {
    if (variable || is_direct_element(one.a)) {
      MachineStep& step = added(one, asking(variable ? Operand::cell : Operand::element));
      step.a = offset(variable ? made_.variables[*variable].first + one.b : one.b);
      return;
    }
  } else if (variable) {
    const std::uint32_t at = made_.variables[*variable].first + one.b;
    if (to.writes == 1) {
      to.cell = at;
      return;
    }
    added(one, running(Code::copy, one.type)).a = offset(at);
    return;
  } else if (is_direct_element(one.a)) {
    if (to.writes == 1 && to.reads <= 1) {
      to.pending = one.b;
      return;
    }
    added(one, reading_element()).a = offset(one.b);
    return;
  }
  MachineStep& step = added(one, running(one.code, one.type));
  step.a = offset(cell(one.a));
  step.b = offset(one.b);
}

StepMaker::Place StepMaker::place(std::uint32_t index) {
  Register& of = registers_[index];
  if (!of.pending) return {Operand::cell, offset(of.cell)};
  return {Operand::element, offset(*of.pending)};
}

StepMaker::Place StepMaker::place_or_number(std::uint32_t index) {
  const Register& of = registers_[index];
  if (of.constant) return {Operand::number, 0, *of.constant};
  return place(index);
}

std::uint32_t StepMaker::cell(std::uint32_t index) {
  Register& of = registers_[index];
  if (of.pending) {
    Instruction load;
    load.to = index;
    added(load, reading_element()).a = offset(*of.pending);
    of.pending.reset();
  }
  return of.cell;
}

void StepMaker::compare_field(const Instruction& one) {
  note_field(one.a, one.b);
  const std::optional<std::uint32_t> variable = registers_[one.a].variable;
  const auto function = static_cast<Function>(one.choice);
  Place field;
  if (variable) {
    field = {Operand::cell, offset(made_.variables[*variable].first + one.b)};
  } else if (is_direct_element(one.a)) {
    field = {Operand::element, offset(one.b)};
  } else {
    // Its own register takes the field first.
    MachineStep& load = added(one, running(Code::load_field, one.type));
    load.a = offset(cell(one.a));
    load.b = offset(one.b);
    field = {Operand::cell, load.to};
  }
  MachineStep& step = added(one, comparing(function, field.operand, Operand::number));
  step.a = field.offset;
  step.number = one.number;
}

void StepMaker::compare(const Instruction& one) {
  const auto function = static_cast<Function>(one.choice);
  const Place a = place(one.a);
  if (one.code == Code::compare_constant) {
    MachineStep& step = added(one, comparing(function, a.operand, Operand::number));
    step.a = a.offset;
    step.number = one.number;
    return;
  }
  const Place b = place_or_number(one.b);
  MachineStep& step = added(one, comparing(function, a.operand, b.operand));
  step.a = a.offset;
  step.b = b.offset;
  step.number = b.number;
}

void StepMaker::calculate(const Instruction& one) {
  Code code = one.code;
  if (code == Code::add_durations) code = Code::add;
  if (code == Code::subtract_durations) code = Code::subtract;
  const Place a = place(one.a);
  const Place b = place_or_number(one.b);
  MachineStep& step = added(one, calculating(code, a.operand, b.operand));
  step.a = a.offset;
  step.b = b.offset;
  step.number = b.number;
}

void StepMaker::loop(const Instruction& one) {
  const std::uint32_t range = cell(one.a);
  const Register& element = registers_[one.b];
  OpenLoop open;
  open.element = one.b;
  open.use = ElementUse::value;
  if (one.type == TypeKind::dyn) open.use = ElementUse::none;
  if (one.type == TypeKind::structure) {
    open.is_direct = one.slot == 0 && element.writes == 2;
    open.use = open.is_direct && element.whole_reads == 0 ? ElementUse::none : ElementUse::record;
  }
  loops_.push_back(open);
  MachineStep& step = added(one, beginning(static_cast<Macro>(one.choice), open.use));
  step.a = offset(range);
  step.b = offset(element.cell);
}

void StepMaker::next(const Instruction& one) {
  const std::uint32_t condition = cell(one.a);
  MachineStep& step = added(one, going_on(static_cast<Macro>(one.choice), loops_.back().use));
  step.a = offset(condition);
  step.b = offset(registers_[one.b].cell);
  loops_.pop_back();
}

// A comparison was made of a program's instruction, or of two of which the other read the field.
std::optional<Function> StepMaker::comparison_of(const MachineStep& step,
                                                 std::uint32_t index) const noexcept {
  const bool compares = step.code == Code::compare_constant || step.code == Code::compare_field ||
                        step.code == Code::compare_numbers || step.code == Code::compare_tokens;
  const Register& of = registers_[index];
  if (!compares || step.to != offset(of.cell) || of.writes != 1 || of.reads != 1) return {};
  const auto function = static_cast<Function>(step.choice);
  if (step.run != comparing(function, Operand::cell, Operand::number)) return {};
  return function;
}

// Two comparisons that only their join asks for are one step with it. Nothing jumps between them:
// what is read there was written on each way, and each is written in one place.
bool StepMaker::join_comparisons(const Instruction& one) {
  std::vector<MachineStep>& steps = made_.steps;
  if (steps.size() < 2) return false;
  const MachineStep first = steps[steps.size() - 2];
  const MachineStep second = steps.back();
  const std::optional<Function> b = comparison_of(second, one.b);
  if (!b) return false;
  // Of a field that may be absent: has(v.x) && v.x > 5.
  const Register& asked = registers_[one.a];
  const bool asks = first.run == asking(Operand::cell) && first.a == second.a &&
                    first.to == offset(asked.cell) && asked.writes == 1 && asked.reads == 1;
  if (asks && one.choice == 0) {
    take_back_two();
    MachineStep& step = added(one, comparing_if_set(*b));
    step.a = second.a;
    step.number = second.number;
    return true;
  }
  const std::optional<Function> a = comparison_of(first, one.a);
  const auto number = static_cast<std::int32_t>(second.number);
  if (!a || number != second.number) return false;
  take_back_two();
  MachineStep& step = added(one, comparing_both(*a, *b, one.choice));
  step.a = first.a;
  step.b = second.a;
  step.number = first.number;
  step.target = number;
  return true;
}

void StepMaker::take_back_two() {
  made_.steps.resize(made_.steps.size() - 2);
  instruction_.resize(made_.steps.size());
  const auto here = static_cast<std::uint32_t>(made_.steps.size());
  for (auto at = made_.step_of.rbegin(); at != made_.step_of.rend() && *at > here; ++at) *at = here;
}

void StepMaker::plain(const Instruction& one) {
  if (one.code == Code::join && join_comparisons(one)) return;
  const Reads reads = reads_of(one.code);
  const std::uint32_t a = reads.a ? cell(one.a) : 0;
  const std::uint32_t b = reads.b ? cell(one.b) : 0;
  const bool decides =
      one.code == Code::chain || one.code == Code::absorb || one.code == Code::join;
  MachineStep& step =
      added(one, decides ? deciding(one.code, one.choice) : running(one.code, one.type));
  step.a = offset(a);
  step.b = offset(b);
}

MachineStep& StepMaker::added(const Instruction& one, MachineStep::Run does) {
  MachineStep step;
  step.run = does;
  // A program without rules has no registers, but an end.
  if (one.code != Code::end) step.to = offset(registers_[one.to].cell);
  step.code = one.code;
  step.choice = one.choice;
  step.type = one.type;
  step.slot = one.slot;
  made_.steps.push_back(step);
  instruction_.push_back(static_cast<std::uint32_t>(made_.step_of.size() - 1));
  return made_.steps.back();
}

}  // namespace allot::cel
