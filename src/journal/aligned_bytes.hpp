// Memory that direct writes accept.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

#include "journal/frame.hpp"

namespace allot {

struct AlignedDelete {
  void operator()(std::byte* bytes) const noexcept {
    ::operator delete[](bytes, std::align_val_t{log_block_bytes});
  }
};
using AlignedBytes = std::unique_ptr<std::byte[], AlignedDelete>;

// Zeroed bytes at an address that direct writes accept.
[[nodiscard]] inline AlignedBytes aligned_bytes(std::size_t size) {
  auto* bytes = static_cast<std::byte*>(::operator new[](size, std::align_val_t{log_block_bytes}));
  for (std::size_t i = 0; i < size; ++i) bytes[i] = std::byte{0};
  return AlignedBytes{bytes};
}

}  // namespace allot
