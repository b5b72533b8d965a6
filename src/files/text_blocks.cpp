#include "files/text_blocks.hpp"

#include <algorithm>

namespace allot::files {

// Effects: the next block lies in memory of its own. Returns: that.
std::span<std::byte> TextBlocks::begin_memory(std::size_t size) {
  room_ = memory_.emplace_back(size).bytes();
  blocks_.push_back(room_.data());
  used_ = 0;
  return room_;
}

std::byte* TextBlocks::take(std::size_t bytes, Place& place) {
  if (blocks_.empty() || used_ + bytes > block_bytes || bytes > room_.size()) {
    constexpr std::size_t bytes_at_first = std::size_t{64} << 10U;
    constexpr std::size_t doublings_most = 5;
    const std::size_t rest = block_bytes - std::min(used_, block_bytes);
    if (!blocks_.empty() && room_.size() >= rest + bytes) {
      room_ = room_.subspan(rest);
      blocks_.push_back(room_.data());
      used_ = 0;
    } else {
      const std::size_t size = bytes_at_first << std::min(blocks_.size(), doublings_most);
      begin_memory(std::max(size, bytes));
    }
  }
  std::byte* const begin = room_.data();
  place = static_cast<Place>(((blocks_.size() - 1) << units_bits) | used_ / unit_bytes);
  room_ = room_.subspan(bytes);
  used_ += bytes;
  taken_ += bytes;
  return begin;
}

std::span<std::byte> TextBlocks::reserve(double share) {
  const auto grown = static_cast<std::size_t>(static_cast<double>(taken_) * share);
  return begin_memory(std::max(grown, block_bytes));
}

}  // namespace allot::files
