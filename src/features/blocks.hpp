// The words of states that a cell has no room for: blocks of whole cache lines, all of one size.
//
// Blocks that were given back are used again last in, first out; which one a key has changes no
// answer.
#pragma once

#include <cstddef>
#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/page_array.hpp"

namespace allot {

class FeatureBlocks {
 public:
  // Of at least `words` each; none are kept where that is 0.
  FeatureBlocks(std::size_t words, std::uint32_t blocks_max)
      : stride_((words + words_per_line - 1) / words_per_line * words_per_line),
        words_(stride_ * blocks_max),
        given_back_(stride_ == 0 ? 0 : blocks_max) {}

  // Returns: a block whose words are as the last one left them. Requires: not all are taken.
  [[nodiscard]] std::uint32_t take() {
    if (stride_ == 0) return 0;
    if (given_back_count_ != 0) return given_back_[--given_back_count_];
    ALLOT_CHECK(fresh_ < given_back_.size());
    return fresh_++;
  }
  void give(std::uint32_t block) noexcept {
    if (stride_ != 0) given_back_[given_back_count_++] = block;
  }
  // Returns: its words; of what has no blocks, none to be looked at.
  [[nodiscard]] std::uint64_t* operator[](std::uint32_t block) noexcept {
    return words_.data() + block * stride_;
  }
  [[nodiscard]] const std::uint64_t* operator[](std::uint32_t block) const noexcept {
    return words_.data() + block * stride_;
  }
  // Prefetches the block's first lines, at most four.
  [[gnu::always_inline]] void prefetch(std::uint32_t block) const noexcept {
    const std::uint64_t* const words = (*this)[block];
    for (std::size_t at = 0; at < stride_ && at < 4 * words_per_line; at += words_per_line) {
      __builtin_prefetch(words + at, 1);
    }
  }

  [[nodiscard]] std::size_t bytes() const noexcept {
    return words_.size() * sizeof(std::uint64_t) + given_back_.size() * sizeof(std::uint32_t);
  }
  template <class Visit>
  friend void visit_pages(FeatureBlocks& blocks, Visit& visit) {
    visit_pages_of(visit, blocks.words_, blocks.given_back_);
  }

 private:
  static constexpr std::size_t words_per_line = 8;

  std::size_t stride_;
  PageArray<std::uint64_t> words_;
  PageArray<std::uint32_t> given_back_;
  std::uint32_t given_back_count_{};
  std::uint32_t fresh_{};
};

}  // namespace allot
