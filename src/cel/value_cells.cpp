#include "cel/value_cells.hpp"

#include <algorithm>
#include <cstddef>

namespace allot::cel {
namespace {

// Each field of a record that is an error.
Cell unknown(ErrorCode error) noexcept {
  Cell made = Cell::failed(error);
  made.presence = Cell::Presence::unknown;
  return made;
}

}  // namespace

void ValueCells::give(std::span<const Value> values, Machine& machine) {
  kept_.clear();
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (const auto* record = values[i].as<RecordRef>()) {
      machine.restore(i);
      write(*record->record, machine.cells(i).data());
    } else if (const auto* error = values[i].as<Error>()) {
      machine.fail(i, error->code);
    } else {
      machine.cells(i).front() = cell(values[i]);
    }
  }
}

Cell ValueCells::cell(const Value& value) {
  if (const auto* of = value.as<List>()) return list(*of->values);
  if (const auto* of = value.as<Set>()) return list(*of->values);
  const auto* record = value.as<RecordRef>();
  if (record == nullptr) return cell_of(value);
  std::vector<Cell>& fields = kept_.emplace_back(record->record->fields.size());
  write(*record->record, fields.data());
  return Cell::structure(fields.data());
}

Cell ValueCells::list(const Values& values) {
  std::size_t stride = 1;
  for (const Value& value : values) {
    if (const auto* of = value.as<RecordRef>()) stride = of->record->fields.size();
  }
  std::vector<Cell>& cells = kept_.emplace_back(values.size() * stride);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Cell* const to = cells.data() + i * stride;
    if (const auto* record = values[i].as<RecordRef>()) {
      write(*record->record, to);
    } else {
      const Cell made = cell(values[i]);
      std::fill_n(to, stride, stride > 1 ? unknown(made.error) : made);
    }
  }
  return Cell::list(cells.data(), values.size(), static_cast<std::uint32_t>(stride));
}

void ValueCells::write(const Record& record, Cell* to) {
  for (const Record::Field& field : record.fields) {
    *to++ = field.set ? cell(field.value) : Cell::absent();
  }
}

void run(Machine& machine, std::span<const Value> values, std::span<Outcome> outcomes) {
  ValueCells cells;
  cells.give(values, machine);
  machine.run(outcomes);
}

}  // namespace allot::cel
