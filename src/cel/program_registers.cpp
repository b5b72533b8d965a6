#include "cel/program_registers.hpp"

#include <algorithm>

namespace allot::cel {

void Registers::hold(std::uint32_t index, const Known& constant) {
  known_[index] = constant;
  constants_.add(index);
  now_.add(index);
}

bool Registers::is_register(std::uint32_t index) {
  return index < known_.size() || refuse("a register that there is not");
}

Known* Registers::read(std::uint32_t index) {
  if (!is_register(index)) return nullptr;
  Known& known = known_[index];
  if (!now_.has(index) || known.kind == TypeKind::failed) {
    (void)refuse("reads register " + std::to_string(index) + " before it is written");
    return nullptr;
  }
  known.was_read = true;
  return &known;
}

bool Registers::read_as(std::uint32_t index, TypeKind kind) {
  const Known* known = read(index);
  return known != nullptr && (known->kind == kind || refuse("reads a value of another type"));
}

bool Registers::may_write(std::uint32_t index) {
  if (!is_register(index)) return false;
  if (constants_.has(index)) return refuse("writes over a constant");
  const Known& known = known_[index];
  const bool is_of_all = in_row_ && known.kind != TypeKind::failed && !known.is_own;
  return !is_of_all || refuse("writes over what other rows read");
}

bool Registers::note(std::uint32_t index, const Known& value) {
  if (!may_write(index)) return false;
  Known& known = known_[index];
  if (known.kind == TypeKind::failed) {
    const bool may_fail = known.may_fail || value.may_fail;
    known = value;
    known.was_read = false;
    known.may_fail = may_fail;
    known.is_own = in_row_;
    if (in_row_) own_.push_back(index);
    return true;
  }
  known.is_sure = known.is_sure && value.is_sure;
  known.may_fail = known.may_fail || value.may_fail;
  if (known.kind != value.kind) return refuse("writes a value of another type");
  const bool either_empty = known.element == TypeKind::dyn || value.element == TypeKind::dyn;
  if (!either_empty && known.element != value.element) {
    return refuse("writes a list of another type");
  }
  const bool has_struct =
      known.kind == TypeKind::structure || (known.element == TypeKind::structure && !either_empty);
  if (has_struct && known.structure != value.structure) return refuse("writes another struct");
  const bool grows = value.elements > known.elements || value.bytes > known.bytes;
  const bool learns = known.element == TypeKind::dyn && value.element != TypeKind::dyn;
  if (known.was_read && (grows || learns)) {
    return refuse("writes a longer value than was read before");
  }
  if (learns) {
    known.element = value.element;
    known.structure = value.structure;
  }
  known.elements = std::max(known.elements, value.elements);
  known.bytes = std::max(known.bytes, value.bytes);
  return true;
}

bool Registers::write(std::uint32_t index, const Known& value) {
  if (!note(index, value)) return false;
  now_.add(index);
  return true;
}

void Registers::begin_row() {
  in_row_ = true;
  for_all_ = now_;
}

void Registers::end_row() {
  in_row_ = false;
  for (const std::uint32_t index : own_) known_[index] = {};
  own_.clear();
  now_ = for_all_;
}

bool Registers::refuse(std::string text) {
  fault_ = std::move(text);
  return false;
}

}  // namespace allot::cel
