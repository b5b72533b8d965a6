#include "cel/machine.hpp"

#include "cel/step_maker.hpp"

namespace allot::cel {

Machine::Machine(const Program& program, const Environment& environment) {
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

bool Machine::evaluate() noexcept {
  Cell* const cells = code_.cells.data();
  for (const MachineStep* step = code_.steps.data(); step != nullptr;) {
    step = step->run(step, cells, loops_.data());
  }
  bool hits = false;
  for (const std::uint32_t result : code_.results) {
    hits = hits || !cells[result].is_value() || cells[result].number != 0;
  }
  return hits;
}

}  // namespace allot::cel
