#include "cel/environment.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace allot::cel {
namespace {

template <class T>
std::optional<std::uint32_t> position_of_name(const std::vector<T>& all,
                                              std::string_view name) noexcept {
  const auto found =
      std::find_if(all.begin(), all.end(), [name](const T& one) { return one.name == name; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - all.begin());
}

// Types of an expression can be deeper than anybody reads.
constexpr int shown_depth = 6;

std::string shown_type(TypeId id, const Types& types, const Environment& environment, int depth) {
  static constexpr std::array<std::string_view, 16> names{
      "dyn",       "error",    "null", "bool", "int", "uint", "string", "bytes",
      "timestamp", "duration", "list", "map",  "set", "type", "",       "?"};
  const Type& type = types[id];
  const std::string name(names[static_cast<std::size_t>(type.kind)]);
  if (depth == 0) return "...";
  switch (type.kind) {
    case TypeKind::structure: return environment.struct_of(type).name;
    case TypeKind::list:
    case TypeKind::set:
    case TypeKind::type:
      return name + "(" + shown_type(type.first, types, environment, depth - 1) + ")";
    case TypeKind::map:
      return name + "(" + shown_type(type.first, types, environment, depth - 1) + ", " +
             shown_type(type.second, types, environment, depth - 1) + ")";
    default: return name;
  }
}

}  // namespace

std::optional<std::uint32_t> StructDeclaration::find(std::string_view field) const noexcept {
  return position_of_name(fields, field);
}

TypeId Environment::declare_struct(std::string name) {
  structs.push_back({std::move(name), {}});
  return types.structure(static_cast<std::uint32_t>(structs.size() - 1));
}

void Environment::declare_field(TypeId structure, FieldDeclaration field) {
  structs[types[structure].first].fields.push_back(std::move(field));
}

void Environment::declare(std::string name, TypeId type, Bounds bounds) {
  variables.push_back({std::move(name), type, bounds});
}

std::optional<std::uint32_t> Environment::find_variable(std::string_view name) const noexcept {
  return position_of_name(variables, name);
}

std::string name_of(TypeId type, const Types& types, const Environment& environment) {
  return shown_type(type, types, environment, shown_depth);
}

}  // namespace allot::cel
