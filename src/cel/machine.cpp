#include "cel/machine.hpp"

#include <algorithm>

#include "cel/step_maker.hpp"

namespace allot::cel {

Machine::Machine(const Program& program, const Environment& environment) : program_(program) {
  auto cells = static_cast<std::uint32_t>(environment.variables.size());
  for (std::uint32_t i = 0; i < environment.variables.size(); ++i) {
    const Type& type = environment.types[environment.variables[i].type];
    MachineVariable made{i, 1, type.kind == TypeKind::structure};
    if (made.is_struct) {
      made.first = cells;
      made.count = static_cast<std::uint32_t>(environment.struct_of(type).fields.size());
      cells += made.count;
    }
    code_.variables.push_back(made);
  }
  code_.reads.resize(cells);
  code_.cells.resize(cells + program.registers());
  for (std::uint32_t i = 0; i < code_.variables.size(); ++i) restore(i);
  StepMaker(program, code_, cells).run();
  std::vector<bool> is_row(program.results().size());
  for (const Table& table : program.tables()) {
    indexes_.emplace_back(program.parts(), table);
    for (const TableRow& row : table.rows) is_row[row.rule] = true;
  }
  for (std::uint32_t i = 0; i < is_row.size(); ++i) {
    if (!is_row[i]) alone_.push_back({i, code_.results[i]});
  }
  told_.reserve(is_row.size());
}

void Machine::fail(std::uint32_t variable, ErrorCode error) noexcept {
  code_.cells[variable] = Cell::failed(error);
  if (!code_.variables[variable].is_struct) return;
  for (Cell& field : cells(variable)) {
    field = Cell::failed(error);
    field.presence = Cell::Presence::unknown;
  }
}

void Machine::restore(std::uint32_t variable) noexcept {
  const MachineVariable& restored = code_.variables[variable];
  if (restored.is_struct)
    code_.cells[variable] = Cell::structure(code_.cells.data() + restored.first);
}

inline void Machine::run_from(const MachineStep* step) noexcept {
  Cell* const cells = code_.cells.data();
  while (step != nullptr) step = step->run(step, cells, loops_.data());
}

std::span<const Told> Machine::evaluate() noexcept {
  told_.clear();
  run_from(code_.steps.data());
  const Cell* const cells = code_.cells.data();
  for (const Alone& one : alone_) {
    const Cell& from = cells[one.cell];
    if (!from.is_value() || from.number != 0) [[unlikely]] {
      told_.push_back({one.rule, outcome(one.rule)});
    }
  }
  if (indexes_.empty()) return told_;
  for (std::size_t table = 0; table < indexes_.size(); ++table) run_table(table);
  const auto is_before = [](const Told& a, const Told& b) { return a.rule < b.rule; };
  if (!std::is_sorted(told_.begin(), told_.end(), is_before)) {
    std::sort(told_.begin(), told_.end(), is_before);
  }
  return told_;
}

void Machine::run_table(std::size_t table) noexcept {
  const Table& of = program_.tables()[table];
  const TableIndex& index = indexes_[table];
  TableIndex::Values values;
  for (std::size_t i = 0; i < index.columns().size(); ++i) {
    const Cell& from = code_.cells[code_.registers[index.columns()[i]]];
    if (from.is_value()) values[i] = from.number;
  }
  index.select(values, rows_, scratch_);
  ErrorCode before{};  // why nobody knows whether a row before this one holds
  rows_.visit([&](std::size_t at) {
    const TableRow& row = of.rows[at];
    run_from(code_.steps.data() + code_.step_of[row.begin]);
    const Cell& result = code_.cells[code_.results[row.rule]];
    if (result.is_value() && result.number == 0) return true;
    Outcome found = outcome(row.rule);
    if (of.first && found.holds && before != ErrorCode{}) found = {false, before};
    told_.push_back({row.rule, found});
    if (result.is_value()) return !of.first;
    if (before == ErrorCode{}) before = result.error;
    return true;
  });
}

void Machine::run(std::span<Outcome> outcomes) noexcept {
  if (indexes_.empty()) {
    run_from(code_.steps.data());
    for (std::uint32_t i = 0; i < outcomes.size(); ++i) outcomes[i] = outcome(i);
    return;
  }
  std::fill(outcomes.begin(), outcomes.end(), Outcome{});
  for (const Told& told : evaluate()) outcomes[told.rule] = told.outcome;
}

}  // namespace allot::cel
