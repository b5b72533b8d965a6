// Memory of what the decision thread writes and other threads read: whole cache lines, so that what
// has been published shares none with what is being written; in pages of 2 MB where it is large.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace allot {

// How block_memory() aligned it.
struct BlockFree {
  std::align_val_t alignment{};
  void operator()(void* memory) const noexcept { ::operator delete(memory, alignment); }
};
template <class T>
using Block = std::unique_ptr<T[], BlockFree>;

struct BlockMemory {
  void* memory;
  std::align_val_t alignment;
};
// Errors: std::bad_alloc.
[[nodiscard]] BlockMemory block_memory(std::size_t bytes);

// Returns: `size` items, each made of `arguments`.
template <class T, class... Arguments>
[[nodiscard]] Block<T> make_block(std::size_t size, const Arguments&... arguments) {
  static_assert(std::is_trivially_destructible_v<T> &&
                std::is_nothrow_constructible_v<T, const Arguments&...>);
  const auto [memory, alignment] = block_memory(size * sizeof(T));
  auto* items = static_cast<T*>(memory);
  for (std::size_t i = 0; i < size; ++i) ::new (items + i) T(arguments...);
  return {items, BlockFree{alignment}};
}

}  // namespace allot
