// What an expression may speak of: declared variables and structs.
//
// Filled once, then only read. Threads: one fills, any may read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/type.hpp"

namespace allot::cel {

enum class Presence : std::uint8_t {
  required,  // every value has it
  optional,  // reading one that is not set is the error no_such_field; has() asks
};

// The most that a field or a variable may hold; what its cost is reckoned by.
struct Bounds {
  static constexpr std::uint32_t unbounded = ~std::uint32_t{0};

  std::uint32_t elements{unbounded};  // of a list
  std::uint32_t bytes{unbounded};     // of a text, or of each text in a list or set
};

struct FieldDeclaration {
  std::string name;
  TypeId type{};
  Presence presence{Presence::required};
  Bounds bounds;
};

struct StructDeclaration {
  std::string name;
  std::vector<FieldDeclaration> fields;

  // Returns: its position; nothing when there is no such field.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view field) const noexcept;
};

struct VariableDeclaration {
  std::string name;  // may hold points: "o.total"
  TypeId type{};
  Bounds bounds;
};

struct Environment {
  Types types;
  std::vector<VariableDeclaration> variables;
  std::vector<StructDeclaration> structs;
  // Names are looked for in it first: with "shop.risk", x is shop.risk.x, shop.x or x.
  std::string container;

  // Returns: the type of a new struct, whose fields can be added later, so that structs may name
  //          each other.
  TypeId declare_struct(std::string name);
  void declare_field(TypeId structure, FieldDeclaration field);
  void declare(std::string name, TypeId type, Bounds bounds = {});

  [[nodiscard]] std::optional<std::uint32_t> find_variable(std::string_view name) const noexcept;
  // Requires: the type of a struct.
  [[nodiscard]] const StructDeclaration& struct_of(const Type& type) const noexcept {
    return structs[type.first];
  }
};

// Returns: the type as an expression or a declaration writes it: "list(int)".
[[nodiscard]] std::string name_of(TypeId type, const Types& types, const Environment& environment);

}  // namespace allot::cel
