// Finds types for what an expression leaves open, such as the elements of [].
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "cel/type.hpp"

namespace allot::cel {

// Borrows the types. Takes bounded time: whoever runs out() of steps is told that nothing fits.
class Unifier {
 public:
  static constexpr std::uint32_t steps_max = 2'000'000;

  explicit Unifier(Types& types) : types_(types) {}

  [[nodiscard]] TypeId fresh();
  // Returns: whether a value of the one type can stand where the other is expected; what was open
  //          and is known by that stays so. dyn stands for all. When it cannot, nothing changes.
  [[nodiscard]] bool fits(TypeId a, TypeId b);
  // Returns: the type of a list that holds both: one of them, or dyn.
  [[nodiscard]] TypeId joined(TypeId a, TypeId b);
  // Returns: the type with what is known put in; `close` makes dyn of what stays open.
  [[nodiscard]] TypeId known(TypeId type, bool close);

  // A place to go back to when one of several arguments does not fit.
  [[nodiscard]] std::size_t mark() const noexcept { return trail_.size(); }
  void undo(std::size_t mark);
  [[nodiscard]] bool out() const noexcept { return steps_ > steps_max; }

 private:
  bool assignable(TypeId a, TypeId b);
  bool substitutes(TypeId type, TypeId variable, bool& was_bound);
  [[nodiscard]] bool less_specific(TypeId a, TypeId b);
  [[nodiscard]] bool occurs(TypeId variable, TypeId within);
  void bind(TypeId variable, TypeId type);
  [[nodiscard]] TypeId bound(TypeId variable) const noexcept {
    return bindings_[types_[variable].first];
  }
  [[nodiscard]] bool step() noexcept { return ++steps_ <= steps_max; }

  static constexpr TypeId open = ~TypeId{0};

  Types& types_;
  std::vector<TypeId> bindings_;                         // by number of the variable
  std::vector<std::pair<std::uint32_t, TypeId>> trail_;  // number, what it was bound to before
  std::uint32_t steps_{0};
};

}  // namespace allot::cel
