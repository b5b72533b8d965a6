#include "cel/steps.hpp"

#include <array>
#include <utility>

#include "cel/calculate.hpp"

namespace allot::cel {
namespace {

using Run = MachineStep::Run;
constexpr ErrorCode no_error{};

inline Cell& cell_at(Cell* cells, std::uint32_t offset) noexcept {
  return *reinterpret_cast<Cell*>(reinterpret_cast<std::byte*>(cells) + offset);
}
inline const Cell& cell_at(const Cell* cells, std::uint32_t offset) noexcept {
  return *reinterpret_cast<const Cell*>(reinterpret_cast<const std::byte*>(cells) + offset);
}

inline void set(Cell& to, std::int64_t number) noexcept {
  to.number = number;
  to.error = no_error;
}
inline void set_failed(Cell& to, ErrorCode error) noexcept {
  to.number = 0;
  to.error = error;
}

template <Operand where>
inline const Cell& operand(std::uint32_t offset, const Cell* cells,
                           const MachineLoop* loops) noexcept {
  if constexpr (where == Operand::element) {
    return cell_at(loops[0].element, offset);
  } else {
    return cell_at(cells, offset);
  }
}

template <Function function>
inline bool holds(std::int64_t a, std::int64_t b) noexcept {
  if constexpr (function == Function::equals) return a == b;
  if constexpr (function == Function::not_equals) return a != b;
  if constexpr (function == Function::less) return a < b;
  if constexpr (function == Function::less_equals) return a <= b;
  if constexpr (function == Function::greater) return a > b;
  return a >= b;
}

template <Function function, Operand first, Operand second>
const MachineStep* compare(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  const Cell& a = operand<first>(step->a, cells, loops);
  Cell& to = cell_at(cells, step->to);
  if constexpr (second == Operand::number) {
    to.number = holds<function>(a.number, step->number) ? 1 : 0;
    to.error = a.error;
  } else {
    const Cell& b = operand<second>(step->b, cells, loops);
    const ErrorCode error = a.error != no_error ? a.error : b.error;
    to.number = holds<function>(a.number, b.number) ? 1 : 0;
    to.error = error;
  }
  return step + 1;
}

template <Code code>
inline bool overflows(std::int64_t a, std::int64_t b, std::int64_t& result) noexcept {
  if constexpr (code == Code::add) return __builtin_add_overflow(a, b, &result);
  if constexpr (code == Code::subtract) return __builtin_sub_overflow(a, b, &result);
  return __builtin_mul_overflow(a, b, &result);
}

template <Code code, Operand first, Operand second>
const MachineStep* calculate_two(const MachineStep* step, Cell* cells,
                                 MachineLoop* loops) noexcept {
  const Cell& a = operand<first>(step->a, cells, loops);
  Cell& to = cell_at(cells, step->to);
  std::int64_t result = 0;
  ErrorCode error = a.error;
  bool too_large = false;
  if constexpr (second == Operand::number) {
    too_large = overflows<code>(a.number, step->number, result);
  } else {
    const Cell& b = operand<second>(step->b, cells, loops);
    too_large = overflows<code>(a.number, b.number, result);
    error = error != no_error ? error : b.error;
  }
  // What an error has for a number says nothing.
  if (too_large && error == no_error) error = ErrorCode::overflow;
  to.number = result;
  to.error = error;
  return step + 1;
}

const MachineStep* read_element(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  cell_at(cells, step->to) = cell_at(loops[0].element, step->a);
  return step + 1;
}

inline void tell_presence(const Cell& field, Cell& to) noexcept {
  to.number = field.presence == Cell::Presence::set ? 1 : 0;
  to.error = field.presence == Cell::Presence::unknown ? field.error : no_error;
}

template <Operand where>
const MachineStep* ask(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  tell_presence(operand<where>(step->a, cells, loops), cell_at(cells, step->to));
  return step + 1;
}

// Whether an operand makes a chain true or false whatever the others are.
inline bool decides(const Cell& operand, std::int64_t choice) noexcept {
  return operand.error == no_error && operand.number == choice;
}
inline void take(Cell& to, const Cell& from) noexcept {
  const std::int64_t number = from.number;
  const ErrorCode error = from.error;
  to.number = number;
  to.error = error;
}

template <std::int64_t choice>
const MachineStep* begin_chain(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& a = cell_at(cells, step->a);
  take(cell_at(cells, step->to), a);
  return decides(a, choice) ? step + step->target : step + 1;
}

template <std::int64_t choice>
const MachineStep* absorb(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& a = cell_at(cells, step->a);
  Cell& to = cell_at(cells, step->to);
  if (decides(a, choice)) {
    take(to, a);
    return step + step->target;
  }
  if (to.error == no_error) take(to, a);
  return step + 1;
}

// An error and a value are taken from one cell.
template <std::int64_t choice>
const MachineStep* join(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& a = cell_at(cells, step->a);
  const Cell& b = cell_at(cells, step->b);
  const bool second = !decides(a, choice) && (a.error == no_error || decides(b, choice));
  take(cell_at(cells, step->to), second ? b : a);
  return step + 1;
}

template <Function first, Function second, std::int64_t choice>
const MachineStep* compare_both(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& a = cell_at(cells, step->a);
  const Cell& b = cell_at(cells, step->b);
  Cell& to = cell_at(cells, step->to);
  const bool a_holds = holds<first>(a.number, step->number);
  const bool b_holds = holds<second>(b.number, step->target);
  if (a.error == no_error && b.error == no_error) [[likely]] {
    set(to, (choice != 0 ? a_holds || b_holds : a_holds && b_holds) ? 1 : 0);
    return step + 1;
  }
  const bool a_decides = a.error == no_error && a_holds == (choice != 0);
  const bool b_decides = b.error == no_error && b_holds == (choice != 0);
  const ErrorCode error = a.error != no_error ? a.error : b.error;
  set(to, choice);
  if (!a_decides && !b_decides) set_failed(to, error);
  return step + 1;
}

template <Function function>
const MachineStep* compare_if_set(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& field = cell_at(cells, step->a);
  Cell& to = cell_at(cells, step->to);
  if (field.presence == Cell::Presence::absent) {
    set(to, 0);
    return step + 1;
  }
  // An error is that of both, of whether it is set and of what it compares.
  to.number = holds<function>(field.number, step->number) ? 1 : 0;
  to.error = field.error;
  return step + 1;
}

template <ElementUse use>
inline void enter(const MachineStep* step, Cell* cells, const MachineLoop& loop) noexcept {
  if constexpr (use == ElementUse::value) cell_at(cells, step->b) = *loop.element;
  if constexpr (use == ElementUse::record) {
    cell_at(cells, step->b) = Cell::structure(loop.element);
  }
}

template <Macro macro, ElementUse use>
const MachineStep* begin_loop(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  const Cell& range = cell_at(cells, step->a);
  if (range.error != no_error || range.number == 0) {
    const ErrorCode error = range.error;
    Cell& to = cell_at(cells, step->to);
    set(to, macro == Macro::all ? 1 : 0);
    to.error = error;
    return step + step->target;
  }
  MachineLoop& loop = loops[step->slot];
  loop = {range.cells, static_cast<std::uint64_t>(range.number), range.stride, 0, no_error};
  enter<use>(step, cells, loop);
  return step + 1;
}

template <Macro macro, ElementUse use>
const MachineStep* next_element(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  MachineLoop& loop = loops[step->slot];
  const Cell& condition = cell_at(cells, step->a);
  Cell& to = cell_at(cells, step->to);
  if (condition.error != no_error) {
    if (loop.error == no_error) loop.error = condition.error;
    // The others may still be decided by a later element.
    if constexpr (macro == Macro::exists_one) {
      set_failed(to, loop.error);
      return step + 1;
    }
  } else if (condition.number != 0) {
    if constexpr (macro == Macro::exists) {
      set(to, 1);
      return step + 1;
    }
    ++loop.held;
  } else if constexpr (macro == Macro::all) {
    set(to, 0);
    return step + 1;
  }
  if (--loop.left != 0) {
    loop.element += loop.stride;
    enter<use>(step, cells, loop);
    return step + step->target;
  }
  if (loop.error != no_error) {
    set_failed(to, loop.error);
  } else {
    set(to, macro == Macro::all || (macro == Macro::exists_one && loop.held == 1) ? 1 : 0);
  }
  return step + 1;
}

// The others.

const MachineStep* general(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  calculate(step->code, step->choice, step->type, cell_at(cells, step->a), cell_at(cells, step->b),
            cell_at(cells, step->to));
  return step + 1;
}

const MachineStep* negate_truth(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& a = cell_at(cells, step->a);
  const ErrorCode error = a.error;
  Cell& to = cell_at(cells, step->to);
  to.number = a.number == 0 ? 1 : 0;
  to.error = error;
  return step + 1;
}

const MachineStep* find_token(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  const Cell& wanted = cell_at(cells, step->a);
  const Cell& in = cell_at(cells, step->b);
  if (wanted.error != no_error || in.error != no_error || !in.is_borrowed_set) {
    return general(step, cells, loops);
  }
  const bool is_in = in.tokens->contains(static_cast<std::uint64_t>(wanted.number));
  set(cell_at(cells, step->to), is_in ? 1 : 0);
  return step + 1;
}

const MachineStep* count_values(const MachineStep* step, Cell* cells, MachineLoop* loops) noexcept {
  const Cell& a = cell_at(cells, step->a);
  if (a.is_borrowed_set) return general(step, cells, loops);
  const ErrorCode error = a.error;
  Cell& to = cell_at(cells, step->to);
  to.number = a.number;
  to.error = error;
  return step + 1;
}

const MachineStep* read_field(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& record = cell_at(cells, step->a);
  cell_at(cells, step->to) =
      record.is_value() ? cell_at(record.cells, step->b) : Cell::failed(record.error);
  return step + 1;
}

const MachineStep* ask_field(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& record = cell_at(cells, step->a);
  Cell& to = cell_at(cells, step->to);
  if (record.is_value()) {
    tell_presence(cell_at(record.cells, step->b), to);
  } else {
    set_failed(to, record.error);
  }
  return step + 1;
}

const MachineStep* read_index(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell list = cell_at(cells, step->a);
  const Cell index = cell_at(cells, step->b);
  Cell& to = cell_at(cells, step->to);
  if (!list.is_value() || !index.is_value()) {
    to = Cell::failed(list.is_value() ? index.error : list.error);
  } else if (index.number < 0 || index.number >= list.number) {
    to = Cell::failed(ErrorCode::index_out_of_range);
  } else {
    const Cell* const element = list.cells + static_cast<std::size_t>(index.number) * list.stride;
    to = step->type == TypeKind::structure ? Cell::structure(element) : *element;
  }
  return step + 1;
}

const MachineStep* copy(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  cell_at(cells, step->to) = Cell(cell_at(cells, step->a));
  return step + 1;
}

const MachineStep* branch(const MachineStep* step, Cell* cells, MachineLoop*) noexcept {
  const Cell& condition = cell_at(cells, step->a);
  if (condition.error != no_error) {
    cell_at(cells, step->to) = Cell::failed(condition.error);
    return step + step->number;
  }
  return condition.number == 0 ? step + step->target : step + 1;
}

const MachineStep* jump(const MachineStep* step, Cell*, MachineLoop*) noexcept {
  return step + step->target;
}

const MachineStep* end(const MachineStep*, Cell*, MachineLoop*) noexcept { return nullptr; }

// Functions by their numbers.

// Calls choose<function>().
template <class Choose>
Run by_function(Function function, Choose&& choose) noexcept {
  switch (function) {
    case Function::equals: return choose.template operator()<Function::equals>();
    case Function::not_equals: return choose.template operator()<Function::not_equals>();
    case Function::less: return choose.template operator()<Function::less>();
    case Function::less_equals: return choose.template operator()<Function::less_equals>();
    case Function::greater: return choose.template operator()<Function::greater>();
    default: return choose.template operator()<Function::greater_equals>();
  }
}

template <Operand a, Operand b>
Run calculating_by(Code code) noexcept {
  switch (code) {
    case Code::add: return calculate_two<Code::add, a, b>;
    case Code::subtract: return calculate_two<Code::subtract, a, b>;
    default: return calculate_two<Code::multiply, a, b>;
  }
}

// Calls choose<a, b>() with where the operands lie.
template <class Choose>
Run by_operands(Operand a, Operand b, Choose&& choose) noexcept {
  using enum Operand;
  const auto second = [&]<Operand first>() -> Run {
    switch (b) {
      case cell: return choose.template operator()<first, cell>();
      case element: return choose.template operator()<first, element>();
      default: return choose.template operator()<first, number>();
    }
  };
  return a == element ? second.template operator()<element>() : second.template operator()<cell>();
}

template <template <Macro, ElementUse> class Steps>
Run by_loop(Macro macro, ElementUse use) noexcept {
  const auto second = [&]<Macro one>() -> Run {
    switch (use) {
      case ElementUse::none: return Steps<one, ElementUse::none>::run;
      case ElementUse::value: return Steps<one, ElementUse::value>::run;
      default: return Steps<one, ElementUse::record>::run;
    }
  };
  switch (macro) {
    case Macro::all: return second.template operator()<Macro::all>();
    case Macro::exists: return second.template operator()<Macro::exists>();
    default: return second.template operator()<Macro::exists_one>();
  }
}

template <Macro macro, ElementUse use>
struct Begins {
  static constexpr Run run = begin_loop<macro, use>;
};
template <Macro macro, ElementUse use>
struct GoesOn {
  static constexpr Run run = next_element<macro, use>;
};

}  // namespace

Run comparing(Function function, Operand a, Operand b) noexcept {
  return by_operands(a, b, [function]<Operand first, Operand second>() {
    return by_function(function, []<Function one>() -> Run { return compare<one, first, second>; });
  });
}

Run comparing_both(Function first, Function second, std::uint8_t choice) noexcept {
  return by_function(first, [&]<Function a>() {
    return by_function(second, [&]<Function b>() -> Run {
      return choice != 0 ? compare_both<a, b, 1> : compare_both<a, b, 0>;
    });
  });
}

Run comparing_if_set(Function function) noexcept {
  return by_function(function, []<Function one>() -> Run { return compare_if_set<one>; });
}

Run calculating(Code code, Operand a, Operand b) noexcept {
  return by_operands(a, b, [code]<Operand first, Operand second>() {
    return calculating_by<first, second>(code);
  });
}

Run reading_element() noexcept { return read_element; }

Run asking(Operand field) noexcept {
  return field == Operand::element ? ask<Operand::element> : ask<Operand::cell>;
}

Run deciding(Code code, std::uint8_t choice) noexcept {
  switch (code) {
    case Code::chain: return choice != 0 ? begin_chain<1> : begin_chain<0>;
    case Code::absorb: return choice != 0 ? absorb<1> : absorb<0>;
    default: return choice != 0 ? join<1> : join<0>;
  }
}

Run beginning(Macro macro, ElementUse use) noexcept { return by_loop<Begins>(macro, use); }
Run going_on(Macro macro, ElementUse use) noexcept { return by_loop<GoesOn>(macro, use); }

Run running(Code code, TypeKind type) noexcept {
  switch (code) {
    case Code::load_field:
    case Code::load_int:
    case Code::load_token:
    case Code::load_span: return read_field;
    case Code::ask_field: return ask_field;
    case Code::load_index: return read_index;
    case Code::load_variable:
    case Code::copy: return copy;
    case Code::logical_not: return negate_truth;
    case Code::size_of_values: return count_values;
    case Code::in_set: return type == TypeKind::unsigned_integer ? find_token : general;
    case Code::branch: return branch;
    case Code::jump: return jump;
    case Code::end: return end;
    default: return general;
  }
}

}  // namespace allot::cel
