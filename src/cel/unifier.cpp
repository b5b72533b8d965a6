#include "cel/unifier.hpp"

namespace allot::cel {
namespace {

bool has_one_part(TypeKind kind) noexcept {
  return kind == TypeKind::list || kind == TypeKind::set || kind == TypeKind::type;
}

bool stands_for_all(TypeKind kind) noexcept {
  return kind == TypeKind::dyn || kind == TypeKind::failed;
}

}  // namespace

TypeId Unifier::fresh() {
  bindings_.push_back(open);
  return types_.variable(static_cast<std::uint32_t>(bindings_.size() - 1));
}

void Unifier::bind(TypeId variable, TypeId type) {
  const std::uint32_t number = types_[variable].first;
  trail_.emplace_back(number, bindings_[number]);
  bindings_[number] = type;
}

void Unifier::undo(std::size_t mark) {
  while (trail_.size() > mark) {
    bindings_[trail_.back().first] = trail_.back().second;
    trail_.pop_back();
  }
}

bool Unifier::fits(TypeId a, TypeId b) {
  const std::size_t before = mark();
  if (assignable(a, b)) return true;
  undo(before);
  return false;
}

// Returns: whether `type` can be what `variable` stands for.
bool Unifier::substitutes(TypeId type, TypeId variable, bool& was_bound) {
  was_bound = true;
  if (type == variable) return true;
  const TypeId before = bound(variable);
  if (before == open) {
    was_bound = false;
    if (occurs(variable, type)) return false;
    bind(variable, type);
    return true;
  }
  if (type == before) return true;
  if (!assignable(type, before)) return false;
  const TypeId wider = less_specific(type, before) ? type : before;
  if (wider != before && !occurs(variable, wider)) bind(variable, wider);
  return true;
}

bool Unifier::assignable(TypeId a, TypeId b) {
  if (!step()) return false;
  if (a == b) return true;
  const TypeKind kind_a = types_.kind(a);
  const TypeKind kind_b = types_.kind(b);
  bool was_bound = false;
  if (kind_b == TypeKind::variable) {
    if (substitutes(a, b, was_bound)) return true;
    if (was_bound) return false;
  }
  if (kind_a == TypeKind::variable) return substitutes(b, a, was_bound);
  if (stands_for_all(kind_a) || stands_for_all(kind_b)) return true;
  if (kind_a != kind_b) return false;
  const Type type_a = types_[a];
  const Type type_b = types_[b];
  // What a type names is not asked: types of types are all alike.
  if (kind_a == TypeKind::type) return true;
  if (has_one_part(kind_a)) return assignable(type_a.first, type_b.first);
  if (kind_a == TypeKind::map) {
    return assignable(type_a.first, type_b.first) && assignable(type_a.second, type_b.second);
  }
  return false;  // equal types have one id
}

bool Unifier::less_specific(TypeId a, TypeId b) {
  if (!step()) return true;
  if (a == b) return true;
  const TypeKind kind_a = types_.kind(a);
  const TypeKind kind_b = types_.kind(b);
  if (stands_for_all(kind_a) || kind_a == TypeKind::variable) return true;
  if (stands_for_all(kind_b) || kind_b == TypeKind::variable || kind_a != kind_b) return false;
  const Type type_a = types_[a];
  const Type type_b = types_[b];
  if (has_one_part(kind_a)) return less_specific(type_a.first, type_b.first);
  if (kind_a == TypeKind::map) {
    return less_specific(type_a.first, type_b.first) && less_specific(type_a.second, type_b.second);
  }
  return false;
}

bool Unifier::occurs(TypeId variable, TypeId within) {
  if (!step() || variable == within) return true;
  const Type type = types_[within];
  if (type.kind == TypeKind::variable) {
    const TypeId next = bound(within);
    return next != open && occurs(variable, next);
  }
  if (has_one_part(type.kind)) return occurs(variable, type.first);
  return type.kind == TypeKind::map &&
         (occurs(variable, type.first) || occurs(variable, type.second));
}

TypeId Unifier::joined(TypeId a, TypeId b) {
  if (!fits(a, b)) return Types::plain(TypeKind::dyn);
  return less_specific(a, b) ? a : b;
}

TypeId Unifier::known(TypeId id, bool close) {
  if (!step()) return Types::plain(TypeKind::dyn);
  const Type type = types_[id];
  switch (type.kind) {
    case TypeKind::variable:
      if (bound(id) != open) return known(bound(id), close);
      return close ? Types::plain(TypeKind::dyn) : id;
    case TypeKind::list: return types_.list(known(type.first, close));
    case TypeKind::set: return types_.set(known(type.first, close));
    case TypeKind::type: return types_.type(known(type.first, close));
    case TypeKind::map: {
      const TypeId key = known(type.first, close);
      return types_.map(key, known(type.second, close));
    }
    default: return id;
  }
}

}  // namespace allot::cel
