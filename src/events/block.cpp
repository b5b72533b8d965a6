#include "events/block.hpp"

#include <sys/mman.h>

namespace allot {

BlockMemory block_memory(std::size_t bytes) {
  constexpr std::size_t line = 64;
  constexpr std::size_t large_page = std::size_t{2} << 20U;
  const auto alignment = std::align_val_t{bytes >= large_page ? large_page : line};
  void* memory = ::operator new(bytes, alignment);
  // The kernel may ignore the advice; then everything works on small pages, slower.
  if (bytes >= large_page) ::madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE);
  return {memory, alignment};
}

}  // namespace allot
