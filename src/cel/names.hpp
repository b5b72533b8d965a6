// Which variable, type or macro's variable each name of an expression stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/ast.hpp"
#include "cel/environment.hpp"

namespace allot::cel {

enum class ReferenceKind : std::uint8_t {
  none,      // of a select: the field of its operand; of an ident: nothing has this name
  variable,  // index: its position in the environment
  local,     // index: the node of the comprehension that binds it
  type,      // index: its TypeKind, with parts of dyn
};

struct Reference {
  ReferenceKind kind{};
  std::uint32_t index{};
};

// By node. A select that names a variable with points in its name is that variable; what stands
// below it is not looked at then.
using References = std::vector<Reference>;

// The longest name of a chain such as a.b.c that is declared wins; in a container the longest
// prefix of that. A macro's variable hides every name that begins with it.
[[nodiscard]] References resolve(const Ast& ast, const Environment& environment);

}  // namespace allot::cel
