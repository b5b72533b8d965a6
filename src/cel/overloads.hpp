// For which types each operator and function is defined.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "cel/function.hpp"

namespace allot::cel {

// A type in a signature; a and b stand for any type, the same in all places of one signature.
enum class Part : std::uint8_t {
  none,
  boolean,
  integer,
  unsigned_integer,
  text,
  bytes,
  timestamp,
  duration,
  dyn,
  a,
  b,
  list_of_a,
  map_of_a_b,
  set_of_a,
  type_of_a,
};

// How it is called: f(x), x.f(), or both. Operators are called as f(x).
enum class Shape : std::uint8_t { function, method, both };

struct Overload {
  Function function{};
  Shape shape{};
  Part result{};
  std::array<Part, 3> arguments{};  // a target first; none behind the last
};

// Returns: all of one function, those that are tried first first.
[[nodiscard]] std::span<const Overload> overloads_of(Function function) noexcept;

}  // namespace allot::cel
