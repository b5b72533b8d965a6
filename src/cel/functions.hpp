// What operators and functions do with values, whatever their types: what is not defined for them
// is an error.
#pragma once

#include <cstdint>
#include <span>

#include "cel/function.hpp"
#include "cel/value.hpp"

namespace allot::cel {

// Requires: a function that takes all its arguments first, so none of && || ?:; no argument is an
//           error.
// Returns:  the result, or an error at `place`.
[[nodiscard]] Value apply(Function function, bool has_target, std::span<const Value> arguments,
                          std::uint32_t place, Work& work);

// What arithmetic does where it fits into 64 bits; an error otherwise. The rest of MIN / -1 is an
// error, as MIN / -1 itself is, although it would be 0.
[[nodiscard]] Value calculated(Function function, std::int64_t a, std::int64_t b,
                               std::uint32_t place) noexcept;
[[nodiscard]] Value calculated(Function function, std::uint64_t a, std::uint64_t b,
                               std::uint32_t place) noexcept;

// Conversions, of functions.cpp's apply().
[[nodiscard]] Value converted(Function function, const Value& value, std::uint32_t place,
                              Work& work);
// Parts of a calendar or a clock; `zone` may be missing.
[[nodiscard]] Value calendar_part(Function function, const Value& value, const Value* zone,
                                  std::uint32_t place);

// Returns: what a map holds under a key; nullptr when it has none.
[[nodiscard]] const Value* find_in(const Map& map, const Value& key, Work& work);
[[nodiscard]] bool is_in(const Set& set, const Value& value, Work& work);

}  // namespace allot::cel
