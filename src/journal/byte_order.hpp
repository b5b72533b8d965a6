// Loads and stores of the log's integers: little-endian, at any address.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace allot {

static_assert(std::endian::native == std::endian::little,
              "the log is little-endian and is copied as it lies in memory");

template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
inline void store(std::byte* at, T value) noexcept {
  std::memcpy(at, &value, sizeof value);
}

template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
[[nodiscard]] inline T load(const std::byte* at) noexcept {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

}  // namespace allot
