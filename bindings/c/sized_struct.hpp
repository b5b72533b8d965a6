// Structs that begin with `struct_size`, whose caller may know them longer than this library does.
// What lies behind our part must be zero on the way in and is zeroed on the way out, so that it can
// get a meaning later. Today each has one version, so a shorter one is no struct of ours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "allot/types/status.hpp"

namespace allot::c {

// No struct of this interface will ever be larger; a size beyond it was never set by anybody.
inline constexpr std::size_t struct_size_max = 4'096;

template <class Struct>
[[nodiscard]] constexpr bool is_size_of(std::size_t struct_size) noexcept {
  return struct_size >= sizeof(Struct) && struct_size <= struct_size_max;
}

// Effects: copies our part of `from`.
// Errors:  invalid_argument naming the struct, `name`, when its size or a later field is not ours.
template <class Struct>
[[nodiscard]] Status read_sized(const Struct& from, Struct& into, const char* name) {
  const std::size_t size = from.struct_size;
  if (!is_size_of<Struct>(size)) {
    return {StatusCode::invalid_argument,
            std::string(name) + ".struct_size is " + std::to_string(size) + ", but " +
                std::to_string(sizeof(Struct)) + " is needed: start with " + name + "_init"};
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(&from);
  if (std::any_of(bytes + sizeof(Struct), bytes + size, [](unsigned char b) { return b != 0; })) {
    return {StatusCode::invalid_argument,
            std::string(name) + " sets a field that this version of the library does not know"};
  }
  std::memcpy(&into, &from, sizeof(Struct));
  return {};
}

// Requires: is_size_of<Struct>(struct_size) bytes lie at `into`.
// Effects:  fills all of them.
template <class Struct>
void write_sized(const Struct& from, Struct* into, std::size_t struct_size) noexcept {
  std::memset(static_cast<void*>(into), 0, struct_size);
  std::memcpy(static_cast<void*>(into), &from, sizeof(Struct));
  into->struct_size = static_cast<std::uint32_t>(struct_size);
}

}  // namespace allot::c
