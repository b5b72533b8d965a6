// Zeroes a record store by store.
//
// gcc makes `rep stos` of the memset or the loop that this would else be, also for 64 bytes, and that
// takes longer to begin than to do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace allot {

// Effects: all bytes of the record are zero. Requires: T is valid when they are.
template <class T>
[[gnu::always_inline]] inline void clear_record(T& record) noexcept {
  static_assert(std::is_trivially_copyable_v<T>);
  using Piece [[gnu::vector_size(16), gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
  constexpr std::size_t piece_bytes = 16;
  constexpr std::size_t pieces = sizeof(T) / piece_bytes;
  constexpr std::size_t rest = sizeof(T) % piece_bytes;
  auto* at = reinterpret_cast<Piece*>(&record);
  [at]<std::size_t... i>(std::index_sequence<i...>) {
    ((at[i] = Piece{}), ...);
  }(std::make_index_sequence<pieces>{});
  if constexpr (rest != 0) {
    std::memset(reinterpret_cast<std::byte*>(&record) + sizeof(T) - rest, 0, rest);
  }
}

}  // namespace allot
