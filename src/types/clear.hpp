// Zeroes memory store by store.
//
// gcc makes `rep stos` of the memset or the loop that this would else be, also for 64 bytes, and
// that takes longer to begin than to do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace allot {

// Effects: `bytes` bytes from `at` on are zero.
template <std::size_t bytes>
[[gnu::always_inline]] inline void clear_bytes(void* at) noexcept {
  using Piece [[gnu::vector_size(16), gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
  constexpr std::size_t piece_bytes = 16;
  constexpr std::size_t rest = bytes % piece_bytes;
  auto* pieces = static_cast<Piece*>(at);
  [pieces]<std::size_t... i>(std::index_sequence<i...>) {
    ((pieces[i] = Piece{}), ...);
  }(std::make_index_sequence<bytes / piece_bytes>{});
  if constexpr (rest != 0) std::memset(static_cast<std::byte*>(at) + bytes - rest, 0, rest);
}

// Effects: all bytes of the record are zero. Requires: T is valid when they are.
template <class T>
[[gnu::always_inline]] inline void clear_record(T& record) noexcept {
  static_assert(std::is_trivially_copyable_v<T>);
  // Pieces are stored as aligned ones, and so records have to lie in an array.
  static_assert(sizeof(T) < 16 || sizeof(T) % 16 == 0);
  clear_bytes<sizeof(T)>(&record);
}

}  // namespace allot
