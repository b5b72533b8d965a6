// What of the language a rule may use. Everything else is refused when a rule is compiled.
//
// The profile is a part of CEL on which all implementations agree, so that any of them can try a
// rule, and that can be evaluated in bounded time without memory: bool, int, string, timestamp,
// duration, uint for tokens, lists, declared structs and sets. docs/decisions/0061 says why.
#pragma once

#include <cstdint>

#include "cel/ast.hpp"
#include "cel/checker.hpp"
#include "cel/environment.hpp"
#include "cel/problem.hpp"

namespace allot::cel {

struct ProfileLimits {
  static constexpr std::uint32_t nested_macros_max = 2;
};

// Requires: an expression that was checked without errors.
// Returns:  an error for each part that lies outside of the profile.
[[nodiscard]] Problems outside_profile(const Ast& ast, const Checked& checked,
                                       const Environment& environment);

// Requires: the same.
// Returns:  a warning for each read of an optional field that may not be set then. One is guarded
//           when the expression is decided without it wherever the field is not set: by has() in
//           the same &&, before or behind it, by !has() in the same ||, or by the condition of ?:.
[[nodiscard]] Problems unguarded_reads(const Ast& ast, const Checked& checked,
                                       const Environment& environment);

// The most steps (Work) that an expression can take, and where most of them go.
struct Cost {
  static constexpr std::uint64_t unbounded = ~std::uint64_t{0};

  std::uint64_t steps{};
  ExprId dearest{};  // of an unbounded one, what has no bound
};
// Requires: an expression of the profile.
[[nodiscard]] Cost worst_cost(const Ast& ast, const Checked& checked,
                              const Environment& environment);

}  // namespace allot::cel
