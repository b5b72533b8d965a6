// Structs that begin with `struct_size`, which says in how many bytes the caller knows them. A
// caller may be older than this library, and then what it does not know has its default, or newer:
// what lies behind our part must then be zero on the way in and is zeroed on the way out, so that
// it can get a meaning later.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "allot/allot.h"
#include "allot/types/status.hpp"

namespace allot::c {

// No struct of this interface will ever be larger; a size beyond it was never set by anybody.
inline constexpr std::size_t struct_size_max = 4'096;

// The size in the first minor of this ABI major; that of allot_limits stands with its form.
template <class Struct>
inline constexpr std::size_t first_size = 0;
template <>
inline constexpr std::size_t first_size<allot_engine_options> = 96;
template <>
inline constexpr std::size_t first_size<allot_statistics> = 112;
template <>
inline constexpr std::size_t first_size<allot_consumer_options> = 24;

[[nodiscard]] constexpr bool is_size_of(std::size_t struct_size, std::size_t first) noexcept {
  return struct_size >= first && struct_size <= struct_size_max;
}

// Effects: copies the part of `from` that both sides know over `into`, which has the defaults.
// Errors:  invalid_argument naming the struct, `name`, when its size or a later field is not ours.
template <class Struct>
[[nodiscard]] Status read_sized(const Struct& from, Struct& into, const char* name,
                                std::size_t first = first_size<Struct>) {
  const std::size_t size = from.struct_size;
  if (!is_size_of(size, first)) {
    return {StatusCode::invalid_argument,
            std::string(name) + ".struct_size is " + std::to_string(size) + ", but " +
                std::to_string(sizeof(Struct)) + " is needed: start with " + name + "_init"};
  }
  const std::size_t known = std::min(size, sizeof(Struct));
  const auto* bytes = reinterpret_cast<const unsigned char*>(&from);
  if (std::any_of(bytes + known, bytes + size, [](unsigned char b) { return b != 0; })) {
    return {StatusCode::invalid_argument,
            std::string(name) + " sets a field that this version of the library does not know"};
  }
  std::memcpy(static_cast<void*>(&into), &from, known);
  return {};
}

// Requires: struct_size bytes lie at `into`, at least 4.
// Effects:  fills all of them.
template <class Struct>
void write_sized(const Struct& from, Struct* into, std::size_t struct_size) noexcept {
  std::memset(static_cast<void*>(into), 0, struct_size);
  std::memcpy(static_cast<void*>(into), &from, std::min(struct_size, sizeof(Struct)));
  // The caller's struct may be shorter than ours, so the member is not named.
  const auto size = static_cast<std::uint32_t>(struct_size);
  std::memcpy(static_cast<void*>(into), &size, sizeof size);
}

}  // namespace allot::c
