// Types of expressions. Equal types have one id, so that ids are compared.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace allot::cel {

using TypeId = std::uint32_t;

enum class TypeKind : std::uint8_t {
  dyn,     // anything; known when it is evaluated
  failed,  // of what was reported already, so that nothing follows from it
  null,
  boolean,
  integer,
  unsigned_integer,
  text,
  bytes,
  timestamp,
  duration,
  list,       // first: of its elements
  map,        // first: of its keys, second: of its values
  set,        // first: of its elements
  type,       // first: the type that it names
  structure,  // first: the number of the struct
  variable,   // first: a type that follows from the rest of the expression
};

struct Type {
  TypeKind kind{};
  std::uint32_t first{};
  std::uint32_t second{};
};

// The types that occur in one expression or environment. Those without parts always have the
// number of their kind.
class Types {
 public:
  Types();

  // Requires: a kind without parts.
  [[nodiscard]] static constexpr TypeId plain(TypeKind kind) noexcept {
    return static_cast<TypeId>(kind);
  }
  TypeId list(TypeId element) { return made(TypeKind::list, element, 0); }
  TypeId map(TypeId key, TypeId value) { return made(TypeKind::map, key, value); }
  TypeId set(TypeId element) { return made(TypeKind::set, element, 0); }
  TypeId type(TypeId named) { return made(TypeKind::type, named, 0); }
  TypeId structure(std::uint32_t number) { return made(TypeKind::structure, number, 0); }
  TypeId variable(std::uint32_t number) { return made(TypeKind::variable, number, 0); }

  [[nodiscard]] const Type& operator[](TypeId id) const noexcept { return types_[id]; }
  [[nodiscard]] TypeKind kind(TypeId id) const noexcept { return types_[id].kind; }

 private:
  TypeId made(TypeKind kind, std::uint32_t first, std::uint32_t second);

  std::vector<Type> types_;
  std::map<std::array<std::uint32_t, 3>, TypeId> ids_;
};

}  // namespace allot::cel
