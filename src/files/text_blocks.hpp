// Memory for the texts of an index: bytes one behind the other, which stay where they are.
//
// Memory: blocks of 2 MiB, the first ones smaller. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "files/large_memory.hpp"

namespace allot::files {

class TextBlocks {
 public:
  // Where bytes are kept: their block, and their place in it in steps of unit_bytes.
  using Place = std::uint32_t;
  static constexpr std::size_t unit_bytes = 8;

  [[nodiscard]] const std::byte* at(Place place) const noexcept {
    return blocks_[place >> units_bits] + (place & ((Place{1} << units_bits) - 1)) * unit_bytes;
  }

  // Returns: where `bytes` are to be put, which becomes their `place`.
  // Requires: a multiple of unit_bytes; at most 16 GiB in all.
  [[nodiscard]] std::byte* take(std::size_t bytes, Place& place);

  // Effects: the next bytes lie in memory of their own, with room for `share` times those so far.
  // Returns: that.
  std::span<std::byte> reserve(double share);

 private:
  static constexpr unsigned units_bits = 18;
  static constexpr std::size_t block_bytes = unit_bytes << units_bits;

  std::span<std::byte> begin_memory(std::size_t size);

  std::vector<LargeBytes> memory_;  // in which the blocks lie
  std::vector<std::byte*> blocks_;
  std::span<std::byte> room_;  // behind what is used of the last block
  std::size_t used_{0};        // of the last block
  std::size_t taken_{0};       // in all
};

}  // namespace allot::files
