#include "cel/type.hpp"

namespace allot::cel {

Types::Types() {
  // Those without parts, so that plain() needs no look-up.
  for (std::uint32_t kind = 0; kind <= static_cast<std::uint32_t>(TypeKind::duration); ++kind) {
    types_.push_back({static_cast<TypeKind>(kind), 0, 0});
  }
}

TypeId Types::made(TypeKind kind, std::uint32_t first, std::uint32_t second) {
  const std::array<std::uint32_t, 3> key{static_cast<std::uint32_t>(kind), first, second};
  const auto [found, added] = ids_.try_emplace(key, static_cast<TypeId>(types_.size()));
  if (added) types_.push_back({kind, first, second});
  return found->second;
}

}  // namespace allot::cel
