#include "cel/machine.hpp"

#include "cel/step_maker.hpp"

namespace allot::cel {

Machine::Machine(const Program& program, const Environment& environment) {
  auto cells = static_cast<std::uint32_t>(environment.variables.size());
  for (std::uint32_t i = 0; i < environment.variables.size(); ++i) {
    const Type& type = environment.types[environment.variables[i].type];
    Variable made{i, 1, type.kind == TypeKind::structure};
    if (made.is_struct) {
      made.first = cells;
      made.count = static_cast<std::uint32_t>(environment.struct_of(type).fields.size());
      cells += made.count;
    }
    variables_.push_back(made);
  }
  reads_.resize(cells);
  cells_.resize(cells + program.registers());
  for (std::uint32_t i = 0; i < variables_.size(); ++i) restore(i);
  StepMaker(program, *this, cells).run();
}

void Machine::fail(std::uint32_t variable, ErrorCode error) noexcept {
  cells_[variable] = Cell::failed(error);
  if (!variables_[variable].is_struct) return;
  for (Cell& field : cells(variable)) {
    field = Cell::failed(error);
    field.presence = Cell::Presence::unknown;
  }
}

void Machine::restore(std::uint32_t variable) noexcept {
  const Variable& restored = variables_[variable];
  if (restored.is_struct) cells_[variable] = Cell::structure(cells_.data() + restored.first);
}

void Machine::run(std::span<Outcome> outcomes) noexcept {
  Cell* const cells = cells_.data();
  for (const MachineStep* step = steps_.data(); step != nullptr;) {
    step = step->run(step, cells, loops_.data());
  }
  const std::uint32_t* result = results_.data();
  for (Outcome& outcome : outcomes) {
    const Cell& from = cells[*result++];
    outcome.holds = from.is_value() && from.number != 0;
    outcome.error = from.is_value() ? std::nullopt : std::optional<ErrorCode>(from.error);
  }
}

}  // namespace allot::cel
