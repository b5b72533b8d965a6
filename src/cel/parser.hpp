// Text to a tree. Whatever the text, it takes bounded stack and memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "cel/ast.hpp"
#include "cel/problem.hpp"

namespace allot::cel {

struct ParseLimits {
  static constexpr std::uint32_t source_bytes_max = 65'536;
  static constexpr std::uint32_t nodes_max = 20'000;
  // Of brackets in brackets, and of nodes below nodes. A chain of && or || is one node.
  static constexpr std::uint32_t depth_max = 200;
  static constexpr std::uint32_t nested_macros_max = 8;
};

struct Parsed {
  Ast ast;
  Problems problems;  // one at most: what follows a fault of spelling is a guess

  [[nodiscard]] bool ok() const noexcept { return problems.empty(); }
};

[[nodiscard]] Parsed parse(std::string_view source);

}  // namespace allot::cel
